"""One article's way through a desk: read, verified, written, recorded. No Prefect here."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from flows.logs import record
from verify.errors import StoreError, VerifyError
from verify.types import Article, PartialDate, Report, Verdict, sha256

if TYPE_CHECKING:
    from verify.ports import Progress
    from verify.report.decisions import Decision
    from verify.store import Store
    from verify.wiring import Desk

log = logging.getLogger("verify.flows")

# A run that was killed so long ago is not taken up: its answers are old by now.
TAKEN_UP = timedelta(hours=24)


def unseen(stage: str, what: str) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True)
class Checked:
    """What became of one article: a report in a folder, or the error that prevented it."""

    origin: str
    report: Report | None = None
    error: VerifyError | None = None
    folder: Path | None = None
    note: str = ""  # a line for the reader: how it was run, what could not be recorded


@dataclass(frozen=True)
class Order:
    """What is asked of a run, apart from the article itself."""

    out: Path
    formats: Sequence[str] = ("md", "json")
    published: PartialDate | None = None
    as_of: date | None = None
    stdin: bytes | None = None
    batch: str = ""  # the batch or watch it belongs to; "" on demand


class Job:
    """One article to be checked at an open desk.

    A plain class on purpose: Prefect walks through dataclasses that are handed
    to a task, and a desk holds models, connections and locks.
    """

    def __init__(
        self,
        origin: str,
        desk: Desk,
        order: Order,
        *,
        store: Store | None = None,
        progress: Progress = unseen,
        now: datetime | None = None,
    ) -> None:
        self.origin = origin
        self.desk = for_article(desk)
        self.order = order
        self.store = store
        self.stopwatch = Stopwatch(origin, progress)
        self.now = now or datetime.now(UTC)
        self.finishing: Callable[[Report], Report] = _as_it_is
        self.placing: Callable[[Path], Path] = _where_it_is  # the report's folder, once written


def for_article(desk: Desk, since: datetime | None = None) -> Desk:
    """The desk with a time budget that starts now, on the same connections and the same pace.

    The client counts its budget for one article; a watch keeps it open for weeks. What the
    archive got from `since` on is not asked for again.
    """
    begin_anew = getattr(desk.fetcher, "article", None)
    return replace(desk, fetcher=begin_anew(since)) if begin_anew else desk


def _as_it_is(report: Report) -> Report:
    return report


def _where_it_is(folder: Path) -> Path:
    return folder


class Stopwatch:
    """Times the stages by the progress they report, and logs one line for each at its end."""

    def __init__(self, origin: str, progress: Progress) -> None:
        self.article = sha256(origin)[:12]  # its text's, once it has been read
        self._origin = origin
        self._progress = progress
        self._marks: list[tuple[str, float]] = []

    def __call__(self, stage: str, what: str) -> None:
        """A stage begins (or, told twice, goes on)."""
        if not self._marks or self._marks[-1][0] != stage:
            self._log_last()
            self._marks.append((stage, time.monotonic()))
        self._progress(stage, what)

    def timings(self) -> tuple[tuple[str, float], ...]:
        """Stage and seconds, in the order in which they ran, the last until now."""
        ends = [at for _, at in self._marks[1:]] + [time.monotonic()]
        return tuple(
            (stage, round(end - begun, 3))
            for (stage, begun), end in zip(self._marks, ends, strict=True)
        )

    def done(self, verdicts: Sequence[Verdict]) -> None:
        """The last stage has ended with these verdicts."""
        self._log_last()
        labels = {v.claim.id: str(v.label) for v in verdicts}
        record(log, "verdicts", article=self.article, origin=self._origin, claims=labels)

    def _log_last(self) -> None:
        if self._marks:
            stage, seconds = self.timings()[-1]
            record(log, stage, article=self.article, origin=self._origin, seconds=seconds)


Verifier = Callable[[Job, Article], Awaitable[Report]]


async def directly(job: Job, article: Article) -> Report:
    """The pipeline, called as a function."""
    return await job.desk.verify(
        article, as_of=job.order.as_of, now=job.now, progress=job.stopwatch
    )


async def carry_out(
    job: Job, verifier: Verifier = directly, article: Article | None = None
) -> Checked:
    """Read (unless `article` is given), verify, write, record.

    Raises VerifyError where there is no report. A database that cannot be
    written costs the record and not the report.
    """
    article = article or await read(job)
    job.stopwatch.article = article.sha256[:12]
    run, note = _begin(job, article)
    try:
        report = _timed(await verifier(job, article), job.stopwatch)
        job.stopwatch.done(report.verdicts)
        report = job.finishing(report)
        folder = _written(report, job)
    except VerifyError as error:
        _fail(job, run, error)
        raise
    note = note or _finish(job, run, report, folder)
    return Checked(job.origin, report, None, folder, note)


async def read(job: Job) -> Article:
    """The job's article. Raises ArticleError, which is recorded."""
    job.stopwatch("reading", job.origin)
    try:
        return await job.desk.read(job.origin, published=job.order.published, stdin=job.order.stdin)
    except VerifyError as error:
        _refuse(job, error)
        raise


