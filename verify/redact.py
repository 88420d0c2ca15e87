"""Keys out of requests: what may be shown, logged and archived of a request.

`Request.secret` names headers and parameters. Both the client and the archive
go through here, so a request finds its answer again with or without its key.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, unquote_plus, urlencode, urlsplit, urlunsplit

from verify.types import PartialDate, Request

MASK = "***"
MIN_MASKED = 6  # a shorter value would be masked out of ordinary words


def public(request: Request) -> Request:
    """The same request without the values of its secrets. Doing it twice changes nothing."""
    secret = _names(request)
    return replace(
        request,
        url=public_url(request.url, request),
        headers=tuple((n, v) for n, v in request.headers if n.lower() not in secret),
        body=_public_body(request.body, secret),
    )


def public_url(url: str, request: Request) -> str:
    """`url` without fragment, user and password, secret parameters and secret values."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return mask(url, request)
    secret = _names(request)
    query = parts.query
    if secret:
        kept = [
            p for p in query.split("&") if unquote_plus(p.partition("=")[0]).lower() not in secret
        ]
        query = "&".join(kept)
    host = parts.netloc.rpartition("@")[2]
    return mask(urlunsplit((parts.scheme, host, parts.path, query, "")), request)


def to_table(request: Request) -> dict[str, Any]:
    """A request as a JSON table, without the values of its secrets."""
    clean = public(request)
    return {
        "url": clean.url,
        "source": clean.source,
        "purpose": clean.purpose,
        "claim_id": clean.claim_id,
        "method": clean.method,
        "headers": clean.headers,
        "body": clean.body.decode("latin-1"),
        "secret": clean.secret,
        "title": clean.title,
        "published": str(clean.published) if clean.published else "",
        "api": clean.api,
    }


def from_table(table: dict[str, Any]) -> Request:
    """The request behind a table of `to_table`. Raises KeyError, TypeError, ValueError."""
    return Request(
        url=str(table["url"]),
        source=str(table["source"]),
        purpose=str(table["purpose"]),
        claim_id=str(table["claim_id"]),
        method=str(table["method"]),
        headers=tuple((str(n), str(v)) for n, v in table["headers"]),
        body=str(table["body"]).encode("latin-1"),
        secret=tuple(map(str, table["secret"])),
        title=str(table["title"]),
        published=PartialDate(table["published"]) if table["published"] else None,
        api=bool(table["api"]),
    )


def mask(text: str, request: Request) -> str:
    """`text` with every secret value of the request replaced, wherever it stands."""
    for value in secret_values(request):
        text = text.replace(value, MASK)
    return text


def secret_values(request: Request) -> tuple[str, ...]:
    """The values behind `request.secret`, plain and as they stand in a URL, longest first."""
    secret = _names(request)
    if not secret:
        return ()
    found = {v for n, v in request.headers if n.lower() in secret}
    query = request.url.partition("?")[2].partition("#")[0]
    for part in query.split("&"):
        name, _, value = part.partition("=")
        if unquote_plus(name).lower() in secret:
            found |= {value, unquote_plus(value)}
    found |= _body_values(request.body, secret)
    found |= {v.partition(" ")[2] for v in found if v.lower().startswith("bearer ")}
    return tuple(sorted((v for v in found if len(v) >= MIN_MASKED), key=len, reverse=True))


def _names(request: Request) -> frozenset[str]:
    return frozenset(name.lower() for name in request.secret)


def _json(body: bytes) -> dict[str, object] | None:
    try:
        value = json.loads(body)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _form(body: bytes) -> list[tuple[str, str]]:
    return parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)


def _public_body(body: bytes, secret: frozenset[str]) -> bytes:
    if not secret or not body:
        return body
    table = _json(body)
    if table is not None:
        kept = {k: v for k, v in table.items() if k.lower() not in secret}
        return body if len(kept) == len(table) else json.dumps(kept, sort_keys=True).encode()
    fields = _form(body)
    rest = [(k, v) for k, v in fields if k.lower() not in secret]
    return body if len(rest) == len(fields) else urlencode(rest).encode()


def _body_values(body: bytes, secret: frozenset[str]) -> set[str]:
    table = _json(body)
    fields = list(table.items()) if table is not None else _form(body)
    return {v for k, v in fields if k.lower() in secret and isinstance(v, str)}
