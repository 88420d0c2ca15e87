"""`sitemap`: sitemaps and news sitemaps (sitemaps.org; Google's news extension)."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import Field, field_validator

from verify.errors import SourceError
from verify.sources.base import (
    Around,
    PlaceToLook,
    SourceSettings,
    asked_for,
    day_of,
    purpose,
    web_address,
)
from verify.sources.query import window
from verify.sources.wanted import Entry, touching, words_of
from verify.sources.xml import safe_xml
from verify.types import Article, Claim, Reason, Request, Snapshot

MAX_BYTES = 52_428_800  # of one sitemap, unpacked: the protocol's own limit of 50 MB
MAX_ENTRIES = 50_000  # of one sitemap: the protocol's own limit
DEPTH = 2  # an index may name indexes, once


class SitemapSettings(SourceSettings):
    """`urls`: addresses of sitemaps or of their indexes."""

    urls: tuple[str, ...] = Field(min_length=1)
    results: int = Field(10, ge=1)  # pages of one sitemap that are read
    sitemaps: int = Field(5, ge=1)  # of one index, the latest first

    @field_validator("urls")
    @classmethod
    def _addresses(cls, urls: tuple[str, ...]) -> tuple[str, ...]:
        for url in urls:
            if not web_address(url):
                raise ValueError(f"{url!r} is no http or https address")
        return tuple(dict.fromkeys(urls))


class SitemapSource(PlaceToLook):
    """Reads sitemaps. The claims' words and the days of interest travel in the purpose."""

    type = "sitemap"

    def __init__(self, name: str, settings: SitemapSettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """Every sitemap."""
        days = window(article)
        state = {
            "words": words_of(claims),
            "from": days.start.isoformat() if days.start else "",
            "to": days.end.isoformat() if days.end else "",
        }
        return [self._sitemap(url, state, 0) for url in self.settings.urls]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """The pages that touch the claims; of an index, its latest sitemaps."""
        name, state = asked_for(snapshot.request)
        if name != "sitemap":
            return ()
        depth = int(state.pop("depth", "0"))
        kind, entries = parse(snapshot.body)
        if kind == "sitemapindex":
            if depth >= DEPTH:
                raise SourceError(Reason.BAD_ANSWER, "indexes of sitemaps nested too deep")
            latest = sorted(entries, key=_latest, reverse=True)[: self.settings.sitemaps]
            return [self._sitemap(e.url, state, depth + 1) for e in latest]
        within = [e for e in entries if _within(e, state)]
        return [
            Request(e.url, self.name, title=e.title, published=e.published if e.title else None)
            for e in touching(within, state.get("words", ""), self.settings.results)
        ]

    def _sitemap(self, url: str, state: dict[str, str], depth: int) -> Request:
        told = purpose("sitemap", depth=depth or "", **state)
        return Request(url, self.name, told, api=True)


def _latest(entry: Entry) -> str:
    return entry.published.iso if entry.published else ""


def _within(entry: Entry, state: dict[str, str]) -> bool:
    """Whether an entry's day lies in the window; an undated one may."""
    if entry.published is None:
        return True
    first, last = entry.published.first.isoformat(), entry.published.last.isoformat()
    return last >= state.get("from", "") and first <= state.get("to", "9999")


def parse(body: bytes) -> tuple[str, list[Entry]]:
    """("urlset" or "sitemapindex", its entries). Raises SourceError (bad_answer, too_large).

    `lastmod` dates an entry without news markup; only the news title tells the two apart.
    """
    xml = safe_xml(_unpacked(body), "the sitemap")
    kind, entries = "", []
    for event, element in _events(xml):
        if event == "start":
            kind = kind or _kind(element)
        elif _local(element) in ("url", "sitemap"):
            entries.append(_entry(element))
            _forget(element)
        if len(entries) == MAX_ENTRIES:
            break
    if not kind:
        raise SourceError(Reason.BAD_ANSWER, "the answer is no sitemap")
    return kind, [e for e in entries if e.url]


def _events(xml: bytes) -> Iterator[tuple[str, Any]]:
    """Elements as they begin and end. Raises SourceError (bad_answer)."""
    from lxml import etree

    events = etree.iterparse(
        io.BytesIO(xml), ("start", "end"), resolve_entities=False, no_network=True, recover=True
    )
    try:
        yield from events
    except etree.XMLSyntaxError as error:
        raise SourceError(Reason.BAD_ANSWER, "the sitemap cannot be parsed") from error


def _kind(root: Any) -> str:
    kind = _local(root)
    if kind not in ("urlset", "sitemapindex"):
        raise SourceError(Reason.BAD_ANSWER, "the answer is no sitemap")
    return kind


def _forget(element: Any) -> None:
    """Frees what has been read, so that a sitemap of 50 MB is never a whole tree."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _entry(element: Any) -> Entry:
    told = {_local(e): (e.text or "").strip() for e in element.iter() if e is not element}
    published = day_of(told.get("publication_date")) or day_of(told.get("lastmod"))
    return Entry(
        web_address(told.get("loc")), told.get("title", ""), published, told.get("keywords", "")
    )


def _local(element: Any) -> str:
    """An element's name without its namespace; "" for comments."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _unpacked(body: bytes) -> bytes:
    """A .xml.gz sitemap unpacked, within bounds."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpack = zlib.decompressobj(wbits=31)
    try:
        plain = unpack.decompress(body, MAX_BYTES)
    except zlib.error as error:
        raise SourceError(Reason.BAD_ANSWER, "the packed sitemap is damaged") from error
    if unpack.unconsumed_tail:
        raise SourceError(Reason.TOO_LARGE, "the sitemap unpacks to more than 50 MB")
    return plain
