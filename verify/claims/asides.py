"""What a sentence says by the way: titles, appositions, relative clauses, parentheses.

Each aside becomes a proposition of its own and leaves the sentence, so that what
remains is a plain clause.
"""

from __future__ import annotations

import re

from verify.claims import lexicon as lx
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
from verify.claims.tokens import Tag, Token

# One holder at a time: `is the US President`, not `is a US President`.
SINGLE = frozenset(
    "executive captain skipper president minister premier chancellor king queen pope emperor ceo"
    " chairman chairwoman chair"
    " governor mayor secretary speaker director commissioner head ambassador leader".split()
)
COLLECTIVE = frozenset(
    "secretaries presidents ministers senators leaders officials ambassadors governors".split()
)
YEARS = re.compile(r"\(?\s*(?:born|b\.)\s+(?P<date>[^)]+?)\s*\)?$")
LIFE = re.compile(r"\(\s*(?P<born>[^()–—-]*\d{4})\s*[–—-]\s*(?P<died>[^()–—-]*\d{4})\s*\)")


# Before several names, each of which bears the title.
SHARED = {
    "senators": "Senator", "sens": "Senator", "representatives": "Representative",
    "reps": "Representative", "presidents": "President", "premiers": "Premier",
    "governors": "Governor", "govs": "Governor", "ambassadors": "Ambassador",
    "chancellors": "Chancellor", "congressmen": "Congressman", "congresswomen": "Congresswoman",
}  # fmt: skip


def titles(tokens: list[Token]) -> tuple[list[Token], list[Proposition]]:
    """`Republican Senator Marco Rubio said …` → `Marco Rubio said …` and the role."""
    found, drop = _shared_titles(tokens)
    for i, token in enumerate(tokens):
        name_end = _name_end(tokens, i + 1)
        held = _of_department(tokens, i)
        if not ((held >= 0 or _titles_a_name(token)) and name_end > i + 1) or i in drop:
            continue
        if i and tokens[i - 1].lower in ("as", "called", "named", "nicknamed"):
            continue
        start = _title_start(tokens, held if held >= 0 else i)
        if token.lower.rstrip(".") in lx.HONORIFICS or _inside_organisation(tokens, start, i):
            continue
        name = tokens[i + 1 : name_end]
        found.append(role_of(name, tokens[start : i + 1]))
        drop.update(range(start, i + 1))
    return [t for i, t in enumerate(tokens) if i not in drop], found


def _of_department(tokens: Tokens, i: int) -> int:
    """Where the office begins that ends here: `Secretary of State`, `Minister of Defence`; −1."""
    if i < 2 or tokens[i - 1].lower != "of" or not _is_role(tokens[i - 2]):
        return -1
    capital = tokens[i].text[:1].isupper() and tokens[i - 2].text[:1].isupper()
    return i - 2 if capital and tokens[i].lower in lx.DEPARTMENTS else -1


def _shared_titles(tokens: list[Token]) -> tuple[list[Proposition], set[int]]:
    """`Senators A, B and C`: each is a senator. What stands before the title is each one's, too."""
    found: list[Proposition] = []
    drop: set[int] = set()
    for i, token in enumerate(tokens):
        one = SHARED.get(token.lower.rstrip("."), "") if token.text[:1].isupper() else ""
        names = _names_listed(tokens, i + 1) if one else []
        if len(names) < 2:
            continue
        start = _title_start(tokens, i)
        title = [*tokens[start:i], Token(one, token.start, token.end, Tag.NAME)]
        found += [role_of(tokens[low:high], title) for low, high in names]
        drop.update(range(start, i + 1))
    return found, drop


def _names_listed(tokens: Tokens, begin: int) -> list[tuple[int, int]]:
    """Spans of `A, B and C` from `begin` on."""
    names: list[tuple[int, int]] = []
    while (end := _name_end(tokens, begin)) > begin:
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


def _is_role(token: Token) -> bool:
    return token.lower.rstrip(".") in lx.ROLE_HEADS


def _titles_a_name(token: Token) -> bool:
    return _is_role(token) and not (token.text[:1].islower() and token.lower in AMBIGUOUS)


