"""The training mixture for the stance model: which rows, how many, what labels.

A row is `Row(set, passage, claim, allowed)`; `allowed` is the tuple of labels
that the annotation leaves open: `(0,)` supports, `(1,)` refutes, `(2,)`
neutral, and `(1, 2)` where a set only says "not supported". Training maximises
the probability of the allowed labels together (marginalised loss).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.forms import retold, spoken
from training.marked import Places, differing, underlined
from training.perturb import (
    NAME,
    NEUTRAL,
    NOT_SUPPORTED,
    REFUTES,
    SUPPORTS,
    Made,
    negated,
    sentences,
    two_parts,
    variants,
)
from training.written import FOLDER, Story, pairs, stories

LABELS = {
    "supported": (SUPPORTS,),
    "refuted": (REFUTES,),
    "nei": (NEUTRAL,),
    "partial": (NEUTRAL,),
    "not_supported": NOT_SUPPORTED,
}

# How many rows of each set one pass takes. Large, easy or artificial sets are thinned, and
# those that stayed at chance (coreference, drop, control); small sets of fact-checking
# evidence are repeated. averitec_part is left out: its licence forbids it in weights that ship.
QUOTA = {
    "lingnli": 45000, "fever_pairs": 18000, "conjnli": 15000, "mnli_sample": 3000,
    "feverous_a": 3000, "scifact_pairs": 1600, "wice_partial": 748,
    "curriculum_negation": 800, "curriculum_temporal": 800, "curriculum_counting": 1000,
    "curriculum_quantifier": 800, "curriculum_comparative": 800,
    "curriculum_conditional": 600, "curriculum_boolean": 800, "curriculum_ner": 500,
    "curriculum_kg_relations": 1000, "curriculum_lexical": 1500,
    "curriculum_syntactic_variation": 2500, "curriculum_coreference": 500,
    "curriculum_counterfactual": 500, "curriculum_monotonicity_infer": 1500,
    "curriculum_control": 500, "curriculum_drop": 300,
}  # fmt: skip
# Texts whose sentences are perturbed: encyclopaedia, news, sport, history.
REAL_TEXT = {
    "fever_pairs": 9000, "feverous_a": 3000, "curriculum_syntactic_variation": 2000,
    "curriculum_kg_relations": 2000, "curriculum_drop": 4000, "curriculum_coreference": 2000,
    "curriculum_control": 3000, "mnli_sample": 500, "scifact_pairs": 1200,
}  # fmt: skip
# Texts two of whose sentences become one claim, which holds only where both parts do.
TWO_PARTS = {
    "fever_pairs": 4000, "feverous_a": 800, "curriculum_drop": 1000, "curriculum_control": 1500,
    "curriculum_kg_relations": 500, "scifact_pairs": 300,
}  # fmt: skip
STRANGERS = 6000  # claims paired with evidence about something similar: neutral
RETOLD = 9000  # rows said again as questions and answers, or as the rebuttal of a rumour
DENIED = 20000  # rows whose claim is negated, where its first verb can be
WRITTEN = 1  # times a pass takes each claim of the stories written for this project
SPOKEN = 1000  # transcripts, with what was said attributed rightly and wrongly


@dataclass(frozen=True)
class Row:
    set: str
    passage: str
    claim: str
    allowed: tuple[int, ...]
    decides: Places | None = None  # words of the claim that make it refuted or open
    taught: tuple[float, ...] = ()  # what a teacher says: supports, refutes, neutral

    @property
    def words(self) -> Places | None:
        """The words that make the label: none where the claim holds; None: not known."""
        return frozenset() if self.allowed == (SUPPORTS,) else self.decides


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Rows of one gzip-compressed JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def taught_rows(path: Path) -> list[Row]:
    """The pairs that `training.teach` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        raw = [json.loads(line) for line in lines]
    return [
        Row(r["set"], r["passage"], r["claim"], tuple(r["allowed"]), taught=tuple(r["taught"]))
        for r in raw
    ]


