"""What a headline states, where the parser takes its verb for a noun."""

from __future__ import annotations

import re

from verify.claims import lexicon as lx
from verify.claims.phrases import Tokens
from verify.claims.tokens import Tag

# `Firm to cut 300 jobs`, but not `Study links night work to higher risk`.
_PLANNED = re.compile(
    rf"\S+(?: \S+){{0,6}}? to (?!(?:{'|'.join(lx.COMPARATIVES)})\b)[a-z]{{2,}}\b(?! end\b)"
)
NOUNS = (Tag.NAME, Tag.WORD, Tag.NUM, Tag.DET)
# Verbs of headlines that are seldom verbs elsewhere.
SHORT = frozenset(
    "axe brand blast curb dent dub eye fault flag grill hail halve laud lure mull net oust probe"
    " quiz rap rue scrap shun slam snub spur stem sue taint taunt thwart tout vow woo".split()
)


def is_planned(text: str, tokens: Tokens) -> bool:
    """`Council to build bridge`: what is to come; not `Court orders council to build bridge`."""
    to = next((n for n, t in enumerate(tokens) if t.lower == "to"), len(tokens))
    return _PLANNED.match(text) is not None and not hides_a_verb(tokens[: to + 1])


def hides_a_verb(tokens: Tokens) -> bool:
    """`Council backs plan for bridge`, `Lions stun champions`, `A and B ratify treaty`."""
    return any(
        _form(tokens, n) and tokens[n + 1].tag in (*NOUNS, Tag.STOP)
        for n in range(1, len(tokens) - 1)
    )


def _form(tokens: Tokens, n: int) -> bool:
    """Whether a word is a verb in the present that agrees with the noun before it."""
    token, before = tokens[n], n - 1
    while before > 0 and tokens[before].tag is Tag.ADV:
        before -= 1  # `holders unanimously back A`
    if token.tag not in (Tag.WORD, Tag.ADV, Tag.BASE) or tokens[before].tag not in (
        Tag.NAME,
        Tag.WORD,
    ):
        return False
    if not token.text[:1].islower():
        return False
    two = before > 1 and tokens[before - 1].lower == "and"
    first = next((t for t in tokens if t.tag in (Tag.NAME, Tag.WORD)), tokens[0])
    many = two or tokens[before].lower.endswith("s") or first.lower.endswith("s")
    known = {"base"} if token.lower in SHORT else lx.FORMS.get(token.lower, frozenset())
    known = known or ({"s"} if token.lower.removesuffix("s") in SHORT else frozenset())
    return ("base" in known and many) or ("s" in known and not tokens[before].lower.endswith("s"))
