"""Which fetcher a request goes to."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from verify.errors import FetchError
from verify.ports import Fetcher
from verify.redact import public_url
from verify.types import Reason, Request, Snapshot


class Router:
    """Local files to one fetcher, the web to another; no web at all when offline."""

    def __init__(self, *, files: Fetcher, http: Fetcher | None, offline: bool = False) -> None:
        self._files = files
        self._http = http
        self._offline = offline

    def article(self, since: datetime | None = None) -> Router:
        """The same with a time budget that starts now, for the next article of a long run.

        With `since`, what the archive got from then on is not asked for again.
        """
        fresh = getattr(self._http, "article", None)
        http = fresh(since) if fresh else self._http
        return Router(files=self._files, http=http, offline=self._offline)

    async def fetch(self, request: Request) -> Snapshot:
        """As the fetcher behind it. Raises FetchError: offline for any web address while
        there is no web, refused_address for a scheme that nobody here serves."""
        try:
            scheme = urlsplit(request.url).scheme.lower()
        except ValueError as error:
            raise FetchError(Reason.BAD_ANSWER, "that is not a valid address") from error
        if scheme == "file":
            return await self._files.fetch(request)
        if scheme not in ("http", "https"):
            shown = public_url(request.url, request)
            raise FetchError(
                Reason.REFUSED_ADDRESS, f"only http, https and file are read, not {shown[:80]}"
            )
        if self._offline or self._http is None:
            raise FetchError(Reason.OFFLINE, "not asked: this run is offline")
        return await self._http.fetch(request)
