"""Phrases and clauses one after the other, of which the parser hangs some on another word.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verify.claims import lexicon as lx
from verify.claims.of_several import OF_SEVERAL
from verify.claims.reach import first_word
from verify.claims.regrouping import (
    FINITE,
    NOUNS,
    hangs_on,
    helps_of,
    kids,
    rehung,
    said,
    subject_of,
)
from verify.claims.verbs import base_of
from verify.ports import Word

ONCE_MORE = ("RB", "RBR", "JJR")  # `again`, `once more`
PHRASES = ("prep", "npadvmod", "advmod")
BACKSHIFTED = frozenset("would could might had was were did".split())


def at_another_time(text: str, words: list[Word]) -> list[Word]:
    """`was fined in May and again in June`: the adverb says nothing without the phrase behind it,
    which goes with the phrase before."""
    for joint, w in enumerate(words[:-2]):
        at = joint + 1
        while at < min(joint + 3, len(words)) and words[at].tag in ONCE_MORE:
            at += 1
        if said(text, w).lower() != "and" or at == joint + 1:
            continue
        adverbs, before = range(joint + 1, at), _phrase_ending(text, words, joint - 1)
        link = _phrase_at(words, at, before, adverbs) if before >= 0 else -1
        if link < 0 or any(hangs_on(words, before, k) for k in (joint, link, *adverbs)):
            continue
        for k in range(joint + 1, len(words)):
            if k in adverbs:
                words[k] = words[k]._replace(head=link, dep="advmod")
            elif words[k].head in adverbs:
                words[k] = words[k]._replace(head=link)
        words[link] = words[link]._replace(head=before, dep="conj")
        words[joint] = w._replace(head=before)
    return words


def _phrase_ending(text: str, words: Sequence[Word], end: int) -> int:
    """The preposition that leads the phrase that ends at `end`, or at a comma there; −1."""
    at, found = max(end - (said(text, words[end]) == ","), 0), -1
    while words[at].tag[:2] != "VB" and words[at].head != at:
        found = at if words[at].dep == "prep" and at < end else found
        at = words[at].head
    return found


def _phrase_at(words: Sequence[Word], at: int, before: int, adverbs: range) -> int:
    """What begins at `at`, with or without its adverbs, and hangs where `before` hangs, or on the
    adverbs; −1."""
    for k in range(at, len(words)):
        beside = words[k].head in adverbs or hangs_on(words, before, words[k].head)
        if words[k].dep in PHRASES and beside and first_word(words, k) in (at, adverbs.start):
            return k
    return -1


def who_after_comma(text: str, words: list[Word]) -> list[Word]:
    """`NAME, whose brother left, and who owns A`: a clause with `who` goes on with a clause, and
    not with a name."""
    for n, w in enumerate(words):
        noun = w.head
        if w.dep != "conj" or not _somebody(text, words, n) or words[noun].tag not in NOUNS:
            continue
        clauses = [k for k in kids(words, noun) if words[k].dep == "relcl" and noun < k < n]
        if clauses:
            words[n] = w._replace(head=clauses[-1])
            rehung(words, noun, clauses[-1], between=(clauses[-1], n), labels=("cc", "punct"))
    return words


def who_of_whom(text: str, words: list[Word]) -> list[Word]:
    """`NAME, whose firm owns a mill which burnt and who left`: it is no mill that left."""
    for n, w in enumerate(words):
        first = w.head
        if w.dep != "conj" or words[first].dep != "relcl" or not _somebody(text, words, n):
            continue
        outer = _told_of_somebody(text, words, first)
        if outer >= 0 and not _somebody(text, words, first):
            words[n] = w._replace(head=outer)
            rehung(words, first, outer, between=(first, n))
    return words


def who_lives_there(text: str, words: list[Word]) -> list[Word]:
    """`NAME, who lives in A, whose father did B and who left`: no place left."""
    for n, w in enumerate(words):
        link = words[w.head].head
        placed = words[w.head].dep == "pobj" and said(text, words[link]).lower() in PLACED
        if w.dep != "relcl" or not placed or not _somebody(text, words, n):
            continue
        outer = _told_of_somebody(text, words, n)
        later = any(words[k].dep == "conj" and words[k].head == outer and _somebody(text, words, k)
                    for k in range(n, len(words)))  # fmt: skip
        if outer >= 0 and (later or words[subject_of(words, n)].tag == "WP"):
            words[n] = w._replace(head=words[outer].head)
    return words


PLACED = frozenset("in at near".split())


def _told_of_somebody(text: str, words: Sequence[Word], n: int) -> int:
    """The clause with `who` that `n` stands in; −1 where it stands in none."""
    above = (k for k in range(n - 1, -1, -1) if words[k].dep == "relcl" and hangs_on(words, n, k))
    return next((k for k in above if _somebody(text, words, k)), -1)


def _somebody(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a clause begins with `who`, `whom` or `whose`."""
    begin = min((k for k in kids(words, n) if words[k].dep not in ("cc", "punct")), default=n)
    return words[first_word(words, begin)].tag in ("WP", "WP$") and begin < n


