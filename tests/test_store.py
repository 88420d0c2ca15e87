"""The database of runs: the same tests on SQLite and on PostgreSQL."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from flows.server import free_port
from verify.errors import StoreError
from verify.report.decisions import Action, Decision
from verify.store import Store
from verify.store.database import HEAD, MIGRATIONS, connect
from verify.store.tables import METADATA
from verify.types import (
    Article,
    Claim,
    Dated,
    Document,
    Entailment,
    Evidence,
    Kind,
    Label,
    PartialDate,
    Passage,
    Provenance,
    Report,
    Stance,
    Timing,
    Verdict,
    sha256,
)

# --- both databases --------------------------------------------------------------------------


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    with connect(database) as opened:
        yield opened


# --- values ----------------------------------------------------------------------------------

TEXT = "The ministry spent 3 million euros. The bridge opened in May."


def article(text: str = TEXT, origin: str = "bridge.txt") -> Article:
    dated = Dated(PartialDate("2025-12-20"), "argument")
    return Article("A bridge opens", text, None, dated, "en", sha256(text), origin)


def verdict(claim_id: str, text: str, label: Label, urls: tuple[str, ...] = ()) -> Verdict:
    claim = Claim(claim_id, text, text, 0, len(text), Kind.EVENT, 0.8)
    evidence = tuple(evidence_at(url) for url in urls)
    return Verdict(claim, label, 0.9, "rule", f"because of {text}", evidence)


def evidence_at(url: str) -> Evidence:
    body = "The bridge opened in May after two years of work."
    document = Document(
        "Bridge", body, url, "Daily", Dated(PartialDate("2025-05"), "meta"), "web", sha256(body)
    )
    view = Entailment(0.9, 0.05, 0.05)
    return Evidence(Passage(document, 0, 10), 0.8, 0.7, view, Stance.SUPPORTS, Timing.BEFORE)


def report(of: Article, *verdicts: Verdict) -> Report:
    made = datetime(2025, 12, 21, 8, tzinfo=UTC)
    provenance = Provenance("verify 0", "c" * 64, "d" * 64, (), "e" * 64)
    return Report(of, verdicts, (), (), (), provenance, date(2025, 12, 21), made, "One refuted.")


SPENT = verdict("c1", "The ministry spent 3 million euros.", Label.REFUTED, ("https://a.test/1",))
OPENED = verdict("c2", "The bridge opened in May.", Label.SUPPORTED)


def finished(store: Store, *verdicts: Verdict, of: Article | None = None, batch: str = "") -> str:
    of = of or article()
    run = store.begin(of, batch=batch)
    store.finish(run, report(of, *verdicts), Path("reports/x"))
    return run


# --- runs ------------------------------------------------------------------------------------


def test_a_finished_run_is_listed_with_its_verdicts_counted(store: Store) -> None:
    finished(store, SPENT, OPENED)
    (line,) = store.reports()
    assert line.title == "A bridge opens"
    assert line.published == "2025-12-20"
    assert line.labels == (("refuted", 1), ("supported", 1))
    assert Path(line.folder).is_absolute()


def test_verdicts_are_read_back_in_the_order_of_the_report_with_what_they_cite(
    store: Store,
) -> None:
    run = finished(store, SPENT, OPENED)
    first, second = store.verdicts(run)
    assert (first.claim_id, first.label, first.urls) == ("c1", Label.REFUTED, ("https://a.test/1",))
    assert (second.claim_id, second.label, second.urls) == ("c2", Label.SUPPORTED, ())


def test_a_run_that_was_killed_is_not_listed_as_a_report(store: Store) -> None:
    store.begin(article())
    assert store.reports() == ()
    assert [line.state for line in store.reports(state="begun")] == ["begun"]


def test_only_a_last_run_that_never_ended_is_taken_up(store: Store) -> None:
    assert store.unfinished("bridge.txt") is None
    killed = datetime(2025, 12, 21, 8, tzinfo=UTC)
    store.begin(article(), now=killed)
    assert store.unfinished("bridge.txt") == killed
    finished(store, SPENT)
    assert store.unfinished("bridge.txt") is None


def test_a_failed_run_keeps_the_line_that_says_why(store: Store) -> None:
    store.fail(store.begin(article()), "not one source could be asked")
    store.refuse("gone.txt", "no file at gone.txt")
    errors = {line.origin: line.error for line in store.reports(state="failed")}
    assert errors == {
        "bridge.txt": "not one source could be asked",
        "gone.txt": "no file at gone.txt",
    }


def test_a_superseded_verdict_stays_readable_and_points_to_its_successor(store: Store) -> None:
    old = finished(store, SPENT)
    new = finished(store, OPENED)
    assert [line.id for line in store.reports()] == [new]
    former = next(line for line in store.reports(superseded=True) if line.id == old)
    assert former.superseded_by == new
    assert former.successor == store.reports()[0].folder
    assert store.verdicts(old)[0].label is Label.REFUTED


def test_reports_are_found_by_words_of_title_claim_and_place_in_any_case(store: Store) -> None:
    finished(store, SPENT)
    finished(store, OPENED, of=article("Other text", "tunnel.txt"))
    assert [line.origin for line in store.reports("MINISTRY euros")] == ["bridge.txt"]
    assert [line.origin for line in store.reports("tunnel")] == ["tunnel.txt"]
    assert store.reports("ministry tunnel") == ()
    assert store.reports("100%") == ()
    assert [line.origin for line in store.reports(label="supported")] == ["tunnel.txt"]


def test_a_batch_knows_what_it_has_done_and_closes_what_was_killed(store: Store) -> None:
    store.begin(article(), batch="b")
    assert store.done_in("b") == frozenset()
    finished(store, SPENT, batch="b")
    store.refuse("gone.txt", "no file", batch="b")
    assert store.done_in("b") == {"bridge.txt", "gone.txt"}
    assert store.done_in("another") == frozenset()
    assert [line.state for line in store.reports(state="abandoned")] == ["abandoned"]


def test_text_that_a_database_cannot_hold_does_not_cost_the_run(store: Store) -> None:
    odd = verdict("c1", "A nul \0 and a lone surrogate \ud800 in a claim.", Label.SUPPORTED)
    run = finished(store, odd, of=article("x", "https://a.test/" + "é" * 3000))
    assert store.verdicts(run)[0].text.startswith("A nul")


# --- reviews ---------------------------------------------------------------------------------


def decision(note: str = "", minute: int = 0) -> Decision:
    at = datetime(2025, 12, 21, 9, minute, tzinfo=UTC)
    return Decision(
        sha256(TEXT), "c1", "w", "e", Action.CHANGE, Label.SUPPORTED, Label.REFUTED, "ana", note, at
    )


def test_decisions_come_back_as_they_were_made_in_their_order(store: Store) -> None:
    made = [decision("first", 1), decision("second", 2)]
    for one in made:
        store.decisions.append(one)
    assert list(store.decisions.all(sha256(TEXT))) == made
    assert store.decisions.all("f" * 64) == ()


def test_a_decision_that_is_read_twice_is_stored_once(store: Store) -> None:
    store.decisions.append(decision())
    store.decisions.append(decision())
    assert len(store.decisions.all(sha256(TEXT))) == 1


# --- leases, and what was seen ---------------------------------------------------------------


def test_of_two_runs_on_one_article_only_one_gets_the_lease(store: Store) -> None:
    with store.lease("check bridge", 60, holder="one") as mine:
        assert mine is not None
        with store.lease("check bridge", 60, holder="other") as theirs:
            assert theirs is None
    with store.lease("check bridge", 60, holder="other") as theirs:
        assert theirs is not None


def test_a_lease_of_a_killed_run_runs_out(store: Store) -> None:
    with store.lease("check", 60, holder="killed", clock=lambda: 1000.0) as first:
        assert first
        with store.lease("check", 60, holder="next", clock=lambda: 1059.0) as early:
            assert early is None
        with store.lease("check", 60, holder="next", clock=lambda: 1061.0) as late:
            assert late is not None


def test_a_lease_from_before_the_clock_was_set_back_does_not_block_for_ever(store: Store) -> None:
    with (
        store.lease("check", 60, holder="killed", clock=lambda: 5_000_000.0),
        store.lease("check", 60, holder="next", clock=lambda: 1000.0) as after,
    ):
        assert after is not None


def test_sixteen_threads_ask_for_one_lease_and_one_gets_it(database: str) -> None:
    with connect(database) as store, ExitStack() as stack, ThreadPoolExecutor(8) as pool:

        def ask(number: int) -> bool:
            return stack.enter_context(store.lease("one", 60, holder=str(number))) is not None

        assert sum(pool.map(ask, range(16))) == 1


def test_what_a_watch_has_seen_is_remembered_with_its_stamp(store: Store) -> None:
    assert store.seen("https://a.test/") is None
    store.mark_seen("https://a.test/", "Mon", "a" * 64)
    store.mark_seen("https://a.test/", "Tue", "b" * 64)
    assert store.seen("https://a.test/") == ("Tue", "b" * 64)


# --- migrations ------------------------------------------------------------------------------


def test_the_migrations_make_exactly_the_tables_of_the_program(store: Store) -> None:
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_the_newest_migration_is_the_one_the_program_expects() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD


def test_processes_that_open_a_new_database_at_once_all_succeed(database: str) -> None:
    script = f"from verify.store.database import connect\nwith connect({database!r}): pass"
    running = [subprocess.Popen([sys.executable, "-c", script]) for _ in range(4)]
    assert [process.wait(60) for process in running] == [0] * 4


def test_a_database_of_a_newer_version_is_refused_and_left_alone(database: str) -> None:
    with connect(database) as store, store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer version"), connect(database):
        pass


# --- when the database is not to be had ------------------------------------------------------


def test_a_locked_database_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with connect(f"sqlite:///{path}") as store, closing(sqlite3.connect(path)) as other:
        with store.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 50")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another process keeps the database locked"):
            store.begin(article())
        other.rollback()
        assert store.begin(article())


def test_a_file_that_is_no_database_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(b"this is a text, and longer than the header of a database" * 20)
    with (
        pytest.raises(StoreError, match="the file is no database") as caught,
        connect(f"sqlite:///{path}"),
    ):
        pass
    assert "\n" not in str(caught.value)


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with (
        pytest.raises(StoreError, match="check the folder"),
        connect(f"sqlite:///{tmp_path}/file/desk.sqlite"),
    ):
        pass


def test_a_server_that_does_not_answer_is_one_clear_line_without_the_password() -> None:
    pytest.importorskip("psycopg")
    url = f"postgresql://desk:secret@127.0.0.1:{free_port()}/desk"
    with pytest.raises(StoreError, match="does not answer: start it") as caught, connect(url):
        pass
    assert "secret" not in str(caught.value)


def test_an_address_that_is_none_and_a_database_we_do_not_know_are_refused() -> None:
    with pytest.raises(StoreError, match="no database address"), connect("desk"):
        pass
    with pytest.raises(StoreError, match="not supported"), connect("mysql://x/y"):
        pass


def test_a_disk_that_is_full_is_one_clear_line_and_keeps_what_was_stored(tmp_path: Path) -> None:
    with connect(f"sqlite:///{tmp_path}/desk.sqlite") as store:
        run = finished(store, SPENT)
        # What SQLite says when it may not grow is what it says when the disk is full.
        with store.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        big = verdict("c1", "long " * 200_000, Label.SUPPORTED)
        with pytest.raises(StoreError, match="the disk is full"):
            finished(store, big)
        assert [told.claim_id for told in store.verdicts(run)] == ["c1"]


KILLED = """
import os, random, signal, sys, time
from pathlib import Path
from tests.test_store import OPENED, SPENT, article, connect, finished

def go():
    with connect(sys.argv[1]) as store:
        for number in range(10**6):
            finished(store, SPENT, OPENED, of=article(f"text {number}", f"{number}.txt"))

for _ in range(10):
    child = os.fork()  # what is imported once need not be imported again for each kill
    if child == 0:
        go()
    time.sleep(random.uniform(0.05, 0.3))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
"""


@pytest.mark.slow
def test_a_run_is_stored_whole_or_not_at_all_when_the_process_is_killed(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/desk.sqlite"
    command = [sys.executable, "-c", KILLED, address]
    subprocess.run(command, cwd=Path(__file__).parents[1], check=True, timeout=120)
    with connect(address) as store:
        lines = store.reports(superseded=True, limit=100_000)
        assert lines
        assert {line.labels for line in lines} == {(("refuted", 1), ("supported", 1))}
        with store.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
