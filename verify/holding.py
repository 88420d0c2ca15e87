"""Which notes of the checkers hold a side back, so that no passage speaks for it."""

from __future__ import annotations

from collections.abc import Sequence

from verify.types import Finding, Label, Outcome

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
    ("dates", "sources_disagree"): {Label.SUPPORTED, Label.REFUTED},
    ("events", "short_of"): {Label.SUPPORTED},
    ("events", "other_doer"): {Label.SUPPORTED},
    ("events", "ended"): {Label.SUPPORTED},
    ("quotes", "altered"): {Label.SUPPORTED},
    ("quotes", "cut_hedge"): {Label.SUPPORTED},
    ("quotes", "disputed"): {Label.SUPPORTED},
    ("quotes", "not_found"): {Label.SUPPORTED},
    ("quotes", "paraphrase"): {Label.SUPPORTED},
}


def against(findings: Sequence[Finding]) -> dict[Label, list[Finding]]:
    """The notes that hold back the one side or the other."""
    found: dict[Label, list[Finding]] = {}
    for finding in findings:
        if finding.outcome is Outcome.NOTES:
            for label in HOLDS_BACK.get((finding.checker, finding.detail), ()):
                found.setdefault(label, []).append(finding)
    return found
