"""The checker for dates: when the claim says it happened, and when the sources do.

It refutes only where a sentence says what the claim says but for the date; it supports
only where every word of the claim stands in the sentence and the sentence's date lies
within the claim's. Relative dates are counted from the day of publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verify.checkers.agreement import Agreement, agreement
from verify.checkers.dates_read import Mention, dates
from verify.checkers.features import meets
from verify.checkers.numbers import fact, sentences
from verify.checkers.numbers_match import ATTRIBUTED, close, outside, within
from verify.checkers.quantities import quantities
from verify.checkers.wording import doubted
from verify.ports import Case
from verify.types import Claim, Document, Finding, Outcome

MIN_NOTED = 0.75  # share of the claim's words a sentence needs before its date is shown


@dataclass(frozen=True, slots=True)
class _Held:
    ours: Mention
    theirs: Mention
    sentence: str
    document: Document
    rest: Agreement
    sure: bool  # nothing but the date differs: numbers, attribution and doubt are the same


class Dates:
    """The day, month or year of an event."""

    name = "dates"

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """What could be established; [] where nothing is certain. Never raises on any text."""
        ours = dates(claim.text, case.on)
        if len(ours) != 1:
            return []
        held = _held(claim.text, ours[0], case)
        wrong = [h for h in held if _refutes(h)]
        denied = any(doubted(e.passage.text) for e in case.evidence)
        right = [h for h in held if not denied and _supports(h)]
        if wrong and right:
            return [_finding(wrong[:1] + right[:1], Outcome.NOTES, "sources_disagree")]
        if wrong:
            return [_finding(wrong, Outcome.REFUTES, "different")]
        if right:
            return [_finding(right, Outcome.SUPPORTS, "equal")]
        noted = [h for h in held if _noted(h)]
        return [_finding(noted[:1], Outcome.NOTES, "different")] if noted else []


def _held(claim: str, ours: Mention, case: Case) -> list[_Held]:
    found: list[_Held] = []
    for evidence in case.evidence:
        document = evidence.passage.document
        doubt = doubted(evidence.passage.text)
        for sentence in sentences(evidence.passage):
            theirs = dates(sentence, _day(document))
            if len(theirs) != 1:
                continue
            numbers = outside(quantities(claim), (ours,))
            other = outside(quantities(sentence), theirs)
            rest = agreement(
                claim,
                sentence,
                [(ours.start, ours.end), *((q.start, q.end) for q in numbers)],
                [(theirs[0].start, theirs[0].end), *((q.start, q.end) for q in other)],
            )
            sure = (
                not doubt
                and sorted((q.value, q.unit) for q in numbers)
                == sorted((q.value, q.unit) for q in other)
                and bool(ATTRIBUTED.search(claim)) == bool(ATTRIBUTED.search(sentence))
            )
            found.append(_Held(ours, theirs[0], sentence, document, rest, sure))
    return found


def _day(document: Document) -> date | None:
    """The day a document's "yesterday" is counted from: only a date known to the day."""
    if document.published is None or len(document.published.value.iso) != 10:
        return None
    return document.published.value.first


def _refutes(held: _Held) -> bool:
    one, two = held.ours, held.theirs
    return (
        not meets(one, two)
        and one.role == two.role
        and _certain_gap(one, two)
        and held.sure
        and close(held.rest, restricted=False)
    )


_LOOSE = frozenset(["fiscal", "season", "century", "span", "week"])


def _certain_gap(one: Mention, two: Mention) -> bool:
    """Can no reading of the two mentions bring them together?"""
    if one.grain in _LOOSE or two.grain in _LOOSE or one.year != two.year:
        return False
    # One event is reported a day apart in two time zones.
    return not (one.grain == two.grain == "day" and abs((one.first - two.first).days) <= 1)


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


def _finding(held: Sequence[_Held], outcome: Outcome, detail: str) -> Finding:
    first = held[0]
    said = f"The claim says {show(first.ours)}; the source says {show(first.theirs)}"
    tail = {
        "equal": ": the same, or within it.",
        "sources_disagree": "; another source says what the claim says.",
    }.get(detail, f"{_apart(first.ours, first.theirs)}.")
    if outcome is Outcome.NOTES and detail == "different":
        tail += " It may not be the same event."
    return Finding(
        Dates.name,
        outcome,
        said + tail,
        tuple(fact(h.sentence, h.document) for h in held[:3]),
        detail,
    )


def show(mention: Mention) -> str:
    """A date in the text's words; a relative one with the days it comes to."""
    if not mention.relative:
        return f"“{mention.text}”"
    if mention.first == mention.last:
        return f"“{mention.text}” ({mention.first})"
    return f"“{mention.text}” ({mention.first} to {mention.last})"


def _apart(one: Mention, two: Mention) -> str:
    """How far apart, in the coarser of the two grains."""
    if not (one.year and two.year):
        return ""
    later, earlier = (one, two) if one.first > two.first else (two, one)
    days = (later.first - earlier.last).days
    word = "later" if later is one else "earlier"
    if one.grain == two.grain == "year":
        years = abs(one.first.year - two.first.year)
        return f": the claim's is {years} year{'s' * (years != 1)} {word}"
    return f": the claim's is {days} day{'s' * (days != 1)} {word}"
