"""Where what happens once to somebody did happen: "born in Harlen" beside "born in Lohm".

Only shown, and never refuted: a village, its district and its country are all where somebody
was born.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verify.checkers.dates_read import MONTHS
from verify.checkers.readings import sentences
from verify.checkers.senses import names
from verify.checkers.subjects import opens_with_pronoun
from verify.types import Document, Passage

_NAME = r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2}"
_SEASON = rf"(?:{'|'.join(m.title() for m in MONTHS)}|Spring|Summer|Autumn|Winter)\b"
_IN = re.compile(
    rf"\b(?P<verb>lives|studied|born|died|buried|founded|established|signed|arrested|married|killed|baptised)\b"
    rf"(?:\s(?!who\b|and\b|which\b)[^\s,;:.()]+){{0,6}}?"
    rf"\s(?:in|near|outside)\s(?!{_SEASON})(?P<place>{_NAME})"
)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the claim says it was, and where a page's sentence does."""

    ours: str
    theirs: str
    sentence: str
    document: Document


def other_place(claim: str, passages: Sequence[Passage]) -> Placed | None:
    """The sentence that has the claim's event elsewhere; None where any has the claim's place."""
    asked = dict(_places(claim))
    if len(asked) != 1:
        return None
    verb, place = next(iter(asked.items()))
    named = names(claim[: claim.find(verb)])
    found = None
    for passage in passages:
        for sentence in sentences(passage):
            there = [p for v, p in _places(sentence) if v == verb and _about(named, sentence)]
            if any(place in p or p in place for p in there):
                return None
            if there and found is None:
                found = Placed(f"{verb} in {place}", there[0], sentence, passage.document)
    return found


def _places(text: str) -> Iterator[tuple[str, str]]:
    """The verbs of a text and the names of the places that follow them."""
    return ((m["verb"], m["place"]) for m in _IN.finditer(text))


def _about(named: frozenset[str], sentence: str) -> bool:
    """Is the sentence about somebody of the claim's names, or about "her"?"""
    return bool(named & names(sentence)) or opens_with_pronoun(sentence)
