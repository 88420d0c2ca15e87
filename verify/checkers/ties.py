"""What of a sentence belongs to what: "a tutor in 1980, a fellow in 1991".

A claim that says "a fellow in 1980" has all its words there, and its date. A date, a place or a
doer is tied to what stands before it. Only noted: what stands between two may be said of both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from verify.checkers.dates_read import dates
from verify.checkers.matter import Told, telling, tellings
from verify.checkers.quantities import quantities
from verify.checkers.senses import names, sense
from verify.checkers.wording import words
from verify.types import Passage

# "Elected in 2016 and 2022": two of one thing.
_JOINED = re.compile(
    r"\s?,?\s?(?:and|or|to|until|through|then|again|,|[–—-])?\s?(?:(?:in|at)\s)?(?:the\s)?", re.I
)
NAME = r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s(?:of\s(?:the\s)?)?[A-ZÀ-Þ][\w’'-]+)*)"


@dataclass(frozen=True, slots=True)
class Tie:
    """A date, a place or a doer of a text; `ours`: it may be the claim's."""

    start: int
    end: int
    text: str
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Paired:
    """What the claim ties to its thing, and what the page's sentence does; `same` if it agrees."""

    ours: str
    theirs: str
    told: Told
    same: bool


def paired_names(claim: str, passages: tuple[Passage, ...], way: re.Pattern[str]) -> Paired | None:
    """The name that a claim ends with, found by `way`, and the one that the page has there."""
    asked = list(_named(claim, way))
    if not asked or asked[-1].end < len(claim.rstrip(" .")):
        return None
    ours = asked[-1]

    def ties(told: Told) -> list[Tie]:
        found = _named(told.sentence, way)
        return [replace(p, ours=p.text in ours.text or ours.text in p.text) for p in found]

    return paired(claim, ours, passages, ties)


def _named(text: str, way: re.Pattern[str]) -> Iterator[Tie]:
    days = dates(text)
    for found in way.finditer(text):
        if not any(found.start("name") < d.end and d.start < found.end() for d in days):
            yield Tie(found.start("name"), found.end(), found["name"])


def paired(
    claim: str, ours: Tie, passages: tuple[Passage, ...], ties: Callable[[Told], list[Tie]]
) -> Paired | None:
    """The sentence that has the claim's tie, and which of its own it gives the claim's thing.

    Where one gives it the claim's own, that one.
    """
    found = None
    for told in tellings(claim, passages):
        given = ties(told)
        if not any(t.ours for t in given):
            continue
        theirs = _behind(claim, ours.start, told.sentence, given)
        if not theirs:
            return None  # it has the claim's, and for what cannot be told
        if same := next((t for t in theirs if t.ours), None):
            return Paired(ours.text, same.text, told, same=True)
        found = found or Paired(ours.text, theirs[0].text, told, same=False)
    return found


def _behind(claim: str, position: int, sentence: str, ties: Sequence[Tie]) -> list[Tie]:
    """The ties right behind what the claim has last before its own, if it stands there once."""
    places = _anchors(claim, position, sentence)
    found: list[Tie] = []
    for tie in (t for t in ties if len(places) == 1 and t.start >= places[0]):
        if found and not _JOINED.fullmatch(sentence[found[-1].end : tie.start]):
            break
        found.append(tie)
    return found


def _anchors(claim: str, position: int, sentence: str) -> list[int]:
    """Where the sentence has the claim's last number or telling word before a position."""
    last = [q for q in quantities(claim) if q.end <= position][-1:]
    before = [w for w in telling(claim) if w.end <= position][-1:]
    if last and (not before or before[0].end <= last[0].start):
        return [q.end for q in quantities(sentence) if q.ends == last[0].ends]
    if not before or sense(before[0].stem) in names(claim):
        return []
    anchor = sense(before[0].stem)
    return [w.end for w in words(sentence) if sense(w.stem) == anchor]
