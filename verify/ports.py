"""What the pipeline needs from outside, as protocols. Adapters and test fakes fill them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from verify.types import (
    Article,
    Claim,
    Document,
    Entailment,
    Evidence,
    Finding,
    Gap,
    OfficeTerm,
    Passage,
    Ranked,
    Request,
    Snapshot,
    Tier,
)

Vectors = NDArray[np.float32]

Progress = Callable[[str, str], None]  # stage, what is being done


def silent(stage: str, what: str) -> None:
    """Progress that nobody watches."""


class Fetcher(Protocol):
    """Brings the bytes behind a request."""

    async def fetch(self, request: Request) -> Snapshot:
        """The snapshot, status 2xx only. Raises FetchError with a Reason otherwise."""
        ...


class Archive(Protocol):
    """Keeps every snapshot that evidence may rest on."""

    def put(self, snapshot: Snapshot) -> None:
        """Store it, once per url and sha256. Raises ArchiveError."""
        ...

    def find(self, request: Request) -> Snapshot | None:
        """The newest stored answer to the same request (method, url, body), or None."""
        ...


class Source(Protocol):
    """A place where we look. It plans requests and reads snapshots; it opens no socket."""

    name: str
    type: str
    tier: Tier

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """The first requests: searches, or pages whose address is known. [] where none fit.

        Raises SourceError where the source cannot be asked at all (no key …).
        """
        ...

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """Further requests that an answer leads to: pages found, the next page of results.

        Raises SourceError for an answer that the protocol calls an error.
        """
        ...

    def read(self, snapshot: Snapshot) -> Sequence[Document]:
        """The documents in an answer; [] where it only leads on. Raises SourceError."""
        ...

    def terms(self, snapshot: Snapshot) -> Sequence[OfficeTerm]:
        """The office terms in an answer; [] for most sources. Raises SourceError."""
        ...

    def gaps(self, snapshot: Snapshot) -> Sequence[Gap]:
        """What a usable answer says it could not look at (engines that did not respond …)."""
        ...


class Named(Protocol):
    """A model that a report can name."""

    @property
    def name(self) -> str:
        """What the model is called."""
        ...

    @property
    def sha256(self) -> str:
        """Hash of its weights."""
        ...


class Embedder(Named, Protocol):
    """Sentence embeddings."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (texts, dimensions). Raises ModelError."""
        ...


class StanceModel(Named, Protocol):
    """Judges what a passage does to a claim."""

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Entailment]:
        """One Entailment for each (passage text, claim text), in order. Raises ModelError."""
        ...


class WorthModel(Named, Protocol):
    """Scores check-worthiness."""

    def worth(self, texts: Sequence[str]) -> Sequence[float]:
        """A calibrated probability for each text. Raises ModelError."""
        ...


class Word(NamedTuple):
    """One word of a parsed text. `head` is the index of the word it depends on (the root: its own).

    `tag` is of the Penn Treebank, `dep` of the ClearNLP labels, `entity` of OntoNotes or "".
    """

    start: int
    end: int
    tag: str
    dep: str
    head: int
    entity: str


class Grammar(Named, Protocol):
    """Parses sentences."""

    def parse(self, texts: Sequence[str]) -> Sequence[Sequence[Word]]:
        """For each text, its words as one dependency tree, white space left out.

        Raises ModelError.
        """
        ...


class OfficeTerms(Protocol):
    """Office terms, found by name."""

    def of(self, name: str) -> Sequence[OfficeTerm]:
        """Terms of every person the name can mean (any order, transliteration, surname)."""
        ...

    def holders(self, office: str, jurisdiction: str, on: date) -> Sequence[OfficeTerm]:
        """Terms of that office and jurisdiction that may have been running on a day."""
        ...


@dataclass(frozen=True)
class Case:
    """All that a checker may look at for one claim."""

    article: Article
    claims: tuple[Claim, ...]  # every claim of the article, in reading order
    evidence: tuple[Evidence, ...]  # the judged passages for this claim, best first
    ranked: tuple[Ranked, ...]  # the ranked passages for this claim, best first
    documents: tuple[Document, ...]  # all documents that any source brought
    terms: OfficeTerms
    on: date | None  # the day the article is held to; None where it is undated
    embedder: Embedder | None = None
    # What a passage itself states, as claims whose offsets are its document's.
    stated: Callable[[Passage], Sequence[Claim]] | None = None

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The judged passages, best first: one value, so that what is read of them is kept."""
        return tuple(e.passage for e in self.evidence)

    @cached_property
    def near(self) -> tuple[Passage, ...]:
        """The same; of a prediction, of which none is judged, those ranked best."""
        return self.passages or tuple(r.passage for r in self.ranked)


@runtime_checkable
class Checker(Protocol):
    """A deterministic checker."""

    name: str

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """What could be established; [] where nothing is certain. Never raises on any text."""
        ...


class Extractor(Protocol):
    """Turns the bytes of a page into a document."""

    def __call__(self, snapshot: Snapshot) -> Document:
        """Title, main text, publisher, date … of the page.

        `source` is the request's, `tier` the default (the source sets its own).
        Raises SourceError: paywall, consent_wall, not_an_article, empty,
        unsupported_type, bad_answer, timeout.
        """
        ...
