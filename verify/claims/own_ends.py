"""What stands behind a noun that asks for it, though the parser ties it to the verb.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from verify.claims.regrouping import said
from verify.ports import Word

TERMS = frozenset("years year months month weeks days life".split())
# What is given or rendered to something, and is thanked for.
RENDERED = frozenset(
    "service services contribution contributions devotion dedication commitment donation donations"
    " gift gifts generosity loyalty".split()
)
# `on loan from A`: whose somebody or something is.
LENT = frozenset("loan secondment lease leave".split())


def years_in_prison(text: str, words: list[Word]) -> list[Word]:
    """`was sentenced to six years in prison for theft`: nobody is sentenced in prison."""
    for n, w in enumerate(words):
        term = n - 1
        behind = w.dep == "prep" and term > 1 and said(text, w).lower() in ("in", "of")
        if not behind or said(text, words[term]).lower() not in TERMS:
            continue
        link, verb = words[term].head, words[words[term].head].head
        to = words[term].dep == "pobj" and said(text, words[link]).lower() == "to"
        if to and said(text, words[verb]).lower() in ("sentenced", "condemned"):
            words[n] = w._replace(head=term)
    return words


def services_to(text: str, words: list[Word]) -> list[Word]:
    """`was made A for her services to B`: the services are to B."""
    for n, w in enumerate(words):
        noun = n - 1
        behind = w.dep in ("prep", "dative") and noun > 1 and said(text, w).lower() == "to"
        if not behind or said(text, words[noun]).lower() not in RENDERED:
            continue
        link = words[noun].head
        given = words[noun].dep == "pobj" and said(text, words[link]).lower() in ("for", "of")
        if given and w.head < noun:
            words[n] = w._replace(head=noun, dep="prep")
    return words


def on_loan_from(text: str, words: list[Word]) -> list[Word]:
    """`plays for A on loan from B`: the loan is from B."""
    for n, w in enumerate(words):
        noun = n - 1
        if w.dep != "prep" or noun < 1 or said(text, w).lower() not in ("from", "to"):
            continue
        lent = said(text, words[noun]).lower() in LENT and words[noun].dep == "pobj"
        if lent and said(text, words[noun - 1]).lower() == "on" and w.head < noun:
            words[n] = w._replace(head=noun)
    return words


def arm_in_arm(text: str, words: list[Word]) -> list[Word]:
    """`walked arm in arm to A`, `went step by step`: three words that are one."""
    for n, w in enumerate(words[:-1]):
        first, last = words[n - 1], words[n + 1]
        same = n and said(text, first).lower() == said(text, last).lower()
        if not same or w.dep != "prep" or last.head != n or first.head >= n - 1:
            continue
        own = w.head == n - 1 or w.head == first.head
        if own and first.tag == last.tag == "NN" and said(text, w).lower() in ("in", "by"):
            words[n] = w._replace(head=n - 1)
            if first.dep == "dobj":
                words[n - 1] = first._replace(dep="npadvmod")
    return words


OWN_ENDS = (arm_in_arm, years_in_prison, services_to, on_loan_from)
