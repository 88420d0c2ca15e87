"""The command line: `verify`. Messages go to standard error, results to standard output.

Exit status: 0 done; 2 wrong usage; 3 the article could not be read; 4 not one
source could be asked; 1 anything else. An error is one line, never a traceback
(VERIFY_DEBUG=1 shows it).
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, CycloptsError, Parameter
from rich.console import Console
from rich.table import Table

from verify.config import Settings, load
from verify.errors import ArticleError, UsageError, VerifyError
from verify.types import PartialDate

if TYPE_CHECKING:
    from verify.pipeline import Progress

app = App(
    name="verify",
    help="Checks an article claim by claim: what holds, what does not, what could not be established.",
    version_flags=["--version"],
)
archive_app = App(name="archive", help="What was fetched: size, hashes, WARC export and import.")
sources_app = App(
    name="sources", help="The configured sources; `test` asks each a harmless question."
)
review_app = App(name="review", help="Reviewers' decisions: in a page, or from the Markdown files.")
for part in (archive_app, sources_app, review_app):
    app.command(part)

Config = Annotated[Path | None, Parameter(name="--config", help="configuration file")]
Published = Annotated[
    str | None, Parameter(help="when the article was published: 2025-12-20, 2025-12 or 2025")
]

errors = Console(stderr=True, highlight=False)
output = Console(highlight=False)


def main(tokens: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit status."""
    sys.exit(run(list(tokens) if tokens is not None else None))


def run(tokens: list[str] | None = None) -> int:
    """Run one command; returns the exit status. No exception leaves but in VERIFY_DEBUG."""
    try:
        found = app(tokens, exit_on_error=False, print_error=False, result_action="return_value")
        return found if isinstance(found, int) else 0
    except CycloptsError as error:
        return _said(UsageError(f"{_one_line(error)} (verify --help shows the commands)"))
    except VerifyError as error:
        return _said(error)
    except KeyboardInterrupt:
        return _said(VerifyError("interrupted; what was fetched is kept in the archive"))
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; Python would complain at exit
        return 1
    except Exception as error:
        if os.environ.get("VERIFY_DEBUG"):
            raise
        what = f"{type(error).__name__}: {_one_line(error)}"
        return _said(VerifyError(f"unexpected {what} (VERIFY_DEBUG=1 shows where)"))


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())


def _said(error: VerifyError) -> int:
    errors.print(f"verify: {_one_line(error)}", markup=False, soft_wrap=True)
    return error.status


