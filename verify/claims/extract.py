"""Article → claims: what each sentence states, standing alone, with its words in the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from verify.claims import lexicon as lx
from verify.claims.ages import ages_of_the_dead
from verify.claims.appeals import sort_as_parsed
from verify.claims.askers import as_asked
from verify.claims.brackets import days_in_brackets
from verify.claims.clauses import propositions
from verify.claims.dates import resolve_dates
from verify.claims.decisive import decisive
from verify.claims.drafts import Draft
from verify.claims.grammar import propositions_of
from verify.claims.groups import GROUP_NOUNS
from verify.claims.headlines import fact_first, hides_a_verb
from verify.claims.kinds import Sort, held_by, sort_of
from verify.claims.left_whole import of_table, states_nothing, unparsed, whole
from verify.claims.parting import RESULT, SCORE
from verify.claims.phrases import Proposition, Saying, main_verb, render
from verify.claims.readings import Reading, is_head, learnt, parsed, tagged
from verify.claims.reckoning import Reckoning, reckonings
from verify.claims.references import Cast
from verify.claims.run_in import put_over
from verify.claims.sentences import split_sentences
from verify.claims.single_marks import doubled
from verify.claims.spoken import spoken
from verify.claims.stipulated import terms
from verify.claims.tables import is_row
from verify.claims.title_bounds import ROLE
from verify.claims.tokens import LONGEST, NOTHING, Tag, Token
from verify.claims.trees import Tree
from verify.claims.turns import in_turn
from verify.claims.whose import attributed
from verify.claims.works import asks
from verify.ports import Grammar, WorthModel
from verify.types import Article, Attribution, Claim, Kind, Part, Sentence

BATCH = 4_096  # texts scored at once
MOST_PARSED = 300_000  # characters that are parsed; see docs/claims.md, speed
LONGEST_TEXT = 1_500  # characters of a claim's text; beyond it the sentence is a table or a blob
# `'I would rather lose': minister on tax and trains`: words of somebody, and what they are about.
QUOTED_FIRST = re.compile(r"[‘“'\"][^\n]{3,200}?[’”'\"]: \w")
IT = frozenset({"it", "its"})  # what somebody's `it` is stays with the speaker
GROUPS = GROUP_NOUNS | {"nonprofit", "nonprofits", "start-up", "retailer", "airline"}
WRITTEN_SMALL = re.compile(r"[a-z]{1,3}[A-Z0-9]")  # `iPhone`, `eBay`
ENDED = re.compile(r"[.!?…][\s\"”’']*$")
DANGLING = frozenset(
    {"he", "she", "they", "him", "his", "them", "their", "it", "its", "her", "hers"}
)


def extract_claims(
    article: Article, *, worth: WorthModel, grammar: Grammar | None = None
) -> tuple[Claim, ...]:
    """The article's claims in reading order, ids `c1`, `c2`, …

    Headings state nothing and are left out; predictions, opinions, questions and
    fragments are listed with `checkable=False` and a reason. Without a `grammar`,
    and in a text beyond MOST_PARSED, sentences are read by word lists alone, which
    is faster and coarser. Raises ModelError where a model does; never for any text.
    """
    read = replace(article, text=doubled(article.text))
    drafts = list(_drafts(read, grammar))
    scores: list[float] = []
    for begin in range(0, len(drafts), BATCH):
        scores.extend(worth.worth([d.text for d in drafts[begin : begin + BATCH]]))
    return tuple(
        _claim(article, draft, number, float(score))
        for number, (draft, score) in enumerate(zip(drafts, scores, strict=True), 1)
    )


def _claim(article: Article, draft: Draft, number: int, score: float) -> Claim:
    return Claim(
        id=f"c{number}",
        text=draft.text,
        quote=article.text[draft.start : draft.end],
        start=draft.start,
        end=draft.end,
        kind=draft.sort.kind,
        worth=min(1.0, max(0.0, score)),
        part=draft.part,
        attribution=draft.attribution,
        checkable=not draft.sort.reason,
        reason=draft.sort.reason,
        unresolved=draft.unresolved,
    )


def _drafts(article: Article, grammar: Grammar | None) -> Iterator[Draft]:
    sentences = split_sentences(article)
    if article.language not in ("", "en"):
        yield from (whole(s) for s in sentences if s.part is not Part.HEADING)
        return
    cast = Cast()
    if grammar is not None and len(article.text) <= MOST_PARSED:
        readings = parsed(article, sentences, cast, grammar)
    else:
        readings = learnt(article, sentences, cast)
    words = spoken(article.text, sentences)
    laid_down = terms(article.text, sentences)
    days = reckonings(article, sentences)
    found = [
        list(
            _of_sentence(
                article, s, cast, readings.pop(n, None), words.whole.get(n, ""), n in laid_down,
                days[n],
            )
        )
        if s.part is not Part.HEADING
        else []
        for n, s in enumerate(sentences)
    ]  # fmt: skip
    found = as_asked(article.text, sentences, found)
    spoken_by = attributed(article.text, sentences, found, words, cast.named)
    for drafts in ages_of_the_dead(in_turn(article.text, sentences, spoken_by)):
        yield from drafts


def _of_sentence(
    article: Article,
    sentence: Sentence,
    cast: Cast,
    reading: Reading | None,
    quoted: str,
    among_terms: bool,
    counted: Reckoning,
) -> Iterator[Draft]:
    if is_row(sentence.text):
        yield of_table(article, sentence)
        return
    tree = reading if isinstance(reading, Tree) else None
    tokens = tree.tokens if tree else reading or tagged(article, sentence, cast)
    assert isinstance(tokens, list)
    if RESULT.fullmatch(sentence.text) or SCORE.fullmatch(sentence.text):
        text = sentence.text.rstrip(":") + "."
        yield Draft(text, sentence.start, sentence.end, Sort(Kind.QUANTITY), sentence.part)
        return
    if is_head(sentence) and QUOTED_FIRST.match(sentence.text):
        yield Draft(
            sentence.text, sentence.start, sentence.end, Sort(Kind.QUOTATION), sentence.part
        )
        return
    dates = resolve_dates(tokens, counted.day, tree, calendar_years=counted.calendar_years)
    dangling = [*dates, *days_in_brackets(tokens)]
    over = put_over(article.text, sentence.start, sentence.end)
    dangling += cast.resolve(tokens, tree, headline=is_head(sentence), heading=over)
    if quoted:
        yield replace(unparsed(sentence, tokens, []), text=quoted[:LONGEST_TEXT])
        return
    if tree is not None:
        found = propositions_of(tree)
    else:
        found = propositions(tokens) if sentence.end - sentence.start <= LONGEST else []
    for proposition in found:
        _remember_role(cast, proposition, hows=(ROLE,))
    found = [p for p in found if p.how != ROLE]
    if not found:
        loose = tree is not None and states_nothing(sentence, tree)
        draft = unparsed(sentence, tokens, dangling, loose=loose)
        yield replace(draft, sort=sort_as_parsed(sentence, tree, draft.sort)) if tree else draft
        return
    found = [p for p in found if not _repeats(cast, sentence, p)]
    for proposition in found:
        _remember_role(cast, proposition)
    for proposition in sorted(found, key=lambda p: p.span):
        draft = _draft(sentence, proposition, dangling, tree, among_terms)
        if tree is not None and proposition.how == "main" and _holds_root(proposition, tree):
            draft = replace(draft, sort=sort_as_parsed(sentence, tree, draft.sort))
        yield draft


def _holds_root(proposition: Proposition, tree: Tree) -> bool:
    root = tree.tokens[tree.root].start
    return any(t.start == root for t in proposition.tokens)


def _repeats(cast: Cast, sentence: Sentence, proposition: Proposition) -> bool:
    """`Senator Roe` further down says nothing that `Independent Senator Jane Roe` has not said."""
    if proposition.how != "title" or sentence.part is not Part.BODY:
        return False
    verb = next((i for i, t in enumerate(proposition.tokens) if t.lower == "is"), 0)
    name = render(proposition.tokens[:verb], resolve=True)
    title = frozenset(t.lower for t in proposition.tokens[verb + 1 :] if t.tag is not Tag.DET)
    given = cast.titles.setdefault(name, [])
    if any(title <= earlier for earlier in given):
        return True
    given.append(title)
    return False


def _remember_role(
    cast: Cast, proposition: Proposition, hows: tuple[str, ...] = ("title", "apposition")
) -> None:
    if proposition.how not in hows:
        return
    verb = next((i for i, t in enumerate(proposition.tokens) if t.lower == "is"), 0)
    name = render(proposition.tokens[:verb])
    first = proposition.tokens[0] if proposition.tokens else None
    kind = next((t.lower for t in proposition.tokens[verb:] if t.lower in GROUPS), "")
    if proposition.how == "apposition" and kind and first and first.tag is Tag.NAME:
        cast.groups.setdefault(name, cast.sentence)  # `A, a charity that …`: later `the charity`
    told = proposition.tokens[verb:]
    heads = [
        t.lower
        for t, before in zip(told[1:], told, strict=False)
        if t.lower in lx.ROLE_HEADS and before.lower != "chief"
    ]  # no constable
    cast.name_role(name, heads)


def _draft(
    sentence: Sentence,
    proposition: Proposition,
    dates: list[str],
    tree: Tree | None,
    among_terms: bool,
) -> Draft:
    start, end = proposition.span
    tokens = _closed([t for t in proposition.tokens if t.text])
    text = _finished(render(tokens, resolve=True))[:LONGEST_TEXT]
    question = sentence.text.endswith("?") and asks(sentence.text)
    if question and text.endswith("."):
        text = text[:-1] + "?"
    said = proposition.said
    attribution = _attribution(said) if said else None
    source = attribution.speaker if attribution and attribution.verb == "according to" else ""
    asked = _finished(sentence.text) if question else text
    plain = tree is not None and asked is text
    core = decisive(tree, proposition) if tree and plain else ""
    sort = sort_of(asked, proposition.how, source, core, among_terms=among_terms and not said)
    sort = held_by(attribution, sort, text) if proposition.how != "quotation" else sort
    apart: dict[str, str] = {}
    for dangling in dates:
        apart.setdefault(dangling.casefold(), dangling)
    open_dates = [d for low, d in apart.items() if low in text.casefold()]
    quotation = proposition.how == "quotation"
    told = [t for t in tokens if not (quotation and t.lower in IT)]
    equation = proposition.how in ("apposition", "title")
    unresolved = (*_unresolved(told, equation=equation), *open_dates)
    planned = proposition.planned and not (tree and (hides_a_verb(tree.tokens) or fact_first(tree)))
    if sentence.part is not Part.BODY and planned:
        sort = Sort(Kind.PREDICTION, "about the future")
    return Draft(text, start, end, sort, sentence.part, attribution, unresolved)


def _closed(tokens: list[Token]) -> list[Token]:
    """Without a comma between subject and verb that what was taken out has left: `A, sent B`."""
    verb = main_verb(tokens)
    commas = [i for i, t in enumerate(tokens[: max(verb, 0)]) if t.tag is Tag.COMMA]
    if commas != [verb - 1] or verb < 2:
        return tokens
    after = next((i for i, t in enumerate(tokens[:-1]) if i > verb and t.tag is Tag.COMMA), 0)
    closed = tokens[after + 1].tag is Tag.FIN or tokens[after + 1].lower in lx.BE | lx.HAVE
    if after and (tokens[verb].tag is Tag.PART or closed):
        return tokens  # `A and B, hurt in May, were treated`
    return tokens[: verb - 1] + tokens[verb:]


def _finished(text: str) -> str:
    """With a capital and a full stop, as a sentence of its own."""
    text = re.sub(r",([\"”’'])$", r"\1", text.strip(" ,;:"))
    if not WRITTEN_SMALL.match(text):
        text = text[:1].upper() + text[1:]
    return text if ENDED.search(text) else text + "."


def _attribution(said: Saying) -> Attribution:
    return Attribution(render(said.speaker, resolve=True), said.verb, said.when, said.where)


def _unresolved(tokens: Iterable[Token], *, equation: bool) -> tuple[str, ...]:
    """Pronouns that mean nothing known, and that no noun before them in the claim can explain.

    In an `equation` none can: whoever he is in `Roe is his lawyer`, it is not Roe.
    """
    dangling: list[str] = []
    nouns = 0
    for token in tokens:
        pronoun = token.lower in DANGLING and token.tag in (Tag.PRON, Tag.DET)
        pronoun = pronoun and token.entity != NOTHING
        # `it` as an object needs a noun besides the subject; a possessive is content with one.
        needed = 2 if token.lower in ("it", "them", "him") else 1
        if pronoun and not token.means and (nouns < needed or token.open or equation):
            dangling.append(token.text)
        elif token.open and token.tag is Tag.NAME:
            dangling.append(token.text)  # a surname that two people share
        nouns += token.tag in (Tag.NAME, Tag.WORD) or bool(token.means)
    return tuple(dict.fromkeys(dangling))
