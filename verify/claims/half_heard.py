"""Nouns and names that the parser leaves beside what they belong to: `sparked deadly A`.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims.reach import first_word
from verify.claims.regrouping import (
    FINITE,
    NAMES,
    NOUNS,
    child,
    helps_of,
    kids,
    root_of,
    said,
    subject_of,
)
from verify.ports import Word


def near_one(text: str, words: list[Word]) -> list[Word]:
    """`in neighbouring A`: a form in -ing is no title of A."""
    for n, w in enumerate(words):
        name = words[w.head].tag in NAMES and w.head > n
        loose = w.dep in ("amod", "compound") and w.tag == "NN" and not w.entity
        if loose and name and said(text, w).islower() and said(text, w).endswith("ing"):
            words[n] = w._replace(tag="JJ", dep="amod")
    return words


def sparked_it(text: str, words: list[Word]) -> list[Word]:
    """`A admits its line sparked deadly fire`: a noun right behind a verb that has no object is
    its object."""
    for n, w in enumerate(words):
        verb = first_word(words, n) - 1
        if w.dep != "dep" or w.tag not in NOUNS or verb <= w.head:
            continue
        clause = words[verb].dep == "ccomp" and words[verb].head == w.head
        active = words[verb].tag in FINITE and all(k < verb for k in kids(words, verb))
        if clause and active and subject_of(words, verb) >= 0:
            words[n] = w._replace(head=verb, dep="dobj")
    return words


CALLED = frozenset("called named dubbed known".split())


def called_so(text: str, words: list[Word]) -> list[Word]:
    """`The group called A, whose head, NAME, had left, drew B`: the group drew B; called A is
    what it is."""
    root = root_of(words)
    who = subject_of(words, root) if root > 0 else -1
    if who < 0 or who != root - 1 or said(text, words[root]).lower() not in CALLED:
        return words
    name = child(words, root, "dobj", "oprd", "attr")
    if helps_of(words, root) or name < root or words[name].tag not in NAMES:
        return words
    main = next((k for k in range(len(words) - 1, name, -1) if words[k].tag in FINITE
                 and said(text, words[k - 1]) == "," and subject_of(words, k) < 0
                 and words[k].dep in ("conj", "ccomp", "dep")), -1)  # fmt: skip
    if main < 0:
        return words
    _described_by(text, words, root, name, main)
    for k in kids(words, root):
        if k not in (who, name) and (k > main or words[k].dep == "punct"):
            words[k] = words[k]._replace(head=main)
    words[main] = words[main]._replace(head=main, dep="ROOT")
    words[who] = words[who]._replace(head=main)
    words[root] = words[root]._replace(head=who, dep="acl", tag="VBN")
    return words


def _described_by(text: str, words: list[Word], root: int, name: int, main: int) -> None:
    """The clause with `whose` or `which` between a name and its verb, put under the name."""
    told = next((k for k in kids(words, root) if name < k < main and words[k].dep == "ccomp"), -1)
    whose = next((k for k in range(name, max(told, name)) if words[k].tag == "WP$"), -1)
    if told < 0 or whose < 0:
        return
    owned = words[whose].head
    words[told] = words[told]._replace(head=name, dep="relcl")
    words[owned] = words[owned]._replace(head=told, dep="nsubj")
    for k in kids(words, name):
        if owned < k < told and words[k].dep == "punct":
            words[k] = words[k]._replace(head=owned)


def sums_up(text: str, words: list[Word]) -> list[Word]:
    """`will be free after A cut the ban, a ruling that B`: the ruling is what was told, and nobody
    *is* a ruling."""
    for n, w in enumerate(words):
        verb, first = w.head, first_word(words, n)
        if w.dep != "attr" or w.tag != "NN" or first < 2 or said(text, words[first - 1]) != ",":
            continue
        whole = next((k for k in kids(words, verb) if words[k].dep == "acomp" and k < first), -1)
        article = said(text, words[first]).lower() in ("a", "an")
        if verb < whole and article and words[verb].tag[:2] == "VB":
            words[n] = w._replace(dep="npadvmod")
    return words


def her_coach_as_well(text: str, words: list[Word]) -> list[Word]:
    """`thanked her parents, her coach, NAME, and her sister`: her parents are no coach; she thanked
    all of them."""
    for n, w in enumerate(words):
        first = w.head
        owner, own = child(words, first, "poss"), child(words, n, "poss")
        if w.dep != "appos" or not 0 <= owner < first < own < n or w.tag == words[first].tag:
            continue
        same = said(text, words[owner]).lower() == said(text, words[own]).lower()
        name = child(words, n, "appos")
        holder = name if name > n and child(words, name, "cc") >= 0 else n
        joint, last = child(words, holder, "cc"), child(words, holder, "conj")
        if not same or words[first].tag != "NNS" or not n < joint < last:
            continue
        if child(words, last, "poss") < joint:
            continue
        words[n] = w._replace(dep="conj")
        for k in (joint, last):
            words[k] = words[k]._replace(head=n)
    return words


def named_in_turn(text: str, words: list[Word]) -> list[Word]:
    """`met the mayor, NAME, the judge, NAME, and the bishop, NAME`: three persons; the mayor is no
    judge."""
    for n, w in enumerate(words):
        first = w.head
        office = words[first].head
        offices = w.dep == words[first].dep == "appos" and w.tag == words[office].tag == "NN"
        if not offices or not office < first < n or words[first].entity != "PERSON":
            continue
        name = _name_behind(text, words, n)
        owner = name if name > n and child(words, name, "cc") > name else n
        joint, last = child(words, owner, "cc"), child(words, owner, "conj")
        last = last if last != name else child(words, name, "conj")
        if not n < name < joint < last or said(text, words[joint - 1]) != ",":
            continue
        if any(child(words, k, "det") < 0 for k in (office, n, last)):
            continue
        third, verb = _name_behind(text, words, last), words[office].head
        for k in kids(words, n):
            if k > last and words[k].dep == "prep" and words[verb].tag[:2] == "VB":
                words[k] = words[k]._replace(head=verb)
        words[n] = w._replace(head=office, dep="conj")
        words[name] = words[name]._replace(head=n, dep="appos")
        words[joint] = words[joint]._replace(head=n)
        tag = "NN" if said(text, words[last]).islower() else words[last].tag
        words[last] = words[last]._replace(head=n, dep="conj", tag=tag)
        if third > last:
            words[third] = words[third]._replace(head=last, dep="appos")
    return words


def _name_behind(text: str, words: Sequence[Word], n: int) -> int:
    """The head of the name right behind a noun and a comma; −1."""
    comma = n + 2 < len(words) and said(text, words[n + 1]) == ","
    return next(
        (
            k
            for k in range(n + 2, len(words) if comma else 0)
            if words[k].tag in NAMES and words[k].dep in ("appos", "conj")
            and first_word(words, k) == n + 2
        ),
        -1,
    )  # fmt: skip


HALF_HEARD = (
    near_one,
    sparked_it,
    called_so,
    sums_up,
    her_coach_as_well,
    named_in_turn,
)
