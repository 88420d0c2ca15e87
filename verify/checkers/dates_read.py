"""Dates in running text: which days a mention can mean.

Absolute ("5 July 2020", "Q3 2021", "the 1990s", "fiscal 2021"), and, where a day of
reference is given, relative ("yesterday", "last year", "three weeks ago", "on Monday").
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from verify.checkers.dates_spans import WEEKDAYS, Span, day_span, months, relative, whole
from verify.checkers.quantities_units import ORDINALS, WORD_VALUES
from verify.checkers.wording import windows


@dataclass(frozen=True, slots=True)
class Mention:
    """A date with its span. It lies within `first` to `last` (both included).

    `grain` is day, month, quarter, half, season, year, fiscal, decade, century or span;
    `role` is the word that ties it: at, since, until, by, before, after. A mention
    without a year ("5 July") has `year` False and lies in year 4, which is a leap year.
    """

    start: int
    end: int
    text: str
    first: date
    last: date
    grain: str
    role: str = "at"
    year: bool = True
    relative: bool = False


MONTHS: dict[str, int] = {}
for _number in range(1, 13):
    MONTHS[calendar.month_name[_number].lower()] = _number
    MONTHS[calendar.month_abbr[_number].lower()] = _number
MONTHS["sept"] = 9
NO_YEAR = 4
# Months and weekdays: written large, and yet no names.
DAY_NAMES = frozenset((*MONTHS, *WEEKDAYS))

_M = "|".join(sorted((m for m in MONTHS if m != "may"), key=len, reverse=True)) + "|may"
_Y = r"(?:1[0-9]|20)\d\d"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_NUMBER = "|".join(sorted(WORD_VALUES, key=len, reverse=True)) + r"|\d{1,3}|a|an|a few|several"
_DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_W = "|".join(WEEKDAYS)
_BARE_YEAR = (
    r"(?<![\d.,$£€₹/#-])\b(?P<year>(?:1[0-9]|20)\d\d)\b(?![\d,.]*\d)"
    r"(?!\s?(?:%|percent|km|miles|metres|feet|people|meters))"
)

DATE = re.compile(
    rf"(?P<iso>\b{_Y}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b)"
    rf"|\b(?P<d1>{_D})(?:\s+of)?(?:\s+|-)(?P<m1>{_M})\b\.?(?:,?\s+(?P<y1>{_Y})\b)?"
    rf"|\b(?P<m2>{_M})\b\.?\s+(?:the\s+)?(?P<d2>{_D})\b(?![\d:]|,\d)(?:,?\s+(?P<y2>{_Y})\b)?"
    rf"|\b(?P<m3>{_M})\b\.?,?\s+(?:of\s+)?(?P<y3>{_Y})\b"
    rf"|\b(?:the\s+)?(?P<qn>first|second|third|fourth|1st|2nd|3rd|4th|Q[1-4]|[1-4]Q)(?:\s+(?:fiscal\s+)?quarter)?"
    rf"(?:\s+of)?\s+(?P<qy>{_Y})\b"
    rf"|\b(?:the\s+)?(?P<hn>first|second|H[12])(?:\s+half)?(?:\s+of)?\s+(?P<hy>{_Y})\b"
    rf"|\b(?P<season>spring|summer|autumn|fall|winter)(?:\s+of)?\s+(?P<sy>{_Y})\b"
    rf"|\b(?:FY|fiscal(?:\syear)?|financial\syear)\s?['’]?(?P<fy>{_Y}|\d\d)(?:\s?[-–/]\s?(?P<fy2>{_Y}|\d\d))?\b"
    rf"|\b(?:the\s+)?(?P<decpart>early|mid|late)?[\s-]?(?P<dec>(?:1[0-9]|20)\d0)['’]?s\b"
    rf"|['’](?P<dec2>[2-9]0)s\b"
    rf"|\bthe\s+(?P<decword>{'|'.join(_DECADES)})\b"
    rf"|\b(?:the\s+)?(?P<cen>\d\d?(?:st|nd|rd|th)|{'|'.join(ORDINALS)})[\s-]century\b"
    rf"|(?<![\d.,$£€₹/#-])\b(?P<r1>{_Y})\s?[-–—/]\s?(?P<r2>{_Y}|\d\d)\b(?![-\d])"
    rf"|\b(?P<ypart>early|mid|late)[\s-](?P<yp>{_Y})\b"
    rf"|{_BARE_YEAR}"
    rf"|\b(?P<rel>today|yesterday|tomorrow|the\sday\sbefore\syesterday"
    rf"|(?:last|this|next)\s(?:week|month|year|decade|century|{_W}|{_M}|spring|summer|autumn|fall|winter))\b"
    rf"|\b(?P<ago>{_NUMBER})\s(?P<agou>day|week|month|year|decade)s?\s(?:ago|earlier\sthis)\b"
    rf"|\bon\s(?P<wd>{_W})\b"
    rf"|\b(?:in|since|until|by|last|this|next|of|during)\s(?P<m4>{_M})\b(?!\s+(?:\d|[A-Z]))",
    re.I,
)
_ROLE = re.compile(
    r"\b(since|until|till|by|before|after|from|through|prior\sto|as\sof)\s+(?:the\s+|early\s+|late\s+)?$",
    re.I,
)
_IN_A_NAME = re.compile(r"[a-z’']\s[A-Z][\w’'-]+\s$")  # a year of a title: "a game, Cup Final 2004"
_BEFORE_CHRIST = re.compile(r"\s?(?:BCE?|B\.\s?C\.)")
_ROLES = {"till": "until", "through": "until", "from": "since", "prior to": "before", "as of": "at"}
_MAY_BE = re.compile(
    r"\d{2}|\b(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|yesterday|today|tomorrow|ago|last|this|next|century)\b|(?<=day)\b|(?<=ties)\b",
    re.I,
)


@lru_cache(maxsize=65536)  # more than a book has claims: each is held against every other
def dates(text: str, day: date | None = None) -> tuple[Mention, ...]:
    """The dates of a text in reading order; relative ones only against `day`."""
    found: list[Mention] = []
    at = 0
    for low, high in windows(text, _MAY_BE, 30, 40):
        for match in DATE.finditer(text, max(low, at), high):
            at = match.end()
            mention = _mention(text, match, day)
            if mention is not None:
                found.append(mention)
    return tuple(found)


def _mention(text: str, match: re.Match[str], day: date | None) -> Mention | None:
    span = _span(match, day)
    if (
        span is None
        or _BEFORE_CHRIST.match(text, match.end())
        or (match["year"] and _IN_A_NAME.search(text[: match.start()][-24:]))
        or (match["year"] and _is_count(text, match))
    ):
        return None
    first, last, grain = span
    role = _ROLE.search(text[max(0, match.start() - 16) : match.start()])
    word = role[1].lower() if role else "at"
    relative = bool(match["rel"] or match["ago"] or match["wd"]) and day is not None
    return Mention(
        match.start(),
        match.end(),
        match.group(),
        first,
        last,
        grain,
        _ROLES.get(word, word),
        first.year != NO_YEAR,
        relative,
    )


_YEAR_LEADS = re.compile(
    r"\b(?:in|since|by|until|till|from|during|year|years|early|late|mid|before|after|of|to|and"
    r"|through|the|season|circa|election|between)[,\s-]+$",
    re.I,
)
_COUNTED = re.compile(r"\s(?!was\b|has\b|is\b|as\b|his\b|its\b|this\b)[a-z]+s\b")


def _is_count(text: str, match: re.Match[str]) -> bool:
    """ "Nearly 2000 farmers" and "covers 2000 hectares" hold no year."""
    lead = text[max(0, match.start() - 16) : match.start()]
    return bool(_COUNTED.match(text, match.end())) and not _YEAR_LEADS.search(lead) and bool(lead)


def _span(match: re.Match[str], day: date | None) -> Span | None:
    try:
        return _absolute(match) or (relative(match, day) if day else None)
    except (ValueError, OverflowError):  # 31 June, a year out of range
        return None


def _absolute(match: re.Match[str]) -> Span | None:
    """The span of a mention that needs no day of reference. Raises ValueError for 31 June."""
    if match["iso"]:
        return day_span(date.fromisoformat(match["iso"]))
    for d, m, y in (("d1", "m1", "y1"), ("d2", "m2", "y2")):
        if match[m]:
            number = int(re.sub(r"\D", "", match[d]))
            return day_span(date(int(match[y] or NO_YEAR), MONTHS[match[m].lower()], number))
    if match["m3"]:
        return (*months(int(match["y3"]), MONTHS[match["m3"].lower()], 1), "month")
    if match["m4"]:
        if match["m4"][0].islower():
            return None  # "may" the verb, "march" the verb
        return (*months(NO_YEAR, MONTHS[match["m4"].lower()], 1), "month")
    return _part_of_year(match) or _years(match)


def _part_of_year(match: re.Match[str]) -> Span | None:
    if match["qn"]:
        if "quarter" not in match.group().lower() and "q" not in match["qn"].lower():
            return None
        number = _index(match["qn"])
        return (*months(int(match["qy"]), 3 * number - 2, 3), "quarter")
    if match["hn"]:
        if "half" not in match.group().lower() and "h" not in match["hn"].lower()[:1]:
            return None
        return (*months(int(match["hy"]), 6 * _index(match["hn"]) - 5, 6), "half")
    if match["season"]:
        # Hemispheres and calendars differ, winter runs over the new year: the year is certain.
        year = int(match["sy"])
        return date(year, 1, 1), date(year + 1, 3, 20), "season"
    return None


def _index(word: str) -> int:
    digits = re.sub(r"\D", "", word)
    return int(digits) if digits else ORDINALS[word.lower()]


def _years(match: re.Match[str]) -> Span | None:
    if match["year"] or match["yp"]:
        return (*whole(int(match["year"] or match["yp"])), "year")
    if match["fy"]:
        return _fiscal(match["fy"], match["fy2"])
    if match["dec"]:
        return _decade_or_century(int(match["dec"]))
    if match["dec2"]:
        return (*whole(1900 + int(match["dec2"]), 10), "decade")
    if match["decword"]:
        return (*whole(1900 + _DECADES[match["decword"].lower()], 10), "decade")
    if match["cen"]:
        return (*whole(100 * (_index(match["cen"]) - 1) + 1, 100), "century")
    if match["r1"]:
        first = int(match["r1"])
        last = _full(match["r2"], first)
        return (date(first, 1, 1), date(last, 12, 31), "span") if last > first else None
    return None


def _decade_or_century(year: int) -> Span:
    """ "The 1700s" are a century to most writers, and ten years to some."""
    if year % 100 == 0 and year < 2000:
        return (*whole(year, 100), "century")
    return (*whole(year, 10), "decade")


def _full(year: str, near: int) -> int:
    return int(year) if len(year) == 4 else near // 100 * 100 + int(year)


def _fiscal(first: str, second: str | None) -> Span:
    """A fiscal year: its start differs by country, so it can be any day of two years."""
    year = int(first) if len(first) == 4 else 2000 + int(first)
    last = _full(second, year) if second else year
    return date(year - (0 if second else 1), 1, 1), date(last, 12, 31), "fiscal"
