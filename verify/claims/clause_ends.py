"""Where a clause about a noun ends: what the parser hangs on the main verb, or the noun, behind it.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import (
    HELP,
    NAMES,
    child,
    hangs_on,
    kids,
    root_of,
    said,
    subject_of,
)
from verify.ports import Word

DATED = ("DATE", "TIME")


def dated_by_clause(text: str, words: list[Word]) -> list[Word]:
    """`was a lawyer who led A from 1989 until 1990`: she led it so long; what somebody is, without
    a comma before it, has no date where a clause has just told what he or she did."""
    for n, w in enumerate(words):
        when = child(words, n, "pobj") if w.dep == "prep" and w.head < n else -1
        if when < 0 or words[when].entity not in DATED or said(text, words[n - 1]) == ",":
            continue
        what = child(words, w.head, "attr") if said(text, words[w.head]).lower() in lx.BE else -1
        before = n - 2 if said(text, words[n - 1]) == ")" else n - 1
        if not w.head < what < before:
            continue
        clause = [
            k
            for k in range(what, before)
            if words[k].dep == "relcl" and hangs_on(words, k, what) and words[k].tag[:2] == "VB"
        ]
        if clause and last_word(words, clause[-1]) == before:
            words[n] = w._replace(head=clause[-1])
    return words


def last_of_open_list(text: str, words: list[Word]) -> list[Word]:
    """`is the head of A, which sells books, maps, and rare prints`: a list that has no `and` so far
    goes on, so that the prints are sold, and she is head of none."""
    for n, w in enumerate(words):
        joint = _joint(text, words, n) if w.dep == "conj" and w.tag in ("NN", "NNS") else -1
        near = joint - 2
        if near < 2 or w.head >= near or not _listed(text, words, near):
            continue
        inside = (k for k in range(w.head + 1, near) if words[k].dep in ("relcl", "acl"))
        clause = next((k for k in inside if hangs_on(words, k, w.head)), -1)
        if clause < 0 or last_word(words, clause) != near or not hangs_on(words, near, clause):
            continue
        words[near] = words[near]._replace(head=_before(words, near))
        words[n] = w._replace(head=near)
        for k in (joint - 1, joint):
            words[k] = words[k]._replace(head=near)
    return words


def _joint(text: str, words: Sequence[Word], n: int) -> int:
    """The `and` of `, and N`; −1 where there is none."""
    first = n
    while first > 0 and words[first - 1].head == n and words[first - 1].dep in ("amod", "compound"):
        first -= 1
    joint = first - 1
    and_ = joint > 2 and said(text, words[joint]) == "and" and said(text, words[joint - 1]) == ","
    return joint if and_ else -1


def _listed(text: str, words: Sequence[Word], last: int) -> bool:
    """Whether a word ends a list of nouns that has commas, and no `and`."""
    first = _before(words, last)
    alike = words[last].tag in ("NN", "NNS") and words[first].tag in ("NN", "NNS")
    joints = (k for v in (first, last) for k in kids(words, v) if words[k].dep == "cc")
    comma = any(said(text, words[k]) == "," for k in range(first, last))
    return words[last].dep == "conj" and alike and comma and next(joints, -1) < 0


def _before(words: Sequence[Word], last: int) -> int:
    """The item before the last: the object, where the parser hangs the last on its verb."""
    above = words[last].head
    thing = child(words, above, "dobj") if words[above].tag[:2] == "VB" else above
    return thing if above < thing < last else above


def bare_after_bare(text: str, words: list[Word]) -> list[Word]:
    """`was given A for work that makes people laugh, and then think`: a bare verb goes on with the
    bare verb before it, and not with one in the past."""
    for n, w in enumerate(words):
        if w.dep != "conj" or w.tag not in ("VB", "VBP") or subject_of(words, n) >= 0:
            continue
        own, main = said(text, w).lower(), words[w.head]
        plain = "base" in lx.FORMS.get(own, ()) and "past" not in lx.FORMS.get(own, ())
        past = main.tag == "VBD" or (main.tag == "VBN" and child(words, w.head, "auxpass") >= 0)
        helps = (k for v in (n, w.head) for k in kids(words, v) if words[k].dep in HELP)
        if not plain or not past or any(words[k].tag in ("MD", "TO", "VB") for k in helps):
            continue
        joint = n - 1
        while joint > 0 and words[joint].dep == "advmod" and words[joint].head == n:
            joint -= 1
        near = joint - 2 if said(text, words[joint - 1]) == "," else joint - 1
        if words[joint].dep != "cc" or near <= w.head or words[near].tag != "VB":
            continue
        if not hangs_on(words, near, w.head):
            continue
        words[n] = w._replace(head=near, tag="VB")
        for k in range(near + 1, joint + 1):
            words[k] = words[k]._replace(head=near)
    return words


def what_came_there(text: str, words: list[Word]) -> list[Word]:
    """`joined A, where he played for years, scoring 40 goals`: he scored them there."""
    for n, w in enumerate(words):
        first = first_word(words, n) if w.dep == "advcl" and w.tag == "VBG" else -1
        if first < 4 or w.head > first or said(text, words[first - 1]) != ",":
            continue
        if first != n or child(words, n, "mark") >= 0:
            continue
        clauses = (k for k in range(w.head + 1, first - 1) if words[k].dep == "relcl")
        for k in clauses:
            where = next((m for m in kids(words, k) if said(text, words[m]).lower() == "where"), -1)
            own = subject_of(words, k)
            ends = where >= 0 and last_word(words, k) == first - 2 and hangs_on(words, k, w.head)
            if ends and words[own].tag == "PRP":
                words[n] = w._replace(head=k)
                words[first - 1] = words[first - 1]._replace(head=k)
    return words


def left_how(text: str, words: list[Word]) -> list[Word]:
    """`had a fall that left him injured`: what it left him is part of what it did, and no second
    thing that befell him."""
    for n, w in enumerate(words[1:], 1):
        if w.dep not in ("advcl", "conj") or w.tag not in ("VBN", "JJ") or w.head >= n - 2:
            continue
        objects = (k for k in range(n - 1, 0, -1) if words[k].dep == "dobj")
        whom = next((k for k in objects if last_word(words, k) == n - 1), -1)
        verb = words[whom].head
        own = {words[k].dep for k in kids(words, n) if k < n}
        if whom < 0 or words[verb].dep != "relcl" or verb != first_word(words, whom) - 1 or own:
            continue
        if said(text, words[verb]).lower() in LEAVING and hangs_on(words, verb, w.head):
            words[n] = w._replace(head=verb, dep="oprd")
    return words


# Verbs that say of something how they make it.
LEAVING = frozenset(
    "leave leaves left keep keeps kept make makes made render renders rendered".split()
)


def held_after(text: str, words: list[Word]) -> list[Word]:
    """`a lawyer who served as the head of A from 1990 to 1999 and treasurer of B from 1996`: who
    served so was treasurer; a post without an article goes on with the post before it."""
    for n, w in enumerate(words):
        first = first_word(words, n) if w.dep == "conj" and w.tag in NAMES else -1
        if first < 4 or said(text, words[first - 1]) != "and" or child(words, n, "det") >= 0:
            continue
        clause = next((k for k in kids(words, w.head) if words[k].dep == "relcl" and k < n), -1)
        as_ = next((k for k in kids(words, clause) if said(text, words[k]) == "as"), -1)
        post = child(words, as_, "pobj") if clause >= 0 and as_ > clause else -1
        if not 0 < post < n or last_word(words, clause) != first - 2:
            continue
        above = (w.head, words[w.head].head)
        words[n] = w._replace(head=post)
        words[first - 1] = words[first - 1]._replace(head=post)
        for k in range(n + 1, len(words)):
            if words[k].dep == "prep" and words[k].head in above:
                words[k] = words[k]._replace(head=n)
    return words


def included_there(text: str, words: list[Word]) -> list[Word]:
    """`spoke of A, which has views of B, including one of C`: examples of what the clause names in
    the plural, and not of what was spoken of."""
    for n, w in enumerate(words):
        if w.dep != "prep" or said(text, w).lower() != "including" or w.head >= n - 2:
            continue
        if said(text, words[n - 1]) != ",":
            continue
        clauses = (k for k in range(w.head, n) if words[k].dep == "relcl")
        clause = next((k for k in clauses if last_word(words, k) == n - 2), -1)
        several = child(words, clause, "dobj") if clause >= 0 else -1
        if several > 0 and words[several].tag == "NNS" and hangs_on(words, clause, w.head):
            words[n] = w._replace(head=several)
            words[n - 1] = words[n - 1]._replace(head=several)
    return words


def called_first(text: str, words: list[Word]) -> list[Word]:
    """`Often dubbed “the wall”, he is a keeper`: a participle that opens the sentence, with no
    subject, is not its verb."""
    root = root_of(words)
    clause = child(words, root, "ccomp") if root >= 0 and words[root].tag == "VBN" else -1
    subject = subject_of(words, clause) if clause >= 0 else -1
    first = first_word(words, subject) if subject >= 0 else -1
    if first <= root + 1 or said(text, words[first - 1]) != "," or clause < first:
        return words
    alone = all(words[k].dep in ("advmod", "punct") for k in kids(words, root) if k < root)
    helped = any(words[k].dep in HELP for k in kids(words, clause))
    if not alone or not (helped or words[clause].tag in ("VBD", "VBZ", "VBP")):
        return words
    for k in (k for k in kids(words, root) if k > clause):
        words[k] = words[k]._replace(head=clause)
    words[clause] = words[clause]._replace(head=clause, dep="ROOT")
    words[root] = words[root]._replace(head=clause, dep="advcl")
    return words


# They open a phrase, or a clause.
EITHER_WAY = frozenset("as since before after until".split())


def as_the_noun_did(text: str, words: list[Word]) -> list[Word]:
    """`Prices rose as potatoes, which are a staple, did not arrive`: they did not arrive."""
    for n, w in enumerate(words):
        if w.dep != "prep" or said(text, w).lower() not in EITHER_WAY:
            continue
        noun = child(words, n, "pobj")
        clause = child(words, noun, "relcl") if noun > n else -1
        end = last_word(words, clause) + 1 if clause > noun else len(words)
        first = end + 1
        if first >= len(words) or said(text, words[end]) != ",":
            continue
        if said(text, words[first_word(words, clause) - 1]) != ",":
            continue
        verb = words[first].head if words[first].dep in HELP else first
        finite = words[first].tag in ("VBD", "VBZ", "VBP", "MD")
        alone = words[verb].dep in ("ccomp", "advcl", "conj") and subject_of(words, verb) < 0
        if finite and alone and not hangs_on(words, n, verb):
            words[noun] = words[noun]._replace(head=verb, dep="nsubj")
            words[verb] = words[verb]._replace(head=w.head, dep="advcl")
            words[n] = w._replace(head=verb, dep="mark")
    return words


CLAUSE_ENDS = (
    as_the_noun_did,
    dated_by_clause,
    last_of_open_list,
    bare_after_bare,
    what_came_there,
    left_how,
    held_after,
    included_there,
    called_first,
)
