"""From passages to a pooled view, with the shipped stance model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from verify.judging import ROOM, judge_all
from verify.models.stance import OnnxStance
from verify.types import Claim, Document, Entailment, Kind, Passage, Ranked

NEAR = (
    "The council voted 31 to 22 on Thursday to build a tram line to the port.",
    "The line is 8.4 kilometres long and has 14 stops.",
)
FAR = (
    "Four workers were injured when a fire broke out at a warehouse.",
    "She lost nine days of racing with a broken wrist.",
    "Rain is expected in the north until Sunday.",
)


@pytest.fixture(scope="module")
def stance() -> OnnxStance:
    return OnnxStance()


def claim(text: str) -> Claim:
    return Claim("c1", text, text, 0, len(text), Kind.EVENT, 0.9)


def found(text: str, similarity: float) -> Ranked:
    document = Document(text[:20], text, "", "", None, "desk", "0")
    return Ranked(Passage(document, 0, len(text)), 0.1, similarity, similarity, 1.0)


@pytest.mark.parametrize("size", [1, 2])
def test_passages_about_something_else_do_not_blur_the_joint_view(
    stance: OnnxStance, size: int
) -> None:
    said = claim("The council rejected the tram line. It has 14 stops.")
    near = [found(text, 0.6) for text in NEAR[:size]]
    far = [found(text, 0.1) for text in FAR]
    ((_, alone),), _ = judge_all([said], [near], stance)
    ((single, beside),), gaps = judge_all([said], [[*near, *far]], stance)
    assert not gaps
    assert alone is not None
    assert beside is not None
    assert beside.entailment == alone.entailment
    assert beside.members == tuple(range(size))
    assert len(single) == size + len(FAR)


def test_a_passage_on_the_subject_counts_wherever_it_is_ranked(stance: OnnxStance) -> None:
    said = claim("The line has 14 stops.")
    ranked = [found(FAR[0], 0.1), found(NEAR[1], 0.6)]
    ((_, joint),), _ = judge_all([said], [ranked], stance)
    assert joint is not None
    assert joint.members == (1,)
    ((_, least),), _ = judge_all([said], [[found(text, 0.1) for text in FAR]], stance)
    assert least is not None
    assert least.members == (0,)


class Listening:
    """The shipped model, and what it was asked to read."""

    def __init__(self, stance: OnnxStance) -> None:
        self.stance = stance
        self.name, self.sha256 = stance.name, stance.sha256
        self.read: list[str] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        self.read += [passage for passage, _ in pairs]
        return self.stance.judge(pairs)


def test_what_speaks_of_something_else_is_not_judged_and_no_pair_is_judged_twice(
    stance: OnnxStance,
) -> None:
    said = claim("The line has 14 stops.")
    listening = Listening(stance)
    ranked = [found(FAR[0], 0.1), found(NEAR[1], 0.6), found(FAR[1], 0.1)]
    ((single, joint),), _ = judge_all([said], [ranked], listening)
    assert listening.read == [NEAR[1]]
    assert [view.neutral == 1.0 for view in single] == [True, False, True]
    assert joint is not None
    assert joint.entailment.supports == pytest.approx(single[1].supports)
    apart = Listening(stance)
    ((least, _),), _ = judge_all([said], [[found(text, 0.1) for text in FAR]], apart)
    assert apart.read == [FAR[0]]
    assert [view.neutral == 1.0 for view in least] == [False, True, True]


def test_nothing_that_is_read_together_is_cut_off_and_the_best_leads(stance: OnnxStance) -> None:
    said = claim("The line has 14 stops.")
    long = [f"{text} " + f"The line runs past hall {n} and yard {n}. " * 7 for n, text in
            enumerate((*NEAR, *FAR))]  # fmt: skip
    listening = Listening(stance)
    ranked = [found(text.strip(), 0.6) for text in long]
    ((_, joint),), _ = judge_all([said], [ranked], listening)
    together = listening.read[len(ranked) :]
    assert joint is not None
    assert len(together) == 2
    assert all(text.startswith(long[0].strip()) for text in together)
    assert all(len(text.split()) <= ROOM for text in together)
    read = [i for i, text in enumerate(long) if any(text.strip() in t for t in together)]
    assert sorted(joint.members) == read
    assert 2 < len(read) < len(long)


def test_a_pair_scores_the_same_whatever_is_judged_beside_it_and_on_any_number_of_threads(
    stance: OnnxStance,
) -> None:
    pairs = [(text, "The line has 14 stops.") for text in (*NEAR, *FAR)]
    pairs += [(" ".join(NEAR + FAR), "The council voted on Thursday.")]
    together = stance.read([*pairs, *pairs])
    alone = np.concatenate([OnnxStance(threads=1).read([pair]) for pair in pairs])
    assert np.array_equal(together, np.concatenate([alone, alone]))
    assert stance.read([]).shape == (0, 9)
