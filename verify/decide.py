"""The only table of verdict rules. The first row that applies decides.

A checker that is certain is followed; else the stance model, and only above
the operating points that `benchmarks.verdict` measured; else nobody: absence of
evidence is "not enough evidence", and what could not be looked at is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from verify.brief import (
    DECIDE_REFUTED,
    DECIDE_SUPPORTED,
    LEAN,
    MIN_FUZZY,
    MIN_SIMILARITY,
    Brief,
    brief_of,
)
from verify.ellipsis import elliptical
from verify.explaining import lean, missed, origins_of, settle
from verify.holding import HOLDS_BACK
from verify.types import (
    Claim,
    Evidence,
    Finding,
    Gap,
    Joint,
    Kind,
    Label,
    Outcome,
    Tier,
    Timing,
    Verdict,
    sha256,
)

# Share of certain findings that were right. benchmarks/offices, quotes, numbers, 2026-11
CHECKER_PRECISION = {
    "offices": 0.99,
    "quotes": 0.95,
    "numbers": 0.95,
    "dates": 0.97,
    "statements": 0.95,
    "framing": 0.9,
}
# A checker's support speaks for the whole claim only where the claim is of its kind.
# Numbers and dates support only what a sentence states whole, whatever its kind.
# What only notes has no precision above, and speaks for none.
STATED_WHOLE = set(Kind) - {Kind.OPINION, Kind.PREDICTION}
SPEAKS_FOR = {
    "offices": {Kind.OFFICE},
    "quotes": {Kind.QUOTATION},
    "numbers": STATED_WHOLE,
    "dates": STATED_WHOLE,
    "events": set[Kind](),
    "statements": set[Kind](),  # they speak through their passages: Evidence.stated
    "framing": set[Kind](),
}
STANDING = {Tier.OFFICIAL: 3, Tier.AGENCY: 2, Tier.OWN: 2, Tier.OTHER: 1}


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: its id, the label it gives, when it applies, and how it explains itself."""

    id: str
    label: Label
    when: Callable[[Brief], bool]
    why: Callable[[Brief], str]
    confidence: Callable[[Brief], float]


def _deciding(brief: Brief, outcome: Outcome) -> list[Finding]:
    """The findings of that outcome that speak for the claim."""
    found = [f for f in brief.findings if f.outcome is outcome]
    if outcome is Outcome.SUPPORTS:
        found = [f for f in found if brief.claim.kind in SPEAKS_FOR.get(f.checker, set())]
    return found


def _refuting_checker(brief: Brief) -> bool:
    return bool(_deciding(brief, Outcome.REFUTES))


def _supporting_checker(brief: Brief) -> bool:
    return bool(_deciding(brief, Outcome.SUPPORTS))


def _conflict(brief: Brief) -> bool:
    """Both sides above the operating point, from different origins, of equal standing."""
    return bool(brief.supporting and brief.refuting) and _lead(brief) == 0


def _lead(brief: Brief) -> int:
    """Positive where the supporting side has the higher standing, negative the refuting."""
    return _standing(brief.supporting) - _standing(brief.refuting)


def _stating(brief: Brief) -> list[Evidence]:
    """The passages that say what the claim says, in its own words."""
    return [e for e in brief.supporting if e.stated]


def _strongest(brief: Brief) -> float:
    """How sure the side that supports is."""
    stated = CHECKER_PRECISION["statements"] if _stating(brief) else 0.0
    return max(stated, brief.supporting[0].entailment.supports)


def _standing(evidence: Sequence[Evidence]) -> int:
    return max((STANDING[e.passage.document.tier] for e in evidence), default=0)


def _checker_confidence(outcome: Outcome) -> Callable[[Brief], float]:
    return lambda b: max(CHECKER_PRECISION.get(f.checker, 0.9) for f in _deciding(b, outcome))


def _explained(outcome: Outcome) -> Callable[[Brief], str]:
    return lambda b: " ".join(f.explanation for f in _deciding(b, outcome))


def _stance_side(brief: Brief, label: Label) -> bool:
    lead = _lead(brief) if brief.supporting and brief.refuting else 0
    if label is Label.SUPPORTED:
        above = brief.pooled.supports >= DECIDE_SUPPORTED and bool(brief.supporting)
        return (above and lead >= 0) or lead > 0
    above = brief.pooled.refutes >= DECIDE_REFUTED and bool(brief.refuting)
    return (above and lead <= 0) or lead < 0


