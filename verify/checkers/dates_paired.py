"""Which date or place of a sentence is the claim's thing's: "a tutor in 1980, a fellow in 1991"."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from verify.checkers.dates_read import dates
from verify.checkers.dates_told import day_of
from verify.checkers.features import meets
from verify.checkers.matter import KEPT, Told
from verify.checkers.ties import NAME, Paired, Tie, paired, paired_names
from verify.types import Passage

# A date that leads a clause is that of what follows: "In 1980 he …, and in 1991 …".
_LEADS = re.compile(
    r"(?:^|[,;]\s(?:and\s)?|\band\s)(?:in|on|by|since|from|during)\s(?:the\s)?$", re.I
)
_PLACED = re.compile(rf"\b(?:in|at)\s(?:the\s)?{NAME}")


@lru_cache(maxsize=KEPT)
def paired_dates(claim: str, passages: tuple[Passage, ...], on: date | None) -> Paired | None:
    """The sentence that has the claim's date, and which of its dates it gives the claim's thing.

    Asked twice of a claim that stays open: does one agree, and does one disagree.
    """
    asked = dates(claim, on)
    if len(asked) != 1 or not asked[0].year:
        return None
    ours = asked[0]

    def ties(told: Told) -> list[Tie]:
        days = [m for m in dates(told.sentence, day_of(told.document)) if m.year]
        led = any(_LEADS.search(told.sentence[: m.start]) for m in days)
        return [] if led else [Tie(m.start, m.end, m.text, meets(ours, m)) for m in days]

    return paired(claim, Tie(ours.start, ours.end, ours.text), passages, ties)


def paired_places(claim: str, passages: tuple[Passage, ...]) -> Paired | None:
    """The same for the place that a claim ends with."""
    return paired_names(claim, passages, _PLACED)
