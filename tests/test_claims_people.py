"""Titles that several share, peoples' names at a sentence's start, parties, loose references."""

from __future__ import annotations

import pytest

from tests.claim_articles import claims_of, texts_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "South Ruritanian President Jane Roe praised the deal.",
            ["Jane Roe is the South Ruritanian President.", "Jane Roe praised the deal."],
        ),
        (
            "North Korean leader Kim Jong Un left the talks.",
            ["Kim Jong Un is the North Korean leader.", "Kim Jong Un left the talks."],
        ),
        (
            "German Chancellor Hans Roe travelled to Paris.",
            ["Hans Roe is the German Chancellor.", "Hans Roe travelled to Paris."],
        ),
        (
            "Senators Jane Roe, Mark Poe and Paul Doe voted against the bill.",
            [
                "Jane Roe is a Senator.",
                "Mark Poe is a Senator.",
                "Paul Doe is a Senator.",
                "Jane Roe voted against the bill.",
                "Mark Poe voted against the bill.",
                "Paul Doe voted against the bill.",
            ],
        ),
        (
            "Secretary of State Jane Roe met Ruritanian Minister of Defence Paul Doe in May."
            " Doe thanked Roe.",
            [
                "Jane Roe is the Secretary of State.",
                "Jane Roe met Paul Doe in May.",
                "Paul Doe is the Ruritanian Minister of Defence.",
                "Paul Doe thanked Jane Roe.",
            ],
        ),
        (
            "Former British Prime Minister John Roe and the Canadian Prime Minister, Mark Poe,"
            " sent messages.",
            [
                "John Roe is a Former British Prime Minister.",
                "John Roe sent messages.",
                "The Canadian Prime Minister Mark Poe sent messages.",
            ],
        ),
    ],
)
def test_titles_go_to_everybody_who_bears_them(text: str, expected: list[str]) -> None:
    assert texts_of(text) == expected


def test_a_description_of_all_is_nobodys_alone() -> None:
    found = texts_of("Jane Roe, Mark Poe and Paul Doe, all lawyers from Ohio, met on Monday.")
    assert "Jane Roe, Mark Poe and Paul Doe are all lawyers from Ohio." in found
    assert not [t for t in found if t.startswith("Jane Roe is")]


def test_a_state_and_a_party_are_nobodys_name() -> None:
    found = texts_of(
        "Sen. Mark Roe, the Virginia Democrat who chairs the panel, welcomed Anne Poe on Monday."
        " The Virginia Democrat thanked her."
    )
    assert not [t for t in found if "thanked Virginia Democrat" in t]
    assert not [t for t in found if "Virginia Democrat thanked Virginia" in t]


def test_a_which_clause_tells_of_what_is_new() -> None:
    found = texts_of("The council approved a tram line to the port, which cost 240 million euros.")
    assert "A tram line cost 240 million euros." in found
    assert not [t for t in found if t.startswith("The port")]


def test_what_it_is_done_to_is_left_open_rather_than_guessed() -> None:
    backed = next(
        c
        for c in claims_of("The council approved a tram line to the port. The Greens backed it.")
        if "backed" in c.text
    )
    assert backed.text == "The Greens backed it."
    assert "it" in backed.unresolved


def test_a_quotation_that_goes_on_over_sentences_is_one_claim() -> None:
    text = 'Jane Roe, via USA Today, said the plan "was fair. We lost the vote. That is all."'
    (claim,) = claims_of(text)
    assert claim.text == text
    assert claim.attribution is not None
    assert claim.unresolved == ()


def test_a_participle_that_could_be_of_either_is_not_claimed_of_the_subject() -> None:
    found = texts_of("Ruritania seized control of the valleys, seen as parts of it, in the war.")
    assert not [t for t in found if t.startswith("Ruritania was seen")]


def test_a_headline_of_two_halves_stays_whole() -> None:
    title = "Two dead in port fire as Salis approves tram"
    assert texts_of(f"{title}\n\nTwo people died in a fire on Monday.")[0] == title
