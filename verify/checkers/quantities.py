"""Quantities in running text: what number, of what, how exactly it is meant.

A grammar of regular expressions and tables (`quantities_units`); no model, no locale.
Years, dates, times of day, scores, section numbers and product names are no quantities.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from verify.checkers.quantities_ranges import read
from verify.checkers.quantities_units import (
    AFTER_MODIFIERS,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    MODIFIERS,
    UNITS,
)
from verify.checkers.quantities_written import Written
from verify.checkers.wording import STOP, stem


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity with its span `(start, end)` in the text (modifier and unit included).

    `value` is the number written, in the base unit `unit` ("" for a plain count);
    `low` and `high` bound what the words allow (rounding and modifier counted in).
    `kind` is cardinal, ordinal, share or vague; `modifier` is "" or one of `MODIFIERS`'
    values; `half` is half the last step written (the rounding). `nouns` are the stems
    of the words counted, `head` the last of them; `role` is the preposition before
    ("by", "to", "from"), `per` what it is counted per, `period` a year beside it.
    """

    start: int
    end: int
    text: str
    value: float
    low: float
    high: float
    unit: str
    kind: str
    modifier: str
    half: float
    nouns: tuple[str, ...]
    head: str
    role: str
    per: str
    period: str
    number: tuple[int, int] = (0, 0)  # span of the bare number
    ends: tuple[float, float] = (0.0, 0.0)  # the two ends of a range; else the value twice


def _alternatives(names: object) -> str:
    return "|".join(re.escape(n) for n in sorted(map(str, names), key=len, reverse=True))  # type: ignore[call-overload]


def _by_length(table: dict[str, object]) -> str:
    return "|".join(re.escape(n) for n in sorted(table, key=len, reverse=True))


_UNIT = re.compile(
    rf"[\s\u00a0-]?(?P<unit>{_by_length({**UNITS, **CURRENCY_WORDS})})(?![\w°²])", re.I
)
_OF_UNIT = re.compile(r"\s(?:of\s)?an?(?=[\s-])", re.I)
_BEFORE = re.compile(
    rf"(?:^|(?<![\w-]))(?P<mod>{_by_length(dict(MODIFIERS))})\s?(?:a\s+|an\s+|the\s+)?$", re.I
)
_AFTER = re.compile(rf"\s?(?P<mod>{_by_length(dict(AFTER_MODIFIERS))})(?!\w)", re.I)
_ROLE = re.compile(
    r"\b(?:(by|to|from|at|between)\s+(?:the\s+)?|(of)\s+(?:the|those|these|its|their)\s+)$", re.I
)
_PER = re.compile(
    r"[\s,]*(?:per|a|an|each|every)\s+(?P<per>day|week|month|year|hour|night|minute|second|person"
    r"|head|capita|game|barrel|litre|liter|kilo|tonne|ton|pupil|student|household|share|ounce"
    r"|gallon|100,000|1,000|square mile|square kilometre)\b"
    r"|\s+(?P<adv>annually|daily|weekly|monthly)\b",
    re.I,
)
_CURRENCY = re.compile(
    rf"(?:(?<![\w])|(?<=\s))(?P<sign>{_by_length(dict(CURRENCY_SIGNS))})\s?$", re.I
)
_YEAR_BESIDE = re.compile(
    r"\b(?:in|during|for|by|since|of)\s+(?:the\s+year\s+)?((?:1[89]|20)\d\d)\b"
)
_NOUN = re.compile(r"[\s\u00a0-]*([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_BREAKS = STOP | frozenset(
    "can may might must could should because although though since until after before against"
    " between among across near upon despite via".split()
)
_OF_SO_MANY = re.compile(
    r"\s(?:out\s)?of\s(?:the\s|its\s|their\s)?[\d,]+(?=\s[a-z])"
)  # "74 of 150"
_MANY = frozenset("people men women children police troops cattle fish personnel staff".split())


