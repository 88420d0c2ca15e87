"""The documentation under test: what can be typed or configured has its row there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from cyclopts import App

from verify.checkers import CHECKERS
from verify.cli import app
from verify.config import Settings
from verify.report import RENDERERS
from verify.sources import SOURCES
from verify.web.settings import WebSettings

DOCS = Path(__file__).resolve().parent.parent / "docs"


def rows(page: str, heading: str = "") -> list[str]:
    """The table rows of a page, or of what stands under one of its headings."""
    text = (DOCS / page).read_text("utf-8")
    if heading:
        level = heading.split()[0]
        text = re.split(rf"^#{{1,{len(level)}}} ", text.split(f"\n{heading}\n")[1], flags=re.M)[0]
    return [line for line in text.splitlines() if line.startswith("|")]


def has_row(word: str, table: list[str]) -> bool:
    """Whether a row's first cell names the word in code marks, whatever stands behind it."""
    first = [row.split("|")[1] for row in table]
    return any(re.search(rf"`{re.escape(word)}(?![\w-])[^`]*`", cell) for cell in first)


def commands(of: App, path: str = "verify") -> Iterator[str]:
    for name in of:
        if not name.startswith("-"):
            yield f"{path} {name}"
            yield from commands(of[name], f"{path} {name}")


@pytest.mark.parametrize("command", list(commands(app)))
def test_every_command_has_a_row(command: str):
    assert has_row(command, rows("commands.md"))


def options(command: str) -> list[str]:
    names = app[command].assemble_argument_collection()
    return sorted({n for a in names for n in a.names if n.startswith("--")} - {"--config"})


@pytest.mark.parametrize("option", options("check"))
def test_every_option_of_check_has_a_row(option: str):
    assert has_row(option, rows("commands.md", "## `verify check`"))


def test_the_options_of_check_are_the_ones_that_were_promised():
    promised = "published as-of source offline out format json flow quiet open".split()
    assert options("check") == sorted(f"--{name}" for name in promised)


@pytest.mark.parametrize("name", list(SOURCES))
def test_every_type_of_source_has_a_row_and_each_of_its_keys_a_word(name: str):
    assert has_row(name, rows("sources.md"))
    text = (DOCS / "sources.md").read_text("utf-8")
    missing = [k for k in SOURCES[name].settings.model_fields if f"`{k}`" not in text]
    assert missing == []


@pytest.mark.parametrize("checker", [c.name for c in CHECKERS])
def test_every_checker_has_its_table_or_its_page(checker: str):
    page = DOCS / f"{checker}.md"
    assert page.exists() or has_row(checker, rows("checkers.md"))


@pytest.mark.parametrize("format", list(RENDERERS))
def test_every_format_of_a_report_has_a_row(format: str):
    assert has_row(format, rows("report.md"))


def keys(model: type, prefix: str = "") -> list[str]:
    found = []
    for name, field in model.model_fields.items():
        inner = [field.annotation, *getattr(field.annotation, "__args__", ())]
        table = next((t for t in inner if hasattr(t, "model_fields")), None)
        if name in {"base", "web", "sources", "families"}:
            continue
        found += keys(table, f"{prefix}{name}.") if table else [f"{prefix}{name}"]
    return found


@pytest.mark.parametrize("key", [*keys(Settings), "[families]", "[web]", "[sources.NAME]"])
def test_every_configuration_key_has_a_row(key: str):
    assert has_row(key, rows("configuration.md"))


@pytest.mark.parametrize("key", list(WebSettings.model_fields))
def test_every_key_of_the_client_has_a_row(key: str):
    assert has_row(key, rows("web.md", "## Settings: `[web]`"))


def test_what_has_no_row_is_found_missing():
    assert not has_row("verify chek", rows("commands.md"))
    assert not has_row("--jso", rows("commands.md"))
    assert not has_row("folde", rows("sources.md"))
