"""Times in what is told by the way: what a thing was then, when a clause came about, and times
that describe nobody."""

from __future__ import annotations

from verify.claims.of_which import of_which
from verify.claims.trees import Tree
from verify.claims.verbs import base_of

BEGINNING = frozenset("found establish set incorporate create launch open start form bear".split())


def no_description(tree: Tree, i: int) -> bool:
    """`20 ships, among them two tankers`: two are among them; they are not two."""
    return of_which(tree, i) or any(tree.deps[k] == "prep" and k < i for k in tree.kids[i])


def founded_as(tree: Tree, name: int) -> bool:
    """`was founded in 1961 as NAME, a maker of paint`: that is what it was then."""
    link = tree.heads[name] if tree.deps[name] == "pobj" else -1
    verb = tree.heads[link]
    begun = base_of(tree.tokens[verb].lower) in BEGINNING and tree.past(verb)
    return link >= 0 and tree.tokens[link].lower == "as" and begun and tree.verbal(verb)


def told_when(tree: Tree, i: int) -> bool:
    """`relies on A, which he sold, after B fell`: what is so now has no `after B fell`, so that it
    tells when he sold A."""
    after = tree.edge(i) + 2
    main = next((a for a in tree.ancestors(i) if tree.tags[a] in ("VBZ", "VBP")), -1)
    if main < 0 or after >= len(tree.tokens) or tree.tokens[after].lower not in TIMES:
        return False
    told = any(tree.deps[k] == "advcl" and tree.begin(k) == after and tree.past(k)
               for k in tree.kids[main])  # fmt: skip
    return told and tree.past(i) and not tree.past(main)


TIMES = ("after", "before", "when")
