"""Relative clauses: what they state of the noun phrase that they describe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from verify.claims import lexicon as lx
from verify.claims.phrases import (
    Proposition,
    Tokens,
    bare,
    be,
    is_plural,
    main_verb,
    noun_phrase_start,
    strip_edges,
    word,
)
from verify.claims.tagging import certain
from verify.claims.tokens import Tag, Token

Clause = Callable[[list[Token]], list[Proposition]]  # parses a clause that has a subject


def relatives(tokens: list[Token], clause: Clause) -> tuple[list[Token], list[Proposition]]:
    """Cut out relative clauses after a comma, and those that describe a predicate noun."""
    found: list[Proposition] = []
    i = 1
    while i < len(tokens) - 1:
        token = tokens[i]
        if token.tag is Tag.PART and _describes_predicate(tokens, i):
            who = bare(tokens[: main_verb(tokens)])
            passive = Proposition((*who, be(who, past=True), *tokens[i:]), "participle")
            return strip_edges(tokens[:i]), [*found, passive]
        if token.tag is Tag.REL and token.lower != "where" and i + 1 < len(tokens):
            cut = _relative(tokens, i, clause)
            if cut is not None:
                tokens, stated = cut
                found += stated
                continue
        i += 1
    return tokens, found


def _describes_predicate(tokens: Tokens, at: int) -> bool:
    """`is a singer born in A`: a participle after an indefinite noun that the subject is."""
    if at + 1 >= len(tokens) or tokens[at + 1].tag is not Tag.PREP:
        return False
    return tokens[at - 1].tag is Tag.WORD and _indefinite_predicate(tokens, main_verb(tokens), at)


def _indefinite_predicate(tokens: Tokens, verb: int, end: int) -> bool:
    """`X is a …` up to `end`, with nothing but the noun phrase between."""
    if verb < 1 or tokens[verb].lower not in lx.BE or verb + 2 >= end:
        return False
    subject = bare(tokens[:verb])
    plain = bool(subject) and subject[0].lower not in ("there", "this", "it")
    allowed = (Tag.DET, Tag.NAME, Tag.WORD, Tag.COMMA, Tag.CONJ, Tag.ADV, Tag.NUM, Tag.ING)
    lead = [t for t in tokens[verb + 1 : end] if t.tag is not Tag.ADV][:1]
    indefinite = bool(lead) and lead[0].lower in ("a", "an", "one")
    return indefinite and plain and all(t.tag in allowed for t in tokens[verb + 1 : end])


def _relative(
    tokens: list[Token], at: int, clause: Clause
) -> tuple[list[Token], list[Proposition]] | None:
    """One relative clause: the tokens without it and what it states; None where it must stay."""
    token = tokens[at]
    after_comma = tokens[at - 1].tag is Tag.COMMA
    before = at - 1 if after_comma else at
    if token.lower == "that" and after_comma:
        return None
    end = _relative_end(tokens, at, after_comma)
    inner = tokens[at + 1 : end]
    verb = main_verb(inner, opens=True)
    if verb < 0 or (
        token.lower not in ("whose", "where") and not all(t.tag is Tag.ADV for t in inner[:verb])
    ):
        return None
    antecedent = _antecedent(tokens, before, token, inner[verb], after_comma)
    if not antecedent:
        return None
    if token.lower == "whose":
        stated = clause([*antecedent, word("'s", Tag.STOP), *inner])
    else:
        stated = clause([*antecedent, *inner])
    kept = tokens[:before] + tokens[end + (1 if _closes(tokens, end, after_comma) else 0) :]
    return kept, [replace(p, how="relative") if p.how == "main" else p for p in stated]


def _closes(tokens: Tokens, end: int, after_comma: bool) -> bool:
    """Whether the comma at `end` belongs to the relative clause: `X, who …, did`."""
    if not after_comma or end >= len(tokens) or tokens[end].tag is not Tag.COMMA:
        return False
    return end + 1 < len(tokens) and tokens[end + 1].tag not in (Tag.CONJ, Tag.ING)


def _relative_end(tokens: Tokens, at: int, after_comma: bool) -> int:
    """Where a relative clause ends: at the comma after its verb, or before the main verb."""
    verb = main_verb(tokens, at + 1)
    if verb < 0:
        return len(tokens)
    for i in range(verb + 1, len(tokens)):
        if tokens[i].tag is Tag.COMMA and not _runs_on(tokens, i):
            return i
        if tokens[i].tag is Tag.STOP and tokens[i].text in ";:—–":
            return i
        main = main_verb(tokens[:at]) < 0 and tokens[i].tag is Tag.FIN and certain(tokens[i])
        if main and tokens[i - 1].tag not in (Tag.CONJ, Tag.REL, Tag.ADV, Tag.PRON):
            return i if not after_comma else len(tokens)
    return len(tokens)


def _runs_on(tokens: Tokens, comma: int) -> bool:
    """A comma inside the relative clause: before a year, in a place name, in a list."""
    following = tokens[comma + 1] if comma + 1 < len(tokens) else None
    if following is None:
        return False
    before = tokens[comma - 1]
    if following.lower in ("such", "including"):
        return True
    if following.tag is Tag.NAME and main_verb(tokens[:comma]) >= 0 > main_verb(tokens, comma + 1):
        upcoming = [t.tag for t in tokens[comma + 1 :]]
        if all(tag in (Tag.NAME, Tag.STOP) for tag in upcoming):
            return True
    if following.tag is Tag.NUM or following.tag is Tag.ING:
        return following.tag is Tag.NUM
    if following.tag is Tag.PREP and before.tag in (Tag.NUM, Tag.NAME):
        return True
    upcoming = [t.tag for t in tokens[comma + 1 : comma + 9]]
    listed = Tag.CONJ in upcoming and Tag.FIN not in upcoming[: upcoming.index(Tag.CONJ) + 2]
    return listed or (before.tag is Tag.NAME and following.tag is Tag.NAME)


def _antecedent(
    tokens: Tokens, before: int, relative: Token, verb: Token, after_comma: bool
) -> list[Token]:
    """The noun phrase that a relative clause describes; [] where it must stay in place."""
    start = noun_phrase_start(tokens, before, through_of=after_comma)
    phrase = list(tokens[start:before])
    if not phrase or all(t.tag is Tag.NUM or t.lower in lx.MONTHS for t in phrase):
        return []
    named = any(t.tag in (Tag.DET, Tag.NAME, Tag.QUOTE) for t in phrase)
    if not named and start and tokens[start - 1].lower in lx.BE:
        return []  # `is stronger, which …`: what is described is the whole clause
    placed = all(t.tag is Tag.NAME for t in phrase) and start > 1
    if (
        after_comma
        and placed
        and tokens[start - 1].lower in ("in", "at")
        and relative.lower == "which"
    ):
        whole = list(tokens[:before])
        return whole if main_verb(whole) < 0 and whole[0].tag is not Tag.PREP else phrase
    plural_verb = verb.lower in ("are", "were", "have")
    if after_comma:
        forms = lx.FORMS.get(verb.lower, frozenset())
        plural_verb = plural_verb or ("base" in forms and "past" not in forms)
        nearest = list(tokens[noun_phrase_start(tokens, before) : before])
        if plural_verb and not is_plural(phrase) and is_plural(nearest):
            return nearest
        singular = verb.lower in ("is", "was", "has") or "s" in lx.FORMS.get(
            verb.lower, frozenset()
        )
        clash = (plural_verb and not is_plural(phrase)) or (singular and is_plural(phrase))
        if clash:
            return list(phrase) if tokens[before - 1].tag is Tag.NAME else []
        return phrase
    copula = main_verb(tokens[:start])
    if copula > 0 and _indefinite_predicate(tokens, copula, before):
        return bare(tokens[:copula])
    return []
