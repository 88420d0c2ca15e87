"""The table that `benchmarks.offices` builds its sentences from, by person and by post."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks import offices_forms as forms
from verify.checkers.offices_places import place_named
from verify.types import OfficeTerm

FIRST_DAY, LAST_DAY = date(2014, 1, 1), date(2026, 1, 10)
PRINTED = {"chief of state": "President", "head of government": "Prime Minister"}
HEAD_TITLES = ("President", "Prime Minister", "Premier", "Chancellor", "Taoiseach")


def group_of(term: OfficeTerm) -> str:
    """Which templates fit a term; "" for offices the benchmark does not cover."""
    if term.office in ("United States senator", "United States representative"):
        return forms.SEAT
    if "Committee on" in term.office and term.office.split(",")[0] in ("Chair", "Ranking Member"):
        return forms.PANEL if term.office.split(", ")[1].startswith(("Senate", "House")) else ""
    if term.office == "ambassador to the United States" and place_named(term.jurisdiction):
        return forms.TO_US
    if term.office == "United States ambassador" and term.title == "Ambassador":
        return forms.OF_US if place_named(term.jurisdiction) else ""
    if term.office in PRINTED and term.title in HEAD_TITLES:
        return forms.HEAD if place_named(term.jurisdiction) else ""
    return ""


def printed_name(name: str) -> str:
    """A record's name as a newspaper prints it: no initials, suffix or nickname in quotes."""
    name = re.sub(r'\s*["“][^"”]*["”]', "", name).split(",")[0]
    words = [
        w for i, w in enumerate(name.split()) if not re.fullmatch(r"[A-Z]\.|II|III|IV", w) or not i
    ]
    return " ".join(words)


def surname(name: str) -> str:
    """The word a newspaper uses on second mention (the record gives no better hint)."""
    return printed_name(name).split()[-1]


@dataclass(frozen=True)
class Book:
    """The table that sentences are built from, by person and by post."""

    terms: tuple[OfficeTerm, ...]
    by_person: dict[str, list[OfficeTerm]]
    by_post: dict[tuple[str, str], list[OfficeTerm]]

    @classmethod
    def of(cls, terms: Sequence[OfficeTerm]) -> Book:
        """Index the terms."""
        by_person, by_post = defaultdict(list), defaultdict(list)
        for term in terms:
            by_person[surname(term.person)].append(term)
            by_post[term.office, term.jurisdiction].append(term)
        return cls(tuple(terms), by_person, by_post)

    def may_hold(self, term: OfficeTerm, day: date, margin: int = 45) -> bool:
        """Anyone of that surname is near a term of that sort of office on that day."""
        slack = timedelta(days=margin)
        return any(
            group_of(other) == group_of(term)
            and other.start.first - slack <= day
            and (other.out_by is None or day <= other.out_by.last + slack)
            for other in self.by_person[surname(term.person)]
        )

    def another_held(self, term: OfficeTerm, day: date) -> bool:
        """The table names somebody else in that office then; else a claim is not known false."""
        return any(
            other.start.first <= day and (other.out_by is None or day <= other.out_by.last)
            for other in self.by_post[term.office, term.jurisdiction]
            if surname(other.person) != surname(term.person)
        )


def within(rng: random.Random, first: date, last: date) -> date | None:
    """A day from first to last, inside the benchmark's years; None where there is none."""
    first, last = max(first, FIRST_DAY), min(last, LAST_DAY)
    if first > last:
        return None
    return first + timedelta(days=rng.randint(0, (last - first).days))


def settled(term: OfficeTerm) -> tuple[date, date]:
    """The days on which the table surely has the term running."""
    last = term.until.first if term.out_by is None else min(term.until.first, term.out_by.first)
    return term.start.last, last
