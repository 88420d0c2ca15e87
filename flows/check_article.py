"""`check_article`: one article as a Prefect flow, over the same functions as `verify check`.

One task for each source and one for scoring: a claim is far too small a unit
(a task costs up to 30 ms and 30 KB in Prefect's database). Nothing is cached and
nothing is retried here: retries live in the polite client, and an answer that was
fetched is in the archive.
"""

# No postponed annotations: Prefect loads this file by its path when a worker runs it, and
# could not find the names in them.

import asyncio
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Annotated, Any, Literal

from prefect import flow, task
from prefect.artifacts import acreate_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run
from prefect.states import Completed, Failed
from pydantic import Field

from flows.job import Checked, Job, Order, carry_out, unexpected
from verify.config import load
from verify.errors import VerifyError
from verify.types import Article, Claim, Gap, Harvest, PartialDate, Report, sha256

ARTIFACT_BYTES = 2_000_000  # a page in a browser; the whole report is in the folder

DateText = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
ReportFormat = Literal["md", "html", "json", "claimreview", "csv"]


class Session:
    """A job handed to a flow that runs in this process, and what became of it."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.checked: Checked | None = None


SESSION: ContextVar[Session | None] = ContextVar("session", default=None)


def _run_name() -> str:
    given = flow_run.parameters
    return f"check {short_name(str(given.get('article', '')))}"


@flow(
    name="check-article",
    description="Checks one article claim by claim and publishes the report.",
    flow_run_name=_run_name,
    persist_result=False,
)
async def check_article(
    article: Annotated[str, Field(min_length=1, max_length=4096)],
    published: DateText | None = None,
    as_of: DateText | None = None,
    config: str | None = None,
    offline: bool = False,
    out: str | None = None,
    formats: tuple[ReportFormat, ...] | None = None,
) -> State[Any]:
    """Check one article. A run that fails says in one line what to do.

    Args:
        article: A path or an address.
        published: When it was published, as 2025-12-20, 2025-12 or 2025.
        as_of: Evidence published later is left out; today by default.
        config: Configuration file; verify.toml in the working folder by default.
        offline: Ask no live source.
        out: Folder for reports; `[report] out` of the configuration by default.
        formats: Formats of the report; those of the configuration by default.
    """
    session = SESSION.get()
    if session is not None:
        return await _checked(session)
    order = {"published": published, "as_of": as_of, "out": out, "formats": formats}
    try:
        async with _opened(article, order, config, offline) as own:
            return await _checked(own)
    except VerifyError as error:
        return Failed(message=str(error))


@asynccontextmanager
async def _opened(
    article: str, order: dict[str, Any], config: str | None, offline: bool
) -> AsyncIterator[Session]:
    """A desk of this run's own, for a run that a server started."""
    from verify.store import open_store
    from verify.wiring import open_desk

    settings = load(Path(config) if config else None)
    wanted = Order(
        out=Path(order["out"]) if order["out"] else settings.path(settings.report.out),
        formats=order["formats"] or settings.report.formats,
        published=PartialDate(order["published"]) if order["published"] else None,
        as_of=PartialDate(order["as_of"]).last if order["as_of"] else None,
    )
    with open_store(settings) as store:
        async with open_desk(settings, environ=os.environ, offline=offline) as desk:
            yield Session(Job(article, desk, wanted, store=store))


async def _checked(session: Session) -> State[Any]:
    """Carry the job out in tasks, publish the report, and say how it ended.

    A failed state instead of an exception: the run's page then shows the line
    that says what to do, and no traceback.
    """
    job = session.job
    try:
        done = await carry_out(job, in_tasks)
    except VerifyError as error:
        session.checked = Checked(job.origin, error=error)
        return Failed(message=str(error))
    session.checked = done
    if done.report is not None and done.folder is not None:
        await publish(done.report, done.folder, job.origin)
    return Completed(message=f"Report: {done.folder}", data=str(done.folder))


