"""The reported words nearest in sense to a quotation that was not found word for word."""

from __future__ import annotations

from collections.abc import Sequence

from verify.checkers.wording import STOP, sentence_spans, words
from verify.ports import Embedder
from verify.types import Document

# benchmarks/quotes --paraphrase: of sentences and what follows from them .88 lie above, of the
# best of sixty unrelated sentences none. A contradiction lies above it as often as not: the
# words are shown, nothing is concluded.
MIN_SIMILARITY = 0.55
MOST_SENTENCES = 60  # embedded per quotation: the ones that share most words with it
MIN_SHARED = 1  # content words


def nearest(
    quote: str, said_by: str, documents: Sequence[Document], embedder: Embedder | None
) -> tuple[Document, str, float] | None:
    """The document, its sentence and the cosine; None without a model or below the threshold."""
    if embedder is None:
        return None
    candidates = _candidates(quote, said_by, documents)
    if not candidates:
        return None
    vectors = embedder.embed([quote, *(text for _, text in candidates)])
    scores = vectors[1:] @ vectors[0]
    best = int(scores.argmax())
    if float(scores[best]) < MIN_SIMILARITY:
        return None
    return (*candidates[best], float(scores[best]))


def _candidates(
    quote: str, said_by: str, documents: Sequence[Document]
) -> list[tuple[Document, str]]:
    wanted = {w.stem for w in words(quote)} - STOP
    surname = {w.stem for w in words(said_by)[-1:]}
    scored: list[tuple[int, Document, str]] = []
    for document in documents:
        for start, end in sentence_spans(document.text):
            sentence = document.text[start:end]
            stems = {w.stem for w in words(sentence)}
            shared = len(wanted & stems) + len(surname & stems)
            if shared >= MIN_SHARED and len(stems) > 4:
                scored.append((shared, document, sentence))
    scored.sort(key=lambda s: -s[0])
    return [(d, t) for _, d, t in scored[:MOST_SENTENCES]]
