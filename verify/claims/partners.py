"""What `and` joins to the nearest noun, though its partner stands further up, or is a clause.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.crosswise import led_by, right_behind
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import (
    FINITE,
    NAMES,
    NOUNS,
    child,
    kids,
    rehung,
    said,
    subject_of,
)
from verify.ports import Word


def first_and_first(text: str, words: list[Word]) -> list[Word]:
    """`the first woman to row A and the oldest captain of B`: nobody rowed a captain; both say
    what she is."""
    for n, w in enumerate(words):
        inner = w.head
        if w.dep != "conj" or w.tag not in NOUNS or not 0 <= inner < n:
            continue
        if not _ranked(text, words, n) or _ranked(text, words, inner):
            continue
        above = _ranked_above(text, words, inner)
        if above >= 0 and right_behind(words, inner, n):
            words[n] = w._replace(head=above)
            rehung(words, inner, above, between=(inner, n), labels=("cc", "punct"))
    return words


def _ranked(text: str, words: Sequence[Word], n: int) -> bool:
    """`the first …`, `the youngest …`, `the only …`."""
    return led_by(text, words, n) == "the" and any(
        k < n
        and (
            words[k].tag == "JJS" or words[k].entity == "ORDINAL" or said(text, words[k]) == "only"
        )
        for k in kids(words, n)
    )


def _ranked_above(text: str, words: Sequence[Word], at: int) -> int:
    """The noun with a rank on whose infinitive a noun hangs; -1 where there is none."""
    infinitive = False
    while words[at].head < at:
        at = words[at].head
        to = child(words, at, "aux")
        infinitive = infinitive or (words[at].tag == "VB" and words[to].tag == "TO" and to >= 0)
        if words[at].tag in FINITE:
            return -1
        if words[at].tag in NOUNS and _ranked(text, words, at):
            return at if infinitive else -1
    return -1


def and_another_is(text: str, words: list[Word]) -> list[Word]:
    """`Her father is A and her mother is B`: her father is no mother; right before a form of `be`
    without a subject stands its subject."""
    for n, w in enumerate(words):
        noun = n - 1
        if said(text, w).lower() not in lx.BE or noun < 3 or words[noun].dep != "conj":
            continue
        first = words[noun].head
        main = words[first].head
        joint = first_word(words, noun) - 1
        told = words[first].dep in ("attr", "acomp") and main < first < joint < noun
        same = said(text, words[main]).lower() in lx.BE and words[main].tag in FINITE
        if not (told and same) or words[joint].dep != "cc" or w.head not in (main, noun):
            continue
        if subject_of(words, n) >= 0 or said(text, words[joint]).lower() not in ("and", "but"):
            continue
        words[noun] = words[noun]._replace(head=n, dep="nsubj")
        words[joint] = words[joint]._replace(head=main)
        words[n] = w._replace(head=main, dep="conj", tag=words[main].tag)
    return words


def one_list(text: str, words: list[Word]) -> list[Word]:
    """`known as the founder, drummer, and singer of A`: a preposition has one noun, and what
    follows its comma goes on with the list."""
    for n, w in enumerate(words):
        link = w.head
        first = child(words, link, "pobj") if w.dep == "pobj" else -1
        begin = first_word(words, n)
        begin += words[begin].dep == "punct"
        if not link < first < begin or child(words, n, "cc") < n or words[link].dep != "prep":
            continue
        comma = begin - 1
        if said(text, words[comma]) == "," and last_word(words, first) in (comma - 1, comma):
            words[n] = w._replace(head=first, dep="conj")
            words[comma] = words[comma]._replace(head=first)
    return words


def name_behind_opening(text: str, words: list[Word]) -> list[Word]:
    """`In addition to playing for A and B, NAME also won C`: A and B are whom somebody played for,
    and NAME is who won."""
    for n, w in enumerate(words):
        who = child(words, n, *FORMS_OF_SUBJECT)
        link = first_word(words, who) - 1 if 0 < who < n else -1
        name = child(words, who, "appos") if link > 0 else -1
        comma = first_word(words, name) - 1 if who < name < n else -1
        if comma < 0 or said(text, words[comma]) != "," or words[0].dep != "prep":
            continue
        lonely = words[link].dep == "prep" and child(words, link, "pobj", "pcomp") < 0
        if not lonely or words[0].head != n or words[name].tag not in NAMES or w.tag in NOUNS:
            continue
        if last_word(words, name) != last_word(words, who) or words[link].head > link:
            continue
        passive = words[who].dep
        words[who] = words[who]._replace(head=link, dep="pobj")
        words[name] = words[name]._replace(head=n, dep=passive)
        words[comma] = words[comma]._replace(head=n)
    return words


FORMS_OF_SUBJECT = ("nsubj", "nsubjpass")


def many_and_a_few(text: str, words: list[Word]) -> list[Word]:
    """`in many A and a few B films`: many films, too."""
    for n, w in enumerate(words[:-1]):
        lead = [said(text, v).lower() for v in words[n - 2 : n + 1]] if n > 3 else []
        first = n - 3
        if lead != ["and", "a", "few"] or words[first].tag not in ("NNP", "JJ"):
            continue
        if not any(said(text, words[k]).lower() in MANY for k in kids(words, first)):
            continue
        noun = next((k for k in range(n + 1, len(words)) if not _kind(text, words, k)), -1)
        if words[first].dep != "pobj" or noun < n + 2 or words[noun].tag != "NNS":
            continue
        words[noun] = words[noun]._replace(head=words[first].head, dep="pobj")
        words[first] = words[first]._replace(head=noun, dep="amod", tag="JJ")
        words[n - 2] = words[n - 2]._replace(head=first)
        words[n - 1] = words[n - 1]._replace(head=n)
        words[n] = w._replace(head=first, dep="conj")
        for k in range(n + 1, noun):
            if not n < words[k].head <= noun:
                words[k] = words[k]._replace(head=noun, dep="nmod")
    return words


MANY = frozenset("many several numerous various some most".split())


def _kind(text: str, words: Sequence[Word], k: int) -> bool:
    """Whether a word may stand in a list of kinds before their noun."""
    own = said(text, words[k])
    return own in (",", "and") or (own[:1].isupper() and words[k].tag in (*NAMES, "JJ"))


PARTNERS = (
    first_and_first,
    and_another_is,
    one_list,
    name_behind_opening,
    many_and_a_few,
)
