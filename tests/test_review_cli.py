"""The review commands: read lines back, refuse with a line number, export, count."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import rows
from tests.test_report_folder import AGREE, edit
from tests.test_report_sample import report
from verify.cli import run
from verify.report import write
from verify.terminal import page_of

CONFIG = """
contact = "desk@example.org"
[report]
out = "reports"
[store]
url = "sqlite:///desk.sqlite"
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk with one report; returns the report's folder."""
    (tmp_path / "verify.toml").write_text(CONFIG)
    return write(report(), tmp_path / "reports", ["md", "json", "html", "claimreview"])


def review(desk: Path, *words: str) -> int:
    return run(["review", *words, "--config", str(desk.parent.parent / "verify.toml")])


def test_lines_are_read_back_into_every_file_of_the_report(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(desk, 0, AGREE)
    assert review(desk, "sync") == 0
    assert capsys.readouterr().out.endswith("report.md: 1 new decision\n")
    (published,) = json.loads((desk / "claimreview.jsonld").read_text("utf-8"))["@graph"]
    assert published["author"]["name"] == "Reviewer One"
    assert "saw the record" in (desk / "report.html").read_text("utf-8")
    assert review(desk, "sync", str(desk)) == 0
    assert capsys.readouterr().out.endswith("report.md: 0 new decisions\n")


def test_a_line_that_cannot_be_understood_is_named_and_no_file_is_touched(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(desk, 0, AGREE)
    edit(desk, 3, r"- [x] \1 perhaps | by: Reviewer Two | note: not sure")
    before = {p.name: p.read_bytes() for p in desk.iterdir()}
    lines = before["report.md"].decode().splitlines()
    number = next(n for n, line in enumerate(lines, 1) if "perhaps" in line)
    assert review(desk, "sync") == 1
    said = capsys.readouterr()
    assert f"line {number}: 'perhaps' is no decision" in said.err
    assert said.err.count("\n") == 1
    assert {p.name: p.read_bytes() for p in desk.iterdir()} == before


def test_decisions_are_exported_and_overrides_become_rows_that_the_benchmark_reads(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(desk, 3, r"- [x] \1 change to supported | by: Reviewer | note: outdated page")
    edit(desk, 0, AGREE)
    review(desk, "sync")
    assert review(desk, "export", str(tmp_path / "decisions.jsonl")) == 0
    exported = (tmp_path / "decisions.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["label"] for line in exported} == {"supported", "refuted"}
    assert review(desk, "cases", str(tmp_path / "cases.jsonl")) == 0
    (case,) = rows.read(tmp_path / "cases.jsonl")
    assert (case["label"], len(case["evidence"])) == ("supported", 2)
    capsys.readouterr()
    assert review(desk, "agreement") == 0
    assert capsys.readouterr().out.split("\n")[0].split() == "all claims 1 of 2 50%".split()
    assert review(desk, "agreement", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0] == {
        "group": "all claims", "n": 2, "agreed": 1, "share": 0.5,
    }  # fmt: skip


def test_open_shows_the_page_in_the_browser_that_the_system_names(
    desk: Path, tmp_path: Path
) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/asked\n')
    browser.chmod(0o755)
    script = (
        "from pathlib import Path; from verify.terminal import open_page, page_of; "
        f"open_page(page_of(Path({str(desk)!r})))"
    )
    subprocess.run(
        [sys.executable, "-c", script], env={"BROWSER": f"{browser} %s"}, check=True, timeout=60
    )
    assert (tmp_path / "asked").read_text().strip() == (desk / "report.html").as_uri()


def test_the_page_is_opened_before_the_text_and_the_text_before_the_data(desk: Path) -> None:
    for name in ("report.html", "report.md", "report.json"):
        assert page_of(desk) == desk / name
        (desk / name).unlink()
    assert page_of(desk) == desk
