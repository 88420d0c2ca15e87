"""`A, B and others`, `A and B, among others`: the rest of a list, which nobody names."""

from __future__ import annotations

from verify.claims.phrases import Proposition
from verify.claims.reading import indexed, made
from verify.claims.together import own_part
from verify.claims.tokens import Tag
from verify.claims.trees import Tree

REST = frozenset("more others".split())


def without_the_rest(tree: Tree, p: Proposition) -> Proposition:
    """`painted A and B, among others` → `painted A and B`."""
    drop: set[int] = set()
    for k in range(1, len(tree.tokens) - 1):
        said = [t.lower for t in tree.tokens[k : k + 2]]
        if said != ["among", "others"] or tree.tokens[k - 1].tag is not Tag.COMMA:
            continue
        after = k + 2
        closed = after >= len(tree.tokens) or tree.tokens[after].tag in (Tag.COMMA, Tag.STOP)
        if closed:
            drop |= {k - 1, k, k + 1, after}
    held = {n for n, _ in indexed(tree, p)}
    return made(p, [t for n, t in indexed(tree, p) if n not in drop]) if drop & held else p


def of_the_rest(tree: Tree, k: int) -> bool:
    """Whether the last item of a list is `more` or `many others`, which says nothing alone."""
    bare = {n for n in own_part(tree, k) if n != k}
    plain = all(tree.tokens[n].lower in ("many", "several", "some") for n in bare)
    return tree.tokens[k].lower in REST and plain and tree.child(k, "conj") < 0
