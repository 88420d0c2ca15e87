"""Clauses, infinitives and names side by side, where the parser hangs one under the other.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.main_verbs import CONCEDING, MAIN_VERBS
from verify.claims.reach import first_word
from verify.claims.regrouping import (
    FINITE,
    NAMES,
    SUBJECT,
    hangs_on,
    helps_of,
    kids,
    said,
    subject_of,
)
from verify.claims.verbs import base_of
from verify.ports import Word

OPENING = frozenset("as when while although though if since after before because".split())
FOLLOWING = ("dobj", "attr", "acomp", "prep", "advmod", "npadvmod", "prt", "agent", "oprd")
BINDING = frozenset("for of on in to against".split())


def clauses_listed(text: str, words: list[Word]) -> list[Word]:
    """`A led twice, B won the cup and C beat D`: three statements, none of which is part of
    another."""
    for n, w in enumerate(words):
        first, second = (n, w.head) if n < w.head else (w.head, n)
        if w.dep not in ("ccomp", "advcl") or w.head == n or not _bare_clause(text, words, n):
            continue
        if not _bare_clause(text, words, second) or not _after_comma(text, words, first, second):
            continue
        if any(words[k].tag in FINITE for k in range(subject_of(words, first))):
            continue  # `NAME said A closed, B shut and C left`: all three are what NAME said
        third = next((k for k in kids(words, second) if words[k].dep == "conj" and k > second), -1)
        joint = next((k for k in kids(words, second) if words[k].dep == "cc" and k > second), -1)
        listed = second < joint < third and said(text, words[joint]).lower() == "and"
        listed = listed and words[third].tag[:2] == "VB" and subject_of(words, third) >= 0
        if not listed and not _two_named(words, first, second):
            continue
        if n == first:
            above = words[second]
            words[first] = w._replace(head=first if above.head == second else above.head,
                                      dep=above.dep)  # fmt: skip
            words[second] = above._replace(head=first, dep="conj")
        else:
            words[second] = w._replace(dep="conj")
    return words


def _two_named(words: Sequence[Word], first: int, second: int) -> bool:
    """`NAME led twice, NAME had three saves`: two statements, with no `and`."""
    named = all(words[subject_of(words, k)].tag in NAMES for k in (first, second))
    does = any(words[k].dep == "dobj" and k > second for k in kids(words, second))
    return named and does and words[first].tag == words[second].tag == "VBD"


def _bare_clause(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a finite verb does something, in a clause that nothing ties to another: `B made 30
    saves`, rather than `B says`."""
    own = subject_of(words, n)
    marked = any(words[k].dep == "mark" or words[k].tag in ("WDT", "WP", "WRB")
                 for k in (*kids(words, n), max(own, 0)))  # fmt: skip
    finite = words[n].tag in FINITE or any(words[k].tag in FINITE for k in helps_of(words, n))
    if not 0 <= own < n or marked or not finite or words[own].tag == "PRP":
        return False
    base = base_of(said(text, words[n]).lower())
    thing = any(words[k].dep == "dobj" and k > n for k in kids(words, n))
    if base in lx.SAYING | lx.SPEECH | THINKING:
        return base in ("add", "post", "report") and thing
    follows = any(words[k].dep in FOLLOWING and k > n for k in kids(words, n))
    return follows or (n + 1 < len(words) and said(text, words[n + 1]) == ",")


THINKING = frozenset(
    "think believe hope fear know feel suppose mean seem appear guess show suggest indicate find"
    " reveal".split()
)


def _after_comma(text: str, words: Sequence[Word], first: int, second: int) -> bool:
    """Whether the second clause begins with its subject, right behind a comma."""
    begin = first_word(words, subject_of(words, second))
    return first < begin < second and said(text, words[begin - 1]) == ","


