"""Examples behind `including` and `such as`: of what they are examples, and what is theirs."""

from __future__ import annotations

import pytest

from tests.claim_articles import stated


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (  # the year and the reason are the example's
            "Ann Roe has won several medals for her work, including the Orr Medal in 2016 for her"
            " study of tides.",
            [
                "Ann Roe has won several medals for her work.",
                "Ann Roe has won the Orr Medal in 2016 for her study of tides.",
            ],
        ),
        (
            "Roe showed her prints in many galleries, including the Lind Gallery in 1964.",
            [
                "Roe showed her prints in many galleries.",
                "Roe showed her prints in the Lind Gallery in 1964.",
            ],
        ),
        (  # … and behind a comma it is told of all
            "The ministry closed several bridges, including the Orr Bridge, in May.",
            [
                "The ministry closed several bridges in May.",
                "The ministry closed the Orr Bridge in May.",
            ],
        ),
        (  # so may it be where no comma sets the examples apart
            "Roe sang in many halls such as the Orr Dome and Lind Hall in the 1990s.",
            [
                "Roe sang in many halls in the 1990s.",
                "Roe sang in the Orr Dome in the 1990s.",
                "Roe sang in Lind Hall in the 1990s.",
            ],
        ),
        (  # each its own
            "Roe has won several medals for her acting, including the New Star Medal at the 2019"
            " Orr Games and the Best Guest Medal at the 2020 Lind Games.",
            [
                "Roe has won several medals for her acting.",
                "Roe has won the New Star Medal at the 2019 Orr Games.",
                "Roe has won the Best Guest Medal at the 2020 Lind Games.",
            ],
        ),
    ],
)
def test_what_is_told_of_the_example_is_not_told_of_all(text: str, claims: list[str]) -> None:
    assert [c for c in stated(text) if " is a " not in c] == claims


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Tom Hale raced in a variety of cups throughout his career, including the Norda Saloon"
            " Cup (NSC), the Orr Cup, and the Lind GT Cup.",
            ["the Norda Saloon Cup (NSC)", "the Orr Cup", "the Lind GT Cup"],
        ),
        (
            "Tom Hale has raced in several cups in his career, including the Norda heavyweight cup,"
            " the Orr Youth heavyweight cup, and the Lind European heavyweight cup.",
            [
                "the Norda heavyweight cup",
                "the Orr Youth heavyweight cup",
                "the Lind European heavyweight cup",
            ],
        ),
    ],
)
def test_the_list_goes_on_behind_its_first_item(text: str, items: list[str]) -> None:
    raced = text.split(" a variety")[0].split(" several")[0]
    assert stated(text)[1:] == [f"{raced} {item}." for item in items]


def test_a_title_goes_on_behind_its_colon() -> None:
    text = "Ann Roe has written several books, including her memoir Salt: One Woman’s Life at Sea."
    assert stated(text)[:2] == [
        "Ann Roe has written several books.",
        "Ann Roe has written her memoir Salt: One Woman’s Life at Sea.",
    ]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Moss has held a number of senior posts in the party, including Minister for Ports.",
            "Moss has held the post of Minister for Ports.",
        ),
        (
            "She has served in various posts abroad, including Ambassador to Norda (2005–2009) and"
            " Ambassador to Orrland (2010–2013).",
            "She has served in the post of Ambassador to Orrland (2010–2013).",
        ),
        (
            "He has held several jobs, such as waiter, clerk and driver.",
            "He has held the job of clerk.",
        ),
        (
            "Moss has held various posts within the Norda government, such as Head of Ports and"
            " Tolls in the Ministry of Trade, and Head of the Tram Office in the same ministry.",
            "Moss has held the post of Head of the Tram Office in the same ministry.",
        ),
    ],
)
def test_an_office_is_the_post_that_is_held(text: str, claim: str) -> None:
    found = stated(text)
    assert claim in found
    bare = ("held Min", "held cl", "in Amb", "in Head")
    assert not any(words in c for c in found for words in bare)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "He has worked with some of the biggest names in the trade, including Orrnet and Lind.",
            "He has worked with Lind.",
        ),
        (
            "The charity works with hundreds of towns, including Orrville.",
            "The charity works with Orrville.",
        ),
        (
            "Hale has fought for various causes throughout his career, including the Orr Canal.",
            "Hale has fought for the Orr Canal.",
        ),
        (
            "She has taken part in several races over the years, including the Leeds Mile.",
            "She has taken part in the Leeds Mile.",
        ),
        (
            "She drew the plans for several halls in her time, including The Gate in Leeds.",
            "She drew the plans for The Gate in Leeds.",
        ),
        (
            "He received numerous awards for services to rowers, including the Orr Prize.",
            "He received the Orr Prize.",
        ),
    ],
)
def test_an_example_stands_for_its_own_noun(text: str, claim: str) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        # a team is made of all its members
        "She leads a team of divers, including Ann Moss.",
        # Juliet is not where anyone was seen
        "Ann Roe was seen in roles such as Juliet.",
        # an example without its noun
        "The yard has ordered several tugs, including two for Norda.",
        # a film or a sailor
        "Hale has made several films about sailors, including Lind.",
    ],
)
def test_what_an_example_does_not_replace_stays_whole(text: str) -> None:
    assert [c for c in stated(text) if " is a" not in c] == [text]


