"""How an event went, and who did it: a page that tells of less, or of another, is noted."""

from __future__ import annotations

import pytest

from tests.test_dates_beside import HOW_IT_WENT, held, noted
from verify.checkers.dates import Dates
from verify.checkers.dates_paired import paired_dates
from verify.checkers.events import Events
from verify.checkers.matter import tellings, told
from verify.holding import HOLDS_BACK
from verify.types import Label


def test_each_of_these_notes_holds_support_back() -> None:
    held_back = {detail for checker, detail in HOLDS_BACK if checker == "events"}
    assert held_back >= HOW_IT_WENT
    assert all(HOLDS_BACK["events", detail] == {Label.SUPPORTED} for detail in held_back)


def test_the_checker_for_dates_says_nothing_of_how_an_event_went() -> None:
    page = "Ida Moll acts in the play, which Otto Reis plans to write."
    for claim in ("Ida Moll wrote the play.", "Otto Reis wrote the play."):
        assert list(Dates().check(*held(claim, page))) == []
        assert [f.checker for f in Events().check(*held(claim, page))] == ["events"]


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Ida Moll won the Brandt Medal in 2009.",
         "Ida Moll is a poet. In 2009 she was longlisted for the Brandt Medal."),
        ("The play won six Lauras.", "The play was nominated for six Lauras and won two."),
        ("Otto Reis was elected senator in 1999.",
         "Otto Reis is a banker. In 1999 he stood as a candidate for senator, and lost."),
        ("A nurse was convicted of poisoning a patient.",
         "A nurse is accused of poisoning a patient."),
        ("Brenner has sold its mill in Tarn.",
         "Brenner is in talks to sell its mill in Tarn."),
        ("The council has closed the baths.", "The council is considering closing the baths."),
        ("Gus Pell stole the painting.", "Gus Pell denies that he stole the painting."),
        ("Norda withdrew its troops from the valley.",
         "Norda withdrew its troops from the valley, if the reports are right."),
        ("Vera Kolb is the head of the library.", "Vera Kolb is the deputy head of the library."),
        ("Vera Kolb is the mayor of Lund.", "Vera Kolb, the former mayor of Lund, was there."),
        ("Abel Frey is the minister of trade.",
         "Abel Frey is a spokesman for the minister of trade."),
    ],
)  # fmt: skip
def test_an_earlier_stage_of_a_thing_is_less_than_the_claim(claim: str, page: str) -> None:
    assert noted(claim, page) == {"short_of"}


@pytest.mark.parametrize(
    ("claim", "pages"),
    [
        ("Ida Moll won the Brandt Medal.",
         ("Ida Moll was longlisted for the Brandt Medal.", "Ida Moll won the Brandt Medal.")),
        ("Ida Moll was nominated for the Brandt Medal.",
         ("Ida Moll was nominated for the Brandt Medal.",)),
        ("Brenner has sold its mill in Tarn.",
         ("Brenner, which plans to hire more staff, has sold its mill in Tarn.",)),
        ("Vera Kolb was the mayor of Lund.", ("Vera Kolb, the former mayor of Lund, was there.",)),
        ("Abel Frey denied the charges.", ("Abel Frey denied the charges.",)),
    ],
)  # fmt: skip
def test_what_a_page_tells_as_reached_stays_open(claim: str, pages: tuple[str, ...]) -> None:
    assert noted(claim, *pages) == set()


def test_a_prize_without_the_claims_date_is_perhaps_another_years() -> None:
    pages = (
        "In 2009 Ida Moll was longlisted for the Brandt Medal.",
        "Ida Moll won the Brandt Medal.",
    )
    assert noted("Ida Moll won the Brandt Medal in 2009.", *pages) == {"short_of"}


def test_what_was_so_until_a_year_is_over() -> None:
    page = "Ruth Adler is a chemist. She was treasurer of the guild until 2021."
    assert noted("Ruth Adler is treasurer of the guild.", page) == {"ended"}
    assert noted("Ruth Adler was treasurer of the guild.", page) == set()
    # What ended is another thing.
    page = "Ruth Adler was married to the treasurer of the guild, Ole Vik, until 2021."
    assert "ended" not in noted("Ole Vik is treasurer of the guild.", page)


