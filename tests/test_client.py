"""The polite client, against a real server on loopback."""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.web.server import PAGE, HostileServer
from verify.archive import Archive
from verify.errors import ConfigError, FetchError
from verify.types import Reason, Request, Snapshot, sha256
from verify.web.client import PoliteClient
from verify.web.freshness import age, is_fresh, lifetime, updated, validators
from verify.web.local import FileFetcher
from verify.web.outages import GivenUp, Outages
from verify.web.pacing import retry_after
from verify.web.router import Router
from verify.web.settings import WebSettings

CONTACT = "desk@example.org"
QUICK = WebSettings(
    allow=("127.0.0.0/8",),
    per_host_interval_s=0,
    backoff_s=0.01,
    timeout_s=20,
    first_byte_s=10,
    budget_s=60,
    retries=1,
)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def ask(url: str, **more: Any) -> Request:
    return Request(url, source="test", **more)


def set_to(**changes: Any) -> WebSettings:
    return WebSettings(**{**QUICK.model_dump(), **changes})


def fetched(
    name: str,
    settings: WebSettings = QUICK,
    robots: str = "absent",
    check: Callable[[HostileServer], None] = lambda server: None,
    **more: Any,
) -> Snapshot:
    """The snapshot of one page of the server, asked for by a client of its own."""

    async def go() -> Snapshot:
        async with HostileServer(robots) as server, PoliteClient(settings, contact=CONTACT) as web:
            snapshot = await web.fetch(ask(server.url(name), **more))
            check(server)
            return snapshot

    return asyncio.run(go())


def reason_of(name: str, settings: WebSettings = QUICK, robots: str = "absent", **more: Any) -> str:
    with pytest.raises(FetchError) as failure:
        fetched(name, settings, robots, **more)
    return failure.value.reason


def test_a_page_comes_back_with_its_bytes_and_their_hash() -> None:
    snapshot = fetched("good")
    assert snapshot.body == PAGE
    assert snapshot.sha256 == sha256(PAGE)
    assert snapshot.status == 200
    assert snapshot.header("content-type") == "text/html; charset=utf-8"


def test_the_client_says_who_calls_and_where_to_complain() -> None:
    said = fetched("echo").body.decode()
    assert f"(+{CONTACT})" in said
    assert "verification-desk/" in said
    assert "accept-encoding: gzip, deflate\n" in said


@pytest.mark.parametrize("contact", ["desk\r\nX-Evil: 1", "büro@example.org"])
def test_a_contact_that_cannot_be_sent_is_refused_before_anything_is(contact: str) -> None:
    with pytest.raises(ConfigError, match="contact"):
        PoliteClient(QUICK, contact=contact)


def test_without_a_contact_nothing_is_asked() -> None:
    async def go() -> int:
        async with HostileServer() as server, PoliteClient(QUICK, contact=" ") as web:
            with pytest.raises(FetchError, match="contact") as failure:
                await web.fetch(ask(server.url("good")))
            assert failure.value.reason == Reason.NOT_CONFIGURED
            return len(server.hits)

    assert asyncio.run(go()) == 0


def test_proxies_in_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert fetched("good").body == PAGE


@pytest.mark.parametrize("name", ["gzipped", "gzipped-in-two-members", "deflated-without-header"])
def test_a_compressed_page_is_the_page(name: str) -> None:
    snapshot = fetched(name)
    assert snapshot.body == PAGE
    assert not snapshot.header("content-encoding")


def test_a_cookie_lives_as_long_as_its_chain_of_redirects() -> None:
    async def go() -> None:
        async with HostileServer() as server, PoliteClient(QUICK, contact=CONTACT) as web:
            await web.fetch(ask(server.url("needs-its-cookie")))
            await web.fetch(ask(server.url("echo")))
            assert "cookie" not in server.asked_for("echo")[0].headers

    asyncio.run(go())


# --- keys ------------------------------------------------------------------------------------

KEY = "k3y-of-the-newsroom"


