"""A claim before it has an id and a score."""

from __future__ import annotations

from dataclasses import dataclass

from verify.claims.kinds import Sort
from verify.types import Attribution, Kind, Part


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it has an id and a score."""

    text: str
    start: int
    end: int
    sort: Sort
    part: Part
    attribution: Attribution | None = None
    unresolved: tuple[str, ...] = ()


def last_speech(found: list[Draft]) -> Draft | None:
    """What a sentence quotes, or all that one speaker is said to have said in it."""
    quoted = [d for d in found if d.sort.kind is Kind.QUOTATION and d.attribution]
    said = [d for d in found if d.attribution and d.attribution.verb != "according to"]
    speakers = {d.attribution.speaker for d in said if d.attribution}
    told = any(d.sort.kind is Kind.QUOTATION for d in found)
    return quoted[-1] if quoted else said[-1] if told and len(speakers) == 1 else None
