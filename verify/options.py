"""The options that several commands share, and what their values mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from verify.config import Settings, load
from verify.errors import UsageError
from verify.types import PartialDate

STDIN = "<standard input>"  # stands for "-", which the parser would take for an option

ArticleName = Annotated[
    str, Parameter(converter=lambda _, tokens: tokens[0].value.replace(STDIN, "-"))
]
Config = Annotated[Path | None, Parameter(name="--config", help="configuration file")]
Published = Annotated[
    str | None, Parameter(help="when the article was published: 2025-12-20, 2025-12 or 2025")
]
SourceNames = Annotated[
    tuple[str, ...], Parameter(negative=(), help="only this source (repeatable)")
]


def settings_of(config: Path | None, sources: Sequence[str]) -> Settings:
    """The configuration, with only the named sources where any is named. Raises ConfigError."""
    settings = load(config)
    return settings.only(sources) if sources else settings


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


def last_day(text: str | None, option: str) -> date | None:
    """The last day that a date option can mean. Raises UsageError."""
    found = partial_date(text, option)
    return found.last if found else None
