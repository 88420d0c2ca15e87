"""A quotation laid against a document's words: where it stands, and which words differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz import fuzz

from verify.checkers.quantities_units import WORD_VALUES
from verify.checkers.quotes_read import quotations
from verify.checkers.wording import STOP, stem

# Alignment in per cent of characters below which two texts are not the same utterance.
# benchmarks/quotes: one changed word in a sentence of 8 to 40 words leaves 85 and more.
MIN_NEAR = 80.0
MIN_SHARED = 0.6  # share of the quotation's words a document must have to be aligned at all

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|%")
_BRACKET = re.compile(r"\[[^\]]{0,60}\]")
_ELLIPSIS = re.compile(r"\[?\s?(?:…|\.\s?\.\s?\.\s?\.?)\s?\]?")

_CONTRACTIONS = {
    "n't": "not",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'m": "am",
    "'d": "would",
}
_WHOLE = {"can't": ("can", "not"), "won't": ("will", "not"), "cannot": ("can", "not"),
          "gonna": ("going", "to"), "wanna": ("want", "to"), "%": ("percent",),
          "it's": ("it", "is"), "that's": ("that", "is"), "he's": ("he", "is"),
          "she's": ("she", "is"), "there's": ("there", "is"), "what's": ("what", "is"),
          "let's": ("let", "us"), "ok": ("okay",), "who's": ("who", "is"),
          # Corpora that set contractions apart: "ca n't", "I 'm".
          "n't": ("not",), "ca": ("can",), "wo": ("will",), "m": ("am",), "re": ("are",),
          "ve": ("have",), "ll": ("will",)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A normalised word and the span it was written in."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=512)
def tokens(text: str) -> tuple[Token, ...]:
    """Words without case, marks and contractions. "can't" and "cannot" are "can not"."""
    found: list[Token] = []
    for match in TOKEN.finditer(text):
        for word in _expanded(match.group().lower().replace("’", "'")):
            found.append(Token(word, match.start(), match.end()))
    return tuple(found)


@lru_cache(maxsize=65536)
def _expanded(word: str) -> tuple[str, ...]:
    if word in _WHOLE:
        return _WHOLE[word]
    for ending, full in _CONTRACTIONS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return (_spelling(word[: -len(ending)]), full)
    return (_spelling(word),)


def _spelling(word: str) -> str:
    """One spelling for British and American forms, and digits for small number words."""
    if word in WORD_VALUES:
        return str(WORD_VALUES[word])
    word = re.sub(r"is(e|ed|es|ing|ation|ations)$", r"iz\1", word) if len(word) > 6 else word
    return re.sub(r"our(s|ed|ing|able|)$", r"or\1", word) if len(word) > 5 else word


@lru_cache(maxsize=512)
def spoken(text: str, *, bare: bool = False) -> tuple[Token, ...]:
    """The words of a text without the "he said" that breaks a quotation in two.

    `bare`: without what stands in square brackets, which an editor put there.
    """
    gaps = [gap for quote in quotations(text) for gap in quote.gaps]
    gaps += [m.span() for m in _BRACKET.finditer(text)] if bare else []
    found = tokens(text)
    if not gaps:
        return found
    return tuple(t for t in found if not any(a <= t.start < b for a, b in gaps))


def segments(quote: str) -> tuple[str, ...]:
    """The runs of words a quotation claims: cut at ellipses and at bracketed insertions."""
    parts = _ELLIPSIS.split(_BRACKET.sub(" … ", quote))
    return tuple(p.strip() for p in parts if TOKEN.search(p))


@dataclass(frozen=True, slots=True)
class Change:
    """Words that differ: what the claim has, what the document has in its place."""

    claim: tuple[str, ...]
    document: tuple[str, ...]
    marked: bool = False  # the claim marks the cut by an ellipsis or brackets
    edge: bool = False  # at an end of the quotation where the document's sentence runs on


@dataclass(frozen=True, slots=True)
class Aligned:
    """A quotation found in a text at `(start, end)`. No `changes`: verbatim."""

    start: int
    end: int
    score: float
    changes: tuple[Change, ...]
    before: tuple[str, ...]  # the document's words before the quotation, in its sentence
    after: tuple[str, ...]


def align(quote: str, text: str) -> Aligned | None:
    """The place of a text that is nearest to a quotation; None where none is near."""
    runs = segments(quote)
    words = [t.word for run in runs for t in tokens(run)]
    if not words:
        return None
    theirs = spoken(text)
    present = {t.word for t in theirs}
    if sum(w in present for w in words) < MIN_SHARED * len(words):
        return None
    ways = [theirs, spoken(text, bare=True)] if "[" in text else [theirs]
    exact = next((f for t in ways if (f := _verbatim(runs, text, t))), None)
    near = (_near(words, text, t, marked=len(runs) > 1) for t in ways)
    return exact or max(filter(None, near), key=lambda f: f.score, default=None)


def _verbatim(runs: Sequence[str], text: str, theirs: tuple[Token, ...]) -> Aligned | None:
    """Every run word for word, in order, the cuts between them within one stretch."""
    line, offsets = _line(theirs)
    position, first, last = 0, -1, -1
    changes: list[Change] = []
    for run in runs:
        needle = " " + " ".join(t.word for t in tokens(run)) + " "
        at = line.find(needle, position)
        if at < 0:
            return None
        begin = offsets[at + 1]
        if last >= 0 and begin > last + 1:
            cut = tuple(t.word for t in theirs[last + 1 : begin])
            if len(cut) > 120:
                return None
            changes.append(Change((), cut, marked=True))
        first = begin if first < 0 else first
        last = begin + needle.count(" ") - 2
        position = at + len(needle) - 1
    before, after = _around(text, theirs, first, last)
    return Aligned(theirs[first].start, theirs[last].end, 100.0, tuple(changes), before, after)


@lru_cache(maxsize=64)
def _line(theirs: tuple[Token, ...]) -> tuple[str, dict[int, int]]:
    """The words as one line, and from each word's place in it to its index."""
    offsets: dict[int, int] = {}
    parts: list[str] = [" "]
    place = 1
    for index, token in enumerate(theirs):
        offsets[place] = index
        parts.append(token.word + " ")
        place += len(token.word) + 1
    return "".join(parts), offsets


