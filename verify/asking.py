"""Asking one source about all claims of an article: requests, answers, documents, gaps.

A source plans and reads; what is fetched goes through the fetcher and into the archive.
A failure becomes a Gap and never an exception.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from verify.errors import FetchError, SourceError
from verify.ports import Archive, Fetcher, Progress, Source, silent
from verify.types import (
    Article,
    Asked,
    Claim,
    Document,
    Gap,
    Harvest,
    OfficeTerm,
    Reason,
    Request,
)

MAX_REQUESTS = 600  # for one source and article; what is left out becomes a gap
AT_ONCE = 32  # answers of one source fetched and not yet read: what they may hold in memory


@dataclass
class _Round:
    """What has come back so far from one source."""

    documents: list[Document] = field(default_factory=list)
    terms: dict[str, list[OfficeTerm]] = field(default_factory=dict)  # by the address asked
    gaps: list[Gap] = field(default_factory=list)
    asked: set[tuple[str, str, bytes]] = field(default_factory=set)
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    answers: set[str] = field(default_factory=set)  # sha256 of what came back

    def harvest(self, asked: Asked) -> Harvest:
        """All of it, in an order that does not depend on which answer came first."""
        terms = (term for url in sorted(self.terms) for term in self.terms[url])
        return Harvest(asked, _in_order(self.documents), tuple(terms), _sorted(self.gaps))


async def ask(
    source: Source,
    claims: Sequence[Claim],
    article: Article,
    *,
    fetcher: Fetcher,
    archive: Archive,
    progress: Progress = silent,
) -> Harvest:
    """Ask one source about all claims. A failure becomes a Gap, never an exception."""
    progress("sources", source.name)
    begun = time.monotonic()
    so_far = _Round()
    try:
        # In a thread: the index over a large folder takes its time.
        checkable = [c for c in claims if c.checkable]
        frontier = list(await asyncio.to_thread(source.search, checkable, article))
    except SourceError as error:
        so_far.gaps.append(_gap(source, "search", error))
        frontier = []
    while frontier := _fresh(source, frontier, so_far):
        answers = await asyncio.gather(
            *(_one(source, r, fetcher, archive, so_far) for r in frontier)
        )
        frontier = [request for found in answers for request in found]
    asked = Asked(
        source=source.name,
        type=source.type,
        tier=source.tier,
        requests=len(so_far.asked),
        documents=len(so_far.documents),
        gaps=len(so_far.gaps),
        seconds=round(time.monotonic() - begun, 3),
        answers=tuple(sorted(so_far.answers)),
    )
    return so_far.harvest(asked)


def _sorted(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    return tuple(sorted(gaps, key=lambda g: (g.stage, g.reason, g.url, g.claim_id, g.detail)))


def _in_order(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Each document once, by its address."""
    once = {(d.url, d.snapshot_sha256, d.title, d.text): d for d in documents}
    return tuple(once[key] for key in sorted(once))


def _fresh(source: Source, frontier: Sequence[Request], so_far: _Round) -> list[Request]:
    """Requests not made yet, within the bound; what the bound cuts off is a gap."""
    new: dict[tuple[str, str, bytes], Request] = {}
    for request in frontier:
        key = (request.method, request.url, request.body)
        if key not in so_far.asked:
            new.setdefault(key, request)
    room = max(0, MAX_REQUESTS - len(so_far.asked))
    if len(new) > room:
        detail = f"{len(new) - room} further requests were left out"
        so_far.gaps.append(Gap("search", source.name, Reason.BUDGET, detail))
    kept = dict(list(new.items())[:room])
    so_far.asked.update(kept)
    return list(kept.values())


async def _one(
    source: Source, request: Request, fetcher: Fetcher, archive: Archive, so_far: _Round
) -> list[Request]:
    """Fetch one request and read it; returns the requests it leads to."""
    async with so_far.places:
        return await _answered(source, request, fetcher, archive, so_far)


async def _answered(
    source: Source, request: Request, fetcher: Fetcher, archive: Archive, so_far: _Round
) -> list[Request]:
    stage = "fetch"
    try:
        snapshot = await fetcher.fetch(request)
        await asyncio.to_thread(archive.put, snapshot)
        so_far.answers.add(snapshot.sha256)
        stage = "extract"
        so_far.documents += await asyncio.to_thread(source.read, snapshot)
        if terms := await asyncio.to_thread(source.terms, snapshot):
            so_far.terms.setdefault(request.url, []).extend(terms)
        so_far.gaps += source.gaps(snapshot)
        return list(await asyncio.to_thread(source.hits, snapshot))
    except (FetchError, SourceError) as error:
        so_far.gaps.append(_gap(source, stage, error, request))
        return []


def _gap(
    source: Source, stage: str, error: FetchError | SourceError, request: Request | None = None
) -> Gap:
    return Gap(
        stage=stage,
        source=source.name,
        reason=Reason(error.reason),
        detail=error.detail,
        url=request.url if request and not request.secret else "",
        claim_id=request.claim_id if request else "",
    )
