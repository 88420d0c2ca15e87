"""Do two figures of one family differ, or is one the other rounded, bounded or reckoned?"""

from __future__ import annotations

from verify.checkers.dates_read import Mention
from verify.checkers.figures_alike import alike
from verify.checkers.figures_pairs import SCORE
from verify.checkers.figures_read import BARE, COUNT, LOOSE, MONEY, TIME, Figure

OPEN_ENDED = 1.5  # how far a page's "more than" reaches
ABOUT = 0.1
TIME_SLACK = 0.05  # a month is four weeks to one writer and five to another
SAME_END = 0.01
_BOUNDS = {
    "more_than": (1.0, OPEN_ENDED),
    "at_least": (1.0, OPEN_ENDED),
    "just_over": (1.0, 1 + ABOUT),
    "less_than": (1 / OPEN_ENDED, 1.0),
    "at_most": (1 / OPEN_ENDED, 1.0),
    "nearly": (1 - ABOUT, 1.0),
    "about": (1 - ABOUT, 1 + ABOUT),
}
_AT_LEAST = frozenset(("more_than", "at_least"))
_HALF = (1 - ABOUT / 2, 1 + ABOUT / 2)
PLAIN = frozenset((COUNT, BARE, LOOSE))


def one_family(ours: Figure, theirs: Figure) -> bool:
    """Can the one be given for the other: the same unit, or the same things counted?"""
    if ours.per != theirs.per:
        return False
    if ours.family == theirs.family == MONEY:
        return ours.nouns == theirs.nouns
    if ours.family == theirs.family == COUNT:
        return any(alike(a, b) for a in ours.nouns for b in theirs.nouns)
    return ours.family == theirs.family or {ours.family, theirs.family} == {MONEY, BARE}


def bears_out(ours: Figure, theirs: Figure) -> bool:
    """Is a page's figure the claim's own, though it may not say of what?"""
    if ours.mention and theirs.mention:
        return comparable(ours.mention, theirs.mention) and agree(ours, theirs)
    if ours.mention or theirs.mention:
        return False
    loosely = theirs.family in PLAIN and ours.family in PLAIN | {MONEY}
    return (loosely or one_family(ours, theirs)) and agree(ours, theirs)


def agree(ours: Figure, theirs: Figure) -> bool:
    """Can both be true of one thing?"""
    if ours.mention and theirs.mention:
        return _one_day(ours.mention, theirs.mention)
    if ours.family == SCORE:
        return ours.ends == theirs.ends
    if _ranges(ours) and _ranges(theirs):
        return all(_same_ends(ours, theirs))
    (a, b), (c, d) = _reach(ours, theirs), _reach(theirs, ours)
    return a <= d and c <= b


def follows(ours: Figure, theirs: Figure) -> bool:
    """Does the claim's tell less, and nothing else?

    "More than 2,000" follows from 9,500, "within a month" from ten days, "by 8 June" from 1 June.
    """
    if ours.mention and theirs.mention:
        apart = _apart(ours.mention, theirs.mention) if theirs.mention.role == "at" else 0
        role = ours.mention.role
        return (apart < 0 and role in {"by", "before"}) or (apart > 0 and role == "after")
    if ours.family == SCORE or theirs.modifier == ours.modifier:
        return False
    if ours.modifier == "less_than":
        return theirs.modifier not in _AT_LEAST and theirs.ends[1] <= ours.ends[1]
    return ours.modifier in _AT_LEAST and theirs.ends[0] >= ours.ends[0]


def comparable(ours: Mention, theirs: Mention) -> bool:
    """Can it be told whether two dates are one? Not where "8 June" stands against 2011."""
    return (ours.year and theirs.year) or "year" not in (ours.grain, theirs.grain)


def _ranges(figure: Figure) -> bool:
    return figure.ends[0] < figure.ends[1]


def _same_ends(one: Figure, other: Figure) -> tuple[bool, ...]:
    pairs = zip(one.ends, other.ends, strict=True)
    return tuple(abs(a - b) <= SAME_END * max(abs(a), abs(b)) for a, b in pairs)


