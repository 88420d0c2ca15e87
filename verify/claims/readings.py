"""Sentences as trees or as tagged words, and the article's names learnt from all of them.

The body is read first; in a headline capitals say nothing, until it is known which
words the body writes with one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.brackets import with_brackets, without_brackets
from verify.claims.phrases import Tokens
from verify.claims.references import Cast
from verify.claims.tables import is_row
from verify.claims.tagging import tag
from verify.claims.tokens import CITATION, LONGEST, Tag, Token, single_marks, tokenise
from verify.claims.told_within import speakers_last
from verify.claims.trees import Tree, tree_from, tree_of
from verify.claims.works import titles_as_words, whole_titles
from verify.ports import Grammar, Word
from verify.types import Article, Part, Sentence

MOST_KEPT = 20_000  # sentences whose tokens are kept between the two readings: some 100 MB
MOST_WORDS = 300  # of a sentence that is read as a tree; also bounds how deep a tree can be

Reading = Tree | list[Token]  # a sentence as the parser read it, or its tagged words


def parsed(
    article: Article, sentences: Sequence[Sentence], cast: Cast, grammar: Grammar
) -> dict[int, Reading]:
    """Parse the body and learn its names; then the headline, in which capitals say nothing."""
    readings: dict[int, Reading] = {}
    for heads in (False, True):
        asked = [
            (n, s)
            for n, s in enumerate(sentences)
            if is_head(s) == heads
            and s.part is not Part.HEADING
            and s.end - s.start <= LONGEST
            and not is_row(s.text)
        ]
        texts = [_uncapitalised(article, s, cast) if heads else _unmarked(s.text) for _, s in asked]
        parses = grammar.parse(texts)
        within = {} if heads else speakers_last(texts, parses, grammar)
        for at, ((number, sentence), text, words) in enumerate(
            zip(asked, texts, parses, strict=True)
        ):
            tree = _tree(sentence, text, words, within.get(at, []))
            if tree is None:
                continue
            readings[number] = tree
            if heads and text != sentence.text:
                _lower_common(tree.tokens, cast)
            cast.learn(tree.tokens, headline=heads, people=tree.people())
        cast.settle()
    return readings


def _tree(
    sentence: Sentence, text: str, words: Sequence[Word], turned: Sequence[Word]
) -> Tree | None:
    """The tree of a sentence; None beyond MOST_WORDS: a table or a blob, which word lists read.

    `turned`: its words where somebody who says it stands in its middle.
    """
    given = single_marks(sentence.text)
    if len(words) > MOST_WORDS:
        return None
    if turned and text == given:
        return tree_from(sentence.text, sentence.start, turned)
    if not is_head(sentence):
        words = with_brackets(given, text, whole_titles(given, text, words))
    return tree_of(sentence.text, sentence.start, words)


# Markdown's: `**Ann Roe** (born 1961)`, `*The Mill* (2018)`; no `5* hotel`.
_STRONG = re.compile(r"\*\*|__")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\w)([^*\n]*[\w.!?…”’)])\*(?![\w*])")


def _unmarked(text: str) -> str:
    """The sentence without an encyclopedia's footnote marks and marks of emphasis, and with titles
    as one word each, every other word in its place."""
    text = CITATION.sub(lambda mark: " " * len(mark.group()), text)
    text = _EMPHASIS.sub(r" \1 ", _STRONG.sub("  ", text))
    return without_brackets(titles_as_words(single_marks(text)))


def _uncapitalised(article: Article, sentence: Sentence, cast: Cast) -> str:
    """A headline in title case, with small letters where the body has them."""
    tokens = tokenise(article.text, sentence.start, sentence.end)
    if not _title_cased(tokens):
        return single_marks(sentence.text)
    _lower_common(tokens, cast)
    letters = list(sentence.text)
    for token in tokens:
        if token.tag is Tag.WORD:
            begin = token.start - sentence.start
            letters[begin : begin + len(token.text)] = token.text.lower()
    text = "".join(letters)
    return text if len(text) == len(sentence.text) else sentence.text


def learnt(article: Article, sentences: Sequence[Sentence], cast: Cast) -> dict[int, Reading]:
    """Read all names first; the tokens of body sentences are kept, within bounds, for the rest."""
    known: dict[int, Reading] = {}
    for number, sentence in enumerate(sentences):
        tokens = tagged(article, sentence, cast, first=True)
        cast.learn(tokens, headline=is_head(sentence))
        if len(known) < MOST_KEPT and not is_head(sentence):
            known[number] = tokens
    return known


def is_head(sentence: Sentence) -> bool:
    return sentence.part is not Part.BODY


def tagged(article: Article, sentence: Sentence, cast: Cast, *, first: bool = False) -> list[Token]:
    tokens = tokenise(article.text, sentence.start, sentence.end)
    shouted = is_head(sentence) and _title_cased(tokens)
    if shouted and not first:
        _lower_common(tokens, cast)
    return tag(tokens, title_case=shouted)


def _title_cased(tokens: Tokens) -> bool:
    words = [t for t in tokens if t.tag in (Tag.NAME, Tag.WORD) and len(t.text) > 3]
    return len(words) > 2 and sum(t.tag is Tag.NAME for t in words) > 0.7 * len(words)


def _lower_common(tokens: list[Token], cast: Cast) -> None:
    """In a headline in title case, only words that the body capitalises are names."""
    for token in tokens:
        known = token.text in cast.proper and token.lower not in cast.common
        verb = token.lower in lx.FORMS and token.text not in cast.people
        # A word that the body never writes in lower case, and that is no verb form, may be a name.
        lowered = token.lower in cast.common or (verb and not known)
        if token.tag is Tag.NAME and lowered and not token.text.isupper():
            token.tag = Tag.WORD
