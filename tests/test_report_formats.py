"""HTML, CSV, ClaimReview and the index: text from outside stays text, and what each must hold."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from tests.test_report_md import HOSTILE, hostile_report
from tests.test_report_sample import article, claim, refuted, report, verdicts
from tests.test_schema import decision
from verify.report import RENDERERS, write, write_index
from verify.report.decisions import Action, keys
from verify.report.differing import marked, missing
from verify.types import Label, Report, Verdict


def soup(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "html.parser")


def skeleton(text: str) -> list[str]:
    """Every element of a page with its attributes' names."""
    return [f"{e.name} {sorted(e.attrs)}" for e in soup(text).find_all(True)]


@pytest.mark.parametrize("words", HOSTILE)
def test_text_from_outside_makes_no_element_of_its_own_in_html(words: str) -> None:
    text = RENDERERS["html"].render(hostile_report(words))
    page = soup(text)
    assert len(page.find_all("script")) == 1
    assert len(page.find_all("style")) == 1
    assert not page.find_all(["img", "iframe", "object", "link", "base", "form"])
    for element in page.find_all(True):
        assert not [name for name in element.attrs if name.startswith("on") or name == "style"]
        assert element.get("href", "#").startswith("#")
    usual = {"mark", "li", "p", "br"}  # how many there are follows from the words, not from markup
    plain = RENDERERS["html"].render(hostile_report("plain words"))
    kinds = {s.split(" ")[0] for s in skeleton(text)}
    assert kinds - usual <= {s.split(" ")[0] for s in skeleton(plain)} | usual


def test_the_policy_names_the_hashes_of_what_is_in_the_page() -> None:
    page = soup(RENDERERS["html"].render(report()))
    policy = page.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    assert "default-src 'none'" in policy
    for name in ("style", "script"):
        digest = hashlib.sha256(page.find(name).string.encode()).digest()
        assert f"{name}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy


def test_the_page_has_one_heading_level_one_a_language_and_no_double_ids() -> None:
    page = soup(RENDERERS["html"].render(report()))
    assert len(page.find_all("h1")) == 1
    assert page.html["lang"] == "en"
    ids = [e["id"] for e in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    for link in page.find_all("a", href=re.compile("^#")):
        assert link["href"][1:] in ids


def test_the_html_shows_the_whole_article_and_every_claim() -> None:
    on = article()
    page = soup(RENDERERS["html"].render(report(on)))
    for tag in page.select(".tag"):
        tag.decompose()
    shown = " ".join(page.select_one(".paper").get_text().split())
    for line in filter(None, on.text.split("\n")):
        assert " ".join(line.split()) in shown
    assert len(page.select("details.claim")) == 8


def test_a_verdict_is_never_told_by_colour_alone() -> None:
    page = soup(RENDERERS["html"].render(report()))
    for tag in page.select(".tag"):
        assert tag.get_text()[0] in "✗⇄?✓–"
    words = {e.get_text().split(" ", 1)[1].strip() for e in page.select("details.claim .verdict")}
    expected = {"Refuted", "Conflicting", "Not enough evidence", "Supported", "Not checkable"}
    assert words == expected


def test_the_role_window_is_a_picture_and_a_table() -> None:
    page = soup(RENDERERS["html"].render(report()))
    picture = page.find("svg", role="img")
    assert "2022-04-19 to 2024-09-18" in picture["aria-label"]
    assert len(picture.select(".term")) == 3
    assert "2022-04-19 to 2024-09-18" in picture.find_next("table").get_text()


def test_measured_calibration_is_drawn_with_its_table() -> None:
    bins = [{"confidence": 0.9, "accuracy": 0.88, "n": 41}]
    page = soup(RENDERERS["html"].render(report(extra={"calibration": bins})))
    assert page.select_one("svg.calibration circle")["cx"] == "220.0"
    assert "41" in page.select_one("svg.calibration").find_next("table").get_text()


# --- reviewed reports ------------------------------------------------------------------------


def signed(
    label: Label = Label.REFUTED, *, stale: bool = False, disputed: bool = False, **more: object
) -> Report:
    """The sample with its first claim reviewed."""
    made = report()
    first = made.verdicts[0]
    key = keys(made.verdicts)[first.claim.id]
    fields = {"evidence": "old" if stale else key.evidence, "label": label} | more
    votes = [decision(first.claim.id, key.words, **fields)]
    if disputed:
        other = {**fields, "reviewer": "Two", "label": Label.SUPPORTED}
        votes.append(decision(first.claim.id, key.words, **other))
    return replace(made, extra={"decisions": tuple(votes)})


def graph(made: Report) -> list[dict[str, object]]:
    return list(json.loads(RENDERERS["claimreview"].render(made))["@graph"])


def test_only_claims_that_somebody_signed_off_become_claim_reviews() -> None:
    assert graph(report()) == []
    (one,) = graph(signed())
    assert one["@type"] == "ClaimReview"
    assert one["claimReviewed"] == "Marco Rubio is a US Senator."
    assert one["reviewRating"]["ratingValue"] == 1  # type: ignore[index]
    assert one["reviewRating"]["alternateName"] == "Refuted"  # type: ignore[index]
    required = {"claimReviewed", "reviewRating", "url", "author", "datePublished", "itemReviewed"}
    assert required <= set(one)


def test_no_claim_review_of_what_is_disputed_stale_open_or_unsigned() -> None:
    assert graph(signed(stale=True)) == []
    assert graph(signed(disputed=True)) == []
    assert graph(signed(Label.NOT_ENOUGH_EVIDENCE, action=Action.CHANGE)) == []
    assert graph(signed(reviewer="")) == []


def test_a_review_shows_in_html_and_markdown() -> None:
    made = signed(stale=True, note="Saw the record.")
    for name in ("html", "md"):
        text = RENDERERS[name].render(made)
        assert "The evidence has changed since this was reviewed." in text
        assert "Reviewer One" in text
        assert "Saw the record." in text


# --- CSV -------------------------------------------------------------------------------------


def test_the_table_has_a_row_a_claim_and_can_hold_no_formula() -> None:
    on = article("=HYPERLINK(1)\n\n+1 and @SUM(A1) are here")
    made = [refuted(claim(on, "=HYPERLINK(1)")), refuted(claim(on, "+1 and"), ),
            refuted(claim(on, "@SUM(A1)"))]  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(RENDERERS["csv"].render(report(on, made)))))
    assert sorted(r["quote"] for r in rows) == ["'+1 and", "'=HYPERLINK(1)", "'@SUM(A1)"]
    assert {r["verdict"] for r in rows} == {"refuted"}


