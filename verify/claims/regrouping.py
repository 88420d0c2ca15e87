"""Whole phrases that the parser joins to the wrong word: lists, descriptions, what is said.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.verbs import base_of
from verify.ports import Word

SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass")
PARTY = re.compile(r"[RDI]-[A-Z][A-Za-z]*\.?(?:[A-Z]\.)?")  # `R-Calif.`, `D-N.Y.`
ASIDES = frozenset("who whose whom which".split())
ASKING = frozenset("demand urge condemn accuse criticise criticize deny praise call".split())
PERSONAL = ("he", "she", "they", "who", "i", "we")


def said(text: str, word: Word) -> str:
    """The word itself; "" for a full stop."""
    own = text[word.start : word.end]
    return "" if own in (".", "!", "…", "*") else own


def hangs_on(words: Sequence[Word], n: int, above: int) -> bool:
    """Whether `above` is on the way from `n` to the root."""
    while words[n].head != n:
        n = words[n].head
        if n == above:
            return True
    return False


def kids(words: Sequence[Word], n: int) -> list[int]:
    """What hangs directly on `n`."""
    return [k for k, v in enumerate(words) if v.head == n and k != n]


def rehung(
    words: list[Word],
    old: int,
    new: int,
    *,
    between: tuple[int, int],
    labels: Sequence[str] = ("cc",),
) -> None:
    """Move the `and` (or all of `labels`) between two places from one head to another."""
    for k in kids(words, old):
        if words[k].dep in labels and between[0] < k < between[1]:
            words[k] = words[k]._replace(head=new)


def parallel(text: str, words: list[Word]) -> list[Word]:
    """`A in B and C in D`: C is joined to A, not to B, for the same preposition follows it."""
    for n, w in enumerate(words[:-1]):
        first, after = w.head, words[n + 1]
        link = words[first].head
        joined = w.dep == "conj" and w.tag in ("NN", "NNS") and words[first].dep == "pobj"
        if not joined or after.dep != "prep" or not link < first < n:
            continue
        above = words[link].head
        thing = next((k for k in kids(words, n + 1) if words[k].dep == "pobj"), -1)
        alike = said(text, after).lower() == said(text, words[link]).lower()
        dated = thing >= 0 and words[thing].entity in ("DATE", "TIME")
        if not alike or dated or above >= link or not words[above].tag.startswith("NN"):
            continue
        words[n] = w._replace(head=above)
        words[n + 1] = after._replace(head=n)
        rehung(words, first, above, between=(first, n), labels=("cc", "punct"))
    return words


def modifiers_joined(text: str, words: list[Word]) -> list[Word]:
    """`Drone and missile strikes`: two kinds of strikes, and no drone."""
    for n, w in enumerate(words):
        first = w.head
        listed = words[first].dep == "conj"
        if w.dep != "conj" or first + 3 != n or words[first].tag != "NN" or listed:
            continue
        joint, inner = words[first + 1], words[first + 2]
        bare = all(k > first for k in kids(words, first))
        kinds = said(text, joint).lower() == "and" and inner.tag == "NN" and inner.head == n
        if not (bare and kinds and inner.dep == "compound" and w.tag in ("NN", "NNS")):
            continue
        above = words[first].head
        words[n] = w._replace(head=above if above != first else n, dep=words[first].dep)
        words[first] = words[first]._replace(head=n, dep="compound")
        for k in kids(words, first):
            if k > n:
                words[k] = words[k]._replace(head=n)
    return words


def warned(text: str, words: list[Word]) -> list[Word]:
    """`A said the site had flooded and warned that B`: who said warned; a site does not.

    `A said that B but that C`: C is said, too.
    """
    for n, w in enumerate(words):
        first = w.head
        own = kids(words, n)
        marked = any(words[k].dep == "mark" and said(text, words[k]).lower() == "that" for k in own)
        content = next((k for k in kids(words, first) if words[k].dep == "ccomp"), -1)
        if w.dep == "conj" and marked and first < content < n and _speaks(text, words[first]):
            words[n] = w._replace(head=content)
            rehung(words, first, content, between=(content, n))
            continue
        speaker = words[first].head
        tells = any(words[k].dep == "ccomp" for k in own)
        if w.dep != "conj" or words[first].dep != "ccomp" or not speaker < first < n:
            continue
        and_ = said(text, words[n - 1]).lower() == "and" and said(text, words[n - 2]) == ","
        asks = and_ and base_of(said(text, w).lower()) in ASKING
        tells = (tells and _speaks(text, w)) or asks
        if not tells or not _speaks(text, words[speaker]):
            continue
        subject = next((k for k in kids(words, first) if words[k].dep in SUBJECT), -1)
        if (
            any(words[k].dep in SUBJECT for k in own)
            or subject < 0
            or words[subject].entity == "PERSON"
        ):
            continue
        if said(text, words[subject]).lower() in PERSONAL:
            continue
        words[n] = w._replace(head=speaker)
        rehung(words, first, speaker, between=(first, n))
    return words


def _speaks(text: str, word: Word) -> bool:
    return base_of(said(text, word).lower()) in lx.SPEECH


def described_first(text: str, words: list[Word]) -> list[Word]:
    """`The son of a baker and a nurse, NAME was born …`: one comma, so NAME is the subject."""
    words = _two_subjects(text, words)
    comma = next((n for n, w in enumerate(words) if said(text, w) == ","), -1)
    opens = words and said(text, words[0]).lower() in ("the", "a", "an", "one")
    verbs_before = any(w.tag[:2] == "VB" or w.tag == "MD" for w in words[: max(comma, 0)])
    if comma < 2 or not opens or verbs_before:
        return words
    end = comma + 1
    while end < len(words) and words[end].entity == "PERSON":
        end += 1
    if end == comma + 1 or end >= len(words) or words[end].tag not in ("VBD", "VBZ", "VBP", "MD"):
        return words
    told = words[0].head
    name = next((n for n in range(comma + 1, end) if not comma < words[n].head < end), end - 1)
    verb = end if words[end].dep not in ("aux", "auxpass") else words[end].head
    if told >= comma or not words[told].tag.startswith("NN") or hangs_on(words, verb, told):
        return words
    if words[told].head not in (verb, name) or verb < end or words[verb].tag[:2] != "VB":
        return words
    _two_parents(text, words, told)
    label = words[told].dep if words[told].dep in SUBJECT else "nsubj"
    words[name] = words[name]._replace(head=verb, dep=label)
    words[told] = words[told]._replace(head=name, dep="appos")
    return words


def _two_subjects(text: str, words: list[Word]) -> list[Word]:
    """`Born in 1934, the son of a miner, Roe left …`: the son is Roe, who left."""
    for n, w in enumerate(words):
        if w.dep not in ("nsubj", "nsubjpass") or w.tag not in ("NNP", "NNPS"):
            continue
        others = [k for k in kids(words, w.head) if words[k].dep == w.dep and k < n]
        told = others[-1] if others else -1
        held = told >= 0 and words[told].tag == "NN"
        if not held or not any(words[k].dep in ("det", "poss") for k in kids(words, told)):
            continue
        first = min((k for k in range(n) if k == n or hangs_on(words, k, n)), default=n)
        if said(text, words[first - 1]) == ",":
            words[told] = words[told]._replace(head=n, dep="appos")
    return words


def _two_parents(text: str, words: list[Word], told: int) -> None:
    """`the son of a baker and a nurse`: the son is no nurse; both are whose son he is."""
    of = next((k for k in kids(words, told) if said(text, words[k]).lower() == "of"), -1)
    parent = next((k for k in kids(words, of) if words[k].dep == "pobj"), -1) if of >= 0 else -1
    other = next((k for k in kids(words, told) if words[k].dep == "conj"), -1)
    if parent < 0 or other < 0 or said(text, words[0]).lower() != "the":
        return
    dets = [k for k in kids(words, other) if words[k].dep == "det"]
    if dets and said(text, words[dets[0]]).lower() in ("a", "an"):
        words[other] = words[other]._replace(head=parent)
        rehung(words, told, parent, between=(-1, len(words)))


def parties(text: str, words: list[Word]) -> list[Word]:
    """`NAME, R-Calif.,`: the party is a part of how the name is written."""
    for n, w in enumerate(words):
        if is_party(text, words, n):
            words[n] = w._replace(head=n - 2, dep="nmod", entity="")
            for k in kids(words, n):
                if words[k].dep != "punct" and not hangs_on(words, n - 2, n):
                    words[k] = words[k]._replace(head=n - 2)
    return words


def is_party(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a word is the party and state of the person whose name stands before it."""
    own = text[words[n].start : words[n].end]
    named = n > 1 and words[n - 2].tag in ("NNP", "NNPS") and PARTY.fullmatch(own) is not None
    return named and said(text, words[n - 1]) == "," and not hangs_on(words, n - 2, n)


def closes_party(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a comma does nothing but close `, R-Calif.,`."""
    if said(text, words[n]) != "," or n + 1 >= len(words):
        return False
    if is_party(text, words, n + 1):
        return True
    after = words[n + 1]
    aside = said(text, after).lower() in ASIDES or after.tag in ("VBG", "VBN", "PRP$")
    aside = aside or said(text, after).lower() in ("the", "a", "an")
    return n > 1 and is_party(text, words, n - 1) and not aside
