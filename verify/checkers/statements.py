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

from verify.checkers.dates_read import dates
from verify.checkers.full_names import full_names, written_out
from verify.checkers.numbers import fact
from verify.checkers.stories import another_story, foreign
from verify.checkers.timing import days_apart, one_time
from verify.checkers.wording import WORD, doubted, tidy
from verify.ports import Case
from verify.types import Claim, Document, Evidence, Fact, Finding, Kind, Outcome, Passage, Stance

NAME = "statements"
MIN_WORDS = 4  # below that ("Lee won it.") the same words may be of anything
STATED = (NAME, "stated")
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
        if case.stated is None or not _whole(claim):
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
    text = tidy(claim.text)
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
            wordings = (plain(said.text), plain(written_out(said.text, names)))
            if _whole(said) and asked in wordings:
                yield Told(said, passage.document)


def _may_say(asked: tuple[str, ...], passage: Passage) -> bool:
    """Has the page all the words, so that its passage is worth parsing?"""
    return set(asked) <= _vocabulary(passage.document.text)


def _in_earnest(said: Claim, text: str) -> bool:
    """Is it told as done, and not taken back in the sentence after?"""
    return not (_NOT_YET.search(text[: said.start][-40:]) or _TAKEN_BACK.match(text, said.end))


def _of_the_same(claim: str, passage: Passage, case: Case) -> bool:
    """Does the page speak of the same thing, at the same time, and in earnest?"""
    document, article = passage.document, case.article.text
    return (
        not doubted(passage.text)
        and not foreign(claim, article, document)
        and not another_story(claim, article, document)
        and _timely(claim, case, document)
    )


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


@lru_cache(maxsize=256)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(plain(text))
