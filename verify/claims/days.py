"""Days that the parser hangs on the wrong word."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.regrouping import SUBJECT, hangs_on, kids, said
from verify.ports import Word


def day_of_the_verb(text: str, words: list[Word]) -> list[Word]:
    """`Roe on Tuesday said A`: when it was said, and no part of who said it."""
    for n, w in enumerate(words):
        who = w.head
        if w.dep != "prep" or words[who].dep not in SUBJECT or not who < n < words[who].head:
            continue
        day = next((k for k in kids(words, n) if words[k].dep == "pobj"), -1)
        verb = words[who].head
        if day < 0 or said(text, words[day]).lower() not in lx.WEEKDAYS:
            continue
        last = max(k for k in range(n, verb) if hangs_on(words, k, n))
        if said(text, w).lower() == "on" and last + 1 == verb and n == who + 1:
            words[n] = w._replace(head=verb)
    return words


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


FIRST = (plural_owner,)
LAST = (day_of_the_verb, day_of_the_front, day_again)
