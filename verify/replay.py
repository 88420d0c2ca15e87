"""A report made again from the archive alone, and what would be decided otherwise today."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from verify.archive import Archive
from verify.archive_fetchers import Recall
from verify.config import Settings
from verify.errors import SourceError, VerifyError
from verify.loading import build_models, with_language_model
from verify.pipeline import verify_article
from verify.ports import Source
from verify.report import RENDERERS
from verify.report.json import dumped, read_json, report_json
from verify.report.restore import restored
from verify.store import open_store
from verify.types import Article, Claim, Document, Gap, Reason, Report, Request, Snapshot
from verify.web.extract import PageExtractor
from verify.wiring import LOCAL, Desk, build_sources, reading

SLACK = timedelta(minutes=1)  # between the start of a run and its first question
EVERY = 1_000_000  # reports
ANY_KEY = "replayed"  # asks nobody; a source wants some key before it says what it would ask


@dataclass(frozen=True)
class Change:
    """One claim that is decided otherwise now. Labels are "" where the claim is not there."""

    text: str
    was: str
    now: str
    rule: str


@dataclass(frozen=True)
class Replayed:
    """The report made again.

    `different`: the files of the report that come out with other bytes, the time of making
    aside. `changes`: claims that get another label. `moved`: which of the report's makers
    (code, configuration, models, rules) are no longer what they were.
    """

    report: Report
    different: tuple[str, ...]
    changes: tuple[Change, ...]
    moved: tuple[str, ...]

    @property
    def same(self) -> bool:
        return not self.different


async def replay(
    path: Path, settings: Settings, *, environ: Mapping[str, str] = os.environ
) -> Replayed:
    """Make the report at `path` again, asking nobody. Raises VerifyError, ArchiveError."""
    value = read_json(path)
    old = restored(value)
    with reading() as extract, Archive(settings.path(settings.archive.path)) as archive:
        desk = _desk(old, _as_asked(settings, old), archive, extract, environ)
        made = await _again(old, desk)
    timed = _as_then(made, old)
    files = _different(timed, value, path)
    return Replayed(made, files, _changes(value, report_json(made)), _moved(old, made))


async def _again(old: Report, desk: Desk) -> Report:
    return await verify_article(
        replace(old.article, notes=old.notes),
        sources=desk.sources,
        fetcher=desk.fetcher,
        archive=desk.archive,
        models=desk.models,
        # The notes are the article's: they are those of the old report.
        setting=replace(desk.setting(old.made_at, old.as_of), notes=()),
    )


# --- the desk as it was ----------------------------------------------------------------------


def _as_asked(settings: Settings, old: Report) -> Settings:
    """With the sources that the report asked. Raises VerifyError where one is there no more."""
    wanted = [asked.source for asked in old.ledger]
    missing = [name for name in wanted if name not in settings.sources]
    if missing:
        raise VerifyError(
            f"the report asked {', '.join(missing)}, which the configuration no longer has: "
            "replay it with the configuration it was made with (--config)"
        )
    return settings.only(wanted)


def _desk(
    old: Report,
    settings: Settings,
    archive: Archive,
    extract: PageExtractor,
    environ: Mapping[str, str],
) -> Desk:
    """A desk whose every answer comes from the archive."""
    until = end_of_asking(old)
    among = {asked.source: frozenset(asked.answers) for asked in old.ledger}
    if not any(among.values()):  # a report of schema 1.0, which does not name them
        among = {}
    recall = Recall(archive, until, among=among, failures=old.gaps)
    keys = dict(environ)
    sources = build_sources(settings, keys, extract)
    keys |= _keys(sources, old.gaps)  # the sources read them when they are asked
    planned = tuple(_AsThen(s, old, _plan(s, old, archive, until)) for s in sources)
    models = with_language_model(build_models(settings), settings, recall, environ)
    return Desk(settings, planned, recall, archive, models, extract)


def _keys(sources: Sequence[Source], gaps: Sequence[Gap]) -> dict[str, str]:
    """A key for every source that had one then, so that no key is needed to replay."""
    without = {gap.source for gap in gaps if gap.reason is Reason.NO_KEY}
    named = {s.name: getattr(getattr(s, "settings", None), "key_env", "") for s in sources}
    return {
        variable: "" if name in without else ANY_KEY for name, variable in named.items() if variable
    }


def end_of_asking(old: Report) -> datetime:
    """When the report's last source had answered: what was fetched later is not its evidence."""
    stages = sum(seconds for _, seconds in old.provenance.timings)
    slowest = max((asked.seconds for asked in old.ledger), default=0.0)
    return old.made_at + timedelta(seconds=max(stages, slowest)) + SLACK


