"""A harmless question to each source: does it work, and how fast?"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from verify.config import Settings
from verify.errors import FetchError, SourceError
from verify.ports import Fetcher, Source
from verify.types import Article, Claim, Kind, Reason
from verify.wiring import build_sources, open_fetcher

SLOW = 5.0  # seconds from which an answer is called slow
QUESTION = "The Earth orbits the Sun."
STATES = {
    Reason.NO_KEY: "no key",
    Reason.BAD_KEY: "bad key",
    Reason.ROBOTS: "refused by robots",
    Reason.RATE_LIMITED: "rate-limited",
    Reason.OFFLINE: "offline",
}


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


async def try_sources(settings: Settings, environ: Mapping[str, str]) -> list[Trial]:
    """One Trial for each configured source, in order. Raises ConfigError."""
    async with open_fetcher(settings) as fetcher:
        return [await try_source(s, fetcher) for s in build_sources(settings, environ)]


async def try_source(source: Source, fetcher: Fetcher) -> Trial:
    """Plan one request, fetch it, read the answer."""
    claim = Claim("c1", QUESTION, QUESTION, 0, len(QUESTION), Kind.RELATION, 1.0)
    article = Article("", QUESTION, None, None, "en", "")
    begun = time.monotonic()
    try:
        plan = source.search([claim], article)
        if not plan:
            return Trial(
                source.name, "works", time.monotonic() - begun, "nothing to ask it for this"
            )
        snapshot = await fetcher.fetch(plan[0])
        brought = (
            len(source.read(snapshot)) + len(source.terms(snapshot)) + len(source.hits(snapshot))
        )
    except (FetchError, SourceError) as error:
        state = STATES.get(Reason(error.reason), "unreachable")
        return Trial(source.name, state, time.monotonic() - begun, error.detail)
    seconds = time.monotonic() - begun
    state = "slow" if seconds > SLOW else "works"
    return Trial(source.name, state, seconds, f"{brought} answers to one question")
