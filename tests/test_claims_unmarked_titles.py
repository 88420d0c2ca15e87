"""Titles without quotation marks that have verbs, prepositions, commas or pronouns in them."""

from __future__ import annotations

import pytest

from tests.claim_articles import stated
from verify.claims.unmarked_titles import unmarked


def test_a_year_behind_each_shows_where_titles_end() -> None:
    found = stated(
        "Lena Orr's films include The Winter We Left (1998), Bread, Salt and Mercy (2001) and"
        " Knocking (2004)."
    )
    assert found == [
        "Lena Orr's films include The Winter We Left (1998).",
        "Lena Orr's films include Bread, Salt and Mercy (2001).",
        "Lena Orr's films include Knocking (2004).",
    ]


def test_a_title_with_a_verb_is_an_item_like_any_other() -> None:
    found = stated(
        "Lena Orr released several albums, including Harbour (1988) and Lena Orr Sings the Songs"
        " of Tomas Vale (1991)."
    )
    assert "Lena Orr released Lena Orr Sings the Songs of Tomas Vale (1991)." in found
    assert "Harbour was released in 1988." in found


def test_pronouns_and_particles_with_a_capital_are_a_titles() -> None:
    found = stated(
        "Mina Vale is an actress best known for her roles in Harbour, Northlight, Talk It Over,"
        " and Cold Bells."
    )
    assert "Mina Vale is best known for her roles in Talk It Over." in found
    assert "Mina Vale is best known for her roles in Cold Bells." in found


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Ann Roe appeared in the television dramas The Baker and His Wife and When the Rain"
            " Takes Your Name.",
            [
                "The Baker and His Wife is a television drama.",
                "When the Rain Takes Your Name is a television drama.",
            ],
        ),
        (
            "Karl Boon is a vet, and is the author of Long Lines: The Story of a Bridge.",
            ["Karl Boon is the author of Long Lines: The Story of a Bridge."],
        ),
        (
            "Karl Boon wrote two books, Salt Roads and The Moss Hour: Callers, Cranks and Friends.",
            ["The Moss Hour: Callers, Cranks and Friends is a book."],
        ),
        (
            "Karl Boon played a doctor in Year by Year.",
            ["Karl Boon played a doctor in Year by Year."],
        ),
    ],
)
def test_titles_stay_whole(text: str, claims: list[str]) -> None:
    assert set(claims) <= set(stated(text))


@pytest.mark.parametrize(
    "text",
    [
        "The council approved the Harbour Plan: The mayor said that it was late.",
        "She studied the work of Ann Roe (1901–1970) and Karl Boon (1910–1980).",
        "Council Says It Will Cut Bus Routes In May",
        "He beat Karl Roe: Ann Lee was third and Bob Boon fourth.",
        "The prize went to Ann Roe (2005), Lena Orr (2007) and Karl Boon (2009).",
        "She works for the World Health Organization and the Bank of England in Leeds.",
    ],
)
def test_what_is_no_title_is_read_as_it_stands(text: str) -> None:
    assert unmarked(text) == text
