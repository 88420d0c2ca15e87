"""The reviewer's line in `report.md`: one a claim, written here and read back here.

    - [ ] review 3f2a91c04b17-77aa01bc90de:  | by:  | note:

A reviewer writes `agree`, `change to LABEL` or `not checkable` after the colon, a
name after `by:`, and a note of any length; further lines of a note are indented.
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
    r"\s*:(?P<decision>[^|]*)\|\s*by:(?P<by>[^|]*)\|\s*note:(?P<note>.*)$"
)
HEADINGS = ("#", "- [", "* [", "+ [", "<!--", "**", ">")
_LABELS = {words.lower(): label for label, words in LABELS.items()} | {str(x): x for x in Label}


@dataclass(frozen=True, slots=True)
class Line:
    """A reviewer's line as it stands in the file. `number` counts from 1."""

    number: int
    key: Key
    ticked: bool
    decision: str
    by: str
    note: str

    @property
    def touched(self) -> bool:
        """Whether a reviewer has written anything into it."""
        return bool(self.ticked or self.decision or self.by or self.note)


def write_line(key: Key, decision: Decision | None = None, note: str = "") -> str:
    """The line for a claim, filled in with a decision where there is one."""
    if decision is None:
        return f"- [ ] review {key}:  | by:  | note: {_indented(note)}".rstrip()
    box = "x" if decision.decides else " "
    words = _decision_words(decision)
    text = _indented(note or decision.note)
    return f"- [{box}] review {key}: {words} | by: {decision.reviewer} | note: {text}".rstrip()


def _decision_words(decision: Decision) -> str:
    if decision.action is Action.CHANGE and decision.label:
        return f"change to {LABELS[decision.label].lower()}"
    return {Action.AGREE: "agree", Action.NOT_CHECKABLE: "not checkable"}.get(decision.action, "")


def _indented(note: str) -> str:
    return "\n  ".join(line.strip() for line in note.splitlines() if line.strip())


def read_lines(text: str) -> Iterator[Line]:
    """Every reviewer's line in a report. Raises ReviewError with the line's number."""
    lines = text.splitlines()
    for number, raw in enumerate(lines, 1):
        if MARK.match(raw):
            found = LINE.match(raw)
            if not found:
                raise ReviewError(
                    f"line {number}: not a reviewer's line: {raw.strip()[:80]!r}; "
                    "write - [ ] review KEY: agree | by: NAME | note: TEXT and leave KEY as it was"
                )
            yield _line(number, found, _continued(lines, number))


def _continued(lines: list[str], number: int) -> list[str]:
    """The further lines of a note: indented ones, up to a blank one or another item."""
    more: list[str] = []
    for raw in lines[number:]:
        if not raw.strip() or not raw[0].isspace() or MARK.match(raw):
            return more
        more.append(raw.strip())
    return more


def _line(number: int, found: re.Match[str], more: list[str]) -> Line:
    note = "\n".join([found["note"].strip(), *more]).strip()
    return Line(
        number=number,
        key=Key(found["words"], found["evidence"]),
        ticked=found["box"] in "xX",
        decision=" ".join(found["decision"].split()),
        by=" ".join(found["by"].split()),
        note=note,
    )


def judgement(line: Line, ours: Label) -> tuple[Action, Label | None]:
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
        return Action.AGREE, ours
    if said in {"not checkable", "not_checkable"}:
        return Action.NOT_CHECKABLE, Label.NOT_CHECKABLE
    label = _LABELS.get(said.removeprefix("change to ").strip())
    if not said.startswith("change to ") or label is None:
        raise ReviewError(
            f"line {line.number}: {line.decision!r} is no decision; write agree, not checkable, "
            f"or change to {', '.join(w.lower() for w in LABELS.values())}"
        )
    return Action.CHANGE, label
