"""`congress`: members of the United States Congress, from congress-legislators (public domain).

https://github.com/unitedstates/congress-legislators
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from pydantic import Field

from verify.errors import SourceError
from verify.sources.base import (
    Around,
    PlaceToLook,
    SourceSettings,
    asked_for,
    day_of,
    json_value,
    purpose,
    table_of,
    tables,
    text_of,
)
from verify.sources.query import names
from verify.types import Article, Claim, OfficeTerm, PartialDate, Reason, Request, Snapshot

FILES = ("legislators-current.json", "legislators-historical.json")
OFFICES = {
    "sen": ("United States senator", "Senator"),
    "rep": ("United States representative", "Representative"),
}


class CongressSettings(SourceSettings):
    """`base` is the address under which the two files lie."""

    base: str = Field(
        "https://unitedstates.github.io/congress-legislators", pattern=r"^https?://[^?#]+$"
    )


class CongressSource(PlaceToLook):
    """Reads the files and keeps the members whose surname the article has."""

    type = "congress"

    def __init__(self, name: str, settings: CongressSettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """Both files, where any claim has a name."""
        words = {w for c in claims for name in names(c.text) for w in name.lower().split()}
        if not words:
            return []
        told = purpose("facts", names=" ".join(sorted(words)))
        base = self.settings.base.rstrip("/")
        return [Request(f"{base}/{file}", self.name, told, api=True) for file in FILES]

    def terms(self, snapshot: Snapshot) -> Sequence[OfficeTerm]:
        """The terms of the members that the article names. Raises SourceError (bad_answer)."""
        name, state = asked_for(snapshot.request)
        if name != "facts":
            return ()
        people = json_value(snapshot, "congress-legislators")
        if not isinstance(people, list):
            raise SourceError(Reason.BAD_ANSWER, "congress-legislators answered in another shape")
        wanted = set(state.get("names", "").split())
        seen = snapshot.fetched_at.date()
        return [
            term
            for person in tables(people)
            if _named(person, wanted)
            for term in self._of(person, seen)
        ]

    def _of(self, person: dict[str, Any], seen: date) -> Iterator[OfficeTerm]:
        """A member's terms; two that touch and are of one seat are one."""
        merged: list[OfficeTerm] = []
        for term in tables(person.get("terms")):
            made = self._term(person, term, seen)
            if made is None:
                continue
            last = merged[-1] if merged else None
            if last and _goes_on(last, made):
                merged[-1] = _joined(last, made)
            else:
                merged.append(made)
        return iter(merged)

    def _term(self, person: dict[str, Any], term: dict[str, Any], seen: date) -> OfficeTerm | None:
        office = OFFICES.get(text_of(term.get("type")))
        start, end = day_of(term.get("start")), day_of(term.get("end"))
        if office is None or start is None or end is None:
            return None
        named = table_of(person.get("name"))
        full = text_of(named.get("official_full")) or " ".join(
            filter(None, (text_of(named.get("first")), text_of(named.get("last"))))
        )
        bioguide = text_of(table_of(person.get("id")).get("bioguide"))
        return OfficeTerm(
            person=full,
            office=office[0],
            jurisdiction=text_of(term.get("state")),
            start=start,
            # The end of a running term is only scheduled: what is sure ends with this reading.
            until=end if end.last <= seen else PartialDate(max(seen, start.first).isoformat()),
            out_by=end,
            party=text_of(term.get("party")),
            title=office[1],
            source=self.name,
            url=f"https://bioguide.congress.gov/search/bio/{bioguide}" if bioguide else "",
        )


def _named(person: dict[str, Any], wanted: set[str]) -> bool:
    """Whether the article has the member's surname (each word of it)."""
    last = text_of(table_of(person.get("name")).get("last")).lower().split()
    return bool(last) and set(last) <= wanted


def _goes_on(before: OfficeTerm, after: OfficeTerm) -> bool:
    same = (before.office, before.jurisdiction) == (after.office, after.jurisdiction)
    gap = (after.start.first - (before.out_by or before.until).last).days
    return same and 0 <= gap <= 5  # terms end and begin at noon of 3 January, recess aside


def _joined(before: OfficeTerm, after: OfficeTerm) -> OfficeTerm:
    from dataclasses import replace

    return replace(after, start=before.start)
