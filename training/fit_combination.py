"""Fit what comes after the cross-encoder: the combination and its calibration.

    python -m training.fit_combination --data ../shared/data --model verify/data

1. The combination: a multinomial logistic regression over the cross-encoder's
   log-probabilities, of the pair and of the claim's words, and the features of
   `verify.models.combine`, fitted on rows of the training sets that the cross-encoder
   did not see (one in twenty), on perturbations of them, and on claims beside strangers'
   evidence. Sets weigh by the square root of their size.
2. The calibration: vector scaling (Guo et al., 2017), one temperature and a
   bias for each class, fitted on the half of `dev/` whose ids hash to even; the
   other half is what `docs/stance.md` reports. Each set weighs the same.

In both, sets of made-up sentences (`curriculum_*`) weigh a fifth: what is asked of the
model is running text, and they would lend it a confidence that it does not earn there.

Writes `stance.json` beside the weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from training.neighbours import word_neighbours
from training.perturb import sentences, variants
from training.stance_rows import LABELS, Mixture, Row, as_row, made_row, read_rows
from training.train_stance import base_weights
from verify.models.combine import FEATURES, Combination, design, log_softmax
from verify.models.stance import OnnxStance

Floats = NDArray[np.float64]
L2 = 1e-3
MAX_ROWS = 700  # of one set
ARTIFICIAL = 0.2
MADE_UP = {
    f"curriculum_{name}"
    for name in (
        "negation", "temporal", "counting", "quantifier", "comparative", "conditional",
        "boolean", "ner", "lexical", "counterfactual", "monotonicity_infer",
    )
}  # fmt: skip


def scored(stance: OnnxStance, rows: Sequence[Row]) -> Floats:
    """The design matrix of the rows."""
    pairs = [(r.passage, r.claim) for r in rows]
    return design(stance.read(pairs), pairs)


def allowed_of(rows: Sequence[Row]) -> Floats:
    """1 for each label a row leaves open, shape (rows, 3)."""
    made = np.zeros((len(rows), 3))
    for i, row in enumerate(rows):
        made[i, list(row.allowed)] = 1
    return made


def set_weights(rows: Sequence[Row], power: float) -> Floats:
    """Each row's weight: sets weigh size ** (1 - power), together 1."""
    count = Counter(r.set for r in rows)
    share = {name: ARTIFICIAL if name in MADE_UP else 1.0 for name in count}
    weights = np.array([share[r.set] * count[r.set] ** -power for r in rows])
    return weights / weights.sum()


def marginal(scores: Floats, allowed: Floats, weights: Floats) -> tuple[float, Floats]:
    """Weighted -log of the probability of the allowed labels, and its gradient by the scores."""
    log_p = log_softmax(scores)
    p = np.exp(log_p)
    inside = p * allowed
    total = inside.sum(1, keepdims=True)
    loss = -(weights * np.log(total[:, 0] + 1e-12)).sum()
    gradient = weights[:, None] * (p - inside / (total + 1e-12))
    return float(loss), gradient


def fit_weights(x: Floats, allowed: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Weights (columns, 3) and bias (3,), starting from the cross-encoder alone."""
    start = Combination.plain().weights
    shape = start.shape

    def objective(flat: Floats) -> tuple[float, Floats]:
        w, b = flat[:-3].reshape(shape), flat[-3:]
        loss, by_score = marginal(x @ w + b, allowed, weights)
        penalty = L2 * ((w - start) ** 2).sum()
        return loss + penalty, np.concatenate(
            [(x.T @ by_score + 2 * L2 * (w - start)).ravel(), by_score.sum(0)]
        )

    found = minimize(
        objective, np.concatenate([start.ravel(), np.zeros(3)]), jac=True, method="L-BFGS-B"
    )
    return found.x[:-3].reshape(shape), found.x[-3:]


def fit_scaling(scores: Floats, allowed: Floats, weights: Floats) -> tuple[float, Floats]:
    """Temperature and class biases (the last one 0)."""

    def objective(flat: Floats) -> float:
        bias = np.array([flat[1], flat[2], 0.0])
        return marginal(scores * np.exp(flat[0]) + bias, allowed, weights)[0]

    found = minimize(objective, np.zeros(3), method="Nelder-Mead")
    return float(np.exp(-found.x[0])), np.array([found.x[1], found.x[2], 0.0])


def training_rows(mixture: Mixture, seed: int = 7) -> list[Row]:
    """Held-out rows, thinned, and perturbations of held-out texts."""
    rng = random.Random(seed)
    rows = []
    for kept in mixture.kept.values():
        rows += rng.sample(kept, min(MAX_ROWS, len(kept)))
    for row in list(rows):
        parts = [s for s in sentences(row.passage) if len(s) > 40]
        if parts and rng.random() < 0.5:
            at = rng.randrange(len(parts))
            rest = " ".join(s for s in parts if s != parts[at])
            names = rng.sample(mixture.names, 200)
            rows += [
                made_row("perturbed", made)
                for made in variants(rng, parts[at], row.passage, rest, names, mixture.neighbours)
            ]
    return rows + rng.sample(list(mixture.strangers(rng)), MAX_ROWS)


def even(row_id: str) -> bool:
    """Which half of dev a row belongs to."""
    return int(hashlib.sha256(row_id.encode()).hexdigest(), 16) % 2 == 0


def dev_rows(data: Path, limit: int) -> list[Row]:
    """The even half of dev, at most `limit` rows a set, conflicting rows left out."""
    rows: list[Row] = []
    for path in sorted((data / "dev").glob("*.jsonl.gz")):
        raw = [r for r in read_rows(path) if r.get("label") in LABELS and "claim" in r]
        raw = [r for r in raw if even(str(r["id"]))]
        rows += [as_row(path.name.split(".")[0], r) for r in raw[:limit]]
    return rows


def main() -> None:
    """Fit, and write stance.json."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("verify/data"))
    parser.add_argument("--base", type=Path, default=base_weights())
    parser.add_argument("--dev-limit", type=int, default=250)
    args = parser.parse_args()
    stance = OnnxStance(args.model)
    rows = training_rows(Mixture(args.data, word_neighbours(args.base)))
    weights, bias = fit_weights(scored(stance, rows), allowed_of(rows), set_weights(rows, 0.5))
    dev = dev_rows(args.data, args.dev_limit)
    scores = scored(stance, dev) @ weights + bias
    temperature, shift = fit_scaling(scores, allowed_of(dev), set_weights(dev, 1.0))
    made = {
        "features": list(FEATURES),
        "weights": np.round(weights, 5).tolist(),
        "bias": np.round(bias + shift * temperature, 5).tolist(),
        "temperature": round(temperature, 5),
        "fitted_on": {"combination_rows": len(rows), "calibration_rows": len(dev)},
    }
    (args.model / "stance.json").write_text(json.dumps(made, indent=1) + "\n")
    print(
        json.dumps(made["fitted_on"]), "temperature", made["temperature"], "shift", shift.round(3)
    )
    for name, row in zip(("supports", "refutes", "neutral", *FEATURES), weights, strict=True):
        print(f"{name:20s}", row.round(2))


if __name__ == "__main__":
    main()
