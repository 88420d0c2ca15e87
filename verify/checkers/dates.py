"""The checker for dates: when the claim says it happened, and when the sources do.

It refutes only where a sentence says what the claim says but for the date; it supports
only where every word of the claim stands in the sentence and the sentence's date lies
within the claim's. Relative dates are counted from the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verify.checkers.agreement import Agreement, agreement
from verify.checkers.dates_beside import (
    beside_the_date,
    of_another,
    paired_within,
    same_amounts,
)
from verify.checkers.dates_events import named_year, single
from verify.checkers.dates_once import once
from verify.checkers.dates_read import Mention, dates
from verify.checkers.dates_told import NAME, Pair, day_of, finding
from verify.checkers.features import certain_gap, meets
from verify.checkers.narrowing import of_the_whole
from verify.checkers.numbers_match import ATTRIBUTED, outside, stated, within
from verify.checkers.quantities import quantities
from verify.checkers.readings import Reading, readings, sentences
from verify.checkers.senses import names
from verify.checkers.timing import days_apart, one_time
from verify.checkers.wording import doubted, tidy
from verify.ports import Case
from verify.types import Claim, Finding, Outcome

# Content words from which a sentence tells of one event only; a shorter one ("The committee
# met in May") may be true of several dates. Perturbed sentences: train/conjnli, 255 of them.
MIN_TELLING = 7
MIN_ALIKE = 0.5  # share of the claim's words from which a sentence with its date is of its event
MIN_NOTED = 0.75  # share of the claim's words a sentence needs before its date is shown


@dataclass(frozen=True, slots=True)
class _Held(Pair):
    rest: Agreement
    single: bool  # an event that a thing has once
    sure: bool  # nothing but the date differs: numbers, attribution and doubt are the same
    whole: bool  # nothing that the sentence has beside the claim makes it a part, or another
    there: bool  # the page's sentence has the claim's date, in whatever connection
    as_long: bool  # what is counted is counted over the same days: a quarter is no year
    foreign: bool  # the page may be about another thing of the kind that the claim does not name


class Dates:
    """The day, month or year of an event."""

    name = NAME

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """What could be established; [] where nothing is certain. Never raises on any text."""
        text = tidy(claim.text)
        found = self._alike(text, case)
        if all(f.outcome is Outcome.NOTES for f in found):
            found = list(once(text, case)) or [*found, *beside_the_date(text, case)]
        return [*found, *of_another(text, case)]

    def _alike(self, claim: str, case: Case) -> list[Finding]:
        """Where a sentence says what the claim says, but perhaps for the date."""
        if len(dates(claim, case.on)) != 1:
            return []
        held = _held(claim, case)
        wrong = [h for h in held if _refutes(h)]
        denied = any(doubted(e.passage.text) for e in case.evidence)
        right = [h for h in held if not denied and _supports(h)]
        if wrong and right:
            return [finding(wrong[:1] + right[:1], Outcome.NOTES, "sources_disagree")]
        stands = _dated_so(claim, case)
        if wrong:
            # "Ann Lee (born 1969)" and "Ann Lee (born 1981)" may be two.
            outcome = Outcome.NOTES if stands else Outcome.REFUTES
            return [finding(wrong, outcome, "sources_disagree" if stands else "different")]
        if right:
            return [finding(right, Outcome.SUPPORTS, "equal")]
        alike = [h for h in held if _within(h) and same_amounts(claim, h.sentence)]
        if alike:
            return [finding(alike[:1], Outcome.NOTES, _how_within(alike[0]))]
        if pair := paired_within(claim, case):
            return [pair]
        near = [] if stands else [h for h in held if _noted(h)]
        return [finding(near[:1], Outcome.NOTES, "different")] if near else []


def _dated_so(claim: str, case: Case) -> bool:
    """Does a sentence that has a name of the claim's have its date, too, in like words?"""
    (ours,) = dates(claim, case.on)
    mask = [(ours.start, ours.end)]
    for evidence in case.evidence:
        day = day_of(evidence.passage.document)
        for sentence in sentences(evidence.passage):
            theirs = [m for m in dates(sentence, day) if m.year and within(m, ours)]
            if theirs and ours.year and _named_alike(claim, sentence, mask, theirs):
                return True
    return False


def _named_alike(
    claim: str, sentence: str, mask: Sequence[tuple[int, int]], theirs: Sequence[Mention]
) -> bool:
    """Does a sentence share a name with the claim and half of its words?"""
    rest = agreement(claim, sentence, mask, [(m.start, m.end) for m in theirs])
    named = names(claim)
    return rest.covered >= MIN_ALIKE and bool(named - set(rest.missing) or not named)


