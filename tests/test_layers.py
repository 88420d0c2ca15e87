"""The walls of the house, read from the imports themselves."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "verify"
VALUES = {"types", "errors", "ports"}

# room → the rooms of ours that it may import. A room may always import itself.
ALLOWED = {
    "types": set[str](),
    "errors": set[str](),
    "ports": {"types"},
    "redact": {"types"},
    "claims": VALUES,
    "rank": VALUES,
    "checkers": VALUES,
    "origins": VALUES | {"shingles"},
    "shingles": set[str](),
    "terminal": VALUES,
    "ellipsis": set[str](),
    "holding": VALUES,
    "brief": VALUES | {"holding"},
    "explaining": VALUES | {"brief"},
    "decide": VALUES | {"ellipsis", "holding", "brief", "explaining"},
    "report": VALUES | {"holding"},
    "sources": VALUES,
    # A page is read in one way only, be it the article or its evidence.
    "ingest": VALUES | {"web"},
    "web": VALUES | {"redact"},
    "archive": VALUES | {"redact", "bodies", "warc", "wal"},
    "wal": set[str](),
    "bodies": VALUES,
    "warc": VALUES | {"redact"},
    # The combination over the stance scores reads the checkers' features.
    "models": VALUES | {"checkers", "claims"},
    "store": VALUES | {"report", "wal"},
    "review": VALUES | {"report"},
    "asking": VALUES,
    "judging": VALUES | {"claims", "brief"},
    "stating": VALUES | {"claims"},
    "pipeline": VALUES
    | {"asking", "judging", "stating", "claims", "rank", "checkers", "origins", "brief", "decide"}
    | {"report"},
    "config": VALUES | {"web"},
}
WIRING = {
    "cli",
    "cli_ask",
    "cli_desk",
    "loading",
    "options",
    "process",
    "wiring",
    "doctor",
    "notify",
    "trial",
    "replay",
}
WIRING |= {"__init__", "__main__"}
HTTPX_MAY = {"web"}
SOCKETS = {"httpx", "socket", "requests", "urllib.request", "aiohttp", "http.client"}


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    stem = first.removesuffix(".py")
    return stem.split("_")[0] if stem.startswith(("store_", "archive_")) else stem


def imports(path: Path) -> set[str]:
    """Every module that the file imports, at the top or inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def our_rooms(path: Path) -> set[str]:
    rooms = set()
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "verify" and len(parts) > 1 and (PACKAGE / parts[1]).exists():
            rooms.add(parts[1])
        elif parts[0] == "verify" and len(parts) > 1 and (PACKAGE / f"{parts[1]}.py").exists():
            rooms.add(room_of(PACKAGE / f"{parts[1]}.py"))
    return rooms


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_room_imports_only_the_rooms_it_may(path: Path):
    room = room_of(path)
    if room in WIRING:
        return
    assert room in ALLOWED, f"{room} is not in the plan: docs/architecture.md"
    forbidden = our_rooms(path) - ALLOWED[room] - {room}
    assert not forbidden, f"{path.name} may not import {sorted(forbidden)}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_web_room_opens_sockets(path: Path):
    if room_of(path) in HTTPX_MAY | {"notify", "doctor", "review"}:
        return
    assert not imports(path) & SOCKETS


def test_no_import_is_relative_where_it_would_not_be_read_here():
    relative = [
        p.name
        for p in FILES
        for node in ast.walk(ast.parse(p.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_prefect_is_imported_by_the_flows_alone():
    offenders = [p for p in FILES if any(n.split(".")[0] == "prefect" for n in imports(p))]
    assert offenders == []


def test_no_module_imports_itself_through_others():
    graph = {
        ".".join(p.relative_to(ROOT).with_suffix("").parts): {
            n for n in top_level(p) if n.startswith("verify")
        }
        for p in FILES
    }
    known = {name: {n for n in wanted if n in graph} for name, wanted in graph.items()}
    seen: dict[str, int] = {}

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert seen.get(name) != 1, " → ".join((*path, name))
        if name in seen:
            return
        seen[name] = 1
        for other in sorted(known[name] - {name}):
            visit(other, (*path, name))
        seen[name] = 2

    for name in sorted(known):
        visit(name, ())


def top_level(path: Path) -> set[str]:
    """Imports that run when the module is imported."""
    found: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


def documented() -> dict[str, set[str] | None]:
    """The table of the architecture page: room → what it may import, None for everything."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    found: dict[str, set[str] | None] = {}
    for row in re.findall(r"^\|(.*)\|$", text, re.M):
        _, files, may = row.split("|")
        named = set(re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", may)))
        allowed = named | (VALUES if "values" in may else set())
        for file in re.findall(r"`([\w.]+)(?:/|\.py)`", files):
            found[room_of(PACKAGE / file)] = None if "everything" in may else allowed
    return found


def test_the_table_of_the_docs_is_the_one_that_is_held():
    table = documented()
    assert {room for room, may in table.items() if may is None} == WIRING - {
        "__init__",
        "__main__",
    }
    assert {room: may for room, may in table.items() if room in ALLOWED} == ALLOWED


def test_a_room_that_reaches_over_its_wall_is_caught(tmp_path: Path):
    offender = tmp_path / "offender.py"
    offender.write_text("def late():\n    from verify.web.client import PoliteClient\n")
    assert our_rooms(offender) - ALLOWED["checkers"] == {"web"}
    offender.write_text("from verify import archive as kept\nimport verify.store\n")
    assert our_rooms(offender) - ALLOWED["pipeline"] == {"archive", "store"}
    offender.write_text("def late():\n    import socket\n")
    assert imports(offender) & SOCKETS


def test_the_picture_of_the_house_names_every_room():
    picture = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    missing = [
        p.name
        for p in sorted(PACKAGE.iterdir())
        if not p.name.startswith("__") and f"{p.name}" not in picture
    ]
    assert missing == []
