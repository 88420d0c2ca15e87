"""`verify doctor`: what a run will need, looked at one by one; each good, or what to do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from verify.errors import ConfigError, ModelError, StoreError

if TYPE_CHECKING:
    from verify.config import Settings

LITTLE_SPACE = 500_000_000  # bytes: a day of pages and reports of a small desk
PROBE = "The bridge opened in May."


@dataclass(frozen=True)
class Check:
    """One thing that was looked at: good, or what to do about it."""

    name: str
    good: bool
    detail: str


def examine(settings: Settings, environ: Mapping[str, str]) -> tuple[Check, ...]:
    """Look at everything a run needs. Asks no live source (`verify sources test` does)."""
    return tuple(Check(name, *look(settings, environ)) for name, look in CHECKS)


def _configuration(settings: Settings, environ: Mapping[str, str]) -> tuple[bool, str]:
    enabled = [n for n, t in settings.sources.items() if t.get("enabled", True)]
    if not enabled:
        return False, "no source is configured: add one to verify.toml"
    return True, f"{len(enabled)} sources: {', '.join(enabled)}"


def _models(settings: Settings, environ: Mapping[str, str]) -> tuple[bool, str]:
    from verify.loading import build_models

    try:
        models = build_models(settings)
        models.embedder.embed([PROBE])
        models.stance.judge([(PROBE, PROBE)])
        models.worth.worth([PROBE])
        names = [models.embedder.name, models.stance.name, models.worth.name]
        if models.grammar is not None:
            models.grammar.parse([PROBE])
            names.append(models.grammar.name)
    except ModelError as error:
        return False, f"{error}: install the package again, or correct [models]"
    return True, ", ".join(names)


def _sources(settings: Settings, environ: Mapping[str, str]) -> tuple[bool, str]:
    from verify.wiring import build_sources

    try:
        built = build_sources(settings, environ)
    except ConfigError as error:
        return False, str(error)
    missing = [
        f"{name} ({path})"
        for name, table in settings.sources.items()
        if table.get("enabled", True) and (path := table.get("path"))
        if not settings.path(Path(str(path))).exists()
    ]
    if missing:
        return False, f"not there: {', '.join(missing)}; correct `path` under [sources]"
    return True, f"{len(built)} can be built; `verify sources test` asks them"


def _database(settings: Settings, environ: Mapping[str, str]) -> tuple[bool, str]:
    from verify.store import open_store

    try:
        with open_store(settings) as store:
            store.reports(limit=1)
            with store.lease("doctor", 1):  # whether it can be written
                pass
            return True, store.engine.url.render_as_string(hide_password=True)
    except StoreError as error:
        return False, str(error)


def _disk(settings: Settings, environ: Mapping[str, str]) -> tuple[bool, str]:
    for path in (settings.path(settings.report.out), settings.path(settings.archive.path)):
        there = next(p for p in (path, *path.resolve().parents) if p.exists())
        if not there.is_dir() or not os.access(there, os.W_OK):
            return False, f"{path} cannot be written: correct its permissions, or name another"
        free = shutil.disk_usage(there).free
        if free < LITTLE_SPACE:
            return False, f"{free / 1e6:.0f} MB free at {there}: make room"
    return True, f"{free / 1e9:.0f} GB free"


def _prefect(settings: Settings, environ: Mapping[str, str]) -> tuple[bool, str]:
    from importlib.metadata import PackageNotFoundError, version
    from urllib.error import URLError
    from urllib.request import ProxyHandler, build_opener

    try:
        installed = version("prefect")
    except PackageNotFoundError:
        return False, "Prefect is not installed: install the package again"
    address = environ.get("PREFECT_API_URL", "").strip()
    if not address:
        return True, f"{installed}; no server is configured: `--flow` starts one for a run"
    try:
        with build_opener(ProxyHandler({})).open(f"{address.rstrip('/')}/health", timeout=5):
            return True, f"{installed}; the server at {address} answers"
    except (URLError, OSError, ValueError):
        return False, (
            f"the server at {address} does not answer: start it with `prefect server start`, "
            "or unset PREFECT_API_URL"
        )


Look = Callable[["Settings", Mapping[str, str]], tuple[bool, str]]

CHECKS: tuple[tuple[str, Look], ...] = (
    ("configuration", _configuration),
    ("models", _models),
    ("sources", _sources),
    ("database", _database),
    ("disk", _disk),
    ("Prefect", _prefect),
)
