"""What one thing is made of, or what is combined: neither part makes it alone."""

from __future__ import annotations

from verify.claims.speech import within_quotation
from verify.claims.trees import Tree
from verify.claims.verbs import base_of

MADE_OF = frozenset(
    "mix mixture combination blend pair duo trio couple range series loop cycle cocktail balance"
    " exchange merger marriage match coalition alliance split lack absence committee panel team"
    " group crowd jury board commission delegation network crew squad band partnership fusion union"
    " hybrid synthesis collaboration juxtaposition interplay intersection variety array assortment"
    " collection".split()
)
# What is done to several only together.
COMBINING = frozenset(
    "combine blend mix merge fuse unite reconcile integrate juxtapose intertwine interweave"
    " alternate".split()
)


def made_of(tree: Tree, i: int) -> bool:
    """Whether a noun is what something is `a mix` of, or what is combined: with the others of its
    list, and not alone."""
    if tree.deps[i] == "dobj":
        return base_of(tree.tokens[tree.heads[i]].lower) in COMBINING
    link = tree.heads[i]
    above = tree.heads[link]
    if tree.deps[i] != "pobj" or tree.tokens[link].lower != "of":
        return False
    whole = tree.tags[above] == "NN" and tree.tokens[above].lower in MADE_OF
    return whole or (tree.deps[above] == "dobj" and made_of(tree, above))


def more_of_it(tree: Tree, items: list[int]) -> bool:
    """`a fusion of A and B and C`: C, with nothing before it, may be in the fusion, too."""
    first, last = items[0], items[-1]
    mixed = tree.tags[first] == "NN" and tree.tokens[first].lower in MADE_OF
    of = any(tree.tokens[k].lower == "of" and first < k < last for k in tree.kids[first])
    return mixed and of and tree.child(last, "det", "poss", "nummod") < 0


def adjectives(tree: Tree, i: int, held: set[int]) -> list[int]:
    """`social, political and economic issues`."""
    if made_of(tree, tree.heads[i]):
        return []  # `a blend of African and modern elements`
    items = [k for k in tree.conjuncts(i) if k in held]
    joined = any(tree.tokens[k].lower == "and" for m in items for k in tree.kids[m])
    if any(tree.tokens[k].lower in ("few", "many", "several") for k in items):
        return []  # `several German and a few Danish operas`
    plain = len(items) > 1 and joined and all(tree.tags[k] == "JJ" for k in items)
    degrees = [tree.child(k, "advmod") >= 0 for k in items]
    if plain and degrees[0] and not all(degrees):
        return []  # `the most respected and successful directors`: the most successful, too
    return items if plain and not within_quotation(tree) & set(items) else []
