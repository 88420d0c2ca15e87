"""Finer grain: nationalities, `such as` and `including`, and a date or a place at the end.

What a human annotator writes as two facts becomes two claims, where each part
can be wrong alone.
"""

from __future__ import annotations

from dataclasses import replace

from verify.claims import lexicon as lx
from verify.claims.phrases import Proposition, Tokens, article_for, main_verb, noun_phrase_start, word
from verify.claims.tokens import Tag, Token

NATIONAL = ("an", "ian", "ish", "ese", "ani", "eli", "aqi", "ench", "utch", "reek", "wiss", "hai", "eltic")
NOT_NATIONAL = frozenset({"republican", "christian", "presbyterian", "human", "german-born"})
TIMED = frozenset({"in", "on", "since", "until", "during", "by", "from", "at", "around"})


def finer(proposition: Proposition) -> list[Proposition]:
    """The proposition, or the finer ones that amount to it."""
    found = [proposition]
    for rule in (_nationality, _dated):
        found = [q for p in found for q in rule(p)]
    return found


def examples(p: Proposition) -> list[Proposition]:
    """`worked with big brands, including A` → `worked with big brands` · `worked with A`."""
    tokens = list(p.tokens)
    verb = main_verb(tokens)
    at = next((i for i, t in enumerate(tokens) if i > verb > 0 and _introduces(tokens, i)), -1)
    if at < 0:
        return [p]
    before = tokens[: at - 1] if tokens[at - 1].tag is Tag.COMMA or tokens[at].lower == "as" else tokens[:at]
    item = tokens[at + 1 :]
    start = _general_start(before, verb)
    if not item or start <= verb or start >= len(before):
        return [p]
    return [replace(p, tokens=tuple(before)), replace(p, tokens=(*before[:start], *item))]


def _introduces(tokens: Tokens, i: int) -> bool:
    return tokens[i].lower == "including" or (
        tokens[i].lower == "as" and i > 0 and tokens[i - 1].lower == "such"
    )


def _general_start(tokens: Tokens, verb: int) -> int:
    """Where the general term begins that the examples stand for: after the verb or its preposition."""
    i = verb + 1
    while i < len(tokens) and tokens[i].tag in (Tag.ADV, Tag.PART, Tag.BASE, Tag.FIN):
        i += 1
    if i < len(tokens) and tokens[i].tag is Tag.PREP:
        return i + 1
    if tokens[verb].lower not in lx.BE:
        return i
    last = noun_phrase_start(tokens, len(tokens))
    return last if last > i and tokens[last - 1].tag is Tag.PREP else len(tokens)


def _nationality(p: Proposition) -> list[Proposition]:
    """`is an American author of …` → `is American` · `is an author of …`."""
    tokens = list(p.tokens)
    verb = main_verb(tokens)
    if verb < 1 or tokens[verb].lower not in ("is", "was") or verb + 3 >= len(tokens):
        return [p]
    determiner, adjective, noun = tokens[verb + 1 : verb + 4]
    if determiner.lower not in ("a", "an") or not is_national(adjective) or noun.tag not in (Tag.WORD, Tag.ING):
        return [p]
    rest = tokens[verb + 3 :]
    again = Token(article_for(noun.text), determiner.start, determiner.end, Tag.DET)
    return [
        replace(p, tokens=tuple(tokens[: verb + 1] + [adjective])),
        replace(p, tokens=(*tokens[: verb + 1], again, *rest)),
    ]


def is_national(token: Token) -> bool:
    """`American`, `French`: a capitalised adjective of a nation."""
    return (
        token.tag is Tag.NAME and token.lower.endswith(NATIONAL) and token.lower not in NOT_NATIONAL
        and "-" not in token.text
    )


def _dated(p: Proposition) -> list[Proposition]:
    """`moved to A in 2013` → `moved to A` · `moved in 2013`, where A is a phrase of its own."""
    tokens = list(p.tokens)
    verb = main_verb(tokens)
    if verb < 0 or p.how in ("title", "apposition", "parenthesis"):
        return [p]
    cut = _date_phrase(tokens, verb)
    if cut <= verb + 1:
        return [p]
    first = next((i for i in range(verb + 1, cut) if tokens[i].tag is Tag.PREP), -1)
    if first < 0 or any(t.lower in lx.NEGATIONS or t.lower == "between" for t in tokens):
        return [p]
    where = tokens[:cut]
    while where and where[-1].tag is Tag.COMMA:
        where.pop()
    when = tokens[:first] + tokens[cut:]
    if first == verb + 1 and tokens[verb].lower in lx.FINITE_AUX:
        return [p]
    return [replace(p, tokens=tuple(where)), replace(p, tokens=tuple(when))]


def _date_phrase(tokens: Tokens, verb: int) -> int:
    """Where a date at the end begins (`in May 2013`, `on 5 June`); −1 where there is none."""
    i = len(tokens)
    while i > verb + 1 and _datelike(tokens[i - 1]):
        i -= 1
    dated = i < len(tokens) and any(t.tag is Tag.NUM or t.lower in lx.MONTHS for t in tokens[i:])
    return i - 1 if dated and tokens[i - 1].lower in TIMED else -1


def _datelike(token: Token) -> bool:
    year = token.tag is Tag.NUM and token.text[:1].isdigit() and len(token.text) <= 6
    return year or token.lower.rstrip(".") in lx.MONTHS or token.tag is Tag.COMMA or token.lower in (
        "the", "early", "late", "mid", "of",
    )  # fmt: skip
