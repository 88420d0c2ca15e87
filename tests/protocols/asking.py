"""Drives a source as the pipeline does, over real HTTP to loopback."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx

from verify.errors import SourceError
from verify.ports import Source
from verify.sources import build
from verify.types import (
    Article,
    Claim,
    Dated,
    Document,
    Kind,
    OfficeTerm,
    PartialDate,
    Request,
    Snapshot,
    sha256,
)
from verify.web.extract import PageExtractor

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def article(day: str | None = "2025-12-20") -> Article:
    dated = Dated(PartialDate(day), "argument") if day else None
    return Article("A headline", "A headline\n\nText.", None, dated, "en", sha256("x"))


def claim(text: str, kind: Kind = Kind.EVENT, id: str = "c1", worth: float = 0.5) -> Claim:
    return Claim(id, text, text, 0, len(text), kind, worth)


def source(
    extract: PageExtractor, environ: dict[str, str] | None = None, **table: object
) -> Source:
    return build("place", table, base=Path("."), extract=extract, environ=environ or {})


@dataclass
class Brought:
    """What asking a source brought."""

    requests: list[Request] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    terms: list[OfficeTerm] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)


def ask(place: Source, claims: Sequence[Claim], about: Article) -> Brought:
    """Search, fetch, read, follow; a SourceError is recorded as its reason."""
    brought = Brought()
    frontier = list(place.search(claims, about))
    seen: set[tuple[str, str, bytes]] = set()
    with httpx.Client(trust_env=False) as client:
        while frontier:
            request = frontier.pop(0)
            if (request.method, request.url, request.body) in seen:
                continue
            seen.add((request.method, request.url, request.body))
            brought.requests.append(request)
            snapshot = fetch(client, request)
            try:
                brought.documents += place.read(snapshot)
                brought.terms += place.terms(snapshot)
                frontier += place.hits(snapshot)
            except SourceError as error:
                brought.reasons.append(error.reason)
                brought.details.append(error.detail)
    return brought


def fetch(client: httpx.Client, request: Request) -> Snapshot:
    reply = client.request(
        request.method, request.url, headers=dict(request.headers), content=request.body
    )
    assert reply.status_code == 200, f"{request.url} answered {reply.status_code}"
    return snapshot_of(request, reply.content, tuple(reply.headers.items()))


def snapshot_of(
    request: Request, body: bytes, headers: tuple[tuple[str, str], ...] = ()
) -> Snapshot:
    return Snapshot(request.url, 200, headers, body, NOW, sha256(body), request)
