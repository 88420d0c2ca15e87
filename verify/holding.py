"""Which notes of the checkers hold a side back, so that no passage speaks for it."""

from __future__ import annotations

from collections.abc import Sequence

from verify.types import Finding, Label, Outcome

# What a checker notes of the passages that the stance model cannot see: a side it speaks against
# has no passages. A page of another year refutes nothing; words that were changed support nothing.
HOLDS_BACK: dict[tuple[str, str], set[Label]] = {
    ("offices", "post_ended"): {Label.SUPPORTED},
    ("offices", "lesser_post"): {Label.SUPPORTED},
    ("offices", "another_holder"): {Label.SUPPORTED},
    ("numbers", "different"): {Label.SUPPORTED},
    ("numbers", "other_figure"): {Label.SUPPORTED},
    ("numbers", "another_period"): {Label.SUPPORTED},
    ("numbers", "another_time"): {Label.SUPPORTED, Label.REFUTED},
    ("numbers", "restated"): {Label.REFUTED},
    ("numbers", "rank"): {Label.SUPPORTED},
    ("numbers", "larger_whole"): {Label.SUPPORTED},
    ("numbers", "sources_disagree"): {Label.SUPPORTED, Label.REFUTED},
    ("dates", "different"): {Label.SUPPORTED},
    ("dates", "other_date"): {Label.SUPPORTED},
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
    ("events", "only_planned"): {Label.SUPPORTED},
    ("events", "another_cause"): {Label.SUPPORTED},
    ("events", "opposite"): {Label.SUPPORTED},
    ("events", "denied"): {Label.SUPPORTED},
    ("events", "turned_round"): {Label.SUPPORTED},
    ("events", "another_name"): {Label.SUPPORTED},
    ("quotes", "altered"): {Label.SUPPORTED},
    ("quotes", "cut_hedge"): {Label.SUPPORTED},
    ("quotes", "disputed"): {Label.SUPPORTED},
    ("quotes", "not_found"): {Label.SUPPORTED},
    ("quotes", "other_speaker"): {Label.SUPPORTED},
    ("quotes", "paraphrase"): {Label.SUPPORTED},
    ("quotes", "perhaps_other"): {Label.SUPPORTED},
}


def against(findings: Sequence[Finding]) -> dict[Label, list[Finding]]:
    """The notes that hold back the one side or the other."""
    found: dict[Label, list[Finding]] = {}
    for finding in findings:
        if finding.outcome is Outcome.NOTES:
            for label in HOLDS_BACK.get((finding.checker, finding.detail), ()):
                found.setdefault(label, []).append(finding)
    return found


# Of these a page merely says nothing as printed, or something near by: no other thing.
_SAYS_NOTHING = {("quotes", "not_found"), ("quotes", "paraphrase")}


def differs(finding: Finding) -> bool:
    """Does a note say that a page has something else than the claim? Then look there first."""
    key = (finding.checker, finding.detail)
    held = Label.SUPPORTED in HOLDS_BACK.get(key, ()) and key not in _SAYS_NOTHING
    return finding.outcome is Outcome.NOTES and (held or finding.checker == "framing")
