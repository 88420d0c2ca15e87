"""What goes on around the pipeline: runs, batches, watches, rechecks. No Prefect server."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flows.batch import in_shard, manifest, outcome, remaining, run_batch
from flows.digests import Change, digest
from flows.environment import quiet_environment
from flows.hosts import HostShares
from flows.job import Checked, Job, Order, carry_out
from flows.listings import listed
from flows.logs import configure
from flows.rechecking import recheck_all, text_changes
from flows.watching import one_round
from tests.flow_desk import SOURCE, Pages, ThumbDesk, desk, settings
from tests.web.server import HostileServer
from verify.errors import UsageError, VerifyError
from verify.store import Store
from verify.store.database import connect
from verify.types import Article, Label, Reason, Request
from verify.web.client import PoliteClient
from verify.web.settings import WebSettings

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime(2025, 12, 21, 8, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with connect(f"sqlite:///{tmp_path}/desk.sqlite") as opened:
        yield opened


@pytest.fixture
def order(tmp_path: Path) -> Order:
    return Order(tmp_path / "reports", ("md", "json"))


def write(folder: Path, **texts: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return [str(folder / f"{name}.txt") for name in texts]


async def collect(stream: Any) -> list[Any]:
    return [one async for one in stream]


# --- one article -----------------------------------------------------------------------------


def test_a_run_leaves_a_report_and_a_record_of_it(
    tmp_path: Path, store: Store, order: Order
) -> None:
    (origin,) = write(tmp_path / "in", bridge="A bridge\nThis is false.")
    checked = asyncio.run(carry_out(Job(origin, desk(tmp_path), order, store=store, now=NOW)))
    assert checked.folder is not None
    written = json.loads((checked.folder / "report.json").read_text())
    assert "refuted" in {c["verdict"]["label"] for c in written["claims"]}
    (line,) = store.reports()
    assert Path(line.folder) == checked.folder.resolve()


def test_the_provenance_tells_how_long_each_stage_took(tmp_path: Path, order: Order) -> None:
    (origin,) = write(tmp_path / "in", bridge="A bridge\nThis is true.")
    checked = asyncio.run(carry_out(Job(origin, desk(tmp_path), order)))
    assert checked.report is not None
    assert [stage for stage, _ in checked.report.provenance.timings] == ["reading", "claims"]


def test_a_run_logs_one_line_a_stage_with_its_ids_and_no_text(
    tmp_path: Path, order: Order, capsys: pytest.CaptureFixture[str]
) -> None:
    (origin,) = write(tmp_path / "in", bridge="A bridge\nThis is false.")
    logger = logging.getLogger("verify")
    try:
        configure({"VERIFY_LOG": "info"})
        configure({"VERIFY_LOG": "info"})
        checked = asyncio.run(carry_out(Job(origin, desk(tmp_path), order)))
    finally:
        logger.handlers.clear()
        logger.setLevel(logging.NOTSET)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["stage"] for line in lines] == ["reading", "claims", "verdicts"]
    assert checked.report is not None
    assert lines[-1]["article"] == checked.report.article.sha256[:12]
    assert lines[-1]["claims"] == {"c0": "not_enough_evidence", "c1": "refuted"}
    assert "This is false" not in str(lines)


def test_a_locked_database_costs_the_record_and_not_the_report(
    tmp_path: Path, store: Store, order: Order
) -> None:
    (origin,) = write(tmp_path / "in", bridge="A bridge\nThis is true.")
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(tmp_path / "desk.sqlite")) as other:
        other.execute("BEGIN IMMEDIATE")
        checked = asyncio.run(carry_out(Job(origin, desk(tmp_path), order, store=store)))
    assert checked.folder is not None
    assert (checked.folder / "report.md").exists()
    assert "not recorded" in checked.note


def test_a_folder_that_cannot_be_written_is_one_line_and_a_failed_run(
    tmp_path: Path, store: Store
) -> None:
    (origin,) = write(tmp_path / "in", bridge="A bridge")
    (tmp_path / "taken").write_text("a file where the folder should be")
    job = Job(origin, desk(tmp_path), Order(tmp_path / "taken"), store=store)
    with pytest.raises(VerifyError, match="cannot be written") as caught:
        asyncio.run(carry_out(job))
    assert "\n" not in str(caught.value)
    assert [line.error for line in store.reports(state="failed")] == [str(caught.value)]


def test_a_full_disk_is_one_line_and_leaves_no_half_report(tmp_path: Path) -> None:
    (origin,) = write(tmp_path / "in", bridge="A bridge\n" + "This is true.\n" * 200)
    script = textwrap.dedent(f"""
        import asyncio, resource, signal, sys
        from pathlib import Path
        from flows.job import Job, Order, guarded
        from tests.flow_desk import desk
        # A file may not grow beyond this: to the program it is as if the disk were full.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        order = Order(Path({str(tmp_path / "reports")!r}))
        print(asyncio.run(guarded(Job({origin!r}, desk(Path({str(tmp_path)!r})), order))).error)
    """)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert "cannot be written" in done.stdout, done.stderr
    assert list((tmp_path / "reports").rglob("*report*")) == []


# --- batches ---------------------------------------------------------------------------------


def test_one_bad_article_never_stops_the_rest(tmp_path: Path, store: Store, order: Order) -> None:
    good = write(tmp_path / "in", a="One\ntrue", c="Three\nfalse")
    origins = [good[0], str(tmp_path / "missing.txt"), good[1]]
    done = asyncio.run(collect(run_batch(origins, desk(tmp_path), order, store=store)))
    by = {o.origin: o for o in done}
    assert "cannot be read" in by[origins[1]].error
    assert dict(by[good[1]].labels)["refuted"] == 1
    assert len(done) == 3


def test_a_fault_of_the_program_on_one_article_never_stops_the_rest(
    tmp_path: Path, order: Order
) -> None:
    def trip(article: Article) -> None:
        if "trap" in article.text:
            raise ZeroDivisionError("division by zero")

    origins = write(tmp_path / "in", a="trap", b="fine\ntrue")
    done = asyncio.run(collect(run_batch(origins, desk(tmp_path, during=trip), order)))
    assert {bool(o.error) for o in done} == {True, False}
    assert any("unexpected ZeroDivisionError" in o.error for o in done)


def test_a_slow_reader_holds_a_batch_back(tmp_path: Path, order: Order) -> None:
    working = desk(tmp_path)
    origins = write(tmp_path / "in", **{f"n{n}": f"Number {n}\ntrue" for n in range(12)})

    async def read_slowly() -> int:
        stream = run_batch(origins, working, order, at_once=2)
        await anext(stream)
        await asyncio.sleep(0.3)
        ahead = len(working.verified)
        await stream.aclose()
        return ahead

    assert asyncio.run(read_slowly()) <= 3


class Resumable(Pages):
    """Pages that remember from when on the archive's answers were good enough."""

    since: datetime | None = None

    def article(self, since: datetime | None = None) -> Resumable:
        self.since = since
        return self


