"""Does a page's sentence speak of what a figure of the claim is about, in its own words?

Weighed by how rare the claim's words are on the pages: the sentence, the one before and after
it, the page's title and publisher are read, and the words right beside both figures.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from verify.checkers.figures_alike import MIN_ROOT, alike, rows, told
from verify.checkers.figures_read import Figure, figures
from verify.checkers.senses import sense
from verify.checkers.wording import STOP, sentence_spans, states, tidy, words
from verify.types import Document

BESIDE = 45  # letters from a figure within which a word stands beside it
CLOSE = 16  # and within which right at it
UNSEEN = 0.5  # what a plain word counts that no page has
FAR = 0.5  # what a claim's word counts that does not
ROUND = 0.5  # what a word counts that stands not in the sentence but round it
IDLE = 0.3  # what a word counts that tells of anything
FEW = 6  # words: a sentence of so few leaves its matter to those round it
LONGEST = 60_000  # letters of a page that are read
_IDLE = frozenset(
    "new year month week day time last first next late early later earlier also however make take"
    " get give go come become one two three many much still now already since after before mr mrs"
    " ms dr back end part number amount total million billion thousand".split()
)


@dataclass(frozen=True, slots=True)
class Content:
    """A word that carries meaning, as `sense` gives it, with its place and how it is written."""

    at: int
    end: int
    meaning: str
    name: bool


class Bag:
    """Words of a text, asked how well they stand for another."""

    __slots__ = ("roots", "rows", "words")

    def __init__(self, meanings: Iterable[str]) -> None:
        self.words = frozenset(meanings)
        self.rows = frozenset().union(*map(rows, self.words))
        self.roots: dict[str, list[str]] = {}
        for word in self.words:
            self.roots.setdefault(word[:MIN_ROOT], []).append(word)

    def has(self, word: str) -> float:
        """0–1: the word itself, one of its family, or one that may be said of the same."""
        if word in self.words:
            return 1.0
        family = max((alike(word, o) for o in self.roots.get(word[:MIN_ROOT], ())), default=0.0)
        return max(family, 0.8 if not self.rows.isdisjoint(rows(word)) else 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A sentence with figures and what stands round it."""

    text: str
    figures: tuple[Figure, ...]
    content: tuple[Content, ...]
    inside: Bag
    round: Bag
    beside: tuple[Bag, ...]  # for each figure
    near: tuple[Figure, ...]  # its figures and those of the sentences before and after
    around: str  # these three sentences


@lru_cache(maxsize=4096)
def content(text: str, day: date | None = None) -> tuple[Content, ...]:
    """The words of a text that carry its meaning, figures aside."""
    spans = [(f.start, f.end) for f in figures(text, day)]
    every = words(text)
    # The first word is written large, whatever it is.
    first = bool(every) and every[0].name and not any(w.name for w in every[1:2])
    return tuple(
        Content(w.start, w.end, sense(w.stem), w.name and not (first and w is every[0]))
        for w in every
        if w.stem not in STOP
        and len(w.stem) > 1
        and not w.stem[0].isdigit()
        and not any(a <= w.start < b for a, b in spans)
    )


@lru_cache(maxsize=48)  # the pages of one article
def spots(heading: str, text: str, day: date | None) -> tuple[Spot, ...]:
    """The sentences of a page that give a figure; `heading` is its title and publisher."""
    cut = [tidy(text[a:b]) for a, b in sentence_spans(text[:LONGEST])]
    found: list[Spot] = []
    for i, sentence in enumerate(cut):
        given = figures(sentence, day)
        if given and states(sentence):
            three = cut[max(0, i - 1) : i + 2]
            inside = content(sentence, day)
            near = [_near(sentence, inside, f) for f in given]
            found.append(
                Spot(
                    sentence,
                    given,
                    inside,
                    Bag(c.meaning for c in inside),
                    Bag(m for s in (heading, *three) if s is not sentence for m in _meanings(s)),
                    tuple(near),
                    tuple(f for s in three for f in figures(s, day)),
                    " ".join(three),
                )
            )
    return tuple(found)


@lru_cache(maxsize=4096)
def _meanings(text: str) -> frozenset[str]:
    return frozenset(c.meaning for c in content(text))


def _near(text: str, inside: tuple[Content, ...], figure: Figure) -> Bag:
    return Bag(c.meaning for c in inside if _apart(c, figure, text) <= BESIDE)


