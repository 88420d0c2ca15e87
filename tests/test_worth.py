"""Check-worthiness."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest

from benchmarks.checkworthy import average_precision, f1_at, main
from verify.errors import ModelError
from verify.models.worth import FEATURES, SCHEMA, SHIPPED_WORTH, WorthClassifier

DATA = Path(os.environ.get("VERIFY_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
CLAIMBUSTER = DATA / "dev" / "checkworthy_claimbuster.jsonl.gz"
FACTS = DATA / "decomposition" / "factcheckbench_a.jsonl.gz"


def test_a_figure_is_worth_more_than_a_thank_you() -> None:
    figure, thanks = WorthClassifier().worth(
        [
            "Unemployment fell from 8 percent to 5 percent in 2014.",
            "Thank you very much, everybody.",
        ]
    )
    assert figure > 0.8
    assert thanks < 0.2


def test_it_carries_over_to_news_prose() -> None:
    scores = WorthClassifier().worth(
        [
            "The country spent 4.2 billion dollars on defence last year.",
            "The company cut 3,000 jobs after sales dropped by a fifth.",
            "What happens next remains to be seen.",
            "Read more about this story below.",
        ]
    )
    assert min(scores[:2]) > 0.6
    assert max(scores[2:]) < 0.4


def test_a_plain_fact_of_prose_is_worth_more_than_a_mood() -> None:
    scores = WorthClassifier().worth(
        [
            "Jane Roe is the ambassador to France.",
            "The bridge was opened by the mayor of Leeds.",
            "Somehow the old house seemed darker than ever to her.",
            "Oh, I don't know, we just like going there, you know.",
        ]
    )
    assert min(scores[:2]) > 0.5
    assert max(scores[2:]) < 0.3


@pytest.mark.skipif(not FACTS.exists(), reason="the measuring data is not here")
def test_on_claims_of_prose_the_score_is_no_longer_that_of_debates(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["--data", str(FACTS)])
    result = json.loads(capsys.readouterr().out)
    assert result["f1"] >= 0.8
    assert result["ece"] <= 0.35


@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "م", "?" * 100_000, "a" * 100_000])
def test_any_text_has_a_probability(text: str) -> None:
    (score,) = WorthClassifier().worth([text])
    assert 0.0 <= score <= 1.0


def test_the_model_is_small_and_its_hash_is_that_of_the_file() -> None:
    import hashlib

    assert SHIPPED_WORTH.stat().st_size <= 2_000_000
    assert WorthClassifier().sha256 == hashlib.sha256(SHIPPED_WORTH.read_bytes()).hexdigest()


def test_a_damaged_file_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "worth.npz").write_bytes(b"no archive")
    with pytest.raises(ModelError, match="cannot be read") as caught:
        WorthClassifier(tmp_path / "worth.npz").worth(["a"])
    assert "\n" not in str(caught.value)


def test_a_file_of_another_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "worth.npz"
    np.savez(path, schema=SCHEMA + 1, weights=np.zeros(FEATURES, np.float16), bias=np.float64(0))
    with pytest.raises(ModelError, match="another version"):
        WorthClassifier(path).worth(["a"])


def test_average_precision_and_f1_by_hand() -> None:
    assert average_precision([True, False, True], [0.9, 0.8, 0.7]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([True, False], [0.5, 0.5]) == pytest.approx(0.5)
    assert f1_at([True, False, True], [0.9, 0.8, 0.1], 0.5) == pytest.approx(0.5)


@pytest.mark.skipif(not CLAIMBUSTER.exists(), reason="the measuring data is not here")
def test_it_reaches_its_floors_on_claimbuster(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--data", str(CLAIMBUSTER)])
    result = json.loads(capsys.readouterr().out)
    assert result["ap"] >= 0.93
    assert result["f1"] >= 0.86
    assert result["ap"] > result["baselines"]["length"]["ap"]
