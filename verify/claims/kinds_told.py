"""What a sentence calls the named examples that it gives: `films such as “A”`, `senators including
NAME`, `the 2016 film “A”`.

That A is a film is taken for granted, and can be as wrong as the rest. Only kinds that a thing or
a person plainly is or is not are told: a topic, a challenge and an award are left alone.
"""

from __future__ import annotations

import re

from verify.claims import lexicon as lx
from verify.claims.generals import general_term
from verify.claims.phrases import Proposition, article_for, render, word
from verify.claims.reading import PLACES, Reading
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree

WORKS = frozenset(
    "film movie documentary show series sitcom drama musical play opera ballet novel book memoir"
    " anthology"
    " album song single track game magazine newspaper journal tabloid podcast website blog"
    " painting sculpture".split()
)
# What the year in brackets behind its title says of a work.
COMES_OUT = {
    **dict.fromkeys("film movie documentary album song single track".split(), "released"),
    **dict.fromkeys("novel book memoir anthology".split(), "published"),
}
BODIES = frozenset(
    "company firm startup start-up bank brand retailer insurer airline carmaker supermarket chain"
    " club band group outlet publication broadcaster publisher network channel station label"
    " charity ngo organization organisation union party agency university college school hospital"
    " museum gallery theatre theater festival militia regiment platform app language drug"
    " vaccine".split()
)
KINDS = WORKS | BODIES | lx.ROLE_HEADS
# A clause under these is somebody's word, and so is what he calls the examples in it.
REPORTED = frozenset({"ccomp", "csubj"})
NAMING = frozenset({"compound", "det", "nmod"})
SAME = frozenset({"series"})  # one and many alike
# Adjectives of belonging part kinds: `musical films`, `local papers`. These, alike in their
# endings, count or praise.
BELONGING = ("al", "ic", "ary")
NOT_BELONGING = frozenset(
    "several special original crucial typical controversial influential essential real critical"
    " iconic historic legendary extraordinary fantastic exceptional individual initial final"
    " additional occasional usual equal vital specific necessary customary exemplary dramatic"
    " sensational phenomenal successful principal".split()
)
YEAR = re.compile(r"(?:1[89]|20)\d\d")


def kind_of_examples(reading: Reading, i: int) -> None:
    """`has worked for papers such as A and B` → `A is a paper` · `B is a paper`."""
    item = reading.tree.child(i, "pobj")
    if item >= 0:
        _state(reading, item, general_term(reading.tree, i), KINDS)


def kind_beside(reading: Reading, i: int) -> None:
    """`made two films, A and B` → `A is a film` · `B is a film`; who people are, others tell."""
    _state(reading, i, reading.tree.heads[i], WORKS | BODIES)


def _state(reading: Reading, item: int, general: int, kinds: frozenset[str]) -> None:
    tree = reading.tree
    if not 0 <= general < item or tree.tags[general] != "NNS":
        return
    one = _one(tree.tokens[general].lower)
    beside = general < tree.child(general, "conj") < item or tree.deps[general] == "conj"
    own = tree.deps[general] == "conj" and _lists_before(tree, general)
    if one not in kinds or _somebodys_word(tree, general) or (beside and not own):
        return  # `films and plays, including A`: which of the two is A
    kind = _kind(tree, general, one)
    fits = _one_person if one in lx.ROLE_HEADS else _named
    found = [q for k in tree.conjuncts(item) if fits(tree, k) for q in _told(tree, k, kind)]
    reading.later.append(lambda: reading.found.extend(found))


def _lists_before(tree: Tree, general: int) -> bool:
    """`films such as A, and plays such as B`: each noun of the two has its own examples."""
    above = tree.heads[general]
    return any(tree.tokens[k].lower in ("as", "including") for k in tree.kids[above])


def _one_person(tree: Tree, i: int) -> bool:
    """`singers, including The Ferrymen`: no single person, but a band."""
    band = tree.entities[i] == "ORG" and tree.child(i, "compound", "nmod") < 0
    return _named(tree, i) and tree.child(i, "det") < 0 and not band


