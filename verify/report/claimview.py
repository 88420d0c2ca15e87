"""A claim prepared for reading: what the Markdown, the HTML and the review page all show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verify.report.decisions import Key, Standing
from verify.report.evidence import OperatingPoints, Placed, placed
from verify.report.points import WRONG, said
from verify.report.words import LABELS, REASONS, SIGNS, confidence_words
from verify.types import Claim, Finding, Gap, Outcome, Verdict


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
    evidence: Placed
    gaps: tuple[GapView, ...]
    before: str  # what it would have been at publication, where that is another label
    key: Key
    standing: Standing

    @property
    def claim(self) -> Claim:
        return self.verdict.claim

    @property
    def findings(self) -> list[Finding]:
        """What checkers established, before what they only remark."""
        return sorted(self.verdict.findings, key=lambda f: f.outcome is Outcome.NOTES)

    @property
    def resolved(self) -> bool:
        """Whether the claim reads otherwise than the article's words."""
        return self.claim.text.strip(" .") != self.claim.quote.strip(" .")

    @property
    def checked(self) -> bool:
        """Whether a checker decided, and not what the passages say."""
        return self.verdict.rule.startswith("checker_")

    @property
    def unseen(self) -> tuple[str, ...]:
        """The sources that could not be asked about it."""
        return tuple(sorted({g.source for g in self.verdict.gaps if g.source}))

    @property
    def reason(self) -> str:
        """Why, in a sentence, without what could not be asked: that is told once for all."""
        if self.verdict.label in WRONG:
            return said(self.verdict)
        bare = self.verdict.why.removesuffix(
            f"Could not look everywhere: {', '.join(self.unseen)}."
        )
        return self.verdict.why if bare.rstrip().endswith(":") else bare.rstrip()


def claim_view(
    verdict: Verdict, number: int, key: Key, standing: Standing, at: OperatingPoints
) -> ClaimView:
    """One claim, prepared for reading."""
    before = verdict.at_publication
    return ClaimView(
        number=number,
        anchor=f"c{number}",
        verdict=verdict,
        label=LABELS[verdict.label],
        sign=SIGNS[verdict.label],
        confidence=confidence_words(verdict.label, verdict.confidence),
        said=_said(verdict.claim),
        evidence=placed(verdict, at),
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
