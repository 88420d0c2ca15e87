"""What a passage does to a claim: the shipped cross-encoder, and ports for others.

The shipped model is all-MiniLM-L6-v2 fine-tuned over (passage, claim) by the
scripts in `training/`, int8, run by onnxruntime. Its logits and a few readable
features of the pair go through a small logistic combination and a temperature
(`verify/data/stance.json`); what comes out is a calibrated `Entailment`.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verify.errors import ModelError
from verify.models.combine import Combination
from verify.models.files import SHIPPED, file_sha256, minilm_folder
from verify.types import Entailment

MAX_TOKENS = 288  # as in training/train_stance.py; the passage is cut, never the claim
MAX_CLAIM_WORDS = 120
BATCH_TOKENS = 4096  # padded tokens in one call; more gained nothing on two cores

Floats = NDArray[np.float32]


class OnnxStance:
    """The shipped stance model. Weights load at the first `judge` or `warm`."""

    name = "verification-desk-stance"

    def __init__(self, folder: Path = SHIPPED, *, threads: int | None = None) -> None:
        self._folder = folder
        self._threads = threads or len(os.sched_getaffinity(0))
        self._lock = threading.Lock()
        self._session: Any = None
        self._tokenizer: Any = None

    @cached_property
    def sha256(self) -> str:
        """Hash over the weights and the combination."""
        parts = (self._folder / "stance.onnx", self._folder / "stance.json")
        return "+".join(file_sha256(part)[:32] for part in parts)

    @cached_property
    def combination(self) -> Combination:
        try:
            return Combination.from_json((self._folder / "stance.json").read_text("utf-8"))
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"the stance model's settings cannot be read: {error}") from error

    def warm(self) -> None:
        """Load the weights now. Safe to call from several threads."""
        with self._lock:
            if self._session is None:
                self._load()

    def _load(self) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        onnxruntime.disable_telemetry_events()  # a newsroom's machine reports to nobody
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.log_severity_level = 3
        path = self._folder / "stance.onnx"
        try:
            session = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
            tokenizer = Tokenizer.from_file(str(minilm_folder() / "tokenizer.json"))
        except Exception as error:  # onnxruntime raises classes of its own, all Exception
            raise ModelError(f"the stance model cannot be loaded from {path}: {error}") from error
        tokenizer.enable_truncation(MAX_TOKENS, strategy="only_first")
        tokenizer.no_padding()
        self._session, self._tokenizer = session, tokenizer

    def logits(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """Raw scores (pairs, 3): supports, refutes, neutral."""
        self.warm()
        out = np.zeros((len(pairs), 3), dtype=np.float32)
        if not pairs:
            return out
        cut = [(passage, " ".join(claim.split()[:MAX_CLAIM_WORDS])) for passage, claim in pairs]
        encoded = self._tokenizer.encode_batch(cut)
        lengths = [len(e.ids) for e in encoded]
        for batch in token_batches(lengths, BATCH_TOKENS):
            out[batch] = self._session.run(["logits"], _tensors([encoded[i] for i in batch]))[0]
        return out

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        """One Entailment for each (passage, claim), in order."""
        return self.combination.entailments(self.logits(pairs), pairs)


def token_batches(lengths: Sequence[int], budget: int) -> Iterator[list[int]]:
    """Indices in batches alike in length, at most `budget` padded tokens each."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    batch: list[int] = []
    for i in order:
        if batch and lengths[i] * (len(batch) + 1) > budget:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _tensors(encoded: Sequence[Any]) -> dict[str, NDArray[np.int64]]:
    width = max(len(e.ids) for e in encoded)
    made = {
        key: np.zeros((len(encoded), width), dtype=np.int64)
        for key in ("input_ids", "attention_mask", "token_type_ids")
    }
    for i, e in enumerate(encoded):
        made["input_ids"][i, : len(e.ids)] = e.ids
        made["token_type_ids"][i, : len(e.ids)] = e.type_ids
        made["attention_mask"][i, : len(e.ids)] = 1
    return made


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
