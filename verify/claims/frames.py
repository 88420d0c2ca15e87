"""Frames around a clause that the parser takes for clauses beside it: `it was A … that B`,
`today that plan may change`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verify.claims import lexicon as lx
from verify.claims.conditional import CONDITIONAL
from verify.claims.marks import DASHES
from verify.claims.regrouping import (
    FINITE,
    SUBJECT,
    child,
    hangs_on,
    helps_of,
    kids,
    root_of,
    said,
    subject_of,
)
from verify.claims.verbs import base_of
from verify.ports import Word

LIMITING = frozenset(
    "after before until till because since as while when if unless although though once whereas"
    " whenever".split()
)


def clefts(text: str, words: list[Word]) -> list[Word]:
    """`said it was A, rather than B, that closed C`: what closed C is said of A."""
    for n, w in enumerate(words):
        own = next((k for k in kids(words, n) if words[k].dep in SUBJECT and k < n), -1)
        if own < 0 or words[own].tag not in ("WDT", "WP"):
            continue
        if w.dep == "relcl" and _is_it(text, words, words[w.head].head):
            # `it was the aide, NAME, who called`: it is said of NAME
            beside = [k for k in kids(words, w.head) if words[k].dep == "appos" and k < own]
            words[n] = w._replace(head=beside[-1] if beside else w.head)
        elif w.dep == "relcl" and said(text, words[own - 1]) == ",":
            # `it was NAME, a teacher at A, who called`: no college did
            top = w.head
            named = words[top].entity == "PERSON" and words[top].dep == "appos"
            while (
                not named and words[top].dep in ("pobj", "prep", "appos") and words[top].head < top
            ):
                top = words[top].head  # but not in `it was the guard, NAME, who called`
            if top != w.head and words[top].dep == "attr" and _is_it(text, words, words[top].head):
                words[n] = w._replace(head=top)
        if w.dep != "ccomp":
            continue
        for m in kids(words, w.head):
            thing = child(words, m, "attr")
            if words[m].dep == "ccomp" and m < thing < own and _is_it(text, words, m):
                words[n] = w._replace(head=thing, dep="relcl")
                break
    return words


def framed_first(text: str, words: list[Word]) -> list[Word]:
    """`It was at the foot of A, in the dark, that B died`: the frame is the main clause."""
    root = root_of(words)
    frame = next((k for k in kids(words, max(root, 0)) if words[k].dep == "ccomp" and k < root), -1)
    that = next((k for k in range(frame + 1, root) if said(text, words[k]).lower() == "that"
                 and words[k].head == root and words[k - 1].head != k), -1)  # fmt: skip
    if frame < 0 or that < 0 or not _is_it(text, words, frame) or subject_of(words, frame) != 0:
        return words
    for k in kids(words, root):
        if frame < k < that or (k > root and words[k].dep == "punct"):
            words[k] = words[k]._replace(head=frame)
    words[frame] = words[frame]._replace(head=frame, dep="ROOT")
    words[root] = words[root]._replace(head=frame, dep="ccomp")
    return words


def _is_it(text: str, words: Sequence[Word], verb: int) -> bool:
    subject = subject_of(words, verb)
    it = subject >= 0 and said(text, words[subject]).lower() == "it"
    return it and said(text, words[verb]).lower() in lx.BE


def turned_over(text: str, words: list[Word]) -> list[Word]:
    """`A met B, in some cases after C fell`: a clause behind `after` is never the main one; that
    is the clause before it, or the one behind it where it stands first."""
    root = root_of(words)
    mark = _limited(text, words, root)
    if mark < 0:
        return words
    before = [k for k in kids(words, root) if words[k].dep == "ccomp" and k < mark]
    main = next((k for k in before if _is_clause(words, k)), -1)
    if main >= 0:
        return _swapped(text, words, root, main, moved=lambda k: k < mark)
    if any(k for k in range(mark) if words[k].dep not in ("cc", "advmod", "punct")):
        return words
    after = [k for k in kids(words, root) if words[k].dep == "conj" and k > root]
    main = next((k for k in after if _is_clause(words, k)), -1)
    begin = subject_of(words, main) if main >= 0 else -1
    while begin > root and words[begin - 1].head >= begin - 1 and _under(words, begin - 1, main):
        begin -= 1
    joint = said(text, words[begin - 1]) if begin > 0 else ""
    if main < 0 or (joint not in DASHES and joint != ","):
        return words
    if joint in DASHES:
        for k in kids(words, main):  # `fall — and fast — A left`: what the dashes enclose
            if k < begin - 1:
                words[k] = words[k]._replace(head=root)
        words[begin - 1] = words[begin - 1]._replace(head=root)
    return _swapped(text, words, root, main, moved=lambda k: k > begin - 1)


def _limited(text: str, words: Sequence[Word], root: int) -> int:
    """The conjunction that makes the clause of the root a subordinate one; −1."""
    if root < 0 or words[root].tag not in ("VBD", "VBZ", "VBP", "VBN", "VBG", "VB"):
        return -1
    for k in kids(words, root):
        opens = words[k].dep == "mark" or words[k].tag == "WRB"
        if opens and k < root and said(text, words[k]).lower() in LIMITING:
            return k if words[k].dep == "mark" else -1
    return -1


def _is_clause(words: Sequence[Word], n: int) -> bool:
    """Whether a verb has a subject of its own and a tense."""
    helped = any(words[k].dep in ("aux", "auxpass") for k in kids(words, n))
    tensed = words[n].tag in ("VBD", "VBZ", "VBP") or helped
    open_ = not any(words[k].dep == "mark" for k in kids(words, n))
    return tensed and open_ and subject_of(words, n) >= 0


def _under(words: Sequence[Word], n: int, above: int) -> bool:
    while words[n].head not in (n, above):
        n = words[n].head
    return words[n].head == above and words[n].dep in SUBJECT


def _swapped(
    text: str, words: list[Word], root: int, main: int, moved: Callable[[int], bool]
) -> list[Word]:
    """The clause of `main` as the main one, and that of the root as a circumstance of it."""
    for k in kids(words, root):
        ends = words[k].dep == "punct" and (k == len(words) - 1 or moved(k))
        if ends or (moved(k) and k != main):
            words[k] = words[k]._replace(head=main)
    words[main] = words[main]._replace(head=main, dep="ROOT")
    words[root] = words[root]._replace(head=main, dep="advcl")
    return words


def even_though(text: str, words: list[Word]) -> list[Word]:
    """`even though A, B`: even goes with `though`, and not with A."""
    for n, w in enumerate(words[:-1]):
        low, after = said(text, w).lower(), words[n + 1]
        joiner = said(text, after).lower()
        opens = after.dep in ("mark", "advmod") and w.head == after.head != n + 1
        if low == "even" and joiner in ("though", "if", "when", "as") and opens:
            words[n] = w._replace(head=n + 1)
    return words


def more_than_said(text: str, words: list[Word]) -> list[Word]:
    """`reported better than expected results`: what is compared with is no second predicate."""
    for n, w in enumerate(words):
        than = next((k for k in kids(words, n) if said(text, words[k]).lower() == "than"), -1)
        if w.dep == "conj" and w.tag == "VBN" and 0 <= than < n and subject_of(words, n) < 0:
            words[n] = w._replace(dep="advcl")
    return words


def as_they_say(text: str, words: list[Word]) -> list[Word]:
    """`is not as simple as the firm would have it`, `left before the trial of A was over`: with no
    `and` before it, the second verb is what the firm would have, or what the trial was."""
    for n, w in enumerate(words):
        first = min([n, *helps_of(words, n)])
        if w.dep != "conj" or subject_of(words, n) >= 0 or words[first].tag not in (*FINITE, "MD"):
            continue
        link = next((k for k in range(first - 1, w.head, -1) if _compares(text, words, k)), -1)
        noun = child(words, link, "pobj")
        under = [k for k in range(len(words)) if k == link or hangs_on(words, k, link)]
        joined = any(words[k].dep == "cc" for k in range(max(link, 0), first))
        if noun < 0 or joined or under != list(range(link, first)):
            continue
        words[n] = w._replace(head=words[link].head, dep="advcl")
        words[link] = words[link]._replace(head=n, dep="mark")
        words[noun] = words[noun]._replace(head=n, dep="nsubj")
    return words


def _compares(text: str, words: Sequence[Word], k: int) -> bool:
    """`as` or `than` behind an adjective or an adverb: `as simple as A`, `later than A`; or a word
    of time."""
    degree = words[words[k].head].tag in ("JJ", "JJR", "RB", "RBR") and words[k].head == k - 1
    low = said(text, words[k]).lower()
    timed = low in ("after", "before", "until", "as") and words[words[k].head].tag[:2] == "VB"
    return words[k].dep == "prep" and (timed or (low in ("as", "than") and degree))


def that_thing(text: str, words: list[Word]) -> list[Word]:
    """`Today that plan may change`: that plan, and no clause behind `that`."""
    root = root_of(words)
    subject = subject_of(words, root) if root >= 0 else -1
    for n, w in enumerate(words[: max(subject, 0)]):
        mark = w.head == root and w.dep == "mark" and said(text, w).lower() == "that"
        bare = mark and not any(words[k].dep in ("det", "poss") for k in kids(words, subject))
        if bare and words[subject].tag == "NN" and words[n + 1].head in (subject, root):
            words[n] = w._replace(head=subject, dep="det", tag="DT")
    return words


def that_day(text: str, words: list[Word]) -> list[Word]:
    """`insisted that date would hold`: that date; a date has an article where none else stands."""
    for n, w in enumerate(words[:-1]):
        noun = words[n + 1]
        bare = not any(words[k].dep in ("det", "poss", "amod") for k in kids(words, n + 1))
        clause = w.dep == "mark" and noun.dep in SUBJECT and noun.head == w.head
        if clause and bare and noun.tag == "NN" and said(text, noun).lower() in COUNTED:
            words[n] = w._replace(head=n + 1, dep="det", tag="DT")
    return words


COUNTED = frozenset("date day deadline week month year bridge deal offer report vote bill".split())


def front_participle(text: str, words: list[Word]) -> list[Word]:
    """`Posted by the guests of A, the film is B`: behind the one comma stands the subject."""
    root = root_of(words)
    first = words[0].head if words and words[0].dep == "advmod" else 0
    if root < 1 or words[first].dep not in ("csubj", "csubjpass") or words[first].tag != "VBN":
        return words
    commas = [k for k in range(first, root) if said(text, words[k]) == ","]
    thing = next(
        (k for k in range(first, root) if words[k].dep == "appos" and hangs_on(words, k, first)), -1
    )
    if len(commas) != 1 or words[first].head != root or thing < commas[0]:
        return words
    if any(not hangs_on(words, k, thing) for k in range(commas[0] + 1, thing)):
        return words
    words[thing] = words[thing]._replace(head=root, dep="nsubj")
    words[first] = words[first]._replace(dep="advcl")
    words[commas[0]] = words[commas[0]]._replace(head=root)
    return words


def said_in_between(text: str, words: list[Word]) -> list[Word]:
    """`The dam, NAME said on Monday, was safe`: the dam was safe; NAME is no dam."""
    root = root_of(words)
    own = [k for k in kids(words, max(root, 0)) if words[k].dep == "nsubj" and k < root]
    if not own or base_of(said(text, words[root]).lower()) not in lx.SPEECH:
        return words
    beside = [k for k in kids(words, own[-1]) if words[k].dep == "appos" and k < own[-1]]
    thing = (own[:-1] + beside)[:1]
    told = next((k for k in kids(words, root) if words[k].dep == "ccomp" and k > root), -1)
    if not thing or told < 0 or subject_of(words, told) >= 0:
        return words
    begin = min(k for k in range(root, len(words)) if k == told or hangs_on(words, k, told))
    if said(text, words[begin - 1]) != "," or words[told].tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return words
    passive = any(words[k].dep == "auxpass" for k in kids(words, told))
    words[thing[0]] = words[thing[0]]._replace(head=told, dep="nsubjpass" if passive else "nsubj")
    words[told] = words[told]._replace(head=told, dep="ROOT")
    words[root] = words[root]._replace(head=told, dep="parataxis")
    words[-1] = words[-1]._replace(head=told) if words[-1].dep == "punct" else words[-1]
    return words


def noun_for_verb(text: str, words: list[Word]) -> list[Word]:
    """`The Bears host the Lions`: what has a subject and an object is a verb."""
    for n, w in enumerate(words):
        own = [words[k].dep for k in kids(words, n) if k < n]
        after = [words[k].dep for k in kids(words, n) if k > n]
        bare = not {"det", "amod", "poss", "nummod", "compound"} & set(own)
        if w.head == n and w.tag in ("NN", "NNS") and bare and "nsubj" in own and "dobj" in after:
            words[n] = w._replace(tag="VBP" if w.tag == "NN" else "VBZ")
    return words


FIRST = (noun_for_verb, said_in_between, turned_over, front_participle)
LAST = (
    framed_first,
    clefts,
    *CONDITIONAL,
    even_though,
    more_than_said,
    as_they_say,
    that_thing,
    that_day,
)
