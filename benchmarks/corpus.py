"""A large corpus behind the `folder` source: index, query, memory, disk, one more document.

    python -m benchmarks.corpus --passages N [--queries 200] [--keep DIR]

Documents of ten passages of forty words are made from a vocabulary whose frequencies follow
Zipf's law, always the same ones. One JSON object on standard output. Seconds, and megabytes
of 1,000,000 bytes. The method is in docs/flows.md.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import tempfile
import time
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

SEED = 20261123
WORDS = 100_000  # in the vocabulary
PER_DOCUMENT = 10
PER_PASSAGE = 40
PER_FOLDER = 1_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the corpus, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--passages", type=int, required=True)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--keep", type=Path, help="where the corpus is made, and stays")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        base = given.keep or Path(folder)
        print(json.dumps(measured(base, given.passages, given.queries)))


def measured(base: Path, passages: int, queries: int) -> dict[str, Any]:
    """The figures for a corpus of so many passages below `base`."""
    words = Words()
    notes = base / "notes"
    documents = max(1, passages // PER_DOCUMENT)
    make(notes, documents, words)
    source = folder_source(base, notes)
    claims = [claim(words.claim()) for _ in range(queries)]
    first = timed(lambda: source.search(claims[:1], None))
    listing = timed(lambda: source._list())
    times = sorted(timed(lambda c=c: source.search([c], None)) for c in claims)
    added, found = one_more(source, notes)
    return {
        "data": "made",
        "n": passages,
        "documents": documents,
        "index_s": round(first, 2),
        "listing_s": round(listing, 3),
        "query_p50_ms": round(1000 * times[len(times) // 2], 1),
        "query_p95_ms": round(1000 * times[int(0.95 * len(times))], 1),
        "add_one_s": round(added, 3),
        "added_is_found": found,
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6),
        "index_mb": round(sum(f.stat().st_size for f in (base / "index").iterdir()) / 1e6),
        "corpus_mb": round(passages * PER_PASSAGE * 7.2 / 1e6),
    }


class Words:
    """A vocabulary of made-up words; the n-th is drawn with weight 1/n."""

    def __init__(self) -> None:
        self._chance = random.Random(SEED)
        self._reach = list(accumulate(1 / n for n in range(1, WORDS + 1)))

    def draw(self, number: int) -> list[str]:
        """So many words."""
        ends = (self._chance.random() * self._reach[-1] for _ in range(number))
        return [f"w{bisect(self._reach, end):05}x" for end in ends]

    def claim(self) -> str:
        """A sentence of fifteen words."""
        return " ".join(self.draw(15)).capitalize() + "."


def make(notes: Path, documents: int, words: Words) -> None:
    """The files, unless they are there already."""
    if notes.exists():
        return
    for number in range(documents):
        folder = notes / f"{number // PER_FOLDER:04}"
        folder.mkdir(parents=True, exist_ok=True)
        passages = (" ".join(words.draw(PER_PASSAGE)) + "." for _ in range(PER_DOCUMENT))
        (folder / f"d{number:06}.txt").write_text("\n\n".join(passages), "utf-8")


def folder_source(base: Path, notes: Path) -> Any:
    """The product's own source over the corpus."""
    from verify.sources import build
    from verify.web.extract import PageExtractor

    table = {"type": "folder", "path": str(notes), "index": str(base / "index")}
    return build("corpus", table, base=base, extract=PageExtractor(), environ={})


def claim(text: str) -> Any:
    """A claim of that text."""
    from verify.types import Claim, Kind

    return Claim("c1", text, text, 0, len(text), Kind.EVENT, 0.5)


def timed(work: Any) -> float:
    """Seconds that `work` takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def one_more(source: Any, notes: Path) -> tuple[float, bool]:
    """Seconds from writing one document to finding it, its folder listed again."""
    (notes / "added.txt").write_text("The Ardmouth weir was rebuilt after the spring flood.")
    source._listing = None
    asked = claim("The Ardmouth weir was rebuilt.")
    begun = time.perf_counter()
    found = source.search([asked], None)
    seconds = time.perf_counter() - begun
    (notes / "added.txt").unlink()
    return seconds, any(r.url.endswith("added.txt") for r in found)


if __name__ == "__main__":
    main()
