"""`searxng`: any SearXNG instance whose settings allow JSON (else it answers 403).

https://docs.searxng.org/dev/search_api.html
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
    tables,
    text_of,
)
from verify.sources.results import Question, SearchSettings, asked, pages, question_of
from verify.types import Article, Claim, Gap, Reason, Request, Snapshot

# What an engine's word for its failure means (searx/engines, network errors).
ENGINE_ERRORS: tuple[tuple[str, Reason], ...] = (
    ("timeout", Reason.TIMEOUT),
    ("too many requests", Reason.RATE_LIMITED),
    ("captcha", Reason.RATE_LIMITED),
    ("suspended", Reason.RATE_LIMITED),
    ("access denied", Reason.FORBIDDEN),
    ("server api error", Reason.SERVER_ERROR),
    ("http", Reason.SERVER_ERROR),
)


class SearxngSettings(SearchSettings):
    """`api` is the address of the instance's /search."""

    api: str = Field(pattern=r"^https?://")
    pages: int = Field(1, ge=1, le=10)
    categories: str = ""
    language: str = ""


class SearxngSource(PlaceToLook):
    """Asks a SearXNG instance."""

    type = "searxng"

    def __init__(self, name: str, settings: SearxngSettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """The first page of results for each claim."""
        return [self._search(q, c, 1) for q, c in asked(claims, self.settings.queries)]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """The pages found; the next page of results, or the next query, while there are too few.

        Raises SourceError where no engine answered.
        """
        name, state = asked_for(snapshot.request)
        if name != "search":
            return ()
        answer = json_of(snapshot, "SearXNG")
        found = tables(answer.get("results"))
        silent = self.gaps(snapshot)
        if not found and silent:
            raise SourceError(silent[0].reason, f"no engine answered: {silent[0].detail}")
        told = (
            (r.get("url"), text_of(r.get("title")), day_of(r.get("publishedDate"))) for r in found
        )
        question, page = question_of(state), int(state.get("page", "1"))
        left = self.settings.results - question.found
        links = pages(told, self.name, snapshot.request, left)
        claim_id, after = snapshot.request.claim_id, question.after(len(links))
        if found and len(links) < left and page < self.settings.pages:
            more = replace(question, found=question.found + len(links))
            links.append(self._search(more, claim_id, page + 1))
        elif len(links) < left and after:
            links.append(self._search(after, claim_id, 1))
        return links

    def gaps(self, snapshot: Snapshot) -> Sequence[Gap]:
        """The engines that did not answer: `[["name", "what went wrong"], …]`."""
        if not snapshot.request.purpose.startswith("search"):
            return ()
        silent = json_of(snapshot, "SearXNG").get("unresponsive_engines")
        entries = silent if isinstance(silent, list) else []
        told = [e for e in entries if isinstance(e, list) and len(e) > 1]
        return [self._gap(str(e[0]), str(e[1]), snapshot.request.claim_id) for e in told]

    def _gap(self, engine: str, said: str, claim_id: str) -> Gap:
        low = said.lower()
        reason = next((r for words, r in ENGINE_ERRORS if words in low), Reason.BAD_ANSWER)
        return Gap("search", self.name, reason, f"{engine}: {said}", claim_id=claim_id)

    def _search(self, question: Question, claim_id: str, page: int) -> Request:
        url = address(
            self.settings.api,
            q=question.query,
            format="json",
            pageno=page,
            categories=self.settings.categories or None,
            language=self.settings.language or None,
        )
        told = purpose("search", **question.state(), page=page)
        return Request(url, self.name, told, claim_id, api=True)
