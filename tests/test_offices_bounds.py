"""From when and until when: that an office was held is only half of what such a claim says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from verify.checkers.offices_reading import sightings
from verify.checkers.terms import OfficeTable
from verify.types import OfficeTerm, PartialDate

TODAY = date(2025, 11, 20)


def term(person: str, office: str, start: str, end: str, title: str = "") -> OfficeTerm:
    over = PartialDate(end) if end else None
    until = PartialDate(end or "2025-11-25")
    made = OfficeTerm(person, office, "Iceland", PartialDate(start), until, over, title=title)
    return replace(made, source="a list")


TABLE = OfficeTable(
    [
        term("Ann Bergvik", "Prime Minister of Iceland", "2014-05-02", "2019-06-10"),
        term("Jon Tarrel", "Prime Minister of Iceland", "2019-06-10", "2024-10-01"),
        term("Mia Solberga", "Prime Minister of Iceland", "2024-10-01", ""),
    ]
)


def told(text: str) -> list[tuple[str, str]]:
    """Outcome and detail of every role that could be settled."""
    seen = sightings(TABLE, text, text, TODAY)
    return [(s.judged.outcome, s.judged.detail) for s in seen if s.judged is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Mia Solberga has been prime minister of Iceland since October 2024.",
        "Since 2024, Mia Solberga has been prime minister of Iceland.",
        "Jon Tarrel was prime minister of Iceland from 2019 to 2024.",
        "Jon Tarrel served as prime minister of Iceland from June 2019 until October 2024.",
        "Jon Tarrel, prime minister of Iceland between 2019 and 2024, spoke.",
        "Ann Bergvik was prime minister of Iceland until 2019.",
        "Mia Solberga was elected prime minister of Iceland in 2024.",
        "Prime Minister Mia Solberga of Iceland has been ill since 2021.",
    ],
)
def test_a_span_that_the_record_has_is_supported(text: str) -> None:
    assert [outcome for outcome, _ in told(text)] == ["supports"]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Tarrel was prime minister of Iceland from 2016 to 2024.",
        "Jon Tarrel was prime minister of Iceland until 2022.",
        "Ann Bergvik was prime minister of Iceland for nine years.",
        "From 2014 to 2021 Ann Bergvik was prime minister of Iceland.",
        "Mia Solberga has been prime minister of Iceland since March.",
        "Mia Solberga was appointed prime minister of Iceland in 2021.",
    ],
)
def test_a_span_that_the_record_has_not_supports_nothing(text: str) -> None:
    assert [outcome for outcome, _ in told(text)] in (["notes"], [])


def test_a_first_term_is_no_since_where_another_served_between() -> None:
    again = term("Ann Bergvik", "Prime Minister of Iceland", "2024-10-01", "")
    text = "Ann Bergvik has been prime minister of Iceland since {}."
    for year, outcome in (("2014", "notes"), ("2024", "supports")):
        said = text.format(year)
        (seen,) = sightings(OfficeTable([*TABLE.terms[:2], again]), said, said, TODAY)
        assert seen.judged is not None
        assert seen.judged.outcome == outcome


@pytest.mark.parametrize(
    "text",
    [
        "Mia Solberga has been prime minister of Iceland since 2022.",
        "Since May 2023, Mia Solberga has been prime minister of Iceland.",
    ],
)
def test_who_is_said_to_be_in_office_since_anothers_time_is_refuted(text: str) -> None:
    assert told(text) == [("refutes", "predecessor")]


def test_the_years_of_a_rank_are_those_of_the_others() -> None:
    text = "Mia Solberga has been the first woman to be prime minister of Iceland since 1990."
    assert all(outcome != "refutes" for outcome, _ in told(text))


def test_a_title_beside_until_a_day_of_the_past_is_that_of_then() -> None:
    assert told("Prime Minister Ann Bergvik led Iceland until June 2019.") == [
        ("supports", "held_before")
    ]
    assert told("Prime Minister Ann Bergvik led the talks on Tuesday.")[0][0] == "refutes"


@pytest.mark.parametrize(
    "text",
    [
        "Acting Prime Minister Mia Solberga of Iceland spoke.",
        "The late Prime Minister Ann Bergvik of Iceland loved cats.",
        "The jailed prime minister Jon Tarrel of Iceland wrote a book.",
    ],
)
def test_what_befell_a_holder_and_who_acts_for_one_no_table_supports(text: str) -> None:
    assert [outcome for outcome, _ in told(text)] in (["notes"], [])


def test_an_acting_holder_on_record_is_one() -> None:
    acting = term(
        "Kai Lindmo", "Prime Minister of Iceland", "2024-10-01", "", "Acting Prime Minister"
    )
    text = "Acting Prime Minister Kai Lindmo of Iceland spoke."
    (seen,) = sightings(OfficeTable([*TABLE.terms[:2], acting]), text, text, TODAY)
    assert seen.judged is not None
    assert seen.judged.outcome == "supports"
