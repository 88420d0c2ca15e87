"""Where somebody was born: the place behind the date, and the region behind the town.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims.lists import BORN
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import HELP, NAMES, child, hangs_on, said, subject_of
from verify.ports import Word

DATED = ("DATE", "TIME")
THERE = ("in", "at", "near")


def place_behind_date(text: str, words: list[Word]) -> list[Word]:
    """`an actress, born on 4 May 1970, in Odense`: she was born there; nobody is an actress there
    by this."""
    for n, w in enumerate(words):
        verb = _dated_verb(text, words, n - 1) if w.dep == "prep" and n > 3 else -1
        if verb < 0 or said(text, w).lower() not in THERE:
            continue
        place = child(words, n, "pobj")
        if place < 0 or words[place].tag not in NAMES or words[place].entity in DATED:
            continue
        if w.head > n and not _closed(text, words, n):
            continue  # `Born in 1950, in Paris he met A`
        words[n] = w._replace(head=verb)
        if said(text, words[n - 1]) == ",":
            date = child(words, verb + 1, "pobj")
            words[n - 1] = words[n - 1]._replace(head=date)  # so that it goes with the date
    return words


def name_behind_town(text: str, words: list[Word]) -> list[Word]:
    """`Born in Hobart, Tasmania, NAME left school`: who left is no other name of Hobart."""
    for n, w in enumerate(words[:-1]):
        first = first_word(words, n) if w.dep in ("appos", "conj") and w.tag in NAMES else -1
        verb = words[n + 1].head if words[n + 1].dep in HELP else n + 1
        front = child(words, verb, "advcl")
        if first < 3 or not 0 <= front < first or said(text, words[first - 1]) != ",":
            continue
        if words[verb].tag[:2] != "VB" or subject_of(words, verb) >= 0:
            continue
        if words[front].tag != "VBN" or not hangs_on(words, n, front):
            continue
        passive = child(words, verb, "auxpass") >= 0
        words[n] = w._replace(head=verb, dep="nsubjpass" if passive else "nsubj")
        words[first - 1] = words[first - 1]._replace(head=verb)
    return words


def _dated_verb(text: str, words: Sequence[Word], n: int) -> int:
    """The `born` or `founded` whose date ends before the word behind `n`; −1 where none does."""
    n -= said(text, words[n]) == ","
    while n > 0 and words[n].entity in DATED and words[n].dep != "pobj":
        n -= 1
    link = words[n].head if words[n].dep == "pobj" and words[n].entity in DATED else n
    verb = words[link].head
    beside = words[link].dep == "prep" and verb == link - 1 < link < n
    return verb if beside and said(text, words[verb]).lower() in BORN else -1


def _closed(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a comma stands right behind all that hangs on `n`."""
    last = last_word(words, n)
    return said(text, words[last]) == "," or said(text, words[min(last + 1, len(words) - 1)]) == ","


def region_behind_town(text: str, words: list[Word]) -> list[Word]:
    """`Born in Tigre, Lima, she left`, `an actor who was born in Ayr, Scotland`: the second is
    where the town lies, and neither tells how she left nor what the actor is."""
    for n, w in enumerate(words):
        first = first_word(words, n) if w.tag in NAMES and w.entity not in DATED else -1
        town = first - 2
        if town < 1 or said(text, words[first - 1]) != "," or not _in_a_town(text, words, town):
            continue
        if any(words[k].tag not in NAMES for k in range(first, n + 1)):
            continue
        if not (_before_subject(text, words, n) or _of_a_kind(text, words, n, town)):
            continue
        words[n] = w._replace(head=town, dep="appos", entity=words[town].entity)
        words[first - 1] = words[first - 1]._replace(head=town)
    return words


