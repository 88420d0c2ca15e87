"""Pages about another of the same name: "Ann Lee (rower)" beside "Ann Lee", of whom the article is.

Only where both pages are among the evidence, and the article has no word of the mark in brackets,
is it certain enough that two are meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.checkers.wording import stems, words
from verify.types import Document

_MARKED = re.compile(r"(?P<name>[^()]+?)\s\((?P<mark>[^()]+)\)\s*")


def namesakes(claim: str, article: str, documents: Sequence[Document]) -> tuple[Document, ...]:
    """The pages that are about another of a name of the claim's."""
    context, asked = stems(claim) | stems(article), stems(claim)
    found: list[Document] = []
    meant: set[str] = set()  # names of which a page that fits the article is there
    for document in dict.fromkeys(documents):
        marked = _MARKED.fullmatch(document.title)
        name = marked["name"] if marked else document.title.strip()
        if marked and not {w.stem for w in words(marked["mark"])} & context:
            found.append(document)
        else:
            meant.add(name)
    return tuple(
        d for d in found if (name := d.title.split(" (")[0]) in meant and _named(name, asked)
    )


def _named(name: str, asked: frozenset[str]) -> bool:
    """Does the claim have the name's last word, and is that written as a name?"""
    last = words(name)[-1:]
    return any(w.name and w.stem in asked for w in last)
