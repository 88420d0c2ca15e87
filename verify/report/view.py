"""A report prepared for reading: what the Markdown and the HTML templates both show."""

from __future__ import annotations

from dataclasses import dataclass

from verify.report.claimview import ClaimView, GapView, claim_view, gap_views
from verify.report.decisions import keys, standings
from verify.report.evidence import operating_points
from verify.report.groups import Group, PointView, RemarkView, groups, point_views, remark_views
from verify.report.order import counts, numbers, worst_first
from verify.report.paragraphs import Paragraph, paragraphs
from verify.report.words import LABELS, SIGNS
from verify.types import Asked, Label, Report


@dataclass(frozen=True, slots=True)
class View:
    """All of a report, prepared."""

    report: Report
    claims: tuple[ClaimView, ...]  # worst first
    counts: tuple[tuple[Label, str, str, int], ...]  # label, words, sign, how many
    points: tuple[PointView, ...]
    remarks: tuple[RemarkView, ...]
    groups: tuple[Group, ...]
    paragraphs: tuple[Paragraph, ...]
    gaps: tuple[GapView, ...]
    dated: str
    reviewed: int

    @property
    def ordered(self) -> tuple[ClaimView, ...]:
        """The claims in the order of their groups."""
        return tuple(c for g in self.groups for c in g.claims)

    @property
    def ledger(self) -> tuple[Asked, ...]:
        return self.report.ledger


def view(report: Report) -> View:
    """Prepare a report for reading."""
    order, key, reviewed = numbers(report.verdicts), keys(report.verdicts), standings(report)
    at = operating_points(report)
    claims = tuple(
        claim_view(v, order[v.claim.id], key[v.claim.id], reviewed[v.claim.id], at)
        for v in worst_first(report.verdicts)
    )
    return View(
        report=report,
        claims=claims,
        counts=tuple((x, LABELS[x], SIGNS[x], n) for x, n in counts(report.verdicts).items()),
        points=point_views(report, claims),
        remarks=remark_views(report, claims),
        groups=groups(claims),
        paragraphs=paragraphs(report, claims),
        gaps=gap_views(report.gaps),
        dated=_dated(report),
        reviewed=sum(1 for c in claims if c.standing.decision),
    )


def _dated(report: Report) -> str:
    """`2025-12-20 (as given)`."""
    published = report.article.published
    if published is None:
        return "undated"
    given = published.found_in == "argument"
    return f"{published.value} ({'as given' if given else f'found in {published.found_in}'})"
