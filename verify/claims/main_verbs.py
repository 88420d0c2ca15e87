"""What stands before a main verb and was tied to another: the subject behind a concession, a time.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.reach import first_word
from verify.claims.regrouping import FINITE, NOUNS, SUBJECT, hangs_on, kids, said, subject_of
from verify.claims.verbs import base_of
from verify.ports import Word

CONCEDING = frozenset("while although though whereas".split())


def main_after_concession(text: str, words: list[Word]) -> list[Word]:
    """`While A work for B, C and D perform better`: C and D perform, and are no more of what A
    work for."""
    verb = words[0].head if words else 0
    if not words or words[0].dep != "mark" or said(text, words[0]).lower() not in CONCEDING:
        return words
    main = _main(words, verb)
    comma = next((k for k in range(verb, main) if said(text, words[k]) == ","), -1)
    thing = _behind(words, verb, comma, main) if comma > 0 else -1
    if thing < 0:
        return words
    _new_subject(words, thing, comma, main)
    if words[verb].head == verb:
        words[main] = words[main]._replace(head=main, dep="ROOT")
        words[verb] = words[verb]._replace(head=main, dep="advcl")
    for k in kids(words, verb):
        if thing < k < main:
            told = words[k].tag[:2] == "VB" and words[max(subject_of(words, k), 0)].tag == "WDT"
            dep = "relcl" if told else words[k].dep
            words[k] = words[k]._replace(head=thing, dep=dep)
        elif k > main:
            words[k] = words[k]._replace(head=main)
    return words


def _main(words: Sequence[Word], verb: int) -> int:
    """The verb of the main clause, which has no subject; −1."""
    for k in range(verb + 1, len(words)):
        joined = words[k].dep == "conj" and words[k].head == verb and words[verb].head == verb
        joint = any(words[m].dep == "cc" and m < k for m in kids(words, verb))
        main = words[verb].dep == "advcl" and words[verb].head == k
        if words[k].tag in FINITE and ((joined and not joint) or main):
            return k if subject_of(words, k) < 0 else -1
    return -1


def _behind(words: Sequence[Word], verb: int, comma: int, main: int) -> int:
    """The noun right behind a comma that was taken for a part of the concession; −1."""
    for k in range(comma + 1, main):
        own = [m for m in range(comma + 1, k + 1) if m == k or hangs_on(words, m, k)]
        listed = words[k].tag in NOUNS and words[k].head < comma and hangs_on(words, k, verb)
        if listed and own[0] == comma + 1:
            return k
    return -1


def _new_subject(words: list[Word], thing: int, comma: int, main: int) -> None:
    """Hang a noun on the main verb; what stands before the comma takes its place."""
    old = words[thing]
    before = [k for k in kids(words, thing) if k < comma]
    if before:
        top = max(before, key=lambda k: (words[k].tag in NOUNS, k))
        for k in before:
            words[k] = words[k]._replace(head=top)
        words[top] = words[top]._replace(head=old.head, dep=old.dep)
    elif old.dep == "conj":
        for k in kids(words, old.head):
            if k > thing:
                words[k] = words[k]._replace(head=thing)
    words[thing] = old._replace(head=main, dep="nsubj")


def minutes_before(text: str, words: list[Word]) -> list[Word]:
    """`drinking tea two hours before a race cut cramps`: a verb with a subject already; the race
    says when."""
    for n, w in enumerate(words):
        verb = w.head
        if w.dep != "mark" or said(text, w).lower() not in ("before", "after") or n < 2:
            continue
        subjects = [k for k in kids(words, verb) if words[k].dep in SUBJECT]
        timed = words[n - 1].dep == "npadvmod" and words[n - 1].entity in ("TIME", "DATE")
        if len(subjects) != 2 or not timed or words[n - 1].head not in (n, verb):
            continue
        first, second = subjects
        if not first < n < second < verb or first_word(words, second) != n + 1:
            continue
        words[n] = w._replace(head=first, dep="prep")
        words[n - 1] = words[n - 1]._replace(head=n)
        words[second] = words[second]._replace(head=n, dep="pobj")
    return words


def clauses_dashed(text: str, words: list[Word]) -> list[Word]:
    """`A takes years — it is a long job, NAME said`: both are what NAME said."""
    for n, w in enumerate(words):
        second = w.head
        if w.dep != "ccomp" or not n < second or words[second].dep != "ccomp":
            continue
        speech = words[second].head
        subject = subject_of(words, second)
        told = second < speech and base_of(said(text, words[speech]).lower()) in lx.SPEECH
        if not told or not n < subject or words[n].tag not in FINITE or subject_of(words, n) < 0:
            continue
        if said(text, words[first_word(words, subject) - 1]) not in ("—", "–", "--", ";"):
            continue
        words[n] = w._replace(head=speech)
        words[second] = words[second]._replace(head=n, dep="conj")
    return words


MAIN_VERBS = (main_after_concession, minutes_before, clauses_dashed)
