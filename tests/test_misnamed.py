"""A person whom no page knows by the article's name, and whom a page calls otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.numbers import case
from verify.checkers import CHECKERS
from verify.checkers.misnamed import Misnamed
from verify.holding import differs
from verify.types import Finding, Outcome

HEADS = "Simon Kade heads the Institute of Public Health in Gorm."


def found(claim: str, *pages: str) -> list[Finding]:
    return list(Misnamed().check(*case(claim, list(pages))))


@pytest.mark.parametrize(
    ("claim", "page", "other"),
    [
        (HEADS, "Dr Samuel Kade, the head of the Institute of Public Health, agreed.", "Samuel"),
        (HEADS, "The Institute of Public Health in Gorm is run by Simon Karvel.", "Simon Karvel"),
        (
            "Nathan Deakin, a clerk, pleaded guilty in 2023 and is serving six years.",
            "A clerk, Nathan Sorrell, pleaded guilty and got six years.",
            "Nathan Sorrell",
        ),
    ],
)
def test_another_name_in_the_same_words_is_noted(claim: str, page: str, other: str) -> None:
    (note,) = found(claim, "Mrs Deakin lost a house.", page)
    assert (note.outcome, note.detail) == (Outcome.NOTES, "another_name")
    assert other in note.explanation
    assert note.facts[0].text in page
    assert differs(note)


@pytest.mark.parametrize(
    "page",
    [
        "Simon Kade spoke. Samuel Kade, the head of the Institute of Public Health, agreed.",
        "Simon and Samuel Kade work at the Institute of Public Health in Gorm.",
        "Samuel Kade, whose brother Simon heads the Institute of Public Health, agreed.",
        "Symon Kade, the head of the Institute of Public Health in Gorm, agreed.",
        "S. Kade, the head of the Institute of Public Health in Gorm, agreed.",
        "Samuel Kade plays for Gorm.",
        "Martha Voss, the head of the Institute of Public Health in Gorm, agreed.",
    ],
    ids="both pair brother spelling initial other_words other_name".split(),
)
def test_who_may_be_another_or_the_same_is_left_alone(page: str) -> None:
    assert not found(HEADS, page)


def test_things_and_places_share_half_a_name() -> None:
    page = "Bladen County opened 84 vote centres for the primary in March."
    assert not found("Mercer County opened 39 vote centres for the primary in March.", page)


def test_whom_the_article_names_too_is_no_other_name() -> None:
    article = f"{HEADS} Samuel Kade is his deputy at the Institute of Public Health."
    assert not found(article, "Samuel Kade runs the Institute of Public Health in Gorm.")


@given(st.text(max_size=80), st.text(max_size=80))
def test_never_raises(claim: str, page: str) -> None:
    assert isinstance(found(claim or "x", page), list)


def test_it_is_one_of_the_checkers() -> None:
    assert any(isinstance(c, Misnamed) for c in CHECKERS)
