"""The checker for numbers: the same quantity of the same thing, compared.

It refutes only where a sentence says what the claim says but for the number; it supports
only where every word and number of the claim stands in the sentence. Everything else
that touches is a note, or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verify.checkers.numbers_chains import settle
from verify.checkers.numbers_judge import (
    Held,
    holdings,
    refutes,
    stands_elsewhere,
    supports,
    worth_noting,
    wrongs,
)
from verify.checkers.numbers_lists import count_finding
from verify.checkers.numbers_match import Match, matches
from verify.checkers.numbers_restated import Restated, restated
from verify.checkers.numbers_totals import sums
from verify.checkers.numbers_turned import Turned, another_rank, ranked, ranks, turned
from verify.checkers.numbers_wholes import larger_whole, other_things
from verify.checkers.quantities import Quantity, quantities
from verify.checkers.readings import readings, sentences
from verify.checkers.timing import days_apart
from verify.checkers.wording import doubted, tidy
from verify.ports import Case
from verify.types import Claim, Document, Fact, Finding, Outcome, Passage


class Numbers:
    """Quantities, totals, enumerations and chains of comparisons."""

    name = "numbers"

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """What could be established; [] where nothing is certain. Never raises on any text."""
        passages = case.passages
        text = tidy(claim.text)
        found = [*_arithmetic(text), *_compared(text, passages), *_counted(text, passages)]
        if ranks(text):
            found += _ranked(text, passages, case)
        if quantities(text):
            amounts = _amounts(text, passages, case)
            found += amounts
            if all(f.detail == "restated" for f in amounts):
                found += _of_a_whole(text, passages)
            found += _inside(claim, text, case)
        return found


def fact(text: str, document: Document) -> Fact:
    """A document's sentence as a fact: who says it, where."""
    return Fact(text.strip(), document.publisher or document.title or document.url, document.url)


def note(checker: str, said: str, words: str, document: Document, detail: str) -> Finding:
    """A note on what a document's sentence says."""
    return Finding(checker, Outcome.NOTES, said, (fact(words, document),), detail)


def _amounts(claim: str, passages: Sequence[Passage], case: Case) -> list[Finding]:
    held = [h for p in passages for h in holdings(claim, p, case.article.text, case.on)]
    wrong = [h for h in held if wrongs(h)]
    # One page that speaks of a hoax is enough to leave the claim to a reader.
    denied = any(doubted(p.text) for p in passages)
    right = [h for h in held if not denied and supports(h)]
    if wrong and right:
        return [_disagree(right[0], wrong[0])]
    if wrong:
        elsewhere = stands_elsewhere(wrong[0], passages)
        return [_unsettled(wrong[0], elsewhere) if elsewhere else _refuted(wrong)]
    if right:
        return [_equal(right)]
    other_way = [] if denied else [t for h in held if (t := turned(h))]
    if other_way:
        return [_turned(other_way[0], "direction")]
    if again := restated(claim, passages):
        return [_restated(again)]
    near = [h for h in held if worth_noting(h)]
    if any(h.match.relation in {"same", "rounding"} for h in near):
        return []  # some page has the claim's number: another one is no news
    noted = [h for h in near if h.match.relation == "different"]
    return [_noted(noted[0], case)] if noted else []


def _of_a_whole(claim: str, passages: Sequence[Passage]) -> list[Finding]:
    documents = list(dict.fromkeys(p.document for p in passages))
    found = larger_whole(claim, documents) or other_things(claim, documents)
    if found is None:
        return []
    part = f"; of the claim's it says {show(found.theirs)}" if found.theirs else ""
    said = f"The source gives {show(found.ours)} of a larger whole, or of other things{part}."
    return [note(Numbers.name, said, found.sentence, found.document, "larger_whole")]


def _ranked(claim: str, passages: tuple[Passage, ...], case: Case) -> list[Finding]:
    for passage in passages:
        apart = days_apart(passage.document, case.on)
        for reading in readings(claim, passage, case.article.text):
            for found in ranked(reading, apart):
                return [_turned(found, "rank")]
    if other := another_rank(claim, passages):
        said, instead, told = other
        text = f"The claim says “{said}”; the source says “{instead}”. It may be another's."
        return [note(Numbers.name, text, told.sentence, told.document, "rank")]
    return []


def _turned(found: Turned, detail: str) -> Finding:
    return Finding(
        Numbers.name,
        Outcome.REFUTES,
        f"The claim says “{found.said}”; the source says “{found.instead}”.",
        _facts((found.held,)),
        detail,
    )


def _refuted(held: Sequence[Held]) -> Finding:
    text = _apart(held[0].match)
    return Finding(Numbers.name, Outcome.REFUTES, text, _facts(held[:3]), "different")


def _noted(held: Held, case: Case) -> Finding:
    """Another number in like words, and why it need not contradict the claim's."""
    match = held.match
    detail = "different" if match.same_period else "another_period"
    if not held.timely or (case.on and match.settled_words and not match.settled):
        detail = "another_time"
    text = _apart(match) + _reserve(match)
    return Finding(Numbers.name, Outcome.NOTES, text, _facts((held,)), detail)


