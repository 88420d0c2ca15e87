"""Single events held against the sources' own dates of them: born, died, founded, released."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verify.checkers.dates_ages import aged
from verify.checkers.dates_events import LIFE, ONCE, Event, events
from verify.checkers.dates_order import followed
from verify.checkers.dates_read import dates
from verify.checkers.dates_told import Pair, Told, day_of, finding
from verify.checkers.features import certain_gap, meets
from verify.checkers.numbers_match import ATTRIBUTED, within
from verify.checkers.quantities import quantities
from verify.checkers.readings import sentences, without_speaker
from verify.checkers.subjects import headed, same_subject, subjects
from verify.checkers.wording import STOP, doubted, stems, words
from verify.ports import Case
from verify.types import Finding, Outcome, Passage


@dataclass(frozen=True, slots=True)
class _Held(Pair):
    event: Event


def once(claim: str, case: Case) -> Iterator[Finding]:
    """A finding for the first single event of a claim that the sources date."""
    if ATTRIBUTED.search(claim):
        return
    told = [h for e in case.evidence for h in _told(e.passage)]
    if told:
        context = stems(claim) | stems(case.article.title) | stems(case.article.text)
        told = [h for h in told if not _namesake(h, context)]
    denied = any(doubted(e.passage.text) for e in case.evidence)
    if not denied:
        yield from followed(claim, told)
        yield from aged(claim, told, case.on)
    asked = [e for e in events(claim, case.on) if e.subjects]
    for ours in asked:
        held = [
            _Held(ours.mention, t.event.mention, t.event.source, t.document, t.event)
            for t in told
            if t.event.kind == ours.kind and _same_thing(ours, t)
        ]
        wrong = [h for h in held if _apart(h)]
        right = [h for h in held if meets(h.ours, h.theirs)]
        if ours.kind not in LIFE and not right and _elsewhere(ours, case):
            return  # the page has that date too: it may be that of another opening
        if wrong and right:
            yield finding([wrong[0], right[0]], Outcome.NOTES, "sources_disagree")
        elif wrong and not denied:
            yield finding(wrong, Outcome.REFUTES, "different")
        elif right and not denied and _nothing_else(claim, ours):
            inside = [h for h in right if within(h.theirs, h.ours)]
            if inside:
                yield finding(inside, Outcome.SUPPORTS, "equal")
        if held:
            return


def _told(passage: Passage) -> Iterator[Told]:
    """The events of a passage's plain statements, each with the names of its subject."""
    document = passage.document
    for sentence in sentences(passage):
        about, body = headed(sentence)
        stated = without_speaker(body)
        if ATTRIBUTED.search(stated):
            continue
        for event in events(stated, day_of(document)):
            first = event.subjects[0] if event.subjects else ""
            names = (*subjects(first, about, document, body), *event.subjects[1:])
            if names:
                yield Told(event, names, document)


def _elsewhere(ours: Event, case: Case) -> bool:
    """Does any passage have the claim's date in whatever connection?"""
    found = (dates(e.passage.text, day_of(e.passage.document)) for e in case.evidence)
    return any(meets(ours.mention, m) for mentions in found for m in mentions)


def _namesake(told: Told, context: frozenset[str]) -> bool:
    """Is the page one of several of that name ("John Smith (rower)"), and not surely this one?

    "John Smith (1945–2026)" has his dates there.
    """
    mark = re.search(r"\(([^()]*[^\W\d_][^()]*)\)\s*$", told.document.title)
    return mark is not None and not {w.stem for w in words(mark[1])} <= context


def _same_thing(ours: Event, told: Told) -> bool:
    same = any(same_subject(one, two) for one in ours.subjects for two in told.names)
    return same and (ours.kind in LIFE or ours.how == told.event.how)


def _apart(held: _Held) -> bool:
    return not meets(held.ours, held.theirs) and certain_gap(held.ours, held.theirs)


def _nothing_else(claim: str, event: Event) -> bool:
    """Does the claim say nothing beside the subject, the event and its one date?"""
    names = {w.stem for name in event.subjects for w in words(name)}
    rest = [
        w
        for w in words(event.sentence)
        if not (event.mention.start < w.end and w.start < event.mention.end)
        and w.stem not in STOP | names
        and event.sentence[w.start : w.end].lower() not in ONCE
    ]
    return not rest and len(dates(claim)) == 1 and not quantities(claim)
