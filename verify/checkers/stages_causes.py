"""Another cause than the claim's for what the claim says came about, or the claim's ruled out.

The page's sentence may tell of what came about in other words, or only as "the delay", where the
page is of the claim's matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from verify.checkers.dates_read import dates
from verify.checkers.features import meets
from verify.checkers.outcomes_matter import Near, Time, nearest
from verify.checkers.outcomes_text import carries, roots, tokens
from verify.checkers.stages_acts import act_words, kinds
from verify.checkers.stages_because import Because, becauses, kinds_of_cause
from verify.ports import Embedder
from verify.types import Passage

MIN_EFFECT = 0.2  # of the effect, by weight, in and around a sentence that has its event or a word
MIN_EFFECT_LOOSE = 0.45  # the same where the claim says "after", which may be no cause
MIN_GIVEN = 0.3  # of the effect around a sentence that has the claim's cause, too
MIN_OWN = 0.5  # share of the claim's cause with which a sentence gives it
MIN_OUT = 0.3  # the same of a sentence that rules it out
MIN_SURELY = 0.6  # the same where no word of the effect stands near
ONE_MEANING = 0.35  # cosine from which two causes may be one: "high winds", "gusts of 90 km/h"

_RULED_OUT = re.compile(
    r"\b(?:play(?:s|ed)?\sno\s(?:part|role)|no\s(?:part|role)\sin|rul(?:e|es|ed|ing)\sout"
    r"|(?:not|n['’]t|neither|nothing)\s(?:\w+\s)?(?:because|due\sto|caused|related|connected|linked"
    r"|responsible|to\sblame|the\s(?:cause|reason)|down\sto|a\s(?:factor|cause)|behind|prompted"
    r"|triggered|attributable|about|to\sdo\swith)|unrelated|unconnected"
    r"|no\s(?:\w+\s)?(?:effect|bearing|influence|link|connection|impact|fault|defect)"
    r"|tested\snegative|in\s(?:good|perfect|full)\sworking\sorder|working\s(?:properly|normally)"
    r"|no\s(?:evidence|signs?|traces?)\s(?:that|of)|exonerat\w+"
    r"|did\snot\s(?:cause|lead|play|contribute|affect)"
    r"|(?:no|not\sany)\s(?:[\w-]+\s){1,3}(?:was|were)\s(?:taking\splace|involved|found"
    r"|recorded))\b",
    re.I,
)
_BEFORE = re.compile(
    r"no\s(?:evidence|signs?|traces?|part\sin|role\sin)|rul\w+\sout|(?:not|n['’]t|neither|nothing)\s"
    r"(?:\w+\s)?(?:because|due|caused|related|connected|linked|attributable|about|to\sdo)|un\w+ed",
    re.I,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:[\w-]+\s(?:and\s)?){0,3}$")
_WHY = (
    r"(?:causes?|reasons?|why|explanation"
    r"|what\s(?:had\s)?(?:caused|started|led|triggered|set\soff))\b"
)
_NOT_KNOWN = (
    r"\b(?:un(?:known|clear|determined|explained)|not\s(?:yet\s)?(?:been\s)?(?:known|clear|established"
    r"|determined|found|say|know)|under\sinvestigation|being\sinvestigated|yet\sto\s\w+|no)\b"
)
_UNKNOWN = re.compile(
    rf"{_NOT_KNOWN}[^.;]{{0,30}}\b{_WHY}|\b{_WHY}[^.;,]{{0,60}}{_NOT_KNOWN}", re.I
)
_ANOTHER = re.compile(r"\s*(?:[Aa](?:nother|\s(?:second|third|further|different))|[Oo]ther)\b")
_LEANS = re.compile(r"(?:It|They|He|She|This|That|These)\b")
_PRONOUN = re.compile(r"\b(?:it|they|this|that|these|neither)\s(?:ha[sd]\s|have\s)?$", re.I)
_BUT = re.compile(r"[;:]\s|,?\sbut\s|\s[—–]\s|,\s(?:and|while|whereas|who|which)\s")


@dataclass(frozen=True, slots=True)
class Cause:
    """What a page says of the cause."""

    words: str
    near: Near
    how: str


def another_cause(
    claim: str, passages: tuple[Passage, ...], on: date | None, embedder: Embedder | None = None
) -> Cause | None:
    """The sentence by which the claim's cause is not that of its effect."""
    if _RULED_OUT.search(claim) or any(t.denied for t in tokens(claim)):
        return None
    for ours in becauses(claim):
        cause = roots(ours.cause)
        near = nearest(ours.effect, frozenset(), passages, Time(on))
        found = [n for n in near if _same_days(claim, n, on)]
        if not cause or any(_gives(n, ours, cause) for n in found):
            continue
        if out := next((n for n in found if _rules_out(n, ours, cause)), None):
            return Cause(out.spoken.sentence, out, "rules this cause out")
        if other := _other(ours, cause, found):
            return None if _one_meaning(ours.cause, other.words, embedder) else other
        if ours.strict and (unknown := next((n for n in found if _unknown(n, ours)), None)):
            return Cause(unknown.spoken.sentence, unknown, "leaves the cause open")
    return None


