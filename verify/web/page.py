"""The bytes of a page → its main text and what it says about itself.

This runs in the worker process (worker.py): a hostile page may hang or crash it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from verify.errors import SourceError
from verify.types import Dated, PartialDate, Reason
from verify.web import metadata
from verify.web.decode import charset_of, decode, kind_of
from verify.web.files import docx_text, pdf_text
from verify.web.furniture import without_furniture
from verify.web.language import language_of
from verify.web.markdown import addresses, first_heading, front_matter, plain
from verify.web.metadata import Review
from verify.web.published import find_published, parse_date
from verify.web.walls import Look, recognise

MAX_MARKUP = 20_000_000  # bytes of HTML; the longest news pages have two or three million
MAX_TEXT = 10_000_000  # characters of plain text
VISIBLE = 50_000  # characters of visible text that the wall rules read


@dataclass(frozen=True)
class Page:
    """A page, read. `wall` is a Reason where it is no article; its text may still be there."""

    text: str
    kind: str
    title: str = ""
    standfirst: str = ""
    author: str = ""
    publisher: str = ""
    published: Dated | None = None
    canonical: str = ""
    url: str = ""  # the address that front matter gives
    language: str = ""
    links: tuple[str, ...] = ()
    credit: str = ""
    reviews: tuple[Review, ...] = ()
    wall: str = ""
    wall_detail: str = ""


@dataclass(frozen=True)
class Given:
    """What is known of the bytes before reading: type, address, suffix, when fetched."""

    content_type: str = ""
    url: str = ""
    suffix: str = ""
    seen: date = date.max

    @property
    def extension(self) -> str:
        """The file suffix, from the name or the address."""
        name = self.suffix or urlsplit(self.url).path.rsplit("/", 1)[-1]
        return name.rsplit(".", 1)[-1].lower() if "." in name else self.suffix.lower()


def read_page(body: bytes, given: Given) -> Page:
    """Read the bytes by what they are.

    Raises SourceError: empty, too_large, unsupported_type, bad_answer, forbidden.
    A recognised wall is reported in the page, not raised.
    """
    if not body.strip(b" \t\r\n\0"):
        raise SourceError(Reason.EMPTY, "the page has no content")
    kind = kind_of(body, given.content_type, given.extension)
    if kind != "pdf" and given.extension == "pdf" and "html" not in given.content_type:
        raise SourceError(Reason.BAD_ANSWER, "the file is called a PDF but is none")
    if kind == "html":
        refuse_huge(body)
    reader = READERS.get(kind)
    if reader is None:
        named = given.content_type.split(";")[0] or given.extension or "unknown"
        raise SourceError(Reason.UNSUPPORTED_TYPE, f"cannot read {kind} content ({named})")
    return reader(body, given)


def refuse_huge(body: bytes) -> None:
    """Raises SourceError (too_large) for more markup than any article has."""
    if len(body) > MAX_MARKUP:
        raise SourceError(Reason.TOO_LARGE, f"more than {MAX_MARKUP // 1_000_000} MB of markup")


def _text(body: bytes, given: Given) -> Page:
    text = _plain_text(body, given)
    return Page(text, "text", credit=metadata.credit_of(text))


def _plain_text(body: bytes, given: Given) -> str:
    if len(body) > MAX_TEXT:
        raise SourceError(Reason.TOO_LARGE, f"more than {MAX_TEXT // 1_000_000} MB of text")
    text = decode(body, charset_of(given.content_type)).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\0", "")
    if not text.strip():
        raise SourceError(Reason.EMPTY, "the page has no content")
    return text


# What site generators and note programs call the day of a text, and where it stood.
DATED = ("date", "published", "published_at", "publishdate", "pubdate", "datepublished", "created")
ADDRESSED = ("url", "source_url", "canonical_url", "link")


def _markdown(body: bytes, given: Given) -> Page:
    head, rest = front_matter(_plain_text(body, given))
    text = plain(rest)
    if not text.strip():
        raise SourceError(Reason.EMPTY, "there is no text below the front matter")
    dated = next((head[key] for key in DATED if head.get(key)), "")
    published = parse_date(dated, "front matter") if dated else None
    return Page(
        text,
        "markdown",
        title=head.get("title", "") or first_heading(rest),
        author=head.get("author", ""),
        publisher=head.get("publisher", ""),
        published=published,
        url=next((head[key] for key in ADDRESSED if head.get(key)), ""),
        language=head.get("language", head.get("lang", "")),
        links=addresses(rest),
        credit=metadata.credit_of(text),
    )


def _pdf(body: bytes, given: Given) -> Page:
    found = pdf_text(body)
    return Page(found.text, "pdf", title=found.title, author=found.author)


def _docx(body: bytes, given: Given) -> Page:
    found = docx_text(body)
    return Page(found.text, "docx", title=found.title, author=found.author)


def _html(body: bytes, given: Given) -> Page:
    markup = decode(body, charset_of(given.content_type), markup=True).replace("\0", "")
    if _is_json(markup):
        raise SourceError(Reason.UNSUPPORTED_TYPE, "the answer is JSON under an HTML label")
    tree = _tree(markup)
    nodes, metas = metadata.json_ld(tree), metadata.metas(tree)
    canonical = metadata.canonical_of(tree, metas, given.url)
    title = metadata.title_of(tree, nodes, metas)
    page = Page(
        without_furniture(main_text(markup) or _declared_body(nodes), title),
        "html",
        title=title,
        standfirst=metadata.standfirst_of(tree),
        author=metadata.author_of(nodes, metas, tree),
        publisher=metadata.publisher_of(nodes, metas, canonical or given.url),
        published=find_published(tree, nodes, metas, canonical or given.url, given.seen),
        canonical=canonical,
        language=metadata.language_of(tree, metas),
        links=metadata.links_of(tree, given.url),
        reviews=metadata.reviews_of(nodes),
    )
    visible = " ".join(tree.text_content().split())[:VISIBLE]
    wall = recognise(Look(given.url, title, page.text, visible, nodes, metas))
    if wall:
        return replace(page, wall=wall.reason, wall_detail=wall.detail)
    if not page.text:
        raise SourceError(Reason.EMPTY, "no main text was found on the page")
    return replace(
        page,
        credit=metadata.credit_of(page.text, page.author),
        language=page.language or language_of(page.text),
    )


def _is_json(markup: str) -> bool:
    if markup.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(markup)
    except (ValueError, RecursionError):
        return False
    return True


def _tree(markup: str) -> Any:
    """The lxml tree of a page, comments, scripts (but JSON-LD) and styles gone."""
    from lxml import etree, html

    tidy = re.sub(r"\A\s*<\?xml[^>]*\?>", "", markup)
    try:
        tree = html.document_fromstring(tidy, parser=html.HTMLParser(huge_tree=True))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise SourceError(Reason.BAD_ANSWER, "the markup cannot be parsed") from error
    etree.strip_elements(tree, "style", "noscript", "template", with_tail=False)
    for script in tree.xpath("//script[not(contains(@type, 'ld+json'))]"):
        script.drop_tree()
    return tree


def main_text(markup: str) -> str:
    """The main text: paragraphs with a blank line between them, or "".

    trafilatura 2.3 in its precise setting (shared figures: F1 0.964 on 181 pages); where that
    finds nothing, in its generous one. `deduplicate=True` is not deterministic.
    """
    import trafilatura

    for precise in (True, False):
        text = trafilatura.extract(
            markup,
            favor_precision=precise,
            favor_recall=not precise,
            deduplicate=False,
            include_comments=False,
            include_tables=True,
        )
        if text and text.strip():
            lines = (line.strip() for line in text.splitlines())
            return "\n\n".join(line for line in lines if line)
    return ""


def _declared_body(nodes: list[dict[str, Any]]) -> str:
    """The `articleBody` of the page's own markup, where its text is drawn by a script."""
    for node in nodes:
        body = node.get("articleBody")
        if metadata.is_article(node) and isinstance(body, str) and len(body) > 200:
            return "\n\n".join(line.strip() for line in body.splitlines() if line.strip())
    return ""


READERS: dict[str, Callable[[bytes, Given], Page]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
}


def to_json(page: Page) -> dict[str, Any]:
    """The page as JSON values, for the way back from the worker."""
    table = asdict(page)
    if page.published:
        instant = page.published.instant
        table["published"] = [
            page.published.value.iso,
            page.published.found_in,
            instant.isoformat() if instant else "",
        ]
    return table


def from_json(table: dict[str, Any]) -> Page:
    """The page that `to_json` wrote down."""
    dated = None
    if table["published"]:
        iso, found_in, instant = table["published"]
        moment = datetime.fromisoformat(instant) if instant else None
        dated = Dated(PartialDate(iso), found_in, moment)
    return Page(
        **{
            **table,
            "published": dated,
            "links": tuple(table["links"]),
            "reviews": tuple(Review(**r) for r in table["reviews"]),
        }
    )
