"""Lines that are no plain sentences: rows of tables, named figures, labels, titles, headlines."""

from __future__ import annotations

import pytest

from tests.claim_articles import claims_of, of, stated
from verify.types import Claim, Kind

BODY = "\n\nThe town of Varna is old. It lies by a lake.\n\nIt has a mill."
TABLE = """Harbour traffic rose.

| thousand tonnes | 2021 | 2022 |
|---|---|---|
| Grain | 1,204 | 1,310 |
| **Timber** | 88 | 91 |
| Oil | none | 12 |

The port has two docks."""


def headline(text: str) -> Claim:
    found = claims_of(text + BODY)
    assert found[0].part.value == "headline"
    return found[0]


def test_a_row_of_a_table_is_told_with_the_names_of_its_columns() -> None:
    found = {c.text: c for c in of(TABLE)}
    grain = found["Grain (thousand tonnes): 1,204 (2021), 1,310 (2022)."]
    assert grain.checkable
    assert grain.kind is Kind.QUANTITY
    assert grain.quote == "| Grain | 1,204 | 1,310 |"
    assert "Timber (thousand tonnes): 88 (2021), 91 (2022)." in found
    assert not found["| Oil | none | 12 |"].checkable
    assert not any("---" in text or text.startswith("| thousand") for text in found)


def test_a_row_without_a_head_states_nothing() -> None:
    (row,) = of("| Grain | 1,204 | 1,310 |")
    assert (row.text, row.checkable) == ("| Grain | 1,204 | 1,310 |", False)


def test_a_row_is_told_with_the_name_of_the_column_that_it_heads() -> None:
    found = stated("| Owed to | Amount (£m) |\n|---|---|\n| Suppliers | 3.9 |\n| Staff | 1.2 |")
    assert found == ["Owed to: Suppliers: 3.9 (Amount (£m)).", "Owed to: Staff: 1.2 (Amount (£m))."]


def test_a_row_names_nobody() -> None:
    found = stated("| | May | June |\n|---|---|---|\n| Ann Lund | 4 | 5 |\n\nLund rows.")
    assert found == ["Ann Lund: 4 (May), 5 (June).", "Lund rows."]


@pytest.mark.parametrize(
    ("line", "checkable"),
    [
        ("Operating profit: $3.8 billion, up 4 percent.", True),
        ("Net result: a loss of £12 million, against a gain of £3 million in 2021.", True),
        ("- Ships in service: 41 now, 37 in 2026", True),
        ("- Turnout: Lens 52 percent, Kelm 61 percent", True),
        ("- Passengers carried: 418,000 (427,000)", True),
        ("- Reading time: 5 minutes", False),
        ("- Doors: 7 pm", False),
        ("- Opening day: 12 March", False),
        ("- Chair: Ann Lund", False),
        ("- Lamp of the week: 35% off", False),
    ],
)
def test_a_figure_with_its_name_can_be_looked_up(line: str, checkable: bool) -> None:
    (claim,) = of(line)
    assert claim.checkable == checkable


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Outlook: the firm has withdrawn its forecast.", "The firm has withdrawn its forecast."),
        ("*Correction: The mill was sold in 2019.*", "The mill was sold in 2019."),
        ("Update, Feb. 3: The strike was called off.", "The strike was called off."),
        ("Outlook: a loss of 2 million.", "Outlook: a loss of 2 million."),
        ("Best guess: the mill was sold.", "Best guess: the mill was sold."),
    ],
)
def test_an_editors_label_is_no_part_of_the_sentence(text: str, told: str) -> None:
    assert stated(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Where the wells were dug. Every well was dug in 2019.",
        "What happens now. The two sides have met in Kelm.",
        "How it was paid for. The mill was sold.",
    ],
)
def test_a_run_in_heading_that_asks_states_nothing(text: str) -> None:
    heading, *rest = of(text)
    assert heading.text == text.split(". ")[0] + "."
    assert not heading.checkable
    assert all(c.checkable for c in rest)


@pytest.mark.parametrize(
    "text",
    [
        "What sank the plan was politics.",
        "When the levee broke the town was asleep.",
        "Where the road ends stands a chapel.",
        "In Lens, where the road ends, two men were held.",
    ],
)
def test_a_sentence_that_begins_like_a_question_may_state_something(text: str) -> None:
    assert all(c.checkable for c in of(text))


@pytest.mark.parametrize(
    ("line", "checkable"),
    [
        ("Why the dam burst", False),
        ("What was agreed in Kelm, and who stayed away", False),
        ("A letter from Kelm: how the mill was sold", False),
        ("Wages, prices and what comes next", False),
        ("Inside the talks that saved two mills", False),
        ("The clerk, the safe and the lost ten days", False),
        ("Two killed in crash that closed road", True),
        ("Girl who lost arm wins race", True),
        ("Nurses who backed strike jailed for a year", True),
        ("Kelmar Steel comments on fire at Dorne", True),
        ("State and Dorne Council sign pact for river", True),
        ("Arson suspect taken to court after appeal", True),
        ("Ferry crew set to strike in May", False),
    ],
)
def test_a_title_states_nothing_and_a_headline_does(line: str, checkable: bool) -> None:
    found = headline(line)
    assert found.text.rstrip(".") == line
    assert found.checkable == checkable


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("The fleet was paid. Not everybody was.", False),
        ("She was asked to resign. She did not.", False),
        ("Is it far? If you live in Lens, yes.", False),
        ("The ferry is late. It is in Kelm.", True),
    ],
)
def test_a_short_answer_states_nothing_alone(text: str, checkable: bool) -> None:
    assert of(text)[-1].checkable == checkable


@pytest.mark.parametrize(
    "text",
    [
        "Applications open on 4 May.",
        "The winter games open in Lens in February 2030.",
        "Following the verdicts the prosecution applied for revocation of bail.",
        "The mining chamber fears imitation.",
    ],
)
def test_a_whole_sentence_is_no_fragment(text: str) -> None:
    (claim,) = of(text)
    assert (claim.text, claim.checkable) == (text, True)


def test_a_speaker_behind_his_age_announced_it() -> None:
    assert "Carl Voss announced last month that he will retire in January." in stated(
        "Carl Voss runs the mill. Voss, 63, announced last month that he will retire in January."
    )
