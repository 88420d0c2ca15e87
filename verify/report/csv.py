"""The claims as a table for a spreadsheet: CSV, one row a claim, worst first."""

from __future__ import annotations

import csv
import io

from verify.report.decisions import standings
from verify.report.order import numbers, worst_first
from verify.report.words import visible
from verify.types import Report, Stance

COLUMNS = (
    "number", "id", "verdict", "confidence", "kind", "worth", "part", "quote", "claim", "why",
    "rule", "supporting", "refuting", "neutral", "gaps", "best_url", "reviewed_as", "reviewer",
    "note",
)  # fmt: skip
# A cell that begins like this is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def render(report: Report) -> str:
    """The claims as CSV with a header row. Text from outside can be no formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    order, reviewed = numbers(report.verdicts), standings(report)
    for verdict in worst_first(report.verdicts):
        claim = verdict.claim
        stances = [e.stance for e in verdict.evidence]
        decision = reviewed[claim.id].decision
        writer.writerow(
            [
                order[claim.id],
                _cell(claim.id),
                verdict.label,
                f"{verdict.confidence:.4f}",
                claim.kind,
                f"{claim.worth:.4f}",
                claim.part,
                *map(_cell, (claim.quote, claim.text, verdict.why, verdict.rule)),
                *(stances.count(s) for s in (Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL)),
                len(verdict.gaps),
                _cell(next((e.passage.document.url for e in verdict.evidence), "")),
                (decision.label or "") if decision else "",
                _cell(decision.reviewer if decision else ""),
                _cell(decision.note if decision else ""),
            ]
        )
    return out.getvalue()


def _cell(text: str) -> str:
    """One line, that a spreadsheet takes for text."""
    line = " ".join(visible(text).split())
    return f"'{line}" if line.startswith(_FORMULA) else line
