"""A general term and its examples: `brands such as A` → `brands` · `A`."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.phrases import Proposition
from verify.claims.reading import indexed, made
from verify.claims.tokens import Tag
from verify.claims.trees import Tree

TOGETHER = frozenset(
    "between among both each apiece respectively together jointly other all either neither"
    " involving".split()
)


def given_examples(tree: Tree, p: Proposition, held: set[int]) -> list[Proposition]:
    """`worked with brands such as A` → `worked with brands` · `worked with A`."""
    if any(t.lower in lx.NEGATIONS for t in p.tokens):
        return [p]
    for i in sorted(held):
        item, general = tree.child(i, "pobj"), _general(tree, i)
        if item < 0 or general not in held or tree.deps[general] not in PLAIN_NOUN:
            continue
        whole = _counted(tree, general)
        if tree.child(item, "case") >= 0 or (
            tree.tags[item] == "CD" and not tree.entities[general]
        ):
            continue  # `complications such as Roe's`, `30 saves, including 12 in May`: of what
        if _part_of_a_number(tree, general, i, item) or _help_for(tree, general, i):
            continue
        if _in_a_role(tree, general) or _of_either(tree, general, i) or _goes_on(tree, i):
            continue
        edge = tree.begin(whole) - 1
        if tree.tokens[tree.heads[whole]].lower in TOGETHER or edge != tree.heads[whole]:
            continue
        aside = set(tree.subtree(i))
        plain = [t for n, t in indexed(tree, p) if n not in aside]
        stead = {n for n in tree.subtree(whole) if n not in aside} | {i}
        stead |= set(range(tree.begin(whole), i)) - aside
        stead |= {k for k in tree.kids[i] if k < i} | (
            {i - 1} if tree.tokens[i - 1].text == "," else set()
        )
        swapped = [t for n, t in indexed(tree, p) if n not in stead]
        return [made(p, plain), made(p, swapped)]
    return [p]


def _part_of_a_number(tree: Tree, general: int, i: int, item: int) -> bool:
    """`a fleet of 270 planes, including 12 freighters`: not a fleet of 12 freighters; `faces 11
    counts, including bribery`: a count of bribery."""
    numbered = tree.child(general, "nummod") >= 0 and tree.tokens[i].lower == "including"
    mass = tree.tags[item] == "NN" and tree.child(item, "det", "poss", "nummod") < 0
    return numbered and (tree.deps[general] == "pobj" or mass)


def _help_for(tree: Tree, general: int, i: int) -> bool:
    """`help for farmers, including a grant`: the grant is help, and no farmer."""
    link = tree.heads[general]
    given = tree.heads[link]
    mass = tree.tags[given] == "NN" and tree.child(given, "det", "poss", "nummod") < 0
    return tree.tokens[i].lower == "including" and tree.tokens[link].lower == "for" and mass


def _in_a_role(tree: Tree, general: int) -> bool:
    """`won chains as customers including A`: A is no role that a chain is won in."""
    return tree.tokens[tree.heads[general]].lower == "as" and tree.deps[general] == "pobj"


def _of_either(tree: Tree, general: int, i: int) -> bool:
    """`assets that yield cash, such as A`: A may be cash, or one of the assets."""
    verb = tree.heads[general]
    thing = tree.heads[verb] if tree.deps[verb] == "relcl" else -1
    several = thing >= 0 and (tree.tags[thing] == "NNS" or tree.tokens[thing].lower == "those")
    begin = i - (tree.tokens[i - 1].lower == "such")
    return several and tree.tags[general] == "NN" and tree.tokens[begin - 1].tag is Tag.COMMA


def _goes_on(tree: Tree, i: int) -> bool:
    """`works with platforms such as A and as a tool for B`: where the examples end is unclear."""
    again = (k for k in range(i + 1, len(tree.tokens)) if tree.deps[k] == "conj")
    return any(tree.tokens[k].lower == tree.tokens[i].lower == "as" for k in again)


PLAIN_NOUN = frozenset({"dobj", "pobj", "attr"})


def _counted(tree: Tree, i: int) -> int:
    """`a number of films`: the whole phrase, for `films`."""
    of = tree.heads[i]
    above = tree.heads[of]
    counted = tree.tokens[of].lower == "of" and (
        tree.tokens[above].lower in COUNTS or tree.tags[above] == "CD"  # `11 of 12 counts`
    )
    return above if counted else i


COUNTS = frozenset("number range variety series host group lot handful couple dozens".split())


def _general(tree: Tree, i: int) -> int:
    """The general term that `such as` or `including` at `i` gives examples of; −1."""
    such = tree.tokens[i].lower == "as" and i > 0 and tree.tokens[i - 1].lower == "such"
    at = tree.heads[i]
    if tree.tokens[i].lower == "like" and at == i - 1 and tree.tags[at] == "NNS":
        return at if tree.tags[tree.child(i, "pobj")] == "NNP" else -1
    if not (such or tree.tokens[i].lower == "including"):
        return -1
    if tree.verbal(at):
        at = tree.begin(i) - 1
        while at > 0 and tree.tokens[at].tag is Tag.COMMA:
            at -= 1
    while tree.deps[at] == "conj":
        at = tree.heads[at]
    if not such and not _open_plural(tree, at):
        at = _plural_above(tree, at)
    return at if tree.tags[at].startswith("NN") else -1


def _plural_above(tree: Tree, i: int) -> int:
    """`numerous awards for his work, including A`: A is an award; `i` where no plural fits."""
    for above in tree.ancestors(i):
        thing = tree.child(above, "dobj") if tree.verbal(above) else above
        if 0 <= thing < i and _open_plural(tree, thing):
            return thing
        if tree.verbal(above):
            break
    return i


def _open_plural(tree: Tree, i: int) -> bool:
    """`numerous awards`: what examples are given of, rather than `his work`."""
    return tree.tags[i] == "NNS" and tree.child(i, "det", "poss") < 0
