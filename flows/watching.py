"""Watching: what is new or changed is checked once, also when two runs overlap.

No Prefect here. `verify watch` is `watch_for_ever`; the flow `watch` is one round.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from flows.job import Checked, Job, Order, for_article, guarded, read
from flows.listings import Listed, listed
from verify.errors import VerifyError
from verify.types import Article

if TYPE_CHECKING:
    from verify.config import Settings
    from verify.store import Store
    from verify.wiring import Desk

log = logging.getLogger("verify.flows")

LEASE_S = 1800.0  # longer than an article takes; a killed run blocks its article so long


Runner = Callable[[Job, Article], Awaitable[Checked]]


async def in_process(job: Job, article: Article) -> Checked:
    """The article checked by a plain call."""
    return await guarded(job, article=article)


async def one_round(
    desk: Desk,
    store: Store,
    order: Order,
    *,
    runner: Runner = in_process,
    stopping: asyncio.Event | None = None,
) -> AsyncIterator[Checked]:
    """Check everything watched that is new or changed; yields what was checked or failed.

    A listing that cannot be read is yielded as a failure of that listing. Raises
    StoreError: without its memory a watch would check everything again.
    """
    found, unread = await listed(desk.settings, for_article(desk).fetcher)
    for one in unread:
        yield Checked(one.listing, error=VerifyError(one.error))
    for entry in found:
        if stopping is not None and stopping.is_set():
            return
        checked = await _look_at(entry, desk, store, order, runner)
        if checked is not None:
            yield checked


async def _look_at(
    entry: Listed, desk: Desk, store: Store, order: Order, runner: Runner
) -> Checked | None:
    """Check one article if it is new or changed and nobody else is at it."""
    if _known(entry, store):
        return None
    with store.lease(f"watch {entry.origin}", LEASE_S) as lease:
        # Asked again under the lease: the run that held it may just have finished.
        if lease is None or _known(entry, store):
            return None
        own = replace(order, published=order.published or entry.published)
        job = Job(entry.origin, desk, own, store=store)
        try:
            article = await read(job)
        except VerifyError as error:
            return Checked(entry.origin, error=error)
        before = store.seen(entry.origin)
        if before is not None and before[1] == article.sha256:
            store.mark_seen(entry.origin, entry.stamp, article.sha256)
            return None
        checked = await runner(job, article)
        if checked.report is not None:
            store.mark_seen(entry.origin, entry.stamp, article.sha256)
        return checked


def _known(entry: Listed, store: Store) -> bool:
    before = store.seen(entry.origin)
    return before is not None and bool(entry.stamp) and before[0] == entry.stamp


async def watch_for_ever(
    settings: Settings,
    order: Order,
    *,
    environ: Mapping[str, str],
    told: Callable[[Checked], None],
    every_minutes: float | None = None,
    once: bool = False,
) -> None:
    """Round after round in this process, until it is told to stop (Ctrl-C, SIGTERM).

    The article in work is finished first. Killed instead, the next start takes up
    what was begun: only what was reported counts as seen. Raises ConfigError,
    StoreError, ArchiveError.
    """
    from flows.telling import tell_desk
    from verify.store import open_store
    from verify.wiring import open_desk

    pause = 60 * (every_minutes or settings.watch.every_minutes)
    stopping = asyncio.Event()
    _stop_on_signals(stopping)
    with open_store(settings) as store:
        async with open_desk(settings, environ=environ) as desk:
            while not stopping.is_set():
                async for checked in one_round(desk, store, order, stopping=stopping):
                    lines = await tell_desk(checked, (), settings.notify, desk.fetcher, environ)
                    told(replace(checked, note="; ".join((checked.note, *lines)).strip("; ")))
                if once:
                    return
                with suppress(TimeoutError):
                    await asyncio.wait_for(stopping.wait(), pause)


def _stop_on_signals(stopping: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        # Not in a thread, and not on Windows: there the process is simply ended.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stopping.set)
