"""Does a claim's figure follow from those of a page: as their sum, difference, product, share?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from verify.checkers.dates_read import Mention
from verify.checkers.figures_differ import PLAIN, SAME_END, one_family
from verify.checkers.figures_pairs import SCORE
from verify.checkers.figures_read import BARE, DATE, LOOSE, PERCENT, TIME, Figure

CHANCE = 20  # what two numbers that stand together may come to by chance
MOST_RECKONED = 8  # figures of a sentence from which another may follow
_NO_AMOUNTS = frozenset((DATE, TIME, SCORE))
_TWOFOLD = re.compile(r"\b(?:half|halv\w+|twice|doubl\w+)\b", re.I)
_PLAINLY = re.compile(r"[1-9]\d*(?:\.\d+)?")


def reckoned(ours: Figure, theirs: Figure, beside: Sequence[Figure]) -> bool:
    """Does the claim's figure follow from those that stand with the page's?"""
    if ours.mention and theirs.mention:
        return _counted_on(ours.mention, theirs.mention, beside)
    if ours.family == PERCENT and _is(100 - theirs.ends[0], ours):
        return True
    if ours.family == SCORE:
        return False
    plain = [f for f in beside if f.family not in _NO_AMOUNTS][:MOST_RECKONED]
    values = [(f, value) for f in plain for value in dict.fromkeys(f.ends)]
    return any(_from_two(ours, *one, *other) for one, other in itertools.permutations(values, 2))


def reckoned_round(ours: Figure, theirs: Figure, near: Sequence[Figure], around: str) -> bool:
    """Does it follow from the page's and one of the sentences round it, or is it half or twice?"""
    if ours.mention or ours.family == SCORE:
        return False
    if _TWOFOLD.search(around) and any(_is(theirs.ends[0] * n, ours) for n in (0.5, 2)):
        return True
    others = (f for f in near if f is not theirs and not f.mention)
    return any(_is(value, ours) for f in others for value in _with(ours, theirs, f))


def _with(ours: Figure, theirs: Figure, other: Figure) -> Iterator[float]:
    """What the page's figure comes to with another."""
    a, b = theirs.ends[0], other.ends[0]
    if other.family == LOOSE and _PLAINLY.fullmatch(theirs.digits):
        b *= a / float(theirs.digits)  # "from 9 to 14 billion"
    if other.family == PERCENT:
        share = b / 100
        yield from (a * share, a * (1 - share), a * (1 + share))
        yield from (a / part for part in (share, 1 + share, 1 - share) if part)
    elif other.family in {LOOSE, BARE, theirs.family} or one_family(ours, other):
        yield from (a + b, abs(a - b))
    if other.family in PLAIN:
        b = other.ends[0]
        yield a * b
        if b:
            yield a / b


def _counted_on(ours: Mention, theirs: Mention, beside: Sequence[Figure]) -> bool:
    """ "Laid in 2003 … opened six years later" gives 2009."""
    if not (ours.year and theirs.year):
        return False
    least = max((ours.first - theirs.last).days, (theirs.first - ours.last).days)
    most = max((ours.last - theirs.first).days, (theirs.last - ours.first).days)
    return any(f.family == TIME and least <= f.high and f.low <= most for f in beside)


def _from_two(ours: Figure, one: Figure, a: float, other: Figure, b: float) -> bool:
    if ours.family == PERCENT and PERCENT not in (one.family, other.family):
        return bool(b) and (_is(100 * a / b, ours) or _is(100 * abs(a - b) / b, ours))
    plain = {ours.family, one.family, other.family} <= PLAIN
    if not plain and not (one_family(ours, one) and one.family == other.family):
        return False
    chance = max(ours.ends) <= CHANCE and not (one.nouns and other.nouns)
    summed = _is(a + b, ours) and not chance
    return summed or _is(a - b, ours) or (plain and _is(a * b, ours))


def _is(value: float, ours: Figure) -> bool:
    slack = SAME_END * abs(value)
    return ours.low - slack <= value <= ours.high + slack
