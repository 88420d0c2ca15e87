"""What an earlier report of the same article hands on to the next: the reviewers' words."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from verify.errors import ReviewError
from verify.report.decisions import Action, Decision, last_words
from verify.report.json import origin_name
from verify.report.reviewline import MARK, Line, continued, judgement, read_lines
from verify.types import Article

_FIELD = re.compile(r'^(article_sha256|url|origin): (".*")$', re.MULTILINE)


@dataclass(frozen=True)
class Carried:
    """Decisions, those among them that only the file holds yet, and lines that could not
    be read, word for word."""

    decisions: tuple[Decision, ...] = ()
    unsynced: tuple[Decision, ...] = ()
    unread: tuple[str, ...] = ()


def carried(report_md: Path, known: Sequence[Decision] = ()) -> Carried:
    """What reviewers wrote into `report_md`, after what is `known` already. Raises OSError.

    A line that only says what the latest known decision of that reviewer says is
    not told twice.
    """
    if not report_md.exists():
        return Carried(tuple(known))
    text = report_md.read_text("utf-8", "replace")
    at = written_at(report_md)
    made, unread = list[Decision](), list[str]()
    lines = text.splitlines()
    for number, raw in enumerate(lines, 1):
        if not MARK.match(raw):
            continue
        whole = "\n".join([raw, *(f"  {more}" for more in continued(lines, number))])
        try:
            line = next(read_lines(whole))
            if line.touched:
                made += _new(line, [*known, *made], at)
        except ReviewError:
            unread.append(whole)
    return Carried((*known, *made), tuple(made), tuple(unread))


def written_at(path: Path) -> datetime:
    """When a file was last written. Raises OSError."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _new(line: Line, known: Sequence[Decision], at: datetime) -> list[Decision]:
    decision = as_decision(line, at=at)
    return [] if said_already(decision, known, at) else [decision]


def said_already(decision: Decision, known: Sequence[Decision], written: datetime) -> bool:
    """Whether a line only repeats that reviewer's word: the latest one, or the one that stood
    when the file was `written` (it may have been taken back in the review page since)."""
    theirs = [d for d in known if d.words == decision.words and d.reviewer == decision.reviewer]
    if decision.action is Action.NOTE:
        return any(d.note == decision.note for d in theirs)
    before = [d for d in theirs if d.decided_at <= written]
    return any(
        (d.label, d.note) == (decision.label, decision.note)
        for some in (theirs, before)
        for d in last_words(some).values()
    )


def as_decision(line: Line, *, at: datetime, article_sha256: str = "") -> Decision:
    """A reviewer's line as a decision. Raises ReviewError with the line's number."""
    action, label = judgement(line)
    if not line.by and action is not Action.NOTE:
        raise ReviewError(f"line {line.number}: who decided? write a name after by:")
    return Decision(
        article_sha256=article_sha256,
        claim_id="",
        words=line.key.words,
        evidence=line.key.evidence,
        action=action,
        label=label,
        ours=line.ours,
        reviewer=line.by,
        note=line.note,
        decided_at=at,
        via="markdown",
    )


def identity(article: Article) -> set[str]:
    """By what an article is recognised in a later run: its bytes, its address, its file's name."""
    origin = origin_name(article)
    found = {article.sha256, article.url or "", "" if origin == "-" else origin}
    return found - {""}


def identity_in(folder: Path) -> set[str]:
    """The identity of the article whose report a folder holds; empty where it holds none."""
    for file in ("report.json", "report.md"):
        path = folder / file
        if path.exists():
            return _fields(path)
    return {str(folder)} if folder.exists() and any(folder.iterdir()) else set()


def _fields(path: Path) -> set[str]:
    text = path.read_text("utf-8", "replace")
    if path.suffix == ".md":
        values = [json.loads(value) for _, value in _FIELD.findall(text.partition("\n---\n")[0])]
        return set(values) - {"", "-"} or {str(path)}
    try:
        article = json.loads(text)["article"]
        found = {article["sha256"], article["url"], article["origin"]}
    except (ValueError, KeyError, TypeError):
        return {str(path)}  # somebody else's file: never to be written over
    return {v for v in found if v and v != "-"}
