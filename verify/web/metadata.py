"""What a page says about itself: title, author, publisher, address, links, markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

MAX_LINKS = 500
MAX_LD = 1_000_000  # characters of one JSON-LD block
ARTICLE_TYPES = {
    "Article",
    "NewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReportageNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "Report",
    "ScholarlyArticle",
    "TechArticle",
    "SocialMediaPosting",
    "MedicalScholarlyArticle",
    "AdvertiserContentArticle",
}
AGENCIES = {
    "reuters": "Reuters",
    "associated press": "AP",
    "the associated press": "AP",
    "ap": "AP",
    "agence france-presse": "AFP",
    "afp": "AFP",
    "upi": "UPI",
    "bloomberg": "Bloomberg",
    "xinhua": "Xinhua",
    "dpa": "dpa",
    "ani": "ANI",
    "pti": "PTI",
    "app": "APP",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "aa": "Anadolu",
    "tass": "TASS",
    "interfax": "Interfax",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "yonhap": "Yonhap",
    "efe": "EFE",
    "ansa": "ANSA",
    "ians": "IANS",
    "pa media": "PA",
    "press association": "PA",
    "canadian press": "The Canadian Press",
    "the canadian press": "The Canadian Press",
    "aap": "AAP",
}
_CREDIT = re.compile(r"\(([A-Za-z][A-Za-z -]{1,28})\)\s*(?:[-–—:]|\n)")
_DATELINE = re.compile(r"\A([A-Z][A-Z.' -]{2,40}(?:, [A-Z][\w. ]{1,30})?)\s*(?:[-–—]|:)\s")
_DASHED = re.compile(r"\A[^\n]{0,80}?[-–—]\s*(Reuters|AP|AFP|UPI|dpa|ANI|PTI|IANS|Xinhua)\b")


@dataclass(frozen=True)
class Review:
    """A fact check as a page's ClaimReview markup states it (schema.org/ClaimReview)."""

    claim: str
    rating: str
    publisher: str
    url: str


def json_ld(tree: Any) -> list[dict[str, Any]]:
    """Every typed node of the page's JSON-LD, those of articles first."""
    nodes: list[dict[str, Any]] = []
    for raw in tree.xpath("//script[contains(@type, 'ld+json')]/text()")[:50]:
        if len(raw) <= MAX_LD:
            nodes += _walk(_loads(str(raw)), 0)
    return sorted(nodes, key=lambda n: not is_article(n))


def _loads(raw: str) -> Any:
    tidy = re.sub(r"\A\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*\Z", "", raw).strip()
    try:
        return json.loads(tidy.rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for entry in value[:200]:
            yield from _walk(entry, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "review"):
            yield from _walk(value.get(key), depth + 1)


def types_of(node: Mapping[str, Any]) -> set[str]:
    """The node's types, without their vocabulary's address."""
    named = node.get("@type")
    names = named if isinstance(named, list) else [named]
    return {str(n).rsplit("/", 1)[-1] for n in names if n}


def is_article(node: Mapping[str, Any]) -> bool:
    """Whether a JSON-LD node describes an article."""
    return bool(types_of(node) & ARTICLE_TYPES)


def metas(tree: Any) -> dict[str, str]:
    """Meta elements by property, name or itemprop in lower case; the first of each wins."""
    table: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]")[:500]:
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            table.setdefault(name.strip().lower(), content)
    return table


def title_of(tree: Any, nodes: Sequence[Mapping[str, Any]], table: Mapping[str, str]) -> str:
    """JSON-LD headline, og:title, the only h1, or <title> without the site's name."""
    for node in nodes:
        if is_article(node) and (words := _clean(node.get("headline"))):
            return words
    if words := _clean(table.get("og:title") or table.get("twitter:title")):
        return _without_site(words, table)
    heads = [_clean(h.text_content()) for h in tree.xpath("//h1")]
    heads = [h for h in heads if h]
    if len(heads) == 1:
        return heads[0]
    return _without_site(_clean("".join(tree.xpath("//head/title[1]//text()"))), table)


def _without_site(title: str, table: Mapping[str, str]) -> str:
    site = table.get("og:site_name", "")
    if site:
        tail = re.compile(rf"\s*[|–—:-]\s*{re.escape(site)}\s*\Z", re.I)
        return tail.sub("", title) or title
    return title


def standfirst_of(tree: Any) -> str:
    """The visible line below the headline, where the page marks one."""
    found = tree.xpath(
        "//*[self::p or self::h2 or self::div][@class or @itemprop][contains(@class,'standfirst')"
        " or contains(@class,'subhead') or contains(@class,'subtitle') or contains(@class,'dek')"
        " or contains(@class,'article-summary') or @itemprop='alternativeHeadline'"
        " or @data-testid='standfirst']"
    )
    words = [_clean(e.text_content()) for e in found[:5]]
    return next((w for w in words if 20 <= len(w) <= 400), "")


