"""What the page denies in as many words: "has paid" against "no payments have been made"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from verify.checkers.outcomes_clause import (
    a_single,
    contrasted,
    denied_there,
    of_a_part,
    of_another,
    place,
    some,
    stretch,
    tells,
)
from verify.checkers.outcomes_matter import Near, Time, nearest
from verify.checkers.outcomes_opposite import Contrary, ahead, comparable
from verify.checkers.outcomes_text import Token, carries, denied_roots, is_noun, roots, tokens
from verify.checkers.wording import doubted
from verify.types import Passage

NONE_NEAR = 0.4  # of "none has been ordered", which leaves most to the sentences around
MIN_AFFIRMED = 0.6  # from which another sentence says the word as the claim does
# How much of the claim a sentence must have: one that tells what the claim denies; one that denies
# what the claim tells; one that says of a thing that there was none. On the made-up stories 4, 8
# and 6 wrong claims are so noted for each right one.
CLAIM_CORE, VERB_CORE, NOUN_CORE = 0.45, 0.15, 0.35
CLEAR = 2  # words that tell what is denied of which thing
_NONE = frozenset("no none not never nothing".split())
# What denies without a "not".
_IMPLICIT = re.compile(
    r"\b(?:lack\w*|absence|little|few|hardly|barely|rarely|seldom|scarcely|prevent\w*|unable"
    r"|difficult\w*|refus\w+|fail\w*|reject\w*|den(?:y|ies|ied|ial)|halt\w*|bann?\w*|without"
    r"|relinquish\w*|oppos\w+|forb\w+|prohibit\w*|disagree\w*|exclud\w+|avoid\w*|except|false|untrue|myth)\b",
    re.I,
)
# What makes a denial no narrower.
_WIDE = frozenset("yet far ever anyone anybody anything else single made given done".split())
_THIN = frozenset("like one does thing way such much many good new".split())
# What is told beside, and denied of nobody.
_LESS = frozenset(("without", "instead of", "rather than", "far from"))
_NONE_OF = re.compile(r"\bnone\sof\b", re.I)


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
        if denied_roots(claim) & denied_roots(sentence):
            continue  # both deny it
        for mine, its in _both(claim, sentence):
            if {mine.denied, its.denied} & _LESS or (is_noun(mine) and mine.low != its.low):
                continue
            if bool(mine.denied) == bool(its.denied):
                planned = ahead(sentence) and not ahead(claim)
                affirmed |= {mine.root} if near.core >= MIN_AFFIRMED and not planned else set()
            elif comparable(claim, sentence) and _contradicts(claim, near, mine, its):
                found.setdefault(mine.root, Contrary(_said(mine), _said(its), near, denied=True))
    return next((c for word, c in found.items() if word not in affirmed), None)


def _contradicts(claim: str, near: Near, mine: Token, its: Token) -> bool:
    """Is what one of the two denies what the other tells, and nothing narrower?"""
    sentence = near.spoken.sentence
    if its.low in _THIN or mine.low in _THIN:
        return False
    if mine.denied:
        told = denied_there(claim, mine) and tells(sentence, its)
        return (
            told
            and near.core >= CLAIM_CORE
            and not _narrower(claim, mine, sentence)
            and not of_a_part(claim, mine, sentence)
            and not _IMPLICIT.search(sentence)
        )
    if (
        _denies_by(claim, mine)
        or _IMPLICIT.search(claim)
        or of_another(sentence, its, its, claim, CLEAR)
    ):
        return False
    narrower = _narrower(sentence, its, claim)
    if denied_there(sentence, its) and tells(claim, mine):
        return narrower <= 1 and near.core >= VERB_CORE
    with_it = sum(t.root in roots(claim) for t in _denied_with(sentence, its))
    if narrower > 1:
        return False
    one = its.denied in _NONE and a_single(claim, mine)
    if one or contrasted(sentence, its, claim, mine):
        return near.core >= VERB_CORE
    enough = VERB_CORE if with_it > 1 and not narrower else NOUN_CORE
    return with_it > narrower and near.core >= enough and some(claim, mine)


def _denies_by(text: str, of: Token) -> bool:
    """Is anything denied in the stretch between commas in which a word stands?"""
    return any(t.denied for t in stretch(text, of))


def _narrower(text: str, of: Token, other: str) -> int:
    """How many words are denied with it that the other text has not.

    That there was no second count leaves a first.
    """
    had = roots(other) | _WIDE
    return sum(t.root not in had and t.low not in had for t in _denied_with(text, of))


def _denied_with(text: str, of: Token) -> Iterator[Token]:
    read = tokens(text)
    i = place(read, of)
    for way in (reversed(read[:i]), read[i:]):
        yield from filter(carries, takewhile(lambda t: t.denied == of.denied, way))


def _both(claim: str, sentence: str) -> Iterator[tuple[Token, Token]]:
    """The words of the claim that the sentence has too, names aside, with the sentence's."""
    ours = tuple(_told(claim))
    for its in _told(sentence):
        yield from ((mine, its) for mine in ours if mine.root == its.root)


def _told(text: str) -> Iterator[Token]:
    """The words of a text that are affirmed, and of those that are denied the first."""
    last = ""
    for t in tokens(text):
        if not carries(t) or t.name or not t.low.isalpha():
            continue
        if not t.denied or t.denied != last or t.denied == "no" or _NONE_OF.search(text):
            yield t
        last = t.denied


def _said(token: Token) -> str:
    return f"{token.denied} … {token.low}" if token.denied else token.low
