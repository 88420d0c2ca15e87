"""What one noun is of several: `a member of A, B and C`, `the son of A and his queen`.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.reach import first_word
from verify.claims.regrouping import NAMES, child, helps_of, kids, said, subject_of
from verify.ports import Word

BORN_OF = frozenset("son daughter child grandson granddaughter grandchild".split())
OWNED = frozenset("his her their".split())
BESIDE = frozenset("wife husband queen consort mistress concubine partner king".split())


def three_bodies(text: str, words: list[Word]) -> list[Word]:
    """`wrote for A, the B, and the C`, all of them bodies: no two are one, since `and` has a comma
    before it, too."""
    for n, w in enumerate(words):
        first = w.head
        listed = w.dep == "appos" and _body(words, first) and _body(words, n)
        last = child(words, first, "conj") if listed else -1
        if last < n or not _body(words, last) or words[first].dep not in ("pobj", "dobj"):
            continue
        joint = next((k for k in kids(words, first) if words[k].dep == "cc" and k > n), -1)
        begins = said(text, words[first_word(words, n) - 1]) == ","
        led = child(words, n, "det") >= 0 and child(words, last, "det") >= 0
        if begins and led and joint > 0 and said(text, words[joint - 1]) == ",":
            words[n] = w._replace(dep="conj")
            words[last] = words[last]._replace(head=n)
            words[joint] = words[joint]._replace(head=n)
    return words


def member_of_all(text: str, words: list[Word]) -> list[Word]:
    """`is a member of A, B and the C`: a body is no second thing that somebody is."""
    for n, w in enumerate(words):
        noun = w.head if words[w.head].dep == "attr" else child(words, w.head, "attr")
        told = w.dep == "conj" and 0 <= noun < n and words[noun].tag == "NN"
        if not (told and _body(words, n)) or not _somebody(text, words, noun):
            continue
        first = _whole(text, words, noun, "of")
        if not noun < first < n or not _body(words, first):
            continue
        last = first
        while (after := child(words, last, "conj", "appos")) > last and _body(words, after):
            if said(text, words[first_word(words, after) - 1]) != ",":
                break
            words[after] = words[after]._replace(dep="conj")
            last = after
        led = said(text, words[first_word(words, n)]).lower() == "the"
        if led or last > first:
            _joined(words, n, last)
    return words


def of_both_parents(text: str, words: list[Word]) -> list[Word]:
    """`was the son of A and his queen, B`: of both; he was no queen."""
    for n, w in enumerate(words):
        noun = w.head
        child_of = w.dep == "conj" and said(text, words[noun]).lower() in BORN_OF
        owner = child(words, n, "poss")
        if not child_of or owner < 0 or said(text, words[owner]).lower() not in OWNED:
            continue
        first = _whole(text, words, noun, "of")
        if noun < first < n and said(text, w).lower() in BESIDE and words[first].tag in NAMES:
            _joined(words, n, first)
    return words


def two_behind_one(text: str, words: list[Word]) -> list[Word]:
    """`famous as the founder, drummer, and writer of A`: a preposition has one thing behind it, and
    what follows on a comma is the second of a list."""
    for n, w in enumerate(words):
        first = child(words, w.head, "pobj")
        if w.dep != "pobj" or not w.head < first < n or child(words, n, "conj") < n:
            continue
        comma = n - 1
        if (
            comma == first + 1
            and said(text, words[comma]) == ","
            and w.tag == words[first].tag == "NN"
        ):
            words[n] = w._replace(head=first, dep="conj")
            words[comma] = words[comma]._replace(head=first)
    return words


def actress_and_model(text: str, words: list[Word]) -> list[Word]:
    """`is an actress and model known for A`: beside `is` stands no bare verb."""
    for n, w in enumerate(words):
        verb = w.head
        bare = w.dep == "conj" and w.tag in ("VB", "VBP") and said(text, words[verb]).lower() in (
            "is", "was", "are", "were")  # fmt: skip
        what = child(words, verb, "attr")
        beside = bare and n > 1 and words[n - 1].dep == "cc" and what == n - 2
        own = [k for k in kids(words, n) if k < n or words[k].dep in ("dobj", "xcomp", "ccomp")]
        if not beside or own or words[what].tag not in ("NN", "NNS"):
            continue
        words[n] = w._replace(head=what, tag=words[what].tag)
        words[n - 1] = words[n - 1]._replace(head=what)
    return words


def called_the_last(text: str, words: list[Word]) -> list[Word]:
    """`two albums, A and B, and an album with C, called D`: one name is no two albums'."""
    for n, w in enumerate(words):
        first, name = w.head, child(words, n, "oprd", "dobj", "attr")
        naming = w.dep == "acl" and said(text, w).lower() in NAMING and n < name
        last = child(words, first, "conj") if naming and words[first].tag == "NNS" else -1
        one = first < last < n and words[last].tag == "NN" and child(words, last, "conj") < 0
        if one and child(words, name, "conj") < 0 and words[name].tag in NAMES:
            words[n] = w._replace(head=last, tag="VBN")
            if said(text, words[n - 1]) == ",":
                words[n - 1] = words[n - 1]._replace(head=last)
    return words


def and_one_called(text: str, words: list[Word]) -> list[Word]:
    """`made two films and a series called A`: whoever calls something calls it A, so that a noun
    before the name alone is no subject."""
    for n, w in enumerate(words):
        who, name = subject_of(words, n), child(words, n, "oprd")
        naming = w.tag in ("VBD", "VBN") and said(text, w).lower() in NAMING and w.dep == "conj"
        if not naming or not 0 < who < n < name or words[who].tag not in ("NN", "NNS"):
            continue
        first = child(words, w.head, "dobj", "attr", "pobj")
        joint = first_word(words, who) - 1
        free = not helps_of(words, n) and child(words, n, "dobj") < 0
        joins = free and w.head < first < joint and words[joint].dep == "cc"
        if not joins or words[name].tag not in NAMES:
            continue
        while (after := child(words, first, "conj")) > first and after < joint:
            first = after
        words[who] = words[who]._replace(head=first, dep="conj")
        words[joint] = words[joint]._replace(head=first)
        words[n] = w._replace(head=who, dep="acl", tag="VBN")
        for k in kids(words, n):
            if words[k].dep == "punct" and k > name:
                words[k] = words[k]._replace(head=w.head)
    return words


NAMING = frozenset("called titled entitled named dubbed".split())


def _joined(words: list[Word], n: int, last: int) -> None:
    """Join a word to the last item of a list, with the `and` and the comma before it."""
    noun = words[n].head
    for k in range(last + 1, first_word(words, n)):
        if words[k].head == noun and words[k].dep in ("cc", "punct"):
            words[k] = words[k]._replace(head=last)
    words[n] = words[n]._replace(head=last, dep="conj")


def _whole(text: str, words: Sequence[Word], noun: int, link: str) -> int:
    """What stands behind a noun's preposition; -1 where that has another."""
    of = next((k for k in kids(words, noun) if said(text, words[k]).lower() == link), -1)
    return child(words, of, "pobj") if of >= 0 else -1


def _body(words: Sequence[Word], n: int) -> bool:
    return words[n].tag in NAMES and words[n].entity == "ORG"


def _somebody(text: str, words: Sequence[Word], noun: int) -> bool:
    return said(text, words[noun]).lower() in HUMAN_NOUNS | lx.ROLE_HEADS | {"member", "fellow"}


OF_SEVERAL = (
    three_bodies,
    member_of_all,
    of_both_parents,
    two_behind_one,
    actress_and_model,
    and_one_called,
    called_the_last,
)
