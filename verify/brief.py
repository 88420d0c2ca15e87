"""What the rules look at: a claim's passages, sorted by side, from the points where they count.

A passage counts above the operating point of its side, and where it speaks of the claim's
subject; a page about another of that name, and a side that a note holds back, do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verify.holding import against
from verify.types import Claim, Entailment, Evidence, Finding, Gap, Joint, Label

# Calibrated probability from which a stance decides alone: at most 10 % errors among
# the claims decided. benchmarks/reliability, 2026-11, see docs/stance.md
DECIDE_SUPPORTED = 0.76
DECIDE_REFUTED = 0.83
LEAN = 0.5  # from here on a side is likelier than not: alone it decides nothing
# Below this cosine and this fuzzy overlap a passage speaks of something else, and its stance
# counts for nothing. benchmarks/relevance, 2026-11, see docs/stance.md
MIN_SIMILARITY = 0.35
MIN_FUZZY = 0.50

NO_VIEW = Entailment(0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Brief:
    """What the rules look at."""

    claim: Claim
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...]
    pooled: Entailment
    supporting: tuple[Evidence, ...]  # stated, or above the operating point; not circular
    refuting: tuple[Evidence, ...]
    circular: tuple[Evidence, ...]  # the same, but back to the article
    held_back: tuple[Finding, ...] = ()  # the notes for which a side above it does not count


def relevant(evidence: Evidence) -> bool:
    """Whether a passage speaks of the claim's subject at all."""
    return on_subject(evidence.similarity, evidence.fuzzy)


def on_subject(similarity: float, fuzzy: float) -> bool:
    """Whether a passage as near to the claim as that speaks of its subject."""
    return similarity >= MIN_SIMILARITY or fuzzy >= MIN_FUZZY


def operating_points() -> dict[str, float]:
    """From where on a passage counts: a report states them, so that a reader sees which did not."""
    return {
        "similarity": MIN_SIMILARITY,
        "fuzzy": MIN_FUZZY,
        "supports": DECIDE_SUPPORTED,
        "refutes": DECIDE_REFUTED,
    }


def pool(evidence: Sequence[Evidence], joint: Joint | None) -> Entailment:
    """One view over the evidence: that of the best passages read together, else the best one's.

    Passages that speak of the subject come first; where none does, the best found
    still gives a view, but no rule decides by it. What goes back to the article
    under test has no voice.
    """
    own = [e for e in evidence if not e.circular]
    if joint and len(own) == len(evidence):
        return joint.entailment
    near = [e for e in own if relevant(e)] or own
    return near[0].entailment if near else NO_VIEW


def brief_of(
    claim: Claim,
    evidence: tuple[Evidence, ...],
    findings: tuple[Finding, ...],
    gaps: tuple[Gap, ...],
    joint: Joint | None,
) -> Brief:
    """The claim's passages by the side for which each counts."""
    own = _about_it(evidence, findings)
    joint = joint if len(own) == len(evidence) else None
    sides = _sides(own, [evidence[i] for i in joint.members] if joint else [], joint)
    noted = against(findings)
    held_back = [f for label, side in sides.items() if side for f in noted.get(label, ())]
    for label in noted:
        sides[label] = []
    return Brief(
        claim=claim,
        evidence=evidence,
        findings=findings,
        gaps=gaps,
        pooled=pool(own, joint),
        supporting=tuple(e for e in sides[Label.SUPPORTED] if not e.circular),
        refuting=tuple(e for e in sides[Label.REFUTED] if not e.circular),
        circular=tuple(e for e in sides[Label.SUPPORTED] if e.circular),
        held_back=tuple(f for f in findings if f in held_back),
    )


def _sides(
    own: Sequence[Evidence], members: Sequence[Evidence], joint: Joint | None
) -> dict[Label, list[Evidence]]:
    """What counts for each side: stated outright, above the operating point alone, or together."""
    near = [e for e in own if relevant(e) or e.stated]
    supporting = [e for e in near if e.stated or e.entailment.supports >= DECIDE_SUPPORTED]
    refuting = [e for e in near if not e.stated and e.entailment.refutes >= DECIDE_REFUTED]
    together = [e for e in members if relevant(e)]
    if joint and joint.entailment.supports >= DECIDE_SUPPORTED and not supporting:
        supporting = together
    # What is said may be spread over passages; what contradicts it stands in one of them.
    leans = any(e.entailment.refutes >= LEAN and not e.stated for e in together)
    if joint and joint.entailment.refutes >= DECIDE_REFUTED and not refuting and leans:
        refuting = [e for e in together if not e.stated]
    return {Label.SUPPORTED: supporting, Label.REFUTED: refuting}


def _about_it(evidence: Sequence[Evidence], findings: Sequence[Finding]) -> list[Evidence]:
    """The evidence without pages that a checker takes to be about another of the same name."""
    others = {f.url for n in findings if n.detail == "namesake" for f in n.facts if f.url}
    return [e for e in evidence if e.passage.document.url not in others]