def said_in_turn(text: str, words: list[Word]) -> list[Word]:
    """`NAME said A closed, B burst and C sank`: all three are what NAME said."""
    for verb, w in enumerate(words):
        if w.tag[:2] != "VB" or not _tells(text, w) or _tied(text, words, verb):
            continue
        first = next((k for k in kids(words, verb) if words[k].dep == "ccomp" and k > verb), -1)
        if first < 0 or subject_of(words, first) < verb:
            continue
        items = _in_turn(text, words, verb, first)
        past = {_past(text, words, k) for k in items}
        if len(items) > 2 and (len(past) == 1 or w.tag != "VBD"):
            _strung(text, words, items, verb)
    return words


def told_in_turn(text: str, words: list[Word]) -> list[Word]:
    """`In Norda, A closed, B burst and C sank`: behind a comma, and with no `which`, a clause is
    part of no other, and describes no noun."""
    for first, w in enumerate(words):
        label = (w.dep == "ccomp" and first < w.head) or w.dep == "relcl"
        subject = subject_of(words, first)
        if not label or not 0 <= subject < first or not _bare(text, words, first):
            continue
        begin = first_word(words, subject)
        more = words[begin + 1].tag in ("JJR", "RBR")  # `the more A rises, the less B …`
        opens = (begin == 0 or said(text, words[begin - 1]) == ",") and not more
        items = _in_turn(text, words, first, first) if opens else []
        if len(items) > 2 and not any(words[k].tag in (*FINITE, "MD") for k in range(begin)):
            _strung(text, words, items, first)
    return words


def _in_turn(text: str, words: Sequence[Word], verb: int, first: int) -> list[int]:
    """The clauses that follow a `first` one after commas and an `and`; [] where none ends them."""
    items = [first]
    for n in range(first + 1, len(words)):
        subject = subject_of(words, n)
        if not first < subject < n or not _bare(text, words, n):
            continue
        beside = _above(words, n) in (verb, *items) or _over(text, words, n, verb)
        begin = first_word(words, subject)
        begin -= said(text, words[begin - 1]).lower() == "that"
        last = said(text, words[begin - 1]).lower() == "and"
        if not beside or not (last or said(text, words[begin - 1]) == ","):
            return []
        items.append(n)
        if last:
            return items
    return []


def _above(words: Sequence[Word], n: int) -> int:
    """What a clause hangs on, by way of those after it: `A closed, B burst, C sank`."""
    at = words[n].head
    while at > n and words[at].head != at:
        at = words[at].head
    return at


def _over(text: str, words: Sequence[Word], n: int, verb: int) -> bool:
    """Whether a verb hangs on a later one, or in the phrase that opens that one's clause."""
    opens = words[verb].dep == "relcl" and not _tells(text, words[verb])
    return words[verb].head == n or (opens and hangs_on(words, verb, n))


def _bare(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a verb tells something itself, rather than that somebody says it."""
    finite = any(words[k].tag in (*FINITE, "VBN", "MD") for k in (n, *helps_of(words, n)))
    return finite and not _tied(text, words, n) and not _tells(text, words[n])


def _tied(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a word makes a clause part of another: `which`, `when`, `if`, but not `that`."""
    return any(
        words[k].tag in ("WDT", "WP", "WP$", "WRB")
        or (words[k].dep == "mark" and said(text, words[k]).lower() != "that")
        for k in (*kids(words, n), max(subject_of(words, n), 0))
    )


def _tells(text: str, word: Word) -> bool:
    """Whether a verb is one of saying; `found that …` is no founding."""
    return base_of(said(text, word).lower()) in lx.SPEECH | lx.SAYING | {"found"}


def _past(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a verb is in the past, by its form where the parser does not say so."""
    helps = [k for k in helps_of(words, n) if k < n]
    if helps:
        return said(text, words[helps[0]]).lower() in BACKSHIFTED
    own = said(text, words[n]).lower()
    return words[n].tag in ("VBD", "VBN") or "past" in lx.FORMS.get(own, ())


def _strung(text: str, words: list[Word], items: list[int], verb: int) -> None:
    """Hang each clause on the one before, and the first of them on what is over them all."""
    for before, n in pairwise(items):
        w = words[n]
        if _over(text, words, n, verb):
            above = verb if w.head == n else w.head
            words[verb] = words[verb]._replace(head=above, dep=w.dep)
            for k in kids(words, n):
                if k < verb:
                    words[k] = words[k]._replace(head=verb)
        tag = "VBD" if not helps_of(words, n) and _past(text, words, n) else w.tag
        words[n] = w._replace(head=before, dep="conj", tag=tag)
        that = first_word(words, subject_of(words, n)) - 1
        if said(text, words[that]).lower() == "that" and not hangs_on(words, n, that):
            words[that] = words[that]._replace(head=n, dep="mark", tag="IN")
    last = items[-2:]
    for k in range(last[0] + 1, last[1]):
        if words[k].dep == "cc" and words[k].head in (verb, *items):
            words[k] = words[k]._replace(head=last[0])


SERIES = (
    *OF_SEVERAL,
    at_another_time,
    who_after_comma,
    who_of_whom,
    who_lives_there,
    said_in_turn,
    told_in_turn,
)
