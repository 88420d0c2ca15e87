"""`check_batch`: many articles, one task for each. What a killed run has done is not redone."""

# No postponed annotations: Prefect loads this file by its path when a worker runs it, and
# could not find the names in them.

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

from prefect import flow, task
from prefect.artifacts import acreate_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run
from prefect.states import Completed, Failed
from pydantic import Field

from flows.batch import (
    AT_ONCE,
    Outcome,
    batch_name,
    digest_line,
    in_shard,
    manifest,
    remaining,
    run_batch,
)
from flows.check_article import artifact_key, short_name
from flows.digests import plain
from flows.job import Checked, Job, guarded
from flows.opening import configured, opened
from verify.config import Settings
from verify.errors import VerifyError
from verify.store import open_store
from verify.types import Article
from verify.wiring import code_sha256

LISTED = 200  # articles in the artifact; all of them are in the store


def _run_name() -> str:
    given = flow_run.parameters
    part = f" {given.get('shard', 0)}/{given.get('of', 1)}" if given.get("of", 1) > 1 else ""
    return f"batch {short_name(str(given.get('articles', '')))}{part}"


@flow(
    name="check-batch",
    description="Checks many articles; one bad article never stops the rest.",
    flow_run_name=_run_name,
    persist_result=False,
)
async def check_batch(
    articles: Annotated[str, Field(min_length=1)],
    config: str | None = None,
    out: str | None = None,
    shard: Annotated[int, Field(ge=0)] = 0,
    of: Annotated[int, Field(ge=1, le=1000)] = 1,
    name: Annotated[str, Field(min_length=1, max_length=80)] | None = None,
    at_once: Annotated[int, Field(ge=1, le=16)] = AT_ONCE,
    offline: bool = False,
    dask: Annotated[str, Field(pattern=r"^(tcp|tls|wss?)://.+:\d+$")] | None = None,
) -> State[Any]:
    """Check every article of a folder or list that this batch has not reported yet.

    Args:
        articles: A folder, or a file with one path or address a line.
        config: Configuration file; verify.toml in the working folder by default.
        out: Folder for reports; `[report] out` of the configuration by default.
        shard: Which part of the batch this worker does, counted from 0.
        of: Number of parts.
        name: Name under which a batch is taken up again; made from its articles by default.
        at_once: Articles in work at the same time.
        offline: Ask no live source.
        dask: Scheduler of a Dask cluster that does the work, as tcp://host:8786.
    """
    try:
        origins = in_shard(manifest(Path(articles)), shard, of)
        settings = configured(config)
        batch = name or batch_name(origins, settings, code_sha256(), datetime.now(UTC))
        if dask:
            done = await _on_cluster(origins, settings, dask, out, batch, offline)
        else:
            done = await _here(origins, settings, out, batch, at_once, offline, of)
    except VerifyError as error:
        return Failed(message=str(error))
    await _publish(done, articles)
    failed = [o for o in done if o.error]
    if failed and len(failed) == len(done):
        return Failed(message=f"not one article was checked; the first: {failed[0].error}")
    return Completed(message=digest_line(done))


async def _here(
    origins: Sequence[str],
    settings: Settings,
    out: str | None,
    batch: str,
    at_once: int,
    offline: bool,
    of: int,
) -> list[Outcome]:
    async with opened(settings, offline=offline, of=of) as at:
        left = remaining(at.store, batch, origins)
        order = at.order(out, batch)
        stream = run_batch(left, at.desk, order, store=at.store, runner=as_task, at_once=at_once)
        return [outcome async for outcome in stream]


async def _on_cluster(
    origins: Sequence[str],
    settings: Settings,
    scheduler: str,
    out: str | None,
    batch: str,
    offline: bool,
) -> list[Outcome]:
    from flows.cluster import Errand, on_cluster

    with open_store(settings) as store:
        left = remaining(store, batch, origins)
    folder = Path(out) if out else settings.path(settings.report.out)
    errand = Errand(settings, str(folder.resolve()), batch, offline)
    return [outcome async for outcome in on_cluster(left, scheduler, errand)]


@task(
    name="check",
    task_run_name="check {name}",
    cache_policy=NO_CACHE,
    persist_result=False,
    retries=0,
)
async def check_one(name: str, job: Job, article: Article | None) -> Checked:
    """One article of a batch or a watch."""
    return await guarded(job, article=article)


async def as_task(job: Job, article: Article | None = None) -> Checked:
    """The runner inside a flow: one task an article."""
    return await check_one(short_name(job.origin)[:80], job, article)


async def _publish(done: Sequence[Outcome], articles: str) -> None:
    bad_first = sorted(done, key=lambda o: (not o.error, -dict(o.labels).get("refuted", 0)))
    lines = [f"# {digest_line(done)}", ""]
    for one in bad_first[:LISTED]:
        said = plain(one.error) if one.error else ", ".join(f"{n} {k}" for k, n in one.labels)
        lines.append(f"- {plain(short_name(one.origin))}: {said or 'no claims'}")
    if len(done) > LISTED:
        lines.append(f"- and {len(done) - LISTED} more")
    await acreate_markdown_artifact("\n".join(lines), key=artifact_key("batch", articles))
