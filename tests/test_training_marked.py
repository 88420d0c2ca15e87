"""Which words of a claim make its label, for training."""

import json
import random
from pathlib import Path

import pytest
import torch
from transformers import BertConfig, BertModel

from training.marked import (
    FOLDER,
    Places,
    differing,
    touched,
    underlined,
    word_of_token,
    words_loss,
)
from training.perturb import NEUTRAL, NOT_SUPPORTED, REFUTES, SUPPORTS, two_parts, variants
from training.stance_rows import QUOTA, Row
from training.train_stance import (
    StanceNetwork,
    base_weights,
    encode,
    open_words,
    pair_tokenizer,
    to_tensors,
)
from training.written import FOLDER as STORIES
from training.written import Story, WrittenClaim, pairs

CLAIM = "The council of Ardmouth approved 45 new flats on Monday."
HELD = "The council of Ardmouth approved 31 new flats on Monday."


def shown(claim: str, places: Places | None) -> list[str] | None:
    """The words at these places, in order; None where nothing is known."""
    return None if places is None else [claim.split()[i] for i in sorted(places)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (HELD, ["45"]),
        ("The council of Ardmouth approved 45 new flats.", ["flats", "on", "Monday."]),
        (
            "The council of Ardmouth never approved 45 new flats on Monday.",
            ["Ardmouth", "approved"],
        ),
        (CLAIM, None),
        (None, None),
    ],
)
def test_words_that_differ_from_what_holds_are_marked(
    said: str | None, expected: list[str] | None
) -> None:
    assert shown(CLAIM, differing(CLAIM, said)) == expected


def test_nothing_is_marked_in_a_claim_that_holds_whatever_it_was_made_from() -> None:
    assert Row("", "p", CLAIM, (SUPPORTS,), differing(CLAIM, HELD)).words == frozenset()
    assert Row("", "p", CLAIM, (REFUTES,)).words is None


def test_underlined_words_are_found_inside_the_claim_and_others_are_not_known() -> None:
    assert shown(CLAIM, touched(CLAIM, ("45 new", "Monday"))) == ["45", "new", "Monday."]
    assert touched(CLAIM, ("Tuesday",)) is None
    spread = "A  claim\nof many lines"
    assert shown(spread, touched(spread, ("many",))) == ["many"]


def test_words_underlined_in_a_public_set_are_read_by_the_ids_of_its_rows(tmp_path: Path) -> None:
    (tmp_path / "some_set.tsv").write_text("row-1\t3 4\nrow-2\t0\n", "utf-8")
    assert underlined("some_set", tmp_path) == {"row-1": {3, 4}, "row-2": {0}}
    assert underlined("another", tmp_path) == {}
    for path in FOLDER.glob("*.tsv"):
        assert path.stem in QUOTA
        assert all(underlined(path.stem).values())


def test_a_changed_claim_comes_with_what_holds_of_it() -> None:
    sentence = "The council of Ardmouth, which met on Tuesday, approved 31 new flats near the port."
    known = 0
    for seed in range(200):
        for _, claim, allowed, said in variants(
            random.Random(seed), sentence, sentence, "", ["Brackwell"], {"approved": ("closed",)}
        ):
            found = differing(claim, said)
            assert (allowed == (SUPPORTS,)) <= (said is None)
            if found:
                known += 1
                assert len(found) < len(claim.split())
    assert known > 50


def test_of_two_facts_only_the_one_that_fails_is_marked() -> None:
    facts = ["The bridge was closed in May 2019.", "The ferry carried 400 people a day."]
    seen = set()
    for seed in range(100):
        made = two_parts(random.Random(seed), facts)
        assert made is not None
        passage, claim, allowed, said = made
        found = shown(claim, differing(claim, said)) or []
        kept = [fact for fact in facts if fact in passage]
        if allowed == (NEUTRAL,) and len(kept) == 1:
            seen.add(kept[0])
            lost = facts[1 - facts.index(kept[0])].split()
            assert {w.strip(".,").lower() for w in found} <= {
                w.strip(".,").lower() for w in [*lost, "and", *kept[0].split()[-1:]]
            }
    assert seen == set(facts)


