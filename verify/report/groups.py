"""Claims in the groups in which they are read, and what is wrong, each thing once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verify.report.claimview import ClaimView
from verify.report.points import WRONG, points, remarks
from verify.report.words import LABELS, SIGNS, confidence_words
from verify.types import Label, Report


@dataclass(frozen=True, slots=True)
class PointView:
    """One thing that is wrong or disputed, and the claims that say it, in reading order."""

    sign: str
    said: str
    more: str
    sure: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Claims read together. `unseen` could be asked about none of them."""

    name: str
    claims: tuple[ClaimView, ...]  # worst first
    reasons: tuple[tuple[str, tuple[ClaimView, ...]], ...]
    unseen: tuple[str, ...]

    @property
    def told(self) -> bool:
        """Whether its claims are decided, each for a reason of its own; open ones share theirs."""
        return self.claims[0].verdict.label in {*WRONG, Label.SUPPORTED}


def point_views(report: Report, claims: Sequence[ClaimView]) -> tuple[PointView, ...]:
    by_id = {c.claim.id: c for c in claims}
    return tuple(
        PointView(
            sign=SIGNS[p.label],
            said=p.said,
            more=p.more,
            sure=confidence_words(p.label, p.confidence),
            claims=tuple(by_id[v.claim.id] for v in p.verdicts),
        )
        for p in points(report.verdicts)
    )


@dataclass(frozen=True, slots=True)
class RemarkView:
    """What a checker remarks without deciding by it, and the claims it remarks it on."""

    checker: str
    said: str
    more: str
    claims: tuple[ClaimView, ...]


def remark_views(report: Report, claims: Sequence[ClaimView]) -> tuple[RemarkView, ...]:
    """Checkers' remarks, each once."""
    by_id = {c.claim.id: c for c in claims}
    return tuple(
        RemarkView(r.checker, r.said, r.more, tuple(by_id[v.claim.id] for v in r.verdicts))
        for r in remarks(report.verdicts)
    )


# What an editor has to act on, what holds, what nobody has settled, what nobody can.
GROUPS = (
    ("Wrong or disputed", {Label.REFUTED, Label.CONFLICTING}),
    ("Supported", {Label.SUPPORTED}),
    ("Not established", {Label.NOT_ENOUGH_EVIDENCE}),
    ("Not checkable", {Label.NOT_CHECKABLE}),
)


def groups(claims: Sequence[ClaimView]) -> tuple[Group, ...]:
    """The claims in the groups in which they are read; empty groups are left out."""
    made = []
    for name, labels in GROUPS:
        own = _together([c for c in claims if c.verdict.label in labels])
        if own:
            unseen = frozenset.intersection(*(frozenset(c.unseen) for c in own))
            made.append(Group(name, own, _reasons(own), tuple(sorted(unseen))))
    return tuple(made)


def _together(claims: Sequence[ClaimView]) -> tuple[ClaimView, ...]:
    """Claims with the same reason beside each other, each reason where it is first told."""
    first = dict[str, int]()
    for number, claim in enumerate(claims):
        first.setdefault(claim.reason, number)
    return tuple(sorted(claims, key=lambda c: first[c.reason]))


def overruled(claim: ClaimView, before: str = "") -> str:
    """`reviewed: supported`, where a reviewer's label is another than ours; else ""."""
    decision = claim.standing.decision
    if decision is None or decision.label in {None, claim.verdict.label}:
        return ""
    return f"{before}reviewed: {LABELS[decision.label].lower()}" if decision.label else ""


def beyond(group: Group, claim: ClaimView) -> str:
    """What else could not be asked about this one, beside what is told of the whole group."""
    more = [name for name in claim.unseen if name not in group.unseen]
    return f" (could not look everywhere: {', '.join(more)})" if more else ""


def reason_once(group: Group, claim: ClaimView) -> str:
    """Why, or `as C3` where a claim before it in the group gives the same reason."""
    first = next(c for c in group.claims if c.reason == claim.reason)
    told = claim.reason if first is claim else f"as C{first.number}"
    return f"{told}{beyond(group, claim)}"


def _reasons(claims: Sequence[ClaimView]) -> tuple[tuple[str, tuple[ClaimView, ...]], ...]:
    """The claims by what is said of them, the commonest reason first."""
    found: dict[str, list[ClaimView]] = {}
    for claim in claims:
        found.setdefault(claim.reason, []).append(claim)
    ordered = sorted(found.items(), key=lambda item: -len(item[1]))
    return tuple((reason, tuple(group)) for reason, group in ordered)
