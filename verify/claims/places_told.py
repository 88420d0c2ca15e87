"""Where and when a clause with `where` or `when` tells of: what stands before its comma."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.antecedents import placed_beside
from verify.claims.phrases import word
from verify.claims.reading import PLACES, Reading, proper
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree
from verify.claims.verbs import base_of

THERE = ("in", "at", "on", "near")
# One is in these, and at a club, a school or a firm.
RANKS = frozenset("army navy force forces corps party guard legion league police senate".split())
JOINING = ("join", "enter", "attend")
# Verbs of going somewhere, and those of sending somebody or something there.
GOING = frozenset("go move emigrate migrate travel return flee relocate retreat".split())
SENDING = frozenset("take send bring fly transfer carry deport exile summon rush escort".split())


def of_somebody(tree: Tree, i: int) -> bool:
    """`joined the club, where he won two titles`: what he did stands alone."""
    who = tree.subject(i)
    if tree.tokens[i].lower in lx.BE:
        return False  # `a novel, where NAME is a pilot`
    named = who >= 0 and (tree.tokens[who].tag is Tag.PRON or proper(tree, who))
    return named and tree.child(i, "dobj", "attr", "acomp", "xcomp", "prep", "agent", "oprd") >= 0


def told_there(tree: Tree, clause: int) -> bool:
    """Whether a clause is one with `where`."""
    where = any(tree.tokens[k].lower == "where" and k < clause for k in tree.kids[clause])
    return tree.deps[clause] == "relcl" and where


def date_before(reading: Reading, noun: int) -> list[Token]:
    """`in 1982` for `since 1982, when …`; [] where no date stands there."""
    tree = reading.tree
    if tree.entities[noun] not in ("DATE", "TIME"):
        return []
    link = tree.tokens[tree.heads[noun]] if tree.deps[noun] == "pobj" else None
    if tree.tags[noun] == "CD" and len(tree.tokens[noun].text) == 4:
        return [word("in", Tag.PREP), tree.tokens[noun]]
    if link is not None and link.lower not in ("in", "on", "at"):
        return []
    return [*([link] if link is not None else []), *reading.noun(noun)]


def place_before(reading: Reading, i: int) -> list[Token]:
    """`in A and B` for the places named right before `, where …`, `at NAME` for a club or a school
    that has a name, `to A` where somebody went; [] where there is none."""
    tree = reading.tree
    place = _place(reading, i)
    if place and place[0].lower in THERE and _goes(tree, i):
        return [word("to", Tag.PREP), *place[1:]]
    return place


def _place(reading: Reading, i: int) -> list[Token]:
    tree = reading.tree
    at = tree.subtree(i)[0] - 1
    while at > 0 and tree.tokens[at].tag in (Tag.COMMA, Tag.STOP):
        at -= 1
    noun = _whole(tree, tree.heads[i])
    link = tree.heads[noun] if tree.deps[noun] == "pobj" else -1
    if tree.entities[noun] in ("DATE", "TIME"):
        return _joined(reading, noun)
    if placed_beside(tree, noun):
        return []
    if link >= 0 and tree.tokens[link].lower in THERE and tree.edge(noun) > at:
        return [tree.tokens[link], *reading.line(noun, less=[i])]  # `at the school, where …`
    if _ends_at(tree, noun, i, at) and tree.entities[noun] not in PLACES:
        return [_at(tree, noun), *reading.line(noun, less=[i])]
    if at < 0 or tree.entities[at] not in PLACES or placed_beside(tree, at):
        return []
    if tree.deps[at] == "conj" and tree.deps[tree.heads[at]] != "conj":
        at = tree.heads[at]  # of three places or more, the last is meant
    at = noun if tree.heads[at] == noun and tree.deps[at] == "appos" else at  # `Lima, Peru`
    return [word("in", Tag.PREP), *reading.line(at, less=[i])]


def _joined(reading: Reading, date: int) -> list[Token]:
    """`joined NAME in 1995, where …`: at NAME; [] for `was in hospital on Saturday, where …`."""
    tree = reading.tree
    link = tree.heads[date] if tree.deps[date] == "pobj" else -1
    verb = tree.heads[link]
    name = tree.child(verb, "dobj") if link >= 0 else -1
    if name >= 0 and proper(tree, name) and base_of(tree.tokens[verb].lower) in JOINING:
        return [_at(tree, name), *reading.noun(name)]
    return _before_date(reading, link) if link > 1 else []


def _before_date(reading: Reading, link: int) -> list[Token]:
    """`began his career with NAME in 2013, where …`: at NAME; `studied in A in 1961, where …`."""
    tree = reading.tree
    name = tree.heads[link] if tree.deps[tree.heads[link]] == "pobj" else link - 1
    to = tree.heads[name]
    if tree.deps[name] != "pobj" or not proper(tree, name) or tree.edge(name) > link:
        return []
    if tree.tokens[to].lower in ("in", "at") and tree.entities[name] in PLACES:
        return [tree.tokens[to], *reading.noun(name)]
    club = tree.tokens[to].lower in ("with", "at", "for") and tree.entities[name] == "ORG"
    return [_at(tree, name), *reading.noun(name)] if club else []


def _at(tree: Tree, name: int) -> Token:
    return word("in" if tree.tokens[name].lower in RANKS else "at", Tag.PREP)


def _whole(tree: Tree, noun: int) -> int:
    """`the University of A, B, where …`: the name that ends in a place, and not its last part."""
    first = tree.heads[noun]
    beside = tree.deps[noun] == "appos" and first < noun and tree.entities[noun] in PLACES
    return first if beside and proper(tree, first) and proper(tree, noun) else noun


def _ends_at(tree: Tree, noun: int, i: int, at: int) -> bool:
    """Whether a name that somebody joined, attended … ends right before the clause."""
    own = [k for k in tree.subtree(noun, {i}) if tree.tokens[k].text[:1].isalnum()]
    new = tree.deps[noun] in ("dobj", "pobj") and proper(tree, noun)
    return new and max(own) == at


def _goes(tree: Tree, i: int) -> bool:
    """Whether a clause tells of going, or being sent, somewhere, and does not say where."""
    base = base_of(tree.tokens[i].lower)
    passive = tree.child(i, "auxpass") >= 0
    if base not in (SENDING if passive else GOING):
        return False
    after = [k for k in tree.kids[i] if k > i]
    said = any(tree.tokens[k].lower in ("to", "into", "from", "for", "through") for k in after)
    return not said and tree.child(i, "prt", "xcomp", "acomp", "oprd", "dobj", "attr") < 0