def _reach(figure: Figure, other: Figure) -> tuple[float, float]:
    """What a number may stand for; where both are bounded alike, the bounds are compared."""
    low, high = figure.low, figure.high
    if figure.family == TIME:
        low, high = low * (1 - TIME_SLACK), high * (1 + TIME_SLACK)
    if figure.modifier == other.modifier != "about":
        return low, high
    both = figure.modifier == other.modifier
    below, above = _HALF if both else _BOUNDS.get(figure.modifier, (1.0, 1.0))
    return low * below, high * above


def _one_day(ours: Mention, theirs: Mention) -> bool:
    """Do two dates overlap?"""
    return not _apart(ours, theirs)


def _apart(ours: Mention, theirs: Mention) -> int:
    """1 where theirs is the later, -1 where it is the earlier, 0 where both may be one day.

    Where one names no year, the days of the year are compared.
    """
    if ours.year and theirs.year:
        return (theirs.first > ours.last) - (theirs.last < ours.first)
    if not comparable(ours, theirs):
        return 0
    (a, b), (c, d) = _of_the_year(ours), _of_the_year(theirs)
    return (c > b) - (d < a)


def _of_the_year(mention: Mention) -> tuple[tuple[int, int], tuple[int, int]]:
    first, last = mention.first, mention.last
    return (first.month, first.day), (last.month, last.day)


def slip(ours: Figure, theirs: Figure) -> bool:
    """Is the one the other with a slip of the hand: a digit, two digits turned, the month?

    Two numbers of one matter that are written so much alike are seldom two numbers.
    """
    if ours.mention and theirs.mention:
        return _slip_of_date(ours.mention, theirs.mention)
    if ours.family == SCORE:
        return False
    if _ranges(ours) and _ranges(theirs) and any(_same_ends(ours, theirs)):
        return True
    a, b, ratio = ours.digits, theirs.digits, _ratio(ours, theirs)
    if a == b:
        return bool(a) and ratio >= TEN_TIMES  # millions for billions
    return ratio <= MOST_TIMES and min(len(a), len(b)) > 1 and _mistyped(a, b)


def slip_tells(ours: Figure, theirs: Figure) -> float:
    """How much it tells for one matter that a slip of the hand makes the one the other, 0–1.

    The more figures two numbers have in common, the less is chance.
    """
    if not slip(ours, theirs):
        return SAME_MONTH if _of_one_month(ours.mention, theirs.mention) else 0.0
    if ours.mention or _ranges(ours):
        return SLIP_OF_DATE
    figures = max(_telling(ours), _telling(theirs))
    return max(0.0, min(1.0, (figures - 1) / 3))


def _of_one_month(ours: Mention | None, theirs: Mention | None) -> bool:
    """Are both days of one month, named as days?"""
    if not (ours and theirs) or ours.relative or theirs.relative:
        return False
    return ours.grain == theirs.grain == "day" and ours.first.month == theirs.first.month


def _telling(figure: Figure) -> int:
    return len(figure.digits.rstrip("0"))


SLIP_OF_DATE = 0.6
SAME_MONTH = 0.2
TEN_TIMES = 9.9
MOST_TIMES = 100  # two numbers further apart are of two things


def far_apart(ours: Figure, theirs: Figure) -> bool:
    """Is the one so many times the other that both can hardly be of one thing?"""
    return ours.mention is None and _ratio(ours, theirs) > MOST_TIMES and not slip(ours, theirs)


def _ratio(ours: Figure, theirs: Figure) -> float:
    less, more = sorted((abs(ours.ends[0]), abs(theirs.ends[0])))
    return more / less if less else MOST_TIMES


def _mistyped(a: str, b: str) -> bool:
    if len(a) != len(b):
        short, long = sorted((a, b), key=len)
        if len(long) != len(short) + 1:
            return False
        return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
    wrong = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(wrong) == 1 or sorted(a) == sorted(b)


def _slip_of_date(ours: Mention, theirs: Mention) -> bool:
    a, b = ours.first, theirs.first
    years = ours.year and theirs.year
    if ours.grain == theirs.grain == "day":
        if years and a.year != b.year:
            return (a.month, a.day) == (b.month, b.day)
        return a.day == b.day or (a.month == b.month and abs(a.day - b.day) in {1, 10, 20})
    return years and "year" not in (ours.grain, theirs.grain) and a.month == b.month
