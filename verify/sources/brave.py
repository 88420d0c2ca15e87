"""`brave`: the Brave Search API.

https://api-dashboard.search.brave.com/app/documentation/web-search/get-started
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import Field

from verify.errors import SourceError
from verify.sources.base import (
    Around,
    PlaceToLook,
    address,
    asked_for,
    day_of,
    json_of,
    purpose,
    table_of,
    tables,
    text_of,
)
from verify.sources.query import window
from verify.sources.results import Question, SearchSettings, asked, pages, question_of
from verify.types import Article, Claim, Reason, Request, Snapshot

TOKEN = "X-Subscription-Token"
COUNT = 20  # results of one answer at most
PAGES = 10  # `offset` counts pages, 0 to 9
ERRORS: dict[str, Reason] = {
    "RATE_LIMITED": Reason.RATE_LIMITED,
    "QUOTA_LIMITED": Reason.RATE_LIMITED,
    "SUBSCRIPTION_TOKEN_INVALID": Reason.BAD_KEY,
    "SUBSCRIPTION_NOT_FOUND": Reason.BAD_KEY,
    "OPTION_NOT_IN_PLAN": Reason.FORBIDDEN,
}


class BraveSettings(SearchSettings):
    """The key is read from the environment variable named by `key_env`."""

    api: str = Field("https://api.search.brave.com/res/v1/web/search", pattern=r"^https?://")
    key_env: str = "BRAVE_API_KEY"
    pause_s: float = Field(1.0, ge=0)  # the free plan answers one request in a second


class BraveSource(PlaceToLook):
    """Searches the web around the article's day."""

    type = "brave"

    def __init__(self, name: str, settings: BraveSettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """The first page of results for each claim. Raises SourceError (no_key)."""
        days = window(article)
        fresh = f"{days.start}to{days.end}" if days.start and days.end else ""
        return [self._search(q, c, fresh, 0) for q, c in asked(claims, self.settings.queries)]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """The pages found; the next page of results, or the next query, while there are too few."""
        name, state = asked_for(snapshot.request)
        if name != "search":
            return ()
        answer = json_of(snapshot, "Brave")
        _refuse(answer)
        found = tables(table_of(answer.get("web")).get("results"))
        told = ((r.get("url"), text_of(r.get("title")), day_of(r.get("page_age"))) for r in found)
        question, offset = question_of(state), int(state.get("offset", "0"))
        left = self.settings.results - question.found - COUNT * offset
        links = pages(told, self.name, snapshot.request, left)
        claim_id, fresh = snapshot.request.claim_id, state.get("fresh", "")
        more = table_of(answer.get("query")).get("more_results_available")
        if more and left > COUNT and offset + 1 < PAGES:
            links.append(self._search(question, claim_id, fresh, offset + 1))
        elif len(links) < left and (further := question.after(COUNT * offset + len(links))):
            links.append(self._search(further, claim_id, fresh, 0))
        return links

    def _search(self, question: Question, claim_id: str, fresh: str, offset: int) -> Request:
        url = address(
            self.settings.api,
            q=question.query,
            count=min(COUNT, self.settings.results),
            offset=offset or None,
            freshness=fresh or None,
        )
        return Request(
            url,
            self.name,
            purpose("search", **question.state(), fresh=fresh, offset=offset or ""),
            claim_id,
            headers=(("Accept", "application/json"), (TOKEN, self.key(self.settings.key_env))),
            secret=(TOKEN,),
            api=True,
            pause=self.settings.pause_s,
            refusals=tuple(ERRORS.items()),  # they come with 400, 422 and 429, mostly
        )


def _refuse(answer: dict[str, Any]) -> None:
    """Raises SourceError for `{"type": "ErrorResponse", "error": {code, detail}}`."""
    error = answer.get("error")
    if isinstance(error, dict):
        code = text_of(error.get("code"))
        detail = f"Brave: {code}: {text_of(error.get('detail'))}"
        raise SourceError(ERRORS.get(code, Reason.BAD_ANSWER), detail)
