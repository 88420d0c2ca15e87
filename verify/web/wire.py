"""One exchange over the network, bounded on every side. The only module that knows httpx."""

from __future__ import annotations

import asyncio
import logging
import ssl
import zlib
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpcore
import httpx

from verify.errors import ConfigError, FetchError
from verify.types import Reason
from verify.web.guard import GuardedBackend
from verify.web.inflate import decoder
from verify.web.settings import WebSettings

Headers = tuple[tuple[str, str], ...]
Cookies = httpx.Cookies  # of one chain of redirects; never kept beyond it

SCHEMES = ("http", "https")
KEEP_ALIVE_S = 15.0
# httpcore compares every connection of a pool with every other at each request: 1,000 pages from
# 50 hosts took 4.4 s out of one pool and 1.6 s out of 64 (benchmarks.web --interval 0, 2026-11).
POOLS = 64
# A body larger than SMALL waits for one of LARGE places, so that a hundred bombs at once hold no
# more memory than LARGE of them. A SLICE of a compressed body is at most 1 MB once decompressed.
SMALL = 2_000_000
LARGE = 4
SLICE = 1024
CHUNK = 1_000_000  # of a body that is not compressed
DRAINED = 64 * 1024  # a smaller body we do not want is read anyway, to keep the connection

# At DEBUG these write paths and header values, keys included.
for _name in ("hpack", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)


@dataclass(frozen=True)
class Place:
    """A parsed address."""

    url: str  # without fragment
    origin: str  # scheme, host and port
    host: str


def place(url: str, base: str | None = None) -> Place:
    """Parses an address, relative to `base` where given.

    Raises FetchError: bad_answer for what is no address, refused_address for
    any scheme but http and https.
    """
    try:
        parsed = (httpx.URL(base).join(url) if base else httpx.URL(url)).copy_with(fragment=None)
        parsed = parsed.copy_with(username=None, password=None)
        host, scheme = parsed.host, parsed.scheme
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise FetchError(Reason.BAD_ANSWER, "that is not a valid address") from error
    if scheme not in SCHEMES:
        raise FetchError(
            Reason.REFUSED_ADDRESS, f"only http and https are fetched, not {scheme[:20] or '?'}:"
        )
    if (
        host.strip(".") == ""
        or host.startswith(".")
        or not 0 < (80 if parsed.port is None else parsed.port) < 65536
    ):
        raise FetchError(Reason.BAD_ANSWER, "the address names no host, or no possible port")
    return Place(str(parsed), f"{scheme}://{parsed.netloc.decode('ascii')}", host.lower())


class Exchange:
    """The head of an answer; the body is read only if somebody wants it."""

    def __init__(
        self, response: httpx.Response, settings: WebSettings, large: asyncio.Semaphore
    ) -> None:
        self._response = response
        self._settings = settings
        self._large = large
        self.status = response.status_code
        self.headers: Headers = tuple(response.headers.multi_items())
        size = sum(len(name) + len(value) + 4 for name, value in response.headers.raw)
        if size > settings.header_bytes:
            raise FetchError(Reason.TOO_LARGE, f"the head of the answer has {size:,} bytes")

    async def body(self) -> bytes:
        """The whole body, decompressed. Raises FetchError too_large, bad_answer, unreachable."""
        limit = self._settings.body_bytes
        if (self._announced() or 0) > limit:
            raise _too_large(limit)
        encoding = self._response.headers.get("content-encoding", "")
        out, received = decoder(encoding, self._decoded_limit()), 0
        step = SLICE if encoding else CHUNK
        async with AsyncExitStack() as place:
            async for chunk in self._response.aiter_raw():
                received += len(chunk)
                if received > limit:
                    raise _too_large(limit)
                for start in range(0, len(chunk), step):
                    was_small = out.size <= SMALL
                    out.feed(chunk[start : start + step])
                    if was_small and out.size > SMALL:
                        await place.enter_async_context(self._large)
            return out.finish()

    async def start_of_body(self, limit: int) -> bytes:
        """At most `limit` bytes from the beginning; what follows is left unread."""
        out = decoder(self._response.headers.get("content-encoding", ""), limit + 1_000_000)
        received = 0
        async for chunk in self._response.aiter_raw():
            received += len(chunk)
            out.feed(chunk[: max(0, limit - received + len(chunk))])
            if received >= limit:
                return out.so_far()[:limit]
        return out.finish()[:limit]

    async def drain(self) -> None:
        """Reads a small body nobody wants, so that the connection can be used again."""
        size = self._announced()
        if size is not None and size <= DRAINED:
            async for _ in self._response.aiter_raw():
                pass

    def _announced(self) -> int | None:
        text: str = self._response.headers.get("content-length", "")
        if not (text.isascii() and text.isdigit()):
            return None
        return int(text[:20])  # HTTP/2 puts no bound on the digits; twenty are too many anyway

    def _decoded_limit(self) -> int:
        return self._settings.decoded_bytes


