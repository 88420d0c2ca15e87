"""The configured sources: what each asks, and, on a harmless question, whether it works."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from verify.config import Settings
from verify.errors import FetchError, SourceError
from verify.ports import Fetcher, Source
from verify.types import Article, Claim, Dated, Kind, PartialDate, Reason, Request, Tier
from verify.wiring import build_sources, open_fetcher

SLOW = 5.0  # seconds from which an answer is called slow
# One claim for the sources that look for people in office, one for all others.
QUESTIONS = (
    ("Angela Merkel was the chancellor of Germany.", Kind.OFFICE),
    ("The Earth orbits the Sun.", Kind.RELATION),
)
NOT_ASKED = "not asked"
STATES = {
    Reason.ROBOTS: "refused by robots",
    Reason.RATE_LIMITED: "rate-limited",
    Reason.TIMEOUT: "unreachable",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One table `[sources.NAME]`. `asks`: where it looks; `note`: why it would not."""

    name: str
    type: str
    tier: str
    asks: str
    note: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What one source answered. `state`: works, slow, no key, rate-limited, unreachable …"""

    source: str
    state: str
    seconds: float
    detail: str = ""

    @property
    def works(self) -> bool:
        return self.state in ("works", "slow")


def configured(settings: Settings, environ: Mapping[str, str]) -> list[Listed]:
    """Every configured source, the disabled ones too. Raises ConfigError."""
    built = {source.name: source for source in build_sources(settings, environ)}
    return [
        _listed(name, table, built.get(name), environ) for name, table in settings.sources.items()
    ]


def _listed(
    name: str, table: Mapping[str, Any], source: Source | None, environ: Mapping[str, str]
) -> Listed:
    known = getattr(source, "settings", None)
    places = (table.get(k) or getattr(known, k, "") for k in ("api", "base", "path", "urls"))
    place = next(filter(None, places), "")
    asks = f"{len(place)} addresses" if isinstance(place, list | tuple) else str(place)
    variable = getattr(known, "key_env", "")
    note = "disabled" if source is None else ""
    if variable and not environ.get(variable):
        note = f"no key: set {variable}"
    tier = source.tier if source else table.get("tier", Tier.OTHER)
    return Listed(name, str(table["type"]), str(tier), asks, note)


async def try_sources(settings: Settings, environ: Mapping[str, str]) -> list[Trial]:
    """One Trial for each source in use, in order, all asked at once. Raises ConfigError."""
    sources = build_sources(settings, environ)
    async with open_fetcher(settings) as fetcher:
        return list(await asyncio.gather(*(try_source(s, _own(fetcher)) for s in sources)))


def _own(fetcher: Fetcher) -> Fetcher:
    """A time budget for each source: one that hangs must not use up the others'."""
    begin: Any = getattr(fetcher, "article", None)
    own: Fetcher = begin() if begin else fetcher
    return own


async def try_source(source: Source, fetcher: Fetcher) -> Trial:
    """Plan one request, fetch it, read the answer."""
    begun = time.monotonic()
    try:
        plan = await asyncio.to_thread(source.search, _claims(), _article())
        if not plan:
            return Trial(source.name, NOT_ASKED, 0.0, "it has no question for the test's claims")
        detail = await _tried(source, plan[0], fetcher)
    except (FetchError, SourceError) as error:
        reason = Reason(error.reason)
        state = STATES.get(reason, reason.value.replace("_", " "))
        return Trial(source.name, state, time.monotonic() - begun, error.detail)
    seconds = time.monotonic() - begun
    return Trial(source.name, "slow" if seconds > SLOW else "works", seconds, detail)


async def _tried(source: Source, request: Request, fetcher: Fetcher) -> str:
    """What the answer held. Raises FetchError, SourceError."""
    snapshot = await fetcher.fetch(request)
    brought = [
        thing
        for read in (source.read, source.terms, source.hits)
        for thing in await asyncio.to_thread(read, snapshot)
    ]
    silent = [gap.detail for gap in source.gaps(snapshot)]
    said = f"one question brought {len(brought)} documents, facts or further requests"
    return "; ".join([said, *silent])


def _claims() -> Sequence[Claim]:
    return [
        Claim(f"c{n}", text, text, 0, len(text), kind, 1.0)
        for n, (text, kind) in enumerate(QUESTIONS, 1)
    ]


def _article() -> Article:
    """An article of yesterday, so that sources which look at a day have one."""
    day = (datetime.now(UTC) - timedelta(days=1)).date()
    published = Dated(PartialDate(day.isoformat()), "argument")
    return Article("", QUESTIONS[1][0], None, published, "en", "")
