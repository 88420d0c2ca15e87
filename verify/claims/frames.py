"""Frames around a clause that the parser takes for clauses beside it: `it was A … that B`,
`had it not been for A, B`."""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.regrouping import SUBJECT, kids, said, subject_of
from verify.ports import Word

INVERTED = frozenset("had were should".split())


def clefts(text: str, words: list[Word]) -> list[Word]:
    """`said it was A, rather than B, that closed C`: what closed C is said of A."""
    for n, w in enumerate(words):
        own = next((k for k in kids(words, n) if words[k].dep in SUBJECT and k < n), -1)
        if own < 0 or words[own].tag not in ("WDT", "WP"):
            continue
        if w.dep == "relcl" and _is_it(text, words, words[w.head].head):
            # `it was the aide, NAME, who called`: it is said of NAME
            beside = [k for k in kids(words, w.head) if words[k].dep == "appos" and k < own]
            words[n] = w._replace(head=beside[-1] if beside else w.head)
        if w.dep != "ccomp":
            continue
        for m in kids(words, w.head):
            thing = next((k for k in kids(words, m) if words[k].dep == "attr"), -1)
            if words[m].dep == "ccomp" and m < thing < own and _is_it(text, words, m):
                words[n] = w._replace(head=thing, dep="relcl")
                break
    return words


def _is_it(text: str, words: Sequence[Word], verb: int) -> bool:
    subject = subject_of(words, verb)
    it = subject >= 0 and said(text, words[subject]).lower() == "it"
    return it and said(text, words[verb]).lower() in lx.BE


def conditions(text: str, words: list[Word]) -> list[Word]:
    """`had it not been for A, B would have gone`: a verb before its subject says `if`."""
    for n, w in enumerate(words):
        after = [k for k in kids(words, w.head) if words[k].dep == "ccomp" and k > n]
        if w.dep != "ccomp" or not after or w.head > n or not _opens_with_verb(text, words, n):
            continue
        if not any(said(text, words[k]) == "," for k in range(n, after[0])):
            continue
        for k in kids(words, n):
            if words[k].dep == "mark" and k < n:
                words[k] = words[k]._replace(head=after[0])
        words[n] = w._replace(head=after[0], dep="advcl")
    return words


def _opens_with_verb(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether `had`, `were` or `should` stands right before the subject of a clause."""
    inside = [n, *kids(words, n)]
    inside += [k for m in kids(words, n) if words[m].dep == "ccomp" for k in kids(words, m)]
    subject = next((k for k in inside if words[k].dep in SUBJECT), -1)
    first = said(text, words[subject - 1]).lower() if subject > 0 else ""
    return first in INVERTED and subject - 1 in inside
