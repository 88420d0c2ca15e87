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
from verify.checkers.outcomes_text import roots, tokens
from verify.checkers.stages_acts import kinds
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
_ANOTHER = re.compile(r"\s*(?:[Aa](?:nother|\s(?:second|third|further|different))|[Oo]ther)\b")
_LEANS = re.compile(r"(?:It|They|He|She|This|That|These)\b")
_PRONOUN = re.compile(r"\b(?:it|they|this|that|these|neither)\s(?:ha[sd]\s|have\s)?$", re.I)
_BUT = re.compile(r"[;:]\s|,?\sbut\s|\s[—–]\s|,\s(?:and|while|whereas|who|which)\s")


@dataclass(frozen=True, slots=True)
class Cause:
    """What a page says of the cause."""

    words: str
    near: Near
    ruled_out: bool


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
            return Cause(out.spoken.sentence, out, ruled_out=True)
        if other := _other(ours, cause, found):
            return None if _one_meaning(ours.cause, other.words, embedder) else other
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
    inside = roots(of.sentence[start : end.start() if end else len(of.sentence)])
    share = len(cause & inside) / len(cause)
    known = kinds(ours.cause) & kinds(out.group())
    if share < MIN_OUT and not known:
        return False
    event = kinds(ours.effect) & kinds(of.around) or roots(ours.effect) & roots(of.around)
    return bool(event) or (
        len(cause & inside) > 1 and (share >= MIN_SURELY or near.near >= MIN_GIVEN)
    )


def _other(ours: Because, cause: frozenset[str], found: list[Near]) -> Cause | None:
    least = MIN_EFFECT if ours.strict else MIN_EFFECT_LOOSE
    best: tuple[float, Cause] | None = None
    for near in found:
        for theirs in becauses(near.spoken.sentence):
            if not (theirs.strict or ours.strict) or not roots(theirs.cause):
                continue
            if near.near < (least if not _LEANS.match(near.spoken.sentence) else least / 2):
                continue
            if not _same_event(ours, theirs):
                continue
            if _alike(ours, cause, theirs):
                continue
            said = Cause(theirs.cause, near, ruled_out=False)
            if best is None or near.near + near.core > best[0]:
                best = near.near + near.core, said
    return best[1] if best else None


def _same_event(ours: Because, theirs: Because) -> bool:
    """Is what came about the same: one event told by both, or words and no other event?"""
    if _ANOTHER.match(theirs.effect) and not _ANOTHER.match(ours.effect):
        return False
    one, two = kinds(ours.effect), kinds(theirs.effect)
    if one & two:
        return True
    shared = roots(ours.effect) & roots(theirs.effect)
    return len(shared) > 1 and not (one and two)


def _alike(ours: Because, cause: frozenset[str], theirs: Because) -> bool:
    """May the page's cause be the claim's in other words?"""
    return bool(
        cause & roots(theirs.cause)
        or kinds_of_cause(ours.cause) & kinds_of_cause(theirs.cause)
        or kinds(ours.cause) & kinds(theirs.cause)
    )
