"""Where the parser joins with `and` what does not belong together, or parts what does.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.crosswise import CROSSWISE
from verify.claims.holders import is_human
from verify.claims.items import ITEMS
from verify.claims.offices import OFFICES
from verify.claims.own_ends import OWN_ENDS
from verify.claims.partners import PARTNERS
from verify.claims.regrouping import (
    FINITE,
    HELP,
    SUBJECT,
    child,
    hangs_on,
    helps_of,
    kids,
    rehung,
    said,
    subject_of,
)
from verify.claims.tied_elsewhere import TIED_ELSEWHERE
from verify.claims.verbs import base_of
from verify.ports import Word

ENDINGS = ("ed", "ing")


def plays_another(text: str, words: list[Word]) -> list[Word]:
    """`A takes on B and C plays D`: B is whom A takes on, and C plays."""
    for n, w in enumerate(words):
        first = subject_of(words, n)
        main = w.head
        if w.dep != "ccomp" or w.tag not in FINITE or not main < first < n:
            continue
        second = child(words, first, "conj")
        joint = child(words, first, "cc")
        plain = words[main].tag in FINITE and base_of(said(text, words[main]).lower()) not in (
            lx.SAYING | lx.SPEECH
        )
        bare = not any(words[k].dep in ("mark", "dobj", "dative") for k in kids(words, main))
        marked = any(words[k].dep == "mark" for k in kids(words, n))
        if not (plain and bare and not marked and first < joint < second < n):
            continue
        if said(text, words[joint]).lower() != "and" or any(
            said(text, words[k]) in (",", ":") for k in range(main, n)
        ):
            continue
        words[first] = words[first]._replace(head=main, dep="dobj")
        words[second] = words[second]._replace(head=n, dep="nsubj")
        words[joint] = words[joint]._replace(head=main)
        words[n] = w._replace(head=main, dep="conj")
    return words


def noun_and_modal(text: str, words: list[Word]) -> list[Word]:
    """`schools will lose teachers and libraries will close`: libraries are no second loss."""
    for n, w in enumerate(words):
        modal = next((k for k in kids(words, n) if words[k].tag == "MD" and k < n), -1)
        noun = modal - 1
        if w.dep not in ("ccomp", "conj", "advcl", "dep") or noun < 2 or subject_of(words, n) >= 0:
            continue
        first = words[noun].head
        verb = words[first].head
        joint = min(k for k in range(noun + 1) if k == noun or hangs_on(words, k, noun)) - 1
        listed = words[noun].dep == "conj" and first < joint < noun < n and w.head < first
        if not listed or said(text, words[joint]).lower() != "and" or words[verb].tag[:2] != "VB":
            continue
        if words[first].dep != "dobj" or not w.head <= verb < first:
            continue
        words[noun] = words[noun]._replace(head=n, dep="nsubj")
        words[joint] = words[joint]._replace(head=verb)
        words[n] = w._replace(head=verb, dep="conj")
    return words


def after_the_and(text: str, words: list[Word]) -> list[Word]:
    """`sold A, moved to B and, in 2012, opened C`: `and` joins the verb after the commas."""
    for n, w in enumerate(words):
        if w.dep != "conj" or w.tag not in FINITE or subject_of(words, n) >= 0:
            continue
        joints = [k for k in range(w.head + 1, n) if words[k].dep == "cc"]
        before = words[joints[-1]].head if joints else -1
        if not w.head < before < n or words[before].head != w.head or words[before].tag != w.tag:
            continue
        if any(words[k].dep == "conj" for k in kids(words, before)):
            continue
        words[n] = w._replace(head=before)
        for k in kids(words, before):
            if joints[-1] < k < n:
                words[k] = words[k]._replace(head=n)
    return words


def plural_noun(text: str, words: list[Word]) -> list[Word]:
    """`ended the town's cup hopes in May`: right behind a noun that has an owner or an article, and
    with no subject, `hopes` is a noun."""
    for n, w in enumerate(words):
        first = words[n - 1] if n else w
        tied = any(words[k].dep in (*SUBJECT, *HELP, "mark", "dobj") for k in kids(words, n))
        if w.tag != "VBZ" or w.dep not in ("dep", "conj") or tied or first.tag != "NN":
            continue
        held = any(words[k].dep in ("poss", "det") for k in kids(words, n - 1))
        if not held or first.dep not in ("dobj", "pobj") or first.head in (n, n - 1):
            continue
        if hangs_on(words, first.head, n):
            continue
        words[n] = w._replace(head=first.head, dep=first.dep, tag="NNS")
        words[n - 1] = first._replace(head=n, dep="compound")
        for k in kids(words, n - 1):
            words[k] = words[k]._replace(head=n)
    return words


def verb_after_and(text: str, words: list[Word]) -> list[Word]:
    """`closed the shop and rang Roe`, `recovered and was last trading up`: what follows `and` is a
    verb, though it is taken for a part of the name, or for a noun."""
    for n, w in enumerate(words):
        joined = w.dep == "conj" and words[w.head].tag in FINITE and w.head < n
        if not joined or not w.tag.startswith("NN"):
            continue
        helped = helps_of(words, n)
        if helped and said(text, w).lower().endswith(ENDINGS):
            words[n] = w._replace(tag="VBG" if said(text, w).lower().endswith("ing") else "VBN")
            for k in kids(words, n):
                if words[k].dep == "amod" and helped[0] < k < n:
                    words[k] = words[k]._replace(dep="advmod", tag="RB")
            continue
        verb = min([k for k in kids(words, n) if words[k].dep == "compound"], default=n)
        after_and = verb < n and words[verb - 1].dep == "cc" and words[verb - 1].head == w.head
        forms = lx.FORMS.get(said(text, words[verb]), frozenset())
        if not (after_and and "past" in forms and words[w.head].tag == "VBD"):
            continue
        words[verb] = words[verb]._replace(head=w.head, dep="conj", tag="VBD", entity="")
        words[n] = w._replace(head=verb, dep="dobj")
    return words


def as_well_as(text: str, words: list[Word]) -> list[Word]:
    """`has invested in A and B, as well as C`: C is invested in, too."""
    for n, w in enumerate(words[:-1]):
        phrase = [said(text, v).lower() for v in words[n - 2 : n + 1]] if n > 2 else []
        if phrase != ["as", "well", "as"] or words[w.head].tag[:2] != "VB" or w.head > n:
            continue
        thing = next((k for k in range(n + 1, len(words)) if words[k].head == w.head and k > n), -1)
        before = n - 3 - (said(text, words[n - 3]) == ",")
        if thing < 0 or words[thing].dep != "dobj" or not words[thing].tag.startswith("NN"):
            continue
        if words[before].tag[:2] != "NN" or not hangs_on(words, before, w.head):
            continue
        if min(k for k in range(len(words)) if k == thing or hangs_on(words, k, thing)) <= n:
            continue
        while words[before].dep in ("compound", "nmod", "amod") and words[before].head < n:
            before = words[before].head
        words[n] = w._replace(head=before, dep="cc")
        words[thing] = words[thing]._replace(head=before, dep="conj")
    return words


def of_the_noun(text: str, words: list[Word]) -> list[Word]:
    """`his flustered and angry replies`: his are the replies, and not the first adjective."""
    for n, w in enumerate(words):
        above = words[w.head]
        adjective = above.dep == "amod" and above.tag == "JJ" and n < w.head < above.head
        if w.dep in ("poss", "det") and adjective and words[above.head].tag.startswith("NN"):
            words[n] = w._replace(head=above.head)
    return words


def goes_on_with_clause(text: str, words: list[Word]) -> list[Word]:
    """`Since 1989, when it lost A, and won B, C has …`: it won B; no verb is joined to `since`."""
    for n, w in enumerate(words):
        first = w.head
        if w.dep != "conj" or w.tag not in FINITE or words[first].tag not in ("IN", "CD", "NN"):
            continue
        if any(words[k].dep in SUBJECT for k in kids(words, n)):
            continue
        clauses = [
            k
            for k in range(first + 1, n)
            if words[k].dep == "relcl" and words[k].tag == w.tag and hangs_on(words, k, first)
        ]
        outer = [k for k in clauses if not any(hangs_on(words, k, m) for m in clauses)]
        if len(outer) != 1:
            continue
        words[n] = w._replace(head=outer[0])
        rehung(words, first, outer[0], between=(outer[0], n), labels=("cc", "punct"))
    return words


def in_fact_doing(text: str, words: list[Word]) -> list[Word]:
    """`A was, in fact, working`: one verb, with an aside between its halves."""
    for n, w in enumerate(words):
        if w.tag != "VBG" or w.dep not in ("acl", "advcl", "xcomp", "conj") or n < 4:
            continue
        opens = n - 1
        if said(text, words[opens]) != ",":
            continue
        opens = max((k for k in range(n - 1) if said(text, words[k]) == ","), default=-1)
        be = opens - 1
        if be < 0 or said(text, words[be]).lower() not in ("was", "were", "is", "are"):
            continue
        aside = range(opens + 1, n - 1)
        short = 0 < len(aside) < 4 and not any(words[k].tag[:2] == "VB" for k in aside)
        both = w.head in (be, words[be].head) and subject_of(words, be) >= 0
        if not (short and both) or any(
            words[k].dep in ("attr", "acomp", "oprd") for k in kids(words, be)
        ):
            continue
        above = words[be].head
        words[n] = w._replace(head=n if above == be else above, dep=words[be].dep)
        words[be] = words[be]._replace(head=n, dep="aux")
        for k in kids(words, be):
            words[k] = words[k]._replace(head=n)
    return words


JUDGING = frozenset("identify name warn urge predict forecast call add describe order".split())


def who_goes_on(text: str, words: list[Word]) -> list[Word]:
    """`A said the order helped B and named C`, `A reports that B were held, and showed C`: an order
    names nobody, and what A reports is past."""
    for n, w in enumerate(words):
        first = w.head
        if w.dep != "conj" or w.tag not in (*FINITE, "VBN") or not 0 <= first < n:
            continue
        if any(words[k].dep in (*SUBJECT, "mark") for k in kids(words, n)):
            continue
        speech = base_of(said(text, words[first]).lower()) in lx.SPEECH
        inner = next(
            (k for k in kids(words, first) if words[k].dep == "ccomp" and first < k < n), -1
        )
        if speech and inner > 0 and w.tag == "VBD" and words[first].tag in ("VBZ", "VBP"):
            if _past(words, inner):
                words[n] = w._replace(head=inner)
                rehung(words, first, inner, between=(inner, n), labels=("cc", "punct"))
            continue
        verb = words[first].head
        told = base_of(said(text, words[verb]).lower()) in lx.SPEECH and verb < first
        thing = subject_of(words, first)
        speaks = base_of(said(text, w).lower()) in lx.SPEECH | JUDGING
        inert = thing >= 0 and words[thing].tag in ("NN", "NNS") and not words[thing].entity
        inert = inert and not is_human(text, words[thing]._replace(tag="NN"))
        past = w.tag == "VBN" and any(words[k].dep == "dobj" for k in kids(words, n))
        tag = "VBD" if past and not _done_to(words, first) else w.tag
        same = words[verb].tag == tag and words[first].dep == "ccomp"
        marked = any(words[k].dep == "mark" for k in kids(words, first))
        marked = marked and words[first].tag == tag  # `said that A had failed and ordered B`
        if told and speaks and inert and same and not marked and subject_of(words, verb) >= 0:
            words[n] = w._replace(head=verb, tag=tag)
            rehung(words, first, verb, between=(first, n), labels=("cc", "punct"))
    return words


def _done_to(words: Sequence[Word], n: int) -> bool:
    return any(words[k].dep == "auxpass" for k in kids(words, n))


def _past(words: Sequence[Word], n: int) -> bool:
    near = (n, *helps_of(words, n))
    return any(words[k].tag == "VBD" for k in near)


COORDINATED = (
    *TIED_ELSEWHERE,
    plays_another,
    noun_and_modal,
    after_the_and,
    plural_noun,
    verb_after_and,
    as_well_as,
    of_the_noun,
    goes_on_with_clause,
    in_fact_doing,
    who_goes_on,
    *OWN_ENDS,
    *PARTNERS,
    *ITEMS,
    *CROSSWISE,
    *OFFICES,
)
