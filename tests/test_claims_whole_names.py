"""Names and lists that stay whole: of a body, a place, a title, and what somebody is called."""

from __future__ import annotations

import pytest

from tests.claim_articles import of, stated


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Lena Holm is a retired nurse, climber and photographer.",
            [
                "Lena Holm is a retired nurse.",
                "Lena Holm is a climber.",
                "Lena Holm is a photographer.",
            ],
        ),
        (
            "Karl Roe is a Scottish botanist, broadcaster, and academic.",
            [
                "Karl Roe is Scottish.",
                "Karl Roe is a botanist.",
                "Karl Roe is a broadcaster.",
                "Karl Roe is an academic.",
            ],
        ),
        (
            "Karl Roe is a Swedish cook and baker.",
            ["Karl Roe is Swedish.", "Karl Roe is a cook.", "Karl Roe is a baker."],
        ),
        (
            "Karl Roe was the director of the Museum of Glass, the director of the Port Museum, and"
            " the head of a school.",
            [
                "Karl Roe was the director of the Museum of Glass.",
                "Karl Roe was the director of the Port Museum.",
                "Karl Roe was the head of a school.",
            ],
        ),
    ],
)
def test_each_of_several_callings_is_told_of_who_has_them(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


def test_a_calling_beside_a_name_is_a_description() -> None:
    found = stated("Lena Holm, climber and photographer, left Norvik in May.")
    assert "Lena Holm is a climber." in found
    assert "Lena Holm left Norvik in May." in found


@pytest.mark.parametrize(
    "text",
    [
        "Roe worked for the Ministry of Food, Forestry, and Fisheries.",
        "Roe taught at the Institute of Law, Trade and Shipping.",
        "Roe wrote about the Bank of Norland and Barclays.",
        "Roe lived in Lens, Jammu and Kashmir, in 1991.",
        "Her book describes the Parco delle Cinque Torri in Lens.",
        "Tom Voss is known for his straightforward and no-nonsense approach to local radio.",
        "Her research has focused on mental exercise, substance use, and the development of drugs"
        " to improve mental health outcomes.",
    ],
)
def test_a_name_or_a_list_that_holds_only_together_is_not_dealt_out(text: str) -> None:
    assert stated(text) == [text]


def test_a_place_with_a_twofold_name_stands_beside_the_year() -> None:
    assert stated("Roe died in Lens, Jammu and Kashmir, in 1991.") == [
        "Roe died in Lens, Jammu and Kashmir.",
        "Roe died in 1991.",
    ]


def test_two_places_with_twofold_names_are_two() -> None:
    assert stated("The storm hit Trinidad and Tobago, Barbados and Grenada.") == [
        "The storm hit Trinidad and Tobago.",
        "The storm hit Barbados.",
        "The storm hit Grenada.",
    ]


def test_two_bodies_are_two_names() -> None:
    assert stated("Roe sat on the Committee for Trade and the Transport Committee.") == [
        "Roe sat on the Committee for Trade.",
        "Roe sat on the Transport Committee.",
    ]


def test_a_name_of_a_body_goes_on_behind_its_first_part() -> None:
    found = stated(
        "Ann Voss completed her training in nursing at the National Institute of Nursing Rosa de la"
        " Cruz Vega in Norvik."
    )
    assert not any("nursing Rosa" in claim for claim in found)


@pytest.mark.parametrize(
    ("text", "claim", "never"),
    [
        (
            "Ann Voss is the daughter of former Prime Minister of Norland, Karl Moss.",
            "Ann Voss is the daughter of Karl Moss.",
            "Karl Moss is the daughter",
        ),
        (
            "Ann Voss is best known for being the founder and head of the charity, Breadwell, which"
            " feeds 4,000 families.",
            "Ann Voss is best known for being the founder and head of Breadwell.",
            "known for being Breadwell",
        ),
        (
            "Ann Voss is the founder of the bakery, Crumb, which has nine shops.",
            "Crumb has nine shops.",
            "bakery, Crumb has",
        ),
        (
            "Karl Roe is the head of the bank, Tom Hale.",
            "Karl Roe is the head of the bank, Tom Hale.",
            "Roe is Tom Hale",
        ),
        (
            "Former Prime Minister of Norland, Karl Moss, opened the bridge in May.",
            "Karl Moss is former Prime Minister of Norland.",
            "Norland opened",
        ),
        (
            "Tom Hale is a Scottish actor best known for his parts in the 1990s comedies Salt and"
            " Harbour 1988.",
            "Tom Hale is best known for his parts in the 1990s comedies Salt and Harbour 1988.",
            "parts Salt",
        ),
    ],
)
def test_a_name_stands_beside_the_noun_before_it(text: str, claim: str, never: str) -> None:
    found = stated(text)
    assert claim in found
    assert not any(never in c for c in found)


def test_a_name_behind_whom_somebody_works_for_is_his() -> None:
    assert "Karl Roe is the mayor." in stated("She works as an assistant to the mayor, Karl Roe.")


def test_a_child_of_two_parents_is_nobodys_wife() -> None:
    found = stated(
        "Ann Voss was the eldest daughter of Karl Moss Voss, the last mayor of Lens, and his second"
        " wife, princess Ida of Norland."
    )
    assert not any("was Karl" in c or "Voss was his" in c for c in found)
    assert any(c.endswith("the last mayor of Lens, and his second wife.") for c in found)


def test_as_well_as_ends_no_statement() -> None:
    text = (
        "Throughout her career, Voss has been a firm advocate for the rights of Norland farmers, as"
        " well as for issues linked to water, clean air, and animal health."
    )
    assert not any(c.endswith("as well as.") or "advocate, as well" in c for c in stated(text))


def test_a_film_stars_somebody() -> None:
    found = stated(
        'Ann Voss has acted in several films, including "Salt Road" and "The Bridge", starring Tom'
        " Hale."
    )
    assert '"The Bridge" starred Tom Hale.' in found
    assert not any("Voss starred" in c for c in found)
    text = 'Ann Voss made "The Bridge" in 1990, starring Tom Hale.'
    assert stated(text) == [text]


@pytest.mark.parametrize(
    ("text", "claim", "never"),
    [
        (
            "Lena Holm is a Danish long jumper, who lives in Oslo.",
            "Lena Holm lives in Oslo.",
            "jumper lives",
        ),
        (
            "Karl Roe is a Swedish cook and baker, whose brother owns a mill.",
            "Karl Roe's brother owns a mill.",
            "baker, whose",
        ),
        (
            "The winner was a Danish painter, who lives in Oslo.",
            "The winner lives in Oslo.",
            "painter lives",
        ),
        (
            "There was a cook, who lived in Rome.",
            "A cook lived in Rome.",
            "There lived",
        ),
        (
            "The problem was a neighbour, who kept calling.",
            "A neighbour kept calling.",
            "problem kept",
        ),
    ],
)
def test_who_behind_what_somebody_is_tells_of_that_person(
    text: str, claim: str, never: str
) -> None:
    found = [c.text for c in of(text)]
    assert claim in found
    assert not any(never in c for c in found)
    assert "Danish." not in found


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Karl Roe is a Sudovian engineer, politician and member of the National Council.",
            [
                "Karl Roe is Sudovian.",
                "Karl Roe is an engineer.",
                "Karl Roe is a politician.",
                "Karl Roe is a member of the National Council.",
            ],
        ),
        (
            "Karl Roe was a founder and member of the Unity Party.",
            [
                "Karl Roe was a founder of the Unity Party.",
                "Karl Roe was a member of the Unity Party.",
            ],
        ),
        (
            "Ann Voss is a lawyer, broadcaster, and the mayor of Lens since 2015.",
            [
                "Ann Voss is a lawyer.",
                "Ann Voss is a broadcaster.",
                "Ann Voss is the mayor of Lens since 2015.",
            ],
        ),
        (
            "Karl Roe was a sculptor, painter, engraver and a close friend of the composer.",
            [
                "Karl Roe was a sculptor.",
                "Karl Roe was a painter.",
                "Karl Roe was an engraver.",
                "Karl Roe was a close friend of the composer.",
            ],
        ),
        (
            "Karl Roe was a professor at the University of Oslo, the University of Lens, and the"
            " Institute of Law.",
            [
                "Karl Roe was a professor at the University of Oslo.",
                "Karl Roe was a professor at the University of Lens.",
                "Karl Roe was a professor at the Institute of Law.",
            ],
        ),
        (
            "Karl Roe was a cook, the son of a baker, and died in 1990.",
            [
                "Karl Roe was a cook.",
                "Karl Roe was the son of a baker.",
                "Karl Roe died in 1990.",
            ],
        ),
    ],
)
def test_each_thing_that_somebody_is_has_what_belongs_to_it(text: str, claims: list[str]) -> None:
    assert sorted(stated(text)) == sorted(claims)


