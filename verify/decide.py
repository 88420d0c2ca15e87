"""The only table of verdict rules. The first row that applies decides.

A checker that is certain is followed; else the stance model, and only above
the operating points that `benchmarks.verdict` measured; else nobody: absence of
evidence is "not enough evidence", and what could not be looked at is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from verify.ellipsis import elliptical
from verify.types import (
    Claim,
    Entailment,
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

# Calibrated probability from which a stance decides alone: at most 10 % errors among
# the claims decided. benchmarks/reliability, 2026-11, see docs/stance.md
DECIDE_SUPPORTED = 0.78
DECIDE_REFUTED = 0.82
LEAN = 0.5  # from here on a side is likelier than not: said to the reader, decides nothing
# Below this cosine and this fuzzy overlap a passage speaks of something else, and its stance
# counts for nothing. benchmarks/relevance, 2026-11, see docs/stance.md
MIN_SIMILARITY = 0.35
MIN_FUZZY = 0.50

# Share of certain findings that were right. benchmarks/offices, quotes, numbers, 2026-11
CHECKER_PRECISION = {
    "offices": 0.99,
    "quotes": 0.95,
    "numbers": 0.95,
    "dates": 0.97,
    "framing": 0.9,
}
# A checker's support speaks for the whole claim only where the claim is of its kind.
# Numbers and dates support only what a sentence states whole, whatever its kind.
STATED_WHOLE = set(Kind) - {Kind.OPINION, Kind.PREDICTION}
SPEAKS_FOR = {
    "offices": {Kind.OFFICE},
    "quotes": {Kind.QUOTATION},
    "numbers": STATED_WHOLE,
    "dates": STATED_WHOLE,
    "framing": set[Kind](),
}
# What a checker notes of the passages that the stance model cannot see: a side it speaks against
# has no passages. A page of another year refutes nothing; words that were changed support nothing.
HOLDS_BACK: dict[tuple[str, str], set[Label]] = {
    ("numbers", "different"): {Label.SUPPORTED},
    ("numbers", "another_period"): {Label.SUPPORTED},
    ("numbers", "another_time"): {Label.SUPPORTED, Label.REFUTED},
    ("numbers", "restated"): {Label.REFUTED},
    ("numbers", "rank"): {Label.SUPPORTED},
    ("numbers", "larger_whole"): {Label.SUPPORTED},
    ("numbers", "sources_disagree"): {Label.SUPPORTED, Label.REFUTED},
    ("dates", "different"): {Label.SUPPORTED},
    ("dates", "another_span"): {Label.SUPPORTED},
    ("dates", "another_date"): {Label.SUPPORTED},
    ("dates", "another_place"): {Label.SUPPORTED},
    ("dates", "reckoned"): {Label.REFUTED},
    ("dates", "within"): {Label.REFUTED},
    ("dates", "shorter"): {Label.SUPPORTED},
    ("dates", "short_of"): {Label.SUPPORTED},
    ("dates", "other_doer"): {Label.SUPPORTED},
    ("dates", "ended"): {Label.SUPPORTED},
    ("dates", "sources_disagree"): {Label.SUPPORTED, Label.REFUTED},
    ("quotes", "altered"): {Label.SUPPORTED},
    ("quotes", "cut_hedge"): {Label.SUPPORTED},
    ("quotes", "disputed"): {Label.SUPPORTED},
    ("quotes", "not_found"): {Label.SUPPORTED},
    ("quotes", "paraphrase"): {Label.SUPPORTED},
}
STANDING = {Tier.OFFICIAL: 3, Tier.AGENCY: 2, Tier.OWN: 2, Tier.OTHER: 1}
NO_VIEW = Entailment(0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Brief:
    """What the rules look at."""

    claim: Claim
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...]
    pooled: Entailment
    supporting: tuple[Evidence, ...]  # above the operating point, not circular
    refuting: tuple[Evidence, ...]
    circular: tuple[Evidence, ...]  # above the operating point, but back to the article
    held_back: tuple[Finding, ...] = ()  # the notes for which a side above it does not count


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


def _standing(evidence: Sequence[Evidence]) -> int:
    return max((STANDING[e.passage.document.tier] for e in evidence), default=0)


def _checker_confidence(outcome: Outcome) -> Callable[[Brief], float]:
    return lambda b: max(CHECKER_PRECISION.get(f.checker, 0.9) for f in _deciding(b, outcome))


def _explained(outcome: Outcome) -> Callable[[Brief], str]:
    return lambda b: " ".join(f.explanation for f in _deciding(b, outcome))


def _origins(evidence: Sequence[Evidence]) -> str:
    pages = len({e.passage.document.url or e.passage.document.title for e in evidence})
    origins = len({e.origin for e in evidence})
    return f"{_count(pages, 'page')} of {_count(origins, 'origin')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _missed(brief: Brief) -> str:
    """What could not be looked at, so that silence is not taken for an answer."""
    sources = sorted({g.source for g in brief.gaps if g.source})
    return f" Could not look everywhere: {', '.join(sources)}." if sources else ""


def _lean(brief: Brief) -> str:
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
            f"neither confirms nor contradicts it.{_missed(b)}"
        ),
        lambda b: 0.0,
    ),
    Rule(
        "sources_conflict",
        Label.CONFLICTING,
        _conflict,
        lambda b: (
            f"Sources of equal standing disagree: {_origins(b.supporting)} for it, "
            f"{_origins(b.refuting)} against it."
        ),
        lambda b: min(b.supporting[0].entailment.supports, b.refuting[0].entailment.refutes),
    ),
    Rule(
        "stance_refutes",
        Label.REFUTED,
        lambda b: _stance_side(b, Label.REFUTED),
        lambda b: f"Contradicted by {_origins(b.refuting)}.{_missed(b)}",
        lambda b: b.pooled.refutes,
    ),
    Rule(
        "stance_supports",
        Label.SUPPORTED,
        lambda b: _stance_side(b, Label.SUPPORTED),
        lambda b: f"Supported by {_origins(b.supporting)}.{_missed(b)}",
        lambda b: b.pooled.supports,
    ),
    Rule(
        "only_circular",
        Label.NOT_ENOUGH_EVIDENCE,
        lambda b: bool(b.circular),
        lambda b: (
            "The only pages that agree go back to the article itself: that is no second source."
            f"{_missed(b)}"
        ),
        lambda b: b.pooled.neutral,
    ),
    Rule(
        "could_not_look",
        Label.NOT_ENOUGH_EVIDENCE,
        lambda b: not b.evidence and bool(b.gaps),
        lambda b: f"Nothing to judge it by, and not for lack of evidence:{_missed(b)}",
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
        lambda b: f"The passages found do not settle it.{_lean(b)}{_missed(b)}",
        lambda b: b.pooled.neutral,
    ),
)


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


def decide(
    claim: Claim,
    evidence: Sequence[Evidence],
    findings: Sequence[Finding],
    gaps: Sequence[Gap],
    joint: Joint | None = None,
) -> Verdict:
    """The verdict on one claim, by the first row of RULES that applies."""
    rule, brief = _apply(claim, tuple(evidence), tuple(findings), tuple(gaps), joint)
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
        settle=_settle(rule, brief),
    )


def _apply(
    claim: Claim,
    evidence: tuple[Evidence, ...],
    findings: tuple[Finding, ...],
    gaps: tuple[Gap, ...],
    joint: Joint | None,
) -> tuple[Rule, Brief]:
    own = _about_it(evidence, findings)
    joint = joint if len(own) == len(evidence) else None
    near = [e for e in own if relevant(e)]
    supporting = [e for e in near if e.entailment.supports >= DECIDE_SUPPORTED]
    refuting = [e for e in near if e.entailment.refutes >= DECIDE_REFUTED]
    together = [evidence[i] for i in joint.members if relevant(evidence[i])] if joint else []
    if joint and joint.entailment.supports >= DECIDE_SUPPORTED and not supporting:
        supporting = together
    # What is said may be spread over passages; what contradicts it stands in one of them.
    against = [e for e in together if e.entailment.refutes >= LEAN]
    if joint and joint.entailment.refutes >= DECIDE_REFUTED and not refuting and against:
        refuting = together
    noted = _against(findings)
    held_back = {
        *(noted.get(Label.SUPPORTED, ()) if supporting else ()),
        *(noted.get(Label.REFUTED, ()) if refuting else ()),
    }
    supporting = [] if Label.SUPPORTED in noted else supporting
    refuting = [] if Label.REFUTED in noted else refuting
    brief = Brief(
        claim=claim,
        evidence=evidence,
        findings=findings,
        gaps=gaps,
        pooled=pool(own, joint),
        supporting=tuple(e for e in supporting if not e.circular),
        refuting=tuple(e for e in refuting if not e.circular),
        circular=tuple(e for e in supporting if e.circular),
        held_back=tuple(f for f in findings if f in held_back),
    )
    return next(rule for rule in RULES if rule.when(brief)), brief


def _about_it(evidence: Sequence[Evidence], findings: Sequence[Finding]) -> list[Evidence]:
    """The evidence without pages that a checker takes to be about another of the same name."""
    others = {f.url for n in findings if n.detail == "namesake" for f in n.facts if f.url}
    return [e for e in evidence if e.passage.document.url not in others]


def _against(findings: Sequence[Finding]) -> dict[Label, list[Finding]]:
    """The notes that hold back the one side or the other."""
    found: dict[Label, list[Finding]] = {}
    for finding in findings:
        if finding.outcome is Outcome.NOTES:
            for label in HOLDS_BACK.get((finding.checker, finding.detail), ()):
                found.setdefault(label, []).append(finding)
    return found


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
    return _apply(brief.claim, before, brief.findings, brief.gaps, same)[0].label


SETTLE = {
    Kind.OFFICE: "A list of holders of the office with the dates of each term.",
    Kind.QUOTATION: "A recording or transcript of the words, or a second report of them.",
    Kind.QUANTITY: "The publication or data set the figure was taken from.",
    Kind.DATE: "A dated record of the event.",
    Kind.CAUSAL: "A source that establishes the cause, and not only the sequence.",
    Kind.COMPARISON: "Both figures, of the same date and measure.",
}


def _settle(rule: Rule, brief: Brief) -> str:
    if rule.label not in {Label.NOT_ENOUGH_EVIDENCE, Label.CONFLICTING}:
        return ""
    wanted = SETTLE.get(
        brief.claim.kind, "A report of it by a source that was there, or the record itself."
    )
    missed = sorted({f"{g.source} ({g.reason})" for g in brief.gaps if g.source})
    return wanted + (f" First, what could not be asked: {', '.join(missed)}." if missed else "")


def rules_sha256() -> str:
    """Hash of the rule table and its numbers, for a report's provenance."""
    rows = [f"{r.id}:{r.label}" for r in RULES]
    numbers = [
        DECIDE_SUPPORTED,
        DECIDE_REFUTED,
        MIN_SIMILARITY,
        MIN_FUZZY,
        sorted(CHECKER_PRECISION.items()),
        sorted((*key, *sorted(sides)) for key, sides in HOLDS_BACK.items()),
    ]
    return sha256(repr((rows, numbers)))
