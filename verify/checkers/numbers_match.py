"""One quantity of a claim held against one quantity of a sentence: same thing, same amount?"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from verify.checkers.agreement import Agreement, agreement
from verify.checkers.dates_read import Mention, dates
from verify.checkers.features import comparable, meets
from verify.checkers.narrowing import of_the_whole
from verify.checkers.quantities import Quantity, quantities

# Gap between two stated intervals, as a share of the larger, below which a writer's
# rounding may explain it. Hand-written pairs (tests/cases/quantities.jsonl) hold this.
SLACK = 0.02
MOST_APART = 0.2  # share beyond which two round numbers are two numbers
ROUNDED = 0.05  # a rounded number that is further off supports nothing
# Of these no bound says how far off is too far.
LOOSE = frozenset({"about", "nearly", "just_over"})
MIN_WORDS = 2  # content words beside the number, below which nothing is the same thing

# Counts that are corrected as news comes in: another number is a later or earlier count.
RUNNING = re.compile(
    r"\b(?:kill(?:ed|s)?|dead|died?|deaths?|toll|injur\w+|wounded|hurt|missing|infect\w+|cases"
    r"|arrest\w+|detained|displaced|evacuat\w+|homeless|rescued|hospitali[sz]ed|casualties|so far"
    r"|collapsed|destroyed|damaged|votes counted)\b",
    re.I,
)
ATTRIBUTED = re.compile(
    r"\b(?:said|says|told|according to|claim(?:s|ed)|alleg\w+|reportedly|argued|insisted|suggest\w+"
    r"|believe[sd]?|report(?:s|ed|edly)?|headlin\w+|titled|viral|posts?|posted|shared|tweet\w*|article|estimat\w+|forecast\w*|predict\w*|expect\w*|denie[sd]|deny)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Match:
    """How a claim's quantity and a sentence's stand to each other.

    `relation`: "same" (the sentence's implies the claim's), "rounding", "consistent"
    (both can be true, neither implies), "different". `same_thing` holds where both
    surely count the same; `same_period` where no other period is possible, `held_period` where
    the sentence's lies within the claim's; `rest` is how the other words agree; `settled`
    where a different number is surely an error.
    """

    ours: Quantity
    theirs: Quantity
    sentence: str
    relation: str
    same_thing: bool
    same_period: bool
    held_period: bool
    rest: Agreement
    settled: bool
    settled_words: bool  # no side is somebody's word while the other is not


def relation(ours: Quantity, theirs: Quantity) -> str:
    """How two amounts of one unit compare; see `Match.relation`."""
    if ours.ends == theirs.ends and ours.modifier == theirs.modifier:
        return "same" if ours.low == theirs.low or not ours.modifier else "consistent"
    if ours.ends[0] != ours.ends[1]:
        return _range_relation(ours, theirs)
    exact = theirs.modifier in {"", "exactly", "only"} and theirs.kind != "vague"
    stated = theirs.ends if exact else (theirs.low, theirs.high)
    if _strictly(ours, *stated):
        near = abs(ours.value - theirs.value) <= ROUNDED * abs(theirs.value)
        if ours.value == theirs.value or (
            ours.modifier and exact and (near or ours.modifier not in LOOSE)
        ):
            return "same"
        # "More than three million" follows from "more than six million", and says another thing.
        return "rounding" if near and not ours.modifier else "consistent"
    if ours.low <= theirs.high and theirs.low <= ours.high and not _excluded(ours, theirs):
        return "consistent"
    far = _gap(ours, theirs) >= SLACK or _whole(ours, theirs) or _beyond_rounding(ours, theirs)
    return "different" if far else "consistent"


def _beyond_rounding(ours: Quantity, theirs: Quantity) -> bool:
    """Two round numbers, taken at their word, that no rounding brings together: 400 and 300."""
    plain = not ours.modifier and not theirs.modifier
    largest = max(abs(ours.value), abs(theirs.value))
    return plain and abs(ours.value - theirs.value) > MOST_APART * largest


def _range_relation(ours: Quantity, theirs: Quantity) -> str:
    """A range is confirmed by the same range only; anything inside it may be a part."""
    slack = max(ours.half, theirs.half)
    same = all(abs(a - b) <= slack for a, b in zip(ours.ends, theirs.ends, strict=True))
    if same and ours.modifier == theirs.modifier:
        return "same"
    return "different" if _gap(ours, theirs) >= SLACK else "consistent"


def _strictly(ours: Quantity, low: float, high: float) -> bool:
    """Does what the sentence says lie within what the claim's words allow?"""
    if ours.kind == "vague":
        return low >= ours.low and low < ours.low * 50
    inside = ours.low <= low and high <= ours.high
    if ours.modifier == "more_than":
        return inside and low > ours.low
    if ours.modifier == "less_than":
        return inside and high < ours.high
    return inside


def _excluded(ours: Quantity, theirs: Quantity) -> bool:
    """Whole numbers that only touch: "more than 5" against "5"."""
    for one, two in ((ours, theirs), (theirs, ours)):
        exact = two.low == two.high
        if one.modifier == "more_than" and exact and two.value <= one.low:
            return True
        if one.modifier == "less_than" and exact and two.value >= one.high:
            return True
    return False


