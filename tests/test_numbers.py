"""The checker for numbers refutes and supports only where it is certain, and shows its sums."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.numbers import case, findings
from verify.checkers.numbers import Numbers
from verify.checkers.numbers_chains import settle
from verify.checkers.numbers_lists import listed
from verify.checkers.numbers_totals import sums
from verify.types import Finding, Outcome


def only(claim: str, *passages: str) -> Finding:
    """The only finding."""
    (found,) = findings(claim, list(passages))
    return found


def test_a_different_number_of_the_same_thing_refutes_and_says_by_how_much() -> None:
    found = only("The city has 120 buses.", "The city has 60 buses.")
    assert (found.outcome, found.detail) == (Outcome.REFUTES, "different")
    assert "“120”" in found.explanation
    assert "2 times as much" in found.explanation
    assert found.facts[0].text == "The city has 60 buses."
    assert found.facts[0].url == "https://example.org/0"


def test_a_rounded_number_supports_and_says_so() -> None:
    found = only(
        "The region has 1.24 million inhabitants.", "The region has 1,243,000 inhabitants."
    )
    assert (found.outcome, found.detail) == (Outcome.SUPPORTS, "within_rounding")


def test_percent_is_not_percentage_points() -> None:
    passage = "Support fell by 4 percentage points in May."
    assert not findings("Support fell by 4 percent in May.", [passage])


def test_another_year_is_another_period_and_decides_nothing() -> None:
    found = findings(
        "The airport handled 25 million passengers in 2021.",
        ["The airport handled 20 million passengers in 2018."],
    )
    assert all(f.outcome is Outcome.NOTES for f in found)


def test_a_running_toll_is_never_refuted_by_another_count() -> None:
    found = findings("The quake killed 15 people.", ["The quake killed 12 people."])
    assert [f.outcome for f in found] == [Outcome.NOTES]
    assert "earlier or later count" in found[0].explanation


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Gusts of 148 kilometres an hour hit Torr.", "Torr felt gusts of 92 miles an hour."),
        ("Ocelia expects sales of 2.5 billion euros.",
         "For the full year Ocelia foresees sales of 2.4 to 2.6 billion euros."),
        ("Sales of Ocelia fell by a quarter.", "At Ocelia sales were 25 percent lower."),
    ],
)  # fmt: skip
def test_the_claims_number_in_another_form_is_shown(claim: str, passage: str) -> None:
    found = only(claim, passage)
    assert (found.outcome, found.detail) == (Outcome.NOTES, "restated")


def test_a_sentence_that_has_the_claims_number_too_is_no_note_against_it() -> None:
    assert not findings(
        "Ocelia has 2,300 workers.", ["Ocelia has 2,100 workers, 2,300 with Bexon."]
    )
    (found,) = findings(
        "Vale lost only three matches.", ["Vale lost four matches, three of them away."]
    )
    assert found.detail == "different"  # three of them are a part


def test_two_sources_that_disagree_are_shown_not_averaged() -> None:
    found = only(
        "The hall seats 900 guests.", "The hall seats 900 guests.", "The hall seats 700 guests."
    )
    assert (found.outcome, found.detail) == (Outcome.NOTES, "sources_disagree")
    assert len(found.facts) == 2


def test_a_page_that_speaks_of_a_hoax_supports_nothing() -> None:
    assert not findings(
        "The town lost 500 residents.",
        ["The town lost 500 residents. The story is false, officials say."],
    )


def test_shares_that_do_not_add_up_are_refuted_with_the_sum() -> None:
    found = only("The panel approved 45 of 90 applications, or 60 percent.")
    assert found.outcome is Outcome.REFUTES
    assert "45 / 90 = 50.0%" in found.explanation


def test_a_total_is_held_against_its_parts() -> None:
    (wrong,) = sums("It has a total of 30 people: 12 men and 25 women.")
    (right,) = sums("It has a total of 30 people: 12 men and 18 women.")
    assert (wrong.holds, wrong.worked) == (False, "12 + 25 = 37")
    assert right.holds


@pytest.mark.parametrize(
    ("here", "there", "detail"),
    [
        ("The bridge cost 40 million euros.", "The bridge cost 60 million euros.", "inconsistent"),
        ("The quake killed 15 people.", "The quake killed 12 people.", "inconsistent"),
        ("Leith has nine schools.", "Leith, a town in Kent, has seven schools.", "inconsistent"),
        ("A third of the voters agreed.", "Half of the voters agreed.", "inconsistent"),
        ("The bridge cost 40 million euros.", "The tunnel cost 60 million euros.", None),
        ("A third of the voters agreed.", "33 percent of the voters agreed.", None),
        ("The bridge cost 40 million euros.", "The bridge cost €40m.", None),
    ],
)
def test_an_article_that_states_a_number_twice_must_agree_with_itself(
    here: str, there: str, detail: str | None
) -> None:
    first, given_case = case(here, [])
    other = case(there, [])[0]
    moved = type(other)("c2", other.text, other.quote, 99, 132, other.kind, 1.0)
    both = type(given_case)(given_case.article, (first, moved), (), (), (), given_case.terms, None)
    found = Numbers().check(first, both)
    assert [f.detail for f in found] == ([detail] if detail else [])
    assert {f.outcome for f in found} <= {Outcome.NOTES}


def test_names_in_a_list_are_counted() -> None:
    names = listed("She met Ann Lee, Bob, the Duke of York and J. Smith")
    assert names is not None
    assert names.items == ("Ann Lee", "Bob", "the Duke of York", "J. Smith")


def test_a_list_proves_more_than_but_not_that_there_was_nobody_else() -> None:
    passage = "Ana visited Rome, Paris, Madrid and Oslo."
    assert only("Ana visited more than three places.", passage).outcome is Outcome.SUPPORTS
    assert only("Ana visited only two places.", passage).outcome is Outcome.REFUTES
    assert only("Ana visited more than six places.", passage).outcome is Outcome.NOTES


def test_a_chain_of_comparisons_settles_its_ends() -> None:
    passage = "Ruth is taller than Ida. Ida is as tall as Mary. Mary is taller than Eve."
    assert settle("Ruth is taller than Eve.", passage)[0] == 1
    assert settle("Eve is taller than Ruth.", passage)[0] == -1
    assert settle("Ruth is taller than Jane.", passage)[0] == 0
    assert settle("Ruth is older than Eve.", passage)[0] == 0


@pytest.mark.parametrize(
    "claim",
    [
        "The fund holds $4.5bn in government bonds.",
        "The fund holds $4.5 billion in government bonds!",
        "the fund holds 4.5 billion dollars in government bonds",
        "The fund, holds “$4,500 million” in government bonds.",
    ],
)
def test_rewording_a_claim_does_not_change_the_finding(claim: str) -> None:
    (wrong,) = findings(claim, ["The fund holds $9.5bn in government bonds."])
    (right,) = findings(claim, ["The fund holds $4.5bn in government bonds."])
    assert (wrong.outcome, right.outcome) == (Outcome.REFUTES, Outcome.SUPPORTS)


TABLE = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "quantities.jsonl").read_text().splitlines()
]
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
REWORDINGS: dict[str, Callable[[str], str]] = {
    "a fixed blank": lambda t: re.sub(r"(?<=\d) (?=[a-z%])", "\u00a0", t),
    "percent spelt out": lambda t: re.sub(r"(?<=\d)%", " percent", t),
    "per cent": lambda t: re.sub(r"(?<=\d) percent\b", " per cent", t),
    "bn": lambda t: re.sub(r"(?<=\d) billion", "bn", t),
    "mn": lambda t: re.sub(r"(?<=\d) million\b", " mn", t),
    "no separators": lambda t: re.sub(r"(?<=\d),(?=\d{3})", "", t),
    "exclaimed": lambda t: t.rstrip(".") + "!",
    "no stop": lambda t: t.rstrip("."),
    "article in lower case": lambda t: re.sub(r"^The ", "the ", t),
    "typographic apostrophe": lambda t: t.replace("'", "’"),
    "two blanks": lambda t: t.replace(" ", "  ", 1),
    "a line break": lambda t: t.replace(" ", "\n", 1),
    "dash in ranges": lambda t: re.sub(r"(?<=\d)[-–](?=\d)", "–", t),
    "American dates": lambda t: re.sub(rf"\b(\d+) ({MONTH}) (\d{{4}})\b", r"\2 \1, \3", t),
}


@pytest.mark.parametrize("way", REWORDINGS)
def test_no_row_of_the_table_changes_when_its_claim_is_reworded(way: str) -> None:
    changed = []
    for row in TABLE:
        claim = REWORDINGS[way](row["claim"])
        if claim != row["claim"] and "12,00" not in row["claim"]:  # lakhs need their separators
            before, after = (
                {f.outcome for f in findings(c, [row["passage"]])} - {Outcome.NOTES}
                for c in (row["claim"], claim)
            )
            if before != after:
                changed.append((claim, row["passage"], before, after))
    assert changed == []


def test_the_rewordings_touch_the_table() -> None:
    touched = [
        way for way, of in REWORDINGS.items() if any(of(r["claim"]) != r["claim"] for r in TABLE)
    ]
    assert touched == list(REWORDINGS)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120), st.text(max_size=200))
def test_it_never_raises_on_any_text(claim: str, passage: str) -> None:
    for finding in findings(claim, [passage]):
        assert finding.explanation
