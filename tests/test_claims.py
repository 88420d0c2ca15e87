"""Sentences → atomic claims that stand alone."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claim_articles import article, claims_of, texts_of
from verify.claims import extract_claims
from verify.claims.extract import MOST_PARSED
from verify.ports import Word
from verify.stating import EvenWorth
from verify.types import Claim, Kind, Part


def test_a_title_a_relative_clause_and_the_main_clause_become_three_claims() -> None:
    text = (
        "Independent Senator Jane Roe, who chairs the Senate Water Committee, confirmed the offer"
        " on Monday."
    )
    assert texts_of(text) == [
        "Jane Roe is an Independent Senator.",
        "Jane Roe chairs the Senate Water Committee.",
        "Jane Roe confirmed the offer on Monday.",
    ]


def test_an_office_before_and_after_a_name_is_a_claim_of_its_own() -> None:
    before = claims_of(
        "The talks involved the Ruritanian ambassador to the UK, Jane Roe, and two aides."
    )
    after = claims_of("Jane Roe, the Ruritanian ambassador to the UK, left the talks.")
    for claims in (before, after):
        office = next(c for c in claims if c.kind is Kind.OFFICE)
        assert office.text == "Jane Roe is the Ruritanian ambassador to the UK."
    assert "Jane Roe left the talks." in [c.text for c in after]


def test_a_role_in_a_headline_is_claimed_of_the_person_by_full_name() -> None:
    text = (
        "Harbour Talks Resume, US Senator Roe Confirms\n\n"
        "Senator Jane Roe said on Monday that the harbour talks would resume. The talks had"
        " stopped in May."
    )
    head = [c for c in claims_of(text) if c.part is Part.HEADLINE]
    assert ("Jane Roe is a US Senator.", Kind.OFFICE) in [(c.text, c.kind) for c in head]
    said = next(c for c in head if c.attribution)
    assert (said.text, said.attribution.speaker) == ("Harbour Talks Resume.", "Jane Roe")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jane Roe founded the firm in 1999 and led it until 2005.",
            ["Jane Roe founded the firm in 1999.", "Jane Roe led the firm until 2005."],
        ),
        (
            "Jane Roe was born on 3 May 1950 in Springfield.",
            ["Jane Roe was born on 3 May 1950.", "Jane Roe was born in Springfield."],
        ),
        (
            "The bridge, which opened in 1932, carries two railways.",
            ["The bridge opened in 1932.", "The bridge carries two railways."],
        ),
        (
            "The council approved the plan, but the mayor vetoed it.",
            ["The council approved the plan.", "The mayor vetoed the plan."],
        ),
        (
            "Jane Roe has lived in Paris, Rome and Vienna.",
            [
                "Jane Roe has lived in Paris.",
                "Jane Roe has lived in Rome.",
                "Jane Roe has lived in Vienna.",
            ],
        ),
        (
            "While the council approved the plan, the mayor vetoed the budget.",
            ["The council approved the plan.", "The mayor vetoed the budget."],
        ),
    ],
)
def test_coordinations_lists_and_side_clauses_are_parted(text: str, expected: list[str]) -> None:
    assert texts_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The talks between the union and the company failed.",
        "Jane Roe did not visit Paris and Rome.",
        "Jane Roe works for the Department of Health and Safety.",
    ],
)
def test_what_belongs_together_is_not_parted(text: str) -> None:
    assert texts_of(text) == [text]


def test_what_was_said_is_kept_apart_from_that_it_was_said() -> None:
    claims = claims_of(
        "Jane Roe told reporters in Paris on 5 May 2020 that the bridge had collapsed."
    )
    saying, content = claims
    assert saying.kind is Kind.QUOTATION
    assert saying.attribution is None
    assert content.text == "The bridge had collapsed."
    said = content.attribution
    assert said is not None
    assert (said.speaker, said.verb) == ("Jane Roe", "told")
    assert ("in Paris" in said.where, "5 May 2020" in said.when) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge has collapsed in the storm,” Jane Roe said.",
        "“The bridge has collapsed in the storm,” said Jane Roe.",
        "Jane Roe said: “The bridge has collapsed in the storm.”",
    ],
)
def test_direct_speech_is_a_quotation_with_its_speaker(text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.kind is Kind.QUOTATION
    assert claim.attribution is not None
    assert claim.attribution.speaker == "Jane Roe"
    assert "The bridge has collapsed in the storm" in claim.text


def test_according_to_is_an_attribution() -> None:
    claims = claims_of("According to the Water Board, the dam holds nine million litres.")
    said = [c.attribution.speaker for c in claims if c.attribution]
    assert said == ["the Water Board"]


def test_pronouns_and_surnames_are_resolved() -> None:
    text = "Mary Roe is a chemist. She was born in Leeds. Roe moved to Paris. Her work won a prize."
    found = texts_of(text)
    assert "Mary Roe was born in Leeds." in found
    assert "Mary Roe moved to Paris." in found
    assert "Mary Roe's work won a prize." in found


def test_the_ambassador_is_the_one_who_was_named() -> None:
    text = "The ambassador to Ruritania, Jane Roe, arrived. The ambassador met the king."
    assert "Jane Roe met the king." in texts_of(text)


def test_a_pronoun_without_an_antecedent_is_named_as_unresolved() -> None:
    (claim,) = claims_of("They arrived in Leeds on Monday.", published="2024-05-08")
    assert "They" in claim.unresolved
    assert "6 May 2024" in claim.text


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("yesterday", "on 7 May 2024"),
        ("last Tuesday", "on 7 May 2024"),
        ("on Wednesday", "on 8 May 2024"),
        ("last month", "in April 2024"),
        ("this year", "in 2024"),
        ("last year", "in 2023"),
        ("three days ago", "on 5 May 2024"),
    ],
)
def test_relative_dates_are_held_against_the_articles_day(said: str, meant: str) -> None:
    (claim,) = claims_of(f"Jane Roe visited Leeds {said}.", published="2024-05-08")
    assert claim.text == f"Jane Roe visited Leeds {meant}."
    assert claim.quote == f"Jane Roe visited Leeds {said}"


def test_a_relative_date_in_an_undated_article_is_unresolved() -> None:
    (claim,) = claims_of("Jane Roe visited Leeds last week.")
    assert claim.unresolved == ("last week",)
    assert "last week" in claim.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jane Roe was elected mayor of Leeds.", Kind.OFFICE),
        ("The dam holds nine million litres of water.", Kind.QUANTITY),
        ("The bridge collapsed because the river rose.", Kind.CAUSAL),
        ("Leeds is larger than York.", Kind.COMPARISON),
        ("The bridge opened in 1932.", Kind.DATE),
        ("The council rejected the plan.", Kind.EVENT),
        ("The council will reject the plan.", Kind.PREDICTION),
        ("The council should reject the plan.", Kind.OPINION),
        ("The plan is wonderful.", Kind.OPINION),
    ],
)
def test_each_kind_is_told(text: str, kind: Kind) -> None:
    assert kind in [c.kind for c in claims_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The council will reject the plan.",
        "The plan is wonderful.",
        "Who will pay for it?",
        "Let us build the bridge.",
        "Balancing regional influence.",
    ],
)
def test_what_cannot_be_checked_is_listed_with_the_reason(text: str) -> None:
    (claim,) = claims_of(text)
    assert not claim.checkable
    assert claim.reason


def test_a_long_list_of_doubtful_verbs_does_not_hide_the_main_claim() -> None:
    found = texts_of(
        "In a significant move, Ruritania has formally offered to send troops to Gaza."
    )
    assert len(found) == 1
    assert "formally offered to send troops" in found[0]
    (claim,) = claims_of(
        "In a significant move, Ruritania has formally offered to send troops to Gaza."
    )
    assert claim.checkable


def test_an_article_in_another_language_is_split_into_sentences() -> None:
    claims = claims_of("Die Brücke ist offen. Sie kostete viel.", language="de")
    assert [c.text for c in claims] == ["Die Brücke ist offen.", "Sie kostete viel."]


def test_ids_follow_the_reading_order() -> None:
    claims = claims_of("Jane Roe left. The bridge fell. It rained in Leeds.")
    assert [c.id for c in claims] == ["c1", "c2", "c3"]


def test_the_same_article_gives_the_same_claims() -> None:
    text = "Senator Jane Roe, who chairs the panel, said on Monday that it had met. She left."
    assert claims_of(text) == claims_of(text)


WORDS = st.sampled_from(
    'Senator Jane Roe said that who which and , . " “ ” the a was born in 1999 on Monday he she'
    " it is"
    " has confirmed ( ) because while including such as led Paris ’s - • \n \r\n \x00"
    " \u200b \u202e ; : ?".split(" ")
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=200)))
def test_every_quote_is_the_articles_own_words_on_any_text(text: str) -> None:
    found = extract_claims(article(text, published="2024-05-08"), worth=EvenWorth())
    for claim in found:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.text
    assert [c.id for c in found] == [f"c{n}" for n in range(1, len(found) + 1)]


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "a, ",
        "and ",
        "“",
        "(",
        "who ",
        "He said that ",
        "A, B and C ",
        "\n",
        "•",
        "was born in ",
        "1,",
    ],
)
def test_monotonous_text_costs_in_proportion_to_its_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.perf_counter()
        claims_of(text)
        return time.perf_counter() - start

    seconds(2_000)
    small, large = seconds(10_000), seconds(40_000)
    assert large < 12 * small + 2.0


@pytest.mark.parametrize("unit", ["the man of ", "he said that ", "which is ", "and the "])
def test_a_sentence_without_end_does_not_break_the_reading(unit: str) -> None:
    found = claims_of(f"Jane Roe left.\n\nAnd {unit * 70}.\n\nAnd {unit * 300}.")
    assert found[0].text == "Jane Roe left."


class Unasked:
    """A grammar that nobody may ask."""

    name, sha256 = "unasked", ""

    def parse(self, texts: Sequence[str]) -> Sequence[Sequence[Word]]:
        raise AssertionError("the parser was asked")


def test_a_text_beyond_what_is_parsed_is_read_by_word_lists() -> None:
    text = "Jane Roe founded the firm in 1999 and led it until 2005." + " " * MOST_PARSED
    found = extract_claims(article(text), worth=EvenWorth(), grammar=Unasked())
    assert [c.text for c in found] == [
        "Jane Roe founded the firm in 1999.",
        "Jane Roe led the firm until 2005.",
    ]


NEWS = "\n\n".join(
    [
        "Treasury secretary resigns after row over leak",
        "LISBON, Jan 14 (Wire) - The treasury secretary, Helena Brandt, resigned on Thursday"
        " evening after police confirmed they were investigating the leak of budget papers.",
        "Her deputy, Oliver Nwosu, will take over. The prime minister, Daniel Hartley, thanked"
        ' her for her service. "She did well," he said. "It is a loss."',
        "Mark Moss (Lab), who chairs the panel, met David Moss. Moss said the plan was sound.",
        "A country like Portugal, with its long experience of floods, could help. Significant"
        " hurdles remain. This move surprised many.",
    ]
)


@pytest.fixture(scope="module")
def news() -> tuple[Claim, ...]:
    return claims_of(NEWS, published="2025-11-20")


def found_in(news: tuple[Claim, ...], text: str) -> Claim:
    return next(c for c in news if c.text == text)


@pytest.mark.parametrize(
    "text",
    [
        "Helena Brandt is the treasury secretary.",
        "Helena Brandt resigned on the evening of 20 November 2025 after police confirmed they"
        " were investigating the leak of budget papers.",
        "Oliver Nwosu is Helena Brandt's deputy.",
        "Daniel Hartley thanked Helena Brandt for her service.",
        "Mark Moss (Lab) chairs the panel.",
        "Portugal has long experience of floods.",
    ],
)
def test_news_prose_is_read(news: tuple[Claim, ...], text: str) -> None:
    assert found_in(news, text).checkable


def test_a_dateline_is_no_part_of_a_claim(news: tuple[Claim, ...]) -> None:
    assert not any("LISBON" in c.quote for c in news)


def test_an_object_pronoun_is_never_the_subject_of_its_own_verb(news: tuple[Claim, ...]) -> None:
    assert not any("thanked Daniel Hartley" in c.text for c in news)


def test_words_inside_quotation_marks_are_never_rewritten(news: tuple[Claim, ...]) -> None:
    said = next(c for c in news if "She did well" in c.quote)
    assert "She did well" in said.text


def test_a_quotation_that_goes_on_has_the_same_speaker(news: tuple[Claim, ...]) -> None:
    first, second = (c for c in news if c.quote.startswith('"'))
    assert second.attribution is not None
    assert second.attribution.speaker == first.attribution.speaker  # type: ignore[union-attr]


def test_a_surname_that_two_people_share_is_unresolved(news: tuple[Claim, ...]) -> None:
    said = next(c for c in news if c.text.startswith("Moss said"))
    assert "Moss" in said.unresolved


def test_this_move_is_named_as_unresolved(news: tuple[Claim, ...]) -> None:
    assert "This move" in found_in(news, "This move surprised many.").unresolved


def test_a_vague_judgement_is_not_checkable(news: tuple[Claim, ...]) -> None:
    assert found_in(news, "Significant hurdles remain.").reason


@pytest.mark.parametrize(
    "text",
    [
        "Peter Smith met David Jones in Leeds. He did not take questions.",
        "Kenya and Uganda signed the treaty. The country will pay.",
    ],
)
def test_a_reference_with_two_candidates_stays_open(text: str) -> None:
    last = claims_of(text)[-1]
    assert last.unresolved


def test_a_headline_that_announces_is_a_prediction() -> None:
    first = claims_of("Firm to cut 300 jobs\n\nThe firm said it would cut 300 jobs in May.")[0]
    assert (first.kind, first.checkable) == (Kind.PREDICTION, False)


def test_relative_months_and_times_of_day() -> None:
    held = claims_of("Jane Roe has held the post since last March.", published="2025-11-20")[0]
    assert held.text == "Jane Roe has held the post since March 2025."


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            'Ann Roe won fame in 1970 with "Fire and Rain" and had a first hit in 1971 with'
            ' "You Got a Friend".',
            ["Ann Roe won fame in 1970.", 'Ann Roe won fame with "Fire and Rain".'],
        ),
        (
            'Ann Roe has acted in films like "Holiday" and "The Sum of All Fears".',
            [
                "Ann Roe has acted in films.",
                'Ann Roe has acted in "Holiday".',
                'Ann Roe has acted in "The Sum of All Fears".',
            ],
        ),
        (
            "Ann Roe (born 3 May 1946) is a Dutch singer.",
            ["Ann Roe was born 3 May 1946.", "Ann Roe is Dutch.", "Ann Roe is a singer."],
        ),
        (
            "Ann Roe (1919–2005) was a Dutch singer.",
            ["Ann Roe was born in 1919.", "Ann Roe died in 2005."],
        ),
        (
            "Ann Roe has since been re-elected in 2010 and has held two posts in the party.",
            ["Ann Roe has held two posts in the party."],
        ),
        (
            "Ann Roe is known for her blend of rock and pop, as well as her work with choirs.",
            ["Ann Roe is known for her work with choirs."],
        ),
        (
            "Ann Roe is the founder and chairwoman of the Nile Foundation.",
            [
                "Ann Roe is the founder of the Nile Foundation.",
                "Ann Roe is the chairwoman of the Nile Foundation.",
            ],
        ),
        (
            "Born in Bastia, Corsica, Rami began his football career in Lyon.",
            ["Rami was born in Bastia, Corsica.", "Rami began his football career in Lyon."],
        ),
        (
            "Ann Roe has received numerous awards for her work, including the Nile Medal.",
            ["Ann Roe has received the Nile Medal."],
        ),
    ],
)
def test_a_life_is_told_fact_by_fact(text: str, stated: list[str]) -> None:
    found = texts_of(text)
    assert [s for s in stated if s not in found] == []


@pytest.mark.parametrize(
    "text",
    [
        '"Never Again," Ann Roe said on Monday.',
        'Ann Roe said: "Never Will We Leave".',
    ],
)
def test_words_that_somebody_said_are_no_title(text: str) -> None:
    assert [c.kind for c in claims_of(text) if c.attribution] == [Kind.QUOTATION]


def test_a_city_of_the_same_name_is_not_the_person() -> None:
    found = texts_of(
        "Senator Ann Leeds left Delhi. Ms Leeds lives in the city of Leeds in England."
    )
    assert found[-1] == "Ann Leeds lives in the city of Leeds in England."


def test_a_list_behind_a_colon_stays_whole() -> None:
    found = texts_of("James Roe grew up with four sisters: Ann, Mary, Sue, and Kate.")
    assert found == ["James Roe grew up with four sisters: Ann, Mary, Sue, and Kate."]


def test_a_full_stop_inside_a_slogan_does_not_leave_it() -> None:
    found = texts_of("Ann Roe praised the “We Can. We Will.” campaign of the state.")
    assert found == ["Ann Roe praised the “We Can. We Will.” campaign of the state."]
