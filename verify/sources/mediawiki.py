"""`mediawiki`: any MediaWiki; the page as it stood when the article came out, and as it stands now.

Search, then text: https://www.mediawiki.org/wiki/API:Search, API:Revisions, Extension:TextExtracts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal
from urllib.parse import quote, urlsplit

from pydantic import Field

from verify.errors import SourceError
from verify.sources.base import (
    Around,
    PlaceToLook,
    SourceSettings,
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
from verify.sources.results import Question, asked, question_of
from verify.sources.wikitext import plain
from verify.types import Article, Claim, Dated, Document, Reason, Request, Snapshot

LAG = 5  # seconds of replication lag above which a wiki may turn us away (API:Etiquette)
LIMIT = 50  # results of one answer, for clients without special rights
# Errors come with status 200: code → reason; any other code is a bad answer.
ERRORS: dict[str, Reason] = {
    "maxlag": Reason.RATE_LIMITED,
    "ratelimited": Reason.RATE_LIMITED,
    "readonly": Reason.SERVER_ERROR,
    "search-error": Reason.SERVER_ERROR,
    "srsearch-error": Reason.SERVER_ERROR,
    "readapidenied": Reason.FORBIDDEN,
    "permissiondenied": Reason.FORBIDDEN,
    "mustbeloggedin": Reason.FORBIDDEN,
    "blocked": Reason.FORBIDDEN,
    "missingtitle": Reason.NOT_FOUND,
    "nosuchrevid": Reason.NOT_FOUND,
}


class MediaWikiSettings(SourceSettings):
    """`api` is the address of the wiki's api.php."""

    api: str = Field(pattern=r"^https?://")
    results: int = Field(3, ge=1, le=500)  # pages for one claim
    queries: int = Field(3, ge=1, le=5)  # tried for one claim, one after the other
    clocks: Literal["both", "then", "now"] = "both"  # which revisions of a page are read
    publisher: str = ""


class MediaWikiSource(PlaceToLook):
    """Asks a wiki. The day of the article travels in the request's purpose."""

    type = "mediawiki"

    def __init__(self, name: str, settings: MediaWikiSettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """A search for each claim, with its most telling query."""
        day = article.day.isoformat() if article.day else ""
        return [self._search(q, c, day, 0) for q, c in asked(claims, self.settings.queries)]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """The pages found; the next page of results, or the next query, while there are too few.

        A wiki wants every word of a query on the page, so that a claim that is wrong, or says
        more than one page does, finds nothing until it is asked for with fewer words.
        """
        name, state = asked_for(snapshot.request)
        if name != "search":
            return ()
        answer = self._answer(snapshot)
        question, offset = question_of(state), int(state.get("offset", "0"))
        day, claim_id = state.get("day", ""), snapshot.request.claim_id
        left = self.settings.results - question.found - offset
        found = tables(table_of(answer.get("query")).get("search"))[: max(left, 0)]
        pages = [
            page
            for entry in found
            for page in self._pages(text_of(entry.get("title")), day, claim_id)
        ]
        further = table_of(answer.get("continue")).get("sroffset")
        if found and isinstance(further, int) and offset < further < offset + left:
            pages.append(self._search(question, claim_id, day, further))
        elif len(found) < left and (following := question.after(offset + len(found))):
            pages.append(self._search(following, claim_id, day, 0))
        return pages

    def read(self, snapshot: Snapshot) -> Sequence[Document]:
        """The text of a page. Raises SourceError."""
        if snapshot.request.purpose not in ("then", "now"):
            return ()
        pages = table_of(self._answer(snapshot).get("query")).get("pages")
        # formatversion=2 gives a list, an older wiki an object by page id.
        entries = tables(list(pages.values()) if isinstance(pages, dict) else pages)
        return tuple(d for page in entries for d in self._documents(page, snapshot))

    def _search(self, question: Question, claim_id: str, day: str, offset: int) -> Request:
        url = address(
            self.settings.api,
            action="query",
            list="search",
            srsearch=question.query,
            srwhat="text",  # without it, a wiki with MediaWiki's own search looks at titles only
            srlimit=min(LIMIT, self.settings.results - question.found - offset),
            sroffset=offset or None,
            format="json",
            formatversion=2,
            maxlag=LAG,
        )
        told = purpose("search", **question.state(), day=day, offset=offset or "")
        return Request(url, self.name, told, claim_id, api=True)

    def _pages(self, title: str, day: str, claim_id: str) -> Iterator[Request]:
        """The requests for one page: its revision on `day`, and the current one."""
        clocks = self.settings.clocks
        if not title:
            return
        if day and clocks != "now":
            # rvstart is the newest moment looked at, going backwards from there.
            start = f"{day}T23:59:59Z"
            yield self._page(title, "then", claim_id, rvstart=start, rvdir="older", rvlimit=1)
        if clocks != "then" or not day:
            yield self._page(title, "now", claim_id, extracts=True)

    def _page(
        self, title: str, clock: str, claim_id: str, *, extracts: bool = False, **more: str | int
    ) -> Request:
        url = address(
            self.settings.api,
            action="query",
            prop="info|revisions|extracts" if extracts else "info|revisions",
            titles=title,
            redirects=1,
            inprop="url",
            rvslots="main",
            rvprop="ids|timestamp|content",
            explaintext=1 if extracts else None,
            **more,
            format="json",
            formatversion=2,
            maxlag=LAG,
        )
        return Request(url, self.name, clock, claim_id, title=title, api=True)

    def _answer(self, snapshot: Snapshot) -> dict[str, Any]:
        answer = json_of(snapshot, "the wiki")
        error = answer.get("error")
        if isinstance(error, dict):
            code = text_of(error.get("code"))
            reason = ERRORS.get(code, Reason.BAD_ANSWER)
            if code.startswith("internal_api_error"):
                reason = Reason.SERVER_ERROR
            raise SourceError(reason, f"{code}: {text_of(error.get('info'))}".strip(": "))
        return answer

    def _documents(self, page: dict[str, Any], snapshot: Snapshot) -> Iterator[Document]:
        revision = next(iter(tables(page.get("revisions"))), {})
        slot = table_of(table_of(revision.get("slots")).get("main")) or revision
        wikitext = slot.get("content", slot.get("*"))
        text = page.get("extract") or (plain(wikitext) if isinstance(wikitext, str) else "")
        if not isinstance(text, str) or not text.strip() or "missing" in page:
            return  # no such page, or none yet on that day
        title = text_of(page.get("title"))
        day = day_of(revision.get("timestamp"))
        yield Document(
            title=title,
            text=text.strip(),
            url=self._url(page, revision, title, snapshot),
            publisher=self.settings.publisher or urlsplit(self.settings.api).hostname or "",
            published=Dated(day, "revision timestamp") if day else None,
            source=self.name,
            snapshot_sha256=snapshot.sha256,
            tier=self.tier,
            language=text_of(page.get("pagelanguage")),
        )

    def _url(
        self, page: dict[str, Any], revision: dict[str, Any], title: str, snapshot: Snapshot
    ) -> str:
        """The page's address; for an old revision, that revision's."""
        own = web_address(page.get("fullurl"))
        if not own:
            script = self.settings.api.rsplit("/", 1)[0] + "/index.php"
            own = f"{script}?title={quote(title.replace(' ', '_'))}"
        if snapshot.request.purpose == "then" and isinstance(revision.get("revid"), int):
            return address(own, oldid=revision["revid"])
        return own
