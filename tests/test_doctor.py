"""Each thing a run needs: good, or what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.server import free_port
from verify.config import Settings, parse
from verify.doctor import CHECKS, Check

CONFIG = """
[sources.notes]
type = "folder"
path = "notes"
[models]
stance = "none"
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "notes").mkdir()
    return parse(CONFIG, tmp_path, "verify.toml")


def look(name: str, settings: Settings, **environ: str) -> Check:
    """One of the doctor's checks, without the slow ones."""
    return Check(name, *dict(CHECKS)[name](settings, environ))


def test_a_desk_in_order_is_good_in_every_respect(settings: Settings) -> None:
    names = ("configuration", "sources", "database", "disk", "Prefect")
    found = [look(name, settings) for name in names]
    assert [check for check in found if not check.good] == []
    assert all(check.detail and "\n" not in check.detail for check in found)


def test_a_desk_without_a_source_is_told_to_add_one(tmp_path: Path) -> None:
    check = look("configuration", parse("", tmp_path, "verify.toml"))
    assert not check.good
    assert "add one" in check.detail


def test_a_source_whose_folder_is_gone_is_named(settings: Settings) -> None:
    (settings.base / "notes").rmdir()
    check = look("sources", settings)
    assert not check.good
    assert "notes (notes)" in check.detail


def test_a_database_that_cannot_be_opened_says_what_to_do(settings: Settings) -> None:
    (settings.base / ".verify").write_text("in the way")
    check = look("database", settings)
    assert not check.good
    assert "check" in check.detail


def test_a_reports_folder_that_is_a_file_is_bad(settings: Settings) -> None:
    (settings.base / "reports").write_text("in the way")
    check = look("disk", settings)
    assert not check.good
    assert "cannot be written" in check.detail


def test_a_prefect_server_that_does_not_answer_says_what_to_do(settings: Settings) -> None:
    address = f"http://127.0.0.1:{free_port()}/api"
    check = look("Prefect", settings, PREFECT_API_URL=address)
    assert not check.good
    assert "unset PREFECT_API_URL" in check.detail
