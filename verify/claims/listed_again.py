"""Items of a list that the parser takes for a description, or for the outer noun's partner.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verify.claims.callings import calling
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import NAMES, child, kids, rehung, said, subject_of
from verify.ports import Word

LEADS = ("det", "poss", "nummod")
# Adjectives that are what somebody is called, as well.
CALLINGS = frozenset("academic intellectual creative professional radical native".split())


def callings_listed(text: str, words: list[Word]) -> list[Word]:
    """`is a retired nurse, climber and painter`: a bare noun before an `and` is the next item, and
    not what every nurse is."""
    for first, w in enumerate(words):
        found = (
            _bare_beside(text, words, first) if w.tag == "NN" and _new(text, words, first) else []
        )
        last = found[-1] if found else first
        joined = any(said(text, words[k]).lower() == "and" for k in kids(words, last))
        human = any(calling(said(text, words[k]), compound=False) for k in (first, *found))
        if not (found and joined and human):
            continue
        for before, n in pairwise([first, *found]):
            words[n] = words[n]._replace(head=before, dep="conj")
        for k in kids(words, first):
            if k > last and words[k].dep == "conj":
                words[k] = words[k]._replace(head=last)
    for n, w in enumerate(words):
        name = w.tag == "NNP" and said(text, w).islower()  # `cook and baker`, taken for a name
        adjective = w.tag == "JJ" and said(text, w).lower() in CALLINGS
        if w.dep != "conj" or not (name or adjective):
            continue
        called = any(calling(said(text, v), compound=False) for v in (w, words[w.head]))
        if words[w.head].tag == "NN" and called:
            words[n] = w._replace(tag="NN")
    return words


def _bare_beside(text: str, words: Sequence[Word], first: int) -> list[int]:
    """The nouns without an article that stand beside a noun, each behind a comma."""
    return [
        n
        for n in kids(words, first)
        if words[n].dep == "appos"
        and words[n].tag == "NN"
        and n > first
        and child(words, n, *LEADS) < 0
        and said(text, words[first_word(words, n) - 1]) == ","
    ]


def _new(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a noun, or the first of its list, has `a`."""
    while words[n].dep == "conj" and child(words, n, *LEADS) < 0:
        n = words[n].head
    own = child(words, n, "det")
    return own >= 0 and said(text, words[own]).lower() in ("a", "an")


def another_of_them(text: str, words: list[Word]) -> list[Word]:
    """`served as the head of A, the head of B and the dean of C`: with the same words again, the
    second is no description of A."""
    for n, w in enumerate(words):
        begin = first_word(words, n) if w.dep in ("appos", "npadvmod", "dep") else 0
        if begin < 4 or said(text, words[begin - 1]) != ",":
            continue
        item = next((k for k in _above(words, begin - 2) if _same(text, words, k, n)), -1)
        if item >= 0 and last_word(words, item) >= begin - 2 and item != n:
            last = w.head
            words[n] = w._replace(head=item, dep="conj")
            rehung(words, last, item, between=(item, n), labels=("punct",))
    return words


def _above(words: Sequence[Word], n: int) -> list[int]:
    """The nouns that `n` stands in: `B`, `head` for `the head of B`."""
    found = []
    while words[n].head != n and words[n].tag[:2] not in ("VB", "MD"):
        found.append(n)
        n = words[n].head
    return found


def _same(text: str, words: Sequence[Word], a: int, b: int) -> bool:
    """Whether two nouns are the same word, with the same article and preposition."""
    if said(text, words[a]).lower() != said(text, words[b]).lower():
        return False
    own = [(child(words, k, "det"), child(words, k, "prep")) for k in (a, b)]
    if any(link < k for (_, link), k in zip(own, (a, b), strict=True)):
        return False
    led = [said(text, words[det]).lower() if det >= 0 else "" for det, _ in own]
    links = [said(text, words[link]).lower() for _, link in own]
    return led[0] == led[1] and links[0] == links[1]


