"""An embedder that remembers: the desk's own pages are the same for every article of a day."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from verify.ports import Embedder, Vectors

KEPT = 20_000  # vectors: 31 MB of 384 dimensions, the passages of some 2,000 pages


class Remembering:
    """Another embedder, with the last `kept` vectors in memory. Safe in several threads."""

    def __init__(self, embedder: Embedder, kept: int = KEPT) -> None:
        self._embedder = embedder
        self._kept = kept
        self._known: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self._lock = threading.Lock()
        # One at a time: a tokenizer that two threads use says "already borrowed".
        self._at_work = threading.Lock()
        self.name = embedder.name

    @property
    def sha256(self) -> str:
        """The embedder's own: the same texts have the same vectors."""
        return self._embedder.sha256

    def warm(self) -> None:
        """Load the weights now, where the embedder can."""
        load = getattr(self._embedder, "warm", None)
        if load is not None:
            load()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (texts, dimensions). Raises ModelError."""
        if not texts:
            return self._embedder.embed(texts)
        with self._lock:
            found = {t: self._known[t] for t in texts if t in self._known}
        missing = list(dict.fromkeys(t for t in texts if t not in found))
        if missing:
            with self._at_work:
                vectors = self._embedder.embed(missing)
            # A row of its own each: a view would keep its whole batch in memory.
            found.update({t: v.copy() for t, v in zip(missing, vectors, strict=True)})
        self._keep(found)
        return np.stack([found[t] for t in texts])

    def _keep(self, found: dict[str, NDArray[np.float32]]) -> None:
        with self._lock:
            self._known.update(found)
            for text in found:
                self._known.move_to_end(text)
            while len(self._known) > self._kept:
                self._known.popitem(last=False)
