"""Pages about another of a name, or of another story, count for nothing."""

from __future__ import annotations

import pytest

from verify.checkers.namesakes import namesakes
from verify.checkers.stories import another_story
from verify.types import Document


def page(title: str, text: str) -> Document:
    return Document(title, text, f"https://{title.split()[0].lower()}.example", "", None, "", "")


@pytest.mark.parametrize(
    ("claim", "title", "text"),
    [
        ("Ana Brandt received a medal.", "Medals", "A medal went to Ana Brand of Lohm."),
        ("Thomas Reed has died.", "Deaths", "The painter William Reed has died."),
        ("Ole Vik won the third heat.", "Women’s heat", "Liv Vik won the third heat."),
        ("Lohm beat Senn.", "Under-19 heat: Lohm beat Senn", "Lohm beat Senn."),
    ],
)  # fmt: skip
def test_a_page_about_another_of_that_name(claim: str, title: str, text: str) -> None:
    document = page(title, text)
    assert namesakes(claim, f"{claim} It was the last heat in Tarn.", [document]) == (document,)


@pytest.mark.parametrize(
    ("claim", "title", "text"),
    [
        ("Ana Brandt received a medal.", "Medals", "Ana Brandt and Ana Brand won a medal."),
        ("Thomas Reed has died.", "Deaths", "The painter Tom Reed has died."),
        ("Thomas Reed has died.", "Deaths", "Director Reed has died, and so has William Gray."),
        ("Volodymyr Zelensky spoke.", "Speech", "Volodymyr Zelenskyy spoke in Lohm."),
        ("The women of Lohm won the heat.", "Women’s heat", "The women of Lohm won the heat."),
    ],
)  # fmt: skip
def test_a_page_that_may_be_about_the_claims_own(claim: str, title: str, text: str) -> None:
    assert namesakes(claim, f"{claim} It was the last heat in Tarn.", [page(title, text)]) == ()


ARTICLE = "The tower of Harwick was opened. Mayor Dalia Frome cut the ribbon in Harwick. "


@pytest.mark.parametrize(
    ("claim", "text", "expected"),
    [
        ("The opening had been put off twice.",
         "In Tarsia, the theatre of Lohm opened. The opening had been put off twice.", True),
        ("The opening had been put off twice.",
         "In Harwick Mayor Frome opened it. The opening had been put off twice.", False),
        ("Harwick had put off the opening.", "In Tarsia, Lohm had put off the opening.", False),
        ("A tower is a building.", "In Tarsia and Lohm, a tower is a building.", False),
        ("The opening had been put off twice.", "The opening had been put off twice.", False),
    ],
)  # fmt: skip
def test_a_page_of_another_story_than_a_claim_that_names_nothing(
    claim: str, text: str, expected: bool
) -> None:
    assert another_story(claim, f"{ARTICLE}{claim}", page("News", text)) is expected
