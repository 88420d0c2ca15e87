"""Numbers of a text with ranges joined ("5 to 10", "between 5 and 10") and scores dropped."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from verify.checkers.quantities_values import numbers
from verify.checkers.quantities_written import Written

_RANGE = re.compile(r"\s?[-–—‒]\s?|\s(?:to|or)\s", re.I)
_BETWEEN = re.compile(r"\sand\s", re.I)


def read(text: str) -> list[Written]:
    """The numbers of a text, ranges joined; dates, years, times and scores left out."""
    found = numbers(text)
    return _joined(text, found) if len(found) > 1 else found


def _joined(text: str, found: list[Written]) -> list[Written]:
    """Join ranges ("5 to 10", "between 5 and 10"), drop scores ("3-2") and codes."""
    result: list[Written] = []
    skip = False
    for one, two in pairwise([*found, found[-1]]):
        if skip:
            skip = False
            continue
        gap = text[one.end : two.start]
        if one is two or not _is_range(text, one, gap):
            result.append(one)
            continue
        skip = True
        joined = _range(one, two)
        if joined is not None:
            result.append(joined)
    return result


def _is_range(text: str, one: Written, gap: str) -> bool:
    gap = gap.replace("$", "").replace("£", "").replace("€", "").replace("₹", "")
    before = text[max(0, one.start - 12) : one.start].lower().rstrip("$£€₹ ")
    if one.kind != "cardinal":
        return False
    if _BETWEEN.fullmatch(gap):
        return before.endswith("between")
    return bool(_RANGE.fullmatch(gap)) and not before.endswith("from")


def _range(one: Written, two: Written) -> Written | None:
    low, high = one.low, two.high
    if low > high or (low and high / low > 1000 and not one.large):
        scale = high / two.low if two.low else 1.0
        low *= scale
    if one.digits and two.large and not one.large and two.low >= 1e3:
        scale = 10.0 ** (3 * int(max(0, len(str(int(two.low))) - 1) // 3))
        low = one.low * scale if one.low * scale <= high else one.low
    if low >= high or two.kind != "cardinal":
        return None  # a score, or two numbers side by side
    return replace(two, start=one.start, low=low, high=high, half=max(one.half, two.half) / 2)
