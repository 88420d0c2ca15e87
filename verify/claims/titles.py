"""Titles before names: `Republican Senator A …`, `Senators A, B and C`, `Secretary of State A`.

Each becomes a statement of its own (`A is a Republican Senator`) and leaves the sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from verify.claims import lexicon as lx
from verify.claims.mentions import LINKS
from verify.claims.phrases import Proposition, Tokens, article_for, render, word
from verify.claims.title_bounds import (
    POSSESSIVE,
    ROLE,
    after_a_person,
    half_a_title,
    of_a_body,
    of_a_thing,
    of_an_owner,
    rank_in_brackets,
    sovereign,
    styled,
)
from verify.claims.titles_of_several import SHARED, borne_by_each, of_each
from verify.claims.tokens import Tag, Token

# One holder at a time: `is the US President`, not `is a US President`.
SINGLE = frozenset(
    "executive captain skipper president minister premier chancellor king queen pope emperor ceo"
    " chairman chairwoman chair"
    " governor mayor secretary speaker director commissioner head ambassador leader".split()
)
# Modifiers without a capital of their own: `Former minister` where a sentence begins.
SMALL = frozenset(
    "former current then acting interim senior junior deputy assistant associate executive managing"
    " veteran longtime top retired outgoing incoming newly elected opposition chief".split()
)


def titles(
    tokens: list[Token], belongs: Callable[[int, int], bool] = lambda before, head: False
) -> tuple[list[Token], list[Proposition]]:
    """`Republican Senator Marco Rubio said …` → `Marco Rubio said …` and the role.

    `belongs`: whether a parser hangs the word at the first index on the title at the second:
    `the regional governor NAME`.
    """
    found, drop = _shared_titles(tokens)
    for i, token in enumerate(tokens):
        held = _of_department(tokens, i)
        if i in drop or not (held >= 0 or _titles_a_name(token)) or _first_name(tokens, i):
            continue
        end = name_end(tokens, i + 1)
        if end > i + 1 and tokens[i + 1].text[:1].islower() and tokens[i + 1].lower not in LINKS:
            continue  # `the prime minister post`: nobody's name
        if end == i + 1 or (end < len(tokens) and is_role(tokens[end])):
            continue  # no name, or one that goes on with a title: `Chief Executive Officer`
        if rank_in_brackets(tokens, end):
            continue
        if i and tokens[i - 1].lower in ("as", "called", "named", "nicknamed"):
            continue
        if sovereign(tokens, i, end):
            found.append(replace(role_of(tokens[i + 1 : end], [token]), how=ROLE))
            continue
        if held >= 0 and token.entity == tokens[i + 1].entity == "ORG":
            continue  # `Manager of Health Care Services`: the name of a body goes on
        start = _title_start(tokens, held if held >= 0 else i)
        start = _belonging(tokens, start, i, belongs)
        start = of_a_body(tokens, start, i)
        start = of_an_owner(tokens, start)
        if token.lower.rstrip(".") in lx.HONORIFICS or _inside_organisation(tokens, start, i):
            continue
        if after_a_person(tokens, start, end) or styled(tokens, start, i):
            continue
        if of_a_thing(tokens, i, end):
            continue
        name = tokens[i + 1 : end]
        other = _another_title(tokens, start)
        if other >= 0 and tokens[other].tag is Tag.DET and token.text.islower():
            continue  # `the actor and director NAME`: one person or two
        if other < 0 and half_a_title(tokens, start, i):
            found.append(replace(role_of(name, [token]), how=ROLE))
            continue
        if other >= 0 and tokens[other].tag is not Tag.DET:
            found.append(role_of(name, tokens[other : start - 1]))
            drop.update(range(other, start))
        found.append(role_of(name, tokens[start : i + 1]))
        drop.update(range(start, i + 1))
    return [t for i, t in enumerate(tokens) if i not in drop], found


def _belonging(tokens: Tokens, start: int, head: int, belongs: Callable[[int, int], bool]) -> int:
    """Back over the words that the parser hangs on a title, with their article: `the canal
    engineer`, of which `the` alone would be left."""
    first = start
    while first > 0 and tokens[first].tag is not Tag.DET and belongs(first - 1, head):
        first -= 1
    led = 0 < first < start and tokens[first].tag is not Tag.DET
    return first - (led and tokens[first - 1].lower in ("the", "a", "an"))


def _of_department(tokens: Tokens, i: int) -> int:
    """Where the office begins that ends here: `Secretary of State`, `Minister of Defence`; −1."""
    if i < 2 or tokens[i - 1].lower != "of" or not is_role(tokens[i - 2]):
        return -1
    capital = tokens[i].text[:1].isupper() and tokens[i - 2].text[:1].isupper()
    return i - 2 if capital and tokens[i].lower in lx.DEPARTMENTS else -1


def _another_title(tokens: Tokens, start: int) -> int:
    """Where the first of two titles begins: `chairman and co-founder NAME`; −1."""
    joined = start > 1 and tokens[start - 1].lower in ("and", "&")
    if not joined or not is_role(tokens[start - 2]):
        return -1
    first = _title_start(tokens, start - 2)
    before = tokens[first - 1] if first else None
    return -1 if before is not None and before.tag in (Tag.WORD, Tag.NAME) else first


def _shared_titles(tokens: list[Token]) -> tuple[list[Proposition], set[int]]:
    """`Senators A, B and C`: each is a senator. What stands before the title is each one's, too."""
    found: list[Proposition] = []
    drop: set[int] = set()
    for i, token in enumerate(tokens):
        one = of_each(token)
        names = _names_listed(tokens, i + 1) if one else []
        if len(names) < 2:
            continue
        start = _title_start(tokens, i)
        several = token.lower.rstrip(".") not in SHARED
        if several and not borne_by_each(tokens, start, names):
            continue
        title = [*tokens[start:i], Token(one, token.start, token.end, Tag.NAME)]
        found += [role_of(tokens[low:high], title, several=several) for low, high in names]
        drop.update(range(start, i + 1))
    return found, drop


