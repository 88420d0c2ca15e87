"""Which words of a passage the claim does not have, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\w+(?:[.,'’:/-]\w+)*", re.UNICODE)
_NUMBER = re.compile(r"\d")
# Words that carry no news of their own; a difference in them is not worth an eye.
_PLAIN = frozenset(
    """a about above across after again all also am an and any are as at be been before being both
    but by can could did do does for from further had has have he her here hers him his how i if in
    into is it its itself may me might more most must my of off on once one onto or other our out
    over own same shall she should so some such than that the their them then there these they this
    those through to too under until up upon us very was we were what when where which while who
    whom whose why will with within would you your said says say told""".split()
)
_TURNS = frozenset("no not never none nobody nor neither without denied denies refused".split())
# With more of its words new than this, a passage is about more than the claim: then only
# numbers, names and negations are marked, or everything would be.
MOSTLY_NEW = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `differs` where the other side has no such word."""

    text: str
    differs: bool = False


def marked(passage: str, claim: str) -> tuple[Piece, ...]:
    """The passage in pieces, its differing words marked. The texts join to the passage."""
    words = list(_WORD.finditer(passage))
    known = _stems(claim)
    new = [w for w in words if _telling(w.group()) and _stem(w.group()) not in known]
    telling = sum(1 for w in words if _telling(w.group()))
    if telling and len(new) / telling > MOSTLY_NEW:
        new = [w for w in new if _strong(w, passage)]
    return _pieces(passage, [w.span() for w in new])


def missing(passage: str, claim: str) -> tuple[str, ...]:
    """The claim's telling words that the passage does not have, in the claim's order, once."""
    known = _stems(passage)
    found = (w.group() for w in _WORD.finditer(claim))
    return tuple(dict.fromkeys(w for w in found if _telling(w) and _stem(w) not in known))


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(w) for w in _WORD.findall(text))


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    """A crude common form, so that an ending is not taken for a difference."""
    low = word.casefold().replace("’", "'").removesuffix("'s").replace(",", "")
    if _NUMBER.search(low) or len(low) < 5:
        return low
    for ending in ("ations", "ation", "ing", "ies", "ied", "ed", "es", "s", "y", "e"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


@lru_cache(maxsize=65_536)
def _telling(word: str) -> bool:
    low = word.casefold()
    if word == "May":  # the month, or at a sentence's start a verb that then marks too much
        return True
    return low in _TURNS or bool(_NUMBER.search(low)) or (len(low) > 1 and low not in _PLAIN)


def _strong(word: re.Match[str], passage: str) -> bool:
    """A number, a negation, or a name (a capital that no sentence's beginning explains)."""
    text = word.group()
    if _NUMBER.search(text) or text.casefold() in _TURNS:
        return True
    before = passage[: word.start()].rstrip(" \n\t\"'“‘([")
    return text[0].isupper() and bool(before) and before[-1] not in ".!?:"


def _pieces(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """Neighbouring marked words with only blanks between them become one piece."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    pieces, at = [], 0
    for start, end in joined:
        pieces += [Piece(text[at:start]), Piece(text[start:end], True)]
        at = end
    pieces.append(Piece(text[at:]))
    return tuple(p for p in pieces if p.text)
