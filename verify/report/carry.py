"""What an earlier report of the same article hands on to the next: the reviewers' words."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from verify.errors import ReviewError
from verify.report.decisions import Action, Decision, last_words
from verify.report.files import read_text
from verify.report.json import origin_name
from verify.report.reviewline import Line, blocks, judgement, read_line
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
    at = written_at(report_md)
    made, unread = list[Decision](), list[str]()
    for block in blocks(read_text(report_md)):
        try:
            line = read_line(block)
            if line.touched:
                made.append(as_decision(line, at=at))
        except ReviewError:
            unread.append(block.whole)
    new = new_decisions(made, known, at)
    return Carried((*known, *new), new, tuple(unread))


def written_at(path: Path) -> datetime:
    """When a file was last written. Raises OSError."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def new_decisions(
    made: Sequence[Decision], known: Sequence[Decision], written: datetime
) -> tuple[Decision, ...]:
    """Of what the lines of a file say, what is not `known` yet, in the file's order.

    A line only repeats its reviewer where it says what they last said, or what stood
    when the file was `written` (it may have been taken back in the review page since).
    Where a reviewer has several lines on one claim, whatever they ever said is known:
    the lines would otherwise overrule each other with every reading.
    """
    voices = Counter((d.words, d.reviewer) for d in made if d.decides)
    new = list[Decision]()
    for decision in made:
        several = voices[decision.words, decision.reviewer] > 1
        if not _said_already(decision, [*known, *new], written, ever=several):
            new.append(decision)
    return tuple(new)


def _said_already(
    decision: Decision, known: Sequence[Decision], written: datetime, *, ever: bool
) -> bool:
    theirs = [d for d in known if d.words == decision.words and d.reviewer == decision.reviewer]
    if decision.action is Action.NOTE:
        return any(d.note == decision.note for d in theirs)
    before = [d for d in theirs if d.decided_at <= written]
    standing = [d for some in (theirs, before) for d in last_words(some).values()]
    said = (decision.label, decision.note)
    return any((d.label, d.note) == said for d in (theirs if ever else standing))


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
    # What a killed run had written aside is nobody's report.
    foreign = folder.exists() and any(not f.name.startswith(".") for f in folder.iterdir())
    return {str(folder)} if foreign else set()


def _fields(path: Path) -> set[str]:
    text = read_text(path)
    if path.suffix == ".md":
        values = [json.loads(value) for _, value in _FIELD.findall(text.partition("\n---\n")[0])]
        return set(values) - {"", "-"} or {str(path)}
    try:
        article = json.loads(text)["article"]
        found = {article["sha256"], article["url"], article["origin"]}
    except (ValueError, KeyError, TypeError):
        return {str(path)}  # somebody else's file: never to be written over
    return {v for v in found if v and v != "-"}
