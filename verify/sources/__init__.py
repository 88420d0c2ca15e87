"""The sources: one file per place to look, one line each in `SOURCES`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from verify.errors import ConfigError
from verify.ports import Extractor, Source
from verify.sources.base import Around, SourceSettings
from verify.sources.brave import BraveSettings, BraveSource
from verify.sources.congress import CongressSettings, CongressSource
from verify.sources.factchecks import FactChecksSettings, FactChecksSource
from verify.sources.feed import FeedSettings, FeedSource
from verify.sources.folder import FolderSettings, FolderSource
from verify.sources.gdelt import GdeltSettings, GdeltSource
from verify.sources.mediawiki import MediaWikiSettings, MediaWikiSource
from verify.sources.offices import OfficesSource
from verify.sources.pages import PagesSettings, PagesSource
from verify.sources.searxng import SearxngSettings, SearxngSource
from verify.sources.sitemap import SitemapSettings, SitemapSource
from verify.sources.tavily import TavilySettings, TavilySource
from verify.sources.wayback import WaybackSettings, WaybackSource
from verify.sources.wikidata import WikidataSettings, WikidataSource

__all__ = ["SOURCES", "Kind", "build"]


class OfficesSettings(SourceSettings):
    """`path`: the user's own CSV, from the configuration's folder; else the package's table."""

    path: Path | None = None


def _offices(name: str, settings: OfficesSettings, around: Around) -> OfficesSource:
    path = settings.path
    return OfficesSource(name, settings.tier, around.base / path.expanduser() if path else None)


@dataclass(frozen=True)
class Kind:
    """A type of source: the keys its table may have, and how it is made."""

    settings: type[SourceSettings]
    make: Callable[[str, Any, Around], Source]


SOURCES: dict[str, Kind] = {
    "brave": Kind(BraveSettings, BraveSource),
    "congress": Kind(CongressSettings, CongressSource),
    "factchecks": Kind(FactChecksSettings, FactChecksSource),
    "feed": Kind(FeedSettings, FeedSource),
    "folder": Kind(FolderSettings, FolderSource),
    "gdelt": Kind(GdeltSettings, GdeltSource),
    "mediawiki": Kind(MediaWikiSettings, MediaWikiSource),
    "offices": Kind(OfficesSettings, _offices),
    "pages": Kind(PagesSettings, PagesSource),
    "searxng": Kind(SearxngSettings, SearxngSource),
    "sitemap": Kind(SitemapSettings, SitemapSource),
    "tavily": Kind(TavilySettings, TavilySource),
    "wayback": Kind(WaybackSettings, WaybackSource),
    "wikidata": Kind(WikidataSettings, WikidataSource),
}


def build(
    name: str,
    table: Mapping[str, object],
    *,
    base: Path,
    extract: Extractor,
    environ: Mapping[str, str],
) -> Source:
    """The source that `[sources.NAME]` describes.

    Relative paths start from `base`; keys of services come from `environ`. Raises
    ConfigError: an unknown type or key (the nearest known one is named), a wrong value.
    """
    where = f"[sources.{name}]"
    named = table.get("type")
    if not isinstance(named, str):
        raise ConfigError(f'{where} has no type: write type = "folder" (or another of {_known()})')
    kind = SOURCES.get(named)
    if kind is None:
        raise ConfigError(f"{where}: unknown type {named!r}{_nearest(named, SOURCES)}")
    try:
        settings = kind.settings.model_validate(dict(table))
    except ValidationError as error:
        raise ConfigError(f"{where}: {_mistake(error, kind.settings)}") from error
    return kind.make(name, settings, Around(base, extract, environ))


def _known() -> str:
    return ", ".join(sorted(SOURCES))


def _mistake(error: ValidationError, settings: type[SourceSettings]) -> str:
    """One mistake in one line: a key misspelt before the one that is missing for it."""
    mistakes = error.errors(include_url=False)
    first = next((m for m in mistakes if m["type"] == "extra_forbidden"), mistakes[0])
    key = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"unknown key {key!r}{_nearest(key, settings.model_fields)}"
    if first["type"] == "missing":
        return f"the key {key!r} is missing"
    return f"{key}: {first['msg'].removeprefix('Value error, ')}"


def _nearest(word: str, known: Iterable[str]) -> str:
    names = sorted(known)
    close = get_close_matches(word, names, 1, 0.5)
    return f": did you mean {close[0]!r}?" if close else f" (known: {', '.join(names)})"
