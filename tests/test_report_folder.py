"""The report's folder: its name, whole files, one article each, no reviewer's word lost."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_report_sample import article, claim, evidence, refuted, report, verdicts
from tests.test_schema import decision
from verify.report import RENDERERS, folder_name, rewrite, write
from verify.report.decisions import keys
from verify.report.folder import slug
from verify.report.restore import restored
from verify.types import Label, Verdict


def lines(folder: Path) -> list[str]:
    text = (folder / "report.md").read_text("utf-8")
    return re.findall(r"^- \[.\] review .*$", text, re.MULTILINE)


def edit(folder: Path, number: int, to: str) -> None:
    """Fill in the reviewer's line of the claim at that place in the report."""
    path = folder / "report.md"
    text = path.read_text("utf-8")
    old = lines(folder)[number]
    path.write_text(text.replace(old, re.sub(r"- \[ \] (.*:)  \| by:.*", to, old)), "utf-8")


AGREE = r"- [x] \1 agree | by: Reviewer One | note: saw the record\n  and the second page"


def test_a_folder_is_named_by_date_and_title() -> None:
    assert folder_name(report()) == (
        "2025-12-20-pakistan-offers-troops-for-gaza-force-us-senator-rubio"
    )
    assert folder_name(report(article(published="2025-12"))).startswith("2025-12-01-pakistan")
    assert folder_name(report(article(published=""))).startswith("2025-12-31-pakistan")


@given(st.text(max_size=200))
def test_a_slug_is_short_plain_and_never_empty(title: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(title))
    assert len(slug(title)) <= 60


def test_accents_become_plain_letters_and_other_scripts_a_hash() -> None:
    assert slug("Élections à Paris: l'été!") == "elections-a-paris-lete"
    assert slug("ارتقاء") != slug("選挙")
    assert slug("../../etc/passwd") == "etc-passwd"


def test_every_format_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    folder = write(report(), tmp_path, list(RENDERERS))
    assert sorted(p.name for p in folder.iterdir()) == sorted(r.file for r in RENDERERS.values())


def test_a_format_that_is_there_is_never_left_older_than_the_others(tmp_path: Path) -> None:
    folder = write(report(), tmp_path, ["md", "html", "json"])
    on = article()
    write(report(on, [refuted(verdicts(on)[3].claim)]), tmp_path, ["json"])
    assert "1 claim checked" in (folder / "report.html").read_text("utf-8")
    assert "1 claim checked" in (folder / "report.md").read_text("utf-8")


def test_another_article_of_the_same_day_and_title_gets_its_own_folder(tmp_path: Path) -> None:
    one = replace(article("Same title\n\nOne."), url=None, origin="one.txt")
    two = replace(article("Same title\n\nTwo."), url=None, origin="two.txt")
    first, second = (write(report(a, []), tmp_path, ["md"]) for a in (one, two))
    assert first != second
    assert write(report(two, []), tmp_path, ["md"]) == second
    again = replace(article("Same title\n\nOne, corrected."), url=None, origin="one.txt")
    assert write(report(again, []), tmp_path, ["json", "md"]) == first


def test_two_runs_at_once_leave_one_whole_report(tmp_path: Path) -> None:
    on = article()
    kinds = [report(on), report(on, [refuted(verdicts(on)[3].claim)])]
    with ThreadPoolExecutor(4) as pool:
        folders = list(pool.map(lambda n: write(kinds[n % 2], tmp_path, ["md", "json"]), range(12)))
    (folder,) = set(folders)
    claims = len(json.loads((folder / "report.json").read_text("utf-8"))["claims"])
    assert len(lines(folder)) == claims
    assert {p.name for p in folder.iterdir()} == {"report.md", "report.json"}


def test_a_disk_that_cannot_be_written_leaves_the_old_report(tmp_path: Path) -> None:
    folder = write(report(), tmp_path, ["json"])
    before = (folder / "report.json").read_bytes()
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FileExistsError):
        write(report(), tmp_path / "file", ["json"])
    assert (folder / "report.json").read_bytes() == before


