"""The reviewer's line in `report.md`: one a claim, written here and read back here.

    - [ ] review 3f2a91c04b17-77aa01bc90de (refuted):  | by:  | note:

The key ties the line to the claim's words and to the evidence; in brackets stands
our verdict, so that `agree` means the same for ever. A reviewer writes `agree`,
`change to LABEL` or `not checkable` after the colon, a name after `by:`, and a note
of any length: all that stands below the line, down to the next heading, belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verify.errors import ReviewError
from verify.report.decisions import Action, Decision, Key
from verify.report.escape import unkeyed
from verify.report.words import LABELS
from verify.types import Label

HOW = (
    "After the colon write `agree`, `change to refuted` (or `conflicting`, `supported`, "
    "`not enough evidence`), or `not checkable`; your name after `by:`; a note if you like, as "
    "long as you like, below the line too. A second reviewer copies the line. "
    "`verify review sync` reads the lines back."
)
GONE = "Reviewed earlier, no longer in the article"
UNREAD = "Reviewer's lines that could not be read"
SOURCES = "Where we looked"
# What ends a note: a heading that we write below reviewer's lines.
_HEADING = re.compile(rf"^#{{2,3}} (?:C\d+|{GONE}|{UNREAD}|{SOURCES})\s*$")
# What was meant as a reviewer's line, however it has been mangled since: our box, or our key.
# Text from outside is escaped so that it can hold neither (`escape.unkeyed`).
MARK = re.compile(r"^\s*[-*+]\s+\[.?\]\s+review\b|\breview\s+[0-9a-f]{12}-[0-9a-f]{12}\b")
LINE = re.compile(
    r"^\s*(?:[-*+]\s+)?(?:\[(?P<box>[ xX]?)\]\s+)?"
    r"review\s+(?P<words>[0-9a-f]{12})-(?P<evidence>[0-9a-f]{12})"
    r"\s+\((?P<ours>[a-z ]+)\)\s*:(?P<decision>[^|]*)\|\s*by:(?P<by>[^|]*)\|\s*note:(?P<note>.*)$"
)
_LABELS = {words.lower(): label for label, words in LABELS.items()} | {str(x): x for x in Label}


@dataclass(frozen=True, slots=True)
class Line:
    """A reviewer's line as it stands in the file. `number` counts from 1."""

    number: int
    raw: str
    key: Key
    ours: Label
    ticked: bool
    decision: str
    by: str
    note: str

    @property
    def touched(self) -> bool:
        """Whether a reviewer has said anything in it; a name alone says nothing."""
        return bool(self.ticked or self.decision or self.note)


def write_line(key: Key, ours: Label, decision: Decision | None = None) -> str:
    """The line for a claim, filled in with a decision where there is one."""
    head = f"review {key} ({LABELS[ours].lower()}):"
    if decision is None:
        return f"- [ ] {head}  | by:  | note:"
    box = "x" if decision.decides else " "
    note = clean_note(decision.note).replace("\n", "\n  ")
    words = _decision_words(decision, ours)
    return f"- [{box}] {head} {words} | by: {clean_name(decision.reviewer)} | note: {note}".rstrip()


def _decision_words(decision: Decision, ours: Label) -> str:
    """In terms of what the report says now: who agreed with another verdict changes this one."""
    if decision.label is None:
        return ""
    if decision.label is ours:
        return "agree"
    if decision.label is Label.NOT_CHECKABLE:
        return "not checkable"
    return f"change to {LABELS[decision.label].lower()}"


def clean_name(name: str) -> str:
    """A name as the line can hold it."""
    return " ".join(name.replace("|", "/").split())


def clean_note(note: str) -> str:
    """A note as the line can hold it: no blank lines, and none that looks like a new line."""
    lines = [unkeyed(line.strip()) for line in note.splitlines()]
    return "\n".join("\\" + line if MARK.match(line) else line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Block:
    """A reviewer's line with what stands below it, as written. `number` counts from 1."""

    number: int
    raw: str
    more: tuple[str, ...]

    @property
    def whole(self) -> str:
        """The block as the next report keeps it where it cannot be read."""
        return "\n".join([self.raw.rstrip(), *(f"  {line}" for line in self.more)])


def blocks(text: str) -> Iterator[Block]:
    """Everything in a report that was meant as a reviewer's line."""
    lines = text.splitlines()
    for number, raw in enumerate(lines, 1):
        if MARK.search(raw):
            yield Block(number, raw, tuple(_below(lines, number)))


def _below(lines: list[str], number: int) -> Iterator[str]:
    """What stands below a line, down to the next heading or reviewer's line."""
    for raw in lines[number:]:
        if _HEADING.match(raw) or MARK.search(raw):
            return
        if raw.strip():
            yield raw.strip()


def read_lines(text: str) -> Iterator[Line]:
    """Every reviewer's line in a report. Raises ReviewError with the line's number."""
    return map(read_line, blocks(text))


def read_line(block: Block) -> Line:
    """A reviewer's line. Raises ReviewError with its number."""
    found, more = LINE.match(block.raw), block.more
    if found is None and more:  # an editor may have broken it into two
        found, more = LINE.match(" ".join([block.raw.rstrip(), *more])), ()
    if found is None:
        raise ReviewError(
            f"line {block.number}: not a reviewer's line: {block.raw.strip()[:80]!r}; write "
            "- [x] review KEY: agree | by: NAME | note: TEXT and leave KEY as it was"
        )
    ours = _LABELS.get(found["ours"].strip())
    if ours is None:
        raise ReviewError(
            f"line {block.number}: ({found['ours']}) is no verdict; leave it as it was"
        )
    return Line(
        number=block.number,
        raw=block.whole,
        ours=ours,
        key=Key(found["words"], found["evidence"]),
        ticked=(found["box"] or "") in {"x", "X"},
        decision=" ".join(found["decision"].split()),
        by=" ".join(found["by"].split()),
        note=clean_note("\n".join([found["note"], *more])),
    )


def judgement(line: Line) -> tuple[Action, Label | None]:
    """What a line decides. Raises ReviewError where it cannot be told."""
    said = line.decision.lower().rstrip(".")
    if not said:
        if line.ticked:
            raise ReviewError(
                f"line {line.number}: ticked, but it says neither agree, nor change to …, "
                "nor not checkable"
            )
        return Action.NOTE, None
    if said == "agree":
        return Action.AGREE, line.ours
    if said in {"not checkable", "not_checkable"}:
        return Action.NOT_CHECKABLE, Label.NOT_CHECKABLE
    label = _LABELS.get(said.removeprefix("change to ").strip())
    if not said.startswith("change to ") or label is None:
        raise ReviewError(
            f"line {line.number}: {line.decision!r} is no decision; write agree, not checkable, "
            f"or change to {', '.join(w.lower() for w in LABELS.values())}"
        )
    return Action.CHANGE, label