def _names_listed(tokens: Tokens, begin: int) -> list[tuple[int, int]]:
    """Spans of `A, B and C` from `begin` on."""
    names: list[tuple[int, int]] = []
    while (end := name_end(tokens, begin)) > begin:
        names.append((begin, end))
        begin = end
        if begin < len(tokens) and tokens[begin].tag is Tag.COMMA:
            begin += 1
        if begin < len(tokens) and tokens[begin].lower in ("and", "&"):
            begin += 1
        elif tokens[begin - 1].tag is not Tag.COMMA:
            break
    return names


# Written small these are more often adjectives or common nouns: `a major NLP conference`.
AMBIGUOUS = frozenset(
    "major general official chief head model host judge partner principal deputy champion".split()
)


def is_role(token: Token) -> bool:
    """Whether a word is the head of a title; so is one with a hyphen (`Secretary-General`)."""
    parts = token.lower.rstrip(".").split("-")
    told = parts[0] if parts[-1] in ("general", "elect") else parts[-1]  # `president-elect`
    return told in lx.ROLE_HEADS or parts[-1] in lx.ROLE_HEADS


# First names that are offices as well: `the investor Dean Colby`.
_ALSO_NAMES = frozenset("dean earl duke major bishop king judge marshal".split())


# More often a name than an office where one surname follows: a dean is `the dean, Ann Colby`.
RATHER_NAMES = frozenset("dean earl marshall".split())


def _first_name(tokens: Tokens, i: int) -> bool:
    before = tokens[i - 1] if i else None
    if not tokens[i].text[:1].isupper():
        return False
    if rather_a_name(tokens, i) and (before is None or before.tag is not Tag.DET):
        return True
    after_noun = before is not None and before.tag is Tag.WORD and before.text.islower()
    return after_noun and tokens[i].lower in _ALSO_NAMES


def rather_a_name(tokens: Tokens, i: int) -> bool:
    """`Dean Colby`: a first name and a surname; `Dean Ann Colby` is a dean."""
    after = [t.tag is Tag.NAME for t in tokens[i + 1 : i + 3]]
    return tokens[i].lower in RATHER_NAMES and after[:1] == [True] and after[1:] != [True]


def _titles_a_name(token: Token) -> bool:
    return is_role(token) and not (token.text[:1].islower() and token.lower in AMBIGUOUS)


def name_end(tokens: Tokens, begin: int) -> int:
    """Where the person's name that starts here ends; `begin` where none starts."""
    end = begin
    while end < len(tokens) and tokens[end].tag is Tag.NAME and not is_role(tokens[end]):
        if tokens[end].lower in lx.WEEKDAYS | lx.MONTHS:
            break
        end += 1
    after = tokens[end] if end < len(tokens) else None
    # `President Barack Obama's plan` names a person; `Governor State University` does not.
    if end - begin > 4 or (after is not None and after.lower in ("of",) and end - begin < 2):
        return begin
    plain = [t for t in tokens[begin:end] if t.text not in POSTNOMINALS]
    acronym = any(t.text.isupper() and len(t.text) > 1 and "." not in t.text for t in plain)
    if acronym and not all(t.text.isupper() for t in plain if len(t.text) > 1):
        return begin
    if acronym and end - begin == 1:
        return begin
    organisation = any(t.lower in _ORGANISATION for t in tokens[begin:end])
    return begin if organisation else end


