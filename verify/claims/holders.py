"""One person of two titles, and names that `and` joins to the wrong noun.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.regrouping import (
    NAMES,
    SUBJECT,
    child,
    hangs_on,
    kids,
    rehung,
    said,
    subject_of,
)
from verify.claims.works import title_of_a_work, titles_in_a_row
from verify.ports import Word


def one_kind(text: str, words: list[Word]) -> list[Word]:
    """`a chemist at the A Institute in Ohio, and B University`: joined to the institute, and to
    no place or person."""
    for n, w in enumerate(words):
        first = w.head
        other = words[first]
        if w.dep != "conj" or w.entity != "ORG" or other.entity == "ORG" or not first < n:
            continue
        human = is_human(text, other) or other.entity in ("GPE", "LOC", "FAC")
        joint = [k for k in kids(words, first) if words[k].dep == "cc" and k < n]
        if not human or not joint or any(words[k].dep == "det" for k in kids(words, n)):
            continue
        like = -1
        for k in range(joint[0]):
            near = words[k].dep == "pobj" and words[k].entity == "ORG" and k > 0
            if near and (hangs_on(words, k, first) or hangs_on(words, first, k)):
                like = k
        if like < 0 or words[like].head > like:
            continue
        words[n] = w._replace(head=like)
        rehung(words, first, like, between=(like, n), labels=("cc", "punct"))
    return words


def is_human(text: str, word: Word) -> bool:
    """Whether a word is a common noun for a person."""
    return word.tag == "NN" and said(text, word).lower() in lx.ROLE_HEADS | HUMAN_NOUNS


def two_titles(text: str, words: list[Word]) -> list[Word]:
    """`met actor and alleged thief NAME`: one person, whom two nouns without an article call."""
    for n, w in enumerate(words):
        first = w.head if w.dep == "conj" else _joined_across(text, words, n)
        if w.entity != "PERSON" or w.tag not in NAMES or not 0 <= first < n:
            continue
        noun = words[first]
        start = n
        while start > 0 and words[start - 1].entity == "PERSON":
            start -= 1
        joint = child(words, first, "cc")
        titled = _plain_noun(text, words[start - 1]) and words[start - 1].head == n
        if noun.tag != "NN" or not said(text, noun).islower() or not (titled and joint > 0):
            continue
        if any(words[k].tag in ("DT", "PRP$", "CD", "POS") for k in kids(words, first)):
            continue
        low = min([first, *(k for k in kids(words, first) if words[k].dep in ("compound", "amod"))])
        if joint != first + 1 or any(words[k].tag == "," for k in range(low, n)):
            continue
        _one_person(words, n, first, (low, start))
    return words


def _plain_noun(text: str, word: Word) -> bool:
    return word.dep == "compound" and word.tag in ("NN", "NNP") and word.entity != "PERSON"


def _joined_across(text: str, words: Sequence[Word], n: int) -> int:
    """`his friendship with actor and thief NAME, the host did A`: NAME taken for a subject."""
    start = min(k for k in range(n + 1) if k == n or hangs_on(words, k, n))
    joint = start - 1
    if words[n].dep not in SUBJECT or joint < 2 or words[joint].dep != "cc":
        return -1
    first = words[joint].head
    comma = n + 1 < len(words) and said(text, words[n + 1]) == ","
    other = child(words, n, "conj")
    return first if comma and other > n and words[first].dep == "pobj" else -1


def _one_person(words: list[Word], n: int, first: int, span: tuple[int, int]) -> None:
    """Hang both titles on the name, which takes the place of the first of them."""
    noun, name = words[first], words[n]
    if name.dep in SUBJECT:  # what was joined to the name is who did it
        other = next(k for k in kids(words, n) if words[k].dep == "conj")
        words[other] = words[other]._replace(head=name.head, dep=name.dep)
        for k in kids(words, n):
            if words[k].dep == "punct" and k > n:
                words[k] = words[k]._replace(head=name.head)
    words[n] = name._replace(head=noun.head if noun.head != first else n, dep=noun.dep)
    for k in kids(words, first):
        if k > n and k != n:
            words[k] = words[k]._replace(head=n)
    for k in range(*span):
        if words[k].dep in ("cc", "conj") or k == first:
            words[k] = words[k]._replace(head=n, dep="nmod")
        elif words[k].head == first and words[k].dep in ("compound", "amod"):
            words[k] = words[k]._replace(head=n)


def one_holder(text: str, words: list[Word]) -> list[Word]:
    """`The founder and head of A, NAME, left`: NAME is both."""
    for n, w in enumerate(words):
        first = w.head
        named = any(
            words[k].dep == "appos" and words[k].entity == "PERSON" and hangs_on(words, k, first)
            for k in range(n + 1, len(words))
        )
        pair = w.dep == "conj" and named and is_human(text, w) and is_human(text, words[first])
        joint = n - 1 > first and words[n - 1].dep == "cc" and words[n - 1].head == first
        if pair and joint and not any(k < n for k in kids(words, n)):
            words[n] = w._replace(dep="nmod")
            words[n - 1] = words[n - 1]._replace(dep="nmod")
    return words


def two_fields(text: str, words: list[Word]) -> list[Word]:
    """`the late documentary and thriller director NAME`: one person, with two nouns before what
    NAME is, or a thing and a person; either way neither noun says alone what NAME is."""
    for n, w in enumerate(words):
        if w.entity != "PERSON" or w.tag not in NAMES:
            continue
        start = n
        while start > 0 and words[start - 1].entity == "PERSON":
            start -= 1
        title = start - 1
        if title < 3 or words[title].tag != "NN":
            continue
        first = _joined_before(words, title)
        tied = w.head in (first, title) and w.dep in ("conj", "appos")
        led = [k for k in kids(words, first) if words[k].dep == "det" and k < first]
        plain = words[first].tag == "NN" and said(text, words[first]).islower()
        if first >= 0 and tied and led and plain and not is_human(text, words[first]):
            _one_person(words, n, first, (min(led), start))
            words[min(led)] = words[min(led)]._replace(head=n)
            words[first + 1] = words[first + 1]._replace(head=first, dep="cc")
            words[title] = words[title]._replace(head=n, dep="compound")
        for k in kids(words, title):
            for m in kids(words, k) if words[k].dep in MODIFIERS else ():
                if words[m].dep == "conj" and m < title:
                    words[m] = words[m]._replace(head=title, dep="nmod")
    return words


MODIFIERS = ("nmod", "amod", "compound")


def _joined_before(words: Sequence[Word], title: int) -> int:
    """What `and` joins to a title and the nouns before it; −1."""
    low = title
    while words[low - 1].dep in ("compound", "amod") and words[low - 1].head == title:
        low -= 1
    first = low - 2
    joint = low < title and first >= 0 and words[low - 1].dep == "cc"
    return first if joint and words[low - 1].head == first else -1


def title_goes_on(text: str, words: list[Word]) -> list[Word]:
    """`adds NAME, manager of Home Care Services at A`: the verb has its subject, and what stands
    right behind the first half of a name is the second."""
    for n, w in enumerate(words):
        first = subject_of(words, w.head)
        if w.dep not in SUBJECT or w.tag not in NAMES or not w.head < first < n or not w.entity:
            continue
        begin = n
        while begin > first and words[begin - 1].dep == "compound" and words[begin - 1].head <= n:
            begin -= 1
        half = words[begin - 1]
        if half.dep != "pobj" or half.entity != w.entity or half.tag not in NAMES:
            continue
        if not hangs_on(words, begin - 1, first):
            continue
        holder = words[half.head].head
        for k in kids(words, begin - 1):
            words[k] = words[k]._replace(head=n)
        words[n] = w._replace(head=half.head, dep="pobj")
        words[begin - 1] = half._replace(head=n, dep="compound")
        for k in kids(words, w.head):
            if k == n + 1 and words[k].dep == "prep":
                words[k] = words[k]._replace(head=holder)
    return words


HOLDERS = (
    one_kind,
    two_titles,
    one_holder,
    two_fields,
    title_goes_on,
    title_of_a_work,
    titles_in_a_row,
)
