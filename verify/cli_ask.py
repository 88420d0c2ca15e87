"""The commands that answer and write nothing: claims, sources, offices, doctor."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter
from rich.table import Table

from verify.errors import VerifyError
from verify.options import (
    ArticleName,
    Config,
    Published,
    SourceNames,
    last_day,
    partial_date,
    settings_of,
)
from verify.process import finish, standard_input, write_json
from verify.terminal import complain, show, tell, visible

if TYPE_CHECKING:
    from verify.config import Settings
    from verify.types import Article

sources_app = App(
    name="sources", help="The configured sources; `test` asks each a harmless question."
)


def claims(
    article: ArticleName,
    /,
    *,
    published: Published = None,
    json_: Annotated[bool, Parameter(name="--json", negative=())] = False,
    config: Config = None,
) -> None:
    """The checkable claims of an article, as a table or as JSON."""
    from verify.claims import extract_claims
    from verify.models.grammar import SpacyGrammar
    from verify.models.worth import WorthClassifier

    read = finish(_read(article, settings_of(config, ()), published))
    found = extract_claims(read, worth=WorthClassifier(), grammar=SpacyGrammar())
    if json_:
        from verify.report.json import claim_json

        write_json(json.dumps([claim_json(c) for c in found], ensure_ascii=False, indent=1) + "\n")
        return
    table = Table(box=None, pad_edge=False)
    for title in ("id", "kind", "worth", "claim"):
        table.add_column(title, overflow="fold", no_wrap=title != "claim")
    if not found:
        tell("no claim was found")
    for c in found:
        shown = c.text if c.checkable else f"{c.text} (not checkable: {c.reason})"
        table.add_row(c.id, c.kind, f"{c.worth:.2f}", visible(shown))
    show(table)


async def _read(origin: str, settings: Settings, published: str | None) -> Article:
    from verify.ingest import is_address, read_article

    date_given = partial_date(published, "--published")
    stdin = standard_input([origin])
    if not is_address(origin):
        return await read_article(origin, published=date_given, stdin=stdin)
    from verify.wiring import open_fetcher

    async with open_fetcher(settings) as fetcher:
        return await read_article(origin, fetcher=fetcher, published=date_given, stdin=stdin)


@sources_app.default
def sources(*, config: Config = None) -> None:
    """The configured sources, where each looks, and why it would not."""
    from verify.trial import configured

    table = Table(box=None, pad_edge=False)
    for title in ("name", "type", "tier", "asks", "note"):
        table.add_column(title, overflow="fold")
    for one in configured(settings_of(config, ()), os.environ):
        table.add_row(one.name, one.type, one.tier, visible(one.asks), one.note)
    show(table)


@sources_app.command(name="test")
def sources_test(*, config: Config = None, source: SourceNames = ()) -> int:
    """Ask each source a harmless question; says what came back and how fast."""
    from verify.trial import try_sources

    settings = settings_of(config, source)
    trials = finish(try_sources(settings, os.environ))
    for trial in trials:
        show(f"{trial.source:<16} {trial.state:<18} {trial.seconds:6.2f} s  {trial.detail}")
    return 0 if any(t.works for t in trials) else 4


def offices(
    name: str,
    /,
    *,
    on: Annotated[str | None, Parameter(help="the day to answer for; today by default")] = None,
    config: Config = None,
) -> int:
    """Which offices somebody held, and on a day, from the configured tables."""
    from verify.checkers.offices_answer import answer
    from verify.wiring import office_table

    day = last_day(on, "--on") or datetime.now(UTC).date()
    table = finish(office_table(settings_of(config, ()), os.environ))
    lines = answer(table, name, day)
    for line in lines:
        show(line)
    return (
        0 if lines else complain(VerifyError(f"nobody called {name!r} is in the tables of offices"))
    )


def doctor(*, config: Config = None) -> int:
    """Configuration, models, sources, database, disk, Prefect: each good, or what to do."""
    from verify.doctor import examine

    checks = examine(settings_of(config, ()), os.environ)
    for one in checks:
        show(f"{'good' if one.good else 'BAD ':<5} {one.name:<14} {one.detail}")
    return 0 if all(c.good for c in checks) else 1


def register(app: App) -> None:
    """Add these commands to the command line."""
    app.command(sources_app)
    for command in (claims, offices, doctor):
        app.command(command)
