"""Names that the parser takes for something else: a sovereign's with its numeral, a surname that is
a modal elsewhere, one with a mark at its end (`Oklahoma!`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.reach import first_word
from verify.claims.regrouping import HELP, NAMES, child, kids, subject_of
from verify.ports import Word

NUMERAL = re.compile(r"[IVX]{1,6}")
LAST = re.compile(r"[IVX]\.")
PAST = ("VBD", "VBN", "VBZ")
CLOSES = ('"', "”", "’", "'", ")", "!", "?")
LOOSE = ("npadvmod", "dep", "nsubj", "nsubjpass")  # what the parser takes the name for


def one_sovereign(text: str, words: list[Word]) -> list[Word]:
    """`Rufus IV ruled`: a name and its numeral are one subject."""
    for n, w in enumerate(words[1:], 1):
        name = words[n - 1]
        numeral = NUMERAL.fullmatch(text[w.start : w.end]) and w.dep in ("nsubj", "nsubjpass")
        beside = name.tag in NAMES and name.dep in LOOSE and name.head == w.head
        if not numeral or not beside:
            continue
        for k in kids(words, n - 1):
            words[k] = words[k]._replace(head=n)
        words[n - 1] = name._replace(head=n, dep="compound")
        words[n] = w._replace(tag="NNP", entity=w.entity or name.entity)
    return words


def without_its_stop(text: str, words: list[Word]) -> list[Word]:
    """`his son, Rufus V.`: the stop behind the numeral is the sentence's."""
    if len(words) < 2 or words[-2].tag not in NAMES:
        return words
    last = words[-1]
    if LAST.fullmatch(text[last.start : last.end]):
        words[-1] = last._replace(end=last.end - 1)
    return words


def no_modal(text: str, words: list[Word]) -> list[Word]:
    """`May retired in 2005`, `May Roe is a vet`: behind a modal stands a bare verb, so May is
    somebody."""
    first = words[0] if len(words) > 1 else None
    if first is None or first.tag != "MD" or not text[first.start : first.end][:1].isupper():
        return words
    verb = words[first.head]
    if words[1].tag in NAMES and (first.dep == "compound" or verb.tag in ("VBD", "VBZ")):
        words[0] = first._replace(head=1, dep="compound", tag="NNP", entity="PERSON")
        words[1] = words[1]._replace(entity="PERSON")
        return words
    form = lx.FORMS.get(text[verb.start : verb.end].lower(), frozenset())
    taken = subject_of(words, first.head) > 0 or child(words, first.head, "auxpass") >= 0
    if first.head == 1 and verb.tag in PAST and form and "base" not in form and not taken:
        words[0] = first._replace(tag="NNP", dep="nsubj", entity="PERSON")
        words[1] = verb._replace(tag="VBD" if verb.tag == "VBN" else verb.tag)
    return words


def one_person(text: str, words: list[Word]) -> list[Word]:
    """`In addition to his farm, Estes is a vet`: a name with a singular verb is no plural."""
    for n, w in enumerate(words[1:], 1):
        capital = text[w.start : w.start + 1].isupper() and w.tag == "NNS"
        if not capital or w.dep not in ("nsubj", "nsubjpass") or kids(words, n):
            continue
        helps = [w.head, *(k for k in kids(words, w.head) if words[k].dep in HELP)]
        if any(words[k].tag == "VBZ" for k in helps):
            words[n] = w._replace(tag="NNP")
    return words


def with_its_mark(text: str, words: Sequence[Word], n: int) -> bool:
    """`played Laurey in Oklahoma! in 1998`: a mark in the middle of a sentence is the name's."""
    mark = text[words[n].start : words[n].end]
    after = text[words[n + 1].start : words[n + 1].end] if n + 1 < len(words) else ""
    return mark in ("!", "?") and words[n - 1].tag in NAMES and after[:1] not in ("", *CLOSES)


def named_adverb(text: str, words: list[Word]) -> list[Word]:
    """`starred in the drama Nevertheless alongside NAME`: with a capital, and right behind what it
    is called after, an adverb is a name."""
    for n, w in enumerate(words[1:], 1):
        noun = words[n - 1]
        small = noun.tag == "NN" and text[noun.start : noun.end].islower()
        capital = text[w.start : w.end].istitle() and w.tag in ("RB", "UH") and not kids(words, n)
        if small and capital and noun.dep in ("pobj", "dobj") and w.dep in ("advmod", "intj"):
            words[n] = w._replace(head=n - 1, dep="appos", tag="NNP", entity="WORK_OF_ART")
    return words


def shows_such_as(text: str, words: list[Word]) -> list[Word]:
    """`roles in films and TV shows such as A`: a verb with nothing to show is a noun."""
    for n, w in enumerate(words[:-2]):
        behind = [text[v.start : v.end] for v in words[n + 1 : n + 3]]
        listed = behind == ["such", "as"] or behind[0] in ("including", "like")
        joined = w.tag == "VBZ" and w.dep == "conj" and listed and n > 1
        noun = words[n - 1] if joined else w
        if not joined or noun.head != n or noun.tag not in ("NN", "NNP"):
            continue
        own = first_word(words, n - 1)
        joint = own - 1
        before = next((k for k in range(joint - 1, -1, -1) if words[k].tag == "NNS"), -1)
        near = before >= 0 and before == joint - 1 and words[joint].tag == "CC"
        if not near or any(k < own for k in kids(words, n)):
            continue
        words[n] = w._replace(head=before, dep="conj", tag="NNS")
        words[n - 1] = noun._replace(dep="compound")
        words[joint] = words[joint]._replace(head=before, dep="cc")
        for k in kids(words, n):
            if k == len(words) - 1:
                words[k] = words[k]._replace(head=_top(words, before))
    return words


def _top(words: Sequence[Word], n: int) -> int:
    while words[n].head != n:
        n = words[n].head
    return n


MISTAKEN_NAMES = (
    one_sovereign,
    without_its_stop,
    no_modal,
    one_person,
    named_adverb,
    shows_such_as,
)
