"""Whether the items of a list may stand alone, where sentences are read by word lists."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.phrases import Tokens, is_plural
from verify.claims.tokens import Tag, Token

Span = tuple[int, int]
ADJECTIVE = ("al", "ive", "ous", "ful", "ic", "able", "ible", "ish", "ary", "less", "ant", "ent")


def listable(tokens: Tokens, spans: list[Span], verb: int) -> bool:
    """Whether the items may stand alone."""
    first, last = tokens[spans[0][0] : spans[0][1]], tokens[spans[-1][0] : spans[-1][1]]
    if spans[0][0] > 0 and tokens[spans[0][0] - 1].lower in ("between", "both"):
        return False
    if _institution(tokens, spans):
        return False
    if all(t.tag is Tag.NUM for t in (*first, *last)):
        return False
    if last[0].lower in ("more", "others", "so", "beyond"):
        return False
    the_name = first[0].lower == "the" and all(
        t.tag is Tag.NAME or t.lower in ("of", "for", "on") for t in (*first[1:], *last)
    )
    if the_name and len(spans) == 2 and len(first) > 1:
        return False  # `the Ministry of Arts and Culture`: one name
    end = first[-1]
    adjective = end.tag is Tag.WORD and end.lower.endswith(ADJECTIVE) and len(last) > 1
    if len(spans) == 2 and adjective and last[0].tag is not Tag.DET:
        return False
    copula = 0 <= verb < spans[0][0] and tokens[verb].lower in lx.BE
    bare = [t for t in first if t.tag is not Tag.DET]
    modifiers = copula and len(spans) == 2 and last[0].tag is Tag.WORD and len(last) > len(bare)
    if modifiers and len(last) > 1 and bare and not _agent(bare[-1]):
        return False  # `a private equity and real estate firm`
    many = first[0].lower in ("various", "several", "many", "numerous", "other", "two", "three")
    return not (len(spans) == 2 and many and not is_plural(first))


def _agent(token: Token) -> bool:
    """A noun for somebody who does something: `founder`, `singer`."""
    return token.lower in lx.ROLE_HEADS or token.lower.endswith(("er", "or", "ist", "ian", "man"))


def _institution(tokens: Tokens, spans: list[Span]) -> bool:
    """`the Committee on Banking, Housing and Urban Affairs`: a name with `and` in it."""
    at = spans[0][0] - 1
    if at < 1:
        return False
    named = tokens[at - 1].tag is Tag.NAME and tokens[at].lower in ("of", "on", "for")
    return named and all(tokens[s].tag is Tag.NAME for s, _ in spans)
