"""What a page itself states, read as the article is read, so that a claim can be laid beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from verify.claims import extract_claims
from verify.errors import ModelError
from verify.ports import Grammar
from verify.types import Article, Claim, Document, Passage

# Characters before a passage that are read with it: who "he" is stands a sentence or two earlier.
BEFORE = 400
MOST_KEPT = 4_000  # texts whose statements are kept
Key = tuple[str, str, str]  # text, day of publication, language
_END = re.compile(r"[.!?…][\"”’)\]]*\s+|\n+")


class EvenWorth:
    """Check-worthiness, where it decides nothing."""

    name = "even"
    sha256 = ""

    def worth(self, texts: Sequence[str]) -> Sequence[float]:
        """One half for each text."""
        return [0.5] * len(texts)


class Stating:
    """The statements of passages; each passage is read once, whichever article asks."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._known = _kept(grammar.sha256)

    def __call__(self, passage: Passage) -> tuple[Claim, ...]:
        """The passage's statements, as claims whose offsets are those of the document's text.

        () in a language whose grammar is not known, and where the parser fails. Never raises.
        """
        document = passage.document
        start = _first_sentence(document.text, passage.start)
        text = document.text[start : passage.end]
        published = document.published.value.iso if document.published else ""
        key = (text, published, document.language)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            found = self._known[key] = self._read(text, document)
        placed = (replace(c, start=c.start + start, end=c.end + start) for c in found)
        return tuple(c for c in placed if c.start >= passage.start)

    def _read(self, text: str, document: Document) -> tuple[Claim, ...]:
        if document.language[:2] not in ("", "en"):
            return ()
        page = Article("", text, None, document.published, "en", "")
        try:
            return extract_claims(page, worth=EvenWorth(), grammar=self._grammar)
        except ModelError:
            return ()


@lru_cache(maxsize=2)
def _kept(grammar_sha256: str) -> dict[Key, tuple[Claim, ...]]:
    """What is known of texts, for all articles of the process: their pages are often the same."""
    return {}


def _first_sentence(text: str, at: int) -> int:
    """Where the first whole sentence begins that stands not too far before `at`."""
    if at <= BEFORE:
        return 0
    first = _END.search(text, at - BEFORE, at)
    return first.end() if first else at
