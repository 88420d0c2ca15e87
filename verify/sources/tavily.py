"""`tavily`: the Tavily search API. https://docs.tavily.com/documentation/api-reference/endpoint/search"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field

from verify.errors import SourceError
from verify.sources.base import Around, PlaceToLook, json_of, tables, text_of
from verify.sources.query import window
from verify.sources.results import SearchSettings, asked, pages
from verify.types import Article, Claim, Reason, Request, Snapshot

MAX_RESULTS = 20


class TavilySettings(SearchSettings):
    """The key is read from the environment variable named by `key_env`."""

    api: str = Field("https://api.tavily.com/search", pattern=r"^https?://")
    key_env: str = "TAVILY_API_KEY"
    topic: Literal["general", "news"] = "news"


class TavilySource(PlaceToLook):
    """Searches the web around the article's day; the pages themselves are fetched by us."""

    type = "tavily"

    def __init__(self, name: str, settings: TavilySettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """One search for each query. Raises SourceError (no_key)."""
        days = window(article)
        start = days.start.isoformat() if days.start else ""
        end = days.end.isoformat() if days.end else ""
        key = self.key(self.settings.key_env)
        return [
            self._search(q, c, key, start, end) for q, c in asked(claims, self.settings.queries)
        ]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """The pages found. Raises SourceError for an error in the answer."""
        if snapshot.request.purpose != "search":
            return ()
        answer = json_of(snapshot, "Tavily")
        _refuse(answer)
        told = (
            (r.get("url"), text_of(r.get("title")), _day(r.get("published_date")))
            for r in tables(answer.get("results"))
        )
        return pages(told, self.name, snapshot.request, self.settings.results)

    def _search(self, query: str, claim_id: str, key: str, start: str, end: str) -> Request:
        asking: dict[str, Any] = {
            "query": query,
            "topic": self.settings.topic,
            "max_results": min(MAX_RESULTS, self.settings.results),
            "search_depth": "basic",
        }
        asking |= {k: v for k, v in (("start_date", start), ("end_date", end)) if v}
        return Request(
            self.settings.api,
            self.name,
            "search",
            claim_id,
            method="POST",
            headers=(("Content-Type", "application/json"), ("Authorization", f"Bearer {key}")),
            body=json.dumps(asking, sort_keys=True).encode(),
            secret=("Authorization",),
            api=True,
        )


def _refuse(answer: dict[str, Any]) -> None:
    """Raises SourceError for `{"detail": {"error": "…"}}`."""
    detail = answer.get("detail")
    said = text_of(detail.get("error")) if isinstance(detail, dict) else text_of(detail)
    if said and "results" not in answer:
        low = said.lower()
        reason = Reason.BAD_KEY if "api key" in low else Reason.BAD_ANSWER
        reason = Reason.RATE_LIMITED if "limit" in low else reason
        raise SourceError(reason, f"Tavily: {said}")


def _day(value: Any) -> Any:
    """The day of `published_date`, which comes as ISO or as an e-mail date."""
    from email.utils import parsedate_to_datetime

    from verify.sources.base import day_of

    if found := day_of(value):
        return found
    try:
        return day_of(parsedate_to_datetime(str(value)).date().isoformat())
    except (ValueError, TypeError, IndexError):
        return None
