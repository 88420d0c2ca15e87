"""Check-worthiness: how much a statement asks to be checked.

A logistic regression over hashed n-grams and surface features, fitted by
`training/train_worth.py` on debates, speeches and written prose and calibrated;
read with numpy alone, so that it loads in milliseconds. Its card is
`verify/data/worth.md`.
"""

from __future__ import annotations

import math
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from verify.errors import ModelError
from verify.models.files import SHIPPED, file_sha256

SHIPPED_WORTH = SHIPPED / "worth.npz"
SCHEMA = 1  # of the features: a model file of another schema is refused
BUCKETS = 1 << 18
LONGEST = 600  # characters that are read of one text

WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d[\d.,]*|[%$€£?!\"]")
NUMBER = re.compile(r"\d")
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
NAME = re.compile(r"(?<![.!?\"“] )(?<!^)\b[A-Z][a-z]+")
PAST = re.compile(
    r"\b(?:was|were|had|did|has|have|\w{3,}ed|went|said|made|took|cut|lost|won|spent|passed"
    r"|voted)\b",
    re.I,
)
FUTURE = re.compile(
    r"\b(?:will|shall|going to|would|could|should|must|might|may|want|hope|plan)\b", re.I
)
COMPARE = re.compile(
    r"\b(?:more|less|fewer|most|least|than|highest|lowest|largest|first|\w+er than|double|half"
    r"|increase\w*|decrease\w*|\w*rate|percent|million|billion|trillion|average)\b",
    re.I,
)
FIRST = re.compile(r"\b(?:i|we|my|our|us|me)\b", re.I)
SECOND = re.compile(r"\b(?:you|your)\b", re.I)
SURFACE = (
    "numbers", "years", "names", "past", "future", "comparisons", "first person", "second person",
    "question", "length", "short", "long",
)  # fmt: skip
FEATURES = BUCKETS + len(SURFACE)


def surface(text: str) -> list[float]:
    """The SURFACE features of one text, each bounded to 0–1 or a little more."""
    words = len(text.split())
    counts = [
        len(p.findall(text)) for p in (NUMBER, YEAR, NAME, PAST, FUTURE, COMPARE, FIRST, SECOND)
    ]
    return [
        *(math.log1p(n) for n in counts),
        float("?" in text),
        math.log1p(words) / 4,
        float(words < 6),
        float(words > 25),
    ]


def ngrams(text: str) -> Iterator[str]:
    """Word 1–3-grams with digits masked, and character 4-grams inside words."""
    words = [re.sub(r"\d+", "0", w) for w in WORD.findall(text.lower().replace("’", "'"))]
    padded = ["<", *words, ">"]
    yield from words
    yield from (" ".join(pair) for pair in pairwise(padded))
    yield from (" ".join(three) for three in zip(padded, padded[1:], padded[2:], strict=False))
    for word in words:
        if len(word) > 5:
            yield from ("#" + word[i : i + 4] for i in range(len(word) - 3))


def sparse_row(text: str) -> dict[int, float]:
    """Column → value: a unit vector of n-grams, and the surface features."""
    text = text[:LONGEST]
    row: dict[int, float] = {}
    for gram in ngrams(text):
        column = zlib.crc32(gram.encode("utf-8", "replace")) % BUCKETS
        row[column] = 1.0
    norm = math.sqrt(len(row)) or 1.0
    row = dict.fromkeys(row, 3.0 / norm)
    for number, value in enumerate(surface(text)):
        row[BUCKETS + number] = value
    return row


class WorthClassifier:
    """Scores check-worthiness, 0–1. The file is read at the first call."""

    name = "worth-ngrams-2"

    def __init__(self, path: Path = SHIPPED_WORTH) -> None:
        self._path = path

    @cached_property
    def sha256(self) -> str:
        """Hash of the model file."""
        return file_sha256(self._path)

    @cached_property
    def _model(self) -> tuple[NDArray[np.float32], float]:
        try:
            with np.load(self._path, allow_pickle=False) as file:
                schema, weights, bias = int(file["schema"]), file["weights"], float(file["bias"])
        except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
            raise ModelError(
                f"the model {self._path} cannot be read: reinstall the package"
            ) from error
        if schema != SCHEMA or weights.shape != (FEATURES,):
            raise ModelError(
                f"the model {self._path} is of another version: run training.train_worth"
            )
        return weights.astype(np.float32), bias

    def worth(self, texts: Sequence[str]) -> list[float]:
        """A calibrated probability for each text. Raises ModelError."""
        weights, bias = self._model
        scores = []
        for text in texts:
            row = sparse_row(text)
            score = bias + sum(float(weights[column]) * value for column, value in row.items())
            scores.append(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score)))))
        return scores