def test_a_key_reaches_the_site_and_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    asked = ask(
        "http://placeholder/",
        headers=(("X-Token", KEY),),
        secret=("x-token", "key"),
        api=True,
    )

    async def go() -> Snapshot:
        async with HostileServer() as server, PoliteClient(QUICK, contact=CONTACT) as web:
            url = server.url(f"echo?q=bridge&key={KEY}&page=2")
            snapshot = await web.fetch(replace(asked, url=url))
            assert server.hits[0].headers["x-token"] == KEY
            assert f"key={KEY}" in server.hits[0].path
            return snapshot

    snapshot = asyncio.run(go())
    assert "q=bridge&page=2" in snapshot.url
    assert KEY not in repr(snapshot)
    assert KEY not in caplog.text
    with Archive(tmp_path) as archive:
        archive.put(snapshot)
        archive.export_warc(tmp_path / "all.warc.gz")
    assert not [p for p in tmp_path.rglob("*") if p.is_file() and KEY.encode() in p.read_bytes()]


def test_a_key_in_a_posted_body_does_not_stay_in_the_snapshot() -> None:
    body = f'{{"api_key": "{KEY}", "query": "bridge"}}'.encode()
    snapshot = fetched("echo", method="POST", body=body, secret=("api_key",), api=True)
    assert KEY not in repr(snapshot)
    assert b'"query": "bridge"' in snapshot.request.body


def test_a_key_is_not_in_the_error_either() -> None:
    with pytest.raises(FetchError) as failure:
        fetched(f"status?403&key={KEY}", secret=("key",), api=True)
    assert failure.value.reason == Reason.BAD_KEY
    assert KEY not in str(failure.value)


def test_a_key_does_not_follow_a_redirect_to_another_site() -> None:
    settings = set_to(allow=("127.0.0.0/8",))

    async def go() -> None:
        async with (
            HostileServer() as first,
            HostileServer(address="127.0.0.2") as second,
            PoliteClient(settings, contact=CONTACT) as web,
        ):
            url = first.url("redirects-to?" + second.url("echo"))
            await web.fetch(
                ask(
                    url,
                    headers=(("X-Token", KEY), ("Authorization", KEY)),
                    secret=("X-Token", "Authorization"),
                    api=True,
                )
            )
            assert first.hits[0].headers["x-token"] == KEY
            assert "x-token" not in second.hits[0].headers
            assert "authorization" not in second.hits[0].headers

    asyncio.run(go())


def test_a_password_in_an_address_is_neither_sent_nor_kept() -> None:
    async def go() -> Snapshot:
        async with HostileServer() as server, PoliteClient(QUICK, contact=CONTACT) as web:
            return await web.fetch(ask(f"http://user:hunter22@127.0.0.1:{server.port}/echo"))

    snapshot = asyncio.run(go())
    assert "hunter22" not in repr(snapshot)
    assert b"authorization" not in snapshot.body


# --- pace ------------------------------------------------------------------------------------


def test_requests_to_one_host_keep_their_distance() -> None:
    settings = set_to(per_host_interval_s=0.1, per_host_concurrency=5)

    async def go() -> float:
        async with HostileServer() as server, PoliteClient(settings, contact=CONTACT) as web:
            began = time.monotonic()
            urls = [server.url("good") for _ in range(5)]
            await asyncio.gather(*(web.fetch(ask(url, api=True)) for url in urls))
            return time.monotonic() - began

    assert asyncio.run(go()) >= 0.4


def test_one_host_waiting_does_not_hold_up_another() -> None:
    settings = set_to(per_host_interval_s=20)

    async def go() -> float:
        async with (
            HostileServer() as slow,
            HostileServer(address="127.0.0.2") as other,
            PoliteClient(settings, contact=CONTACT) as web,
        ):
            await web.fetch(ask(slow.url("good"), api=True))
            waiting = asyncio.create_task(web.fetch(ask(slow.url("good"), api=True)))
            await asyncio.sleep(0)
            began = time.monotonic()
            await web.fetch(ask(other.url("good"), api=True))
            took = time.monotonic() - began
            waiting.cancel()
            return took

    assert asyncio.run(go()) < 10


