"""What a status and a head mean: the tables behind the client's failures."""

from __future__ import annotations

from datetime import datetime

from verify.errors import FetchError
from verify.redact import mask
from verify.types import Reason, Request
from verify.web.pacing import retry_after

Headers = tuple[tuple[str, str], ...]

REDIRECTS = {301, 302, 303, 307, 308}
TO_GET = {301, 302, 303}  # a POST becomes a GET, as every browser does it

REASONS = {
    401: Reason.FORBIDDEN,
    402: Reason.PAYWALL,
    403: Reason.FORBIDDEN,
    404: Reason.NOT_FOUND,
    406: Reason.UNSUPPORTED_TYPE,
    407: Reason.FORBIDDEN,
    408: Reason.TIMEOUT,
    410: Reason.GONE,
    415: Reason.UNSUPPORTED_TYPE,
    425: Reason.RATE_LIMITED,
    429: Reason.RATE_LIMITED,
    451: Reason.LEGAL,
}
KEY_REFUSED = {401, 403}  # of a request that carries a key

# Asking again can help; anything else stays as it is.
RETRIED = {Reason.RATE_LIMITED, Reason.SERVER_ERROR, Reason.UNREACHABLE}

SAID = 300  # characters of a failed answer that a gap repeats
NOT_TEXT = ("image/", "audio/", "video/", "font/", "model/")

# Describes the transfer, not the page; or is nobody's business in an archive.
_DROPPED = {
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "content-encoding",
    "content-length",
    "set-cookie",
    "set-cookie2",
}


def header(headers: Headers, name: str) -> str:
    """The first header of that (lower-case) name, or ""."""
    return next((v for n, v in headers if n.lower() == name), "")


def failure(
    status: int, headers: Headers, request: Request, now: datetime, said: str = ""
) -> FetchError | None:
    """The error that an answer's head stands for; None for one whose body can be read.

    `said` is the beginning of its body: what an interface says of its own failure.
    """
    wait = retry_after(header(headers, "retry-after"), now)
    reason = _reason(status, request, wait, said)
    if reason is None:
        return None
    detail = f"the site answered {status}"
    if reason is Reason.RATE_LIMITED and wait is not None:
        detail += f" and wants {wait:.0f} s of silence"
    return FetchError(reason, f"{detail}: {said}" if said else detail, retry_after=wait)


def _reason(status: int, request: Request, wait: float | None, said: str) -> Reason | None:
    if 200 <= status < 300 and status != 206:
        # A wiki whose databases lag says so with status 200 and Retry-After (API:Etiquette).
        return Reason.RATE_LIMITED if request.api and wait is not None else None
    for words, meant in request.refusals:
        if words.lower() in said.lower():
            return Reason(meant)
    if request.secret and status in KEY_REFUSED:
        return Reason.BAD_KEY
    other = Reason.SERVER_ERROR if 500 <= status < 600 else Reason.BAD_ANSWER
    return REASONS.get(status, other)


def words_of(body: bytes, request: Request) -> str:
    """What the beginning of a failed answer says, on one line, without keys; "" for a web page."""
    text = " ".join(body.decode("utf-8", "replace").split())
    return "" if text.startswith("<") else mask(text, request)[:SAID]


def refuse_type(headers: Headers) -> None:
    """Raises FetchError unsupported_type for pictures, sound and film, before they are read."""
    kind = header(headers, "content-type").strip().lower()
    if kind.startswith(NOT_TEXT):
        raise FetchError(Reason.UNSUPPORTED_TYPE, f"the answer is {kind[:60]}, not text")


def kept(headers: Headers, request: Request) -> Headers:
    """The headers that a snapshot keeps, with any secret value masked."""
    return tuple((n, mask(v, request)) for n, v in headers if n.lower() not in _DROPPED)
