"""How many workers of the desk call a host at present: a lease for each worker and host.

A worker says once a minute that it calls a host, and counts who else does: never a
lease for a request. All of them need one database.
"""

from __future__ import annotations

import asyncio
import logging
import os
import platform
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from verify.errors import StoreError

if TYPE_CHECKING:
    from verify.store import Store

log = logging.getLogger("verify.flows")

TOLD_EVERY_S = 30.0
LASTS_S = 90.0  # a worker that was killed counts for so long


class HostShares:
    """Implements `verify.web.pacing.Sharing`."""

    def __init__(
        self,
        store: Store,
        at_least: int = 1,
        *,
        holder: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`at_least`: workers that were begun together, before they know of each other.

        `holder` names the worker; by default it is this process.
        """
        self._store = store
        self._at_least = at_least
        self._clock = clock
        self._holder = holder or f"{platform.node()[:40]}-{os.getpid()}"
        self._known: dict[str, tuple[float, int]] = {}

    async def __call__(self, host: str) -> int:
        """Workers that share `host`, this one included."""
        until, found = self._known.get(host, (0.0, self._at_least))
        now = self._clock()
        if now >= until:
            # Said before asking: of many requests at once only the first one asks.
            self._known[host] = (now + TOLD_EVERY_S, found)
            found = await asyncio.to_thread(self._count, host, found)
            self._known[host] = (now + TOLD_EVERY_S, found)
        return found

    def _count(self, host: str, before: int) -> int:
        try:
            live = self._store.sharers(f"host {host}", LASTS_S, holder=self._holder)
            return max(self._at_least, live)
        except StoreError as error:
            log.warning("host=%s who else calls it is not known: %s", host, error)
            return before
