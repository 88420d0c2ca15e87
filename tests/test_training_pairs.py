"""Pairs made for training the stance model: what is changed, and which labels that leaves."""

import random

import pytest

from training.neighbours import FUNCTION_WORDS, STEM, word_neighbours
from training.perturb import (
    NEUTRAL,
    NOT_SUPPORTED,
    REFUTES,
    SUPPORTS,
    altered,
    change_number,
    change_word,
    negated,
    said_less,
    variants,
)
from training.train_stance import base_weights

SENTENCE = (
    "The council of Ardmouth, which met on Tuesday, approved 31 new flats near the harbour "
    "and a school, because two former mayors had asked for them."
)


def seeds() -> list[random.Random]:
    return [random.Random(seed) for seed in range(60)]


def test_a_sentence_that_says_less_keeps_only_words_of_the_whole_one() -> None:
    shorter = {said_less(rng, SENTENCE) for rng in seeds()} - {None}
    assert len(shorter) > 5
    for said in shorter:
        assert said is not None
        assert len(said) < len(SENTENCE)
        rest = iter(SENTENCE)
        assert all(letter in rest for letter in said), said


def test_a_number_is_never_cut_in_the_middle() -> None:
    sentence = "Losses were put at 59,000 by the ministry, and 27,000 people fled in the spring."
    for rng in seeds():
        said = said_less(rng, sentence) or ""
        assert ",000" not in said.replace("59,000", "").replace("27,000", "")


def test_nothing_is_dropped_where_a_sentence_has_no_detail() -> None:
    assert all(said_less(rng, "Necklaces are jewellery.") is None for rng in seeds())


def test_one_common_word_is_exchanged_and_never_part_of_another() -> None:
    near = {"approved": ("rejected",), "council": ("cabinet",), "school": ("clinic",)}
    for rng in seeds():
        changed = change_word(rng, SENTENCE, near)
        assert changed is not None
        old, new = SENTENCE.split(), changed.split()
        (at,) = (i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b)
        assert new[at].strip(",.") in near[old[at].strip(",.")]
    assert change_word(random.Random(1), "The pre-school's door", {"school": ("clinic",)}) is None


@pytest.fixture(scope="module")
def neighbours() -> dict[str, tuple[str, ...]]:
    return word_neighbours(base_weights())


def test_a_neighbour_is_another_word_of_the_same_ending(
    neighbours: dict[str, tuple[str, ...]],
) -> None:
    assert "nurse" in neighbours["doctor"]
    assert "physician" not in neighbours["doctor"]  # nearly the same: the claim would still hold
    for word, others in neighbours.items():
        assert word not in FUNCTION_WORDS
        assert all(other[:STEM] != word[:STEM] for other in others)
        assert all(other.endswith("ed") == word.endswith("ed") for other in others)


def test_a_changed_number_refutes_and_a_longer_claim_is_left_open() -> None:
    found: dict[tuple[int, ...], set[str]] = {}
    passage = f"It rained in Ardmouth. {SENTENCE}"
    for rng in seeds():
        for text, claim, allowed, _ in variants(
            rng, SENTENCE, passage, "It rained in Ardmouth.", ["Brackwell"], {"school": ("clinic",)}
        ):
            kind = "whole" if text == passage else "cut"
            found.setdefault(allowed, set()).add(kind)
            if kind == "cut":
                assert allowed == (NEUTRAL,)
            if allowed == (REFUTES,):
                assert claim not in passage
    assert found[(SUPPORTS,)] == {"whole"}
    assert found[(REFUTES,)] == {"whole"}
    assert found[NOT_SUPPORTED] == {"whole"}
    assert "cut" in found[(NEUTRAL,)]


def test_only_the_number_changes() -> None:
    for rng in seeds():
        changed = change_number(rng, "The council approved 31 new flats.")
        assert changed is not None
        words = changed.split()
        assert words[:3] + words[4:] == "The council approved new flats.".split()
        assert words[3] != "31"


@pytest.mark.parametrize(
    ("claim", "label", "follows"),
    [
        ("The bridge was closed in May.", SUPPORTS, REFUTES),
        ("The bridge was closed in May.", REFUTES, SUPPORTS),
        ("The bridge was not closed in May.", SUPPORTS, REFUTES),
        ("The bridge wasn't closed in May.", REFUTES, SUPPORTS),
        ("The bridge will be closed in May.", NEUTRAL, NEUTRAL),
    ],
)
def test_a_denied_claim_has_the_opposite_label(claim: str, label: int, follows: int) -> None:
    for rng in seeds():
        made = negated(rng, claim, label)
        assert made is not None
        denied, its_label = made
        assert its_label == follows
        was_denied = "not" in claim or "n't" in claim
        assert was_denied != any(word in denied for word in (" not ", " never ", " no longer "))


@pytest.mark.parametrize(
    "claim",
    [
        "The mayor resigned when he was fifty.",  # the verb of another clause
        "Shares, which had risen, fell.",
        "Shares fell.",
    ],
)
def test_only_the_claims_own_verb_is_denied(claim: str) -> None:
    assert all(negated(rng, claim, SUPPORTS) is None for rng in seeds())


def test_an_altered_text_differs_and_an_unchangeable_one_is_left(
    neighbours: dict[str, tuple[str, ...]],
) -> None:
    for rng in seeds():
        changed = altered(rng, SENTENCE, ["Brackwell"], neighbours)
        assert changed is not None
        assert changed != SENTENCE
        assert set(changed.split()) & set(SENTENCE.split())
    assert all(altered(rng, "Hm.", ["Brackwell"], {}) is None for rng in seeds())
