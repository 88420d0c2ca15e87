"""Clauses, infinitives, names and shares that stand side by side in one sentence."""

from __future__ import annotations

import pytest

from tests.claim_articles import of, stated


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Ann Voss scored twice, Tom Moss made 12 stops and Lindby beat Marsden.",
            ["Ann Voss scored twice.", "Tom Moss made 12 stops.", "Lindby beat Marsden."],
        ),
        (
            "Ann Voss and Tom Moss scored, Jo Kern made 12 saves and Lindby defeated Marsden 3-1.",
            [
                "Ann Voss scored.",
                "Tom Moss scored.",
                "Jo Kern made 12 saves.",
                "Lindby defeated Marsden 3-1.",
            ],
        ),
        (
            "Ann Voss scored twice, Tom Moss made 12 saves.",
            ["Ann Voss scored twice.", "Tom Moss made 12 saves."],
        ),
        (
            "The council closed the pool, the school lost its roof and the mayor resigned.",
            [
                "The council closed the pool.",
                "The school lost its roof.",
                "The mayor resigned.",
            ],
        ),
    ],
)
def test_each_of_several_clauses_is_a_claim(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


def test_who_adds_a_thing_says_nothing() -> None:
    found = of("Ann Voss hit two homers, rookie Tom Moss added a single, and Lindby beat Marsden.")
    assert not any(c.attribution for c in found)
    assert "Ann Voss hit two homers." in [c.text for c in found]
    assert not any("single that" in c.text for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Voss and Tom Moss scored a try apiece.",
        "Ann Voss and Tom Moss had the tries for the Rovers.",
        "The plan is part of a push by the ailing airline to cut costs, close smaller bases and"
        " shift cargo to trains.",
        "The weevil is thought to have come from Peru, reaching the islands on ships.",
        "All runners not named Voss have hard work to do before the race.",
        "As these ports grow, the argument goes, they can hire more crews and pay their clerks"
        " better.",
        "Tom Moss is the owner of Brill, the Varna advertising, event planning and design agency"
        " behind the campaign.",
        "Ann Voss made 30 saves, including 12 in the third period when the Rovers were outshot.",
    ],
)
def test_what_holds_only_together_stays_whole(text: str) -> None:
    assert stated(text) == [text]


def test_from_one_to_the_next_is_one_phrase() -> None:
    found = stated("The weevil is a pest, moving from field to field on carts.")
    assert "The weevil moves from field to field on carts." in found
    assert not any("from field on" in t for t in found)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Roe runs the Centre for Clean Rivers, a charity that plants trees.",
            "The Centre for Clean Rivers is a charity that plants trees.",
        ),
        (
            "A report by the Institute for Harbour Studies, a research body in Bern, said that"
            " tolls rise.",
            "The Institute for Harbour Studies is a research body in Bern.",
        ),
    ],
)
def test_a_description_is_of_the_whole_name(text: str, claim: str) -> None:
    assert claim in stated(text)
    assert not any(t.startswith(("Clean Rivers", "Harbour Studies")) for t in stated(text))


def test_than_is_no_part_of_who_is_told_of() -> None:
    found = stated(
        "And nobody has more riding on that vote than Voss, who hurt herself in May by losing her"
        " temper in the house."
    )
    assert any(t.startswith("Voss hurt herself") for t in found)
    assert not any("than Voss hurt" in t for t in found)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "While freezing seeds for decades isn't cheap, project team head Ann Voss says the"
            ' vault "pays for itself."',
            (", project team head.", "cheap."),
        ),
        (
            "As we’ve noted, a May 2018 study by the Institute for Harbour Studies, a Bern-based"
            " body, found that tolls rise.",
            ("Studies.", "noted."),
        ),
        (
            "As Ann Voss of the Institute for Salt Studies and Tom Moss noted, salt fell in May.",
            ("noted.",),
        ),
        (
            "Dressed in grey boots, an untied silk scarf, and gloves, Ann Voss took her seat at a"
            " desk.",
            (),
        ),
    ],
)
def test_what_opens_a_sentence_is_not_torn_off(text: str, never: tuple[str, ...]) -> None:
    found = stated(text)
    assert found
    assert not any(t.endswith(never) for t in found if never)
    assert not any(t.startswith(("An untied", "And gloves")) for t in found)


def test_what_the_reporter_adds_is_not_the_speakers() -> None:
    found = {
        c.text: c.attribution
        for c in of(
            "The nurse told the inquiry that the patients had been moved to the annex on 3 May"
            "—nine days before the outbreak was announced, raising questions about the delay."
        )
    }
    moved = found["The patients had been moved to the annex on 3 May."]
    assert moved is not None
    assert moved.speaker == "The nurse"
    assert found.get("The outbreak was announced.") is None
    assert not any(t.startswith("The patients raised") for t in found)


@pytest.mark.parametrize(
    "text",
    [
        "The cook was told to use “brine”—the word for salted water.",
        'The cook was told to use "brine"—the word for salted water.',
        "Kestrel (NR): Ann Voss 7 saves.",
    ],
)
def test_an_opening_mark_stays_with_its_partner(text: str) -> None:
    assert stated(text)[0] == text
