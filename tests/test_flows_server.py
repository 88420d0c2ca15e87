"""The flows against a real Prefect server, started once for all of these tests."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flows.run import run_check
from flows.server import ServerError, answers, local_server
from flows.telling import through_blocks
from tests.test_notify import Hook, listening, report
from verify.config import Settings, parse
from verify.errors import ArticleError, VerifyError
from verify.notify import notice
from verify.store import open_store
from verify.types import Label, PartialDate

pytestmark = [pytest.mark.prefect, pytest.mark.timeout(480)]
ROOT = Path(__file__).resolve().parent.parent

ARTICLE = """Bridge opens in Ardmouth

The new bridge in Ardmouth opened in May 2025 after two years of work.
The bridge cost 3 million euros, the town council said.
"""
NOTE = """---
title: Ardmouth bridge
date: 2025-05-04
publisher: Town council
url: https://ardmouth.test/bridge
---
The new bridge in Ardmouth opened on 3 May 2025. The bridge cost 3 million euros.
"""
CONFIG = """
[sources.notes]
type = "folder"
path = "notes"
[models]
stance = "none"
[report]
formats = ["md", "json"]
[watch]
folders = ["incoming"]
"""


@pytest.fixture
def desk(tmp_path: Path) -> Settings:
    """A desk's folder: a configuration, notes as its one source, and an article."""
    for name in ("notes", "incoming"):
        (tmp_path / name).mkdir()
    (tmp_path / "notes" / "bridge.md").write_text(NOTE)
    (tmp_path / "bridge.txt").write_text(ARTICLE)
    (tmp_path / "verify.toml").write_text(CONFIG)
    return parse(CONFIG, tmp_path, "verify.toml")


def checked(
    desk: Settings,
    *origins: str,
    api: str = "",
    out: str = "reports",
    during: Callable[[], None] | None = None,
) -> list[Any]:
    """`verify check`; `during` is called once, when the claims are being read."""
    called = []

    def progress(stage: str, what: str) -> None:
        if during is not None and stage == "claims" and not called:
            called.append(stage)
            during()

    return asyncio.run(
        run_check(
            origins,
            desk,
            published=PartialDate("2025-05-05"),
            out=desk.base / out,
            environ={"PREFECT_API_URL": api} if api else {},
            progress=progress,
        )
    )


def asked(address: str, question: Callable[[Any], Awaitable[Any]]) -> Any:
    """Ask the server's API something."""

    async def go() -> Any:
        from prefect.client.orchestration import get_client
        from prefect.settings import PREFECT_API_URL, temporary_settings

        with temporary_settings({PREFECT_API_URL: address}):
            async with get_client() as client:
                return await question(client)

    return asyncio.run(go())


def until(look: Callable[[], Any], seconds: float = 200) -> Any:
    """Wait until `look` finds something."""
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        if found := look():
            return found
        time.sleep(0.3)
    raise AssertionError("waited in vain")


# --- one article -----------------------------------------------------------------------------


def essence(report: Any) -> Any:
    return [(v.claim, v.label, v.confidence, v.rule, v.why, v.evidence) for v in report.verdicts]


def test_the_flow_and_the_direct_call_give_the_same_verdicts(server: str, desk: Settings) -> None:
    origin = str(desk.base / "bridge.txt")
    (direct,) = checked(desk, origin, out="direct")
    (flown,) = checked(desk, origin, api=server, out="flown")
    assert direct.error is None
    assert flown.error is None
    assert direct.report.verdicts
    assert essence(flown.report) == essence(direct.report)
    assert "without Prefect" in direct.note
    assert flown.note == ""


def test_a_flow_has_a_task_a_source_one_for_scoring_and_an_artifact(
    server: str, desk: Settings
) -> None:
    (desk.base / "ardmouth-march.txt").write_text(ARTICLE)
    (done,) = checked(desk, str(desk.base / "ardmouth-march.txt"), api=server)
    assert done.error is None

    async def look(client: Any) -> Any:
        runs = [r for r in await client.read_flow_runs() if r.name == "check ardmouth-march"]
        artifacts = await client.read_artifacts()
        return runs, await client.read_task_runs(), artifacts

    def recorded() -> Any:
        runs, tasks, artifacts = asked(server, look)
        mine = {
            t.name for t in tasks if t.flow_run_id == runs[0].id and t.state_name == "Completed"
        }
        return (runs, mine, artifacts) if len(mine) == 2 else None

    (run,), tasks, artifacts = until(recorded, 30)
    assert run.state_name == "Completed"
    assert "verify" in run.tags
    assert sorted(name.split()[0] for name in tasks) == ["ask", "score"]
    (page,) = [a for a in artifacts if a.flow_run_id == run.id]
    assert page.key.startswith("report-ardmouth-march-")
    assert page.data.startswith("# ")


def test_a_bad_article_fails_its_own_run_with_the_line_and_not_the_next(
    server: str, desk: Settings
) -> None:
    missing = str(desk.base / "missing-one.txt")
    bad, good = checked(desk, missing, str(desk.base / "bridge.txt"), api=server)
    assert isinstance(bad.error, ArticleError)
    assert good.error is None
    runs = asked(server, lambda client: client.read_flow_runs())
    (failed,) = [r for r in runs if r.name == "check missing-one"]
    assert failed.state_name == "Failed"
    assert failed.state.message == str(bad.error)


