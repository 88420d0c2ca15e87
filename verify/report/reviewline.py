"""The reviewer's line in `report.md`: one a claim, written here and read back here.

    - [ ] review 3f2a91c04b17-77aa01bc90de (refuted):  | by:  | note:

The key ties the line to the claim's words and to the evidence; in brackets stands
our verdict, so that `agree` means the same for ever. A reviewer writes `agree`,
`change to LABEL` or `not checkable` after the colon, a name after `by:`, and a note
of any length; further lines of a note are indented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verify.errors import ReviewError
from verify.report.decisions import Action, Decision, Key
from verify.report.words import LABELS
from verify.types import Label

HOW = (
    "After the colon write `agree`, `change to refuted` (or `conflicting`, `supported`, "
    "`not enough evidence`), or `not checkable`; your name after `by:`; a note if you like, "
    "further lines of it indented. `verify review sync` reads the lines back."
)
MARK = re.compile(r"^\s*[-*+]\s+\[(?P<box>.)\]\s+review\b")
LINE = re.compile(
    r"^\s*[-*+]\s+\[(?P<box>[ xX])\]\s+review\s+(?P<words>[0-9a-f]{12})-(?P<evidence>[0-9a-f]{12})"
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
    lines = [line.strip() for line in note.splitlines()]
    return "\n".join("\\" + line if MARK.match(line) else line for line in lines if line)


def read_lines(text: str) -> Iterator[Line]:
    """Every reviewer's line in a report. Raises ReviewError with the line's number."""
    lines = text.splitlines()
    for number, raw in enumerate(lines, 1):
        if MARK.match(raw):
            found = LINE.match(raw)
            if not found:
                raise ReviewError(
                    f"line {number}: not a reviewer's line: {raw.strip()[:80]!r}; write "
                    "- [x] review KEY: agree | by: NAME | note: TEXT and leave KEY as it was"
                )
            yield _line(number, found, continued(lines, number))


def continued(lines: list[str], number: int) -> list[str]:
    """The further lines of a note: indented ones, up to a blank one or another item."""
    more: list[str] = []
    for raw in lines[number:]:
        if not raw.strip() or not raw[0].isspace() or MARK.match(raw):
            return more
        more.append(raw.strip())
    return more


def _line(number: int, found: re.Match[str], more: list[str]) -> Line:
    ours = _LABELS.get(found["ours"].strip())
    if ours is None:
        raise ReviewError(f"line {number}: ({found['ours']}) is no verdict; leave it as it was")
    note = clean_note("\n".join([found["note"], *more]))
    return Line(
        number=number,
        raw="\n".join([found.string, *(f"  {m}" for m in more)]),
        ours=ours,
        key=Key(found["words"], found["evidence"]),
        ticked=found["box"] in "xX",
        decision=" ".join(found["decision"].split()),
        by=" ".join(found["by"].split()),
        note=note,
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
