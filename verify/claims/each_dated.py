"""A time for each of two things: what was done in the one year was not done in the other."""

from __future__ import annotations

from dataclasses import dataclass

from verify.claims import lexicon as lx
from verify.claims.completing import timed
from verify.claims.phrases import Proposition
from verify.claims.reading import indexed, made, proper
from verify.claims.tokens import Tag
from verify.claims.trees import Tree

UNSURE = lx.NEGATIONS | frozenset("only both either between".split())


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things with their times, and what joins them: words of the tree."""

    first: set[int]
    joint: int
    second: set[int]


def each_dated(tree: Tree, p: Proposition) -> list[Proposition]:
    """`joined A in 1953 and B in 1955` → `joined A in 1953` · `joined B in 1955`."""
    held = {n for n, _ in indexed(tree, p) if n >= 0}
    if p.how not in ("main", "participle") or any(t.lower in UNSURE for t in p.tokens):
        return [p]
    pairs = (_pair(tree, k) for k in sorted(held) if tree.deps[k] == "conj" and proper(tree, k))
    pair = next((found for found in pairs if found is not None), None)
    if pair is None or not pair.first | pair.second <= held:
        return [p]
    tokens = indexed(tree, p)
    drops = ({*pair.second, pair.joint}, {*pair.first, pair.joint})
    return [made(p, [t for n, t in tokens if n not in drop]) for drop in drops]


def _pair(tree: Tree, k: int) -> Pair | None:
    """The two things of which `k` is the second, each a name right before its time."""
    joint = tree.begin(k) - 1
    before = next((a for a in tree.ancestors(joint - 1) if tree.deps[a] == "prep"), -1)
    verb = next((a for a in tree.ancestors(k) if tree.verbal(a)), -1)
    first = tree.child(verb, "dobj") if verb >= 0 else -1
    if not 0 <= first < before < joint or tree.tokens[joint].lower != "and":
        return None
    mine = {verb, first, k}
    behind = [m for m in range(k + 1, len(tree.tokens)) if tree.deps[m] == "prep"]
    after = next((m for m in behind if timed(tree, m) and tree.heads[m] in mine), -1)
    alike = after > 0 and tree.tokens[after].lower == tree.tokens[before].lower
    if not alike or not proper(tree, first) or not timed(tree, before):
        return None
    if tree.heads[before] not in mine or tree.heads[k] not in mine:
        return None
    end = tree.edge(after)
    more = [n for n in range(end + 1, len(tree.tokens)) if tree.tokens[n].text[:1].isalnum()]
    commas = any(tree.tokens[n].tag is Tag.COMMA for n in range(tree.begin(first), end))
    if more or commas or any(tree.deps[n] == "cc" for n in range(joint + 1, end)):
        return None
    return Pair(set(range(tree.begin(first), joint)), joint, set(range(joint + 1, end + 1)))


def own_time(tree: Tree, p: Proposition) -> Proposition:
    """`From 1971 to 1976, she was A and a member of B from 1971 to 1990`: the time before the
    subject is that of the first, where the second has its own."""
    tokens = indexed(tree, p)
    held = {n for n, _ in tokens if n >= 0}
    led = min(held, default=-1)
    if led < 0 or tree.deps[led] != "prep" or not timed(tree, led):
        return p
    behind = [k for k in held if tree.deps[k] == "conj" and tree.heads[k] not in held]
    dated = any(tree.deps[m] == "prep" and m > k and m in held and timed(tree, m)
                for k in behind for m in tree.kids[k])  # fmt: skip
    front = set(tree.subtree(led))
    comma = max(front) + 1
    if not dated or comma not in held or tree.tokens[comma].tag is not Tag.COMMA:
        return p
    return made(p, [t for n, t in tokens if n not in {*front, comma}])
