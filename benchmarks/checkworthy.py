"""Check-worthiness: average precision and F1 of the positive class.

    python -m benchmarks.checkworthy --data dev/checkworthy_claimbuster.jsonl.gz

`f1` is at the shipped threshold of 0.5. Baselines: a text's length (its F1 at the
threshold that suits these very rows best) and, with `--train`, TF-IDF with
logistic regression (scikit-learn).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks import rows
from benchmarks.rows import Row
from verify.models.worth import WorthClassifier

THRESHOLD = 0.5


def average_precision(truth: Sequence[bool], scores: Sequence[float]) -> float:
    """Mean of the precision at each positive row, rows with equal scores taken together."""
    order = sorted(zip(scores, truth, strict=True), key=lambda pair: -pair[0])
    total, hits, area = sum(truth), 0, 0.0
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and order[end][0] == order[start][0]:
            end += 1
        gained = sum(positive for _, positive in order[start:end])
        hits += gained
        area += gained * hits / end
        start = end
    return area / max(1, total)


def f1_at(truth: Sequence[bool], scores: Sequence[float], threshold: float) -> float:
    """F1 of the positive class."""
    said = [s >= threshold for s in scores]
    both = sum(t and s for t, s in zip(truth, said, strict=True))
    return 2 * both / max(1, sum(truth) + sum(said))


def calibration_error(truth: Sequence[bool], scores: Sequence[float], bins: int = 10) -> float:
    """Expected calibration error over equal-width bins."""
    error = 0.0
    for k in range(bins):
        picked = [
            (t, s) for t, s in zip(truth, scores, strict=True) if min(bins - 1, int(s * bins)) == k
        ]
        if picked:
            error += abs(sum(t - s for t, s in picked)) / len(truth)
    return error


def length_baseline(truth: Sequence[bool], texts: Sequence[str]) -> dict[str, float]:
    """Longer is more worth checking."""
    scores = [float(len(t.split())) for t in texts]
    best = max((f1_at(truth, scores, t) for t in sorted(set(scores))), default=0.0)
    return {"ap": round(average_precision(truth, scores), 4), "f1": round(best, 4)}


def tfidf_baseline(
    train: Sequence[Row], truth: Sequence[bool], texts: Sequence[str]
) -> dict[str, float]:
    """TF-IDF over word 1–2-grams with logistic regression."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2), LogisticRegression(max_iter=500)
    )
    model.fit([r["text"] for r in train], [r["label"] for r in train])
    scores = [float(p) for p in model.predict_proba(texts)[:, 1]]
    return {
        "ap": round(average_precision(truth, scores), 4),
        "f1": round(f1_at(truth, scores, THRESHOLD), 4),
    }


def labelled(found: Sequence[Row]) -> list[Row]:
    """Rows of `text` and `label`; of a decomposition set, each human claim and whether its
    annotators call it factual."""
    if not found or "claim_checkworthy" not in found[0]:
        return list(found)
    return [
        {"text": text, "label": int(said == "factual")}
        for row in found
        for text, said in zip(row["claims"], row["claim_checkworthy"], strict=True)
    ]


def measure(path: Path, args: argparse.Namespace) -> tuple[Row, list[Row]]:
    """All figures of one file, and a line for each row."""
    found = labelled(rows.read(path, args.limit))
    truth = [bool(r["label"]) for r in found]
    texts = [str(r["text"]) for r in found]
    scores = WorthClassifier().worth(texts)
    result: Row = {
        "data": rows.name(path),
        "n": len(found),
        "ap": round(average_precision(truth, scores), 4),
        "f1": round(f1_at(truth, scores, THRESHOLD), 4),
        "ece": round(calibration_error(truth, scores), 4),
        "baselines": {"length": length_baseline(truth, texts)},
    }
    if args.train:
        train = [row for p in args.train for row in rows.read(p)]
        result["baselines"]["tfidf_lr"] = tfidf_baseline(train, truth, texts)
    written = [
        {"text": t, "label": int(g), "worth": round(s, 4)}
        for t, g, s in zip(texts, truth, scores, strict=True)
    ]
    return result, written


def main(arguments: Sequence[str] | None = None) -> None:
    """One JSON object per data file on standard output."""
    parser = rows.parser(__doc__)
    parser.add_argument("--train", type=Path, nargs="+", help="rows to fit the TF-IDF baseline on")
    rows.run(parser.parse_args(arguments), measure)


if __name__ == "__main__":
    main()
