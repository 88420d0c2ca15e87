"""Verbs that the parser gives no subject, or the wrong one, where the word order shows which.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.regrouping import (
    FINITE,
    NAMES,
    PERSONAL,
    SUBJECT,
    child,
    hangs_on,
    kids,
    said,
    subject_of,
)
from verify.claims.verbs import base_of
from verify.ports import Word

TIMED = frozenset("until after before since".split())
SHOWN = frozenset("show suggest indicate".split())
LONGEST_NAME = 5  # words


def name_and_verb(text: str, words: list[Word]) -> list[Word]:
    """`A scored for B and C stopped D`: with no `and` before it, stopped is what C did."""
    for n, w in enumerate(words):
        main = w.head
        if w.tag not in FINITE or w.dep in ("ROOT", "relcl") or main >= n or _own(words, n):
            continue
        last = _before_verb(words, n)
        while words[main].tag.startswith("NN") and words[main].head != main:
            main = words[main].head  # `wrote`, taken for a participle of the name
            if words[main].dep == "prep":
                main = words[main].head
        joint = _joint(text, words, last)
        if not main < joint - 1 or words[main].tag[:2] != "VB" or _names_together(text, words, n):
            continue
        before = joint - 1
        if not words[before].tag.startswith(("NN", "CD")) or _second_of_a_pair(text, words, joint):
            continue
        _parted(words, before, joint, last)
        words[last] = words[last]._replace(head=n, dep="nsubj")
        words[n] = w._replace(head=main, dep="conj")
        words[joint] = words[joint]._replace(head=main, dep="cc")
    return words


def _own(words: Sequence[Word], n: int) -> bool:
    return any(words[k].dep in SUBJECT or words[k].dep == "mark" for k in kids(words, n))


def _before_verb(words: Sequence[Word], n: int) -> int:
    """The last word before a verb and its auxiliaries and adverbs."""
    at = n - 1
    while at > 0 and (words[at].tag == "RB" or words[at].dep in ("aux", "auxpass")):
        at -= 1
    return at


def _joint(text: str, words: Sequence[Word], last: int) -> int:
    """Where the `and` stands before the name that ends at `last`; −1 where none does."""
    at = last
    while at > 0 and last - at < LONGEST_NAME and words[at].tag in NAMES:
        at -= 1
    if at < last and words[at].tag == "DT":
        at -= 1  # `and the Lions`
    return at if 0 < at < last and said(text, words[at]).lower() == "and" else -1


def _names_together(text: str, words: Sequence[Word], n: int) -> bool:
    """`between A and B`, `both A and B`: these names are not to be parted."""
    return any(said(text, w).lower() in ("between", "both") for w in words[:n])


def _second_of_a_pair(text: str, words: Sequence[Word], joint: int) -> bool:
    """`after envoys from A and B left C`, `the day A and B met`: both may be who did it."""
    at = joint - 1
    while words[at].head < joint and words[at].tag[:2] not in ("VB", "MD") and words[at].head != at:
        if said(text, words[at]).lower() in TIMED | {"as"} or words[at].entity in ("DATE", "TIME"):
            return True
        if words[at].head > at and words[at].dep != "compound":
            return False
        at = words[at].head
    return False


def _parted(words: list[Word], before: int, joint: int, last: int) -> None:
    """The phrase that ends at `before` without the name after the `and`."""
    inside = range(joint + 1, last + 1)
    top = next((k for k in inside if words[k].head not in inside), last)
    for k in range(before + 1):
        if words[k].head in inside and k != before:
            words[k] = words[k]._replace(head=before)
    if words[before].head in inside:  # `for the Lions and Carl Voss`, taken for one name
        above = words[top].head
        words[before] = words[before]._replace(
            head=above if above not in inside and above < joint else joint - 2,
            dep=words[top].dep,
        )
    for k in inside:
        if k != last and words[k].head not in inside:
            words[k] = words[k]._replace(head=last, dep="compound")


def until_it_can(text: str, words: list[Word]) -> list[Word]:
    """`held the list until next of kin could be told`: whom they told, the parser does not see."""
    for n, w in enumerate(words):
        modal = next((k for k in kids(words, n) if words[k].tag == "MD"), -1)
        if modal < 0 or w.dep == "ROOT" or w.head >= modal or _own(words, n):
            continue
        link = next((k for k in range(modal - 1, w.head, -1) if _times(text, words[k])), -1)
        thing = child(words, link, "pobj")
        under = [k for k in range(len(words)) if k == link or hangs_on(words, k, link)]
        if link < 0 or thing < 0 or under != list(range(link, modal)):
            continue
        above = words[link].head
        if words[above].tag[:2] != "VB" or above > link or hangs_on(words, above, n):
            continue
        words[n] = w._replace(head=above, dep="advcl")
        words[link] = words[link]._replace(head=n, dep="mark")
        words[thing] = words[thing]._replace(head=n, dep="nsubj")
    return words


def _times(text: str, word: Word) -> bool:
    return word.dep == "prep" and said(text, word).lower() in TIMED


def asked(text: str, words: list[Word]) -> list[Word]:
    """`NAME, asked whether A, said B`: a clause has no comma between its subject and its verb, so
    NAME said B and was asked."""
    for n, w in enumerate(words):
        root = w.head
        speaks = base_of(said(text, words[root]).lower()) in lx.SPEECH
        subject = next((k for k in kids(words, n) if words[k].dep in SUBJECT and k < n), -1)
        if w.tag not in ("VBD", "VBN") or not (speaks and 0 <= subject == n - 2 and n < root):
            continue
        closed = said(text, words[_before_verb(words, root)]) == ","
        if said(text, words[n - 1]) != "," or not closed or _own(words, root):
            continue
        words[subject] = words[subject]._replace(head=root, dep="nsubj")
        words[n] = w._replace(head=subject, dep="acl", tag="VBN")
    return words


def said_there(text: str, words: list[Word]) -> list[Word]:
    """`told A in a statement that B`: B is what was told, and no part of the statement's name."""
    for n, w in enumerate(words):
        link = words[w.head].head
        verb = words[link].head
        marked = any(
            words[k].dep == "mark" and said(text, words[k]).lower() == "that"
            for k in kids(words, n)
        )
        placed = words[w.head].dep == "pobj" and words[link].dep == "prep"
        if w.dep != "acl" or not marked or not placed or not verb < link < w.head < n:
            continue
        told = base_of(said(text, words[verb]).lower()) in lx.SPEECH
        if told and not any(words[k].dep == "ccomp" for k in kids(words, verb)):
            words[n] = w._replace(head=verb, dep="ccomp")
    return words


