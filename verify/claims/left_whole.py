"""Sentences that stay whole: without a clause, a row of a table, in a language not known here."""

from __future__ import annotations

from verify.claims.before_colons import names_a_figure
from verify.claims.drafts import Draft
from verify.claims.headlines import hides_a_verb, is_planned, leaves_out_be
from verify.claims.kinds import Sort, sort_of
from verify.claims.phrases import Tokens, render
from verify.claims.readings import is_head
from verify.claims.supposed import fragmentary, goes_on, titled
from verify.claims.tables import row_statement
from verify.claims.tokens import LONGEST, Tag
from verify.claims.trees import Tree
from verify.types import Article, Kind, Sentence


def whole(sentence: Sentence) -> Draft:
    """The sentence as its own claim, in a language whose grammar is not known here."""
    return Draft(
        sentence.text, sentence.start, sentence.end, sort_of(sentence.text, "main"), sentence.part
    )


def states_nothing(sentence: Sentence, tree: Tree) -> bool:
    """Whether a line is a fragment, or the title of what follows."""
    head = is_head(sentence)
    return titled(tree, head=head) or (not head and fragmentary(tree) and not goes_on(tree))


def of_table(article: Article, sentence: Sentence) -> Draft:
    """A row of a table with the names of its columns; without them it states nothing."""
    told = row_statement(article.text, sentence)
    sort = Sort(Kind.QUANTITY) if told else sort_of(sentence.text, "fragment")
    return Draft(told or sentence.text, sentence.start, sentence.end, sort, sentence.part)


def unparsed(
    sentence: Sentence, tokens: Tokens, dangling: list[str], *, loose: bool = False
) -> Draft:
    """A sentence in which no clause was found: whole, and a fragment where it has no verb."""
    found = len(tokens) > 3 and any(_may_be_verb(tokens, n) for n in range(len(tokens)))
    verb = found and not loose
    verb = verb or (is_head(sentence) and (hides_a_verb(tokens) or leaves_out_be(tokens)))
    verb = verb or (sentence.text.endswith(".") and not loose and hides_a_verb(tokens[:-1]))
    sort = sort_of(sentence.text, "main" if verb or len(tokens) > 60 else "fragment")
    scrap = sort.reason.startswith("a fragment")
    if scrap and not is_head(sentence) and names_a_figure(sentence.text):
        sort = Sort(Kind.QUANTITY)
    if is_head(sentence) and is_planned(sentence.text, tokens):
        sort = Sort(Kind.PREDICTION, "about the future")
    text = render(tokens, resolve=True) if len(sentence.text) <= LONGEST else sentence.text
    if sentence.text[:1].isupper():
        text = text[:1].upper() + text[1:]
    return Draft(text, sentence.start, sentence.end, sort, sentence.part, None, tuple(dangling))


def _may_be_verb(tokens: Tokens, n: int) -> bool:
    """Whether a word is a verb, and no adjective behind its article: `the lost hours`."""
    article = n > 0 and tokens[n - 1].lower in ("the", "a", "an", "its", "their")
    return tokens[n].tag in (Tag.FIN, Tag.PART) and not article