def _wait(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(work)


def partial_date(text: str | None, option: str) -> PartialDate | None:
    """The value of a date option. Raises UsageError."""
    if text is None:
        return None
    try:
        return PartialDate(text)
    except ValueError as error:
        raise UsageError(
            f"{option} {text!r} is no date: write 2025-12-20, 2025-12 or 2025"
        ) from error


def _day(text: str | None, option: str) -> date | None:
    found = partial_date(text, option)
    return found.last if found else None


def _stdin(articles: Sequence[str]) -> bytes | None:
    if "-" not in articles:
        return None
    if sys.stdin is None or sys.stdin.isatty():
        errors.print("reading the article from standard input; end it with Ctrl-D", markup=False)
    return sys.stdin.buffer.read()


def _settings(config: Path | None, source: Sequence[str] = ()) -> Settings:
    settings = load(config)
    return settings.only(source) if source else settings


def _progress(quiet: bool) -> Progress:
    """A line a stage on a terminal; nothing with --quiet or into a file."""
    from verify.pipeline import silent

    if quiet or not errors.is_terminal:
        return silent
    return lambda stage, what: errors.print(f"  [dim]{stage:<10}[/] {what}", highlight=False)


# --- check -----------------------------------------------------------------------------------


@app.command
def check(
    *articles: str,
    published: Published = None,
    as_of: Annotated[str | None, Parameter(help="evidence published later is left out")] = None,
    config: Config = None,
    source: Annotated[tuple[str, ...], Parameter(help="only this source (repeatable)")] = (),
    offline: Annotated[bool, Parameter(negative=(), help="ask no live source")] = False,
    out: Annotated[Path | None, Parameter(help="folder for reports")] = None,
    format: Annotated[str | None, Parameter(help="md,html,json,claimreview,csv")] = None,
    json_: Annotated[
        bool, Parameter(name="--json", negative=(), help="the JSON report on stdout")
    ] = False,
    flow: Annotated[bool, Parameter(negative=(), help="run as a Prefect flow")] = False,
    quiet: Annotated[bool, Parameter(negative=())] = False,
    open_: Annotated[bool, Parameter(name="--open", negative=(), help="open the report")] = False,
) -> int:
    """Check articles: paths, addresses, or - for standard input."""
    if not articles:
        raise UsageError("name an article: verify check ARTICLE (a path, an address or -)")
    from flows.run import run_check

    settings = _settings(config, source)
    checked = _wait(
        run_check(
            list(dict.fromkeys(articles)),
            settings,
            flow=flow,
            published=partial_date(published, "--published"),
            as_of=_day(as_of, "--as-of"),
            offline=offline,
            stdin=_stdin(articles),
            out=out or settings.path(settings.report.out),
            formats=_formats(format, settings),
            progress=_progress(quiet or json_),
            environ=os.environ,
        )
    )
    return _announce(checked, as_json=json_, quiet=quiet, opened=open_)


def _formats(asked: str | None, settings: Settings) -> tuple[str, ...]:
    from verify.report import RENDERERS

    if asked is None:
        return settings.report.formats
    chosen = tuple(dict.fromkeys(part.strip() for part in asked.split(",") if part.strip()))
    for name in chosen:
        if name not in RENDERERS:
            raise UsageError(f"--format {name!r} is unknown: choose from {', '.join(RENDERERS)}")
    if not chosen:
        raise UsageError(f"--format names nothing: choose from {', '.join(RENDERERS)}")
    return chosen


def _announce(checked: Sequence[Any], *, as_json: bool, quiet: bool, opened: bool) -> int:
    from verify.report import RENDERERS
    from verify.report.summary import summary_lines

    status = 0
    for one in checked:
        if one.note and not quiet:
            errors.print(one.note, markup=False)
        if one.report is None:
            status = status or _said(one.error or ArticleError(f"{one.origin} was not checked"))
        elif as_json:
            sys.stdout.write(RENDERERS["json"].render(one.report))
        else:
            for line in summary_lines(one.report):
                output.print(line, markup=False, soft_wrap=True)
            output.print(f"Report: {one.folder}", markup=False, soft_wrap=True)
        if opened and one.folder:
            _open(one.folder)
    return status


def _open(folder: Path) -> None:
    import webbrowser

    best = next((folder / n for n in ("report.html", "report.md") if (folder / n).exists()), folder)
    webbrowser.open(best.resolve().as_uri())


# --- claims, sources, offices ----------------------------------------------------------------


@app.command
def claims(
    article: str,
    *,
    published: Published = None,
    json_: Annotated[bool, Parameter(name="--json", negative=())] = False,
    config: Config = None,
) -> None:
    """The checkable claims of an article, as a table or as JSON."""
    from verify.claims import extract_claims
    from verify.models.worth import WorthClassifier

    read = _wait(_read(article, _settings(config), published))
    found = extract_claims(read, worth=WorthClassifier())
    if json_:
        from verify.report.json import claim_json

        sys.stdout.write(
            json.dumps([claim_json(c) for c in found], ensure_ascii=False, indent=1) + "\n"
        )
        return
    table = Table(box=None, pad_edge=False)
    for title in ("id", "kind", "worth", "claim"):
        table.add_column(title, overflow="fold", no_wrap=title != "claim")
    for c in found:
        shown = c.text if c.checkable else f"{c.text} (not checkable: {c.reason})"
        table.add_row(c.id, c.kind, f"{c.worth:.2f}", shown)
    output.print(table)


async def _read(origin: str, settings: Settings, published: str | None) -> Any:
    from verify.ingest import read_article

    date_given = partial_date(published, "--published")
    stdin = _stdin([origin])
    if "://" not in origin:
        return await read_article(origin, published=date_given, stdin=stdin)
    from verify.wiring import open_fetcher

    async with open_fetcher(settings) as fetcher:
        return await read_article(origin, fetcher=fetcher, published=date_given, stdin=stdin)


@sources_app.default
def sources(*, config: Config = None) -> None:
    """The configured sources."""
    from verify.wiring import build_sources

    table = Table(box=None, pad_edge=False)
    for title in ("name", "type", "tier"):
        table.add_column(title)
    for one in build_sources(_settings(config), os.environ):
        table.add_row(one.name, one.type, one.tier)
    output.print(table)


@sources_app.command(name="test")
def sources_test(*, config: Config = None, source: tuple[str, ...] = ()) -> int:
    """Ask each source a harmless question; says what came back and how fast."""
    from verify.trial import try_sources

    settings = _settings(config, source)
    trials = _wait(try_sources(settings, os.environ))
    for trial in trials:
        output.print(
            f"{trial.source:<16} {trial.state:<14} {trial.seconds:6.2f} s  {trial.detail}",
            markup=False,
        )
    return 0 if any(t.works for t in trials) else 4


@app.command
def offices(
    name: str,
    *,
    on: Annotated[str | None, Parameter(help="the day to answer for; today by default")] = None,
    config: Config = None,
) -> int:
    """Which offices somebody held, and on a day, from the configured tables."""
    from verify.checkers.offices_answer import answer
    from verify.wiring import office_table

    day = _day(on, "--on") or datetime.now(UTC).date()
    table = _wait(office_table(_settings(config), os.environ))
    lines = answer(table, name, day)
    for line in lines:
        output.print(line, markup=False, soft_wrap=True)
    return 0 if lines else _said(VerifyError(f"nobody called {name!r} is in the tables of offices"))


@app.command
def doctor(*, config: Config = None) -> int:
    """Configuration, models, sources, database, disk, Prefect: each good, or what to do."""
    from verify.doctor import examine

    checks = examine(_settings(config), os.environ)
    for one in checks:
        output.print(
            f"{'good' if one.good else 'BAD ':<5} {one.name:<14} {one.detail}", markup=False
        )
    return 0 if all(c.good for c in checks) else 1


# --- archive ---------------------------------------------------------------------------------


def _archive(config: Path | None) -> Any:
    from verify.archive import Archive

    settings = _settings(config)
    return Archive(settings.path(settings.archive.path))


def _with(config: Path | None, work: Callable[[Any], str]) -> None:
    output.print(work(_archive(config)), markup=False, soft_wrap=True)


@archive_app.default
def archive(*, config: Config = None) -> None:
    """How much is kept."""
    _with(config, lambda a: str(a.size()))


@archive_app.command(name="export")
def archive_export(file: Path, *, config: Config = None) -> None:
    """Write everything as WARC 1.1 (FILE.warc.gz)."""
    _with(config, lambda a: f"{a.export_warc(file)} records written to {file}")


@archive_app.command(name="import")
def archive_import(file: Path, *, config: Config = None) -> None:
    """Add the records of a WARC file."""
    _with(config, lambda a: f"{a.import_warc(file)} records read from {file}")


@archive_app.command(name="verify")
def archive_verify(*, config: Config = None) -> None:
    """Hash every record again."""
    _with(config, lambda a: str(a.verify_hashes()))