def name_and_past(text: str, words: list[Word]) -> list[Word]:
    """`NAME made 12 stops and NAME beat B`: behind `and`, a name with a past form right after it
    does something, and is not the second of the stops."""
    for n, w in enumerate(words):
        name = w.head
        if w.dep != "acl" or w.tag not in ("VBN", "VBD") or name != n - 1:
            continue
        first = words[name].head
        verb = words[first].head
        joint = first_word(words, name) - 1
        joins = joint > 0 and words[joint].head == first and words[joint].dep == "cc"
        listed = words[name].dep == "conj" and words[name].tag == "NNP" and joins
        thing = words[first].dep == "dobj" and words[first].tag in ("NN", "NNS")
        past = words[verb].tag == "VBD" and "past" in lx.FORMS.get(said(text, w).lower(), ())
        does = n + 1 < len(words) and words[n + 1].head in (n, n + 2) and words[n + 1].tag != "IN"
        if not (listed and thing and past and does) or words[first].entity:
            continue
        words[name] = words[name]._replace(head=n, dep="nsubj")
        words[joint] = words[joint]._replace(head=verb)
        words[n] = w._replace(head=verb, dep="conj", tag="VBD")
    return words


def infinitives_listed(text: str, words: list[Word]) -> list[Word]:
    """`an effort to cut costs, close A and narrow B`: three things that it is to do."""
    for n, w in enumerate(words):
        above = words[w.head]
        bare = w.dep == "conj" and w.tag == "VB" and w.head < n and above.tag in FINITE
        if not bare or subject_of(words, n) >= 0 or words[n - 1].dep != "cc":
            continue
        if any(words[k].tag == "MD" for k in (*kids(words, w.head), *kids(words, n))):
            continue
        if said(text, above).lower() in lx.DO:
            continue
        to = [k for k in range(w.head + 1, n) if words[k].tag == "TO" and words[k].dep == "aux"]
        verb = words[to[-1]].head if to else n
        if verb >= n or words[verb].tag != "VB" or not hangs_on(words, verb, w.head):
            continue
        words[n] = w._replace(head=verb)
        words[n - 1] = words[n - 1]._replace(head=verb)
        _one_between(text, words, verb, n)
    return words


def _one_between(text: str, words: list[Word], verb: int, last: int) -> None:
    """The second of three infinitives, taken for an adjective: `close A` after a comma."""
    for k in range(verb + 1, last):
        noun = words[k].head
        plain = words[k].dep in ("amod", "compound") and k < noun < last
        if not plain or said(text, words[k - 1]) != ",":
            continue
        if "base" not in lx.FORMS.get(said(text, words[k]).lower(), ()):
            continue
        words[noun] = words[noun]._replace(head=k, dep="dobj")
        words[k] = words[k]._replace(head=verb, dep="conj", tag="VB")
        words[last] = words[last]._replace(head=k)
        words[last - 1] = words[last - 1]._replace(head=k)
        return


def not_called(text: str, words: list[Word]) -> list[Word]:
    """`all runners not named Moss have work to do`: which runners, and no verb of its own."""
    for n, w in enumerate(words):
        noun = n - 2
        if w.tag != "VBN" or noun < 0 or said(text, words[n - 1]).lower() != "not":
            continue
        if words[noun].head != n or words[noun].dep not in SUBJECT or helps_of(words, n):
            continue
        verb = next((k for k in kids(words, n) if words[k].dep == "conj" and k > n), -1)
        tied = any(words[k].dep == "cc" for k in kids(words, n) if k < verb)
        if verb < 0 or tied or words[verb].tag not in FINITE or subject_of(words, verb) >= 0:
            continue
        words[verb] = words[verb]._replace(head=verb if w.head == n else w.head, dep=w.dep)
        for k in kids(words, n):
            if k < n - 1 or k > verb:
                words[k] = words[k]._replace(head=verb)
        words[n] = w._replace(head=noun, dep="acl")
    return words


def from_one_to_the_next(text: str, words: list[Word]) -> list[Word]:
    """`from door to door`: one phrase."""
    for n in range(len(words) - 3):
        phrase = [said(text, v).lower() for v in words[n : n + 4]]
        if phrase[0] != "from" or phrase[2] != "to" or phrase[1] != phrase[3]:
            continue
        inside = words[n + 1].head == n and words[n + 3].head == n + 2
        if inside and phrase[1].isalpha():
            words[n + 2] = words[n + 2]._replace(head=n + 1)
    return words


