"""Figures over predictions. Plain definitions, no library, so that they can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

TOLERATED = 0.10  # error among decided claims at the operating point
# Rules by which a checker decides, and not the stance model.
BY_CHECKER = frozenset(("checker_refutes", "checker_supports", "stated"))


def accuracy(gold: Sequence[str], said: Sequence[str]) -> float:
    """Share of equal labels."""
    return sum(g == s for g, s in zip(gold, said, strict=True)) / max(1, len(gold))


def f1(gold: Sequence[str], said: Sequence[str], label: str) -> float:
    """F1 of one label; 0 where it is neither there nor said."""
    both = sum(g == s == label for g, s in zip(gold, said, strict=True))
    total = sum(g == label for g in gold) + sum(s == label for s in said)
    return 2 * both / total if total else 0.0


def macro_f1(gold: Sequence[str], said: Sequence[str]) -> float:
    """Mean F1 over the labels that occur in `gold`."""
    labels = sorted(set(gold))
    return sum(f1(gold, said, label) for label in labels) / max(1, len(labels))


def balanced(truth: Sequence[bool], said: Sequence[bool]) -> float:
    """Mean of the recall on both sides; 0.5 is chance."""
    sides = []
    for side in (True, False):
        picked = [s == side for t, s in zip(truth, said, strict=True) if t == side]
        if picked:
            sides.append(sum(picked) / len(picked))
    return sum(sides) / max(1, len(sides))


def best_balanced(truth: Sequence[bool], scores: Sequence[float]) -> float:
    """Balanced accuracy at the threshold that suits these very rows best.

    That flatters the score, on purpose: it is what a baseline is given.
    """
    values = np.asarray(scores)
    flags = np.asarray(truth)
    if flags.all() or not flags.any():
        return 1.0
    cuts = np.unique(np.quantile(values, np.linspace(0, 1, 201)))
    return max(
        ((values[flags] >= cut).mean() + (values[~flags] < cut).mean()) / 2 for cut in cuts
    ).item()


def ece(confidence: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Expected calibration error over bins of equal width (Naeini et al., 2015)."""
    sure = np.asarray(confidence)
    hit = np.asarray(right, dtype=float)
    which = np.minimum((sure * bins).astype(int), bins - 1)
    total = 0.0
    for b in range(bins):
        inside = which == b
        if inside.any():
            total += inside.mean() * abs(sure[inside].mean() - hit[inside].mean())
    return float(total)


def coverage_at_error(
    confidence: Sequence[float], right: Sequence[bool], tolerated: float = TOLERATED
) -> float:
    """The largest share of rows, surest first, among which errors are at most `tolerated`.

    Rows of equal confidence are taken together or not at all.
    """
    sure = np.asarray(confidence)
    order = np.argsort(-sure, kind="stable")
    wrong = np.cumsum(~np.asarray(right, dtype=bool)[order])
    count = np.arange(1, len(order) + 1)
    last_of_tie = np.append(np.diff(sure[order]) != 0, True)
    good = (wrong / count <= tolerated) & last_of_tie
    return float(count[good].max() / len(order)) if good.any() else 0.0


def majority(gold: Sequence[str]) -> str:
    """The commonest label."""
    return Counter(gold).most_common(1)[0][0] if gold else ""
