"""A small, readable combination over the cross-encoder's scores.

A multinomial logistic regression on the cross-encoder's three log-probabilities,
what it says of the claim's words, and a handful of features that an editor can follow:
how much of the claim has no counterpart in the passage, numbers and dates equal or
unequal, a negation on one side only. Fitted by `training/fit_combination.py` on rows that the
cross-encoder did not train on; divided by a temperature (Guo et al., 2017).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verify.checkers.features import compare
from verify.types import Entailment

Floats = NDArray[np.float64]

STOP = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been being has have "
    "had do does did will would can could may might shall should must that this these those it its "
    "he she they them his her their who which what when where than then there so such into over "
    "about after before during between also very more most other some any all not no nor".split()
)
NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t|denied|denies|deny"
    r"|refused|refuses|failed|fails|false|untrue)\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W_]+(?:['’]\w+)?")

# What the cross-encoder says of the single tokens of the claim: log-probabilities.
OF_WORDS = (
    "least_supported_word",
    "most_refuted_word",
    "most_open_word",
    "words_supported",  # the mean over the claim's tokens
    "words_refuted",
    "words_open",
)
OF_TEXT = (
    "missing_words",  # share of the claim's content words with no counterpart in the passage
    "missing_names",  # share of its capitalised words (not the first) with none
    "negation_mismatch",  # 1 where one side is negated and the other is not
    "numbers_equal",
    "numbers_unequal",
    "numbers_absent",
    "dates_equal",
    "dates_unequal",
    "dates_absent",
    "list_relation",  # an enumeration agrees (+1) or disagrees (-1) with a stated number
    "order_relation",  # likewise a chain of comparisons
    "long_passage",  # log of the passage's words over forty
)
FEATURES = (*OF_WORDS, *OF_TEXT)


def _stem(word: str) -> str:
    word = word.lower()
    for suffix in ("'s", "’s", "ing", "ed", "es", "ly", "s"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def features(passage: str, claim: str) -> list[float]:
    """What OF_TEXT names for one pair, each bounded to about −1…3. Never raises."""
    here = {_stem(w) for w in WORD.findall(passage)}
    words = [w for w in WORD.findall(claim) if w.lower() not in STOP]
    names = [w for w in words[1:] if w[0].isupper()]
    missing = [w for w in words if _stem(w) not in here]
    lost_names = [w for w in names if _stem(w) not in here]
    # Only the passage's part that shares words with the claim can negate it.
    near = " ".join(
        s
        for s in re.split(r"(?<=[.!?])\s+", passage)
        if {_stem(w) for w in WORD.findall(s)} & {_stem(w) for w in words}
    )
    mismatch = bool(NEGATION.search(claim)) != bool(NEGATION.search(near))
    numbers = compare(claim, passage)
    return [
        len(missing) / max(1, len(words)),
        len(lost_names) / max(1, len(names)),
        float(mismatch),
        *(
            min(3.0, float(n))
            for n in (
                numbers.numbers_equal,
                numbers.numbers_unequal,
                numbers.numbers_absent,
                numbers.dates_equal,
                numbers.dates_unequal,
                numbers.dates_absent,
            )
        ),
        float(numbers.list_relation),
        float(numbers.order_relation),
        float(np.log1p(len(passage.split()) / 40)),
    ]


def log_softmax(logits: NDArray[np.floating]) -> Floats:
    """Row-wise log-probabilities."""
    shifted = np.asarray(logits, dtype=np.float64)
    shifted = shifted - shifted.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def design(scores: NDArray[np.floating], pairs: Sequence[tuple[str, str]]) -> Floats:
    """The design matrix (pairs, 3 + features) of the combination.

    `scores` (pairs, 3 + OF_WORDS): the cross-encoder's logits, and what it says of the words.
    """
    seen = np.array([features(*pair) for pair in pairs]).reshape(len(pairs), len(OF_TEXT))
    return np.hstack([log_softmax(scores[:, :3]), scores[:, 3:], seen])


@dataclass(frozen=True)
class Combination:
    """Weights (3 + features, 3), bias (3,), and the temperature that calibrates."""

    weights: Floats
    bias: Floats
    temperature: float

    @classmethod
    def plain(cls) -> Combination:
        """The cross-encoder alone: its own probabilities."""
        weights = np.zeros((3 + len(FEATURES), 3))
        weights[:3] = np.eye(3)
        return cls(weights, np.zeros(3), 1.0)

    @classmethod
    def from_json(cls, text: str) -> Combination:
        """Read `stance.json`. Raises ValueError where its features are not ours."""
        raw = json.loads(text)
        if tuple(raw["features"]) != FEATURES:
            raise ValueError(
                "stance.json was fitted for other features: run training.fit_combination"
            )
        return cls(np.array(raw["weights"]), np.array(raw["bias"]), float(raw["temperature"]))

    def entailments(
        self, read: NDArray[np.floating], pairs: Sequence[tuple[str, str]]
    ) -> list[Entailment]:
        """Calibrated probabilities for each pair."""
        if not pairs:
            return []
        scores = (design(read, pairs) @ self.weights + self.bias) / self.temperature
        return [Entailment(*map(float, row)) for row in np.exp(log_softmax(scores))]