def _too_large(limit: int) -> FetchError:
    return FetchError(Reason.TOO_LARGE, f"the page is larger than {limit / 1e6:g} MB (max_body_mb)")


class Wire:
    """Connections to many hosts: HTTP/2 where offered, no proxy, no cookies of its own."""

    def __init__(self, settings: WebSettings, backend: GuardedBackend) -> None:
        """Raises ConfigError if `ca_file` cannot be read."""
        self._settings = settings
        self._large = asyncio.Semaphore(LARGE)
        context = _trust(settings.ca_file)
        self._transports = tuple(
            _Transport(
                httpcore.AsyncConnectionPool(
                    ssl_context=context,
                    max_connections=settings.concurrency,
                    max_keepalive_connections=settings.concurrency,
                    keepalive_expiry=KEEP_ALIVE_S,
                    http1=True,
                    http2=True,
                    network_backend=backend,
                )
            )
            for _ in range(POOLS)
        )

    async def close(self) -> None:
        """Closes every connection."""
        for transport in self._transports:
            await transport.aclose()

    @asynccontextmanager
    async def exchange(
        self, method: str, url: str, headers: Headers, body: bytes, cookies: Cookies
    ) -> AsyncIterator[Exchange]:
        """Sends a request and gives the answer's head.

        Raises FetchError: timeout, unreachable, refused_address, too_large, bad_answer.
        """
        with _our_errors():
            try:
                async with asyncio.timeout(self._settings.timeout_s):
                    response = await self._head(method, url, headers, body, cookies)
                    try:
                        yield Exchange(response, self._settings, self._large)
                    finally:
                        await response.aclose()
            except TimeoutError as error:
                raise FetchError(
                    Reason.TIMEOUT, f"not finished after {self._settings.timeout_s:g} s"
                ) from error

    async def _head(
        self, method: str, url: str, headers: Headers, body: bytes, cookies: Cookies
    ) -> httpx.Response:
        limit = self._settings.first_byte_s
        times = dict.fromkeys(("connect", "read", "write", "pool"), self._settings.timeout_s)
        times["connect"] = limit
        request = httpx.Request(
            method, url, headers=list(headers), content=body, extensions={"timeout": times}
        )
        cookies.set_cookie_header(request)
        try:
            async with asyncio.timeout(limit):
                response = await self._transport_for(request).handle_async_request(request)
        except TimeoutError as error:
            raise FetchError(Reason.TIMEOUT, f"no answer within {limit:g} s") from error
        response.request = request
        cookies.extract_cookies(response)
        return response

    def _transport_for(self, request: httpx.Request) -> httpx.AsyncHTTPTransport:
        return self._transports[zlib.crc32(request.url.netloc) % POOLS]


class _Transport(httpx.AsyncHTTPTransport):
    """httpx's transport over a pool of our making; httpx 0.28 has no argument for it."""

    def __init__(self, pool: httpcore.AsyncConnectionPool) -> None:
        self._pool = pool


def _trust(ca_file: Path | None) -> ssl.SSLContext:
    context = httpx.create_ssl_context(trust_env=False)
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=str(ca_file))
        except OSError as error:
            raise ConfigError(f"web.ca_file {ca_file} cannot be used: {error}") from error
    return context


@contextmanager
def _our_errors() -> Iterator[None]:
    """httpx's errors as ours. Their texts may quote an address, so they are not passed on."""
    try:
        yield
    except httpx.TimeoutException:
        raise FetchError(Reason.TIMEOUT, "the site did not answer in time") from None
    except httpx.RemoteProtocolError as error:
        raise _protocol_error(str(error)) from None
    except httpx.ConnectError:
        raise FetchError(Reason.UNREACHABLE, "no connection to the site") from None
    except httpx.NetworkError:
        raise FetchError(Reason.UNREACHABLE, "the connection broke off") from None
    except (httpx.TransportError, httpx.StreamError):
        raise FetchError(Reason.BAD_ANSWER, "the exchange could not be made") from None


def _protocol_error(text: str) -> FetchError:
    if "without" in text:  # "disconnected without sending a response", "… complete message body"
        return FetchError(Reason.UNREACHABLE, "the site broke off in the middle of its answer")
    if "too long" in text:  # h11's bound on the head of an answer
        return FetchError(Reason.TOO_LARGE, "the head of the answer is too long")
    return FetchError(Reason.BAD_ANSWER, "the answer is not valid HTTP")
