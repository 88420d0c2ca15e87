"""`factchecks`: Google Fact Check Tools: has this claim been checked before, by whom, how rated.

https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims/search
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
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
    web_address,
)
from verify.sources.results import SearchSettings, asked
from verify.types import Article, Claim, Document, Reason, Request, Snapshot

PAGE = 10
# google.rpc.Code names, as they stand in `error.status`
ERRORS: dict[str, Reason] = {
    "RESOURCE_EXHAUSTED": Reason.RATE_LIMITED,
    "UNAUTHENTICATED": Reason.BAD_KEY,
    "PERMISSION_DENIED": Reason.BAD_KEY,
    "INVALID_ARGUMENT": Reason.BAD_ANSWER,
    "UNAVAILABLE": Reason.SERVER_ERROR,
    "INTERNAL": Reason.SERVER_ERROR,
}


class FactChecksSettings(SearchSettings):
    """The key is read from the environment variable named by `key_env`."""

    api: str = Field(
        "https://factchecktools.googleapis.com/v1alpha1/claims:search", pattern=r"^https?://"
    )
    key_env: str = "GOOGLE_FACTCHECK_API_KEY"
    language: str = "en"
    max_age_days: int = Field(0, ge=0)  # 0: of any age


class FactChecksSource(PlaceToLook):
    """Finds published fact checks and reads them in full.

    The rating stands in the document's title. It is no document of its own: a
    sentence that quotes a false claim reads, to a model, much like support for it.
    """

    type = "factchecks"

    def __init__(self, name: str, settings: FactChecksSettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """The first page of results of each query. Raises SourceError (no_key)."""
        return [self._search(q, c, "", 0) for q, c in asked(claims, self.settings.queries)]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """The reviews' pages, and the next page of results until `results` are reached."""
        name, state = asked_for(snapshot.request)
        if name != "search":
            return ()
        answer = json_of(snapshot, "Fact Check Tools")
        _refuse(answer)
        before = int(state.get("seen", "0"))
        reviews = list(_reviews(answer))
        left = self.settings.results - before
        links = [self._page(*review, snapshot.request) for review in reviews[:left]]
        token = text_of(answer.get("nextPageToken"))
        if token and reviews and before + len(reviews) < self.settings.results:
            query, claim_id = state.get("q", ""), snapshot.request.claim_id
            links.append(self._search(query, claim_id, token, before + len(reviews)))
        return links

    def read(self, snapshot: Snapshot) -> Sequence[Document]:
        """A review's page, its rating in the title."""
        if snapshot.request.purpose != "page":
            return ()
        return (replace(self.page(snapshot), title=snapshot.request.title),)

    def _search(self, query: str, claim_id: str, token: str, seen: int) -> Request:
        url = address(
            self.settings.api,
            query=query,
            languageCode=self.settings.language or None,
            maxAgeDays=self.settings.max_age_days or None,
            pageSize=min(PAGE, self.settings.results),
            pageToken=token or None,
            key=self.key(self.settings.key_env),
        )
        told = purpose("search", q=query, seen=seen or "")
        return Request(url, self.name, told, claim_id, secret=("key",), api=True)

    def _page(self, claim: dict[str, Any], review: dict[str, Any], asked_by: Request) -> Request:
        publisher = table_of(review.get("publisher"))
        by = text_of(publisher.get("name") or publisher.get("site"))
        rating = text_of(review.get("textualRating")) or "not in words"
        told = f"{by or 'a fact checker'}: “{text_of(claim.get('text'))[:200]}” rated {rating}"
        return Request(
            web_address(review.get("url")),
            self.name,
            "page",
            asked_by.claim_id,
            title=f"{text_of(review.get('title'))} [{told}]".strip(),
            published=day_of(review.get("reviewDate")),
        )


def _reviews(answer: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for claim in tables(answer.get("claims")):
        for review in tables(claim.get("claimReview")):
            if web_address(review.get("url")):
                yield claim, review


def _refuse(answer: dict[str, Any]) -> None:
    """Raises SourceError for `{"error": {code, message, status}}`."""
    error = answer.get("error")
    if isinstance(error, dict):
        status, said = text_of(error.get("status")), text_of(error.get("message"))
        reason = ERRORS.get(status, Reason.BAD_ANSWER)
        if "API key not valid" in said:
            reason = Reason.BAD_KEY
        raise SourceError(reason, f"Fact Check Tools: {said or status}")
