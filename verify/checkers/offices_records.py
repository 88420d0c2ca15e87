"""One office term as a record: which days are certain, and which only possible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from verify.checkers.offices_posts import CHAIRS, HEADS, Kind, kind_of
from verify.types import OfficeTerm

FOREVER = date.max
# A listing lags behind the change of office it records. Days before the recorded start in
# which the successor may already have served, and days before the recorded end in which the
# predecessor may already have left. Ambassadors are dated from their credentials, months after
# their predecessors go home; committee lists follow a new chair by weeks.
LEAD = {"amb_to_us": 60, "us_amb": 60, **dict.fromkeys(CHAIRS, 120)}
TRAIL = {"amb_to_us": 90, "us_amb": 90}
UNSEEN = timedelta(days=30)  # how long a listing may outlive an ambassador who has left
REAPPOINTED = timedelta(days=120)  # a gap between two listings of one chair that is none in fact
# A predecessor's end known no better than this: the successor may have come long before the
# recorded start, which can be that of a second term.
BLIND = timedelta(days=400)


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


def _lag(kind: Kind, table: dict[str, int]) -> timedelta:
    return timedelta(days=max((table.get(family, 0) for family in kind.sure), default=0))


def _may_from(kind: Kind, start: date) -> date:
    """The first day a successor may have served: a new Congress seats its committees in January."""
    if kind.committee and start.year % 2 and start < date(start.year, 4, 1):
        return min(start, date(start.year, 1, 3))
    return start - _lag(kind, LEAD)


def record_of(term: OfficeTerm, last_read: date) -> Record:
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


def settled(records: Iterable[Record]) -> list[Record]:
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
