"""Of what somebody is a member, a professor or the head: of one thing, or of two.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.crosswise import behind_the_second, is_person, led_by, right_behind
from verify.claims.reach import first_word
from verify.claims.regrouping import NAMES, NOUNS, child, kids, rehung, said
from verify.ports import Word


def of_both(text: str, words: list[Word]) -> list[Word]:
    """`is a member of A and the B`, `is a professor of A and B`: nobody is B; a member of both."""
    for n, w in enumerate(words):
        holder = w.head
        if w.dep != "conj" or w.tag not in NOUNS or not 0 <= holder < n:
            continue
        if not is_person(text, words[holder]) or not _held(text, words, holder):
            continue
        link = max((k for k in kids(words, holder) if words[k].dep == "prep" and k < n), default=-1)
        inner = child(words, link, "pobj") if link > holder else -1
        while inner > 0 and (after := child(words, inner, "conj")) > 0 and after < n:
            inner = after
        if not holder < inner < n or not right_behind(words, inner, n):
            continue
        if not _no_holder(text, words, inner, n):
            continue
        words[n] = w._replace(head=inner)
        rehung(words, holder, inner, between=(inner, n), labels=("cc", "punct"))
    return words


def _held(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a noun says what somebody is: `is a member`, `as a member`, `NAME, a member`."""
    while words[n].dep == "conj" and words[n].head < n:
        n = words[n].head
    as_one = words[n].dep == "pobj" and said(text, words[words[n].head]).lower() == "as"
    return as_one or words[n].dep in ("attr", "appos", "oprd")


def _no_holder(text: str, words: Sequence[Word], inner: int, n: int) -> bool:
    """Whether the noun behind `and` is of the kind of the one before it, and nobody's calling."""
    lead = led_by(text, words, n)
    if is_person(text, words[n]):
        return False
    named = words[n].tag in NAMES and lead == "the"
    if (words[n].entity == "ORG" and not lead) or named:
        return words[inner].entity == "ORG" or words[inner].tag in NAMES
    if lead != led_by(text, words, inner):
        return False
    told = any(words[k].dep == "prep" and said(text, words[k]).lower() == "of"
               for k in kids(words, n))  # fmt: skip
    body = lead == "the" and said(text, words[n]).lower() in BODIES
    plain = words[n].tag == words[inner].tag == "NN" and (not lead or body)
    return plain and not told and not said(text, words[n]).lower().endswith(CALLINGS)


def second_calling(text: str, words: list[Word]) -> list[Word]:
    """`is a professor of history and keen cyclist`: a cyclist without an article shares that of the
    professor."""
    for n, w in enumerate(words):
        inner = w.head
        link = words[inner].head
        holder = words[link].head
        calling = w.dep == "conj" and w.tag == "NN" and is_person(text, w)
        if not calling or words[inner].dep != "pobj" or not 0 <= holder < link < inner < n:
            continue
        if is_person(text, words[inner]) or led_by(text, words, n) or words[holder].tag != "NN":
            continue
        if is_person(text, words[holder]) and _held(text, words, holder):
            words[n] = w._replace(head=holder)
            rehung(words, inner, holder, between=(inner, n), labels=("cc", "punct"))
    return words


CALLINGS = ("er", "or", "ist", "ian", "man", "ant", "ee")


BODIES = lx.BODIES | frozenset("committee team party club panel commission choir".split())
HEADING = frozenset(
    "head chief director chair chairman chairwoman boss ceo president governor mayor minister"
    " chancellor premier rector dean treasurer".split()
)
# Those who are that of something, so that without an article they are nothing alone.
AT_THE_HEAD = HEADING | frozenset("founder co-founder owner leader executive".split())


def shared_office(text: str, words: list[Word]) -> list[Word]:
    """`is the CEO and founder of A`, `is president and chief executive of A`: what is `the` CEO is
    so of something, too; not `a lawyer and founder of A`."""
    for n, w in enumerate(words):
        link = child(words, n, "prep") if w.dep == "conj" and w.head < n else -1
        if link != n + 1:
            continue
        held = _posts(text, words, n)
        first = held[0]
        if len(held) < 2:
            continue
        roles = all(_post(text, words[k], len(held)) for k in held)
        if said(text, words[link]).lower() != "of" or not roles or not _held(text, words, first):
            continue
        lead = led_by(text, words, first)
        head = said(text, words[first]).lower() in AT_THE_HEAD
        if (lead == "the" and words[first].dep != "appos") or (head and lead in ("", "the")):
            words[link] = words[link]._replace(head=first)
    return words


def _posts(text: str, words: Sequence[Word], last: int) -> list[int]:
    """`the founder, singer and chief writer`: what a list before its last is made of, with one
    article for all and nothing behind any but the last; else the last alone."""
    held = [last]
    while words[held[0]].dep == "conj" and words[held[0]].head < held[0]:
        joint = first_word(words, held[0]) - 1
        first = words[held[0]].head
        if words[joint].dep not in ("cc", "punct") or led_by(text, words, held[0]):
            return [last]
        if not all(words[k].dep in ("cc", "punct") for k in range(first + 1, joint)):
            return [last]
        held.insert(0, first)
    joint = first_word(words, last) - 1
    return held if words[joint].dep == "cc" else [last]


def _post(text: str, word: Word, several: int) -> bool:
    """Whether a noun names somebody's part: `founder`; in a list of three, `drummer`, too."""
    calling = word.tag == "NN" and said(text, word).lower().endswith(CALLINGS)
    return is_person(text, word) or (several > 2 and calling)


OFFICES = (of_both, second_calling, behind_the_second, shared_office)
