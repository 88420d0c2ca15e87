"""Phrases that are no circumstances: without them the rest says something else, or nothing."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.either import SUMMING_UP
from verify.claims.reading import indefinite, proper
from verify.claims.trees import Tree
from verify.claims.verbs import base_of


def held_together(tree: Tree, verb: int, after: list[int]) -> bool:
    """`It was at A, in the dark, that B fell`, `closed at 13 on Monday, 6 % below C, a gap that …`,
    `banned him for 18 months, counted from May`: what follows tells of all that stands before, or
    of the time right before it."""
    told = verb in after or any(tree.deps[k] == "ccomp" for k in after)
    if told and tree.tokens[verb].lower in lx.BE:
        return True
    for k in after:
        summed = tree.deps[k] in ("npadvmod", "appos", "dep") and tree.tokens[k].lower in SUMMING_UP
        near = tree.entities[max(tree.begin(k) - 2, 0)] == "DATE"
        since = tree.deps[k] in ("advcl", "acl") and tree.tags[k] == "VBN" and near
        if (summed or since) and tree.comma_before(k):
            return True
    return False


# Verbs that need more than an object: `attributed the rise to A`, `based the plan on A`.
NEEDING = {
    "to": "attribute ascribe owe devote subject compare link tie confine limit restrict expose"
    " attach equate reduce relate credit lend bring",
    "on": "base put place blame spend impose build focus pin",
    "for": "blame mistake swap exchange substitute thank",
    "with": "associate equate compare confuse charge credit provide replace combine",
    "in": "put place base involve interest",
    "from": "distinguish separate exclude prevent free exempt bar",
    "into": "turn put divide convert translate transform",
    "against": "pit weigh",
}
FOLLOWED = {(verb, link) for link, listed in NEEDING.items() for verb in listed.split()}
RIVAL = frozenset("against for as to into".split())
POINTING = frozenset("those that anyone anybody everyone someone something anything one".split())


def completes(tree: Tree, verb: int, k: int, objects: list[int]) -> bool:
    """Whether a phrase is no circumstance: without it, the rest says something else or nothing.

    `got past A 3-0`, `blames those in power`, `attributed it to A`, `bid $9 for A`, `took A to
    court`, `put their names to A`.
    """
    thing = next((n for n in objects if n > verb and tree.deps[n] in ("dobj", "attr")), -1)
    if against(tree, k) and tree.tags[k - 1] == "CD":
        return True  # `sales of EUR 30m to 40m`
    if tree.tokens[k].lower == "as" and base_of(tree.tokens[verb].lower) == "refer":
        return True  # `has been referred to as A`
    if tree.deps[k] != "prep" or thing < 0:
        return False
    if k == verb + 1 and thing > tree.edge(k) and not timed(tree, k):
        return True
    link = tree.tokens[k].lower
    near = tree.edge(thing) + 1 == k
    if near and tree.tokens[thing].lower in POINTING and tree.tags[thing] in ("DT", "NN", "PRP"):
        return True
    priced = tree.entities[thing] == "MONEY" and link in ("for", "on", "per")
    base = base_of(tree.tokens[verb].lower)
    needed = (base, link) in FOLLOWED or (base == "put" and not timed(tree, k))
    if near and _fixed(tree, k):
        return True
    return priced or needed or tree.tokens[max(tree.begin(k) - 1, 0)].text in ("—", "–", "--")


def _fixed(tree: Tree, k: int) -> bool:
    """`to court`, `in custody`, `on trial`, `under oath`: a bare noun that is no place or time, but
    a part of what is done."""
    thing = tree.child(k, "pobj")
    bare = thing == k + 1 and tree.tags[thing] == "NN" and not tree.kids[thing]
    link = tree.tokens[k].lower
    known = link in FIXING or (link == "in" and tree.tokens[thing].lower in INSTITUTIONS)
    return bare and not tree.entities[thing] and known


FIXING = frozenset("to into on under".split())
# Nouns without an article behind `in`; `a degree in chemistry` is no such phrase.
INSTITUTIONS = frozenset("custody prison jail court hospital office power detention".split())


def told_as(tree: Tree, k: int) -> bool:
    """`meets in A with B as umpire`, `has an eye on A as its home`: what `as` tells, it tells of
    the noun before it."""
    if tree.tokens[k].lower != "as" or tree.deps[k] != "prep" or k < 2:
        return False
    last = k - 2 if tree.tokens[k - 1].text == "," else k - 1
    for link in (last, *tree.ancestors(last)):
        above = tree.heads[link]
        if tree.deps[link] != "prep" or above == tree.heads[k] or tree.edge(link) < last:
            beside = tree.deps[link] == "prep" and above == tree.heads[k]
            if beside and tree.edge(link) in (last, k - 1):
                return tree.tokens[link].lower == "with"
            continue
        if tree.deps[above] == "dobj" and tree.heads[above] == tree.heads[k]:
            return True
    return False


def goes_on_after(tree: Tree, k: int, phrases: list[int]) -> bool:
    """`his call, in May 2022, for a review`: behind a time between two commas the noun goes on."""
    last = tree.begin(k) - 2
    if last < 2 or tree.tokens[last + 1].text != "," or timed(tree, k):
        return False
    aside = next((n for n in phrases if n < k and tree.edge(n) in (last, last + 1)), -1)
    if aside < 0 or tree.deps[aside] != "prep" or not timed(tree, aside):
        return False
    noun = tree.begin(aside) - 2
    return tree.comma_before(aside) and noun >= 0 and tree.tags[noun] in ("NN", "NNS")


def at_times(tree: Tree, loose: list[int]) -> list[int]:
    """The phrases of `from £5m in 2019 to £7m in 2023`: each end has its time."""
    words = [tree.tokens[k].lower for k in loose]
    if "from" not in words or "to" not in words[words.index("from") :]:
        return []
    first = words.index("from")
    last = words.index("to", first)
    between = loose[first + 1 : last]
    if not between or not all(timed(tree, k) for k in between):
        return []
    after = loose[last + 1 : last + 2]
    near = [k for k in after if timed(tree, k) and not tree.comma_before(k)]
    return [*loose[first : last + 1], *near]


def in_doing(tree: Tree, k: int) -> bool:
    """`a step in limiting prices`: a step of that kind, and no other without it."""
    return tree.tokens[k].lower == "in" and tree.child(k, "pcomp") >= 0


def in_a_view(tree: Tree, k: int) -> bool:
    """`was, in her view, a mistake`: without it, a view would stand as a fact."""
    thing = tree.child(k, "pobj")
    whose = thing >= 0 and tree.child(thing, "poss") >= 0
    return whose and tree.tokens[k].lower in ("in", "to") and tree.tokens[thing].lower in VIEWS


VIEWS = frozenset("view opinion judgment judgement eyes mind estimation words reading".split())
# Measures of how far something is from a place.
DISTANCES = frozenset(
    "drive walk ride flight journey trip sail mile miles kilometre kilometres kilometer kilometers"
    " km metre metres meters yards feet hour hours minutes".split()
)


def measured_from(tree: Tree, noun: int, k: int) -> bool:
    """`a short drive from A`: how far, is not said without the place."""
    return tree.tokens[noun].lower in DISTANCES and tree.tokens[k].lower in ("from", "to", "off")


def held_against(tree: Tree, k: int) -> bool:
    """Whether a phrase gives the number that another is compared with."""
    number = any(tree.tags[n] == "CD" for n in tree.subtree(k))
    return tree.tokens[k].lower in ("against", "versus") and tree.comma_before(k) and number


def against(tree: Tree, k: int) -> bool:
    """The second half of `by 31 votes to 12`, which goes with the first."""
    number = tree.child(k, "pobj")
    return tree.tokens[k].lower == "to" and number >= 0 and tree.tags[number] == "CD"


def of_the_noun_before(tree: Tree, k: int, phrases: list[int]) -> bool:
    """`spent it on holidays in A`: it may say more of the holidays."""
    before = next((n for n in phrases if n < k and tree.edge(n) == k - 1), -1)
    if (
        before < 0
        or against(tree, k)
        or tree.deps[before] not in ("prep", "agent")
        or timed(tree, k)
        or timed(tree, before)
    ):
        return False
    last = tree.edge(before)
    plural = (
        tree.deps[before] == "prep"
        and tree.tags[last] == "NNS"
        and tree.child(last, "det", "poss") < 0
    )
    return plural and tree.tokens[k].lower in ("in", "at", "from", "with", "for")


def timed(tree: Tree, i: int) -> bool:
    """Whether a phrase says when; what is said of a noun in it says something else."""
    under = tree.subtree(i)
    aside = {
        k
        for k in under
        if tree.deps[k] in ("relcl", "acl", "appos")
        or (k > i and tree.deps[k] == "prep" and tree.tokens[k].lower != "of")
    }
    return any(
        tree.entities[k] in ("DATE", "TIME") or tree.tokens[k].lower in lx.MONTHS | lx.WEEKDAYS
        for k in (tree.subtree(i, aside) if aside else under)
    )


def of_a_day(tree: Tree, before: int, k: int) -> bool:
    """`by nine o'clock this morning`, `at noon on Friday`: an hour says little without its day."""
    hour = [n for n in tree.subtree(before) if n > before and tree.tags[n][:2] in ("NN", "CD")]
    near = tree.edge(before) + 1 == tree.begin(k)
    lasting = tree.tokens[before].lower in ("for", "in", "within", "over")
    return bool(hour) and near and not lasting and all(tree.entities[n] == "TIME" for n in hour)


# Verbs that say enough without a place: something begins, ends, or befalls somebody, once.
ONCE = frozenset(
    "bear baptise baptize christen bury cremate marry wed ordain crown kill murder assassinate"
    " execute hang behead drown shoot stab poison injure wound arrest capture abduct kidnap convict"
    " elect found establish incorporate build erect construct design invent sign publish die perish"
    " open premiere debut graduate retire resign".split()
)


def told_anywhere(tree: Tree, verb: int, loose: list[int]) -> bool:
    """`was born in A on DATE`, `died in A in 1950`: each says enough without the other, where one
    person or thing is meant and the place has a name."""
    who = tree.subject(verb)
    if who < 0 and tree.deps[verb] in ("acl", "advcl", "relcl", "conj"):
        above = tree.heads[verb]
        who = above if tree.deps[verb] == "acl" else tree.subject(above)
    one = who >= 0 and tree.tags[who] in ("NNP", "PRP", "WP", "NN", "WDT")
    first = tree.child(who, "det") if who >= 0 else -1
    if not one or (tree.tags[who] == "NN" and first >= 0 and indefinite(tree, who)):
        return False
    done = tree.tags[verb] in ("VBN", "VBD") and base_of(tree.tokens[verb].lower) in ONCE
    place = tree.child(loose[0], "pobj")
    there = tree.tokens[loose[0]].lower in ("in", "at", "near") and place >= 0
    named = there and proper(tree, place) and not timed(tree, loose[0])
    return done and named and any(timed(tree, k) for k in loose[1:])
