"""From which day `today` and `last Tuesday` are counted, and whether `next year` is the calendar's.

Mostly from the day an article came out. The record of a sitting speaks from the day of the sitting,
and a note that was added later (`Update, Jan. 30: …`) from its own.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from verify.types import Article, Dated, PartialDate, Sentence

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = r"(?P<month{0}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year{0}>\d{{4}})\b"
FULL_DATE = re.compile(
    rf"\b(?:{_MONTH.format(1)} {_DAY.format(1)},? {_YEAR.format(1)}"
    rf"|{_DAY.format(2)} {_MONTH.format(2)},? {_YEAR.format(2)})",
    re.IGNORECASE,
)
# `Update, Jan. 30: …`, `*Correction (3 March 2025): …*`: a note that was added later.
ADDED = re.compile(
    r"[\W_]*(?:updated?|corrected|correction|clarification|editor['’]s note)[ ,:(\[–—-]{1,3}"
    rf"(?:{_MONTH.format(1)} {_DAY.format(1)}(?:,? {_YEAR.format(1)})?"
    rf"|{_DAY.format(2)} {_MONTH.format(2)}(?:,? {_YEAR.format(2)})?)[\])]?[*_]*[ ]?[:–—-]",
    re.IGNORECASE,
)
_MEETING = r"(?:meeting|sitting|session|hearing|assembly)"
_BODY = r"(?:council|cabinet|committee|board|senate|parliament)"
# The heading of a record: `Record of the sitting of 3 May 2024`, `Cabinet minutes, 3 May 2024`.
RECORD = re.compile(
    rf"\b(?:minutes|proceedings|record|transcript) of (?:\w+ ){{0,5}}{_MEETING}\b"
    rf"|\bminutes of (?:\w+ ){{0,5}}{_BODY}\b"
    rf"|\b(?:{_MEETING}|{_BODY}) (?:minutes|proceedings|transcript)\b",
    re.IGNORECASE,
)
LONGEST_LINE = 120  # of the lines above the first paragraph
HEAD_LINES = 4
# `the school year`, `fiscal 2025`, `2024-25`: years that begin at another time than in January.
OTHER_YEARS = re.compile(
    r"\b(?:school|academic|fiscal|financial|tax|budget)[ -]years?\b|\bfiscal (?:19|20)\d\d\b"
    r"|\bFY ?(?:20)?\d\d\b|\b20(\d\d)[-–/](?:20)?(\d\d)\b(?![-–/]\d)(?! season| campaign)"
)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How the relative dates of a sentence are counted."""

    day: Dated | None  # from this day; None: from no day that is known
    calendar_years: bool = True  # whether `next year` begins in January


def reckonings(article: Article, sentences: Sequence[Sentence]) -> list[Reckoning]:
    """How each sentence of an article counts its relative dates."""
    text = article.text
    told = Reckoning(_of_a_record(text) or article.published, not _has_other_years(text))
    found: list[Reckoning] = []
    for sentence in sentences:
        line = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.end]
        note = ADDED.match(line)
        own = _day_of(note, article.published) if note else None
        found.append(replace(told, day=own) if own else told)
    return found


def _of_a_record(text: str) -> Dated | None:
    """The day of the sitting that a text is the record of, where its heading names one."""
    lines = [line.strip() for line in text[:1_000].split("\n") if line.strip()][:HEAD_LINES]
    above = next(
        (n for n, v in enumerate(lines) if len(v) > LONGEST_LINE or v.endswith(".")), len(lines)
    )
    head = "\n".join(lines[:above])
    days = list(FULL_DATE.finditer(head))
    return _day_of(days[0], None) if len(days) == 1 and RECORD.search(head) else None


def _day_of(found: re.Match[str], near: Dated | None) -> Dated | None:
    """The day that is written there; without a year, the one nearest to a day that is known."""
    group = {k[:-1]: v for k, v in found.groupdict().items() if v}
    month, number = MONTHS[group["month"].casefold()], int(group["day"])
    known = near.value.last if near else None
    years = [int(group["year"])] if "year" in group else []
    if known and not years:
        years = [known.year - 1, known.year, known.year + 1]
    days = [date(y, month, number) for y in years if _exists(y, month, number)]
    day = min(days, key=lambda d: abs(d - (known or d)), default=None)
    return Dated(PartialDate(day.isoformat()), "text") if day else None


def _exists(year: int, month: int, day: int) -> bool:
    return 0 < year <= 9999 and 0 < day <= calendar.monthrange(year, month)[1]


def _has_other_years(text: str) -> bool:
    """Whether an article speaks of school or fiscal years: its `next year` may be one of them."""
    return any(not m[1] or int(m[2]) == (int(m[1]) + 1) % 100 for m in OTHER_YEARS.finditer(text))
