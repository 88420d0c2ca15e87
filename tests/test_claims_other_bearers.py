"""Short names that belong to somebody or something else than the longer name that holds them."""

from __future__ import annotations

import pytest

from tests.claim_articles import of, stated


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Tomas Ostrava is a Czech guitarist. In 1971 Ostrava founded the loud jazz band"
            " Ostrava.",
            "In 1971 Tomas Ostrava founded the loud jazz band Ostrava.",
        ),
        (
            "Tomas Ostrava is a Czech guitarist. The group's second album, Ostrava, was released"
            " in 1974.",
            "Ostrava is the group's second album.",
        ),
        (
            "Dan Vellacott is a painter. There are 40 people with the surname Vellacott in Leeds.",
            "There are 40 people with the surname Vellacott in Leeds.",
        ),
        (
            "Jane Marlowe is a lawyer. She set up a firm called Marlowe and Vane Solicitors.",
            "Jane Marlowe set up a firm called Marlowe and Vane Solicitors.",
        ),
    ],
)
def test_a_surname_that_is_the_name_of_a_thing(text: str, claim: str) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Jane Marlowe is a lawyer. The mayor called Marlowe on Friday.",
            "The mayor called Jane Marlowe on Friday.",
        ),
        (
            "Jane Marlowe is an actor. She sold the small theatre company. In the film, Marlowe,"
            " 50, plays a nurse.",
            "In the film, Jane Marlowe plays a nurse.",
        ),
    ],
)
def test_a_surname_that_is_somebodys(text: str, claim: str) -> None:
    assert claim in stated(text)


def test_a_stadium_bears_a_name_and_is_nobody() -> None:
    found = stated(
        "Aldo Manuel Pereira, better known as Zezinho, was a Brazilian striker. Zezinho scored 30"
        " goals. He retired in 1980. Recife's Estádio Municipal João Zezinho is named after him."
    )
    assert "Aldo Manuel Pereira is better known as Zezinho." in found
    assert "Zezinho scored 30 goals." in found
    assert not any(c.startswith("Estádio") for c in found)


def test_a_tournament_that_ends_in_a_continent_is_nobody() -> None:
    found = stated(
        "Lisa Holm is a Danish golfer. In 2012 Holm founded the LISA Invitational Europe, an annual"
        " tournament. Holm represented Europe in 1998."
    )
    assert "Lisa Holm represented Europe in 1998." in found


def test_a_middle_name_tells_two_of_one_surname_apart() -> None:
    found = of(
        "Peter Alan Marsh OBE was a British envoy. He was born in 1946. Marsh served in Cairo."
        "\n\nPeter John Marsh is an American drummer. Marsh recorded three albums."
    )
    texts = [c.text for c in found]
    assert "Peter Alan Marsh OBE served in Cairo." in texts
    assert "Peter Alan Marsh OBE was born in 1946." in texts
    last = next(c for c in found if "three albums" in c.text)
    assert last.text == "Marsh recorded three albums."
    assert "Marsh" in last.unresolved


def test_a_middle_name_may_be_left_out() -> None:
    found = stated(
        "Peter Alan Marsh was a British envoy. Peter Marsh was born in Leeds. Marsh died in Cairo."
    )
    assert any(c.startswith("Peter") and c.endswith("Marsh died in Cairo.") for c in found)


def test_a_nickname_in_quotation_marks_is_no_surname() -> None:
    found = stated(
        'Owen Trevisan was a radio host. Callers dubbed Trevisan "Mr. Weather". Trevisan left in'
        " 2011."
    )
    assert "Owen Trevisan left in 2011." in found


def test_a_first_name_that_opens_the_article() -> None:
    found = stated(
        "Eliza Paula Brandt is an American actress born in Boston. She is best known for her role"
        " in Harbour. Brandt lives in Maine."
    )
    assert any(c.startswith("Eliza Paula Brandt is best known") for c in found)
    assert not any(c.startswith("Paula") for c in found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Nils Borg spent his youth near Concord, Massachusetts, which he credits for his love"
            " of trees.",
            "credits Concord",
        ),
        (
            "Most of his shows run on Sky Arts, which earned him the nickname Son of Sky.",
            "Sky Arts earned",
        ),
        (
            "Her first match as a professional was in May 2017 against Mary Keller, which she won"
            " on points.",
            "won Mary Keller",
        ),
    ],
)
def test_which_may_take_up_all_that_was_said(text: str, wrong: str) -> None:
    assert not any(wrong in c for c in stated(text))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Anna Weller is an actress. The play earned her two awards in 1969.",
            "The play earned Anna Weller two awards in 1969.",
        ),
        (
            "Anna Weller is a chemist. In 1969 she earned her degree.",
            "In 1969 Anna Weller earned her degree.",
        ),
    ],
)
def test_to_whom_something_brings_an_award(text: str, claim: str) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("The managers filmed tenants without their knowledge.", True),
        ("The managers were filmed without their knowledge.", False),
    ],
)
def test_whoever_does_it_needs_no_leave(text: str, open_: bool) -> None:
    assert any("their" in c.unresolved for c in of(text)) == open_


def test_a_character_may_be_she() -> None:
    found = of(
        "Anna Weller published a novel in 2020. The main character meets a nurse who offers her a"
        " job."
    )
    assert not any("offers Anna Weller" in c.text for c in found)


def test_a_name_far_behind_the_verb_is_none_of_the_subject() -> None:
    found = stated(
        "Dacre Holm-Varley is an Australian actor. Varley is known for his roles as Billy Hart in"
        " the series Stranger Tides (2017–2022), Jason Scott in the 2017 action film Rangers, and"
        " Steve Binder in the 2022 film Elvis."
    )
    assert not any("Jason Scott's roles" in c for c in found)


def test_an_adjective_stands_before_no_surname() -> None:
    found = stated(
        "Ravi Besant is an actor. He has appeared on Zee Tamil in 2019. He acted in several Tamil"
        " films."
    )
    assert not any("Zee Tamil films" in c for c in found)


def test_a_maiden_name_is_no_fathers() -> None:
    found = stated(
        "Ruth Hale (née Moss; 1881–1966) was the only child of Canon Peter Moss. She took up"
        " climbing. Ms Hale died at home."
    )
    assert not any("née Canon" in c or c.startswith("Canon Peter Moss took") for c in found)
