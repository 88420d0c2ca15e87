"""What a desk watches: feeds, sitemaps, lists and folders → articles, each with a stamp.

A stamp is whatever changes when the article does (a date, a hash). "" means that
the listing does not say: the article is then read to see whether it changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.batch import manifest
from verify.errors import SourceError, UsageError, VerifyError
from verify.ports import Fetcher
from verify.types import PartialDate, Reason, Request, Snapshot, sha256

if TYPE_CHECKING:
    from verify.config import Settings

MAX_ENTRIES = 5_000  # of one listing; a news sitemap may hold 1,000, a feed seldom 200
MAX_SITEMAPS = 50  # of one index, the newest first
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Listed:
    """An article that a listing names."""

    origin: str
    stamp: str = ""
    published: PartialDate | None = None


@dataclass(frozen=True)
class Unread:
    """A listing that could not be read, and why."""

    listing: str
    error: str


async def listed(
    settings: Settings, fetcher: Fetcher
) -> tuple[tuple[Listed, ...], tuple[Unread, ...]]:
    """All that the configuration says to watch, each article once, and what could not be read."""
    found: dict[str, Listed] = {}
    unread: list[Unread] = []
    watch = settings.watch
    local: list[tuple[Path, Callable[[Path], Sequence[Listed]]]] = [
        *((settings.path(p), in_list) for p in watch.lists),
        *((settings.path(p), in_folder) for p in watch.folders),
    ]
    for path, read in local:
        try:
            entries = read(path)
        except VerifyError as error:
            unread.append(Unread(str(path), str(error)))
            continue
        found.update({e.origin: e for e in entries})
    for address, parse in [
        *((a, from_feed) for a in watch.feeds),
        *((a, from_sitemap) for a in watch.sitemaps),
    ]:
        try:
            entries = await _over_the_web(address, parse, fetcher)
        except VerifyError as error:
            unread.append(Unread(address, str(error)))
            continue
        found.update({e.origin: e for e in entries})
    return tuple(found.values()), tuple(unread)


# --- on this machine -------------------------------------------------------------------------


def in_list(path: Path) -> tuple[Listed, ...]:
    """The lines of a file. Raises UsageError."""
    return tuple(Listed(o, _file_stamp(o)) for o in manifest(path)[:MAX_ENTRIES])


def in_folder(path: Path) -> tuple[Listed, ...]:
    """The files of a folder. Raises UsageError."""
    if not path.is_dir():
        raise UsageError(f"the watched folder {path} is not there: create it, or correct [watch]")
    return tuple(Listed(o, _file_stamp(o)) for o in manifest(path)[:MAX_ENTRIES])


def _file_stamp(origin: str) -> str:
    """The hash of a file: unlike its time it survives a copy, and a clock set back."""
    if "://" in origin:
        return ""
    try:
        return sha256(Path(origin).read_bytes())
    except OSError:
        return ""


# --- over the web ----------------------------------------------------------------------------

Parse = Callable[[Snapshot], tuple[Sequence[Listed], Sequence[str]]]


async def _over_the_web(address: str, parse: Parse, fetcher: Fetcher) -> list[Listed]:
    """The entries of a feed or sitemap, and of those that an index names (one level)."""
    request = Request(address, source="watch", purpose="listing", api=True)
    entries, further = parse(await fetcher.fetch(request))
    found = list(entries)
    for one in further[:MAX_SITEMAPS]:
        more, _ = parse(
            await fetcher.fetch(Request(one, source="watch", purpose="listing", api=True))
        )
        found += more
    return found[:MAX_ENTRIES]


def from_feed(snapshot: Snapshot) -> tuple[Sequence[Listed], Sequence[str]]:
    """The entries of an RSS or Atom feed. Raises SourceError for what is none."""
    import feedparser

    _refuse_dtd(snapshot)
    feed: Any = feedparser.parse(snapshot.body, sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version"):
        raise SourceError(Reason.BAD_ANSWER, f"{snapshot.url} is no RSS or Atom feed")
    return [_entry(e) for e in feed.entries[:MAX_ENTRIES] if e.get("link")], ()


def _entry(entry: Any) -> Listed:
    said = [str(entry.get(k, "")) for k in ("updated", "published", "title", "summary")]
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    day = f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}" if moment else ""
    return Listed(str(entry["link"]), sha256("\0".join(said)), _date(day))


def from_sitemap(snapshot: Snapshot) -> tuple[Sequence[Listed], Sequence[str]]:
    """The pages of a sitemap, or the sitemaps of an index (newest first).

    Raises SourceError for what is neither.
    """
    from lxml import etree

    _refuse_dtd(snapshot)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(snapshot.body, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(Reason.BAD_ANSWER, f"{snapshot.url} is no XML: {error}") from error
    kind = etree.QName(root).localname
    rows = [_fields(node) for node in root if isinstance(node.tag, str)]
    rows = [r for r in rows if r.get("loc")][:MAX_ENTRIES]
    if kind == "sitemapindex":
        newest = sorted(rows, key=lambda r: r.get("lastmod", ""), reverse=True)
        return (), [r["loc"] for r in newest]
    if kind != "urlset":
        raise SourceError(Reason.BAD_ANSWER, f"{snapshot.url} is no sitemap")
    return [_page(r) for r in rows], ()


def _fields(node: Any) -> dict[str, str]:
    """Local name → text of an entry, the news extension's fields included."""
    leaves: Iterator[Any] = (n for n in node.iter() if isinstance(n.tag, str) and n.text)
    return {n.tag.rpartition("}")[2]: n.text.strip() for n in leaves}


def _page(row: dict[str, str]) -> Listed:
    stamp = "\0".join(row.get(k, "") for k in ("lastmod", "publication_date", "title"))
    day = _DAY.match(row.get("publication_date", ""))
    return Listed(row["loc"], stamp.strip("\0") and sha256(stamp), _date(day[0] if day else ""))


def _date(day: str) -> PartialDate | None:
    try:
        return PartialDate(day)
    except ValueError:
        return None


def _refuse_dtd(snapshot: Snapshot) -> None:
    """Entities of a document type can grow without bound: feeds have no need of one."""
    if b"<!DOCTYPE" in snapshot.body[:100_000] or b"<!ENTITY" in snapshot.body:
        raise SourceError(Reason.BAD_ANSWER, f"{snapshot.url} declares a document type")
