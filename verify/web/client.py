"""The polite client: paced, guarded, bounded, honest about who calls, and able to say why not."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from types import TracebackType
from typing import Self, TypeVar

from verify.errors import ArchiveError, ConfigError, FetchError
from verify.ports import Archive, Fetcher
from verify.redact import MASK, public, public_url, secret_values
from verify.types import Reason, Request, Snapshot, sha256
from verify.web import freshness
from verify.web.answers import REDIRECTS, RETRIED, failure, kept, refuse_type, words_of
from verify.web.guard import Guard, GuardedBackend, Resolve, resolve
from verify.web.hops import Hop, first_hop, next_hop
from verify.web.outages import GivenUp, Outages
from verify.web.pacing import Pacing, Sharing, alone
from verify.web.robots import AGENT, MAX_BYTES, Answer, Robots, Settled
from verify.web.settings import WebSettings
from verify.web.wire import Cookies, Exchange, Wire

ERROR_BYTES = 16 * 1024  # of a failed answer; an interface's errors have a few hundred

T = TypeVar("T")
Left = Callable[[], float]  # seconds that the caller's budget still has


def _utc() -> datetime:
    return datetime.now(UTC)


class PoliteClient:
    """Fetches over http and https; implements `ports.Fetcher`. An async context manager.

    One client for one run: it remembers robots.txt, the pace of every host and
    its connections. `fetch` counts its time budget from entering the context;
    `article()` gives a fetcher with a budget of its own.
    """

    def __init__(
        self,
        settings: WebSettings,
        *,
        contact: str,
        archive: Archive | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = _utc,
        resolve: Resolve = resolve,
        sharing: Sharing = alone,
    ) -> None:
        """`contact` is an address where a site can complain. With an `archive`, answers
        that are still fresh are used again and others are asked for conditionally.

        Without a contact nothing is asked: every fetch raises FetchError not_configured.
        Raises ConfigError for a contact that cannot stand in a header.
        """
        if not contact.isascii() or not contact.isprintable():
            raise ConfigError("contact must be an e-mail or web address, in printable ASCII")
        self._contact = contact.strip()
        self._settings = settings
        self._archive = archive if settings.reuse_fresh else None
        self._clock = clock
        self._now = now
        self._agent = f"{AGENT}/{version('verification-desk')} (+{self._contact})"
        self._wire = Wire(settings, GuardedBackend(Guard(settings.allow), resolve))
        self._pacing = Pacing(
            per_host=settings.per_host_concurrency,
            interval=settings.per_host_interval_s,
            total=settings.concurrency,
            longest_wait=settings.retry_after_max_s,
            clock=clock,
            sharing=sharing,
        )
        self._outages = Outages(clock)
        self._robots = Robots(self._robots_txt, clock)
        self._deadline = clock() + settings.budget_s

    async def __aenter__(self) -> Self:
        self._deadline = self._clock() + self._settings.budget_s
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._wire.close()

    def article(self, since: datetime | None = None) -> Fetcher:
        """A fetcher that shares all of this client but the time budget, which starts now.

        What the archive got from `since` on is used as it is: a run that was killed is
        taken up without asking twice.
        """
        return _ArticleFetcher(self, self._clock() + self._settings.budget_s, since)

    async def fetch(self, request: Request) -> Snapshot:
        """The snapshot, status 2xx only. Raises FetchError with a Reason otherwise."""
        return await self.fetch_until(request, self._deadline)

    async def fetch_until(
        self, request: Request, deadline: float, since: datetime | None = None
    ) -> Snapshot:
        """As `fetch`, with the end of the time budget on the client's clock, and the moment
        from which on the archive's answers are taken as they are."""
        if not self._contact:
            raise FetchError(
                Reason.NOT_CONFIGURED,
                'sites want to know whom to write to: set contact = "desk@your-newsroom.example"',
            )
        stored = self._stored(public(request))
        if stored is not None and freshness.usable(stored, public(request), self._now(), since):
            return replace(stored, request=public(request))

        def left() -> float:
            return deadline - self._clock()

        try:
            async with asyncio.timeout(max(0.0, left())):
                return await self._again(lambda: self._page(request, stored, left), left)
        except TimeoutError as error:
            raise FetchError(
                Reason.BUDGET, f"the {self._settings.budget_s:g} s for one article are used up"
            ) from error

    def _stored(self, request: Request) -> Snapshot | None:
        if self._archive is None or request.method != "GET":
            return None
        try:
            return self._archive.find(request)
        except ArchiveError:  # a damaged record is reported by `verify archive verify`
            return None

    async def _again(self, ask: Callable[[], Awaitable[T]], left: Left) -> T:
        """The one retry policy: backoff doubling, or what Retry-After says, within bounds."""
        for attempt in range(self._settings.retries):
            try:
                return await ask()
            except FetchError as error:
                wait = max(self._settings.backoff_s * 2**attempt, error.retry_after or 0.0)
                hopeless = isinstance(error, Settled | GivenUp) or error.reason not in RETRIED
                if hopeless or wait > min(left(), self._settings.retry_after_max_s):
                    raise
            await asyncio.sleep(wait)
        return await ask()

    async def _page(self, request: Request, stored: Snapshot | None, left: Left) -> Snapshot:
        """The answer at the end of the redirects, each hop checked like the first."""

        async def finish(hop: Hop, exchange: Exchange) -> Snapshot:
            if exchange.status == 304 and stored is not None and hop.condition:
                return self._unchanged(stored, exchange, request)
            return await self._snapshot(hop, exchange, request)

        async def prepare(hop: Hop) -> Hop:
            self._pacing.slow_down(hop.at.host, request.pause)
            if self._obeys_robots(request):
                pause = await self._robots.allow(hop.at.origin, hop.at.url)
                self._pacing.slow_down(hop.at.host, pause)
            if stored is None or public_url(hop.at.url, request) != stored.url:
                return hop
            return replace(hop, condition=freshness.validators(stored))

        return await self._follow(request, left, prepare, finish)

    async def _follow(
        self,
        request: Request,
        left: Left,
        prepare: Callable[[Hop], Awaitable[Hop]],
        finish: Callable[[Hop, Exchange], Awaitable[T]],
    ) -> T:
        """Goes from hop to hop by hand: `prepare` before each, `finish` where it ends."""
        cookies = Cookies()
        hop = first_hop(request, agent=self._agent, language=self._settings.accept_language)
        for _ in range(self._settings.max_redirects + 1):
            hop = await prepare(hop)
            async with self._sent(hop, cookies, left) as exchange:
                if exchange.status not in REDIRECTS:
                    return await finish(hop, exchange)
                await exchange.drain()
                hop = next_hop(hop, exchange.status, exchange.headers, request)
        raise FetchError(
            Reason.TOO_MANY_REDIRECTS, f"more than {self._settings.max_redirects} redirects"
        )

    def _obeys_robots(self, request: Request) -> bool:
        """RFC 9309 is for crawlers of pages; an interface made for programs is there for us."""
        return self._settings.respect_robots and not request.api

    @asynccontextmanager
    async def _sent(self, hop: Hop, cookies: Cookies, left: Left) -> AsyncIterator[Exchange]:
        """A hop under way: the host's slot around the exchange."""
        headers = hop.headers + hop.condition
        at = hop.at
        async with self._pacing.slot(at.host, left, lambda: self._outages.refuse(at.origin)):
            with self._outages.trying(at.origin) as answered:
                async with self._wire.exchange(
                    hop.method, at.url, headers, hop.body, cookies
                ) as exchange:
                    answered()
                    yield exchange

    async def _snapshot(self, hop: Hop, exchange: Exchange, request: Request) -> Snapshot:
        if failure(exchange.status, exchange.headers, request, self._now()):
            raise await self._failed(hop, exchange, request)
        refuse_type(exchange.headers)
        body = _without_secrets(await exchange.body(), request)
        if not body and hop.method != "HEAD":
            raise FetchError(Reason.EMPTY, f"the site answered {exchange.status} with nothing")
        return Snapshot(
            url=public_url(hop.at.url, request),
            status=exchange.status,
            headers=kept(exchange.headers, request),
            body=body,
            fetched_at=self._now(),
            sha256=sha256(body),
            request=public(request),
        )

    async def _failed(self, hop: Hop, exchange: Exchange, request: Request) -> FetchError:
        """The error that the answer stands for; a host that wants silence gets it."""
        said = ""
        if request.api:
            said = words_of(await _beginning(exchange), request)
        else:
            await exchange.drain()
        error = failure(exchange.status, exchange.headers, request, self._now(), said)
        assert error is not None
        if error.reason in RETRIED and error.retry_after:
            self._pacing.hold(hop.at.host, error.retry_after)
        return error

    def _unchanged(self, stored: Snapshot, exchange: Exchange, request: Request) -> Snapshot:
        return replace(
            stored,
            headers=freshness.updated(stored.headers, kept(exchange.headers, request)),
            fetched_at=self._now(),
            request=public(request),
        )

    async def _robots_txt(self, url: str) -> Answer:
        """A robots.txt, redirects followed. Raises FetchError for 429 and 5xx too."""

        def left() -> float:  # whoever asked is cancelled by its own budget
            return self._settings.budget_s

        request = Request(url, source="robots.txt", purpose="robots")

        async def prepare(hop: Hop) -> Hop:
            return hop

        async def finish(hop: Hop, exchange: Exchange) -> Answer:
            if exchange.status == 429 or exchange.status >= 500:
                raise await self._failed(hop, exchange, request)
            if not 200 <= exchange.status < 300:
                await exchange.drain()
                return Answer(exchange.status, b"")
            return Answer(exchange.status, await exchange.start_of_body(MAX_BYTES))

        return await self._again(lambda: self._follow(request, left, prepare, finish), left)


class _ArticleFetcher:
    """A client's fetches under a time budget of their own."""

    def __init__(self, client: PoliteClient, deadline: float, since: datetime | None) -> None:
        self._client = client
        self._deadline = deadline
        self._since = since

    async def fetch(self, request: Request) -> Snapshot:
        """As `PoliteClient.fetch`."""
        return await self._client.fetch_until(request, self._deadline, self._since)


async def _beginning(exchange: Exchange) -> bytes:
    """The first bytes of a failed answer, in which an interface says why; b"" if unreadable."""
    try:
        return await exchange.start_of_body(ERROR_BYTES)
    except FetchError:
        return b""


def _without_secrets(body: bytes, request: Request) -> bytes:
    """Some interfaces quote the key they were called with."""
    for value in secret_values(request):
        body = body.replace(value.encode(), MASK.encode())
    return body
