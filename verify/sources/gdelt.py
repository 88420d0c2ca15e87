"""`gdelt`: the GDELT DOC 2.0 API, news of the last months. Optional: it sheds load with 429.

https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

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
from verify.sources.query import window
from verify.sources.results import Question, SearchSettings, asked, pages, question_of
from verify.types import Article, Claim, Gap, Reason, Request, Snapshot

MAX_RECORDS = 250
SHORTEST = 3  # letters; the service refuses shorter words
KEPT = timedelta(days=92)  # how far back it looks


class GdeltSettings(SearchSettings):
    """`language` is one of GDELT's names (english, urdu …); empty asks in all."""

    api: str = Field("https://api.gdeltproject.org/api/v2/doc/doc", pattern=r"^https?://")
    language: str = Field("english", pattern=r"^[a-z]*$")
    pause_s: float = Field(5.0, ge=0)  # it asks for at most one request in five seconds


class GdeltSource(PlaceToLook):
    """Searches GDELT's index of news pages around the article's day."""

    type = "gdelt"

    def __init__(self, name: str, settings: GdeltSettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """A list of articles for each query."""
        days = window(article)
        start = f"{days.start:%Y%m%d}000000" if days.start else ""
        end = f"{days.end:%Y%m%d}235959" if days.end else ""
        return [
            self._search(question, claim_id, start, end)
            for question, claim_id in asked(claims, self.settings.queries)
            if _spoken(question.query)
        ]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """The pages in the list, and the next query while they are too few.

        Raises SourceError for an error told with status 200.
        """
        name, state = asked_for(snapshot.request)
        if name != "search":
            return ()
        _refuse_words(snapshot)
        found = tables(json_of(snapshot, "GDELT").get("articles"))
        told = ((a.get("url"), text_of(a.get("title")), day_of(a.get("seendate"))) for a in found)
        question = question_of(state)
        left = self.settings.results - question.found
        links = pages(told, self.name, snapshot.request, left)
        following = question.after(len(links))
        if len(links) < left and following and _spoken(following.query):
            start, end = state.get("from", ""), state.get("to", "")
            links.append(self._search(following, snapshot.request.claim_id, start, end))
        return links

    def gaps(self, snapshot: Snapshot) -> Sequence[Gap]:
        """Says so where the days asked for are older than what the service keeps."""
        name, state = asked_for(snapshot.request)
        last = day_of(state.get("to"))
        if name != "search" or last is None or last.last >= snapshot.fetched_at.date() - KEPT:
            return ()
        detail = f"GDELT keeps about three months; the days asked for end on {last}"
        claim_id = snapshot.request.claim_id
        return [Gap("search", self.name, Reason.NOT_ARCHIVED, detail, claim_id=claim_id)]

    def _search(self, question: Question, claim_id: str, start: str, end: str) -> Request:
        told = purpose("search", **question.state(), **{"from": start, "to": end})
        url = self._address(question.query, start or None, end or None)
        pause = self.settings.pause_s
        return Request(url, self.name, told, claim_id, api=True, pause=pause)

    def _address(self, query: str, start: str | None, end: str | None) -> str:
        spoken = _spoken(query)
        if self.settings.language:
            spoken += f" sourcelang:{self.settings.language}"
        return address(
            self.settings.api,
            query=spoken,
            mode="artlist",
            format="json",
            maxrecords=min(MAX_RECORDS, self.settings.results),
            sort="hybridrel",
            startdatetime=start,
            enddatetime=end,
        )


def _spoken(query: str) -> str:
    """The query in GDELT's grammar: a phrase in quotation marks, or words of three letters."""
    if query.startswith('"'):
        return query
    words = re.findall(r"[^\W_]+", query)
    return " ".join(w for w in words if len(w) >= SHORTEST)


def _refuse_words(snapshot: Snapshot) -> None:
    """Errors come as a sentence in text/html with status 200."""
    body = snapshot.body.strip()
    if body.startswith(b"{"):
        return
    said = " ".join(body[:200].decode("utf-8", "replace").split())
    if re.search(r"limit requests|too many|rate limit", said, re.I):
        raise SourceError(Reason.RATE_LIMITED, f"GDELT: {said}")
    raise SourceError(Reason.BAD_ANSWER, f"GDELT: {said}")
