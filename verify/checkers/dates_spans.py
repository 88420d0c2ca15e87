"""Spans of days: months and years, and what "yesterday" and "three weeks ago" come to."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from verify.checkers.quantities_units import WORD_VALUES

Span = tuple[date, date, str]
WEEKDAYS = {calendar.day_name[n].lower(): n for n in range(7)}


def day_span(value: date) -> Span:
    """One day."""
    return value, value, "day"


def months(year: int, month: int, count: int) -> tuple[date, date]:
    """The first and the last day of some months in a row."""
    first = date(year, month, 1)
    last_index = year * 12 + month - 1 + count - 1
    last_year, last_month = divmod(last_index, 12)
    return first, date(last_year, last_month + 1, calendar.monthrange(last_year, last_month + 1)[1])


def whole(year: int, count: int = 1) -> tuple[date, date]:
    """The first and the last day of some years in a row."""
    return date(year, 1, 1), date(year + count - 1, 12, 31)


_AGO_DAYS = {"day": 1, "week": 7}


def relative(match: re.Match[str], day: date) -> Span | None:
    """What a relative mention means when it was written on `day`."""
    if match["ago"]:
        return _ago(match["ago"].lower(), match["agou"].lower(), day)
    if match["wd"]:
        back = (day.weekday() - WEEKDAYS[match["wd"].lower()]) % 7
        return day_span(day - timedelta(days=back))
    if not match["rel"]:
        return None
    words = match["rel"].lower().split()
    if len(words) != 2:
        shift = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(words[0], -2)
        return day_span(day + timedelta(days=shift))
    return _last_next(words[0], words[1], day)


def _last_next(which: str, unit: str, day: date) -> Span | None:
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        return (*whole(day.year + step), "year")
    if unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
        return (*months(year, month + 1, 1), "month")
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6), "week"
    if unit in WEEKDAYS and step == -1:
        back = (day.weekday() - WEEKDAYS[unit]) % 7 or 7
        return day_span(day - timedelta(days=back))
    return None


def _ago(count: str, unit: str, day: date) -> Span | None:
    if count in {"a few", "several"}:
        return None
    number = int(count) if count.isdigit() else WORD_VALUES.get(count, 1)
    if unit in _AGO_DAYS:
        slack = 0 if unit == "day" else 4
        middle = day - timedelta(days=number * _AGO_DAYS[unit])
        return middle - timedelta(days=slack), middle + timedelta(days=slack), unit
    if unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 - number, 12)
        first, last = months(year, month + 1, 1)
        return first - timedelta(days=16), last + timedelta(days=16), "month"
    back = number * (10 if unit == "decade" else 1)
    slack_years = 0 if unit == "year" else 5
    return (
        date(day.year - back - slack_years - 1, 7, 1),
        date(day.year - back + slack_years + 1, 6, 30),
        unit,
    )
