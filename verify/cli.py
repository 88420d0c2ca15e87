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
from collections.abc import Coroutine, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, CycloptsError, Parameter
from rich.table import Table

from verify.cli_desk import register
from verify.config import Settings, load
from verify.errors import ArticleError, UsageError, VerifyError
from verify.terminal import Config, complain, one_line, partial_date, show, tell

if TYPE_CHECKING:
    from verify.pipeline import Progress

app = App(
    name="verify",
    help="Checks an article claim by claim: what holds, what does not, what is open, and why.",
    version_flags=["--version"],
)
sources_app = App(
    name="sources", help="The configured sources; `test` asks each a harmless question."
)
app.command(sources_app)
register(app)

Published = Annotated[
    str | None, Parameter(help="when the article was published: 2025-12-20, 2025-12 or 2025")
]


def main(tokens: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit status."""
    sys.exit(run(list(tokens) if tokens is not None else None))


def run(tokens: list[str] | None = None) -> int:
    """Run one command; returns the exit status. No exception leaves but in VERIFY_DEBUG."""
    try:
        found = app(tokens, exit_on_error=False, print_error=False, result_action="return_value")
        return found if isinstance(found, int) else 0
    except CycloptsError as error:
        return complain(UsageError(f"{one_line(error)} (verify --help shows the commands)"))
    except VerifyError as error:
        return complain(error)
    except KeyboardInterrupt:
        return complain(VerifyError("interrupted; what was fetched is kept in the archive"))
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; Python would complain at exit
        return 1
    except Exception as error:
        if os.environ.get("VERIFY_DEBUG"):
            raise
        what = f"{type(error).__name__}: {one_line(error)}"
        return complain(VerifyError(f"unexpected {what} (VERIFY_DEBUG=1 shows where)"))


def _wait(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(work)


def _day(text: str | None, option: str) -> date | None:
    found = partial_date(text, option)
    return found.last if found else None


def _stdin(articles: Sequence[str]) -> bytes | None:
    if "-" not in articles:
        return None
    if sys.stdin is None or sys.stdin.isatty():
        tell("reading the article from standard input; end it with Ctrl-D")
    return sys.stdin.buffer.read()


def _settings(config: Path | None, source: Sequence[str] = ()) -> Settings:
    settings = load(config)
    return settings.only(source) if source else settings


def _progress(quiet: bool) -> Progress:
    """A line a stage on a terminal; nothing with --quiet or into a file."""
    from verify.pipeline import silent

    if quiet or not sys.stderr.isatty():
        return silent
    return lambda stage, what: tell(f"  {stage:<10} {what}")


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
    from verify.report import write_index

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
    if any(one.folder for one in checked):
        write_index(out or settings.path(settings.report.out))
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
        if one.note and one.report and not quiet:
            tell(one.note)
        if one.report is None:
            status = status or complain(one.error or ArticleError(f"{one.origin} was not checked"))
        elif as_json:
            sys.stdout.write(RENDERERS["json"].render(one.report))
        else:
            for line in summary_lines(one.report):
                show(line)
            show(f"Report: {one.folder}")
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
    show(table)


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
    show(table)


@sources_app.command(name="test")
def sources_test(*, config: Config = None, source: tuple[str, ...] = ()) -> int:
    """Ask each source a harmless question; says what came back and how fast."""
    from verify.trial import try_sources

    settings = _settings(config, source)
    trials = _wait(try_sources(settings, os.environ))
    for trial in trials:
        show(f"{trial.source:<16} {trial.state:<14} {trial.seconds:6.2f} s  {trial.detail}")
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
        show(line)
    return (
        0 if lines else complain(VerifyError(f"nobody called {name!r} is in the tables of offices"))
    )


@app.command
def doctor(*, config: Config = None) -> int:
    """Configuration, models, sources, database, disk, Prefect: each good, or what to do."""
    from verify.doctor import examine

    checks = examine(_settings(config), os.environ)
    for one in checks:
        show(f"{'good' if one.good else 'BAD ':<5} {one.name:<14} {one.detail}")
    return 0 if all(c.good for c in checks) else 1
