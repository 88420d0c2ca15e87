"""Fetchers around the archive: one that keeps what another brings, one that asks nobody."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from verify.archive import Archive
from verify.errors import FetchError
from verify.ports import Fetcher
from verify.redact import public
from verify.types import Gap, Reason, Request, Snapshot


class Keeping:
    """Puts every answer of another fetcher into the archive before it hands it on."""

    def __init__(self, fetcher: Fetcher, archive: Archive) -> None:
        self._fetcher = fetcher
        self._archive = archive

    async def fetch(self, request: Request) -> Snapshot:
        """As the fetcher behind it. Raises FetchError, ArchiveError."""
        snapshot = await self._fetcher.fetch(request)
        await asyncio.to_thread(self._archive.put, snapshot)
        return snapshot


class Recall:
    """Answers from the archive alone: no network, and no file of today."""

    def __init__(
        self,
        archive: Archive,
        as_of: datetime | None = None,
        *,
        among: Mapping[str, Collection[str]] | None = None,
        failures: Sequence[Gap] = (),
    ) -> None:
        """With `as_of`, answers as they were known at that moment. `among`: for a source, the
        sha256 of the bodies that it may answer with; a source not named there may answer with
        any. `failures`: what could not be fetched."""
        self._archive = archive
        self._as_of = as_of
        self._among = among or {}
        self._failures = [gap for gap in failures if gap.stage == "fetch"]

    async def fetch(self, request: Request) -> Snapshot:
        """The archived answer. Raises FetchError: what failed then fails again for the same
        reason, anything else that is not there is not_archived; ArchiveError if damaged."""
        self._fail_again(request, request.url)
        among = self._among.get(request.source)
        snapshot = self._archive.find(request, self._as_of, among)
        if snapshot is None:
            self._fail_again(request, "")  # a gap does not name an address that bore a key
            raise FetchError(
                Reason.NOT_ARCHIVED, f"no answer in the archive to {public(request).url}"
            )
        return replace(snapshot, request=public(request))

    def _fail_again(self, request: Request, url: str) -> None:
        told = (request.source, url, request.claim_id)
        for gap in self._failures:
            if (gap.source, gap.url, gap.claim_id) == told:
                raise FetchError(gap.reason, gap.detail)
