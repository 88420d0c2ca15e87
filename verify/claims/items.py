"""Items of lists that the parser takes for something else, and numbers with `plus`.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims.behind_examples import BEHIND_EXAMPLES
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import (
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
from verify.ports import Word

THINGS = ("dobj", "attr", "pobj", "nsubj", "nsubjpass")


def or_more(text: str, words: list[Word]) -> list[Word]:
    """`scored 50 plus points`: 50 or more; `plus` joins no verb to the first."""
    for n in range(1, len(words) - 1):
        number, noun = words[n - 1], words[n + 1]
        if said(text, words[n]).lower() != "plus" or number.tag != "CD" or noun.dep != "conj":
            continue
        verb, many = number.head, said(text, noun).lower().endswith("s")
        taken = noun.head in (n - 1, verb) and noun.tag in ("VBZ", "NNS") and many
        if not taken or number.dep not in THINGS or verb == n + 1:
            continue
        words[n + 1] = noun._replace(head=verb, dep=number.dep, tag="NNS")
        words[n - 1] = number._replace(head=n + 1, dep="nummod")
        words[n] = words[n]._replace(head=n - 1, dep="quantmod")
        for k in kids(words, n + 1):
            if k > n + 1 and words[k].dep in ("dobj", "prep", "advmod") and noun.tag == "VBZ":
                dep = "npadvmod" if words[k].dep == "dobj" else words[k].dep
                words[k] = words[k]._replace(head=verb, dep=dep)
    return words


def made_of_participle(text: str, words: list[Word]) -> list[Word]:
    """`a ferry, and publicly funded roads`: roads are the item, and nobody funded them then."""
    for n, w in enumerate(words):
        if w.dep != "conj" or w.tag != "VBN" or helps_of(words, n):
            continue
        joint = first_word(words, n) - 1
        above = words[joint].head  # the `and` knows what it joins where the participle does not
        if words[joint].dep != "cc" or words[above].tag not in NOUNS:
            continue
        thing = next((k for k in kids(words, n) if words[k].dep == "dobj" and k > n), -1)
        close = thing > n and not any(words[k].dep in ("det", "poss") for k in kids(words, thing))
        subject = [k for k in kids(words, n) if words[k].dep in SUBJECT]
        kind = all(words[k].tag == "NN" and "-" in said(text, words[k]) and not kids(words, k)
                   for k in subject)  # fmt: skip
        adverb = any(words[k].dep == "advmod" and k == n - 1 for k in kids(words, n))
        if not (close and kind and adverb) or first_word(words, thing) not in (n + 1, thing):
            continue
        words[thing] = words[thing]._replace(head=above, dep="conj")
        words[n] = w._replace(head=thing, dep="amod")
        for k in kids(words, n):
            if k in subject:
                words[k] = words[k]._replace(head=thing, dep="nmod")
            elif k > n:
                words[k] = words[k]._replace(head=thing)
    return words


def there_is_and(text: str, words: list[Word]) -> list[Word]:
    """`There has been change in the theatre and catering trade`: `there` goes on with no form in
    -ing, which is a part of the noun behind it."""
    for n, w in enumerate(words):
        verb, joint = w.head, n - 1
        if words[verb].dep == "attr":
            verb = words[verb].head
        form = w.tag in ("VBG", "NN") and said(text, w).endswith("ing")
        if w.dep != "conj" or not form or not verb < w.head + 1 <= joint:
            continue
        there = any(words[k].dep == "expl" for k in kids(words, verb))
        thing = child(words, n, "dobj")
        between = words[joint].dep == "cc" and words[joint - 1].tag in NOUNS
        if not (there and between and thing == n + 1) or helps_of(words, n):
            continue
        words[thing] = words[thing]._replace(head=joint - 1, dep="conj")
        words[joint] = words[joint]._replace(head=joint - 1)
        for k in kids(words, n):
            words[k] = words[k]._replace(head=verb)
        words[n] = w._replace(head=thing, dep="compound", tag="NN")
    return words


def item_before_and(text: str, words: list[Word]) -> list[Word]:
    """`works with platforms such as A, tool for B and as C`: with no article and no second comma,
    the tool is an item rather than what A is."""
    for n, w in enumerate(words):
        name = w.head
        bare = not any(words[k].dep in ("det", "poss") for k in kids(words, n))
        if w.dep != "appos" or w.tag != "NN" or not bare or words[name].tag not in NAMES:
            continue
        if words[name].entity == "PERSON" or words[name].dep != "pobj":
            continue
        begin, after = first_word(words, n), last_word(words, n) + 1
        closed = after >= len(words) or words[after].dep != "cc"
        if closed or said(text, words[begin - 1]) != "," or not _beside(words, name, after):
            continue
        words[n] = w._replace(dep="conj")
    return words


def _beside(words: Sequence[Word], name: int, joint: int) -> bool:
    """Whether an `and` joins another phrase to the one that a name stands in."""
    link = words[name].head
    phrases = (link, words[link].head)
    return words[joint].head in phrases and words[words[joint].head].tag in ("IN", "JJ")


def no_and_no(text: str, words: list[Word]) -> list[Word]:
    """`has no office, no staff and, until May, no telephone`: all of them are what it has not."""
    for n, w in enumerate(words):
        if w.dep not in ("appos", "npadvmod", "dep") or not _no(text, words, n):
            continue
        begin = first_word(words, n)
        before = next((k for k in range(begin - 1, -1, -1) if _no(text, words, k)), -1)
        verb = words[before].head
        while before >= 0 and _no(text, words, verb):
            verb = words[verb].head
        item = words[before].dep in ("dobj", "conj") and words[verb].tag[:2] == "VB"
        between = range(last_word(words, before) + 1, begin)
        inner = [k for k in between if words[k].dep not in ("cc", "punct")]
        lead = next((k for k in inner if words[k].dep in ("prep", "advmod")), begin)
        phrase = all(k == lead or hangs_on(words, k, lead) for k in inner)
        commas = any(said(text, words[k]) == "," for k in range(before, begin))
        if not (before >= 0 and item and phrase and commas):
            continue
        words[n] = w._replace(head=before, dep="conj")
        for k in between:
            if k == lead:
                words[k] = words[k]._replace(head=n)
            elif k not in inner:
                words[k] = words[k]._replace(head=n if k > lead else before)
    return words


def _no(text: str, words: list[Word], n: int) -> bool:
    """Whether a noun stands under `no`."""
    return words[n].tag in NOUNS and any(
        words[k].dep == "det" and said(text, words[k]).lower() == "no" for k in kids(words, n)
    )


def marked_before_noun(text: str, words: list[Word]) -> list[Word]:
    """`reported cracks and “weeping” patches`: a word in quotation marks before a noun that the
    parser takes for a verb."""
    for n, w in enumerate(words):
        kind = n - 2
        plural = w.tag in ("VBZ", "NNS") and w.head != n and subject_of(words, n) < 0
        if kind < 2 or not plural or words[kind].dep != "conj":
            continue
        marks = said(text, words[n - 1]), said(text, words[kind - 1])
        joint = words[kind - 2].dep == "cc" and words[kind - 2].head == words[kind].head
        if marks not in (("”", "“"), ("’", "‘"), ('"', '"')) or not joint:
            continue
        if hangs_on(words, kind, n) or words[words[kind].head].tag not in NOUNS:
            continue
        words[n] = w._replace(head=words[kind].head, dep="conj", tag="NNS")
        for k in (kind, n - 1, kind - 1):
            words[k] = words[k]._replace(head=n)
        words[kind] = words[kind]._replace(dep="amod")
    return words


ITEMS = (
    no_and_no,
    marked_before_noun,
    or_more,
    made_of_participle,
    there_is_and,
    item_before_and,
    *BEHIND_EXAMPLES,
)
