"""Examples that stay where they are: `has four daughters, including A`, `a team of experts,
including A`. In the place of what they are examples of they would say something else."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.callings import calling
from verify.claims.together import ELLIPTIC
from verify.claims.tokens import Tag
from verify.claims.trees import Tree


def stays(tree: Tree, general: int, i: int, item: int) -> bool:
    """Whether the item cannot stand in the place of the general term."""
    if tree.child(item, "case") >= 0 or _says_little(tree, item, general):
        return True  # `complications such as Roe's`: of what
    if _part_of_a_number(tree, general, i, item) or _help_for(tree, general, i):
        return True
    if _had(tree, general, item) or _all_over(tree, general) or _work_in(tree, general, i, item):
        return True
    if _in_a_role(tree, general) or _of_either(tree, general, i) or _goes_on(tree, i):
        return True
    return _of_one_whole(tree, general) or _of_what_kind(tree, general, item)


# What somebody holds or serves in, and not a person: `held posts, including minister`.
POSTS = {
    f"{one}s": one
    for one in "post posting position role office job title rank appointment portfolio".split()
}


def office(tree: Tree, item: int) -> bool:
    """`Ambassador to A`, `head of sales`, `left back`: what a post is called, and nobody's name."""
    plain = tree.tags[item] == "NN" and tree.child(item, "det", "poss", "nummod") < 0
    parts = tree.tokens[item].lower.rstrip(".").split("-")  # `Director-General`
    of = tree.child(item, "prep") > item  # `Collector of A`
    if of and calling(tree.tokens[item].text, compound=False) == "person":
        return True
    return plain or parts[0] in lx.ROLE_HEADS or parts[-1] in lx.ROLE_HEADS


def _of_what_kind(tree: Tree, general: int, item: int) -> bool:
    """`seen in roles such as Juliet`: she was not seen in Juliet."""
    posts = tree.tokens[general].lower in POSTS
    return posts and tree.deps[general] == "pobj" and not office(tree, item)


def _of_one_whole(tree: Tree, general: int) -> bool:
    """`leads a team of experts, including A`: no team of A, nor A alone."""
    of = tree.heads[general]
    above = tree.heads[of] if tree.tokens[of].lower == "of" else general
    return tree.tokens[above].lower in WHOLES


WHOLES = frozenset(
    "team fleet collection mix mixture combination panel crew network family portfolio list pair"
    " army coalition alliance bundle set staff band board wave".split()
)


def _says_little(tree: Tree, item: int, general: int) -> bool:
    """`30 saves, including 12 in May`, `several raids, including those in A`, `several jets,
    including two last week`: an example without its noun."""
    bare = tree.tags[item] in ("DT", "CD", "PRP") and not tree.entities[general]
    counted = tree.entities[item] == "DATE" and tree.child(item, "nummod") >= 0
    return bare or counted or tree.tokens[item].lower in ELLIPTIC


def _part_of_a_number(tree: Tree, general: int, i: int, item: int) -> bool:
    """`a fleet of 270 planes, including 12 freighters`: not a fleet of 12 freighters; `faces 11
    counts, including bribery`: a count of bribery."""
    numbered = tree.child(general, "nummod") >= 0 and tree.tokens[i].lower == "including"
    mass = tree.tags[item] == "NN" and tree.child(item, "det", "poss", "nummod") < 0
    return numbered and (tree.deps[general] == "pobj" or mass)


def _had(tree: Tree, general: int, item: int) -> bool:
    """`has four daughters, including A`: that she has A says nothing of who A is."""
    verb = tree.tokens[tree.heads[general]].lower
    has = tree.deps[general] == "dobj" and verb in ("has", "have", "had")
    return has and tree.tags[item] in ("NNP", "NNPS") and tree.child(item, "det") < 0


SPREAD = frozenset("across throughout spanning".split())


def _all_over(tree: Tree, general: int) -> bool:
    """`films across several genres, including drama`: nothing spreads across drama alone."""
    link = tree.tokens[tree.heads[general]].lower
    return link in SPREAD and tree.deps[general] in ("pobj", "dobj")


def _work_in(tree: Tree, general: int, i: int, item: int) -> bool:
    """`worked in radio, including a spell in Ash`: she did not work in a spell."""
    bare = tree.tags[general] == "NN" and tree.child(general, "det", "poss", "amod") < 0
    one = tree.tags[item] in ("NN", "NNS") and tree.child(item, "det", "nummod") >= 0
    told = tree.tokens[i].lower == "including" and tree.deps[general] == "pobj"
    return told and bare and one


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
