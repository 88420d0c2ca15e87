"""When a number of a passage refutes a claim's, when it supports it, when it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verify.checkers.dates_read import dates
from verify.checkers.features import comparable
from verify.checkers.numbers_anchor import anchored, tied
from verify.checkers.numbers_match import (
    MIN_WORDS,
    Match,
    matches,
    outside,
    relation,
    stated,
    tight,
    undivided,
)
from verify.checkers.quantities import Quantity, quantities
from verify.checkers.readings import Reading, readings, sentences
from verify.checkers.senses import names
from verify.checkers.subjects import opens_with_pronoun
from verify.checkers.timing import days_apart, grown, one_time, same_tense
from verify.types import Document, Passage

MIN_TELLING = 7  # content words from which a sentence with an ordinal tells of one event only
MIN_NOTED = 0.75  # share of the claim's words a sentence needs before its number is shown
_OF_THEM = re.compile(r"\sof\s(?:them|which|whom|these|those)\b")
MIN_TELLING_DIGITS = 3  # "41,300" is hardly another count by chance; "two" often is


@dataclass(frozen=True, slots=True)
class Held:
    """A claim's quantity beside one of a page's."""

    match: Match
    reading: Reading
    apart: int | None  # days from the article to the document
    timely: bool = True  # both may speak of one time, by the days on which they were printed


def holdings(claim: str, passage: Passage, article: str, on: date | None) -> Iterator[Held]:
    """Every pair of quantities of a claim and of a passage that can be compared."""
    apart = days_apart(passage.document, on)
    for reading in readings(claim, passage, article):
        yield from beside(reading, apart)


def beside(reading: Reading, apart: int | None) -> Iterator[Held]:
    """The pairs of one reading."""
    for match in matches(reading.claim, reading.sentence):
        held = Held(match, reading, apart)
        yield held if _timely(held) else _of_another_time(held)


def _timely(held: Held) -> bool:
    claim = held.reading.claim
    return one_time(claim, dates(claim), held.apart, held.match.ours.unit)


def _of_another_time(held: Held) -> Held:
    match = replace(held.match, same_period=False, held_period=False)
    return replace(held, match=match, timely=False)


def wrongs(held: Held) -> bool:
    """Is the claim's number surely wrong by the page's?"""
    match, reading = held.match, held.reading
    return (
        not (reading.doubted or reading.foreign)
        and not _said_too(match.ours, reading)
        and refutes(reading.claim, match, reading.document, dated=held.apart is not None)
        and not grown(reading.claim, match.ours, match.theirs, held.apart)
    )


def _said_too(ours: Quantity, reading: Reading) -> bool:
    """Does the page's sentence, of which a part was read, have the claim's number as well?"""
    return reading.said != reading.sentence and _has(reading.said, ours)


def _has(text: str, ours: Quantity) -> bool:
    """Does a text have that number, too, and not of a part: "25 goals, 19 of them at home"?"""
    return bool(_counterparts(text, ours))


def _has_of_like(text: str, ours: Quantity) -> bool:
    """Does a text have that number of the same things, or with its unit?"""
    return any(_alike(ours, q) for q in _counterparts(text, ours))


def _has_of_it(text: str, ours: Quantity) -> bool:
    """Does a text have that number, and not of other things that it names?"""
    return any(not q.nouns or _alike(ours, q) for q in _counterparts(text, ours))


def _counterparts(text: str, ours: Quantity) -> list[Quantity]:
    return [
        q
        for q in quantities(text)
        if comparable(ours, q) and not _OF_THEM.match(text, q.end) and relation(ours, q) == "same"
    ]


def _alike(ours: Quantity, theirs: Quantity) -> bool:
    return bool(ours.unit or not ours.nouns or set(theirs.nouns) & set(ours.nouns))


def stands_elsewhere(held: Held, passages: Sequence[Passage]) -> Passage | None:
    """The passage that has the claim's own number of the same things in another sentence.

    "A crowd of 11,300 watched the match" may then be another match's.
    """
    ours, said = held.match.ours, held.reading.said
    if len(re.sub(r"\D", "", ours.text).strip("0")) < MIN_TELLING_DIGITS:
        return None
    return next(
        (p for p in passages for s in sentences(p) if s != said and _has_of_like(s, ours)),
        None,
    )


def refutes(
    claim: str, match: Match, document: Document | None = None, *, dated: bool = False
) -> bool:
    """Does a statement give another number of what the claim gives one of?

    `dated`: both are of about one day, so that "Turnout was 63%" needs no further word.
    """
    alike = (
        match.relation == "different"
        and match.same_thing
        and match.same_period
        and match.settled
        and _all_there(match, least=1 if dated else MIN_WORDS)
        and _only_one(match)
        and (match.ours.unit != "ordinal" or match.rest.words >= MIN_TELLING or tied(claim, match))
        and undivided(claim, match)
    )
    return (
        (alike or (anchored(claim, match, document) and undivided(claim, match, named=True)))
        and same_tense(claim, match.sentence)
        and _others_agree(claim, match)
        and not _taken(claim, match)
    )


def _all_there(match: Match, least: int) -> bool:
    """Does the sentence have all that the claim says? What it has beside is looked at apart."""
    rest = match.rest
    # A smaller count in other words refutes nothing: who had sixteen had eight, too.
    much = bool(match.ours.unit) or match.ours.low > match.theirs.high
    return stated(rest, least=least) and (much or not rest.extra)


def supports(held: Held) -> bool:
    """Does the page say all that the claim says, with a number that bears it out?"""
    claim, match = held.reading.claim, held.match
    return (
        match.relation in {"same", "rounding"}
        and match.rest.same_statement
        and match.rest.words >= (MIN_WORDS if held.apart is None else 1)
        and match.held_period
        and match.settled_words
        and match.same_thing
        and _others_agree(claim, match)
        and (_only_one(match) or tight(match, claim))
        and undivided(claim, match)
    )


def _others_agree(claim: str, match: Match) -> bool:
    """Does every other number of the claim have its equal in the sentence?"""
    pairs = matches(claim, match.sentence)
    return all(
        any(p.ours == q and p.relation in {"same", "rounding"} for p in pairs)
        for q in outside(quantities(claim), dates(claim))
        if q != match.ours
    )


def _only_one(match: Match) -> bool:
    """Is there only one quantity in the sentence that could be meant?"""
    alike = [q for q in quantities(match.sentence) if _like(q, match.theirs)]
    return len(alike) == 1


def _taken(claim: str, match: Match) -> bool:
    """Is the sentence's quantity the counterpart of another one of the claim's?"""
    return any(
        q != match.ours and q.unit == match.theirs.unit and q.ends == match.theirs.ends
        for q in quantities(claim)
    )


def _like(one: Quantity, two: Quantity) -> bool:
    return one.unit == two.unit and (bool(one.unit) or one.nouns == two.nouns)


def worth_noting(held: Held) -> bool:
    """Is the statement near enough to the claim's that an editor would want to see it?

    A sentence that has the claim's number, too, contradicts nothing: "2,100, or 2,300 with …";
    but the six of "four operas and six symphonies" are no operas.
    """
    match, rest = held.match, held.match.rest
    if match.relation == "different" and _has_of_it(held.reading.said, match.ours):
        return False
    return (
        ((rest.covered >= MIN_NOTED and rest.names) or _said_of_it(held))
        and rest.returned >= MIN_NOTED / 2
        and rest.ordered
        and match.same_thing
    )


def _said_of_it(held: Held) -> bool:
    """ "It has sent 31,000 images": all that the claim says, but for a name that the page has."""
    reading = held.reading
    missing = {w for w in held.match.rest.missing if not w.isdigit()}  # the 2 of "Halden-2"
    if not missing or not opens_with_pronoun(reading.sentence):
        return False
    told = f"{reading.document.title} {reading.document.text}"
    return missing <= names(reading.claim) and missing <= names(told)
