"""Where a title before a name begins, and where it is better left with the name."""

from __future__ import annotations

import re

from verify.claims import lexicon as lx
from verify.claims.phrases import Tokens
from verify.claims.tokens import Tag

# What a title that stays with its name tells of its holder: no claim, but who `the king` is.
ROLE = "role"


def of_a_body(tokens: Tokens, start: int, head: int) -> int:
    """Where `Bank of England governor` begins; `start` where the title has no such body."""
    of = start
    while of > 0 and tokens[of].lower != "of" and (of == head or tokens[of].text[:1].isupper()):
        of -= 1
    if not 0 < of < head or tokens[of].lower != "of" or tokens[of - 1].lower not in lx.BODIES:
        return start
    first = of - 1
    while first > 0 and tokens[first - 1].tag is Tag.NAME:
        first -= 1
    return first - 1 if first > 0 and tokens[first - 1].tag is Tag.DET else first


def half_a_title(tokens: Tokens, start: int, head: int) -> bool:
    """`the late documentary and thriller director NAME`, `chef and author NAME`: one title, whose
    first half stands before the `and`, or another thing."""
    if start < 2 or tokens[start - 1].lower not in ("and", "&"):
        return False
    plain = all(t.text.islower() for t in tokens[start : head + 1])
    return plain and tokens[start].tag is not Tag.DET and tokens[start - 2].text.islower()


# Before a first name these are a part of it, whenever their holders lived: `King Harald III`.
REGNAL = frozenset("king queen pope emperor empress tsar tsarina sultan emir".split())
NUMERAL = re.compile(r"[IVX]+")


def sovereign(tokens: Tokens, i: int, end: int) -> bool:
    """`King Harald III`, `Queen Anne`: a title without which the name is nobody's."""
    name = [t for t in tokens[i + 1 : end] if not NUMERAL.fullmatch(t.text)]
    return tokens[i].lower in REGNAL and tokens[i].text[:1].isupper() and bool(name)


def after_a_person(tokens: Tokens, start: int, end: int) -> bool:
    """`NAME, President Orr Europe, said`: what NAME is, and the name of a firm."""
    if start < 2 or tokens[start - 1].tag is not Tag.COMMA or tokens[start - 2].entity != "PERSON":
        return False
    closes = end == len(tokens) or tokens[end].tag in (Tag.COMMA, Tag.STOP)
    more = tokens[end + 1].tag if end + 1 < len(tokens) else Tag.STOP
    listed = more in (Tag.CONJ, Tag.NAME, Tag.WORD, Tag.DET)  # `Ann Moss, Senator Karl Roe, …`
    return closes and not listed


POSSESSIVE = frozenset("my your his her its our their".split())


def of_an_owner(tokens: Tokens, start: int) -> int:
    """Where `Sudovia's chief negotiator`, `the firm's chairman`, `her lawyer` begins; else
    `start`."""
    if start and tokens[start - 1].lower in POSSESSIVE:
        return start - 1
    if start < 2 or tokens[start - 1].lower not in ("'s", "'"):
        return start
    first = start - 2
    if tokens[first].tag is Tag.WORD:
        led = first > 0 and tokens[first - 1].tag is Tag.DET
        return first - 1 if led else start
    while first > 0 and tokens[first - 1].tag is Tag.NAME:
        first -= 1
    named = tokens[first].tag is Tag.NAME
    led = first > 0 and tokens[first - 1].lower == "the"
    return first - led if named else start


# `His Honour Judge NAME`, `Mrs Justice NAME`: how somebody is styled, and nobody's own.
STYLES = frozenset(
    "honour honor majesty majesties highness highnesses excellency excellencies holiness eminence"
    " grace lordship ladyship worship".split()
)
STYLED = frozenset({"royal", "serene", "imperial"})  # Highness
JUSTICES = frozenset({"mr", "mrs", "ms", "lord", "lady"})


def of_a_style(tokens: Tokens, i: int) -> bool:
    """Whether the possessive at `i` begins a style: `Her Majesty`, `His Royal Highness`."""
    if tokens[i].lower not in POSSESSIVE or i + 1 >= len(tokens):
        return False
    noun = i + 1 + (tokens[i + 1].lower in STYLED)
    after = tokens[noun] if noun < len(tokens) else None
    return after is not None and after.lower in STYLES and after.text[:1].isupper()


# `under the pen-name A`: what a name is, and nobody who bears it.
NAMINGS = frozenset("name pen-name pseudonym alias nickname surname stage-name moniker".split())


def rank_in_brackets(tokens: Tokens, end: int) -> bool:
    """`the president, Brigadier (rtd) NAME`: the name goes on behind the brackets."""
    after = tokens[end : end + 4]
    marks = [t.text for t in after[::2]]
    return marks[:1] == ["("] and len(after) == 4 and marks[1] == ")" and after[3].tag is Tag.NAME


PARTS = frozenset("portrayal portrayals role roles part character".split())


def styled(tokens: Tokens, start: int, head: int) -> bool:
    """`His Honour Judge NAME`, `Lord Justice NAME`: a style, which stays with the name; so does
    what somebody in a play is called (`her portrayal of Captain NAME`)."""
    if start > 1 and tokens[start - 1].lower == "of" and tokens[start - 2].lower in PARTS:
        return True
    if tokens[head].lower == "justice" and head and tokens[head - 1].text[:1].isupper():
        return tokens[head - 1].lower.rstrip(".") in JUSTICES
    return any(of_a_style(tokens, k) for k in range(max(0, start - 2), head))


def of_a_thing(tokens: Tokens, head: int, end: int) -> bool:
    """`the Anchor Lunch`, `the Captain Cook`: with an article, and one word behind what might be a
    title, it is more often the name of a house, a prize or a ship."""
    led = head > 0 and tokens[head - 1].lower == "the" and tokens[head].text[:1].isupper()
    return led and (end == head + 2 or tokens[end - 1].entity not in ("PERSON", ""))
