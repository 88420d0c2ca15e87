"""The weights of figures are fitted by a script in the repository."""

from __future__ import annotations

from benchmarks.planted import STORIES, read
from tests.claim_articles import GRAMMAR
from training.fit_figures import SHOWN, fit, of_a_story
from verify.checkers.figures_sure import TRAITS


def test_words_beside_both_figures_tell_for_one_matter() -> None:
    found = [c for name in SHOWN[:4] for c in of_a_story(read(STORIES / name), GRAMMAR)]
    assert sum(bool(c.own) for c in found) > 20
    weights = dict(zip(TRAITS, fit(found), strict=True))
    assert min(weights["shared"], weights["named"], weights["beside"]) > 0
    assert weights["clash"] < 0 or weights["bare"] < 0
