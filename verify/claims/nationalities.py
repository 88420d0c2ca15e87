"""A nationality among what somebody is: `is a retired French actor` is two statements."""

from __future__ import annotations

from verify.claims.phrases import Proposition, article_for
from verify.claims.reading import indexed, made
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree


def nationality(tree: Tree, p: Proposition, at: dict[int, int]) -> list[Proposition]:
    """`is a retired French actor` → `is French` · `is a retired actor`; `is a South Korean actor` →
    `is South Korean` · `is an actor`."""
    held = {at[id(t)] for t in p.tokens if id(t) in at}
    for i in sorted(held):
        noun = tree.heads[i]
        national = tree.deps[i] == "amod" and tree.entities[i] in ("NORP", "LANGUAGE")
        first = tree.child(noun, "det")
        if not national or tree.deps[noun] != "attr" or noun not in held or first < 0:
            continue
        if tree.heads[noun] not in held:
            continue  # `a Danish cook lives in A`, told of what she is
        joints = (k for k in tree.kids[tree.heads[noun]] if tree.deps[k] == "cc" and k > noun)
        if held.intersection(joints):
            continue  # `was a British maker of A and, later, B`: B would be left behind
        listed = any(tree.deps[k] in ("conj", "cc") for k in tree.kids[i])
        if listed or tree.tokens[first].lower not in ("a", "an") or tree.heads[noun] not in held:
            continue
        own = set(tree.subtree(i))  # `South Korean`
        if _of_two_peoples(tree, own, noun) or _names_a_kind(tree, max(own), noun):
            continue
        if tree.entities[noun] == "NORP" or tree.tokens[noun].lower in OF_A_NATION:
            continue  # `a Roman Catholic`; `a French citizen`, who without a country is nobody
        rest = {n for n in tree.subtree(noun) if n not in own}
        plain = [t for n, t in indexed(tree, p) if n not in rest]
        other = [t for n, t in indexed(tree, p) if n not in own]
        return [made(p, plain), made(p, _article(tree, first, other))]
    return [p]


def _of_two_peoples(tree: Tree, own: set[int], noun: int) -> bool:
    """`a Bosnian Serb general`, `a Saudi Arabian-born cook`: half of it would be another nation."""
    before, after = min(own) - 1, max(own) + 1
    if before >= 0 and tree.entities[before] in PEOPLES:
        return True
    if after >= noun or "-" in tree.tokens[after - 1].text:
        return False  # `a Cuban-born American artist` is both
    born = "-" in tree.tokens[after].text and tree.tokens[after].text[:1].isupper()
    return born or tree.entities[after] in PEOPLES


PEOPLES = ("NORP", "GPE", "LANGUAGE")
# One country's kind of it is a thing of its own: `American football`, `the French horn`.
KINDS = {
    "rules": ("australian",),
    "football": ("american", "australian", "canadian", "gaelic"),
    "horn": ("french", "english"),
}
OF_A_NATION = frozenset("citizen national subject native speaker teacher translator tutor".split())
# A teacher of Russian history need be no Russian.
FIELDS = frozenset(
    "language languages literature history law studies politics philosophy art cuisine culture"
    " dance folklore music theology".split()
)


def _names_a_kind(tree: Tree, last: int, noun: int) -> bool:
    """`an Australian rules footballer`, `a Greek history teacher`: of what nation somebody is, the
    word does not say."""
    after = tree.tokens[last + 1]
    if last + 1 == noun or tree.deps[last + 1] not in ("compound", "nmod"):
        return False
    return after.lower in FIELDS or tree.tokens[last].lower in KINDS.get(after.lower, ())


def _article(tree: Tree, first: int, tokens: list[Token]) -> list[Token]:
    """The tokens with the `a` or `an` that the next word now asks for."""
    at = next((n for n, t in enumerate(tokens) if t is tree.tokens[first]), -1)
    if at < 0 or at + 1 >= len(tokens):
        return tokens
    old = tokens[at]
    new = Token(article_for(tokens[at + 1].text), old.start, old.end, Tag.DET)
    return [*tokens[:at], new, *tokens[at + 1 :]]