def test_the_next_run_keeps_what_a_reviewer_wrote(tmp_path: Path) -> None:
    folder = write(report(), tmp_path, ["md"])
    edit(folder, 0, AGREE)
    written = (folder / "report.md").read_text("utf-8")
    write(report(), tmp_path, ["md"])
    again = (folder / "report.md").read_text("utf-8")
    assert "saw the record\n  and the second page" in again
    assert again.replace("reviewed: 1", "reviewed: 0") == written
    write(report(), tmp_path, ["md"])
    assert (folder / "report.md").read_text("utf-8") == again


def test_a_changed_verdict_is_marked_and_the_reviewers_word_keeps_its_meaning(
    tmp_path: Path,
) -> None:
    on = article()
    made = report(on)
    folder = write(made, tmp_path, ["md"])
    edit(folder, 0, AGREE)
    first = made.verdicts[0]
    proof = evidence("Marco Rubio, US Senator, spoke.", (0.95, 0.02, 0.03))
    now = replace(first, label=Label.SUPPORTED, rule="r", why="w", findings=(), evidence=(proof,))
    write(report(on, [now, *made.verdicts[1:]]), tmp_path, ["md"])
    text = (folder / "report.md").read_text("utf-8")
    assert "(supported): change to refuted | by: Reviewer One" in text
    assert "The evidence has changed since this was reviewed." in text


def test_a_review_of_a_claim_that_is_gone_is_kept(tmp_path: Path) -> None:
    on = article()
    folder = write(report(on), tmp_path, ["md"])
    edit(folder, 0, AGREE)
    kept = lines(folder)[0]
    for _ in range(2):
        write(report(on, [Verdict(claim(on, "Masood Khan"), Label.SUPPORTED, 1, "r", "w")]),
              tmp_path, ["md"])  # fmt: skip
        assert kept in lines(folder)
    write(report(on), tmp_path, ["md"])
    assert lines(folder)[0] == kept


def test_a_line_that_cannot_be_read_is_kept_word_for_word(tmp_path: Path) -> None:
    folder = write(report(), tmp_path, ["md"])
    edit(folder, 1, r"- [x] \1 perhaps | by: Reviewer One | note: not sure\n  at all")
    broken = lines(folder)[1]
    for _ in range(2):
        write(report(), tmp_path, ["md"])
        text = (folder / "report.md").read_text("utf-8")
        assert f"{broken}\n  at all" in text
        assert text.count("perhaps") == 1


def test_decisions_from_the_store_fill_the_lines_and_the_json(tmp_path: Path) -> None:
    made = report()
    first = made.verdicts[0]
    key = keys(made.verdicts)[first.claim.id]
    vote = decision(first.claim.id, key.words, evidence=key.evidence, note="seen")
    folder = write(made, tmp_path, ["md", "json"], [vote])
    assert lines(folder)[0].endswith("(refuted): agree | by: Reviewer One | note: seen")
    value = json.loads((folder / "report.json").read_text("utf-8"))
    assert value["claims"][0]["review"]["decision"]["note"] == "seen"


def test_a_report_read_back_from_its_json_is_written_alike(tmp_path: Path) -> None:
    made = report()
    folder = write(made, tmp_path, ["md", "json", "html", "csv"])
    before = {p.name: p.read_text("utf-8") for p in folder.iterdir()}
    rewrite(folder, ())
    assert {p.name: p.read_text("utf-8") for p in folder.iterdir()} == before


def test_the_keys_of_a_claim_are_the_same_when_read_back() -> None:
    made = report()
    value = json.loads(RENDERERS["json"].render(made))
    assert keys(restored(value).verdicts) == keys(made.verdicts)


def test_a_statement_made_twice_has_two_keys_that_stay() -> None:
    on = article("Head\n\nIt rained. It rained.")
    one = claim(on, "It rained")
    two = replace(one, id="second", start=one.start + 11, end=one.end + 11)
    both = [Verdict(c, Label.SUPPORTED, 1, "r", "w") for c in (one, two)]
    found = keys(both)
    assert found[one.id].words != found["second"].words
    assert keys(both[::-1]) == found
    assert keys(both[:1])[one.id] == found[one.id]


def test_a_folder_with_only_what_a_killed_run_left_aside_is_used_again(tmp_path: Path) -> None:
    folder = write(report(), tmp_path)
    for file in folder.iterdir():
        file.unlink()
    (folder / ".report.md.x1").write_text("half a rep", "utf-8")
    assert write(report(), tmp_path) == folder