async def guarded(
    job: Job, verifier: Verifier = directly, article: Article | None = None
) -> Checked:
    """As `carry_out`, with the error as a value: one bad article never stops the rest."""
    try:
        return await carry_out(job, verifier, article)
    except VerifyError as error:
        return Checked(job.origin, error=error)
    except Exception as error:
        # A page that trips a fault of ours must not cost the desk the other 999.
        log.exception("article=%s failed", job.origin)
        return Checked(job.origin, error=unexpected(error))


def unexpected(error: BaseException) -> VerifyError:
    """A fault of the program as one line."""
    text = " ".join(str(error).split())
    return VerifyError(f"unexpected {type(error).__name__}: {text} (VERIFY_DEBUG=1 shows where)")


def _timed(report: Report, stopwatch: Stopwatch) -> Report:
    timings = stopwatch.timings()
    return replace(report, provenance=replace(report.provenance, timings=timings))


def _written(report: Report, job: Job) -> Path:
    """The report's folder. Raises VerifyError for a disk that is full or not writable."""
    from verify.report import write

    order = job.order
    try:
        folder = write(report, order.out, tuple(order.formats), _decisions(job, report))
        return job.placing(folder)
    except OSError as error:
        raise VerifyError(
            f"the report cannot be written to {order.out}: {error.strerror or error}; "
            "free some space or name another folder with --out"
        ) from error


def _decisions(job: Job, report: Report) -> Sequence[Decision]:
    """What reviewers decided on the same text before."""
    if job.store is None:
        return ()
    try:
        return job.store.decisions.all(report.article.sha256)
    except StoreError as error:
        log.warning("article=%s reviews could not be read: %s", job.origin, error)
        return ()


def _begin(job: Job, article: Article) -> tuple[str, str]:
    """The run's id and no note; or no id and the note that says why."""
    if job.store is None:
        return "", ""
    try:
        killed = job.store.unfinished(job.origin)
        if killed is not None and job.now - killed < TAKEN_UP:
            job.desk = for_article(job.desk, killed)
        return job.store.begin(article, origin=job.origin, batch=job.order.batch, now=job.now), ""
    except StoreError as error:
        return "", f"the run was not recorded: {error}"


def _refuse(job: Job, error: VerifyError) -> None:
    if job.store is None:
        return
    try:
        job.store.refuse(job.origin, str(error), batch=job.order.batch)
    except StoreError as trouble:
        log.warning("article=%s the failure was not recorded: %s", job.origin, trouble)


def _fail(job: Job, run: str, error: VerifyError) -> None:
    if job.store is None or not run:
        return
    try:
        job.store.fail(run, str(error))
    except StoreError as trouble:
        log.warning("article=%s the failure was not recorded: %s", job.origin, trouble)


def _finish(job: Job, run: str, report: Report, folder: Path) -> str:
    if job.store is None or not run:
        return ""
    try:
        job.store.finish(run, report, folder)
    except StoreError as error:
        return f"the run was not recorded: {error}"
    return ""
