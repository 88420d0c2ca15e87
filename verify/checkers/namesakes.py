"""Pages about another of the same name: "Ann Lee (rower)" beside "Ann Lee", of whom the article is.

A mark in brackets tells only where both pages are among the evidence, and the article has no word
of it. Pages of "Ann Leigh", and of the women's race where the article knows no women, tell alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from verify.checkers.full_names import runs
from verify.checkers.names import fold, same_word, transliterates
from verify.checkers.names_short import GROUPS
from verify.checkers.wording import stem, stems, words
from verify.types import Document

MIN_NEAR = 75  # of 100: "Odell" and "Odum" are not near, "Lorenz" and "Lorentz" are
_MARKED = re.compile(r"(?P<name>[^()]+?)\s\((?P<mark>[^()]+)\)\s*")
_DIVISION = re.compile(
    r"\b(?P<who>women|men|girls|boys|ladies|juniors?|under-\d\d|u\d\d)(?:[’']s?)?\s(?P<of>[\w-]+)",
    re.I,
)


def namesakes(claim: str, article: str, documents: Sequence[Document]) -> tuple[Document, ...]:
    """The pages that are about another of a name of the claim's."""
    every = tuple(dict.fromkeys(documents))
    context = stems(claim) | stems(article)
    asked = next(runs(claim), ())
    marked = set(_marked(claim, context, every))
    return tuple(
        d for d in every if d in marked or _divided(d.title, context) or _near_name(asked, d)
    )


def _marked(
    claim: str, context: frozenset[str], documents: Sequence[Document]
) -> Iterator[Document]:
    """Those whose title has a mark that does not fit, where another page's name does."""
    asked = stems(claim)
    found: list[Document] = []
    meant: set[str] = set()  # names of which a page that fits the article is there
    for document in documents:
        marked = _MARKED.fullmatch(document.title)
        name = marked["name"] if marked else document.title.strip()
        if marked and not {w.stem for w in words(marked["mark"])} & context:
            found.append(document)
        else:
            meant.add(name)
    return (d for d in found if (name := d.title.split(" (")[0]) in meant and _named(name, asked))


def _named(name: str, asked: frozenset[str]) -> bool:
    """Does the claim have the name's last word, and is that written as a name?"""
    last = words(name)[-1:]
    return any(w.name and w.stem in asked for w in last)


def _divided(title: str, context: frozenset[str]) -> bool:
    """Is the page about the women's, or juniors', of what the article has without such a word?"""
    found = _DIVISION.search(title)
    return found is not None and stem(found["who"]) not in context and stem(found["of"]) in context


def _near_name(asked: Sequence[str], document: Document) -> bool:
    """Does the page, which never has the claim's first full name, have one that is like it?"""
    if len(asked) < 2:
        return False
    first, last = map(fold, asked[-2:])
    there, told = _folded(document.text)
    return any(
        (one == first and last not in told and _only_near(last, two))
        or (two == last and first not in told and one in GROUPS and not same_word(one, first))
        for one, two in there
    )


@lru_cache(maxsize=256)
def _folded(text: str) -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """The last two words of each name of a page, and all its words: the same for every claim."""
    there = frozenset((fold(run[-2]), fold(run[-1])) for run in runs(text) if len(run) > 1)
    return there, frozenset(fold(text).split())


def _only_near(one: str, two: str) -> bool:
    return one != two and not transliterates(one, two) and fuzz.ratio(one, two) >= MIN_NEAR
