"""The benchmark of the offices checker, and the floor under its figures."""

import json

import pytest

from benchmarks.offices import main


def test_refutations_hold_on_sentences_of_forms_the_checker_was_not_built_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--limit", "1500", "--seed", "11"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["n"] > 500
    assert told["precision"] >= 0.99
    assert told["recall"] >= 0.9
    # 0.983 on all 14,597 sentences; samples of this size were seen from 0.971 to 0.993.
    assert told["precision_supported"] >= 0.96
