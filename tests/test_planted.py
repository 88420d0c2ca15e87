"""A whole article against its pages: what of its errors a reader is told, and how it is counted."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.planted import Story, check, figures, scored
from verify.types import Kind, Label, Report

ARTICLE = """Tidewell to close yard

The Port Authority fined Tidewell Lines $4.5 million in May. Tidewell Lines intends to close the
repair yard at Ekerby in the autumn and to keep the one at Sandvold.

Sofia Rendell, who runs the company, spoke on Monday.
"We will pay for every hour that was lost on the water," said Sofia Rendell, who runs the company.
"""
PAGE = """---
title: Tidewell keeps Ekerby
date: 2026-05-04
publisher: Harbour News
url: https://harbour.example/ekerby
---
Tidewell Lines, the ferry company run by Sofia Rendell, was fined $5.4 million by the Port
Authority in May. Tidewell Lines said it will keep the repair yard at Ekerby open and intends to
close the one at Sandvold in the autumn.

"We will pay for every hour that was lost on the water," Tom Gray, the harbour master, said.
"""
ERRORS = (
    {"words": "fined Tidewell Lines $4.5 million", "kind": "number"},
    {"words": "close the\nrepair yard at Ekerby", "kind": "place"},
    {"words": "said Sofia Rendell", "kind": "attribution"},
)
TRUE = ({"words": "for every hour that was lost"}, {"words": "spoke on Monday"})


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Story, Report]:
    folder = tmp_path_factory.mktemp("story")
    (folder / "pages").mkdir()
    (folder / "article.txt").write_text(ARTICLE, "utf-8")
    (folder / "date.txt").write_text("2026-05-05", "utf-8")
    (folder / "pages/one.md").write_text(PAGE, "utf-8")
    story = Story(folder, ERRORS, TRUE)
    return story, asyncio.run(check(story, None, Path(tmp_path_factory.mktemp("scratch"))))


def test_errors_are_told_and_a_true_part_of_a_claim_with_an_error_is_not_counted_as_harmed(
    told: tuple[Story, Report],
) -> None:
    story, report = told
    found = figures(Counter(scored(story, report)))
    assert found["told_by_kind"] == {
        "attribution": "1 of 1",
        "number": "1 of 1",
        "place": "1 of 1",
    }
    assert (found["told"], found["refuted"]) == (1.0, 0.333)
    assert (found["true"], found["true_unharmed"], found["others_unharmed"]) == (2, 1.0, 1.0)


def test_a_plan_is_held_against_pages_though_no_model_judges_it(
    told: tuple[Story, Report],
) -> None:
    _, report = told
    (plan,) = [v for v in report.verdicts if "Ekerby" in v.claim.text and not v.claim.checkable]
    assert plan.claim.kind is Kind.PREDICTION
    assert plan.label is Label.NOT_CHECKABLE
    assert plan.evidence == ()
    assert plan.joint is None
    assert [f.detail for f in plan.findings] == ["opposite"]
