"""From which day relative dates are counted, and where they stand behind a preposition."""

from __future__ import annotations

import pytest

from tests.claim_articles import claims_of, stated, texts_of


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Rents were a tenth down on last year.", "Rents were a tenth down on 2018."),
        ("Rents were up on last year.", "Rents were up on 2018."),
        ("Rents were a third below last year.", "Rents were a third below 2018."),
        ("Rents are well above last year.", "Rents are well above 2018."),
        ("Rents are the same as last year.", "Rents are the same as in 2018."),
        ("Rents improved on last year.", "Rents improved on 2018."),
        ("The lease ran out last year.", "The lease ran out in 2018."),
        ("The strike went on last year.", "The strike went on in 2018."),
        ("Ann Voss took over last year.", "Ann Voss took over in 2018."),
        ("The tide came in last year.", "The tide came in in 2018."),
        ("The band played on yesterday.", "The band played on on 19 November 2019."),
    ],
)
def test_a_date_behind_a_preposition_takes_no_other(text: str, claim: str) -> None:
    assert stated(text, published="2019-11-20") == [claim]


SITTING = "The Speaker said that the bill had been put down for today."


@pytest.mark.parametrize(
    "heading",
    [
        "Record of the 12th sitting, 4 May 2020 (extract)",
        "Minutes of the meeting of the harbour board, May 4, 2020",
        "Council minutes\n\nMonday 4 May 2020",
    ],
)
def test_a_record_speaks_from_its_own_day(heading: str) -> None:
    found = texts_of(f"{heading}\n\n{SITTING}", published="2020-05-06")
    assert "The bill had been put down for 4 May 2020." in found


@pytest.mark.parametrize(
    "heading",
    ["Record rain fell on 4 May 2020", "A record of failure: the dam that broke on 4 May 2020"],
)
def test_a_heading_with_a_date_makes_no_record(heading: str) -> None:
    found = texts_of(f"{heading}\n\n{SITTING}", published="2020-05-06")
    assert "The bill had been put down for 6 May 2020." in found


@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("Update, Dec. 4:", "3 December 2019"),
        ("*Updated 4 December 2019:", "3 December 2019"),
        ("Correction (Dec. 4):", "3 December 2019"),
        ("On Friday 4 fans said", "19 November 2019"),
    ],
)
def test_a_note_of_another_day_counts_from_there(label: str, day: str) -> None:
    text = f"It rained in Varna on Tuesday.\n\n{label} The mill reopened on Tuesday."
    found = texts_of(text, published="2019-11-20")
    assert "It rained in Varna on 19 November 2019." in found
    assert any(f"reopened on {day}." in t for t in found)


def test_without_a_year_a_note_is_of_the_nearest_day() -> None:
    text = "It rained in Varna.\n\nUpdate, Jan. 3: The mill reopened yesterday."
    assert any("2 January 2020" in t for t in texts_of(text, published="2019-12-30"))


@pytest.mark.parametrize(
    "other",
    [
        "The school year begins in August.",
        "It lost money in fiscal 2019.",
        "Fares rose in 2019-20.",
        "The financial year ends in March.",
    ],
)
def test_next_year_stays_open_beside_other_years(other: str) -> None:
    (claim,) = claims_of(f"{other} Trams will run at night next year.", published="2019-11-20")[1:]
    assert claim.text == "Trams will run at night next year."
    assert claim.unresolved == ("next year",)


@pytest.mark.parametrize("other", ["Fans liked the 2019-20 season.", "It rained in 2019."])
def test_next_year_is_the_calendars_elsewhere(other: str) -> None:
    (claim,) = claims_of(f"{other} Trams will run at night next year.", published="2019-11-20")[1:]
    assert claim.text == "Trams will run at night in 2020."


def test_two_years_ago_is_counted_in_any_article() -> None:
    text = "The school year is long. The mill closed two years ago."
    assert "The mill closed in 2017." in texts_of(text, published="2019-11-20")
