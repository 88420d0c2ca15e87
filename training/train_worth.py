"""Train the check-worthiness classifier that ships as `verify/data/worth.npz`.

    python -m training.train_worth --data DIR/checkworthy_*.jsonl.gz

Hashed word and character n-grams with surface features, logistic regression over
them (Hassan et al., 2017, used much the same features), calibrated by Platt's
method on held-out documents. scikit-learn is needed here only: the model file is
read with numpy alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from verify.models.worth import FEATURES, SCHEMA, SHIPPED_WORTH, sparse_row

FOLDS = 5
SEED = 0
# How much a row of each set counts: the labels of the last two answer other questions
# (a policy claim; a claim that fact-checkers took up), so they only broaden the words seen.
WEIGHTS = {"claimbuster": 1.0, "policlaim": 0.25, "checkthat2019": 0.0}


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


def rows_of(paths: Sequence[Path]) -> tuple[list[str], np.ndarray, np.ndarray, np.ndarray]:
    """Texts, labels, weights and groups (a debate or speech) of all files, without duplicates."""
    seen: set[str] = set()
    texts, labels, weights, groups = [], [], [], []
    for path in sorted(paths):
        weight = next((w for key, w in WEIGHTS.items() if key in path.name), 0.0)
        for row in read(path) if weight else ():
            text = str(row["text"])
            if text.casefold() in seen:
                continue
            seen.add(text.casefold())
            texts.append(text)
            labels.append(int(str(row["label"])))
            weights.append(weight)
            groups.append(hash_group(str(row.get("doc") or str(row.get("context", ""))[-10:])))
    return texts, np.array(labels), np.array(weights), np.array(groups)


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
    parser.add_argument("--data", nargs="+", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=SHIPPED_WORTH)
    options = parser.parse_args()
    texts, y, weight, groups = rows_of(options.data)
    x = matrix(texts)
    main_rows = weight >= 1.0
    best = (0.0, 0.0, np.zeros(len(y)))
    for c in (0.05, 0.1, 0.2, 0.4):
        scores = held_out(x, y, weight, groups, c)
        ap = float(average_precision_score(y[main_rows], scores[main_rows]))
        print(f"C {c}: held-out AP {ap:.4f}", file=sys.stderr)
        best = max(best, (ap, c, scores), key=lambda found: found[0])
    _, c, scores = best
    platt = LogisticRegression(C=1e6).fit(scores[main_rows, None], y[main_rows])
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
