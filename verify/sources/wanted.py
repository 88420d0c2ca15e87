"""Which entries of a feed or a sitemap touch the claims: by the words they share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verify.sources.query import key_terms, names
from verify.types import Claim, PartialDate

MAX_WORDS = 150  # carried with a request, so that the answer can be read without the claims
SHARED = 2  # words in common below which an entry is left alone


@dataclass(frozen=True)
class Entry:
    """One entry of a feed or sitemap."""

    url: str
    title: str
    published: PartialDate | None = None
    summary: str = ""


def words_of(claims: Sequence[Claim]) -> str:
    """The names and key terms of the claims, most check-worthy claim first, as one string."""
    once: dict[str, None] = {}
    for claim in sorted(claims, key=lambda c: -c.worth):
        told = [*(w for name in names(claim.text) for w in name.split()), *key_terms(claim.text)]
        for word in told:
            once.update((token, None) for token in _tokens(word))
    return " ".join(list(once)[:MAX_WORDS])


def touching(entries: Iterable[Entry], words: str, limit: int) -> list[Entry]:
    """The entries that share most words with the claims, at most `limit`, each address once."""
    wanted = set(words.split())
    scored: dict[str, tuple[int, Entry]] = {}
    for entry in entries:
        shared = len(wanted & set(_tokens(f"{entry.title} {entry.summary} {_slug(entry.url)}")))
        if shared >= SHARED:
            scored.setdefault(entry.url, (shared, entry))
    best = sorted(scored.values(), key=lambda pair: -pair[0])  # stable: the feed's order decides
    return [entry for _, entry in best[:limit]]


def _tokens(text: str) -> list[str]:
    return [t for t in re.findall(r"[^\W_]+", text.lower()) if len(t) > 2]


def _slug(url: str) -> str:
    """The words in an address's path."""
    return re.sub(r"[-_/.+]|%20", " ", url.split("?")[0].split("//")[-1].partition("/")[2])
