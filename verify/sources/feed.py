"""`feed`: RSS, Atom and JSON Feed. The entries that touch the claims are read in full."""

from __future__ import annotations

import io
import warnings
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
    json_of,
    purpose,
    tables,
    text_of,
    web_address,
)
from verify.sources.wanted import Entry, touching, words_of
from verify.sources.xml import safe_xml
from verify.types import Article, Claim, PartialDate, Reason, Request, Snapshot

MAX_BYTES = 5_000_000  # of one feed; a feed reader takes about a second for a megabyte
JSON_FEED = "https://jsonfeed.org/version/"


class FeedSettings(SourceSettings):
    """`urls`: addresses of feeds. `pages`: how many pages of one feed are read (RFC 5005)."""

    urls: tuple[str, ...] = Field(min_length=1)
    results: int = Field(10, ge=1)  # entries of one page of a feed that are read in full
    pages: int = Field(3, ge=1)

    @field_validator("urls")
    @classmethod
    def _addresses(cls, urls: tuple[str, ...]) -> tuple[str, ...]:
        for url in urls:
            if not web_address(url):
                raise ValueError(f"{url!r} is no http or https address")
        return tuple(dict.fromkeys(urls))


class FeedSource(PlaceToLook):
    """Reads feeds."""

    type = "feed"

    def __init__(self, name: str, settings: FeedSettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """Every feed."""
        words = words_of(claims)
        return [self._feed(url, words, 1) for url in self.settings.urls]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """The pages of entries that touch the claims, and the feed's next page."""
        name, state = asked_for(snapshot.request)
        if name != "feed":
            return ()
        entries, further = parse(snapshot)
        words, page = state.get("words", ""), int(state.get("page", "1"))
        found = [
            Request(e.url, self.name, title=e.title, published=e.published)
            for e in touching(entries, words, self.settings.results)
        ]
        if further and page < self.settings.pages:
            found.append(self._feed(further, words, page + 1))
        return found

    def _feed(self, url: str, words: str, page: int) -> Request:
        return Request(url, self.name, purpose("feed", words=words, page=page), api=True)


def parse(snapshot: Snapshot) -> tuple[list[Entry], str]:
    """The entries of a feed, and the address of its next page or "".

    Raises SourceError (bad_answer): no feed, or one with a document type.
    """
    if snapshot.body.lstrip()[:1] == b"{":
        return _json_feed(snapshot)
    return _xml_feed(snapshot)


def _json_feed(snapshot: Snapshot) -> tuple[list[Entry], str]:
    """https://www.jsonfeed.org/version/1.1/"""
    feed = json_of(snapshot, "the feed")
    if not text_of(feed.get("version")).startswith(JSON_FEED):
        raise SourceError(Reason.BAD_ANSWER, "the answer is JSON, but no JSON Feed")
    entries = [
        Entry(
            web_address(item.get("url")) or web_address(item.get("external_url")),
            text_of(item.get("title")),
            day_of(item.get("date_published")),
            text_of(item.get("summary")) or text_of(item.get("content_text"))[:2000],
        )
        for item in tables(feed.get("items"))
    ]
    return [e for e in entries if e.url], web_address(feed.get("next_url"))


def _xml_feed(snapshot: Snapshot) -> tuple[list[Entry], str]:
    import feedparser

    if len(snapshot.body) > MAX_BYTES:
        raise SourceError(Reason.TOO_LARGE, f"a feed of more than {MAX_BYTES // 1_000_000} MB")
    body = safe_xml(snapshot.body, "the feed")
    heads = {
        "content-type": "application/xml; charset=utf-8",
        "content-location": snapshot.url,  # what relative addresses start from
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # Titles and summaries only choose entries; cleaning their markup could take for ever.
        found = feedparser.parse(
            io.BytesIO(body),
            response_headers=heads,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    if not found.get("version") and not found.entries:
        raise SourceError(Reason.BAD_ANSWER, "the answer is no RSS or Atom feed")
    further = (x.get("href") for x in found.feed.get("links", ()) if x.get("rel") == "next")
    return list(_entries(found.entries)), web_address(next(further, ""))


def _entries(entries: Sequence[Any]) -> Iterator[Entry]:
    for entry in entries:
        url = web_address(entry.get("link")) or web_address(entry.get("id"))
        if url:
            moment = entry.get("published_parsed") or entry.get("updated_parsed")
            summary = entry.get("summary", "")[:2000]
            yield Entry(url, text_of(entry.get("title")), _day(moment), summary)


def _day(moment: Any) -> PartialDate | None:
    """The day of a time tuple in UTC."""
    return day_of(f"{moment[0]:04d}-{moment[1]:02d}-{moment[2]:02d}") if moment else None
