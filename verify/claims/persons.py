"""Names of persons beside their titles, where the parser hangs them on a place or a body.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.callings import calling
from verify.claims.holders import is_human
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import NAMES, PERSONAL, child, hangs_on, kids, said, subject_of
from verify.ports import Word


def named_beside(text: str, words: list[Word]) -> list[Word]:
    """`the ambassador to the UK, NAME,`: the name stands beside the role, not beside the place.

    The parser often hangs it on the nearest noun.
    """
    for start, end in _person_runs(words):
        name = next((n for n in range(end - 1, start - 1, -1) if words[n].head not in
                     range(start, end)), end - 1)  # fmt: skip
        if start < 3 or text[words[start - 1].start : words[start - 1].end] != ",":
            continue
        after = text[words[end].start : words[end].end] if end < len(words) else "."
        role = _role_above(text, words, start - 2)
        closed = after in (",", ".", ";", "”", '"')
        if role < 0 or not closed or words[name].head == role or words[name].dep == "ROOT":
            continue
        if hangs_on(words, role, name):
            continue
        if words[name].dep in ("conj", "appos", "npadvmod", "dobj", "pobj", "attr", "nmod", "dep"):
            words[name] = words[name]._replace(head=role, dep="appos")
    return named_within(text, words)


def named_within(text: str, words: list[Word]) -> list[Word]:
    """`She is the daughter of the former mayor of A, NAME`, `He is the founder of the firm, NAME`:
    who the sentence is about has a name already, so the mayor and the firm are called that."""
    for n, w in enumerate(words):
        begin = first_word(words, n)
        named = w.dep in ("appos", "pobj") and w.tag in NAMES and begin > 2
        named = named and child(words, n, "conj") < 0  # `the firm, A, and its pilots`
        if not named or said(text, words[begin - 1]) != ",":
            continue
        inner = _inner(text, words, n)
        if inner < 0 or last_word(words, inner) not in (begin - 2, begin - 1, last_word(words, n)):
            continue
        if not _without_name(text, words, inner) or _person_and_body(text, words, begin, inner):
            continue
        words[n] = w._replace(head=inner, dep="appos")
        for k in kids(words, w.head):
            which = words[k].dep == "relcl" and first_word(words, k) > n
            if which and said(text, words[first_word(words, k)]).lower() == "which":
                words[k] = words[k]._replace(head=n)
            elif words[k].dep == "punct" and k >= begin - 1:
                words[k] = words[k]._replace(head=inner)
    return words


def _inner(text: str, words: Sequence[Word], n: int) -> int:
    """`mayor` for the name in `the daughter of the mayor, NAME`; −1."""
    told = words[n].head
    if words[n].dep == "pobj":  # `of the mayor, NAME`, with two objects
        return next((k for k in kids(words, told) if words[k].dep == "pobj" and k < n), -1)
    if not _told_of_somebody(text, words, told):
        return -1
    of = next((k for k in kids(words, told) if said(text, words[k]).lower() == "of"), -1)
    return child(words, of, "pobj") if told < of < n else -1


def _person_and_body(text: str, words: Sequence[Word], begin: int, inner: int) -> bool:
    """`the head of the bank, NAME`: no bank is called Karl."""
    first = said(text, words[begin]).lower()
    human = words[inner].tag in NAMES or is_human(text, words[inner])
    return not human and first in lx.MALE_NAMES | lx.FEMALE_NAMES


def _told_of_somebody(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a noun tells what `he` or NAME is: `he is`, `known for being`, `serves as`."""
    while words[n].dep == "conj" and words[words[n].head].tag == "NN":
        n = words[n].head
    above = words[n].head
    if words[n].dep == "pobj" and said(text, words[above]).lower() == "as":
        above = words[above].head
    elif words[n].dep != "attr":
        return False
    while subject_of(words, above) < 0:
        if words[above].head == above or words[above].dep not in ("pcomp", "prep", "xcomp", "conj"):
            return False
        above = words[above].head
    who = words[subject_of(words, above)]
    return who.tag in NAMES or said(text, who).lower() in PERSONAL


