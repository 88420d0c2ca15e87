"""A batch on a Dask cluster: one task an article, on any of its workers.

Every worker needs this package, the articles, the desk's folder and that of the reports at
the same paths, and one database (PostgreSQL). A worker process loads the models
once; an article whose worker died is done again by another.
"""

# No postponed annotations: see check_article.

import asyncio
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.batch import Outcome, outcome, several
from flows.job import Job, guarded
from flows.opening import opened
from verify.config import Settings
from verify.errors import VerifyError

PER_THREAD = 2  # articles handed out for each thread of a worker: one in work, one waiting
MOST = 64  # of them at the same time
CONNECT_S = 10


@dataclass(frozen=True)
class Errand:
    """What every worker is told, apart from the article."""

    settings: Settings  # a value: hosts may keep the file elsewhere, or not at all
    out: str
    batch: str
    offline: bool = False
    workers: int = 1  # that share the pace of every host


@task(
    name="check",
    task_run_name="check {name}",
    cache_policy=NO_CACHE,
    persist_result=False,
    retries=0,
)
async def check_there(name: str, origin: str, errand: Errand) -> Outcome:
    """One article, in a worker process of the cluster."""
    try:
        async with opened(errand.settings, offline=errand.offline, of=errand.workers) as at:
            order = at.order(errand.out, errand.batch)
            return outcome(await guarded(Job(origin, at.desk, order, store=at.store)))
    except VerifyError as error:
        return Outcome(origin, error=str(error))


async def on_cluster(
    origins: Iterable[str], scheduler: str, errand: Errand
) -> AsyncIterator[Outcome]:
    """Check articles on the cluster behind a Dask scheduler's address ("tcp://host:8786").

    Only as many are handed out as the workers can begin soon. Raises VerifyError where the
    scheduler does not answer, or prefect-dask is not installed.
    """
    runner, threads = await asyncio.to_thread(_connected, scheduler)
    at_once = min(MOST, max(1, PER_THREAD * threads))
    shared = replace(errand, workers=threads)
    loop = asyncio.get_running_loop()
    with runner, ThreadPoolExecutor(at_once, "dask") as waiting:

        async def check(origin: str) -> Outcome:
            given = {"name": origin[-80:], "origin": origin, "errand": shared}
            future = runner.submit(check_there, parameters=given)
            return await loop.run_in_executor(waiting, _result, future, origin)

        async for done in several(origins, check, at_once):
            yield done


def _connected(scheduler: str) -> tuple[Any, int]:
    """The task runner, and how many threads its workers have."""
    try:
        from prefect_dask.task_runners import DaskTaskRunner
    except ImportError as error:
        raise VerifyError("Dask is not installed: pip install 'verification-desk[dask]'") from error
    runner = DaskTaskRunner(address=scheduler, client_kwargs={"timeout": CONNECT_S})
    try:
        workers: dict[str, int] = runner.client.nthreads()  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise VerifyError(
            f"the Dask scheduler at {scheduler} does not answer: start it with `dask scheduler`"
        ) from error
    if not workers:
        raise VerifyError(
            f"no worker has joined the Dask scheduler at {scheduler}: "
            f"start some with `dask worker {scheduler}`"
        )
    return runner, sum(workers.values())


def _result(future: Any, origin: str) -> Outcome:
    """What a worker made of an article; a worker that died too often costs its article only."""
    try:
        found: Outcome = future.result()
    except Exception as error:
        return Outcome(origin, error=f"the cluster gave it up: {type(error).__name__}: {error}")
    return found
