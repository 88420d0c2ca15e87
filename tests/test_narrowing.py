"""A number of a part, of another time or of somebody else's refutes and supports nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.numbers import CHECKERS, case, findings
from verify.types import Dated, Finding, Outcome, PartialDate

WHOLE = "The council has 60 members."


def told(claim: str, passage: str, on: str, printed: str) -> list[tuple[str, str]]:
    """Outcome and detail, of an article of one day and a page of another."""
    asked, given = case(claim, [passage])
    (evidence,) = given.evidence
    document = replace(evidence.passage.document, published=Dated(PartialDate(printed), "argument"))
    shown = replace(evidence, passage=replace(evidence.passage, document=document))
    dated = replace(given, on=date.fromisoformat(on), evidence=(shown,), documents=(document,))
    found = [f for checker in CHECKERS for f in checker.check(asked, dated)]
    return [(f.outcome.value, f.detail) for f in found if f.outcome is not Outcome.NOTES]


def certain(found: list[Finding]) -> list[str]:
    """The outcomes that bear on a verdict."""
    return [f.outcome.value for f in found if f.outcome is not Outcome.NOTES]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (WHOLE, "The council has 45 elected members."),
        (WHOLE, "The council has 45 members in favour."),
        (WHOLE, "The city council has 45 members."),
        (WHOLE, "In Lydda, the council has 45 members."),
        (WHOLE, "The council, at its smallest, has 45 members."),
        (WHOLE, "The council will have 45 members."),
        (WHOLE, "The council has 45 members (excluding the mayors)."),
        ("Turnout was 66 percent.", "In Lydda, turnout was 66 percent."),
        ("Unemployment was 14 percent in March.", "Youth unemployment was 14 percent in March."),
        ("Vale has played 90 matches.", "Vale has played 97 matches and scored 33 goals for Lund."),
        ("Wages grew by 5 percent.", "Wages grew by 2 percent after inflation."),
        ("The stadium opened in 1923.", "The stadium's new stand opened in 1988."),
        ("The mine closed in 1988.", "The mine closed for repairs in 1975."),
        ("Revenue was $4 billion.", "Revenue for the full year was $16 billion."),
        ("Profit was $45 million.", "Profit before tax was $52 million."),
        ("Vale led the bank for six years.",
         "Vale led the bank for seven years, the first as deputy governor."),
        ("Ann Lee died in 1990.", "Ann Lee, whose husband died in 1980, moved to Leith."),
    ],
)  # fmt: skip
def test_what_is_said_of_a_part_or_of_something_beside_decides_nothing(
    claim: str, passage: str
) -> None:
    assert certain(findings(claim, [passage])) == []


@pytest.mark.parametrize(
    "passage",
    [
        "The council has 45 members.",
        "The council has 45 members, and it meets on Mondays.",
        "The council has 45 members and opened its doors.",
        "Meanwhile, the council has 45 members, the mayor of Lydda said in his letter.",
    ],
)
def test_what_narrows_nothing_does_not_save_a_wrong_number(passage: str) -> None:
    expected = [] if "said" in passage else ["refutes"]  # somebody's word is left to a reader
    assert certain(findings(WHOLE, [passage])) == expected


@pytest.mark.parametrize(
    ("claim", "passage", "on", "printed", "expected"),
    [
        ("Turnout was 63 percent.", "Turnout was 58 percent.", "2024-06-12", "2020-06-16", []),
        ("Turnout was 58 percent.", "Turnout was 58 percent.", "2024-06-12", "2020-06-16", []),
        ("Turnout was 63 percent.", "Turnout was 58 percent.", "2024-06-12", "2024-06-11",
         [("refutes", "different")]),
        ("Vale has scored 22 goals.", "Vale has scored 20 goals.", "2024-04-22", "2024-04-18", []),
        ("Vale has scored 20 goals.", "Vale has scored 22 goals.", "2024-04-22", "2024-04-18",
         [("refutes", "different")]),
        ("The bridge is 400 metres long.", "The bridge is 300 metres long.", "2024-04-22",
         "2015-04-01", [("refutes", "different")]),
        ("Prices rose 2.3 percent.", "Prices fell 2.3 percent.", "2024-05-03", "2024-05-02",
         [("refutes", "direction")]),
        ("Prices rose 2.3 percent.", "Prices fell 2.3 percent.", "2024-05-03", "2023-05-02", []),
        ("Jonas Vale has 22 goals.", "Jonas Vale is back. Vale has 20 goals.", "2024-05-03",
         "2024-05-03", [("refutes", "different")]),
        ("Jonas Vale has 22 goals.", "Kim Vale is back. Vale has 20 goals.", "2024-05-03",
         "2024-05-03", []),
    ],
)  # fmt: skip
def test_an_undated_statement_is_held_against_pages_of_its_day(
    claim: str, passage: str, on: str, printed: str, expected: list[tuple[str, str]]
) -> None:
    assert told(claim, passage, on, printed) == expected


def test_the_largest_is_not_the_second_largest() -> None:
    claim = "Selim is the largest city in the country."
    (found,) = findings(claim, ["Selim is the second-largest city in the country after Lydda."])
    assert (found.outcome, found.detail) == (Outcome.REFUTES, "rank")
    assert "“largest”; the source says “second-largest”" in found.explanation
    assert certain(findings(claim, ["Selim has the second-largest port in the country."])) == []