def _gap(ours: Quantity, theirs: Quantity) -> float:
    distance = max(ours.low - theirs.high, theirs.low - ours.high, 0.0)
    scale = max(abs(ours.value), abs(theirs.value), 1e-9)
    return distance / scale if math.isfinite(distance) else 0.0


def _whole(ours: Quantity, theirs: Quantity) -> bool:
    """Two counts taken at their word, where one more is one too many."""
    return all(q.half == 0 and q.unit in {"", "ordinal", "age"} for q in (ours, theirs))


def matches(claim: str, sentence: str) -> tuple[Match, ...]:
    """Every comparable pair of a claim's and a sentence's quantities."""
    if not quantities(claim) or not quantities(sentence):
        return ()
    days, other_days = dates(claim), dates(sentence)
    ours, theirs = outside(quantities(claim), days), outside(quantities(sentence), other_days)
    pairs = [(a, b) for a in ours for b in theirs if comparable(a, b) and _akin(a, b)]
    if not pairs:  # most sentences of a long article: their words need no comparison
        return ()
    rest = agreement(claim, sentence, _masks(ours, days), _masks(theirs, other_days))
    same_period = _same_period(days, other_days)
    held_period = same_period and all(map(within, other_days, days))
    said = bool(ATTRIBUTED.search(claim)) == bool(ATTRIBUTED.search(sentence))
    return tuple(
        Match(
            one,
            two,
            sentence,
            relation(one, two),
            _same_thing(one, two),
            same_period,
            held_period,
            rest,
            said and not _running(claim, sentence),
            said,
        )
        for one, two in pairs
    )


def outside(found: tuple[Quantity, ...], days: tuple[Mention, ...]) -> tuple[Quantity, ...]:
    """The quantities that are no part of a date ("second quarter of 2017")."""
    return tuple(q for q in found if not any(d.start < q.end and q.start < d.end for d in days))


def _masks(numbers: tuple[Quantity, ...], days: tuple[Mention, ...]) -> list[tuple[int, int]]:
    return [(q.start, q.end) for q in numbers] + [(d.start, d.end) for d in days]


def _akin(one: Quantity, two: Quantity) -> bool:
    """Could they count the same? Plain counts must share a noun."""
    if one.unit in {"", "ordinal"}:
        both_bare = not one.nouns and not two.nouns
        tied = one.unit == "ordinal" or (one.role == two.role and one.role in {"from", "to", "by"})
        return (both_bare and tied) or bool(set(one.nouns) & set(two.nouns))
    return one.per == two.per or not (one.per and two.per)


def _same_thing(one: Quantity, two: Quantity) -> bool:
    return (
        set(one.nouns) == set(two.nouns)
        and _role(one) == _role(two)
        and one.per == two.per
        and (one.kind == two.kind or one.unit == "percent" or "vague" in {one.kind, two.kind})
        and one.unit.rstrip("?") == two.unit.rstrip("?")
    )


def _role(quantity: Quantity) -> str:
    return "" if quantity.role in {"between", "at"} else quantity.role


def tight(match: Match, claim: str) -> bool:
    """Does the claim's statement with this number stand in one plain run of the sentence?"""
    ours, theirs = match.ours, match.theirs
    return agreement(
        claim, match.sentence, [(ours.start, ours.end)], [(theirs.start, theirs.end)]
    ).tight


def undivided(claim: str, match: Match, *, named: bool = False) -> bool:
    """Does the sentence give its number of all that the claim's number is given of?

    `named`: the subject is known to be the same.
    """
    days, other_days = dates(claim), dates(match.sentence)
    ours = outside(quantities(claim), days)
    theirs = outside(quantities(match.sentence), other_days)
    alike = [
        (q.start, q.end)
        for q in theirs
        if any(comparable(o, q) and relation(o, q) in {"same", "rounding"} for o in ours)
    ]
    alike += [(d.start, d.end) for d in other_days if any(meets(o, d) for o in days)]
    return of_the_whole(
        claim,
        match.sentence,
        (match.theirs.start, match.theirs.end),
        _masks(ours, days),
        _masks(theirs, other_days),
        alike=alike,
        named=named,
    )


def _same_period(ours: tuple[Mention, ...], theirs: tuple[Mention, ...]) -> bool:
    """Do both sides name the same times, or neither any?"""
    if len(ours) != len(theirs):
        return False
    return all(
        a.grain == b.grain and a.role == b.role and meets(a, b)
        for a, b in zip(ours, theirs, strict=True)
    )


def within(one: Mention, two: Mention) -> bool:
    """Does the first date say no less than the second: the same days, or some of them?"""
    if two.grain in {"season", "span", "fiscal"}:
        return (one.first, one.last, _told(one)) == (two.first, two.last, _told(two))
    return one.year == two.year and two.first <= one.first and one.last <= two.last


def _told(mention: Mention) -> str:
    """The season's name; seasons of one year are not told apart by their days."""
    return mention.text.split()[0].lower() if mention.grain == "season" else ""


def _running(claim: str, sentence: str) -> bool:
    return bool(RUNNING.search(claim) or RUNNING.search(sentence))


def stated(rest: Agreement, *, least: int = MIN_WORDS) -> bool:
    """Does a sentence have all that a claim says, in its order and turned no other way?

    What it has beside that is another matter: `undivided`.
    """
    return not rest.missing and rest.names and rest.ordered and rest.aligned and rest.words >= least
