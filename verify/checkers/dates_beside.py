"""What a page says beside a claim's date: another year or place of the thing, or another thing.

All of it is noted, and left to a reader.
"""

from __future__ import annotations

from verify.checkers.agreement import agreement
from verify.checkers.dates_paired import paired_dates, paired_places
from verify.checkers.dates_places import other_place
from verify.checkers.dates_ranges import other_span
from verify.checkers.dates_read import dates
from verify.checkers.dates_told import day_of, noted, other_bearer, other_story
from verify.checkers.matter import counted_and_dated
from verify.checkers.namesakes import namesakes
from verify.checkers.numbers_match import outside, within
from verify.checkers.quantities import quantities
from verify.checkers.stories import another_story
from verify.ports import Case
from verify.types import Finding


def beside_the_date(claim: str, case: Case) -> list[Finding]:
    """The other span of years, date or place that a page gives the claim's thing."""
    passages = case.passages
    found: list[Finding] = []
    if span := other_span(claim, passages):
        theirs = "”, “".join(r.text for r in span.theirs)
        said = (span.ours.text, theirs, span.sentence, span.document)
        found.append(noted(*said, "another_span"))
    pairs = {
        "another_date": paired_dates(claim, passages, case.on),
        "another_place": paired_places(claim, passages),
    }
    for detail, pair in pairs.items():
        if pair and not pair.same:
            said = (pair.ours, pair.theirs, pair.told.sentence, pair.told.document)
            found.append(noted(*said, detail))
    if place := other_place(claim, passages):
        said = (place.ours, place.theirs, place.sentence, place.document)
        found.append(noted(*said, "another_place"))
    return found


def paired_within(claim: str, case: Case) -> Finding | None:
    """A sentence of several dates that has the claim's for just what the claim says."""
    pair = paired_dates(claim, case.passages, case.on)
    if pair is None or not pair.same or not _states(claim, pair.told.sentence):
        return None
    (ours,) = dates(claim, case.on)
    theirs = [
        m
        for m in dates(pair.told.sentence, day_of(pair.told.document))
        if m.text == pair.theirs and within(m, ours)
    ]
    if not theirs:
        return None
    return noted(pair.ours, pair.theirs, pair.told.sentence, pair.told.document, "within")


def _states(claim: str, sentence: str) -> bool:
    """Has the sentence the claim's words and numbers, whatever else it dates?"""
    rest = agreement(claim, sentence, counted_and_dated(claim), counted_and_dated(sentence))
    return not rest.missing and rest.aligned and same_amounts(claim, sentence)


def same_amounts(claim: str, sentence: str) -> bool:
    """Has the sentence every number of the claim, in its unit?"""
    asked, told = (
        {(q.value, q.unit) for q in outside(quantities(t), dates(t))} for t in (claim, sentence)
    )
    return asked <= told


def of_another(claim: str, case: Case) -> list[Finding]:
    """Pages about somebody else of that name, or of another story, which count for nothing."""
    article = case.article.text
    documents = list(dict.fromkeys(e.passage.document for e in case.evidence))
    others = [other_bearer(d) for d in namesakes(claim, article, documents)]
    return others + [other_story(d) for d in documents if another_story(claim, article, d)]
