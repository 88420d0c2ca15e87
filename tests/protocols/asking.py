"""Drives a source as the pipeline does, over real HTTP to loopback."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from verify.errors import FetchError, SourceError
from verify.ports import Source
from verify.sources import build
from verify.types import (
    Article,
    Claim,
    Dated,
    Document,
    Gap,
    Kind,
    OfficeTerm,
    PartialDate,
    Request,
    Snapshot,
    sha256,
)
from verify.web.client import PoliteClient
from verify.web.extract import PageExtractor
from verify.web.settings import WebSettings

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
QUICK = WebSettings(allow=("127.0.0.1",), per_host_interval_s=0, backoff_s=0.01, retries=1)


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
    snapshots: list[Snapshot] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)


def ask(place: Source, claims: Sequence[Claim], about: Article) -> Brought:
    """Search, fetch with the client that a run uses, read, follow; failures by their reason."""
    return asyncio.run(_ask(place, claims, about))


async def _ask(place: Source, claims: Sequence[Claim], about: Article) -> Brought:
    brought = Brought()
    frontier = list(place.search(claims, about))
    seen: set[tuple[str, str, bytes]] = set()
    async with PoliteClient(QUICK, contact="desk@example.org", now=lambda: NOW) as web:
        while frontier:
            request = frontier.pop(0)
            if (request.method, request.url, request.body) in seen:
                continue
            seen.add((request.method, request.url, request.body))
            brought.requests.append(request)
            try:
                snapshot = await web.fetch(replace(request, pause=0.0))
                brought.snapshots.append(snapshot)
                brought.gaps += place.gaps(snapshot)
                brought.documents += place.read(snapshot)
                brought.terms += place.terms(snapshot)
                frontier += place.hits(snapshot)
            except (FetchError, SourceError) as error:
                brought.reasons.append(error.reason)
                brought.details.append(error.detail)
    return brought


def snapshot_of(
    request: Request, body: bytes, headers: tuple[tuple[str, str], ...] = ()
) -> Snapshot:
    return Snapshot(request.url, 200, headers, body, NOW, sha256(body), request)
