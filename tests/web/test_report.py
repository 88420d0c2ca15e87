"""A whole run against everything the hostile server can do: one report, and a gap for each.

Every row of `test_hostile.ROWS` is a page on a host of its own, and every behaviour of
robots.txt a site. The process must end well, stay below `MEMORY_MB`, write every format of
the report, and name each gap with its reason.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.web.server import HostileServer
from tests.web.test_hostile import NAMES, OK, ROBOTS_ROWS, ROWS
from verify.types import Reason

ROOT = Path(__file__).resolve().parents[2]
# Above what the process held before it asked: four large bodies (LARGE) of twice `max_decoded_mb`,
# up to two megabytes (SMALL) for each of the others, their parsing, and the allocator's slack.
MEMORY_MB = 250
WORKER_MB = 2048  # what a reader of pages may take at most (worker.MEMORY_LIMIT)
# What extraction says of bodies that came whole; a page not named here is a document.
READ: dict[str, set[str]] = {
    "json-as-html": {Reason.UNSUPPORTED_TYPE},
    "html-as-json": {Reason.UNSUPPORTED_TYPE},
    "not-now-once": {Reason.UNSUPPORTED_TYPE},
    "a-picture-as-html": {Reason.UNSUPPORTED_TYPE},
    "entity-bomb-feed": {Reason.UNSUPPORTED_TYPE},
    "entity-that-reads-a-file": {Reason.UNSUPPORTED_TYPE},
    "consent-wall": {Reason.CONSENT_WALL},
    "paywall": {Reason.PAYWALL},
    "asks-for-a-human": {Reason.FORBIDDEN},
    "missing-with-status-200": {Reason.NOT_FOUND},
    # How far a parser gets with these within its time depends on the machine.
    "nested-tags": {OK, Reason.TIMEOUT, Reason.EMPTY, Reason.BAD_ANSWER, Reason.TOO_LARGE},
    "many-attributes": {OK, Reason.TIMEOUT, Reason.EMPTY, Reason.BAD_ANSWER, Reason.TOO_LARGE},
    "unclosed-everything": {OK, Reason.TIMEOUT, Reason.EMPTY, Reason.BAD_ANSWER},
}


@dataclass(frozen=True)
class Run:
    """What became of it: the report as JSON, its folder, what it held in memory, the addresses."""

    report: dict[str, Any]
    folder: Path
    memory: dict[str, float]
    urls: dict[str, str]

    def outcome(self, row: str, source: str = "pages") -> str:
        """The reason of the gap that names a row's address; OK where there is none."""
        found = [g for g in self.report["gaps"] if g["url"] == self.urls[row]]
        found = [g for g in found if g["source"] == source]
        assert len(found) <= 1
        return found[0]["reason"] if found else OK


@contextmanager
def served() -> Iterator[dict[str, HostileServer]]:
    """A hostile server for each behaviour of robots.txt, in a thread of their own."""
    servers = {name: HostileServer(name) for name, _ in ROBOTS_ROWS}
    ready, done = threading.Event(), asyncio.Event()
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        async with AsyncExitStack() as stack:
            for server in servers.values():
                await stack.enter_async_context(server)
            ready.set()
            await done.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    try:
        assert ready.wait(20)
        yield servers
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join()
        loop.close()


def planned(servers: dict[str, HostileServer]) -> tuple[dict[str, Any], dict[str, str]]:
    """The plan of the run, and the address of each row."""
    plain = servers["absent"]
    urls = {row: plain.url(row, f"p{n}.test") for n, (row, _) in enumerate(ROWS)}
    urls |= {f"robots {name}": s.url("good", f"{name}.test") for name, s in servers.items()}
    hosts = [f"p{n}.test" for n in range(len(ROWS))] + [f"{name}.test" for name in servers]
    plan = {
        "pages": list(urls.values()),
        "feeds": [plain.url(n, "f.test") for n in ("entity-bomb-feed", "good")],
        "sitemaps": [plain.url("entity-that-reads-a-file", "s.test")],
        "wikis": [plain.url(n, "w.test") for n in ("good", "status?503", "gzip-bomb")],
        "names": NAMES | {h: ["127.0.0.1"] for h in (*hosts, "f.test", "s.test", "w.test")},
    }
    return plan, urls


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("hostile")
    with served() as servers:
        plan, urls = planned(servers)
        done = subprocess.run(
            [sys.executable, "-m", "tests.web.desk_run", str(folder)],
            input=json.dumps(plan),
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=280,
        )
    assert done.returncode == 0, done.stderr[-3000:]
    (report,) = folder.glob("*/report.json")
    memory = json.loads(done.stdout.splitlines()[-1])
    return Run(json.loads(report.read_text("utf-8")), report.parent, memory, urls)


@pytest.mark.parametrize(("row", "reason"), ROWS, ids=[row for row, _ in ROWS])
def test_every_page_that_misbehaves_is_a_gap_of_the_report(run: Run, row: str, reason: str) -> None:
    expected = READ.get(row, {OK}) if reason == OK else {reason}
    assert run.outcome(row) in expected


@pytest.mark.parametrize(("robots", "reason"), ROBOTS_ROWS, ids=[name for name, _ in ROBOTS_ROWS])
def test_every_robots_txt_that_misbehaves_is_a_gap_of_the_report(
    run: Run, robots: str, reason: str
) -> None:
    assert run.outcome(f"robots {robots}") == reason


def test_a_feed_a_sitemap_and_an_interface_that_misbehave_are_gaps(run: Run) -> None:
    told = {(g["source"], g["reason"]) for g in run.report["gaps"] if g["source"] != "pages"}
    assert told == {
        ("feed", Reason.BAD_ANSWER),
        ("sitemap", Reason.BAD_ANSWER),
        ("wiki0", Reason.BAD_ANSWER),
        ("wiki1", Reason.SERVER_ERROR),
        ("wiki2", Reason.TOO_LARGE),
    }


def test_memory_stays_below_the_stated_bound(run: Run) -> None:
    assert run.memory["own_mb"] < MEMORY_MB
    assert run.memory["worker_mb"] < WORKER_MB


def test_every_format_is_written_and_none_carries_what_a_page_injected(run: Run) -> None:
    files = {path.name: path.read_text("utf-8") for path in run.folder.iterdir()}
    assert {"report.md", "report.html", "report.json", "claims.csv"} <= set(files)
    page = files["report.html"].lower()
    assert "<script>alert" not in page
    assert "onerror=" not in page
    assert 'href="javascript:' not in page
    assert "](javascript:" not in files["report.md"]
    assert "root:x:" not in files["report.json"]


def test_what_could_not_be_read_is_never_evidence(run: Run) -> None:
    failed = {g["url"] for g in run.report["gaps"] if g["url"]}
    used = {e["document"]["url"] for c in run.report["claims"] for e in c["evidence"]}
    assert used
    assert not failed & used


def test_at_least_forty_ways_are_tried() -> None:
    assert len(ROWS) + len(ROBOTS_ROWS) >= 100
