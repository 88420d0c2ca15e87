"""`NAME (born 3 May 1946) is …` · `NAME (1919–2005) was …`: when somebody lived."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.claims import lexicon as lx
from verify.claims.mentions import LINKS
from verify.claims.phrases import Proposition, render, strip_edges, word
from verify.claims.reading import Reading, proper
from verify.claims.regrouping import NAMES
from verify.claims.tokens import Tag, Token

DAY = r"(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?(?:1\d{3}|20\d\d)"
YEARS = re.compile(rf"({DAY}) ?[-–—] ?({DAY})")
YEAR = re.compile(r"1\d{3}|20\d\d")
BE = frozenset({"is", "was", "are", "were"})


def lifetimes(reading: Reading) -> list[Proposition]:
    """What stands in brackets right after the subject's name, as statements of their own."""
    tree = reading.tree
    subject = tree.subject(tree.root)
    if subject < 0 or not proper(tree, subject):
        return []
    opening = subject + 1
    while opening < tree.root and tree.tags[opening] in NAMES:
        opening += 1
    closing = _closing(reading, opening)
    if closing < 0:
        return []
    inside = tree.tokens[opening + 1 : closing]
    name = tree.tokens[_first(reading, subject) : opening]
    found = [Proposition((*name, *told), "participle") for told in _told(reading, inside)]
    if found:
        reading.gone |= set(range(opening, closing + 1))
    return found


def _first(reading: Reading, subject: int) -> int:
    """Where the subject's name begins."""
    tree, begin = reading.tree, subject
    while begin > 0 and (
        tree.tags[begin - 1] in NAMES
        or (begin > 1 and tree.tokens[begin - 1].lower in LINKS and tree.tags[begin - 2] in NAMES)
    ):
        begin -= 1  # `Ines Roca del Mar`
    return begin


def _closing(reading: Reading, opening: int) -> int:
    """The bracket that closes the one at `opening`, before the verb; −1 where there is none."""
    tokens = reading.tree.tokens
    if tokens[opening].text != "(":
        return -1
    ahead = range(opening + 1, reading.tree.root)
    return next((n for n in ahead if tokens[n].text == ")"), -1)


def _told(reading: Reading, inside: list[Token]) -> Iterator[list[Token]]:
    """`was born …`; of a range of years, `was born in …` and `died in …`."""
    if inside and inside[0].lower == "born":
        if (
            inside[1:2]
            and inside[1].text[:1].isupper()
            and inside[1].lower.rstrip(".") not in lx.MONTHS
        ):
            return  # `born Roe, 1968`: the place, or the name
        end = next((n for n, t in enumerate(inside) if t.text in (";", "–", "—")), len(inside))
        year = [word("in", Tag.PREP)] if YEAR.fullmatch(inside[1].text if end > 1 else "") else []
        yield [word("was", Tag.FIN), inside[0], *year, *strip_edges(inside[1:end])]
        return
    years = YEARS.fullmatch(render(inside)) if inside else None
    if years and reading.tree.tokens[reading.tree.root].lower in BE:
        yield [*_words("was born"), *_when(inside[0], years.group(1))]
        yield [*_words("died"), *_when(inside[-1], years.group(2))]


def _words(text: str) -> list[Token]:
    verb, *rest = text.split()
    return [word(verb, Tag.FIN), *(word(w) for w in rest)]


def _when(of: Token, date: str) -> list[Token]:
    """`in 1919`, `on 3 May 1919`; the words in the article are those of the range."""
    return [
        word("in" if date.isdigit() else "on", Tag.PREP),
        Token(date, of.start, of.end, Tag.NUM),
    ]
