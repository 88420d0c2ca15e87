"""The article's text, cut where a claim begins or ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
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
    over = _over(cuts, claims)
    found, at = [], 0
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip():
            inside = [at, *(n for n in cuts if at < n < end), end]
            runs = tuple(
                _run(text, a, b, over.get(cuts[bisect_right(cuts, a) - 1], ()))
                for a, b in pairwise(inside)
            )
            found.append(Paragraph(_part(report, at, end), runs))
        at = end + 1
    return tuple(found)


def _over(cuts: Sequence[int], claims: Sequence[ClaimView]) -> Mapping[int, Sequence[ClaimView]]:
    """The claims over the stretch that begins at each cut, in their order.

    Looked up claim by claim: a book has ten thousand claims and as many stretches.
    """
    found: dict[int, list[ClaimView]] = defaultdict(list)
    for c in claims:
        low, high = bisect_left(cuts, c.claim.start), bisect_left(cuts, c.claim.end)
        for cut in cuts[low:high]:
            found[cut].append(c)
    return found


def _run(text: str, start: int, end: int, covering: Sequence[ClaimView]) -> Run:
    return Run(
        text=text[start:end],
        claims=tuple(covering),
        ends=tuple(c for c in covering if start < c.claim.end <= end),
    )


def _part(report: Report, start: int, end: int) -> Part:
    return next((s.part for s in report.sentences if s.start < end and s.end > start), Part.BODY)
