"""Clauses whose verb the parser finds too early or too late: the words read on to another end.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.reach import first_word
from verify.claims.regrouping import (
    FINITE,
    NOUNS,
    child,
    hangs_on,
    helps_of,
    kids,
    root_of,
    said,
    subject_of,
)
from verify.claims.verbs import base_of
from verify.ports import Word

TIMED = frozenset("after before since until".split())
OBJECTS = ("dobj", "ccomp", "attr")


def owned(text: str, words: list[Word]) -> list[Word]:
    """`the panel’s qualified chair, NAME, said A`: the mark of a genitive is no verb."""
    for n, w in enumerate(words):
        owner = subject_of(words, n)
        thing = child(words, n, "dobj", "attr")
        if w.tag != "POS" or owner != n - 1 or thing < n or w.dep != "ccomp":
            continue
        verb = w.head
        name = subject_of(words, verb)
        if not thing < name < verb or said(text, words[first_word(words, name) - 1]) != ",":
            continue
        for k in kids(words, n):
            if k not in (owner, thing):
                words[k] = words[k]._replace(head=verb)
        words[owner] = words[owner]._replace(head=thing, dep="poss")
        words[n] = w._replace(head=owner, dep="case")
        words[thing] = words[thing]._replace(head=verb, dep="nsubj")
        words[name] = words[name]._replace(head=thing, dep="appos")
    return words


TAKEN_FOR = frozenset("said thought believed known reported alleged understood".split())


def taken_for_main(text: str, words: list[Word]) -> list[Word]:
    """`A, tested by B, cut C` and `Two men said to be D, …, were held`: a passive without its
    auxiliary is a participle where a verb without a subject follows the comma."""
    root = root_of(words)
    who = subject_of(words, root)
    if root < 0 or words[root].tag not in ("VBD", "VBN") or not 0 <= who < root:
        return words
    own = {words[k].dep for k in kids(words, root)}
    done = "agent" in own and said(text, words[root - 1]) == ","
    to = child(words, root, "xcomp")
    done = done or (who == root - 1 and said(text, words[root]).lower() in TAKEN_FOR and to > root)
    if not done or own & {"aux", "auxpass", "dobj"}:
        return words
    main = next((k for k in range(root + 1, len(words)) if _behind_comma(text, words, k)), -1)
    if main < 0 or not hangs_on(words, main, root):
        return words
    for k in kids(words, root):
        if k > main or (k > root and words[k].dep == "punct"):
            words[k] = words[k]._replace(head=main)
    front = [k for k in kids(words, root) if k < who]
    for k in front:
        words[k] = words[k]._replace(head=main)
    above = words[main].head
    if above != root and above > main:  # `were held; both deny it`
        words[above] = words[above]._replace(head=main, dep="conj")
    tag = "VBD" if words[main].tag in ("VB", "VBP") else words[main].tag
    helped = bool(helps_of(words, main))
    words[main] = words[main]._replace(
        head=main, dep="ROOT", tag=words[main].tag if helped else tag
    )
    words[who] = words[who]._replace(head=main, dep="nsubjpass" if helped else "nsubj")
    words[root] = words[root]._replace(head=who, dep="acl", tag="VBN")
    return words


def _behind_comma(text: str, words: Sequence[Word], k: int) -> bool:
    """Whether a clause without a subject begins right behind a comma with its verb."""
    first = min([k, *helps_of(words, k)])
    verb = words[k].tag in (*FINITE, "VB", "VBN") and words[k].dep in ("conj", "ccomp")
    tensed = words[first].tag in FINITE or (words[k].tag == "VB" and first == k)
    return verb and tensed and subject_of(words, k) < 0 and said(text, words[first - 1]) == ","


def behind_the_clause(text: str, words: list[Word]) -> list[Word]:
    """`NAME, a lawyer, parted with A, months after B had left, to C`: B had left, NAME parted."""
    root = root_of(words)
    mark = child(words, root, "mark") if root > 0 else -1
    both = [k for k in kids(words, root) if words[k].dep in ("nsubj", "nsubjpass")]
    if len(both) != 2 or not both[0] < mark < both[1] < root:
        return words
    who = both[0]
    timed = said(text, words[mark]).lower() in TIMED
    verb = next((k for k in kids(words, who) if words[k].dep == "acl" and k < mark), -1)
    if not timed or verb < 0 or words[verb].tag not in ("VBN", "VBD"):
        return words
    done = any(words[k].dep == "agent" for k in kids(words, verb))
    if done or said(text, words[verb - 1]) != ",":
        return words
    for k in kids(words, root):
        if k < verb or (k > root and words[k].dep in ("prep", "punct", "cc", "conj")):
            words[k] = words[k]._replace(head=verb)
    for k in kids(words, who):
        if k > verb:
            words[k] = words[k]._replace(head=verb)
    words[verb] = words[verb]._replace(head=verb, dep="ROOT", tag="VBD")
    words[who] = words[who]._replace(dep="nsubj")
    words[root] = words[root]._replace(head=verb, dep="advcl")
    return words


def finished_first(text: str, words: list[Word]) -> list[Word]:
    """`where a wing finished in 2019 collapsed`: the wing collapsed; it was finished before."""
    for n, w in enumerate(words):
        who = subject_of(words, n)
        own = {words[k].dep for k in kids(words, n)}
        if w.tag != "VBN" or who != n - 1 or own & {"aux", "auxpass", *OBJECTS}:
            continue
        inside = [k for k in range(n + 1, len(words)) if hangs_on(words, k, n)]
        late = (inside[-1] if inside else n) + 1
        if late >= len(words) or words[late].tag not in FINITE or late == n + 1:
            continue
        loose = words[late].dep in ("advcl", "conj", "ccomp") and subject_of(words, late) < 0
        helped = any(words[k].dep in ("mark", "cc") and k < late for k in kids(words, late))
        if not loose or helped or hangs_on(words, late, n) or hangs_on(words, n, late):
            continue
        for k in kids(words, n):
            if k < who:
                words[k] = words[k]._replace(head=late)
        words[late] = words[late]._replace(head=w.head, dep=w.dep)
        words[who] = words[who]._replace(head=late, dep="nsubj")
        words[n] = w._replace(head=who, dep="acl")
    return words


def time_since(text: str, words: list[Word]) -> list[Word]:
    """`said that the months since A had produced B`: the months had."""
    for n, w in enumerate(words):
        verb = next((k for k in kids(words, n) if words[k].dep == "advcl" and k > n), -1)
        if w.dep != "ccomp" or w.tag not in NOUNS or verb < 0:
            continue
        mark = first_word(words, verb)
        who = subject_of(words, verb)
        if mark != n + 1 or said(text, words[mark]).lower() not in TIMED or not mark < who < verb:
            continue
        for k in kids(words, n):
            if words[k].dep in ("mark", "punct", "appos"):
                dep = "dobj" if words[k].dep == "appos" else words[k].dep
                words[k] = words[k]._replace(head=verb, dep=dep)
        words[verb] = words[verb]._replace(head=w.head, dep=w.dep)
        words[n] = w._replace(head=verb, dep="nsubj")
        words[mark] = words[mark]._replace(head=n, dep="prep")
        words[who] = words[who]._replace(head=mark, dep="pobj")
    return words


def while_speaking(text: str, words: list[Word]) -> list[Word]:
    """`“A,” he says, standing in a boat painted B`: how he says it, and no part of what he says."""
    for n, w in enumerate(words):
        verb = w.head
        if w.dep != "csubj" or w.tag != "VBG" or said(text, words[n - 1]) != "," or n < 3:
            continue
        tells = next((k for k in kids(words, verb) if words[k].dep == "parataxis" and k < n), -1)
        near = tells > 0 and n - 2 in (tells, subject_of(words, tells))
        if not near or words[verb].head != verb or helps_of(words, verb):
            continue
        noun = verb - 1
        if words[noun].tag not in NOUNS or not hangs_on(words, noun, n):
            continue
        for k in kids(words, verb):
            if words[k].dep == "punct":
                words[k] = words[k]._replace(head=tells)
        words[tells] = words[tells]._replace(head=tells, dep="ROOT")
        words[n] = w._replace(head=tells, dep="advcl")
        words[verb] = words[verb]._replace(head=noun, dep="acl", tag="VBN")
    return words


def says_after(text: str, words: list[Word]) -> list[Word]:
    """`A died, an agency said, while B fled`: what the agency said is that A died."""
    for n, w in enumerate(words):
        told = w.head
        who = subject_of(words, n)
        tells = base_of(said(text, w).lower()) in lx.SPEECH and words[told].head == told
        if w.dep != "parataxis" or not tells or not told < who < n or helps_of(words, n):
            continue
        near = [said(text, v).lower() for v in words[n + 1 : n + 3]]
        goes_on = near[:1] == [","] and near[1:] in (["while"], ["and"], ["as"], ["although"])
        if said(text, words[first_word(words, who) - 1]) != "," or not goes_on:
            continue
        words[n] = w._replace(head=n, dep="ROOT")
        words[told] = words[told]._replace(head=n, dep="ccomp")
        for k in kids(words, told):
            if k > n:
                words[k] = words[k]._replace(head=n)
    return words


def that_somebody_did(text: str, words: list[Word]) -> list[Word]:
    """`a remedy that the board, A, approved`: in a clause behind `that` the board does something,
    and is nothing."""
    for n, w in enumerate(words):
        that = next((k for k in kids(words, n) if words[k].tag == "WDT" and k < n), -1)
        verb = next((k for k in kids(words, n) if words[k].dep == "acl" and k > n), -1)
        plain = w.dep == "relcl" and w.tag in NOUNS and that >= 0 and verb > 0
        if not plain or words[verb].tag not in ("VBN", "VBD") or said(text, words[verb - 1]) != ",":
            continue
        for k in kids(words, n):
            if k > verb and words[k].dep != "punct":
                words[k] = words[k]._replace(head=verb)
        words[verb] = words[verb]._replace(head=w.head, dep="relcl", tag="VBD")
        words[that] = words[that]._replace(head=verb, dep="dobj")
        words[n] = w._replace(head=verb, dep="nsubj")
    return words


def that_was(text: str, words: list[Word]) -> list[Word]:
    """`ruled that A had used force on NAME that was unfair`: the force was; nobody ruled that."""
    for n, w in enumerate(words):
        that = subject_of(words, n)
        if w.dep != "ccomp" or words[that].tag != "WDT" or first_word(words, n) != that < n:
            continue
        near = that - 1
        verb = words[near].head
        while words[verb].tag[:2] != "VB" and words[verb].head != verb:
            verb = words[verb].head
        thing = child(words, verb, "dobj")
        if words[near].entity == "PERSON" and verb < thing < near and not words[thing].entity:
            words[n] = w._replace(head=thing, dep="relcl")
    return words


def name_before_participle(text: str, words: list[Word]) -> list[Word]:
    """`Vale co-founded Kelmar`: the word before the verb is no part of it, but who did it."""
    root = root_of(words)
    if (
        root < 1
        or words[root].tag != "VBN"
        or helps_of(words, root)
        or child(words, root, *OBJECTS) < root
    ):
        return words
    who = root - 1
    led = words[who].head == root and words[who].dep in ("compound", "nmod")
    if led and subject_of(words, root) < 0 and words[who].tag in NOUNS and who == 0:
        words[who] = words[who]._replace(dep="nsubj")
        words[root] = words[root]._replace(tag="VBD")
    return words


GARDEN_PATHS = (
    name_before_participle,
    that_somebody_did,
    that_was,
    owned,
    taken_for_main,
    behind_the_clause,
    finished_first,
    time_since,
    while_speaking,
    says_after,
)
