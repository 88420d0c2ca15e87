"""A path, an address or standard input → `Article`."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from verify.errors import ArticleError, FetchError, SourceError
from verify.ingest.dateline import stated_date
from verify.ingest.manuscript import READERS, Manuscript
from verify.ports import Fetcher
from verify.types import Article, Dated, PartialDate, Reason, Request, sha256
from verify.web.language import language_of
from verify.web.page import Given, Page
from verify.web.published import GUESS

__all__ = ["READERS", "read_article"]

MAX_FILE = 50_000_000  # bytes of any file
MAX_ARTICLE = 1_000_000  # characters: 170,000 words, a book; docs/decisions.md
MB = 1_000_000
SOURCE = "article"  # what the ledger and the archive call the article's own request
_ADDRESS = re.compile(r"www\.|[\w-]+(\.[\w-]+)+/")  # a host and a path, the scheme forgotten
UNDATED = "The article carries no date. Say when it was published with --published."

# What to do about each reason, after the line that says what is wrong.
ADVICE: dict[str, str] = {
    Reason.EMPTY: "check that it is the right file, or save the article's words as text",
    Reason.TOO_LARGE: f"give one article, at most {MAX_ARTICLE // MB} MB of text",
    Reason.UNSUPPORTED_TYPE: "give a text, Markdown, HTML, PDF or Word (.docx) file",
    Reason.BAD_ANSWER: "save the article's words as a text file and check that",
    Reason.FORBIDDEN: "save a copy that opens without a password or log-in and check that",
    Reason.NOT_FOUND: "check the address",
    Reason.GONE: "check the address, or find the page in a web archive",
    Reason.TIMEOUT: "try again later, or save the page and check the file",
    Reason.UNREACHABLE: "check the address and the network, or save the page and check the file",
    Reason.REFUSED_ADDRESS: "or save the page and check the file",
    Reason.TOO_MANY_REDIRECTS: "give the address that the site leads to in a browser",
    Reason.SERVER_ERROR: "try again later, or save the page and check the file",
    Reason.ROBOTS: "the site asks programs to stay out; save the page and check the file",
    Reason.CONSENT_WALL: "open it in a browser, save the page and check the file",
    Reason.PAYWALL: "save the full text and check the file",
    Reason.NOT_AN_ARTICLE: "give the address of one article",
    Reason.OFFLINE: "leave out --offline, or save the page and check the file",
    Reason.RATE_LIMITED: "the site wants fewer requests; try again later",
}


class PageReader(Protocol):
    """What ingest needs of `verify.web.extract.PageExtractor`."""

    def page(self, body: bytes, given: Given) -> Page:
        """The page in the bytes. Raises SourceError."""
        ...


@dataclass(frozen=True)
class Raw:
    """The bytes behind an origin, and what is known of them before they are read."""

    body: bytes
    sha256: str
    given: Given
    url: str = ""


async def read_article(
    origin: str,
    *,
    fetcher: Fetcher | None = None,
    published: PartialDate | None = None,
    stdin: bytes | None = None,
    reader: PageReader | None = None,
) -> Article:
    """The article behind a path, an http(s) address, or "-" (then `stdin` holds its bytes).

    `published` overrides what the article says of its date. Raises ArticleError, one
    line that says what is wrong and what to do.
    """
    if is_address(origin):
        raw = await _fetch(origin, fetcher)
    elif origin == "-":
        raw = _stdin(stdin)
    else:
        raw = await asyncio.to_thread(_file, _path(origin), origin)
    page = await asyncio.to_thread(_read, raw, origin, reader)
    return _article(page, raw, origin, published)


def is_address(origin: str) -> bool:
    """Whether an origin is an address to be fetched rather than a path."""
    return origin.lower().startswith(("http://", "https://"))


async def _fetch(origin: str, fetcher: Fetcher | None) -> Raw:
    if fetcher is None:
        raise ArticleError(f"{origin} cannot be fetched here: save the page and check the file")
    try:
        snapshot = await fetcher.fetch(Request(url=origin, source=SOURCE, purpose="article"))
    except FetchError as error:
        raise ArticleError(_line(origin, error.reason, error.detail)) from error
    seen = snapshot.fetched_at.date()
    given = Given(snapshot.header("content-type"), snapshot.url, seen=seen)
    return Raw(snapshot.body, snapshot.sha256, given, snapshot.url)


def _stdin(stdin: bytes | None) -> Raw:
    if not stdin:
        raise ArticleError("nothing came on standard input: pipe the article's text into it")
    if len(stdin) > MAX_FILE:
        raise ArticleError(_too_large("standard input", len(stdin)))
    return Raw(stdin, sha256(stdin), Given(seen=_today()))


def _path(origin: str) -> Path:
    """The path that a name or a `file:` address means. Raises ArticleError for another scheme."""
    scheme, found, rest = origin.partition("://")
    if not origin.strip():
        raise ArticleError("the article's name is empty: give a path, an address or -")
    if not found or not scheme.isalpha():
        return Path(origin)
    if scheme.lower() != "file":
        raise ArticleError(f"{scheme}:// is not read: give an http or https address, or a file")
    return Path(unquote(rest.removeprefix("localhost")))


def _file(path: Path, origin: str) -> Raw:
    if path.is_dir():
        raise ArticleError(f"{origin} is a folder: name one article in it")
    if not path.exists():
        hint = " (an address must begin with https://)" if _ADDRESS.match(origin) else ""
        raise ArticleError(f"there is no file {origin}: check the path{hint}")
    if not path.is_file():
        raise ArticleError(f"{origin} is not an ordinary file: give a file, an address or -")
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise ArticleError(_too_large(origin, size))
        body = path.read_bytes()
    except OSError as error:
        raise ArticleError(
            f"{origin} cannot be read ({error.strerror}): check its permissions"
        ) from error
    suffix = path.suffix.lower().lstrip(".")
    return Raw(body, sha256(body), Given(suffix=suffix, seen=_today()))


def _too_large(origin: str, size: int) -> str:
    return f"{origin} is {size // MB} MB: {ADVICE[Reason.TOO_LARGE]}"


def _today() -> date:
    return datetime.now(UTC).date()


def _read(raw: Raw, origin: str, reader: PageReader | None) -> Page:
    try:
        page = _page(raw, reader)
    except SourceError as error:
        raise ArticleError(_line(origin, error.reason, error.detail)) from error
    words = len(page.text.split())
    # A paywall that lets words through is checked as far as it goes; the note says so.
    if raw.url and page.wall and not (page.wall == Reason.PAYWALL and words >= 40):
        raise ArticleError(_line(origin, page.wall, page.wall_detail))
    if not page.text.strip():
        raise ArticleError(_line(origin, Reason.EMPTY, "it has no text"))
    if len(page.text) > MAX_ARTICLE:
        detail = f"it has {len(page.text) / MB:.1f} million characters of text"
        raise ArticleError(_line(origin, Reason.TOO_LARGE, detail))
    return page


def _page(raw: Raw, reader: PageReader | None) -> Page:
    if reader is not None:
        return reader.page(raw.body, raw.given)
    from verify.web.extract import PageExtractor

    with PageExtractor() as extractor:
        return extractor.page(raw.body, raw.given)


def _line(origin: str, reason: str, detail: str) -> str:
    detail = " ".join(detail.split()).rstrip(".") or str(reason).replace("_", " ")
    advice = ADVICE.get(reason, "save the article's words as a text file and check that")
    name = "standard input" if origin == "-" else origin
    return f"{name} could not be read: {detail}; {advice}"


def _article(page: Page, raw: Raw, origin: str, published: PartialDate | None) -> Article:
    written: Manuscript = READERS[page.kind](page)
    own = page.published if page.published and page.published.found_in != GUESS else None
    stated = own or stated_date(page.text, raw.given.seen)
    dated = Dated(published, "argument") if published else stated
    return Article(
        title=written.title,
        text=written.text,
        url=_url(page, raw),
        published=dated,
        language=page.language if len(page.language) == 2 else language_of(written.text),
        sha256=raw.sha256,
        origin=origin,
        author=page.author or None,
        publisher=page.publisher or None,
        notes=tuple(_notes(page, dated, stated)),
    )


def _url(page: Page, raw: Raw) -> str | None:
    """Front matter, the page's own address where it is of the same host, what was fetched."""
    if page.url or not raw.url:
        return page.url or page.canonical or None
    same = urlsplit(page.canonical).hostname == urlsplit(raw.url).hostname
    return page.canonical if page.canonical and same else raw.url


def _notes(page: Page, dated: Dated | None, stated: Dated | None) -> list[str]:
    notes = []
    if dated is None:
        notes.append(UNDATED)
    elif stated and not (stated.value.first <= dated.value.last <= stated.value.last):
        notes.append(f"The article itself gives another date: {stated.value} ({stated.found_in}).")
    if page.wall == Reason.PAYWALL:
        notes.append("The page is not free; only the part that it shows to everybody was read.")
    return notes
