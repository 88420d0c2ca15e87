"""Times told by the way: a clause with `when`, a measure of time, what a date is called.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims.birthplaces import BIRTHPLACES
from verify.claims.clause_ends import CLAUSE_ENDS
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import NOUNS, SUBJECT, child, hangs_on, said, subject_of
from verify.ports import Word

DATED = ("DATE", "TIME")
IN_A_DATE = ("DT", "JJ", "CD", *NOUNS)


def _date_at(words: Sequence[Word], n: int) -> int:
    """The head of the date that ends with the word `n`; -1 where none does."""
    if n < 0 or words[n].entity not in DATED or words[n].tag == "IN":
        return -1
    first = n
    while first > 0 and words[first - 1].entity in DATED and words[first - 1].tag in IN_A_DATE:
        first -= 1
    span = range(first, n + 1)
    tops = [k for k in span if words[k].head not in span]
    return next((k for k in tops if words[k].tag in NOUNS), tops[0])


def when_of_a_date(text: str, words: list[Word]) -> list[Word]:
    """`NAME, who led A until May, when B came, said C`: the clause tells of May, and is no part of
    what NAME said."""
    for n, w in enumerate(words):
        first = first_word(words, n) if w.dep in ("relcl", "advcl") else -1
        if first < 3 or said(text, words[first]).lower() != "when" or words[first].head != n:
            continue
        date = _date_at(words, first - 2) if said(text, words[first - 1]) == "," else -1
        later = w.dep == "relcl" or w.head > n
        if date < 0 or not later or words[w.head].entity in DATED:
            continue
        after = min(last_word(words, n) + 1, len(words) - 1)
        closed = said(text, words[after]) == "," and after < w.head
        if w.dep == "advcl" and not (closed and _in_aside(words, date, w.head)):
            continue
        words[n] = w._replace(head=date, dep="relcl")
        words[first - 1] = words[first - 1]._replace(head=date)
    return words


def _in_aside(words: Sequence[Word], date: int, verb: int) -> bool:
    """Whether a date stands in what is told by the way of the subject of a verb."""
    subject = subject_of(words, verb)
    return 0 <= subject < date and hangs_on(words, date, subject)


def so_long_into(text: str, words: list[Word]) -> list[Word]:
    """`follows NAME, who left in May, two years into her term`: she left so long into it; a measure
    of time describes nobody, and what follows is not told of her."""
    for n, w in enumerate(words):
        measure = w.entity == "DATE" and w.tag in ("NN", "NNS") and w.dep in ("appos", "npadvmod")
        first = first_word(words, n) if measure else -1
        if first < 3 or said(text, words[first - 1]) != "," or n + 1 >= len(words):
            continue
        if said(text, words[n + 1]).lower() not in ("into", "after", "before"):
            continue
        led = w.head > n  # `a year after …`
        top = w.head if led else n
        above = words[top].head
        own = any(v.tag == "PRP$" for v in words[n + 2 : n + 4])
        clauses = (k for k in range(first - 1) if words[k].dep == "relcl")
        clause = next((k for k in clauses if last_word(words, k) == first - 2), -1)
        if clause < 0 or not (words[clause].head == above or hangs_on(words, clause, above)):
            continue
        if words[clause].head != above and not own:
            continue  # `replaced NAME, who left in May, a year after the fire`: she left, or was
        words[top] = words[top]._replace(head=clause, dep=words[top].dep if led else "npadvmod")
        words[first - 1] = words[first - 1]._replace(head=clause)
    return words


# What a date is called. Closed: the units of the calendar, and what a day is to somebody.
CALENDAR = frozenset(
    "day date eve anniversary birthday deadline night morning afternoon evening week weekend month"
    " year season".split()
)


def a_date_described(text: str, words: list[Word]) -> list[Word]:
    """`is cut to six months, from 2 May, the date of the ruling`: that is what 2 May was."""
    for n, w in enumerate(words):
        called = w.dep in ("appos", "npadvmod") and said(text, w).lower() in CALENDAR
        first = first_word(words, n) if called else -1
        if first < 3 or said(text, words[first - 1]) != ",":
            continue
        the = said(text, words[first]).lower() == "the"
        told = the and child(words, n, "prep", "relcl", "acl") > n
        date = _date_at(words, first - 2) if told or w.dep == "appos" else -1
        if date >= 0 and date != w.head and not hangs_on(words, w.head, date):
            words[n] = w._replace(head=date, dep="appos")
            words[first - 1] = words[first - 1]._replace(head=date)
    return words


def that_year(text: str, words: list[Word]) -> list[Word]:
    """`The port, that year, lost A`: it tells when, and neither what the port is nor whose."""
    for n, w in enumerate(words[:-1]):
        pointing = n > 2 and said(text, words[n - 1]).lower() in ("this", "that")
        enclosed = pointing and said(text, words[n - 2]) == said(text, words[n + 1]) == ","
        verb = words[w.head].head
        if not enclosed or said(text, w).lower() not in CALENDAR | {"time"}:
            continue
        beside = w.dep in ("appos", "npadvmod") and words[w.head].dep in SUBJECT and w.head < n
        if beside and n < verb:
            words[n] = w._replace(head=verb, dep="npadvmod")
            for k in (n - 2, n + 1):
                words[k] = words[k]._replace(head=verb)
    return words


DATED_ASIDES = (
    *BIRTHPLACES,
    *CLAUSE_ENDS,
    when_of_a_date,
    so_long_into,
    a_date_described,
    that_year,
)
