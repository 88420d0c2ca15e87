"""The example that is kept in `reports/` is what the code writes, letter for letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verify.report import RENDERERS
from verify.report.index import render_html, render_md, rows
from verify.report.restore import restored

KEPT = Path(__file__).parent.parent / "reports"
FOLDERS = sorted(KEPT.glob("2025-12-20-*"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
@pytest.mark.parametrize("name", [n for n in RENDERERS if n != "json"])
def test_its_files_are_those_that_its_data_gives(folder: Path, name: str) -> None:
    """`tests/test_sample.py` holds the data itself against a run; this needs no model."""
    path = folder / RENDERERS[name].file
    if not path.exists():
        pytest.skip(f"the example is not kept as {name}")
    report = restored(json.loads((folder / "report.json").read_text("utf-8")))
    assert path.read_text("utf-8") == RENDERERS[name].render(report)


def test_the_index_is_that_of_the_reports_that_are_there() -> None:
    if not (KEPT / "index.html").exists():
        pytest.skip("the index is not kept with the example; every run writes it")
    found = rows(KEPT)
    assert {row.folder for row in found} == {folder.name for folder in FOLDERS}
    assert (KEPT / "index.md").read_text("utf-8") == render_md(found)
    assert (KEPT / "index.html").read_text("utf-8") == render_html(found)
