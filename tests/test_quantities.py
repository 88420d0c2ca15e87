"""Quantities are read as newspapers write them, and compared with what a passage says."""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.numbers import findings
from verify.checkers.features import Comparison, compare
from verify.checkers.quantities import quantities

TABLE = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "quantities.jsonl").read_text().splitlines()
]
FOUND_AT_LEAST = 0.9  # of the certain rows; the table holds none that must be missed


def one(text: str) -> tuple[float, str]:
    """Value and unit of the only quantity of a text."""
    (found,) = quantities(text)
    return round(found.value, 6), found.unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $4.5bn.", 4.5e9, "USD?"),
        ("They spent Rs 500 crore.", 5e9, "INR?"),
        ("Some 12,00,000 people voted.", 1.2e6, ""),
        ("It weighed 18 tonnes.", 18000, "kilogram"),
        ("It was 68 degrees Fahrenheit.", 20, "celsius"),
        ("A third of voters agreed.", 33.333333, "percent"),
        ("One in five shops closed.", 20, "percent"),
        ("Half a million trees fell.", 500000, ""),
        ("It fell to -½ km.", -500, "metre"),
        ("They bought half a dozen eggs.", 6, ""),
        ("He counted two hundred and thirty-one books.", 231, ""),
        ("The rate rose by half a percentage point.", 0.5, "points"),
        ("It rose by 25 basis points.", 0.25, "points"),
        ("The talks took one and a half hours.", 5400, "second"),
        ("He is a 45-year-old man.", 45, "age"),
        ("It is the third-largest bank.", 3, "ordinal"),
        ("The fire burned 10 square miles.", 2589.98811, "hectare"),
    ],
)
def test_a_quantity_is_read_in_its_base_unit(text: str, value: float, unit: str) -> None:
    assert one(text) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "He spoke in 2019.",
        "They met on July 4, 2019 at 10:30 a.m.",
        "She cited Section 230.",
        "An F-16 landed.",
        "Covid-19 spread.",
        "The bill is H.R. 1319.",
        "It was built in the 1990s.",
        "No one came.",
        "They won 3-2.",
        "It is a 19th century house.",
    ],
)
def test_years_dates_times_scores_and_labels_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def test_a_range_keeps_its_ends_and_its_magnitude() -> None:
    (found,) = quantities("It will cost $3-5 billion.")
    assert found.ends == (3e9, 5e9)


def test_modifiers_open_the_bounds_of_a_quantity() -> None:
    (more,) = quantities("More than 400 students came.")
    (most,) = quantities("Up to 400 students came.")
    assert (more.low, more.high) == (400, math.inf)
    assert (most.low, most.high) == (-math.inf, 400)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['form']}: {row['claim']}")
def test_no_certain_finding_of_the_hand_written_table_is_wrong(row: dict[str, str]) -> None:
    said = {f.outcome.value for f in findings(row["claim"], [row["passage"]])} - {"notes"}
    assert said <= {row["expected"]}


def test_most_certain_rows_of_the_table_are_found() -> None:
    certain = [r for r in TABLE if r["expected"] != "open"]
    found = Counter(
        r["expected"] in {f.outcome.value for f in findings(r["claim"], [r["passage"]])}
        for r in certain
    )
    assert len(TABLE) >= 300
    assert found[True] / len(certain) >= FOUND_AT_LEAST


def test_features_count_equal_unequal_and_absent() -> None:
    passage = "The firm sold 300 cars in 2019 and paid $5 million."
    assert compare("The firm sold 300 cars in 2019.", passage) == Comparison(
        numbers_equal=1, dates_equal=1
    )
    assert compare("The firm sold 900 cars in 2020.", passage) == Comparison(
        numbers_unequal=1, dates_unequal=1
    )
    assert compare("The firm has 12 hotels.", passage).numbers_absent == 1


def test_a_number_that_follows_from_the_claims_others_contradicts_nothing():
    passage = "The line is to cost 240 million euros, of which the state pays 60 percent."
    right = "The state pays 60 percent of the 240 million euros, or 144 million euros."
    assert compare(right, passage) == Comparison(numbers_equal=2)
    wrong = "The state pays 60 percent of the 240 million euros, or 150 million euros."
    assert compare(wrong, passage) == Comparison(numbers_equal=2, numbers_unequal=1)


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        st.sampled_from(
            "0123456789 ,.-–—/:%$£€₹°½'’abkmnhtd\n\u00a0\u202fone two million half dozen"
        ),
        max_size=60,
    )
    | st.text(max_size=80),
    st.text(max_size=40),
)
def test_reading_quantities_never_raises(text: str, other: str) -> None:
    for found in quantities(text):
        assert 0 <= found.start <= found.end <= len(text)
        assert not math.isnan(found.value)
    compare(text, other)
    compare(other, text)