def _held(claim: str, case: Case) -> list[_Held]:
    """The claim's date beside that of every statement which has exactly one."""
    found: list[_Held] = []
    for evidence in case.evidence:
        apart = days_apart(evidence.passage.document, case.on)
        for reading in readings(claim, evidence.passage, case.article.text):
            ours = dates(reading.claim, case.on)
            theirs = dates(reading.sentence, day_of(reading.document))
            if len(ours) == len(theirs) == 1:
                found += [_beside(r, ours[0], theirs[0], apart) for r in _ended(reading, theirs[0])]
    return found


_BY_SO_MANY = re.compile(r"\sby\s(?:all\s)?$")


def _ended(reading: Reading, date: Mention) -> list[Reading]:
    """The statement, and what it says up to its date: "signed in May 1994 [by eleven states]"."""
    numbers = outside(quantities(reading.sentence), (date,))
    if not any(_BY_SO_MANY.fullmatch(reading.sentence[date.end : q.start]) for q in numbers):
        return [reading]
    return [reading, replace(reading, sentence=reading.sentence[: date.end] + ".")]


def _beside(reading: Reading, ours: Mention, theirs: Mention, apart: int | None) -> _Held:
    claim, sentence = reading.claim, reading.sentence
    rest, alike = _rest(claim, ours, sentence, theirs)
    sure = alike and not reading.doubted and one_time(claim, (ours,), apart)
    there = any(meets(ours, m) for m in dates(reading.said, day_of(reading.document)))
    whole = sure and _whole(claim, ours, sentence, theirs)
    counts = bool(outside(quantities(claim), (ours,)))
    as_long = not counts or (ours.first, ours.last) == (theirs.first, theirs.last)
    pair = (ours, theirs, reading.said, reading.document)
    return _Held(*pair, rest, single(claim, ours), sure, whole, there, as_long, reading.foreign)


def _whole(claim: str, ours: Mention, sentence: str, theirs: Mention) -> bool:
    """Is it the claim's event, and not "the new stand opened" where the stadium did?"""
    if all(named_year(text, day) for text, day in ((claim, ours), (sentence, theirs))):
        return True
    mine, yours = outside(quantities(claim), (ours,)), outside(quantities(sentence), (theirs,))
    span, numbers = (theirs.start, theirs.end), [(q.start, q.end) for q in yours]
    return of_the_whole(
        claim,
        sentence,
        span,
        [(ours.start, ours.end), *((q.start, q.end) for q in mine)],
        [span, *numbers],
        alike=numbers,
        event=True,
    )


def _rest(claim: str, ours: Mention, sentence: str, theirs: Mention) -> tuple[Agreement, bool]:
    """How the words outside numbers and dates agree, and whether numbers and attribution do."""
    mine, yours = outside(quantities(claim), (ours,)), outside(quantities(sentence), (theirs,))
    masks = [
        [(day.start, day.end), *((q.start, q.end) for q in numbers)]
        for day, numbers in ((ours, mine), (theirs, yours))
    ]
    amounts = [sorted((q.value, q.unit) for q in numbers) for numbers in (mine, yours)]
    told = bool(ATTRIBUTED.search(claim)) == bool(ATTRIBUTED.search(sentence))
    return agreement(claim, sentence, *masks), amounts[0] == amounts[1] and told


def _refutes(held: _Held) -> bool:
    one, two = held.ours, held.theirs
    return (
        not meets(one, two)
        and not (held.there or held.foreign)
        and one.role == two.role
        and certain_gap(one, two)
        and held.sure
        and held.whole
        and stated(held.rest)
        and (held.single or (held.rest.words >= MIN_TELLING and _one_year(one, two)))
    )


def _one_year(one: Mention, two: Mention) -> bool:
    """Do both name days or months of one year? What happens every year has others in the next."""
    finer = {one.grain, two.grain} <= {"day", "month"}
    return finer and one.first.year == two.last.year


def _supports(held: _Held) -> bool:
    one, two = held.ours, held.theirs
    return (
        within(two, one)
        and one.role == two.role
        and held.sure
        and held.whole
        and held.as_long
        and held.rest.same_statement
        and held.rest.words >= 2
    )


def _within(held: _Held) -> bool:
    """Has the page's sentence all words of the claim, and a date within it?

    "On Sunday", counted from the page's day, is such a date; its words alone do not show that.
    """
    return (
        within(held.theirs, held.ours)
        and held.ours.role == held.theirs.role
        and not held.rest.missing
        and held.rest.ordered
        and held.rest.aligned
    )


def _how_within(held: _Held) -> str:
    if not held.as_long and held.theirs.grain != "day":
        return "shorter"  # "grew 0.6 percent in the fourth quarter": not in the year
    return "reckoned" if held.theirs.relative else "within"


def _noted(held: _Held) -> bool:
    rest = held.rest
    return (
        not meets(held.ours, held.theirs)
        and held.ours.year == held.theirs.year
        and held.ours.role == held.theirs.role
        and rest.covered >= MIN_NOTED
        and rest.returned >= MIN_NOTED / 2
        and rest.names
        and rest.ordered
        and rest.aligned
    )
