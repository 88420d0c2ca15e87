"""The weights of figures are fitted by a script in the repository."""

from __future__ import annotations

from benchmarks.planted import STORIES, read
from tests.claim_articles import GRAMMAR
from training.fit_figures import SHOWN, Choice, fit, fitted, of_a_story
from verify.checkers.figures_sure import TRAITS


def test_what_tells_of_wrong_claims_gets_weight() -> None:
    alike, unlike = (1.0, 1.0), (1.0, 0.0)
    told = [Choice([], [alike], True)] * 40 + [Choice([], [unlike], False)] * 40
    by_chance = [Choice([], [unlike], True)] * 10 + [Choice([alike], [unlike], False)] * 40
    (_, weight), stated = fit(told + by_chance)
    assert weight > 1
    assert stated > 0


def test_what_right_and_wrong_claims_share_gets_none() -> None:
    given = [Choice([], [(1.0, x)], wrong) for x in (0.0, 1.0) for wrong in (True, False)] * 20
    assert abs(fit(given)[0][1]) < 0.1


def test_a_story_gives_right_claims_and_those_wrong_by_a_figure() -> None:
    found = [c for name in SHOWN[:2] for c in of_a_story(read(STORIES / name), GRAMMAR)]
    assert any(c.wrong for c in found)
    assert sum(not c.wrong for c in found) > 10
    assert {len(t) for c in found for t in (*c.own, *c.others)} == {len(TRAITS)}


def test_a_story_and_its_twin_are_of_one_half() -> None:
    names = [f"biz-{n:03}" for n in range(40)]
    assert all(fitted(name) == fitted(f"{name}b") for name in names)
    assert 10 < sum(map(fitted, names)) < 30
