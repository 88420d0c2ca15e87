"""The parser behind the claims: its words are the text's, and a mended tree stays a tree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claim_articles import GRAMMAR
from verify.claims.mending import depth, mended
from verify.claims.trees import tree_of
from verify.ports import Word

NAMED = "He met the Ruritanian ambassador to the UK, Jane Roe, and two aides from Leeds."


def heads_reach_the_root(words: list[Word]) -> bool:
    return all(depth(words, n) <= len(words) for n in range(len(words)))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_parsed_into_its_own_words(text: str) -> None:
    (words,) = GRAMMAR.parse([text])
    for word in words:
        assert 0 <= word.start < word.end <= len(text)
        assert 0 <= word.head < len(words)


PIECES = st.sampled_from(
    "the ambassador to UK , Jane Roe and co - author said on 3 May in Leeds Lt . Gen that it was"
    " well-known , talks resume , mayor says scored stopped adding asked whether to cut close until"
    " it could be told in which records show".split(" ")
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=25).map(" ".join))
def test_mending_keeps_a_tree_a_tree(text: str) -> None:
    (words,) = GRAMMAR.parse([text])
    found = mended(text, words)
    limit = len(found)
    for n in range(limit):
        steps, at = 0, n
        while found[at].head != at and steps <= limit:
            at, steps = found[at].head, steps + 1
        assert steps <= limit, f"a circle in {text!r}"


def test_a_name_beside_a_role_hangs_on_the_role() -> None:
    (words,) = GRAMMAR.parse([NAMED])
    tree = tree_of(NAMED, 0, words)
    assert tree is not None
    name = next(i for i, t in enumerate(tree.tokens) if t.text == "Roe")
    assert tree.tokens[tree.heads[name]].text == "ambassador"
    assert heads_reach_the_root(mended(NAMED, words))


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_an_empty_text_has_no_words(text: str) -> None:
    (words,) = GRAMMAR.parse([text])
    assert list(words) == []
    assert tree_of(text, 0, words) is None


def test_the_parser_is_named_with_its_hash() -> None:
    assert GRAMMAR.name.startswith("en_core_web_sm-3.8")
    assert len(GRAMMAR.sha256) == 64
