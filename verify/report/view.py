"""A report prepared for reading: what the Markdown and the HTML templates both show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verify.report.decisions import Key, Standing, keys, standings
from verify.report.differing import Piece, marked, missing
from verify.report.escape import host, link
from verify.report.order import counts, numbers, worst_first
from verify.report.words import (
    LABELS,
    REASONS,
    SIGNS,
    TIERS,
    TIMINGS,
    confidence_words,
    count,
    listed,
)
from verify.types import Asked, Claim, Evidence, Gap, Label, Part, Report, Stance, Verdict

STANCES = {
    Stance.SUPPORTS: "supports it",
    Stance.REFUTES: "contradicts it",
    Stance.NEUTRAL: "does not say",
}


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A passage as it is shown."""

    evidence: Evidence
    stance: str
    strength: float  # probability of its stance
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
class GapView:
    """Why we could not look."""

    source: str
    why: str
    detail: str
    url: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as it is shown. `number` is its place in the article, `anchor` its target."""

    number: int
    anchor: str
    verdict: Verdict
    label: str
    sign: str
    confidence: str
    said: str  # who is said to have said it, or ""
    telling: tuple[EvidenceView, ...]
    silent: tuple[EvidenceView, ...]  # passages that say neither
    origins: str
    gaps: tuple[GapView, ...]
    before: str  # what it would have been at publication, where that is another label
    key: Key
    standing: Standing

    @property
    def claim(self) -> Claim:
        return self.verdict.claim

    @property
    def resolved(self) -> bool:
        """Whether the claim reads otherwise than the article's words."""
        return self.claim.text.strip(" .") != self.claim.quote.strip(" .")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the article. `claims` cover it, worst first; `ends` end with it."""

    text: str
    claims: tuple[ClaimView, ...] = ()
    ends: tuple[ClaimView, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article."""

    part: Part
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All of a report, prepared."""

    report: Report
    claims: tuple[ClaimView, ...]  # worst first
    counts: tuple[tuple[Label, str, str, int], ...]  # label, words, sign, how many
    paragraphs: tuple[Paragraph, ...]
    gaps: tuple[GapView, ...]
    dated: str
    reviewed: int

    @property
    def ledger(self) -> tuple[Asked, ...]:
        return self.report.ledger


def view(report: Report) -> View:
    """Prepare a report for reading."""
    order, key, reviewed = numbers(report.verdicts), keys(report.verdicts), standings(report)
    claims = tuple(
        claim_view(v, order[v.claim.id], key[v.claim.id], reviewed[v.claim.id])
        for v in worst_first(report.verdicts)
    )
    published = report.article.published
    found_in = published.found_in if published else ""
    how = "as given" if found_in == "argument" else f"found in {found_in}"
    dated = f"{published.value} ({how})" if published else "undated"
    return View(
        report=report,
        claims=claims,
        counts=tuple((x, LABELS[x], SIGNS[x], n) for x, n in counts(report.verdicts).items()),
        paragraphs=paragraphs(report, claims),
        gaps=gap_views(report.gaps),
        dated=dated,
        reviewed=sum(1 for c in claims if c.standing.decision),
    )


def claim_view(verdict: Verdict, number: int, key: Key, standing: Standing) -> ClaimView:
    """One claim, prepared for reading."""
    shown = [_evidence(e, verdict.claim.text) for e in verdict.evidence]
    telling = [v for v in shown if v.evidence.stance is not Stance.NEUTRAL]
    before = verdict.at_publication
    return ClaimView(
        number=number,
        anchor=f"c{number}",
        verdict=verdict,
        label=LABELS[verdict.label],
        sign=SIGNS[verdict.label],
        confidence=confidence_words(verdict.label, verdict.confidence),
        said=_said(verdict.claim),
        telling=tuple(sorted(telling, key=lambda v: (v.evidence.circular, -v.strength))),
        silent=tuple(v for v in shown if v.evidence.stance is Stance.NEUTRAL),
        origins=_origins([v.evidence for v in telling]),
        gaps=gap_views(verdict.gaps),
        before=LABELS[before] if before and before is not verdict.label else "",
        key=key,
        standing=standing,
    )


def _said(claim: Claim) -> str:
    said = claim.attribution
    if said is None:
        return ""
    circumstances = " ".join(filter(None, [said.when, said.where]))
    words = f"said to be the words of {said.speaker or 'somebody unnamed'}"
    verb = f" (“{said.verb}”)" if said.verb else ""
    return f"{words}{verb}{', ' + circumstances if circumstances else ''}"


def _evidence(evidence: Evidence, claim: str) -> EvidenceView:
    document = evidence.passage.document
    text = evidence.passage.text
    view = evidence.entailment
    return EvidenceView(
        evidence=evidence,
        stance=STANCES[evidence.stance],
        strength={
            Stance.SUPPORTS: view.supports,
            Stance.REFUTES: view.refutes,
            Stance.NEUTRAL: view.neutral,
        }[evidence.stance],
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


def _origins(evidence: Sequence[Evidence]) -> str:
    """`3 pages of 2 origins support it and 1 page of 1 origin contradicts it`."""
    parts = []
    for stance, verb in ((Stance.SUPPORTS, "support"), (Stance.REFUTES, "contradict")):
        group = [e for e in evidence if e.stance is stance and not e.circular]
        if group:
            pages = len({e.passage.document.url or e.passage.document.title for e in group})
            origins = len({e.origin for e in group})
            ending = "s" if pages == 1 else ""
            whole = f"{count(pages, 'page')} of {count(origins, 'origin')}"
            parts.append(f"{whole} {verb}{ending} it")
    circular = sum(e.circular for e in evidence)
    if circular:
        parts.append(f"{count(circular, 'passage')} only repeat{'s' * (circular == 1)} the article")
    return listed(parts)


def gap_views(gaps: Sequence[Gap]) -> tuple[GapView, ...]:
    """Gaps in words: those of one source for one reason are told once, with how many."""
    groups: dict[tuple[str, str], list[Gap]] = {}
    for gap in gaps:
        groups.setdefault((gap.source or gap.stage, REASONS[gap.reason]), []).append(gap)
    return tuple(
        GapView(source, why, _common(g.detail for g in group), _common(g.url for g in group), n)
        for (source, why), group in sorted(groups.items())
        for n in [len(group)]
    )


def _common(values: Iterable[str]) -> str:
    """The one value that all share, or ""."""
    once = set(values)
    return once.pop() if len(once) == 1 else ""


# --- the article's text ----------------------------------------------------------------------


def paragraphs(report: Report, claims: Sequence[ClaimView]) -> tuple[Paragraph, ...]:
    """The article's lines, cut where a claim begins or ends; blank lines are left out."""
    text = report.article.text
    cuts = sorted({0, len(text), *(n for c in claims for n in c.claim.span)})
    found, at = [], 0
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip():
            inside = [at, *(n for n in cuts if at < n < end), end]
            runs = tuple(_run(text, a, b, claims) for a, b in pairwise(inside))
            found.append(Paragraph(_part(report, at, end), runs))
        at = end + 1
    return tuple(found)


def _run(text: str, start: int, end: int, claims: Sequence[ClaimView]) -> Run:
    covering = tuple(c for c in claims if c.claim.start < end and c.claim.end > start)
    return Run(
        text=text[start:end],
        claims=covering,
        ends=tuple(c for c in covering if start < c.claim.end <= end),
    )


def _part(report: Report, start: int, end: int) -> Part:
    return next((s.part for s in report.sentences if s.start < end and s.end > start), Part.BODY)
