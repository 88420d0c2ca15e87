"""A verdict of the stance model comes with how often such verdicts were wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.test_report_sample import report
from verify.report import RENDERERS
from verify.report.measured import measured_words
from verify.types import Label

BINS = (
    {"label": "supported", "low": 0.8, "high": 0.9, "confidence": 0.85, "accuracy": 0.93, "n": 412},
    {"label": "refuted", "low": 0.8, "high": 0.9, "confidence": 0.84, "accuracy": 0.88, "n": 97},
)


def told(rule: str, label: Label, confidence: float) -> str:
    whole = replace(report(), extra={"calibration": BINS})
    verdict = replace(whole.verdicts[0], rule=rule, label=label, confidence=confidence)
    return measured_words(whole)(verdict)


def test_the_error_is_that_of_the_verdicts_own_label_and_confidence():
    assert "7 in 100 were wrong" in told("stance_supports", Label.SUPPORTED, 0.83)
    assert "12 in 100 were wrong" in told("stance_refutes", Label.REFUTED, 0.83)
    assert "97 claims" in told("stance_refutes", Label.REFUTED, 0.83)


@pytest.mark.parametrize(
    ("rule", "label", "confidence"),
    [
        ("checker_refutes", Label.REFUTED, 0.83),
        ("undecided", Label.NOT_ENOUGH_EVIDENCE, 0.83),
        ("stance_supports", Label.SUPPORTED, 0.95),
    ],
)
def test_nothing_is_told_where_nothing_was_measured(rule, label, confidence):
    assert told(rule, label, confidence) == ""


@pytest.mark.parametrize("form", ["md", "html"])
def test_reports_tell_it_beside_the_claim(form):
    whole = report()
    first = replace(
        whole.verdicts[0], rule="stance_supports", label=Label.SUPPORTED, confidence=0.83
    )
    page = RENDERERS[form].render(
        replace(whole, verdicts=(first, *whole.verdicts[1:]), extra={"calibration": BINS})
    )
    assert "7 in 100 were wrong where it was measured" in page
