"""What a page itself states, read as the article is read, so that a claim can be laid beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verify.claims import extract_claims
from verify.errors import ModelError
from verify.ports import Grammar
from verify.types import Article, Claim, Passage

# Characters before a passage that are read with it: who "he" is stands a sentence or two earlier.
BEFORE = 400
_END = re.compile(r"[.!?…][\"”’)\]]*\s+|\n+")


class EvenWorth:
    """Check-worthiness, where it decides nothing."""

    name = "even"
    sha256 = ""

    def worth(self, texts: Sequence[str]) -> Sequence[float]:
        """One half for each text."""
        return [0.5] * len(texts)


class Stating:
    """The statements of passages; each passage is read once."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._known: dict[tuple[int, int], tuple[Passage, tuple[Claim, ...]]] = {}

    def __call__(self, passage: Passage) -> tuple[Claim, ...]:
        """The passage's statements, as claims whose offsets are those of the document's text.

        () in a language whose grammar is not known, and where the parser fails. Never raises.
        """
        key = (id(passage.document), passage.start)
        if key not in self._known:  # the passage is kept with it, so that no other has its id
            self._known[key] = (passage, self._read(passage))
        return self._known[key][1]

    def _read(self, passage: Passage) -> tuple[Claim, ...]:
        document = passage.document
        if document.language[:2] not in ("", "en"):
            return ()
        start = _first_sentence(document.text, passage.start)
        text = document.text[start : passage.end]
        page = Article("", text, document.url, document.published, "en", document.snapshot_sha256)
        try:
            found = extract_claims(page, worth=EvenWorth(), grammar=self._grammar)
        except ModelError:
            return ()
        placed = (replace(c, start=c.start + start, end=c.end + start) for c in found)
        return tuple(c for c in placed if c.start >= passage.start)


def _first_sentence(text: str, at: int) -> int:
    """Where the first whole sentence begins that stands not too far before `at`."""
    if at <= BEFORE:
        return 0
    first = _END.search(text, at - BEFORE, at)
    return first.end() if first else at
