"""Titles before several names, each of which bears it: `Senators A and B`, `actors A and B`."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.phrases import Tokens
from verify.claims.tokens import Tag, Token

# Before several names, each of which bears the title.
SHARED = {
    "senators": "Senator", "sens": "Senator", "representatives": "Representative",
    "reps": "Representative", "presidents": "President", "premiers": "Premier",
    "governors": "Governor", "govs": "Governor", "ambassadors": "Ambassador",
    "chancellors": "Chancellor", "congressmen": "Congressman", "congresswomen": "Congresswoman",
}  # fmt: skip


def of_each(token: Token) -> str:
    """The title of one, for that of several: `Senators`, `actors`; "" where it is none."""
    if (one := SHARED.get(token.lower.rstrip("."))) and token.text[:1].isupper():
        return one
    single = token.text[:-1] if token.lower.endswith("s") else ""
    first = token.start == 0 or single.islower()
    one = single.lower() if first else single
    return one if one.lower() in lx.ROLE_HEADS else ""


def borne_by_each(tokens: Tokens, start: int, names: list[tuple[int, int]]) -> bool:
    """`with actors A and B`; not `two actors A and B`, nor `for the leaders A and B` of what."""
    before = tokens[start - 1] if start else None
    counted = before is not None and before.tag not in (Tag.PREP, Tag.FIN, Tag.COMMA, Tag.PART)
    people = all(tokens[k].entity == "PERSON" for low, high in names for k in range(low, high))
    whole = all(high - low > 1 for low, high in names)
    return not counted and people and whole and tokens[start].tag is not Tag.DET
