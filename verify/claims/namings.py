"""What something new is called: `set up a court, known as A`."""

from __future__ import annotations

from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.phrases import be, word
from verify.claims.reading import Reading, indefinite, proper
from verify.claims.tokens import Tag
from verify.claims.trees import Tree

NAMING = frozenset("known called named nicknamed dubbed titled entitled".split())


def named_anew(tree: Tree, i: int, noun: int) -> bool:
    """`set up a court, known as A`, `hired miners, known as the Bs`: of a court, or of miners,
    alone that would be said of any."""
    common = tree.tags[noun] in ("NN", "NNS") and tree.deps[noun] not in ("attr", "oprd")
    known = tree.child(noun, "det", "poss", "nummod", "predet") >= 0
    new = indefinite(tree, noun) or (tree.tags[noun] == "NNS" and not known)
    return tree.tokens[i].lower in NAMING and common and new


def name_of(tree: Tree, i: int, noun: int) -> int:
    """The name that a thing is known by, or called; −1 where it is no name, or tells of nobody
    more than that: `held a man, named as A`."""
    if tree.tokens[noun].lower in HUMAN_NOUNS:
        return -1
    link = next((k for k in tree.kids[i] if tree.tokens[k].lower == "as"), -1)
    name = tree.child(link, "pobj") if link >= 0 else tree.child(i, "oprd", "dobj", "attr")
    titled = name >= 0 and tree.tokens[name].text[:1] in '“"'
    return name if name >= 0 and (proper(tree, name) or titled) else -1


def state_naming(reading: Reading, i: int, noun: int) -> None:
    """`set up a court, known as A` → `A was a court`."""
    tree, name = reading.tree, name_of(reading.tree, i, noun)
    kept = [k for k in tree.kids[name] if tree.deps[k] == "relcl" and k not in reading.cut]
    core = [*reading.line(name), word(",", Tag.COMMA)] if kept else reading.noun(name)
    head = next((a for a in tree.ancestors(i) if tree.verbal(a) and tree.finite(a)), tree.root)
    copula = be([tree.tokens[noun]], past=tree.past(head))
    reading.say([*core, copula, *reading.noun(noun)], "participle", reading.said.get(i))
