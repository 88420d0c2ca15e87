"""Can one word stand for another, where something is counted, measured or dated?"""

from __future__ import annotations

from functools import lru_cache

from verify.checkers.figures_words import COUNTED, HAPPENS, MEASURED, OF_PEOPLE, SPOKEN_OF
from verify.checkers.senses import sense
from verify.checkers.wording import stem

_EVERY = (*OF_PEOPLE, *COUNTED, *MEASURED, *SPOKEN_OF, *HAPPENS)


def _table() -> dict[str, frozenset[int]]:
    rows: dict[str, set[int]] = {}
    for number, row in enumerate(_EVERY):
        for word in row.split():
            rows.setdefault(sense(stem(word)), set()).add(number)
    return {word: frozenset(found) for word, found in rows.items()}


_ROWS = _table()
_NONE: frozenset[int] = frozenset()
MOST_ENDING = 4  # letters of an ending
MIN_ROOT = 5  # letters from which two words of one beginning are taken for one family


_FIRST_MEASURED = len(OF_PEOPLE) + len(COUNTED)
_FIRST_SPOKEN_OF = _FIRST_MEASURED + len(MEASURED)
_FIRST_HAPPENS = _FIRST_SPOKEN_OF + len(SPOKEN_OF)


@lru_cache(maxsize=8192)
def told(word: str) -> bool:
    """Does a word tell what is measured, or what happens on a day?"""
    found = rows(word)
    return any(row >= _FIRST_HAPPENS or _FIRST_MEASURED <= row < _FIRST_SPOKEN_OF for row in found)


def rows(word: str) -> frozenset[int]:
    """The rows in which a word (as `sense` gives it) stands."""
    return _ROWS.get(word, _NONE)


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> float:
    """How far one word may stand for another, 0–1. Both as `sense` gives them.

    >>> alike("car", "truck"), alike("convict", "conviction"), alike("car", "bridge")
    (0.8, 0.9, 0.0)
    """
    if one == other:
        return 1.0
    root = max(MIN_ROOT, len(one) - MOST_ENDING, len(other) - MOST_ENDING)
    if min(len(one), len(other)) >= root and one[:root] == other[:root]:
        return 0.9
    return 0.8 if rows(one) & rows(other) else 0.0
