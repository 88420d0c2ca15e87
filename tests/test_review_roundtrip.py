"""Any sequence of edits to reviewers' lines, decisions in the page, syncs and runs loses nothing.

A machine plays the desk: reviewers write into the Markdown file as their editors let them, others
decide in the page, the article is checked again with other evidence or fewer claims, and lines
are read back in between. Whatever somebody has said must then be in the database or in the file.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.test_report_sample import article, evidence, report, verdicts
from verify.report import rewrite, write
from verify.report.decisions import Action, Decision, keys
from verify.report.reviewline import Block, blocks, clean_name, clean_note, read_line
from verify.review.sync import sync
from verify.store.database import connect
from verify.types import Label, Report

FORMATS = ("md", "json")
WORDS = ["agree", "change to refuted", "change to supported", "not checkable", ""]
NAMES = st.sampled_from(["Ann", "Bo Li", "Č. D'Or"])
NOTES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=40
).filter(lambda note: "review" not in note)
# How editors leave a note: on the line, indented below it, hard-wrapped, as a paragraph.
SHAPES = ["{0}", "\n  {0}", "\n{0}", "\n\n{0}\n", "\n\n    {0}"]
ARTICLE = article()
FULL = report(ARTICLE)


def runs() -> list[Report]:
    """The same article checked again: alike, with other evidence, with half of its claims."""
    more = evidence("Something that was written since.", (0.1, 0.2, 0.7))
    changed = [replace(v, evidence=(*v.evidence, more)) for v in verdicts(ARTICLE)]
    return [FULL, report(ARTICLE, changed), report(ARTICLE, list(FULL.verdicts[::2]))]


RUNS = runs()


class Desk(RuleBasedStateMachine):
    """The desk's folder and its database, and all that anybody has said there."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.open = ExitStack()
        store = self.open.enter_context(connect(f"sqlite:///{self.place}/desk.sqlite"))
        self.decisions = store.decisions
        self.said: dict[tuple[str, str, str], str] = {}  # words, name, note → decision
        self.at = datetime(2026, 1, 1, tzinfo=UTC)

    @initialize()
    def first_run(self) -> None:
        self.folder = write(FULL, self.place / "reports", FORMATS)
        self.path = self.folder / "report.md"

    def blocks(self) -> list[Block]:
        return list(blocks(self.path.read_text("utf-8")))

    @rule(at=st.integers(0, 2), what=st.sampled_from(WORDS), who=NAMES, note=NOTES,
          shape=st.sampled_from(SHAPES), copy=st.booleans())  # fmt: skip
    def somebody_writes(
        self, at: int, what: str, who: str, note: str, shape: str, copy: bool
    ) -> None:
        """A reviewer fills in a line, writes over it, or copies it to stand beside another's."""
        found = self.blocks()
        block = found[at % len(found)]
        old = read_line(block)
        if not copy:
            self.forget(block)
        ours = str(old.ours).replace("_", " ")
        body = shape.format(note) if note.strip() else ""
        line = f"- [ ] review {old.key} ({ours}): {what} | by: {who} | note: {body}"
        lines = self.path.read_text("utf-8").splitlines()
        end = block.number - 1 if copy else self.end(block, lines)
        new = [*lines[: block.number - 1], *line.split("\n"), *lines[end:]]
        self.path.write_text("\n".join(new) + "\n", "utf-8")
        self.hear(old.key.words, what, who, note)

    def end(self, block: Block, lines: list[str]) -> int:
        """The line after a block's last one that is not blank."""
        at, left = block.number, len(block.more)
        while left:
            left -= bool(lines[at].strip())
            at += 1
        return at

    def forget(self, block: Block) -> None:
        """Who writes over an unsynced line wants it gone."""
        line = read_line(block)
        known = {(d.words, d.reviewer, d.note) for d in self.decisions.all("")}
        said = (line.key.words, line.by, line.note)
        if said not in known:
            self.said.pop(said, None)

    def hear(self, words: str, what: str, who: str, note: str) -> None:
        if what or clean_note(note):
            self.said[words, clean_name(who), clean_note(note)] = what

    @rule(at=st.integers(0, 2), label=st.sampled_from(list(Label)), who=NAMES, note=NOTES)
    def somebody_decides_in_the_page(self, at: int, label: Label, who: str, note: str) -> None:
        """The page reads the file first, keeps the decision, and writes the files again."""
        known = keys(FULL.verdicts)
        verdict = FULL.verdicts[at % len(FULL.verdicts)]
        key = known[verdict.claim.id]
        self.read_back()
        made = Decision(
            ARTICLE.sha256, verdict.claim.id, key.words, key.evidence,
            Action.AGREE if label is verdict.label else Action.CHANGE,
            label, verdict.label, who, clean_note(note), self.clock(),
        )  # fmt: skip
        self.decisions.append(made)
        self.said[key.words, who, clean_note(note)] = "page"
        rewrite(self.folder, self.decisions.all(ARTICLE.sha256))

    def clock(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at

    @rule()
    def read_back(self) -> None:
        sync(self.path, self.decisions, now=self.clock())
        assert sync(self.path, self.decisions, now=self.clock()).added == ()

    @rule(which=st.sampled_from(range(len(RUNS))))
    def next_run(self, which: int) -> None:
        write(RUNS[which], self.place / "reports", FORMATS, self.decisions.all(ARTICLE.sha256))

    @invariant()
    @precondition(lambda self: hasattr(self, "path"))
    def nothing_is_lost(self) -> None:
        known = {(d.words, d.reviewer, d.note) for d in self.decisions.all("")}
        lines = [read_line(block) for block in self.blocks()]
        written = {(line.key.words, line.by, line.note) for line in lines}
        assert set(self.said) <= known | written

    def teardown(self) -> None:
        self.open.close()
        shutil.rmtree(self.place)


Desk.TestCase.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
TestNothingIsLost = Desk.TestCase