@pytest.mark.parametrize(
    "text",
    [
        "His father was a judge and his mother, Ida Voss, a painter from Lens.",
        "There was a fire, the third in a week.",
    ],
)
def test_what_a_clause_without_a_verb_tells_stays_in_its_sentence(text: str) -> None:
    assert stated(text) == [text]


def test_the_brother_of_one_is_the_cousin_of_another() -> None:
    found = stated("Karl Roe is the brother of footballer Tom Hale and cousin of singer Ann Voss.")
    assert "Karl Roe is the brother of Tom Hale." in found
    assert "Karl Roe is the cousin of Ann Voss." in found


def test_a_person_before_another_example_is_an_example() -> None:
    found = stated("Roe has worked with artists such as Tom Hale, Ann Voss, and the band Low Tide.")
    assert {"Roe has worked with Tom Hale.", "Roe has worked with Ann Voss."} < set(found)
    assert not any("Hale Ann" in c for c in found)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "His father, Tom, was a farmer, and his mother, Ida, was a teacher.",
            "Ida is Karl Roe's mother.",
        ),
        ("His father was a cook and his mother sold fish.", "Karl Roe's mother sold fish."),
        ("His wife, Ann Voss, sold the house, and her sister bought it.", "Voss's sister"),
    ],
)
def test_relatives_of_one_family_are_those_of_one_person(text: str, claim: str) -> None:
    found = stated(f"Karl Roe was born in Lens. {text}")
    assert any(claim in c for c in found)
    assert not any("Tom's" in c or "father's" in c for c in found)