def test_a_server_that_does_not_answer_is_one_line(desk: Settings) -> None:
    with pytest.raises(VerifyError, match="does not answer: start it, unset PREFECT_API_URL"):
        checked(desk, "x.txt", api="http://127.0.0.1:9/api")


# --- a batch ---------------------------------------------------------------------------------


def test_a_batch_is_one_task_an_article_and_takes_up_where_it_stopped(
    server: str, desk: Settings
) -> None:
    folder = desk.base / "many"
    folder.mkdir()
    for n in range(3):
        (folder / f"a{n}.txt").write_text(ARTICLE.replace("Ardmouth", f"Ardmouth {n}"))
    (folder / "empty.txt").write_text("")

    def go() -> Any:
        from prefect.settings import PREFECT_API_URL, temporary_settings

        from flows.check_batch import check_batch

        with temporary_settings({PREFECT_API_URL: server}):
            return asyncio.run(
                check_batch(
                    articles=str(folder),
                    config=str(desk.base / "verify.toml"),
                    name="night",
                    return_state=True,
                )
            )

    first, second = go(), go()
    assert first.message.startswith("3 reports, 1 articles not checked")
    assert second.message.startswith("0 reports")
    with open_store(desk) as store:
        assert len(store.reports(superseded=True)) == 3


# --- schedules -------------------------------------------------------------------------------

SERVE = """
import sys
from flows.environment import quiet_environment
from pathlib import Path
quiet_environment(Path(sys.argv[1]), level="CRITICAL")
from flows.watch import watch
given = {"config": sys.argv[2]}
watch.serve(name="test", interval=30, limit=1, parameters=given, print_starting_message=False)
"""


@pytest.mark.slow
def test_a_scheduled_watch_really_fires_and_a_stale_one_is_skipped(
    server: str, desk: Settings
) -> None:
    (desk.base / "incoming" / "bridge.txt").write_text(ARTICLE)
    command = [sys.executable, "-c", SERVE, str(desk.base), str(desk.base / "verify.toml")]
    environ = {**os.environ, "PREFECT_API_URL": server, "PREFECT_RUNNER_POLL_FREQUENCY": "1"}
    worker = subprocess.Popen(command, cwd=ROOT, env=environ, start_new_session=True)
    try:
        deployment = until(lambda: asked(server, named_test))
        asked(server, lambda client: overdue(client, deployment))
        report = until(lambda: list((desk.base / "reports").glob("*/report.md")))
        skipped = until(lambda: ended_as(server, "Skipped", deployment))
    finally:
        os.killpg(worker.pid, signal.SIGKILL)  # it would wait for the runs it has begun
        worker.wait(30)
    assert len(report) == 1
    assert re.match(r"due 1[23]\d minutes ago, more than 30", skipped[0].state.message)
    assert all(not run.auto_scheduled for run in skipped)


async def named_test(client: Any) -> Any:
    found = await client.read_deployments()
    return next((one.id for one in found if one.name == "test"), None)


async def overdue(client: Any, deployment: Any) -> None:
    from prefect.states import Scheduled

    due = datetime.now(UTC) - timedelta(hours=2)
    await client.create_flow_run_from_deployment(deployment, state=Scheduled(scheduled_time=due))


def ended_as(server: str, name: str, deployment: Any) -> Any:
    runs = asked(server, lambda client: client.read_flow_runs())
    return [r for r in runs if r.state_name == name and r.deployment_id == deployment]


def test_lateness_is_measured_against_the_planned_start_and_never_negative() -> None:
    from flows.lateness import late_by

    now = datetime(2025, 12, 21, 8, tzinfo=UTC)
    assert late_by(now, now + timedelta(minutes=5)) == timedelta(minutes=5)
    assert late_by(now, now - timedelta(minutes=5)) == timedelta(0)
    assert late_by(None) == timedelta(0)


def test_the_parameters_of_every_flow_make_a_form_with_a_description_each() -> None:
    from prefect.utilities.callables import parameter_schema

    from flows.check_article import check_article
    from flows.check_batch import check_batch
    from flows.recheck import recheck
    from flows.watch import watch

    for one in (check_article, check_batch, recheck, watch):
        fields = parameter_schema(one).properties
        assert fields
        assert [name for name, field in fields.items() if not field.get("description")] == []


@pytest.mark.parametrize(
    ("entry", "given"),
    [
        ("check_article", {"article": "a.txt", "published": "2025-12", "formats": ["md"]}),
        ("check_batch", {"articles": "list.txt", "shard": 1, "of": 4, "name": "night"}),
        ("watch", {"stale_after_minutes": 5}),
        ("recheck", {"search": "bridge", "limit": 5}),
    ],
)
def test_a_worker_that_loads_a_flow_by_its_path_can_check_its_parameters(
    entry: str, given: dict[str, Any]
) -> None:
    from prefect.flows import load_flow_from_entrypoint

    loaded = load_flow_from_entrypoint(f"{ROOT}/flows/{entry}.py:{entry}")
    assert loaded.validate_parameters(given)