def test_no_more_than_the_allowed_number_are_in_flight_at_one_host() -> None:
    settings = set_to(per_host_concurrency=2, timeout_s=60, first_byte_s=60, budget_s=60)

    async def go() -> int:
        async with HostileServer() as server, PoliteClient(settings, contact=CONTACT) as web:
            asked = [ask(server.url("never-answers"), api=True) for _ in range(6)]
            tasks = [asyncio.create_task(web.fetch(request)) for request in asked]
            while len(server.hits) < 2:  # noqa: ASYNC110 — a list tells nobody that it grew
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.2)
            in_flight = len(server.hits)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            return in_flight

    assert asyncio.run(go()) == 2


def test_large_bodies_take_turns_and_all_of_them_come() -> None:
    settings = set_to(per_host_concurrency=6, max_decoded_mb=50, timeout_s=60, budget_s=60)

    async def go() -> list[int]:
        async with HostileServer() as server, PoliteClient(settings, contact=CONTACT) as web:
            asked = (web.fetch(ask(server.url(f"gzip-bomb?{n}"), api=True)) for n in range(6))
            return [len((await fetched).body) for fetched in asyncio.as_completed(list(asked))]

    assert asyncio.run(go()) == [40_000_000] * 6


def test_the_pace_that_a_request_asks_for_is_kept_from_the_second_on() -> None:
    async def go() -> list[float]:
        async with HostileServer() as server, PoliteClient(QUICK, contact=CONTACT) as web:
            times = [time.monotonic()]
            for _ in range(3):
                await web.fetch(ask(server.url("good"), api=True, pause=0.4))
                times.append(time.monotonic())
            return [later - earlier for earlier, later in itertools.pairwise(times)]

    first, *rest = asyncio.run(go())
    assert first < 0.35 + min(rest)  # nothing came before it
    assert all(gap >= 0.35 for gap in rest)


def test_an_interface_that_says_not_now_with_status_200_is_asked_again_later() -> None:
    began = time.monotonic()
    assert fetched("not-now-once", api=True).body == PAGE
    assert time.monotonic() - began >= 0.9
    assert fetched("not-now-once").body != PAGE  # of a page, the header says nothing


def test_what_an_interface_says_of_its_failure_is_repeated_and_decides_the_reason() -> None:
    with pytest.raises(FetchError, match="quota is used up") as failure:
        fetched("fails-with-words", api=True, refusals=(("QUOTA", Reason.RATE_LIMITED),))
    assert failure.value.reason == Reason.RATE_LIMITED
    with pytest.raises(FetchError) as plain:
        fetched("fails-with-words")
    assert plain.value.reason == Reason.BAD_ANSWER
    assert "quota" not in plain.value.detail


def test_a_crawl_delay_is_kept() -> None:
    async def go() -> float:
        async with (
            HostileServer("wants-a-pause") as server,
            PoliteClient(QUICK, contact=CONTACT) as web,
        ):
            await web.fetch(ask(server.url("good")))
            began = time.monotonic()
            await web.fetch(ask(server.url("good")))
            return time.monotonic() - began

    assert asyncio.run(go()) >= 0.25


def test_retry_after_is_waited_for() -> None:
    began = time.monotonic()
    assert fetched("busy-once", api=True).body == PAGE
    assert time.monotonic() - began >= 0.9


def test_a_host_that_wants_an_hour_of_silence_gets_it() -> None:
    async def go() -> tuple[FetchError, FetchError, int]:
        async with HostileServer() as server, PoliteClient(QUICK, contact=CONTACT) as web:
            errors = []
            for name in ("status?429&Retry-After=3600", "good"):
                with pytest.raises(FetchError) as failure:
                    await web.fetch(ask(server.url(name), api=True))
                errors.append(failure.value)
            return errors[0], errors[1], len(server.hits)

    first, second, hits = asyncio.run(go())
    assert (first.reason, second.reason) == (Reason.RATE_LIMITED, Reason.RATE_LIMITED)
    assert first.retry_after == 3600
    assert hits == 1


