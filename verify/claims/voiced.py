"""Speakers and what they say, where the parser hangs the one or the other beside its verb."""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.reach import first_word
from verify.claims.regrouping import FINITE, child, helps_of, kids, root_of, said, subject_of
from verify.claims.told_behind import TOLD_BEHIND
from verify.claims.verbs import base_of
from verify.ports import Word

CLOSED = frozenset({"”", '"', "''", "»"})
OPENED = frozenset({"“", '"', "``", "«"})
# What goes on a sentence that who speaks has broken off.
GOING_ON = ("CC", "WDT", "WP", "WP$", "WRB", "IN")


def that_it_is(text: str, words: list[Word]) -> list[Word]:
    """`The good news is that A rose, say analysts`: that A rose is the news."""
    for n, w in enumerate(words):
        marks = [k for k in kids(words, n) if words[k].dep == "mark" and k < n]
        first = min(marks, default=0)
        copula = first - 1
        if w.dep != "ccomp" or copula < 1 or said(text, words[first]).lower() != "that":
            continue
        beside = words[copula].dep == "ccomp" and words[copula].head == w.head > n
        if beside and said(text, words[copula]).lower() in lx.BE:
            words[n] = w._replace(head=copula)
            for k in kids(words, w.head):
                if copula < k < n and k != n:
                    words[k] = words[k]._replace(head=n)
    return words


def odd_name(text: str, words: list[Word]) -> list[Word]:
    """`"It works," says Early.`: who says it is somebody, though the name is a word like any."""
    for n, w in enumerate(words):
        capital = said(text, w)[:1].isupper() and said(text, w)[1:].islower()
        if not capital or w.tag not in ("RB", "JJ", "NN", "NNS", "VB") or n < 2:
            continue
        verb = w.head
        speaks = base_of(said(text, words[verb]).lower()) in lx.SPEECH and words[verb].dep == "ROOT"
        after = verb == n - 1 and said(text, words[verb - 1]) in CLOSED and w.dep != "dobj"
        before = verb == n + 1 and said(text, words[n - 1]) in (*CLOSED, ",")
        own = subject_of(words, verb)
        if speaks and (after or before) and own in (-1, n):
            words[n] = w._replace(tag="NNP", dep="nsubj", entity="PERSON")
    return words


def asked_after(text: str, words: list[Word]) -> list[Word]:
    """`"Can I?" Roe quietly asked before leaving.`: Roe asked what stands in the marks."""
    root = root_of(words)
    for close in range(root + 1, len(words) - 2):
        if said(text, words[close]) not in CLOSED or said(text, words[close - 1]) not in ("?", "!"):
            continue
        end = close + 1
        while end < len(words) - 1 and words[end].tag in ("NNP", "NNPS"):
            end += 1
        verb = end + (words[end].tag == "RB" and end + 1 < len(words))
        spoken = base_of(said(text, words[verb]).lower()) in lx.SPEECH
        if end == close + 1 or not spoken or words[verb].tag not in ("VBD", "VBN", "VBZ"):
            continue
        name = end - 1
        for n in range(close + 1, len(words)):
            if close < n < name:
                words[n] = words[n]._replace(head=name, dep="compound")
            elif words[n].head in (root, name):
                words[n] = words[n]._replace(head=verb)
        words[name] = words[name]._replace(head=verb, dep="nsubj")
        tag = "VBD" if words[verb].tag == "VBN" else words[verb].tag
        words[verb] = words[verb]._replace(head=verb, dep="ROOT", tag=tag)
        words[root] = words[root]._replace(head=verb, dep="ccomp")
        return words
    return words


def words_resumed(text: str, words: list[Word]) -> list[Word]:
    """`She stood there, said NAME, the nurse who came, “and sang”`: a quotation in small letters
    behind who speaks goes on what was said; it is no part of the name, and no sentence."""
    verb = root_of(words)
    if verb < 0 or base_of(said(text, words[verb]).lower()) not in lx.SPEECH:
        return words
    content = next((k for k in kids(words, verb) if words[k].dep == "ccomp" and k < verb), -1)
    behind = max(verb, subject_of(words, verb))
    opening = next((n for n in range(behind, len(words)) if said(text, words[n]) in OPENED), -1)
    if content < 0 or opening < 0 or opening + 2 > len(words) - 1:
        return words
    first = words[opening + 1]
    bare = said(text, words[content]).lower() in lx.BE and not any(
        words[k].dep in ("attr", "acomp", "prep", "expl") for k in kids(words, content)
    )  # `It was, said NAME, “a mistake”`
    broken_off = said(text, words[opening - 1]) == "," and (bare or first.tag in GOING_ON)
    if not broken_off or not said(text, first)[:1].islower():
        return words
    after = range(opening + 1, len(words))
    close = next((n for n in after if said(text, words[n]) in CLOSED), len(words))
    held = range(opening, min(close + 1, len(words)))
    for n in held:
        if words[n].head not in held:
            dep = "advcl" if words[n].dep in ("ccomp", "relcl") else words[n].dep
            dep = "attr" if bare and words[n].dep in ("appos", "dobj", "npadvmod") else dep
            words[n] = words[n]._replace(head=content, dep=dep)
    return words


def too_much_to(text: str, words: list[Word]) -> list[Word]:
    """`The trial was too small, its authors say, to show A`: too small to show it."""
    root = root_of(words)
    content = next((k for k in kids(words, max(root, 0)) if words[k].dep == "ccomp"), -1)
    how = child(words, content, "acomp") if content else -1
    degree = any(said(text, words[k]).lower() == "too" for k in kids(words, how)) if how > 0 else 0
    for n, w in enumerate(words):
        to = any(said(text, words[k]).lower() == "to" for k in kids(words, n) if k < n)
        late = w.head == root and w.dep in ("advcl", "xcomp") and w.tag == "VB" and n > root
        if degree and content < root and to and late:
            words[n] = w._replace(head=how, dep="xcomp")
            return words
    return words


def as_put_by(text: str, words: list[Word]) -> list[Word]:
    """`A was B, and “C”, as NAME put it`: what NAME puts so stands between the marks."""
    for n, w in enumerate(words):
        begin = first_word(words, n)
        put = said(text, w).lower() in ("put", "puts") and w.dep == "advcl"
        it = child(words, n, "dobj")
        so = put and begin > 2 and said(text, words[begin]).lower() == "as" and it == n + 1
        marks = {said(text, words[begin - k]) for k in (1, 2)} if so else set()
        if not marks & CLOSED or said(text, words[it]).lower() != "it":
            continue
        last = begin - 1
        while said(text, words[last]) in (*CLOSED, ",", ""):
            last -= 1
        while words[last].head != last and not _clause_head(words, last):
            last = words[last].head
        if last < begin and _clause_head(words, last):
            words[n] = w._replace(head=last)
    return words


def _clause_head(words: Sequence[Word], n: int) -> bool:
    return words[n].tag in FINITE or bool(helps_of(words, n))


VOICED = (as_put_by, *TOLD_BEHIND, too_much_to, that_it_is, odd_name, asked_after, words_resumed)
