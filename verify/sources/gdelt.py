"""`gdelt`: the GDELT DOC 2.0 API, news of the last months. Optional: it sheds load with 429.

https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import Field

from verify.errors import SourceError
from verify.sources.base import Around, PlaceToLook, address, day_of, json_of, tables, text_of
from verify.sources.query import window
from verify.sources.results import SearchSettings, asked, pages
from verify.types import Article, Claim, Reason, Request, Snapshot

MAX_RECORDS = 250
SHORTEST = 3  # letters; the service refuses shorter words


class GdeltSettings(SearchSettings):
    """`language` is one of GDELT's names (english, urdu …); empty asks in all."""

    api: str = Field("https://api.gdeltproject.org/api/v2/doc/doc", pattern=r"^https?://")
    language: str = Field("english", pattern=r"^[a-z]*$")


class GdeltSource(PlaceToLook):
    """Searches GDELT's index of news pages around the article's day."""

    type = "gdelt"

    def __init__(self, name: str, settings: GdeltSettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """A list of articles for each query."""
        days = window(article)
        start = f"{days.start:%Y%m%d}000000" if days.start else None
        end = f"{days.end:%Y%m%d}235959" if days.end else None
        return [
            Request(self._address(query, start, end), self.name, "search", claim_id, api=True)
            for query, claim_id in asked(claims, self.settings.queries)
            if _spoken(query)
        ]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """The pages in the list. Raises SourceError for an error told with status 200."""
        if snapshot.request.purpose != "search":
            return ()
        _refuse_words(snapshot)
        found = tables(json_of(snapshot, "GDELT").get("articles"))
        told = ((a.get("url"), text_of(a.get("title")), day_of(a.get("seendate"))) for a in found)
        return pages(told, self.name, snapshot.request, self.settings.results)

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
