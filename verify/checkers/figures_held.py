"""A figure of the claim held against those that the pages give for the same matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from verify.checkers.figures_differ import (
    agree,
    bears_out,
    far_apart,
    follows,
    one_family,
    slip_tells,
)
from verify.checkers.figures_matter import Asked, Spot, asked_of, match, rarity, spots
from verify.checkers.figures_pages import MOST_PAGES, pages
from verify.checkers.figures_read import BARE, COUNT, LOOSE, PERCENT, TIME, Figure, figures
from verify.checkers.figures_reckoned import reckoned, reckoned_round
from verify.checkers.figures_sure import Held, decided
from verify.checkers.timing import days_apart
from verify.checkers.wording import tidy
from verify.ports import Case
from verify.types import Claim, Document

LEAST_COUNTED = 2  # "one ship in nine"
MOST_DAYS_BEFORE = 300  # an older page tells of another year, unless a date says otherwise
_UNTOLD = frozenset((LOOSE, "age"))  # of which nobody knows what it is, and what grows by itself


@dataclass(frozen=True, slots=True)
class _Case:
    """A figure of a claim and what it is held against."""

    claim: str
    ours: Figure
    asked: Asked
    rest: tuple[Figure, ...]  # the claim's other figures
    article: tuple[Figure, ...]
    on: date | None


# When somebody said it is no date of what was said.
_SAID = re.compile(
    r"\b(?:said|says|told|tells|added|observed|according)\b[^,;.]{0,40}$"
    r"|\b(?:reported|announced|warned|wrote)\b[^,;.]{0,40}$"
)
_SAID_WHAT = re.compile(r"\bthat\b|[\"“”]")


def _says_when(text: str, figure: Figure) -> bool:
    """Is a date the day when somebody said what the sentence tells?"""
    found = _SAID.search(text[: figure.start])
    if not found:
        return False
    plain = found.group().startswith(("said", "says", "told", "tells", "added", "accord"))
    return plain or bool(_SAID_WHAT.search(text))


def other_figure(claim: Claim, ours: Figure, case: Case) -> Held | None:
    """The figure that the pages give in place of one of the claim's, if any.

    None where a page has the claim's own for the matter, or one from which it follows.
    """
    own, others = candidates(claim, ours, case)
    return decided(own, others)


def candidates(claim: Claim, ours: Figure, case: Case) -> tuple[list[Held], list[Held]]:
    """The page figures that are the claim's own, or from which it follows, and the others."""
    text = tidy(claim.text)
    if ours.family in _UNTOLD or (ours.family == COUNT and ours.ends[0] < LEAST_COUNTED):
        return [], []
    if ours.names or (ours.mention and _says_when(text, ours)):
        return [], []
    rare = rarity(case.documents[:MOST_PAGES])
    given = _Case(
        text,
        ours,
        asked_of(text, ours, rare, case.on),
        tuple(f for f in figures(text, case.on) if f is not ours),
        figures(tidy(case.article.text), case.on),
        case.on,
    )
    own: list[Held] = []
    others: list[Held] = []
    for document in pages(text, case):
        day = document.published.value.first if document.published else None
        heading = f"{document.title}. {document.publisher}"
        for spot in spots(heading, document.text, day):
            own.extend(_own(given, spot, document))
            for held in _others(given, spot, document):
                (own if _follows_there(given, held) else others).append(held)
    return own, others


def _follows_there(given: _Case, held: Held) -> bool:
    """Does the claim's figure follow from the page's, where it stands?"""
    spot, rest = held.spot, given.rest
    return reckoned(given.ours, held.theirs, (*spot.figures, *rest)) or reckoned_round(
        given.ours, held.theirs, (*spot.near, *rest), spot.around
    )


# "The earlier estimate was 20m to 25m" has a figure that holds no longer.
_EARLIER = re.compile(
    r"\b(?:earlier|previous(?:ly)?|prior|original(?:ly)?|initial(?:ly)?|former(?:ly)?|at first"
    r"|had been|once)\b",
    re.I,
)
_BEFORE = re.compile(rf"{_EARLIER.pattern}[^;:()]{{0,60}}$", re.I)


def _own(given: _Case, spot: Spot, document: Document) -> Iterator[Held]:
    """The figures of a sentence that are the claim's own."""
    for nth, theirs in enumerate(spot.figures):
        if not bears_out(given.ours, theirs) or _coarser(given.ours, theirs):
            continue
        if not _superseded(given.claim, spot.text[: theirs.start]):
            yield Held(given.ours, theirs, spot, document, match(given.asked, spot, nth), 0.0)


_GRAINS = ("day", "month", "year")


def _coarser(ours: Figure, theirs: Figure) -> bool:
    """Has a page "in June" where the claim has the 8th?"""
    if not (ours.mention and theirs.mention):
        return False
    return _GRAINS.index(theirs.mention.grain) > _GRAINS.index(ours.mention.grain)


