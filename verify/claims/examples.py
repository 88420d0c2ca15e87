"""Finer grain: nationalities, `such as` and `including`, and a date or a place at the end.

What a human annotator writes as two facts becomes two claims, where each part
can be wrong alone.
"""

from __future__ import annotations

from dataclasses import replace

from verify.claims import lexicon as lx
from verify.claims.phrases import (
    Proposition,
    Tokens,
    article_for,
    main_verb,
    noun_phrase_start,
)
from verify.claims.tokens import Tag, Token

NATIONAL = (
    "an",
    "ian",
    "ish",
    "ese",
    "ani",
    "eli",
    "aqi",
    "ench",
    "utch",
    "reek",
    "wiss",
    "hai",
    "eltic",
)
NOT_NATIONAL = frozenset({"republican", "christian", "presbyterian", "human", "german-born"})
TIMED = frozenset({"in", "on", "since", "until", "during", "by", "from", "at", "around"})


def finer(proposition: Proposition) -> list[Proposition]:
    """The proposition, or the finer ones that amount to it."""
    found = [proposition]
    for rule in (_nationality, _core, _dated):
        found = [q for p in found for q in rule(p)]
    return found


def examples(p: Proposition) -> list[Proposition]:
    """`worked with big brands, including A` → `worked with big brands` · `worked with A`."""
    tokens = list(p.tokens)
    verb = main_verb(tokens)
    at = next((i for i, t in enumerate(tokens) if i > verb > 0 and _introduces(tokens, i)), -1)
    if at < 0:
        return [p]
    before = (
        tokens[: at - 1]
        if tokens[at - 1].tag is Tag.COMMA or tokens[at].lower == "as"
        else tokens[:at]
    )
    item = tokens[at + 1 :]
    if item and item[0].lower == "to":
        return [p]
    nearest = tokens[at].lower == "as" or tokens[at - 1].tag is not Tag.COMMA
    start = _general_start(before, verb, nearest=nearest)
    if not item or start <= verb or start >= len(before):
        return [p]
    return [replace(p, tokens=tuple(before)), replace(p, tokens=(*before[:start], *item))]


def _introduces(tokens: Tokens, i: int) -> bool:
    return tokens[i].lower == "including" or (
        tokens[i].lower == "as" and i > 0 and tokens[i - 1].lower == "such"
    )


def _general_start(tokens: Tokens, verb: int, *, nearest: bool) -> int:
    """Where the general term begins that the examples stand for.

    `such as` explains the noun phrase before it; `, including` explains the whole object.
    """
    last = noun_phrase_start(tokens, len(tokens))
    group = tokens[verb : _after_verb(tokens, verb)]
    if nearest or (group and group[-1].lower in lx.BE):
        after = tokens[last - 1] if last else None
        placed = after is not None and (
            after.tag is Tag.PREP or (nearest and last == _after_verb(tokens, verb))
        )
        return last if placed else len(tokens)
    i = _after_verb(tokens, verb)
    return i + 1 if i < len(tokens) and tokens[i].tag is Tag.PREP else i


def _after_verb(tokens: Tokens, verb: int) -> int:
    """The token after the verb group: `has since starred` ends with `starred`."""
    end = verb
    if tokens[verb].lower in lx.FINITE_AUX | lx.MODALS:
        for i in range(verb + 1, min(len(tokens), verb + 5)):
            if tokens[i].tag in (Tag.PART, Tag.BASE, Tag.ING):
                end = i
            elif tokens[i].tag is not Tag.ADV and tokens[i].lower not in ("since", "not"):
                break
    while end + 1 < len(tokens) and tokens[end + 1].tag is Tag.ADV:
        end += 1
    following = [t.lower for t in tokens[end + 1 : end + 3]]
    if following == ["on", "to"] and end + 3 < len(tokens):
        end += 3  # `went on to win`
    return end + 1


def _nationality(p: Proposition) -> list[Proposition]:
    """`is an American author of …` → `is American` · `is an author of …`."""
    tokens = list(p.tokens)
    verb = main_verb(tokens)
    if verb < 1 or tokens[verb].lower not in ("is", "was") or verb + 3 >= len(tokens):
        return [p]
    determiner, adjective, noun = tokens[verb + 1 : verb + 4]
    if (
        determiner.lower not in ("a", "an")
        or not is_national(adjective)
        or noun.tag not in (Tag.WORD, Tag.ING)
    ):
        return [p]
    rest = tokens[verb + 3 :]
    again = Token(article_for(noun.text), determiner.start, determiner.end, Tag.DET)
    return [
        replace(p, tokens=(*tokens[: verb + 1], adjective)),
        replace(p, tokens=(*tokens[: verb + 1], again, *rest)),
    ]


def is_national(token: Token) -> bool:
    """`American`, `French`: a capitalised adjective of a nation."""
    return (
        token.tag is Tag.NAME
        and token.lower.endswith(NATIONAL)
        and token.lower not in NOT_NATIONAL
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
    if any(t.tag in (Tag.REL, Tag.SUB, Tag.FIN) for t in tokens[first:cut]):
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
    small = token.lower in ("the", "early", "late", "mid", "of")
    return year or small or token.lower.rstrip(".") in lx.MONTHS or token.tag is Tag.COMMA


# Under these a shorter sentence does not follow from the longer one.
LIMITS = lx.NEGATIONS | frozenset(
    "only first last most least more less fewer than as few little if unless until when whether"
    " would"
    " could might may should hardly rarely barely almost nearly second third sole every"
    " each all".split()
)
OPENS_TAIL = frozenset(
    "to for with following after before during through throughout as on at against by".split()
)
LEAST_TAIL = 3


def _core(p: Proposition) -> list[Proposition]:
    """A long predicate also without its last modifiers: `won an Emmy for …` → `won an Emmy`.

    Dropping a modifier leaves a true sentence true only where nothing before it
    limits it, so not under `no`, `only`, `the first`, `if` …
    """
    tokens = list(p.tokens)
    verb = main_verb(tokens)
    if (
        verb < 0
        or p.how in ("title", "parenthesis")
        or any(t.lower in LIMITS for t in tokens[verb:])
    ):
        return [p]
    begin = _after_verb(tokens, verb)
    if _date_phrase(tokens, verb) > 0 and len(tokens) - begin < 10:
        return [p]
    cut = next((i for i in range(begin + 2, len(tokens) - LEAST_TAIL) if _tail(tokens, i)), -1)
    if cut < 0:
        return [p]
    core = tokens[:cut]
    while core and core[-1].tag in (Tag.COMMA, Tag.ADV):
        core.pop()
    return [replace(p, tokens=tuple(core)), p] if len(core) > begin else [p]


def _tail(tokens: Tokens, i: int) -> bool:
    """Whether a modifier begins here, after a noun."""
    before, token = tokens[i - 1], tokens[i]
    if before.tag not in (Tag.WORD, Tag.NAME, Tag.QUOTE, Tag.COMMA, Tag.PAREN, Tag.NUM):
        return False
    if token.tag is Tag.PREP:
        return token.lower in OPENS_TAIL
    return token.tag is Tag.REL or (
        token.tag is Tag.PART and i + 1 < len(tokens) and tokens[i + 1].tag is Tag.PREP
    )
