"""robots.txt, read as RFC 9309 says, by Protego."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from protego import Protego

from verify.errors import FetchError
from verify.types import Reason

AGENT = "verification-desk"  # the product token that a robots.txt can name
MAX_BYTES = 512 * 1024  # RFC 9309 2.5: at least 500 KiB must be read; we stop there
KEEP_S = 24 * 3600.0  # RFC 9309 2.4: not longer than a day
KEEP_FAILURE_S = 300.0

# What stands behind a refusal to say more than "robots": the page would fail the same way.
_SAME_FOR_THE_PAGE = {
    Reason.REFUSED_ADDRESS,
    Reason.UNREACHABLE,
    Reason.BUDGET,
    Reason.RATE_LIMITED,
}


class Settled(FetchError):
    """A failure that asking again would not change: the answer is known for a while."""


@dataclass(frozen=True)
class Answer:
    """What asking for robots.txt brought: a status and the body's first bytes."""

    status: int
    body: bytes


Get = Callable[[str], Awaitable[Answer]]


@dataclass(frozen=True)
class _Rules:
    parsed: Protego | None  # None: everything is allowed
    failure: FetchError | None
    until: float


class Robots:
    """The rules of every origin that was asked, each fetched once."""

    def __init__(self, get: Get, clock: Callable[[], float]) -> None:
        """`get` fetches a robots.txt (redirects followed) and raises FetchError."""
        self._get = get
        self._clock = clock
        self._rules: dict[str, _Rules] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def allow(self, origin: str, url: str) -> float:
        """Seconds that the site wants between requests (0: it does not say).

        Raises Settled, with reason robots, where the rules forbid `url`, or cannot be read
        (5xx and no answer mean "forbidden", 4xx means "no rules").
        """
        rules = await self._of(origin)
        if rules.failure is not None:
            failure = rules.failure
            raise Settled(failure.reason, failure.detail, retry_after=failure.retry_after)
        if rules.parsed is None:
            return 0.0
        if not rules.parsed.can_fetch(url, AGENT):
            raise Settled(Reason.ROBOTS, f"{origin}/robots.txt forbids this page")
        return float(rules.parsed.crawl_delay(AGENT) or 0.0)

    async def _of(self, origin: str) -> _Rules:
        lock = self._locks.setdefault(origin, asyncio.Lock())
        async with lock:
            known = self._rules.get(origin)
            if known is None or known.until <= self._clock():
                known = await self._ask(origin)
                self._rules[origin] = known
            return known

    async def _ask(self, origin: str) -> _Rules:
        try:
            answer = await self._get(f"{origin}/robots.txt")
        except FetchError as error:
            return self._failed(origin, error)
        if 200 <= answer.status < 300:
            return _Rules(_parse(answer.body), None, self._clock() + KEEP_S)
        return _Rules(None, None, self._clock() + KEEP_S)

    def _failed(self, origin: str, error: FetchError) -> _Rules:
        if error.reason == Reason.TOO_MANY_REDIRECTS:  # RFC 9309 2.3.1.2: as if there were none
            return _Rules(None, None, self._clock() + KEEP_S)
        if error.reason in _SAME_FOR_THE_PAGE:
            keep = 0.0 if error.reason == Reason.BUDGET else KEEP_FAILURE_S
            return _Rules(None, error, self._clock() + keep)
        detail = f"{origin}/robots.txt cannot be read ({error.detail}), so nothing may be fetched"
        return _Rules(None, FetchError(Reason.ROBOTS, detail), self._clock() + KEEP_FAILURE_S)


def _parse(body: bytes) -> Protego:
    """Lenient: what is no rule is no rule. A byte order mark is dropped."""
    return Protego.parse(body[:MAX_BYTES].decode("utf-8", "replace").lstrip("\ufeff"))
