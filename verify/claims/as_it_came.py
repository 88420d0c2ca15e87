"""`Would` of what happened: `she would later learn A`, `they would meet every Sunday`."""

from __future__ import annotations

import re

from verify.claims import lexicon as lx
from verify.claims.trees import Tree

HABITS = frozenset("often sometimes usually occasionally frequently".split())
PERSONS = frozenset("i we he she they".split())
SPANS = lx.WEEKDAYS | frozenset(
    "day night morning evening afternoon week weekend month year summer winter spring"
    " autumn".split()
)
# A condition, or a plan with its sums: then `would` says what might be.
OPEN = frozenset("if unless could might may under otherwise $ £ € %".split())
GONE_BY = re.compile(r"1\d{3}|20[01]\d")


def would(tree: Tree, verb: int) -> int:
    """The `would` of a verb; −1."""
    return next((k for k in tree.kids[verb] if tree.tokens[k].lower == "would"), -1)


def as_it_came(tree: Tree, verb: int) -> bool:
    """`She would later learn A`, `he would go on to win B`, `they would meet every Sunday`: `would`
    of what happened, where the sentence itself shows it."""
    open_ = any(t.lower in OPEN for t in tree.tokens)
    helpers = (k for k in tree.kids[verb] if tree.deps[k] == "aux")
    perfect = any(tree.tokens[k].lower in (*lx.HAVE, "’ve", "'ve") for k in helpers)
    if would(tree, verb) < 0 or open_ or perfect or tree.negated(verb):
        return False
    return _in_the_end(tree, verb) or _as_a_habit(tree, verb) or _in_a_past_year(tree, verb)


def _in_the_end(tree: Tree, verb: int) -> bool:
    """`would later A`, `soon I would A`, `would go on to A`, `would come to A`."""
    who = tree.subject(verb)
    own = who >= 0 and tree.tokens[who].lower in ("i", "we")  # nobody foretells his own past
    before = {tree.tokens[k].lower for k in tree.kids[verb] if k < verb}
    goes = [t.lower for t in tree.tokens[verb : verb + 2]] == ["go", "on"]
    goes = (goes or tree.tokens[verb].lower == "come") and tree.child(verb, "xcomp", "advcl") > verb
    return goes or "later" in before or (own and "soon" in before)


def _as_a_habit(tree: Tree, verb: int) -> bool:
    """`he would send cards every Christmas`, `she would often call`."""
    who = tree.subject(verb)
    if who < 0 or tree.tokens[who].lower not in PERSONS:
        return False
    return any(
        tree.tokens[k].lower in HABITS
        or (tree.tokens[k].lower in SPANS and tree.tokens[tree.begin(k)].lower in ("every", "each"))
        or (tree.deps[k] == "advcl" and tree.tokens[tree.begin(k)].lower == "whenever")
        for k in tree.kids[verb]
    )


def _in_a_past_year(tree: Tree, verb: int) -> bool:
    """`In 1990 she would become A`."""
    first = next((k for k in tree.kids[verb] if tree.deps[k] == "prep"), verb)
    year = tree.child(first, "pobj") if first < verb else -1
    return (
        tree.begin(verb) == first
        and year >= 0
        and (GONE_BY.fullmatch(tree.tokens[year].text) is not None)
    )
