"""The opposite outcome of the same thing: "approved the plan" against "the plan was rejected".

The words by which claim and sentence tell how it ended must stand by the same things; a page
that has the claim's own outcome of them keeps it silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from verify.checkers.outcomes_clause import denied_there, of_a_part, of_another, spoken_of
from verify.checkers.outcomes_matter import Near, Spoken, Time, nearest
from verify.checkers.outcomes_text import (
    Ended,
    carries,
    denied_roots,
    endings,
    is_noun,
    roots,
    tokens,
)
from verify.checkers.outcomes_words import CONTESTED, ORDERED, STATES, other
from verify.checkers.wording import doubted
from verify.types import Passage

# Words behind and before an outcome within which that stands whose outcome it is.
REACH, REACH_BACK = 10, 12
# How much of the rest of the claim the sentence must have, and the sentence with what is around.
MIN_CORE, MIN_NEAR = 0.2, 0.3
MORE_CORE = 0.28  # where what ended so stands in the sentence before
DOUBLY_NEAR = 0.2  # where it says "not dismissed" and "resigned"
MIN_BY = 0.5  # share of the claim's words by its outcome that stand by the page's
LEAST_BY = 2  # and their number
BRIEF, SHORT = 3, 7  # words that carry meaning in a sentence that leans on those before it
# Behind these stands how, when or why it ended, not what.
_ENDS = frozenset("by after before because although while until since despite when but who".split())
# What such a sentence speaks of stands in the one before.
_THE = frozenset("the a an its his her their our this that these those".split())
_SHORT = re.compile(
    r"(?:It|They|This|That|These|Both|The\s(?:proposal|motion|bill|plan|request|idea))\b"
)

_AHEAD = re.compile(
    r"\b(?:will|would|shall|once|plans?|intends?|due|is\sto|are\sto|to\sbe)\b|’ll\b"
)
# What somebody asked for need not have come.
_TRIED = re.compile(
    r"\b(?:tr(?:y|ied|ying)|s(?:eek|ought|eeking)|ask(?:ed|ing)?|want(?:ed|s)?|hop(?:ed|es|ing)"
    r"|attempt(?:s|ed)?|request\w*|motions?|urg(?:ed|es|ing)|whether|plan(?:s|ned)?|proposals?"
    r"|consider\w*)\s(?:\w+\s){0,2}?to\s(?:\w+\s){0,2}$"
)
_NEVER_BEFORE = re.compile(
    r"\b(?:never|not|no)\b[^,;:]*\b(?:before|until|till|previously)\b|\bfirst\stime\b", re.I
)


@dataclass(frozen=True, slots=True)
class Contrary:
    """What the claim says, and what the page says in its place."""

    said: str
    instead: str
    near: Near
    denied: bool = False


def comparable(claim: str, sentence: str) -> bool:
    """Do both tell of what has been, or both of what is to be?

    That somebody had never won before does not shut out that she won then.
    """
    if _NEVER_BEFORE.search(claim) or _NEVER_BEFORE.search(sentence):
        return False
    return not ahead(claim) or ahead(sentence)


def ahead(text: str) -> bool:
    """Does a text tell of what is to be?"""
    return bool(_AHEAD.search(text))


def opposite(claim: str, passages: tuple[Passage, ...], when: Time) -> Contrary | None:
    """The page's other outcome of what the claim says ended one way."""
    if doubted(claim):
        return None
    for ours in endings(claim):
        if _beside_a_noun(claim, ours) or _spoken_of(claim, ours):
            continue
        if found := _held(claim, ours, passages, when):
            return found
    return None


def _beside_a_noun(text: str, of: Ended) -> bool:
    """ "The closed plant": it tells which, not what happened."""
    read = tokens(text)
    before, behind = read[of.first - 1 : of.first], read[of.last + 1 : of.last + 2]
    if of.first != of.last or not (before and behind) or not read[of.first].low.endswith("ed"):
        return False
    apart = text[read[of.last].end : behind[0].start].strip()
    return before[0].low in _THE and carries(behind[0]) and not apart


def _held(claim: str, ours: Ended, passages: tuple[Passage, ...], when: Time) -> Contrary | None:
    leaving = frozenset(t.root for t in tokens(claim)[ours.first : ours.last + 1])
    found: Contrary | None = None
    for near in nearest(claim, leaving, passages, when):
        sentence = near.spoken.sentence
        doubly = _doubly(ours, sentence)
        if near.near < (DOUBLY_NEAR if doubly else MIN_NEAR) or near.dated:
            continue
        for theirs, agrees in _of_one_matter(ours, sentence):
            if theirs.side == ours.side and not agrees and is_noun(tokens(claim)[ours.first]):
                continue
            by = _by(claim, ours, sentence, theirs, near.spoken)
            if agrees and by >= MIN_BY / 2:
                return None
            sure = doubly or _sure(claim, ours, theirs, near)
            told = by >= MIN_BY and sure and not agrees and not _both(ours, claim, near)
            told = told and _denied_itself(claim, ours, sentence, theirs)
            told = told and _told_of_it(claim, sentence, theirs)
            if told and comparable(claim, sentence):
                found = found or Contrary(
                    _words(claim, ours),
                    _words(sentence, theirs),
                    near,
                    bool(theirs.denied or ours.denied),
                )
    return found


def _denied_itself(claim: str, ours: Ended, sentence: str, theirs: Ended) -> bool:
    """Where one of the two is denied: is it the word itself, and of all that the other tells of?"""
    if bool(ours.denied) == bool(theirs.denied):
        return True
    mine = tokens(claim)[ours.first]
    if ours.denied:
        return not of_a_part(claim, mine, sentence) and denied_there(claim, mine)
    return not denied_roots(claim)