def test_what_is_one_of_its_kind_has_one_name() -> None:
    assert "The Highs is an album." not in stated("The band made an album, The Highs and Lows.")


def test_for_inside_the_name_of_a_body_is_the_bodys() -> None:
    found = stated("Ann Roe is a lawyer and former head of the Board of Control for Rowing.")
    assert "Ann Roe is a lawyer." in found


def test_who_is_starring_gives_the_film_no_name() -> None:
    found = stated("Karl Boon wrote the score for the Danish film Heron starring actor Tom Vale.")
    assert "Tom Vale is an actor." in found
    assert not any("film Tom Vale" in c or "Heron starring actor." in c for c in found)


def test_a_degree_in_two_subjects_is_one() -> None:
    found = stated("Ann Roe completed a Bachelor of Arts in Public Law and Finance.")
    assert found == ["Ann Roe completed a Bachelor of Arts in Public Law and Finance."]
    assert "Ann Roe holds degrees in law." in stated("Ann Roe holds degrees in law and physics.")


def test_a_clause_with_which_tells_of_the_whole_title() -> None:
    found = stated("The walls show scenes from the Book of Gates, which describes a journey.")
    assert "Gates describes a journey." not in found


def test_a_part_keeps_its_title() -> None:
    found = stated("Tom Vale is best known for his portrayal of Captain Moss.")
    assert found == ["Tom Vale is best known for his portrayal of Captain Moss."]


def test_a_dash_joins_two_nations() -> None:
    found = stated("The school was named in honor of Spanish–American War hero Tom Vale.")
    assert not any("Spanish– " in c for c in found)
