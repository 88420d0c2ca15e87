"""Where a phrase or clause before the subject ends: `In Paris, France, he …`."""

from __future__ import annotations

from verify.claims.phrases import Tokens, main_verb
from verify.claims.tokens import Tag


def front_end(tokens: Tokens) -> int:
    """The comma after which the main clause begins; −1 where the front has none."""
    clause = tokens[0].tag is Tag.SUB
    for i, token in enumerate(tokens[:60]):
        if token.tag is not Tag.COMMA or i + 1 >= len(tokens):
            continue
        following = tokens[i + 1]
        if following.tag in (Tag.NUM, Tag.CONJ, Tag.PREP) and following.lower not in ("according",):
            continue
        if clause and main_verb(tokens[:i], 1) < 0:
            continue
        begins = following.tag in (
            Tag.DET,
            Tag.PRON,
            Tag.NAME,
            Tag.WORD,
            Tag.ADV,
            Tag.NUM,
            Tag.QUOTE,
        )
        verb = main_verb(tokens, i + 1)
        if begins and verb > i + 1 and not _place(tokens, i, verb):
            return i
    return -1


def _place(tokens: Tokens, comma: int, verb: int) -> bool:
    """`In Paris, France, he …`: a comma inside the phrase; there is another before the verb."""
    if tokens[comma + 1].tag is not Tag.NAME or tokens[comma - 1].tag is not Tag.NAME:
        return False
    end = comma + 1
    while end < verb and tokens[end].tag is Tag.NAME:
        end += 1
    return end < verb and tokens[end].tag is Tag.COMMA and end + 1 < verb
