"""The command line: `verify`. Messages go to standard error, results to standard output.

Exit status: 0 done; 2 wrong usage; 3 the article could not be read; 4 not one
source could be asked; 1 anything else. An error is one line, never a traceback
(VERIFY_DEBUG=1 shows it).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from errno import ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, CycloptsError, Parameter, UnusedCliTokensError

from verify import cli_ask, cli_desk
from verify.errors import ArticleError, UsageError, VerifyError
from verify.options import (
    STDIN,
    ArticleName,
    Config,
    Published,
    SourceNames,
    last_day,
    partial_date,
    settings_of,
)
from verify.process import (
    INTERRUPTED,
    abandon_output,
    collect_seldom,
    finish,
    hush,
    standard_input,
    tolerate,
    write_json,
)
from verify.terminal import (
    complain,
    one_line,
    open_page,
    page_of,
    show,
    tell,
)

if TYPE_CHECKING:
    from verify.config import Settings
    from verify.ports import Progress


def _version() -> str:
    from verify.wiring import program_version

    return program_version()


app = App(
    name="verify",
    help="Checks an article claim by claim: what holds, what does not, what is open, and why.",
    version=_version,
    version_flags=["--version"],
    suppress_keyboard_interrupt=False,  # it would end without a word
)
cli_ask.register(app)
cli_desk.register(app)


def main(tokens: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit status."""
    collect_seldom()
    sys.exit(run(list(tokens) if tokens is not None else None))


def run(tokens: list[str] | None = None) -> int:
    """Run one command; returns the exit status. No exception leaves but in VERIFY_DEBUG."""
    given = sys.argv[1:] if tokens is None else tokens
    tolerate(sys.stdout, sys.stderr)
    hush()
    try:
        found = app(
            [STDIN if token == "-" else token for token in given],
            exit_on_error=False,
            print_error=False,
            result_action="return_value",
        )
        if sys.stdout is not None:
            sys.stdout.flush()  # a full disk is ours to report, not Python's at exit
        return found if isinstance(found, int) else 0
    except KeyboardInterrupt:
        return complain(VerifyError(INTERRUPTED))
    except BrokenPipeError:
        abandon_output()
        return 1
    except Exception as error:
        if os.environ.get("VERIFY_DEBUG") and not isinstance(error, VerifyError | CycloptsError):
            raise
        return complain(_told(error))


def _told(error: Exception) -> VerifyError:
    """What went wrong, as an error of ours with its exit status."""
    if isinstance(error, VerifyError):
        return error
    if isinstance(error, UnusedCliTokensError):
        left = " ".join(error.unused_tokens or ())
        return UsageError(f"there is no use for {left!r} here (verify --help shows the commands)")
    if isinstance(error, CycloptsError):
        return UsageError(f"{one_line(error)} (verify --help shows the commands)")
    if isinstance(error, OSError) and error.errno == ENOSPC:
        abandon_output()
        return VerifyError("the disk is full: free some space and run it again")
    what = f"{type(error).__name__}: {one_line(error)}"
    return VerifyError(f"unexpected {what} (VERIFY_DEBUG=1 shows where)")


def _progress(quiet: bool) -> Progress:
    """A line a stage on a terminal; nothing with --quiet or into a file."""
    from verify.ports import silent

    if quiet or not sys.stderr.isatty():
        return silent
    return lambda stage, what: tell(f"  {stage:<10} {what}")


# --- check -----------------------------------------------------------------------------------


@app.command
def check(
    *articles: ArticleName,
    published: Published = None,
    as_of: Annotated[str | None, Parameter(help="evidence published later is left out")] = None,
    config: Config = None,
    source: SourceNames = (),
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

    settings = settings_of(config, source)
    folder = _writable(out or settings.path(settings.report.out))
    formats = _formats(format, settings)
    checked = finish(
        run_check(
            list(dict.fromkeys(articles)),
            settings,
            flow=flow,
            published=partial_date(published, "--published"),
            as_of=last_day(as_of, "--as-of"),
            offline=offline,
            stdin=standard_input(articles),
            out=folder,
            formats=formats,
            progress=_progress(quiet or json_),
            environ=os.environ,
        )
    )
    if any(one.folder for one in checked):
        write_index(folder)
    return _announce(checked, as_json=json_, quiet=quiet, opened=open_)


def _writable(folder: Path) -> Path:
    """The folder for reports; it need not exist yet. Raises UsageError before any work is done."""
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not there.is_dir():
        raise UsageError(f"no report can be written to {folder}: {there} is no folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise UsageError(f"no report can be written to {folder}: {there} may not be written to")
    return folder


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
            failed = complain(one.error or ArticleError(f"{one.origin} was not checked"))
            status = status or failed
        elif as_json:
            write_json(RENDERERS["json"].render(one.report))
        else:
            for line in summary_lines(one.report):
                show(line)
            show(f"Report: {page_of(one.folder)}")
        if opened and one.folder:
            open_page(page_of(one.folder))
    return status
