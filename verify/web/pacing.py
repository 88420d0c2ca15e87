"""Politeness per host: how many at once, how far apart, and not before it said so."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from verify.errors import FetchError
from verify.types import Reason

Clock = Callable[[], float]
Sharing = Callable[[str], Awaitable[int]]  # how many callers share a host, this one included


def _nothing() -> None:
    """Nothing speaks against asking."""


async def alone(host: str) -> int:
    """Nobody else calls the host from this desk."""
    return 1


@dataclass
class _Host:
    places: asyncio.Semaphore
    interval: float
    begun_at: float = -math.inf  # when the last request started (or will), on the client's clock
    next_at: float = 0.0  # when the next one may
    shut_until: float = 0.0  # the host asked for silence until then
    sharers: int = 1  # callers that keep to the interval together


class Pacing:
    """Slots for requests. One for all requests of a client, whatever asked for them.

    Own, because three things share one clock: the interval, a robots.txt
    Crawl-delay and Retry-After; a caller can be told at once that the wait is
    longer than it has time for.
    """

    def __init__(
        self,
        *,
        per_host: int,
        interval: float,
        total: int,
        longest_wait: float,
        clock: Clock,
        sharing: Sharing = alone,
    ) -> None:
        """`interval` and `longest_wait` in seconds; `clock` gives monotonic seconds.

        Where `sharing` says that n callers share a host, each keeps to an n-th of the pace.
        """
        self._per_host = per_host
        self._interval = interval
        self._total = asyncio.Semaphore(total)
        self._longest_wait = longest_wait
        self._clock = clock
        self._sharing = sharing
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def slot(
        self, host: str, left: Callable[[], float], refuse: Callable[[], None] = _nothing
    ) -> AsyncIterator[None]:
        """Waits for the host's turn and holds it. `left` gives the caller's seconds.

        `refuse` is called before and after the wait, and raises where asking has
        become useless meanwhile.

        Raises FetchError: rate_limited while the host wants silence for longer
        than we would wait, budget when the turn comes after the caller's time.
        """
        refuse()
        sharers = await self._sharing(host)
        state = self._host(host, sharers)
        state.sharers = sharers
        async with state.places:
            refuse()
            await self._turn(host, state, left)
            refuse()
            async with self._total:
                yield

    async def _turn(self, host: str, state: _Host, left: Callable[[], float]) -> None:
        while True:
            now = self._clock()
            silence = state.shut_until - now
            if silence > self._longest_wait:
                raise FetchError(
                    Reason.RATE_LIMITED,
                    f"{host} asked not to be called for another {silence:.0f} s",
                    retry_after=silence,
                )
            start = max(now, state.next_at, state.shut_until)
            if start - now > left():
                raise FetchError(Reason.BUDGET, f"{host}'s turn comes after the time budget")
            # Reserved before sleeping, so that two who wait do not wake for one turn.
            state.begun_at, state.next_at = start, start + state.interval * state.sharers
            if start <= now:
                return
            await asyncio.sleep(start - now)
            if state.shut_until <= self._clock():
                return

    def slow_down(self, host: str, interval: float) -> None:
        """Keeps at least `interval` seconds between requests to a host (Crawl-delay)."""
        state = self._host(host)
        state.interval = max(state.interval, interval)
        state.next_at = max(state.next_at, state.begun_at + state.interval * state.sharers)

    def hold(self, host: str, seconds: float) -> None:
        """No request to this host for that long (Retry-After)."""
        state = self._host(host)
        state.shut_until = max(state.shut_until, self._clock() + seconds)

    def _host(self, host: str, sharers: int = 1) -> _Host:
        if host not in self._hosts:
            places = asyncio.Semaphore(max(1, self._per_host // sharers))
            self._hosts[host] = _Host(places, self._interval)
        return self._hosts[host]


def retry_after(value: str, now: datetime) -> float | None:
    """Seconds from a Retry-After header (a number or an HTTP date); None if it says nothing.

    >>> retry_after("120", datetime(2026, 1, 1, tzinfo=UTC))
    120.0
    """
    text = value.strip()
    if text.isascii() and text.isdigit() and len(text) < 10:
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())
