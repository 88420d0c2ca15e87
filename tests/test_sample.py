"""The sample article, the whole way, against the sources that ship with the project."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema
import pytest

from verify.types import PartialDate
from verify.web.markdown import addresses, first_heading, front_matter

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "seeds" / "pakistan-gaza-force.txt"

Json = dict  # a report as the contract has it


def report(tmp_path: Path, *options: str) -> Json:
    environ = {k: v for k, v in os.environ.items() if k != "PREFECT_API_URL"}
    done = subprocess.run(
        [
            *(sys.executable, "-m", "verify", "check", str(SAMPLE), "--json"),
            *("--out", str(tmp_path / "reports"), "--source", "desk", "--source", "offices"),
            *options,
        ],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Json:
    return report(tmp_path_factory.mktemp("dated"), "--published", "2025-12-20")


@pytest.fixture(scope="module")
def undated(tmp_path_factory: pytest.TempPathFactory) -> Json:
    return report(tmp_path_factory.mktemp("undated"))


def explanations(found: Json, label: str = "refuted") -> list[str]:
    """What the offices checker said about claims of that label, in the report's order."""
    return [
        finding["explanation"]
        for claim in found["claims"]
        if claim["verdict"]["label"] == label
        for finding in claim["findings"]
        if finding["checker"] == "offices"
    ]


def test_the_json_report_follows_the_schema(dated):
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(dated)


def test_the_senator_who_had_become_secretary_of_state_stands_on_top(dated):
    first = dated["claims"][0]
    assert first["verdict"]["label"] == "refuted"
    said = " ".join(f["explanation"] for f in first["findings"])
    assert "Rubio" in said
    assert "Secretary of State" in said or "secretary of state" in said


def test_the_headline_is_caught_too(dated):
    headline = SAMPLE.read_text("utf-8").split("\n", 1)[0]
    caught = [
        c
        for c in dated["claims"]
        if c["span"][0] < len(headline) and c["verdict"]["label"] == "refuted"
    ]
    assert caught


def test_the_vice_chair_of_the_committee_is_refuted(dated):
    wrong = [
        c
        for c in dated["claims"]
        if "vice chairman" in c["text"].lower() and c["verdict"]["label"] == "refuted"
    ]
    assert wrong


def test_the_ambassador_had_been_succeeded(dated):
    said = " ".join(explanations(dated))
    assert "Masood Khan" in said
    assert "Rizwan Saeed Sheikh" in said
    assert "2024" in said


def test_the_window_of_the_undated_article_lies_before_the_event(undated):
    assert undated["article"]["published"] is None
    spans = [w for w in undated["windows"] if w["start"]]
    assert spans
    assert spans[0]["start"] == "2022-04-19"
    assert spans[0]["end"].startswith("2024")
    assert explanations(undated, "refuted") == []


def test_the_window_says_that_the_articles_date_lies_outside(dated):
    assert any(w["state"] == "outside" for w in dated["windows"])


def test_every_quoted_word_is_in_the_article(dated):
    text = SAMPLE.read_text("utf-8")
    for claim in dated["claims"]:
        start, end = claim["span"]
        assert text[start:end] == claim["quote"]


def test_every_piece_of_evidence_is_a_slice_of_a_desk_note(dated):
    notes = [p.read_text("utf-8") for p in (ROOT / "seeds" / "desk").glob("*.md")]
    flat = [" ".join(n.split()) for n in notes]
    pieces = [e for c in dated["claims"] for e in c["evidence"]]
    assert pieces
    assert all(any(" ".join(e["text"].split()) in n for n in flat) for e in pieces)


NOTES = sorted((ROOT / "seeds" / "desk").glob("*.md"))


@pytest.mark.parametrize("note", NOTES, ids=lambda n: n.stem)
def test_a_desk_note_is_dated_ours_and_cites_what_it_rests_on(note: Path):
    head, body = front_matter(note.read_text("utf-8"))
    assert PartialDate(head["date"]).last <= date(2025, 12, 31)
    assert head["publisher"] == "Desk note, in our own words"
    cited = addresses(body.rsplit("Read at:", 1)[1])
    assert head["url"] in cited
    assert all(urlsplit(address).hostname for address in cited)
    assert first_heading(body) == head["title"]


def test_non_recognition_is_not_refuted(dated):
    claims = [c for c in dated["claims"] if "not recognised" in c["text"]]
    assert claims
    assert all(c["verdict"]["label"] != "refuted" for c in claims)


def test_the_kept_example_is_what_the_code_writes(dated):
    kept = json.loads(next((ROOT / "reports").glob("2025-12-20-*/report.json")).read_text("utf-8"))

    def decided(report: Json) -> list[tuple[str, str, str]]:
        return sorted(
            (c["text"], c["verdict"]["label"], c["verdict"]["rule"]) for c in report["claims"]
        )

    def confidences(report: Json) -> list[float]:
        return [
            c["verdict"]["confidence"] for c in sorted(report["claims"], key=lambda c: c["text"])
        ]

    assert decided(kept) == decided(dated)
    # Integer products round differently from processor to processor.
    assert confidences(dated) == pytest.approx(confidences(kept), abs=0.03)
