"""Quotations between single marks, as much of the British and Irish press prints them.

To the rest of this room they are shown between double ones: sign for sign, so that every offset
stays. What is quoted within them gets single marks in turn.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

# A mark before which no word ends, and something said right behind; "'90s" leaves signs out.
_OPENS = re.compile(
    r"(?<![\w‘’'])[‘'](?=[\w“\"…£$€(\[])"
    r"(?!(?:\d0s|em|im|er|til|tis|twas|cause|cos|bout|n|ll|round)\b)",
    re.I,
)
_CLOSES = re.compile(r"(?<=[^\s‘'])[’'](?![\w’'])")
LONGEST = 3_000  # characters of a quotation in one paragraph
_SAID = frozenset(",.!?…;—–-")  # what stands before the mark that ends a speech
_OF_SEVERAL = re.compile(r"[sxz][’']\s\w")  # "the pupils' bags"
_DOUBLE = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)")  # to the end, where one stays open
_INNER = re.compile(r"[“”\"]")
_PARAGRAPH = re.compile(r"[^\n]+")


def doubled(text: str) -> str:
    """The text with “ and ” for the single marks around what is quoted; of the same length."""
    if "‘" not in text and "'" not in text:
        return text
    signs = list(text)
    open_at = -1  # where a quotation begins that the last paragraph leaves open
    for paragraph in _PARAGRAPH.finditer(text):
        low, high = paragraph.span()
        goes_on = open_at >= 0 and bool(_OPENS.match(text, low))
        if goes_on:
            signs[open_at] = signs[low] = "“"
        open_at = -1
        for start, end in _quoted(text, low, high):
            if end < 0:
                open_at = start
                continue
            signs[start], signs[end] = "“", "”"
            signs[start + 1 : end] = _single(text[start + 1 : end])
    return "".join(signs)


def _quoted(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The marks of the quotations of a paragraph; the last may be left open (-1)."""
    at = low
    doubles = deque(m.span() for m in _DOUBLE.finditer(text, low, high))
    while opened := _OPENS.search(text, at, high):
        while doubles and doubles[0][1] <= opened.start():
            doubles.popleft()
        if doubles and doubles[0][0] < opened.start():
            at = doubles[0][1]
            continue
        end = _end(text, opened.end(), min(high, opened.end() + LONGEST))
        yield opened.start(), end
        if end < 0:
            return
        at = end + 1


def _end(text: str, at: int, high: int) -> int:
    """The mark that closes what was opened before; -1 where none does."""
    following = _OPENS.search(text, at, high)
    stop = following.start() if following else high
    ends = [m.start() for m in _CLOSES.finditer(text, at, high)]
    owners = [e for e in ends if _OF_SEVERAL.match(text, e - 1)]
    sure = next((e for e in ends if text[e - 1] in _SAID or e not in owners), -1)
    if owners and (sure < 0 or (owners[0] < sure and sure > stop)):
        return owners[0]
    return sure


def _single(quoted: str) -> str:
    """What is quoted, with single marks around what it quotes."""
    opened = False

    def mark(found: re.Match[str]) -> str:
        nonlocal opened
        opened = found.group() == "“" or (found.group() == '"' and not opened)
        return "‘" if opened else "’"

    return _INNER.sub(mark, quoted)