RULES: tuple[Rule, ...] = (
    Rule(
        "not_checkable",
        Label.NOT_CHECKABLE,
        lambda b: not b.claim.checkable,
        lambda b: b.claim.reason or "No source could settle it.",
        lambda b: 1.0,
    ),
    Rule(
        "checker_refutes",
        Label.REFUTED,
        _refuting_checker,
        _explained(Outcome.REFUTES),
        _checker_confidence(Outcome.REFUTES),
    ),
    Rule(
        "checker_supports",
        Label.SUPPORTED,
        _supporting_checker,
        _explained(Outcome.SUPPORTS),
        _checker_confidence(Outcome.SUPPORTS),
    ),
    Rule(
        "too_little_said",
        Label.NOT_ENOUGH_EVIDENCE,
        lambda b: bool(b.supporting or b.refuting) and elliptical(b.claim.text),
        lambda b: (
            "Taken alone it does not say about what, so a passage about the same people "
            f"neither confirms nor contradicts it.{missed(b)}"
        ),
        lambda b: 0.0,
    ),
    Rule(
        "sources_conflict",
        Label.CONFLICTING,
        _conflict,
        lambda b: (
            f"Sources of equal standing disagree: {origins_of(b.supporting)} for it, "
            f"{origins_of(b.refuting)} against it."
        ),
        lambda b: min(_strongest(b), b.refuting[0].entailment.refutes),
    ),
    Rule(
        "stated",
        Label.SUPPORTED,
        lambda b: bool(_stating(b)) and (not b.refuting or _lead(b) > 0),
        lambda b: f"Stated in the claim's own words by {origins_of(_stating(b))}.{missed(b)}",
        lambda b: CHECKER_PRECISION["statements"],
    ),
    Rule(
        "stance_refutes",
        Label.REFUTED,
        lambda b: _stance_side(b, Label.REFUTED),
        lambda b: f"Contradicted by {origins_of(b.refuting)}.{missed(b)}",
        lambda b: b.pooled.refutes,
    ),
    Rule(
        "stance_supports",
        Label.SUPPORTED,
        lambda b: _stance_side(b, Label.SUPPORTED),
        lambda b: f"Supported by {origins_of(b.supporting)}.{missed(b)}",
        lambda b: b.pooled.supports,
    ),
    Rule(
        "only_circular",
        Label.NOT_ENOUGH_EVIDENCE,
        lambda b: bool(b.circular),
        lambda b: (
            "The only pages that agree go back to the article itself: that is no second source."
            f"{missed(b)}"
        ),
        lambda b: b.pooled.neutral,
    ),
    Rule(
        "could_not_look",
        Label.NOT_ENOUGH_EVIDENCE,
        lambda b: not b.evidence and bool(b.gaps),
        lambda b: f"Nothing to judge it by, and not for lack of evidence:{missed(b)}",
        lambda b: 0.0,
    ),
    Rule(
        "nothing_found",
        Label.NOT_ENOUGH_EVIDENCE,
        lambda b: not b.evidence,
        lambda b: "The sources asked say nothing about it.",
        lambda b: 0.0,
    ),
    Rule(
        "undecided",
        Label.NOT_ENOUGH_EVIDENCE,
        lambda b: True,
        lambda b: f"The passages found do not settle it.{lean(b)}{missed(b)}",
        lambda b: b.pooled.neutral,
    ),
)


def decide(
    claim: Claim,
    evidence: Sequence[Evidence],
    findings: Sequence[Finding],
    gaps: Sequence[Gap],
    joint: Joint | None = None,
) -> Verdict:
    """The verdict on one claim, by the first row of RULES that applies."""
    brief = brief_of(claim, tuple(evidence), tuple(findings), tuple(gaps), joint)
    rule = _first(brief)
    return Verdict(
        claim=claim,
        label=rule.label,
        confidence=round(rule.confidence(brief), 4),
        rule=rule.id,
        why=rule.why(brief).strip(),
        evidence=brief.evidence,
        findings=brief.findings,
        gaps=brief.gaps,
        joint=joint,
        at_publication=_at_publication(rule, brief, joint),
        settle=settle(rule.label, brief),
    )


def _first(brief: Brief) -> Rule:
    """The first row that applies."""
    return next(rule for rule in RULES if rule.when(brief))


def _at_publication(rule: Rule, brief: Brief, joint: Joint | None) -> Label | None:
    """The label that evidence dated before the article would have given.

    None where no evidence is dated, or where a checker decided: its facts carry
    their own dates.
    """
    if rule.id in {"not_checkable", "checker_refutes", "checker_supports"}:
        return None
    if all(e.timing is Timing.UNDATED for e in brief.evidence):
        return None
    before = tuple(e for e in brief.evidence if e.timing is Timing.BEFORE)
    same = joint if len(before) == len(brief.evidence) else None
    return _first(brief_of(brief.claim, before, brief.findings, brief.gaps, same)).label


def rules_sha256() -> str:
    """Hash of the rule table and its numbers, for a report's provenance."""
    rows = [f"{r.id}:{r.label}" for r in RULES]
    numbers = [
        DECIDE_SUPPORTED,
        DECIDE_REFUTED,
        MIN_SIMILARITY,
        MIN_FUZZY,
        LEAN,
        sorted(CHECKER_PRECISION.items()),
        sorted((checker, *sorted(kinds)) for checker, kinds in SPEAKS_FOR.items()),
        sorted(STANDING.items()),
        sorted((*key, *sorted(sides)) for key, sides in HOLDS_BACK.items()),
    ]
    return sha256(repr((rows, numbers)))
