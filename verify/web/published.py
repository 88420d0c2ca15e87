"""When a page was published, how precisely, and which of its fields said so.

JSON-LD → OpenGraph and other meta → `<time>` → byline → address → htmldate, the last
of which may be years out. Years before 1990 and days after the page was fetched are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from verify.types import Dated, PartialDate

FIRST_YEAR = 1990  # no web page is older
GUESS = "htmldate"  # `found_in` of the last resort
META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "og:pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "article.published",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "date",
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(\d{{4}})\b", re.I)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)
_MONTH_YEAR = re.compile(rf"\A\s*{_MONTH}\s+(\d{{4}})\s*\Z", re.I)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_SLASHED = re.compile(r"\A\s*(\d{4})/(\d{1,2})/(\d{1,2})\b")
_COMPACT = re.compile(r"\A\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*\Z")
_PATH = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_BYLINE = re.compile(r"byline|dateline|publish|posted|timestamp|(?:^|[-_ ])date(?:$|[-_ ])", re.I)


def parse_date(raw: str, found_in: str) -> Dated | None:
    """A date from one field's text; None where it holds no full date, month or year."""
    text = raw.strip()
    if re.fullmatch(r"\d{4}(-\d{2})?", text):
        return _dated(text, found_in)
    if re.match(r"\d{4}-\d{2}-\d{2}", text):
        return _instant(text, found_in)
    if compact := _COMPACT.match(text) or _SLASHED.match(text):
        return _ymd(*compact.groups(), found_in=found_in)
    if re.match(r"(?:mon|tue|wed|thu|fri|sat|sun),? ", text, re.I):
        try:
            return _at(parsedate_to_datetime(text), found_in)
        except (ValueError, TypeError, IndexError):
            pass
    return in_words(text, found_in)


def in_words(text: str, found_in: str) -> Dated | None:
    """The first date written out in a text: `20 December 2025`, `Dec. 20, 2025`, ISO."""
    if m := _DAY_FIRST.search(text):
        return _ymd(m[3], str(_month(m[2])), m[1], found_in=found_in)
    if m := _MONTH_FIRST.search(text):
        return _ymd(m[3], str(_month(m[1])), m[2], found_in=found_in)
    if m := _ISO.search(text):
        return _ymd(m[1], m[2], m[3], found_in=found_in)
    if m := _MONTH_YEAR.match(text):
        return _dated(f"{m[2]}-{_month(m[1]):02d}", found_in)
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()[:3]) + 1


def _ymd(year: str, month: str, day: str, *, found_in: str) -> Dated | None:
    return _dated(f"{int(year):04d}-{int(month):02d}-{int(day):02d}", found_in)


def _dated(iso: str, found_in: str) -> Dated | None:
    try:
        return Dated(PartialDate(iso), found_in)
    except ValueError:
        return None


def _instant(text: str, found_in: str) -> Dated | None:
    tidy = re.sub(r"\s+(?=[+-]\d{2}:?\d{2}$|Z$)", "", text.replace("T ", "T"))
    try:
        return _at(datetime.fromisoformat(tidy), found_in, with_time=len(tidy) > 10)
    except ValueError:
        return _ymd(text[:4], text[5:7], text[8:10], found_in=found_in)


def _at(moment: datetime, found_in: str, *, with_time: bool = True) -> Dated:
    """The day in the page's own zone; the instant only where a zone was given."""
    day = PartialDate(moment.date().isoformat())
    return Dated(day, found_in, moment if with_time and moment.tzinfo else None)


def plausible(dated: Dated, seen: date) -> bool:
    """Whether a page fetched on `seen` can be of that date."""
    first = dated.value.first
    return first.year >= FIRST_YEAR and first - timedelta(days=1) <= seen


def find_published(
    tree: Any, nodes: Sequence[Mapping[str, Any]], metas: Mapping[str, str], url: str, seen: date
) -> Dated | None:
    """The first plausible date in the order of fields. `tree` is an lxml HTML tree."""
    for dated in _candidates(tree, nodes, metas, url):
        if plausible(dated, seen):
            return dated
    return _guess(tree, seen)


def _candidates(
    tree: Any, nodes: Sequence[Mapping[str, Any]], metas: Mapping[str, str], url: str
) -> Iterator[Dated]:
    fields = [
        *((str(n.get("datePublished") or ""), "json-ld datePublished") for n in nodes),
        *((metas[name], f"meta {name}") for name in META if name in metas),
        *_times(tree),
    ]
    for raw, found_in in fields:
        if raw and (dated := parse_date(raw, found_in)):
            yield dated
    for text in _bylines(tree):
        if dated := in_words(text, "byline"):
            yield dated
    if found := _PATH.search(urlsplit(url).path):
        dated = _ymd(*found.groups(), found_in="address")
        if dated:
            yield dated


def _times(tree: Any) -> list[tuple[str, str]]:
    """`<time>` elements that speak for the page: marked, or the only date there is."""
    marked = tree.xpath(
        "//*[@itemprop='datePublished']/@content | //time[@itemprop='datePublished' or @pubdate]"
        "/@datetime | //header//time[1]/@datetime | //h1/following-sibling::*[1]//time[1]/@datetime"
    )
    if marked:
        return [(str(raw), "time element") for raw in marked]
    every = [str(raw) for raw in tree.xpath("//time/@datetime")]
    days = {raw[:10] for raw in every}
    return [(every[0], "time element")] if len(days) == 1 else []


def _bylines(tree: Any) -> Iterator[str]:
    for element in tree.xpath("//*[self::p or self::div or self::span or self::li][@class]")[:3000]:
        if _BYLINE.search(element.get("class", "")):
            text = " ".join(element.text_content().split())
            if 0 < len(text) <= 160:
                yield text


def _guess(tree: Any, seen: date) -> Dated | None:
    """What htmldate makes of the page's own words; it drops time and zone.

    It would take the first `<time>` it meets, another story's too; those have been looked at.
    """
    from copy import deepcopy

    from htmldate import find_date
    from lxml import etree

    own = deepcopy(tree)
    etree.strip_elements(own, "time", "aside", "nav", "footer", "script", with_tail=False)
    try:
        iso = find_date(
            own,
            extensive_search=False,
            original_date=True,
            min_date=datetime(FIRST_YEAR, 1, 1),
            max_date=datetime(seen.year, seen.month, seen.day),
        )
    except (ValueError, TypeError, AttributeError):  # it fails so on odd trees
        return None
    return _dated(iso, GUESS) if iso else None
