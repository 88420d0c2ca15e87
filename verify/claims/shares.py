"""What several things share, and what each has for itself.

A number, a time or a place for each: what such a sentence says of one thing, it does not say of
the next. What stands behind the last of two verbs may be told of both.
"""

from __future__ import annotations

from dataclasses import replace

from verify.claims.completing import timed
from verify.claims.phrases import Proposition
from verify.claims.regrouping import NAMES
from verify.claims.tokens import Tag
from verify.claims.trees import Tree
from verify.claims.verbs import base_of


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


# An open number of things.
AMOUNTS = frozenset("variety number range series host handful string".split())
OPEN = frozenset("several various numerous many different".split())


def so_many_there(tree: Tree, place: int) -> bool:
    """`played for a variety of clubs in A, B and C`, `has several farms in A and B`: so many in all
    places together."""
    link = tree.heads[place]
    things = tree.heads[link]
    if tree.tokens[link].lower not in ("in", "across", "throughout"):
        return False  # `several papers such as A and B`
    if tree.entities[place] not in ("GPE", "LOC") or tree.tags[things] != "NNS":
        return False
    above = tree.heads[tree.heads[things]] if tree.deps[things] == "pobj" else things
    amount = tree.tokens[above].lower in AMOUNTS
    return amount or any(tree.tokens[k].lower in OPEN for k in tree.kids[things])


# What two may be said of one thing, each by whoever the last names: to make it, in one way or
# another. Not `published` or `run`, which others do than who wrote or built it.
MAKING = frozenset(
    "written directed composed designed created illustrated performed devised drawn painted"
    " choreographed arranged invented founded established built developed produced edited".split()
)


# What is done to a pupil; so, too, with nobody but the last named to do it.
TEACHING = frozenset("taught trained coached tutored mentored schooled instructed guided".split())


def end_shared(tree: Tree, p: Proposition, verb: int) -> Proposition:
    """`was born and raised in A` → `was born in A`; `was written and directed by A` → `was written
    by A`: a `verb` at the end, with nothing of its own, takes what stands behind the last one."""
    last = _last_of(tree, verb) if verb >= 0 else -1
    after = [k for k in tree.kids[last] if k > last and tree.deps[k] not in ("prt", "punct")]
    if last <= verb or not after:
        return p
    first = _first_of(tree, verb)
    if tree.tokens[first].lower == "born":
        shared = _birthplace(tree, after[0])
    else:
        making = (all(tree.tokens[k].lower in done for k in (first, verb, last))
                  for done in (MAKING, TEACHING))  # fmt: skip
        shared = _maker(tree, after[0]) if any(making) else []
    return replace(p, tokens=(*p.tokens, *(tree.tokens[n] for n in shared)))


def _first_of(tree: Tree, verb: int) -> int:
    while tree.deps[verb] == "conj" and tree.verbal(tree.heads[verb]):
        verb = tree.heads[verb]
    return verb


def _last_of(tree: Tree, verb: int) -> int:
    """The last of several verbs of which none but the last has anything of its own."""
    at, after = verb, tree.child(verb, "conj")
    while after > at and tree.tags[after] in ("VBN", "VBD") and tree.subject(after) < 0:
        if any(tree.tokens[k].tag not in (Tag.COMMA, Tag.CONJ) for k in range(at + 1, after)):
            break
        at, after = after, tree.child(after, "conj")
    return at


def _birthplace(tree: Tree, k: int) -> list[int]:
    """`in A`, `in the town of A`; [] where more is told of the place than where it lies."""
    place = tree.child(k, "pobj") if tree.tokens[k].lower in ("in", "at", "near", "on") else -1
    own = tree.subtree(k)
    if place < 0 or timed(tree, k) or any(tree.deps[n] in ("relcl", "acl", "conj") for n in own):
        return []
    beside = (n for n in own if tree.deps[n] == "appos" and tree.tags[n] not in NAMES)
    end = min((tree.begin(n) - 1 for n in beside), default=own[-1] + 1)  # `in A, the son of B`
    return [n for n in own if n < end]


def _maker(tree: Tree, k: int) -> list[int]:
    """`by A`; [] where more is told of A."""
    own = tree.subtree(k)
    told = any(tree.deps[n] in ("relcl", "acl", "appos") for n in own)
    return own if tree.deps[k] == "agent" and not told else []


# What nobody does without a thing that is made.
MAKES = frozenset(
    "write direct produce create design compose co-write edit publish invent found host develop"
    " release illustrate".split()
)


def made_what(tree: Tree, i: int, first: int) -> bool:
    """`has written and starred in A`: whoever writes writes something, and it stands behind the
    second verb."""
    own = (k for k in tree.kids[first] if k > first and k != i)
    alone = first == i - 2 and all(tree.deps[k] in ("cc", "punct") or k > i for k in own)
    link = tree.child(i, "prep")
    passive = tree.child(first, "auxpass") >= 0
    makes = base_of(tree.tokens[first].lower) in MAKES and not passive
    return alone and makes and link == i + 1 and tree.child(link, "pobj") > link


def each_in_its_way(tree: Tree, items: list[int]) -> bool:
    """`are A, as its owner, and B, as its keeper`: the one is no keeper, and the other no owner."""
    link = tree.heads[items[0]]
    if tree.deps[items[0]] != "pobj" or tree.deps[link] != "prep" or not tree.comma_before(link):
        return False
    above = (tree.heads[link], *items[1:])
    again = (k for m in above for k in tree.kids[m] if tree.deps[k] == "prep" and k > items[1])
    return any(tree.tokens[k].lower == tree.tokens[link].lower and tree.comma_before(k)
               for k in again)  # fmt: skip


def kept_out(tree: Tree, items: list[int]) -> bool:
    """`keep dogs and cats out of the park`: out of it with both."""
    last = items[-1]
    verb = tree.heads[items[0]]
    acted = tree.deps[items[0]] == "dobj" and tree.tags[verb][:2] == "VB"
    return acted and any(
        k == last + 1 and tree.tokens[k].lower in LEAVING and tree.deps[k] in ("prep", "advmod")
        for k in (*tree.kids[last], *tree.kids[verb])
    )


LEAVING = frozenset("out off away apart together aside indoors outdoors".split())
