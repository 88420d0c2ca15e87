"""A number of a whole is none of a part, nor of what the page counts beside it."""

from __future__ import annotations

import pytest

from benchmarks.numbers import findings
from verify.holding import HOLDS_BACK
from verify.types import Label, Outcome


def details(claim: str, *pages: str) -> set[str]:
    """The notes that hold support back; nothing may be certain."""
    found = [f for f in findings(claim, list(pages)) if f.checker == "numbers"]
    assert all(f.outcome is Outcome.NOTES for f in found)
    return {f.detail for f in found if Label.SUPPORTED in HOLDS_BACK.get(("numbers", f.detail), ())}


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("In Lund, 6,400 flats stand empty.",
         "Some 6,400 flats stand empty, among them 900 in Lund."),
        ("Brenner Steel has 8,200 workers.",
         "The group has 8,200 workers, 1,700 of them at Brenner Steel."),
        ("There are 310 foreign students at the college.",
         "There are 310 students at the college. Of these, 45 are foreign."),
        ("About 5,000 guests bought a season ticket.",
         "Of 5,000 guests who were asked, 1,200 bought a season ticket."),
        ("Some 40,000 tourists came to Lohm Castle.", "Of all tourists, 40,000 came by train."),
    ],
)  # fmt: skip
def test_a_number_of_the_whole_is_none_of_a_part(claim: str, page: str) -> None:
    assert details(claim, page) == {"larger_whole"}


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Some 6,400 flats stand empty.", "Some 6,400 flats stand empty, among them 900 in Lund."),
        ("Some 900 flats stand empty in Lund.",
         "Some 6,400 flats stand empty, among them 900 in Lund."),
        ("All 180 people on board were saved.",
         "All 180 people on board, among them 12 sailors, were saved."),
        ("The group has 8,200 workers, of whom 1,700 are in Lund.",
         "The group has 8,200 workers, 1,700 of them in Lund."),
    ],
)  # fmt: skip
def test_the_wholes_own_number_and_the_parts_stay_open(claim: str, page: str) -> None:
    found = findings(claim, [page])
    assert "larger_whole" not in {f.detail for f in found}


def test_a_number_that_a_sentence_gives_of_other_things_is_none_of_the_claims() -> None:
    page = "Some 9,000 programmes were handed out to 4,100 guests."
    assert details("The fair had 9,000 guests.", page) == {"larger_whole"}
    assert details("The fair had 4,100 guests.", page) == set()
    assert (
        details("The fair had 9,000 guests.", page, "The fair had 9,000 guests in 2020.") == set()
    )


def test_the_number_of_other_things_is_not_the_claims() -> None:
    page = "Ida Moll is a poet. She has written three novels and eight plays."
    assert details("Ida Moll has written eight novels.", page) == {"different"}
    assert details("Ida Moll has written eight plays.", page) == set()


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Lake Ure is the deepest lake in Tarn.",
         "Lake Ure, the third-deepest lake in Tarn, is salty."),
        ("Lake Ure is the third-deepest lake in Tarn.",
         "Lake Ure, the deepest lake in Tarn, is salty."),
    ],
)  # fmt: skip
def test_another_rank_of_what_is_named_before_is_noted(claim: str, page: str) -> None:
    assert details(claim, page) == {"rank"}
    right = "Lake Ure is salty. It is the deepest lake in Tarn, and the third-deepest lake of all."
    assert details("Lake Ure is the deepest lake in Tarn.", page, right) == set()
