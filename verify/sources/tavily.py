"""`tavily`: the Tavily search API. https://docs.tavily.com/documentation/api-reference/endpoint/search"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field

from verify.errors import SourceError
from verify.sources.base import (
    Around,
    PlaceToLook,
    asked_for,
    json_of,
    purpose,
    tables,
    text_of,
)
from verify.sources.query import window
from verify.sources.results import Question, SearchSettings, asked, pages, question_of
from verify.types import Article, Claim, Reason, Request, Snapshot

MAX_RESULTS = 20
# What the words of an error mean: {"detail": {"error": "…"}}
ERRORS: tuple[tuple[str, Reason], ...] = (
    ("API key", Reason.BAD_KEY),
    ("limit", Reason.RATE_LIMITED),
    ("excessive requests", Reason.RATE_LIMITED),
)


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
        """One search for each claim. Raises SourceError (no_key)."""
        days = window(article)
        start = days.start.isoformat() if days.start else ""
        end = days.end.isoformat() if days.end else ""
        return [self._search(q, c, start, end) for q, c in asked(claims, self.settings.queries)]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """The pages found, and the next query while they are too few.

        Raises SourceError for an error in the answer.
        """
        name, state = asked_for(snapshot.request)
        if name != "search":
            return ()
        answer = json_of(snapshot, "Tavily")
        _refuse(answer)
        told = (
            (r.get("url"), text_of(r.get("title")), _day(r.get("published_date")))
            for r in tables(answer.get("results"))
        )
        question = question_of(state)
        left = self.settings.results - question.found
        links = pages(told, self.name, snapshot.request, left)
        if len(links) < left and (further := question.after(len(links))):
            start, end = state.get("from", ""), state.get("to", "")
            links.append(self._search(further, snapshot.request.claim_id, start, end))
        return links

    def _search(self, question: Question, claim_id: str, start: str, end: str) -> Request:
        key = self.key(self.settings.key_env)
        asking: dict[str, Any] = {
            "query": question.query,
            "topic": self.settings.topic,
            "max_results": min(MAX_RESULTS, self.settings.results),
            "search_depth": "basic",
        }
        asking |= {k: v for k, v in (("start_date", start), ("end_date", end)) if v}
        return Request(
            self.settings.api,
            self.name,
            purpose("search", **question.state(), **{"from": start, "to": end}),
            claim_id,
            method="POST",
            headers=(("Content-Type", "application/json"), ("Authorization", f"Bearer {key}")),
            body=json.dumps(asking, sort_keys=True).encode(),
            secret=("Authorization",),
            api=True,
            refusals=ERRORS,  # they come with 400, 401, 429, 432 (the plan) and 433 (the budget)
        )


def _refuse(answer: dict[str, Any]) -> None:
    """Raises SourceError for `{"detail": {"error": "…"}}`."""
    detail = answer.get("detail")
    said = text_of(detail.get("error")) if isinstance(detail, dict) else text_of(detail)
    if said and "results" not in answer:
        low = said.lower()
        reason = next((r for words, r in ERRORS if words.lower() in low), Reason.BAD_ANSWER)
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
