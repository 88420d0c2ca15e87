"""Reviewers' lines read back: what is understood, what is refused, and that nothing is lost."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_report_folder import AGREE, edit, lines
from tests.test_report_sample import report
from tests.test_schema import decision
from verify.errors import ReviewError
from verify.report import write
from verify.report.decisions import Action, Key, keys, standing
from verify.report.reviewline import clean_name, clean_note, read_lines, write_line
from verify.review.export import agreement, agreement_json, export_cases, export_rows
from verify.review.sync import sync
from verify.store import StoredDecisions
from verify.store.database import connect
from verify.types import Label


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(report(), tmp_path / "reports", ["md", "json"])


@pytest.fixture
def decisions(database: str) -> Iterator[StoredDecisions]:
    with connect(database) as store:
        yield store.decisions


def test_an_untouched_report_brings_no_decision(folder: Path, decisions: StoredDecisions) -> None:
    synced = sync(folder / "report.md", decisions)
    assert (synced.added, synced.known, synced.untouched) == ((), 0, 8)


def test_what_a_reviewer_wrote_is_kept_once(folder: Path, decisions: StoredDecisions) -> None:
    edit(folder, 0, AGREE)
    edit(folder, 4, r"- [ ] \1 Change to Refuted. | by: Reviewer Two | note:")
    edit(folder, 5, r"- [x] \1 not checkable | by: Reviewer Two | note: too vague | truly")
    edit(folder, 6, r"- [ ] \1  | by:  | note: only a thought")
    one, two, three, four = sync(folder / "report.md", decisions).added
    assert (one.action, one.label, one.reviewer) == ("agree", "refuted", "Reviewer One")
    assert one.note == "saw the record\nand the second page"
    assert one.claim == "Marco Rubio is a US Senator."
    assert (two.action, two.label, two.ours) == ("change", "refuted", "conflicting")
    assert (three.action, three.note) == ("not_checkable", "too vague | truly")
    assert (four.action, four.label) == ("note", None)
    again = sync(folder / "report.md", decisions)
    assert (again.added, again.known, again.untouched) == ((), 4, 4)
    assert len(decisions.all("")) == 4


def test_a_line_without_a_name_is_signed_by_who_syncs_or_refused(
    folder: Path, decisions: StoredDecisions
) -> None:
    edit(folder, 0, r"- [x] \1 agree | by: | note: n")
    with pytest.raises(ReviewError, match=r"line \d+: who decided"):
        sync(folder / "report.md", decisions)
    assert sync(folder / "report.md", decisions, reviewer="Me").added[0].reviewer == "Me"


def test_a_remark_beside_somebody_elses_decision_outlives_runs_before_the_sync(
    folder: Path, decisions: StoredDecisions
) -> None:
    edit(folder, 0, AGREE)
    sync(folder / "report.md", decisions)
    path = folder / "report.md"
    old = next(read_lines(path.read_text("utf-8"))).raw
    remark = re.sub(r"agree \|.*", "| by: Reviewer Two | note: I doubt it", old, flags=re.DOTALL)
    path.write_text(path.read_text("utf-8").replace(old, remark.replace("[x]", "[ ]")), "utf-8")
    for _ in range(3):
        write(report(), folder.parent, ["md", "json"], decisions.all(""))
    text = path.read_text("utf-8")
    assert "by: Reviewer Two | note: I doubt it" in text
    assert re.search(r"Reviewer: Reviewer One, [-0-9]+: refuted", text)
    assert [d.note for d in sync(path, decisions).added] == ["I doubt it"]


@pytest.mark.parametrize(
    ("to", "why"),
    [
        (r"- [x] \1 | by: Reviewer | note:", "ticked, but"),
        (r"- [ ] \1 perhaps | by: Reviewer | note:", "no decision"),
        (r"- [ ] \1 change to true | by: Reviewer | note:", "no decision"),
        (r"- [ ] \1 supported | by: Reviewer | note:", "no decision"),
        (r"- [y] \1 agree | by: Reviewer | note:", "not a reviewer's line"),
        (r"- [x] \1 agree by Reviewer", "not a reviewer's line"),
        (r"- [x] review: agree | by: Reviewer | note:", "not a reviewer's line"),
    ],
)
def test_a_line_that_cannot_be_understood_is_refused_and_nothing_is_kept(
    folder: Path, decisions: StoredDecisions, to: str, why: str
) -> None:
    edit(folder, 0, AGREE)
    edit(folder, 3, to)
    text = (folder / "report.md").read_text("utf-8").splitlines()
    number = next(n for n, x in enumerate(text, 1) if "Reviewer" in x and "One" not in x)
    with pytest.raises(ReviewError, match=rf"line {number}: .*{why}|line {number}: {why}"):
        sync(folder / "report.md", decisions)
    assert decisions.all("") == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_saved_by_any_editor_loses_no_letter_of_a_note(
    folder: Path, decisions: StoredDecisions, encoding: str
) -> None:
    edit(folder, 0, r"- [x] \1 agree | by: Zoë | note: Größe – «50 €»")
    path = folder / "report.md"
    path.write_bytes(path.read_text("utf-8").replace("\n", "\r\n").encode(encoding, "replace"))
    write(report(), folder.parent, ["md", "json"])
    (made,) = sync(path, decisions).added
    assert (made.reviewer, made.note, made.label) == ("Zoë", "Größe – «50 €»", "refuted")


@pytest.mark.parametrize(
    "line",
    [
        "review {0} agree | by: Ann | note: seen",
        "[x] review {0} agree | by: Ann | note: seen",
        "* [X] review {0} agree | by: Ann | note: seen",
        "+ [] review {0} agree | by: Ann | note: seen",
        "  - [x] review {0} agree\n  | by: Ann\n  | note: seen",
        "- [x] review {0} agree | by: Ann | note:\n\nseen\n",
    ],
)
def test_a_line_as_an_editor_may_leave_it_is_understood(
    folder: Path, decisions: StoredDecisions, line: str
) -> None:
    path = folder / "report.md"
    old = lines(folder)[0]
    head = old.removeprefix("- [ ] review ").partition(":")[0] + ":"
    path.write_text(path.read_text("utf-8").replace(old, line.format(head)), "utf-8")
    write(report(), folder.parent, ["md", "json"])
    (made,) = sync(path, decisions).added
    assert (made.label, made.reviewer, made.note) == ("refuted", "Ann", "seen")


@pytest.mark.parametrize(
    "line", ["- [-] review {0} agree | by: Ann | note: x", "TODO review {0} ok"]
)
def test_a_line_mangled_beyond_that_is_refused_and_kept_as_it_is(
    folder: Path, decisions: StoredDecisions, line: str
) -> None:
    path = folder / "report.md"
    old = lines(folder)[2]
    head = old.removeprefix("- [ ] review ").partition(":")[0] + ":"
    mangled = line.format(head)
    path.write_text(path.read_text("utf-8").replace(old, mangled), "utf-8")
    number = path.read_text("utf-8").splitlines().index(mangled) + 1
    with pytest.raises(ReviewError, match=rf"line {number}: not a reviewer's line"):
        sync(path, decisions)
    write(report(), folder.parent, ["md", "json"])
    assert mangled in path.read_text("utf-8").splitlines()


def test_a_report_that_is_not_there_or_has_no_json_is_refused(
    folder: Path, decisions: StoredDecisions
) -> None:
    (folder / "report.json").unlink()
    with pytest.raises(ReviewError, match=r"report\.json beside it is needed"):
        sync(folder / "report.md", decisions)
    with pytest.raises(ReviewError, match="cannot be read"):
        sync(folder / "other.md", decisions)


def test_an_edit_made_after_a_sync_is_a_new_decision(
    folder: Path, decisions: StoredDecisions
) -> None:
    edit(folder, 0, AGREE)
    sync(folder / "report.md", decisions)
    path = folder / "report.md"
    path.write_text(path.read_text("utf-8").replace("agree | by", "change to supported | by"))
    (made,) = sync(path, decisions, now=datetime.now(UTC) + timedelta(seconds=1)).added
    assert made.label is Label.SUPPORTED
    assert [d.label for d in decisions.all("")] == [Label.REFUTED, Label.SUPPORTED]


def test_a_decision_taken_back_in_the_page_is_not_made_again_by_the_old_file(
    folder: Path, decisions: StoredDecisions
) -> None:
    edit(folder, 0, AGREE)
    (made,) = sync(folder / "report.md", decisions).added
    later = made.decided_at + timedelta(seconds=5)
    decisions.append(replace(made, action=Action.WITHDRAW, label=None, note="", decided_at=later))
    assert sync(folder / "report.md", decisions).added == ()
    key = Key(made.words, made.evidence)
    assert standing(decisions.all(made.article_sha256), key).decision is None


@given(
    note=st.text(max_size=200),
    who=st.text(max_size=40),
    label=st.sampled_from(list(Label)),
    ours=st.sampled_from(list(Label)),
)
def test_a_line_reads_back_as_it_was_written(
    note: str, who: str, label: Label, ours: Label
) -> None:
    key = Key("0" * 12, "f" * 12)
    made = decision("c", key.words, label=label, note=note, reviewer=who)
    (line,) = read_lines(write_line(key, ours, made))
    assert (line.key, line.ours) == (key, ours)
    assert line.note == clean_note(note)
    assert line.by == clean_name(who)
    assert line.ticked


# --- several writers -------------------------------------------------------------------------


def add_many(address: str, who: str) -> None:
    with connect(address) as store:
        for n in range(20):
            store.decisions.append(decision("c", f"{n:012d}", reviewer=who))


def test_several_writers_lose_no_decision(decisions: StoredDecisions, database: str) -> None:
    context = get_context("spawn")
    workers = [context.Process(target=add_many, args=(database, f"process {n}")) for n in range(2)]
    threads = [threading.Thread(target=add_many, args=(database, f"thread {n}")) for n in range(3)]
    for worker in (*workers, *threads):
        worker.start()
    for worker in (*workers, *threads):
        worker.join()
    assert len(decisions.all("")) == 100


def test_the_same_decision_is_kept_once_and_reads_back_equal(decisions: StoredDecisions) -> None:
    made = decision("c", "0" * 12, note="Zeile\nzwei ⇄ \u2028")
    decisions.append(made)
    decisions.append(made)
    assert decisions.all("a") == (made,)
    assert decisions.all("another") == ()


# --- what is made of decisions ---------------------------------------------------------------


def test_overrides_become_cases_that_the_benchmark_can_run(
    folder: Path, decisions: StoredDecisions, tmp_path: Path
) -> None:
    edit(folder, 3, r"- [x] \1 change to supported | by: Reviewer | note: outdated page")
    edit(folder, 0, AGREE)
    sync(folder / "report.md", decisions)
    file = tmp_path / "cases.jsonl"
    assert export_cases(folder.parent, decisions, file) == 1
    (case,) = map(json.loads, file.read_text("utf-8").splitlines())
    assert set(case) == {"id", "claim", "evidence", "label"}
    assert case["label"] == "supported"
    assert case["claim"].startswith("The war between Israel and Hamas")
    assert case["evidence"][0].startswith("A ceasefire between")
    assert export_rows(folder.parent, decisions, tmp_path / "rows.jsonl") == 2


def test_a_disputed_override_is_no_case(
    folder: Path, decisions: StoredDecisions, tmp_path: Path
) -> None:
    edit(folder, 3, r"- [x] \1 change to supported | by: Reviewer | note:")
    (made,) = sync(folder / "report.md", decisions).added
    decisions.append(replace(made, reviewer="Two", label=Label.REFUTED, action=Action.AGREE))
    assert export_cases(folder.parent, decisions, tmp_path / "cases.jsonl") == 0


def test_agreement_is_counted_by_kind_and_by_confidence() -> None:
    made = [
        decision("a", "1" * 12, kind="office", confidence=0.99),
        decision("b", "2" * 12, kind="event", confidence=0.6, label=Label.SUPPORTED),
        decision("b", "2" * 12, kind="event", confidence=0.6, action=Action.NOTE, label=None),
        decision("c", "3" * 12, kind="event", confidence=0.8),
        decision("c", "3" * 12, kind="event", action=Action.WITHDRAW, label=None),
    ]
    found = {a.group: (a.agreed, a.n) for a in agreement(made)}
    assert found == {
        "all claims": (1, 2),
        "kind: event": (0, 1),
        "kind: office": (1, 1),
        "confidence: 0.50–0.75": (0, 1),
        "confidence: 0.97–1.00": (1, 1),
    }
    assert json.loads(agreement_json(made))[0]["share"] == 0.5
    assert agreement([])[0].share == 0.0


def test_a_withdrawal_brings_back_the_reviewers_decision_before_it() -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    words = "1" * 12
    made = [
        decision("a", words, decided_at=at),
        decision("a", words, decided_at=at + timedelta(1), label=Label.SUPPORTED),
        decision("a", words, decided_at=at + timedelta(2), action=Action.WITHDRAW, label=None),
    ]
    found = standing(made, Key(words, "e"))
    assert found.decision == made[0]
    assert not found.disputed


def test_reviewers_who_disagree_are_both_shown() -> None:
    words = "1" * 12
    made = [
        decision("a", words, reviewer="One"),
        decision("a", words, reviewer="Two", label=Label.SUPPORTED,
                 decided_at=datetime(2027, 1, 1, tzinfo=UTC)),
    ]  # fmt: skip
    found = standing(made, Key(words, "changed"))
    assert found.decision == made[1]
    assert found.disputed == (made[0],)
    assert found.stale


def test_lines_in_the_file_and_claims_in_the_report_are_the_same(folder: Path) -> None:
    found = {re.search(r"review (\S+) ", x).group(1) for x in lines(folder)}  # type: ignore[union-attr]
    assert found == {str(k) for k in keys(report().verdicts).values()}
