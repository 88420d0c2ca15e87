"""Names of a list that the parser takes for a description of the name before them.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims.callings import calling
from verify.claims.countries import COUNTRIES
from verify.claims.listed_again import CHILDREN
from verify.claims.persons_described import PERSONS_DESCRIBED
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import NAMES, child, hangs_on, kids, rehung, said
from verify.ports import Word

YEAR = re.compile(r"(?:1[89]|20)\d\d")
PLACES = ("GPE", "LOC")
EXAMPLES = frozenset("including include includes included".split())
OF_NAMES = frozenset("parents immigrants emigrants refugees".split())


def names_listed(text: str, words: list[Word]) -> list[Word]:
    """`include The Ferry, The Lantern, and The Mill`: three works, and none is another."""
    for n, w in enumerate(words):
        above, begin = w.head, first_word(words, n)
        if w.dep != "appos" or begin < 2 or said(text, words[begin - 1]) != ",":
            continue
        last = tail(words, above, begin)
        near = max(last, _closed(text, words, begin)) >= begin - 2
        if not (near and _name(text, words, above) and _name(text, words, n)):
            continue
        if _goes_on(words, above, n) and _alike(text, words, above, n):
            _joined(words, last, n)
    return words


def _name(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a noun is a name and no title of office: `The Ferry`, `Ann Roe`, not `Mayor of A`."""
    led = child(words, n, "det")
    own = said(text, words[n])
    titled = led > 0 and said(text, words[led]) == "The" and own[:1].isupper()
    named = words[n].tag in NAMES or titled
    return named and (titled or not calling(own, compound=False))


def _goes_on(words: Sequence[Word], above: int, n: int) -> bool:
    """Whether the list goes on behind `n`."""
    joints = [k for m in (above, n) for k in kids(words, m) if k > n and words[k].dep == "cc"]
    return any(words[k].dep == "conj" and k > n for m in (above, n) for k in kids(words, m)) and (
        bool(joints) or child(words, n, "conj") > n
    )


def _alike(text: str, words: Sequence[Word], a: int, b: int) -> bool:
    """Whether two names are of one kind by their form, or examples of one kind."""
    if all(_dated(text, words, k) for k in (a, b)):
        return True
    leads = [child(words, k, "det") for k in (a, b)]
    if all(k > 1 and said(text, words[k]) == "The" for k in leads):
        return True
    if words[a].entity in PLACES and words[b].entity in PLACES:
        return all(_country(text, words, k) for k in (a, b))
    link = words[a].head
    given = said(text, words[link]).lower() in EXAMPLES or _such_as(text, words, link)
    return given and words[a].dep in ("pobj", "dobj") and leads[1] < 0


def _such_as(text: str, words: Sequence[Word], n: int) -> bool:
    two = said(text, words[n]).lower() == "as" and n > 0
    return two and said(text, words[n - 1]).lower() == "such"


def _dated(text: str, words: Sequence[Word], n: int) -> bool:
    """`The Ferry (2003)`: a year in brackets right behind a name."""
    at = next((k for k in range(n + 1, len(words)) if words[k].tag in ("-LRB-", ",")), 0)
    marks = [said(text, v) for v in words[at : at + 3]]
    inside = all(hangs_on(words, k, n) for k in range(n + 1, at))
    bracket = inside and marks[::2] == ["(", ")"]
    return bracket and YEAR.fullmatch(marks[1]) is not None


def _country(text: str, words: Sequence[Word], n: int) -> bool:
    own = [k for k in kids(words, n) if words[k].dep in ("compound", "amod", "nmod") and k < n]
    return " ".join(said(text, words[k]) for k in (*own, n)).lower() in COUNTRIES


def _closed(text: str, words: Sequence[Word], begin: int) -> int:
    """The mark that closes brackets right before the comma before `begin`; −1 where none does."""
    return begin - 2 if said(text, words[begin - 2]) == ")" else -1


def tail(words: Sequence[Word], n: int, before: int) -> int:
    """The last item of a list that stands before a word."""
    while n < (after := child(words, n, "conj")) < before:
        n = after
    return n


