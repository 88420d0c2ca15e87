"""Does a sentence speak of a claim's matter, though it is worded differently?

The claim's words are looked for in the sentence, in the ones beside it, and among the page's
names; a word that few of the pages have tells more.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from verify.checkers.dates_read import DAY_NAMES
from verify.checkers.full_names import runs
from verify.checkers.matter import KEPT
from verify.checkers.outcomes_text import Token, carries, page_roots, root, roots, tokens
from verify.checkers.readings import sentences
from verify.checkers.timing import days_apart
from verify.checkers.wording import read_words, sentence_spans, stem
from verify.types import Document, Passage

BESIDE = 0.7  # what a word counts that stands in the sentence before or behind
ON_THE_PAGE = 0.5  # and one elsewhere in the passage, and a name elsewhere on the page
OLD = 300  # days: a page so much older tells of another time, where the claim has no year
MOST_OF_A_SENTENCE = 1000  # characters: what is longer is a list or a table
_DAY = re.compile(r"[0-3]?\d")
# What tells of something near but different.
_ANOTHER = re.compile(
    r"\b(?:another|earlier|previous(?:ly)?|separate|rival|similar|smaller|larger|unlike|predecessor)\b",
    re.I,
)
_THIN = frozenset(
    "near outside after before during despite since around beside below above".split()
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Time:
    """The day of the article, and the years that it names where the claim stands."""

    on: date | None
    years: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence of a page, with those beside it."""

    sentence: str
    before: str
    behind: str
    document: Document
    passage: str = ""

    @property
    def around(self) -> str:
        """The sentence between those beside it."""
        return f"{self.before} {self.sentence} {self.behind}"


@dataclass(frozen=True, slots=True)
class Near:
    """How much of the claim stands in the sentence (`core`), and with what is around (`near`).

    `dated`: the sentence gives a year of its own, the claim none.
    """

    spoken: Spoken
    core: float
    near: float
    dated: bool = False


@lru_cache(maxsize=KEPT)
def spoken(passages: tuple[Passage, ...]) -> tuple[Spoken, ...]:
    """The sentences of the passages, each once."""
    found: dict[tuple[str, str], Spoken] = {}
    for p in passages:
        said = [s for s in sentences(p) if len(s) <= MOST_OF_A_SENTENCE]
        for i, s in enumerate(said):
            before = said[i - 1] if i else _last_before(p)
            behind = said[i + 1] if i + 1 < len(said) else _first_behind(p)
            found.setdefault((s, p.document.url), Spoken(s, before, behind, p.document, p.text))
    return tuple(found.values())


def _last_before(passage: Passage) -> str:
    """The sentence of the page before a passage; its title where there is none."""
    text = passage.document.text[max(0, passage.start - MOST_OF_A_SENTENCE) : passage.start]
    spans = sentence_spans(text.rstrip())
    return text[slice(*spans[-1])] if spans else passage.document.title


def _first_behind(passage: Passage) -> str:
    text = passage.document.text[passage.end : passage.end + MOST_OF_A_SENTENCE].lstrip()
    spans = sentence_spans(text)
    return text[slice(*spans[0])] if spans else ""


@lru_cache(maxsize=KEPT)
def _weights(passages: tuple[Passage, ...]) -> dict[str, float]:
    """What a word counts, by how few of the pages have it."""
    pages = {id(p.document): p.document for p in passages}.values()
    held: dict[str, int] = {}
    for page in pages:
        for word in page_roots(page.title, page.text):
            held[word] = held.get(word, 0) + 1
    return {w: math.log(1 + (len(pages) + 1) / (n + 1)) for w, n in held.items()}


@lru_cache(maxsize=256)
def _page_names(title: str, text: str) -> frozenset[str]:
    return frozenset(root(w.stem) for s in (title, text) for w in read_words(s) if w.name)


