"""The steps of a chain of redirects: what is sent first, and what is sent on."""

from __future__ import annotations

from dataclasses import dataclass

from verify.errors import FetchError
from verify.types import Reason, Request
from verify.web.answers import TO_GET, header
from verify.web.wire import Headers, Place, place

ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,*/*;q=0.8"
METHODS = ("GET", "POST", "HEAD")
_OURS = {"user-agent", "host", "accept-encoding", "content-length", "connection"}
_TO_ONE_SITE = {"authorization", "cookie", "proxy-authorization"}


@dataclass(frozen=True)
class Hop:
    """One step: what is sent where. `condition` holds the headers of a conditional request."""

    method: str
    at: Place
    headers: Headers
    body: bytes
    condition: Headers = ()


def first_hop(request: Request, *, agent: str, language: str) -> Hop:
    """The first step. Raises FetchError for an address or a method that we do not use."""
    if request.method not in METHODS:
        raise FetchError(Reason.BAD_ANSWER, f"{request.method[:20]} is not a method we use")
    chosen = tuple((n.lower(), v) for n, v in request.headers if n.lower() not in _OURS)
    names = {n for n, _ in chosen}
    ours = (
        ("user-agent", agent),
        ("accept-encoding", "gzip, deflate"),  # what can be decompressed under a bound
        ("accept", ACCEPT),
        ("accept-language", language),
    )
    headers = tuple(pair for pair in ours if pair[0] not in names) + chosen
    return Hop(request.method, place(request.url), headers, request.body)


def next_hop(hop: Hop, status: int, answer: Headers, request: Request) -> Hop:
    """The step that a redirect leads to.

    Raises FetchError: bad_answer where it does not say where to, refused_address
    where that is not on the web.
    """
    location = header(answer, "location")
    if not location:
        raise FetchError(Reason.BAD_ANSWER, f"the site answered {status} without saying where to")
    at = place(location, hop.at.url)
    headers, method, body = hop.headers, hop.method, hop.body
    if at.origin != hop.at.origin:  # a key is for the site it was given to
        dropped = _TO_ONE_SITE | {name.lower() for name in request.secret}
        headers = tuple((n, v) for n, v in headers if n not in dropped)
    if status in TO_GET and method == "POST":
        method, body = "GET", b""
        headers = tuple((n, v) for n, v in headers if n != "content-type")
    return Hop(method, at, headers, body)
