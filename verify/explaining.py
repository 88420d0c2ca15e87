"""How a verdict explains itself: what spoke, what was missed, what would settle the claim."""

from __future__ import annotations

from collections.abc import Sequence

from verify.brief import DECIDE_REFUTED, DECIDE_SUPPORTED, LEAN, Brief, relevant
from verify.types import Evidence, Kind, Label

SETTLE = {
    Kind.OFFICE: "A list of holders of the office with the dates of each term.",
    Kind.QUOTATION: "A recording or transcript of the words, or a second report of them.",
    Kind.QUANTITY: "The publication or data set the figure was taken from.",
    Kind.DATE: "A dated record of the event.",
    Kind.CAUSAL: "A source that establishes the cause, and not only the sequence.",
    Kind.COMPARISON: "Both figures, of the same date and measure.",
}


def origins_of(evidence: Sequence[Evidence]) -> str:
    """How many pages, and of how many origins."""
    pages = len({e.passage.document.url or e.passage.document.title for e in evidence})
    origins = len({e.origin for e in evidence})
    return f"{_count(pages, 'page')} of {_count(origins, 'origin')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def missed(brief: Brief) -> str:
    """What could not be looked at, so that silence is not taken for an answer."""
    sources = sorted({g.source for g in brief.gaps if g.source})
    return f" Could not look everywhere: {', '.join(sources)}." if sources else ""


def lean(brief: Brief) -> str:
    """To which side the passages lean, where they lean and yet do not decide."""
    if not any(relevant(e) for e in brief.evidence):
        return ""
    if brief.held_back:
        return f" What the checkers note holds it open: {brief.held_back[0].explanation}"
    for side, chance, least in (
        ("towards", brief.pooled.supports, DECIDE_SUPPORTED),
        ("against", brief.pooled.refutes, DECIDE_REFUTED),
    ):
        if LEAN <= chance < least:
            return f" They lean {side} it ({chance:.2f}; from {least:.2f} on that decides)."
    return ""


def settle(label: Label, brief: Brief) -> str:
    """What would settle a claim that stays open; "" for one that is decided."""
    if label not in {Label.NOT_ENOUGH_EVIDENCE, Label.CONFLICTING}:
        return ""
    wanted = SETTLE.get(
        brief.claim.kind, "A report of it by a source that was there, or the record itself."
    )
    unasked = sorted({f"{g.source} ({g.reason})" for g in brief.gaps if g.source})
    return wanted + (f" First, what could not be asked: {', '.join(unasked)}." if unasked else "")
