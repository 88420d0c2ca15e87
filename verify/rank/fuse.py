"""Passages ranked for a claim: BM25, sentence embeddings and fuzzy overlap, fused.

Reciprocal rank fusion (Cormack, Clarke and Buettcher, 2009), k = 60. Ranking
says where to look; it never says whether a passage agrees.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from verify.ports import Embedder, Vectors
from verify.types import Claim, Passage, Ranked

# BM25, fuzzy, cosine. benchmarks/retrieval, training split, 2026-11: MAP@5 0.86 against 0.79 with
# equal weights; see docs/benchmarks.md
WEIGHTS = (1.0, 0.25, 2.0)
RRF_K = 60  # the value of the paper; 10–100 moved MAP@5 by less than 0.005
CANDIDATES = 48  # per claim, by BM25 and fuzzy, before anything is embedded
EMBED_ALL = 1500  # with at most so many passages, all are embedded: no claim loses one

Floats = NDArray[np.float64]

TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*")
STOP = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been has have had "
    "it its this that these those he she they his her their who which will would".split()
)


def tokens(text: str) -> list[str]:
    """Lower-case words without the commonest, plural s removed."""
    words = (w.lower() for w in TOKEN.findall(text))
    return [
        w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w
        for w in words
        if w not in STOP
    ]


class Ranker:
    """Ranks one set of passages for many claims; tokenises and embeds them once."""

    def __init__(self, passages: Sequence[Passage], embedder: Embedder) -> None:
        self.passages = tuple(passages)
        # A title often names what its paragraphs only call "he" or "the company".
        self._texts = [_with_title(p) for p in self.passages]
        self._embedder = embedder
        self._bm25 = _Bm25(self._texts) if self.passages else None
        self._vectors: dict[int, NDArray[np.float32]] = {}

    def rank(self, claims: Sequence[Claim], limit: int) -> list[tuple[Ranked, ...]]:
        """For each claim at most `limit` passages, best first."""
        if not self.passages:
            return [() for _ in claims]
        texts = [c.text for c in claims]
        lexical, fuzzy = self.lexical(texts)
        chosen = [self._candidates(b, f) for b, f in zip(lexical, fuzzy, strict=True)]
        self._embed(sorted({i for c in chosen for i in c}))
        asked = self._embedder.embed(texts)
        return [
            self._fuse(c, b[c], f[c], self._cosine(c, v), limit)
            for c, b, f, v in zip(chosen, lexical, fuzzy, asked, strict=True)
        ]

    def lexical(self, texts: Sequence[str]) -> tuple[Floats, Floats]:
        """BM25 and fuzzy scores of every passage, each of shape (texts, passages)."""
        scores = self._bm25.scores(texts) if self._bm25 else np.zeros((len(texts), 0))
        return scores, _fuzzy(texts, self._texts)

    def similarity(self, texts: Sequence[str]) -> Floats:
        """Cosine of every passage, shape (texts, passages). Embeds all of them."""
        everything = list(range(len(self.passages)))
        self._embed(everything)
        asked = self._embedder.embed(texts)
        return np.array([self._cosine(everything, v) for v in asked], dtype=np.float64)

    def _cosine(self, chosen: Sequence[int], asked: NDArray[np.float32]) -> NDArray[np.float32]:
        cosine: NDArray[np.float32] = np.array([self._vectors[i] for i in chosen]) @ asked
        return cosine

    def _candidates(self, bm25: Floats, fuzzy: Floats) -> list[int]:
        count = len(self.passages)
        if count <= EMBED_ALL:
            return list(range(count))
        best = (
            np.argsort(-bm25, kind="stable")[:CANDIDATES],
            np.argsort(-fuzzy, kind="stable")[:CANDIDATES],
        )
        return sorted({int(i) for part in best for i in part})

    def _embed(self, wanted: Sequence[int]) -> None:
        missing = [i for i in wanted if i not in self._vectors]
        vectors: Vectors = self._embedder.embed([self._texts[i] for i in missing])
        self._vectors.update(zip(missing, vectors, strict=True))

    def _fuse(
        self,
        chosen: Sequence[int],
        bm25: Floats,
        fuzzy: Floats,
        cosine: NDArray[np.float32],
        limit: int,
    ) -> tuple[Ranked, ...]:
        fused = reciprocal_rank_fusion([bm25, fuzzy, cosine.astype(np.float64)], WEIGHTS)
        best = np.argsort(-fused, kind="stable")[:limit]
        return tuple(
            Ranked(
                self.passages[chosen[i]],
                float(fused[i]),
                float(cosine[i]),
                float(fuzzy[i]),
                float(bm25[i]),
            )
            for i in best
        )


def _with_title(passage: Passage) -> str:
    title = passage.document.title
    return f"{title}. {passage.text}" if title and title not in passage.text else passage.text


def reciprocal_rank_fusion(
    scores: Sequence[Floats], weights: Sequence[float], k: int = RRF_K
) -> Floats:
    """The fused score of each item: the weighted sum over rankings of 1 / (k + rank)."""
    fused = np.zeros(len(scores[0]))
    for column, weight in zip(scores, weights, strict=True):
        # Equal scores share a rank, or the order of the files would decide.
        _, place, counts = np.unique(-column, return_inverse=True, return_counts=True)
        first = np.concatenate([[0], np.cumsum(counts)[:-1]])
        fused += weight / (k + 1 + first[place])
    return fused


def _fuzzy(claims: Sequence[str], texts: Sequence[str]) -> Floats:
    """Token-set similarity by rapidfuzz, 0–1, shape (claims, texts)."""
    from rapidfuzz import fuzz, process

    lowered = [" ".join(tokens(t)) for t in texts]
    found = process.cdist(
        [" ".join(tokens(c)) for c in claims],
        lowered,
        scorer=fuzz.token_set_ratio,
        dtype=np.float32,
    )
    return np.asarray(found, dtype=np.float64) / 100


class _Bm25:
    """BM25 (Robertson; Lucene's variant) over one set of texts, by bm25s."""

    def __init__(self, texts: Sequence[str]) -> None:
        import bm25s

        # It logs every index it builds once anybody has set up logging.
        logging.getLogger("bm25s").setLevel(logging.WARNING)
        self._words = [tokens(t) or ["∅"] for t in texts]  # bm25s refuses empty documents
        self._index = bm25s.BM25(method="lucene")
        self._index.index(self._words, show_progress=False)
        self._known = {w for ws in self._words for w in ws}

    def scores(self, claims: Sequence[str]) -> Floats:
        """Shape (claims, texts)."""
        rows = []
        for claim in claims:
            known = [w for w in tokens(claim) if w in self._known]
            rows.append(
                np.asarray(self._index.get_scores(known), dtype=np.float64)
                if known
                else np.zeros(len(self._words))
            )
        return np.array(rows)