def titled_works(tree: Tree) -> list[Proposition]:
    """`played A in the 2016 film “B”` → `“B” is a 2016 film`."""
    found: list[Proposition] = []
    for title in range(1, len(tree.tokens)):
        one = tree.tokens[title - 1].lower
        if _quoted(tree, title) and one in WORKS and not _somebodys_word(tree, title):
            found += _told(tree, title, _kind(tree, title - 1, one))
    return found


def _told(tree: Tree, name: int, kind: list[Token]) -> list[Proposition]:
    """`A is a KIND`, and when it came out where a year in brackets says so: `“A” (1999)`."""
    own = [k for k in tree.kids[name] if k < name and tree.deps[k] in NAMING]
    core = [name] if _quoted(tree, name) else [k for o in own for k in tree.subtree(o)]
    named = [tree.tokens[k] for k in sorted({*core, name})]
    told = [word("is", Tag.FIN), word(article_for(render(kind)), Tag.DET), *kind]
    found = [Proposition((*named, *told), "title")]
    behind = tree.tokens[name + 1 : name + 4]
    dated = [t.text for t in behind[::2]] == ["(", ")"] and YEAR.fullmatch(behind[1].text)
    if dated and (came_out := COMES_OUT.get(kind[-1].lower)):
        when = (word("was", Tag.FIN), word(came_out), word("in", Tag.PREP), behind[1])
        found.append(Proposition((*named, *when), "title"))
    return found


def _one(noun: str) -> str:
    """The singular of a plural: `companies` → `company`."""
    if noun in SAME or not noun.endswith("s"):
        return noun if noun in SAME else ""
    if noun.endswith("ies") and noun != "movies":
        return noun[:-3] + "y"
    whole = noun[:-1]
    return noun[:-2] if whole not in KINDS and noun[:-2] in KINDS else whole


def _kind(tree: Tree, noun: int, one: str) -> list[Token]:
    """A kind in the singular, with the words before it that say which: `Canadian television
    series`, not `several popular series`."""
    first = noun
    while first > 0 and (tree.tags[first - 1] in ("NN", "NNP") or _says_which(tree, first - 1)):
        first -= 1
    last = tree.tokens[noun]
    return [*tree.tokens[first:noun], Token(one, last.start, last.end, Tag.WORD)]


def _says_which(tree: Tree, i: int) -> bool:
    """Whether a word before a kind narrows it: a nation, a year, an adjective of belonging."""
    one = tree.tokens[i].lower
    belongs = tree.tags[i] == "JJ" and one.endswith(BELONGING) and one not in NOT_BELONGING
    return belongs or tree.entities[i] == "NORP" or YEAR.fullmatch(tree.tokens[i].text) is not None


def _named(tree: Tree, i: int) -> bool:
    """Whether an example is a plain name: nothing hangs on it but words of the name.

    A place that stands for a team of its own (`teams including Leeds`) is none.
    """
    if _quoted(tree, i):
        return True
    apart = ("conj", "cc", "punct")
    own = [k for k in tree.kids[i] if tree.deps[k] not in apart]
    words = [k for k in own if tree.tokens[k].text not in "()" and tree.entities[k] != "DATE"]
    plain = all(tree.deps[k] in NAMING and k < i for k in words)
    two = any(tree.tokens[n].lower == "and" for k in words for n in tree.subtree(k))
    return tree.tags[i] == "NNP" and plain and not two and tree.entities[i] not in PLACES


def _quoted(tree: Tree, i: int) -> bool:
    """A title in quotation marks, which is one word."""
    return i < len(tree.tokens) and tree.tags[i] == "NNP" and tree.tokens[i].text[:1] in '"“'


def _somebodys_word(tree: Tree, i: int) -> bool:
    return any(tree.deps[a] in REPORTED for a in tree.ancestors(i))