def test_what_failed_once_is_asked_again_and_what_is_gone_is_not() -> None:
    def asked(times: int, name: str) -> Callable[[HostileServer], None]:
        def check(server: HostileServer) -> None:
            assert len(server.asked_for(name)) == times

        return check

    assert fetched("resets-once", check=asked(2, "resets-once")).body == PAGE

    async def go() -> int:
        async with HostileServer() as server, PoliteClient(QUICK, contact=CONTACT) as web:
            with pytest.raises(FetchError):
                await web.fetch(ask(server.url("status?410")))
            return len(server.asked_for("status"))

    assert asyncio.run(go()) == 1


def test_a_site_that_nobody_reaches_is_given_up_after_a_few_tries_and_its_neighbour_is_not() -> (
    None
):
    tried: list[int] = []

    async def nobody(host: str, port: int) -> list[str]:
        if host != "127.0.0.1":
            tried.append(port)
            raise OSError("no such host")
        return [host]

    async def go() -> list[FetchError | Snapshot]:
        async with (
            HostileServer() as server,
            PoliteClient(set_to(retries=2), contact=CONTACT, resolve=nobody) as web,
        ):
            urls = [f"http://gone.test/{n}" for n in range(40)]
            asked = [web.fetch(ask(url, api=True)) for url in urls]
            answers = await asyncio.gather(*asked, return_exceptions=True)
            return [*answers, await web.fetch(ask(server.url("good"), api=True))]

    *failed, page = asyncio.run(go())
    assert {f.reason for f in failed if isinstance(f, FetchError)} == {Reason.UNREACHABLE}
    assert len(failed) == 40
    assert len(tried) <= 6
    assert isinstance(page, Snapshot)


def test_a_site_that_is_given_up_is_tried_again_after_a_while_and_forgiven_once_it_answers() -> (
    None
):
    now = 0.0
    outages = Outages(lambda: now)

    def miss(reason: Reason) -> None:
        with suppress(FetchError), outages.trying("http://a.test"):
            raise FetchError(reason, "")

    for reason in (Reason.NOT_FOUND, Reason.UNREACHABLE, Reason.UNREACHABLE, Reason.TIMEOUT):
        outages.refuse("http://a.test")
        miss(reason)
    with pytest.raises(GivenUp):
        outages.refuse("http://a.test")
    now = 61.0
    outages.refuse("http://a.test")
    miss(Reason.TIMEOUT)
    with pytest.raises(GivenUp):
        outages.refuse("http://a.test")
    with outages.trying("http://a.test") as answered:
        answered()
    miss(Reason.TIMEOUT)
    outages.refuse("http://a.test")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("Sun, 01 Mar 2026 12:02:00 GMT", 120.0),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0.0),
        ("soon", None),
        ("", None),
        ("-5", None),
        ("9" * 40, None),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


# --- budget ----------------------------------------------------------------------------------


def test_the_time_budget_of_an_article_ends_what_is_under_way() -> None:
    began = time.monotonic()
    assert reason_of("never-answers", set_to(budget_s=0.3)) == Reason.BUDGET
    assert time.monotonic() - began < 5


def test_each_article_has_a_budget_of_its_own() -> None:
    async def go() -> bytes:
        settings = set_to(budget_s=2)
        async with HostileServer() as server, PoliteClient(settings, contact=CONTACT) as web:
            await asyncio.sleep(2.1)
            with pytest.raises(FetchError) as failure:
                await web.fetch(ask(server.url("good")))
            assert failure.value.reason == Reason.BUDGET
            return (await web.article().fetch(ask(server.url("good")))).body

    assert asyncio.run(go()) == PAGE


