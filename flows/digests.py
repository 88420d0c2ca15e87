"""What a recheck found, as a value and in words: in the report, and in one digest a run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flows.job import Checked
from verify.notify import Flip
from verify.types import Report

if TYPE_CHECKING:
    from verify.store import Line


@dataclass(frozen=True)
class Change:
    """What a recheck found about one report."""

    line: Line  # the report that was rechecked
    checked: Checked
    flips: tuple[Flip, ...] = ()
    appeared: tuple[str, ...] = ()  # claims that the former report does not have
    vanished: tuple[str, ...] = ()  # claims of the former report that are gone
    text: tuple[str, ...] = ()  # the article's changed sentences, "+" or "-" before each
    corrections: tuple[str, ...] = ()  # sentences of a correction that were added
    dead: tuple[str, ...] = ()  # evidence links that are gone
    unasked: tuple[str, ...] = ()  # links of which we could not tell
    unreadable: str = ""  # why the article itself could not be read again

    @property
    def anything(self) -> bool:
        """Whether there is something to tell."""
        found = (self.flips, self.appeared, self.vanished, self.text, self.dead)
        return any(found) or bool(self.unreadable or self.checked.error)


def told(change: Change, report: Report) -> Report:
    """The report with what changed since the former one, as notes and as values."""
    extra = {
        "supersedes": change.line.id,
        "former_folder": change.line.folder,
        "flips": [
            {"claim": f.claim_id, "before": str(f.before), "after": str(f.after)}
            for f in change.flips
        ],
        "text": list(change.text),
        "dead_links": list(change.dead),
        "corrections": list(change.corrections),
    }
    notes = (*report.notes, *sentences(change))
    return replace(report, notes=notes, extra={**report.extra, "recheck": extra})


def sentences(change: Change) -> tuple[str, ...]:
    """What changed, a sentence each."""
    day = change.line.begun_at[:10]
    flips = [f"since {day}: was {f.before}, is {f.after}: {f.text}" for f in change.flips]
    text = [
        f"since {day}, removed from the article: {t[2:]}"
        if t.startswith("-")
        else f"since {day}, added to the article: {t[2:]}"
        for t in change.text
    ]
    dead = [f"since {day}, a link died: {url}" for url in change.dead]
    corrected = [f"a correction was published: {c}" for c in change.corrections]
    gone = (
        [f"the article could not be read again: {change.unreadable}"] if change.unreadable else []
    )
    found = (*flips, *corrected, *text, *dead, *gone)
    return found or (f"nothing changed since {day}",)


def digest(changes: Sequence[Change], now: datetime, problems: Sequence[str] = ()) -> str:
    """One Markdown page on a run: articles with something to tell first, at the end
    `problems`, what could not be delivered to the desk."""
    told_of = [c for c in changes if c.anything]
    head = [
        f"# Recheck of {now.astimezone(UTC):%Y-%m-%d %H:%M} UTC",
        "",
        f"{len(changes)} reports rechecked, {len(told_of)} with something new, "
        f"{sum(len(c.flips) for c in changes)} verdicts changed.",
        "",
    ]
    body = [line for change in told_of for line in _section(change)]
    same = [f"- {plain(c.line.title or c.line.origin)}" for c in changes if not c.anything]
    rest = ["## Nothing new", "", *same, ""] if same else []
    rest += ["## Not delivered", "", *(f"- {plain(p)}" for p in problems), ""] if problems else []
    return "\n".join([*head, *body, *rest])


def _section(change: Change) -> list[str]:
    title = plain(change.line.title or change.line.origin)
    lines = [f"## {title}", ""]
    if change.checked.error is not None:
        lines.append(f"- not checked again: {plain(str(change.checked.error))}")
    lines += [f"- {plain(s)}" for s in sentences(change)]
    lines += [f"- could not be asked: {plain(url)}" for url in change.unasked]
    if change.checked.folder is not None:
        lines += ["", f"Report: `{change.checked.folder}`"]
    if change.line.folder:
        lines += ["", f"Former report: `{change.line.folder}`"]
    return [*lines, ""]


def plain(text: str) -> str:
    """Text from outside in one line of Markdown that makes no heading, link, image or HTML."""
    line = " ".join(text.split())
    line = re.sub(r"([\\`*_{}\[\]()#!|~])", r"\\\1", line)
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
