"""`wayback`: pages as they were on the article's day, from the Internet Archive's Wayback Machine.

CDX server: https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pydantic import Field, field_validator

from verify.errors import SourceError
from verify.sources.base import (
    Around,
    PlaceToLook,
    SourceSettings,
    address,
    asked_for,
    day_of,
    json_value,
    purpose,
    web_address,
)
from verify.types import Article, Claim, Dated, Document, Reason, Request, Snapshot

NEEDED = ("timestamp", "original")


class WaybackSettings(SourceSettings):
    """`urls`: pages whose state on the article's day matters."""

    urls: tuple[str, ...] = Field(min_length=1)
    api: str = Field("https://web.archive.org", pattern=r"^https?://[^?#]+$")
    pause_s: float = Field(2.5, ge=0)  # 24 questions for captures a minute

    @field_validator("urls")
    @classmethod
    def _addresses(cls, urls: tuple[str, ...]) -> tuple[str, ...]:
        for url in urls:
            if not web_address(url):
                raise ValueError(f"{url!r} is no http or https address")
        return tuple(dict.fromkeys(urls))


class WaybackSource(PlaceToLook):
    """Reads the last capture on or before the article's day, never the closest one."""

    type = "wayback"

    def __init__(self, name: str, settings: WaybackSettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings
        self.api = settings.api.rstrip("/")

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """The captures of every page; nothing for an article without a date."""
        if article.day is None:
            return []
        return [self._captures(url, f"{article.day:%Y%m%d}") for url in self.settings.urls]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """The raw page of the capture. Raises SourceError (not_archived) where there is none."""
        name, state = asked_for(snapshot.request)
        if name != "captures":
            return ()
        found = _last(json_value(snapshot, "the Wayback Machine"))
        until = state.get("until", "")
        if found is None or found["timestamp"][:8] > until:
            raise SourceError(Reason.NOT_ARCHIVED, f"no capture of the page up to {day_of(until)}")
        stamp, original = found["timestamp"], found["original"]
        url = f"{self.api}/web/{stamp}id_/{original}"  # id_: as captured, without the toolbar
        return [Request(url, self.name, purpose("capture", at=stamp, url=original), api=True)]

    def read(self, snapshot: Snapshot) -> Sequence[Document]:
        """The page, dated no later than its capture."""
        name, state = asked_for(snapshot.request)
        if name != "capture":
            return ()
        # Read under its own address, so that relative links and the host are its own.
        page = self.page(replace(snapshot, url=state.get("url", snapshot.url)))
        captured = day_of(state.get("at"))
        published = page.published
        if captured and (published is None or published.value.first > captured.last):
            published = Dated(captured, "wayback capture")
        return (replace(page, url=snapshot.url, published=published),)

    def _captures(self, url: str, until: str) -> Request:
        asking = address(
            f"{self.api}/cdx/search/cdx",
            url=url,
            output="json",
            to=f"{until}235959",
            filter="statuscode:200",
            limit=-1,
        )
        told, pause = purpose("captures", until=until), self.settings.pause_s
        return Request(asking, self.name, told, api=True, pause=pause)


def _last(rows: object) -> dict[str, str] | None:
    """The last row of a CDX answer; its first row is the header. Raises SourceError."""
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise SourceError(Reason.BAD_ANSWER, "the Wayback Machine answered in another shape")
    if len(rows) < 2:
        return None
    found = dict(zip(map(str, rows[0]), map(str, rows[-1]), strict=False))
    if any(column not in found for column in NEEDED):
        raise SourceError(Reason.BAD_ANSWER, "the Wayback Machine answered without timestamps")
    return found