def test_a_token_belongs_to_the_word_in_which_it_begins() -> None:
    claim = "The council met.".split()
    assert [word_of_token(claim, at) for at in (0, 4, 8, 12, 15)] == [0, 1, 1, 2, 2]


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> tuple[StanceNetwork, Path]:
    """An untrained network, and the tokenizer that it goes with."""
    folder = tmp_path_factory.mktemp("bert")
    size = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    BertModel(BertConfig(vocab_size=30522, intermediate_size=32, **size)).save_pretrained(folder)
    return StanceNetwork(folder, 0).eval(), base_weights()


def test_each_token_of_a_claim_is_taught_and_none_of_the_passage(
    network: tuple[StanceNetwork, Path],
) -> None:
    row = Row("", HELD, CLAIM, NOT_SUPPORTED, differing(CLAIM, HELD))
    tokenizer = pair_tokenizer(network[1])
    (encoded,) = encode(tokenizer, [row])
    labels = open_words([encoded], len(encoded[0]))[0]
    told = {
        tokenizer.id_to_token(token): label.tolist()
        for token, label in zip(encoded[0], labels, strict=True)
        if label.any()
    }
    assert told.pop("45") == [0, 1, 1]
    assert set(map(tuple, told.values())) == {(1, 0, 0)}
    assert set(told) >= {"council", "flats", "monday", "."}
    assert len([label for label in labels if label.any()]) == len(
        tokenizer.encode(CLAIM, add_special_tokens=False).ids
    )


def test_the_heads_for_words_change_nothing_before_training(
    network: tuple[StanceNetwork, Path],
) -> None:
    model, base = network
    tokenizer = pair_tokenizer(base)
    rows = [Row("", HELD, CLAIM, (REFUTES,)), Row("", "p", "A ferry ran aground.", (NEUTRAL,))]
    inputs, _ = to_tensors(encode(tokenizer, rows), "cpu")
    with torch.inference_mode():
        before = model.read(**inputs)[0]
        torch.nn.init.normal_(model.words.weight)
        assert torch.equal(model.read(**inputs)[0], before)
        torch.nn.init.ones_(model.gathered)
        assert not torch.equal(model.read(**inputs)[0], before)
        # What stands beside a pair in a batch, and pads it, changes none of its nine values.
        alone, _ = to_tensors(encode(tokenizer, rows[1:]), "cpu")
        assert torch.allclose(model(**alone)[0], model(**inputs)[1], atol=1e-5)
        least, most = model(**inputs)[:, 3], model(**inputs)[:, 4:6]
        assert (least <= model(**inputs)[:, 6]).all()
        assert (most >= model(**inputs)[:, 7:9]).all()
        torch.nn.init.zeros_(model.gathered)


def test_few_wrong_words_weigh_as_much_as_many_right_ones() -> None:
    scores = torch.zeros(1, 10, 3)
    labels = torch.zeros(1, 10, 3)
    labels[0, :8, SUPPORTS] = 1
    labels[0, 8, REFUTES] = 1  # the tenth is of the passage
    even = words_loss(scores, labels).item()
    scores[0, 8, REFUTES] = 50
    right = words_loss(scores, labels).item()
    assert right == pytest.approx(even / 2)
    assert words_loss(scores, torch.zeros(1, 10, 3)).item() == 0


def test_words_underlined_in_the_stories_stand_in_their_claims() -> None:
    claims = [c for path in sorted(STORIES.glob("*.jsonl"))
              for line in path.read_text("utf-8").splitlines()
              for c in json.loads(line)["claims"]]  # fmt: skip
    for claim in claims:
        assert all(phrase and phrase in claim["text"] for phrase in claim.get("wrong", ())), claim
        assert not (claim.get("wrong") and claim["label"] == "supported"), claim
    assert sum("wrong" in c for c in claims) > 20_000


def test_what_is_open_is_known_word_by_word_only_beside_the_whole_story() -> None:
    claim = WrittenClaim("It will open again in June.", NEUTRAL, (), (), frozenset({5}))
    long = tuple(f"Passage {i}. " + "word " * 80 for i in range(4))
    for passages, expected in ((long[:2], {frozenset({5})}), (long, {None})):
        told = [Story("x", "news", passages, (claim,))]
        whole = {next(iter(pairs(random.Random(seed), told)))[1] for seed in range(20)}
        assert {decides for _, _, _, decides in whole} == expected
