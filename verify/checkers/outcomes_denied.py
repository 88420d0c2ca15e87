"""What the page denies in as many words: "has paid" against "no payments have been made"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from verify.checkers.outcomes_matter import Near, Time, nearest
from verify.checkers.outcomes_opposite import Contrary, ahead, comparable
from verify.checkers.outcomes_text import Token, carries, is_noun, tokens
from verify.checkers.wording import doubted
from verify.types import Passage

# How much of the claim a sentence that denies a word of it must have, and with what is around.
MIN_CORE, MIN_NEAR = 0.3, 0.5
MOST_CORE = 0.7  # where the claim denies what the sentence says
NONE_NEAR = 0.4  # of "none has been ordered", which leaves most to the sentences around
MIN_AFFIRMED = 0.6  # from which another sentence says the word as the claim does
_NOBODY = frozenset("no none nobody".split())
# Words that carry meaning along the claim's word: how many on either side, here and there.
CLOSE, REACH = 3, 6
SIGHT = 40  # characters on either side within which a word denies without a "not"
# What denies without a "not".
_IMPLICIT = re.compile(
    r"\b(?:lack\w*|absence|little|few|hardly|barely|rarely|seldom|scarcely|prevent\w*|unable"
    r"|difficult\w*|refus\w+|fail\w*|reject\w*|den(?:y|ies|ied|ial)|halt\w*|bann?\w*|without"
    r"|relinquish\w*|oppos\w+|exclud\w+|avoid\w*|except|false|untrue|myth)\b",
    re.I,
)
_THIN = frozenset("like one does thing way such much many good new".split())
# What is told beside, and denied of nobody.
_LESS = frozenset(("without", "instead of", "rather than", "far from"))
_NONE_OF = re.compile(r"\bnone\sof\b", re.I)
_HAS_BEEN = re.compile(
    r"\b(?:[Nn]o|[Nn]one|[Nn]obody|[Nn]o\sone|[Nn]ot\sone|[Nn]ot\sa\ssingle)\b[^,;:.()]{0,40}?"
    r"\s(?:has|have|had|was|were)\s(?:been\s|yet\s|ever\s|so\sfar\s)*[a-z]+"
)


def denied(claim: str, passages: tuple[Passage, ...], when: Time) -> Contrary | None:
    """The sentence that denies what the claim says, or says what the claim denies."""
    if doubted(claim) or claim.endswith("?"):
        return None
    found: dict[str, Contrary] = {}
    affirmed: set[str] = set()
    for near in nearest(claim, frozenset(), passages, when):
        if near.near < NONE_NEAR or near.dated:
            continue
        sentence = near.spoken.sentence
        if _denied_roots(claim) & _denied_roots(sentence):
            continue  # both deny it
        for mine, its in _both(claim, sentence):
            if {mine.denied, its.denied} & _LESS or (is_noun(mine) and mine.low != its.low):
                continue
            if bool(mine.denied) == bool(its.denied):
                planned = ahead(sentence) and not ahead(claim)
                affirmed |= {mine.root} if near.core >= MIN_AFFIRMED and not planned else set()
            elif _tells(claim, near, mine, its) and _by(claim, mine, sentence, its):
                found.setdefault(mine.root, Contrary(_said(mine), _said(its), near, denied=True))
    return next((c for word, c in found.items() if word not in affirmed), None)


def _both(claim: str, sentence: str) -> Iterator[tuple[Token, Token]]:
    """The words of the claim that the sentence has too, names aside, with the sentence's."""
    ours = {t.root: t for t in _told(claim)}
    for its in _told(sentence):
        if its.root in ours:
            yield ours[its.root], its


def _told(text: str) -> Iterator[Token]:
    """The words of a text that are affirmed, and of those that are denied the first."""
    last = ""
    for t in tokens(text):
        if not carries(t) or t.name or not t.low.isalpha():
            continue
        if not t.denied or t.denied != last or t.denied == "no" or _NONE_OF.search(text):
            yield t
        last = t.denied


@lru_cache(maxsize=2048)
def _denied_roots(text: str) -> frozenset[str]:
    return frozenset(t.root for t in tokens(text) if t.denied and carries(t))


def _by(claim: str, mine: Token, sentence: str, its: Token) -> bool:
    """Is there by the word what the claim has by it? And is nothing denied by another word?"""
    text, word = (claim, mine) if its.denied else (sentence, its)
    if (
        _IMPLICIT.search(text, max(0, word.start - SIGHT), word.end + SIGHT)
        or its.low in _THIN
        or mine.low in _THIN
    ):
        return False
    there = _beside(sentence, its, REACH)
    return its.denied in _NOBODY or bool(_beside(claim, mine, CLOSE) & there)


def _beside(text: str, of: Token, reach: int) -> frozenset[str]:
    told = [t for t in tokens(text) if carries(t)]
    at = next((i for i, t in enumerate(told) if t.start == of.start), 0)
    around = (*told[max(0, at - reach) : at], *told[at + 1 : at + 1 + reach])
    return frozenset(t.root for t in around)


def _tells(claim: str, near: Near, mine: Token, its: Token) -> bool:
    sentence = near.spoken.sentence
    if not comparable(claim, sentence):
        return False
    if mine.denied:
        return near.core >= MOST_CORE
    if its.denied in _NOBODY and _HAS_BEEN.search(sentence):
        return True
    return near.core >= MIN_CORE and near.near >= MIN_NEAR


def _said(token: Token) -> str:
    return f"{token.denied} … {token.low}" if token.denied else token.low