async def in_tasks(job: Job, article: Article) -> Report:
    """The pipeline's stages, the sources and the scoring as tasks."""
    from verify.pipeline import read_claims

    desk = job.desk
    job.stopwatch("claims", article.title or article.origin)
    claims, unread = await read_claims(article, desk.models)
    work = Work(job, article, claims, unread)
    asked = (ask_source(source.name, index, work) for index, source in enumerate(desk.sources))
    harvests = await asyncio.gather(*asked)
    return await score_claims(len(claims), Answered(work, harvests))


class Work:
    """What the tasks of one article share; opaque to Prefect, which would walk through it."""

    def __init__(
        self, job: Job, article: Article, claims: tuple[Claim, ...], unread: tuple[Gap, ...]
    ) -> None:
        self.job = job
        self.article = article
        self.claims = claims
        self.unread = unread


class Answered:
    """The work and what the sources brought."""

    def __init__(self, work: Work, harvests: list[Harvest]) -> None:
        self.work = work
        self.harvests = harvests


@task(
    name="ask-source",
    task_run_name="ask {source}",
    cache_policy=NO_CACHE,
    persist_result=False,
    retries=0,
)
async def ask_source(source: str, index: int, work: Work) -> Harvest:
    """One source asked about all claims of the article."""
    from verify import asking

    desk = work.job.desk
    return await asking.ask(
        desk.sources[index],
        work.claims,
        work.article,
        fetcher=desk.fetcher,
        archive=desk.archive,
        progress=work.job.stopwatch,
    )


@task(
    name="score",
    task_run_name="score {count} claims",
    cache_policy=NO_CACHE,
    persist_result=False,
    retries=0,
)
async def score_claims(count: int, answered: Answered) -> Report:
    """Passages ranked and judged, checkers asked, verdicts decided."""
    from verify import pipeline

    work = answered.work
    job = work.job
    return await asyncio.to_thread(
        pipeline.score,
        work.article,
        work.claims,
        answered.harvests,
        models=job.desk.models,
        setting=job.desk.setting(job.now, job.order.as_of),
        progress=job.stopwatch,
        unread=work.unread,
    )


async def publish(report: Report, folder: Path, origin: str) -> None:
    """The Markdown report as an artifact of the run."""
    from verify.report import RENDERERS

    text = body(RENDERERS["md"].render(report))
    if len(text.encode()) > ARTIFACT_BYTES:
        text = f"The report is too long for this page. It is in `{folder}`.\n\n{report.summary}"
    await acreate_markdown_artifact(
        text, key=artifact_key("report", origin), description=short_name(origin)
    )


def body(markdown: str) -> str:
    """Markdown without its front matter, which Prefect's page would show as a heading."""
    return re.sub(r"\A---\n.*?\n---\n+", "", markdown, count=1, flags=re.DOTALL)


def artifact_key(kind: str, name: str) -> str:
    """A key Prefect accepts ([a-z0-9-]), the same for the same name, readable at its start."""
    words = re.sub(r"[^a-z0-9]+", "-", short_name(name).lower()).strip("-")[:60].strip("-")
    return "-".join(part for part in (kind, words, sha256(name)[:8]) if part)


def short_name(origin: str) -> str:
    """The last part of a path or an address, without its ending and its query."""
    bare = origin.split("?")[0].split("#")[0].rstrip("/")
    last = bare.rsplit("/", 1)[-1]
    return re.sub(r"\.[A-Za-z0-9]{1,5}$", "", last) or origin


async def run_in_flow(job: Job, *, tags: tuple[str, ...] = ("verify",)) -> Checked:
    """Run the flow in this process for a job at an open desk. Never raises for the article."""
    from prefect import tags as tagged

    session = Session(job)
    token = SESSION.set(session)
    order = job.order
    try:
        with tagged(*tags):
            await check_article(
                article=job.origin,
                published=str(order.published) if order.published else None,
                as_of=order.as_of.isoformat() if order.as_of else None,
                out=str(order.out),
                formats=tuple(order.formats),
                return_state=True,
            )
    except Exception as error:
        # The engine itself: the server went away in mid-run, or refused the parameters.
        return session.checked or Checked(job.origin, error=unexpected(error))
    finally:
        SESSION.reset(token)
    return session.checked or Checked(
        job.origin, error=VerifyError("the flow ended without a report; see the run in Prefect")
    )