@dataclass(frozen=True)
class FrozenDesk:
    """A desk as the product's is: another fetcher makes another desk."""

    inner: ThumbDesk
    fetcher: Resumable

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


@pytest.mark.parametrize(("hours", "taken_up"), [(1, True), (25, False)])
def test_a_run_that_was_killed_is_taken_up_with_what_the_archive_got_since(
    tmp_path: Path, store: Store, order: Order, hours: int, taken_up: bool
) -> None:
    (origin,) = write(tmp_path / "in", bridge="A bridge\nThis is true.")
    working = FrozenDesk(desk(tmp_path), Resumable())
    killed = NOW - timedelta(hours=hours)
    article = asyncio.run(working.read(origin))
    store.begin(article, origin=origin, now=killed)
    job: Any = Job(origin, working, order, store=store, now=NOW)
    asyncio.run(carry_out(job))
    assert working.fetcher.since == (killed if taken_up else None)
    assert store.unfinished(origin) is None


def test_what_a_batch_has_done_is_not_done_again(
    tmp_path: Path, store: Store, order: Order
) -> None:
    origins = write(tmp_path / "in", a="One", b="Two")
    named = Order(order.out, order.formats, batch="night")
    asyncio.run(collect(run_batch(origins[:1], desk(tmp_path), named, store=store)))
    assert remaining(store, "night", origins) == (origins[1],)