def test_a_turn_that_comes_after_the_budget_is_not_waited_for() -> None:
    async def go() -> float:
        settings = set_to(per_host_interval_s=60, budget_s=10)
        async with HostileServer() as server, PoliteClient(settings, contact=CONTACT) as web:
            await web.fetch(ask(server.url("good"), api=True))
            began = time.monotonic()
            with pytest.raises(FetchError) as failure:
                await web.fetch(ask(server.url("good"), api=True))
            assert failure.value.reason == Reason.BUDGET
            return time.monotonic() - began

    assert asyncio.run(go()) < 5


# --- robots.txt ------------------------------------------------------------------------------


def test_robots_txt_is_asked_once_for_a_site() -> None:
    async def go() -> int:
        async with HostileServer("empty") as server, PoliteClient(QUICK, contact=CONTACT) as web:
            await asyncio.gather(*(web.fetch(ask(server.url("good"))) for _ in range(5)))
            return len(server.asked_for("robots.txt"))

    assert asyncio.run(go()) == 1


def test_robots_txt_is_for_pages_and_not_for_interfaces_made_for_programs() -> None:
    assert reason_of("good", robots="forbids-all") == Reason.ROBOTS
    assert reason_of("good", robots="forbids-all", purpose="article") == Reason.ROBOTS
    assert fetched("good", robots="forbids-all", api=True).body == PAGE
    assert fetched("good", set_to(respect_robots=False), robots="forbids-all").body == PAGE


def test_robots_txt_counts_for_the_page_a_redirect_leads_to() -> None:
    assert reason_of("redirects-to?/good", robots="forbids-a-folder") == Reason.ROBOTS


# --- redirects -------------------------------------------------------------------------------


def test_a_snapshot_bears_the_address_the_redirects_led_to() -> None:
    assert fetched("redirects-to?/good").url.endswith("/good")


def test_a_post_becomes_a_get_where_the_site_says_see_other() -> None:
    snapshot = fetched("sees-other", method="POST", body=b"a=1", api=True)
    assert snapshot.body.startswith(b"GET /echo")
    kept = fetched("redirects-to?/echo", method="POST", body=b"a=1", api=True)
    assert kept.body.startswith(b"POST /echo")
    assert kept.body.endswith(b"a=1")


# --- RFC 9111 --------------------------------------------------------------------------------


def twice(name: str, tmp_path: Path, second: dict[str, Any] | None = None) -> tuple[Any, Any, int]:
    """The same page asked for twice, the first answer being in the archive."""

    async def go() -> tuple[Snapshot, Snapshot, int]:
        with Archive(tmp_path) as archive:
            async with (
                HostileServer() as server,
                PoliteClient(QUICK, contact=CONTACT, archive=archive) as web,
            ):
                request = ask(server.url(name), api=True)
                one = await web.fetch(request)
                archive.put(one)
                two = await web.fetch(replace(request, **(second or {})))
                return one, two, len(server.hits)

    return asyncio.run(go())


def test_a_fresh_answer_is_not_asked_for_again(tmp_path: Path) -> None:
    one, two, hits = twice("fresh-for-a-minute", tmp_path, {"claim_id": "c2"})
    assert hits == 1
    assert (two.body, two.fetched_at) == (one.body, one.fetched_at)
    assert two.request.claim_id == "c2"


def test_an_answer_with_a_tag_is_asked_for_conditionally(tmp_path: Path) -> None:
    one, two, hits = twice("with-a-tag", tmp_path)
    assert hits == 2
    assert (two.status, two.body, two.sha256) == (200, one.body, one.sha256)
    assert two.fetched_at > one.fetched_at
    assert two.header("x-seen") == "again"


def test_a_run_that_is_taken_up_does_not_ask_again_for_what_the_archive_got(
    tmp_path: Path,
) -> None:
    async def go() -> int:
        async with HostileServer() as server:
            with Archive(tmp_path) as archive:
                client = PoliteClient(QUICK, contact=CONTACT, archive=archive)
                async with client as web:
                    request = ask(server.url("good"), api=True)
                    begun = datetime.now(UTC)
                    archive.put(await web.fetch(request))
                    later = datetime.now(UTC) + timedelta(hours=1)
                    taken_up = await web.article(begun).fetch(request)
                    assert taken_up.body == PAGE
                    assert len(server.asked_for("good")) == 1
                    await web.article(later).fetch(request)
            return len(server.asked_for("good"))

    assert asyncio.run(go()) == 2


