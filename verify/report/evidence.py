"""Passages prepared for reading, by what they do to the verdict: decide, lean, say nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verify.report.differing import Piece, marked, missing
from verify.report.escape import host, link
from verify.report.words import TIERS, TIMINGS, count, listed
from verify.types import Entailment, Evidence, Report, Stance, Verdict

DECIDING = {Stance.SUPPORTS: "supports it", Stance.REFUTES: "contradicts it"}
STATES = "says it in the claim's own words"
# A passage that counts only together with others, and one that does not count at all.
JOINED = {
    Stance.SUPPORTS: "leans for it by itself",
    Stance.REFUTES: "leans against it by itself",
    Stance.NEUTRAL: "does not say by itself",
}
LEANING = {
    Stance.SUPPORTS: "leans for it, too weakly to count",
    Stance.REFUTES: "leans against it, too weakly to count",
    Stance.NEUTRAL: "does not say",
}


@dataclass(frozen=True, slots=True)
class OperatingPoints:
    """From where on a passage counted in this run: cosine, fuzzy overlap, probability.

    The defaults let every passage count: those of a report that does not say.
    """

    similarity: float = -1.0
    fuzzy: float = 0.0
    supports: float = 0.0
    refutes: float = 0.0

    def relevant(self, evidence: Evidence) -> bool:
        """Whether a passage speaks of the claim's subject."""
        return (
            evidence.stated
            or evidence.similarity >= self.similarity
            or evidence.fuzzy >= self.fuzzy
        )

    def counts(self, evidence: Evidence) -> bool:
        """Whether a passage decides by itself: it states the claim, or its stance is strong."""
        return evidence.stated or self.decides(evidence.stance, evidence.entailment)

    def decides(self, stance: Stance, view: Entailment) -> bool:
        """Whether a view is strong enough to decide for that stance."""
        if stance is Stance.NEUTRAL:
            return False
        least = self.supports if stance is Stance.SUPPORTS else self.refutes
        return strength(stance, view) >= least


def operating_points(report: Report) -> OperatingPoints:
    """Those that the report was made with."""
    stated: Mapping[str, float] | None = report.extra.get("operating_points")
    return OperatingPoints(**stated) if stated else OperatingPoints()


def strength(stance: Stance, view: Entailment) -> float:
    """The probability of a stance, 0–1."""
    if stance is Stance.SUPPORTS:
        return view.supports
    return view.refutes if stance is Stance.REFUTES else view.neutral


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A passage as it is shown."""

    evidence: Evidence
    stance: str
    sure: str  # the probability of its stance, by the stance model
    pieces: tuple[Piece, ...]
    missing: tuple[str, ...]
    name: str  # title of the document
    publisher: str
    published: str
    timing: str
    tier: str
    url: str  # "" where it cannot be linked to
    archive: str  # sha256 of the snapshot


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim's passages. `apart` counts those that speak of something else."""

    telling: tuple[EvidenceView, ...] = ()  # strong enough to count, strongest first
    leaning: tuple[EvidenceView, ...] = ()  # for or against, and too weak to count
    silent: tuple[EvidenceView, ...] = ()  # on the subject, neither for nor against
    apart: int = 0
    together: str = ""  # what several passages, read together, do to the claim
    origins: str = ""


def placed(verdict: Verdict, points: OperatingPoints) -> Placed:
    """The passages of a verdict by what they do to it."""
    near = [(n, e) for n, e in enumerate(verdict.evidence) if points.relevant(e)]
    joined = _joined(verdict, points)
    telling, leaning, silent = list[Evidence](), list[Evidence](), list[Evidence]()
    for number, evidence in near:
        if points.counts(evidence) or number in joined:
            telling.append(evidence)
        else:
            (silent if evidence.stance is Stance.NEUTRAL else leaning).append(evidence)
    telling.sort(key=lambda e: (e.circular, not e.stated, -strength(e.stance, e.entailment)))
    claim = verdict.claim.text
    return Placed(
        telling=tuple(_view(e, claim, _counting(e, points)) for e in telling),
        leaning=tuple(_view(e, claim, LEANING[e.stance]) for e in leaning),
        silent=tuple(_view(e, claim, LEANING[e.stance]) for e in silent),
        apart=len(verdict.evidence) - len(near),
        together=_together(verdict, len(joined)),
        origins=_origins(telling, points),
    )


def _counting(evidence: Evidence, points: OperatingPoints) -> str:
    if evidence.stated:
        return STATES
    side = DECIDING if points.counts(evidence) else JOINED
    return side[evidence.stance]


def _joined(verdict: Verdict, points: OperatingPoints) -> frozenset[int]:
    """Which passages decide only when they are read together."""
    joint = verdict.joint
    if joint is None or not points.decides(joint.entailment.stance, joint.entailment):
        return frozenset()
    return frozenset(n for n in joint.members if points.relevant(verdict.evidence[n]))


def _together(verdict: Verdict, members: int) -> str:
    """`3 passages read together: contradict it (0.86)`; "" where one passage is enough."""
    joint = verdict.joint
    if joint is None or members < 2:
        return ""
    stance = joint.entailment.stance
    verb = "support it" if stance is Stance.SUPPORTS else "contradict it"
    return f"{members} passages read together {verb} ({strength(stance, joint.entailment):.2f})"


def _view(evidence: Evidence, claim: str, stance: str) -> EvidenceView:
    document, text = evidence.passage.document, evidence.passage.text
    chance = strength(evidence.stance, evidence.entailment)
    return EvidenceView(
        evidence=evidence,
        stance=stance,
        sure=("stance model: " if evidence.stated else "") + f"{chance:.2f}",
        pieces=marked(text, claim),
        missing=missing(text, claim),
        name=document.title or host(document.url) or document.source or "untitled",
        publisher=document.publisher or host(document.url) or document.source,
        published=str(document.published.value) if document.published else "undated",
        timing=TIMINGS[evidence.timing],
        tier=TIERS[document.tier],
        url=link(document.url),
        archive=document.snapshot_sha256,
    )


def _origins(telling: Sequence[Evidence], points: OperatingPoints) -> str:
    """`3 pages of 2 origins support it and 1 page of 1 origin contradicts it`."""
    parts = []
    counting = [e for e in telling if points.counts(e)]
    for stance, verb in ((Stance.SUPPORTS, "support"), (Stance.REFUTES, "contradict")):
        group = [e for e in counting if e.stance is stance and not e.circular]
        if group:
            pages = len({e.passage.document.url or e.passage.document.title for e in group})
            origins = len({e.origin for e in group})
            ending = "s" if pages == 1 else ""
            whole = f"{count(pages, 'page')} of {count(origins, 'origin')}"
            parts.append(f"{whole} {verb}{ending} it")
    circular = sum(e.circular for e in counting)
    if circular:
        parts.append(f"{count(circular, 'passage')} only repeat{'s' * (circular == 1)} the article")
    return listed(parts)
