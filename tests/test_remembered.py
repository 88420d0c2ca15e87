"""Vectors are made once for each text of a process, and not kept without bound."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from verify.models.remembered import Remembering
from verify.ports import Vectors


class Counting:
    """A vector a text, and a note of what was asked."""

    name = "counting"
    sha256 = "c" * 64

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([[len(t), 1.0] for t in texts], dtype=np.float32).reshape(len(texts), 2)


def test_a_text_is_embedded_once_and_its_place_in_the_answer_is_kept() -> None:
    inner = Counting()
    embedder = Remembering(inner)
    embedder.embed(["one", "three"])
    again = embedder.embed(["three", "seventh", "one", "three"])
    assert again[:, 0].tolist() == [5, 7, 3, 5]
    assert inner.asked == ["one", "three", "seventh"]


def test_no_texts_have_no_vectors() -> None:
    assert Remembering(Counting()).embed([]).shape == (0, 2)


def test_what_was_used_longest_ago_is_forgotten_first() -> None:
    inner = Counting()
    embedder = Remembering(inner, kept=2)
    for text in ("a", "bb", "a", "ccc", "a", "bb"):
        embedder.embed([text])
    assert inner.asked == ["a", "bb", "ccc", "bb"]


def test_more_texts_than_are_kept_are_all_answered() -> None:
    found = Remembering(Counting(), kept=1).embed(["a", "bb", "ccc"])
    assert found[:, 0].tolist() == [1, 2, 3]