def _superseded(claim: str, before: str) -> bool:
    """Is what stands before a page's figure "the earlier estimate was", and the claim's not?"""
    return bool(_BEFORE.search(before)) and not _EARLIER.search(claim)


def _others(given: _Case, spot: Spot, document: Document) -> Iterator[Held]:
    """The figures of a sentence that might stand in place of the claim's."""
    ours = given.ours
    for nth, theirs in enumerate(spot.figures):
        if not (one_family(ours, theirs) or _counts_them(ours, theirs, spot)):
            continue
        if agree(ours, theirs) or follows(ours, theirs) or far_apart(ours, theirs):
            continue
        if _elsewhere(given, theirs):
            continue
        if not (_of_one_kind(given, spot, theirs) and _of_one_time(given, spot, theirs, document)):
            continue
        found = match(given.asked, spot, nth)
        yield Held(ours, theirs, spot, document, found, slip_tells(ours, theirs))


def _counts_them(ours: Figure, theirs: Figure, spot: Spot) -> bool:
    """ "The berths are still 900": the noun counted stands elsewhere in the sentence."""
    if ours.family != COUNT or theirs.family not in {LOOSE, BARE}:
        return False
    return theirs.family == BARE or any(spot.inside.has(noun) == 1 for noun in ours.nouns)


def _elsewhere(given: _Case, theirs: Figure) -> bool:
    """Does the article give the page's figure, for something else?"""
    if any(_same(theirs, f) for f in (*given.article, *given.rest)):
        return True
    return any(f.mention and theirs.mention and agree(f, theirs) for f in given.rest)


def _same(one: Figure, other: Figure) -> bool:
    if one.mention and other.mention:
        return one.mention.grain == other.mention.grain and agree(one, other)
    return one.family == other.family and one.ends == other.ends


# "300 below", "two days later": a distance and no amount.
_SHORT_OF = re.compile(
    r"[\s-]*(?:[\w’'-]+\s){0,2}?(?:below|above|more|less|fewer|higher|lower|short|extra|further)\b"
)
_APART = re.compile(
    r"[\s-]*(?:earlier|later|ahead|behind|before|after|ago|apart|older|younger|longer|shorter)\b"
)
_EXACT = re.compile(r"\d|per")  # "a third", "half" are round
_CONTRARY = ({"since", "until"}, {"before", "after"}, {"by", "since"})


def _of_one_kind(given: _Case, spot: Spot, theirs: Figure) -> bool:
    """Are both dates, or amounts, or both distances?"""
    ours = given.ours
    if ours.mention and theirs.mention:
        if theirs.names or _says_when(spot.text, theirs):
            return False
        grains = {ours.mention.grain, theirs.mention.grain}
        if theirs.mention.relative and grains != {"day"}:
            return False
        return {ours.mention.role, theirs.mention.role} not in _CONTRARY
    if ours.family == PERCENT:
        return bool(_EXACT.search(ours.text) and _EXACT.search(theirs.text))
    distance = _APART if ours.family == TIME else _SHORT_OF
    ahead = (distance.match(given.claim, ours.end), distance.match(spot.text, theirs.end))
    return bool(ahead[0]) == bool(ahead[1])


_TOLL = re.compile(
    r"\b(?:toll|dead|deaths?|died|kill(?:ed|ing|s)|injur(?:ed|ies)|wounded|missing|casualt\w+"
    r"|bodies|cases|infect(?:ed|ions)|hospitali[sz]ed|displaced)\b",
    re.I,
)
_STILL = re.compile(r"\b(?:still|remain(?:s|ed)?)\s(?:in|at|on|missing|without|homeless)\b")


def _of_one_time(given: _Case, spot: Spot, theirs: Figure, document: Document) -> bool:
    """Can the page speak of the claim's time? Tolls rise; an old page has old figures."""
    if bool(_STILL.search(given.claim)) != bool(_STILL.search(spot.text)):
        return False
    apart = days_apart(document, given.on)
    if given.ours.mention and theirs.mention:
        return document.published is not None or theirs.mention.year or not given.ours.mention.year
    counted = given.ours.family == COUNT
    if apart != 0 and counted and (_TOLL.search(given.claim) or _TOLL.search(spot.text)):
        return False
    if apart is None or apart >= -MOST_DAYS_BEFORE:
        return True
    mine = _years(given.rest)
    return bool(mine & _years(spot.figures)) or _printed(document) in mine


def _printed(document: Document) -> int:
    return document.published.value.first.year if document.published else 0


def _years(given: tuple[Figure, ...]) -> set[int]:
    """The years that dates name."""
    return {m.first.year for f in given if (m := f.mention) and m.year}