def _joined(words: list[Word], last: int, n: int) -> None:
    """Make a noun the next item of a list, and what follows the list's last the next after it."""
    above = words[n].head
    for old in {above, last}:
        for k in kids(words, old):
            if k > n and words[k].dep == "conj":
                words[k] = words[k]._replace(head=tail(words, n, k))
        rehung(words, old, n, between=(last_word(words, n), len(words)), labels=("cc",))
    words[n] = words[n]._replace(head=last, dep="conj")


def child_of_both(text: str, words: list[Word]) -> list[Word]:
    """`the son of A, a baker, and B`, where the parser joins B to the son: of both."""
    for n, w in enumerate(words):
        joint = first_word(words, n) - 1
        named = w.dep == "conj" and w.tag in NAMES and w.entity == "PERSON"
        if not named or joint < 5 or said(text, words[joint]).lower() != "and":
            continue
        parent = _parent(text, words, joint)
        aside = said(text, words[joint - 1]) == "," and said(text, words[parent + 1]) == ","
        verbs = (k for k in range(parent + 1, joint) if words[k].tag in ("VBD", "VBZ", "VBP"))
        if parent < 0 or w.head == parent or not aside or next(verbs, -1) > 0:
            continue
        who = next((k for k in range(parent + 2, joint) if words[k].dep == "appos"), -1)
        if who < 0 or first_word(words, who) != parent + 2:
            continue
        words[who] = words[who]._replace(head=parent)
        rehung(words, w.head, parent, between=(parent, n), labels=("cc", "punct"))
        words[n] = w._replace(head=parent)
        words[joint] = words[joint]._replace(head=parent)
    return words


def _parent(text: str, words: Sequence[Word], before: int) -> int:
    """The last name before a word whose son or daughter somebody is; −1 where there is none."""
    for n in range(before - 1, 1, -1):
        w, link = words[n], words[words[n].head]
        of = w.dep == "pobj" and w.tag in NAMES and said(text, link).lower() == "of"
        if of and said(text, words[w.head - 1]).lower() in CHILDREN:
            return n
    return -1


def parents_named(text: str, words: list[Word]) -> list[Word]:
    """`was born to French parents, A and B`: those are the parents, whatever else was told."""
    for n, w in enumerate(words):
        begin = first_word(words, n) if w.dep == "npadvmod" else 0
        if begin < 3 or w.tag not in NAMES or said(text, words[begin - 1]) != ",":
            continue
        if said(text, words[begin - 2]).lower() in OF_NAMES and child(words, n, "conj") > n:
            words[n] = w._replace(head=begin - 2, dep="appos")
    return words


def holds_another(text: str, words: list[Word]) -> list[Word]:
    """`is president of the club A, owner of B, and a former diver`: he owns B, and the club does
    not."""
    for n, w in enumerate(words):
        beside = w.dep == "appos" and w.tag == "NN" and words[w.head].tag in (*NAMES, "NN")
        if not beside or _somebody(text, words, w.head) or child(words, n, "det", "poss") >= 0:
            continue
        begin = first_word(words, n)
        who = next((k for k in _above(words, n) if words[k].dep == "attr"), -1)
        of = child(words, n, "prep")
        role = calling(said(text, w), compound=False) and of == n + 1
        if not role or who < 0 or said(text, words[begin - 1]) != ",":
            continue
        held = tail(words, who, n)
        later = [k for m in (who, held) for k in kids(words, m) if words[k].dep == "conj" and k > n]
        if later and said(text, words[of]).lower() == "of" and words[held].tag == "NN":
            words[later[0]] = words[later[0]]._replace(head=n)
            for old in (who, held):
                rehung(words, old, n, between=(n, later[0]))
            words[n] = w._replace(head=held, dep="conj")
    return words


