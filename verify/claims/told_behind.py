"""Who says it, named behind what is said: `A shut, its director, Ann Roe, announced in May.`

The parser takes such a speaker for a description of the last noun, and what goes on after `he
said, and …` for something that the speaker does.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.regrouping import (
    FINITE,
    NAMES,
    SUBJECT,
    child,
    hangs_on,
    helps_of,
    kids,
    rehung,
    root_of,
    said,
    subject_of,
    with_that,
)
from verify.claims.verbs import FORMS, base_of
from verify.ports import Word

CIRCUMSTANCES = frozenset({"prep", "npadvmod", "advmod", "punct", "dative"})
NO_CIRCUMSTANCE = frozenset({"as", "by", "for", "of", "with"})  # `announced as the winner`
# `it was clear that A`, `it was too soon to tell`: what follows is; `it was glad to` is somebody.
JUDGED = frozenset(
    "soon early late premature clear unclear obvious possible impossible important vital essential"
    " crucial necessary unnecessary right wrong hard difficult easy fair unfair time".split()
)
SHIFTED = frozenset("would could might".split())


def announced(text: str, words: list[Word]) -> list[Word]:
    """`A will stay shut, its director, NAME, announced in B`: who says so, and nobody that was
    announced."""
    root = root_of(words)
    for verb in range(len(words) - 1, 2, -1):
        w, top = words[verb], words[verb].head
        told = w.dep == "acl" and base_of(said(text, w).lower()) in lx.SPEECH
        if not told or w.tag not in ("VBN", "VBD") or said(text, words[verb - 1]) != ",":
            continue
        first = min(n for n in range(verb) if n == top or hangs_on(words, n, top))
        named = range(first, verb - 1)
        commas = sum(said(text, words[n]) == "," for n in named)
        person = any(words[n].entity == "PERSON" for n in named)
        if not person or commas != 1 or first < 3 or said(text, words[first - 1]) != ",":
            continue
        if words[top].head < first and _whole(words, root, first) and _ends(text, words, verb):
            return _said_by(words, root, top, verb, first)
    return words


def _whole(words: Sequence[Word], root: int, first: int) -> bool:
    """Whether what stands before a word is a sentence by itself."""
    finite = words[root].tag in FINITE or any(words[k].tag in ("MD", *FINITE) for k in
                                              helps_of(words, root))  # fmt: skip
    return 0 <= subject_of(words, root) < first and root < first and finite


def _ends(text: str, words: Sequence[Word], verb: int) -> bool:
    """Whether nothing but when, where and to whom it was said stands behind a verb of saying."""
    behind = range(verb + 1, len(words))
    tail = all(hangs_on(words, n, verb) or not said(text, words[n]).isalnum() for n in behind)
    own = [k for k in kids(words, verb) if k > verb]
    plain = all(
        words[k].dep in CIRCUMSTANCES and said(text, words[k]).lower() not in NO_CIRCUMSTANCE
        for k in own
    )
    return tail and plain


def _said_by(words: list[Word], root: int, top: int, verb: int, first: int) -> list[Word]:
    """The sentence with its last verb on top: what stands before the speaker is what was said."""
    for n, w in enumerate(words):
        if w.dep == "punct" and (n >= verb - 1 or n == first - 1):
            words[n] = w._replace(head=verb)
    words[root] = words[root]._replace(head=verb, dep="ccomp")
    words[top] = words[top]._replace(head=verb, dep="nsubj")
    words[verb] = words[verb]._replace(head=verb, dep="ROOT", tag="VBD")
    return words


def said_on(text: str, words: list[Word]) -> list[Word]:
    """`A was late, NAME said, and would stay so`: in the tense of what was said, what follows is
    said of A, too, and is nothing that NAME does (with a subject of its own: `tellers.said_on`)."""
    speaker = root_of(words)
    content = child(words, max(speaker, 0), "ccomp")
    told = speaker > 0 and base_of(said(text, words[speaker]).lower()) in lx.SPEECH
    if not told or words[speaker].tag != "VBD" or helps_of(words, speaker):
        return words
    if not 0 <= content < subject_of(words, speaker) < speaker:
        return words
    if speaker + 2 >= len(words) or said(text, words[speaker + 1]) != ",":
        return words
    for n in range(speaker + 2, len(words)):
        w = words[n]
        own = subject_of(words, n) >= 0
        if w.dep == "conj" and w.head == speaker and not own and _shifted(text, words, n):
            words[n] = w._replace(head=content)
            rehung(words, speaker, content, between=(speaker, n))
            return words
    return words


def _shifted(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a verb stands as what somebody said stands: `would go`, `had gone`."""
    helps = {said(text, words[k]).lower() for k in helps_of(words, n) if k < n}
    return bool(helps & SHIFTED) or ("had" in helps and words[n].tag == "VBN")


