"""Whether a sentence tells of something still to come, so that `on Monday` is the next one."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.tokens import Tag
from verify.claims.trees import AUXILIARIES, Tree
from verify.claims.verbs import base_of

FUTURE = frozenset(
    "will would shall won't due scheduled expected expect expects plan plans hope hopes"
    " forecast".split()
)
AHEAD = FUTURE | frozenset("'ll 'd planned set likely unlikely poised slated hoped".split())
# `agreed to meet on Monday`; but `failed to come on Monday` is over.
INTENDED = frozenset(
    "agree plan intend promise hope aim expect vow pledge prepare want need arrange".split()
)
UPWARD = frozenset(
    "prep pobj npadvmod nummod compound nmod amod det dobj pcomp xcomp acomp oprd attr conj".split()
)


def to_come(tree: Tree, i: int) -> bool:
    """Whether what the date at `i` belongs to lies ahead: by its verb, and by what governs that."""
    at = i
    while True:
        if tree.tokens[at].lower in AHEAD or _ahead(tree, at):
            return True
        if tree.verbal(at) and tree.deps[at] not in ("xcomp", "pcomp", "conj"):
            return False
        if tree.heads[at] == at or tree.deps[at] not in UPWARD:
            return False
        if tree.deps[at] == "conj" and tree.verbal(at) and _has_own_tense(tree, at):
            return False
        at = tree.heads[at]


def _has_own_tense(tree: Tree, i: int) -> bool:
    return tree.tags[i] in ("VBD", "VBZ", "VBP") or tree.child(i, *AUXILIARIES) >= 0


def _ahead(tree: Tree, i: int) -> bool:
    """Whether a verb itself says so: `will open`, `is to open`, `opens`, `is opening`."""
    if not tree.verbal(i):
        return False
    helpers = [k for k in tree.kids[i] if tree.deps[k] in AUXILIARIES and k < i]
    words = [tree.tokens[k].lower for k in helpers]
    if any(w in AHEAD for w in words):
        return True
    above = tree.tokens[tree.heads[i]].lower
    if words[:1] == ["to"] and tree.deps[i] == "xcomp":
        return above in lx.BE or base_of(above) in INTENDED
    spoken = base_of(tree.tokens[i].lower) in lx.SPEECH
    if helpers:
        return tree.tags[i] == "VBG" and words[0] in ("is", "are", "'s", "'re") and not spoken
    now = tree.tags[i] in ("VBZ", "VBP") and tree.tokens[i].tag is Tag.FIN
    return now and not spoken
