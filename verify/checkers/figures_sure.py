"""Are a figure of the claim and another of a page of one matter, as far as words can tell?"""

from __future__ import annotations

import math
from dataclasses import dataclass

from verify.checkers.figures_differ import agree
from verify.checkers.figures_matter import Match, Spot
from verify.checkers.figures_read import BARE, COUNT, LOOSE, TIME, Figure
from verify.types import Document


@dataclass(frozen=True, slots=True)
class Held:
    """A figure of a page beside the claim's, with the sentence that gives it."""

    ours: Figure
    theirs: Figure
    spot: Spot
    document: Document
    match: Match
    slip: float  # how much a slip of the hand tells, if it can be one


def traits(held: Held) -> tuple[float, ...]:
    """What tells that both are of one matter."""
    m = held.match
    family = held.ours.family
    return (
        1.0,  # for the odds of any figure
        float(held.ours.mention is not None),
        float(family == COUNT),
        float(family == TIME),
        m.shared,
        m.beside,
        m.close,
        m.back,
        m.named,
        float(min(m.hits, 3)),
        float(m.clash),
        float(held.theirs.family in {LOOSE, BARE}),
    )


TRAITS = (
    "any", "date", "count", "duration", "shared", "beside", "close", "back", "named", "hits",
    "clash", "bare",
)  # fmt: skip
# Of correct claims the page's figure that agrees is the one of the matter: how much each trait
# tells for it. `training.fit_figures` fits them; SLIP to SURE_DATE were chosen on the same rows.
_WEIGHTS = (-0.41, -0.53, 0.64, -0.44, 1.75, 0.92, 0.97, 1.26, 1.92, 0.29, -0.40, -0.96)
SLIP = 4.0  # what a slip of the hand tells
STATED = 3.0  # what it tells for a page's figure that it is the claim's own: most claims are right
NONE = 4.0  # how likely it is that no page speaks of the matter
SURE = 0.5  # share of all that may be the matter from which another figure is noted
SURE_DATE = 0.4
MIN_DATE = 0.4  # of the claim in a sentence where nothing stands beside both dates


def decided(own: list[Held], others: list[Held]) -> Held | None:
    """The likeliest of the other figures, where it is sure enough.

    Each figure of the pages may be of the claim's matter, or none of them.
    """
    told = [held for held in others if _can_be(held)]
    if not told:
        return None
    scores = [score(held) for held in others]
    every = NONE + sum(map(math.exp, scores)) + sum(math.exp(score(h) + STATED) for h in own)
    best = max(told, key=score)
    agreed = sum(
        math.exp(s) for h, s in zip(others, scores, strict=True) if agree(best.theirs, h.theirs)
    )
    return best if agreed >= (SURE_DATE if best.ours.mention else SURE) * every else None


def _can_be(held: Held) -> bool:
    """Is there any word for it that both are of one matter, and none against it?"""
    found = held.match
    if held.ours.mention and found.clash and not held.slip:
        return False
    least = MIN_DATE if held.ours.mention else 0.0
    return found.hits > 0 or (held.slip > 0 and found.shared > least)


def score(held: Held) -> float:
    """How likely it is that both are of one matter, as log-odds."""
    given = zip(_WEIGHTS, traits(held), strict=True)
    return sum(weight * value for weight, value in given) + SLIP * held.slip