def beside_nothing(text: str, words: list[Word]) -> list[Word]:
    """`NAME said it was too soon to tell and asked people to wait`, `said there was no danger and
    thanked A`: `it` and `there`, which stand for nothing, do nothing; NAME does."""
    for n, w in enumerate(words):
        content = w.head
        speaker = words[content].head
        joined = w.dep == "conj" and words[content].dep == "ccomp" and speaker < content < n
        if not joined or w.tag != "VBD" or helps_of(words, n) or with_that(text, words, n):
            continue
        if said(text, w).lower() in lx.BE | lx.HAVE or child(words, n, *SUBJECT, "expl") >= 0:
            continue
        told = base_of(said(text, words[speaker]).lower()) in lx.SPEECH
        if told and words[speaker].tag == "VBD" and _for_nothing(text, words, content):
            words[n] = w._replace(head=speaker)
            rehung(words, content, speaker, between=(content, n), labels=("cc", "punct"))
    return words


def _for_nothing(text: str, words: Sequence[Word], verb: int) -> bool:
    """Whether the subject of a verb stands for nothing: `there was no A`, `it was late to act`."""
    if said(text, words[verb]).lower() not in lx.BE:
        return False
    first = [said(text, words[k]).lower() for k in kids(words, verb) if k < verb]
    if child(words, verb, "expl") >= 0 or "there" in first:
        return True
    told = child(words, verb, "acomp", "advmod", "attr")
    below = {words[k].dep for at in (verb, told) if at > verb or at == verb
             for k in kids(words, at) if k > verb}  # fmt: skip
    clause = bool(below & {"xcomp", "ccomp", "csubj"})
    return "it" in first and clause and said(text, words[told]).lower() in JUDGED


def broken_off(text: str, words: list[Word]) -> list[Word]:
    """`A goes on, NAME said, “and there is no B”`: both are what NAME said, with the `and`."""
    for verb, w in enumerate(words):
        top = w.head
        told = w.dep == "parataxis" and w.tag in FINITE and words[top].head == top
        if (
            not told
            or base_of(said(text, w).lower()) not in lx.SPEECH
            or subject_of(words, verb) < 0
        ):
            continue
        opening = next((n for n in range(verb, len(words)) if said(text, words[n]) in OPENED), -1)
        if opening < 0 or opening + 1 >= len(words) or words[opening + 1].tag != "CC":
            continue
        quoted_before = any(said(text, words[n]) in OPENED for n in range(verb))
        first = top if top < verb else child(words, top, "ccomp")
        behind = top if top > opening else child(words, verb, "conj")
        if quoted_before or not 0 <= first < verb or behind < opening:
            continue
        for n, word in enumerate(words):
            if word.dep == "punct" and word.head in (top, verb):
                words[n] = word._replace(head=verb if n < opening else behind)
        rehung(words, verb, behind, between=(opening, behind))
        words[behind] = words[behind]._replace(head=first, dep="conj")
        words[first] = words[first]._replace(head=verb, dep="ccomp")
        words[verb] = w._replace(head=verb, dep="ROOT")
        return words
    return words


OPENED = frozenset({"“", '"', "``", "«"})


def thing_and_speaker(text: str, words: list[Word]) -> list[Word]:
    """`The levy paid for A, and NAME said that B`: a thing says nothing; it paid for A."""
    for speaks, w in enumerate(words):
        thing = next((k for k in kids(words, speaks) if words[k].dep in SUBJECT), -1)
        does, cc = thing + 1, child(words, max(thing, 0), "cc")
        told = w.tag in FINITE and base_of(said(text, w).lower()) in lx.SPEECH
        if not told or not 0 <= thing < does < cc < speaks or not _did(text, words, thing):
            continue
        named = (k for k in range(cc + 1, speaks) if words[k].tag in NAMES)
        who = next((k for k in named if words[k].head in (thing, speaks)
                    and words[k].dep in JOINED), -1)  # fmt: skip
        apart = said(text, words[cc - 1]) == "," and said(text, words[speaks - 1]) != ","
        if who < 0 or not apart:
            continue
        above = (does, "ROOT") if w.head == speaks else (w.head, w.dep)
        words[does] = words[does]._replace(head=above[0], dep=above[1], tag="VBD")
        words[speaks] = w._replace(head=does, dep="conj")
        words[who] = words[who]._replace(head=speaks, dep="nsubj")
        words[thing] = words[thing]._replace(head=does, dep="nsubj")
        for k in (cc, cc - 1):
            words[k] = words[k]._replace(head=does)
        return words
    return words


def _did(text: str, words: Sequence[Word], thing: int) -> bool:
    """Whether a noun that is no person has a past tense behind it that is taken for a participle:
    not where somebody did it (`set up by A`)."""
    noun, verb = words[thing], words[thing + 1]
    lower = said(text, noun).lower()
    person = {lower, lower.removesuffix("s")} & (HUMAN_NOUNS | lx.ROLE_HEADS)
    past = (
        verb.head == thing
        and verb.dep == "acl"
        and "past" in FORMS.get(said(text, verb).lower(), ())
    )
    by = any(said(text, words[k]).lower() == "by" for k in kids(words, thing + 1))
    return past and noun.tag in ("NN", "NNS") and not (person or by)


JOINED = (*SUBJECT, "conj")


TOLD_BEHIND = (thing_and_speaker, broken_off, announced, said_on, beside_nothing)
