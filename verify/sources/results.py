"""What the search services share: queries from claims, results to pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import Field

from verify.sources.base import SourceSettings, web_address
from verify.sources.query import queries
from verify.types import Article, Claim, PartialDate, Request


class SearchSettings(SourceSettings):
    """Keys that every search service has."""

    results: int = Field(5, ge=1, le=100)  # pages read for one query
    queries: int = Field(1, ge=1, le=5)  # for one claim


def asked(claims: Sequence[Claim], limit: int) -> list[tuple[str, str]]:
    """(query, claim id), each query once, for the most check-worthy claim first."""
    once: dict[str, str] = {}
    for claim in sorted(claims, key=lambda c: -c.worth):
        for query in queries(claim, limit):
            once.setdefault(query, claim.id)
    return list(once.items())


def pages(
    found: Iterable[tuple[object, str, PartialDate | None]],
    source: str,
    by: Request,
    limit: int,
) -> list[Request]:
    """Page requests from (address, title, published) of the results, each address once."""
    once: dict[str, Request] = {}
    for raw, title, published in found:
        url = web_address(raw)
        if url and len(once) < limit:
            page = Request(url, source, "page", by.claim_id, title=title, published=published)
            once.setdefault(url, page)
    return list(once.values())


def day(article: Article) -> str:
    """The article's day as ISO, or ""."""
    return article.day.isoformat() if article.day else ""
