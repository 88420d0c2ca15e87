"""What a page says beside a claim: another date, place, stage or doer of the thing is noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.numbers import case
from verify.checkers.dates import Dates
from verify.decide import HOLDS_BACK
from verify.types import Dated, Finding, Label, Outcome, PartialDate

PRINTED = Dated(PartialDate("2026-05-04"), "argument")  # a Monday
TELLING = {"short_of", "ended", "other_doer", "another_date", "another_place", "another_span"}


def found(claim: str, *pages: str) -> list[Finding]:
    """What the checker for dates finds beside an article of the pages' week."""
    asked, given = case(claim, list(pages))
    shown = []
    for evidence in given.evidence:
        document = replace(evidence.passage.document, published=PRINTED)
        shown.append(replace(evidence, passage=replace(evidence.passage, document=document)))
    return list(Dates().check(asked, replace(given, on=date(2026, 5, 6), evidence=tuple(shown))))


def noted(claim: str, *pages: str) -> set[str]:
    """The notes that hold support back; nothing may be certain."""
    notes = found(claim, *pages)
    assert all(f.outcome is Outcome.NOTES for f in notes)
    return {f.detail for f in notes} & TELLING


def test_each_of_these_notes_holds_support_back() -> None:
    assert all(Label.SUPPORTED in HOLDS_BACK["dates", detail] for detail in TELLING)


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
        ("Pia Gram became an editor in 1991.",
         "Pia Gram became a reporter in 1991 and an editor in 1997.", {"another_date"}),
        ("Pia Gram became an editor in 1997.",
         "Pia Gram became a reporter in 1991 and an editor in 1997.", set()),
        ("The mill was built in 1930.", "The mill was built in 1911 and sold in 1930.",
         {"another_date"}),
        ("Otto Reis was elected in 2022.", "Otto Reis was elected in 2018 and 2022.", set()),
        ("Otto Reis was elected in 2022.",
         "In 2018 Otto Reis was elected, and in 2022 he resigned.", set()),
    ],
)  # fmt: skip
def test_each_date_of_a_sentence_belongs_to_what_stands_before_it(
    claim: str, page: str, expected: set[str]
) -> None:
    assert noted(claim, page) == expected


def test_a_date_among_several_that_is_the_claims_holds_refutation_back() -> None:
    page = "The bank expects growth of 2 percent this year and 3 percent next year."
    (said,) = found("The bank expects growth of 2 percent in 2026.", page)
    assert (said.detail, HOLDS_BACK["dates", said.detail]) == ("within", {Label.REFUTED})
    assert noted("The bank expects growth of 2 percent in 2027.", page) == {"another_date"}


@pytest.mark.parametrize(
    ("claim", "page", "expected"),
    [
        ("The song reached number two in Norway.",
         "The song reached number five in Norway and number two in Sweden.", {"another_place"}),
        ("The song reached number two in Sweden.",
         "The song reached number five in Norway and number two in Sweden.", set()),
        ("Pia Gram is a tutor at Lund College.",
         "Pia Gram is a fellow at Lund College and was a tutor at Senn.", {"another_place"}),
        ("Pia Gram lives in Lund.", "Pia Gram, who was born in Lund, lives in Senn.",
         {"another_place"}),
    ],
)  # fmt: skip
def test_each_place_of_a_sentence_belongs_to_what_stands_before_it(
    claim: str, page: str, expected: set[str]
) -> None:
    assert noted(claim, page) == expected


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


def test_her_husbands_death_is_not_hers() -> None:
    page = "Ida Moll was a poet. Her husband died in 2011."
    assert found("Ida Moll died on 3 May 2026.", page) == []
    page = "Ida Moll was a poet. She died in 2011."
    assert [f.outcome for f in found("Ida Moll died on 3 May 2026.", page)] == [Outcome.REFUTES]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Ida Moll died at the age of 80.", Outcome.SUPPORTS),
        ("Ida Moll died at the age of 84.", Outcome.REFUTES),
        ("Ida Moll was 20 in 1966.", Outcome.SUPPORTS),
        ("Ida Moll was 28 in 1966.", Outcome.REFUTES),
    ],
)
def test_ages_follow_from_a_birth_that_is_told_in_passing(claim: str, expected: Outcome) -> None:
    page = "Ida Moll, who was born in Lund on 2 April 1946, has died on Sunday, her son said."
    (said,) = found(claim, page)
    assert (said.outcome, said.detail) == (expected, "lasted")
