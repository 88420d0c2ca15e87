"""What a headline states, where the parser takes its verb for a noun."""

from __future__ import annotations

import re

from verify.claims import lexicon as lx
from verify.claims.phrases import Tokens
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree

# `Firm to cut 300 jobs`, but not `Study links night work to higher risk`.
_PLANNED = re.compile(
    rf"\S+(?: \S+){{0,6}}? to (?!(?:{'|'.join(lx.COMPARATIVES)})\b)[a-z]{{2,}}\b(?! end\b)"
)
# What headlines say of somebody without `is` or `are`.
BEING = frozenset(
    "guilty dead missing safe alive ill injured hurt unhurt wounded stranded homeless bankrupt"
    " insolvent unfit jobless".split()
)
NOT_AFTER = frozenset("a an the to how why who what when keep feel stay get be".split())
ENDS = (Tag.PREP, Tag.SUB, Tag.COMMA, Tag.STOP)
NOUNS = (Tag.NAME, Tag.WORD, Tag.NUM, Tag.DET)
# `A expected to pay`: not yet.
STILL_TO = frozenset(
    "set expected due poised slated bound scheduled tipped planned supposed meant prepared".split()
)
# Verbs that a noun of the same form does not follow with this word.
WITH = {
    "comments": ("on",),
    "comment": ("on",),
    "calls": ("for", "on"),
    "call": ("for", "on"),
    "bids": ("for",),
    "bid": ("for",),
    "votes": ("against", "down"),
    "vote": ("against", "down"),
    "looks": ("to", "into"),
    "look": ("to", "into"),
    "appeals": ("for", "to"),
    "appeal": ("for", "to"),
}
# Verbs of headlines that are seldom verbs elsewhere.
SHORT = frozenset(
    "axe brand blast curb dent dub eye fault flag grill hail halve laud lure mull net oust probe"
    " quiz rap rue scrap shun slam snub spur stem sue taint taunt thwart tout vow woo".split()
)


def is_planned(text: str, tokens: Tokens) -> bool:
    """`Council to build bridge`: what is to come; not `Court orders council to build bridge`."""
    to = next((n for n, t in enumerate(tokens) if t.lower == "to"), len(tokens))
    done = 0 < to < len(tokens) and _done_to(tokens[to - 1])
    return _PLANNED.match(text) is not None and not done and not hides_a_verb(tokens[: to + 1])


def _done_to(token: Token) -> bool:
    """`Thief sent to prison`, `Firm ordered to pay`: what was done; not `Firm expected to pay`."""
    return token.tag in (Tag.PART, Tag.FIN) and token.lower not in STILL_TO


def _takes(token: Token, after: Token) -> bool:
    """`Firm comments on report`, `Mayor calls for vote`: a verb with the word that goes with it."""
    return after.lower in WITH.get(token.lower, ())


def hides_a_verb(tokens: Tokens) -> bool:
    """`Council backs plan for bridge`, `Lions stun champions`, `A and B ratify treaty`."""
    return any(
        _form(tokens, n)
        and (tokens[n + 1].tag in (*NOUNS, Tag.STOP) or _takes(tokens[n], tokens[n + 1]))
        for n in range(1, len(tokens) - 1)
    )


def leaves_out_be(tokens: Tokens) -> bool:
    """`Former mayor guilty of fraud`, `Two miners dead`; not `How to keep boats safe at sea`."""
    n = next((n for n, t in enumerate(tokens) if t.lower in BEING), 0)
    if n < 1 or tokens[n - 1].tag not in NOUNS or not tokens[n].text[:1].islower():
        return False
    after = tokens[n + 1].tag if n + 1 < len(tokens) else Tag.STOP
    return after in ENDS and not any(t.lower in NOT_AFTER for t in tokens[:n])


def fact_first(tree: Tree) -> bool:
    """`Firm completes sale, 300 jobs to go`: before the comma stands what is, behind it what is to
    come."""
    words = [t.lower for t in tree.tokens]
    to = words.index("to") if "to" in words else 0
    comma = max((k for k in range(to) if words[k] == ","), default=0)
    return any(
        tree.tags[k] in ("VBZ", "VBP", "VBD")
        and 0 <= tree.subject(k) < k
        and tree.deps[k] != "relcl"
        for k in range(comma)
    )


def _behind_and(tokens: Tokens, last: int) -> bool:
    """`Government and Lens Council sign A`: whether a noun phrase stands behind `and`."""
    at = last
    while at > 0 and tokens[at].tag in NOUNS:
        at -= 1
    return at > 0 and tokens[at].lower == "and"


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
    two = before > 1 and _behind_and(tokens, before)
    first = next((t for t in tokens if t.tag in (Tag.NAME, Tag.WORD)), tokens[0])
    many = two or tokens[before].lower.endswith("s") or first.lower.endswith("s")
    known = {"base"} if token.lower in SHORT else lx.FORMS.get(token.lower, frozenset())
    known = known or ({"s"} if token.lower.removesuffix("s") in SHORT else frozenset())
    return ("base" in known and many) or ("s" in known and not tokens[before].lower.endswith("s"))
