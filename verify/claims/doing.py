"""What is done, and by whom, where the parser takes a participle for a verb or a verb for one.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.reach import first_word
from verify.claims.regrouping import (
    SUBJECT,
    child,
    hangs_on,
    kids,
    root_of,
    said,
    subject_of,
)
from verify.claims.verbs import FORMS
from verify.ports import Word

VERBAL = ("aux", "auxpass", "mark", "dobj")  # a verb of its own has these
TIMED = ("after", "before", "since", "until")


def have_done(text: str, words: list[Word]) -> list[Word]:
    """`has raised A, frozen B and closed C`: frozen is what it has done, and no frozen B."""
    for n, w in enumerate(words):
        noun = w.head
        verb = words[noun].head
        if w.dep != "amod" or words[noun].dep != "conj" or not verb < n < noun:
            continue
        if first_word(words, noun) != n or said(text, words[n - 1]) != ",":
            continue
        verb = words[verb].head  # of the object that the noun is joined to
        if words[verb].tag != "VBN" or "part" not in FORMS.get(said(text, w).lower(), ()):
            continue
        helped = any(said(text, words[k]).lower() in lx.HAVE for k in kids(words, verb))
        after = [k for k in kids(words, verb) if words[k].dep == "conj" and k > noun]
        if not helped or not after or words[after[0]].tag not in ("VBD", "VBN"):
            continue
        words[n] = w._replace(head=verb, dep="conj", tag="VBN")
        words[noun] = words[noun]._replace(head=n, dep="dobj")
    return words


def clause_of_a_noun(text: str, words: list[Word]) -> list[Word]:
    """`closed A, measures that B opposes`: what a relative clause describes is no verb."""
    for n, w in enumerate(words):
        if w.dep != "conj" or w.tag not in ("VBZ", "VBP") or n < 3:
            continue
        own = [k for k in kids(words, n) if words[k].dep in (*SUBJECT, "dobj", "aux")]
        clause = [k for k in kids(words, n) if words[k].dep == "relcl" and k > n]
        if own or not clause or said(text, words[n - 1]) != "," or words[n - 2].tag[:2] != "NN":
            continue
        words[n] = w._replace(head=n - 2, dep="appos", tag="NNS")
    return words


def left_after(text: str, words: list[Word]) -> list[Word]:
    """`His aide, a Pole, left after NAME, short of work, could not pay him`: the aide left, and
    NAME could not pay."""
    root = root_of(words)
    subject = subject_of(words, root) if root > 0 else -1
    aside = [k for k in kids(words, subject) if words[k].dep == "acl" and words[k].tag == "VBD"]
    verb = aside[-1] if subject >= 0 and aside else -1
    if not subject < verb < root or said(text, words[verb - 1]) != ",":
        return words
    link = next((k for k in kids(words, verb) if said(text, words[k]).lower() in TIMED), -1)
    thing = child(words, link, "pobj") if link > 0 else -1
    opens = any(words[k].dep == "appos" and k < verb for k in kids(words, subject))
    joined = any(words[k].dep == "cc" and k < root for k in kids(words, root))
    first = min((k for k in kids(words, root) if k > thing), default=root)
    if not (opens and thing > 0) or joined or said(text, words[first]) != ",":
        return words
    for k in kids(words, root):
        if (k > root and words[k].dep == "punct") or k == subject:
            words[k] = words[k]._replace(head=verb)
    for k in kids(words, verb):
        if thing < k < root and words[k].dep in ("oprd", "acomp", "amod", "advcl", "punct"):
            words[k] = words[k]._replace(head=thing, dep="amod")
    words[verb] = words[verb]._replace(head=verb, dep="ROOT")
    words[root] = words[root]._replace(head=verb, dep="advcl")
    words[link] = words[link]._replace(head=root, dep="mark")
    words[thing] = words[thing]._replace(head=root, dep="nsubj")
    return words


def done_to_it(text: str, words: list[Word]) -> list[Word]:
    """`would impose a ban on officials deemed unfit`: with neither `and` nor a comma before it,
    deemed tells of the officials."""
    for n, w in enumerate(words):
        main, noun = w.head, n - 1
        if w.dep != "conj" or w.tag not in ("VBD", "VBN") or not main < noun:
            continue
        if words[main].tag[:2] != "VB" or words[noun].tag[:2] != "NN":
            continue
        if any(words[k].dep in (*SUBJECT, *VERBAL) for k in kids(words, n)):
            continue
        if any(words[k].tag == "CC" and words[k].head == main for k in range(main, n)):
            continue
        commas = any(said(text, words[k]) in (",", ";", ":", "—", "–") for k in range(main, n))
        if commas or not hangs_on(words, noun, main) or not kids(words, n):
            continue
        words[n] = w._replace(head=noun, dep="acl", tag="VBN")
    return words


def doing_it_first(text: str, words: list[Word]) -> list[Word]:
    """`was in the studio, making a record the band plans to sell`: who plans is the band."""
    for n, w in enumerate(words):
        verb = w.head
        if w.dep != "csubj" or w.tag != "VBG" or n < 3 or said(text, words[n - 1]) != ",":
            continue
        who = next((k for k in kids(words, verb) if words[k].dep == "nsubj" and n < k < verb), -1)
        first = first_word(words, who) if who > 0 else -1
        if first < n + 2 or words[first - 1].tag[:2] != "NN" or not hangs_on(words, first - 1, n):
            continue
        if any(said(text, words[k]) == "," for k in range(n, verb)):
            continue
        above = next((k for k in range(n - 2, 0, -1) if _done(words, k)), -1)
        if above < 0 or (hangs_on(words, above, verb) and words[verb].head == verb):
            continue
        words[n] = w._replace(head=above, dep="advcl")
        words[verb] = words[verb]._replace(head=first - 1, dep="relcl")
    return words


def _done(words: Sequence[Word], k: int) -> bool:
    """Whether a word is the verb of a clause that has a subject."""
    return words[k].tag[:2] == "VB" and subject_of(words, k) >= 0


SHOWN = frozenset("show shows showed shown see sees saw seen depict depicts depicted".split())


def shown_done(text: str, words: list[Word]) -> list[Word]:
    """`video shows the man knocked to the ground`: that he was, and not that he knocked; it stays
    in its sentence."""
    for n, w in enumerate(words):
        if w.dep != "ccomp" or w.tag not in ("VBD", "VBN") or w.head > n:
            continue
        forms = ("dobj", "aux", "auxpass", "mark", "ccomp", "attr", "acomp")
        own = any(words[k].dep in forms for k in kids(words, n))
        subject = subject_of(words, n)
        if own or said(text, words[w.head]).lower() not in SHOWN or not w.head < subject < n:
            continue
        past = FORMS.get(said(text, w).lower(), ("past", "part"))
        if "past" in past and "part" in past:
            words[n] = w._replace(dep="xcomp", tag="VBN")
    return words


def would_have_done(text: str, words: list[Word]) -> list[Word]:
    """`would have cost A and put B out of use`: it would have put it, for `put` is the participle
    as well."""
    for n, w in enumerate(words):
        first = w.head
        if w.dep != "conj" or w.tag != "VBD" or words[first].tag != "VBN" or first > n:
            continue
        helps = kids(words, first)
        may = any(words[k].tag == "MD" for k in helps) and any(
            said(text, words[k]).lower() == "have" for k in helps
        )
        if any(words[k].dep in (*SUBJECT, "aux", "auxpass", "mark") for k in kids(words, n)):
            continue
        low = said(text, w).lower()
        alike = "part" in FORMS.get(low, ()) or low.endswith("ed")
        joint = first_word(words, n) - 1
        loose = said(text, words[joint - 1]) == "," or said(text, words[joint]).lower() != "and"
        if may and alike and not loose:
            words[n] = w._replace(tag="VBN")
    return words


def beyond_what(text: str, words: list[Word]) -> list[Word]:
    """`closed the bar, which all liked and few used, and built beds`: behind a clause in which
    `which` is what is liked, a verb with an object of its own goes on with `closed`."""
    for n, w in enumerate(words):
        clause = w.head
        while words[clause].dep == "conj" and words[clause].head < clause:
            clause = words[clause].head
        joint, noun = first_word(words, n) - 1, words[clause].head
        closed = words[joint].dep == "cc" and said(text, words[joint - 1]) == ","
        if w.dep != "conj" or words[clause].dep != "relcl" or not noun < clause < joint - 1:
            continue
        thing = next((k for k in kids(words, clause) if words[k].dep == "dobj"), clause)
        main = words[noun].head
        apart = words[thing].tag in ("WDT", "WP") and said(text, words[thing - 1]) == ","
        own = [words[k].dep for k in kids(words, n)]
        alone = "dobj" in own and not {*SUBJECT, "mark", "aux"} & set(own)
        if closed and apart and alone and thing < clause and words[main].tag == w.tag == "VBD":
            words[joint] = words[joint]._replace(head=main)
            words[joint - 1] = words[joint - 1]._replace(head=main)
            words[n] = w._replace(head=main)
    return words


def to_do_it(text: str, words: list[Word]) -> list[Word]:
    """`left A to co-found B`: what is done behind `to` is what for, and no second verb, and B is
    what is founded."""
    for n, w in enumerate(words):
        verb, to = w.head, words[n - 1]
        if w.dep != "conj" or w.tag not in ("VBD", "VBN", "VB") or not verb < n - 1:
            continue
        bare = said(text, to).lower() == "to" and (to.head, to.dep) == (n, "aux")
        joined = any(words[k].dep == "cc" for k in range(verb, n))
        if not bare or joined or words[verb].tag not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        if said(text, words[n - 2]) in (",", ";", ":"):
            continue
        words[n] = w._replace(dep="advcl", tag="VB")
        for k in kids(words, verb):
            if k > n and words[k].dep in ("dobj", "prep", "dative", "npadvmod", "prt"):
                words[k] = words[k]._replace(head=n)
    return words


DOING = (
    to_do_it,
    beyond_what,
    would_have_done,
    have_done,
    clause_of_a_noun,
    left_after,
    done_to_it,
    doing_it_first,
    shown_done,
)