def _without_name(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a noun only describes: `the former mayor`, `former Chief Minister`, `a start-up`."""
    led = child(words, n, "det", "poss") >= 0
    office = words[n].tag in NAMES and said(text, words[n]).lower() in lx.ROLE_HEADS
    return office or (words[n].tag == "NN" and led)


def of_a_body(text: str, words: list[Word]) -> list[Word]:
    """`Bank of England governor NAME said …`: the person says it, not the bank."""
    for start, end in _person_runs(words):
        name = next((n for n in range(start, end) if words[n].dep == "pobj"), -1)
        role = said(text, words[start - 1]).lower() if start else ""
        if name < 0 or role not in lx.ROLE_HEADS or words[start - 1].head != name:
            continue
        of = words[name].head
        body = words[of].head
        if said(text, words[of]) != "of" or said(text, words[body]).lower() not in lx.BODIES:
            continue
        above = words[body].head
        words[name] = words[name]._replace(
            head=name if above == body else above, dep=words[body].dep
        )
        words[body] = words[body]._replace(head=name, dep="compound")
        for k, w in enumerate(words):  # what hangs on the whole hangs on the person
            if w.head == body and k not in (body, of) and not (k < body and w.dep != "punct"):
                words[k] = w._replace(head=name)
    return words


def people_listed(text: str, words: list[Word]) -> list[Word]:
    """`A, B and C met`: one person is no description of another."""
    for n, w in enumerate(words):
        beside = w.dep == "appos" and w.entity == words[w.head].entity == "PERSON" and w.head < n
        if beside and any(v.head == n and v.dep in ("cc", "conj") for v in words):
            words[n] = w._replace(dep="conj")
        elif beside and _item_before_another(text, words, n):
            words[n] = w._replace(dep="conj")
            for k in kids(words, w.head):
                if k > n and words[k].dep in ("cc", "conj", "punct"):
                    words[k] = words[k]._replace(head=n)
    return words


def _item_before_another(text: str, words: Sequence[Word], n: int) -> bool:
    """`A, B, and the band C`: B is the second of several; not `Karl Roe, Duke of Kent, and C`."""
    first, begin = words[n].head, first_word(words, n)
    plain = all(said(text, words[k]).lower() not in lx.ROLE_HEADS for k in range(begin, n))
    plain = plain and all(words[k].dep in ("compound", "punct") for k in kids(words, n))
    joint, last = child(words, first, "cc"), child(words, first, "conj")
    comma = said(text, words[begin - 1]) == "," and said(text, words[joint - 1]) == ","
    given = words[words[first].head].dep == "prep" and words[first].dep == "pobj"
    return plain and given and comma and n + 2 == joint < last


def holder_described(text: str, words: list[Word]) -> list[Word]:
    """`the minister for Wales, a former miner,`, `the director of the museum, a painter,`: that is
    no place and no body, but who holds the office."""
    for n, w in enumerate(words):
        name = w.head
        if w.dep != "appos" or name >= n or is_human(text, words[name]):
            continue
        if words[name].tag not in (*NAMES, "NN"):
            continue
        first = first_word(words, n)
        own = [k for k in kids(words, n) if words[k].dep in ("det", "poss")]
        new = all(said(text, words[k]).lower() in ("a", "an") for k in own)
        if not new or said(text, words[first - 1]) != "," or not _called(text, words, n):
            continue
        holder = _holder_above(text, words, name)
        if holder >= 0 and not _of_a_person(text, words, holder, name):
            words[n] = w._replace(head=holder)
    return words


def _called(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a noun is what one person may be called; `a Democrat`, `a Dane` are such, too."""
    compound = any(words[k].dep == "compound" for k in kids(words, n))
    party = words[n].tag == "NNP" and words[n].entity == "NORP"
    return party or (
        words[n].tag == "NN" and calling(said(text, words[n]), compound=compound) != ""
    )


def _holder_above(text: str, words: Sequence[Word], at: int) -> int:
    """The outermost person of `the wife of the minister for A`, where one holds an office; −1."""
    found, office = -1, False
    while words[at].head < at and words[at].dep in ("pobj", "conj", "prep"):
        at = words[at].head
        own = said(text, words[at]).lower()
        if words[at].tag == "NN" and own in lx.ROLE_HEADS | HUMAN_NOUNS:
            found, office = at, office or own in lx.ROLE_HEADS
    return found if office else -1


def _of_a_person(text: str, words: Sequence[Word], holder: int, name: int) -> bool:
    """`a student of NAME, a chemist`: NAME is the chemist, for the student is told of by that."""
    new = any(said(text, words[k]).lower() in ("a", "an") for k in kids(words, holder))
    return new and words[name].entity == "PERSON"


def _person_runs(words: Sequence[Word]) -> list[tuple[int, int]]:
    people = [n for n, w in enumerate(words) if w.entity == "PERSON"]
    starts = [n for n in people if n - 1 not in people]
    return [(s, next(n for n in range(s, len(words) + 1) if n not in people)) for s in starts]


def _role_above(text: str, words: Sequence[Word], at: int) -> int:
    """The title that a phrase ending at `at` belongs to: `the ambassador to the UK`; −1."""
    for _ in range(6):
        w = words[at]
        own = text[w.start : w.end].lower()
        owned = any(v.head == at and v.dep in ("det", "poss") for v in words)
        if w.tag == "NN" and own in lx.ROLE_HEADS | HUMAN_NOUNS and owned:
            return at
        if w.head == at or w.head > at or w.tag[:2] == "VB":
            return -1  # `the minister, who met a friend, NAME,`: not the minister
        at = w.head
    return -1