def plain(text: str) -> str:
    """Undo treebank brackets and spacing, so that sets read like running text."""
    for code, sign in (
        ("-LRB-", "("),
        ("-RRB-", ")"),
        ("-LSB-", "["),
        ("-RSB-", "]"),
        ("``", '"'),
        ("''", '"'),
    ):
        text = text.replace(code, sign)
    text = re.sub(r"\s+([.,;:!?)\]])", r"\1", text)
    text = re.sub(r"([(\[])\s+", r"\1", text)
    return re.sub(r"\s+(n't|'s|'re|'ve|'d|'ll)\b", r"\1", text).strip()


def held_out(row_id: str) -> bool:
    """One row in twenty is kept from training, for fitting what comes after it."""
    return int(hashlib.sha256(row_id.encode()).hexdigest(), 16) % 20 == 0


def as_row(name: str, raw: dict[str, Any], decides: Places | None = None) -> Row:
    passage, claim = plain(" ".join(raw["evidence"])), plain(raw["claim"])
    return Row(name, passage, claim, LABELS[raw["label"]], decides)


def made_row(name: str, made: Made) -> Row:
    """A pair made by a perturbation, with the words that it changed."""
    passage, claim, allowed, said = made
    return Row(name, passage, claim, allowed, differing(claim, said))


