"""The checker for dates: when the claim says it happened, and when the sources do.

It refutes only where a sentence says what the claim says but for the date; it supports
only where every word of the claim stands in the sentence and the sentence's date lies
within the claim's. Relative dates are counted from the day of publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verify.checkers.agreement import Agreement, agreement
from verify.checkers.dates_events import single
from verify.checkers.dates_once import once
from verify.checkers.dates_read import Mention, dates
from verify.checkers.dates_told import NAME, Pair, day_of, finding
from verify.checkers.features import certain_gap, meets
from verify.checkers.numbers import sentences
from verify.checkers.numbers_match import ATTRIBUTED, close, outside, within
from verify.checkers.quantities import quantities
from verify.checkers.wording import doubted, tidy
from verify.ports import Case
from verify.types import Claim, Finding, Outcome

# Content words from which a sentence tells of one event only; a shorter one ("The committee
# met in May") may be true of several dates. Perturbed sentences: train/conjnli, 255 of them.
MIN_TELLING = 7
MIN_NOTED = 0.75  # share of the claim's words a sentence needs before its date is shown


@dataclass(frozen=True, slots=True)
class _Held(Pair):
    rest: Agreement
    single: bool  # an event that a thing has once
    sure: bool  # nothing but the date differs: numbers, attribution and doubt are the same


class Dates:
    """The day, month or year of an event."""

    name = NAME

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """What could be established; [] where nothing is certain. Never raises on any text."""
        text = tidy(claim.text)
        found = self._alike(text, case)
        if all(f.outcome is Outcome.NOTES for f in found):
            return list(once(text, case)) or found
        return found

    def _alike(self, claim: str, case: Case) -> list[Finding]:
        """Where a sentence says what the claim says, but perhaps for the date."""
        ours = dates(claim, case.on)
        if len(ours) != 1:
            return []
        held = _held(claim, ours[0], case)
        wrong = [h for h in held if _refutes(h)]
        denied = any(doubted(e.passage.text) for e in case.evidence)
        right = [h for h in held if not denied and _supports(h)]
        if wrong and right:
            return [finding(wrong[:1] + right[:1], Outcome.NOTES, "sources_disagree")]
        if wrong:
            return [finding(wrong, Outcome.REFUTES, "different")]
        if right:
            return [finding(right, Outcome.SUPPORTS, "equal")]
        noted = [h for h in held if _noted(h)]
        return [finding(noted[:1], Outcome.NOTES, "different")] if noted else []


def _held(claim: str, ours: Mention, case: Case) -> list[_Held]:
    """The claim's date beside that of every sentence which has exactly one."""
    once_only = single(claim, ours)
    found: list[_Held] = []
    for evidence in case.evidence:
        document = evidence.passage.document
        doubt = doubted(evidence.passage.text)
        for sentence in sentences(evidence.passage):
            theirs = dates(sentence, day_of(document))
            if len(theirs) == 1:
                rest, alike = _rest(claim, ours, sentence, theirs[0])
                sure = alike and not doubt
                pair = (ours, theirs[0], sentence, document)
                found.append(_Held(*pair, rest, once_only, sure))
    return found


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
        and one.role == two.role
        and certain_gap(one, two)
        and held.sure
        and close(held.rest, restricted=False)
        and (held.rest.words >= MIN_TELLING or held.single)
    )


def _supports(held: _Held) -> bool:
    one, two = held.ours, held.theirs
    return (
        within(two, one)
        and one.role == two.role
        and held.sure
        and held.rest.same_statement
        and held.rest.words >= 2
    )


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