def _one_meaning(ours: str, theirs: str, embedder: Embedder | None) -> bool:
    """Do two causes mean much the same? Without a model, their words alone have told."""
    if embedder is None:
        return False
    one, two = embedder.embed([ours, theirs])
    return float(one @ two) >= ONE_MEANING


def _same_days(claim: str, near: Near, on: date | None) -> bool:
    """Can the sentence tell of the claim's event, by the days that both give?"""
    published = near.spoken.document.published
    day = published.value.last if published else None
    ours, theirs = dates(claim, on), dates(near.spoken.sentence, day)
    return not ours or not theirs or any(meets(one, two) for one in ours for two in theirs)


def _gives(near: Near, ours: Because, cause: frozenset[str]) -> bool:
    """Does a sentence have the claim's cause beside its effect, and not to rule it out?"""
    of = near.spoken
    if len(cause & roots(of.sentence)) <= MIN_OWN * len(cause):
        return False
    event = kinds(ours.effect)
    told = kinds(of.around) & event if event else near.near >= MIN_GIVEN
    return bool(told) and not _RULED_OUT.search(of.around)


def _rules_out(near: Near, ours: Because, cause: frozenset[str]) -> bool:
    """ "The shooting played no part" near the effect; "nothing to do with the weather"."""
    of = near.spoken
    out = _RULED_OUT.search(of.sentence)
    if out is None:
        return False
    end = _BUT.search(of.sentence, out.end())
    start = max((m.end() for m in _BUT.finditer(of.sentence, 0, out.start())), default=0)
    # "There was a shooting; it played no part."
    start = 0 if _PRONOUN.search(of.sentence[start : out.start()]) else start
    # What is ruled out stands behind "no sign of", and before "played no part".
    active = _BEFORE.match(out.group()) and not _PASSIVE.search(of.sentence[start : out.start()])
    start = out.start() if active else start
    inside = roots(of.sentence[start : end.start() if end else len(of.sentence)])
    share = len(cause & inside) / len(cause)
    known = kinds(ours.cause) & kinds(out.group())
    if share < MIN_OUT and not known:
        return False
    event = kinds(ours.effect) & kinds(of.around) or roots(ours.effect) & roots(of.around)
    return bool(event) or (
        len(cause & inside) > 1 and (share >= MIN_SURELY or near.near >= MIN_GIVEN)
    )


def _unknown(near: Near, ours: Because) -> bool:
    """ "What caused it is not yet known" of the same event."""
    of = near.spoken
    event = kinds(ours.effect) & kinds(f"{of.before} {of.sentence}")
    return near.near >= MIN_GIVEN and bool(event) and bool(_UNKNOWN.search(of.sentence))


def _other(ours: Because, cause: frozenset[str], found: list[Near]) -> Cause | None:
    least = MIN_EFFECT if ours.strict else MIN_EFFECT_LOOSE
    best: tuple[float, Cause] | None = None
    for near in found:
        for theirs in becauses(near.spoken.sentence):
            if not (theirs.strict or ours.strict) or not roots(theirs.cause):
                continue
            if near.near < (least if not _LEANS.match(near.spoken.sentence) else least / 2):
                continue
            if not all(b.strict or _happens(b.cause) for b in (ours, theirs)):
                continue
            if not _same_event(ours, theirs, near) or roots(theirs.cause) <= roots(ours.effect):
                continue
            if _alike(ours, cause, theirs):
                continue
            said = Cause(theirs.cause, near, "gives another cause")
            if best is None or near.near + near.core > best[0]:
                best = near.near + near.core, said
    return best[1] if best else None


def _happens(cause: str) -> bool:
    """Does what stands behind "after" tell of an event? "After a single term" does not."""
    return bool(kinds(cause)) or any(w.past for w in act_words(cause))


def _same_event(ours: Because, theirs: Because, near: Near) -> bool:
    """Is what came about the same act, of the same thing where both name one?"""
    if _ANOTHER.match(theirs.effect) and not _ANOTHER.match(ours.effect):
        return False
    # "The cause was a leak": of what the sentence before tells.
    effect = theirs.effect if roots(theirs.effect) else f"{near.spoken.before} {theirs.effect}"
    one, two = kinds(ours.effect), kinds(effect)
    if not (one & two or _acts(ours.effect) & _acts(effect)):
        strict = ours.strict and theirs.strict and not (one and two)
        return strict and len(_plain(ours.effect) & _plain(effect)) > 1
    others = [
        {t.root for t in tokens(e) if carries(t) and not t.low[0].isdigit() and not kinds(t.low)}
        for e in (ours.effect, effect)
    ]
    return not all(others) or bool(others[0] & roots(near.spoken.around))


def _plain(effect: str) -> frozenset[str]:
    """The roots of an effect's words that are no names."""
    return frozenset(t.root for t in tokens(effect) if carries(t) and not t.name)


def _acts(effect: str) -> frozenset[str]:
    """What an effect's past forms tell of."""
    return frozenset[str]().union(*(w.kinds for w in act_words(effect) if w.past and not w.name))


def _alike(ours: Because, cause: frozenset[str], theirs: Because) -> bool:
    """May the page's cause be the claim's in other words?"""
    return bool(
        cause & roots(theirs.cause)
        or kinds_of_cause(ours.cause) & kinds_of_cause(theirs.cause)
        or kinds(ours.cause) & kinds(theirs.cause)
    )
