"""The claim's number in other words: "92 miles an hour", "a quarter", "2.4 to 2.6 billion".

A note only: it shows an editor that the page may say the same, where the figures look different.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verify.checkers.agreement import agreement
from verify.checkers.dates_read import dates
from verify.checkers.features import comparable
from verify.checkers.numbers_match import outside, relation
from verify.checkers.quantities import Quantity, quantities
from verify.checkers.quantities_units import WORD_VALUES
from verify.checkers.readings import sentences
from verify.types import Document, Passage

MIN_COVERED = 0.4  # share of the claim's words from which a sentence speaks of the same thing


@dataclass(frozen=True, slots=True)
class Restated:
    """A claim's quantity, and the page's that comes to the same or has it within its range."""

    ours: Quantity
    theirs: Quantity
    sentence: str
    document: Document


def restated(claim: str, passages: Sequence[Passage]) -> Restated | None:
    """The first sentence on the claim's subject that has a number of it in another form."""
    for ours in outside(quantities(claim), dates(claim)):
        if not ours.unit or ours.unit == "ordinal":
            continue
        for passage in passages:
            for sentence in sentences(passage):
                for theirs in outside(quantities(sentence), dates(sentence)):
                    if _comes_to(ours, theirs) and _on_subject(claim, ours, sentence, theirs):
                        return Restated(ours, theirs, sentence, passage.document)
    return None


def _comes_to(ours: Quantity, theirs: Quantity) -> bool:
    if not comparable(ours, theirs):
        return False
    if theirs.ends[0] != theirs.ends[1]:
        return ours.ends[0] == ours.ends[1] and theirs.ends[0] <= ours.value <= theirs.ends[1]
    plainly = ours.value == theirs.value and _unit(ours) == _unit(theirs)  # "5 g" is "five g"
    return not plainly and relation(ours, theirs) in {"same", "rounding"}


def _unit(quantity: Quantity) -> list[str]:
    """The words of a quantity that are no number."""
    told = re.findall(r"[^\W\d_]+|%", quantity.text.lower())
    return [w for w in told if w not in WORD_VALUES]


def _on_subject(claim: str, ours: Quantity, sentence: str, theirs: Quantity) -> bool:
    masks = [(ours.start, ours.end)], [(theirs.start, theirs.end)]
    return agreement(claim, sentence, *masks).covered >= MIN_COVERED
