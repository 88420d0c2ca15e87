"""Clauses in brackets, which the parser is not given: they stay where they stand, word for word.

`A (there is also B, which …) is C`: read with the rest, a clause in brackets takes its subject
from outside or gives it one. Years, ages, parties and short names in brackets are read as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims.marks import inside_quotation
from verify.claims.tokens import Tag, Token
from verify.ports import Word

BRACKET = re.compile(r"(?<=\w )\([^()\n]{12,}\)")
# Words that seldom stand in brackets without a clause.
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|does|did|do|isn't|aren't"
    r"|wasn't|weren't|hasn't|haven't|that|which)\b"
)
# `("that old thing," she said)`: what somebody said, and who.
REMARK = re.compile(r"\([\"“][^\"“”]+[,.!?…][\"”] [^\"“”]+\)")
PLAIN = re.compile(r"\((?:who|which|where|when|born|aged|formerly|now|then|pictured|see)\b", re.I)
LEAST_WORDS = 5
RELATIVE = re.compile(
    r"\b(?:(?:last|next|this) (?:night|week|weekend|month|year|\w+day)|yesterday|today|tomorrow"
    r"|tonight|on \w+day)\b",
    re.I,
)


def without_brackets(text: str) -> str:
    """The text with white space for each clause in brackets, every other word in its place."""
    return BRACKET.sub(lambda m: " " * len(m.group()) if _clause(m) else m.group(), text)


def _clause(found: re.Match[str]) -> bool:
    inner, before = found.group(), found.string[: found.start()]
    quoted = inside_quotation(before)
    long = len(inner.split()) >= LEAST_WORDS
    clause = FINITE.search(inner) and not PLAIN.match(inner)
    return bool((REMARK.fullmatch(inner) or (long and clause)) and not quoted)


def with_brackets(text: str, given: str, words: Sequence[Word]) -> list[Word]:
    """The parser's words of `given` with each clause in brackets as one word, which hangs on the
    word before it."""
    found = list(words)
    for bracket in BRACKET.finditer(text):
        start, end = bracket.span()
        if given[start:end].strip():
            continue
        at = sum(w.start < start for w in found)
        if not at:
            continue
        found = [w._replace(head=w.head + (w.head >= at)) for w in found]
        found.insert(at, Word(start, end, "-LRB-", "punct", at - 1, ""))
    return found


def days_in_brackets(tokens: Sequence[Token]) -> list[str]:
    """`(A was sold last week)`: a day that stays as it is, and is left open."""
    inside = (t.text for t in tokens if t.tag is Tag.PAREN)
    return [day for text in inside for day in RELATIVE.findall(text)]
