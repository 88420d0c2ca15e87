"""The office terms as a table of people: who is who, who held what, and how surely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from verify.checkers import names
from verify.checkers.offices_places import FAMILY_FIRST, STATES
from verify.checkers.offices_posts import (
    CHAIRS,
    CONGRESS,
    HEADS,
    UNITED_STATES,
    Kind,
    Post,
    answers,
    kind_of,
    may_answer,
)
from verify.types import OfficeTerm, PartialDate

_ANY = PartialDate("2000")
FOREVER = date.max
# A listing lags behind the change of office it records. Days before the recorded start in
# which the successor may already have served, and days before the recorded end in which the
# predecessor may already have left. Ambassadors are dated from their credentials, months after
# their predecessors go home; committee lists follow a new chair by weeks.
LEAD = {"amb_to_us": 60, "us_amb": 60, **dict.fromkeys(CHAIRS, 120)}
TRAIL = {"amb_to_us": 90, "us_amb": 90}
GENERATION = timedelta(days=30 * 365)
UNSEEN = timedelta(days=30)  # how long a listing may outlive an ambassador who has left
# How long after a source was last read its absences still count (never its presences).
GRACE = timedelta(days=240)
REAPPOINTED = timedelta(days=120)  # a gap between two listings of one chair that is none in fact
# A predecessor's end known no better than this: the successor may have come long before the
# recorded start, which can be that of a second term.
BLIND = timedelta(days=400)
OVERLAP = timedelta(days=90)  # two holders for longer than this: a post that several share


@dataclass(frozen=True, slots=True)
class Record:
    """One term with its certain and its possible span of days (both ends included)."""

    term: OfficeTerm
    kind: Kind
    may_from: date
    sure_from: date
    sure_until: date
    may_until: date  # FOREVER where the source says no end
    last_read: date  # the latest day this source speaks of
    person: int = -1

    def surely(self, first: date, last: date) -> bool:
        """Was running on some day of first..last, for certain."""
        return self.sure_from <= last and first <= self.sure_until

    def possibly(self, first: date, last: date) -> bool:
        """May have been running on some day of first..last."""
        return self.may_from <= last and first <= self.may_until


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


def _lag(kind: Kind, table: dict[str, int]) -> timedelta:
    return timedelta(days=max((table.get(family, 0) for family in kind.sure), default=0))


def _may_from(kind: Kind, start: date) -> date:
    """The first day a successor may have served: a new Congress seats its committees in January."""
    if kind.committee and start.year % 2 and start < date(start.year, 4, 1):
        return min(start, date(start.year, 1, 3))
    return start - _lag(kind, LEAD)


def _record(term: OfficeTerm, last_read: date) -> Record:
    kind = kind_of(term)
    start, until = term.start, term.until
    ended = term.out_by is not None and term.out_by.last <= last_read
    may_until = FOREVER if term.out_by is None else max(term.out_by.last, until.first)
    trail = _lag(kind, TRAIL)
    sure_until = until.first
    if ended and term.out_by is not None and trail:
        sure_until = min(until.first - UNSEEN, term.out_by.first - trail)
    return Record(
        term=term,
        kind=kind,
        may_from=_may_from(kind, start.first),
        sure_from=start.last,
        sure_until=max(sure_until, min(start.last, until.first)),
        may_until=may_until,
        last_read=last_read,
    )


class OfficeTable:
    """Office terms from any number of sources. Conflicting terms stay side by side.

    It fills `ports.OfficeTerms`, and tells the checkers how sure each term is.
    """

    def __init__(self, terms: Sequence[OfficeTerm]) -> None:
        """`terms` from every source, in any order; duplicates do no harm."""
        self.terms = tuple(dict.fromkeys(terms))
        last: dict[str, date] = {}
        for term in self.terms:
            last[term.source] = max(last.get(term.source, date.min), term.until.first)
        records = [_record(term, last[term.source]) for term in self.terms]
        self.people = tuple(_people(_settled(records)))
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_skeleton: dict[str, set[int]] = defaultdict(set)
        self._records: dict[str, list[Record]] = defaultdict(list)
        self._index()
        self._full: dict[str, tuple[Person, ...]] = {}
        self._surname: dict[str, tuple[Person, ...]] = {}
        self._post: dict[tuple[Post, bool], tuple[Record, ...]] = {}
        self._shared: dict[Post, bool] = {}

    def _index(self) -> None:
        for person in self.people:
            for form in person.forms:
                name = names.parse(form)
                words = {*name.words, *name.nicknames, *(w for a in name.aliases for w in a)}
                for word in words:
                    self._by_word[word].add(person.number)
                    self._by_skeleton[names.skeleton(word)].add(person.number)
            for record in person.records:
                for family in record.kind.sure | record.kind.maybe:
                    self._records[family].append(record)

    def of(self, name: str) -> Sequence[OfficeTerm]:
        """Terms of everyone the name can mean, full names first; [] for a stranger."""
        people = self.named(name) or self.surnamed(name)
        return [r.term for person in people for r in person.records]

    def holders(self, office: str, jurisdiction: str, on: date) -> Sequence[OfficeTerm]:
        """Terms of that office and jurisdiction that may have been running on a day."""
        wanted = kind_of(OfficeTerm("", office, jurisdiction, _ANY, _ANY, None))
        found = (
            r
            for person in self.people
            for r in person.records
            if r.kind.place == wanted.place
            and r.kind.committee == wanted.committee
            and (r.term.office == office or (wanted.sure and wanted.sure <= r.kind.sure))
            and r.possibly(on, on)
        )
        return [r.term for r in sorted(found, key=lambda r: r.sure_from)]

    def named(self, name: str) -> tuple[Person, ...]:
        """Everyone whose full name this strictly is (two words or more)."""
        if name not in self._full:
            words = names.parse(name).words
            self._full[name] = tuple(
                p
                for p in self._near(words)
                if any(names.is_full_name_of(name, form) for form in p.forms)
            )
        return self._full[name]

    def surnamed(self, name: str) -> tuple[Person, ...]:
        """Everyone whom newspapers call so on second mention."""
        if name not in self._surname:
            words = names.parse(name).words
            self._surname[name] = tuple(
                p
                for p in self._near(words)
                if any(
                    names.is_surname_of(name, form, family_first=p.family_first) for form in p.forms
                )
            )
        return self._surname[name]

    def enthroned(self, name: str) -> tuple[Person, ...]:
        """Monarchs by their first name: King Salman, Emir Tamim."""
        words = names.parse(name).words[:1]
        return tuple(
            p
            for p in self._near(words)
            if any("monarch" in r.kind.sure for r in p.records)
            and any(names.parse(form).words[:1] == words for form in p.forms)
        )

    def _near(self, words: tuple[str, ...]) -> list[Person]:
        # The last word of a name, or in family-first order the first, is never an initial.
        found: set[int] = set()
        for word in {*words[-1:], *words[:1]}:
            if len(word) > 1:
                found |= self._by_word.get(word, set())
                found |= self._by_skeleton.get(names.skeleton(word), set())
        return [self.people[i] for i in sorted(found)]

    def records(self, post: Post, *, possibly: bool = False) -> tuple[Record, ...]:
        """Every term of a post; with `possibly`, also terms that only may be of it."""
        key = (post, possibly)
        if key not in self._post:
            fits = may_answer if possibly else answers
            found = [r for r in self._records.get(post.family, []) if fits(r.kind, post)]
            self._post[key] = tuple(sorted(found, key=lambda r: r.sure_from))
        return self._post[key]

    def sure_holders(self, post: Post, on: date) -> tuple[Record, ...]:
        """Who held the post on a day, for certain, or was last read to, within GRACE."""
        return tuple(
            r
            for r in self.records(post)
            if r.surely(on, on)
            or (
                r.may_until > r.last_read == r.sure_until
                and r.sure_until <= on <= r.last_read + GRACE
            )
        )

    def shared(self, post: Post) -> bool:
        """The post is known to have had several holders at a time."""
        if post not in self._shared:
            self._shared[post] = _several(self.records(post))
        return self._shared[post]


def _several(records: Sequence[Record]) -> bool:
    latest: Record | None = None
    for record in records:
        if latest is not None and record.person != latest.person:
            overlap = min(latest.sure_until, record.sure_until) - record.sure_from
            if overlap > OVERLAP:
                return True
        if latest is None or record.sure_until > latest.sure_until:
            latest = record
    return False


def _settled(records: Iterable[Record]) -> list[Record]:
    """Where a committee has a new chair before the old one's listing ends, the old is not sure."""
    by_post: dict[tuple[frozenset[str], str], list[Record]] = defaultdict(list)
    rest: list[Record] = []
    for record in records:
        if record.kind.committee:
            by_post[record.kind.sure, record.kind.committee].append(record)
        else:
            rest.append(record)
    rest = _after_blind_spans(rest)
    for group in by_post.values():
        group.sort(key=lambda r: r.sure_from)
        rest.extend(_handed_on(a, b) for a, b in zip(group, [*group[1:], None], strict=True))
    return rest


