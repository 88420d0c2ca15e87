"""Small words that the parser ties to another clause: `only`, `provided`, the unit of a number.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import (
    FINITE,
    NOUNS,
    SUBJECT,
    child,
    hangs_on,
    helps_of,
    kids,
    said,
    subject_of,
)
from verify.ports import Word

UNITS = frozenset("m bn k tn mn".split())
LIMITING = frozenset("only merely simply just".split())
CONDITIONS = frozenset("provided providing assuming".split())


def unit_of_number(text: str, words: list[Word]) -> list[Word]:
    """`sales of EUR 430m to 460m`: `m` is no verb, nor a thing of its own."""
    for n, w in enumerate(words[1:], 1):
        number = n - 1
        touches = words[number].tag == "CD" and words[number].end == w.start
        whole = words[number].head == n and w.tag in (*NOUNS, "CD")
        if said(text, w).lower() not in UNITS or not touches or whole or w.head == number:
            continue
        top = number
        while words[top].head not in (n, top):
            top = words[top].head
        under = words[top].head == n
        for k in kids(words, n):
            words[k] = words[k]._replace(head=top if under else number)
        if under:
            noun = w.dep in ("ccomp", "conj") and words[top].tag in NOUNS
            above = top if w.head == n else w.head
            words[top] = words[top]._replace(head=above, dep="dobj" if noun else w.dep)
        entity = words[number].entity
        words[n] = w._replace(head=number, dep="quantmod", tag="CD", entity=entity)
    return words


def said_only_that(text: str, words: list[Word]) -> list[Word]:
    """`said only that she would not`: only that was said, and not that only she would not."""
    for n, w in enumerate(words[1:-1], 1):
        verb, that = words[w.head].head, words[n + 1]
        clause = words[w.head].dep == "ccomp" and verb == n - 1 and w.head > n + 1
        if said(text, w).lower() not in LIMITING or not clause:
            continue
        if that.dep == "mark" and that.head == w.head and said(text, that).lower() == "that":
            words[n] = w._replace(head=verb)
    return words


def on_condition(text: str, words: list[Word]) -> list[Word]:
    """`said A might reopen, provided they agree, and that B`: nobody provides; `provided` is `if`,
    and what follows `and that` is said beside A."""
    for n in range(len(words) - 2):
        w = words[n]
        opens = n > 2 and said(text, words[n - 1]) == "," and w.tag in ("VBD", "VBN", "VBG")
        if said(text, w).lower() not in CONDITIONS or not opens:
            continue
        if subject_of(words, n) >= 0 or helps_of(words, n):
            continue
        verb, inner = _clause_ending(words, n), _condition(text, words, n)
        if verb < 0 or inner < 0:
            continue
        if w.head == n:
            top = verb
            while words[top].head != n:
                top = words[top].head
            words[top] = words[top]._replace(head=top, dep="ROOT")
        later = [k for k in kids(words, n) if words[k].dep == "conj" and k > inner]
        for k in kids(words, n):
            if k != inner and k > n and (later or words[k].dep == "punct"):
                words[k] = words[k]._replace(head=verb)
        for k in kids(words, n):
            words[k] = words[k]._replace(head=inner)
        words[inner] = words[inner]._replace(head=verb, dep="advcl")
        words[n - 1] = words[n - 1]._replace(head=verb)
        words[n] = w._replace(head=inner, dep="mark", tag="IN")
    return words


def _clause_ending(words: Sequence[Word], n: int) -> int:
    """The verb of the clause that ends at the comma before `n`; −1 where none is found."""
    at = n - 2
    while words[at].head != at and not (words[at].tag[:2] == "VB" and subject_of(words, at) >= 0):
        at = words[at].head
    return at if at < n and words[at].tag[:2] == "VB" else -1


def _condition(text: str, words: list[Word], n: int) -> int:
    """The verb of the clause behind `provided`; −1 where something is provided."""
    inner = child(words, n, "ccomp", "pobj")
    if inner > n and n < subject_of(words, inner) < inner:
        if words[inner].dep == "pobj":
            words[inner] = words[inner]._replace(tag="VBZ")  # `the steel arrives`, as a noun
        return inner
    who, verb = child(words, n, "dative"), child(words, n, "dobj")
    bare = verb == who + 1 == n + 2 and not kids(words, verb)
    several = bare and words[who].tag == "NNS" and words[verb].tag == "NN"
    if not several or words[n].dep not in ("ccomp", "ROOT"):
        return -1
    words[verb] = words[verb]._replace(tag="VBP")  # `regulators consent`
    words[who] = words[who]._replace(head=verb, dep="nsubj")
    return verb


def bought_within(text: str, words: list[Word]) -> list[Word]:
    """`When they took over A, bought in 2019, B was late`: it was A that was bought, and the main
    clause goes with the time, not the participle."""
    for n, w in enumerate(words):
        clause = child(words, n, "advcl")
        bare = w.dep == "advcl" and w.tag == "VBN" and subject_of(words, n) < 0
        if not bare or helps_of(words, n) or not 0 <= clause < n < w.head:
            continue
        opens = first_word(words, n) == first_word(words, clause) == 0
        end = last_word(words, clause)
        noun = end - (said(text, words[end]) == ",")
        tensed = subject_of(words, clause) >= 0 and words[clause].tag in FINITE
        if not (opens and tensed and words[noun].tag in NOUNS and said(text, words[n - 1]) == ","):
            continue
        if noun != n - 2 or not hangs_on(words, noun, clause):
            continue
        words[clause] = words[clause]._replace(head=w.head)
        words[n] = w._replace(head=noun, dep="acl")
        words[n - 1] = words[n - 1]._replace(head=noun)
    return words


def subject_with_aside(text: str, words: list[Word]) -> list[Word]:
    """`asked for A and the firm, which had refused, gave way`: with no `and` before it, the verb
    behind the second comma is what the firm did, and nobody asked for the firm."""
    for n, w in enumerate(words):
        tied = any(words[k].dep in (*SUBJECT, "mark", "cc", "aux", "auxpass")
                   for k in kids(words, n))  # fmt: skip
        if w.tag not in ("VBD", "VBZ") or tied or n < 6 or said(text, words[n - 1]) != ",":
            continue
        noun = next((k for k in range(n - 2, 0, -1) if _with_aside(text, words, k, n)), -1)
        first = words[noun].head if noun > 0 else -1
        joint = first_word(words, noun) - 1
        if first < 0 or words[joint].dep != "cc" or said(text, words[joint]).lower() != "and":
            continue
        verb = first
        while words[verb].tag[:2] != "VB" and words[verb].head != verb:
            verb = words[verb].head
        if not verb < first or words[verb].tag not in FINITE or subject_of(words, verb) < 0:
            continue
        if w.head == n:
            top = verb
            while words[top].head not in (n, top):
                top = words[top].head
            words[top] = words[top]._replace(head=top, dep="ROOT")
        words[n] = w._replace(head=verb, dep="conj")
        words[noun] = words[noun]._replace(head=n, dep="nsubj")
        words[joint] = words[joint]._replace(head=verb)
        words[n - 1] = words[n - 1]._replace(head=noun)
    return words


def _with_aside(text: str, words: Sequence[Word], k: int, n: int) -> bool:
    """Whether the last noun of a list has a clause with `who` or `which` that ends before `n`."""
    clause = child(words, k, "relcl")
    if words[k].dep != "conj" or words[k].tag not in NOUNS or not k < clause < n:
        return False
    begin = first_word(words, clause)
    wh = words[begin].tag in ("WDT", "WP") and said(text, words[begin - 1]) == ","
    return wh and begin - 2 == k and last_word(words, clause) in (n - 1, n - 2)


def sliced(text: str, words: list[Word]) -> list[Word]:
    """`may sell cooked meat or sliced fruit`: beside a bare verb `sliced` is none, but tells of the
    fruit."""
    for n, w in enumerate(words[:-1]):
        verb, joint, thing = w.head, n - 1, n + 1
        form = w.tag in ("VBN", "VBD") and w.dep == "conj" and verb < n - 2
        if not form or words[joint].dep != "cc" or kids(words, n)[:1] != [thing]:
            continue
        first = child(words, verb, "dobj")
        plain = words[thing].dep == "dobj" and words[thing].tag in ("NN", "NNS")
        if not plain or first < 0 or last_word(words, first) not in (joint, joint - 1):
            continue
        led = any(words[k].tag in ("VBN", "JJ") for k in kids(words, first) if k < first)
        bare = words[verb].tag in ("VB", "VBG")
        if not bare and not (words[verb].tag in ("VBZ", "VBP") and led):
            continue
        words[thing] = words[thing]._replace(head=first, dep="conj")
        words[joint] = words[joint]._replace(head=first)
        for k in kids(words, n):
            words[k] = words[k]._replace(head=verb)
        words[n] = w._replace(head=thing, dep="amod", tag="VBN")
    return words


def second_done_to(text: str, words: list[Word]) -> list[Word]:
    """`was held in Leeds on Monday and his brother charged`: beside a place or a day stands no
    brother; he was charged."""
    for n, w in enumerate(words):
        noun = n - 1
        first = words[noun].head if noun > 0 else -1
        plain = w.tag in ("VBN", "VBD") and w.dep in ("acl", "advcl", "conj", "dep")
        joined = words[noun].dep == "conj" and words[noun].tag in ("NN", "NNS")
        if not (plain and joined) or subject_of(words, n) >= 0 or helps_of(words, n):
            continue
        begin = first_word(words, noun)
        joint, verb = begin - 1, first
        while words[verb].tag[:2] != "VB" and words[verb].head != verb:
            verb = words[verb].head
        apart = words[first].entity in ("GPE", "LOC", "DATE", "TIME") and not words[noun].entity
        passive = any(words[k].dep == "auxpass" for k in kids(words, verb))
        led = begin < noun and words[begin].tag in ("DT", "PRP$", "CD")
        if not (apart and passive and led and verb < first) or words[joint].dep != "cc":
            continue
        words[n] = w._replace(head=verb, dep="conj", tag="VBN")
        words[noun] = words[noun]._replace(head=n, dep="nsubjpass")
        words[joint] = words[joint]._replace(head=verb)
    return words


def a_second(text: str, words: list[Word]) -> list[Word]:
    """`was questioned and a second released`: no verb has an article; a second one was."""
    for n, w in enumerate(words):
        first = n - 2
        bare = w.tag in ("VBN", "VBD") and w.dep == "conj" and subject_of(words, n) < 0
        if not bare or first < 1 or words[first].dep != "det" or words[first].head != n:
            continue
        if said(text, words[n - 1]).lower() not in ORDINALS or words[first - 1].dep != "cc":
            continue
        words[n - 1] = words[n - 1]._replace(head=n, dep="nsubjpass", tag="NN")
        words[first] = words[first]._replace(head=n - 1)
    return words


ORDINALS = frozenset("second third fourth fifth".split())


TIED_ELSEWHERE = (
    unit_of_number,
    said_only_that,
    on_condition,
    bought_within,
    subject_with_aside,
    sliced,
    second_done_to,
    a_second,
)
