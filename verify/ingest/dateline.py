"""The date that a text states of itself, where no field of a page or file does.

Only what can mean nothing else is taken: a line that says "published", a line that is
nothing but a date, or the dateline of an agency's report, each with its year. A date that
two readers could read in two ways (03/04/2025) and one of an update are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from verify.types import Dated
from verify.web.published import parse_date

TOP = 12  # lines with words on them that a masthead and a byline may take
FOOT = 3  # lines at the end where a site's footer says when it published
LINE, DATELINE = "date line", "dateline"  # `found_in`

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})(?![\d/])"
)
_WEEKDAY = r"(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = (
    r"(?:(?:,|\s|T|at|\|)*\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:\(?[A-Z]{1,5}\)?)?\s*(?:[+-]\d{2}:?\d{2})?)?"
)
_BREAK = r"\s*[|•·,–—-]+\s*"
_TAIL = rf"(?:{_BREAK}(?:(?:last\s+)?(?:updated|modified)\b.*|\d+\s+min(?:ute)?s?\b.*|by\s.*)?)?\s*"
_LABEL = re.compile(
    r"(?:^|[|•·]\s*)(?:"
    r"(?:(?:first\s+)?(?:published|posted)|issued|released)(?:\s+(?:on|at))?\s*:?"
    r"|(?:publication|release|publish|pub)\s*date\s*:?|date\s+published\s*:?|dated?\s*:)\s*"
    rf"({_WEEKDAY}(?:{_DAY}|{_MONTH}\s+\d{{4}}){_TIME})(?=\s*(?:$|[|•·,;.()–—-]|by\b|in\b|updated))",
    re.I,
)
_ALONE = re.compile(
    rf"(?:by\s[^|•·]{{2,80}}?{_BREAK})?[(\[]?({_WEEKDAY}{_DAY}{_TIME})[)\]]?{_TAIL}", re.I
)
_NAME = r"[A-ZÀ-Þ][\w.'’/-]*"
_PLACE = rf"(?!(?:On|In|At|By|Since|Until|From)\b){_NAME}(?:,?\s{_NAME}){{0,4}}"
_CREDIT = r"(?:\s*(?:\([^)]{2,40}\)|/[^/]{2,30}/))?"
_PLACED = re.compile(
    rf"({_PLACE}){_CREDIT}\s*[,–—-]?\s*((?i:{_DAY})){_CREDIT}\s*(?:[-–—:]+(?=\s|$)|$)"
)
# ACCRA, 14 June 2023. The council met: with a full stop only after a place in capitals.
_STOPPED = re.compile(
    rf"([A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{{2,30}}){_CREDIT}\s*[,–—-]?\s*((?i:{_DAY}))\.\s+(?=[A-Z“\"])"
)
_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


def stated_date(text: str, seen: date) -> Dated | None:
    """When the text says that it was published, or None. `seen` is the day it was read."""
    lines = [line.strip(" \t\ufeff#*_>") for line in text.split("\n")]
    lines = [line for line in lines if line]
    for dated in _candidates(lines):
        if dated.value.first <= seen + timedelta(days=1):
            return dated
    return None


def is_date_line(line: str) -> bool:
    """Whether a line says when the text was published, and nothing else."""
    line = line.strip()
    return bool(_ALONE.fullmatch(line) or _LABEL.match(line))


def _candidates(lines: list[str]) -> Iterator[Dated]:
    top = lines[:TOP]
    foot = lines[max(TOP, len(lines) - FOOT) :]
    yield from _read((m[1] for line in top + foot if (m := _LABEL.search(line))), LINE)
    alone = [m[1] for line in lines if (m := _ALONE.fullmatch(line))]
    if len(set(alone)) == 1:  # several are a chronology's headings
        yield from _read((m[1] for line in top if (m := _ALONE.fullmatch(line))), LINE)
    placed = (_PLACED.match(line) or _STOPPED.match(line) for line in top)
    yield from _read((m[2] for m in placed if m), DATELINE)


def _read(found: Iterable[str], found_in: str) -> Iterator[Dated]:
    for words in found:
        plain = re.sub(r"\bof\s+", "", words, flags=re.I)
        if numeric := _NUMERIC.search(plain):
            plain = _unambiguous(*map(int, numeric.groups()))
        dated = parse_date(re.sub(rf"^{_WEEKDAY}", "", plain, flags=re.I), found_in)
        if dated:
            yield dated


def _unambiguous(first: int, second: int, year: int) -> str:
    """ISO of a date in figures, where only one reading is a date; else ""."""
    if first == second or second > 12 >= first:
        return f"{year:04d}-{first:02d}-{second:02d}"
    return f"{year:04d}-{second:02d}-{first:02d}" if first > 12 else ""
