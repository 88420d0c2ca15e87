"""Many articles, one after the other or a few at a time. No Prefect here.

Memory stays flat: what is kept of an article that is done is its `Outcome`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.job import Checked, Job, Order, guarded
from verify.errors import UsageError
from verify.types import sha256

if TYPE_CHECKING:
    from verify.config import Settings
    from verify.store import Store
    from verify.wiring import Desk

# While one article is being scored, the pages of the next are fetched.
AT_ONCE = 2

Runner = Callable[[Job], Awaitable[Checked]]


@dataclass(frozen=True)
class Outcome:
    """What is kept of one article of a batch."""

    origin: str
    folder: str = ""
    error: str = ""
    labels: tuple[tuple[str, int], ...] = ()  # label, claims


def outcome(checked: Checked) -> Outcome:
    """The few words that are kept of a checked article."""
    if checked.report is None:
        return Outcome(checked.origin, error=str(checked.error or "not checked"))
    counts: dict[str, int] = {}
    for verdict in checked.report.verdicts:
        counts[str(verdict.label)] = counts.get(str(verdict.label), 0) + 1
    return Outcome(checked.origin, str(checked.folder), labels=tuple(sorted(counts.items())))


def manifest(path: Path) -> tuple[str, ...]:
    """The articles of a batch: a folder's files, or a list with one path or address a line.

    Relative paths in a list start from the list's folder; `#` begins a comment.
    Raises UsageError.
    """
    try:
        if path.is_dir():
            files = (p for p in sorted(path.iterdir()) if p.is_file())
            return tuple(str(p) for p in files if not p.name.startswith("."))
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the list of articles {path} cannot be read: {error}") from error
    entries = (line.partition(" #")[0].strip() for line in lines)
    kept = (e for e in entries if e and not e.startswith("#"))
    return tuple(dict.fromkeys(e if "://" in e else str(path.parent / e) for e in kept))


def in_shard(origins: Sequence[str], shard: int, of: int) -> tuple[str, ...]:
    """The part of a batch that worker `shard` (from 0) of `of` does. Raises UsageError.

    An article belongs to the same shard wherever it stands in the list.
    """
    if not 0 <= shard < of:
        raise UsageError(f"there is no shard {shard} of {of}: shards are counted from 0")
    return tuple(o for o in origins if int(sha256(o)[:12], 16) % of == shard)


def batch_name(origins: Sequence[str], settings: Settings, code: str, now: datetime) -> str:
    """The same for the same articles, configuration and program on the same day.

    A batch that was killed is taken up under its name; what it has done is not done again.
    """
    listed = "\n".join(sorted(origins))
    digest = sha256("\0".join((listed, settings.sha256, code)))
    return f"batch-{now.astimezone(UTC):%Y-%m-%d}-{digest[:12]}"


def remaining(store: Store, batch: str, origins: Sequence[str]) -> tuple[str, ...]:
    """Those that the batch has not finished yet. Raises StoreError."""
    from verify.store.rows import place

    done = store.done_in(batch)
    return tuple(o for o in origins if place(o) not in done)


async def run_batch(
    origins: Iterable[str],
    desk: Desk,
    order: Order,
    *,
    store: Store | None = None,
    runner: Runner = guarded,
    at_once: int = AT_ONCE,
) -> AsyncIterator[Outcome]:
    """Check every article with `runner`, as `several` does."""

    async def check(origin: str) -> Outcome:
        return outcome(await runner(Job(origin, desk, order, store=store)))

    async for done in several(origins, check, at_once):
        yield done


async def several(
    origins: Iterable[str], check: Callable[[str], Coroutine[Any, Any, Outcome]], at_once: int
) -> AsyncIterator[Outcome]:
    """Check every article; outcomes come as they are ready.

    No more than `at_once` are in work, and the next is taken up only when one
    is handed over: whoever is slow to read holds the batch back.
    """
    waiting = iter(origins)
    working = {asyncio.create_task(check(o)) for o in islice(waiting, at_once)}
    try:
        while working:
            done, _ = await asyncio.wait(working, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                working.discard(task)
                yield task.result()
                working |= {asyncio.create_task(check(o)) for o in islice(waiting, 1)}
    finally:
        for task in working:
            task.cancel()


def digest_line(done: Sequence[Outcome]) -> str:
    """One line on a batch: how many reports, how many failures, how many refuted claims."""
    failed = [o for o in done if o.error]
    refuted = sum(n for o in done for label, n in o.labels if label == "refuted")
    return (
        f"{len(done) - len(failed)} reports, {len(failed)} articles not checked, "
        f"{refuted} claims refuted"
    )
