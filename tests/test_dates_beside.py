"""What a page says beside a claim's date: another date, span or place of the thing is noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.numbers import case
from verify.checkers.dates import Dates
from verify.checkers.events import Events
from verify.holding import HOLDS_BACK
from verify.ports import Case
from verify.types import Claim, Dated, Finding, Label, Outcome, PartialDate

PRINTED = Dated(PartialDate("2026-05-04"), "argument")  # a Monday
DATED = {"another_date", "another_place", "another_span"}
HOW_IT_WENT = {"short_of", "ended", "other_doer"}


def held(claim: str, *pages: str) -> tuple[Claim, Case]:
    """A claim of an article, and pages of that week."""
    asked, given = case(claim, list(pages))
    shown = []
    for evidence in given.evidence:
        document = replace(evidence.passage.document, published=PRINTED)
        shown.append(replace(evidence, passage=replace(evidence.passage, document=document)))
    return asked, replace(given, on=date(2026, 5, 6), evidence=tuple(shown))


def found(claim: str, *pages: str) -> list[Finding]:
    """What the checker for dates finds."""
    return list(Dates().check(*held(claim, *pages)))


def noted(claim: str, *pages: str) -> set[str]:
    """The notes of dates and of events that hold support back; nothing may be certain."""
    asked, given = held(claim, *pages)
    notes = [*Dates().check(asked, given), *Events().check(asked, given)]
    assert all(f.outcome is Outcome.NOTES for f in notes)
    told = {f.detail for f in notes if f.checker == "dates"} & DATED
    return told | {f.detail for f in notes if f.checker == "events"}


def test_each_of_these_notes_holds_support_back() -> None:
    assert all(Label.SUPPORTED in HOLDS_BACK["dates", detail] for detail in DATED)


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