POSTNOMINALS = frozenset("KC QC SC MP MSP MEP OBE MBE CBE KBE FRS VC II III IV".split())
_ORGANISATION = frozenset(
    "division league conference university college school committee council department ministry"
    " office house party club church court society association institute foundation company"
    " corporation inc. ltd. group bank hotel award awards prize cup general street road"
    " avenue airport hospital museum".split()
)


def _title_start(tokens: Tokens, head: int) -> int:
    """Back over `former`, `US`, `Republican`, `Prime`, a country, `the`."""
    i = head
    while i > 0:
        before = tokens[i - 1]
        modifier = before.lower in lx.ROLE_MODIFIERS or is_role(before)
        if before.tag is Tag.DET and before.lower in ("the", "a", "an"):
            return i - 1
        if not (modifier or before.tag is Tag.NAME) or before.tag in (Tag.COMMA, Tag.CONJ):
            break
        i -= 1
    return i


def _inside_organisation(tokens: Tokens, start: int, head: int) -> bool:
    """`the General Assembly`, `King County`: the head is part of a proper name."""
    following = tokens[head + 1].lower if head + 1 < len(tokens) else ""
    return following in _ORGANISATION | frozenset({"county", "assembly", "island", "charles'"})


def role_of(name: Tokens, title: Tokens, *, several: bool = False) -> Proposition:
    """`NAME is a TITLE`, with the article that the title asks for; of several who bear it, `a`."""
    if title[0].lower in POSSESSIVE or any(t.lower in ("'s", "'") for t in title):
        return Proposition((*name, word("is", Tag.FIN), *_opened(title)), "title")
    # the letter of `Serie A club` is no article
    own = [t for k, t in enumerate(title)
           if t.lower not in ("the", "a", "an") or (k and t.text == "A")]  # fmt: skip
    if (was := _then(own)) and len(name):
        told = role_of(name, was).tokens
        verb = [word("was", Tag.FIN), word("then", Tag.ADV)]
        return Proposition((*told[: len(name)], *verb, *told[len(name) + 1 :]), "title")
    spelt = [spelt_out(t) for t in own]
    of = next((k for k, t in enumerate(spelt) if k and t.lower == "of"), len(spelt))
    of = len(spelt) if spelt[of - 1].lower in lx.BODIES else of
    head = spelt[of - 1].lower.rstrip(".")
    former = any(t.lower in ("former", "ex", "late", "then") for t in own)
    if len(own) > 1 and spelt[-1].text.islower() and spelt[0].lower in SMALL:
        spelt[0] = Token(spelt[0].text.lower(), spelt[0].start, spelt[0].end, spelt[0].tag)
    chief = head == "officer" and any(t.lower == "chief" for t in own)
    single = chief or bool(SINGLE.intersection(head.split("-")))
    if single and not former and not several:
        lead = "the " if len(own) > 1 else ""
    else:
        lead = article_for(render(spelt)) + " "
    verb = [word("is", Tag.FIN), *([word(lead.strip(), Tag.DET)] if lead else [])]
    return Proposition((*name, *verb, *spelt), "title")


def _then(title: Tokens) -> list[Token]:
    """The rest of `then President`, `Then-CEO`; [] where no such word stands first."""
    first = title[0] if title else None
    if first is None or first.lower == "then":
        return list(title[1:])
    if not first.lower.startswith("then-"):
        return []
    rest = Token(first.text[5:], first.start + 5, first.end, first.tag)
    return [rest, *title[1:]]


def _opened(title: Tokens) -> list[Token]:
    """`the firm's chairman`, which began a sentence, inside another."""
    first = title[0]
    small = first.tag is Tag.DET and not first.means
    lowered = Token(first.lower, first.start, first.end, first.tag) if small else first
    return [lowered, *title[1:]]


def spelt_out(token: Token) -> Token:
    short = token.text.endswith(".") or token.text in ("Cllr", "Sen", "Rep", "Gen", "Gov", "Prof")
    full = lx.TITLES.get(token.lower.rstrip(".")) if short else None
    return Token(full, token.start, token.end, token.tag) if full else token
