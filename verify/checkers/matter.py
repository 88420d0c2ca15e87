"""Does a sentence speak of what a claim says, by its words, however it turns them?

For notes: what the sentence says of it is then looked at closely.
"""

from __future__ import annotations

import re
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


# As many of a claim's readings are kept as one claim needs, for each holds its pages' text.
KEPT = 4


@lru_cache(maxsize=KEPT)
def told(passages: tuple[Passage, ...]) -> tuple[Told, ...]:
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


@lru_cache(maxsize=1024)
def gist(text: str) -> frozenset[str]:
    """What those words mean."""
    return frozenset(sense(w.stem) for w in telling(text))


@lru_cache(maxsize=1024)
def senses_of(text: str) -> frozenset[str]:
    """What the words of a text mean."""
    return frozenset(sense(w.stem) for w in words(text))


def tells(claim: str, of: Told, leaving: frozenset[str] = frozenset()) -> bool:
    """Has the sentence the claim's words, those of `leaving` aside?

    The name that a claim begins with may be "she" there, where the page has it.
    """
    asked = gist(claim) - leaving
    missing = asked - senses_of(of.sentence)
    if missing and has_pronoun(of.sentence):
        hers = subject(claim) & names(f"{of.document.title} {of.document.text}")
        asked, missing = asked - hers, missing - hers
    return missing < asked and len(missing) <= (1 - MIN_COVERED) * len(asked)


def has_pronoun(sentence: str) -> bool:
    """Does a sentence speak of somebody who was named before?"""
    return bool(_PRONOUN.search(sentence))


def subject(claim: str) -> frozenset[str]:
    """The name that a claim begins with."""
    lead = NAME.match(claim)
    return names(lead.group()) if lead else frozenset()


@lru_cache(maxsize=KEPT)
def tellings(
    claim: str, passages: tuple[Passage, ...], leaving: frozenset[str] = frozenset()
) -> tuple[Told, ...]:
    """The sentences that speak of what the claim says: found once for all notes that ask."""
    return tuple(t for t in told(passages) if tells(claim, t, leaving))