def _after_blind_spans(records: list[Record]) -> list[Record]:
    """Heads whose predecessor's end is hardly known may have begun as early as that allows."""
    ends: dict[tuple[str, str, date], list[Record]] = defaultdict(list)
    for record in records:
        if set(HEADS) & record.kind.sure:
            ends[record.term.office, record.kind.place, record.may_until].append(record)
    widened = []
    for record in records:
        before = ends.get((record.term.office, record.kind.place, record.sure_from), [])
        earliest = min((b.sure_until for b in before), default=record.sure_from)
        blind = record.sure_from - earliest > BLIND and set(HEADS) & record.kind.sure
        widened.append(replace(record, may_from=earliest) if blind else record)
    return widened


def _handed_on(record: Record, following: Record | None) -> Record:
    if following is None:
        return record
    if following.term.person != record.term.person:
        end = max(record.sure_from, min(record.sure_until, following.may_from))
        return replace(record, sure_until=end)
    if following.sure_from - record.sure_until <= REAPPOINTED:
        return replace(record, sure_until=max(record.sure_until, following.sure_from))
    return record


def _people(records: Sequence[Record]) -> list[Person]:
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
    for i, (one, other) in enumerate(zip(ordered, ordered[1:], strict=False), start=1):
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
        name=ordered[-1].term.person,
        forms=forms,
        records=tuple(ordered),
        family_first=any(r.kind.place in FAMILY_FIRST for r in ordered),
    )
