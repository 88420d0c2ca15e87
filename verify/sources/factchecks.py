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
from verify.sources.results import Question, SearchSettings, asked, question_of
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


# A wrong key comes with 400 and INVALID_ARGUMENT, as a wrong parameter does.
REFUSALS = (("API key not valid", Reason.BAD_KEY), *ERRORS.items())


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
        """The first page of results for each claim. Raises SourceError (no_key)."""
        return [self._search(q, c, "") for q, c in asked(claims, self.settings.queries)]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """The reviews' pages; the next page of results, or the next query, while too few."""
        name, state = asked_for(snapshot.request)
        if name != "search":
            return ()
        answer = json_of(snapshot, "Fact Check Tools")
        _refuse(answer)
        question, claim_id = question_of(state), snapshot.request.claim_id
        left = self.settings.results - question.found
        links = [self._page(*r, snapshot.request) for r in list(_reviews(answer))[:left]]
        token, count = text_of(answer.get("nextPageToken")), len(links)
        if token and 0 < count < left:
            more = replace(question, found=question.found + count)
            links.append(self._search(more, claim_id, token))
        elif count < left and (further := question.after(count)):
            links.append(self._search(further, claim_id, ""))
        return links

    def read(self, snapshot: Snapshot) -> Sequence[Document]:
        """A review's page, its rating in the title."""
        if snapshot.request.purpose != "page":
            return ()
        return (replace(self.page(snapshot), title=snapshot.request.title),)

    def _search(self, question: Question, claim_id: str, token: str) -> Request:
        url = address(
            self.settings.api,
            query=question.query,
            languageCode=self.settings.language or None,
            maxAgeDays=self.settings.max_age_days or None,
            pageSize=min(PAGE, self.settings.results),
            pageToken=token or None,
            key=self.key(self.settings.key_env),
        )
        told = purpose("search", **question.state())
        return Request(url, self.name, told, claim_id, secret=("key",), api=True, refusals=REFUSALS)

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