CHILDREN = frozenset("son daughter child sons daughters children".split())
PARTNERS = frozenset(
    "wife husband spouse partner consort mistress girlfriend boyfriend concubine lover".split()
)


def both_parents(text: str, words: list[Word]) -> list[Word]:
    """`was the son of A, a king, and his wife, B`: he was the son of both, and nobody's wife."""
    for n, w in enumerate(words):
        whose = child(words, n, "poss")
        partner = w.dep == "conj" and whose >= 0 and said(text, w).lower() in PARTNERS
        above = w.head
        if words[above].tag[:2] == "VB":
            above = max(child(words, above, "attr"), 0)
        if not partner or said(text, words[above]).lower() not in CHILDREN:
            continue
        of = next((k for k in kids(words, above) if said(text, words[k]).lower() == "of"), -1)
        parent = child(words, of, "pobj") if of >= 0 else -1
        own = words[whose].tag == "PRP$" and above < parent < n
        if not own or words[parent].tag not in NAMES:
            continue
        words[n] = w._replace(head=parent)
        rehung(words, w.head, parent, between=(parent, n), labels=("cc", "punct"))
    return words


def as_well_as_for(text: str, words: list[Word]) -> list[Word]:
    """`spoke for A, as well as for B`: what stands behind `as well as` goes with the same word
    before it."""
    for n, w in enumerate(words):
        joint = n - 1
        also = w.dep == "prep" and joint > 2 and words[joint].dep == "cc" and w.head < joint
        if not also or [said(text, v).lower() for v in words[n - 3 : n]] != ["as", "well", "as"]:
            continue
        before = [k for k, v in enumerate(words[: n - 3]) if v.dep == "prep" and _word(text, v, w)]
        if before and last_word(words, before[-1]) >= n - 5 and words[before[-1]].head != joint:
            words[n] = w._replace(head=joint)
            words[joint] = words[joint]._replace(head=before[-1])
    return words


def _word(text: str, v: Word, w: Word) -> bool:
    return said(text, v).lower() == said(text, w).lower()


def nobody_is_a_body(text: str, words: list[Word]) -> list[Word]:
    """`a professor at A, B, and the Institute of C`: no professor is an institute."""
    for n, w in enumerate(words):
        who, joint = w.head, first_word(words, n) - 1
        who = max(child(words, who, "attr"), 0) if words[who].tag[:2] == "VB" else who
        body = w.dep == "conj" and w.tag in NAMES and w.entity == "ORG" and words[who].tag == "NN"
        if not body or child(words, n, "det") < 0 or not who < joint or words[joint].dep != "cc":
            continue
        called = calling(said(text, words[who]), compound=False) == "person"
        link = next((k for k in kids(words, who) if words[k].dep == "prep"), -1)
        last = child(words, link, "pobj") if who < link < joint else -1
        while last >= 0 and (after := child(words, last, "conj")) > last:
            last = after
        near = last_word(words, last) if last >= 0 else -1
        if called and words[last].entity == "ORG" and joint - 2 <= near < joint:
            words[n] = w._replace(head=last)
            rehung(words, w.head, last, between=(near, n), labels=("cc", "punct"))
    return words


# Nouns that say little without whose or of what: `a cook and member of the guild`.
RELATIVES = frozenset(
    "son daughter child brother sister husband wife father mother uncle aunt nephew niece cousin"
    " grandson granddaughter grandfather grandmother stepfather stepmother stepson stepdaughter"
    " widow widower partner".split()
)
RELATED = RELATIVES | frozenset(
    "member fellow founder co-founder recipient winner graduate alumnus alumna native resident"
    " citizen head director president chairman chairwoman chair leader owner co-owner secretary"
    " governor mayor minister editor author advocate supporter opponent critic survivor veteran"
    " student pupil disciple follower descendant pioneer proponent champion patron holder laureate"
    " friend assistant manager captain creator".split()
)


