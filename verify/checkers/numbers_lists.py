"""Enumerations counted against a stated number ("visited A, B and C" / "only two people")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.checkers.quantities import Quantity, quantities
from verify.types import Fact, Finding, Outcome

_WORD = r"(?:[A-ZÀ-Þ][a-z]?\.|[A-ZÀ-Þ][\w’'-]*)"
_TIE = r"(?:of\s|the\s|de\s|la\s|du\s|von\s|van\s|&\s)*"
_NAME = rf"(?:(?:the\s)?{_WORD}(?:\s{_TIE}{_WORD}){{0,5}})"
_LIST = re.compile(rf"{_NAME}(?:,\s{_NAME})*,?\sand\s{_NAME}")
_FINAL = re.compile(r",?\sand\s(?=[^,]*$)")


MOST_READ = 3000  # characters: a list is looked for in a sentence, not in a book


@dataclass(frozen=True, slots=True)
class Listed:
    """An enumeration of names: the words that lead to it (lower case), and its items."""

    lead: str
    items: tuple[str, ...]
    start: int
    end: int


def listed(text: str) -> Listed | None:
    """The longest enumeration of names in a text, with the words before it; None if none."""
    best: Listed | None = None
    if " and " not in text:
        return None
    for match in _LIST.finditer(text[:MOST_READ]):
        head, *tails = _FINAL.split(match.group(), maxsplit=1)
        items = tuple(i.strip() for i in [*head.split(", "), *tails] if i.strip())
        if best is None or len(items) > len(best.items):
            best = Listed(_lead(text, match.start()), items, match.start(), match.end())
    return best


def _lead(text: str, start: int) -> str:
    sentence = re.split(r"(?<=[.!?])\s|\n", text[:start])[-1]
    return " ".join(re.findall(r"\w+", sentence.lower()))


def counted(text: str) -> tuple[str, tuple[Quantity, ...], str]:
    """A text's plain counts, the words before the first one, and "and", "or" between them."""
    plain = tuple(q for q in quantities(text) if q.kind == "cardinal" and not q.unit and q.nouns)
    if not plain:
        return "", (), ""
    between = text[plain[0].end : plain[-1].start].lower() if len(plain) > 1 else ""
    tie = "or" if re.search(r"\bor\b", between) else "and"
    return _lead(text, plain[0].start), plain, tie


def list_relation(claim: str, passage: str) -> int:
    """+1 where a list and a stated number agree, -1 where they clash, else 0.

    The list is taken as complete. The words before the list and before the number must
    be the same ("Ana has visited …" on both sides).
    """
    for text, other in ((claim, passage), (passage, claim)):
        if "," not in other and " and " not in other:
            continue
        lead, numbers, tie = counted(text)
        if not numbers:
            continue
        names = listed(other)
        if names is None or not lead or names.lead != lead:
            continue
        return _relation(numbers, tie, len(names.items), claim_is_list=text is passage)
    return 0


def _relation(numbers: tuple[Quantity, ...], tie: str, count: int, *, claim_is_list: bool) -> int:
    if claim_is_list:
        return _bounded(numbers, tie, count)
    fits = [_fits(q, count) for q in numbers]
    return 1 if all(fits) else -1


def _bounded(numbers: tuple[Quantity, ...], tie: str, count: int) -> int:
    """The claim lists; the passage states "only n": more items than any bound is a clash."""
    caps = [q.high for q in numbers]
    if tie == "or" and len(caps) > 1:
        return 0
    return -1 if count > max(caps) else 0


def _fits(quantity: Quantity, count: int) -> bool:
    if quantity.modifier == "more_than":
        return count > quantity.value
    if quantity.modifier == "less_than":
        return count < quantity.value
    if quantity.modifier in {"", "only", "exactly"}:
        return count == quantity.value
    return quantity.low <= count <= quantity.high


# Nouns that names of any sort can be counted as; "ministers" would need to be known.
_ANY_NAME = frozenset(["peopl", "person", "plac", "nam", "man", "men", "women", "woman"])


def count_finding(claim: str, sentence: str, source: Fact) -> Finding | None:
    """What counting an enumeration settles; None where it settles nothing.

    A list names at least what it names: it can prove "more than n" and break "only n" or
    "fewer than n"; it cannot prove that there was nobody else, which is a note.
    """
    sign = list_relation(claim, sentence)
    if not sign:
        return None
    names = listed(claim) if counted(sentence)[1] and not counted(claim)[1] else listed(sentence)
    numbers = counted(claim)[1] or counted(sentence)[1]
    if names is None or len(set(names.items)) != len(names.items):
        return None
    if any(not set(q.nouns[-1:]) & _ANY_NAME for q in numbers):
        return None
    certain = _proved(claim, numbers, len(names.items), sign)
    outcome = (Outcome.SUPPORTS if sign > 0 else Outcome.REFUTES) if certain else Outcome.NOTES
    stated = " and ".join(f"“{q.text} {claim_noun(q)}”" for q in numbers)
    return Finding(
        "numbers",
        outcome,
        f"{len(names.items)} are named ({', '.join(names.items[:3])} …), held against {stated}."
        + ("" if certain else " The list need not be complete."),
        (source,),
        "counted",
    )


def claim_noun(quantity: Quantity) -> str:
    """The noun counted, as far as its stem shows it."""
    return {"peopl": "people", "plac": "places", "nam": "names"}.get(quantity.head, quantity.head)


def _proved(claim: str, numbers: tuple[Quantity, ...], count: int, sign: int) -> bool:
    """Does the count prove it, even if the list is not complete?"""
    if not counted(claim)[1]:
        return sign < 0 and all(
            q.modifier in {"only", "exactly", "at_most", "less_than"} for q in numbers
        )
    if len(numbers) != 1:
        return False
    modifier = numbers[0].modifier
    if sign > 0:
        return modifier in {"more_than", "at_least"}
    return modifier in {"less_than", "only", "exactly", "at_most"} and count > numbers[0].value - (
        modifier == "less_than"
    )
