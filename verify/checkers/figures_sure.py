"""Are a figure of the claim and another of a page of one matter, as far as words can tell?"""

from __future__ import annotations

import math
from dataclasses import dataclass

from verify.checkers.figures_differ import agree
from verify.checkers.figures_matter import Match, Spot
from verify.checkers.figures_pairs import SCORE
from verify.checkers.figures_read import (
    BARE,
    COUNT,
    DATE,
    LOOSE,
    MONEY,
    PERCENT,
    TIME,
    Figure,
)
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
    ours, theirs = held.ours, held.theirs
    family, mine, its = ours.family, ours.mention, theirs.mention
    return (
        1.0,  # for the odds of any figure
        float(mine is not None),
        float(family == COUNT),
        float(family == TIME),
        m.shared,
        m.beside,
        m.close,
        m.back,
        m.named,
        float(m.clash),
        held.slip,
        float(family == COUNT and ours.ends[0] < theirs.ends[0]),
        float(bool(mine and mine.grain == "year")),
        float(bool(mine and its and mine.role != its.role)),
        float(ours.tie == theirs.tie != ""),
        float(family not in _NO_MEASURES),
    )


_NO_MEASURES = frozenset((BARE, COUNT, DATE, LOOSE, MONEY, PERCENT, SCORE, TIME))
TRAITS = (
    "any", "date", "count", "duration", "shared", "beside", "close", "back", "named", "clash",
    "slip", "fewer", "year", "role", "tie", "measure",
)  # fmt: skip
# How much each trait tells that a claim is wrong by that figure, against no figure of the pages
# being of the matter. `training.fit_figures` fits these and STATED.
_WEIGHTS = (
    -2.65, -1.02, 0.82, 0.33, 1.11, 0.20, 0.19, 2.63, 0.95, -0.57,
    1.06, -0.86, 0.71, 0.33, 0.64, 0.88,
)  # fmt: skip
STATED = 3.29  # what it tells for a page's figure that it is the claim's own: most claims are right
# Share of all that may be the matter from which another figure is noted, with a word beside both
# and without: on the half of the written stories that is left for measuring 112 notes of refuted
# claims beside 102 of others; .17 and .35 give 121 beside 124.
SURE = 0.2
SURE_ALONE = 0.4
MIN_DATE = 0.4  # of the claim in a sentence where nothing stands beside both dates


def decided(own: list[Held], others: list[Held]) -> Held | None:
    """The likeliest of the other figures, where it is sure enough.

    Each figure of the pages may be of the claim's matter, or none of them.
    """
    odds = [math.exp(score(held)) for held in others]
    every = 1 + sum(odds) + sum(math.exp(score(held) + STATED) for held in own)
    told = [held for held in others if not _clashes(held)]
    beside = [held for held in told if _beside(held)]
    for held, least in [(_likeliest(beside), SURE), (_likeliest(told), SURE_ALONE)]:
        if held:
            same = (o for h, o in zip(others, odds, strict=True) if agree(held.theirs, h.theirs))
            if sum(same) >= least * every:
                return held
    return None


def _likeliest(given: list[Held]) -> Held | None:
    return max(given, key=score, default=None)


def _clashes(held: Held) -> bool:
    """Does the page date something else that happens?"""
    return held.ours.mention is not None and held.match.clash and not held.slip


def _beside(held: Held) -> bool:
    """Stands a word beside both, or is the one a slip of the other?"""
    least = MIN_DATE if held.ours.mention else 0.0
    return held.match.hits > 0 or (held.slip > 0 and held.match.shared > least)


def score(held: Held) -> float:
    """How likely it is that both are of one matter, as log-odds."""
    return sum(w * value for w, value in zip(_WEIGHTS, traits(held), strict=True))
