"""What stands beside a noun and is the next thing of a list, and no description of it."""

from __future__ import annotations

from verify.claims.either import KIN
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.reading import indefinite, proper, role
from verify.claims.trees import Tree


def of_a_list(tree: Tree, i: int, noun: int) -> bool:
    """`in Greece, a car and a kitchen`, `a son, A; a daughter, B; and …`: the next item of a list.

    Two descriptions of one person share their article or are both roles.
    """
    mark = tree.subtree(i)[0] - 1
    while mark > 0 and tree.tokens[mark].text in '“"‘':
        mark -= 1
    if tree.tokens[mark].text == ";":
        return True
    new = indefinite(tree, i) and indefinite(tree, noun) and not proper(tree, noun)
    if new and any(tree.tokens[k].lower == "and" for k in tree.subtree(i)):
        return True  # `a screen, a hinge for … and a battery`
    if _another_owned(tree, i, noun) or _another_named(tree, i, noun):
        return True
    kin = tree.tokens[i].lower in KIN and tree.child(i, "poss") >= 0
    joined = [k for k in tree.subtree(i) if tree.deps[k] == "conj"]
    if (
        kin
        and tree.entities[noun] == "PERSON"
        and any(tree.entities[k] == "PERSON" or tree.child(k, "poss") >= 0 for k in joined)
    ):
        return True  # `the dead are NAME, his wife and NAME`
    others = [k for k in tree.conjuncts(i)[1:] if _led(tree, k)]
    human = role(tree, i) or tree.tokens[i].lower in HUMAN_NOUNS
    return bool(others) and not human and tree.child(i, "cc", "conj") >= 0


def _led(tree: Tree, k: int) -> bool:
    """`his farm`, `two farms`, `the group A`, where the article hangs on `group`."""
    own = tree.child(k, "det", "poss", "nummod") >= 0
    return own or tree.tokens[tree.begin(k)].lower in ("the", "a", "an")


def _another_owned(tree: Tree, i: int, noun: int) -> bool:
    """`its soup, its refusal to …`: two things that one has; `his wife, his partner` is one."""
    owners = [tree.child(k, "poss") for k in (noun, i)]
    if min(owners) < 0 or any(tree.tags[k] != "PRP$" for k in owners):
        return False
    same = len({tree.tokens[k].lower for k in owners}) == 1
    return same and not any(of_a_person(tree, k) for k in (noun, i))


def _another_named(tree: Tree, i: int, noun: int) -> bool:
    """`the baker ANN ROE, the painter JO HILL and …`: nobody has two names."""
    names = [k for k in tree.kids[noun] if k < i and tree.deps[k] == "appos" and proper(tree, k)]
    return tree.entities[i] == "PERSON" and any(tree.entities[k] == "PERSON" for k in names)


def of_a_person(tree: Tree, i: int) -> bool:
    """Whether a description can only be that of a person."""
    human = tree.tokens[i].lower in HUMAN_NOUNS | KIN or role(tree, i)
    return human or tree.tags[i] == "JJS"
