"""Days that the parser hangs on the wrong word."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.regrouping import SUBJECT, child, hangs_on, kids, said
from verify.ports import Word


def day_of_the_verb(text: str, words: list[Word]) -> list[Word]:
    """`Roe on Tuesday said A`: when it was said, and no part of who said it; `said the envoy, NAME,
    at a talk on Tuesday`: when the talk was."""
    for n, w in enumerate(words):
        who = w.head
        if w.dep == "prep" and words[who].head < who < n and words[who].dep in SUBJECT:
            _day_of_the_talk(text, words, n)
        if w.dep != "prep" or words[who].dep not in SUBJECT or not who < n < words[who].head:
            continue
        day = child(words, n, "pobj")
        verb = words[who].head
        if day < 0 or said(text, words[day]).lower() not in lx.WEEKDAYS:
            continue
        last = max(k for k in range(n, verb) if hangs_on(words, k, n))
        if said(text, w).lower() == "on" and last + 1 == verb and n == who + 1:
            words[n] = w._replace(head=verb)
    return words


def _day_of_the_talk(text: str, words: list[Word], n: int) -> None:
    who, day, noun = words[n].head, child(words, n, "pobj"), n - 1
    link = words[noun].head
    beside = words[noun].dep == "pobj" and words[link].head == words[who].head
    weekday = day >= 0 and said(text, words[day]).lower() in lx.WEEKDAYS
    if beside and weekday and who < link and said(text, words[link - 1]) == ",":
        words[n] = words[n]._replace(head=noun)


def day_of_the_front(text: str, words: list[Word]) -> list[Word]:
    """`Besides the order of ten jets Monday, it bought A`: a day before the comma, with none
    between, belongs to what stands there."""
    for n, w in enumerate(words[:-1]):
        if w.dep != "npadvmod" or said(text, w).lower() not in lx.WEEKDAYS or n > w.head:
            continue
        front = words[0]
        closes = said(text, words[n + 1]) == "," and not any(
            said(text, v) == "," for v in words[:n]
        )
        if front.dep == "prep" and front.head == w.head and closes and n > 1:
            words[n] = w._replace(head=0)
    return words


def day_again(text: str, words: list[Word]) -> list[Word]:
    """`today (Nov. 18)`, `on Monday, 3 June,`: the day and its date are one circumstance."""
    for n, w in enumerate(words[:-3]):
        mark, month = said(text, words[n + 1]), said(text, words[n + 2]).lower().rstrip(".")
        named = said(text, words[n + 3]).lower().rstrip(".")
        day = said(text, w).lower()
        if mark not in ("(", ",") or day not in (*lx.WEEKDAYS, "today", "yesterday", "tomorrow"):
            continue
        date = n + 2 if month in lx.MONTHS else n + 3 if named in lx.MONTHS else -1
        if date < 0 or not all(words[k].tag in ("CD", "NNP", ":") for k in (n + 2, n + 3)):
            continue
        words[date] = words[date]._replace(head=n, dep="nmod")
        other = 2 * n + 5 - date
        words[other] = words[other]._replace(head=date, dep="nummod")
        words[n + 1] = words[n + 1]._replace(head=n, dep="punct")
        if mark == "(" and n + 4 < len(words) and said(text, words[n + 4]) == ")":
            words[n + 4] = words[n + 4]._replace(head=n, dep="punct")
    return words


def plural_owner(text: str, words: list[Word]) -> list[Word]:
    """`after the Lions’ May 9 loss`: whose loss it was, where the parser takes the mark for one of
    a quotation."""
    for n, w in enumerate(words[1:-1], 1):
        owner = words[n - 1]
        glued = owner.end == w.start and said(text, owner).endswith("s")
        opened = any(said(text, v) in ("‘", "'") for v in words[:n])
        if said(text, w) not in ("’", "'") or w.tag == "POS" or not glued or opened:
            continue
        thing = next((k for k in range(n + 1, len(words)) if words[k].tag[:2] == "NN"
                      and words[k].dep in ("dobj", "pobj", "npadvmod", "dep")), -1)  # fmt: skip
        between = all(hangs_on(words, k, thing) for k in range(n + 1, thing))
        if thing < 0 or owner.dep not in ("pobj", "dobj") or not between:
            continue
        words[thing] = words[thing]._replace(head=owner.head, dep=owner.dep)
        words[n - 1] = owner._replace(head=thing, dep="poss")
        words[n] = w._replace(head=n - 1, dep="case", tag="POS")
    return words


def day_no_name(text: str, words: list[Word]) -> list[Word]:
    """`Yesterday NAME, 58, was jailed`: when it was, and no part of the name."""
    for n, w in enumerate(words):
        part = w.dep in ("compound", "nmod", "amod", "npadvmod") and w.head > n
        if not part or words[w.head].entity != "PERSON" or said(text, w).lower() not in NEAR:
            continue
        at = w.head
        while words[at].head != at and words[at].tag[:2] != "VB":
            at = words[at].head
        if words[at].tag[:2] == "VB":
            words[n] = w._replace(head=at, dep="npadvmod")
    return words


NEAR = ("yesterday", "today", "tomorrow", "tonight")


def that_month(text: str, words: list[Word]) -> list[Word]:
    """`passed that November`: that month, and nothing that was passed."""
    for n, w in enumerate(words[:-1]):
        month = words[n + 1]
        named = said(text, month).lower() in lx.MONTHS | lx.WEEKDAYS
        if named and month.dep == "npadvmod" and said(text, w).lower() in ("that", "this"):
            words[n] = w._replace(head=n + 1, dep="det", tag="DT")
    return words


def how_long(text: str, words: list[Word]) -> list[Word]:
    """`For ten years visitors have passed`: for ten years, and no visitors of years."""
    for n, w in enumerate(words[:-3]):
        unit = next((k for k in range(n + 1, min(n + 5, len(words) - 1))
                     if said(text, words[k]).lower() in SPANS), -1)  # fmt: skip
        thing = words[unit].head if unit > 0 else -1
        part = unit > 0 and words[unit].dep in ("compound", "nmod") and unit < thing
        if w.dep != "prep" or said(text, w).lower() not in ("for", "in", "after") or not part:
            continue
        held = any(words[k].dep in ("pobj", "pcomp") for k in kids(words, n))
        counted = all(
            hangs_on(words, k, unit) or words[k].head == thing for k in range(n + 1, unit)
        )
        if held or not counted or words[thing].dep not in SUBJECT:
            continue
        for k in range(n + 1, unit):
            if words[k].head == thing:
                words[k] = words[k]._replace(head=unit)
        words[unit] = words[unit]._replace(head=n, dep="pobj")
        words[thing] = words[thing]._replace(entity="")
    return words


def half_of_day(text: str, words: list[Word]) -> list[Word]:
    """`was closed at 10.20 p.m.`: half of a time, and no word of the verb's."""
    for n, w in enumerate(words):
        number = n - 1
        hour = number >= 0 and words[number].tag == "CD" and words[number].head != n
        half = said(text, w).lower().replace(".", "") in ("am", "pm")
        if hour and half and w.head != number and not hangs_on(words, number, n):
            words[n] = w._replace(head=number, dep="npadvmod")
    return words


SPANS = frozenset("seconds minutes hours days weeks months years decades centuries".split())

FIRST = (half_of_day, plural_owner, day_no_name, that_month, how_long)
LAST = (day_of_the_verb, day_of_the_front, day_again)
