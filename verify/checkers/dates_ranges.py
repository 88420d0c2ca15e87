"""From one year to another: a claim's span of time held against those that a page gives.

"Minister from 2014 to 2018" is not what a page says that has "deputy minister from 2014 to 2016
and minister from 2016 to 2018", however alike the words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verify.checkers.agreement import agreement
from verify.checkers.dates_read import Mention, dates
from verify.checkers.matter import has_pronoun
from verify.checkers.readings import sentences
from verify.checkers.senses import names
from verify.types import Document, Passage

_JOINED = re.compile(r"\s(?:to|and|until|till|through)\s(?:the\s)?|\s?[–—-]\s?", re.I)
_OPENED = re.compile(r"\b(?:from|between)\s(?:the\s)?$", re.I)


@dataclass(frozen=True, slots=True)
class Range:
    """Two dates of a text, said as the beginning and the end of something."""

    first: Mention
    last: Mention
    text: str


@dataclass(frozen=True, slots=True)
class Spanned:
    """A claim's range, and those of a page's sentence, none of which is the same."""

    ours: Range
    theirs: tuple[Range, ...]
    sentence: str
    document: Document


def ranges(text: str) -> tuple[Range, ...]:
    """The ranges of a text that both dates give with a year."""
    found = list(_pairs(text, [m for m in dates(text) if m.year]))
    return tuple(Range(a, b, text[a.start : b.end]) for a, b in found)


def _pairs(text: str, days: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    for one, two in pairwise(days):
        opened = _OPENED.search(text[: one.start])
        if opened and _JOINED.fullmatch(text[one.end : two.start]) and one.first <= two.first:
            yield one, two
    yield from ((m, m) for m in days if m.grain == "span")


def other_span(claim: str, passages: Sequence[Passage]) -> Spanned | None:
    """The sentence that tells of the claim's thing, and gives it other spans of time only.

    None where any sentence has the claim's own span, or both its ends.
    """
    asked = ranges(claim)
    if len(asked) != 1:
        return None
    ours, found = asked[0], None
    for passage in passages:
        for sentence in sentences(passage):
            theirs = ranges(sentence)
            if any(_same(ours, r) for r in theirs):
                return None
            if found is None and theirs and _alike(claim, ours, sentence, theirs):
                found = Spanned(ours, theirs, sentence, passage.document)
    return found


def _same(one: Range, two: Range) -> bool:
    """Do they begin and end in the same years?"""
    return _years(one) == _years(two)


def _years(span: Range) -> tuple[int, int]:
    return span.first.first.year, span.last.last.year


def _alike(claim: str, ours: Range, sentence: str, theirs: Sequence[Range]) -> bool:
    """Do both speak of one thing, at about one time? "He was minister" names nobody."""
    masks = [(ours.first.start, ours.last.end)]
    others = [(r.first.start, r.last.end) for r in theirs]
    rest = agreement(claim, sentence, masks, others)
    ours_named = names(claim)
    named = rest.names or has_pronoun(sentence)
    return (
        named
        and rest.words > len(ours_named)
        and ours_named.issuperset(rest.missing)
        and any(_meet(ours, r) for r in theirs)
    )


def _meet(one: Range, two: Range) -> bool:
    return one.first.first <= two.last.last and two.first.first <= one.last.last