@lru_cache(maxsize=1024)
def asked(claim: str) -> frozenset[str]:
    """The claim's words that carry its meaning, dates aside."""
    read = tokens(claim)
    dated = any(t.low in DAY_NAMES for t in read)
    return frozenset(t.root for t in read if carries(t) and not _of_a_date(t, dated=dated))


def _of_a_date(token: Token, *, dated: bool) -> bool:
    """Does a word tell of when or where only?"""
    if token.low in _THIN:
        return True
    day = dated and _DAY.fullmatch(token.low)
    return bool(day) or token.low in DAY_NAMES or bool(_YEAR.fullmatch(token.low))


@lru_cache(maxsize=64)
def nearest(
    claim: str, leaving: frozenset[str], passages: tuple[Passage, ...], when: Time
) -> tuple[Near, ...]:
    """The sentences of the claim's time, with how near they are, the nearest first."""
    wanted = asked(claim) - leaving
    weights = _weights(passages)
    most = math.log(1 + (len({id(p.document) for p in passages}) + 1) / 2)
    whole = sum(weights.get(w, most) for w in wanted)
    if not whole:
        return ()
    in_order = tuple(sorted(wanted))  # so that a sum is the same at every run
    named = {
        t.root for t in tokens(claim)[1:] if t.name and not leaving & _page_names("", claim)
    } & wanted
    found = [
        _near(s, in_order, weights, dated=_long_ago(claim, s, when))
        for s in spoken(passages)
        if one_time(claim, s, when)
        and not another_of_that_kind(claim, s.sentence)
        and (not named or named & _page_names(s.document.title, s.document.text))
    ]
    shares = [Near(n.spoken, n.core / whole, n.near / whole, n.dated) for n in found]
    return tuple(sorted(shares, key=lambda n: n.core + n.near, reverse=True))


def _near(of: Spoken, wanted: tuple[str, ...], weights: dict[str, float], *, dated: bool) -> Near:
    here = roots(of.sentence)
    beside = roots(of.before) | roots(of.behind)
    page = _page_names(of.document.title, of.document.text)
    stretch = roots(of.passage)
    core = near = 0.0
    for word in wanted:
        weight = weights.get(word, 0.0)
        if word in here:
            core += weight
            near += weight
        elif word in beside:
            near += weight * BESIDE
        elif word in stretch or word in page:
            near += weight * ON_THE_PAGE
    return Near(of, core, near, dated)


def one_time(claim: str, of: Spoken, when: Time) -> bool:
    """Can the sentence tell of the claim's time? Years tell, and the day of the page."""
    ours, theirs = years(claim), years(of.sentence)
    published = of.document.published
    if ours and theirs:
        return bool(ours & theirs)
    apart = days_apart(of.document, when.on)
    if ours:
        return published is None or str(published.value.last.year) >= min(ours)
    if published and str(published.value.last.year) in when.years:
        return True
    return bool(theirs) or apart is None or abs(apart) <= OLD


def _long_ago(claim: str, of: Spoken, when: Time) -> bool:
    """Does it tell of another thing, or, where the claim has no year, of another year?"""
    theirs = years(of.sentence)
    if _ANOTHER.search(of.sentence) and not _ANOTHER.search(claim):
        return True
    if years(claim) or not theirs or theirs & when.years or when.on is None:
        return False
    return all(abs(int(y) - when.on.year) > 1 for y in theirs)


@lru_cache(maxsize=4096)
def years(text: str) -> frozenset[str]:
    """The years that a text names."""
    return frozenset(_YEAR.findall(text))


def another_of_that_kind(claim: str, sentence: str) -> bool:
    """Does the sentence name another of a kind that the claim names: Gull Hill for Crow Hill?"""
    theirs = [r for r in _runs(sentence) if len(r) > 1]
    return any(
        len(ours) > 1 and ours[-1] == r[-1] and not set(ours[:-1]) & roots(sentence)
        for ours in _runs(claim)
        for r in theirs
    )


@lru_cache(maxsize=4096)
def _runs(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(root(stem(p)) for p in parts) for parts in runs(text))