def author_of(nodes: Sequence[Mapping[str, Any]], table: Mapping[str, str], tree: Any) -> str:
    """JSON-LD author, author meta, or rel=author."""
    for node in nodes:
        if is_article(node) and (names := _names(node.get("author"))):
            return ", ".join(names[:5])
    for key in (
        "author",
        "article:author",
        "parsely-author",
        "dc.creator",
        "byl",
        "sailthru.author",
    ):
        if (words := _clean(table.get(key))) and not words.startswith("http"):
            return re.sub(r"\Aby\s+", "", words, flags=re.I)
    rel = [_clean(e.text_content()) for e in tree.xpath("//*[@rel='author']")[:3]]
    return next((w for w in rel if 2 < len(w) < 80), "")


def publisher_of(nodes: Sequence[Mapping[str, Any]], table: Mapping[str, str], url: str) -> str:
    """JSON-LD publisher, og:site_name, or the host's name."""
    for node in nodes:
        if is_article(node) and (names := _names(node.get("publisher"))):
            return names[0]
    for key in ("og:site_name", "application-name", "dc.publisher", "publisher"):
        if words := _clean(table.get(key)):
            return words
    return (urlsplit(url).hostname or "").removeprefix("www.")


def canonical_of(tree: Any, table: Mapping[str, str], url: str) -> str:
    """The address the page calls its own, absolute; "" where it names none on the web."""
    named = [str(h) for h in tree.xpath("//link[@rel='canonical']/@href")]
    for raw in (*named, table.get("og:url", "")):
        address = join(url, raw)
        if address:
            return address
    return ""


def language_of(tree: Any, table: Mapping[str, str]) -> str:
    """The language the page says it is in, as a two- or three-letter code, or ""."""
    raw = str(tree.get("lang") or table.get("og:locale", ""))
    code = re.match(r"[A-Za-z]{2,3}(?=[-_]|\Z)", raw.strip())
    return code.group(0).lower() if code else ""


def links_of(tree: Any, url: str) -> tuple[str, ...]:
    """The addresses that the page's own text cites: links inside its paragraphs."""
    within = tree.xpath("//p//a/@href | //blockquote//a/@href | //article//li//a/@href")
    found = (join(url, str(raw)) for raw in within[: 4 * MAX_LINKS])
    return tuple(dict.fromkeys(a for a in found if a and a != url))[:MAX_LINKS]


def join(base: str, raw: str) -> str:
    """An absolute http(s) address without its fragment, or ""."""
    try:
        address = urljoin(base, raw.strip()).split("#")[0]
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname else ""


def reviews_of(nodes: Sequence[Mapping[str, Any]]) -> tuple[Review, ...]:
    """The ClaimReview markup of a page."""
    found = []
    for node in nodes:
        rating = node.get("reviewRating")
        if "ClaimReview" in types_of(node) and isinstance(rating, dict):
            words = _clean(rating.get("alternateName")) or _clean(rating.get("ratingValue"))
            by = next(iter(_names(node.get("author"))), "")
            found.append(
                Review(_clean(node.get("claimReviewed")), words, by, _clean(node.get("url")))
            )
    return tuple(r for r in found if r.claim and r.rating)


def credit_of(text: str, author: str = "") -> str:
    """The news agency that a text credits, else its dateline's place, else ""."""
    named = AGENCIES.get(author.strip().lower())
    if named:
        return named
    opening, close = text[:300], text[-400:]
    for found in (*_CREDIT.finditer(opening), *_CREDIT.finditer(close + "\n")):
        if agency := AGENCIES.get(found.group(1).strip().lower()):
            return agency
    if dashed := _DASHED.match(opening):
        return AGENCIES[dashed.group(1).lower()]
    place = _DATELINE.match(opening)
    return place.group(1).strip() if place else ""


def _names(value: Any) -> list[str]:
    entries = value if isinstance(value, list) else [value]
    names = [_clean(e.get("name") if isinstance(e, dict) else e) for e in entries]
    return [n for n in names if n and not n.startswith("http")]


def _clean(value: Any) -> str:
    """One line of text from a markup value; entities in JSON-LD resolved."""
    import html

    if isinstance(value, list):
        value = value[0] if value else ""
    if not isinstance(value, str | int | float):
        return ""
    return " ".join(re.sub(r"<[^>]{1,200}>", " ", html.unescape(str(value))).split())