def test_an_example_is_no_circumstance() -> None:
    text = "The singer Ann Roe has appeared in numerous game shows on Norda television, including"
    found = stated(f"{text} Orr Boss, Lind Hour, and Roe And Friends.")
    assert not any(c.endswith("appeared in.") for c in found)


def test_three_items_joined_to_the_first_are_one_list() -> None:
    text = "Hale worked with many of the best riders of his time, such as Ann Voss, Tom Lind, Jo"
    found = stated(f"{text} Garland, and Ida Orr.")
    assert "Hale worked with Jo Garland." in found
    assert "Hale worked with Ida Orr." in found


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Moss coached several clubs, including Orrville, Lindham, and Vossport, among others.",
            [
                "Moss coached several clubs.",
                "Moss coached Orrville.",
                "Moss coached Lindham.",
                "Moss coached Vossport.",
            ],
        ),
        (
            "The shop sells tea, soap, salt and more.",
            ["The shop sells tea.", "The shop sells soap.", "The shop sells salt."],
        ),
        ("Roe, Lind and several others were fined.", ["Roe was fined.", "Lind was fined."]),
        # who was stopped beside him is told, too
        ("Police stopped Hale and others.", ["Police stopped Hale and others."]),
        (
            "The law covers pubs, clubs and more than 40 hotels.",
            [
                "The law covers pubs.",
                "The law covers clubs.",
                "The law covers more than 40 hotels.",
            ],
        ),
    ],
)
def test_the_rest_of_a_list_is_nobody_by_name(text: str, claims: list[str]) -> None:
    assert [c for c in stated(text) if " is a " not in c] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (  # how many there are goes with what the examples are of
            "Roe has sung in a multitude of halls including Orr Hall.",
            ["Roe has sung in a multitude of halls.", "Roe has sung in Orr Hall."],
        ),
        (  # what the farms' owner did is told of the farms
            "Roe bought some of the farms owned by her uncle, including Elm House.",
            ["Roe bought some of the farms owned by her uncle.", "Roe bought Elm House."],
        ),
        (
            "Roe held several posts, including Vice-Chancellor of Ash University.",
            ["Roe held several posts.", "Roe held the post of Vice-Chancellor of Ash University."],
        ),
    ],
)
def test_examples_stand_in_the_place_of_all_that_they_are_of(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Roe has four daughters, including Sally Lind.",
        "Roe works across several countries, including Kenya.",
        "Roe has worked in education, including a stint at Ash College.",
    ],
)
def test_examples_that_would_say_something_else_alone_stay(text: str) -> None:
    assert stated(text) == [text]


def test_posts_with_capitals_are_one_after_the_other() -> None:
    text = (
        "Ann Roe has held several key postings, including Collector of Ash district, Managing"
        " Director of the Port Authority and Head of the Tram Office."
    )
    assert stated(text) == [
        "Ann Roe has held several key postings.",
        "Ann Roe has held the posting of Collector of Ash district.",
        "Ann Roe has held the posting of Managing Director of the Port Authority.",
        "Ann Roe has held the posting of Head of the Tram Office.",
    ]
