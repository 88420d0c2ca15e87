"""How votes were cast: "voted by six to three for it" against "rejected by six votes to three"."""

from __future__ import annotations

import re
from functools import lru_cache

from verify.checkers.outcomes_matter import Near, Time, nearest
from verify.checkers.outcomes_opposite import Contrary
from verify.checkers.outcomes_text import endings
from verify.types import Passage

LEAST_NEAR = 0.15  # of a sentence with the very votes
MIN_NEAR = 0.4
_COUNT = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|no|none)"
)
_TO = re.compile(
    rf"(?<![-\w])(?P<a>{_COUNT})(?:\s(?:votes?|ayes))?\s?(?:to|-|–)\s?(?P<b>{_COUNT})\b", re.I
)
_MANY = r"(?:per\scent\s|percent\s|votes?\s|of\sthe\svotes\s|members?\s|ayes\b|nays\b)*"
_FOR = re.compile(
    rf"(?<![-\w])(?P<a>{_COUNT})\s{_MANY}(?:(?:were\s|vot(?:ed|ing)\s)?(?:in\sfavou?r|for)\b|ayes)[^.;]{{0,30}}?"
    rf"\b(?P<b>{_COUNT})\s{_MANY}(?:against|opposed|nays)",
    re.I,
)
_AGAINST = re.compile(
    rf"(?<![-\w])(?P<b>(?!no\b|none\b){_COUNT})\s{_MANY}(?:voted\s|were\s)?against\b"
    r"|\b(?:dissent\w*|narrow\smajority|by\sa\smajority)\b",
    re.I,
)
_UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b|\bwithout\sa\s(?:dissenting|single)\sv\w+", re.I)
_NOT_UNANIMOUS = re.compile(r"\b(?:not|never|n[’']t)\s(?:\w+\s){0,2}?unanimous\w*")
_BY = re.compile(rf"\bby\s(?P<a>{_COUNT})(?:\svotes)?\sto\s(?P<b>{_COUNT})\b", re.I)
_BALLOT = re.compile(
    r"\b(?:vot\w+|found|ruled|held|decided|motion|moved|carried|ballot|approv\w+|reject\w+|defeated|passed)",
    re.I,
)
_TO_REFUSE = re.compile(
    r"\b(?:mov|mot|vot|resol|recommend)\w*\b[^.;]{0,90}?\b(?:to|that)\s(?:\w+\s){0,6}?(?:be\s)?"
    r"(?:den(?:y|ied)|reject\w*|refus\w+|declin\w+|dismiss\w*|oppos\w+|block\w*|turn(?:ed)?\sdown"
    r"|throw\w*\sout|veto\w*|against)\b",
    re.I,
)
_LOST = re.compile(r"\b(?:fail(?:s|ed)|lost|fell|falls|defeated|not\scarried)\b", re.I)
_CARRIED = re.compile(
    r"\b(?:carried|passed|adopted|agreed)\b|\bvot\w+\b[^.;]{0,40}?\sto\s[a-z]", re.I
)
_WORDS = {
    w: float(n)
    for n, w in enumerate(
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"none": 0.0}


def counted_otherwise(claim: str, passages: tuple[Passage, ...], when: Time) -> Contrary | None:
    """The sentence by which the claim's vote went the other way, or was not unanimous."""
    ours, all_for = tally(claim), _UNANIMOUS.search(claim)
    if (ours is None and all_for is None) or _NOT_UNANIMOUS.search(claim):
        return None
    for near in nearest(claim, frozenset(), passages, when):
        if near.near < LEAST_NEAR or near.dated:
            continue
        sentence = near.spoken.sentence
        if all_for:
            against = _AGAINST.search(sentence) or _divided(sentence)
            if same := _UNANIMOUS.search(sentence):
                against = _NOT_UNANIMOUS.search(sentence)
                if against is None or same.start() < against.start():
                    return None
            if against and near.near >= MIN_NEAR:
                return Contrary(all_for.group(), against.group(), near)
        elif ours and (other := _other_way(claim, ours, near)):
            return Contrary(ours[2], other, near)
    return None


def _divided(sentence: str) -> re.Match[str] | None:
    """ "Ruled by three to two"."""
    votes = _BY.search(sentence) if _BALLOT.search(sentence) else None
    return votes if votes and _number(votes["b"]) else None


def _other_way(claim: str, ours: tuple[float, float, str], near: Near) -> str:
    """The sentence's words by which the same count meant the contrary; "" if none."""
    sentence, before = near.spoken.sentence, near.spoken.before
    theirs = tally(sentence)
    if theirs is None or set(ours[:2]) != set(theirs[:2]):
        return ""
    # What was moved may stand in the sentence before: "To deny the permit. Carried, 5-2."
    stretch = sentence if tally(before) else f"{before} {sentence}"
    mine, was = _went(claim, claim), _went(sentence, stretch)
    return theirs[2] if mine is not None and was is not None and was != mine else ""


def _went(sentence: str, stretch: str) -> bool | None:
    """Did it pass? None where the text does not say, or says both."""
    if (found := _FOR.search(sentence)) and (votes := tally(sentence)) and found:
        return votes[0] > votes[1]
    lost = bool(_LOST.search(sentence))
    if _TO_REFUSE.search(stretch):
        return lost
    said = {bool(e.denied) == bool(e.side.pole) for e in endings(sentence) if e.side.axis == 1}
    if len(said) == 1:
        return said.pop()
    return None if said else False if lost else True if _CARRIED.search(sentence) else None


@lru_cache(maxsize=2048)
def tally(text: str) -> tuple[float, float, str] | None:
    """The votes for and against of a text, as "six to three" has them, with its words."""
    found = _FOR.search(text) or (_TO.search(text) if _BALLOT.search(text) else None)
    if found is None:
        return None
    a, b = _number(found["a"]), _number(found["b"])
    return None if a is None or b is None or a == b else (a, b, found.group())


def _number(text: str) -> float | None:
    low = text.lower().rstrip(",.")
    try:
        return _WORDS[low] if low in _WORDS else float(low.replace(",", ""))
    except ValueError:
        return None