def _in_a_town(text: str, words: Sequence[Word], town: int) -> bool:
    """Whether a name stands behind `in`, as the place where something was done."""
    link = words[town].head
    there = words[link].dep == "prep" and said(text, words[link]).lower() in THERE
    named = words[town].tag in NAMES and words[town].entity not in DATED
    return named and words[town].dep == "pobj" and there and words[words[link].head].tag == "VBN"


def _before_subject(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a name between two commas is no part of the clause that begins behind it."""
    beside = words[n].dep == "npadvmod" and n + 2 < len(words) and words[n].head > n + 1
    subject = child(words, words[n].head, "nsubj", "nsubjpass")
    return beside and said(text, words[n + 1]) == "," and first_word(words, subject) == n + 2


def _of_a_kind(text: str, words: Sequence[Word], n: int, town: int) -> bool:
    """Whether a place is taken for what `an actor` or `a firm` before it is called."""
    kind = words[n].head
    beside = words[n].dep in ("appos", "conj") and child(words, n, "cc") < 0
    place = words[n].entity == "GPE" and beside and kind < town
    article = child(words, kind, "det")
    new = article >= 0 and said(text, words[article]).lower() in ("a", "an")
    return place and new and words[kind].tag in ("NN", "NNS") and hangs_on(words, town, kind)


def date_behind_place(text: str, words: list[Word]) -> list[Word]:
    """`Born in Ayr, Scotland, in 1947, she left school at 12`: between two commas before whoever
    left, it tells when she was born."""
    for n, w in enumerate(words[:-1]):
        when = child(words, n, "pobj") if w.dep == "prep" and w.head > n else -1
        if when < 0 or words[when].entity not in DATED or said(text, words[n - 1]) != ",":
            continue
        front = child(words, w.head, "advcl")
        last = last_word(words, n)
        subject = subject_of(words, w.head)
        if not 0 <= front < n or words[front].tag != "VBN" or front != first_word(words, front):
            continue
        if last_word(words, front) < n - 2 or said(text, words[last + 1]) != ",":
            continue
        dated = any(words[k].entity in DATED for k in range(front, n))
        if dated or subject < 0 or first_word(words, subject) != last + 2:
            continue
        place = child(words, child(words, front, "prep"), "pobj")
        words[n] = w._replace(head=front)
        words[n - 1] = words[n - 1]._replace(head=place if place > 0 else front)
    return words


def country_behind_town(text: str, words: list[Word]) -> list[Word]:
    """`moved to A in B in 2013`: B is where A lies, and nobody moved in B."""
    for n, w in enumerate(words):
        land = child(words, n, "pobj") if w.dep == "prep" and w.tag == "IN" else -1
        if land < 0 or words[land].entity != "GPE" or said(text, w).lower() != "in":
            continue
        town = n - 1
        link = words[town].head
        named = words[town].tag in NAMES and words[town].entity not in DATED
        near = words[town].dep == "pobj" and named and link < town
        if near and words[link].head == w.head and said(text, words[link]).lower() in TOWARDS:
            words[n] = w._replace(head=town)
    return words


TOWARDS = ("to", "from")


def wed_there(text: str, words: list[Word]) -> list[Word]:
    """`married NAME in Bath on 3 May`: a person is in no place by name, so that it was done
    there."""
    for n, w in enumerate(words):
        whom, place = w.head, child(words, n, "pobj")
        verb = words[whom].head
        named = words[whom].entity == "PERSON" and words[whom].dep == "dobj" and whom < n
        if w.dep != "prep" or not named or place < 0 or said(text, w).lower() not in THERE:
            continue
        after = last_word(words, n) + 1
        when = child(words, after, "pobj") if after < len(words) else -1
        dated = when >= 0 and words[when].entity in DATED and words[after].head == verb
        if words[place].tag in NAMES and words[place].entity not in DATED and dated:
            words[n] = w._replace(head=verb)
    return words


BIRTHPLACES = (
    place_behind_date,
    region_behind_town,
    name_behind_town,
    date_behind_place,
    country_behind_town,
    wed_there,
)
