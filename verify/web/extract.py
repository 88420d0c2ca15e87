"""The extractor that sources and ingest are given: bytes in, page or document out."""

from __future__ import annotations

import atexit
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from verify.errors import SourceError
from verify.types import Document, Snapshot
from verify.web.decode import kind_of
from verify.web.page import Given, Page, read_page, refuse_huge

if TYPE_CHECKING:
    from verify.web.worker import Pool

SMALL = 1_000_000  # bytes; local text up to here is read without a second process


class PageExtractor:
    """Implements `ports.Extractor`. Use as a context manager, or `close()` it at the end.

    Reads markup, PDF and Word files in a worker process with a time limit; text
    and Markdown of up to a megabyte in this one.
    """

    def __init__(self, time_limit: float = 20.0, workers: int = 2) -> None:
        self._time_limit = time_limit
        self._workers = workers
        self._pool: Pool | None = None

    def __call__(self, snapshot: Snapshot) -> Document:
        """The document in a snapshot. Raises SourceError as ports.Extractor says."""
        given = Given(
            content_type=snapshot.header("content-type"),
            url=snapshot.url,
            seen=snapshot.fetched_at.date(),
        )
        page = self.page(snapshot.body, given)
        if page.wall:
            raise SourceError(page.wall, page.wall_detail)
        return document_of(page, snapshot)

    def page(self, body: bytes, given: Given) -> Page:
        """The page in the bytes, a wall told in `page.wall`. Raises SourceError."""
        kind = kind_of(body, given.content_type, given.extension)
        if not body or (len(body) <= SMALL and _harmless(kind, given)):
            return read_page(body, given)
        if kind == "html":
            refuse_huge(body)  # before it is copied to another process
        return self._pooled().read(body, given)

    @property
    def started(self) -> bool:
        """Whether a worker process was needed so far."""
        return self._pool is not None

    def close(self) -> None:
        """End the worker processes."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None

    def __enter__(self) -> PageExtractor:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _pooled(self) -> Pool:
        if self._pool is None:
            from verify.web.worker import Pool

            self._pool = Pool(self._workers, self._time_limit)
            atexit.register(self._pool.close)
        return self._pool


def _harmless(kind: str, given: Given) -> bool:
    """Plain text, which is read in linear time, and the user's own Markdown."""
    own = not given.url or given.url.startswith("file:")
    return kind == "text" or (kind == "markdown" and own)


def document_of(page: Page, snapshot: Snapshot) -> Document:
    """The document that a page is. What the page leaves open, the request may tell.

    A fact check's rating (its ClaimReview markup) stands in the title: the checked claim's
    own words in the text would read like support for it.
    """
    request = snapshot.request
    url = page.url or snapshot.url
    return Document(
        title=_titled(page.title or request.title or _name(snapshot.url), page),
        text=page.text,
        url=url,
        publisher=page.publisher or (urlsplit(url).hostname or "").removeprefix("www."),
        published=page.published,
        source=request.source,
        snapshot_sha256=snapshot.sha256,
        author=page.author,
        language=page.language,
        canonical=page.canonical,
        links=page.links,
        credit=page.credit,
    )


def _titled(title: str, page: Page) -> str:
    rated = [
        f"{r.publisher}: “{r.claim[:200]}” rated {r.rating}".lstrip(": ") for r in page.reviews
    ]
    return f"{title} [{'; '.join(rated[:3])}]" if rated else title


def _name(url: str) -> str:
    from urllib.parse import unquote

    return unquote(PurePosixPath(urlsplit(url).path).stem)
