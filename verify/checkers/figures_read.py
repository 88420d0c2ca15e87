"""The figures and dates of a text as they can be held against one another.

Each has a family: only figures of one family can differ. Money, percent, lengths of time and
measures are families of their own; what is counted is compared by its noun.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from verify.checkers.dates_read import Mention, dates
from verify.checkers.figures_pairs import SCORE, pairs
from verify.checkers.quantities import Quantity, quantities
from verify.checkers.senses import sense
from verify.checkers.wording import stem

COUNT, MONEY, BARE, DATE, TIME, PERCENT = "count", "money", "bare", "date", "time", "percent"
LOOSE = "loose"  # a number of which nothing is told: it can bear a claim out, not differ from it


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a date in a text.

    `ends` are the two ends of a range, else the number twice; `low` and `high` bound it with its
    rounding. `nouns` are what is counted, as `sense` gives it, or the currency; `per` is what it
    is counted on, if no time; `digits` are the first figures as written. `mention` is set for a
    date, which may be one that `names` a thing, or the day when the page was printed. `tie` is
    the preposition before the figure.
    """

    start: int
    end: int
    text: str
    family: str
    low: float = 0.0
    high: float = 0.0
    ends: tuple[float, float] = (0.0, 0.0)
    nouns: tuple[str, ...] = ()
    digits: str = ""
    modifier: str = ""
    per: str = ""
    mention: Mention | None = None
    names: bool = False
    tie: str = ""


# Lengths of time in days; a month has 30.4.
_DAYS = {"second": 1 / 86400, "month": 30.4375}
_CURRENCIES = frozenset(
    "USD? USD AUD CAD NZD HKD SGD BRL GBP EUR INR INR? JPY? JPY CHF PKR CNY RUB franc peso"
    " cent".split()
)
# Currencies that are written behind the number only.
_COINS = frozenset(
    sense(stem(w))
    for w in "crown crowns krona kronor kroner krone koruna dinar dinars dirham dirhams riyal"
    " riyals rand zloty lira liras shekel shekels baht ringgit rupiah naira shilling shillings"
    " forint lei marks florins taka hryvnia reais quid".split()
)
MIN_POUNDS = 1e4  # pounds that are money and no weight
MIN_BARE = 1e5  # a number without a noun from which it is money, or what was spoken of before
_WRITTEN = re.compile(r"\d+(?:[.,]\d+)*")
_LENGTHS = frozenset(("metre", "kilogram", "litre"))  # "a half-mile" is read as a share
_OF_A_POINT = re.compile(r"\s+(?:of\s)?a\s(?:percentage[\s-])?point\b")
_MOST_AHEAD = 24  # letters


@lru_cache(maxsize=4096)
def figures(text: str, day: date | None = None) -> tuple[Figure, ...]:
    """The figures of a text in reading order; weekdays are counted from `day`."""
    mentions = (*dates(text, day), *_this_day(text, day))
    marked = [f for m in mentions if (f := _dated(text, m))]
    spans = [(m.start, m.end) for m in mentions] + [(f.start, f.end) for f in marked]
    counted = [
        _numbered(text, q)
        for q in quantities(text)
        if q.kind in {"cardinal", "share"}
        and q.unit != "ordinal"
        and math.isfinite(q.value)
        and not any(a < q.end and q.start < b for a, b in spans)
        and not (q.kind == "share" and (_OF_A_POINT.match(text, q.number[1]) or q.unit in _LENGTHS))
    ]
    paired = [Figure(a, b, said, SCORE, ends=both) for a, b, said, both in pairs(text)]
    counted = [f for f in counted if not any(p.start < f.end and f.start < p.end for p in paired)]
    found = sorted((*marked, *paired, *_put_together(text, counted)), key=lambda f: f.start)
    return tuple(replace(f, tie=_tie(text, f)) for f in found)


_PREPOSITION = (
    r"\b(by|to|from|of|in|for|after|within|since|until|till|at|over|before|on|between|during"
    r"|through|than|with|up|under)\s"
)
_WITHIN = re.compile(_PREPOSITION, re.I)
_TIE = re.compile(rf"{_PREPOSITION}(?:the\s|an?\s|about\s|its\s|as\s)?$", re.I)


def _tie(text: str, figure: Figure) -> str:
    """The preposition of a figure; a date may begin with it."""
    inner = _WITHIN.match(figure.text) if figure.mention else None
    found = inner or _TIE.search(text[max(0, figure.start - _MOST_AHEAD) : figure.start])
    return found[1].lower() if found else ""


_THIS_DAY = re.compile(r"\b(?:this\s(?:morning|afternoon|evening)|tonight)\b", re.I)


def _this_day(text: str, day: date | None) -> tuple[Mention, ...]:
    """ "This morning" of a page is the day it was printed."""
    if day is None:
        return ()
    return tuple(
        Mention(m.start(), m.end(), m.group(), day, day, "day", relative=True)
        for m in _THIS_DAY.finditer(text)
    )


_GRAINS = frozenset(("day", "month", "year"))
_VAGUE = re.compile(r"\b(?:ago|earlier)\b")
# "3 to 11 June", "3 and 4 June".
_FIRST_OF_TWO = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s?(?:to|and|or|until|through|[-–—])\s?$")

_WEEKDAYS = [f"{day}day" for day in "Mon Tues Wednes Thurs Fri Satur Sun".split()]
_LATEST = re.compile(r"\b(?:not?\slater\sthan|deadline\sof)\s(?:the\s)?$", re.I)


