"""Files of local sources, as snapshots: the same shape as what comes from the web."""

from __future__ import annotations

import asyncio
import mimetypes
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from verify.errors import FetchError
from verify.types import Reason, Request, Snapshot, sha256

DEFAULT_MAX_MB = 50.0
# What the standard library's table leaves to the machine it runs on.
_TYPES = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".xml": "application/xml",
    ".csv": "text/csv",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def _utc() -> datetime:
    return datetime.now(UTC)


class FileFetcher:
    """Reads `file:` requests below the folders (or files) that the user configured.

    The roots are a wall: a feed or a search answer that names `file:///etc/passwd`
    must not get it read, let alone quoted in a report.
    """

    def __init__(
        self,
        roots: Iterable[Path],
        *,
        max_mb: float = DEFAULT_MAX_MB,
        now: Callable[[], datetime] = _utc,
    ) -> None:
        self._roots = tuple(Path(root).resolve() for root in roots)
        self._limit = int(max_mb * 1_000_000)
        self._now = now

    async def fetch(self, request: Request) -> Snapshot:
        """The file's bytes, status 200. Raises FetchError: refused_address for a path outside
        the roots, not_found, forbidden, too_large, empty, unsupported_type for a folder."""
        path = self._path(request.url)
        body = await asyncio.to_thread(self._read, path)
        return Snapshot(
            url=path.as_uri(),
            status=200,
            headers=(("content-type", content_type(path)),),
            body=body,
            fetched_at=self._now(),
            sha256=sha256(body),
            request=request,
        )

    def _path(self, url: str) -> Path:
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
            raise FetchError(Reason.REFUSED_ADDRESS, f"not the address of a local file: {url}")
        try:
            path = Path(url2pathname(parts.path)).resolve()
        except (ValueError, OSError, RuntimeError) as error:
            raise FetchError(Reason.REFUSED_ADDRESS, f"not a path: {url}") from error
        if not any(path.is_relative_to(root) for root in self._roots):
            raise FetchError(Reason.REFUSED_ADDRESS, f"{path} lies outside the configured folders")
        return path

    def _read(self, path: Path) -> bytes:
        if path.exists() and not path.is_file():  # a pipe or a device would never end
            raise FetchError(Reason.UNSUPPORTED_TYPE, f"{path} is not a plain file")
        try:
            with path.open("rb") as file:
                body = file.read(self._limit + 1)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise FetchError(Reason.NOT_FOUND, f"there is no file {path}") from error
        except OSError as error:
            raise FetchError(
                Reason.FORBIDDEN, f"{path} cannot be read: {error.strerror}"
            ) from error
        if len(body) > self._limit:
            raise FetchError(Reason.TOO_LARGE, f"{path} is larger than {self._limit / 1e6:g} MB")
        if not body:
            raise FetchError(Reason.EMPTY, f"{path} is empty")
        return body


def content_type(path: Path) -> str:
    """A media type from the suffix; application/octet-stream where it says nothing."""
    known = _TYPES.get(path.suffix.lower())
    return known or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
