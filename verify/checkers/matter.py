"""Does a sentence speak of what a claim says, by its words, however it turns them?

For notes: what the sentence says of it is then looked at closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from verify.checkers.dates_read import dates
from verify.checkers.quantities import quantities
from verify.checkers.readings import sentences
from verify.checkers.senses import names, sense
from verify.checkers.subjects import NAME
from verify.checkers.wording import STOP, Word, words
from verify.types import Document, Passage

MIN_COVERED = 0.75  # share of the claim's words from which a sentence speaks of the same thing
_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their)\b", re.I)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a page."""

    sentence: str
    document: Document


def told(passages: Sequence[Passage]) -> tuple[Told, ...]:
    """The sentences of the passages that state something, each with its page."""
    return tuple(Told(s, p.document) for p in passages for s in sentences(p))


def counted_and_dated(text: str) -> list[tuple[int, int]]:
    """The spans of a text's numbers and dates."""
    numbers = [(q.start, q.end) for q in quantities(text)]
    return numbers + [(m.start, m.end) for m in dates(text)]


@lru_cache(maxsize=4096)
def telling(text: str) -> tuple[Word, ...]:
    """The words of a text that carry its meaning, its numbers and dates aside."""
    masks = counted_and_dated(text)
    return tuple(
        w for w in words(text) if w.stem not in STOP and not any(a <= w.start < b for a, b in masks)
    )


def tells(claim: str, of: Told, leaving: frozenset[str] = frozenset()) -> bool:
    """Has the sentence the claim's words, those of `leaving` aside?

    The name that a claim begins with may be "she" there, where the page has it.
    """
    asked = {sense(w.stem) for w in telling(claim)} - leaving
    missing = asked - {sense(w.stem) for w in words(of.sentence)}
    if missing and has_pronoun(of.sentence):
        hers = _subject(claim) & names(f"{of.document.title} {of.document.text}")
        asked, missing = asked - hers, missing - hers
    return missing < asked and len(missing) <= (1 - MIN_COVERED) * len(asked)


def has_pronoun(sentence: str) -> bool:
    """Does a sentence speak of somebody who was named before?"""
    return bool(_PRONOUN.search(sentence))


def _subject(claim: str) -> frozenset[str]:
    """The name that a claim begins with."""
    lead = NAME.match(claim)
    return names(lead.group()) if lead else frozenset()


def tellings(
    claim: str, passages: Sequence[Passage], leaving: frozenset[str] = frozenset()
) -> Iterator[Told]:
    """The sentences that speak of what the claim says."""
    return (t for t in told(passages) if tells(claim, t, leaving))
