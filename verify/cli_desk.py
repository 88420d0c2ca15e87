"""The desk's commands: archive, reports, replay, recheck, watch, review."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Parameter

from verify.config import load
from verify.errors import ConfigError, VerifyError
from verify.options import Config
from verify.process import finish
from verify.terminal import complain, show, tell

archive_app = App(name="archive", help="What was fetched: size, hashes, WARC export and import.")


def _with_archive(config: Path | None, work: Callable[[Any], str]) -> None:
    from verify.archive import Archive

    settings = load(config)
    with Archive(settings.path(settings.archive.path)) as kept:
        show(work(kept))


@archive_app.default
def archive(*, config: Config = None) -> None:
    """How much is kept."""
    _with_archive(config, lambda a: str(a.size()))


@archive_app.command(name="export")
def archive_export(file: Path, *, config: Config = None) -> None:
    """Write everything as WARC 1.1 (FILE.warc.gz)."""
    _with_archive(config, lambda a: f"{a.export_warc(file)} records written to {file}")


@archive_app.command(name="import")
def archive_import(file: Path, *, config: Config = None) -> None:
    """Add the records of a WARC file."""
    _with_archive(config, lambda a: f"{a.import_warc(file)} records read from {file}")


@archive_app.command(name="verify")
def archive_verify(*, config: Config = None) -> int:
    """Hash every record again; status 1 where one does not match."""
    from verify.archive import Archive

    settings = load(config)
    with Archive(settings.path(settings.archive.path)) as kept:
        damage = kept.verify_hashes()
    show(str(damage))
    return 0 if damage.sound else 1


@archive_app.command(name="prune")
def archive_prune(*, config: Config = None) -> None:
    """Remove what no report rests on and is older than `archive.keep_days`."""
    from datetime import UTC, datetime, timedelta

    from verify.replay import kept_reports, rests_on

    settings = load(config)
    reports = kept_reports(settings)
    before = datetime.now(UTC) - timedelta(days=settings.archive.keep_days)

    def prune(archive: Any) -> str:
        cited = {digest for report in reports for digest in rests_on(report, archive)}
        return f"{archive.prune(cited, before)} records removed; {len(reports)} reports keep theirs"

    _with_archive(config, prune)


def reports(
    search: str = "",
    /,
    *,
    label: Annotated[str, Parameter(help="only reports with a verdict of that label")] = "",
    since: Annotated[str, Parameter(help="only runs since that day")] = "",
    superseded: Annotated[bool, Parameter(negative=())] = False,
    limit: int = 50,
    config: Config = None,
) -> None:
    """List the reports made so far, newest first; words search articles and claims."""
    from verify.store import open_store

    settings = load(config)
    with open_store(settings) as store:
        found = store.reports(search, label=label, since=since, superseded=superseded, limit=limit)
    for line in found:
        counts = ", ".join(f"{number} {name}" for name, number in line.labels)
        later = f"  superseded by {line.successor}" if line.successor else ""
        show(f"{line.begun_at[:16]}  {line.title or line.origin}  ({counts})  {line.folder}{later}")
    if not found:
        tell("no report yet" if not search else f"no report mentions {search!r}")


def replay(
    report: Path,
    /,
    *,
    out: Annotated[Path | None, Parameter(help="write the report made again there")] = None,
    config: Config = None,
) -> int:
    """Make a report again from the archive alone; status 1 where it comes out otherwise."""
    from verify.replay import replay as replayed
    from verify.report import write

    settings = load(config)
    made = finish(replayed(report, settings))
    for change in made.changes:
        show(f"{change.was or '(new)'} → {change.now or '(gone)'}: {change.text} [{change.rule}]")
    moved = f" (changed since: {', '.join(made.moved)})" if made.moved else ""
    other = f"the report comes out otherwise: {', '.join(made.different)}"
    show(("the same report, byte for byte" if made.same else other) + moved)
    if not made.same and not made.changes:
        show("no claim is decided otherwise")
    if out is not None:
        show(f"Report: {write(made.report, out, settings.report.formats)}")
    return 0 if made.same else 1


def recheck(
    search: str = "",
    /,
    *,
    since_days: int = 90,
    limit: int = 50,
    offline: Annotated[bool, Parameter(negative=())] = False,
    out: Path | None = None,
    config: Config = None,
) -> None:
    """Check old reports against today's evidence; writes one digest of what changed."""
    from flows.run import run_recheck

    settings = load(config)
    digest, page = finish(
        run_recheck(
            settings,
            out=out or settings.path(settings.report.out),
            search=search,
            since_days=since_days,
            limit=limit,
            offline=offline,
        )
    )
    show(digest)
    tell(f"Digest: {page}")


