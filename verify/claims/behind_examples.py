"""What stands behind `…, including A`: A's own year, place or reason, and the rest of its list.

The parser often hangs them on the verb, which then seems to tell them of all that A is an example
of. As in `mending`, each rule acts only where the form of the words shows it, and the tree stays a
tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import NAMES, NOUNS, child, hangs_on, kids, rehung, said, subject_of
from verify.ports import Word

SMALL = 4  # letters from which every word of a title has a capital

OPENED_BY = (",", "(", "–", "—", "-")
# How the parser hangs an item that it does not see as one.
MISHUNG = ("dobj", "npadvmod", "advmod", "appos", "conj", "dep", "oprd", "attr")


def belonging_to_examples(text: str, words: list[Word]) -> list[Word]:
    """`won several prizes, including A in 2018`: A is of 2018; `ran in three cups, including A, B
    and C`: B and C are examples, too. Up to the comma that closes the examples."""
    for n in range(1, len(words) - 1):
        item = child(words, n, "pobj")
        begin = _introduced(text, words, n)
        if item > n and begin > 0:
            _gathered(text, words, n, item, apart=said(text, words[begin - 1]) in OPENED_BY)
    return words


def _introduced(text: str, words: Sequence[Word], n: int) -> int:
    """Where `including` or `such as` begins; −1 where it is neither."""
    if said(text, words[n]).lower() == "including":
        return n
    such = said(text, words[n]).lower() == "as" and said(text, words[n - 1]).lower() == "such"
    return n - 1 if such else -1


def _gathered(text: str, words: list[Word], n: int, item: int, *, apart: bool) -> None:
    """Hang on the examples behind `n`, one after the other, what belongs to them.

    Where no comma sets them `apart`, what follows may be told of all: `in towns such as A in May`.
    """
    last = _last_of(text, words, item)
    while True:
        at = last_word(words, last) + 1
        if at >= len(words):
            return
        top = _top(words, n, at)
        again = apart or _as_before(text, words, item, at)
        if again and top == at and _tells(text, words, at):
            words[at] = words[at]._replace(head=last)
            _given_back(text, words, last, at)
            last = _last_of(text, words, last)
            continue
        if said(text, words[at]) == ":" and _subtitled(text, words, last, at):
            continue
        nxt = _next_item(text, words, n, last, at)
        if nxt < 0:
            return
        rehung(words, words[nxt].head, last, between=(at - 1, nxt), labels=("cc", "punct"))
        words[nxt] = words[nxt]._replace(head=last, dep="conj")
        last = _last_of(text, words, nxt)


def _last_of(text: str, words: list[Word], last: int) -> int:
    """The last of a list that the parser sees, with the items that it takes for descriptions."""
    while True:
        beside = next((k for k in kids(words, last) if _item_beside(text, words, k)), -1)
        if beside > last:
            words[beside] = words[beside]._replace(dep="conj")
            for k in kids(words, last):
                if k > beside and words[k].dep in ("conj", "cc", "punct"):
                    words[k] = words[k]._replace(head=beside)
        after = child(words, last, "conj")
        if after <= last:
            return last
        last = after


def _item_beside(text: str, words: Sequence[Word], k: int) -> bool:
    """`Envoy to A, Envoy to B, and Envoy to C`; `the head of A and the deputy head of B`."""
    w = words[k]
    before = first_word(words, k) - 1
    if w.dep != "appos" or before < w.head or not _alike(text, words, w.head, k):
        return False
    if words[before].dep == "cc" and words[before].head == w.head:
        return True
    comma = said(text, words[before]) == "," and _same(text, words, w.head, k)
    return comma and _list_goes_on(text, words, k)


def _subtitled(text: str, words: list[Word], last: int, colon: int) -> bool:
    """`his memoir Tides: A Life at Sea`: behind the colon the title goes on, word by word with
    capitals, to the end."""
    end = len(words)
    while end - 1 > colon and not said(text, words[end - 1])[:1].isalnum():
        end -= 1
    title = range(colon + 1, end)
    named = said(text, words[colon - 1])[:1].isupper() and _capital(said(text, words[end - 1]))
    whole = all(_capital(said(text, words[k]), inner=True) for k in title)
    if not (title and named and whole) or any(hangs_on(words, last, k) for k in title):
        return False
    for k in (colon, *title):
        if words[k].head not in title:
            words[k] = words[k]._replace(head=last, dep="punct" if k == colon else "appos")
    return True


def _capital(word: str, *, inner: bool = False) -> bool:
    """Whether a word stands in a title: with a capital, or so short that it needs none inside."""
    return word[:1].isupper() or word[:1].isdigit() or (inner and len(word) < SMALL)


def _top(words: Sequence[Word], n: int, k: int) -> int:
    """The top of the phrase that begins at `k` and hangs above `n`; −1 where none does."""
    while words[k].head != k and not hangs_on(words, n, k):
        above = words[k].head
        if above < n and hangs_on(words, n, above):
            return k
        k = above
    return -1


def _tells(text: str, words: Sequence[Word], k: int) -> bool:
    """`in 2018`, `for her part in B`, `last week`, `held in May`: what says more of the item."""
    w = words[k]
    if w.dep in ("npadvmod", "advmod"):
        return w.entity in ("DATE", "TIME")
    if w.dep == "advcl":
        return w.tag == "VBN" and subject_of(words, k) < 0 and child(words, k, "mark", "aux") < 0
    return w.dep == "prep" and w.tag == "IN" and child(words, k, "pobj", "pcomp") > k


def _as_before(text: str, words: Sequence[Word], item: int, at: int) -> bool:
    """`such as A at the X Awards and B at the Y Awards`: each has its own, comma or no."""
    own = range(item, at)
    same = [k for k in own if words[k].dep == "prep" and _same(text, words, k, at)]
    return bool(same) and words[at].dep == "prep"


def _given_back(text: str, words: list[Word], last: int, at: int) -> None:
    """`A at the X Awards and B at the Y Awards`: B is joined to A, for the same word follows it."""
    link = next((k for k in kids(words, last) if k < at and _same(text, words, k, at)), -1)
    thing = child(words, link, "pobj") if link >= 0 else -1
    other = child(words, thing, "conj") if thing >= 0 else -1
    if other < 0 or last_word(words, other) != at - 1 or words[other].tag != words[last].tag:
        return
    words[other] = words[other]._replace(head=last)
    words[at] = words[at]._replace(head=other)
    rehung(words, thing, last, between=(thing, other), labels=("cc", "punct"))


def _same(text: str, words: Sequence[Word], a: int, b: int) -> bool:
    return said(text, words[a]).lower() == said(text, words[b]).lower()


def _next_item(text: str, words: Sequence[Word], n: int, last: int, at: int) -> int:
    """The item that begins at `at`, behind a comma or `and`, and that the parser hangs above."""
    begin = at + (said(text, words[at]) == ",")
    joined = begin < len(words) and said(text, words[begin]).lower() == "and"
    begin += joined
    if begin in (at, len(words)):
        return -1
    top = _top(words, n, begin)
    if top < 0 or first_word(words, top) < begin or words[top].dep not in MISHUNG:
        return -1
    if not _alike(text, words, last, top):
        return -1
    above = words[words[top].head]
    whose = above.tag not in NOUNS or _same(text, words, last, top)
    return top if (whose if joined else _list_goes_on(text, words, top)) else -1


def _alike(text: str, words: Sequence[Word], a: int, b: int) -> bool:
    """Two names, or two things of one kind: not `A, the mayor, and B`."""
    if words[a].tag not in NOUNS or words[b].tag not in NOUNS or subject_of(words, b) >= 0:
        return False
    names = words[a].tag in NAMES and words[b].tag in NAMES
    return names or _same(text, words, a, b)


def _list_goes_on(text: str, words: Sequence[Word], k: int) -> bool:
    """`A, B and C`: an `and` stands behind the second item, too."""
    return any(
        said(text, words[m]).lower() == "and" and words[m].dep == "cc"
        for m in range(k + 1, len(words))
    )


def one_after_the_other(text: str, words: list[Word]) -> list[Word]:
    """`A, B and C`: C is joined to B where the parser joins both to A: one list, and not two."""
    for n, w in enumerate(words):
        if w.dep != "conj" or w.tag not in NOUNS:
            continue
        earlier = [k for k in kids(words, w.head) if words[k].dep == "conj" and k < n]
        before = earlier[-1] if earlier else -1
        if before < w.head or words[before].tag not in NOUNS:
            continue
        between = range(last_word(words, before) + 1, first_word(words, n))
        joined = all(words[k].dep in ("cc", "punct") and words[k].head == w.head for k in between)
        if between and joined:
            for k in (*between, n):
                words[k] = words[k]._replace(head=before)
    return words


def shows_such_as(text: str, words: list[Word]) -> list[Word]:
    """`plays and radio shows such as A`, where the parser has somebody radio: they are shows; and
    `plays such as A, and novels such as B`: the novels stand beside the plays, not beside A."""
    for n, w in enumerate(words[2:-2], 2):
        such = [said(text, v).lower() for v in words[n + 1 : n + 3]] == ["such", "as"]
        joint = first_word(words, n) - 1
        if not such or joint < 1 or words[joint].dep != "cc" or subject_of(words, n) >= 0:
            continue
        own = child(words, n, "compound", "amod", "nmod") == n - 1
        plural = w.tag == "NNS" and w.dep == "conj"
        first = _plural_before(text, words, joint)
        if first >= 0 and w.head != first and (plural or (w.tag == "VBZ" and own)):
            words[n] = w._replace(tag="NNS", dep="conj", head=first)
            words[joint] = words[joint]._replace(head=first)
    return words


def _plural_before(text: str, words: Sequence[Word], joint: int) -> int:
    """The plural that `and` joins another to: right before it, or before examples of its own."""
    if words[joint - 1].tag == "NNS":
        return joint - 1
    given = (k for k in range(joint - 1, 1, -1) if _introduced(text, words, k) > 0)
    begin = _introduced(text, words, link) if (link := next(given, -1)) > 0 else 0
    return begin - 1 if begin and words[begin - 1].tag == "NNS" else -1


BEHIND_EXAMPLES = (shows_such_as, one_after_the_other, belonging_to_examples)