def _plan(source: Source, old: Report, archive: Archive, until: datetime) -> list[Request] | None:
    """What a local source asked for then: its folder may have changed since. None for a source
    whose questions follow from the claims."""
    answers = {d for asked in old.ledger if asked.source == source.name for d in asked.answers}
    if source.type not in LOCAL or not answers:
        return None
    kept = archive.fetched(old.made_at, until)
    found = [r for r, digest in kept if digest in answers and r.source == source.name]
    gaps = [g for g in old.gaps if g.source == source.name and g.stage == "fetch"]
    return found + [Request(g.url, source.name, claim_id=g.claim_id) for g in gaps]


class _AsThen:
    """A source that asks for what it asked for then, and fails where it failed then for want of
    time or of a file: neither follows from the answers."""

    def __init__(self, source: Source, old: Report, plan: list[Request] | None) -> None:
        self.name, self.type, self.tier = source.name, source.type, source.tier
        self.hits, self.terms, self.gaps = source.hits, source.terms, source.gaps
        self._source, self._plan = source, plan
        own = [gap for gap in old.gaps if gap.source == source.name]
        self._unplanned = [g for g in own if g.stage == "search" and source.type in LOCAL]
        self._unread = {
            (g.url, g.claim_id): g
            for g in own
            if g.stage == "extract" and g.reason is Reason.TIMEOUT and g.url
        }

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """As then. Raises SourceError."""
        for gap in self._unplanned:
            raise SourceError(gap.reason, gap.detail)
        return self._source.search(claims, article) if self._plan is None else self._plan

    def read(self, snapshot: Snapshot) -> Sequence[Document]:
        """As then. Raises SourceError."""
        gap = self._unread.get((snapshot.request.url, snapshot.request.claim_id))
        if gap is not None:
            raise SourceError(gap.reason, gap.detail)
        return self._source.read(snapshot)


# --- what came out otherwise -----------------------------------------------------------------


def _as_then(made: Report, old: Report) -> Report:
    """The report as it would read had it taken the time it took then, with the makers of then."""
    seconds = {asked.source: asked.seconds for asked in old.ledger}
    ledger = tuple(replace(a, seconds=seconds.get(a.source, a.seconds)) for a in made.ledger)
    return replace(made, ledger=ledger, provenance=old.provenance)


def _different(report: Report, old: Mapping[str, Any], path: Path) -> tuple[str, ...]:
    """The files of the report whose bytes differ. Where a reviewer has written into them, the
    JSON is compared without the reviews, and nothing else."""
    new = report_json(report)
    if any(claim.get("review") for claim in old["claims"]):
        same = _bare(old) == _bare(new)
        return () if same else ("report.json",)
    if not path.is_dir():
        return () if dumped(old) == dumped(new) else (path.name,)
    there = [r for r in RENDERERS.values() if (path / r.file).exists()]
    kept = {r.file: (path / r.file).read_text("utf-8") for r in there}
    return tuple(r.file for r in there if r.render(report) != kept[r.file])


def _bare(report: Mapping[str, Any]) -> dict[str, Any]:
    """A report without reviews, which are not the program's work."""
    bare = [{k: v for k, v in c.items() if k != "review"} for c in report["claims"]]
    return {**report, "claims": bare}


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


def _moved(old: Report, new: Report) -> tuple[str, ...]:
    """Which of code, configuration, models and rules are other than they were."""
    was, now = old.provenance, new.provenance
    parts = ("code", "config", "models", "rules")
    return tuple(p for p in parts if _plain(getattr(was, p)) != _plain(getattr(now, p)))


def _plain(value: Any) -> Any:
    return value if isinstance(value, str) else dict(value)


# --- what must be kept for it -----------------------------------------------------------------


def kept_reports(settings: Settings) -> list[Report]:
    """Every report below the configured folder, and every other that the database knows.

    Raises VerifyError for one that cannot be read: what it rests on is then not known.
    """
    found = set(settings.path(settings.report.out).glob("*/report.json"))
    with open_store(settings) as store:
        found |= {
            Path(line.folder) / "report.json"
            for line in store.reports(superseded=True, limit=EVERY)
        }
    return [restored(read_json(path)) for path in sorted(found) if path.exists()]


def rests_on(report: Report, archive: Archive) -> set[str]:
    """The sha256 of all that was fetched for a report: its evidence, the answers that led
    there, and what its models were told while it was made."""
    evidence = {e.passage.document.snapshot_sha256 for v in report.verdicts for e in v.evidence}
    answers = {digest for asked in report.ledger for digest in asked.answers}
    meanwhile = archive.fetched(report.made_at, end_of_asking(report))
    return evidence | answers | {digest for _, digest in meanwhile}
