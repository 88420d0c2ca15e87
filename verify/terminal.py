"""Lines for people: errors on standard error, results on standard output."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console

from verify.errors import UsageError, VerifyError
from verify.types import PartialDate

Config = Annotated[Path | None, Parameter(name="--config", help="configuration file")]


def one_line(error: BaseException) -> str:
    """An error's message without its line breaks."""
    return " ".join(str(error).split())


def complain(error: VerifyError) -> int:
    """One line on standard error; returns the exit status."""
    tell(f"verify: {one_line(error)}")
    return error.status


def tell(line: str) -> None:
    """One line on standard error, as it is."""
    # Made at each call: a console keeps the stream it was made with.
    Console(stderr=True, highlight=False).print(line, markup=False, soft_wrap=True)


def show(line: object) -> None:
    """One line, or a table, on standard output."""
    Console(highlight=False).print(line, markup=False, soft_wrap=isinstance(line, str))


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