def more_than(text: str, words: list[Word]) -> list[Word]:
    """`nobody has more at stake in the debate than NAME`: `than` goes with `more`."""
    for n, w in enumerate(words):
        if w.dep != "prep" or said(text, w).lower() != "than" or w.head > n:
            continue
        more = [k for k in range(n) if words[k].tag in ("JJR", "RBR")]
        noun = words[w.head]
        bare = noun.dep == "pobj" and not any(k in more for k in kids(words, w.head))
        if not more or not bare or hangs_on(words, more[-1], n) or more[-1] == w.head:
            continue
        words[n] = w._replace(head=more[-1])
    return words


def whole_name(text: str, words: list[Word]) -> list[Word]:
    """`the Alliance for Clean Rivers, a group that …`: the alliance is a group, and no river."""
    for n, w in enumerate(words):
        if w.dep not in ("appos", "relcl", "acl") or w.head >= n:
            continue
        part = w.head
        while (above := _name_above(text, words, part)) >= 0:
            part = above
        if part != w.head and said(text, words[first_word(words, n) - 1]) == ",":
            words[n] = w._replace(head=part)
    return words


def _name_above(text: str, words: Sequence[Word], n: int) -> int:
    """The head of a name of which another, ending in `n`, is the last part; −1."""
    link = words[n].head
    above = words[link].head
    bound = words[n].dep == "pobj" and said(text, words[link]).lower() in BINDING
    if not bound or words[n].tag not in NAMES or words[above].tag not in NAMES or above > link:
        return -1
    kinds = {words[k].entity for k in range(above, n + 1)}
    return above if kinds <= {"ORG", "FAC"} and len(kinds) == 1 else -1


def subject_of_main(text: str, words: list[Word]) -> list[Word]:
    """`As we noted, a study by A showed B`: the study showed B, and is not what was noted."""
    for n, w in enumerate(words):
        main = w.head
        opens = any(said(text, words[k]).lower() in OPENING for k in kids(words, n) if k < n)
        if w.dep != "advcl" or not n < main or not opens or subject_of(words, n) < 0:
            continue
        thing = next((k for k in kids(words, n) if words[k].dep == "dobj" and k > n), -1)
        if thing < 0 or subject_of(words, main) >= 0 or words[main].tag not in FINITE:
            continue
        if said(text, words[first_word(words, thing) - 1]) == ",":
            words[thing] = words[thing]._replace(head=main, dep="nsubj")
    return words


def concession_first(text: str, words: list[Word]) -> list[Word]:
    """`While A isn't cheap, NAME says B`: what she says is B alone."""
    for n, w in enumerate(words):
        if w.dep != "ccomp" or not n < w.head or base_of(said(text, words[w.head]).lower()) not in (
            lx.SAYING | lx.SPEECH
        ):  # fmt: skip
            continue
        opens = said(text, words[first_word(words, n)]).lower() in CONCEDING
        if opens and any(words[k].dep == "ccomp" and k > w.head for k in kids(words, w.head)):
            words[n] = w._replace(dep="advcl")
    return words


def role_before_name(text: str, words: list[Word]) -> list[Word]:
    """`research team head NAME says A`: behind a noun that is but one, `head` is no verb."""
    for n, w in enumerate(words[:-1]):
        before, name = words[n - 1] if n else w, words[n + 1]
        title = w.tag in ("VBP", "VB") and said(text, w).lower() in lx.ROLE_HEADS
        if not title or before.tag != "NN" or before.head != n or name.entity != "PERSON":
            continue
        top = n + 1
        while words[top].dep == "compound" and words[top].head > top:
            top = words[top].head
        verb = words[top].head
        ties = (
            words[top].dep in SUBJECT and w.head == verb and verb > top and not helps_of(words, n)
        )
        if before.dep not in SUBJECT or not ties:
            continue
        for k in kids(words, n):
            loose = words[k]._replace(head=verb)
            words[k] = loose._replace(dep="advcl") if loose.dep == "ccomp" else loose
        words[n] = w._replace(head=top, dep="compound", tag="NN")
        words[n - 1] = before._replace(head=n, dep="compound")
    return words


SIDE_BY_SIDE = (
    role_before_name,
    concession_first,
    subject_of_main,
    not_called,
    infinitives_listed,
    from_one_to_the_next,
    more_than,
    whole_name,
    name_and_past,
    clauses_listed,
    *MAIN_VERBS,
)