def test_shards_share_the_articles_without_overlap_or_loss() -> None:
    origins = [f"https://paper.test/{n}" for n in range(500)]
    shards = [in_shard(origins, n, 4) for n in range(4)]
    assert sorted(o for shard in shards for o in shard) == sorted(origins)
    assert min(map(len, shards)) > 80
    assert set(in_shard(origins[::-1], 1, 4)) == set(shards[1])
    with pytest.raises(UsageError, match="no shard 4 of 4"):
        in_shard(origins, 4, 4)


def test_workers_with_one_store_count_each_other_at_a_host_and_forget_the_dead(
    tmp_path: Path, store: Store
) -> None:
    now = 0.0

    async def shares(who: str, at_least: int = 1) -> int:
        return await HostShares(store, at_least, holder=who, clock=lambda: now)("paper.test")

    counted = [asyncio.run(shares(who)) for who in ("one", "two", "two", "three")]
    assert counted == [1, 2, 2, 3]
    assert asyncio.run(shares("one", at_least=4)) == 4
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE leases SET until = 1 WHERE name LIKE '%/three'")
    assert asyncio.run(shares("one")) == 2


def test_two_workers_of_one_store_together_keep_to_the_pace_of_one(store: Store) -> None:
    web = WebSettings(allow=("127.0.0.1",), per_host_interval_s=0.05, per_host_concurrency=4)

    async def worker(who: str, server: HostileServer) -> None:
        sharing = HostShares(store, 2, holder=who)
        async with PoliteClient(web, contact="desk@example.org", sharing=sharing) as client:
            asked = (Request(server.url("good"), "test", api=True) for _ in range(8))
            await asyncio.gather(*map(client.fetch, asked))

    async def both() -> float:
        async with HostileServer() as server:
            begun = time.monotonic()
            await asyncio.gather(worker("one", server), worker("two", server))
            assert len(server.hits) == 16
            return time.monotonic() - begun

    assert asyncio.run(both()) >= 7 * 0.1  # eight each, a tenth of a second apart


def test_a_list_of_articles_takes_paths_addresses_and_comments(tmp_path: Path) -> None:
    listing = tmp_path / "list.txt"
    listing.write_text("# today\na.txt\nhttps://paper.test/1#top\n\na.txt\nb.txt # later\n")
    assert manifest(listing) == (
        str(tmp_path / "a.txt"),
        "https://paper.test/1#top",
        str(tmp_path / "b.txt"),
    )
    with pytest.raises(UsageError, match="cannot be read"):
        manifest(tmp_path / "none.txt")


@pytest.mark.slow
def test_after_kills_at_any_moment_every_article_is_reported_exactly_once(tmp_path: Path) -> None:
    names = {f"n{n:02}": f"Number {n}\nThis is false.\nThis is true." for n in range(20)}
    origins = write(tmp_path / "in", **names)
    kills = kill_at_random(tmp_path, kills=10)
    assert kills >= 8  # the last may come when all is done
    with connect(f"sqlite:///{tmp_path}/desk.sqlite") as store:
        done = store.reports(superseded=True, limit=1000)
        assert sorted(line.origin for line in done) == sorted(origins)
        assert {line.superseded_by for line in done} == {""}
        assert store.reports(state="begun") == ()
    folders = [p for p in (tmp_path / "reports").iterdir() if p.is_dir()]
    assert len(folders) == len(origins)
    for folder in folders:
        assert len(json.loads((folder / "report.json").read_text())["claims"]) == 3
        assert (folder / "report.md").read_text().endswith("\n")


