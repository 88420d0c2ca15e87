"""Stories written for this project, with claims about them: what public sets have little of.

Each line of `training/written/*.jsonl` is one made-up story: a few passages, as several outlets
or pages would tell it, and claims that are supported, refuted or left open by them
(`training/written/README.md`). A claim says which passages decide it, so one story gives many
pairs: as many passages as fit, in any order, with or without one of another story; those that
decide; one that does not; and the others.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.marked import Places, touched
from training.perturb import NEUTRAL, REFUTES, SUPPORTS

FOLDER = Path(__file__).parent / "written"
LABELS = {"supported": SUPPORTS, "refuted": REFUTES, "nei": NEUTRAL}
STRANGER = 0.3  # share of the whole readings that may have a passage of another story among them
# Words of a reading of several passages: about what the network reads beside a claim. What
# would be cut off might be what decides.
ROOM = 190

Pair = tuple[str, str, int, Places | None]  # passage, claim, label, words that decide


@dataclass(frozen=True)
class WrittenClaim:
    """A claim, and by which passages it is decided.

    `by`: the fewest that decide it together; `also`: others each of which decides it alone;
    `decides`: the words that make it refuted or open, where they were underlined.
    """

    text: str
    label: int
    by: tuple[int, ...]
    also: tuple[int, ...]
    decides: Places | None = None


@dataclass(frozen=True)
class Story:
    id: str
    form: str
    passages: tuple[str, ...]
    claims: tuple[WrittenClaim, ...]


def stories(folder: Path = FOLDER) -> list[Story]:
    """All stories, in the order of their files' names. Raises KeyError for an unknown label."""
    lines = [
        line
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    return [_story(json.loads(line)) for line in lines]


def _story(raw: dict[str, Any]) -> Story:
    claims = tuple(
        WrittenClaim(
            c["text"],
            LABELS[c["label"]],
            tuple(c.get("by", ())),
            tuple(c.get("also", ())),
            touched(c["text"], c.get("wrong", ())),
        )
        for c in raw["claims"]
    )
    return Story(raw["story"], raw["form"], tuple(raw["passages"]), claims)


def pairs(rng: random.Random, told: Sequence[Story]) -> Iterator[tuple[str, Pair]]:
    """Form and pair: each claim beside the whole of its story, and beside two readings of less."""
    every = [p for story in told for p in story.passages]
    begin = 0
    for story in told:
        for claim in story.claims:
            whole = _whole(rng, story, claim, every, begin)
            # What is open beside every passage is known word by word; beside some, less is said.
            known = claim.label != NEUTRAL or all(p in whole for p in story.passages)
            yield story.form, (whole, claim.text, claim.label, claim.decides if known else None)
            less = list(_less(rng, story, claim))
            for made in rng.sample(less, min(2, len(less))):
                yield story.form, made
        begin += len(story.passages)


def _whole(
    rng: random.Random, story: Story, claim: WrittenClaim, every: Sequence[str], begin: int
) -> str:
    """The passages that decide and as many more as there is room for, in any order.

    At times one of another story is among those. `every`: the passages of all stories, this
    one's from `begin` on.
    """
    found = [story.passages[i] for i in claim.by]
    others = [p for i, p in enumerate(story.passages) if i not in claim.by]
    elsewhere = len(every) - len(story.passages)
    if elsewhere and rng.random() < STRANGER:
        at = rng.randrange(elsewhere)
        others.append(every[at if at < begin else at + len(story.passages)])
    rng.shuffle(others)
    for passage in others:
        if _words([*found, passage]) <= ROOM:
            found.append(passage)
    rng.shuffle(found)
    return " ".join(found)


def _words(passages: Sequence[str]) -> int:
    return sum(len(p.split()) for p in passages)


def _less(rng: random.Random, story: Story, claim: WrittenClaim) -> Iterator[Pair]:
    """Readings of some of the passages, each with the label that these leave."""
    passages, deciding = story.passages, {*claim.by, *claim.also}
    if len(claim.by) == 1:
        for i in deciding:
            yield passages[i], claim.text, claim.label, claim.decides
    elif claim.by and len(claim.by) < len(passages):
        together = [passages[i] for i in claim.by]
        rng.shuffle(together)
        yield " ".join(together), claim.text, claim.label, claim.decides
    rest = [i for i in range(len(passages)) if i not in deciding]
    # Of two that decide only together, either alone leaves it open.
    alone = rest + (list(claim.by) if len(claim.by) > 1 else [])
    if alone and len(passages) > 1:
        yield passages[rng.choice(alone)], claim.text, NEUTRAL, None
    if 1 < len(rest) < len(passages):
        rng.shuffle(rest)
        while len(rest) > 1 and _words([passages[i] for i in rest]) > ROOM:
            rest.pop()
        yield " ".join(passages[i] for i in rest), claim.text, NEUTRAL, None
