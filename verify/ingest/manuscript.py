"""A page of each kind → headline and running text, as a checker reads an article.

The text begins with the headline (a date may stand above it); the standfirst is its next
line; a blank line; the body.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile

from verify.ingest.dateline import is_date_line
from verify.web.page import Page

MAX_TITLE = 200  # characters; longer first lines are paragraphs
_STOP = re.compile(r"[.;,:…]['\"’”)\]]*\Z")
_ENDED = re.compile(r"[.!?]['\"’”)\]]*\Z")


@dataclass(frozen=True)
class Manuscript:
    """What is checked: the headline ("" where there is none) and the text that begins with it."""

    title: str
    text: str


def plain(page: Page) -> Manuscript:
    """Plain text stays as it is; its first line is the headline where it looks like one."""
    return Manuscript(headline(page.text), page.text)


def marked(page: Page) -> Manuscript:
    """Markdown: the title of the front matter, else the first heading, goes first."""
    title = page.title or headline(page.text)
    return Manuscript(title, _above(title, "", page.text))


def web(page: Page) -> Manuscript:
    """A web page: headline, standfirst, blank line, main text; nothing twice."""
    return Manuscript(page.title, _above(page.title, page.standfirst, page.text))


def filed(page: Page) -> Manuscript:
    """PDF and Word: a file's title counts only where its text begins with it."""
    opening = _flat(page.text[:600])
    if len(page.title) > 8 and opening.startswith(_flat(page.title)):
        return Manuscript(page.title, _above(page.title, "", page.text))
    return plain(page)


READERS: dict[str, Callable[[Page], Manuscript]] = {
    "text": plain,
    "markdown": marked,
    "html": web,
    "pdf": filed,
    "docx": filed,
}


def headline(text: str) -> str:
    """The first line where it reads like a headline: short, without a full stop.

    A date may stand above it. A text of one such line is a headline alone.
    """
    lines = [line.strip() for line in text.lstrip("\ufeff \t\n").split("\n")]
    while lines and (not lines[0] or is_date_line(lines[0])):
        lines.pop(0)
    first = lines[0] if lines else ""
    if not first or len(first) > MAX_TITLE or _STOP.search(first):
        return ""
    return "" if _wrapped(list(takewhile(bool, lines))) else first


def _wrapped(block: list[str]) -> bool:
    """Whether the first lines are one paragraph broken to a line length."""
    if len(block) > 1 and block[1][:1].islower():
        return True
    inner = [len(line) for line in block[:-1]]
    even = len(inner) > 1 and min(inner) > 50 and max(inner) - min(inner) < 20
    return even and bool(_ENDED.search(block[-1]))


def _above(title: str, standfirst: str, body: str) -> str:
    """`body` with headline and standfirst above it, neither repeated."""
    rest = body
    for words in (title, standfirst):
        first, _, after = rest.partition("\n")
        if words and _flat(first) == _flat(words):
            rest = after.lstrip("\n")
    head = "\n".join(words for words in (title, standfirst) if words)
    if not head or not rest:
        return head or rest
    return f"{head}\n\n{rest}"


def _flat(words: str) -> str:
    """Words for comparison: lower case, no punctuation, single spaces."""
    return " ".join(re.sub(r"[^\w\s]", "", words.lower()).split())
