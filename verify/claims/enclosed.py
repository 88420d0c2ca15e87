"""What stands between two commas, and whose verb comes after them, where the parser loses count.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import (
    FINITE,
    NAMES,
    SUBJECT,
    child,
    hangs_on,
    kids,
    said,
    subject_of,
    with_that,
)
from verify.claims.verbs import FORMS, base_of
from verify.ports import Word

LOOSE = ("prep", "npadvmod", "advmod", "punct")


def inside_aside(text: str, words: list[Word]) -> list[Word]:
    """`The board, which called it "fair" in 2019, said A`: what stands before the second comma
    belongs to the aside, and no 2019 to the board."""
    for n, w in enumerate(words):
        first = first_word(words, n) if w.dep == "relcl" else -1
        if first < 2 or said(text, words[first - 1]) != ",":
            continue
        end = _next_comma(text, words, n)
        inside = range(n + 1, end if end > 0 else n)
        for k in inside:
            if words[k].dep in LOOSE and words[k].head in (w.head, words[w.head].head):
                words[k] = words[k]._replace(head=n)
    return words


def after_two_commas(text: str, words: list[Word]) -> list[Word]:
    """`when NAME, signed from A, headed in B`: of two participles the one after the second comma
    is what NAME did."""
    for n, w in enumerate(words):
        if w.dep != "advcl" or w.tag not in NAMES:
            continue
        opens = [k for k in kids(words, n) if k < n and words[k].tag in ("WRB", "IN")]
        late = [k for k in kids(words, n) if words[k].dep == "acl" and k > n]
        verb = late[-1] if len(late) > 1 else -1
        if verb < 0 or not opens or not _past(text, words[verb]):
            continue
        if said(text, words[verb - 1]) != "," or said(text, words[n + 1]) != ",":
            continue
        words[verb] = words[verb]._replace(head=w.head, dep="advcl", tag="VBD")
        words[n] = w._replace(head=verb, dep="nsubj")
        for k in opens:
            words[k] = words[k]._replace(head=verb)
    return words


def done_to(text: str, words: list[Word]) -> list[Word]:
    """`when NAME, bought from A in May, turned in B`: a clause has no comma between its subject
    and its verb, so NAME was bought, and turned."""
    for n, w in enumerate(words):
        subject = next((k for k in kids(words, n) if words[k].dep in SUBJECT and k < n), -1)
        if w.tag not in ("VBD", "VBN") or not 0 <= subject == n - 2 or w.dep == "acl":
            continue
        end = _next_comma(text, words, n)
        late = words[end + 1] if 0 < end < len(words) - 1 else None
        if said(text, words[n - 1]) != "," or late is None or late.head not in (n, w.head):
            continue
        if any(words[k].dep in (*SUBJECT, "mark", "aux", "auxpass") for k in kids(words, end + 1)):
            continue
        helped = any(words[k].dep in ("aux", "auxpass", "dobj") for k in kids(words, n))
        if late.tag not in ("VBD", "VBN") or helped or words[subject].tag not in NAMES:
            continue
        verb = end + 1
        for k in kids(words, n):
            if k < subject or (words[k].dep == "punct" and k > verb):
                words[k] = words[k]._replace(head=verb)
        above = w.head if w.head not in (n, verb) else verb
        words[verb] = late._replace(head=above, dep=w.dep if above != verb else "ROOT", tag="VBD")
        words[subject] = words[subject]._replace(head=verb, dep="nsubj")
        words[n] = w._replace(head=subject, dep="acl", tag="VBN")
    return words


def name_first(text: str, words: list[Word]) -> list[Word]:
    """`NAME, a judge who did A, was appointed`: NAME was, and the judge is NAME."""
    for n, w in enumerate(words):
        if w.dep not in ("nsubj", "nsubjpass") or w.tag != "NN" or w.head < n:
            continue
        name = first_word(words, n) - 2
        if name < 0:
            continue
        verb, told = w.head, words[name]
        if told.tag not in NAMES or told.head != verb or told.dep in SUBJECT:
            continue
        start, end = first_word(words, n), last_word(words, n)
        article = said(text, words[start]).lower() in ("a", "an", "the")
        closed = said(text, words[start - 1]) == said(text, words[end + 1]) == ","
        if article and closed and first_word(words, name) == 0:
            words[name] = told._replace(dep=w.dep)
            words[n] = w._replace(head=name, dep="appos")
    return words


def whose_verb(text: str, words: list[Word]) -> list[Word]:
    """`NAME, a writer whose books did A, died`: the books did A, and NAME died."""
    for n, w in enumerate(words):
        thing, verb = w.head, words[words[w.head].head].head
        if w.tag != "WP$" or n < 3 or not n < thing < verb or words[verb].dep != "ROOT":
            continue
        subject = subject_of(words, verb)
        main = next((k for k in kids(words, verb) if _resumes(text, words, k, verb)), -1)
        if main < 0 or not 0 <= subject < n or words[thing].head != subject:
            continue
        if not words[n - 1].tag.startswith("NN") or hangs_on(words, n - 1, thing):
            continue
        words[main] = words[main]._replace(head=main, dep="ROOT")
        words[subject] = words[subject]._replace(head=main)
        words[verb] = words[verb]._replace(head=n - 1, dep="relcl")
        words[thing] = words[thing]._replace(head=verb, dep="nsubj")
        for k in kids(words, verb):
            if words[k].dep == "punct" and k > main:
                words[k] = words[k]._replace(head=main)
    return words


def _resumes(text: str, words: Sequence[Word], k: int, verb: int) -> bool:
    """Whether a verb after a comma has no subject and no `and`: it goes on with the sentence."""
    tied = any(words[m].dep in (*SUBJECT, "mark", "aux") for m in kids(words, k))
    return k > verb and words[k].tag in FINITE and said(text, words[k - 1]) == "," and not tied


def spent_on(text: str, words: list[Word]) -> list[Word]:
    """`A man who stole to pay for A, a B and C was held`: what he paid for is no second subject."""
    for n, w in enumerate(words):
        first = first_word(words, n) if w.dep in ("nsubj", "nsubjpass") else -1
        if first < 3 or said(text, words[first - 1]) != ",":
            continue
        others = [k for k in kids(words, w.head) if words[k].dep in SUBJECT and k < first]
        clause = [k for m in others for k in kids(words, m) if words[k].dep == "relcl"]
        before = first - 2
        listed = words[before].dep in ("pobj", "dobj") and words[before].tag.startswith("NN")
        open_ = clause and hangs_on(words, before, clause[0])
        open_ = open_ and "," not in [said(text, v) for v in words[others[0] : first - 1]]
        joined = any(said(text, words[k]) == "and" for k in range(first, w.head))
        if listed and open_ and joined and said(text, words[n + 1]) != ",":
            words[n] = w._replace(head=before, dep="conj")
            words[first - 1] = words[first - 1]._replace(head=before)
    return words


def after_a_date(text: str, words: list[Word]) -> list[Word]:
    """`In talks on Monday, NAME, 48, said A`: NAME is no Monday, and says it."""
    for n, w in enumerate(words):
        if w.dep != "appos" or w.tag not in NAMES or words[w.head].entity not in ("DATE", "TIME"):
            continue
        verb = w.head
        while words[verb].head != verb and words[verb].tag[:2] not in ("VB", "MD"):
            verb = words[verb].head
        bare = not any(words[k].dep in SUBJECT for k in kids(words, verb))
        if w.entity in ("DATE", "TIME") or not bare or not w.head < n < verb:
            continue
        for k in kids(words, w.head):
            if k > n:
                words[k] = words[k]._replace(head=n)
        words[n] = w._replace(head=verb, dep="nsubj")
    return words


def joined_subject(text: str, words: list[Word]) -> list[Word]:
    """`A was lost in May, and another, on B, failed`: with no `and` before it, failed is what the
    other did."""
    for n, w in enumerate(words):
        main = w.head
        if w.dep not in ("conj", "advcl") or main >= n or not _past(text, w):
            continue
        if any(words[k].dep in (*SUBJECT, "mark", "aux", "auxpass") for k in kids(words, n)):
            continue
        noun = max((k for k in kids(words, main) if k < n and words[k].dep == "conj"), default=-1)
        joint = first_word(words, noun) - 1
        if noun < 0 or words[noun].tag[:2] == "VB" or words[main].tag[:2] != "VB":
            continue
        if not main < joint - 1 or said(text, words[joint - 1]) != "," or words[joint].dep != "cc":
            continue
        if any(words[k].tag == "CC" for k in range(noun, n)):
            continue
        for k in range(noun + 1, n):
            if words[k].head in (main, n):
                words[k] = words[k]._replace(head=noun)
        words[n] = w._replace(dep="conj", tag="VBD")
        words[noun] = words[noun]._replace(head=n, dep="nsubj")
    return words


def last_named(text: str, words: list[Word]) -> list[Word]:
    """`her niece and a half brother, NAME`: the name stands beside the last of the two."""
    for n, w in enumerate(words):
        first = first_word(words, n) if w.dep == "appos" and w.tag in NAMES else -1
        if first < 1 or said(text, words[first - 1]) != ",":
            continue
        last = child(words, w.head, "conj")
        if last == first - 2 and words[last].tag == "NN" and words[w.head].tag == "NN":
            words[n] = w._replace(head=last)
    return words


def named_maker(text: str, words: list[Word]) -> list[Word]:
    """`the maker of the drug, NAME, sold A`: NAME makes it, and is no drug."""
    for n, w in enumerate(words):
        thing, maker = w.head, words[words[w.head].head].head
        if w.dep != "appos" or w.tag not in NAMES or words[thing].tag != "NN" or not maker < thing:
            continue
        of = words[thing].head
        agent = said(text, words[maker]).lower() in MAKERS and words[maker].dep in SUBJECT
        if agent and said(text, words[of]) == "of" and said(text, words[thing + 1]) == ",":
            words[n] = w._replace(head=maker)
    return words


MAKERS = frozenset("maker owner operator publisher manufacturer developer builder parent".split())


def said_it_would(text: str, words: list[Word]) -> list[Word]:
    """`blamed A and said help for B, including C, would come`: what would come is the help."""
    for n, w in enumerate(words):
        above = w.head
        helped = [k for k in kids(words, n) if words[k].dep in ("aux", "auxpass")]
        if w.dep not in ("conj", "ccomp") or not helped or words[helped[0]].tag != "MD":
            continue
        if said(text, words[helped[0] - 1]) != "," or subject_of(words, n) >= 0:
            continue
        tellers = [above, *(k for k in kids(words, above) if words[k].dep == "conj" and k < n)]
        verb = next((k for k in tellers[::-1] if _tells(text, words[k])), -1)
        thing = child(words, verb, "dobj")
        if verb < 0 or not verb < thing < n:
            continue
        passive = any(words[k].dep == "auxpass" for k in helped)
        words[thing] = words[thing]._replace(head=n, dep="nsubjpass" if passive else "nsubj")
        words[n] = w._replace(head=verb, dep="ccomp")
    return words


def _tells(text: str, word: Word) -> bool:
    return word.tag[:2] == "VB" and base_of(said(text, word).lower()) in lx.PLAIN_SAYING


def summed_up_last(text: str, words: list[Word]) -> list[Word]:
    """`paid A and promised to do B, a step that …`: the step is what was told last."""
    for n, w in enumerate(words):
        if w.dep != "npadvmod" or w.tag != "NN" or w.entity:
            continue
        first = first_word(words, n)
        late = [k for k in kids(words, w.head) if words[k].dep == "conj" and w.head < k < first]
        if not late:
            continue
        article = said(text, words[first]).lower() in ("a", "an")
        if article and said(text, words[first - 1]) == "," and words[late[-1]].tag[:2] == "VB":
            words[n] = w._replace(head=late[-1])
            words[first - 1] = words[first - 1]._replace(head=late[-1])
    return words


def that_and_that(text: str, words: list[Word]) -> list[Word]:
    """`said that A had asked her to do B and that she had`: a second `that` goes on with the first
    clause, and not with what was asked."""
    for n, w in enumerate(words):
        joint = first_word(words, n) - 1 if w.dep in ("conj", "ccomp") else -1
        if joint < 0 or words[joint].tag != "CC":
            continue
        if not with_that(text, words, n) or (w.dep == "conj" and with_that(text, words, w.head)):
            continue
        above = w.head
        while words[above].head != above and not with_that(text, words, above):
            above = words[above].head
        if above < n and words[above].dep == "ccomp" and with_that(text, words, above):
            words[n] = w._replace(head=above, dep="conj")
            words[joint] = words[joint]._replace(head=above)
    return words


def _past(text: str, word: Word) -> bool:
    return word.tag in ("VBN", "VBD") and "past" in FORMS.get(said(text, word).lower(), ("past",))


def _next_comma(text: str, words: Sequence[Word], n: int) -> int:
    return next((k for k in range(n, len(words)) if said(text, words[k]) == ","), -1)
