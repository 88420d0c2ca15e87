"""What a stance verdict's confidence was worth where it was measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from verify.report.words import LABELS
from verify.types import Report, Verdict

BY_STANCE = {"stance_supports", "stance_refutes"}


def measured_words(report: Report) -> Callable[[Verdict], str]:
    """For a verdict that the stance model decided: how often such verdicts were wrong.

    "" for any other, and where nothing was measured at that confidence.
    """
    bins: Sequence[Mapping[str, Any]] = report.extra.get("calibration", ())

    def words(verdict: Verdict) -> str:
        if verdict.rule not in BY_STANCE:
            return ""
        found = [
            b
            for b in bins
            if b.get("label") == verdict.label and b["low"] <= verdict.confidence < b["high"]
        ]
        return _words(verdict, found[0]) if found else ""

    return words


def _words(verdict: Verdict, row: Mapping[str, Any]) -> str:
    wrong = round(100 * (1 - row["accuracy"]))
    return (
        f"Of the claims that the stance model called {LABELS[verdict.label].lower()} at such a "
        f"confidence ({row['low']:.2f} to {row['high']:.2f}), {wrong} in 100 were wrong where it "
        f"was measured ({row['n']} claims)."
    )
