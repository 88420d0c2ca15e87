"""The checker for statements: a page that says what the claim says, in the claim's own words.

The page's sentences are read as the article's are (`Case.stated`), so that asides, titles and
second verbs stand alone on both sides; then the words must be the same, in the same order.
What a page gives as somebody's word it does not state itself: that is noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from verify.checkers.agreement import NEGATIONS
from verify.checkers.dates_read import dates
from verify.checkers.full_names import full_names, written_out
from verify.checkers.numbers import fact
from verify.checkers.numbers_match import ATTRIBUTED
from verify.checkers.quantities import quantities
from verify.checkers.readings import dated_last
from verify.checkers.stories import another_story, foreign
from verify.checkers.timing import days_apart, happened, one_time
from verify.checkers.wording import WORD, doubted, stems, tidy, words
from verify.ports import Case
from verify.types import Claim, Document, Evidence, Fact, Finding, Kind, Outcome, Passage, Stance

NAME = "statements"
MIN_WORDS = 4  # below that ("Lee won it.") the same words may be of anything
MOST = 0.7  # of the words that a passage must have before it is read
STATED = (NAME, "stated")
# Of these the rest of a sentence may be what makes them true: "the first to win in 2019".
_LIMITING = NEGATIONS | frozenset(
    "first last second third only most least best worst more less fewer always all every each"
    " any both record".split()
)
_OF_WHAT = re.compile(r"\s(?:of|for|in|at|to)\s")
_ON = re.compile(r",?\s(?:(?:on|in|since|during|by)\s)?(?:the\s)?")
_CLAUSE = re.compile(
    r",?\s(?:after|when|while|because|despite|amid|following|ahead\sof|during)\s|,\sas\s(?:he|she|it|they)\s(?:had|has|have|did)\b"
)
# "Before she opened it, she fell ill": it need not have come to that.
_NOT_YET = re.compile(r"\b(?:before|until|till|lest|unless|if|whether|than)\s(?:the\s)?$", re.I)
_TAKEN_BACK = re.compile(
    r"[^.!?\n]{0,200}[.!?][\"”’)]*\s+[\"“]?(?:No\b|Not\b|None\b|(?:That|This|But\s(?:that|this|it))"
    r"(?:’s|'s|\s(?:is|was|has|wasn|isn))\b|Or\b|In\s(?:fact|reality|truth)\b|Actually\b)"
)
_LIGHT = frozenset("the a an that mr mrs ms dr".split())
_ALIKE = {"says": "said"}


class Statements:
    """The claim's own statement in a page."""

    name = NAME

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """Support where a page states the claim; [] elsewhere. Never raises on any text."""
        if not _whole(claim):
            return []
        told = list(_told(claim, case))
        own = [t for t in told if t.claim.attribution is None or _said_alike(claim, t)]
        if own:
            said = "The source states it in the same words."
            return [Finding(NAME, Outcome.SUPPORTS, said, _facts(own), "stated")]
        if told and told[0].claim.attribution:
            said = f"The source has the same words from {told[0].claim.attribution.speaker}."
            return [Finding(NAME, Outcome.NOTES, said, _facts(told), "attributed")]
        return []


