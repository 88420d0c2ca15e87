"""Clauses and phrases behind a noun: of whom they are told, when it was so, and where they end."""

from __future__ import annotations

import pytest

from tests.claim_articles import spoken, stated


@pytest.mark.parametrize(
    ("text", "claim", "never"),
    [
        (
            "Anna Roe at Delmar Bank, who cut her forecast in May, expects a loss.",
            "Anna Roe at Delmar Bank cut her forecast in May.",
            "Delmar Bank cut",
        ),
        (
            "Ivo Brandt of the Farmers' Union, who spoke last, called the plan a betrayal.",
            "Ivo Brandt of the Farmers' Union spoke last.",
            "The Farmers' Union spoke",
        ),
        (
            "The court heard the director of the dental hospital, who denied the charge.",
            "The director of the dental hospital denied the charge.",
            "The dental hospital denied",
        ),
        (
            "The mayor of Kent, who resigned in May, was fined.",
            "The mayor of Kent resigned in May.",
            "Kent resigned",
        ),
        (
            "Dora Pell, formerly his assistant in a gallery in Ghent, who sold him the picture,"
            " gave evidence in May.",
            "Dora Pell sold him the picture.",
            "A gallery in Ghent sold",
        ),
        # the number tells
        (
            "The lawyer for the miners, who were not in court, asked for time.",
            "The miners were not in court.",
            "The lawyer for the miners was",
        ),
    ],
)
def test_who_is_the_person_before_a_body_or_a_place(text: str, claim: str, never: str) -> None:
    found = stated(text)
    assert claim in found
    assert not any(f.startswith(never) for f in found)


@pytest.mark.parametrize(
    "text",
    [
        # the last of several, or all of them
        "The fund owes money to the Harbour Trust and the Rowing Club, to which interest is due.",
        "Roe thanked her father and mother, her coach and her brother Tom, who left early.",
        # what is written, or what it is about
        "The agency issued a warning on Lorvex, which is taken by 40,000 patients.",
        "The board began an inquiry into the crash, which killed nine people.",
        # one person or several
        "A spokesman for the police, who arrested nine people, gave no names.",
        # what is no more so, or among others
        "Ten ships, among them two tankers, were hit.",
        "The rules, as revised, took effect in June.",
        "The river, this time, stayed within the banks.",
        "Mabel Orr, an editor between 1926 and 1949, wrote it.",
    ],
)
def test_what_may_be_told_of_another_or_is_no_statement_stays(text: str) -> None:
    assert stated(text) == [text]


@pytest.mark.parametrize(
    ("things", "paid"),
    [
        ("a mill, two barns and a yacht, Blue Star", ""),
        ("paintings for £90,000, a new barn, and a motor yacht, Second Star", "Second Star"),
    ],
)
def test_what_stands_behind_a_list_is_not_told_of_its_first_items(things: str, paid: str) -> None:
    found = stated(f"Roe bought {things}, for which she paid £2,000 in 2018.")
    told = [f for f in found if f.startswith("She paid")]
    assert told == ([f"She paid £2,000 in 2018 for {paid}."] if paid else [])


def test_who_thinks_is_a_body_and_no_estimate() -> None:
    found = stated(
        "Sales fell, on an estimate of the trade watchdog, which believes that few were honest."
    )
    assert "The trade watchdog believes that few were honest." in found


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Olga Brandt, who ran the port until June 2017, when Tom Pell took over, left Varna.",
            [
                "Olga Brandt ran the port until June 2017, when Tom Pell took over.",
                "Olga Brandt left Varna.",
            ],
        ),
        (
            "The club replaces Mara Lind, who left in June for family reasons, two years into her"
            " contract.",
            [
                "The club replaces Mara Lind.",
                "Mara Lind left in June for family reasons, two years into her contract.",
            ],
        ),
        (
            "The club hired Mara Lind, who left Oslo in June, six months before her deal ended.",
            [
                "The club hired Mara Lind.",
                "Mara Lind left Oslo in June, six months before her deal ended.",
            ],
        ),
        (
            "The ban is cut to nine months, starting on 3 March 2018, the date of the arrest.",
            [
                "The ban is cut to nine months.",
                "The ban started on 3 March 2018, the date of the arrest.",
            ],
        ),
        (
            "The firm was founded in 1920 as Dale Brothers, a supplier of lamp oil.",
            [
                "The firm was founded in 1920 as Dale Brothers.",
                "Dale Brothers was a supplier of lamp oil.",
            ],
        ),
        (
            "The charter, as amended, was adopted in May and was sent to the king.",
            [
                "The charter, as amended, was adopted in May.",
                "The charter, as amended, was sent to the king.",
            ],
        ),
    ],
)
def test_what_dates_a_clause_stays_with_it(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # what stands behind the second comma goes on with the verb before the first
        (
            "Critics praised Ines Prat, the nurse whose diary exposed the ward, as “brave”.",
            [
                "Critics praised Ines Prat as “brave”.",
                "Ines Prat is the nurse whose diary exposed the ward.",
            ],
        ),
        # what somebody said of a thing is none of the main clause
        (
            "The board met the mine's engineer, who said a first estimate, published in May, was"
            " wrong.",
            [
                "The board met the mine's engineer.",
                "The mine's engineer said a first estimate was wrong.",
                "A first estimate was published in May.",
            ],
        ),
        # of two verbs in a row the first is a noun
        (
            "The wind did not reach the speed at which harbour rules call for a stop.",
            ["The wind did not reach the speed at which harbour rules call for a stop."],
        ),
        # behind a preposition without an object stands no verb
        (
            "A nurse who is leading a campaign over contaminated heart pills vowed to go on in"
            " May.",
            [
                "A nurse is leading a campaign over contaminated heart pills.",
                "A nurse who is leading a campaign over contaminated heart pills vowed to go on in"
                " May.",
            ],
        ),
        # both did
        (
            "Kelmar Rail, the operator, and its drivers agreed a deal, averting a strike.",
            [
                "Kelmar Rail is the operator.",
                "Kelmar Rail and its drivers agreed a deal.",
                "Kelmar Rail and its drivers averted a strike.",
            ],
        ),
        (
            "Police named the victims as a married couple, Anna and Tom Pell.",
            [
                "Police named the victims as Anna and Tom Pell.",
                "Anna and Tom Pell are a married couple.",
            ],
        ),
    ],
)
def test_a_clause_ends_where_its_sense_does(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


def test_a_participle_behind_a_subject_is_no_second_main_verb() -> None:
    found = spoken("The airline argued that a walkout pencilled in for May would be illegal.")
    assert found == {"A walkout pencilled in for May would be illegal.": "The airline"}


def test_its_share_is_that_of_the_fund_of_several() -> None:
    found = stated("The family trust of the Hales, with its 22 per cent, said that it would sell.")
    assert not any(f.startswith("The Hales ha") for f in found)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The daughter of Tom Pell, who owns the mill, was fined.", "Tom Pell owns the mill."),
        ("The town, with its two mills, is poor.", "The town has two mills."),
        ("The town sold the quay, which was built in 1901.", "The quay was built in 1901."),
    ],
)
def test_what_is_clear_is_told_as_before(text: str, claim: str) -> None:
    assert claim in stated(text)
