"""How the numbers and dates of a claim and of a passage compare, as counts.

Cheap features for the combination of stance signals; no verdict is drawn here.
"""

from __future__ import annotations

from dataclasses import dataclass

from verify.checkers.dates_read import Mention, dates
from verify.checkers.numbers_chains import order_relation
from verify.checkers.numbers_lists import list_relation
from verify.checkers.quantities import Quantity, quantities


@dataclass(frozen=True, slots=True)
class Comparison:
    """Counts over the claim's numbers and dates.

    `*_equal`: a counterpart in the passage agrees; `*_unequal`: counterparts of the same
    unit or noun exist and none agrees; `*_absent`: no counterpart. `list_relation` and
    `order_relation` are +1 where a counted enumeration or a chain of comparisons agrees
    with the claim, -1 where it contradicts it, 0 where neither can be said. The list
    relation takes a list as complete, which a reader would and a logician would not.
    """

    numbers_equal: int = 0
    numbers_unequal: int = 0
    numbers_absent: int = 0
    dates_equal: int = 0
    dates_unequal: int = 0
    dates_absent: int = 0
    list_relation: int = 0
    order_relation: int = 0


def compare(claim_text: str, passage_text: str) -> Comparison:
    """Compare numbers and dates of a claim with those of a passage. Never raises."""
    equal, unequal, absent = _numbers(quantities(claim_text), passage_text)
    same, other, none = _dates(dates(claim_text), passage_text)
    return Comparison(
        equal,
        unequal,
        absent,
        same,
        other,
        none,
        list_relation(claim_text, passage_text),
        order_relation(claim_text, passage_text),
    )


def _numbers(ours: tuple[Quantity, ...], passage: str) -> tuple[int, int, int]:
    if not ours:
        return 0, 0, 0
    theirs = quantities(passage)
    worked = _worked_out(ours)
    equal = unequal = absent = 0
    for quantity in ours:
        alike = [q for q in theirs if comparable(quantity, q)]
        if any(overlap(quantity, q) for q in alike):
            equal += 1
        elif quantity in worked:
            continue
        elif any(_same_noun(quantity, q) for q in alike):
            unequal += 1
        elif any(q.value == quantity.value for q in theirs):
            equal += 1
        else:
            absent += 1
    return equal, unequal, absent


def _worked_out(ours: tuple[Quantity, ...]) -> list[Quantity]:
    """ "60 percent of 240 million, or 144 million": what follows from the claim's other numbers."""
    shares = [q for q in ours if q.unit == "percent"]
    wholes = [q for q in ours if q.unit != "percent"]
    return [
        part
        for part in wholes
        for whole in wholes
        for share in shares
        if part is not whole
        and part.unit == whole.unit
        and abs(part.value - whole.value * share.value / 100) <= max(part.half, 0.01 * part.value)
    ]


def comparable(one: Quantity, two: Quantity) -> bool:
    """Same unit (a bare dollar sign may be any dollar) and same kind of number."""
    if (one.kind == "ordinal") != (two.kind == "ordinal"):
        return False
    if one.unit == two.unit:
        return True
    return bool(one.unit and two.unit) and one.unit.rstrip("?") == two.unit.rstrip("?")


def overlap(one: Quantity, two: Quantity) -> bool:
    """Can both be true of one thing?"""
    return one.low <= two.high and two.low <= one.high


def _same_noun(one: Quantity, two: Quantity) -> bool:
    if one.unit not in {"", "ordinal"}:
        return not one.nouns or not two.nouns or bool(set(one.nouns) & set(two.nouns))
    return bool(set(one.nouns) & set(two.nouns))


def _dates(ours: tuple[Mention, ...], passage: str) -> tuple[int, int, int]:
    if not ours:
        return 0, 0, 0
    theirs = dates(passage)
    equal = unequal = absent = 0
    for mention in ours:
        if any(meets(mention, m) for m in theirs):
            equal += 1
        elif theirs:
            unequal += 1
        else:
            absent += 1
    return equal, unequal, absent


def meets(one: Mention, two: Mention) -> bool:
    """Can both be the same day? Where one lacks the year, day and month are held together."""
    if one.year == two.year:
        return one.first <= two.last and two.first <= one.last
    with_year, without = (one, two) if one.year else (two, one)
    if with_year.grain not in {"day", "month"}:
        return False
    return with_year.first.month == without.first.month and (
        without.grain != "day"
        or with_year.grain != "day"
        or with_year.first.day == without.first.day
    )


_LOOSE = frozenset(["fiscal", "season", "century", "span", "week"])


def certain_gap(one: Mention, two: Mention) -> bool:
    """Can no reading of the two mentions bring them together?"""
    if one.grain in _LOOSE or two.grain in _LOOSE or one.year != two.year:
        return False
    if not one.grain == two.grain == "day":
        return True
    days = abs((one.first - two.first).days)
    julian = min(one.first, two.first).year < JULIAN_UNTIL and days in JULIAN_DAYS
    return days > 1 and not julian  # one event is a day apart in two time zones


JULIAN_UNTIL = 1930  # the last countries gave up the Julian calendar in the 1920s
JULIAN_DAYS = range(10, 14)  # by which it lagged behind since 1582
