"""Sites that nobody reaches: after a few tries without an answer the rest is told at once.

Without this, 43 questions to a site that a machine without a network cannot reach cost
45 s: three tries each, at the pace of one site.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from verify.errors import FetchError
from verify.types import Reason

MISSES = 4  # tries in a row without any answer, as two requests with one retry each make
COST: dict[str, int] = {
    Reason.UNREACHABLE: 1,
    Reason.TIMEOUT: 2,
}  # a try that ran into its limit took 15 s
GIVEN_UP_S = 60.0  # then a request may try again


class GivenUp(FetchError):
    """The site has not answered the last requests: asking again now is of no use."""


@dataclass
class _Site:
    heard_at: float = -math.inf  # when it last answered anything
    misses: int = 0
    lost_until: float = 0.0


class Outages:
    """What is known of sites (scheme, host and port) that did not answer."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` gives monotonic seconds."""
        self._clock = clock
        self._sites: dict[str, _Site] = {}

    def refuse(self, origin: str) -> None:
        """Raises GivenUp, unreachable, for a site that is given up for now."""
        site = self._sites.get(origin)
        if site is not None and self._clock() < site.lost_until:
            raise GivenUp(
                Reason.UNREACHABLE, "no connection to the site, so it was not asked again"
            )

    @contextmanager
    def trying(self, origin: str) -> Iterator[Callable[[], None]]:
        """A try under way; call what it gives as soon as there is any answer."""
        site = self._sites.setdefault(origin, _Site())
        heard = False

        def answered() -> None:
            nonlocal heard
            heard, site.misses, site.lost_until = True, 0, 0.0
            site.heard_at = self._clock()

        try:
            yield answered
        except FetchError as error:
            if not heard:
                self._missed(site, error.reason)
            raise

    def _missed(self, site: _Site, reason: str) -> None:
        if self._clock() - site.heard_at < GIVEN_UP_S:
            return  # the site is there: it is this page that does not come
        site.misses += COST.get(reason, 0)
        if site.misses >= MISSES:
            site.lost_until = self._clock() + GIVEN_UP_S
