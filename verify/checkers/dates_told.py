"""Findings on dates in words an editor can check: what both sides say, and how far apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verify.checkers.dates_events import Event
from verify.checkers.dates_read import Mention
from verify.checkers.numbers import fact, note
from verify.types import Document, Finding, Outcome

NAME = "dates"


@dataclass(frozen=True, slots=True)
class Told:
    """A single event that a page dates, and the names of what it happened to."""

    event: Event
    names: tuple[str, ...]
    document: Document


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim's date and a sentence's, of what may be the same event."""

    ours: Mention
    theirs: Mention
    sentence: str
    document: Document


def day_of(document: Document) -> date | None:
    """The day a document's "yesterday" is counted from: only a date known to the day."""
    if document.published is None or len(document.published.value.iso) != 10:
        return None
    return document.published.value.first


def finding(held: Sequence[Pair], outcome: Outcome, detail: str) -> Finding:
    """What a pair of dates comes to; `detail` is the checker's word for it."""
    first = held[0]
    said = f"The claim says {show(first.ours)}; the source says {show(first.theirs)}"
    tail = {
        "equal": ": the same, or within it.",
        "within": ": the same, or within it; what else the sentence says may narrow it.",
        "shorter": ": a part of that time only.",
        "reckoned": ", counted from its own day: the same, or within it.",
        "sources_disagree": "; another source says what the claim says.",
    }.get(detail, f"{_apart(first.ours, first.theirs)}.")
    if outcome is Outcome.NOTES and detail == "different":
        tail += " It may not be the same event."
    return Finding(
        NAME,
        outcome,
        said + tail,
        tuple(fact(h.sentence, h.document) for h in held[:3]),
        detail,
    )


def noted(ours: str, theirs: str, sentence: str, document: Document, detail: str) -> Finding:
    """A note of what both sides say, for a reader to settle."""
    said = f"The claim says “{ours}”; the source says “{theirs}”."
    return note(NAME, said, sentence, document, detail)


def other_bearer(document: Document) -> Finding:
    """A note that a page is about another of a name, so that nothing in it counts."""
    said = f"“{document.title}” seems to be about another of that name: it counts for nothing."
    return note(NAME, said, document.title, document, "namesake")


def other_story(document: Document) -> Finding:
    """A note that a page has hardly a name of the article's, where the claim names nothing."""
    said = f"“{document.title}” seems to be of another story: it counts for nothing."
    return note(NAME, said, document.title, document, "namesake")


def show(mention: Mention) -> str:
    """A date in the text's words; a relative one with the days it comes to."""
    if not mention.relative:
        return f"“{mention.text}”"
    if mention.first == mention.last:
        return f"“{mention.text}” ({mention.first})"
    return f"“{mention.text}” ({mention.first} to {mention.last})"


def _apart(one: Mention, two: Mention) -> str:
    """How far apart, in the coarser of the two grains."""
    if not (one.year and two.year):
        return ""
    later, earlier = (one, two) if one.first > two.first else (two, one)
    days = (later.first - earlier.last).days
    word = "later" if later is one else "earlier"
    years = abs(one.first.year - two.first.year)
    if one.grain == two.grain == "year" or (years >= 2 and one.grain != two.grain):
        return f": the claim's is {years} year{'s' * (years != 1)} {word}"
    return f": the claim's is {days} day{'s' * (days != 1)} {word}"
