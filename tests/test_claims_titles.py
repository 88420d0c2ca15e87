"""Titles before names: whose they are, where they end, what is left whole."""

from __future__ import annotations

import pytest

from tests.claim_articles import stated
from tests.test_claims_voices import words_of
from verify.claims.holders import title_goes_on


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Mara Lind rang her former lawyer Karl Voss on Monday.",
            ["Mara Lind rang Karl Voss on Monday.", "Karl Voss is Mara Lind's former lawyer."],
        ),
        (
            "Their coach Ann Roe praised the team.",
            ["Ann Roe is their coach.", "Ann Roe praised the team."],
        ),
        (
            "The firm's founder Ann Roe praised the team.",
            ["Ann Roe is the firm's founder.", "Ann Roe praised the team."],
        ),
    ],
)
def test_a_title_is_somebodys(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "The film was shot by the late documentary and thriller director Karl Voss.",
        "The theatre and opera critic Lee Moss left.",
        "They praised chef and author Lena Brandt.",
        "The club was led by former miner and lorry driver Karl Voss.",
        "The new app was built by former teacher and coder Lena Brandt.",
        "The statue shows King Harald III on a horse.",
        "The king met Queen Anne in Varna.",
    ],
)
def test_half_a_title_and_a_sovereigns_stay_with_the_name(text: str) -> None:
    assert stated(text) == [text]


def test_the_queen_is_the_one_who_was_named() -> None:
    found = stated("Queen Elizabeth II met the mayor. The queen thanked her. She left.")
    assert found[1] == "Elizabeth II thanked her."


def test_a_title_before_a_full_name_is_a_claim() -> None:
    found = stated("The painter and opera director Lee Moss left.")
    assert "Lee Moss left." in stated("Opera director Lee Moss left.")
    assert not any("painter and Lee" in c for c in found)
    assert "Anders Roe is a Prince." in stated("Prince Anders Roe opened the bridge.")


def test_a_firm_holds_no_office() -> None:
    found = stated("Ann Roe, President Orrbank South Europe, said the deal was closed.")
    assert "The deal was closed." in found
    assert not any(" is President" in c or "Roe, Orrbank" in c for c in found)
    found = stated("Ann Roe, Chief Operating Officer Norda Cables, signed the contract in May.")
    assert not any("Cables is" in c or "Roe, Norda" in c for c in found)
    found = stated("In Norda, President Ann Roe, who left in May, sold the house.")
    assert any("Ann Roe is" in c and "President" in c for c in found)


def test_a_title_ends_where_the_name_of_the_body_ends() -> None:
    found = stated(
        "“The pump is safe”, says Karl Voss, General Manager of Health Care Solutions Asia at"
        " Orrbank."
    )
    assert "Karl Voss is a General Manager of Health Care Solutions Asia at Orrbank." in found
    assert "Ann Roe is the Secretary of State." in stated("Secretary of State Ann Roe left.")


def test_a_name_is_not_torn_between_two_verbs() -> None:
    text = "adds Olaf Brandt , head of Life Care Norda at Orrbank"
    rows = (
        "VBZ/ROOT/0/ NNP/compound/2/PERSON NNP/nsubj/0/PERSON ,/punct/2/ NN/appos/2/ IN/prep/4/"
        " NNP/pobj/5/ORG NNP/compound/8/ORG NNP/nsubj/0/ORG IN/prep/0/ NNP/pobj/9/ORG"
    )
    words = title_goes_on(text, words_of(text, rows))
    assert (words[8].dep, words[8].head) == ("pobj", 5)
    assert (words[6].dep, words[6].head) == ("compound", 8)
    assert words[9].head == 4


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "She left after reading Giving Up Winter, a novel about a strike.",
            "Giving Up Winter is a novel about a strike.",
        ),
        (
            "Looking Back Again, a novel about a strike, was sold to nine publishers.",
            "Looking Back Again was sold to nine publishers.",
        ),
        ("Leaving South Norda, a small town, is allowed.", "South Norda is a small town."),
    ],
)
def test_a_particle_with_a_capital_stands_inside_a_title(text: str, claim: str) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "Helen Dray became Chief Constable in 2022.",
        "His Honour Judge Karl Moss sat.",
        "Mrs Justice Orr refused.",
        "Lord Justice Orr heard the appeal.",
        "Her Majesty opened the bridge.",
    ],
)
def test_a_rank_and_a_style_are_whole(text: str) -> None:
    assert stated(text) == [text]


def test_a_chief_constable_and_a_chief_justice_hold_an_office() -> None:
    found = stated("Chief Constable Helen Dray left.")
    assert found == ["Helen Dray is a Chief Constable.", "Helen Dray left."]
    assert "Karl Moss is a Chief Justice." in stated("Chief Justice Karl Moss sat.")


@pytest.mark.parametrize(
    "text",
    [
        "Nobody at the Anchor Lunch wanted to talk about it.",
        "A fire broke out at the Ambassador Theatre.",
        "Guests stayed at the Admiral Duncan for a week.",
    ],
)
def test_the_name_of_a_house_is_no_person_with_a_title(text: str) -> None:
    assert stated(text) == [text]


def test_the_dead_are_of_no_age_now() -> None:
    found = stated("Ann Roe, 34, was hurt. Karl Moss, 24, died in May. Tom Orr, 50, left.")
    assert "Karl Moss was aged 24." in found
    assert "Ann Roe is aged 34." in found
    assert "Eve Lund was aged 34." in stated("The inquest into the death of Eve Lund, 34, opened.")


def test_a_firm_named_behind_its_kind_is_nobody_of_its_name() -> None:
    found = stated(
        "Galerie Moss was founded by Karl Moss in 1890. Moss sells 40 prints a day. Mr Moss died"
        " in 1920."
    )
    assert "Moss sells 40 prints a day." in found
    assert "Karl Moss died in 1920." in found


def test_marks_of_emphasis_are_no_part_of_a_name() -> None:
    found = stated("**Ann Roe** (born 1961) has been a judge since 2010. She wrote *The Mill*.")
    assert "Ann Roe was born in 1961." in found
    assert "Ann Roe wrote The Mill." in found


def test_a_title_of_several_is_each_ones() -> None:
    assert stated("Roe starred with actors Ann Lee and Tom Poe.") == [
        "Roe starred with Ann Lee.",
        "Roe starred with Tom Poe.",
        "Ann Lee is an actor.",
        "Tom Poe is an actor.",
    ]
    assert "Ann Lee is a director." in stated("Roe worked with directors Ann Lee and Tom Poe.")
    counted = "Roe studied with two former ministers Ann Lee and Tom Poe."
    assert stated(counted) == [counted]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (  # the article goes with the title
            "Ann Roe learned under the harbour engineer Karl Voss.",
            ["Ann Roe learned under Karl Voss.", "Karl Voss is a harbour engineer."],
        ),
        (  # a name is what it is, and nobody is a name
            "Under the pen-name Lena Frost Mara Lind wrote for the Post.",
            ["Under the pen-name Lena Frost Mara Lind wrote for the Post."],
        ),
        (  # a rank with brackets is no whole name
            "Union president Colonel (rtd) Daniel Obara said the match had ended.",
            [
                "Union president Colonel (rtd) Daniel Obara said the match had ended.",
                "The match had ended.",
            ],
        ),
    ],
)
def test_a_title_goes_whole_or_stays(text: str, claims: list[str]) -> None:
    assert sorted(stated(text)) == sorted(claims)
