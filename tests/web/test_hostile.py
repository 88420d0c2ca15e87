"""Everything the hostile server can do, one row each: what comes of it, and what it may cost.

Memory: with the bounds set here, one fetch may hold at most `MEMORY` bytes at its
peak, the server's own share included. The bound is twice `max_decoded_mb` (a body
and its copy as bytes) and 8 MB beside.
"""

from __future__ import annotations

import asyncio
import gc
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from tests.web.server import MISDEEDS, PAGE, ROBOTS, HostileServer
from verify.errors import FetchError, SourceError
from verify.types import Document, Reason, Request, Snapshot
from verify.web.client import PoliteClient
from verify.web.guard import resolve
from verify.web.settings import WebSettings

SETTINGS = WebSettings(
    allow=("127.0.0.1", "news.test"),
    per_host_interval_s=0,
    backoff_s=0.01,
    first_byte_s=2.0,
    timeout_s=3.0,
    budget_s=60,
    retries=1,
    max_body_mb=2,
    max_decoded_mb=6,
)
MEMORY = 2 * 6_000_000 + 8_000_000
LONGEST = 20.0  # seconds that any row may take: two tries, robots.txt, and a slow machine
OK = ""

# Path, and the Reason that the gap must name; OK where a snapshot is right.
ROWS: list[tuple[str, str]] = [
    # slow, endless, cut
    ("drips-a-byte-at-a-time", Reason.TIMEOUT),
    ("drips-its-head", Reason.TIMEOUT),
    ("never-answers", Reason.TIMEOUT),
    ("says-wait-for-ever", Reason.TIMEOUT),
    ("never-ends", Reason.TOO_LARGE),
    ("never-ends-in-chunks", Reason.TOO_LARGE),
    ("hundred-megabytes", Reason.TOO_LARGE),
    ("promises-more-than-it-gives", Reason.UNREACHABLE),
    ("gives-more-than-it-promises", OK),
    ("length-is-no-number", Reason.BAD_ANSWER),
    ("two-lengths", Reason.BAD_ANSWER),
    ("resets-in-mid-body", Reason.UNREACHABLE),
    ("resets-at-once", Reason.UNREACHABLE),
    ("resets-once", OK),
    ("hangs-up", Reason.UNREACHABLE),
    ("speaks-another-protocol", Reason.BAD_ANSWER),
    ("broken-chunks", Reason.BAD_ANSWER),
    # heads
    ("a-huge-header", Reason.TOO_LARGE),
    ("headers-without-end", Reason.TOO_LARGE),
    ("cookies-by-the-hundred", OK),
    ("needs-its-cookie", OK),
    # bombs
    ("gzip-bomb", Reason.TOO_LARGE),
    ("gzip-bomb-in-members", Reason.TOO_LARGE),
    ("zstd-bomb", Reason.BAD_ANSWER),
    ("gzip-within-gzip", Reason.BAD_ANSWER),
    ("gzip-cut-short", Reason.BAD_ANSWER),
    ("gzip-that-is-none", Reason.BAD_ANSWER),
    # redirects
    ("redirects-to-itself", Reason.TOO_MANY_REDIRECTS),
    ("redirects-round-and-round", Reason.TOO_MANY_REDIRECTS),
    ("redirects-without-saying-where", Reason.BAD_ANSWER),
    ("redirects-to?http://127.0.0.2:%p/good", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://10.0.0.1/", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://169.254.169.254/latest/meta-data/", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://[::1]:%p/good", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://[::ffff:127.0.0.2]:%p/good", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://[64:ff9b::7f00:2]:%p/good", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://[fe80::1]/", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://0x7f000002:%p/good", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://2130706434:%p/good", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://0177.0.0.2:%p/good", Reason.BAD_ANSWER),
    ("redirects-to?http://127.2:%p/good", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://0/", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://inside.test:%p/good", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://both.test:%p/good", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://nowhere.test/", Reason.UNREACHABLE),
    ("redirects-to?file:///etc/passwd", Reason.REFUSED_ADDRESS),
    ("redirects-to?ftp://127.0.0.1/", Reason.REFUSED_ADDRESS),
    ("redirects-to?javascript:alert(1)", Reason.REFUSED_ADDRESS),
    ("redirects-to?http://somebody@/", Reason.BAD_ANSWER),
    ("redirects-to?https://.news.test:%p/", Reason.BAD_ANSWER),
    ("redirects-to?https://news.test:%p/good", Reason.ROBOTS),  # TLS to a port without it
    ("redirects-to?http://[zz]/", Reason.BAD_ANSWER),
    ("redirects-to?http://127.0.0.1:99999/", Reason.BAD_ANSWER),
    # statuses
    ("status?204", Reason.EMPTY),
    ("status?400", Reason.BAD_ANSWER),
    ("status?401", Reason.FORBIDDEN),
    ("status?402", Reason.PAYWALL),
    ("status?403", Reason.FORBIDDEN),
    ("status?404", Reason.NOT_FOUND),
    ("status?410", Reason.GONE),
    ("status?429", Reason.RATE_LIMITED),
    ("status?429&Retry-After=86400", Reason.RATE_LIMITED),
    ("status?429&Retry-After=Fri,%2031%20Dec%202100%2023:59:59%20GMT", Reason.RATE_LIMITED),
    ("status?429&Retry-After=whenever", Reason.RATE_LIMITED),
    ("status?451", Reason.LEGAL),
    ("status?500", Reason.SERVER_ERROR),
    ("status?502", Reason.SERVER_ERROR),
    ("status?503", Reason.SERVER_ERROR),
    ("status?503&Retry-After=3600", Reason.SERVER_ERROR),
    ("fails-with-words", Reason.BAD_ANSWER),
    ("unchanged-though-nobody-asked", Reason.BAD_ANSWER),
    ("a-part-though-nobody-asked", Reason.BAD_ANSWER),
    ("status-out-of-range", Reason.BAD_ANSWER),
    # bodies: fetched as they are; what they are is for extraction to say
    ("empty-body", Reason.EMPTY),
    ("a-picture", Reason.UNSUPPORTED_TYPE),
    ("no-content-type", OK),
    ("wrong-charset", OK),
    ("missing-charset", OK),
    ("unknown-charset", OK),
    ("utf-16", OK),
    ("nul-bytes", OK),
    ("json-as-html", OK),
    ("html-as-json", OK),
    ("a-picture-as-html", OK),
    ("nested-tags", OK),
    ("many-attributes", OK),
    ("unclosed-everything", OK),
    ("entity-bomb-feed", OK),
    ("entity-that-reads-a-file", OK),
    ("script-injection", OK),
    ("markdown-injection", OK),
    ("tells-a-model-what-to-answer", OK),
    ("consent-wall", OK),
    ("paywall", OK),
    ("asks-for-a-human", OK),
    ("missing-with-status-200", OK),
    # it behaves
    ("good", OK),
    ("echo", OK),
    ("gzipped", OK),
    ("gzipped-in-two-members", OK),
    ("deflated-without-header", OK),
    ("fresh-for-a-minute", OK),
    ("with-a-tag", OK),
    ("busy-once", OK),
    ("not-now-once", OK),
    ("sees-other", OK),
]

ROBOTS_ROWS: list[tuple[str, str]] = [
    ("absent", OK),
    ("empty", OK),
    ("is-forbidden", OK),
    ("is-a-web-page", OK),
    ("is-binary", OK),
    ("forbids-others", OK),
    ("redirects-to-itself", OK),
    ("wants-a-pause", OK),
    ("forbids-all", Reason.ROBOTS),
    ("forbids-us", Reason.ROBOTS),
    ("forbids-a-folder", Reason.ROBOTS),
    ("is-two-megabytes", Reason.ROBOTS),
    ("fails", Reason.ROBOTS),
    ("never-answers", Reason.ROBOTS),
    ("is-rate-limited", Reason.RATE_LIMITED),
]

NAMES = {
    "news.test": ["127.0.0.1"],
    "inside.test": ["127.0.0.2"],
    "both.test": ["127.0.0.1", "10.0.0.1"],  # one public enough, one not
}


async def names(host: str, port: int) -> Sequence[str]:
    """Our names, and the system's resolver for anything that looks like an address."""
    if host.endswith(".test"):
        if host not in NAMES:
            raise OSError("no such name")
        return NAMES[host]
    return await resolve(host, port)


def outcome(name: str, robots: str = "absent") -> tuple[str, Snapshot | None]:
    """The reason and the snapshot of one fetch; fails if it takes too long or too much."""

    async def go() -> tuple[str, Snapshot | None]:
        async with (
            HostileServer(robots) as server,
            PoliteClient(SETTINGS, contact="desk@example.org", resolve=names) as web,
        ):
            gc.collect()
            tracemalloc.reset_peak()
            before = tracemalloc.get_traced_memory()[0]
            began = time.monotonic()
            found = await tried(web, server.url(name, "news.test"))
            assert time.monotonic() - began < LONGEST
            assert tracemalloc.get_traced_memory()[1] - before < MEMORY
            return found

    return asyncio.run(go())


async def tried(web: PoliteClient, url: str) -> tuple[str, Snapshot | None]:
    try:
        return OK, await web.fetch(Request(url, source="test"))
    except FetchError as error:
        return str(error.reason), None


@pytest.fixture(autouse=True, scope="module")
def _traced() -> Iterator[None]:
    tracemalloc.start()
    yield
    tracemalloc.stop()


@pytest.mark.parametrize(("name", "reason"), ROWS, ids=[name for name, _ in ROWS])
def test_a_site_that_misbehaves_leaves_a_gap_with_the_right_reason(name: str, reason: str) -> None:
    found, snapshot = outcome(name)
    assert found == reason
    assert (snapshot is not None) == (reason == OK)


@pytest.mark.parametrize(("robots", "reason"), ROBOTS_ROWS, ids=[name for name, _ in ROBOTS_ROWS])
def test_a_robots_txt_that_misbehaves_is_read_as_rfc_9309_says(robots: str, reason: str) -> None:
    found, snapshot = outcome("good", robots)
    assert found == reason
    if snapshot is not None:
        assert snapshot.body == PAGE


def test_every_misdeed_of_the_server_has_a_row() -> None:
    assert {name.partition("?")[0] for name, _ in ROWS} == set(MISDEEDS)
    assert {name for name, _ in ROBOTS_ROWS} == set(ROBOTS)
    assert len(ROWS) + len(ROBOTS_ROWS) >= 40


def test_a_name_that_changes_its_address_between_two_lookups_is_refused_the_second_time() -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.2"], ["127.0.0.2"]])

    async def flips(host: str, port: int) -> Sequence[str]:
        return next(answers)

    settings = WebSettings(**{**SETTINGS.model_dump(), "allow": ("127.0.0.1/32",)})

    async def go() -> str:
        async with (
            HostileServer() as server,
            PoliteClient(settings, contact="desk@example.org", resolve=flips) as web,
        ):
            page = Request(server.url("good", "flips.test"), source="test", api=True)
            closes = Request(server.url("hangs-up", "flips.test"), source="test", api=True)
            assert (await web.fetch(page)).body == PAGE
            with pytest.raises(FetchError) as failure:  # hangs up, so the next one connects anew
                await web.fetch(closes)
            return failure.value.reason

    assert asyncio.run(go()) == Reason.REFUSED_ADDRESS


def test_many_hostile_pages_at_once_leave_the_client_at_work() -> None:
    """The same client, everything at once, then a plain page."""
    patient = {"first_byte_s": 8, "timeout_s": 10, "per_host_concurrency": 20, "budget_s": 100}
    settings = WebSettings(**{**SETTINGS.model_dump(), **patient})

    async def go() -> tuple[list[Any], bytes]:
        async with (
            HostileServer() as server,
            PoliteClient(settings, contact="desk@example.org", resolve=names) as web,
        ):
            chosen = [name for name, _ in ROWS if "Retry-After" not in name and name != "busy-once"]
            requests = [Request(server.url(n, "news.test"), source="test") for n in chosen]
            tasks = (web.fetch(request) for request in requests)
            results = await asyncio.gather(*tasks, return_exceptions=True)
            again = await web.fetch(Request(server.url("good", "news.test"), source="test"))
            return results, again.body

    results, body = asyncio.run(go())
    assert body == PAGE
    assert all(isinstance(result, FetchError | Snapshot) for result in results)


@pytest.mark.slow
def test_what_hostile_pages_say_is_read_or_refused_but_never_believed() -> None:
    from verify.web.extract import PageExtractor

    order = [name for name, _ in ROWS]
    bodies = ROWS[order.index("no-content-type") : order.index("missing-with-status-200") + 1]
    snapshots = [snapshot for name, _ in bodies if (snapshot := outcome(name)[1])]
    with PageExtractor(time_limit=5) as extract:
        for snapshot in snapshots:
            said = read_by(extract, snapshot)
            assert "\0" not in said
            assert "root:" not in said


def read_by(extract: Callable[[Snapshot], Document], snapshot: Snapshot) -> str:
    """The text, or the name of the reason why there is none."""
    try:
        return extract(snapshot).text
    except SourceError as error:
        return Reason(error.reason).value