def _name_end(tokens: Tokens, begin: int) -> int:
    """Where the person's name that starts here ends; `begin` where none starts."""
    end = begin
    while end < len(tokens) and tokens[end].tag is Tag.NAME and not _is_role(tokens[end]):
        if tokens[end].lower in lx.WEEKDAYS | lx.MONTHS:
            break
        end += 1
    after = tokens[end] if end < len(tokens) else None
    # `President Barack Obama's plan` names a person; `Governor State University` does not.
    if end - begin > 4 or (after is not None and after.lower in ("of",) and end - begin < 2):
        return begin
    acronym = any(
        t.text.isupper() and len(t.text) > 1 and "." not in t.text for t in tokens[begin:end]
    )
    if acronym and not all(t.text.isupper() for t in tokens[begin:end] if len(t.text) > 1):
        return begin
    if acronym and end - begin == 1:
        return begin
    organisation = any(t.lower in _ORGANISATION for t in tokens[begin:end])
    return begin if organisation else end


_ORGANISATION = frozenset(
    "university college school committee council department ministry office house party club church"
    " court society association institute foundation company corporation inc. ltd. group bank hotel"
    " award awards prize cup league general street road avenue airport hospital museum".split()
)


def _title_start(tokens: Tokens, head: int) -> int:
    """Back over `former`, `US`, `Republican`, `Prime`, a country, `the`."""
    i = head
    while i > 0:
        before = tokens[i - 1]
        modifier = before.lower in lx.ROLE_MODIFIERS or _is_role(before)
        proper = before.tag is Tag.NAME and not (
            i > 1 and tokens[i - 2].tag in (Tag.PREP,) and False
        )
        if before.tag is Tag.DET and before.lower in ("the", "a", "an"):
            return i - 1
        if not (modifier or proper) or before.tag in (Tag.COMMA, Tag.CONJ):
            break
        i -= 1
    return i


def _inside_organisation(tokens: Tokens, start: int, head: int) -> bool:
    """`the General Assembly`, `King County`: the head is part of a proper name."""
    following = tokens[head + 1].lower if head + 1 < len(tokens) else ""
    return following in _ORGANISATION | frozenset({"county", "assembly", "island", "charles'"})


def role_of(name: Tokens, title: Tokens) -> Proposition:
    """`NAME is a TITLE`, with the article that the title asks for."""
    own = [t for t in title if t.lower not in ("the", "a", "an")]
    spelt = [_spelt(t) for t in own]
    of = next((k for k, t in enumerate(spelt) if k and t.lower == "of"), len(spelt))
    head = spelt[of - 1].lower.rstrip(".")
    former = any(t.lower in ("former", "ex", "late", "then") for t in own)
    if len(own) > 1 and spelt[-1].text.islower() and spelt[0].lower in lx.ROLE_MODIFIERS:
        spelt[0] = Token(spelt[0].text.lower(), spelt[0].start, spelt[0].end, spelt[0].tag)
    if head in SINGLE and not former:
        lead = "the " if len(own) > 1 else ""
    else:
        lead = article_for(render(spelt)) + " "
    verb = [word("is", Tag.FIN), *([word(lead.strip(), Tag.DET)] if lead else [])]
    return Proposition((*name, *verb, *spelt), "title")


def _spelt(token: Token) -> Token:
    short = token.text.endswith(".") or token.text in ("Cllr", "Sen", "Rep", "Gen", "Gov", "Prof")
    full = lx.TITLES.get(token.lower.rstrip(".")) if short else None
    return Token(full, token.start, token.end, token.tag) if full else token


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
    end = _name_end(tokens, comma + 1)
    if end == comma + 1 or (end < len(tokens) and tokens[end].tag not in (Tag.COMMA, Tag.STOP)):
        return None
    start = _description_start(tokens, comma)
    description = tokens[start:comma]
    if not description or description[0].lower not in ("the", "its", "his", "her", "their"):
        return None
    head = next((k for k, t in enumerate(description) if _is_role(t)), -1)
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
        if earlier == i - 1 or any(_is_role(t) for t in tokens[i:end]):
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
    role = any(_is_role(t) for t in description[:6]) and not is_plural(description)
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
    spelt = [_spelt(t) for t in description]
    lead = [] if spelt[0].tag is Tag.DET or spelt[0].lower in ("one",) else _lead(spelt)
    return Proposition((*name, word("is", Tag.FIN), *lead, *spelt), "apposition")


def _lead(description: Tokens) -> list[Token]:
    heads = [t.lower for t in description if _is_role(t)]
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
