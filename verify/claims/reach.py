"""How far what hangs on a word reaches."""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims.regrouping import hangs_on
from verify.ports import Word


def first_word(words: Sequence[Word], n: int) -> int:
    """The first word that hangs on `n`."""
    return next((k for k in range(n) if hangs_on(words, k, n)), n)


def last_word(words: Sequence[Word], n: int) -> int:
    """The last word that hangs on `n`."""
    return next((k for k in range(len(words) - 1, n, -1) if hangs_on(words, k, n)), n)