def _somebody(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a name is a person's; that of `the club Norvik Town` is not."""
    kinds = [k for k in kids(words, n) if k < n and words[k].tag == "NN"]
    thing = bool(kinds) and not any(calling(said(text, words[k]), compound=False) for k in kinds)
    return words[n].entity == "PERSON" and not thing


def _above(words: Sequence[Word], n: int) -> list[int]:
    found = []
    while words[n].head != n:
        n = words[n].head
        found.append(n)
    return found


def called_behind_who(text: str, words: list[Word]) -> list[Word]:
    """`like A, who is a baker, or B, who is a diver, climber and vet`: it is B who is all three."""
    for n, w in enumerate(words):
        begin = first_word(words, n) if w.dep == "appos" and w.tag == "NN" else 0
        first = begin - 2
        if first < 3 or said(text, words[begin - 1]) != "," or words[first].dep != "attr":
            continue
        told = words[words[first].head]
        new = child(words, first, "det")
        bare = child(words, n, "det", "poss") < 0 and child(words, n, "conj") > n
        clause = told.dep == "relcl" and w.head < first and new >= 0
        human = all(calling(said(text, words[k]), compound=False) for k in (first, n))
        if clause and bare and human:
            words[n] = w._replace(head=first, dep="conj")
    return words


def person_behind_clause(text: str, words: list[Word]) -> list[Word]:
    """`like A, who plays for B, or C, who …`: C stands beside A, not beside the club."""
    for n, w in enumerate(words):
        joint = first_word(words, n) - 1
        person = w.entity == "PERSON" or _who(text, words, n)
        named = w.dep == "conj" and person and words[w.head].tag in NAMES
        if not named or words[w.head].entity == "PERSON" or joint < 4:
            continue
        commas = said(text, words[joint - 1]) == "," and words[joint].dep == "cc"
        clause = next((k for k in _above(words, n) if words[k].dep == "relcl"), -1)
        who = child(words, clause, "nsubj") if clause >= 0 else 0
        if not commas or who < 1 or said(text, words[who - 1]) != ",":
            continue
        other = words[clause].head
        if said(text, words[who]).lower() == "who" and words[other].entity == "PERSON":
            old = w.head
            words[n] = w._replace(head=other)
            rehung(words, old, other, between=(old, n), labels=("cc", "punct"))
            words[joint] = words[joint]._replace(head=other)
    return words


def _who(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a clause with `who` stands behind a name."""
    clause = child(words, n, "relcl")
    who = child(words, clause, "nsubj") if clause >= 0 else -1
    return who >= 0 and said(text, words[who]).lower() == "who"


def who_was(text: str, words: list[Word]) -> list[Word]:
    """`her mother and her father, who was a vet`, without the comma: one of them was."""
    for n, w in enumerate(words):
        who = first_word(words, n) if w.dep == "relcl" else 0
        last = tail(words, w.head, who) if who else 0
        if last <= w.head or last != who - 1 or said(text, words[who]).lower() != "who":
            continue
        one = said(text, w).lower() == "was" or w.tag == "VBZ"
        if one and all(child(words, k, "det", "poss") >= 0 for k in (w.head, last)):
            words[n] = w._replace(head=last)
    return words


def place_of_place(text: str, words: list[Word]) -> list[Word]:
    """`a school near Orlando, Florida run by nuns`: nobody runs but the nuns."""
    for n, w in enumerate(words[:-2]):
        verb = w.head
        place = w.dep == "nsubj" and w.tag in NAMES and w.entity in PLACES and verb == n + 1
        if not place or n < 3 or said(text, words[n - 1]) != ",":
            continue
        near = words[n - 2].dep == "pobj" and words[n - 2].entity in PLACES
        named = said(text, words[verb]).lower() in ("called", "named")
        by = child(words, verb, "agent", "oprd", *(("dobj",) if named else ())) > verb
        clause = next((k for k in _above(words, n - 2) if words[k].dep == "acl"), -1)
        if near and by and words[verb].tag in ("VBD", "VBN") and words[verb].head != verb:
            inner = words[clause].head if clause >= 0 else -1
            if inner < 0:
                continue
            words[n] = w._replace(head=n - 2, dep="appos")
            words[verb] = words[verb]._replace(head=inner, dep="acl", tag="VBN")
    return words


NAMES_LISTED = (
    names_listed,
    child_of_both,
    parents_named,
    holds_another,
    person_behind_clause,
    called_behind_who,
    who_was,
    place_of_place,
    *PERSONS_DESCRIBED,
)
