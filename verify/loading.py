"""Which models the configuration names, and loading them while pages are being fetched."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

from verify.config import ModelSettings, Settings
from verify.errors import ModelError
from verify.models.asked_stance import AskedStance
from verify.models.embedder import MiniLmEmbedder
from verify.models.embedder_named import NamedEmbedder
from verify.models.grammar import SpacyGrammar
from verify.models.language_model import LanguageModel
from verify.models.remembered import Remembering
from verify.models.stance import WEIGHTS, Abstaining, NliStance, OnnxStance
from verify.models.worth import WorthClassifier
from verify.pipeline import Models
from verify.ports import Embedder, Fetcher, StanceModel
from verify.web import language

ASKED = "language_model"  # as `models.stance`: the configured language model judges

_loading: dict[int, threading.Thread] = {}


def build_models(settings: Settings) -> Models:
    """The models that the configuration names, one set a process; nothing is loaded yet."""
    return _models(settings.models, settings.path(Path(settings.models.stance)))


@cache
def _models(asked: ModelSettings, folder: Path) -> Models:
    threads = asked.threads or None
    stance: StanceModel
    if asked.stance == "":
        stance = OnnxStance(threads=threads)
    elif asked.stance in ("none", ASKED):  # the language model is put in once a client is open
        stance = Abstaining()
    elif (folder / WEIGHTS).is_file():
        stance = OnnxStance(folder, threads=threads)
    else:
        stance = NliStance(asked.stance)
    embedder: Embedder = MiniLmEmbedder(threads=threads)
    if asked.embedder:
        embedder = NamedEmbedder(asked.embedder)
    return Models(Remembering(embedder), stance, WorthClassifier(), SpacyGrammar())


def with_language_model(
    models: Models, settings: Settings, fetcher: Fetcher, environ: Mapping[str, str]
) -> Models:
    """The models with the configured language model, where there is one.

    It splits claims, and judges stance where `models.stance` is "language_model".
    """
    asked = settings.models.language_model
    if asked is None:
        return models
    key = environ.get(asked.key_env, "")
    model = LanguageModel(fetcher, address=asked.url, model=asked.model, key=key)
    if settings.models.stance == ASKED:
        loop = asyncio.get_running_loop()
        models = replace(models, stance=AskedStance(model, loop, limit_s=asked.timeout_s))
    return replace(models, splitter=model, splitter_limit_s=asked.timeout_s)


def warm(models: Models) -> None:
    """Load weights in the background, while pages are being fetched; once for each model."""
    grammar = models.grammar
    loaders: list[tuple[object, Callable[[], object] | None]] = [
        # The article's language is told before its claims are read, those before the rest;
        # parsing nothing loads the parser.
        (language, language.load),
        (grammar, (lambda: grammar.parse(())) if grammar else None),
        *((m, getattr(m, "warm", None)) for m in (models.stance, models.embedder)),
    ]
    for model, loading in loaders:
        if loading and id(model) not in _loading:
            thread = threading.Thread(
                target=_load, args=(model, loading), name="warm-model", daemon=True
            )
            _loading[id(model)] = thread
            thread.start()


def _load(model: object, load: Callable[[], object]) -> None:
    # A model that cannot be loaded says so when it is asked to judge.
    with suppress(ModelError):
        load()
        # A report names the weights by their hash. Hashing 110 MB needs no Python; it would be
        # waited for later.
        getattr(model, "sha256", None)


@contextmanager
def loading(settings: Settings) -> Iterator[None]:
    """The configured models load while the block runs; none is left half loaded at its end."""
    warm(build_models(settings))
    try:
        yield
    finally:
        finish_loading()


def finish_loading() -> None:
    """Wait for weights on their way: a process that ends in mid-load is aborted by the runtime."""
    for thread in list(_loading.values()):
        thread.join()
    _loading.clear()
