"""Who did what to whom, turned round: "A sued B" against "B sued A", "A was sued by B" …"""

from __future__ import annotations

from dataclasses import dataclass

from verify.checkers.full_names import full_names, written_out
from verify.checkers.outcomes_deeds import ANY, HANDED, Deed, deeds
from verify.checkers.outcomes_matter import Near, Time, nearest
from verify.checkers.outcomes_text import root, tokens
from verify.checkers.wording import stem
from verify.types import Passage

LEAST_NEAR = 0.25
# What both may have done to each other, in different years.
_AGAIN = frozenset(("beating", "attacking", "inviting", "paying", "helping"))

_WHATEVER = frozenset(("paying", "telling"))  # sums and what is told are put in many ways


@dataclass(frozen=True, slots=True)
class TurnedRound:
    """The claim's deed, and the page's the other way round."""

    ours: Deed
    theirs: Deed
    near: Near


def turned_round(claim: str, passages: tuple[Passage, ...], when: Time) -> TurnedRound | None:
    """The sentence in which those of the claim have changed places.

    None where any has them as the claim has.
    """
    mine = [d for d in deeds(claim) if not d.doer & d.other and _fit(d, claim)]
    if not mine:
        return None
    found = None
    for near in nearest(claim, frozenset(), passages, when):
        if near.near < LEAST_NEAR:
            continue
        said = near.spoken.sentence
        names = full_names(near.spoken.document.text)
        around = near.spoken.before, near.spoken.behind
        told = (*deeds(said, *around), *deeds(written_out(said, names), *around))
        for ours in mine:
            for theirs in (d for d in told if _of_one_kind(ours, d)):
                if _same(ours, theirs) or _same_end(ours, theirs):
                    return None
                again = near.dated and ours.kind in _AGAIN
                if (_other_way(ours, theirs) or _other_end(ours, theirs)) and not again:
                    found = found or TurnedRound(ours, theirs, near)
    return found


def _fit(deed: Deed, claim: str) -> bool:
    """Is it of a group of verbs, or are both of its sides names?"""
    named = {t.root for t in tokens(claim) if t.name}
    both = bool(deed.doer & named and deed.other & named)
    if not (deed.doer and deed.other):
        return deed.kind not in (HANDED, *_AGAIN) and bool((deed.doer | deed.other) & named)
    return not deed.kind.startswith(ANY) or both


def _of_one_kind(ours: Deed, theirs: Deed) -> bool:
    one_thing = bool(ours.thing & theirs.thing) or ours.kind in _WHATEVER
    told = ours.kind != HANDED and not (ours.thing and theirs.thing)
    one_verb = not theirs.thing and root(stem(ours.words)) == root(stem(theirs.words))
    return ours.kind == theirs.kind and (one_thing or told or one_verb)


def _same(ours: Deed, theirs: Deed) -> bool:
    return bool(ours.doer & theirs.doer) and bool(ours.other & theirs.other)


def _other_way(ours: Deed, theirs: Deed) -> bool:
    return (
        bool(ours.doer & theirs.other)
        and bool(ours.other & theirs.doer)
        and not ours.doer & theirs.doer
        and not ours.other & theirs.other
    )


def _same_end(ours: Deed, theirs: Deed) -> bool:
    """Where the claim names one of the two only: has the page it at the same end?"""
    one = bool(ours.doer) != bool(ours.other)
    return one and bool(ours.doer & theirs.doer or ours.other & theirs.other)


def _other_end(ours: Deed, theirs: Deed) -> bool:
    """Has the page it at the other end: who bought is bought from?"""
    one = bool(ours.doer) != bool(ours.other)
    turned = ours.doer & theirs.other or ours.other & theirs.doer
    return one and bool(theirs.doer and theirs.other and turned and ours.thing & theirs.thing)
