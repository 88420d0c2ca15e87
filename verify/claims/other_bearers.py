"""Names that belong to a place, a band, a firm or an album where they stand, and to no person."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.groups import GROUP_NOUNS
from verify.claims.no_surnames import THING_NOUNS
from verify.claims.phrases import Tokens
from verify.claims.tokens import Tag
from verify.claims.verbs import base_of

SETTLEMENTS = frozenset(
    "village hamlet town city port county district parish borough suburb province island".split()
)
CALLED = frozenset("called named titled nicknamed".split())
MEANT_AS_NAMES = frozenset("name surname nickname alias née nee né".split())
WITHIN_PHRASE = (Tag.WORD, Tag.NAME, Tag.NUM, Tag.ADV)


def elsewhere(tokens: Tokens, start: int, end: int) -> bool:
    """`the village of Roe`, `the band Roe`, `Baron Roe of Leeds`, `R v Roe`: no bare surname."""
    place = tokens[end - 1].entity in ("GPE", "LOC", "FAC")
    spoken = start > 1 and base_of(tokens[start - 2].lower) in lx.SPEECH  # `said of Roe`
    placed = start > 0 and tokens[start - 1].lower in ("of", "in", "at", "near") and not spoken
    titled = end - start > 1 and tokens[start].lower in ("baron", "baroness", "lord", "viscount")
    named = end + 1 < len(tokens) and tokens[end].lower == "of" and tokens[end + 1].tag is Tag.NAME
    tried = start > 0 and tokens[start - 1].text.rstrip(".") in ("v", "vs")
    before = tokens[start - 1].lower if start else ""
    settled = before == "of" and start > 1 and tokens[start - 2].lower in SETTLEMENTS
    thing = before in THING_NOUNS | GROUP_NOUNS and start > 1 and tokens[start - 2].lower == "the"
    if thing or _kind_before(tokens, start, end) or _beside_thing(tokens, start, end):
        return True
    meant = before in MEANT_AS_NAMES or _called_so(tokens, start) or _house(tokens, start, end)
    return (place and placed) or settled or meant or (titled and named) or tried


def _called_so(tokens: Tokens, start: int) -> bool:
    """`a firm called Roe and Vane`; `The mayor called Roe` is another thing."""
    verb = tokens[start - 1] if start > 1 else None
    told = verb is not None and verb.tag is Tag.PART and verb.lower in CALLED
    return told and tokens[start - 2].tag in (Tag.WORD, Tag.COMMA)


def _house(tokens: Tokens, start: int, end: int) -> bool:
    """`Roe's, which opened in May`, `Roe's was full`: a shop; `a friend of Roe's` is his."""
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    owns = after is not None and tokens[end].lower in ("'s", "’s")
    alone = owns and after is not None and after.tag in (Tag.COMMA, Tag.FIN)
    bracketed = start > 2 and tokens[start - 1].text == ")"  # `Lord (Tom) Roe`
    return bracketed or (
        alone and end - start == 1 and not (start and tokens[start - 1].lower == "of")
    )


def _kind_before(tokens: Tokens, start: int, end: int) -> bool:
    """`the iconic rock band Roe`; not `the rock band Roe founded`."""
    does = end < len(tokens) and tokens[end].tag in (Tag.FIN, Tag.PART)
    if start < 2 or does or tokens[start - 1].lower not in THING_NOUNS | GROUP_NOUNS:
        return False
    first = _phrase_from(tokens, start - 1)
    return first > 0 and tokens[first - 1].tag is Tag.DET


def _beside_thing(tokens: Tokens, start: int, end: int) -> bool:
    """`Their first album, Roe, was …`; not `In the film, Roe, 50, plays …`."""
    closed = end < len(tokens) and tokens[end].tag in (Tag.COMMA, Tag.STOP)
    if not closed or start < 3 or tokens[start - 1].tag is not Tag.COMMA:
        return False
    if tokens[start - 2].lower not in THING_NOUNS:
        return False
    first = _phrase_from(tokens, start - 2)
    while first > 0 and (tokens[first - 1].tag is Tag.DET or _owner_mark(tokens[first - 1].lower)):
        first = _phrase_from(tokens, first - 1)
    return first == 0 or tokens[first - 1].tag not in (Tag.PREP, Tag.SUB)


def _owner_mark(word: str) -> bool:
    return word in ("'s", "’s", "'")


def _phrase_from(tokens: Tokens, at: int) -> int:
    """Where the words of a noun phrase that end here begin, without its article."""
    first = at
    while first > 0 and tokens[first - 1].tag in WITHIN_PHRASE:
        first -= 1
    return first