KILLED = """
import asyncio, os, random, signal, sys, time
from pathlib import Path
from flows.batch import remaining, run_batch
from flows.job import Order
from tests.flow_desk import desk
from verify.store.database import connect

base, kills = Path(sys.argv[1]), int(sys.argv[2])
origins = sorted(map(str, (base / "in").iterdir()))

async def go():
    with connect(f"sqlite:///{base}/desk.sqlite") as store:
        left = remaining(store, "b", origins)
        slow = desk(base, during=lambda article: time.sleep(0.1))
        async for one in run_batch(left, slow, Order(base / "reports", batch="b"), store=store):
            pass

done = 0
for attempt in range(kills + 1):
    child = os.fork()  # what is imported once need not be imported again for each kill
    if child == 0:
        asyncio.run(go())
        os._exit(0)
    if attempt < kills:
        time.sleep(random.uniform(0.01, 0.25))
        os.kill(child, signal.SIGKILL)
    done += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
print(done)
"""


def kill_at_random(base: Path, kills: int) -> int:
    """Start the batch again and again, kill it at random moments, then let it end."""
    command = [sys.executable, "-c", KILLED, str(base), str(kills)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.stderr == ""
    return int(done.stdout)


# --- watching --------------------------------------------------------------------------------


def rounds(working: Any, store: Store, order: Order) -> list[Checked]:
    return asyncio.run(collect(one_round(working, store, order)))


def test_new_and_changed_articles_of_a_folder_are_checked_once(
    tmp_path: Path, store: Store, order: Order
) -> None:
    write(tmp_path / "in", a="One\ntrue", b="Two\ntrue")
    working = desk(tmp_path, watch={"folders": (Path("in"),)})
    assert len(rounds(working, store, order)) == 2
    assert rounds(working, store, order) == []
    write(tmp_path / "in", b="Two\nfalse", c="Three\ntrue")
    assert [Path(c.origin).name for c in rounds(working, store, order)] == ["b.txt", "c.txt"]


def test_an_article_that_failed_is_tried_again_and_the_rest_is_not(
    tmp_path: Path, store: Store, order: Order
) -> None:
    (tmp_path / "list.txt").write_text("in/a.txt\nin/late.txt\n")
    write(tmp_path / "in", a="One\ntrue")
    working = desk(tmp_path, watch={"lists": (Path("list.txt"),)})
    first = rounds(working, store, order)
    assert [bool(c.error) for c in first] == [False, True]
    write(tmp_path / "in", late="Late\ntrue")
    assert [Path(c.origin).name for c in rounds(working, store, order)] == ["late.txt"]


def test_a_page_whose_stamp_changed_but_not_its_text_is_not_checked_again(
    tmp_path: Path, store: Store, order: Order
) -> None:
    pages = Pages({"https://paper.test/f": feed("Mon"), "https://paper.test/1": b"One\ntrue"})
    working = desk(tmp_path, pages=pages, watch={"feeds": ("https://paper.test/f",)})
    assert len(rounds(working, store, order)) == 1
    pages.pages["https://paper.test/f"] = feed("Tue")
    assert rounds(working, store, order) == []
    before = len(pages.asked)
    assert rounds(working, store, order) == []
    assert pages.asked[before:] == ["https://paper.test/f"]


def test_two_overlapping_rounds_check_an_article_once(
    tmp_path: Path, store: Store, order: Order
) -> None:
    write(tmp_path / "in", **{f"n{n}": f"Number {n}\ntrue" for n in range(6)})
    working = desk(tmp_path, watch={"folders": (Path("in"),)})

    async def both() -> list[Checked]:
        with connect(f"sqlite:///{tmp_path}/desk.sqlite") as other:
            found = await asyncio.gather(
                collect(one_round(working, store, order)),
                collect(one_round(working, other, order)),
            )
        return [c for one in found for c in one]

    checked = asyncio.run(both())
    assert len(checked) == 6
    assert sorted(working.verified) == sorted({c.origin for c in checked})


def test_a_listing_that_cannot_be_read_does_not_hide_the_others(
    tmp_path: Path, store: Store, order: Order
) -> None:
    write(tmp_path / "in", a="One\ntrue")
    watch = {"folders": (Path("gone"), Path("in")), "feeds": ("https://paper.test/gone",)}
    found = rounds(desk(tmp_path, watch=watch), store, order)
    assert [bool(c.error) for c in found] == [True, True, False]


def feed(updated: str) -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title><item>'
        f"<title>One</title><link>https://paper.test/1</link><description>{updated}</description>"
        "<pubDate>Sat, 20 Dec 2025 07:00:00 GMT</pubDate></item></channel></rss>"
    ).encode()


