"""A number, a time or a place for each: what such a sentence says of one thing, it does not say of
the next."""

from __future__ import annotations

from verify.claims.trees import Tree


def counts_again(tree: Tree, held: set[int]) -> bool:
    """`had 47% of A, B for 18% and C for 12%`: a number for each, with the verb left out."""
    if _paired_off(tree, held):
        return True
    shares = [
        k
        for k in sorted(held)
        if tree.deps[k] == "prep"
        and tree.tags[k - 1].startswith("NN")
        and any(tree.entities[n] in COUNTED and tree.tags[n] == "CD" for n in tree.subtree(k))
    ]
    words = [tree.tokens[k].lower for k in shares]
    verb = next((k for k in sorted(held) if tree.verbal(k)), -1)
    first = tree.tokens[verb + 1].lower if 0 <= verb < len(tree.tokens) - 1 else ""
    return words.count(first) > 1 or (first in words and tree.tokens[shares[0]].lower == first)


def _paired_off(tree: Tree, held: set[int]) -> bool:
    """`made £5m in 2011 and £7m in 2012`: a time or a place for each."""
    for k in held:
        first = tree.heads[k]
        timed = tree.entities[first] in ("DATE", "TIME") and tree.entities[k] not in (
            "DATE",
            "TIME",
        )
        if tree.deps[k] == "conj" and tree.deps[first] == "pobj" and timed:
            return True  # `sold A in May and B in June`
        if tree.deps[k] == "conj" and tree.deps[first] == "pobj" and _again(tree, k, first):
            return True
        first = tree.child(first, "dobj") if tree.verbal(first) else first
        listed = tree.deps[k] == "conj" and tree.tags[k][:2] == "NN"
        if not listed or not 0 <= first < k or tree.deps[first] != "dobj":
            continue
        beside = [m for m in tree.kids[tree.heads[first]] if tree.deps[m] == "prep"]
        before = {tree.tokens[m].lower for m in beside if first < m < tree.begin(k)}
        after = next((m for m in (*tree.kids[k], *beside) if m == k + 1), k)
        if tree.deps[after] == "prep" and tree.tokens[after].lower in before:
            return True
    return False


def _again(tree: Tree, k: int, first: int) -> bool:
    """`hired A as chief and B as deputy`."""
    link = tree.tokens[k + 1].lower if k + 1 < len(tree.tokens) else ""
    given = tree.child(tree.heads[tree.heads[first]], "dobj")
    return (
        link in ("as", "for", "to") and link == tree.tokens[tree.heads[first]].lower and given > 0
    )


COUNTED = frozenset("PERCENT CARDINAL MONEY QUANTITY".split())
