"""Pairs of which nobody has said what follows, for a teacher to judge (`training.teach`)."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator

from training.own_claims import own_claims
from training.perturb import NEUTRAL, REFUTES, SUPPORTS, altered, sentences
from training.stance_rows import REAL_TEXT, Mixture, Row, draw

ANY = (SUPPORTS, REFUTES, NEUTRAL)
JUDGED = ("lingnli", "mnli_sample", "conjnli", "fever_pairs", "feverous_a", "scifact_pairs")
ALTERED = 60000  # annotated pairs with a word, a number or a name changed on one side
MINGLED = 15000  # claims beside passages that share a word with them
OWN = 12000  # texts that the product's claims room splits, three claims of each


def unlabelled(mixture: Mixture, seed: int, share: float = 1.0) -> list[Row]:
    """Fresh pairs for a teacher to judge, a share of each kind's number, shuffled."""
    rng = random.Random(seed)
    rows = [r for name in JUDGED for r in mixture.train[name] if len(r.passage) < 1500]
    made = [
        *_altered(rng, mixture, rows, int(ALTERED * share)),
        *_mingled(rng, rows, int(MINGLED * share)),
        *_own(rng, mixture, int(OWN * share)),
    ]
    rng.shuffle(made)
    return made


def _altered(rng: random.Random, mixture: Mixture, rows: list[Row], number: int) -> Iterator[Row]:
    for row in draw(rng, rows, number):
        names = rng.sample(mixture.names, 50)
        # The claim is changed more often: it is short, and decides more.
        sides = [row.passage, row.claim]
        side = int(rng.random() < 0.7)
        changed = altered(rng, sides[side], names, mixture.neighbours)
        if changed:
            sides[side] = changed
            yield Row("altered", *sides, ANY)


def _own(rng: random.Random, mixture: Mixture, number: int) -> Iterator[Row]:
    """Claims as the product states them: as they are, altered, or beside less of the text."""
    quotas = sum(REAL_TEXT.values())
    passages = []
    for name, quota in REAL_TEXT.items():
        for row in draw(rng, mixture.train[name], number * quota // quotas):
            parts = sentences(row.passage)
            low = rng.randrange(max(1, len(parts) - 3))
            passages.append(" ".join(parts[low : low + rng.randrange(2, 7)]))
    for passage, claims in own_claims(passages):
        for claim, quote in rng.sample(claims, min(3, len(claims))):
            chance = rng.random()
            names = rng.sample(mixture.names, 50)
            changed = altered(rng, claim, names, mixture.neighbours) if chance < 0.45 else None
            rest = passage.replace(quote, "").strip() if chance > 0.85 else ""
            yield Row("own", rest or passage, changed or claim, ANY)


def _mingled(rng: random.Random, rows: list[Row], number: int) -> Iterator[Row]:
    """Claims beside passages of other rows with which they share a word that is not frequent."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        for word in set(re.findall(r"[a-z]{5,}", row.passage.lower())):
            by_word[word].append(i)
    for row in draw(rng, rows, number):
        words = [w for w in re.findall(r"[a-z]{5,}", row.claim.lower()) if 1 < len(by_word[w]) < 60]
        if words:
            other = rows[rng.choice(by_word[rng.choice(words)])]
            if other.passage != row.passage:
                yield Row("mingled", other.passage, row.claim, ANY)