NEWS_SITEMAP = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://paper.test/2</loc><news:news>
<news:publication_date>2025-12-19T07:00:00Z</news:publication_date><news:title>Two</news:title>
</news:news></url><url><loc>https://paper.test/3</loc></url></urlset>"""

INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://paper.test/news.xml</loc></sitemap></sitemapindex>"""


def test_feeds_and_sitemaps_name_articles_with_their_dates(tmp_path: Path) -> None:
    pages = {
        "https://paper.test/f": feed("x"),
        "https://paper.test/index.xml": INDEX,
        "https://paper.test/news.xml": NEWS_SITEMAP,
    }
    wanted = settings(
        tmp_path, feeds=("https://paper.test/f",), sitemaps=("https://paper.test/index.xml",)
    )
    found, unread = asyncio.run(listed(wanted, Pages(pages)))
    assert unread == ()
    assert {e.origin[-1]: str(e.published) for e in found} == {
        "1": "2025-12-20",
        "2": "2025-12-19",
        "3": "None",
    }
    assert [bool(e.stamp) for e in found] == [True, True, False]


def test_a_feed_with_a_document_type_and_a_page_that_is_no_feed_are_refused(
    tmp_path: Path,
) -> None:
    bomb = b'<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel/></rss>'
    pages = {"https://a.test/": bomb, "https://b.test/": b"<html><body>Hello</body></html>"}
    addresses = ("https://a.test/", "https://b.test/")
    _, as_feeds = asyncio.run(listed(settings(tmp_path, feeds=addresses), Pages(pages)))
    _, as_maps = asyncio.run(listed(settings(tmp_path, sitemaps=addresses), Pages(pages)))
    assert [len(as_feeds), len(as_maps)] == [2, 2]
    assert "document type" in as_feeds[0].error


# --- rechecking ------------------------------------------------------------------------------


def recheck(working: Any, store: Store, order: Order) -> list[Change]:
    again = Order(order.out / "rechecks" / "today", order.formats)
    return asyncio.run(collect(recheck_all(store.reports(), working, store, again)))


def test_a_recheck_finds_flips_changed_sentences_corrections_and_dead_links(
    tmp_path: Path, store: Store, order: Order
) -> None:
    origin = "https://paper.test/1"
    pages = Pages({origin: b"A bridge\nThe bridge is new.\nIt cost 3 million: true."})
    working = desk(tmp_path, pages=pages)
    asyncio.run(carry_out(Job(origin, working, order, store=store)))
    pages.pages[origin] = (
        b"A bridge\nThe bridge is new.\nIt cost 4 million: true.\n"
        b"Correction: an earlier version gave a wrong cost."
    )
    pages.pages[SOURCE] = Reason.GONE
    (change,) = recheck(working, store, order)
    assert change.text[:2] == ("- It cost 3 million: true.", "+ It cost 4 million: true.")
    assert change.corrections == ("Correction: an earlier version gave a wrong cost.",)
    assert change.dead == (SOURCE,)
    assert change.vanished == ("It cost 3 million: true.",)
    assert change.checked.report is not None
    assert any("a link died" in note for note in change.checked.report.notes)


