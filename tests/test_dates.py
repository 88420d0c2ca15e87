"""Dates are read as intervals, and compared only where the event is surely the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.numbers import case, findings
from verify.checkers.dates import Dates
from verify.checkers.dates_read import dates
from verify.types import Dated, Document, Finding, Outcome, PartialDate, Passage

TODAY = date(2024, 5, 15)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 5 July 2020", "2020-07-05", "2020-07-05"),
        ("on July 5th, 2020", "2020-07-05", "2020-07-05"),
        ("on 2020-07-05", "2020-07-05", "2020-07-05"),
        ("in February 2024", "2024-02-01", "2024-02-29"),
        ("in 1968", "1968-01-01", "1968-12-31"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("in Q3 2021", "2021-07-01", "2021-09-30"),
        ("in the third quarter of 2021", "2021-07-01", "2021-09-30"),
        ("in the first half of 2014", "2014-01-01", "2014-06-30"),
        ("in 2010–12", "2010-01-01", "2012-12-31"),
        ("in fiscal 2020", "2019-01-01", "2020-12-31"),
        ("in the 19th century", "1801-01-01", "1900-12-31"),
        ("yesterday", "2024-05-14", "2024-05-14"),
        ("on Monday", "2024-05-13", "2024-05-13"),
        ("last month", "2024-04-01", "2024-04-30"),
        ("last year", "2023-01-01", "2023-12-31"),
        ("three days ago", "2024-05-12", "2024-05-12"),
    ],
)
def test_a_mention_means_these_days(text: str, first: str, last: str) -> None:
    (found,) = dates(f"It happened {text}.", TODAY)
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["They may march.", "It cost $2000.", "Some 2,019 people came.", "31 June 2020 is no day."],
)
def test_words_and_amounts_that_look_like_dates_are_none(text: str) -> None:
    assert all(m.grain == "year" and "June" in text for m in dates(text, TODAY))


def test_since_and_until_are_told_apart() -> None:
    since, until = dates("He led it since 2004 and until 2010.")
    assert (since.role, until.role) == ("since", "until")


def test_another_year_of_the_same_event_refutes_and_says_how_far_apart() -> None:
    (found,) = findings("The company was founded in 1986.", ["The company was founded in 1968."])
    assert (found.outcome, found.detail) == (Outcome.REFUTES, "different")
    assert "18 years later" in found.explanation


def test_a_coarser_date_is_supported_by_a_finer_one_and_not_the_other_way() -> None:
    fine, coarse = "The treaty was signed on 5 July 1999.", "The treaty was signed in July 1999."
    assert [f.outcome for f in findings(coarse, [fine])] == [Outcome.SUPPORTS]
    assert findings(fine, [coarse]) == []


def test_a_day_apart_is_a_time_zone_and_refutes_nothing() -> None:
    found = findings("The ship sank on 4 May 1987.", ["The ship sank on 5 May 1987."])
    assert all(f.outcome is Outcome.NOTES for f in found)


def test_relative_dates_are_counted_from_publication() -> None:
    assert [f.outcome for f in _relative("2024-05-14")] == [Outcome.SUPPORTS]
    assert [f.outcome for f in _relative("2023-05-14")] == [Outcome.REFUTES]


def _relative(document_day: str) -> list[Finding]:
    asked, given_case = case("The museum opened on 13 May 2024.", ["The museum opened yesterday."])
    (evidence,) = given_case.evidence
    dated: Document = replace(
        evidence.passage.document, published=Dated(PartialDate(document_day), "argument")
    )
    passage = Passage(dated, 0, len(dated.text))
    return list(
        Dates().check(asked, replace(given_case, evidence=(replace(evidence, passage=passage),)))
    )


@pytest.mark.parametrize(
    "claim",
    [
        "The bridge was completed in 1955.",
        "the bridge was completed, in 1955",
        "The bridge had been completed in 1955!",
    ],
)
def test_rewording_a_claim_does_not_change_the_finding(claim: str) -> None:
    (found,) = findings(claim, ["The bridge was completed in 1932."])
    assert found.outcome is Outcome.REFUTES


LEE = "Ann Lee (20 May 1894 – 3 June 1986) was a Scottish painter, known as The Owl."


def test_a_life_in_brackets_dates_a_birth_however_the_claim_is_worded() -> None:
    (found,) = findings("The painter known as Ann Lee was born in 1904.", [LEE])
    (other,) = findings("Ann Lee, born in 1904, painted owls.", [LEE])
    assert {found.detail, other.detail} == {"different"}
    assert "“1904”; the source says “20 May 1894”: the claim's is 10 years later" in (
        other.explanation
    )
    assert other.facts[0].text == LEE  # the page's own words


def test_he_and_she_are_the_one_whom_the_paragraph_defines() -> None:
    pages = [
        "Tom Gray was a miller. He was born in 1841.",
        "Tom Gray: He was born in 1841.",
        "He was born in 1841.",
    ]
    outcomes = [[f.outcome for f in findings("Tom Gray was born in 1851.", [p])] for p in pages]
    assert outcomes == [[Outcome.REFUTES], [Outcome.REFUTES], []]


def test_a_page_on_one_of_several_namesakes_needs_its_mark_in_the_article() -> None:
    page = "Tom Gray was a rower. He was born in 1841."
    for title, rower, outcomes in (
        ("Tom Gray (rower)", "Tom Gray, a rower, was born in 1851.", [Outcome.REFUTES]),
        ("Tom Gray (rower)", "Tom Gray was born in 1851.", []),
        ("Tom Gray", "Tom Gray was born in 1851.", [Outcome.REFUTES]),
    ):
        asked, given_case = case(rower, [page])
        (evidence,) = given_case.evidence
        titled = replace(evidence.passage.document, title=title)
        passage = replace(evidence.passage, document=titled)
        shown = replace(given_case, evidence=(replace(evidence, passage=passage),))
        assert [f.outcome for f in Dates().check(asked, shown)] == outcomes, title


def test_sources_that_date_an_event_differently_are_both_shown() -> None:
    pages = ["The Red Mill was founded in 1861.", "The Red Mill, founded in 1871, is a museum."]
    (found,) = findings("The Red Mill, a museum of the town, was founded in 1861.", pages)
    assert (found.outcome, found.detail) == (Outcome.NOTES, "sources_disagree")
    assert len(found.facts) == 2


def test_an_age_at_death_is_worked_out_from_two_dates() -> None:
    (found,) = findings("Ann Lee died aged eighty-five.", [LEE])
    assert (found.outcome, found.detail) == (Outcome.REFUTES, "lasted")
    assert "92 years at death; the claim says 85" in found.explanation


def test_the_order_of_two_events_is_held_against_the_order_of_their_dates() -> None:
    page = LEE + " The Red Mill was founded in 1861."
    (found,) = findings("Ann Lee died before the Red Mill was founded.", [page])
    assert (found.outcome, found.detail) == (Outcome.REFUTES, "order")
    assert "“1861”" in found.explanation
    assert len(found.facts) == 2


def test_what_may_happen_twice_is_noted_not_refuted() -> None:
    (found,) = findings(
        "The council of Leith met on 4 May 1987.", ["The council of Leith met on 9 May 1987."]
    )
    assert (found.outcome, found.detail) == (Outcome.NOTES, "different")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Ann Lee the was born died ( ) – 1894 1986 20 May founded before after aged 85 , . in"
            " known as He -LRB- -RRB- `` opened [ ] Mill Red is a of".split()
        ),
        max_size=24,
    ),
    st.text(max_size=60),
)
def test_single_events_are_read_from_any_words_without_raising(parts: list[str], rest: str) -> None:
    text = " ".join(parts)
    for found in (*findings(text, [text + rest, rest]), *findings(rest, [text])):
        assert found.explanation


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.sampled_from("0123456789 ,.-–/'’stndrhofQFYjulymaythequarterlastago\n"), max_size=60)
    | st.text(max_size=80)
)
def test_reading_dates_never_raises(text: str) -> None:
    for found in dates(text, TODAY):
        assert found.first <= found.last
        assert text[found.start : found.end] == found.text


def notes(claim: str, *pages: str) -> list[str]:
    """The details of all notes; nothing else may be found."""
    found = findings(claim, list(pages))
    assert all(f.outcome is Outcome.NOTES for f in found)
    return [f.detail for f in found if f.checker == "dates"]


def test_another_span_of_years_is_shown() -> None:
    claim = "Jon Pell was finance minister from 2014 to 2018."
    page = (
        "He was deputy finance minister from 2014 to 2016 and finance minister from 2016 to 2018."
    )
    assert notes(claim, f"Jon Pell is an economist. {page}") == ["another_span"]
    assert notes(claim, f"{page} Jon Pell was finance minister from 2014 to 2018.") == []
    assert notes(claim, "Lia Moldan was finance minister from 2010 to 2016.") == []


def test_another_place_of_what_happens_once_is_shown() -> None:
    claim = "Ada Corvin was born in Tallis."
    assert notes(claim, "Ada Corvin was a painter. She was born in Porvin.") == ["another_place"]
    assert notes(claim, "Ada Corvin was born in 1871 in Tallis.") == []
    assert notes(claim, "Joe Marsh was born in Porvin.") == []


def test_a_weekday_counted_from_the_pages_day_is_shown_to_fall_within_the_claims_year() -> None:
    asked, given_case = case(
        "Elena Varga was elected in 2024.",
        ["Elena Varga was elected president on Sunday with 52.4 percent of the vote."],
    )
    (evidence,) = given_case.evidence
    printed = Dated(PartialDate("2024-11-25"), "argument")
    passage = replace(
        evidence.passage, document=replace(evidence.passage.document, published=printed)
    )
    shown = replace(given_case, evidence=(replace(evidence, passage=passage),))
    assert [f.detail for f in Dates().check(asked, shown)] == ["reckoned"]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Dora Hale is aged 59.", [Outcome.SUPPORTS]),
        ("Dora Hale was 59.", [Outcome.SUPPORTS]),
        ("Dora Hale is aged 60.", []),
        ("Dora Hale is aged 66.", [Outcome.REFUTES]),
        ("Dora Hale was 47.", []),
        ("Hale is aged 59.", []),
    ],
)
def test_an_age_is_that_of_the_articles_day(claim: str, expected: list[Outcome]) -> None:
    asked, given_case = case(claim, ["Dora Hale (born 4 December 1964) is a painter."])
    assert [f.outcome for f in Dates().check(asked, replace(given_case, on=TODAY))] == expected


def test_what_is_counted_in_a_quarter_is_not_counted_in_its_year() -> None:
    page = "The economy grew 0.6 percent in the fourth quarter of 2025."
    assert notes("The economy grew 0.6 percent in 2025.", page) == ["shorter"]
    assert findings(
        "The museum opened in 2025.", ["The museum opened in the fourth quarter of 2025."]
    )