def _told_of_it(claim: str, sentence: str, theirs: Ended) -> bool:
    """Does the sentence tell of the outcome, and of the claim's matter?"""
    if theirs.side.axis in ORDERED:
        return True
    first, last = (tokens(sentence)[n] for n in (theirs.first, theirs.last))
    short = len(roots(sentence)) <= SHORT  # which leaves it to the sentences around
    another = not short and of_another(sentence, first, last, claim)
    return not another and not _spoken_of(sentence, theirs)


def _spoken_of(text: str, of: Ended) -> bool:
    """ "The closure": a thing that is spoken of, not what is told of it."""
    return of.side.axis not in ORDERED | STATES and spoken_of(text, tokens(text)[of.first])


def _sure(claim: str, ours: Ended, theirs: Ended, near: Near) -> bool:
    """Has the sentence enough of the claim itself, where it leans on the one before it?"""
    sentence = near.spoken.sentence
    if len(roots(sentence)) <= SHORT:
        return near.near >= MIN_CORE
    alone = replace(near.spoken, before="")
    leans = _by(claim, ours, sentence, theirs, alone) < MIN_BY and not _SHORT.match(sentence)
    return near.core >= (MORE_CORE if leans else MIN_CORE)


def _doubly(ours: Ended, sentence: str) -> bool:
    """Is the claim's outcome denied, and the other told: "not dismissed", "resigned"?"""
    said = {(e.side, bool(e.denied)) for e in endings(sentence)}
    return {(ours.side, True), (other(ours.side), False)} <= said


def _both(ours: Ended, claim: str, near: Near) -> bool:
    """Has the sentence the claim's own outcome beside the other: first arrested, then released?"""
    sentence = near.spoken.sentence
    if any(e.side == other(ours.side) for e in endings(claim)):
        return False
    wanted = frozenset().union(*_around(claim, ours))
    return any(
        agrees and wanted & frozenset().union(*_around(sentence, e))
        for e, agrees in _of_one_matter(ours, sentence)
    )


def _of_one_matter(ours: Ended, sentence: str) -> Iterator[tuple[Ended, bool]]:
    """The sentence's outcomes of that matter, and whether they are the claim's."""
    for theirs in endings(sentence):
        if _TRIED.search(sentence, 0, tokens(sentence)[theirs.first].start):
            continue
        if _beside_a_noun(sentence, theirs):
            continue
        if ours.side.axis in ORDERED and (ours.denied or theirs.denied):
            continue  # "not with", "not before": it is the verb that is denied
        turned = bool(theirs.denied) != bool(ours.denied)
        if theirs.side == ours.side:
            yield theirs, not turned
        elif theirs.side == other(ours.side):
            yield theirs, turned


def _by(claim: str, ours: Ended, sentence: str, theirs: Ended, around: Spoken) -> float:
    """How many of the words by the claim's outcome stand by the sentence's.

    What ended so stands before the word or behind it: the better share counts.
    """
    there = frozenset[str]().union(*_around(sentence, theirs))
    there |= _meant(sentence, around)
    sides: tuple[frozenset[str], ...] = _around(claim, ours)
    if ours.side.axis in ORDERED:
        sides, there = sides[1:], _around(sentence, theirs)[1]
    if any(e.side == other(ours.side) for e in endings(claim)):
        named = _names_by(claim, ours)
        return float(bool(named) and named <= there)
    mine = frozenset[str]().union(*sides)
    if not mine or len(mine & there) < min(LEAST_BY, len(mine)):
        return 0.0
    if ours.side.axis in CONTESTED and not _same_subject(claim, ours, sentence, theirs):
        return 0.0
    shares = [len(side & there) / max(LEAST_BY, len(side)) for side in sides]
    return max(shares)


def _meant(sentence: str, around: Spoken) -> frozenset[str]:
    """What a sentence too short to say it of itself speaks of: "Petition denied"."""
    size = len(roots(sentence))
    if size <= BRIEF:
        return roots(around.passage)
    return roots(around.before)


def _names_by(claim: str, ours: Ended) -> frozenset[str]:
    """The names right behind a word of a claim that has its opposite, too: "shut A and keep B"."""
    behind: list[str] = []
    for t in tokens(claim)[ours.last + 1 : ours.last + 1 + REACH]:
        if t.low in ("and", "but", "while", "after", "before"):
            break
        if t.name and carries(t):
            behind.append(t.root)
    return frozenset(behind[-1:])


def _same_subject(claim: str, ours: Ended, sentence: str, theirs: Ended) -> bool:
    """Is it the same name that stands last before both words?"""
    mine = [t.root for t in tokens(claim)[: ours.first] if t.name]
    its = [t.root for t in tokens(sentence)[: theirs.first] if t.name]
    return bool(mine and its) and its[-1] in mine


def _around(text: str, of: Ended) -> tuple[frozenset[str], frozenset[str]]:
    read = tokens(text)
    behind = takewhile(lambda t: t.low not in _ENDS, read[of.last + 1 : of.last + 1 + REACH])
    sides = (read[max(0, of.first - REACH_BACK) : of.first], tuple(behind))
    before, after = (frozenset(t.root for t in side if carries(t)) for side in sides)
    return before, after


def _words(text: str, of: Ended) -> str:
    read = tokens(text)
    words = text[read[of.first].start : read[of.last].end]
    return f"{of.denied} … {words}" if of.denied else words