@pytest.mark.parametrize(
    ("claim", "page", "expected"),
    [
        ("Ida Moll wrote the play.", "Ida Moll acts in the play, which Otto Reis wrote.",
         {"other_doer"}),
        ("Ida Moll succeeded Gus Pell.",
         "Ida Moll followed Vera Kolb, who succeeded Gus Pell.", {"other_doer"}),
        ("The play was written by Ida Moll.",
         "The play, staged by Ida Moll and written by Otto Reis, was a success.", {"other_doer"}),
        ("The play was written by Otto Reis.",
         "The play, staged by Ida Moll and written by Otto Reis, was a success.", set()),
        ("Otto Reis wrote the play.", "Ida Moll acts in the play, which Otto Reis wrote.", set()),
        ("Ida Moll wrote the play.", "Otto Reis and Ida Moll wrote the play.", set()),
        ("Ida Moll wrote the play.",
         "Ida Moll read the play. In Lund she wrote the play.", set()),
    ],
)  # fmt: skip
def test_another_who_does_it_is_noted(claim: str, page: str, expected: set[str]) -> None:
    assert noted(claim, page) == expected


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Norda withdrew its troops.", "If the truce has held, Norda withdrew its troops."),
        ("Norda withdrew its troops.", "Norda withdrew its troops, if the truce has held."),
        ("Norda withdrew its troops.", "Norda withdrew its troops and its tanks if told to."),
        ("Norda withdrew its troops.",
         "Norda withdrew its troops, and closed the base, if the reports are right."),
        ("Norda withdrew its troops.", "Norda withdrew its troops unless the order was lost."),
        ("Norda withdrew its troops.", "Norda withdrew its troops, provided the truce holds."),
        ("Norda withdrew its troops.", "Should Norda have withdrawn its troops, talks go on."),
        ("The mill closed.", "If the vote passed, the bank is saved and the mill closed."),
        # What is said of another does not say it of the claim's.
        ("Norda withdrew its troops.",
         "Sorland withdrew its tanks, and Norda withdrew its troops if the order was given."),
    ],
)  # fmt: skip
def test_what_holds_only_on_a_condition_is_less_than_the_claim(claim: str, page: str) -> None:
    assert noted(claim, page) == {"short_of"}


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        # The condition belongs to something else that the sentence says.
        ("Norda withdrew its troops.",
         "Norda withdrew its troops, and would return its tanks if the truce held."),
        ("Norda withdrew its troops.",
         "Norda withdrew its troops and will close the base if the truce holds."),
        ("Norda withdrew its troops.",
         "Norda withdrew its troops, but the base stays open unless the truce holds."),
        ("Norda withdrew its troops.",
         "Norda, which would return if the truce broke, withdrew its troops."),
        ("Norda withdrew its troops.",
         "If the truce holds, the base closes; Norda withdrew its troops."),
        # No condition at all.
        ("Norda withdrew hundreds of troops.",
         "Norda withdrew hundreds of troops, if not thousands."),
        ("Norda withdrew its troops.", "Norda withdrew its troops, even if it lost tanks."),
        ("Norda withdrew its troops.", "Even if it lost tanks, Norda withdrew its troops."),
        ("The agency provided tents in Lund.", "The agency provided blue tents in Lund."),
        ("The troops waited in Lund.", "The troops waited in Lund for as long as two months."),
        # The claim is as conditional as the page.
        ("Norda would have withdrawn its troops if the truce had held.",
         "Norda would have withdrawn its troops if the truce had held."),
        ("Norda closed the base if the truce held.",
         "Norda would have closed the base if the truce held."),
    ],
)  # fmt: skip
def test_a_condition_of_something_else_or_of_the_claim_itself_is_not(claim: str, page: str) -> None:
    assert noted(claim, page) == set()


def test_what_another_sentence_says_on_no_condition_is_said() -> None:
    pages = ("Norda withdrew its troops, if the reports are right.", "Norda withdrew its troops.")
    assert noted("Norda withdrew its troops.", *pages) == set()


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Ole has seen Lund, Pia not Senn and if Ole has seen Lund then Gus has seen Tarn.",
         set()),
        ("Pia has not seen Senn and if Pia has not seen Senn then Gus has seen Tarn.", set()),
        ("Ole has seen Lund. Gus has seen Tarn if Ole has seen Lund.", set()),
        ("Ole has not seen Lund and if Ole has seen Lund then Gus has seen Tarn.", {"short_of"}),
        ("Pia has seen Lund and if Ole has seen Lund then Gus has seen Tarn.", {"short_of"}),
        ("If Pia has seen Senn then Ole has seen Lund. Gus has seen Tarn if Ole has seen Lund.",
         {"short_of"}),
        ("Ole may have seen Lund. If Ole has seen Lund then Gus has seen Tarn.", {"short_of"}),
        # Met, and yet what follows is not told as done.
        ("Ole has seen Lund. If Ole has seen Lund, Gus is to see Tarn.", {"short_of"}),
    ],
)  # fmt: skip
def test_a_condition_that_the_page_says_is_met_is_none(page: str, expected: set[str]) -> None:
    assert noted("Gus has seen Tarn.", page) == expected


def test_what_is_read_of_a_claims_passages_is_kept_for_the_next_note_and_no_longer() -> None:
    text = "Ida Moll wrote the play in 2009."
    _, given = held(text, "Ida Moll wrote the play in 2009 and a novel in 2011.")
    read = tellings(text, given.passages)
    assert read is tellings(text, given.passages)
    assert paired_dates(text, given.passages, given.on) is paired_dates(
        text, given.passages, given.on
    )
    # Each keeps its pages' text, so that few may be kept.
    assert all((kept.cache_info().maxsize or 99) <= 8 for kept in (told, tellings, paired_dates))