def _near(
    words: Sequence[str], text: str, theirs: tuple[Token, ...], *, marked: bool
) -> Aligned | None:
    line, offsets = _line(theirs)
    found = fuzz.partial_ratio_alignment(" ".join(words), line, score_cutoff=MIN_NEAR - 15)
    if found is None:
        return None
    places = sorted(offsets)
    slack = 40  # characters either side: words cut or added shift the window
    inside = [offsets[p] for p in places if found.dest_start - slack <= p <= found.dest_end + slack]
    if not inside:
        return None
    return _trimmed(words, text, theirs, inside[0], inside[-1], marked=marked)


def _trimmed(
    words: Sequence[str], text: str, theirs: tuple[Token, ...], low: int, high: int, *, marked: bool
) -> Aligned | None:
    """The window cut to the words that match, and the words that differ within it."""
    window = [t.word for t in theirs[low : high + 1]]
    matcher = SequenceMatcher(None, list(words), window, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    if not blocks:
        return None
    lead, tail = blocks[0].a, len(words) - blocks[-1].a - blocks[-1].size
    first = max(0, blocks[0].b - lead)
    last = min(len(window) - 1, blocks[-1].b + blocks[-1].size - 1 + tail)
    stretch = window[first : last + 1]
    score = fuzz.ratio(" ".join(words), " ".join(stretch))
    if score < MIN_NEAR:
        return None
    one, two = low + first, low + last
    before, after = _around(text, theirs, one, two)
    open_ends = (bool(before), bool(after))
    changes = tuple(_changes(words, stretch, marked=marked, open_ends=open_ends))
    return Aligned(theirs[one].start, theirs[two].end, score, changes, before, after)


def _changes(
    words: Sequence[str], stretch: Sequence[str], *, marked: bool, open_ends: tuple[bool, bool]
) -> Iterator[Change]:
    """The words that differ; "break down" for "breakdown" is no difference."""
    matcher = SequenceMatcher(None, list(words), list(stretch), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal" or "".join(words[a:b]) == "".join(stretch[c:d]):
            continue
        edge = (a == 0 and open_ends[0]) or (b == len(words) and open_ends[1])
        cut = marked and tag == "insert"
        yield Change(tuple(words[a:b]), tuple(stretch[c:d]), marked=cut, edge=edge)


def _around(
    text: str, theirs: tuple[Token, ...], first: int, last: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Up to four words either side, within the sentence and the quotation marks."""
    before: list[str] = []
    for index in range(first - 1, max(-1, first - 5), -1):
        if re.search(r"[.!?;:“”\"«»\n]", text[theirs[index].end : theirs[index + 1].start]):
            break
        before.insert(0, theirs[index].word)
    after: list[str] = []
    for index in range(last + 1, min(len(theirs), last + 5)):
        if re.search(r"[.!?;:“”\"«»\n]", text[theirs[index - 1].end : theirs[index].start]):
            break
        after.append(theirs[index].word)
    return tuple(before), tuple(after)


# Words whose loss or gain turns a statement, or its strength, into another one.
HEDGES = frozenset(
    "not never no nor neither hardly barely without may might could would should if unless perhaps"
    " maybe probably possibly likely unlikely almost nearly about around roughly partly mostly"
    " often sometimes usually seldom rarely generally allegedly reportedly apparently seemingly"
    " seem seems seemed appear appears appeared suggest suggests believe think guess suppose hope"
    " hopes hoped try tries tried consider considers considered considering offer offered plan"
    " plans planned expect expects expected intend intends attempt attempted propose proposed"
    " least only except but although though potentially virtually practically somewhat relatively"
    " tend tends some few several many most can so-called until".split()
)
_LIGHT = (
    STOP - HEDGES - {"more", "less", "most", "least", "over", "under", "no", "not"}
) | frozenset("um uh er ah well okay oh like really actually you know".split())


_TWO = frozenset(("both", "2"))


def hedges(words: Sequence[str]) -> tuple[str, ...]:
    """The hedging and negating words among some words."""
    return tuple(w for w in words if w in HEDGES)


def weighty(change: Change) -> bool:
    """Does the change alter words that carry meaning (not an article, not an ending)?"""
    sides = change.claim, change.document
    pair = all(_TWO & set(side) for side in sides)  # "both halves" are "the two halves"
    ours, theirs = ([w for w in s if w not in (_LIGHT | _TWO if pair else _LIGHT)] for s in sides)
    return sorted(map(stem, ours)) != sorted(map(stem, theirs))


def weight(change: Change) -> int:
    """How many words that carry meaning a change touches."""
    return max(sum(w not in _LIGHT for w in side) for side in (change.claim, change.document))


def cuts_hedge(change: Change) -> bool:
    """Does the document hedge or negate where the claim does not?"""
    lost = set(hedges(change.document)) - set(hedges(change.claim))
    return bool(lost) and not any(w not in _LIGHT and w not in HEDGES for w in change.claim)
