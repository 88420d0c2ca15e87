"""Clauses and phrases behind a noun that the parser hangs on another word or cuts in two.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.dated_asides import DATED_ASIDES
from verify.claims.listed_again import LISTED_AGAIN
from verify.claims.names_listed import NAMES_LISTED
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import (
    FINITE,
    HELP,
    NAMES,
    NOUNS,
    SUBJECT,
    child,
    hangs_on,
    helps_of,
    kids,
    said,
    subject_of,
)
from verify.claims.rejoined import DESCRIBED
from verify.claims.verbs import base_of
from verify.claims.whole_names import WHOLE_NAMES
from verify.ports import Word


def a_couple_named(text: str, words: list[Word]) -> list[Word]:
    """`the victims are a couple, A and B`: the names are theirs, and no others beside them."""
    for n, w in enumerate(words):
        two = w.dep == "conj" and w.tag in NAMES and said(text, words[w.head]).lower() in COUPLES
        first = first_word(words, n)
        if not two or first < 2 or said(text, words[first - 1]) != "," or w.head > n:
            continue
        if child(words, n, "conj") > n and not any(v.dep == "cc" for v in words[w.head : first]):
            words[n] = w._replace(dep="appos")
    return words


COUPLES = ("couple", "pair", "duo")


def who_said_it_was(text: str, words: list[Word]) -> list[Word]:
    """`heard from NAME, who said a count, made in May, was too low`: the count was, and not those
    who heard it."""
    for r, clause in enumerate(words):
        thing = child(words, r, "dobj")
        told = clause.dep == "relcl" and base_of(said(text, clause).lower()) in lx.SAYING
        if not told or thing < r or words[thing].tag not in NOUNS or clause.head > r:
            continue
        first = first_word(words, r)
        who = said(text, words[first]).lower() in ("who", "which") and words[first].head == r
        aside = child(words, thing, "acl", "relcl")
        comma = (first_word(words, aside) - 1) if aside > thing else last_word(words, thing) + 1
        main = _verb_above(words, r)
        if not who or main < 0 or main > clause.head or comma >= len(words):
            continue
        if said(text, words[comma]) != ",":
            continue
        verb = _loose_verb(text, words, (comma, main, r))
        if verb > 0:
            return _what_was_said(words, (r, thing, comma, verb))
    return words


def _verb_above(words: Sequence[Word], n: int) -> int:
    while words[n].head != n:
        n = words[n].head
        if words[n].tag[:2] in ("VB", "MD"):
            return n
    return -1


def _loose_verb(text: str, words: Sequence[Word], places: tuple[int, int, int]) -> int:
    """The first finite verb right behind a comma after `comma` that has no subject and no `and`
    before it, and hangs on the main verb; -1."""
    comma, main, clause = places
    for n in range(comma + 1, len(words)):
        helps = [k for k in helps_of(words, n) if k < n]
        start = min([n, *helps])
        tensed = words[start].tag in (*FINITE, "MD")
        if not tensed or words[n].tag[:2] not in ("VB", "MD") or subject_of(words, n) >= 0:
            continue
        near = words[n].head == main and not hangs_on(words, n, clause)
        beside = said(text, words[start - 1]) == ","
        return n if near and beside and start - 1 > comma else -1
    return -1


def _what_was_said(words: list[Word], places: tuple[int, int, int, int]) -> list[Word]:
    clause, thing, comma, verb = places
    main = words[verb].head
    passive = child(words, verb, "auxpass") >= 0
    for k in kids(words, main):
        if comma <= k < verb and words[k].dep != "punct" and words[k].tag in ("VBN", "VBD", "VBG"):
            words[k] = words[k]._replace(head=thing, dep="acl")
        elif comma <= k < verb:
            words[k] = words[k]._replace(head=thing)
    words[thing] = words[thing]._replace(head=verb, dep="nsubjpass" if passive else "nsubj")
    words[verb] = words[verb]._replace(head=clause, dep="ccomp")
    return words


def rules_call(text: str, words: list[Word]) -> list[Word]:
    """`the speed at which company rules call for a stop`: of two verbs in a row the first is a
    noun."""
    for n, w in enumerate(words[:-1]):
        verb, own = n + 1, n - 1
        plural = w.tag == "VBZ" and said(text, w).lower().endswith("s") and n > 0
        if not plural or words[verb].tag != "VBP" or not _headed_by(words, verb, n):
            continue
        subject = words[own].dep in SUBJECT and words[own].head == n
        if not subject or words[own].tag not in ("NN", "NNP", "JJ"):
            continue
        helped = any(words[k].dep in HELP or words[k].dep == "neg" for k in kids(words, n))
        if helped or said(text, w).lower() == "says":
            continue
        above = verb if w.head == n else w.head
        for k in kids(words, n):
            words[k] = words[k]._replace(head=verb)
        words[verb] = words[verb]._replace(head=above, dep=w.dep)
        words[n] = w._replace(head=verb, dep="nsubj", tag="NNS")
        words[own] = words[own]._replace(head=n, dep="compound")
        for k in kids(words, own):
            if k < own and words[k].dep in ("det", "amod", "poss"):
                words[k] = words[k]._replace(head=n)
    return words


def harbour_rules_call(text: str, words: list[Word]) -> list[Word]:
    """`at which harbour rules call for a stop`, where the first noun is taken for the verb."""
    for n, w in enumerate(words[:-2]):
        plural, verb = n + 1, n + 2
        clause = w.dep == "relcl" and w.tag in ("VBP", "VBZ") and subject_of(words, n) < 0
        thing = words[plural].tag == "NNS" and words[plural].head == n
        if not clause or not thing or words[plural].dep != "dobj" or words[verb].tag != "VBP":
            continue
        led = child(words, n, "prep") == first_word(words, n) == n - 2
        if not led or words[n - 1].tag != "WDT" or not _headed_by(words, verb, n):
            continue
        for k in kids(words, n):
            words[k] = words[k]._replace(head=verb)
        words[verb] = words[verb]._replace(head=w.head, dep="relcl")
        words[plural] = words[plural]._replace(dep="nsubj")
        words[n] = w._replace(head=plural, dep="compound", tag="NN")
    return words


def _headed_by(words: Sequence[Word], verb: int, n: int) -> bool:
    """Whether a verb has neither a subject nor an `and` of its own before it."""
    early = [k for k in kids(words, verb) if k < verb]
    return not early and (words[verb].head == n or words[verb].head == words[n].head
                          or hangs_on(words, n, words[verb].head))  # fmt: skip


def planned_for(text: str, words: list[Word]) -> list[Word]:
    """`argued that a walkout planned for May would be illegal`: of two verbs with one subject and
    no `and`, the first only says which walkout."""
    for n, w in enumerate(words):
        subject = subject_of(words, n) if w.dep in ("ccomp", "advcl") else -1
        if w.tag != "VBN" or subject != n - 1 or helps_of(words, n) or subject < 0:
            continue
        after = last_word(words, n) + 1
        verb = next((k for k in range(after, len(words)) if _follows(words, k, after)), -1)
        if verb < 0 or words[verb].head != w.head or subject_of(words, verb) >= 0:
            continue
        words[verb] = words[verb]._replace(dep=w.dep)
        words[subject] = words[subject]._replace(head=verb)
        for k in kids(words, n):
            if k < n and k != subject:
                words[k] = words[k]._replace(head=verb)
        words[n] = w._replace(head=subject, dep="acl")
    return words


def _follows(words: Sequence[Word], k: int, after: int) -> bool:
    """Whether a finite verb begins right there."""
    return words[min([k, *helps_of(words, k)])].tag in (*FINITE, "MD") and (
        first_word(words, k) == after and words[k].tag[:2] == "VB"
    )


def over_spoilt_pills(text: str, words: list[Word]) -> list[Word]:
    """`A man who leads a campaign over spoilt pills vowed to go on`: behind a preposition without
    an object stands no verb, but an adjective of its object."""
    for n, w in enumerate(words[1:-2], 1):
        link, content = n - 1, child(words, n, "ccomp")
        bare = words[link].tag == "IN" and words[link].dep == "prep" and not kids(words, link)
        if w.tag not in ("VBD", "VBN") or not bare or content < n or helps_of(words, n):
            continue
        subject, thing = subject_of(words, n), subject_of(words, content)
        if not 0 <= subject < link or first_word(words, thing) != n + 1 or thing < n:
            continue
        noun = words[words[link].head].tag in NOUNS or words[link - 1].tag in NOUNS
        if not noun or words[content].tag not in FINITE:
            continue
        for k in kids(words, n):
            words[k] = words[k]._replace(head=content)
        above = content if w.head == n else w.head
        words[content] = words[content]._replace(head=above, dep=w.dep)
        words[thing] = words[thing]._replace(head=link, dep="pobj")
        words[n] = w._replace(head=thing, dep="amod", tag="VBN")
    return words


# Verbs of the kind `praised NAME as “the one person who …”`.
CALLED = DESCRIBED | frozenset("praise hail condemn single recognise recognize identify".split())


def praised_as(text: str, words: list[Word]) -> list[Word]:
    """`praised NAME, the clerk whose letter exposed it, as “honest”`: what stands behind the second
    comma of an aside goes on with the verb before the first."""
    for n, w in enumerate(words):
        as_ = w.dep == "prep" and said(text, w).lower() == "as" and n > 1
        if not as_ or said(text, words[n - 1]) != "," or words[w.head].tag[:2] != "VB":
            continue
        thing = next((k for k in _above(words, w.head) if words[k].dep == "dobj"), -1)
        verb = words[thing].head
        if thing < 0 or not verb < thing or base_of(said(text, words[verb]).lower()) not in CALLED:
            continue
        aside = next((k for k in _above(words, w.head) if words[k].head == thing), -1)
        opened = aside > thing and said(text, words[first_word(words, aside) - 1]) == ","
        if not opened or base_of(said(text, words[w.head]).lower()) in CALLED:
            continue
        words[n] = w._replace(head=verb)
        words[n - 1] = words[n - 1]._replace(head=thing)
    return words


def _above(words: Sequence[Word], n: int) -> list[int]:
    """A word, what it hangs on, and so on up to the root."""
    found = [n]
    while words[n].head != n:
        n = words[n].head
        found.append(n)
    return found


def both_did(text: str, words: list[Word]) -> list[Word]:
    """`A, the carrier, and its pilots settled`: what `and` joins to a subject shares its verb."""
    for n, w in enumerate(words):
        if w.dep not in ("nsubj", "nsubjpass") or w.tag not in NOUNS or w.head < n:
            continue
        joint = first_word(words, n) - 1
        subject = words[joint].head
        joined = joint > 0 and words[joint].dep == "cc" and subject < joint
        if joined and words[subject].dep == w.dep and words[subject].head == w.head:
            words[n] = w._replace(head=subject, dep="conj")
    return words


BEHIND_NOUNS = (
    *WHOLE_NAMES,
    *LISTED_AGAIN,
    *NAMES_LISTED,
    *DATED_ASIDES,
    a_couple_named,
    who_said_it_was,
    rules_call,
    harbour_rules_call,
    planned_for,
    over_spoilt_pills,
    praised_as,
    both_did,
)