def member_of(text: str, words: list[Word]) -> list[Word]:
    """`is a poet and member of the guild`: a member of the guild, and a poet of none; `the brother
    of A and cousin of B`: B's cousin."""
    for n, w in enumerate(words):
        first = w.head
        last = first
        while (after := child(words, last, "conj")) > last:
            last = after
        of = w.dep == "prep" and said(text, w).lower() == "of" and n == last + 1
        if not of or last == first or words[last].tag != "NN" or words[first].tag != "NN":
            continue
        twice = any(_word(text, words[k], w) for k in kids(words, first) if k < last)
        alone = said(text, words[last]).lower() in RELATED and _new(text, words, first)
        alone = alone and child(words, last, *LEADS) < 0
        if twice or (alone and said(text, words[first]).lower() not in RELATED):
            words[n] = w._replace(head=last)
    return words


def mayor_since(text: str, words: list[Word]) -> list[Word]:
    """`is a lawyer and the mayor of A since 2015`: mayor since then, and a lawyer for longer."""
    for n, w in enumerate(words):
        link = words[w.head].head if words[w.head].dep == "attr" else w.head
        since = w.dep == "prep" and said(text, w).lower() in ("since", "from", "until", "between")
        first = child(words, link, "attr")
        year = child(words, n, "pobj")
        if not since or not link < first < n or year < n or words[year].entity != "DATE":
            continue
        last = first
        while (after := child(words, last, "conj")) > last:
            last = after
        if (
            last == first
            or last_word(words, last) != n - 1
            or w.head == last
            or not _new(text, words, first)
        ):
            continue
        words[n] = w._replace(head=last)
        for k in (*kids(words, link), *kids(words, first)):
            if k == last_word(words, n) + 1 and words[k].dep == "prep":
                words[k] = words[k]._replace(head=last)  # `from 2010 to 2015`
    return words


def her_mother_a_nurse(text: str, words: list[Word]) -> list[Word]:
    """`His father was a cook and his mother, NAME, a nurse`: the second clause has no verb of its
    own, and his father is no mother."""
    for n, w in enumerate(words):
        kin = (
            w.dep == "conj" and said(text, w).lower() in RELATIVES and child(words, n, "poss") >= 0
        )
        verb = w.head if words[w.head].tag[:2] == "VB" else words[w.head].head
        first, subject = child(words, verb, "attr"), subject_of(words, verb)
        told = [k for k in kids(words, n) if words[k].dep == "appos" and k > n]
        told += [k for m in told for k in kids(words, m) if words[k].dep == "appos"]
        if not kin or not 0 <= subject < verb < first < n or w.head not in (verb, first):
            continue
        if not told or words[told[-1]].tag != "NN" or not _new(text, words, told[-1]):
            continue
        rehung(words, w.head, verb, between=(first, n), labels=("cc", "punct"))
        words[n] = w._replace(head=verb, dep="dep")
        for k in (*told, *kids(words, subject)):  # with NAME for the father, she would be NAME's
            if words[k].dep == "appos":
                words[k] = words[k]._replace(dep="dep")
    return words


STARRING = frozenset("starring co-starring featuring".split())


def starring_whom(text: str, words: list[Word]) -> list[Word]:
    """`appeared in “A” and “B”, starring NAME`: it is the title before the comma that stars NAME,
    and nobody who appeared in it."""
    for n, w in enumerate(words):
        if said(text, w).lower() not in STARRING or w.dep not in ("acl", "advcl"):
            continue
        title = n - 2
        led = n > 2 and said(text, words[n - 1]) == "," and first_word(words, n) == n
        work = led and words[title].entity == "WORK_OF_ART" and words[title].tag in NAMES
        if work and child(words, n, "dobj") > n and w.head != title:
            words[n] = w._replace(head=title, dep="acl")
    return words


LISTED_AGAIN = (
    callings_listed,
    member_of,
    mayor_since,
    her_mother_a_nurse,
    another_of_them,
    nobody_is_a_body,
    both_parents,
    as_well_as_for,
    starring_whom,
)
