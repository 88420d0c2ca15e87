"""What a passage does to a claim: the shipped cross-encoder, and ports for others.

The shipped model is all-MiniLM-L6-v2 fine-tuned over (passage, claim) by the
scripts in `training/`, int8, run by onnxruntime. Its logits and a few readable
features of the pair go through a small logistic combination and a temperature
(`verify/data/stance.json`); what comes out is a calibrated `Entailment`.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verify.errors import ModelError
from verify.models.combine import OF_WORDS, Combination
from verify.models.files import SHIPPED, file_sha256, minilm_folder
from verify.models.sessions import Tokens, open_session, tensors, tokens
from verify.models.torch_import import importing_torch
from verify.types import Entailment

MAX_TOKENS = 288  # as in training/train_stance.py; the passage is cut, never the claim
MAX_CLAIM_WORDS = 120

Floats = NDArray[np.float32]


WEIGHTS = "stance.onnx"


class OnnxStance:
    """The shipped stance model, or another that `training/` made.

    `folder` holds `stance.onnx` and `stance.json`, and `tokenizer.json` where the words are not
    those of all-MiniLM-L6-v2. Weights load at the first `judge` or `warm`.
    """

    def __init__(self, folder: Path = SHIPPED, *, threads: int | None = None) -> None:
        self.folder = folder
        self.name = "verification-desk-stance" if folder == SHIPPED else folder.name
        self._threads = threads or len(os.sched_getaffinity(0))
        self._lock = threading.Lock()
        # One article at a time: two at once are no faster and hold twice the memory.
        self._at_work = threading.Lock()
        self._session: Any = None
        self._tokenizer: Any = None
        self._asked: set[str] = set()  # some networks have no types of tokens

    @cached_property
    def sha256(self) -> str:
        """Hash over the weights and the combination."""
        parts = (self.folder / WEIGHTS, self.folder / "stance.json")
        return "+".join(file_sha256(part)[:32] for part in parts)

    @cached_property
    def combination(self) -> Combination:
        try:
            return Combination.from_json((self.folder / "stance.json").read_text("utf-8"))
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"the stance model's settings cannot be read: {error}") from error

    def warm(self) -> None:
        """Load the weights now. Safe to call from several threads."""
        with self._lock:
            if self._session is None:
                self._load()

    def _load(self) -> None:
        from tokenizers import Tokenizer

        session = open_session(self.folder / WEIGHTS, threads=1)
        own = self.folder / "tokenizer.json"
        words = own if own.is_file() else minilm_folder() / "tokenizer.json"
        try:
            tokenizer = Tokenizer.from_file(str(words))
        except Exception as error:  # tokenizers raises nothing more special
            raise ModelError(f"the stance model's words cannot be read: {words}") from error
        tokenizer.enable_truncation(MAX_TOKENS, strategy="only_first")
        tokenizer.no_padding()
        self._session, self._tokenizer = session, tokenizer
        self._asked = {taken.name for taken in session.get_inputs()}

    def read(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """Raw scores (pairs, 3 + OF_WORDS): the logits of supports, refutes, neutral, and what
        the network says of the claim's words. Equal pairs are read once.
        """
        self.warm()
        place = {pair: i for i, pair in enumerate(dict.fromkeys(pairs))}
        cut = [(passage, " ".join(claim.split()[:MAX_CLAIM_WORDS])) for passage, claim in place]
        out = np.zeros((len(place), 3 + len(OF_WORDS)), dtype=np.float32)
        with self._at_work, ThreadPoolExecutor(self._threads) as pool:
            for i, row in enumerate(pool.map(self._run, tokens(self._tokenizer, cut))):
                out[i] = row
        return out[[place[pair] for pair in pairs]]

    def _run(self, pair: Tokens) -> Floats:
        """One pair in a call of its own, never a batch.

        Activations become int8 by the largest of all that are in one call: in a batch a pair's
        score depended on its neighbours (by up to 0.7 in a logit), and an article's verdicts on
        what else was checked. Alone it is as fast: a pair fills a core, and pads nothing.
        """
        given = {name: value for name, value in tensors([pair]).items() if name in self._asked}
        scores: list[Floats] = self._session.run(["logits"], given)
        return scores[0].reshape(3 + len(OF_WORDS))

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        """One Entailment for each (passage, claim), in order."""
        return self.combination.entailments(self.read(pairs), pairs)


class NliStance:
    """Any NLI cross-encoder that sentence-transformers can load, by name or path."""

    def __init__(self, model: str) -> None:
        self.name = model
        self._lock = threading.Lock()
        self._loaded: Any = None
        self._order: tuple[int, int, int] = (0, 1, 2)

    @cached_property
    def sha256(self) -> str:
        """Hash of the weights file, or of the name where the hub keeps the file."""
        return file_sha256(Path(self.name) / "model.safetensors")

    def warm(self) -> None:
        """Load the weights and read which output means what. Raises ModelError."""
        with self._lock:
            if self._loaded is not None:
                return
            with importing_torch():
                from sentence_transformers import CrossEncoder

            try:
                model = CrossEncoder(self.name, device="cpu")
            except (OSError, ValueError) as error:
                raise ModelError(
                    f"the stance model {self.name!r} cannot be loaded: {error}"
                ) from error
            self._order = label_order(model.config.id2label)
            self._loaded = model

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        """One Entailment for each (passage, claim), in order."""
        self.warm()
        if not pairs:
            return []
        logits = np.asarray(
            self._loaded.predict(
                [list(p) for p in pairs], show_progress_bar=False, apply_softmax=True
            )
        )
        return [Entailment(*(float(row[i]) for i in self._order)) for row in logits]


def label_order(id2label: dict[int, str]) -> tuple[int, int, int]:
    """Which output is supports, refutes, neutral. Raises ModelError for other labels."""
    meaning = {"entail": 0, "support": 0, "contra": 1, "refut": 1, "neutral": 2, "not_enough": 2}
    found: dict[int, int] = {}
    for index, label in id2label.items():
        for stem, place in meaning.items():
            if stem in label.lower() and "not_entail" not in label.lower():
                found[place] = int(index)
    if sorted(found) != [0, 1, 2]:
        labels = ", ".join(map(str, id2label.values()))
        raise ModelError(
            f"a stance model needs entailment, contradiction, neutral; it has: {labels}"
        )
    return found[0], found[1], found[2]


class Abstaining:
    """Judges nothing: every pair is neutral. The report says that no model was asked."""

    name = "none"
    sha256 = ""

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        return [Entailment(0.0, 0.0, 1.0)] * len(pairs)
