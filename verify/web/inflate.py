"""Bodies, decompressed under a bound: a bomb costs no more memory than the bound."""

from __future__ import annotations

import zlib
from typing import Protocol

from verify.errors import FetchError
from verify.types import Reason

_STEP = 256 * 1024  # bytes decompressed at a time
_GZIP = 16 + zlib.MAX_WBITS


class Decoder(Protocol):
    """Takes a body as it arrives, gives it back as it was meant."""

    def feed(self, chunk: bytes) -> None:
        """More of the body. Raises FetchError too_large or bad_answer."""
        ...

    @property
    def size(self) -> int:
        """Bytes decoded until now."""
        ...

    def so_far(self) -> bytes:
        """What has been decoded until now."""
        ...

    def finish(self) -> bytes:
        """The whole decoded body. Raises FetchError bad_answer if it was cut short."""
        ...


def decoder(encoding: str, limit: int) -> Decoder:
    """A decoder for a Content-Encoding, giving at most `limit` bytes.

    Raises FetchError bad_answer for any encoding that we never ask for.
    """
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _Plain(limit)
    if name in ("gzip", "x-gzip"):
        return _Inflate(limit, gzip=True)
    if name == "deflate":
        return _Inflate(limit, gzip=False)
    raise FetchError(
        Reason.BAD_ANSWER, f"the answer is encoded as {name[:40]!r}, which was not asked for"
    )


class _Plain:
    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._out = bytearray()

    def feed(self, chunk: bytes) -> None:
        _keep_within(len(self._out) + len(chunk), self._limit)
        self._out += chunk

    @property
    def size(self) -> int:
        return len(self._out)

    def so_far(self) -> bytes:
        return bytes(self._out)

    def finish(self) -> bytes:
        return bytes(self._out)


class _Inflate:
    """gzip (of one or several members) and deflate (with zlib's header, or without)."""

    def __init__(self, limit: int, *, gzip: bool) -> None:
        self._limit = limit
        self._gzip = gzip
        self._out = bytearray()
        self._head = b""
        self._stream: zlib._Decompress | None = zlib.decompressobj(_GZIP) if gzip else None
        self._started = False
        self._full = False  # the last step gave all it may: zlib can still hold output back

    def feed(self, chunk: bytes) -> None:
        data = self._head + chunk
        self._head = b""
        if self._stream is None:
            if len(data) < 2:
                self._head = data
                return
            self._stream = zlib.decompressobj(_window(data))
        self._started = self._started or bool(data)
        while data or self._full:
            data = self._step(data)

    def _step(self, data: bytes) -> bytes:
        """Decompresses one bounded step; returns what is left to do."""
        stream = self._stream
        assert stream is not None  # made by `feed` with the first two bytes
        if stream.eof:
            self._full = False
            return self._next_member(data)
        try:
            out = stream.decompress(data, _STEP)
        except zlib.error as error:
            raise FetchError(Reason.BAD_ANSWER, "the compressed body is damaged") from error
        self._full = len(out) == _STEP
        self._out += out
        _keep_within(len(self._out), self._limit)
        return stream.unconsumed_tail or stream.unused_data

    def _next_member(self, data: bytes) -> bytes:
        if not self._gzip or data[:1] != b"\x1f":  # padding after the end is common, and harmless
            return b""
        self._stream = zlib.decompressobj(_GZIP)
        return data

    @property
    def size(self) -> int:
        return len(self._out)

    def so_far(self) -> bytes:
        return bytes(self._out)

    def finish(self) -> bytes:
        ended = self._stream is not None and self._stream.eof
        if (self._started or self._head) and not ended:
            raise FetchError(Reason.BAD_ANSWER, "the compressed body ends too early")
        return bytes(self._out)


def _window(head: bytes) -> int:
    """zlib's header is a multiple of 31 with method 8; some servers send raw deflate."""
    has_header = head[0] & 0x0F == 8 and (head[0] << 8 | head[1]) % 31 == 0
    return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS


def _keep_within(size: int, limit: int) -> None:
    if size > limit:
        raise FetchError(
            Reason.TOO_LARGE,
            f"decompressed, the page is larger than {limit / 1e6:g} MB (max_decoded_mb)",
        )
