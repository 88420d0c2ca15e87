"""The checker for numbers: the same quantity of the same thing, compared.

It refutes only where a sentence says what the claim says but for the number; it supports
only where every word and number of the claim stands in the sentence. Everything else
that touches is a note, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verify.checkers.dates_read import dates
from verify.checkers.numbers_anchor import anchored, tied
from verify.checkers.numbers_chains import settle
from verify.checkers.numbers_lists import count_finding
from verify.checkers.numbers_match import Match, close, matches, outside, tight
from verify.checkers.numbers_totals import sums
from verify.checkers.quantities import Quantity, quantities
from verify.checkers.wording import doubted, parted, sentence_spans, states, tidy
from verify.ports import Case
from verify.types import Claim, Document, Fact, Finding, Outcome, Passage

MIN_TELLING = 7  # content words from which a sentence with an ordinal tells of one event only
MIN_NOTED = 0.75  # share of the claim's words a sentence needs before its number is shown


@dataclass(frozen=True, slots=True)
class _Held:
    match: Match
    said: str  # the source's whole sentence, of which the match may have read a part
    document: Document
    doubted: bool


class Numbers:
    """Quantities, totals, enumerations and chains of comparisons."""

    name = "numbers"

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """What could be established; [] where nothing is certain. Never raises on any text."""
        passages = [e.passage for e in case.evidence]
        text = tidy(claim.text)
        found = [*_arithmetic(text), *_compared(text, passages), *_counted(text, passages)]
        if quantities(text):
            found += _amounts(text, passages)
            found += _inside(claim, text, case)
        return found


def sentences(passage: Passage) -> Iterator[str]:
    """The sentences of a passage that state something."""
    text = passage.text
    for start, end in sentence_spans(text):
        if states(text[start:end]):
            yield tidy(text[start:end])


def fact(text: str, document: Document) -> Fact:
    """A document's sentence as a fact: who says it, where."""
    return Fact(text.strip(), document.publisher or document.title or document.url, document.url)


def _amounts(claim: str, passages: Sequence[Passage]) -> list[Finding]:
    held = [
        _Held(m, s, p.document, doubted(p.text))
        for p in passages
        for s in sentences(p)
        for part in (s, *parted(s))
        for m in matches(claim, part)
    ]
    wrong = [h for h in held if not h.doubted and _refutes(claim, h.match, h.document)]
    # One page that speaks of a hoax is enough to leave the claim to a reader.
    denied = any(doubted(p.text) for p in passages)
    right = [h for h in held if not denied and _supports(claim, h.match)]
    if wrong and right:
        return [_disagree(right[0], wrong[0])]
    if wrong:
        return [_different(wrong, Outcome.REFUTES)]
    if right:
        return [_equal(right)]
    noted = [h for h in held if h.match.relation == "different" and _worth_noting(h.match)]
    return [_different(noted[:1], Outcome.NOTES)] if noted else []


def _refutes(claim: str, match: Match, document: Document | None = None) -> bool:
    alike = (
        match.relation == "different"
        and match.same_thing
        and match.same_period
        and match.settled
        and close(match.rest)
        and _only_one(match)
        and (match.ours.unit != "ordinal" or match.rest.words >= MIN_TELLING or tied(claim, match))
    )
    return (
        (alike or anchored(claim, match, document))
        and _others_agree(claim, match)
        and not _taken(claim, match)
    )


def _supports(claim: str, match: Match) -> bool:
    return (
        match.relation in {"same", "rounding"}
        and match.rest.same_statement
        and match.rest.words >= 2
        and match.held_period
        and match.settled_words
        and _same_nouns(match)
        and _others_agree(claim, match)
        and (_only_one(match) or tight(match, claim))
    )


def _same_nouns(match: Match) -> bool:
    return match.same_thing


def _others_agree(claim: str, match: Match) -> bool:
    """Does every other number of the claim have its equal in the sentence?"""
    pairs = matches(claim, match.sentence)
    return all(
        any(p.ours == q and p.relation in {"same", "rounding"} for p in pairs)
        for q in outside(quantities(claim), dates(claim))
        if q != match.ours
    )


def _only_one(match: Match) -> bool:
    """Is there only one quantity in the sentence that could be meant?"""
    alike = [q for q in quantities(match.sentence) if _like(q, match.theirs)]
    return len(alike) == 1


def _taken(claim: str, match: Match) -> bool:
    """Is the sentence's quantity the counterpart of another one of the claim's?"""
    return any(
        q != match.ours and q.unit == match.theirs.unit and q.ends == match.theirs.ends
        for q in quantities(claim)
    )


def _like(one: Quantity, two: Quantity) -> bool:
    return one.unit == two.unit and (bool(one.unit) or one.nouns == two.nouns)


def _worth_noting(match: Match) -> bool:
    rest = match.rest
    return (
        rest.covered >= MIN_NOTED
        and rest.returned >= MIN_NOTED / 2
        and rest.names
        and rest.ordered
        and _same_nouns(match)
    )


def _different(held: Sequence[_Held], outcome: Outcome) -> Finding:
    match = held[0].match
    why = "" if outcome is Outcome.REFUTES else _reserve(match)
    return Finding(
        Numbers.name,
        outcome,
        f"The claim says {show(match.ours)}; the source says {show(match.theirs)}"
        f"{_factor(match.ours, match.theirs)}.{why}",
        tuple(dict.fromkeys(fact(h.said, h.document) for h in held[:3])),
        "another_period" if outcome is Outcome.NOTES and not match.same_period else "different",
    )


def _reserve(match: Match) -> str:
    if not match.same_period:
        return " They may be of different periods."
    if not match.settled:
        return " It may be an earlier or later count, or somebody's estimate."
    return " It may not be the same quantity."


def _equal(held: Sequence[_Held]) -> Finding:
    match = held[0].match
    how = "within rounding" if match.relation == "rounding" else "the same"
    detail = "within_rounding" if match.relation == "rounding" else "equal"
    return Finding(
        Numbers.name,
        Outcome.SUPPORTS,
        f"The claim says {show(match.ours)}; the source says {show(match.theirs)}: {how}.",
        tuple(dict.fromkeys(fact(h.said, h.document) for h in held[:3])),
        detail,
    )


def _disagree(right: _Held, wrong: _Held) -> Finding:
    return Finding(
        Numbers.name,
        Outcome.NOTES,
        f"The sources disagree: one says {show(right.match.theirs)}, as the claim does; another"
        f" says {show(wrong.match.theirs)}.",
        (fact(right.said, right.document), fact(wrong.said, wrong.document)),
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
            if _refutes(text, replace(match, settled=match.settled_words)):
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
