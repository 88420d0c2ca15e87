"""The article's text, cut where a claim begins or ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from verify.report.claimview import ClaimView
from verify.types import Part, Report


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
