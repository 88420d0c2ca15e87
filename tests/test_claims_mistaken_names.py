"""Names that look like something else: of two words, with a numeral, a mark or a modal in them."""

from __future__ import annotations

import pytest

from tests.claim_articles import claims_of, of, stated
from verify.claims.works import asks


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Mina Vale is a retired South Korean judge.",
            ["Mina Vale is South Korean.", "Mina Vale is a retired judge."],
        ),
        (
            "Luis Mora was a Puerto Rican chemist and poet.",
            ["Luis Mora was Puerto Rican.", "Luis Mora was a chemist.", "Luis Mora was a poet."],
        ),
        ("Paul Hale was a Roman Catholic bishop.", ["Paul Hale was Roman Catholic."]),
        (
            "Ann Roe is a Cuban-born American chemist.",
            ["Ann Roe is Cuban-born.", "Ann Roe is an American chemist."],
        ),
        ("Tom Vale is a Canadian film director.", ["Tom Vale is Canadian."]),
        ("Tom Vale is a Brazilian football coach.", ["Tom Vale is a football coach."]),
    ],
)
def test_a_nationality_is_parted_whole(text: str, claims: list[str]) -> None:
    found = stated(text)
    assert found[: len(claims)] == claims or set(claims) <= set(found)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe is a Saudi Arabian-born chemist.",
        "Ann Roe is a Bosnian Serb general.",
        "Tom Vale is a retired Australian rules footballer.",
        "Tom Vale is an American football coach.",
        "Tom Vale is a French horn player.",
        "Tom Vale is a Russian history teacher.",
    ],
)
def test_a_word_that_need_not_be_the_nationality_stays(text: str) -> None:
    assert stated(text) == [text]


def test_a_sovereigns_numeral_is_part_of_the_name() -> None:
    found = stated(
        "Ramesses IV ruled the delta, reigning from 1155 to 1149 BC. He was followed by his son,"
        " Ramesses V. He was buried in the hills."
    )
    assert "Ramesses IV reigned from 1155 to 1149 BC." in found
    assert "Ramesses IV was followed by Ramesses V." in found
    assert found[-1].endswith(" was buried in the hills.")
    assert not [t for t in found if t.startswith(("IV ", "Ramesses V. "))]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Tom Vale fought in World War I. He lost an arm.", "Tom Vale fought in World War I."),
        ("The crown went to Rufina I. In 1559 she wed.", "The crown went to Rufina I."),
        ("Vale rang Ann B. She was out.", "Vale rang Ann B."),
        ("Paul V. Hale of Varna led it.", "Paul V. Hale of Varna led it."),
    ],
)
def test_a_letter_that_ends_a_sentence(text: str, first: str) -> None:
    assert stated(text)[0] == first


def test_no_sentence_ends_inside_a_word_of_letters() -> None:
    text = "The talks concerned the Norland-U.S. trade accord."
    assert stated(text) == [text]
    found = stated("Nikki Hale sings. She has played in Lamp and Hale:A.M.")
    assert found[-1] == "Nikki Hale has played in Hale:A.M."


def test_may_in_a_name_is_no_modal() -> None:
    found = of(
        "Louisa May Hale is a vet. Born in Ohio in 1901, Hale wrote two novels. She left in 1960."
        " She may have had a son."
    )
    assert [c.checkable for c in found] == [True, True, True, True, True, False]
    found = of("May Roe is a nurse. Will Hale wrote a book.")
    assert [c.checkable for c in found] == [True, True]
    found = of("Fiona May is a jumper. May retired in 2005. May the best man win.")
    assert found[1].text == "Fiona May retired in 2005."
    assert [c.checkable for c in found] == [True, True, False]


def test_a_name_with_a_particle_is_whole_before_years_in_brackets() -> None:
    found = stated("Ines Roca del Mar (1919-2007) was a judge.")
    assert "Ines Roca del Mar was born in 1919." in found
    assert "Ines Roca del Mar died in 2007." in found


def test_a_surname_with_an_s_is_one_person() -> None:
    found = stated("Tom Estes is a vet. In addition to his farm, Estes is the owner of a mill.")
    assert "Tom Estes has a farm." in found or "Estes has a farm." in found


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Ann Roe has written “Is the Sea Destined to Rise?”", False),
        ("Ann Roe played the judge in Who Framed Tom Vale?", False),
        ("Have you read “Who Owns the Sea?”", True),
        ("Ann Roe asked “Who Owns It?”", True),
        ("The question was “who owns the sea?”", True),
        ("What did Ann Roe ask?", True),
        ("So who owns the sea?", True),
    ],
)
def test_a_title_that_asks_is_no_question(text: str, question: bool) -> None:
    assert asks(text) == question


def test_a_mark_inside_a_sentence_is_the_names() -> None:
    found = stated("Ann Roe played Laurey in Oklahoma! in 1998.")
    assert found == ["Ann Roe played Laurey in Oklahoma!", "Ann Roe played Laurey in 1998."]
    assert stated("Ann Roe starred in Mamma Mia! (2008) and died.")[0].count("2008") == 1
    (said, *_) = claims_of("“Help, Ann!” he cried.")
    assert said.text == "“Help, Ann!” he cried."


def test_an_adverb_with_a_capital_behind_a_kind_is_a_name() -> None:
    assert "In 2021, Ann Roe starred in the drama." not in stated(
        "In 2021, Ann Roe starred in the drama Nevertheless alongside Karl Boon."
    )
    assert "The firm makes a drug now." in stated("The firm makes a drug now.")


def test_shows_with_nothing_to_show_are_a_noun() -> None:
    found = stated("Ann Roe is known for her parts in films and TV shows such as Marsh and Heron.")
    assert "Ann Roe is known for her parts in Marsh." in found
    assert not any("Roe TV" in c for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Hale was a devout Roman Catholic.",
        "Ann Roe is a Danish citizen.",
        "Ann Roe is a German teacher.",
    ],
)
def test_a_nation_stays_with_what_means_nothing_without_it(text: str) -> None:
    assert stated(text) == [text]


def test_may_among_three_names_is_no_modal() -> None:
    found = of("Ann May Roe (1905–1961) was a chemist.")
    assert all(c.checkable for c in found)
    assert not any(c.checkable for c in of("The council may close the pool."))


def test_a_letter_right_behind_a_stop_is_no_sentence() -> None:
    assert stated("The firm sold Node.X in 2009.") == ["The firm sold Node.X in 2009."]