def marked(evidence: Sequence[Evidence], findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    """The evidence, with the passages marked in which the claim was found stated."""
    facts = [f for n in findings if (n.checker, n.detail) == STATED for f in n.facts]
    return tuple(
        replace(e, stated=True, stance=Stance.SUPPORTS)
        if any(f.url == e.passage.document.url and f.text in e.passage.text for f in facts)
        else e
        for e in evidence
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of a page."""

    claim: Claim
    document: Document


def _said_alike(claim: Claim, told: Told) -> bool:
    """Are both direct speech of one speaker? Then it is the saying that both state."""
    kinds = {claim.kind, told.claim.kind}
    if kinds != {Kind.QUOTATION} or not claim.attribution or not told.claim.attribution:
        return False
    speaker = told.claim.attribution.speaker
    full = written_out(speaker, full_names(told.document.text))
    return plain(claim.attribution.speaker) in (plain(speaker), plain(full))


def _facts(told: Sequence[Told]) -> tuple[Fact, ...]:
    found = (fact(t.document.text[t.claim.start : t.claim.end], t.document) for t in told)
    return tuple(dict.fromkeys(found))


def _whole(claim: Claim) -> bool:
    """Does it say all that it says of, so that the same words elsewhere say the same?"""
    judged = claim.kind in (Kind.OPINION, Kind.PREDICTION)
    return claim.checkable and not claim.unresolved and not judged


def _told(claim: Claim, case: Case) -> Iterator[Told]:
    """The statements of the passages that say what the claim says."""
    text = dated_last(tidy(claim.text))
    asked = plain(text)
    if len(asked) < MIN_WORDS or case.stated is None:
        return
    for passage in case.passages:
        if not _may_say(asked, passage) or not _of_the_same(text, passage, case):
            continue
        names = full_names(passage.document.text)
        for said in case.stated(passage):
            if not _in_earnest(said, passage.document.text):
                continue
            short = dated_last(tidy(said.text))
            wordings = (short, written_out(short, names))
            if _whole(said) and any(_says(w, asked, claim, case) for w in wordings):
                yield Told(said, passage.document)


def _says(told: str, asked: tuple[str, ...], claim: Claim, case: Case) -> bool:
    """Is it what is asked, or that with no more behind it than when, why, or of what an office?"""
    found = plain(told)
    if found == asked:
        return True
    if found[: len(asked)] != asked or any(w in _LIMITING or w.endswith("est") for w in asked):
        return False
    rest = _after(told, len(asked))
    if claim.kind is Kind.OFFICE:
        return bool(_OF_WHAT.match(rest)) and _known_there(rest, case.article.text)
    return happened(claim.text) and not quantities(claim.text) and _beside(rest)


def _known_there(rest: str, article: str) -> bool:
    """Does the article name the office's town or firm, so that it is no other office?"""
    named = [w.stem for w in words(rest) if w.name]
    return bool(named) and stems(article) >= {*named}


def _after(text: str, count: int) -> str:
    """What stands behind the first so many words that count."""
    counting = (m for m in WORD.finditer(text) if m.group().lower() not in _LIGHT)
    return text[next(islice(counting, count - 1, None)).end() :]


def _beside(rest: str) -> bool:
    """Does the rest of a sentence only tell when, or add a clause that changes nothing?"""
    mentions = dates(rest)
    if mentions and _ON.fullmatch(rest[: mentions[0].start]):
        rest = rest[mentions[0].end :]
    told = _CLAUSE.match(rest) and not ATTRIBUTED.search(rest)
    return rest.strip(" .") == "" or bool(told)


def _may_say(asked: tuple[str, ...], passage: Passage) -> bool:
    """Has the passage most of the words, so that it is worth parsing?

    Not all: a day of the week becomes a date there, and "she" a name.
    """
    wanted = set(asked)
    return len(wanted & _vocabulary(passage.text)) >= MOST * len(wanted)


def _in_earnest(said: Claim, text: str) -> bool:
    """Is it told as done, and not taken back in the sentence after?"""
    return not (_NOT_YET.search(text[: said.start][-40:]) or _TAKEN_BACK.match(text, said.end))


def _of_the_same(claim: str, passage: Passage, case: Case) -> bool:
    """Does the page speak of the same thing, at the same time, and in earnest?"""
    document, article = passage.document, case.article.text
    return (
        not doubted(passage.text)
        and (_same_news(claim, case, document) or not foreign(claim, article, document))
        and not another_story(claim, article, document)
        and _timely(claim, case, document)
    )


def _same_news(claim: str, case: Case, document: Document) -> bool:
    """Does the claim name somebody, and is the page of the article's day or the next?

    Then "the match" is no other match, though matches come again and again.
    """
    apart = days_apart(document, case.on)
    named = any(w.name for w in words(claim)[1:])
    return named and apart is not None and abs(apart) <= 1


def _timely(claim: str, case: Case, document: Document) -> bool:
    """Is the page of about the article's day, or the claim of a year that it names?

    Unlike a number, any event may come again: a page without a date settles no undated claim.
    """
    mentions = dates(claim)
    apart = days_apart(document, case.on)
    if apart is None and case.on is not None:
        return bool(mentions) and all(m.year for m in mentions)
    return one_time(claim, mentions, apart)


@lru_cache(maxsize=8192)
def plain(text: str) -> tuple[str, ...]:
    """A statement's words, without those that say nothing.

    >>> plain("The mayor says that Mr Lee's plan failed.")
    ('mayor', 'said', "lee's", 'plan', 'failed')
    """
    found = (m.group().lower().replace("’", "'") for m in WORD.finditer(tidy(text)))
    return tuple(_ALIKE.get(w, w) for w in found if w not in _LIGHT)


@lru_cache(maxsize=2048)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(plain(text))
