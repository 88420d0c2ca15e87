"""From passages to a pooled view, with the shipped stance model."""

from __future__ import annotations

import numpy as np
import pytest

from verify.judging import judge_all
from verify.models.stance import OnnxStance
from verify.types import Claim, Document, Kind, Passage, Ranked

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


def test_a_pair_scores_the_same_whatever_is_judged_beside_it_and_on_any_number_of_threads(
    stance: OnnxStance,
) -> None:
    pairs = [(text, "The line has 14 stops.") for text in (*NEAR, *FAR)]
    pairs += [(" ".join(NEAR + FAR), "The council voted on Thursday.")]
    together = stance.logits([*pairs, *pairs])
    alone = np.concatenate([OnnxStance(threads=1).logits([pair]) for pair in pairs])
    assert np.array_equal(together, np.concatenate([alone, alone]))
    assert stance.logits([]).shape == (0, 3)
