"""What the stance model's confidence was worth: reliability, and the operating point.

    python -m benchmarks.verdict --data DIR --out rows.jsonl
    python -m benchmarks.reliability --rows rows.jsonl [--write verify/data/reliability.json]

Reads the rows that `benchmarks.verdict` wrote and leaves out those on which the
calibration was fitted (ids that hash to even), the sets of made-up sentences, and those of
inference between two sentences: what is left are claims written to be checked against
evidence. Every data set weighs the same.
Prints one JSON object: for each label the risk-coverage curve (El-Yaniv and Wiener,
2010), the lowest threshold at which at most one decided row in ten is wrong, and the
reliability bins; `--write` keeps the bins where the product reads them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks import rows
from benchmarks.metrics import BY_CHECKER, TOLERATED
from training.fit_combination import MADE_UP, even
from verify.brief import DECIDE_REFUTED, DECIDE_SUPPORTED

LABELS = ("supported", "refuted")
NOT_CHECKING = {*MADE_UP, "conjnli", "lingnli"}
THRESHOLDS = [round(0.50 + 0.01 * i, 2) for i in range(50)]
EDGES = (0.0, 0.5, 0.6, 0.7, DECIDE_SUPPORTED, DECIDE_REFUTED, 1.0)
FEWEST = 30  # rows below which a share says too little to be printed


def held_out(lines: Sequence[rows.Row]) -> list[rows.Row]:
    """Rows of checked claims outside the calibration's half that no checker decided."""
    return [
        r
        for r in lines
        if r["data"] not in NOT_CHECKING and not even(str(r["id"])) and r["rule"] not in BY_CHECKER
    ]


def weighted(lines: Sequence[rows.Row]) -> list[tuple[rows.Row, float]]:
    """Each row with a weight, so that every set weighs the same."""
    size = Counter(r["data"] for r in lines)
    return [(r, 1 / (size[r["data"]] * len(size))) for r in lines]


def right(row: rows.Row, label: str) -> bool:
    """Whether the label agrees with the annotation; "not supported" leaves refuted open."""
    return row["label"] == label or (label == "refuted" and row["label"] == "not_supported")


def curve(lines: Sequence[rows.Row], label: str) -> list[dict[str, float]]:
    """Coverage and error among rows whose probability of `label` reaches each threshold."""
    held = weighted(lines)
    points = []
    for least in THRESHOLDS:
        decided = [(r, w) for r, w in held if r["probabilities"][label] >= least]
        coverage = sum(w for _, w in decided)
        wrong = sum(w for r, w in decided if not right(r, label))
        points.append(
            {
                "threshold": least,
                "coverage": round(coverage, 4),
                "error": round(wrong / coverage, 4) if coverage else 0.0,
                "n": len(decided),
            }
        )
    return points


def operating_point(points: Sequence[dict[str, float]]) -> float | None:
    """The lowest threshold at which the error is within what is tolerated."""
    good = [p["threshold"] for p in points if p["n"] >= FEWEST and p["error"] <= TOLERATED]
    return min(good, default=None)


def bins(lines: Sequence[rows.Row], label: str) -> list[dict[str, float]]:
    """Mean confidence and share right of rows by their probability of `label`."""
    held = weighted(lines)
    made = []
    for low, high in pairwise(EDGES):
        inside = [(r, w) for r, w in held if low <= r["probabilities"][label] < high]
        total = sum(w for _, w in inside)
        if len(inside) < FEWEST:
            continue
        made.append(
            {
                "low": low,
                "high": high,
                "confidence": round(
                    sum(w * r["probabilities"][label] for r, w in inside) / total, 4
                ),
                "accuracy": round(sum(w for r, w in inside if right(r, label)) / total, 4),
                "n": len(inside),
            }
        )
    return made


def main() -> None:
    """Measure; write where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--write", type=Path)
    args = parser.parse_args()
    lines = held_out(rows.read(args.rows))
    if not lines:
        sys.exit(f"{args.rows} has no row outside the calibration's half")
    curves = {label: curve(lines, label) for label in LABELS}
    found = {
        "n": len(lines),
        "operating_point": {k: operating_point(v) for k, v in curves.items()},
        "curve": curves,
        "bins": {label: bins(lines, label) for label in LABELS},
    }
    rows.emit(found)
    if args.write:
        kept = {"n": found["n"], "bins": found["bins"]}
        args.write.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
