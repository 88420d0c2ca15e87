"""The shipped embedder gives the vectors of sentence-transformers, without importing it."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from verify.config import ModelSettings, Settings
from verify.errors import ModelError
from verify.loading import build_models
from verify.models.embedder import MiniLmEmbedder
from verify.models.embedder_named import NamedEmbedder
from verify.models.files import SHIPPED, minilm_folder
from verify.ports import Vectors

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = (ROOT / "seeds" / "pakistan-gaza-force.txt").read_text("utf-8")
ODD = (
    "",
    "   ",
    "a",
    "\tTabs and  spaces \n",
    "Zürich, São Paulo, Łódź – 東京 🎉",
    "it cost $3.5 billion (about €3bn), i.e. 4.5 % more",
    "word " * 600,
    "x" * 3000,
    "\x00\ufffd",
)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """An article's paragraphs, and what tokenizers stumble over."""
    return [*(line for line in SAMPLE.splitlines() if line), *ODD]


@pytest.fixture(scope="module")
def theirs(texts: list[str]) -> Vectors:
    """The vectors of sentence-transformers."""
    return NamedEmbedder(str(minilm_folder())).embed(texts)


def test_the_vectors_are_those_of_sentence_transformers(texts: list[str], theirs: Vectors) -> None:
    ours = MiniLmEmbedder().embed(texts)
    assert ours.shape == theirs.shape
    assert ours.dtype == theirs.dtype == np.float32
    assert np.abs(ours - theirs).max() < 1e-5


def test_a_text_has_the_same_vector_alone_and_among_others(texts: list[str]) -> None:
    embedder = MiniLmEmbedder(threads=1)
    together = embedder.embed(texts)
    alone = np.concatenate([embedder.embed([text]) for text in texts])
    assert np.abs(together - alone).max() < 1e-5


def test_no_texts_have_no_vectors() -> None:
    assert MiniLmEmbedder().embed([]).shape == (0, 384)
    assert NamedEmbedder(str(minilm_folder())).embed([]).shape == (0, 384)


def test_a_configured_model_goes_through_sentence_transformers(theirs: Vectors) -> None:
    named = build_models(Settings(models=ModelSettings(embedder=str(minilm_folder()))))
    shipped = build_models(Settings())
    first = SAMPLE.splitlines()[0]
    assert np.abs(named.embedder.embed([first]) - theirs[:1]).max() < 1e-5
    assert named.embedder.sha256 == shipped.embedder.sha256
    assert named.embedder.name != shipped.embedder.name


def test_an_unknown_model_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="nothing-here"):
        NamedEmbedder(str(tmp_path / "nothing-here")).embed(["a"])


def test_the_graph_that_ships_is_the_one_that_its_module_writes() -> None:
    pytest.importorskip("onnx", reason="the dev extra is not installed")
    from training.embedder_graph import graph

    made = graph().SerializeToString(deterministic=True)
    assert made == (SHIPPED / "embedder.onnx").read_bytes()


IMPORTS = """
import sys
from verify.config import Settings
from verify.loading import build_models

models = build_models(Settings())
models.embedder.embed(["a"])
models.grammar.parse(["A man left."])
models.stance.judge([("a", "b")])
models.worth.worth(["a"])
print(sorted({"torch", "transformers", "sentence_transformers", "sklearn"} & set(sys.modules)))
import torch  # what was left out is there for whoever wants it
"""


def test_the_shipped_models_do_without_torch_and_leave_it_usable() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


BOTH = """
import sys, threading
from verify.models.embedder_named import NamedEmbedder
from verify.models.files import minilm_folder
from verify.models.grammar import SpacyGrammar

grammar, embedder = SpacyGrammar(), NamedEmbedder(str(minilm_folder()))
threads = [threading.Thread(target=w) for w in (lambda: grammar.parse(["A man left."]),
                                                embedder.warm)]
[t.start() for t in threads]
[t.join() for t in threads]
print(embedder.embed(["a"]).shape, len(grammar.parse(["A man left."])[0]))
"""


def test_a_model_on_torch_and_the_parser_load_side_by_side() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BOTH], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "(1, 384) 4"


def test_threads_that_embed_at_once_get_their_own_vectors(texts: list[str]) -> None:
    embedder = MiniLmEmbedder(threads=1)
    expected = embedder.embed(texts)
    found: dict[int, Vectors] = {}

    def embed(number: int) -> None:
        found[number] = embedder.embed(texts[number:])

    threads = [threading.Thread(target=embed, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, vectors in found.items():
        assert np.abs(vectors - expected[number:]).max() < 1e-5
