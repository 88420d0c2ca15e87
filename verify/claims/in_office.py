"""When somebody served, and as what: `is a former mayor of A, serving from 1999 to 2007`."""

from __future__ import annotations

import re

from verify.claims.phrases import word
from verify.claims.reading import Reading, role
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree
from verify.claims.verbs import base_of

YEAR_PAST = re.compile(r"1\d{3}|20[01]\d")
YEAR = re.compile(r"1\d{3}|20[012]\d")
ENDING = frozenset("to until till".split())
WHEN = frozenset("former retired ex late current incumbent present sitting".split())


def is_over(tree: Tree, i: int) -> bool:
    """`serving from 1999 to 2007`, `playing in 1990`: the years say that it is over, whatever the
    tense of the clause above."""
    told = [k for k in tree.kids[i] if tree.deps[k] == "prep" and k > i]
    ends = [k for k in tree.subtree(i) if tree.tokens[k].lower in ENDING]
    closed = any(_year(tree, k, YEAR) for k in ends)
    return closed or any(tree.tokens[k].lower == "in" and _year(tree, k, YEAR_PAST) for k in told)


def goes_on(tree: Tree, i: int) -> bool:
    """`serving since 2011`: from then on."""
    return any(tree.tokens[k].lower == "since" and tree.deps[k] == "prep" for k in tree.kids[i])


def _year(tree: Tree, k: int, known: re.Pattern[str]) -> bool:
    """Whether a preposition has a year of that kind behind it."""
    when = tree.child(k, "pobj")
    return when > k and known.fullmatch(tree.tokens[tree.edge(when)].text) is not None


def as_what(reading: Reading, i: int) -> list[Token]:
    """`as mayor of A`, for `serving` behind `a former mayor of A`; [] where it says as what, or
    whom, or where no office stands before it."""
    tree, head = reading.tree, reading.tree.heads[i]
    noun = head if tree.deps[head] == "attr" else tree.child(head, "attr")
    says = any(tree.tokens[k].lower in ("as", "on", "under", "in") and tree.deps[k] == "prep"
               and not _year(tree, k, YEAR) for k in tree.kids[i])  # fmt: skip
    if base_of(tree.tokens[i].lower) != "serve" or noun < 0 or says or tree.child(i, "dobj") >= 0:
        return []
    noun = tree.conjuncts(noun)[-1]
    if not role(tree, noun) or noun > i:
        return []
    held = [t for t in reading.noun(noun) if t.lower not in WHEN]
    return [word("as", Tag.PREP), *(held[1:] if held[0].lower in ("a", "an") else held)]
