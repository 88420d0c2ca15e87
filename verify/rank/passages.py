"""Documents into passages: a few sentences each, never across a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.types import Document, Passage

# Two or three news sentences: what a stance model reads well, and what an editor
# reads at a glance. benchmarks/retrieval, 2026-11, see docs/decisions.md
MAX_CHARACTERS = 420
MIN_CHARACTERS = 25
MIN_WORDS = 4  # beside addresses: a list of links says nothing itself

ADDRESS = re.compile(r"https?://\S+|\S*\w\.\w{2,}/\S*")
WORD = re.compile(r"[^\W\d_]{2,}")
PARAGRAPH = re.compile(r"[^\r\n]+(?:\r?\n(?!\s*(?:[-*•#>]|\r?\n|$))[^\r\n]+)*")
END = re.compile(
    r"(?<![A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bvs)(?<!\bMrs)(?<!\bGen)(?<!\bSen)"
    r"(?<!\bRep)(?<!\bGov)(?<!\bCol)(?<!\bJr)(?<!\bInc)[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9À-Þ])"
)


def passages(document: Document) -> tuple[Passage, ...]:
    """Spans of the document that cover all its text but white space and scraps."""
    found: list[Passage] = []
    for start, end in _paragraphs(document.text):
        for low, high in _packed(document.text, start, end):
            if high - low >= MIN_CHARACTERS and _says_something(document.text[low:high]):
                found.append(Passage(document, low, high))
    return tuple(found) or _whole(document)


def _says_something(text: str) -> bool:
    return len(WORD.findall(ADDRESS.sub(" ", text))) >= MIN_WORDS or not ADDRESS.search(text)


def _whole(document: Document) -> tuple[Passage, ...]:
    """A text too short for the rule is one passage; an empty one is none."""
    text = document.text
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return (Passage(document, start, end),) if end > start else ()


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for match in PARAGRAPH.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            yield start, end


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in END.finditer(text, start, end):
        yield at, match.start() + len(match.group().rstrip())
        at = match.end()
    if at < end:
        yield at, end


def _packed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    low = high = start
    for first, last in _sentences(text, start, end):
        if high > low and last - low > MAX_CHARACTERS:
            yield low, high
            low = first
        high = last
    if high > low:
        yield low, high
