"""A person whom no page knows by that name, and whom a page calls otherwise.

"Simon Kade, who heads the institute" beside "the institute's director, Samuel Kade". Noted only
where no page has the article's name and the article not the page's, half of the name is the same,
and both are spoken of in the same words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from rapidfuzz import fuzz

from verify.checkers.full_names import runs
from verify.checkers.names import parse, same_word
from verify.checkers.numbers import note
from verify.checkers.outcomes_text import roots
from verify.checkers.wording import STOP, read_words, sentence_spans, stem, tidy
from verify.ports import Case
from verify.types import Claim, Finding

NAME = "events"  # to a reader another name is that, whichever checker finds it
LIKE = 85.0  # per cent, from which two words may be one name in two spellings
LETTERS = 3  # of a word that may be a name
SHARED = 2  # words that are said of both
MOST_PAGES = 40
# Half of the name of a thing or a place, which many have: "Mercer County", "New York".
_OF_THINGS = frozenset(
    "county city town street road avenue square river lake mountain island islands park beach bay"
    " port fort mount university college school institute hospital church airport station bridge"
    " tower bank company group party club records press news times awards finals cup league series"
    " committee council court ministry department office union association agency day week night"
    " despite does did every all both like unlike during among around"  # which begin a sentence
    " show festival act bill new old north south east west northern southern eastern western upper"
    " lower great grand royal national san santa saint los las el united central".split()
)


@dataclass(frozen=True, slots=True)
class Called:
    """A person's name in full, with the sentence that has it."""

    words: tuple[str, ...]  # first name and surname, folded
    name: str
    sentence: str


class Misnamed:
    """Another name of the same person: a note of `events`, `another_name`."""

    name = NAME

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """One note at most, where the article first has the name. Never raises on any text."""
        documents = case.documents[:MOST_PAGES]
        ours = _words(case.article.text)
        for who in _first_told(claim, case.article.text):
            if any(set(who.words) <= _words(d.text) for d in documents):
                continue
            pages = frozenset[str]().union(*(_words(d.text) for d in documents))
            found = (
                (d, c)
                for d in documents
                for c in _called(d.text)
                if _rivals(who, c, ours, pages) and _told_of(claim.text, c)
            )
            if first := next(found, None):
                document, other = first
                said = f"The claim names “{who.name}”; the source “{other.name}”."
                return [note(NAME, said, other.sentence, document, "another_name")]
        return []


def _first_told(claim: Claim, article: str) -> Iterator[Called]:
    """The names that the article has for the first time in the claim's words."""
    low, high = claim.span
    placed = _placed(article)
    first, last = (bisect_left(placed, at, key=itemgetter(0)) for at in (low, high))
    for _, called in placed[first:last]:
        if called.name in claim.text:
            yield called


# An article of a thousand names has as many claims: each looks only at those in its own words.
@lru_cache(maxsize=4)
def _placed(text: str) -> tuple[tuple[int, Called], ...]:
    """The names of a text by where each first stands."""
    return tuple(sorted(((text.find(c.name), c) for c in _called(text)), key=itemgetter(0)))


def _rivals(one: Called, other: Called, ours: frozenset[str], pages: frozenset[str]) -> bool:
    """Do two names share one half, the article not having the other's, and what is said too?

    Of one surname, a first name that the pages have may be a relative's.
    """
    same = [same_word(a, b) for a, b in zip(one.words, other.words, strict=True)]
    if sum(same) != 1:
        return False
    mine, theirs = one.words[same.index(False)], other.words[same.index(False)]
    if (same[1] and mine in pages) or _OF_THINGS & {*one.words, *other.words}:
        return False
    if theirs in ours or fuzz.ratio(mine, theirs) >= LIKE or min(len(mine), len(theirs)) < LETTERS:
        return False
    return len(_told_of(one.sentence, other) - roots(one.name)) >= SHARED


def _told_of(text: str, other: Called) -> frozenset[str]:
    """The words that a text has in common with what is said of somebody."""
    return (roots(text) & roots(other.sentence)) - roots(other.name)


@lru_cache(maxsize=64)
def _called(text: str) -> tuple[Called, ...]:
    """The names of two words of a text, each where it first stands."""
    found: dict[tuple[str, ...], Called] = {}
    for start, end in sentence_spans(text):
        sentence = tidy(text[start:end])
        for run in runs(sentence):
            words = parse(" ".join(run)).words
            if len(run) == len(words) == 2 and not any(stem(w) in STOP for w in words):
                found.setdefault(words, Called(words, " ".join(run), sentence))
    return tuple(found.values())


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    return frozenset(
        w for word in read_words(text) for w in parse(text[word.start : word.end]).words
    )