@lru_cache(maxsize=4)
def rarity(documents: tuple[Document, ...]) -> Mapping[str, float]:
    """How much a word of the pages tells: the fewer sentences have it, the more."""
    seen: Counter[str] = Counter()
    total = 1
    for document in documents:
        for start, end in sentence_spans(document.text[:LONGEST]):
            total += 1
            seen.update(_meanings(document.text[start:end]))
    found = {word: math.log((total + 1) / (count + 0.5)) for word, count in seen.items()}
    return found | {"": math.log(2 * (total + 1))}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim's word, how much it tells, and how near the figure it stands."""

    meaning: str
    weight: float
    name: bool
    beside: bool
    close: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What a figure of a claim is said of."""

    words: tuple[Weighed, ...]
    known: Bag  # what they mean
    rare: Mapping[str, float]


def asked_of(text: str, figure: Figure, rare: Mapping[str, float], day: date | None) -> Asked:
    """The claim's words as they bear on one of its figures."""
    best: dict[str, Weighed] = {}
    for word in content(text, day):
        apart = _apart(word, figure, text)
        beside, close = apart <= BESIDE, apart <= CLOSE
        weight = tells(word.meaning, word.name, rare) * (1 if beside else FAR)
        if word.meaning not in best or best[word.meaning].weight < weight:
            best[word.meaning] = Weighed(word.meaning, weight, word.name, beside, close)
    return Asked(tuple(best.values()), Bag(best), rare)


def tells(meaning: str, name: bool, rare: Mapping[str, float]) -> float:
    """How much a word tells. One that no page has may only be another word for theirs."""
    weight = rare.get(meaning, rare[""] * (1 if name else UNSEEN))
    return weight * (IDLE if meaning in _IDLE else 1)


_CLAUSE = re.compile(
    r"[;()]|,\s(?:and|but|while|who|which|where|with|whose|after|before)\s"
    r"|,\s(?=[a-z]+ed\s)|\sand\s(?=(?:was|is|were|has|had|in|on|by|from|then|later|will|would|[a-z]+ed)\s)"
)


def _apart(word: Content, figure: Figure, text: str) -> float:
    """The letters between a word and a figure of one clause."""
    ahead = word.at < figure.start
    between = text[word.end : figure.start] if ahead else text[figure.end : word.at]
    return math.inf if len(between) > BESIDE or _CLAUSE.search(between) else len(between)


@dataclass(frozen=True, slots=True)
class Match:
    """How far a sentence has what the claim says of its figure; the shares are 0–1.

    `shared` of all the claim's words, `beside` of those beside both figures, `close` of those
    right at the claim's, `back` of the words beside the page's figure, `named` of the claim's
    names. `hits` counts the plain words beside both; `clash` is set where each says that something
    else happens or is measured.
    """

    shared: float
    beside: float
    close: float
    back: float
    named: float
    hits: int
    clash: bool


def match(asked: Asked, spot: Spot, nth: int) -> Match:
    """The claim's words held against a sentence and the nth of its figures."""
    near, bare = spot.beside[nth], len(spot.content) <= FEW
    every, beside, close, names = _Share(), _Share(), _Share(), _Share()
    hits = 0
    mine: list[bool] = []  # what the claim says that happens: does the page?
    for word in asked.words:
        there = spot.inside.has(word.meaning)
        about = ROUND * spot.round.has(word.meaning) if there < ROUND else 0.0
        every.add(word.weight, max(there, about))
        if word.name:
            names.add(word.weight, max(there, about))
        if word.beside:
            found = max(near.has(word.meaning) if there else 0.0, about if bare else 0.0)
            beside.add(word.weight, found)
            if word.close:
                close.add(word.weight, found)
            hits += found > 0 and not word.name and word.meaning not in _IDLE
            if told(word.meaning) and not word.name:
                mine.append(found > 0)
    back = _Share()
    theirs = False
    for meaning in near.words:
        back.add(tells(meaning, False, asked.rare), asked.known.has(meaning))
        theirs = theirs or told(meaning)
    return Match(
        every.of,
        beside.of,
        close.of,
        back.of,
        names.of if names.total else every.of,
        hits,
        bool(mine) and theirs and not any(mine),
    )


class _Share:
    """How much of what was asked for is there."""

    __slots__ = ("have", "total")

    def __init__(self) -> None:
        self.have = self.total = 0.0

    def add(self, weight: float, found: float) -> None:
        self.total += weight
        self.have += weight * found

    @property
    def of(self) -> float:
        return self.have / self.total if self.total else 0.0