@pytest.mark.parametrize("words", HOSTILE)
def test_a_cell_is_one_line(words: str) -> None:
    rows = list(csv.reader(io.StringIO(RENDERERS["csv"].render(hostile_report(words)))))
    assert len(rows) == 2
    assert not any("\n" in cell for cell in rows[1])


# --- the index -------------------------------------------------------------------------------


def test_the_index_lists_reports_with_counts_and_what_waits(tmp_path: Path) -> None:
    write(report(), tmp_path, ["md", "json", "html"])
    other = article("Older news\n\nIt rained.", published="2019-05-01")
    write(report(other, [refuted(claim(other, "It rained"))]), tmp_path, ["md", "json"])
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "report.json").write_text("{")
    page, text = write_index(tmp_path)
    rows = soup(page.read_text("utf-8")).select("tbody tr")
    assert [r.select("td")[1].get_text() for r in rows] == ["2025-12-20", "2019-05-01"]
    assert [td.get_text() for td in rows[0].select("td")[3:]] == ["4", "1", "1", "1", "1", "7"]
    assert rows[0].a["href"].endswith("us-senator-rubio/report.html")
    assert rows[1].a["href"] == "2019-05-01-older-news/report.md"
    assert "| 2025-12-20 | 2026-01-02 | 4 | 1 | 1 | 1 | 1 | 7 |" in text.read_text("utf-8")


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_title_makes_nothing_in_the_index(tmp_path: Path, words: str) -> None:
    write(hostile_report(words), tmp_path, ["json", "md"])
    page, text = write_index(tmp_path)
    (row,) = soup(page.read_text("utf-8")).select("tbody tr")
    assert {e.name for e in row.find_all(True)} == {"td", "a"}
    assert len(text.read_text("utf-8").splitlines()) == 7


# --- differing words -------------------------------------------------------------------------


def test_numbers_and_names_that_differ_are_marked_and_endings_are_not() -> None:
    pieces = marked("The army lost 40 tanks near Kherson.", "The army has lost 30 tanks near Kyiv")
    assert [p.text for p in pieces if p.differs] == ["40", "Kherson"]
    assert missing("The army lost 40 tanks.", "Armies lost 30 tanks in Kyiv.") == (
        "Armies",
        "30",
        "Kyiv",
    )


def test_a_passage_about_much_else_has_only_its_names_and_numbers_marked() -> None:
    passage = (
        "Farmers in the valley of Swat harvested wheat while markets stayed closed until May 3."
    )
    pieces = marked(passage, "The minister resigned")
    assert [p.text for p in pieces if p.differs] == ["Swat", "May 3"]


@given(st.text(max_size=200), st.text(max_size=100))
def test_marked_pieces_join_to_the_passage(passage: str, words: str) -> None:
    assert "".join(p.text for p in marked(passage, words)) == passage


def test_a_report_of_every_label_renders_in_every_format() -> None:
    on = article()
    for label in Label:
        made = [replace(v, label=label) for v in verdicts(on)]
        for renderer in RENDERERS.values():
            assert renderer.render(report(on, made)).endswith("\n")


def test_a_claim_at_the_very_end_and_one_over_two_lines_are_marked() -> None:
    on = article("Head\n\nOne two\nthree four")
    made = [
        Verdict(claim(on, "two\nthree"), Label.SUPPORTED, 0.9, "r", "w"),
        Verdict(claim(on, "four"), Label.REFUTED, 0.9, "r", "w"),
    ]
    page = soup(RENDERERS["html"].render(report(on, made)))
    marks = [(m.get_text(), m["href"]) for m in page.select(".paper .mark")]
    assert marks == [("two", "#c1"), ("three", "#c1"), ("four", "#c2")]