def test_an_answer_that_names_no_lifetime_is_asked_for_again(tmp_path: Path) -> None:
    assert twice("good", tmp_path)[2] == 2


def stored(*headers: tuple[str, str], seconds_ago: float = 10) -> Snapshot:
    when = NOW - timedelta(seconds=seconds_ago)
    request = ask("http://a.example/")
    return Snapshot(request.url, 200, headers, b"x", when, sha256(b"x"), request)


@pytest.mark.parametrize(
    ("headers", "fresh"),
    [
        ([("cache-control", "max-age=60")], True),
        ([("cache-control", "max-age=5")], False),
        ([("cache-control", "max-age=60"), ("age", "55")], False),
        ([("cache-control", "max-age=60, no-cache")], False),
        ([("cache-control", "max-age=60"), ("cache-control", "no-store")], False),
        ([("cache-control", "private, max-age=60")], True),
        ([("cache-control", "max-age=never")], False),
        ([("cache-control", "max-age=60"), ("vary", "Accept-Encoding")], True),
        ([("cache-control", "max-age=60"), ("vary", "*")], False),
        ([("cache-control", "max-age=60"), ("date", "Sun, 01 Mar 2026 11:00:00 GMT")], False),
        ([("expires", "Sun, 01 Mar 2026 12:30:00 GMT")], True),
        ([("expires", "Sun, 01 Mar 2026 11:30:00 GMT")], False),
        ([("expires", "0")], False),
        ([("last-modified", "Mon, 01 Jan 2024 00:00:00 GMT")], False),
        ([], False),
    ],
)
def test_freshness_is_what_rfc_9111_calls_fresh(
    headers: list[tuple[str, str]], fresh: bool
) -> None:
    answer = stored(*headers)
    assert is_fresh(answer, answer.request, NOW) is fresh


def test_an_answer_that_varies_on_a_header_is_for_that_header_only() -> None:
    answer = stored(("cache-control", "max-age=60"), ("vary", "Accept"))
    other = replace(answer.request, headers=(("Accept", "application/json"),))
    assert is_fresh(answer, answer.request, NOW)
    assert not is_fresh(answer, other, NOW)


def test_a_304_renews_the_headers_but_not_those_of_the_body() -> None:
    old = (("etag", '"1"'), ("content-type", "text/html"), ("cache-control", "max-age=1"))
    new = (("etag", '"2"'), ("content-type", "text/plain"), ("cache-control", "max-age=9"))
    assert dict(updated(old, new)) == {
        "etag": '"2"',
        "content-type": "text/html",
        "cache-control": "max-age=9",
    }
    assert validators(stored(("etag", '"1"'))) == (("if-none-match", '"1"'),)
    assert lifetime(stored(), {}) == 0
    assert age(stored(seconds_ago=7), NOW) == 7


# --- local files and the router --------------------------------------------------------------


def local(path: Path, root: Path, **more: Any) -> Snapshot:
    return asyncio.run(FileFetcher([root], **more).fetch(ask(path.as_uri())))


def test_a_file_below_a_configured_folder_is_a_snapshot_like_any_other(tmp_path: Path) -> None:
    note = tmp_path / "a note über.md"
    note.write_bytes(b"# Bridge")
    snapshot = local(note, tmp_path)
    assert (snapshot.status, snapshot.body) == (200, b"# Bridge")
    assert snapshot.header("content-type") == "text/markdown"


