"""Which pages can be about what a claim is about: those that share names with it."""

from __future__ import annotations

import re
from functools import lru_cache

from verify.checkers.dates_read import DAY_NAMES
from verify.checkers.wording import stem
from verify.ports import Case
from verify.types import Document

MOST_PAGES = 40  # that are read for one claim
MANY = 4  # names from which an article tells which story it is of
LEAST_SHARED = 2
# A word written large within a sentence.
_NAME = re.compile(r"(?<=[a-zß-ÿ,;’'0-9]\s)[A-ZÀ-Þ][\w’'-]{2,}")


@lru_cache(maxsize=64)
def names(text: str) -> frozenset[str]:
    """The stems of the names within the sentences of a text; months and weekdays are none."""
    found = (m.group() for m in _NAME.finditer(text))
    return frozenset(stem(word) for word in found if word.lower() not in DAY_NAMES)


def pages(claim: str, case: Case) -> tuple[Document, ...]:
    """The pages to look at, those of the claim's passages first.

    A page has two names of an article of many, else one of the claim's.
    """
    every = dict.fromkeys((*(p.document for p in case.passages), *case.documents))
    mine, ours = names(claim), names(case.article.text)
    kept = (d for d in list(every)[:MOST_PAGES] if _shares(d, mine, ours))
    return tuple(kept)


def _shares(document: Document, mine: frozenset[str], ours: frozenset[str]) -> bool:
    theirs = _stems(document.title, document.text)
    if len(ours) < MANY:
        return not mine or bool(mine & theirs)
    return len(ours & theirs) >= LEAST_SHARED


_LARGE = re.compile(r"\b[A-ZÀ-Þ][\w’'-]{2,}")


@lru_cache(maxsize=64)
def _stems(title: str, text: str) -> frozenset[str]:
    return frozenset(stem(word) for part in (title, text) for word in _LARGE.findall(part))
