"""What a sentence says by the way: appositions and parentheses.

Each aside becomes a proposition of its own and leaves the sentence, so that what
remains is a plain clause.
"""

from __future__ import annotations

import re

from verify.claims.phrases import (
    NOUN_PHRASE,
    Proposition,
    Tokens,
    article_for,
    is_plural,
    main_verb,
    noun_phrase_start,
    render,
    word,
)
from verify.claims.titles import SINGLE, is_role, name_end, spelt_out
from verify.claims.tokens import Tag, Token

COLLECTIVE = frozenset(
    "secretaries presidents ministers senators leaders officials ambassadors governors".split()
)
YEARS = re.compile(r"\(?\s*(?:born|b\.)\s+(?P<date>[^)]+?)\s*\)?$")
LIFE = re.compile(r"\(\s*(?P<born>[^()–—-]*\d{4})\s*[–—-]\s*(?P<died>[^()–—-]*\d{4})\s*\)")


def appositions(tokens: list[Token]) -> tuple[list[Token], list[Proposition]]:
    """`the ambassador, NAME, …` and `NAME, the ambassador, …` → `NAME is the ambassador`."""
    found: list[Proposition] = []
    i = 1
    while i < len(tokens) - 1:
        if tokens[i].tag is Tag.COMMA:
            cut = _role_then_name(tokens, i) or _name_then_description(tokens, i)
            if cut:
                name, description, kept = cut
                found.append(_equation(name, description))
                tokens = kept
                continue
        i += 1
    return tokens, found


Cut = tuple[list[Token], list[Token], list[Token]]


def _role_then_name(tokens: list[Token], comma: int) -> Cut | None:
    end = name_end(tokens, comma + 1)
    if end == comma + 1 or (end < len(tokens) and tokens[end].tag not in (Tag.COMMA, Tag.STOP)):
        return None
    start = _description_start(tokens, comma)
    description = tokens[start:comma]
    if not description or description[0].lower not in ("the", "its", "his", "her", "their"):
        return None
    head = next((k for k, t in enumerate(description) if is_role(t)), -1)
    if head < 0 or is_plural(description[: head + 1]):
        return None
    after = end + 1 if end < len(tokens) and tokens[end].tag is Tag.COMMA else end
    return (
        tokens[comma + 1 : end],
        description,
        tokens[:start] + tokens[comma + 1 : end] + tokens[after:],
    )


def _description_start(tokens: Tokens, end: int) -> int:
    """Back over `the Pakistani ambassador to the US`: noun phrases joined by prepositions."""
    i = noun_phrase_start(tokens, end)
    while i > 1 and tokens[i - 1].lower in ("of", "to", "for", "at", "in"):
        earlier = noun_phrase_start(tokens, i - 1)
        if earlier == i - 1 or any(is_role(t) for t in tokens[i:end]):
            break
        i = earlier
    return i


def _name_then_description(tokens: list[Token], comma: int) -> Cut | None:
    start = noun_phrase_start(tokens, comma)
    if start > 1 and tokens[start - 1].lower == "and" and tokens[start - 2].tag is Tag.NAME:
        start = noun_phrase_start(tokens, start - 1)  # `the Arts and Culture Centre`
    name = tokens[start:comma]
    if not name or not all(
        t.tag in (Tag.NAME, Tag.PAREN) or t.lower in ("the", "of", "and", "for") for t in name
    ):
        return None
    end = _segment_end(tokens, comma + 1)
    last = main_verb(tokens[:comma]) >= 0 and main_verb(tokens, comma + 1) < 0
    follows = tokens[end + 1].tag if end + 1 < len(tokens) else Tag.STOP
    if (
        last
        and tokens[comma + 1].lower in ("a", "an", "the")
        and follows not in (Tag.CONJ, Tag.DET)
    ):
        end = len(tokens)  # at the end of a sentence it may hold a list of its own
    description = tokens[comma + 1 : end]
    if not description or end - comma > 40 or _stated(description):
        return None
    # A list (`A, the B, and C`) is no apposition, unless what follows is a singular role.
    closing = tokens[end] if end < len(tokens) else None
    conjoined = closing is not None and end + 1 < len(tokens) and tokens[end + 1].tag is Tag.CONJ
    role = any(is_role(t) for t in description[:6]) and not is_plural(description)
    opens = description[0].text in ("the", "a", "an", "one", "its", "his", "her", "their") or (
        role and description[0].tag is not Tag.NAME and description[0].tag in NOUN_PHRASE
    )
    bare = any(t.tag in (Tag.CONJ,) for t in description[:1])
    named = (
        len(description) > 1 and description[0].lower == "the" and description[1].tag is Tag.NAME
    )
    if named and not role and any(t.tag is Tag.COMMA for t in tokens[end:]):
        return None  # `a member of A, the B, the C, and the D`
    if not opens or bare or (conjoined and not role) or description[0].tag is Tag.PREP:
        return None
    if start > 0 and tokens[start - 1].tag in (Tag.COMMA, Tag.CONJ) and not role:
        return None
    after = end + 1 if closing is not None and closing.tag is Tag.COMMA else end
    return name, description, tokens[:comma] + tokens[after:]


def _stated(description: Tokens) -> bool:
    """Whether a run has a finite verb of its own: then it is a clause, no description."""
    verb = main_verb(description)
    participle = verb > 0 and description[verb].tag is Tag.PART and verb + 1 < len(description)
    return verb >= 0 and not (participle and description[verb + 1].tag is Tag.PREP)


def _segment_end(tokens: Tokens, begin: int) -> int:
    """The comma or stop that closes a segment; commas inside dates and places do not."""
    i = begin
    while i < len(tokens) and tokens[i].tag not in (Tag.COMMA, Tag.STOP):
        i += 1
    return i


def _equation(name: Tokens, description: Tokens) -> Proposition:
    spelt = [spelt_out(t) for t in description]
    lead = [] if spelt[0].tag is Tag.DET or spelt[0].lower in ("one",) else _lead(spelt)
    return Proposition((*name, word("is", Tag.FIN), *lead, *spelt), "apposition")


def _lead(description: Tokens) -> list[Token]:
    heads = [t.lower for t in description if is_role(t)]
    if heads and heads[0] in SINGLE:
        return []
    return [word(article_for(render(description)), Tag.DET)]


def parentheses(tokens: list[Token]) -> tuple[list[Token], list[Proposition]]:
    """Dates of birth and death in brackets become propositions; other brackets stay."""
    kept: list[Token] = []
    found: list[Proposition] = []
    for token in tokens:
        born = YEARS.match(token.text) if token.tag is Tag.PAREN else None
        life = LIFE.match(token.text) if token.tag is Tag.PAREN else None
        start = noun_phrase_start(kept, len(kept))
        subject = kept[start:]
        if subject and born:
            found.append(_dated(subject, token, "was born on", born.group("date")))
        elif subject and life and start == 0:
            found.append(_dated(subject, token, "was born on", life.group("born").strip()))
            found.append(_dated(subject, token, "died on", life.group("died").strip()))
        else:
            kept.append(token)
    return kept, found


def _dated(subject: Tokens, paren: Token, verb: str, date: str) -> Proposition:
    when = date.strip(" ,;")
    verb = verb if re.search(r"[a-z]+\s+\d{1,2}|\d{1,2}\s+[a-z]+", when, re.I) else verb[:-2] + "in"
    first = Token(f"{verb} {when}", paren.start, paren.end, Tag.FIN)
    return Proposition((*subject, first), "parenthesis")
