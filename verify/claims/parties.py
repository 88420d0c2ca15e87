"""The party and place of a politician behind the name: `NAME, R-Calif.,`, `NAME, D-El Paso,`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims.regrouping import hangs_on, kids, said
from verify.claims.tokens import Tag, Token
from verify.ports import Word

PARTY = re.compile(r"[RDI]-[A-Z][A-Za-z]*\.?(?:[A-Z]\.)?")  # `R-Calif.`, `D-N.Y.`
ASIDES = frozenset("who whose whom which".split())
MOST_OF_PLACE = 2  # words behind the first of it


def parties(text: str, words: list[Word]) -> list[Word]:
    """`NAME, R-Calif.,`: the party is a part of how the name is written."""
    for n in range(len(words)):
        if is_party(text, words, n):
            for k in range(n, party_end(text, words, n) + 1):  # `D-El Paso`
                words[k] = words[k]._replace(head=n - 2, dep="nmod", entity="")
            for k in kids(words, n):
                if words[k].dep != "punct" and not hangs_on(words, n - 2, n):
                    words[k] = words[k]._replace(head=n - 2)
    return words


def is_party(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a word is the party and state of the person whose name stands before it."""
    own = text[words[n].start : words[n].end]
    named = n > 1 and words[n - 2].tag in ("NNP", "NNPS") and PARTY.fullmatch(own) is not None
    return named and said(text, words[n - 1]) == "," and not hangs_on(words, n - 2, n)


def party_end(text: str, words: Sequence[Word], n: int) -> int:
    """The last word of a party and its place that begin at `n`: `D-El Paso,`."""
    last = n
    while last + 2 < len(words) and last - n < MOST_OF_PLACE and words[last + 1].tag == "NNP":
        last += 1
    return last if last + 1 < len(words) and said(text, words[last + 1]) == "," else n


def in_brackets(text: str, words: Sequence[Word], tokens: list[Token], n: int) -> None:
    """The party at `n` as one reads it behind a name: `(D-El Paso)`."""
    last = tokens[party_end(text, words, n)]
    tokens[n].tag = last.tag = Tag.PAREN
    tokens[n].text = f"({tokens[n].text}"
    last.text += ")"


def closes_party(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a comma does nothing but close `, R-Calif.,`."""
    if said(text, words[n]) != "," or n + 1 >= len(words):
        return False
    if is_party(text, words, n + 1):
        return True
    after = words[n + 1]
    near = range(max(n - 1 - MOST_OF_PLACE, 0), n)
    own = any(is_party(text, words, k) and party_end(text, words, k) == n - 1 for k in near)
    aside = said(text, after).lower() in ASIDES or after.tag in ("VBG", "VBN", "PRP$")
    aside = aside or said(text, after).lower() in ("the", "a", "an")
    return own and not aside
