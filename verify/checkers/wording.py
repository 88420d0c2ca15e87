"""Words with their spans, a light stemmer, sentences: what the checkers read texts with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.]*\d|\d")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-ZÀ-Ý0-9])|\n+")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Jr|Sr|Inc|Ltd|Co|Corp|vs|No|Jan|Feb"
    r"|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|Rs|Hon|Rev|etc|e\.g|i\.e)|\b[A-Z])\.$"
)

STOP = frozenset(
    "a an the this that these those there it its he she they we you i his her their our your my me"
    " him them us who whom whose which what and or but nor so as of in on at by for from to with"
    " into onto upon is are was were be been being am has have had having do does did done will"
    " would shall than then also too very just about over under more most less least some any"
    " such own same s t about around nearly almost approximately roughly up out off said says say"
    " according told people's during within while where when if not no only per each both".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text with its span, its stem, and whether it is written as a name."""

    start: int
    end: int
    stem: str
    name: bool


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A light English stem: plural, -ed and -ing endings off, possessive off.

    >>> stem("Companies"), stem("killed"), stem("Pakistan's"), stem("exceeds")
    ('company', 'kill', 'pakistan', 'exceed')
    """
    low = word.lower().replace("’", "'")
    low = low[:-2] if low.endswith("'s") else low.rstrip("'")
    if low == "found":
        return "find"  # not "founded"
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    if len(low) > 4 and low.endswith(("sses", "ches", "shes", "xes")):
        return low[:-2]
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    for ending in ("ing", "ed"):
        if len(low) > len(ending) + 3 and low.endswith(ending) and not low.endswith("ceed"):
            return low[: -len(ending)].rstrip("e")
    return low.rstrip("e") if len(low) > 4 else low


def read_words(text: str) -> Iterator[Word]:
    """The words of a text in reading order, kept nowhere: for whole pages."""
    for m in WORD.finditer(text):
        yield Word(m.start(), m.end(), stem(m.group()), m.group()[0].isupper())


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text in reading order. Numbers in digits are words too."""
    return tuple(read_words(text))


@lru_cache(maxsize=256)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's words; of an article's whole text, read once for all its claims."""
    return frozenset(w.stem for w in read_words(text))


@lru_cache(maxsize=2048)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences of a text: a cheap split that knows common abbreviations."""
    spans: list[tuple[int, int]] = []
    start = 0
    for gap in SENTENCE_END.finditer(text):
        if "\n" not in gap.group() and ABBREVIATION.search(text[start : gap.start()]):
            continue
        if text[start : gap.start()].strip():
            spans.append((start, gap.start()))
        start = gap.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return tuple(spans)


def windows(text: str, anchor: re.Pattern[str], before: int, after: int) -> list[tuple[int, int]]:
    """Spans around every hit of a cheap pattern, merged, cut at blanks: where a dear one looks."""
    spans: list[tuple[int, int]] = []
    for hit in anchor.finditer(text):
        if spans and hit.start() - before <= spans[-1][1]:
            spans[-1] = (spans[-1][0], hit.end() + after)
        else:
            spans.append((max(0, hit.start() - before), hit.end() + after))
    size = len(text)
    ends = [(a, size if b >= size else (text.find(" ", b) + 1 or size + 1) - 1) for a, b in spans]
    return [(text.rfind(" ", 0, a) + 1 if a else 0, b) for a, b in ends]


def tidy(text: str) -> str:
    """A text with single blanks; thin and fixed ones are kept, for they join digits."""
    return re.sub(r"[ \t\n\r\f\v]+", " ", text).strip()


# A sentence that asks, or that reports a claim in order to deny it, states nothing.
_DOUBTED = re.compile(
    r"\b(?:false|fake|hoax|debunk\w*|misleading|untrue|no evidence|not true|fact[- ]check\w*"
    r"|rumou?rs?|satir\w+|fabricated|baseless|unfounded|myth|incorrect\w*)\b",
    re.I,
)


def states(sentence: str) -> bool:
    """Does the sentence state something? Questions and denials do not."""
    bare = sentence.rstrip(" \"'”’)")
    return not bare.endswith("?") and not bare.startswith(("Q:", "Claim:", "CLAIM"))


def doubted(text: str) -> bool:
    """Does a text speak of falsehood, so that what it repeats may be what it denies?"""
    return bool(_DOUBTED.search(text))