class Mixture:
    """The training sets of a data folder, sampled pass by pass."""

    def __init__(
        self, data: Path, neighbours: Mapping[str, Sequence[str]], written: Path = FOLDER
    ) -> None:
        """Read the sets of `data` and the stories of `written`.

        `neighbours`: words to exchange in a claim (`training.neighbours`).
        """
        self.neighbours = neighbours
        forbidden = self._claims_in(data / "dev" / "fever_symmetric.jsonl.gz")
        self.train: dict[str, list[Row]] = {}
        self.kept: dict[str, list[Row]] = {}
        for name in QUOTA:
            raw = read_rows(data / "train" / f"{name}.jsonl.gz")
            raw = [r for r in raw if name != "fever_pairs" or _key(r["claim"]) not in forbidden]
            known = underlined(name)
            rows = [(r["id"], as_row(name, r, known.get(r["id"]))) for r in raw]
            self.train[name] = [row for row_id, row in rows if not held_out(row_id)]
            self.kept[name] = [row for row_id, row in rows if held_out(row_id)]
        told = stories(written)
        self.stories = [s for s in told if not held_out(s.id)]
        for row in _written(random.Random(0), [s for s in told if held_out(s.id)]):
            self.kept.setdefault(row.set, []).append(row)
        self.names = self._names()

    @staticmethod
    def _claims_in(path: Path) -> set[str]:
        return {_key(r["claim"]) for r in read_rows(path)} if path.exists() else set()

    def _names(self) -> list[str]:
        found: set[str] = set()
        for name in ("fever_pairs", "curriculum_kg_relations", "curriculum_drop"):
            for row in self.train[name][:4000]:
                found.update(m.group() for m in NAME.finditer(row.passage) if len(m.group()) < 40)
        return sorted(found)

    def one_pass(self, seed: int, share: float = 1.0) -> list[Row]:
        """A fresh, shuffled pass: sampled sets, new perturbations, new strangers, own stories.

        `share`: how much of all but the own stories is taken.
        """
        rng = random.Random(seed)
        rows = self._of_the_sets(rng)
        rows = rng.sample(rows, round(share * len(rows)))
        for _ in range(WRITTEN):
            rows += _written(rng, self.stories)
        rng.shuffle(rows)
        return rows

    def _of_the_sets(self, rng: random.Random) -> list[Row]:
        rows: list[Row] = []
        for name, quota in QUOTA.items():
            rows += draw(rng, self.train[name], quota)
        rows += self._perturbed(rng)
        rows += self._in_two_parts(rng)
        rows += self.strangers(rng)
        rows += self.in_other_forms(rng)
        rows += self._denied(rng)
        return rows

    def _perturbed(self, rng: random.Random) -> Iterator[Row]:
        for name, quota in REAL_TEXT.items():
            for row in draw(rng, self.train[name], quota):
                parts = [s for s in sentences(row.passage) if len(s) > 40 and s[-1] in '.!?"”']
                if not parts:
                    continue
                at = rng.randrange(len(parts))
                # A window keeps long pages short; the sentence may lie anywhere in it.
                low = max(0, at - rng.randrange(4))
                window = parts[low : at + rng.randrange(1, 4)]
                rest = [s for s in window if s != parts[at]]
                local = [m.group() for s in window for m in NAME.finditer(s)]
                names = local if local and rng.random() < 0.6 else rng.sample(self.names, 200)
                for made in variants(
                    rng, parts[at], " ".join(window), " ".join(rest), names, self.neighbours
                ):
                    yield made_row(f"perturbed_{name}", made)

    def _in_two_parts(self, rng: random.Random) -> Iterator[Row]:
        for name, quota in TWO_PARTS.items():
            for row in draw(rng, self.train[name], quota):
                parts = [s for s in sentences(row.passage) if 40 < len(s) < 250]
                if made := two_parts(rng, parts[:6]):
                    yield made_row(f"two_parts_{name}", made)

    def _denied(self, rng: random.Random) -> Iterator[Row]:
        """Annotated claims with a negation more or less: likeness alone cannot tell them apart."""
        rows = self.train["fever_pairs"] + self.train["feverous_a"] + self.train["scifact_pairs"]
        rows += self.train["lingnli"] + self.train["mnli_sample"] + self.train["conjnli"]
        for row in draw(rng, rows, DENIED):
            if made := negated(rng, row.claim, row.allowed[0]):
                said = row.claim if row.allowed == (SUPPORTS,) else None
                yield made_row("denied", (row.passage, made[0], (made[1],), said))

    def in_other_forms(self, rng: random.Random) -> Iterator[Row]:
        """Facts as questions and answers, rebuttals and transcripts."""
        told = self.train["fever_pairs"] + self.train["feverous_a"] + self.train["scifact_pairs"]
        neutral = [r for r in self.train["lingnli"] if r.allowed == (NEUTRAL,)]
        told += rng.sample(neutral, min(5000, len(neutral)))
        for made in retold(rng, [(r.passage, r.claim, r.allowed) for r in told], RETOLD):
            yield Row("retold", *made)
        for row in draw(rng, self.train["curriculum_drop"] + self.train["fever_pairs"], SPOKEN):
            for made in spoken(rng, sentences(row.passage)):
                yield Row("spoken", *made)

    def strangers(self, rng: random.Random) -> Iterator[Row]:
        """A claim beside evidence that shares a rare word with it but was paired with another."""
        rows = self.train["fever_pairs"] + self.train["feverous_a"] + self.train["scifact_pairs"]
        by_word: dict[str, list[int]] = defaultdict(list)
        for i, row in enumerate(rows):
            for word in set(re.findall(r"[A-Z][a-z]{3,}", row.passage)):
                by_word[word].append(i)
        for row in draw(rng, rows, STRANGERS):
            words = [
                w for w in re.findall(r"[A-Z][a-z]{3,}", row.claim) if 1 < len(by_word[w]) < 400
            ]
            if not words:
                continue
            other = rows[rng.choice(by_word[rng.choice(words)])]
            if other.passage[:60] != row.passage[:60] and _overlap(row.claim, other.passage) < 0.6:
                yield Row("strangers", other.passage, row.claim, (NEUTRAL,))


def _written(rng: random.Random, told: Sequence[Story]) -> Iterator[Row]:
    """Pairs of the stories written for this project."""
    for form, (passage, claim, label, decides) in pairs(rng, told):
        yield Row(f"written_{form}", passage, claim, (label,), decides)


def _overlap(claim: str, passage: str) -> float:
    words = set(re.findall(r"\w{4,}", claim.lower()))
    return len(words & set(re.findall(r"\w{4,}", passage.lower()))) / max(1, len(words))


def _key(claim: str) -> str:
    return re.sub(r"\W+", " ", claim.lower()).strip()


def draw(rng: random.Random, rows: list[Row], quota: int) -> list[Row]:
    """`quota` rows: a sample where there are more, repeats where there are fewer."""
    whole, part = divmod(quota, max(1, len(rows)))
    return rows * whole + rng.sample(rows, min(part, len(rows)))
