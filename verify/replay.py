"""A report made again from the archive alone, and what would be decided otherwise today."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from verify.archive import Archive, ArchiveFetcher
from verify.config import Settings
from verify.errors import VerifyError
from verify.pipeline import Setting, verify_article
from verify.report.json import read_json, report_json
from verify.types import Article, Dated, PartialDate, Report
from verify.web.extract import PageExtractor
from verify.wiring import Desk, build_models, build_sources, reading

# What a replay cannot and need not repeat: how long things took, what reviewers have said since.
PASSING = ("made_at", "ledger", "provenance")
SLACK = timedelta(minutes=1)  # between the start of a run and its first question


@dataclass(frozen=True)
class Change:
    """One claim that is decided otherwise now. Labels are "" where the claim is not there."""

    text: str
    was: str
    now: str
    rule: str


@dataclass(frozen=True)
class Replayed:
    """The report made again. `same`: equal but for times; `moved`: what of its makers changed."""

    report: Report
    same: bool
    changes: tuple[Change, ...]
    moved: tuple[str, ...]


async def replay(
    path: Path, settings: Settings, *, environ: Mapping[str, str] = os.environ
) -> Replayed:
    """Make the report at `path` again, asking nobody. Raises VerifyError, ArchiveError."""
    old = read_json(path)
    with reading() as extract, Archive(settings.path(settings.archive.path)) as archive:
        return await _again(old, settings, environ, archive, extract)


async def _again(
    old: Mapping[str, Any],
    settings: Settings,
    environ: Mapping[str, str],
    archive: Archive,
    extract: PageExtractor,
) -> Replayed:
    desk = Desk(
        settings,
        build_sources(settings, environ, extract),
        ArchiveFetcher(archive, as_of=_end_of_asking(old)),
        archive,
        build_models(settings),
        extract,
    )
    made = await verify_article(
        article_of(old),
        sources=_asked(desk, old),
        fetcher=desk.fetcher,
        archive=archive,
        models=desk.models,
        setting=Setting(
            now=datetime.fromisoformat(old["made_at"]),
            as_of=date.fromisoformat(old["as_of"]),
            provenance=desk.provenance(),
            families=settings.families,
            notes=(),
        ),
    )
    new = report_json(made)
    return Replayed(made, _lasting(old) == _lasting(new), _changes(old, new), _moved(old, new))


def _asked(desk: Desk, old: Mapping[str, Any]) -> list[Any]:
    """The sources that the report asked. Raises VerifyError where one is configured no more."""
    wanted = [row["source"] for row in old["ledger"]]
    known = {s.name: s for s in desk.sources}
    missing = [name for name in wanted if name not in known]
    if missing:
        raise VerifyError(
            f"the report asked {', '.join(missing)}, which the configuration no longer has: "
            "replay it with the configuration it was made with (--config)"
        )
    return [known[name] for name in wanted]


def _end_of_asking(old: Mapping[str, Any]) -> datetime:
    """When the report's last source had answered: what was fetched later is not its evidence."""
    slowest = max((row["seconds"] for row in old["ledger"]), default=0.0)
    return datetime.fromisoformat(old["made_at"]) + timedelta(seconds=slowest) + SLACK


def article_of(report: Mapping[str, Any]) -> Article:
    """The article that a JSON report was made of."""
    kept = report["article"]
    published = kept.get("published")
    instant = kept.get("published_instant")
    dated = (
        Dated(
            PartialDate(published),
            kept.get("published_found_in") or "",
            datetime.fromisoformat(instant) if instant else None,
        )
        if published
        else None
    )
    return Article(
        title=kept["title"],
        text=kept["text"],
        url=kept["url"],
        published=dated,
        language=kept["language"],
        sha256=kept["sha256"],
        origin=kept.get("origin") or "",
        author=kept.get("author"),
        publisher=kept.get("publisher"),
        notes=tuple(report.get("notes", ())),
    )


def _lasting(report: Mapping[str, Any]) -> dict[str, Any]:
    """The report without what passes; a review is not the program's work."""
    kept = {k: v for k, v in report.items() if k not in PASSING}
    kept["claims"] = [{k: v for k, v in c.items() if k != "review"} for c in report["claims"]]
    return kept


def _changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    before = {(c["text"], *c["span"]): c["verdict"] for c in old["claims"]}
    after = {(c["text"], *c["span"]): c["verdict"] for c in new["claims"]}
    changes = []
    for key in sorted({*before, *after}, key=lambda k: (k[1], k[2], k[0])):
        was, now = before.get(key, {}), after.get(key, {})
        if was.get("label") != now.get("label"):
            changes.append(
                Change(str(key[0]), was.get("label", ""), now.get("label", ""), now.get("rule", ""))
            )
    return tuple(changes)


def _moved(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """Which of code, configuration, models and rules are other than they were."""
    was, now = old["provenance"], new["provenance"]
    return tuple(k for k in ("code", "config", "models", "rules") if was.get(k) != now.get(k))
