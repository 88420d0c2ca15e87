"""Whose something is, where its owner has no name that could stand in a pronoun's place, or where
another body stands between."""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.control import BODIES, may_mean
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.salience import SHARES
from verify.claims.tokens import Tag, Token
from verify.claims.trees import SUBJECTS, Tree


def may_own(tree: Tree, words: Sequence[Token], *, plural: bool) -> bool:
    """Whether something may belong to a subject, by its number: to each of `every club`."""
    own = {id(t) for t in words}
    inside = [k for k, t in enumerate(tree.tokens) if id(t) in own]
    head = next((k for k in inside if tree.heads[k] not in inside), -1)
    if head < 0:
        return False
    word, tag = tree.tokens[head].lower, tree.tags[head]
    if plural:
        of = next((k for k in tree.kids[head] if tree.tokens[k].lower == "of"), -1)
        whose = tree.child(of, "pobj") if of >= 0 else -1  # `most of the drivers`
        shares = tag not in ("NN", "NNP") or word in SHARES
        if whose >= 0 and tree.tags[whose] in ("NNS", "NNPS") and shares:
            return True
        several = tag in ("NNS", "NNPS") or (tag == "CD" and word not in ("one", "1"))
        return several or word in ("people", "police", "%", "percent", "cent")
    if word in ("each", "one", "either", "neither", "none"):
        return tree.child(head, "prep") > head  # `each of the clubs`
    human = tree.entities[head] == "PERSON" or word in HUMAN_NOUNS | lx.ROLE_HEADS | NO_OWNERS
    none = words[0].lower == "no" and not may_mean(word)  # `no step was agreed by its members`
    return tag in ("NN", "NNP") and not (human or none)


def other_owner(tree: Tree, i: int, at: int) -> bool:
    """`The port withdrew A's licence after a fire on its ferry`: A's, or the port's, which stands
    at `at`."""
    after = tree.tokens[i + 1].lower if i + 1 < len(tree.tokens) else ""
    if tree.deps[i] != "poss" or tree.tokens[i].lower != "its" or after == "own":
        return False
    own = tree.subtree(at)
    return any(
        tree.deps[k] == "poss"
        and _of_the_verb(tree, tree.heads[k])
        and (tree.tokens[k].lower in BODIES or (tree.tags[k] == "NNP" and _is_thing(tree, k)))
        and k not in own
        and tree.heads[k] not in tree.ancestors(i)
        for k in range(at + 1, i)
    )


def _of_the_verb(tree: Tree, noun: int) -> bool:
    """Whether a noun is an object of its verb, by itself or by a preposition."""
    above = tree.heads[noun]
    if tree.deps[noun] == "pobj":
        above = tree.heads[above]
    return tree.deps[noun] in ("dobj", "pobj") and tree.verbal(above)


def _is_thing(tree: Tree, k: int) -> bool:
    return tree.entities[k] not in ("PERSON", "DATE", "TIME")


NO_OWNERS = frozenset(
    "one nobody no-one somebody someone anybody anyone everybody everyone nothing something"
    " anything everything % percent cent".split()
)


def told_on(tree: Tree, i: int) -> bool:
    """`A said its crews had warned B and that it had done nothing`: B, or A."""
    clause = tree.heads[i]
    first = tree.heads[clause]
    thing = tree.child(first, "dobj")
    subject = tree.subject(first)
    joined = tree.deps[clause] == "conj" and tree.deps[first] == "ccomp" and first < clause
    other = subject >= 0 and tree.tokens[subject].tag not in (Tag.PRON, Tag.REL)
    body = tree.tokens[thing].lower in lx.BODIES | BODIES or tree.entities[thing] in ("ORG", "GPE")
    one = thing > first and not tree.tags[thing].endswith("S") and body
    return joined and other and one and thing < clause and tree.deps[i] in SUBJECTS
