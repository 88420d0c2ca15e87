"""Texts that share runs of words (shingles; Broder, 1997): copies, cut, reordered, re-headed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RUN = 5  # words in a shingle
MIN_RUNS = 6  # shingles shared, below which it is a phrase, not a copy
MOST_PAIRED = 40  # texts that share a shingle: beyond, they are paired with the first one


@dataclass(frozen=True, slots=True)
class Shared:
    """Two texts and the share of their shingles that both have."""

    one: int
    two: int
    runs: int
    smaller: float
    larger: float


_TOKEN = re.compile(r"\w+")
_PRIMES = np.array([1000003, 998244353, 754974721, 469762049, 167772161], dtype=np.uint64)


def shingles(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Hashes of all runs of `RUN` words, each once per text, and the text each comes from."""
    ids: dict[str, int] = {}
    words: list[int] = []
    lengths = np.zeros(len(texts), dtype=np.int64)
    for index, text in enumerate(texts):
        found = [ids.setdefault(w, len(ids) + 1) for w in _TOKEN.findall(text.lower())]
        words.extend(found)
        lengths[index] = len(found)
    line = np.array(words, dtype=np.uint64)
    owner = np.repeat(np.arange(len(texts)), lengths)
    if len(line) < RUN:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    count = len(line) - RUN + 1
    hashes = np.zeros(count, dtype=np.uint64)
    for step in range(RUN):  # overflow wraps: the hash is modulo 2**64
        mixed = (line[step : step + count] + np.uint64(step)) * _PRIMES[step]
        hashes = (hashes ^ (mixed ^ (mixed >> np.uint64(29)))) * np.uint64(0x9E3779B97F4A7C15)
    whole = owner[:count] == owner[RUN - 1 :]
    return _once(hashes[whole], owner[:count][whole])


def _once(
    hashes: NDArray[np.uint64], owner: NDArray[np.int64]
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Sorted by hash, then text; a run that a text repeats counts once."""
    order = np.lexsort((owner, hashes))
    hashes, owner = hashes[order], owner[order]
    new = np.ones(len(hashes), dtype=bool)
    new[1:] = (hashes[1:] != hashes[:-1]) | (owner[1:] != owner[:-1])
    return hashes[new], owner[new]


def shared_runs(texts: Sequence[str]) -> list[Shared]:
    """Pairs of texts that share runs of words, with the shares of both."""
    hashes, owner = shingles(texts)
    if not len(hashes):
        return []
    sizes = np.bincount(owner, minlength=len(texts))
    keys, counts = np.unique(_pairs(hashes, owner, len(texts)), return_counts=True)
    result: list[Shared] = []
    for key, count in zip(keys[counts >= 2].tolist(), counts[counts >= 2].tolist(), strict=True):
        one, two = divmod(key, len(texts))
        low, high = sorted((int(sizes[one]), int(sizes[two])))
        if count >= min(MIN_RUNS, max(2, low // 2)):
            result.append(Shared(one, two, count, count / low, count / high))
    return result


def _pairs(hashes: NDArray[np.uint64], owner: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """One entry for each shingle that a pair of texts shares, as `one * size + two`."""
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]])
    ends = np.r_[starts[1:], len(hashes)]
    shared = ends - starts > 1
    found: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]
    by_size: dict[int, list[int]] = {}
    for start, end in zip(starts[shared].tolist(), ends[shared].tolist(), strict=True):
        by_size.setdefault(end - start, []).append(start)
    for count, begins in by_size.items():
        rows = owner[np.array(begins)[:, None] + np.arange(count)[None, :]]
        if count <= MOST_PAIRED:
            one, two = np.triu_indices(count, 1)
        else:  # many copies: each with the first, and with its neighbour
            one = np.r_[np.zeros(count - 1, np.int64), np.arange(1, count - 1)]
            two = np.r_[np.arange(1, count), np.arange(2, count)]
        found.append((rows[:, one] * size + rows[:, two]).ravel())
    return np.concatenate(found)


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """The runs of `RUN` words of a text, in order."""
    words = _TOKEN.findall(text.lower())
    yield from zip(*(words[i:] for i in range(RUN)), strict=False)
