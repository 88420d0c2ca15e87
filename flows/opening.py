"""What every scheduled run needs first: a desk and a store, from a configuration file."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flows.hosts import HostShares
from flows.job import Order
from verify.config import Settings, load

if TYPE_CHECKING:
    from verify.store import Store
    from verify.wiring import Desk


@dataclass(frozen=True)
class Opened:
    """A desk and its store, open for one run."""

    settings: Settings
    desk: Desk
    store: Store

    def order(self, out: str | Path | None = None, batch: str = "") -> Order:
        """What the configuration asks of every report."""
        folder = Path(out) if out else self.settings.path(self.settings.report.out)
        return Order(folder, self.settings.report.formats, batch=batch)


def configured(config: str | None) -> Settings:
    """The settings of a flow's `config` parameter. Raises ConfigError."""
    return load(Path(config) if config else None)


@asynccontextmanager
async def opened(
    settings: Settings,
    *,
    offline: bool = False,
    of: int = 1,
    environ: Mapping[str, str] = os.environ,
) -> AsyncIterator[Opened]:
    """The desk and the store of a configuration. Raises ConfigError, StoreError, ArchiveError.

    `of` is the number of workers that were begun together; whoever else calls a host
    with the same store is counted too.
    """
    from verify.store import open_store
    from verify.wiring import open_desk

    with open_store(settings) as store:
        sharing = HostShares(store, of)
        async with open_desk(settings, environ=environ, offline=offline, sharing=sharing) as desk:
            yield Opened(settings, desk, store)
