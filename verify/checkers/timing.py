"""Do a claim and a page speak of one time, where neither names it?

"Turnout was 58.9 percent" is true of the last election; "he has scored 20 goals", of last
week. What a sentence leaves to the day it was printed is held only against pages of
about that day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from verify.checkers.dates_read import Mention
from verify.checkers.quantities import Quantity
from verify.checkers.senses import PARTICIPLES, PAST
from verify.types import Document

MOST_DAYS_STATE = 31  # what "is" or "has" may have changed after: as for quotations
MOST_DAYS_EVENT = 7  # what happened may have happened again a week later: matches, auctions
MOST_DAYS_MONTH = 180  # "in April", said half a year apart, is another April
_PAST = re.compile(rf"\b(?:was|were|had|did|[a-z]{{2,}}ed|{'|'.join(PAST)})\b")
_NOW = re.compile(r"\b(?:is|are|has|have|now)\b")
_THEN = re.compile(r"\b(?:was|were|had)\b")
_HAD_DONE = re.compile(rf"\bhad\s(?:\w+ly\s)?(?:been|[a-z]{{2,}}ed|{'|'.join(PARTICIPLES)})\b")
_DUE = re.compile(r"\b(?:is|are|was|were|has|have|had)\sto\s|\bdue\sto\s")
_PERFECT = re.compile(rf"\b(?:has|have)\s(?:\w+ly\s)?(?:[a-z]{{2,}}ed|{'|'.join(PARTICIPLES)})\b")
_ADDS_UP = re.compile(r"\b(?:has|have|now|so far|already|to date|this season)\b", re.I)
# A length or an area of a thing that is there stays what it is.
_LASTING = frozenset(("metre", "hectare"))


def days_apart(document: Document | None, on: date | None) -> int | None:
    """The least number of days between the page and the article's day; negative: the page first.

    None where either is undated.
    """
    if document is None or document.published is None or on is None:
        return None
    first, last = document.published.value.first, document.published.value.last
    if first <= on <= last:
        return 0
    return (first - on).days if first > on else (last - on).days


def one_time(text: str, mentions: Sequence[Mention], apart: int | None, unit: str = "") -> bool:
    """Can the page speak of the time that the claim speaks of?"""
    if apart is None or (unit in _LASTING and _NOW.search(text)):
        return True
    if mentions:
        return all(m.year for m in mentions) or abs(apart) <= MOST_DAYS_MONTH
    return abs(apart) <= (MOST_DAYS_EVENT if happened(text) else MOST_DAYS_STATE)


def happened(text: str) -> bool:
    """Does it tell of what has been?"""
    return bool(_PAST.search(text))


def same_tense(claim: str, sentence: str) -> bool:
    """Does not one say what is, and the other what was?"""
    if any(bool(way.search(claim)) != bool(way.search(sentence)) for way in (_HAD_DONE, _DUE)):
        return False
    now, then = ([bool(t.search(s)) for s in (claim, sentence)] for t in (_NOW, _THEN))
    return not any(now[i] and then[1 - i] and not now[1 - i] and not then[i] for i in (0, 1))


def grown(claim: str, ours: Quantity, theirs: Quantity, apart: int | None) -> bool:
    """May the later of two counts be the earlier one with what came after?"""
    if apart is None:  # either may be the later: only more than the page has is surely wrong
        return bool(_PERFECT.search(claim)) and not ours.unit and theirs.value > ours.value
    if not apart or ours.unit or not _ADDS_UP.search(claim):
        return False
    return ours.value > theirs.value if apart < 0 else theirs.value > ours.value
