"""Participles after a comma that tell of something else than the subject, or the noun, before."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.regrouping import NAMES
from verify.claims.trees import Tree
from verify.claims.verbs import base_of

# When a period, or an event, begins and ends.
LASTING = frozenset("start begin end finish commence".split())
# What somebody was doing at a time: `then running for mayor`.
THEN = frozenset({"then"})
# How a building or a place lies.
LYING = frozenset("overlook adjoin border abut flank".split())


def of_something_else(tree: Tree, i: int, head: int) -> bool:
    """Whether a participle behind a clause tells of what the clause speaks of, or of all of it."""
    if tree.tags[i] != "VBG" or i < head:
        return False
    rules = (_of_the_period, _of_the_place, _of_it_all, _of_these_games)
    return any(rule(tree, i, head) for rule in rules)


def _of_the_period(tree: Tree, i: int, head: int) -> bool:
    """`set aside three days, starting on 19 May`: whoever did so does not start then."""
    lasts = base_of(tree.tokens[i].lower) in LASTING and tree.child(i, "dobj", "xcomp") < 0
    timed = [k for k in tree.kids[i] if tree.deps[k] in ("prep", "npadvmod", "advmod") and k > i]
    thing = tree.child(head, "dobj", "npadvmod")
    near = head < thing and tree.begin(i) - 2 in tree.subtree(thing)
    return lasts and near and any(tree.entities[n] in TIMES for k in timed for n in tree.subtree(k))


TIMES = ("DATE", "TIME")


def _of_the_place(tree: Tree, i: int, head: int) -> bool:
    """`opened a hotel, overlooking the bay`: the hotel does, and not who opened it."""
    thing = tree.child(head, "dobj", "attr")
    return base_of(tree.tokens[i].lower) in LYING and head < thing < i


def _of_it_all(tree: Tree, i: int, head: int) -> bool:
    """`The trial failed, the firm said, sending shares down`: what sends them down is that it
    failed, or that the firm said so."""
    content, who = tree.child(head, "ccomp"), tree.subject(head)
    speaks = base_of(tree.tokens[head].lower) in lx.SPEECH and 0 <= content < who < i
    if not speaks or base_of(tree.tokens[i].lower) in lx.SPEECH | lx.SAYING | {"cite", "quote"}:
        return False
    own = tree.tokens[who].lower
    person = own in HUMAN_NOUNS | lx.ROLE_HEADS
    firm = tree.tags[who] in ("NNPS", "NNS", "NN") or tree.entities[who] == "ORG"
    spoken = any(tree.tokens[k].text in ('"', "“", "”") for k in range(who))
    return firm and not person and not spoken


def _of_these_games(tree: Tree, i: int, head: int) -> bool:
    """`won 32 caps for A, scoring eight goals`, `played in 98 games, scoring 62`: so many for A, or
    in those games, and not in all."""
    tally = tree.child(i, "dobj")
    counted = tally > i and (tree.tags[tally] == "CD" or tree.child(tally, "nummod") >= 0)
    if not counted or base_of(tree.tokens[i].lower) not in TALLYING:
        return False
    if any(tree.deps[k] == "prep" and tree.tokens[k].lower in LIMITING for k in tree.subtree(i)):
        return False  # `scoring eight goals for A`
    between = [k for k in tree.subtree(head) if head < k < i]
    games = any(tree.tags[k] == "CD" and tree.entities[k] not in TIMES for k in between)
    limits = [k for k in between if tree.tokens[k].lower in LIMITING and tree.deps[k] == "prep"]
    names = (tree.child(k, "pobj") for k in limits)
    return games or any(tree.tags[k] in NAMES for k in names if k >= 0)


TALLYING = frozenset("score net concede win claim record bag notch hit amass keep".split())
LIMITING = frozenset("for with at against in".split())


def of_its_part(tree: Tree, noun: int, i: int) -> bool:
    """`the newer of its two wings, completed in 2019`: one is; `the question of who pays for it,
    estimated at £2m`: no question is."""
    link = tree.heads[noun]
    of = tree.deps[noun] == "pobj" and tree.tokens[link].lower == "of"
    above = tree.tokens[tree.heads[link]].lower if of else ""
    one = tree.tags[tree.heads[link]] in ("JJR", "JJS") or above in ONE or above.endswith("er")
    many = tree.tags[noun] in ("NNS", "NNPS")
    asks = any(
        tree.deps[k] in ("pcomp", "ccomp") and tree.tags[tree.begin(k)] in ("WP", "WRB", "WDT")
        for m in tree.kids[noun]
        if tree.deps[m] == "prep" and tree.tokens[m].lower == "of" and m < i
        for k in tree.kids[m]
    )
    either = _of_somebody_named(tree, noun, i)
    return (of and one and many) or asks or either or _of_the_clause(tree, noun, i)


# What shows or tells of something, and how such a thing comes about.
IMAGES = frozenset(
    "map portrait photograph photo picture painting drawing sketch statue bust sculpture history"
    " biography translation edition recording plan model film copy account".split()
)
MADE = frozenset(
    "make draw paint write publish print compile carve cast film produce complete commission unveil"
    " record sculpt engrave broadcast release photograph".split()
)


def whose_image(tree: Tree, i: int, noun: int) -> int:
    """`a map of the valley, drawn in 1843`, `a series of the same name, broadcast in 1979`: what
    was drawn is the map, and no name was broadcast; else the noun as it is."""
    link = tree.heads[noun]
    above = tree.heads[link]
    of = tree.deps[noun] == "pobj" and tree.tokens[link].lower == "of" and tree.tags[i] != "VBG"
    if not of or not tree.tags[above].startswith("NN"):
        return noun
    same = any(tree.tokens[k].lower in ("same", "that") for k in tree.kids[noun])
    titled = same and tree.tokens[noun].lower in ("name", "title")
    made = base_of(tree.tokens[i].lower) in MADE and tree.tokens[above].lower in IMAGES
    return above if titled or made else noun


def _of_somebody_named(tree: Tree, noun: int, i: int) -> bool:
    """`was the brother of NAME, played by B`: either may have been."""
    last = tree.begin(i) - 2
    named = last > noun and tree.entities[last] == "PERSON" and tree.deps[last] == "pobj"
    near = named and tree.heads[tree.heads[last]] == noun == tree.heads[i]
    return near and tree.tags[i] == "VBN" and tree.tags[noun] == "NN"


def _of_the_clause(tree: Tree, noun: int, i: int) -> bool:
    """`the driver of a tram that hit a van, killing three`: the tram did, or that it hit it."""
    return tree.tags[i] == "VBG" and any(
        tree.deps[k] == "relcl" and tree.heads[k] != noun and tree.edge(k) == tree.begin(i) - 2
        for k in tree.subtree(noun)
        if noun < k < i
    )


ONE = frozenset("one first last second third latest".split())