def test_every_entry_point_of_the_deployments_is_there() -> None:
    import yaml

    found = yaml.safe_load((ROOT / "prefect.yaml").read_text("utf-8"))["deployments"]
    for deployment in found:
        path, _, name = deployment["entrypoint"].partition(":")
        assert f"async def {name}(" in (ROOT / path).read_text("utf-8")


def test_a_wrong_parameter_is_refused_before_anything_runs(server: str) -> None:
    from prefect.exceptions import ParameterTypeError
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from flows.check_article import check_article

    with temporary_settings({PREFECT_API_URL: server}), pytest.raises(ParameterTypeError):
        asyncio.run(check_article(article="a.txt", published="yesterday"))


# --- telling the desk ------------------------------------------------------------------------


def test_a_notice_goes_through_the_servers_own_blocks_and_a_missing_one_is_a_line(
    server: str,
) -> None:
    from prefect.blocks.notifications import CustomWebhookNotificationBlock
    from prefect.settings import PREFECT_API_URL, temporary_settings

    told = notice(report(Label.REFUTED), (), "reports/bridge")
    assert told is not None
    names = ["custom-webhook/newsroom", "custom-webhook/nobody"]

    async def go(address: str) -> list[str]:
        fields = {"text": "{{subject}}", "body": "{{body}}"}
        block = CustomWebhookNotificationBlock(name="newsroom", url=address, json_data=fields)
        await block.asave("newsroom", overwrite=True)
        return await through_blocks(told, names, {"PREFECT_API_URL": server})

    with listening() as address, temporary_settings({PREFECT_API_URL: server}):
        (line,) = asyncio.run(go(address))
    assert line.startswith("the block custom-webhook/nobody delivered nothing")
    assert "\n" not in line
    (payload,) = Hook.got
    assert payload["text"].startswith("1 refuted")
    assert "Report: reports/bridge" in payload["body"]


def test_blocks_without_a_server_are_a_line() -> None:
    told = notice(report(Label.REFUTED))
    assert told is not None
    (line,) = asyncio.run(through_blocks(told, ["slack-webhook/desk"], {}))
    assert "set PREFECT_API_URL" in line


# --- zombies ---------------------------------------------------------------------------------


def test_the_automation_for_zombies_is_taken_by_the_server(server: str) -> None:
    command = ["automation", "create", "--from-file", "automations.yaml"]
    done = subprocess.run(
        [sys.executable, "-m", "prefect", "--no-prompt", *command],
        cwd=ROOT,
        env={**os.environ, "PREFECT_API_URL": server},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (kept,) = asked(server, lambda client: client.read_automations())
    assert kept.enabled
    assert "prefect.flow-run.heartbeat" in kept.trigger.after
    assert [a.type for a in kept.actions] == ["change-flow-run-state"]


# --- the server goes away --------------------------------------------------------------------


@pytest.mark.slow
def test_a_server_that_goes_in_mid_run_is_one_line_and_the_next_run_does_the_rest(
    tmp_path: Path, desk: Settings
) -> None:
    from flows.server import starting_server

    with starting_server(tmp_path / "home", startup_s=300) as one:
        one.wait()
        gone = checked(desk, str(desk.base / "bridge.txt"), api=one.address, during=one.stop)
    assert gone[0].report is None or gone[0].folder is not None
    assert "\n" not in str(gone[0].error)
    (again,) = checked(desk, str(desk.base / "bridge.txt"))
    assert again.folder is not None
    with open_store(desk) as store:
        assert [Path(line.folder) for line in store.reports()] == [again.folder.resolve()]


# --- the local server ------------------------------------------------------------------------


def test_a_second_server_at_one_home_keeps_apart_and_is_gone_when_its_run_fails(
    server: str, home: Path
) -> None:
    addresses = []

    def fail() -> None:
        with local_server(home) as address:
            addresses.append(address)
            assert answers(address)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert addresses != [server]
    assert not answers(addresses[0])
    assert answers(server)
    assert list(home.glob("run-*")) == []


def test_a_server_that_dies_while_starting_is_told_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(
        "PREFECT_SERVER_DATABASE_CONNECTION_URL", "sqlite+aiosqlite:////no/where/x.db"
    )
    begun = time.monotonic()
    with pytest.raises(ServerError, match="ended with status"), local_server(tmp_path / "home"):
        pass
    assert time.monotonic() - begun < 100


def test_a_local_server_goes_when_the_run_that_started_it_is_killed(tmp_path: Path) -> None:
    script = textwrap.dedent(f"""
        import time
        from pathlib import Path
        from flows.server import local_server
        with local_server(Path({str(tmp_path / "home")!r})) as address:
            print(address, flush=True)
            time.sleep(600)
    """)
    run = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE)
    assert run.stdout is not None
    with run.stdout:
        address = run.stdout.readline().decode().strip()
    assert answers(address)
    run.kill()
    run.wait()
    until(lambda: not answers(address, 0.5), 30)
