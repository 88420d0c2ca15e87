"""What hangs nearer than the parser thinks: a second clause, a participle, the end of a period.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.main_or_not import MAIN_OR_NOT
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.reach import first_word
from verify.claims.regrouping import (
    NOUNS,
    child,
    hangs_on,
    kids,
    rehung,
    said,
    subject_of,
)
from verify.claims.verbs import base_of
from verify.ports import Word

FILED = frozenset("published released issued printed broadcast posted".split())
REFUSING = frozenset("decline refuse".split())
ANSWERING = frozenset("comment elaborate respond answer say discuss disclose specify name".split())


def and_that_would(text: str, words: list[Word]) -> list[Word]:
    """`a bank that was robbed and that would not pay`: the second clause is of the bank, too."""
    for n, w in enumerate(words):
        own = subject_of(words, n)
        if w.dep != "conj" or own < 2 or said(text, words[own]).lower() != "that" or own > n:
            continue
        if words[own - 1].dep != "cc" or any(k < own - 1 for k in kids(words, n)):
            continue
        first = next((k for k in range(own - 2, 0, -1) if _that_clause(text, words, k, own)), -1)
        if first >= 0 and w.head != first and not hangs_on(words, first, n):
            words[own - 1] = words[own - 1]._replace(head=first)
            words[own] = words[own]._replace(tag="WDT")
            words[n] = w._replace(head=first)
    return words


def _that_clause(text: str, words: Sequence[Word], k: int, before: int) -> bool:
    who = subject_of(words, k)
    that = who >= 0 and said(text, words[who]).lower() in ("that", "which")
    return words[k].dep == "relcl" and that and all(m < before for m in kids(words, k))


def of_the_last(text: str, words: list[Word]) -> list[Word]:
    """`in 2022, when A lodged a claim for costs, for which B had no proof`: no proof for the
    costs; two clauses that no `and` joins are not both of 2022."""
    for n, w in enumerate(words):
        link = first_word(words, n)
        if w.dep != "relcl" or words[link].tag not in ("IN", "TO") or link < 2:
            continue
        which = words[link + 1].tag == "WDT" and said(text, words[link - 1]) == ","
        first = next((k for k in kids(words, w.head) if words[k].dep == "relcl" and k < link), -1)
        last = link - 2
        inside = first >= 0 and hangs_on(words, last, first) and words[last].tag.startswith("NN")
        if which and inside and words[last].dep not in ("compound", "nmod"):
            words[n] = w._replace(head=last)
            words[link - 1] = words[link - 1]._replace(head=last)
    return words


def doing_both(text: str, words: list[Word]) -> list[Word]:
    """`, driving people from their homes and spilling oil into a creek`: oil is no place, and what
    is driven into the creek is not the people."""
    for n, w in enumerate(words):
        thing, joint = w.head, n - 1
        led = w.tag == "VBG" and w.dep in ("amod", "compound") and thing == n + 1
        if not led or words[joint].dep != "cc":
            continue
        home = words[thing].head
        verb = home
        while words[verb].tag[:2] != "VB" and words[verb].head != verb:
            verb = words[verb].head
        joined = words[thing].dep == "conj" and (home == verb or words[home].dep == "pobj")
        if not joined or words[verb].tag != "VBG" or words[verb].dep != "advcl" or verb > n:
            continue
        if child(words, verb, "dobj") < 0 or said(text, words[verb - 1]) != ",":
            continue
        words[n] = w._replace(head=verb, dep="conj")
        words[joint] = words[joint]._replace(head=verb)
        words[thing] = words[thing]._replace(head=n, dep="dobj")
        for k in kids(words, verb):
            if k > thing and words[k].dep == "prep":
                words[k] = words[k]._replace(head=n)
    return words


def back_on(text: str, words: list[Word]) -> list[Word]:
    """`turns taps back on five days after a fire`: back on, and five days after it."""
    for n, w in enumerate(words):
        unit = child(words, n, "pobj")
        after = unit + 1
        if w.tag != "IN" or unit != n + 2 or after >= len(words):
            continue
        counted = words[n + 1].tag == "CD" and words[unit].entity in ("DATE", "TIME")
        late = said(text, words[after]).lower() in ("after", "before", "later", "earlier")
        verb = w.head
        if counted and late and words[verb].tag[:2] == "VB" and words[n - 1].tag in ("RB", "RP"):
            words[n] = w._replace(tag="RP", dep="prt")
            words[unit] = words[unit]._replace(head=after, dep="npadvmod")
            words[after] = words[after]._replace(head=verb)
    return words


def both_ends(text: str, words: list[Word]) -> list[Word]:
    """`were made between 1 May 2024, when A came, and 31 May 2025`: the second date ends the
    period, whatever is told of the first."""
    for n, w in enumerate(words):
        first, joint = w.head, -1
        while words[first].tag == "CD" and words[first].head > first:
            first = words[first].head  # `1` of `1 May`
        if said(text, w).lower() != "between" or words[first].entity != "DATE" or first < n:
            continue
        verb = words[first].head
        for k in range(first + 1, len(words) - 1):
            if words[k].dep == "cc" and words[k + 1].entity == "DATE":
                joint = k
                break
        last = joint + 1
        while 0 < last < len(words) - 1 and words[last].head > last and words[last].tag == "CD":
            last = words[last].head
        apart = joint > 0 and words[last].head == verb and words[last].dep == "npadvmod"
        if apart and words[first].dep in ("npadvmod", "pobj", "dobj") and first < joint < last:
            words[n] = w._replace(head=verb, dep="prep")
            words[first] = words[first]._replace(head=n, dep="pobj")
            words[joint] = words[joint]._replace(head=first)
            words[last] = words[last]._replace(head=first, dep="conj")
            for k in range(last + 1, len(words)):
                if words[k].head == last and words[k].dep in ("cc", "punct"):
                    words[k] = words[k]._replace(head=verb)
    return words


def each_doing(text: str, words: list[Word]) -> list[Word]:
    """`A, who led people down, each holding a lamp`: each of those whom A led; A is not each."""
    for n, w in enumerate(words):
        own = n - 1
        each = own > 1 and said(text, words[own]).lower() == "each" and words[own].dep == "appos"
        if w.tag != "VBG" or w.head != own or not each or said(text, words[own - 1]) != ",":
            continue
        verb = own - 2
        while words[verb].tag[:2] != "VB" and verb > words[own].head:
            verb -= 1
        if verb > words[own].head:
            words[n] = w._replace(head=verb, dep="advcl")
            words[own] = words[own]._replace(head=n, dep="nsubj")
            words[own - 1] = words[own - 1]._replace(head=verb)
    return words


def declined_to(text: str, words: list[Word]) -> list[Word]:
    """`NAME said A had left and declined to comment further`: who says it declines to."""
    for n, w in enumerate(words):
        first, to = w.head, child(words, n, "xcomp")
        refuses = w.dep == "conj" and base_of(said(text, w).lower()) in REFUSING and w.tag == "VBD"
        if not refuses or to < n or base_of(said(text, words[to]).lower()) not in ANSWERING:
            continue
        above = words[first].head
        speaks = base_of(said(text, words[above]).lower()) in ("say", "tell", "confirm", "add")
        if words[first].dep == "ccomp" and speaks and above < first and subject_of(words, n) < 0:
            words[n] = w._replace(head=above)
            rehung(words, first, above, between=(first, n))
    return words


def published_there(text: str, words: list[Word]) -> list[Word]:
    """`according to a paper published today, 11 June, in the Letters`: it was published there."""
    for n, w in enumerate(words):
        if w.dep != "prep" or n < 3 or said(text, words[n - 1]) != "," or w.head >= n:
            continue
        at = n - 2
        while words[at].head != at and words[at].tag != "VBN" and words[at].entity == "DATE":
            at = words[at].head
        filed = words[at].dep == "acl" and said(text, words[at]).lower() in FILED
        told = filed and w.head != at and words[words[at].head].tag in NOUNS
        if told and not hangs_on(words, at, n) and hangs_on(words, at, w.head):
            words[n] = w._replace(head=at)
    return words


def all_of_them(text: str, words: list[Word]) -> list[Word]:
    """`was found in 17 cores, all of them near A; its source is B`: all of the cores."""
    for n, w in enumerate(words):
        if said(text, w).lower() not in ("all", "most", "some", "many", "none", "both", "half"):
            continue
        of_them = [said(text, v).lower() for v in words[n + 1 : n + 3]] == ["of", "them"]
        before = n > 1 and said(text, words[n - 1]) == "," and words[n - 2].tag.startswith("NN")
        if not (of_them and before) or w.head < n or w.dep in ("nsubj", "nsubjpass"):
            continue
        if any(said(text, words[k]) == ";" for k in range(n, w.head)):
            words[n] = w._replace(head=n - 2, dep="appos")
            words[n - 1] = words[n - 1]._replace(head=n - 2)
    return words


def in_the_north(text: str, words: list[Word]) -> list[Word]:
    """`in the districts of A and B, in the north`: they lie there; nothing was done there."""
    for n, w in enumerate(words):
        side = child(words, n, "pobj")
        if w.dep != "prep" or n < 2 or side < 0 or said(text, words[side]).lower() not in SIDES:
            continue
        beside = said(text, words[n - 1]) == "," and words[n - 2].tag in ("NNP", "NNPS")
        if beside and words[w.head].tag[:2] == "VB" and w.head < n - 2 and side == n + 2:
            words[n] = w._replace(head=n - 2)
            words[n - 1] = words[n - 1]._replace(head=n - 2)
    return words


SIDES = frozenset("north south east west northeast northwest southeast southwest centre".split())


def across_a_verb(text: str, words: list[Word]) -> list[Word]:
    """`NAME is a botanist known for her work on mosses, the plants that grow there`: a noun does
    not stand beside another across a verb."""
    for n, w in enumerate(words):
        if w.dep != "appos" or w.head > n or words[w.head].dep not in ("nsubj", "nsubjpass"):
            continue
        begin, verb = first_word(words, n), words[w.head].head
        last = begin - 2
        beside = w.head < verb < last and said(text, words[begin - 1]) == ","
        if not beside or said(text, w).lower() in HUMAN_NOUNS | lx.ROLE_HEADS:
            continue  # `NAME died in A, a man who …`
        if words[last].tag.startswith("NN") and child(words, n, "relcl") > n:
            words[n] = w._replace(head=last)
            words[begin - 1] = words[begin - 1]._replace(head=last)
    return words


ROLES = frozenset("role part work time career stint tenure service appearance".split())


def in_her_role(text: str, words: list[Word]) -> list[Word]:
    """`an actress known for her role as A`: the role is as A, right behind it."""
    for n, w in enumerate(words):
        before = n - 1
        as_what = w.dep == "prep" and said(text, w).lower() == "as" and n > 1
        noun = as_what and words[before].tag == "NN" and said(text, words[before]).lower() in ROLES
        if noun and w.head < before and words[w.head].tag in NOUNS:
            words[n] = w._replace(head=before)
    return words


NEARER = (
    *MAIN_OR_NOT,
    in_her_role,
    and_that_would,
    of_the_last,
    doing_both,
    back_on,
    both_ends,
    each_doing,
    declined_to,
    published_there,
    all_of_them,
    in_the_north,
    across_a_verb,
)
