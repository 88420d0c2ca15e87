"""What the search services share: queries from claims, results to pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import Field

from verify.sources.base import SourceSettings, web_address
from verify.sources.query import queries
from verify.types import Claim, PartialDate, Request


class SearchSettings(SourceSettings):
    """Keys that every search service has."""

    results: int = Field(5, ge=1, le=100)  # pages read for one claim
    queries: int = Field(3, ge=1, le=5)  # tried for one claim, one after the other


@dataclass(frozen=True)
class Question:
    """A query for a claim, and those still to be tried where it brings too little."""

    query: str
    rest: tuple[str, ...] = ()
    found: int = 0  # pages that the queries before it brought

    def state(self) -> dict[str, str | int]:
        """As it travels in a request's purpose."""
        return {"q": self.query, "rest": "\n".join(self.rest), "found": self.found or ""}

    def after(self, more: int) -> Question | None:
        """The next question, where there is one, after this one has brought `more` pages."""
        if not self.rest:
            return None
        return Question(self.rest[0], self.rest[1:], self.found + more)


def question_of(state: Mapping[str, str]) -> Question:
    """The question that `Question.state` wrote."""
    rest = tuple(filter(None, state.get("rest", "").split("\n")))
    return Question(state.get("q", ""), rest, int(state.get("found", "0")))


def asked(claims: Sequence[Claim], limit: int) -> list[tuple[Question, str]]:
    """(question, claim id), each first query once, for the most check-worthy claim first."""
    once: dict[str, tuple[Question, str]] = {}
    for claim in sorted(claims, key=lambda c: -c.worth):
        first, *rest = queries(claim, limit) or ("",)
        if first:
            once.setdefault(first, (Question(first, tuple(rest)), claim.id))
    return list(once.values())


def pages(
    found: Iterable[tuple[object, str, PartialDate | None]],
    source: str,
    by: Request,
    limit: int,
) -> list[Request]:
    """Page requests from (address, title, published) of the results, each address once."""
    once: dict[str, Request] = {}
    for raw, title, published in found:
        url = web_address(raw)
        if url and len(once) < limit:
            page = Request(url, source, "page", by.claim_id, title=title, published=published)
            once.setdefault(url, page)
    return list(once.values())
