"""Stories written for training are well formed, and the pairs made of them labelled right."""

import random
from collections import Counter
from pathlib import Path

from benchmarks import rows
from training import held_stories
from training.perturb import NEUTRAL, REFUTES, SUPPORTS
from training.stance_rows import held_out
from training.written import Story, WrittenClaim, pairs, stories

STORY = Story(
    "x-1",
    "news",
    ("The quarry closed in May.", "Sixty people worked there.", "Its owner is the Hallam group."),
    (
        WrittenClaim("The Hallam group's quarry closed.", SUPPORTS, (0, 2), ()),
        WrittenClaim("The quarry is still open.", REFUTES, (0,), ()),
        WrittenClaim("The quarry will open again.", NEUTRAL, (), ()),
    ),
)
OTHER = Story("x-2", "news", ("A ferry ran aground off Skell.",), ())


def made(seeds: int = 200) -> set[tuple[str, str, int]]:
    return {p[:3] for s in range(seeds) for _, p in pairs(random.Random(s), [STORY, OTHER])}


def test_the_whole_story_has_the_claims_label_in_any_order_and_beside_a_stranger() -> None:
    whole = [p for p in made() if all(part in p[0] for part in STORY.passages)]
    assert len({text for text, _, _ in whole}) > 6
    assert any(OTHER.passages[0] in text for text, _, _ in whole)
    for _, claim, label in whole:
        assert label == next(c.label for c in STORY.claims if c.text == claim)


def test_a_claim_that_needs_two_passages_is_open_beside_either() -> None:
    labels = {
        text: label
        for text, claim, label in made()
        if claim == STORY.claims[0].text and "ferry" not in text
    }
    first, second, third = STORY.passages
    assert labels[f"{first} {third}"] == SUPPORTS
    assert {labels[first], labels[second], labels[third]} == {NEUTRAL}


def test_a_claim_that_one_passage_decides_is_open_without_it() -> None:
    for text, claim, label in made():
        if claim == STORY.claims[1].text:
            assert label == (REFUTES if STORY.passages[0] in text else NEUTRAL)


def test_the_stories_that_ship_are_well_formed() -> None:
    told = stories()
    assert len({s.id for s in told}) == len(told) > 200
    for story in told:
        assert all(p.strip() == p and p for p in story.passages), story.id
        for claim in story.claims:
            named = {*claim.by, *claim.also}
            assert named <= set(range(len(story.passages))), (story.id, claim.text)
            assert bool(claim.by) == (claim.label != NEUTRAL), (story.id, claim.text)
            assert not any(claim.text in p for p in story.passages), (story.id, claim.text)


def test_a_label_cannot_be_guessed_from_the_number_of_claims_or_from_a_negation() -> None:
    claims = [c for s in stories() for c in s.claims]
    labels = Counter(c.label for c in claims)
    assert min(labels.values()) > 0.25 * len(claims)
    denied = Counter(c.label for c in claims if {"not", "no", "never"} & {*c.text.lower().split()})
    share = {label: denied[label] / labels[label] for label in labels}
    assert max(share.values()) < 2.5 * min(share.values())


def test_none_of_the_news_rows_that_measure_is_a_story_to_learn_from() -> None:
    files = sorted((Path(__file__).parent.parent / "benchmarks").glob("*.jsonl"))
    measured = [row for path in files for row in rows.read(path)]
    assert len(files) == 2
    assert len(measured) == 700
    assert not {r["claim"] for r in measured} & {c.text for s in stories() for c in s.claims}
    passages = {p for r in measured for p in r["evidence"]}
    assert not passages & {p for s in stories() for p in s.passages}


def test_the_stories_kept_from_training_are_rows_for_the_benchmark(tmp_path: Path) -> None:
    held_stories.main(["--out", str(tmp_path)])
    kept = [story for story in stories() if held_out(story.id)]
    made = [row for path in sorted(tmp_path.glob("held_*.jsonl")) for row in rows.read(path)]
    assert len(made) == sum(len(story.claims) for story in kept)
    assert {r["label"] for r in made} == {"supported", "refuted", "nei"}
    evidence = {tuple(r["evidence"]) for r in made}
    assert evidence == {story.passages for story in kept}
