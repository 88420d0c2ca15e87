"""Clauses with `which` that take up all that was said, though a name stands right before them."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.trees import Tree
from verify.claims.verbs import base_of

TRACED = frozenset("attribute ascribe credit regret blame".split())
WON = frozenset("win lose draw".split())
BODIES_AND_PLACES = ("GPE", "LOC", "FAC", "ORG", "PERSON")


def for_all_said(tree: Tree, i: int, pronoun: int, noun: int) -> bool:
    """`They air on A, which earned him a nickname`, `grew up in A, which she credits for it`, `his
    first fight was against NAME, which he won`: neither the body nor the place, nor NAME."""
    if tree.tags[noun] not in ("NNP", "NNPS") or tree.deps[noun] != "pobj":
        return False
    verb = base_of(tree.tokens[i].lower)
    if tree.deps[pronoun] == "dobj":
        traced = verb in TRACED and tree.entities[noun] in BODIES_AND_PLACES
        first = tree.tokens[tree.begin(noun)].lower
        somebody = tree.entities[noun] == "PERSON" or first in lx.MALE_NAMES | lx.FEMALE_NAMES
        return traced or (verb in WON and somebody)
    gained = verb == "earn" and tree.child(i, "dative") > i
    above = tree.verbal(tree.heads[tree.heads[noun]])
    return gained and above and tree.entities[noun] in BODIES_AND_PLACES
