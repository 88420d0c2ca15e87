"""The reported words nearest in sense to a quotation that was not found word for word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verify.checkers.quotes_align import tokens
from verify.checkers.quotes_read import lead, quotations, same_person
from verify.checkers.wording import STOP, sentence_spans, words
from verify.ports import Embedder
from verify.types import Document

# benchmarks/quotes --paraphrase: of sentences and what follows from them .88 lie above, of the
# best of sixty unrelated sentences none. A contradiction lies above it as often as not: the
# words are shown, nothing is concluded.
MIN_SIMILARITY = 0.55
# Between two quotations of one speaker on one page the median is .36: below .3 the speaker
# talks of something else (63 pairs of the extraction pages, see docs/checkers.md).
MIN_SAME_SPEAKER = 0.3
MOST_SENTENCES = 60  # embedded per quotation: the ones that share most words with it
MIN_SHARED = 1  # content words
MIN_WORDS = 4
# Words that carry meaning which a quotation and the speaker's own words must share, and what share
# of the longer one, to be one utterance told otherwise.
MIN_ALIKE, MOSTLY = 4, 0.6


@dataclass(frozen=True, slots=True)
class Nearest:
    """Reported words near a quotation: where, the cosine, and the speaker where it is theirs.

    `speaker` is the name that the document gives to its own quotation of the person whom the
    claim names; "" for a sentence of the document.
    """

    document: Document
    words: str
    similarity: float
    speaker: str

    @property
    def same_sense(self) -> bool:
        """Close enough to be the same statement in other words (or its contrary)."""
        return self.similarity >= MIN_SIMILARITY


def nearest(
    quote: str, said_by: str, documents: Sequence[Document], embedder: Embedder | None
) -> Nearest | None:
    """The speaker's own words nearest to a quotation, else the sentence of the same sense.

    None without a model, or where nothing is near.
    """
    if embedder is None:
        return None
    own = _best(quote, list(_spoken(said_by, documents)), embedder)
    if own is not None and own.similarity >= MIN_SIMILARITY:
        return own
    told = _best(quote, _sentences(quote, said_by, documents), embedder)
    if told is not None and told.similarity >= MIN_SIMILARITY:
        return told
    return own if own is not None and own.similarity >= MIN_SAME_SPEAKER else None


def said_otherwise(quote: str, said_by: str, documents: Sequence[Document]) -> Nearest | None:
    """The speaker's own words that have most of the quotation's, and little else.

    "I would rather lose A than win on B" beside "rather win on B than lose A". A part of it, word
    for word, is nothing else.
    """
    ours, line = _telling(quote), _line(quote)
    for document, text, speaker in _spoken(said_by, documents, unnamed=True):
        theirs = _telling(text)
        shared = (ours & theirs).total()
        if _line(text) in line:
            continue
        if shared >= MIN_ALIKE and shared >= MOSTLY * max(ours.total(), theirs.total()):
            return Nearest(document, text, 1.0, speaker)
    return None


def _line(text: str) -> str:
    return " ".join(t.word for t in tokens(text))


def _telling(text: str) -> Counter[str]:
    return Counter(w.stem for w in words(text) if w.stem not in STOP)


Place = tuple[Document, str, str]  # where, the words, their speaker


def _best(quote: str, places: Sequence[Place], embedder: Embedder) -> Nearest | None:
    if not places:
        return None
    vectors = embedder.embed([quote, *(text for _, text, _ in places)])
    scores = vectors[1:] @ vectors[0]
    best = int(scores.argmax())
    document, text, speaker = places[best]
    return Nearest(document, text, float(scores[best]), speaker)


def _spoken(
    said_by: str, documents: Sequence[Document], *, unnamed: bool = False
) -> Iterator[Place]:
    """What the documents put between marks in the mouth of the speaker named.

    `unnamed`: and what they give to nobody by name in a paragraph that begins with the speaker.
    """
    surname = said_by.split()[-1] if said_by else ""
    count = 0
    for document in documents:
        if not surname or surname not in document.text:
            continue
        for quote in quotations(document.text):
            if len(words(quote.text)) < MIN_WORDS or count >= MOST_SENTENCES:
                continue
            led = unnamed and not quote.speaker and surname in lead(document.text, quote.start)
            if led or same_person(said_by, quote.speaker):
                count += 1
                yield document, quote.text, quote.speaker or said_by


def _sentences(quote: str, said_by: str, documents: Sequence[Document]) -> list[Place]:
    wanted = {w.stem for w in words(quote)} - STOP
    surname = {w.stem for w in words(said_by)[-1:]}
    scored: list[tuple[int, Document, str]] = []
    for document in documents:
        for start, end in sentence_spans(document.text):
            sentence = document.text[start:end]
            stems = {w.stem for w in words(sentence)}
            shared = len(wanted & stems) + len(surname & stems)
            if shared >= MIN_SHARED and len(stems) > MIN_WORDS:
                scored.append((shared, document, sentence))
    scored.sort(key=lambda s: -s[0])
    return [(d, t, "") for _, d, t in scored[:MOST_SENTENCES]]