def _dated(text: str, mention: Mention) -> Figure | None:
    """A date; of two days of a month, both and what lies between."""
    if mention.grain not in _GRAINS or _VAGUE.search(mention.text):
        return None
    before = text[max(0, mention.start - _MOST_AHEAD) : mention.start]
    earlier = _FIRST_OF_TWO.search(before) if mention.grain == "day" else None
    if earlier and 0 < int(earlier[1]) < mention.first.day:
        first = mention.first.replace(day=int(earlier[1]))
        start = mention.start - len(before) + earlier.start()
        mention = replace(mention, start=start, text=text[start : mention.end], first=first)
    if _LATEST.search(before):
        mention = replace(mention, role="by")
    said = mention.text.rstrip(" .,")
    names = _which(text, mention) or _dateline(text, mention)
    return Figure(mention.start, mention.end, said, DATE, mention=mention, names=names)


_WHICH = re.compile(
    r"(?:\b(?:the|an?|this|that|his|her|its|their|our|my|your)|[’']s)"
    r"(?:\s(?!(?:in|since|by|until|from|to|of|during|for|after|before|and|or)\b)[\w’'-]+){0,2}\s$",
    re.I,
)
_THING = re.compile(r"\s(?!(?:and|to|in|at|by|for|with|was|is|has|when|as)\b)[a-zA-Z]")


def _which(text: str, mention: Mention) -> bool:
    """ "The 1997 treaty", "its 2012 survey": a year that names a thing."""
    before = text[max(0, mention.start - _MOST_AHEAD) : mention.start]
    in_front = _WHICH.search(before) and _THING.match(text, mention.end)
    return mention.grain == "year" and bool(in_front)


_PLACE = re.compile(rf"(?:.{{1,60}}[,(]\s*|)(?:(?:{'|'.join(_WEEKDAYS)}),?\s)?")
_LINE = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?(?:[-–—:]\s|\.?$)")


def _dateline(text: str, mention: Mention) -> bool:
    """ "HAVNES, Monday 2 June (Agency) — …", "2 June.": the day the page was printed."""
    ends = text.endswith(".") and text[mention.end :] in {"", "."}
    if mention.start and ends:
        return False  # "He died on Monday, 2 June."
    headed = _PLACE.fullmatch(text, 0, mention.start)
    return bool(headed) and bool(_LINE.match(text, mention.end))


def _numbered(text: str, q: Quantity) -> Figure:
    family, factor = _family(q)
    low, high = min(q.ends[0], q.value), max(q.ends[1], q.value)
    slack = q.half * 1.01
    digits = "".join(_WRITTEN.findall(q.text)[:1]).replace(",", "")
    return Figure(
        q.start,
        q.end,
        q.text,
        family,
        (low - slack) * factor,
        (high + slack) * factor,
        (q.ends[0] * factor, q.ends[1] * factor),
        _of_what(text, q, family),
        digits,
        q.modifier or _bound(text[max(0, q.start - _MOST_AHEAD) : q.start]),
        "" if q.per in _TIMES else q.per,
    )


_MORE = re.compile(r"\b(?:(?:long|old|high|great|larg|heavi|tall|fast|dear|lat)er\sthan|beyond)\s$")
_LESS = re.compile(r"\b(?:(?:short|young|low|small|light|slow|cheap|soon)er\sthan|within)\s$")


def _bound(before: str) -> str:
    """ "Longer than", "within": a bound that is no modifier of every number."""
    return "more_than" if _MORE.search(before) else "less_than" if _LESS.search(before) else ""


_TIMES = frozenset(
    "day week month year hour night minute second annually daily weekly monthly".split()
)


def _of_what(text: str, q: Quantity, family: str) -> tuple[str, ...]:
    """The head of what is counted, of a "12-stop line" the stops; or the currency."""
    if family == MONEY:
        unit = "GBP" if q.unit == "pound" else q.unit
        return (unit.rstrip("?") or sense(q.nouns[0]),)
    if family != COUNT:
        return ()
    hyphened = text[q.number[1] : q.number[1] + 1] == "-"
    return (sense(q.nouns[0] if hyphened else q.head),)


def _family(q: Quantity) -> tuple[str, float]:
    """What the number can be compared with, and what it is multiplied with."""
    if q.unit in _DAYS:
        return TIME, _DAYS[q.unit]
    if q.unit in _CURRENCIES or (q.unit == "pound" and q.value >= MIN_POUNDS):
        return MONEY, 1.0
    if q.unit:
        return q.unit, 1.0
    if q.nouns and sense(q.nouns[0]) in _COINS:
        return MONEY, 1.0
    if q.nouns:
        return COUNT, 1.0
    return (BARE if q.value >= MIN_BARE else LOOSE), 1.0


_JOINED = re.compile(r"\s?(?:,|and|,\sand)?\s?")


def _put_together(text: str, found: list[Figure]) -> list[Figure]:
    """ "Three hours, 5 minutes and 20 seconds" is one length of time."""
    kept: list[Figure] = []
    for figure in found:
        last = kept[-1] if kept else None
        if (
            last
            and last.family == figure.family == TIME
            and figure.ends[1] < last.ends[0]
            and _JOINED.fullmatch(text[last.end : figure.start])
        ):
            kept[-1] = replace(
                last,
                end=figure.end,
                text=text[last.start : figure.end],
                low=last.low + figure.low,
                high=last.high + figure.high,
                ends=(last.ends[0] + figure.ends[0], last.ends[1] + figure.ends[1]),
                digits="",
            )
        else:
            kept.append(figure)
    return kept
