"""Does a page tell of the claim's thing, where the claim does not name it?

"The bridge is 420 metres long", "A court ordered his detention for two weeks": words that fit
any bridge and any court. Such a claim is refuted only by a page that has names in common with
the article, and calls its bridge by no other name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from verify.checkers.dates_read import MONTHS
from verify.checkers.dates_spans import WEEKDAYS
from verify.checkers.timing import happened
from verify.checkers.wording import sentence_spans, words
from verify.types import Document

MIN_SHARED = 2  # names that a page has in common with the article; all, where it has fewer
_NO_NAMES = frozenset(
    (*MONTHS, *WEEKDAYS, *"i a an the this that it he she they we in on at for but and".split())
)
_THE = re.compile(r"(?:The|the)\s(?P<noun>[a-zà-ÿ][\w-]+)\b(?!\s[A-ZÀ-Þ])")
_WHOSE = re.compile(r"\b(?:his|her|their|its|he|she|they|it|him|them)\b", re.I)
# What comes again and again under the same words, with other figures each time.
_RECURS = re.compile(
    r"\bthe\s(?:match|game|race|final|semi-?final|fight|bout|concert|show|gig|performance|session"
    r"|auction|sale|meeting|hearing|shift|round|leg)\b",
    re.I,
)


def foreign(claim: str, article: str, document: Document) -> bool:
    """May the page speak of another thing of the kind that the claim leaves without a name?"""
    ours = _known(article)
    if len(ours) < MIN_SHARED or article.strip() == claim.strip():
        return False  # the claim alone: nothing to tell stories apart by
    if _RECURS.search(claim):
        return True
    if _names_of(claim) & ours:
        return False
    told = f"{document.title}\n{document.text}"
    theirs = _known(told)
    if len(ours & theirs) < min(MIN_SHARED, max(1, len(theirs))) or _WHOSE.search(claim):
        return True
    return _called_otherwise(claim, article, told)


def another_story(claim: str, article: str, document: Document) -> bool:
    """Does the page share too few names with the article to tell of what the claim leaves unnamed?

    "The launch had been put off three times" is true of many a launch. What is so in general, or
    of no time, any page may say.
    """
    ours = _known(article)
    if len(ours) < MIN_SHARED or _names_of(claim) & ours or not happened(claim):
        return False
    told = f"{document.title}\n{document.text}"
    theirs = _known(told)
    return bool(theirs) and len(ours & _names_of(told)) < min(MIN_SHARED, len(theirs))


def _names_of(text: str) -> frozenset[str]:
    return frozenset(w.stem for w in words(text) if w.name)


@lru_cache(maxsize=512)
def _known(text: str) -> frozenset[str]:
    """The stems of the names in a text: written large within a sentence."""
    found: set[str] = set()
    for start, end in sentence_spans(text):
        inside = words(text[start:end])
        found |= {w.stem for w in inside[1:] if w.name}
    return frozenset(found - _NO_NAMES)


def _called_otherwise(claim: str, article: str, told: str) -> bool:
    """Do article and page give a thing of the claim's names, and none in common?"""
    for noun in {m["noun"] for m in _THE.finditer(claim)}:
        ours, theirs = _named(noun, article), _named(noun, told)
        if ours and theirs and not ours & theirs:
            return True
    return False


@lru_cache(maxsize=1024)
def _named(noun: str, text: str) -> frozenset[str]:
    """The names right before a noun: "Senn" of "the Senn bridge"."""
    found = re.findall(rf"(?<![.!?”\"]\s)\b([A-ZÀ-Þ][\w’'-]+)\s(?i:{re.escape(noun)})\b", text)
    return frozenset(f.lower() for f in found if f not in {"The", "A", "An", "This", "That", "In"})
