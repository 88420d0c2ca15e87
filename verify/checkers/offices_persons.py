"""Who is who: records grouped into people, by name, country and generation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from verify.checkers import names
from verify.checkers.offices_places import FAMILY_FIRST, STATES
from verify.checkers.offices_posts import (
    CHAIRS,
    CONGRESS,
    Post,
    answers,
    may_answer,
)
from verify.checkers.offices_records import FOREVER, Record
from verify.checkers.offices_single import UNITED_STATES

GENERATION = timedelta(days=30 * 365)


@dataclass(frozen=True, slots=True)
class Person:
    """One person: every written form of the name, and every term."""

    number: int
    name: str
    forms: frozenset[str]
    records: tuple[Record, ...]
    family_first: bool

    def held(self, post: Post) -> tuple[Record, ...]:
        """The terms that are surely of this post, oldest first."""
        return tuple(r for r in self.records if answers(r.kind, post))

    def may_have_held(self, post: Post) -> tuple[Record, ...]:
        """The terms that may be of this post."""
        return tuple(r for r in self.records if may_answer(r.kind, post))


def people_of(records: Sequence[Record]) -> list[Person]:
    """The records, grouped into people."""
    groups: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for record in records:
        name = names.parse(record.term.person)
        groups[*name.words, "|", *name.nicknames].append(record)
    merged = _merged(list(groups.values()))
    return [
        _person(number, part)
        for number, part in enumerate(p for group in merged for p in _namesakes(group))
    ]


def _circle(record: Record) -> str:
    """Where a name means one person: one country's offices, or United States politics."""
    kind = record.kind
    if {*CONGRESS, *CHAIRS} & kind.sure or kind.place in STATES:
        return UNITED_STATES
    return f"{kind.place} us" if "us_amb" in kind.sure else kind.place


def _same(one: list[Record], other: list[Record]) -> bool:
    """Two groups of one circle are one person. Members of Congress have one name throughout."""
    if all(any(set(CONGRESS) & r.kind.sure for r in group) for group in (one, other)):
        return False
    a, b = one[0].term.person, other[0].term.person
    first, second = names.parse(a).words, names.parse(b).words
    chain = max(len(first), len(second)) >= 4 and not names.same_word(first[0], second[0])
    return not chain and names.same_person(a, b)


def _merged(groups: list[list[Record]]) -> list[list[Record]]:
    """Groups whose names are forms of one name, within one circle, joined."""
    parent = list(range(len(groups)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    circles: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        words = names.parse(group[0].term.person).words or ("",)
        for circle in {_circle(r) for r in group}:
            for key in {names.skeleton(word) for word in words[-2:]}:
                circles[circle, key].append(i)
    for members in circles.values():
        for a, i in enumerate(members):
            for j in members[a + 1 :]:
                if root(i) != root(j) and _same(groups[i], groups[j]):
                    parent[root(j)] = root(i)
    joined: dict[int, list[Record]] = defaultdict(list)
    for i, group in enumerate(groups):
        joined[root(i)].extend(group)
    return list(joined.values())


def _namesakes(group: list[Record]) -> list[list[Record]]:
    """The group in several where one name spans two generations, or two states at a time."""
    ordered = sorted(group, key=lambda r: r.sure_from)
    for i, (one, other) in enumerate(pairwise(ordered), start=1):
        if other.sure_from - one.sure_until > GENERATION:
            return [*_by_state(ordered[:i]), *_namesakes(ordered[i:])]
    return _by_state(group)


def _by_state(group: list[Record]) -> list[list[Record]]:
    seats = [r for r in group if set(CONGRESS) & r.kind.sure]
    states = {r.kind.place for r in seats}
    clash = any(
        a.kind.place != b.kind.place and a.surely(b.sure_from, b.sure_until)
        for i, a in enumerate(seats)
        for b in seats[i + 1 :]
    )
    if not clash:
        return [group]
    parts = {state: [r for r in seats if r.kind.place == state] for state in sorted(states)}
    for record in group:
        if record in seats:
            continue
        sitting = [p for p in parts.values() if any(r.surely(record.sure_from, FOREVER) for r in p)]
        for part in sitting or parts.values():
            part.append(record)
    return list(parts.values())


def _person(number: int, records: Sequence[Record]) -> Person:
    ordered = sorted((replace(r, person=number) for r in records), key=lambda r: r.sure_from)
    forms = frozenset(r.term.person for r in ordered)
    return Person(
        number=number,
        name=names.plain(ordered[-1].term.person),
        forms=forms,
        records=tuple(ordered),
        family_first=any(r.kind.place in FAMILY_FIRST for r in ordered),
    )
