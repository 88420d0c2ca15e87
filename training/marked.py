"""Which words of a claim decide its label, where that is known.

A network that is told only the label of a pair has one answer to learn from; told which words
are wrong it has as many as the claim has words (after the highlights of e-SNLI, Camburu et al.,
2018, and the arcs of Goyal and Durrett, 2020). Known are the words of a claim that its passage
supports (all hold), those that a perturbation changed, and those that were underlined: in the
stories written for this project, and in rows of public sets (`training/underlined/`).
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

import torch
from torch import Tensor

from training.perturb import SUPPORTS

FOLDER = Path(__file__).parent / "underlined"

Places = frozenset[int]  # of words in `claim.split()`


def differing(claim: str, said: str | None) -> Places | None:
    """Words of the claim that `said`, what holds of it, has otherwise; None where none is known.

    Of a word that the claim lacks both neighbours are taken.
    """
    if said is None:
        return None
    words, held = claim.split(), said.split()
    found: set[int] = set()
    for kind, low, high, _, _ in SequenceMatcher(None, words, held, autojunk=False).get_opcodes():
        if kind in ("replace", "delete"):
            found.update(range(low, high))
        elif kind == "insert":
            found.update(i for i in (low - 1, low) if 0 <= i < len(words))
    return frozenset(found) or None


def touched(claim: str, phrases: Sequence[str]) -> Places | None:
    """The words that the phrases touch, each at its first place in the claim; None: none."""
    spans, at = [], 0
    for word in claim.split():
        at = claim.index(word, at)
        spans.append((at, at + len(word)))
        at += len(word)
    found: set[int] = set()
    for phrase in phrases:
        low = claim.find(phrase)
        if low >= 0:
            high = low + len(phrase)
            found.update(i for i, (a, b) in enumerate(spans) if a < high and b > low)
    return frozenset(found) or None


def underlined(name: str, folder: Path = FOLDER) -> dict[str, Places]:
    """The words underlined in a public set, by the ids of its rows; none where it has no file.

    A line is an id, a tab and the places of the words, counted from 0. Raises ValueError.
    """
    path = folder / f"{name}.tsv"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    found = {}
    for line in lines:
        row_id, places = line.split("\t")
        found[row_id] = frozenset(map(int, places.split()))
    return found


def word_of_token(claim: Sequence[str], begins: int) -> int:
    """The place of the word in which a token begins, of words joined by single spaces."""
    at = 0
    for i, word in enumerate(claim):
        at += len(word) + 1
        if begins < at:
            return i
    return len(claim) - 1


def words_loss(scores: Tensor, open_labels: Tensor) -> Tensor:
    """-log of the probability of each claim token's open labels together, mean over the pairs.

    scores, open_labels: (pairs, tokens, 3); a token without an open label does not count. In a
    pair the tokens that hold and those that do not weigh alike, however few these are.
    """
    log_p = torch.log_softmax(scores, dim=-1)
    inside = -torch.logsumexp(log_p.masked_fill(open_labels == 0, -1e9), dim=-1)
    told = open_labels.any(-1)
    holds = told & open_labels[..., SUPPORTS].bool()
    total = scores.sum() * 0
    for part in (holds, told & ~holds):
        counted = part.sum(-1)
        total = total + ((inside * part).sum(-1) / counted.clamp(min=1)).sum()
    return total / len(scores)
