"""Spans of time: when a person's terms ran, and what several of them share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from verify.checkers.terms import BLIND, FOREVER, Record

Span = tuple[date, date, date]  # from, surely until, possibly until


def joined(records: Sequence[Record]) -> list[Span]:
    """The terms as spans, those that run on from one another as one."""
    spans: list[Span] = []
    for record in sorted(records, key=lambda r: r.sure_from):
        # A term still open at the last reading is taken to run on: nothing says it ended.
        still_open = record.may_until > record.last_read
        until = FOREVER if still_open else record.may_until
        surely = until if still_open else record.sure_until
        first = record.sure_from
        if first - record.may_from > BLIND:
            first = record.may_from
        if spans and (first - spans[-1][2]).days <= 45:
            start, before, end = spans[-1]
            spans[-1] = (start, max(before, surely), max(end, until))
        else:
            spans.append((first, surely, until))
    return spans


def after_each(spans: list[Span]) -> list[Span]:
    """When somebody could be called former: between and after the spans."""
    starts = [s[0] for s in spans[1:]] + [FOREVER]
    gaps = zip(spans, starts, strict=True)
    return [(span[1], nxt, nxt) for span, nxt in gaps if span[2] != FOREVER and span[1] < nxt]


def shared(spans: Sequence[Sequence[Span]]) -> list[Span]:
    """The spans that lie within one span of each."""
    found: list[Span] = [(date.min, FOREVER, FOREVER)]
    for held in spans:
        found = [
            (start, max(start, min(surely, sure)), end)
            for first, surely, last in found
            for begin, sure, over in held
            if (start := max(first, begin)) <= (end := min(last, over))
        ]
    return sorted(set(found))


def samples(spans: Sequence[Span], until: date) -> list[date]:
    """Days spread over the spans, both ends among them; an open end is taken to be `until`."""
    days: set[date] = set()
    for start, _, end in spans:
        last = min(end, max(until, start))
        days |= {start + timedelta(days=(last - start).days * part // 6) for part in range(7)}
    return sorted(days)
