"""What no program can go below: importing the libraries, loading the models, and their work.

    python -m benchmarks.floor ARTICLE PUBLISHED [CONFIG]

Run as a process of its own by `benchmarks.speed`. The libraries' imports and those of the
product's own modules are told apart, and garbage is looked for as seldom as the product does.
The models' work is measured inside the product's own pipeline, call by call; what lies between
the calls does not count.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

LIBRARIES = (
    "numpy pydantic cyclopts rich sqlalchemy httpx jinja2 rapidfuzz bm25s py3langid tokenizers "
    "safetensors onnxruntime"
).split()

# What a run imports one after the other, each with all that it imports itself.
OWN = (
    "verify.cli", "flows.run", "flows.job", "verify.loading", "verify.store", "verify.wiring",
    "verify.report.md",
)  # fmt: skip


def main(arguments: Sequence[str]) -> None:
    """Print the seconds as one JSON object."""
    article, published, *config = arguments
    from verify.process import collect_seldom

    collect_seldom()
    imports = import_libraries()
    own = import_own()
    from verify.config import load
    from verify.loading import build_models

    settings = load(Path(config[0]) if config and config[0] else None)
    models = build_models(settings)
    begun = time.perf_counter()
    load_all(models)
    loading = time.perf_counter() - begun
    clock = Clock()
    asyncio.run(check(article, published, settings, clock))
    print(json.dumps({"imports": imports, "own": own, "load": loading, "models": clock.seconds}))


def import_libraries() -> float:
    """Seconds that importing the libraries of a run takes, without what a run leaves out too."""
    from verify.models.torch_import import leaving_torch_out

    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    begun = time.perf_counter()
    for name in LIBRARIES:
        importlib.import_module(name)
    with leaving_torch_out():
        importlib.import_module("spacy")
    return time.perf_counter() - begun


def import_own() -> float:
    """Seconds that importing the product's own modules takes once the libraries are there."""
    begun = time.perf_counter()
    for name in OWN:
        importlib.import_module(name)
    return time.perf_counter() - begun


def load_all(models: Any) -> None:
    """Load all weights, and the model that tells languages."""
    from verify.web import language

    language.load()
    models.embedder.embed(["warm"])
    models.stance.judge([("warm", "warm")])
    models.worth.worth(["warm"])
    if models.grammar is not None:
        models.grammar.parse(["Warm."])


class Clock:
    """Adds up the time inside calls of the models."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def around(self, model: Any, method: str) -> Any:
        """The model with one method on the clock."""
        return _Clocked(model, method, self)


class _Clocked:
    def __init__(self, model: Any, method: str, clock: Clock) -> None:
        self._model = model
        self._method = method
        self._clock = clock

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._model, name)
        return self._counted(found) if name == self._method else found

    def _counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any) -> Any:
            begun = time.perf_counter()
            try:
                return call(*given)
            finally:
                self._clock.seconds += time.perf_counter() - begun

        return counted


async def check(article: str, published: str, settings: Any, clock: Clock) -> None:
    """The article through the product's pipeline with the models on the clock."""
    from verify.types import PartialDate
    from verify.wiring import open_desk

    async with open_desk(settings, environ=os.environ) as desk:
        models = replace(
            desk.models,
            embedder=clock.around(desk.models.embedder, "embed"),
            stance=clock.around(desk.models.stance, "judge"),
            worth=clock.around(desk.models.worth, "worth"),
            grammar=desk.models.grammar and clock.around(desk.models.grammar, "parse"),
        )
        timed = replace(desk, models=models)
        await timed.check(article, published=PartialDate(published))


if __name__ == "__main__":
    main(sys.argv[1:])