def test_a_verdict_that_flipped_is_in_the_report_and_the_old_one_points_to_it(
    tmp_path: Path, store: Store, order: Order
) -> None:
    (origin,) = write(tmp_path / "in", bridge="A bridge\nIt opened in May.")
    before = asyncio.run(carry_out(Job(origin, desk(tmp_path), order, store=store)))
    today = desk(tmp_path)
    today._verdicts = lambda article: [
        v if v.claim.id == "c0" else refuted(v) for v in ThumbDesk._verdicts(today, article)
    ]
    (change,) = recheck(today, store, order)
    assert [(f.before, f.after) for f in change.flips] == [
        (Label.NOT_ENOUGH_EVIDENCE, Label.REFUTED)
    ]
    assert change.checked.folder is not None
    assert "was not_enough_evidence, is refuted" in str(change.checked.report)
    assert before.folder is not None
    assert str(change.checked.folder) in (before.folder / "SUPERSEDED.md").read_text()
    assert (before.folder / "report.md").exists()
    assert change.checked.folder == order.out / f"{before.folder.name}-recheck-today"
    (line,) = store.reports()
    assert Path(line.folder) == change.checked.folder.resolve()
    page = digest([change], NOW)
    assert "1 reports rechecked, 1 with something new, 1 verdicts changed" in page


def refuted(verdict: Any) -> Any:
    from dataclasses import replace

    return replace(verdict, label=Label.REFUTED)


def test_a_report_whose_article_is_gone_is_rechecked_with_the_text_of_then(
    tmp_path: Path, store: Store, order: Order
) -> None:
    (origin,) = write(tmp_path / "in", bridge="A bridge\nThis is true.")
    asyncio.run(carry_out(Job(origin, desk(tmp_path), order, store=store)))
    Path(origin).unlink()
    (change,) = recheck(desk(tmp_path), store, order)
    assert "cannot be read" in change.unreadable
    assert change.text == ()
    assert change.checked.report is not None


def test_a_digest_lets_no_outside_text_make_markup(tmp_path: Path, store: Store) -> None:
    title = "# [click](https://evil.test) <img src=x>"
    (origin,) = write(tmp_path / "in", odd=f"{title}\nThis is true.")
    order = Order(tmp_path / "reports")
    asyncio.run(carry_out(Job(origin, desk(tmp_path), order, store=store)))
    page = digest(recheck(desk(tmp_path), store, order), NOW)
    assert "[click](" not in page
    assert "<img" not in page
    assert "\n# " not in page


def test_changed_sentences_are_found_and_others_left_alone() -> None:
    before = "One is here. Two was false. Three stays."
    after = "One is here. Two was wrong. Three stays."
    assert text_changes(before, after) == ("- Two was false.", "+ Two was wrong.")
    assert text_changes("", after) == ()


# --- what comes before Prefect ---------------------------------------------------------------


def test_the_environment_is_quiet_and_what_the_user_set_stays(tmp_path: Path) -> None:
    environ = {"PREFECT_LOGGING_LEVEL": "DEBUG", "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true"}
    quiet_environment(tmp_path, environ)
    assert environ["PREFECT_LOGGING_LEVEL"] == "DEBUG"
    assert environ["PREFECT_SERVER_ALLOW_EPHEMERAL_MODE"] == "false"
    assert environ["DO_NOT_TRACK"] == "1"


def test_an_outcome_keeps_no_report() -> None:
    kept = outcome(Checked("a.txt", error=VerifyError("no")))
    assert kept.error == "no"
