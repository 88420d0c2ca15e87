"""Past one process: shards on Prefect workers, and a Dask cluster, against one PostgreSQL.

Real servers, real workers, real models: the verdicts are those of one process.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from flows.batch import run_batch
from flows.opening import opened
from flows.server import free_port
from tests.test_flows_server import NOTE, asked, until
from verify.config import Settings, load
from verify.store import open_store

pytestmark = [pytest.mark.prefect, pytest.mark.slow, pytest.mark.timeout(600)]
ROOT = Path(__file__).resolve().parent.parent
CONFIG = """
[sources.notes]
type = "folder"
path = "notes"
[store]
url = "{store}"
"""
LINES = (
    "The bridge cost 3 million euros.",
    "The bridge cost 9 million euros.",
    "The new bridge in Ardmouth did not open on 3 May 2025.",
    "The mayor of Ardmouth sold the bridge to a bank in 2019.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Notes as the one source, and four articles that differ in one sentence."""
    for name in ("notes", "articles"):
        (tmp_path / name).mkdir()
    (tmp_path / "notes" / "bridge.md").write_text(NOTE)
    for n, line in enumerate(LINES):
        text = f"Bridge in Ardmouth, part {n}\n\nThe new bridge opened in May 2025. {line}\n"
        (tmp_path / "articles" / f"a{n}.txt").write_text(text)
    return tmp_path


def configured(folder: Path, name: str, store: str) -> Path:
    path = folder / f"{name}.toml"
    path.write_text(CONFIG.format(store=store))
    return path


def verdicts(settings: Settings) -> dict[str, Any]:
    """Article → its verdicts as the database holds them. Fails where one was reported twice."""
    with open_store(settings) as store:
        runs = store.reports(superseded=True, limit=100)
        assert len(runs) == len(LINES)
        found = {Path(run.origin).name: store.verdicts(run.id) for run in runs}
    return {
        name: [(t.quote, t.label, round(t.confidence, 2), t.urls) for t in told]
        for name, told in found.items()
    }


def in_one_process(folder: Path) -> dict[str, Any]:
    settings = load(configured(folder, "alone", f"sqlite:///{folder}/alone.sqlite"))
    origins = sorted(map(str, (folder / "articles").iterdir()))

    async def go() -> None:
        async with opened(settings) as at:
            order = at.order(folder / "alone")
            done = [o async for o in run_batch(origins, at.desk, order, store=at.store)]
            assert [o.error for o in done] == [""] * len(LINES)

    asyncio.run(go())
    found = verdicts(settings)
    assert len({str(v) for v in found.values()}) > 1  # they can be told apart
    return found


@contextmanager
def running(*commands: Sequence[str], **environ: str) -> Iterator[None]:
    """Processes for the time of a block, each with whatever it starts."""
    with ExitStack() as stack:
        for command in commands:
            child = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, **environ},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            stack.callback(child.wait, 30)
            stack.callback(os.killpg, child.pid, signal.SIGKILL)
        yield


def test_a_dask_cluster_with_postgresql_gives_the_verdicts_of_one_process(
    server: str, folder: Path, postgres_database: str
) -> None:
    pytest.importorskip("prefect_dask", reason="the dask extra is not installed")
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from flows.check_batch import check_batch

    address = f"tcp://127.0.0.1:{free_port()}"
    dask = [sys.executable, "-m", "distributed.cli"]
    scheduler = [f"{dask[2]}.dask_scheduler", "--host", address, "--no-dashboard"]
    worker = [f"{dask[2]}.dask_worker", address, "--nthreads", "1", "--no-dashboard"]
    config = configured(folder, "dask", postgres_database)
    with running(*([*dask[:2], *which] for which in (scheduler, worker, worker))):
        expected = in_one_process(folder)
        with temporary_settings({PREFECT_API_URL: server}):
            state = asyncio.run(
                until_joined(
                    lambda: check_batch(
                        articles=str(folder / "articles"),
                        config=str(config),
                        out=str(folder / "dask"),
                        dask=address,
                        return_state=True,
                    )
                )
            )
    assert state.message.startswith("4 reports, 0 articles not checked")
    assert verdicts(load(config)) == expected


async def until_joined(run: Any, seconds: float = 120) -> Any:
    """The state of a batch, tried again while the cluster is still starting."""
    give_up = time.monotonic() + seconds
    while True:
        state = await run()
        starting = "does not answer" in state.message or "has joined" in state.message
        if not starting or time.monotonic() > give_up:
            return state


def test_two_prefect_workers_share_a_batch_in_shards_with_one_postgresql(
    server: str, folder: Path, postgres_database: str
) -> None:
    config = configured(folder, "shards", postgres_database)
    environ = {
        "PREFECT_API_URL": server,
        "PREFECT_WORKER_QUERY_SECONDS": "1",
        "PWD": str(ROOT),  # where `prefect.yaml` says that a worker finds the flows
    }
    prefect = [sys.executable, "-m", "prefect", "--no-prompt"]
    for command in (["work-pool", "create", "--type", "process", "desk"], ["deploy", "--all"]):
        done = subprocess.run(
            [*prefect, *command],
            cwd=ROOT,
            env={**os.environ, **environ},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    given = {
        "articles": str(folder / "articles"),
        "config": str(config),
        "out": str(folder / "shards"),
        "name": "night",
        "of": 2,
    }

    async def both(client: Any) -> list[Any]:
        batch = await client.read_deployment_by_name("check-batch/batch")
        begun = [
            await client.create_flow_run_from_deployment(
                batch.id, parameters={**given, "shard": shard}
            )
            for shard in (0, 1)
        ]
        return [run.id for run in begun]

    runs = asked(server, both)
    worker = [*prefect, "worker", "start", "--pool", "desk", "--type", "process", "--limit", "1"]

    async def ended(client: Any) -> Any:
        states = [(await client.read_flow_run(run)).state for run in runs]
        return states if all(s and s.is_final() for s in states) else None

    with running(worker, worker, **environ):
        expected = in_one_process(folder)
        states = until(lambda: asked(server, ended), 420)
    assert [s.name for s in states] == ["Completed", "Completed"], [s.message for s in states]
    assert verdicts(load(config)) == expected
