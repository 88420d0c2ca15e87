"""Does a passage speak of the claim's subject? The gates before any stance counts.

    python -m benchmarks.relevance --data DIR [--limit N]

Holds each claim against its own evidence and against the evidence of another row of
the file. Prints the share of each that passes the gates of `verify/brief.py`
(`own`, `strangers`), and the same for other gates: `sweep` rows are
[cosine, fuzzy, own, strangers].
"""

from __future__ import annotations

import argparse
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks import rows
from benchmarks.verdict import as_claim, as_documents
from verify.brief import MIN_FUZZY, MIN_SIMILARITY
from verify.models.embedder import MiniLmEmbedder
from verify.rank import Ranker, passages

APART = 7  # rows between a claim and the stranger's evidence it is held against
COSINES = (0.25, 0.30, 0.35, 0.40, 0.50)
FUZZIES = (0.40, 0.45, 0.50, 0.60)


def scores(data: list[rows.Row], apart: int, embedder: MiniLmEmbedder) -> NDArray[np.float64]:
    """The best passage's cosine and fuzzy score for each claim, shape (claims, 2)."""
    found = []
    for i, row in enumerate(data):
        spans = [p for d in as_documents(data[(i + apart) % len(data)]) for p in passages(d)]
        ranked = Ranker(spans, embedder).rank([as_claim(row)], 8)[0]
        best = [(r.similarity, r.fuzzy) for r in ranked] or [(0.0, 0.0)]
        found.append(np.max(best, axis=0))
    return np.array(found)


def passing(found: NDArray[np.float64], cosine: float, fuzzy: float) -> float:
    """The share of rows with one score at its gate or above."""
    return round(float(((found[:, 0] >= cosine) | (found[:, 1] >= fuzzy)).mean()), 4)


def measure(path: Path, args: argparse.Namespace) -> tuple[rows.Row, list[rows.Row]]:
    """The shares of one file."""
    data = rows.read(path, args.limit)
    embedder = MiniLmEmbedder()
    own, strangers = (scores(data, apart, embedder) for apart in (0, APART))
    sweep = [
        [c, f, passing(own, c, f), passing(strangers, c, f)] for c, f in product(COSINES, FUZZIES)
    ]
    figures = {
        "own": passing(own, MIN_SIMILARITY, MIN_FUZZY),
        "strangers": passing(strangers, MIN_SIMILARITY, MIN_FUZZY),
        "sweep": sweep,
    }
    return {"data": rows.name(path), "n": len(data), **figures}, []


def main() -> None:
    """Measure the files given."""
    rows.run(rows.parser(__doc__).parse_args(), measure, keys=("claim", "evidence"))


if __name__ == "__main__":
    main()
