"""Words that stand near a word in the base model's own embedding, without meaning it.

A claim in which one word is exchanged for such a neighbour ("doctor" for "nurse",
"Tuesday" for "June") looks like its passage and says something else.
"""

from __future__ import annotations

import re
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

MATRIX = "embeddings.word_embeddings.weight"
FREQUENT = 14_000  # whole words, the vocabulary's own order
NEAREST = 40
# Read in the lists of 22 words: above, inflections and synonyms; below, anything goes.
ALIKE = (0.33, 0.50)
ENDINGS = ("ing", "ed", "ly", "s")
# Exchanging these breaks the grammar and not the fact.
FUNCTION_WORDS = frozenset(
    "with from that this have been being were whom whose which what when where they them "
    "their there then than into onto upon also such will would shall should could might must "
    "does done made make making some these those very much more most just even only "
    "called named based including became become through while though".split()
)
STEM = 4  # letters that two inflections of a word share


def word_neighbours(weights: Path) -> dict[str, tuple[str, ...]]:
    """Neighbours of each frequent word: alike in ending, of another stem, cosine in `ALIKE`.

    `weights` is the folder of the base model; words without a neighbour are left out.
    """
    vocabulary = Tokenizer.from_file(str(weights / "tokenizer.json")).get_vocab()
    whole = {w for w in vocabulary if re.fullmatch("[a-z]{4,}", w)} - FUNCTION_WORDS
    words = sorted(whole, key=vocabulary.__getitem__)[:FREQUENT]
    rows = load_file(str(weights / "model.safetensors"))[MATRIX].float()
    vectors = rows[[vocabulary[w] for w in words]]
    vectors = torch.nn.functional.normalize(vectors - vectors.mean(0), dim=1)
    found: dict[str, tuple[str, ...]] = {}
    for low in range(0, len(words), 1000):
        cosines, places = (vectors[low : low + 1000] @ vectors.T).topk(NEAREST, dim=1)
        for word, near, at in zip(
            words[low : low + 1000], cosines.tolist(), places.tolist(), strict=True
        ):
            others = tuple(
                words[i]
                for cosine, i in zip(near, at, strict=True)
                if ALIKE[0] <= cosine <= ALIKE[1] and _exchangeable(word, words[i])
            )
            if others:
                found[word] = others
    return found


def _exchangeable(word: str, other: str) -> bool:
    return word[:STEM] != other[:STEM] and _ending(word) == _ending(other)


def _ending(word: str) -> str:
    return next((e for e in ENDINGS if word.endswith(e)), "")