def watch(
    *,
    every_minutes: float | None = None,
    once: Annotated[bool, Parameter(negative=(), help="one round, then end")] = False,
    out: Path | None = None,
    config: Config = None,
) -> None:
    """Check what is new in the feeds, sitemaps, lists and folders of `[watch]`, again and again."""
    from flows.run import run_watch

    settings = load(config)
    watched = settings.watch
    if not (watched.feeds or watched.sitemaps or watched.lists or watched.folders):
        raise ConfigError("nothing to watch: name feeds, sitemaps, lists or folders under [watch]")

    def told(checked: Any) -> None:
        if checked.error:
            complain(checked.error)
        else:
            show(f"{checked.origin}  {checked.folder or ''}")
            if checked.note:
                tell(checked.note)

    asyncio.run(
        run_watch(
            settings,
            told=told,
            out=out or settings.path(settings.report.out),
            formats=settings.report.formats,
            every_minutes=every_minutes,
            once=once,
        )
    )


review_app = App(name="review", help="Reviewers' decisions: in a page, or from the Markdown files.")


@contextmanager
def _desk_reviews(config: Path | None) -> Iterator[tuple[Path, Any]]:
    """The folder of reports, and the decisions kept in the database."""
    from verify.store import open_store

    settings = load(config)
    with open_store(settings) as store:
        yield settings.path(settings.report.out), store.decisions


@review_app.default
def review(*, port: int = 0, config: Config = None) -> None:
    """Serve the review page on this machine, until Ctrl-C. It has no accounts."""
    from verify.review.serve import serve

    with _desk_reviews(config) as (out, decisions):
        serve(out, decisions, port=port, announce=lambda address: show(f"Review: {address}"))


@review_app.command(name="sync")
def review_sync(
    *reports: Path,
    reviewer: Annotated[str, Parameter(help="who signs lines without a name")] = "",
    config: Config = None,
) -> int:
    """Read reviewers' lines back from report.md files; all reports where none is named."""
    from verify.report.folder import rewrite
    from verify.report.json import read_json
    from verify.report.words import count
    from verify.review.sync import sync

    status = 0
    with _desk_reviews(config) as (out, decisions):
        for path in reports or sorted(out.glob("*/report.md")):
            file = path / "report.md" if path.is_dir() else path
            try:
                done = sync(file, decisions, reviewer=reviewer)
                article = read_json(file.parent)["article"]["sha256"]
                rewrite(file.parent, decisions.all(article))
            except VerifyError as error:
                status = complain(error)
                continue
            show(f"{file}: {count(len(done.added), 'new decision')}")
    return status


@review_app.command(name="export")
def review_export(file: Path, *, config: Config = None) -> None:
    """Write every decision as JSON lines."""
    from verify.report.words import count
    from verify.review.export import export_rows

    with _desk_reviews(config) as (out, decisions):
        show(f"{count(export_rows(out, decisions, file), 'decision')} written to {file}")


@review_app.command(name="cases")
def review_cases(file: Path, *, config: Config = None) -> None:
    """Write what reviewers decided otherwise as rows for benchmarks.verdict."""
    from verify.report.words import count
    from verify.review.export import export_cases

    with _desk_reviews(config) as (out, decisions):
        show(f"{count(export_cases(out, decisions, file), 'case')} written to {file}")


@review_app.command(name="agreement")
def review_agreement(
    *,
    json_: Annotated[bool, Parameter(name="--json", negative=())] = False,
    config: Config = None,
) -> None:
    """How often reviewers agree with us: over all, by kind and by confidence."""
    from verify.review.export import agreement, agreement_json, everything

    with _desk_reviews(config) as (out, decisions):
        made = everything(out, decisions)
    if json_:
        show(agreement_json(made).rstrip())
        return
    for one in agreement(made):
        share = f"{one.share:.0%}" if one.n else "–"
        show(f"{one.group:<28} {one.agreed:>5} of {one.n:<5} {share:>5}")


def register(app: App) -> None:
    """Add the desk's commands to the command line."""
    app.command(archive_app)
    app.command(review_app)
    for command in (reports, replay, recheck, watch):
        app.command(command)
