"""Train the check-worthiness classifier that ships as `verify/data/worth.npz`.

    python -m training.train_worth --data DIR

Hashed word and character n-grams with surface features, logistic regression over
them (Hassan et al., 2017, used much the same features), calibrated by Platt's
method on held-out documents. scikit-learn is needed here only: the model file is
read with numpy alone.

Labelled sentences are all spoken (debates, speeches). So that the score means the
same in written prose, two kinds of it are added without labels of their own: what
others wrote as claims about an encyclopedia's facts counts as worth checking,
sentences of novels and telephone calls as not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from verify.models.worth import FEATURES, SCHEMA, SHIPPED_WORTH, sparse_row

FOLDS = 5
SEED = 0
# How much a row of each set counts: a policy claim is another question than ClaimBuster's, and
# prose that nobody labelled only widens the words seen.
LABELLED = {"checkworthy_claimbuster": 1.0, "checkworthy_policlaim": 0.25}
FACTS = ("fever_pairs", "conjnli")  # claims on an encyclopedia's facts: worth checking
TALK = ("fiction", "telephone")  # genres of MultiNLI in which little can be checked
PROSE = 0.25  # the weight of a row of prose
MOST_FACTS = 3_000  # of each set: about as much prose as speech after weighing


def read(path: Path) -> list[dict[str, object]]:
    """Rows of one gzip-compressed JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def matrix(texts: Sequence[str]) -> csr_matrix:
    """Feature matrix (texts, FEATURES)."""
    indptr, columns, values = [0], [], []
    for text in texts:
        row = sparse_row(text)
        columns.extend(row)
        values.extend(row.values())
        indptr.append(len(columns))
    return csr_matrix((values, columns, indptr), shape=(len(texts), FEATURES), dtype=np.float32)


@dataclass(frozen=True)
class Rows:
    """Texts with labels, weights and groups (a debate, a speech, a sentence of prose)."""

    texts: list[str]
    labels: NDArray[np.int64]
    weights: NDArray[np.float64]
    groups: NDArray[np.int64]


def rows_of(folder: Path) -> Rows:
    """All training rows, each text once."""
    found: dict[str, tuple[str, int, float, int]] = {}
    for text, label, weight, group in chain(_labelled(folder), _facts(folder), _talk(folder)):
        found.setdefault(text.casefold(), (text, label, weight, hash_group(group)))
    texts, labels, weights, groups = zip(*found.values(), strict=True)
    return Rows(list(texts), np.array(labels), np.array(weights), np.array(groups))


Labelled = Iterator[tuple[str, int, float, str]]


def _labelled(folder: Path) -> Labelled:
    for name, weight in LABELLED.items():
        for row in read(folder / f"{name}.jsonl.gz"):
            group = str(row.get("doc") or str(row.get("context", ""))[-10:])
            yield str(row["text"]), int(str(row["label"])), weight, group


def _facts(folder: Path) -> Labelled:
    for name in FACTS:
        claims = sorted({str(row["claim"]) for row in read(folder / f"{name}.jsonl.gz")})
        for claim in random.Random(SEED).sample(claims, min(MOST_FACTS, len(claims))):
            yield claim, 1, PROSE, claim


def _talk(folder: Path) -> Labelled:
    for row in read(folder / "mnli_sample.jsonl.gz"):
        if row["genre"] in TALK:
            yield str(row["claim"]), 0, PROSE * 2, str(row["id"])


def hash_group(name: str) -> int:
    """A stable number for a document's name."""
    import zlib

    return zlib.crc32(name.encode())


def fit(x: csr_matrix, y: np.ndarray, weight: np.ndarray, c: float) -> LogisticRegression:
    """One logistic regression."""
    model = LogisticRegression(C=c, max_iter=300, solver="liblinear", random_state=SEED)
    return model.fit(x, y, sample_weight=weight)


def held_out(
    x: csr_matrix, y: np.ndarray, weight: np.ndarray, groups: np.ndarray, c: float
) -> np.ndarray:
    """Decision values of each row by a model that did not see its document."""
    scores = np.zeros(len(y))
    for train, test in GroupKFold(FOLDS).split(x, y, groups):
        model = fit(x[train], y[train], weight[train], c)
        scores[test] = model.decision_function(x[test])
    return scores


def main() -> None:
    """Choose C on held-out documents, calibrate, fit on everything, write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of training sets")
    parser.add_argument("--out", type=Path, default=SHIPPED_WORTH)
    options = parser.parse_args()
    rows = rows_of(options.data)
    x, y, weight = matrix(rows.texts), rows.labels, rows.weights
    main_rows = weight >= 1.0
    best = (0.0, 0.0, np.zeros(len(y)))
    for c in (0.1, 0.2, 0.4, 0.8):
        scores = held_out(x, y, weight, rows.groups, c)
        ap = float(average_precision_score(y[main_rows], scores[main_rows]))
        print(f"C {c}: held-out AP {ap:.4f}", file=sys.stderr)
        best = max(best, (ap, c, scores), key=lambda found: found[0])
    _, c, scores = best
    platt = LogisticRegression(C=1e6).fit(scores[:, None], y, sample_weight=weight)
    model = fit(x, y, weight, c)
    slope, shift = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    weights = (model.coef_[0] * slope).astype(np.float16)
    bias = float(model.intercept_[0]) * slope + shift
    np.savez_compressed(options.out, schema=SCHEMA, weights=weights, bias=np.float64(bias))
    print(
        f"{len(y)} rows, C {c}; {options.out} {options.out.stat().st_size} bytes", file=sys.stderr
    )


if __name__ == "__main__":
    main()
