"""Verbs that the parser takes for another kind: the main one for a participle, and the reverse.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.reach import first_word
from verify.claims.regrouping import (
    FINITE,
    child,
    hangs_on,
    helps_of,
    kids,
    rehung,
    said,
    subject_of,
)
from verify.claims.verbs import base_of
from verify.ports import Word

# What is found, or thought, of somebody, and what nobody finds or thinks without an object.
JUDGED = frozenset("found thought believed deemed considered judged said known ruled".split())


def told_behind_a_colon(text: str, words: list[Word]) -> list[Word]:
    """`The plan is a merger: A will buy B`: behind a colon, a clause with a subject and a verb of
    its own is no description of the plan."""
    for n, w in enumerate(words):
        own = subject_of(words, n)
        finite = any(words[k].tag in (*FINITE, "MD") for k in (n, *helps_of(words, n)))
        if w.dep not in ("acl", "relcl") or not w.head < own < n or not finite:
            continue
        begin = first_word(words, n)
        colon = begin > 1 and said(text, words[begin - 1]) == ":"
        verb = words[w.head].head
        if (
            colon
            and begin == first_word(words, own)
            and w.head < verb < begin
            and words[verb].tag in FINITE
        ):
            words[n] = w._replace(head=verb, dep="ccomp")
    return words


def that_scheme(text: str, words: list[Word]) -> list[Word]:
    """`A man accused of running that scheme was held`: the scheme is run; the man was held."""
    for n in range(len(words)):
        own = [k for k in kids(words, n) if words[k].dep in ("nsubj", "nsubjpass") and k < n]
        if len(own) != 2:
            continue
        first, thing = own
        begin = first_word(words, thing)
        verb = begin - 1
        bare = words[verb].tag == "VBG" and child(words, verb, "dobj") < 0
        if bare and hangs_on(words, verb, first) and words[begin].dep in ("det", "poss"):
            words[thing] = words[thing]._replace(head=verb, dep="dobj")
    return words


def found_to_be(text: str, words: list[Word]) -> list[Word]:
    """`was looked over and found to be unhurt`: found by others, as it was looked over by them."""
    for n, w in enumerate(words):
        to_be = child(words, n, "xcomp")
        passive = w.dep == "conj" and child(words, w.head, "auxpass") >= 0
        if not passive or w.tag != "VBD" or to_be < n or helps_of(words, n):
            continue
        bare = subject_of(words, n) < 0 and child(words, n, "dobj") < 0
        be = said(text, words[to_be]).lower() == "be" and words[n + 1].tag == "TO"
        if bare and be and said(text, w).lower() in JUDGED:
            words[n] = w._replace(tag="VBN")
    return words


def by_the_time(text: str, words: list[Word]) -> list[Word]:
    """`By the time A read it out, eight to five, half of them stood`: that they stood is told."""
    opening = [said(text, w).lower() for w in words[:3]]
    root = next((n for n, w in enumerate(words) if w.head == n), -1)
    if opening != ["by", "the", "time"] or root < 3 or words[0].head != root:
        return words
    later = [k for k in kids(words, root) if words[k].dep in ("conj", "ccomp") and k > root]
    if len(later) != 1 or not root < subject_of(words, later[0]) < later[0]:
        return words
    main = later[0]
    joined = any(words[k].dep == "cc" and k < main for k in kids(words, root))
    if joined or said(text, words[first_word(words, subject_of(words, main)) - 1]) != ",":
        return words
    words[main] = words[main]._replace(head=main, dep="ROOT")
    words[root] = words[root]._replace(head=2, dep="relcl")
    words[0] = words[0]._replace(head=main)
    for k in kids(words, root):
        if k > root and words[k].dep == "punct":
            words[k] = words[k]._replace(head=main)
    return words


def for_years_said(text: str, words: list[Word]) -> list[Word]:
    """`For two years, said NAME, things went well`: they went well for so long, as NAME said."""
    for n, w in enumerate(words):
        main, who = w.head, subject_of(words, n)
        within = w.dep in ("parataxis", "ccomp") and 2 < n < who < main
        if not within or words[main].head != main:
            continue
        front = [k for k in kids(words, n) if words[k].dep in ("prep", "npadvmod") and k < n - 1]
        speaks = base_of(said(text, w).lower()) in lx.SPEECH and said(text, words[n - 1]) == ","
        opens = len(front) == 1 and first_word(words, front[0]) == 0
        if not (speaks and opens) or subject_of(words, main) < who or said(text, words[0]) == '"':
            continue
        words[front[0]] = words[front[0]]._replace(head=main)
        words[n - 1] = words[n - 1]._replace(head=main)
        words[main] = words[main]._replace(head=n, dep="ccomp")
        words[n] = w._replace(head=n, dep="ROOT")
        if words[-1].dep == "punct":
            words[-1] = words[-1]._replace(head=n)
    return words


def staff_owed_wages(text: str, words: list[Word]) -> list[Word]:
    """`Staff owed wages may apply`: no `and` joins the verbs, so that the first is a participle."""
    root = next((n for n, w in enumerate(words) if w.head == n), -1)
    who = subject_of(words, root) if root > 0 else -1
    if root < 1 or words[root].tag != "VBD" or who != root - 1 or helps_of(words, root):
        return words
    later = [k for k in kids(words, root) if words[k].dep in ("conj", "ccomp") and k > root]
    if len(later) != 1 or subject_of(words, later[0]) >= 0:
        return words
    between = range(root, later[0])
    if any(words[k].dep == "cc" or said(text, words[k]) == "," for k in between):
        return words
    main = later[0]
    if not any(words[k].tag in (*FINITE, "MD") for k in helps_of(words, main)):
        return words
    words[main] = words[main]._replace(head=main, dep="ROOT")
    words[root] = words[root]._replace(head=who, dep="acl", tag="VBN")
    words[who] = words[who]._replace(head=main, dep="nsubj")
    for k in kids(words, root):
        if k > main or k < who:
            words[k] = words[k]._replace(head=main)
    return words


def braked_and_was(text: str, words: list[Word]) -> list[Word]:
    """`The driver of a train that hit A, killing B, braked but was helpless, investigators said`:
    beside `was`, a past form is no participle."""
    root = next((n for n, w in enumerate(words) if w.head == n), -1)
    both = [k for k in kids(words, max(root, 0)) if words[k].dep in ("nsubj", "nsubjpass")]
    if root < 0 or len(both) != 2 or not both[0] < both[1] < root:
        return words
    if base_of(said(text, words[root]).lower()) not in lx.SPEECH:
        return words
    who = both[0]
    verb = next((k for k in kids(words, who) if words[k].dep == "acl" and k > who), -1)
    second = child(words, verb, "conj") if verb >= 0 else -1
    if second < 0 or words[verb].tag not in ("VBN", "VBD") or words[second].tag not in FINITE:
        return words
    if said(text, words[verb - 1]) != ",":
        return words
    words[verb] = words[verb]._replace(head=root, dep="ccomp", tag="VBD")
    words[who] = words[who]._replace(head=verb, dep="nsubj")
    return words


def braked_but_was(text: str, words: list[Word]) -> list[Word]:
    """`The driver of a tram that hit A, killing B, braked but was helpless`: a noun has no `but`;
    it joins the past form behind the comma to `was`."""
    for n, w in enumerate(words):
        joint, who = n - 1, subject_of(words, n)
        joins = who >= 0 and words[joint].dep == "cc" and words[joint].head == who < joint
        if not joins or w.tag not in FINITE or said(text, words[joint]).lower() not in BUT:
            continue
        past = [k for k in kids(words, who) if words[k].dep == "acl" and who < k < joint]
        verb = past[-1] if past else -1
        if verb < 0 or words[verb].tag not in ("VBN", "VBD") or said(text, words[verb - 1]) != ",":
            continue
        if child(words, verb, "agent") >= 0:
            continue  # `The mill, bought by A but …`
        words[verb] = words[verb]._replace(
            head=w.head if w.head != n else verb, dep=w.dep, tag="VBD"
        )
        words[who] = words[who]._replace(head=verb)
        words[joint] = words[joint]._replace(head=verb)
        words[n] = w._replace(head=verb, dep="conj")
    return words


def was_and_is(text: str, words: list[Word]) -> list[Word]:
    """`His son was an artist and his niece Ann Roe is a vet`: `was` lacks what he was, so `and`
    joins two clauses, and not two subjects."""
    for n, w in enumerate(words):
        first, thing = w.head, subject_of(words, n)
        second = child(words, thing, "conj") if thing >= 0 else -1
        was = [k for k in kids(words, n) if words[k].dep == "ccomp" and k < thing]
        verb = was[-1] if was else -1
        if not 0 < verb < thing < second < n or w.tag not in FINITE:
            continue
        copula = said(text, words[verb]).lower() in lx.BE and words[verb].tag in FINITE
        lacks = copula and child(words, verb, "attr", "acomp", "prep", "ccomp") < 0
        near = first_word(words, thing) - 1 in (verb, *kids(words, verb))
        joint = child(words, thing, "cc")
        if not (lacks and near and thing < joint < second) or subject_of(words, verb) < 0:
            continue
        words[verb] = words[verb]._replace(head=verb if first == n else first, dep=w.dep)
        words[n] = w._replace(head=verb, dep="conj")
        words[thing] = words[thing]._replace(head=verb, dep="attr")
        words[joint] = words[joint]._replace(head=verb)
        words[second] = words[second]._replace(head=n, dep="nsubj")
        for k in kids(words, n):
            if k < joint and k != verb:
                words[k] = words[k]._replace(head=verb)
    return words


def scoring_and_is(text: str, words: list[Word]) -> list[Word]:
    """`A played 98 games, scoring 62 goals and is third`: a finite verb goes on no participle."""
    for n, w in enumerate(words):
        first = w.head
        doing = words[first].tag == "VBG" and words[first].dep == "advcl" and first < n
        if w.dep != "conj" or w.tag not in ("VBZ", "VBD") or not doing or helps_of(words, first):
            continue
        above = words[first].head
        main = words[above].tag in FINITE and above < first and subject_of(words, above) >= 0
        if main and subject_of(words, n) < 0 and not helps_of(words, above):
            words[n] = w._replace(head=above)
            rehung(words, first, above, between=(first, n))
    return words


def having_done(text: str, words: list[Word]) -> list[Word]:
    """`was a learned man, having read law at A`: law was read; a participle with `having` is no
    adjective."""
    for n, w in enumerate(words):
        having = child(words, n, "aux")
        thing, verb = w.head, words[w.head].head
        led = w.dep == "amod" and thing == n + 1 and 0 < having == n - 1
        if not led or said(text, words[having]).lower() != "having":
            continue
        if said(text, words[having - 1]) == "," and words[verb].tag in FINITE and verb < having:
            words[n] = w._replace(head=verb, dep="advcl", tag="VBN")
            words[thing] = words[thing]._replace(head=n, dep="dobj")
    return words


def no_past_form(text: str, words: list[Word]) -> list[Word]:
    """`a founder of technology startup Anabel`: no past tense ends so; it is part of the name."""
    for n, w in enumerate(words):
        own = said(text, w)
        known = own.lower() in lx.FORMS or own.endswith(("ed", "t", "n")) or not own.islower()
        if w.tag not in ("VBD", "VBN") or w.dep != "conj" or known:
            continue
        before, name = n - 1, child(words, n, "dobj")
        beside = words[before].dep in ("pobj", "dobj") and words[before].tag == "NN"
        if not beside or name != n + 1 or words[name].tag not in ("NNP", "NNPS"):
            continue
        words[name] = words[name]._replace(head=words[before].head, dep=words[before].dep)
        above = w.head
        words[before] = words[before]._replace(head=name, dep="compound")
        words[n] = w._replace(head=name, dep="compound", tag="NN")
        for k in kids(words, n):
            words[k] = words[k]._replace(head=name if words[k].dep != "punct" else above)
    return words


BUT = ("but", "and", "yet")
MAIN_OR_NOT = (
    was_and_is,
    scoring_and_is,
    having_done,
    no_past_form,
    braked_but_was,
    told_behind_a_colon,
    that_scheme,
    found_to_be,
    by_the_time,
    for_years_said,
    staff_owed_wages,
    braked_and_was,
)