@lru_cache(maxsize=65536)  # more than a book has claims: each is held against every other
def quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text in reading order. Never raises on any text."""
    found = [_quantity(text, written) for written in read(text)]
    return tuple(q for q in found if q is not None)


def _quantity(text: str, written: Written) -> Quantity | None:
    start, end = written.start, written.end
    unit, factor, offset = written.unit, 1.0, 0.0
    sign = _CURRENCY.search(text[max(0, start - 5) : start])
    if sign:
        unit, start = CURRENCY_SIGNS[sign["sign"].lower()], start - len(sign.group().lstrip())
    else:
        of_unit = _OF_UNIT.match(text, end) if written.kind == "share" else None
        found = _UNIT.match(text, of_unit.end() if of_unit else end)
        if of_unit and found and found["unit"].lower() in UNITS:
            written = replace(
                written, low=written.low / 100, high=written.high / 100, half=0, kind="cardinal"
            )
            unit, factor, offset = _unit(found["unit"].lower())
            end = found.end()
        elif found and _fits(text, written, found):
            unit, factor, offset = _unit(found["unit"].lower())
            end = found.end()
        elif written.metres:
            return None  # "100m": metres or millions, it cannot be told
    per, end_per = _per(text, end)
    nouns = _nouns(text, end)
    if _is_label(text, written, unit, nouns):
        return None
    modifier, start, end = _modifier(text, start, end)
    base = _Bounds(written.low * factor + offset, written.high * factor + offset)
    half = _step(written, unit) * factor
    low, high = base.widened(modifier, half, written.kind)
    year = _YEAR_BESIDE.search(text, end, end + 60)
    role = _ROLE.search(text[max(0, start - 14) : start])
    return Quantity(
        start,
        max(end, end_per),
        text[start : max(end, end_per)].strip(),
        (base.low + base.high) / 2,
        low,
        high,
        unit,
        written.kind,
        modifier,
        half,
        nouns,
        nouns[-1] if nouns else "",
        (role[1] or role[2]).lower() if role else "",
        per,
        year[1] if year else "",
        (written.start, written.end),
        (base.low, base.high),
    )


# Counted, not measured: 12 months are twelve, while 10 km may be 10.3.
_COUNTED_UNITS = frozenset(("", "ordinal", "age", "points"))


def _step(written: Written, unit: str) -> float:
    """Measures in whole numbers are rounded to the whole; counts are what they say."""
    if written.half or unit in _COUNTED_UNITS or unit not in _MEASURES:
        return written.half
    return 0.45


_MEASURES = frozenset(
    "metre kilogram ton pound gallon litre barrel hectare km/h watt watthour celsius percent"
    " degree?".split()
)


def _unit(name: str) -> tuple[str, float, float]:
    if name in UNITS:
        return UNITS[name]
    base, factor = CURRENCY_WORDS[name]
    return base, factor, 0.0


def _fits(text: str, written: Written, found: re.Match[str]) -> bool:
    """Letters that are units only where they touch the number: 5C, 20mg, 3ft."""
    name = found["unit"]
    if name.lower() in {"c", "f", "ha", "min", "sec", "pc", "pp", "hr", "in", "mi"}:
        touching = found.start("unit") == written.end
        return touching or name in {"C", "F", "ha"}
    return written.kind != "ordinal"


def _per(text: str, end: int) -> tuple[str, int]:
    found = _PER.match(text, end)
    if not found:
        return "", end
    return (found["per"] or found["adv"]).lower(), found.end()


def _nouns(text: str, end: int) -> tuple[str, ...]:
    """Stems of the words counted: up to four words after the number, "of" skipped."""
    stems: list[str] = []
    whole = _OF_SO_MANY.match(text, end)
    position = whole.end() if whole else end
    for step in range(6):
        found = _NOUN.match(text, position)
        if not found or len(stems) == 4:
            break
        word = found[1].lower()
        if step == 0 and word in {"of", "the", "more", "other", "people's"}:
            position = found.end()
            continue
        if word in {"the", "all", "its", "their", "his", "her"} and not stems:
            position = found.end()
            continue
        if word in _BREAKS or found[1].endswith(("’s", "'s")):
            break
        stems.append(stem(word))
        if word in _MANY or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
            break
        position = found.end()
    return tuple(stems)


def _modifier(text: str, start: int, end: int) -> tuple[str, int, int]:
    before = _BEFORE.search(text[max(0, start - 22) : start])
    if before:
        return MODIFIERS[before["mod"].lower()], start - len(before.group()), end
    after = _AFTER.match(text, end)
    if after:
        return AFTER_MODIFIERS[after["mod"].lower()], start, after.end()
    return "", start, end


_LABELS = re.compile(
    r"(?:\b(?:section|article|no|nos|number|chapter|route|highway|flight|room|page|type|channel|act"
    r"|division|group|level|phase|grade|class|version|part|volume|season|episode|round|day|week"
    r"|game|area|gate|platform|bus|line|paragraph|clause|rule|title|resolution|apollo|covid|u|g|h\.r"
    r"|proposition|amendment|district|unit|block|step|case|figure|table)\.?[\s\u00a0-]?|[#№]\s?)$",
    re.I,
)
_PROPER_BEFORE = re.compile(r"(?<![.!?:;]\s)(?<![.!?:;“\"‘'(]\s)\b[A-Z][\w’'&-]*[\s\u00a0]$")


def _is_label(text: str, written: Written, unit: str, nouns: tuple[str, ...]) -> bool:
    """Is the number a name ("Section 230", "Apollo 11"), not an amount?"""
    before = text[max(0, written.start - 24) : written.start]
    if unit or written.kind != "cardinal":
        return False
    if _LABELS.search(before):
        return True
    if before.endswith("the ") and re.match(r"\s[A-Z][a-z]", text[written.end :][:3]):
        return True  # "the 568 Group"
    named = _PROPER_BEFORE.search(before)
    return bool(named and named.start() and not written.large and not nouns)


@dataclass(frozen=True, slots=True)
class _Bounds:
    low: float
    high: float

    def widened(self, modifier: str, half: float, kind: str) -> tuple[float, float]:
        """What the words allow: rounding, then the modifier. "about" gives a tenth.

        "nearly" reaches a tenth below, "just over" a tenth above.
        """
        low, high = self.low, self.high
        tenth = max(abs(low), abs(high)) / 10
        table = {
            "more_than": (high if self.low == self.high else low, math.inf),
            "at_least": (low, math.inf),
            "less_than": (-math.inf, high),
            "at_most": (-math.inf, high),
            "about": (low - tenth - half, high + tenth + half),
            "nearly": (low - tenth, high),
            "just_over": (low, high + tenth),
            "exactly": (low, high),
        }
        if kind == "vague":
            return low, math.inf
        return table.get(modifier, (low - half, high + half))
