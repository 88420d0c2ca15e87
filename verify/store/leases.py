"""Leases: who works on what, so that two runs on one article at once do it once."""

from __future__ import annotations

import contextlib
import os
import platform
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Engine, and_, delete, func, or_, select

from verify.store.database import reading, upserting, writing
from verify.store.tables import LEASES

Clock = Callable[[], float]  # seconds since 1970

# Two machines' clocks may differ, and a process may wait between looking at the clock
# and asking: that is no clock set back.
SKEW_MS = 600_000


@dataclass(frozen=True)
class Lease:
    """The right to work on `name` until it is given back or runs out."""

    name: str
    holder: str


def new_holder() -> str:
    """A name for this process that no other has, before or after."""
    return f"{platform.node()[:40]}-{os.getpid()}-{uuid.uuid4().hex[:12]}"


def take(
    engine: Engine, name: str, seconds: float, *, holder: str, clock: Clock = time.time
) -> Lease | None:
    """The lease, or None while somebody else holds it. Raises StoreError.

    A lease taken well in the future is from before the clock was set back: it
    counts as run out.
    """
    now = round(clock() * 1000)
    row = {"name": name, "holder": holder, "taken": now, "until": now + round(seconds * 1000)}
    set_back = LEASES.c.taken > now + SKEW_MS
    free = or_(LEASES.c.holder == holder, LEASES.c.until <= now, set_back)
    statement = upserting(engine)(LEASES).values(row)
    statement = statement.on_conflict_do_update(
        index_elements=[LEASES.c.name],
        set_={k: v for k, v in row.items() if k != "name"},
        where=free,
    )
    with writing(engine) as connection:
        taken = connection.execute(statement.returning(LEASES.c.holder)).first()
    return Lease(name, holder) if taken else None


def sharers(engine: Engine, name: str, *, clock: Clock = time.time) -> int:
    """How many leases below `name` ("name/…") are running. Raises StoreError."""
    now = round(clock() * 1000)
    live = and_(LEASES.c.until > now, LEASES.c.taken <= now + SKEW_MS)
    below = LEASES.c.name.startswith(f"{name}/", autoescape=True)
    with reading(engine) as connection:
        query = select(func.count()).select_from(LEASES).where(below, live)
        return int(connection.execute(query).scalar_one())


def give_back(engine: Engine, lease: Lease) -> None:
    """End the lease, if it is still ours. Raises StoreError."""
    with writing(engine) as connection:
        connection.execute(
            delete(LEASES).where(LEASES.c.name == lease.name, LEASES.c.holder == lease.holder)
        )


@contextlib.contextmanager
def held(
    engine: Engine, name: str, seconds: float, *, holder: str, clock: Clock = time.time
) -> Iterator[Lease | None]:
    """The lease for the time of a block; None where somebody else holds it."""
    lease = take(engine, name, seconds, holder=holder, clock=clock)
    try:
        yield lease
    finally:
        if lease:
            give_back(engine, lease)
