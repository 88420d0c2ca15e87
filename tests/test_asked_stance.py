"""A language model may judge stance, and what it cannot show in the passage does not count."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.test_claims_refine import PlainFetcher, chat, server
from verify.config import parse
from verify.errors import ConfigError, ModelError
from verify.judging import judge_all
from verify.models.asked_stance import AskedStance
from verify.models.language_model import LanguageModel
from verify.types import Claim, Document, Entailment, Kind, Passage, Ranked, Reason, Stance

PASSAGES = ("The bridge opened in May 2021.", "The bridge was closed all year.", "It rained.")
CLAIM = "The bridge opened in 2021."


def told(*rows: tuple[int, str, str]) -> bytes:
    return chat({"passages": [{"number": n, "stance": s, "words": w} for n, s, w in rows]})


def judged(address: str, pairs: Sequence[tuple[str, str]], limit_s: float = 5.0):
    """What the model says, asked as the pipeline asks: from a thread beside the loop."""

    async def run():
        model = LanguageModel(PlainFetcher(), address=address, model="large")
        stance = AskedStance(model, asyncio.get_running_loop(), limit_s=limit_s)
        return await asyncio.to_thread(stance.judge, pairs)

    return asyncio.run(run())


def stances(views: Sequence[Entailment]) -> list[Stance]:
    return [v.stance for v in views]


def test_a_judgement_shown_in_its_passage_is_taken():
    answer = told((2, "refutes", "was closed all year"), (1, "supports", "opened in May 2021"))
    with server((200, answer, 0.0)) as (address, asked):
        views = judged(address, [(p, CLAIM) for p in PASSAGES])
    assert stances(views) == [Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL]
    sent = json.loads(asked[0]["messages"][1]["content"])
    assert [p["text"] for p in sent["passages"]] == list(PASSAGES)
    assert len(asked) == 1


def test_words_that_are_not_in_the_passage_are_worth_nothing():
    answer = told((1, "refutes", "never opened to the public"), (2, "supports", ""), (9, "x", "y"))
    with server((200, answer, 0.0)) as (address, _):
        views = judged(address, [(p, CLAIM) for p in PASSAGES])
    assert stances(views) == [Stance.NEUTRAL] * 3


@pytest.mark.parametrize(
    "answer",
    [
        (200, chat("not JSON"), 0.0),
        (200, chat({"verdict": "true"}), 0.0),
        (200, told((1, "supports", "opened"))[:40], 0.0),
        (429, b"", 0.0),
        (500, b"", 0.0),
        (200, chat("{}", finish="length"), 0.0),
        (200, told(), 2.5),
    ],
    ids=["no JSON", "other schema", "cut", "429", "500", "too long", "slow"],
)
def test_a_misbehaving_model_is_asked_twice_and_then_said_to_have_failed(answer):
    with server(answer) as (address, asked), pytest.raises(ModelError, match="did not judge"):
        judged(address, [(PASSAGES[0], CLAIM)], limit_s=2.0)
    assert len(asked) == 2


def test_one_claim_that_could_not_be_judged_is_a_gap_and_costs_no_other():
    good, bad = told((1, "supports", "opened in May 2021")), (500, b"", 0.0)

    async def run(address: str):
        model = LanguageModel(PlainFetcher(), address=address, model="large")
        stance = AskedStance(model, asyncio.get_running_loop())
        document = Document("", PASSAGES[0], "", "", None, "s", "0")
        found = (Ranked(Passage(document, 0, len(PASSAGES[0])), 1.0, 0.9, 0.9, 1.0),)
        claims = [Claim(f"c{i}", CLAIM, CLAIM, 0, 5, Kind.EVENT, 0.5) for i in (1, 2)]
        return await asyncio.to_thread(judge_all, claims, [found, found], stance)

    with server(bad, bad, (200, good, 0.0)) as (address, _):
        views, gaps = asyncio.run(run(address))
    assert [single[0].stance for single, _ in views] == [Stance.NEUTRAL, Stance.SUPPORTS]
    assert [(g.reason, g.claim_id) for g in gaps] == [(Reason.MODEL, "c1")]


def test_a_judge_that_is_not_configured_is_refused(tmp_path: Path):
    with pytest.raises(ConfigError, match="language_model"):
        parse('[models]\nstance = "language_model"\n', tmp_path, "verify.toml")
