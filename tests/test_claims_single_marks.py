"""Quotations between single marks, as much of the British and Irish press prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claim_articles import claims_of, of
from verify.claims.single_marks import doubled


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("‘I lost it, and I’m sad,’ she said. ‘Go.’", "“I lost it, and I’m sad,” she said. “Go.”"),
        (
            "'It isn't the lads' fault,' he said of the '90s.",
            "“It isn't the lads' fault,” he said of the '90s.",
        ),
        ("He said: 'She told me \"go\" and I went.'", "He said: “She told me ‘go’ and I went.”"),
        ("He said: ‘She told me “go” and I went.’", "He said: “She told me ‘go’ and I went.”"),
        ("‘One thing.\n‘Another thing,’ he said.", "“One thing.\n“Another thing,” he said."),
        ("Rail plan 'dead', says minister", "Rail plan “dead”, says minister"),
        ("The 'lads' plan' is 'on'", "The “lads' plan” is “on”"),
    ],
)
def test_single_marks_around_what_is_quoted_are_shown_double(text: str, shown: str) -> None:
    assert doubled(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "The lads' bags were in the boys' room.",
        "Rock 'n' roll, 'tis said, is for 'em all.",
        "“He called it ‘a joke’,” she said.",
        "“Nobody wanted to 'leave', these things happen.",
        "\"We told them 'no',\" she said.",
        "‘‘Yes,’’ he said.",
        "A man of 6'2\" left; it wasn't the Joneses' house.",
        "‘Nothing closes this, and the next paragraph says something else.\nIt does.",
    ],
)
def test_other_marks_are_left_as_they_are(text: str) -> None:
    assert doubled(text) == text


@given(st.text(alphabet="a s.,\n‘’'“”\"é\r\0\u200f", max_size=80))
def test_no_sign_moves(text: str) -> None:
    shown = doubled(text)
    assert len(shown) == len(text)
    changed = [(a, b) for a, b in zip(text, shown, strict=True) if a != b]
    assert all(a in "‘’'“”\"" and b in "‘’“”" for a, b in changed)


def test_speech_between_single_marks_is_said_by_its_speaker_and_keeps_the_articles_marks() -> None:
    text = (
        "Ann Moss left Kelm. ‘I have lost my lane, and I don’t miss it,’ Moss said in May. ‘I am"
        " going home.’"
    )
    found = {c.text: c for c in of(text)}
    lost = found["“I have lost my lane, and I don’t miss it,” Ann Moss said in May."]
    home = found["“I am going home.”"]
    for claim in (lost, home):
        assert claim.attribution is not None
        assert claim.attribution.speaker == "Ann Moss"
    assert home.quote == "‘I am going home.’"
    assert "“" not in lost.quote


def test_the_word_of_another_between_single_marks_is_no_sentence_of_its_own() -> None:
    found = claims_of("Ann Moss told the court that it was ‘a fire alarm at sea’.")
    assert "Ann Moss told the court that it was “a fire alarm at sea”." in [c.text for c in found]
