"""A number as written, and the forms that are words for amounts: dozens, shares, fractions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.checkers.quantities_units import FRACTIONS, MAGNITUDES, WORD_VALUES


@dataclass(frozen=True, slots=True)
class Written:
    """A number as written: span, bounds (equal unless a range), half the last step written."""

    start: int
    end: int
    low: float
    high: float
    half: float
    kind: str = "cardinal"
    unit: str = ""
    metres: bool = False  # "100m": could be metres or millions
    large: bool = False  # written with a magnitude or a thousands separator
    digits: bool = False


_VAGUE = {
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
    "trillions": 2e12,
}


def special(match: re.Match[str]) -> Written | None:
    """The number in a match of `NUMBER` that is neither digits nor plain number words."""
    start, end = match.span()
    if match["vague"]:
        parts = match["vague"].lower().split()
        scale = 10.0 if parts[0] == "tens" else 100.0 if len(parts) > 1 else 1.0
        low = _VAGUE[parts[-1]] * scale / (2 if scale > 1 else 1)
        return Written(start, end, low, low, 0, "vague")
    if match["halves"]:
        first, part = re.split(r"\sand\sa\s", match["halves"].lower())
        value = float(first if first.isdigit() else WORD_VALUES[first]) + FRACTIONS[part]
        return Written(start, end, value, value, 0.125)
    if match["couple"]:
        return Written(start, end, 2, 2, 0.5)
    if match["dozen"]:
        first = re.split(r"[\s-]", match["dozen"].lower())[0]
        halved = "half" in match["dozen"].lower()
        count = 0.5 if halved else float(WORD_VALUES.get(first, 0) or _digits_or_one(first))
        return Written(start, end, 12 * count, 12 * count, 0.0)
    if match["share"]:
        return _share(match)
    return _fraction(match)


def _digits_or_one(word: str) -> float:
    return float(word) if word.isdigit() else 1.0


def _share(match: re.Match[str]) -> Written | None:
    words = re.split(r"\s(?:in|out\sof)\s(?:every\s)?", match["share"].lower())
    part, whole = (float(WORD_VALUES.get(w, 0) or (w if w.isdigit() else 0)) for w in words)
    if not whole or part > whole or whole > 1000:
        return None
    value = 100 * part / whole
    return Written(match.start(), match.end(), value, value, 2.0, "share", "percent")


def _fraction(match: re.Match[str]) -> Written:
    raw = re.split(r"[\s-]", match["fraction"].lower())
    count = 1.0 if len(raw) == 1 else float(WORD_VALUES.get(raw[0], 1) or 1)
    value = count * FRACTIONS[raw[-1]]
    if match["fmag"]:
        amount = value * MAGNITUDES[match["fmag"].lower()]
        return Written(match.start(), match.end(), amount, amount, amount / 20, large=True)
    return Written(match.start(), match.end(), 100 * value, 100 * value, 2.0, "share", "percent")
