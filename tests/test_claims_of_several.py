"""What is told of several things together, of one of them alone, or under what limits it."""

from __future__ import annotations

import pytest

from tests.claim_articles import spoken, stated


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # So many for that side, or in those games, and not in all.
        (
            "Oskar Lind played for Ghana in 41 games, scoring 12 goals.",
            ["Oskar Lind played for Ghana in 41 games, scoring 12 goals."],
        ),
        (
            "The mill sold three barges in 2010, cutting 200 jobs.",
            ["The mill sold three barges in 2010.", "The mill cut 200 jobs."],
        ),
        # A finite verb goes on the finite one.
        (
            "Ruth Amadi played for Ghana in 41 games, keeping 12 clean sheets and is now a coach.",
            [
                "Ruth Amadi played for Ghana in 41 games, keeping 12 clean sheets.",
                "Ruth Amadi is now a coach.",
            ],
        ),
        # Of both parents; he was no wife.
        (
            "Karl Moe was the son of Erik Moe and his second wife, Ida Strand.",
            ["Karl Moe was the son of Erik Moe and Ida Strand.", "Ida Strand is his second wife."],
        ),
        (
            "Bea Holm is a dancer and model known for her work in Oslo.",
            [
                "Bea Holm is a dancer.",
                "Bea Holm is a model.",
                "Bea Holm is known for her work in Oslo.",
            ],
        ),
        # What was done by rebels was done to her twice.
        (
            "Ines Roca was held by rebels and tortured for three days.",
            ["Ines Roca was held by rebels.", "Ines Roca was tortured for three days."],
        ),
        # A pardon may be why she was freed.
        (
            "Ines Roca was freed after serving two years because of a pardon.",
            ["Ines Roca was freed after serving two years because of a pardon."],
        ),
        (
            "Ines Roca was freed after serving two years.",
            ["Ines Roca was freed after serving two years.", "Ines Roca served two years."],
        ),
        # Whose daughter, Ines's or Lena's.
        (
            "Ines Roca's sister, Lena Berg, is a cellist and her daughter Mia is a pilot.",
            [
                "Lena Berg is Ines Roca's sister.",
                "Lena Berg is a cellist and her daughter Mia is a pilot.",
            ],
        ),
        (
            "In a talk, Ines Roca spoke about her first novel and how she was turned down by 40"
            " publishers.",
            [
                "In a talk, Ines Roca spoke about her first novel and how she was turned down by"
                " 40 publishers."
            ],
        ),
        (
            "Nora Lie was an actress known for her role as a judge in the film Thaw.",
            [
                "Nora Lie was an actress.",
                "Nora Lie is known for her role as a judge in the film Thaw.",
            ],
        ),
    ],
)
def test_of_whom_it_is_told(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


def test_one_thing_has_the_name() -> None:
    text = "Tom Vik has made two films, Ice and Ember, and a series with Ann Moe called Winter."
    assert not any(c.startswith("A series") or "were" in c for c in stated(text))


@pytest.mark.parametrize(
    "text",
    [
        "The company knew of it and had “never lost a night's sleep,” as the coroner Jane Pell"
        " put it.",
        "The bridge was closed, as the mayor put it, “for good”.",
    ],
)
def test_as_somebody_put_it_goes_with_the_words(text: str) -> None:
    found = stated(text)
    assert not any(c.endswith("put it.") and "“" not in c for c in found)
    assert any("put it" in c and "“" in c for c in found)


def test_what_somebody_may_say_is_not_said() -> None:
    text = "Despite being offered a pardon if he would say “Death to the king,” Jan Roe refused."
    assert not spoken(text)


def test_however_may_be_the_articles_own() -> None:
    text = "According to the police, two men broke in; however, nothing was taken."
    assert "However, nothing was taken." not in stated(text)
