"""Sentence embeddings by any model that sentence-transformers loads."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from verify.errors import ModelError
from verify.models.files import file_sha256
from verify.models.torch_import import importing_torch
from verify.ports import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 64  # texts; larger batches gained nothing on two cores


class NamedEmbedder:
    """A sentence-transformers model by name or path. Loads at the first `embed` or `warm`."""

    def __init__(self, model: str) -> None:
        self.name = model
        self._lock = threading.Lock()
        self._loaded: SentenceTransformer | None = None

    @cached_property
    def sha256(self) -> str:
        """Hash of the weights file, or of the name where the hub keeps the file."""
        return file_sha256(Path(self.name) / "model.safetensors")

    def warm(self) -> None:
        """Load the weights now. Safe to call from several threads. Raises ModelError."""
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()

    def _load(self) -> SentenceTransformer:
        with importing_torch():
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # stderr is for people
        try:
            return SentenceTransformer(self.name, device="cpu")
        except (OSError, ValueError) as error:
            raise ModelError(
                f"the embedding model {self.name!r} cannot be loaded: {error}"
            ) from error

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (texts, dimensions). Raises ModelError."""
        if not texts:
            return self.embed([""])[:0]  # the model knows its dimensions
        self.warm()
        assert self._loaded is not None
        vectors = self._loaded.encode(
            list(texts),
            batch_size=BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.asarray(vectors, dtype=np.float32)
