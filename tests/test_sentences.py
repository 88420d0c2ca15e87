"""Article → sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claim_articles import article
from verify.claims import split_sentences
from verify.types import Part


def parts(text: str, **about: str) -> list[tuple[str, str]]:
    return [(s.part.value, s.text) for s in split_sentences(article(text, **about))]


def sentences(text: str) -> list[str]:
    return [s.text for s in split_sentences(article(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Jane Roe, R-Fla., spoke on Jan. 5 in Washington, D.C., about the plan.",
        "Lt. Gen. John Doe arrived at 5 a.m. Tuesday with Gov. Roe.",
        "The U.S. Senate voted on H.R. 1319 at 11 p.m. Eastern time.",
        "George W. Bush met John F. Kennedy Jr. in May.",
        "“We won. They lost. It is over,” she said.",
        'He said: "We won. They lost."',
        "The firm, Acme Inc., was fined $3.5 million.",
        "It was ranked No. 5 on the list of St. Louis schools.",
        "“Is it so?” he asked.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


def test_sentences_part_where_they_end() -> None:
    text = "He left the U.S. in May. The war went on. “Yes.” He came back at 5 p.m. It rained."
    assert sentences(text) == [
        "He left the U.S. in May.",
        "The war went on.",
        "“Yes.”",
        "He came back at 5 p.m.",
        "It rained.",
    ]


def test_headline_standfirst_headings_and_bullets_are_told_apart() -> None:
    text = (
        "Town Council Approves Bridge\nA bridge over the river was approved\n\n"
        "The council met on Monday. It voted.\n\nWhat Happens Next\n\n"
        "  • Building begins.\n  • Money is found.\n"
    )
    assert parts(text) == [
        ("headline", "Town Council Approves Bridge"),
        ("standfirst", "A bridge over the river was approved"),
        ("body", "The council met on Monday."),
        ("body", "It voted."),
        ("heading", "What Happens Next"),
        ("body", "Building begins."),
        ("body", "Money is found."),
    ]


def test_a_title_with_a_full_stop_is_a_headline_where_the_article_says_so() -> None:
    text = "The bridge is open.\n\nIt opened on Monday."
    assert parts(text, title="The bridge is open.")[0] == ("headline", "The bridge is open.")
    assert parts(text)[0][0] == "body"


def test_a_hard_wrapped_paragraph_is_read_through_its_line_breaks() -> None:
    text = "The council met for a long time on Monday and\nthen it voted. The mayor went home.\n"
    assert sentences(text) == [
        "The council met for a long time on Monday and\nthen it voted.",
        "The mayor went home.",
    ]


def test_markdown_marks_are_no_part_of_a_sentence() -> None:
    assert parts("# Bridge opens\n\n## Cost\n\nIt cost a lot.") == [
        ("headline", "Bridge opens"),
        ("heading", "Cost"),
        ("body", "It cost a lot."),
    ]


@pytest.mark.parametrize("language", ["en", "de", "ur", "zh", "xx", ""])
def test_other_scripts_and_unknown_languages_are_split(language: str) -> None:
    found = split_sentences(article("第一句。第二句。", language=language))
    assert "".join(s.text for s in found) == "第一句。第二句。"


def test_an_empty_article_has_no_sentences() -> None:
    assert sentences("") == []
    assert sentences(" \n\t\u200b\r\n") == []


ODD = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "aB .!?\n\r\t\"“”'’()•-#>,;:0123\u200b\u200f\u202e\u2066\ufeff\x00\u2028\x85"
        ),
        st.characters(),
    ),
    max_size=400,
)


@settings(max_examples=150, deadline=None)
@given(ODD)
def test_offsets_are_exact_and_in_order_on_any_text(text: str) -> None:
    end = 0
    for sentence in split_sentences(article(text)):
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.start >= end
        end = sentence.end


def test_no_word_of_a_paragraph_is_lost() -> None:
    text = "One two. Three “four. Five” six! (Seven. Eight.) Nine…\n\nTen; eleven.\r\n\r\nTwelve"
    kept = " ".join(sentences(text))
    assert [w for w in text.split() if w.strip(".…") not in kept] == []


def test_body_is_the_part_of_plain_prose() -> None:
    assert {s.part for s in split_sentences(article("It rained. It poured."))} == {Part.BODY}


@pytest.mark.parametrize(
    "line", ["ACCRA, 14 June 2023. ", "ACCRA, June 14, 2023. ", "ACCRA, June 14 - "]
)
def test_a_dateline_is_no_part_of_the_first_sentence(line: str) -> None:
    found = split_sentences(article(f"Council meets\n\n{line}The council met on Monday."))
    assert [s.text for s in found] == ["Council meets", "The council met on Monday."]