def _restated(found: Restated) -> Finding:
    return Finding(
        Numbers.name,
        Outcome.NOTES,
        f"The claim says {show(found.ours)}; the source says {show(found.theirs)}, which comes to"
        " the same or has it within its range. It may not be the same quantity.",
        (fact(found.sentence, found.document),),
        "restated",
    )


def _unsettled(held: Held, elsewhere: Passage) -> Finding:
    """Another number, where the claim's own stands in the sources, too."""
    document = elsewhere.document
    where = document.title or document.publisher or document.url
    return Finding(
        Numbers.name,
        Outcome.NOTES,
        f"{_apart(held.match)} The claim's number stands in the sources as well ({where}).",
        _facts((held,)),
        "sources_disagree",
    )


def _apart(match: Match) -> str:
    return (
        f"The claim says {show(match.ours)}; the source says {show(match.theirs)}"
        f"{_factor(match.ours, match.theirs)}."
    )


def _reserve(match: Match) -> str:
    if not match.same_period:
        return " They may be of different periods."
    if not match.settled:
        return " It may be an earlier or later count, or somebody's estimate."
    return " It may not be the same quantity."


def _equal(held: Sequence[Held]) -> Finding:
    match = held[0].match
    how = "within rounding" if match.relation == "rounding" else "the same"
    detail = "within_rounding" if match.relation == "rounding" else "equal"
    return Finding(
        Numbers.name,
        Outcome.SUPPORTS,
        f"The claim says {show(match.ours)}; the source says {show(match.theirs)}: {how}.",
        _facts(held[:3]),
        detail,
    )


def _facts(held: Sequence[Held]) -> tuple[Fact, ...]:
    return tuple(dict.fromkeys(fact(h.reading.said, h.reading.document) for h in held))


def _disagree(right: Held, wrong: Held) -> Finding:
    return Finding(
        Numbers.name,
        Outcome.NOTES,
        f"The sources disagree: one says {show(right.match.theirs)}, as the claim does; another"
        f" says {show(wrong.match.theirs)}.",
        _facts((right, wrong)),
        "sources_disagree",
    )


def show(quantity: Quantity) -> str:
    """The quantity in the text's words, with what was counted."""
    return f"“{quantity.text}”"


def _factor(ours: Quantity, theirs: Quantity) -> str:
    """By how much they differ: points for shares, a factor where it is large, else a share."""
    if ours.kind == "ordinal" or not theirs.value or ours.value / theirs.value <= 0:
        return ""
    if ours.unit == "percent":
        return f" ({ours.value - theirs.value:+.1f} percentage points)"
    ratio = ours.value / theirs.value
    if ratio >= 2 or ratio <= 0.5:
        return f" ({max(ratio, 1 / ratio):.3g} times as much)" if ratio > 1 else (
            f" (the claim's is {ratio:.2g} of it)"
        )  # fmt: skip
    return f" ({100 * (ratio - 1):+.1f}%)"


def _arithmetic(claim: str) -> list[Finding]:
    return [
        Finding(
            Numbers.name,
            Outcome.REFUTES if not s.holds else Outcome.NOTES,
            f"The claim gives {s.stated}; worked out: {s.worked}.",
            (Fact(s.worked, "arithmetic"),),
            "arithmetic" if not s.holds else "arithmetic_holds",
        )
        for s in sums(claim)
    ]


def _inside(claim: Claim, text: str, case: Case) -> list[Finding]:
    """The article's other sentences: does it give another number for the same thing?"""
    for other in case.claims:
        if other.id == claim.id or other.span == claim.span:
            continue
        for match in matches(text, other.text):
            # A toll may be corrected by another page, but not within one article.
            if refutes(text, replace(match, settled=match.settled_words)):
                return [_inconsistent(match, case)]
    return []


def _inconsistent(match: Match, case: Case) -> Finding:
    return Finding(
        Numbers.name,
        Outcome.NOTES,
        f"The article itself says {show(match.ours)} here and {show(match.theirs)} elsewhere.",
        (Fact(match.sentence, case.article.title or "the article", case.article.url or ""),),
        "inconsistent",
    )


def _compared(claim: str, passages: Sequence[Passage]) -> list[Finding]:
    for passage in passages:
        sign, chain = settle(claim, passage.text)
        if sign:
            steps = "; ".join(step.text for step in chain)
            word = "It follows" if sign > 0 else "The contrary follows"
            return [
                Finding(
                    Numbers.name,
                    Outcome.SUPPORTS if sign > 0 else Outcome.REFUTES,
                    f"{word} from the source, step by step: {steps}.",
                    tuple(fact(step.text, passage.document) for step in chain),
                    "chain",
                )
            ]
    return []


def _counted(claim: str, passages: Sequence[Passage]) -> list[Finding]:
    for passage in passages:
        for sentence in sentences(passage):
            finding = count_finding(claim, sentence, fact(sentence, passage.document))
            if finding is not None:
                return [finding]
    return []
