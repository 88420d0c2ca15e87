"""What a sentence calls the named examples that it gives is a claim of its own."""

import pytest

from tests.claim_articles import stated


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'She has appeared in Danish television shows such as "Ice Road" and "The Ferry".',
            {'"Ice Road" is a Danish television show.', '"The Ferry" is a Danish television show.'},
        ),
        (
            "He wrote to Republican senators including Anders Moss and Ruth Vane.",
            {"Anders Moss is a Republican senator.", "Ruth Vane is a Republican senator."},
        ),
        (
            "Moss reported for regional newspapers like The Fjord Post and the Hale Mercury.",
            {
                "The Fjord Post is a regional newspaper.",
                "The Hale Mercury is a regional newspaper.",
            },
        ),
        (
            "The fund holds stakes in many companies, including Orrnet and Vane Steel.",
            {"Orrnet is a company.", "Vane Steel is a company."},
        ),
    ],
)
def test_a_named_example_is_what_its_general_term_says(text: str, told: set[str]) -> None:
    assert told <= set(stated(text))


def test_a_title_is_what_the_word_before_it_says() -> None:
    found = stated('Ruth Vane plays a ferryman in the 2016 horror film "Low Tide".')
    assert '"Low Tide" is a 2016 horror film.' in found


def test_the_year_behind_a_title_is_when_the_work_came_out() -> None:
    found = stated('Moss won a prize for his novel "Low Tide" (1999) in May.')
    assert '"Low Tide" was published in 1999.' in found
    found = stated('Moss has released two albums, including "Low Tide" (2003).')
    assert '"Low Tide" was released in 2003.' in found


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Vane said that firms such as Orrnet broke the rules.",  # her word
        "The council faces challenges such as Orrnet and Vane Steel.",  # no kind of thing
        "She appeared in films and plays, including Low Tide.",  # which of the two
        "He wrote for the newspapers The Voice and Norland Times.",  # one name or two
        "Three teams, including Leeds and York, were relegated.",  # the places' teams
        "The farm keeps animals such as goats and hens.",  # no names
        'The "Low Tide" was a success.',
    ],
)
def test_nothing_is_called_what_the_article_does_not_call_it(text: str) -> None:
    assert not any(" is a " in one or " is an " in one for one in stated(text))


def test_a_band_is_no_singer() -> None:
    found = stated("The label signed singers, including The Ferrymen, Ann Lee and Adele.")
    assert "Ann Lee is a singer." in found
    assert "The Ferrymen is a singer." not in found


def test_each_of_two_nouns_has_its_own_examples() -> None:
    found = stated(
        "Doug Roe has also appeared in films such as The Big Ferry and The Last Lantern,"
        " and television shows such as Harbour Blue and Barn Hills."
    )
    assert "Harbour Blue is a television show." in found
    assert "Harbour Blue is a film." not in found