def test_a_file_outside_the_configured_folders_is_not_read(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_text("private")
    (inside / "link.txt").symlink_to(secret)
    for path in (secret, inside / "link.txt"):
        with pytest.raises(FetchError) as failure:
            local(path, inside)
        assert failure.value.reason == Reason.REFUSED_ADDRESS
    with pytest.raises(FetchError) as failure:
        asyncio.run(FileFetcher([inside]).fetch(ask(f"{inside.as_uri()}/../secret.txt")))
    assert failure.value.reason == Reason.REFUSED_ADDRESS


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", Reason.NOT_FOUND),
        ("folder", Reason.UNSUPPORTED_TYPE),
        ("large.txt", Reason.TOO_LARGE),
        ("empty.txt", Reason.EMPTY),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, name: str, reason: Reason) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "large.txt").write_bytes(b"x" * 1001)
    (tmp_path / "empty.txt").touch()
    with pytest.raises(FetchError) as failure:
        local(tmp_path / name, tmp_path, max_mb=0.001)
    assert failure.value.reason == reason


@pytest.mark.parametrize(
    ("url", "offline", "reason"),
    [
        ("http://a.example/", True, Reason.OFFLINE),
        ("https://a.example/", False, Reason.OFFLINE),
        ("ftp://a.example/", False, Reason.REFUSED_ADDRESS),
        ("data:text/html,x", False, Reason.REFUSED_ADDRESS),
        ("http://[", False, Reason.BAD_ANSWER),
    ],
)
def test_an_address_that_nobody_serves_is_a_gap(url: str, offline: bool, reason: Reason) -> None:
    router = Router(files=FileFetcher([]), http=None, offline=offline)
    with pytest.raises(FetchError) as failure:
        asyncio.run(router.fetch(ask(url)))
    assert failure.value.reason == reason


# --- settings --------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", ["http://localhost", "10.0.0.0/40", "wiki.intranet/x", "a b"])
def test_an_entry_of_allow_that_is_no_host_is_refused(entry: str) -> None:
    with pytest.raises(ValueError, match="neither a host name"):
        WebSettings(allow=(entry,))


def test_an_unknown_setting_is_an_error() -> None:
    with pytest.raises(ValueError, match="extra"):
        WebSettings.model_validate({"time_out": 3})


# --- TLS and HTTP/2 --------------------------------------------------------------------------


async def at_home(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


def over_tls(tmp_path: Path, host: str, trusted: bool) -> tuple[Snapshot, list[str]]:
    secure = pytest.importorskip("tests.web.secure", exc_type=ImportError)
    cert, key = secure.certificate(tmp_path, "secure.test")
    settings = set_to(ca_file=cert if trusted else None)

    async def go() -> tuple[Snapshot, list[str]]:
        async with (
            secure.h2_server(cert, key, PAGE) as (port, asked),
            PoliteClient(settings, contact=CONTACT, resolve=at_home) as web,
        ):
            return await web.fetch(ask(f"https://{host}:{port}/page", api=True)), asked

    return asyncio.run(go())


def test_http_2_is_spoken_where_offered_and_the_name_stays_though_the_socket_goes_to_a_number(
    tmp_path: Path,
) -> None:
    snapshot, asked = over_tls(tmp_path, "secure.test", trusted=True)
    assert snapshot.body == PAGE
    assert [authority.partition(":")[0] for authority in asked] == ["secure.test"]


@pytest.mark.parametrize(("host", "trusted"), [("secure.test", False), ("other.test", True)])
def test_a_certificate_that_does_not_hold_is_no_connection(
    tmp_path: Path, host: str, trusted: bool
) -> None:
    with pytest.raises(FetchError) as failure:
        over_tls(tmp_path, host, trusted)
    assert failure.value.reason == Reason.UNREACHABLE


def test_the_benchmark_prints_one_line_with_its_bound() -> None:
    command = "-m benchmarks.web --pages 12 --hosts 4 --latency 0.01 --interval 0.01".split()
    run = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True)
    (line,) = run.stdout.splitlines()
    result = json.loads(line)
    assert result["n"] == 12
    assert 1 <= result["in_flight_per_host"] <= 2
    assert result["wall_s"] >= result["bound_s"] * 0.9
