"""`verify check`: as a flow where a Prefect server is to be had, directly where none is.

Prefect is imported only when a flow runs; the environment is set before that.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.environment import quiet_environment
from flows.job import Checked, Job, Order, directly, guarded, unseen
from flows.logs import configure
from flows.server import Starting, answers, starting_server, with_address
from verify.config import Settings
from verify.errors import StoreError, VerifyError
from verify.types import PartialDate

if TYPE_CHECKING:
    from verify.ports import Progress
    from verify.store import Store
    from verify.wiring import Desk

HOME = Path(".verify/prefect")  # from the configuration's folder
DIRECT = "run directly, without Prefect (set PREFECT_API_URL or say --flow for a recorded run)"


async def run_check(
    origins: Sequence[str],
    settings: Settings,
    *,
    flow: bool = False,
    published: PartialDate | None = None,
    as_of: date | None = None,
    offline: bool = False,
    stdin: bytes | None = None,
    out: Path,
    formats: Sequence[str] = ("md", "json"),
    progress: Progress = unseen,
    environ: Mapping[str, str] = os.environ,
    store: Store | None = None,
) -> list[Checked]:
    """Check articles one after the other; one bad article never stops the rest.

    With PREFECT_API_URL in `environ`, or `flow`, each is a run of the flow
    `check-article`; `flow` starts a local server where none answers. Raises
    ConfigError, ArchiveError, and ServerError where `flow` cannot be had.
    """
    from verify.loading import loading

    configure(environ)
    order = Order(out, formats, published, as_of, stdin)
    async with AsyncExitStack() as stack:
        address = with_address(environ)
        # A server of our own starts in its process while this one imports and loads.
        server = await stack.enter_async_context(_prefect(settings, address, flow))
        if any(map(_at_hand, origins)):
            # Before the database, the desk and their libraries: weights need little of Python.
            stack.enter_context(loading(settings))
        record, note = stack.enter_context(_recorded(settings, store))
        desk = await stack.enter_async_context(_desk(settings, environ, offline))
        jobs = [Job(o, desk, order, store=record, progress=progress) for o in origins]
        if server is not None:
            done = await _flown(jobs, server)
        else:
            done = [await guarded(job, directly) for job in jobs]
            note = "; ".join(part for part in (DIRECT, note) if part)
    return [replace(done[0], note=_joined(done[0].note, note)), *done[1:]] if done else []


def _joined(*notes: str) -> str:
    return "; ".join(note for note in notes if note)


@asynccontextmanager
async def _desk(
    settings: Settings, environ: Mapping[str, str], offline: bool
) -> AsyncIterator[Desk]:
    from verify.wiring import open_desk

    async with open_desk(settings, environ=environ, offline=offline) as desk:
        yield desk


@contextmanager
def _recorded(settings: Settings, store: Store | None) -> Iterator[tuple[Store | None, str]]:
    """The store, opened where none was given; without one, the line that says why."""
    with ExitStack() as stack:
        if store is not None:
            yield store, ""
            return
        try:
            from verify.store import open_store

            opened: Store | None = stack.enter_context(open_store(settings))
            note = ""
        except StoreError as error:
            opened, note = None, f"the run is not recorded: {error}"
        yield opened, note


class Running:
    """A configured server that answers."""

    def __init__(self, address: str) -> None:
        self.address = address

    async def ready(self) -> None:
        """It is."""


@asynccontextmanager
async def _prefect(
    settings: Settings, address: str, own: bool
) -> AsyncIterator[Running | Starting | None]:
    """The configured Prefect server, else (`own`) one for this run, else none.

    Raises ServerError, or VerifyError where the configured one does not answer.
    """
    if not (address or own):
        yield None
        return
    home = settings.path(HOME)
    # Our own line says what failed; Prefect's log would add a traceback to it.
    quiet_environment(home, level="CRITICAL")
    there = await asyncio.to_thread(answers, address) if address else False
    if there:
        yield Running(address)
        return
    if not own:
        raise VerifyError(
            f"the Prefect server at {address} does not answer: start it, unset "
            "PREFECT_API_URL to run without it, or say --flow to start one for this run"
        )
    with starting_server(home) as server:
        yield server


async def _flown(jobs: Sequence[Job], server: Running | Starting) -> list[Checked]:
    """Each job as a run of the flow, one after the other. Raises ServerError."""
    from flows.check_article import run_in_flow

    await server.ready()
    with _addressed(server.address):
        return [await run_in_flow(job) for job in jobs]


def _at_hand(origin: str) -> bool:
    """Whether there is something to read, so that loading the models is not in vain."""
    return origin == "-" or ("://" not in origin and Path(origin).is_file())


@contextmanager
def _addressed(address: str) -> Iterator[None]:
    """Prefect's clients in this process talk to `address`."""
    from prefect.settings import PREFECT_API_URL, temporary_settings

    updates: dict[Any, Any] = {PREFECT_API_URL: address}
    with temporary_settings(updates):
        yield


async def run_watch(
    settings: Settings,
    *,
    told: Callable[[Checked], None],
    out: Path,
    formats: Sequence[str] = ("md", "json"),
    environ: Mapping[str, str] = os.environ,
    every_minutes: float | None = None,
    once: bool = False,
) -> None:
    """`verify watch`: a desk with no server of its own, one process, until it is stopped.

    Every article that was checked, or could not be, is handed to `told`. Raises
    ConfigError, StoreError, ArchiveError.
    """
    from flows.watching import watch_for_ever

    configure(environ)
    order = Order(out, formats)
    await watch_for_ever(
        settings, order, environ=environ, told=told, every_minutes=every_minutes, once=once
    )


async def run_recheck(
    settings: Settings,
    *,
    out: Path,
    search: str = "",
    since_days: int = 90,
    limit: int = 50,
    offline: bool = False,
    environ: Mapping[str, str] = os.environ,
) -> tuple[str, Path]:
    """`verify recheck`: the digest of what changed, and the file it was written to."""
    from flows.opening import opened
    from flows.rechecking import recheck_reports

    configure(environ)
    async with opened(settings, offline=offline, environ=environ) as at:
        _, text, page = await recheck_reports(
            at, out, search=search, since_days=since_days, limit=limit, environ=environ
        )
    return text, page