ADDING = frozenset("add note stress insist explain".split())


def added(text: str, words: list[Word]) -> list[Word]:
    """`A said that the B had agreed, adding that C`: A added it; the B did not."""
    for n, w in enumerate(words):
        base = base_of(said(text, w).lower())
        inner, verb = w.head, words[w.head].head
        if w.tag != "VBG" or w.dep != "advcl" or base not in lx.SPEECH or not verb < inner < n:
            continue
        told = base_of(said(text, words[verb]).lower()) in lx.SPEECH
        comma = said(text, words[_before_verb(words, n)]) == ","
        if not (told and comma and words[inner].dep == "ccomp"):
            continue
        subject = subject_of(words, inner)
        person = subject >= 0 and (
            words[subject].entity == "PERSON" or said(text, words[subject]).lower() in PERSONAL
        )
        if base in ADDING or not person:
            words[n] = w._replace(head=verb)
    return words


def one_purpose(text: str, words: list[Word]) -> list[Word]:
    """`is trying to cut A, close B and sell C`: a bare verb after a comma goes on with `to cut`."""
    for n, w in enumerate(words):
        if w.dep != "conj" or w.tag not in ("VB", "VBP") or _own(words, n) or n < 3:
            continue
        if said(text, words[n - 1]) != "," or words[w.head].tag not in FINITE:
            continue
        before = [k for k in range(w.head + 1, n - 1) if words[k].tag == "VB"]
        purpose = [
            k for k in before if any(said(text, words[m]).lower() == "to" for m in kids(words, k))
        ]
        if purpose and words[purpose[-1]].head < purpose[-1]:
            words[n] = w._replace(head=purpose[-1], tag="VB")
    return words


