"""What opens a sentence or a clause, where the parser ties it to the clause or noun beside it.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.marks import DASHES
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import FINITE, SUBJECT, child, helps_of, kids, said, subject_of
from verify.claims.run_in import heading_first
from verify.claims.verbs import base_of
from verify.ports import Word

# Verbs that may stand before their subject: `and soon after came the flood`.
TURNED = frozenset("come follow go be stand lie sit arrive begin start appear rise fall".split())
TIMES = frozenset("soon later then after afterwards subsequently eventually shortly".split())


def where_first(text: str, words: list[Word]) -> list[Word]:
    """`During the fair, the hall in A shows B`: the hall shows it, and is no other name of the
    fair."""
    first, noun = words[:1], -1
    root = words[first[0].head] if first and first[0].dep == "prep" else None
    if root is None or root.dep != "ROOT" or root.tag not in (*FINITE, "VBN", "VB", "VBG"):
        return words
    verb = first[0].head
    noun = child(words, 0, "pobj")
    who = child(words, noun, "appos") if noun > 0 else -1
    commas = [k for k in range(verb) if said(text, words[k]) == ","]
    if subject_of(words, verb) >= 0 or not noun < who < verb or len(commas) != 1:
        return words
    if first_word(words, who) != commas[0] + 1:
        return words
    for k in kids(words, noun):
        if k > commas[0] and k != who:
            words[k] = words[k]._replace(head=who)
    words[commas[0]] = words[commas[0]]._replace(head=verb)
    passive = any(words[k].dep == "auxpass" for k in kids(words, verb))
    words[who] = words[who]._replace(head=verb, dep="nsubjpass" if passive else "nsubj")
    return words


def opens_next(text: str, words: list[Word]) -> list[Word]:
    """`looked for tales about the town and from May they will be read`: what stands between `and`
    and a subject belongs to the second clause."""
    for n, w in enumerate(words):
        subject = subject_of(words, n)
        if w.dep != "conj" or not w.head < subject < n:
            continue
        end = first_word(words, subject) - 1
        end -= said(text, words[end]) == ","
        near = [*kids(words, w.head), *kids(words, n)]
        phrase = [k for k in near if _opens(words, k) and last_word(words, k) == end]
        joint = first_word(words, phrase[0]) - 1 if phrase else -1
        if joint <= w.head or words[joint].dep != "cc":
            continue
        if any(words[k].dep == "cc" for k in range(joint + 1, n)):
            continue
        if any(subject_of(words, k) >= 0 for k in range(w.head + 1, joint)):
            continue  # `said A when B fell and in May C rose`: either may be gone on with
        words[phrase[0]] = words[phrase[0]]._replace(head=n)
        words[joint] = words[joint]._replace(head=w.head)
    return words


def _opens(words: Sequence[Word], k: int) -> bool:
    return words[k].dep in ("prep", "npadvmod", "advmod")


def and_in_years_past(text: str, words: list[Word]) -> list[Word]:
    """`is a fine group this year – and in years past – and I am glad`: what two dashes enclose
    goes with the clause before them."""
    for n, w in enumerate(words):
        main = w.head
        if w.dep != "conj" or subject_of(words, n) < 0 or main > n:
            continue
        for k in kids(words, n):
            start, end = first_word(words, k) - 1, last_word(words, k) + 1
            if words[k].dep != "prep" or not main < start or end + 1 >= n:
                continue
            joined = words[start].dep == "cc" and words[end + 1].dep == "cc"
            if joined and {said(text, words[start - 1]), said(text, words[end])} <= DASHES:
                words[k] = words[k]._replace(head=main)
                words[start] = words[start]._replace(head=k, dep="advmod")
                words[end] = words[end]._replace(head=k)
                words[start - 1] = words[start - 1]._replace(head=k)
    return words


def doing_it_makes(text: str, words: list[Word]) -> list[Word]:
    """`A may be old, but looking at B makes me laugh`: it is looking at B that makes me laugh."""
    for n, w in enumerate(words):
        main = w.head
        if w.dep != "conj" or w.tag != "VBG" or main > n or helps_of(words, n):
            continue
        verb = next((k for k in kids(words, n) if words[k].dep == "conj" and k > n), -1)
        joined = any(words[k].dep == "cc" for k in kids(words, n))
        behind = words[first_word(words, n) - 1].dep == "cc"
        if verb < 0 or joined or not behind or words[main].tag == "VBG":
            continue
        if words[verb].tag not in ("VBZ", "VBD") or subject_of(words, verb) >= 0:
            continue
        if said(text, words[verb - 1]) == ",":
            continue
        words[verb] = words[verb]._replace(head=main)
        words[n] = w._replace(head=verb, dep="csubj")
    return words


def soon_after(text: str, words: list[Word]) -> list[Word]:
    """`worked as A and soon after wrote his first book`: the book did not write, whoever worked
    did."""
    for n, w in enumerate(words):
        subject = subject_of(words, n)
        if w.dep != "conj" or w.tag != "VBD" or subject < n or w.head > n:
            continue
        base = base_of(said(text, w).lower())
        early = [k for k in range(w.head + 1, n) if words[k].dep == "cc"]
        led = early and all(said(text, words[k]).lower() in TIMES for k in range(early[-1] + 1, n))
        object_ = any(words[k].dep in ("dobj", "attr", "prt") for k in kids(words, n))
        if led and early[-1] < n - 1 and not object_ and base not in TURNED | lx.PLAIN_SAYING:
            words[subject] = words[subject]._replace(dep="dobj")
    return words


def of_a_person_doing(text: str, words: list[Word]) -> list[Word]:
    """`NAME, a maker focused on A, sold B`: a clause has no comma before its second verb where no
    `and` follows, so that focused tells of the maker."""
    for n, w in enumerate(words):
        subject = subject_of(words, n)
        verb = next((k for k in kids(words, n) if words[k].dep == "conj" and k > n), -1)
        if w.tag not in ("VBD", "VBN") or helps_of(words, n) or not 0 <= subject < n < verb:
            continue
        beside = child(words, subject, "appos")
        if beside < 0 or last_word(words, beside) != n - 1:
            continue
        own = any(words[k].dep in (*SUBJECT, "mark") for k in kids(words, verb))
        joined = any(words[k].dep == "cc" for k in range(n, verb) if words[k].head in (n, verb))
        closed = said(text, words[first_word(words, verb) - 1]) == ","
        if own or joined or not closed or words[verb].tag not in FINITE:
            continue
        if any(words[k].dep in ("dobj", "ccomp") for k in kids(words, n)):
            continue
        for k in kids(words, n):
            if k == subject or k < subject or (k > verb and words[k].dep == "punct"):
                words[k] = words[k]._replace(head=verb)
        above = w.head if w.head != n else verb
        words[verb] = words[verb]._replace(head=above, dep=w.dep)
        words[n] = w._replace(head=beside, dep="acl", tag="VBN")
    return words


def first_when(text: str, words: list[Word]) -> list[Word]:
    """`and at one point the mayor, NAME, threatened A`: what stands before the article tells when
    she threatened it, and is no part of what she is."""
    for n, w in enumerate(words):
        noun = w.head
        if w.dep != "prep" or not n < noun or words[noun].dep not in SUBJECT:
            continue
        after, verb = last_word(words, n) + 1, words[noun].head
        after += after < noun and said(text, words[after]) == ","
        if after >= noun:
            continue
        led = words[after].head == noun and words[after].dep in ("det", "poss")
        named = first_word(words, noun) == n and words[noun].tag[:2] == "NN"
        if led and named and verb > noun and any(words[k].dep == "pobj" for k in kids(words, n)):
            words[n] = w._replace(head=verb)
    return words


OPENINGS = (
    heading_first,
    first_when,
    where_first,
    of_a_person_doing,
    opens_next,
    and_in_years_past,
    doing_it_makes,
    soon_after,
)
