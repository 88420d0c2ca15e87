"""Names that stand in a list behind a name, and what a name behind its kind is told to be."""

from __future__ import annotations

import pytest

from tests.claim_articles import stated


@pytest.mark.parametrize(
    ("text", "claims", "never"),
    [
        (
            "She has written for several series, including Harbourland, Morten in the Attic, and"
            " Dora's Quiet Life.",
            ["She has written for Harbourland."],
            "Harbourland Morten",
        ),
        (
            "Its main works include The Lighter, The Reckoning, and The Ascent.",
            ["Its main works include The Reckoning."],
            "is the Reckoning",
        ),
        (
            "Her songs have been played in the United Kingdom, Norway, Spain, and Italy.",
            ["Her songs have been played in the United Kingdom."],
            "Kingdom Norway",
        ),
        (
            "Anders Holm was the second son of Karl Holm, founder of the Kelmar Mission, and Maria"
            " Jane Vale.",
            [],
            "Anders Holm was Maria",
        ),
        (
            "Ida Vale was born on 10 January 1984 in Bergen to Danish parents, Joel Vale and"
            " Frida Holm.",
            ["Ida Vale was born on 10 January 1984."],
            "1984, Joel",
        ),
        (
            "Peter Vale is a Danish brewer and president of first division club Norvik Town, owner"
            " of the ferry line Kelmar, and a former goalkeeper who played in Oslo.",
            [],
            "Town is an owner",
        ),
        (
            "Peter Vale should not be confused with Peter Holm, who is a pitcher for the Norvik"
            " Pirates, or Anders Vale, who is a singer, poet, songwriter, and composer.",
            ["Anders Vale is a poet.", "Anders Vale is a composer."],
            "Pirates, or",
        ),
        (
            "Ida Vale was raised in Bergen by her mother and her father who was of Danish descent.",
            ["Ida Vale was raised in Bergen by her mother."],
            "mother who was",
        ),
        (
            "The council owns a museum based in Austin, Texas called the Holm Gallery.",
            ["The council owns a museum based in Austin, Texas called the Holm Gallery."],
            "based in Austin.",
        ),
        (
            "Peter Vale was the only son of Danish immigrants Viktor, a notary, and Helen Holm.",
            ["Viktor is a notary."],
            "immigrants Viktor is",
        ),
        (
            "Peter Vale founded the firm with his father Carl Vale, brother Anton Vale and Ida"
            " Holm.",
            [],
            "is a brother",
        ),
    ],
)
def test_a_name_behind_a_name_is_the_next_of_the_list(
    text: str, claims: list[str], never: str
) -> None:
    found = stated(text)
    assert set(claims) <= set(found)
    assert not any(never in claim for claim in found)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Ida Vale writes for the weekly newspaper, The Lantern.",
            ["Ida Vale writes for The Lantern.", "The Lantern is a weekly newspaper."],
        ),
        (
            "Peter Vale is the founder of the startup, Kelmar, which makes pumps.",
            ["Kelmar is a startup.", "Kelmar makes pumps."],
        ),
        (
            "Peter Vale runs the first newspaper of the island, The Ferry.",
            ["The Ferry is the first newspaper of the island."],
        ),
    ],
)
def test_a_name_behind_its_kind_is_one_of_that_kind(text: str, claims: list[str]) -> None:
    assert set(claims) <= set(stated(text))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Ida Vale sings with Ann Roe, Lord Mayor of Oslo, and Peter Holm.", "with Lord"),
        ("The club hired Ann Roe, a vet, and Peter Holm.", "Roe, a vet, and"),
        ("Peter Vale was born in the capital, Oslo.", "is a capital"),
    ],
)
def test_a_description_is_no_item(text: str, never: str) -> None:
    assert not any(never in claim for claim in stated(text))


def test_who_founded_what_is_no_part_of_the_verb() -> None:
    text = (
        "Vale co-founded Kelmar, an online ferry market, and Norvik.org, a nonprofit body that"
        " trains young divers."
    )
    assert {"Vale co-founded Kelmar.", "Kelmar is an online ferry market."} <= set(stated(text))