def loose_noun(text: str, words: list[Word]) -> list[Word]:
    """`its office Twitter account`: a noun joined to the verb with no `and` is part of the phrase
    that it stands in."""
    for n, w in enumerate(words):
        joined = w.dep == "conj" and w.tag in ("NN", "NNS") and words[w.head].tag[:2] == "VB"
        first = min((k for k in range(n + 1) if k == n or hangs_on(words, k, n)), default=n)
        if not joined or first - 1 <= w.head or not words[first - 1].tag.startswith("NN"):
            continue
        if any(words[k].dep == "cc" for k in range(w.head, n)):
            continue
        words[n] = w._replace(head=first - 1, dep="nmod")
    return words


def records_show(text: str, words: list[Word]) -> list[Word]:
    """`A gave B, records show.`: `show` after a plural that has no article is a verb."""
    last = next((n for n in range(len(words) - 1, 0, -1) if said(text, words[n])), -1)
    if last < 3 or said(text, words[last]).lower() not in SHOWN | {"shows", "suggests"}:
        return words
    plural = words[last - 1].tag in ("NNS", "NNPS") and words[last - 1].head == last
    if not plural or not words[last].tag.startswith("NN"):
        return words
    words[last] = words[last]._replace(tag="VBP")
    words[last - 1] = words[last - 1]._replace(dep="nsubj")
    return words


def on_a_day(text: str, words: list[Word]) -> list[Word]:
    """`was cast on a Monday in May`: before a day `on` is no part of the verb."""
    for n, w in enumerate(words):
        day = next((k for k in kids(words, w.head) if words[k].dep == "npadvmod" and k > n), -1)
        if w.tag != "RP" or day < 0 or words[day].entity != "DATE":
            continue
        if all(k == day or hangs_on(words, k, day) for k in range(n + 1, day + 1)):
            words[n] = w._replace(dep="prep", tag="IN")
            words[day] = words[day]._replace(head=n, dep="pobj")
    return words


def outside_first(text: str, words: list[Word]) -> list[Word]:
    """`Outside court, NAME said A`: where NAME said it, though the parser takes it for who did."""
    place = words[0].head if words else 0
    first, noun = words[:1], words[place] if words else None
    if not first or noun is None or not place < len(words) - 2 or noun.dep not in SUBJECT:
        return words
    placed = said(text, first[0]).lower() in lx.PREPOSITIONS and first[0].dep in (
        "amod",
        "compound",
    )
    who = child(words, place, "appos")
    if not placed or who < 0 or said(text, words[place + 1]) != ",":
        return words
    verb = noun.head
    words[who] = words[who]._replace(head=verb, dep=noun.dep)
    words[0] = first[0]._replace(head=verb, dep="prep", tag="IN")
    words[place] = noun._replace(head=0, dep="pobj")
    words[place + 1] = words[place + 1]._replace(head=verb)
    return words


def ampersand(text: str, words: list[Word]) -> list[Word]:
    """`Moss & Hale`: one name, and no list of two."""
    for n, w in enumerate(words):
        last = next((k for k in kids(words, w.head) if words[k].dep == "conj" and k > n), -1)
        if said(text, w) != "&" or w.dep != "cc" or last != n + 1 or n != w.head + 1:
            continue
        if words[last].tag in NAMES and words[w.head].tag in NAMES:
            words[n] = w._replace(dep="nmod", tag="SYM")
            words[last] = words[last]._replace(dep="nmod")
    return words


def will_of_a_name(text: str, words: list[Word]) -> list[Word]:
    """`a slip by keeper Will Roe let A in`: Will is no verb, and Roe is the keeper."""
    for n, w in enumerate(words[:-1]):
        name, title = words[n + 1], words[n - 1]
        if not n or (w.tag, w.dep) != ("MD", "aux") or name.tag not in NAMES:
            continue
        if not said(text, w)[:1].isupper():
            continue
        words[n] = w._replace(head=n + 1, dep="compound", tag="NNP")
        if title.dep == "pobj" and title.tag == "NN" and name.dep in SUBJECT:
            words[n + 1] = name._replace(head=title.head, dep="pobj")
            words[n - 1] = title._replace(head=n + 1, dep="compound")
    return words
