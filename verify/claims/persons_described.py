"""What stands behind a person's name, or before it, and that the parser hangs elsewhere.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims.callings import calling
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import NAMES, child, hangs_on, kids, said
from verify.ports import Word

PLACES = ("GPE", "LOC")
LEADS = ("det", "poss", "nummod", "amod")


def person_of_a_place(text: str, words: list[Word]) -> list[Word]:
    """`Ann Roe of Leeds, a specialist`: no town is a specialist."""
    for n, w in enumerate(words):
        place = words[w.head]
        link, comma = place.head, first_word(words, n) - 1
        told = w.dep == "appos" and place.entity in PLACES and place.dep == "pobj"
        if not told or not link < w.head == comma - 1 or said(text, words[comma]) != ",":
            continue
        who = words[link].head
        person = words[who].entity == "PERSON" and words[who].tag in NAMES and who == link - 1
        of = said(text, words[link]).lower() in ("of", "from")
        if person and of and calling(said(text, w), compound=False) == "person":
            words[n] = w._replace(head=who)
    return words


def callings_behind_a_name(text: str, words: list[Word]) -> list[Word]:
    """`the death of Ann Roe, poet and translator`: one person, and no list of three."""
    for n, w in enumerate(words):
        name = words[w.head]
        named = name.entity in ("PERSON", "") and name.tag in NAMES
        named = named and child(words, w.head, "compound") >= 0
        if w.dep != "conj" or not named or name.dep == "conj" or n < w.head:
            continue
        listed = _chain(words, n)
        begin = first_word(words, n)
        alone = len(_chain(words, w.head)) == len(listed) + 1
        follows = begin > 0 and said(text, words[begin - 1]) == "," and w.head == begin - 2
        if alone and follows and len(listed) > 1 and _callings(text, words, listed):
            words[n] = w._replace(dep="appos")
    return words


def _chain(words: Sequence[Word], n: int) -> list[int]:
    """A noun and what is joined to it, one behind the other."""
    found = [n]
    for k in found:
        found += [m for m in kids(words, k) if m > k and words[m].dep == "conj"]
    return found


def _callings(text: str, words: Sequence[Word], listed: Sequence[int]) -> bool:
    """Whether all are what somebody is called, without an article: `poet and baker`."""
    return all(
        words[k].tag == "NN"
        and child(words, k, *LEADS) < 0
        and calling(said(text, words[k]), compound=False)
        for k in listed
    )


def named_by_whom(text: str, words: list[Word]) -> list[Word]:
    """`was founded by the curate Fr Ann Roe`: by her, and her name is no object of the verb."""
    for n, w in enumerate(words):
        begin = first_word(words, n)
        named = w.entity == "PERSON" and w.tag in NAMES and w.dep in ("dobj", "npadvmod", "dep")
        noun = begin - 1
        if not named or noun < 2 or words[noun].tag != "NN" or words[noun].dep != "pobj":
            continue
        by = words[noun].head
        led = child(words, noun, "det", "poss") >= 0 and words[by].head == w.head < by
        if led and last_word(words, noun) == noun:
            words[n] = w._replace(head=noun, dep="appos")
            for k in kids(words, n):
                if k > n and words[k].dep == "prep":
                    words[k] = words[k]._replace(head=w.head)  # `as a band` goes on with the verb
    return words


def posts_listed(text: str, words: list[Word]) -> list[Word]:
    """`including Collector of A, Director of B and Head of C`: one post is not the other."""
    for n, w in enumerate(words):
        first, begin = w.head, first_word(words, n)
        inner = words[first].head  # `Collector of A`, where the parser takes it for what A is
        if words[first].dep == "pobj" and _post(text, words, words[inner].head):
            first = words[inner].head
        if w.dep != "appos" or words[first].dep != "pobj":
            continue
        including = said(text, words[words[first].head]).lower() in ("including", "as")
        comma = begin > 1 and said(text, words[begin - 1]) == ","
        near = comma and hangs_on(words, begin - 2, _of_what(text, words, first))
        if including and near and _post(text, words, first) and _post(text, words, n):
            words[n] = w._replace(head=first, dep="conj")
    return words


def _post(text: str, words: Sequence[Word], n: int) -> bool:
    own = said(text, words[n])
    bare = child(words, n, "det", "poss") < 0 and words[n].entity != "PERSON"
    called = bool(calling(own, compound=False))
    return bare and called and own[:1].isupper() and _of_what(text, words, n) > n


def _of_what(text: str, words: Sequence[Word], n: int) -> int:
    links = (k for k in kids(words, n) if words[k].dep == "prep" and k > n)
    return next((k for k in links if said(text, words[k]).lower() in ("of", "for")), -1)


PERSONS_DESCRIBED = (posts_listed, person_of_a_place, callings_behind_a_name, named_by_whom)
