"""Verbs and nouns behind an `and`, a comma or a noun, which the parser joins to the main verb.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.nearer import NEARER
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import (
    FINITE,
    NOUNS,
    SUBJECT,
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

OBJECTS = ("dobj", "ccomp", "attr", "acomp")
SINGULAR = frozenset("is was has does".split())


def does_it_too(text: str, words: list[Word]) -> list[Word]:
    """`will stay on as chairman and A will become his deputy`: with no `and` of its own, the second
    verb is that of the noun behind the `and`."""
    for n, w in enumerate(words):
        begin = min([n, *helps_of(words, n)])
        name = begin - 1
        above = w.head
        if w.dep != "conj" or subject_of(words, n) >= 0 or not 0 <= above < name:
            continue
        if words[begin].tag not in ("MD", *FINITE) or words[name].dep != "conj":
            continue
        joint = first_word(words, name) - 1
        near = words[name].head
        own = any(words[k].dep == "cc" and k > joint for k in kids(words, above))
        if own or words[joint].dep != "cc" or near != joint - 1 or words[near].dep != "pobj":
            continue
        if words[name].tag not in NOUNS or words[begin - 1].tag not in NOUNS:
            continue
        words[name] = words[name]._replace(head=n, dep="nsubj")
        words[joint] = words[joint]._replace(head=above)
    return words


def one_of_both(text: str, words: list[Word]) -> list[Word]:
    """`the sale of fruit and cooked food is forbidden`: what `is` has one subject, the sale of
    both."""
    for n, w in enumerate(words):
        joint = child(words, n, "cc")
        second = child(words, n, "conj")
        link = child(words, n, "prep")
        first = child(words, link, "pobj") if link >= 0 else -1
        if w.dep not in SUBJECT or w.tag != "NN" or not n < link < first < joint < second:
            continue
        verb = w.head
        tensed = min([verb, *helps_of(words, verb)])
        one = words[tensed].tag == "VBZ" or said(text, words[tensed]).lower() in SINGULAR
        of = said(text, words[link]).lower() == "of" and last_word(words, first) == joint - 1
        led = any(words[k].dep in ("det", "poss") for k in kids(words, second))
        plain = words[second].tag in NOUNS and words[first].tag in NOUNS and not led
        if not one or not of or not plain or tensed < second:
            continue
        words[joint] = words[joint]._replace(head=first)
        words[second] = words[second]._replace(head=first)
    return words


DESCRIBED = frozenset("describe regard see view dub label denounce dismiss portray".split())


def described_as(text: str, words: list[Word]) -> list[Word]:
    """`abstained in spite of a call from NAME that one of them describes as cordial`: what is
    described, and has no other object, is the call."""
    for n, w in enumerate(words):
        that = first_word(words, n)
        as_ = next((k for k in kids(words, n) if said(text, words[k]).lower() == "as"), -1)
        if w.dep != "ccomp" or not w.head < that < n < as_ or words[that].head != n:
            continue
        if said(text, words[that]).lower() != "that" or child(words, n, "dobj", "nsubjpass") >= 0:
            continue
        if base_of(said(text, w).lower()) not in DESCRIBED or subject_of(words, n) < 0:
            continue
        at = that - 1
        if words[at].tag not in NOUNS:
            continue
        while words[at].entity == "PERSON" or words[at].tag in ("NNP", "NNPS"):
            link = words[at].head
            if words[link].dep != "prep" or words[words[link].head].tag not in NOUNS:
                break
            at = words[link].head
        if at <= w.head:
            continue
        words[n] = w._replace(head=at, dep="relcl")
        words[that] = words[that]._replace(dep="dobj", tag="WDT")
    return words


def that_came(text: str, words: list[Word]) -> list[Word]:
    """`have signed papers in May and in June that came to little`: a clause with `that` for its
    subject tells of the papers, and is no second main clause."""
    for n, w in enumerate(words):
        that, verb = subject_of(words, n), w.head
        if w.dep != "conj" or that < 0 or words[that].tag != "WDT" or not verb < that < n:
            continue
        thing = child(words, verb, "dobj")
        clause = words[verb].dep == "relcl" or words[max(subject_of(words, verb), 0)].tag == "WDT"
        if clause or not verb < thing < that:
            continue
        for k in kids(words, n):
            if k < that:
                words[k] = words[k]._replace(head=verb)
        words[n] = w._replace(head=thing, dep="relcl")
    return words


def in_a_row(text: str, words: list[Word]) -> list[Word]:
    """`A suggested greed, B suggested fear, and C suggested nothing`: each did; B did not suggest
    that A had."""
    root = root_of(words)
    if root < 0 or not root < child(words, root, "dobj"):
        return words
    first = next((k for k in kids(words, root) if words[k].dep == "ccomp" and k < root), -1)
    last = next((k for k in kids(words, root) if words[k].dep == "conj" and k > root), -1)
    if first < 0 or last < 0 or min(subject_of(words, first), subject_of(words, last)) < 0:
        return words
    verbs = {said(text, words[k]).lower() for k in (first, root, last)}
    marks = [k for k in range(first, root) if words[k].tag in ("``", "''")]
    if len(verbs) > 1 or marks or not first < child(words, first, "dobj") < root:
        return words
    for k in kids(words, root):
        if k == last or (words[k].dep in ("punct", "cc") and k > first):
            words[k] = words[k]._replace(head=first)
    words[first] = words[first]._replace(head=first, dep="ROOT")
    words[root] = words[root]._replace(head=first, dep="conj")
    words[last] = words[last]._replace(head=root)
    for k in kids(words, first):
        if words[k].dep == "cc" and k > root:
            words[k] = words[k]._replace(head=root)
    return words


def flung_as_well(text: str, words: list[Word]) -> list[Word]:
    """`has been set to music, mourned on A and flung across B by C`: whoever does it at the end
    shows that all of these are done to it."""
    for n, w in enumerate(words):
        if w.dep != "conj" or w.tag not in ("VBD", "VBN") or child(words, n, "agent") < n:
            continue
        chain = [n]
        while words[chain[-1]].dep == "conj":
            chain.append(words[chain[-1]].head)
        passive = child(words, chain[-1], "auxpass") >= 0
        own = any(child(words, k, *SUBJECT, "dobj", "aux") >= 0 for k in chain[:-1])
        if len(chain) > 2 and passive and not own:
            for k in chain[:-1]:
                words[k] = words[k]._replace(tag="VBN")
    return words


def who_it_is_said(text: str, words: list[Word]) -> list[Word]:
    """`people who, it is fair to say, had not read it`: they had not; the rest stands by the
    way."""
    for n, w in enumerate(words):
        it = subject_of(words, n)
        who = it - 2
        if w.dep != "relcl" or who < 1 or said(text, words[it]).lower() != "it":
            continue
        if words[who].tag != "WP" or said(text, words[who + 1]) != ",":
            continue
        end = next((k for k in range(n + 1, len(words)) if said(text, words[k]) == ","), -1)
        verb = next((k for k in range(end + 1, len(words)) if words[k].tag[:2] == "VB"
                     and words[k].dep not in ("aux", "auxpass")), -1)  # fmt: skip
        if end < 0 or verb < 0 or subject_of(words, verb) >= 0 or hangs_on(words, n, verb):
            continue
        if min([verb, *helps_of(words, verb)]) != end + 1:
            continue
        words[verb] = words[verb]._replace(head=w.head, dep="relcl")
        words[who] = words[who]._replace(head=verb, dep="nsubj")
        for k in (who + 1, end):
            words[k] = words[k]._replace(head=verb)
        words[n] = w._replace(head=verb, dep="parataxis")
    return words


def held_and_hung(text: str, words: list[Word]) -> list[Word]:
    """`is a wire held upright and hung with A`: behind `is`, a past form goes on with the
    participle before it."""
    for n, w in enumerate(words):
        verb = w.head
        thing = child(words, verb, "attr")
        first = child(words, thing, "acl") if thing >= 0 else -1
        if w.dep != "conj" or w.tag not in ("VBD", "VBN") or not verb < thing < first < n - 1:
            continue
        joint = n - 1
        now = words[verb].tag in ("VBZ", "VBP") and words[first].tag == "VBN"
        loose = words[joint].dep == "cc" and said(text, words[joint - 1]) != ","
        if not now or not loose or child(words, n, *OBJECTS, *SUBJECT, "aux", "auxpass") >= 0:
            continue
        words[n] = w._replace(head=first, tag="VBN")
        words[joint] = words[joint]._replace(head=first)
    return words


def does_so(text: str, words: list[Word]) -> list[Word]:
    """`is a stream that moves A, but does so slowly`: what does so is what moves A."""
    for n, w in enumerate(words):
        verb = w.head
        thing = child(words, verb, "attr")
        told = child(words, thing, "relcl") if thing >= 0 else -1
        so = said(text, words[n + 1]).lower() if n + 1 < len(words) else ""
        does = said(text, w).lower() in lx.DO and so == "so" and w.dep == "conj"
        if not does or not verb < thing < told < n or subject_of(words, n) >= 0:
            continue
        words[n] = w._replace(head=told)
        if words[n - 1].dep == "cc":
            words[n - 1] = words[n - 1]._replace(head=told)
    return words


REJOINED = (
    *NEARER,
    in_a_row,
    does_it_too,
    one_of_both,
    described_as,
    that_came,
    flung_as_well,
    who_it_is_said,
    held_and_hung,
    does_so,
)
