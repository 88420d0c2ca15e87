"""A claim → several short queries, as a researcher would type them.

One long query asks for a page that contains everything and finds none; a few short
ones (the names, the names with the office, the names with the figure, the key
terms) each find a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from verify.types import Article, Claim, Kind

MAX_WORDS = 8  # of one query; search engines with an AND default find little beyond
QUOTED = 7  # words of a quotation that are searched for as printed
BEFORE = timedelta(days=60)  # a report rests on what was published shortly before it …
AFTER = timedelta(days=30)  # … and is corrected shortly after

_STOP_WORDS = """
a about above after again against all also although am among an and any are as at be because
been before being below between both but by can could did do does doing down during each
either else ever every few for from further had has have having he her here hers him his how
however i if in into is it its itself just last least less like made make makes many may me
might more most much must my near nearly next no nor not now of off often on once one only
onto or other our out over own per quite rather really s same said say saying says she should
since so some still such t than that the their them then there these they this those though
through thus to today together told too toward towards under until up upon us very via was
we well were what when where whether which while who whom whose why will with within without
would yet yesterday you your added according stated amid reportedly currently recently
confirmed confirms described adding noted claims claimed analysts experts officials sources critics
observers
"""
_STOP = frozenset(_STOP_WORDS.split())
_WORD = re.compile(r"[^\W\d_][\w'’-]*", re.U)
_NAME_PART = r"(?:[^\W\d_a-z][\w'’.-]*[\w'’]|[A-Z])"
_NAME = re.compile(rf"{_NAME_PART}(?:\s+(?:(?:of|de|da|del|van|von|bin|al|the)\s+)?{_NAME_PART})*")
_TITLE_WORDS = """
mr mrs ms dr sir lord dame sen sen. rep rep. gov gov. gen gen. president senator minister
secretary ambassador chairman chairwoman chair vice prime former republican democratic
democrat speaker governor king queen pope justice judge
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_CALENDAR = re.compile(rf"(?:{_MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\Z", re.I)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|{_MONTH}\s+\d{{1,2}}\b(?:,?\s+\d{{4}})?"
    rf"|{_MONTH}\s+\d{{4}}|(?:19|20)\d\d)\b",
    re.I,
)
_OFFICE = re.compile(
    r"\b(?:vice[- ]|deputy |prime |foreign |acting )?(?:president|minister|senator|representative"
    r"|secretary(?: of [a-z]+)?|ambassador|chair(?:man|woman)?|governor|speaker|chancellor|mayor"
    r"|king|queen|commissioner|envoy|director|chief|leader)\b(?:\s+of\s+(?:the\s+)?[A-Z][\w]+)?",
    re.I,
)
_FIGURE = re.compile(
    r"[$€£]?\d[\d,.]*\d?\s*(?:%|percent|per cent|million|billion|trillion|[a-z]{3,})?", re.I
)


@dataclass(frozen=True)
class Window:
    """The days to search, where a source can be asked for days. None: open."""

    start: date | None
    end: date | None


def window(article: Article, before: timedelta = BEFORE, after: timedelta = AFTER) -> Window:
    """Around the article's day; open where it carries no date."""
    if article.day is None:
        return Window(None, None)
    return Window(article.day - before, article.day + after)


def queries(claim: Claim, limit: int = 3) -> tuple[str, ...]:
    """At most `limit` different queries for a claim, the most telling first."""
    found: dict[str, str] = {}
    for words in _plans(claim):
        query = _cut(words)
        if len(query.split()) > 1 or (query and not found):
            found.setdefault(query.lower(), query)
    return tuple(found.values())[:limit]


def _plans(claim: Claim) -> Iterator[list[str]]:
    people, offices, days = names(claim.text), _offices(claim.text), _dates(claim.text)
    figures, terms = _figures(claim.text), key_terms(claim.text)
    if claim.kind is Kind.QUOTATION and (printed := _printed(claim)):
        yield [f'"{printed}"']
    if claim.kind is Kind.OFFICE and people:
        yield [people[0], *offices[:1]]
        yield [people[0]]
    if claim.kind is Kind.DATE and days:
        yield [*people[:2], days[0], *terms[:2]]
    yield [*people[:2], *terms[:4]]
    if days:
        yield [*people[:2], days[0], *terms[:2]]
    if figures:
        yield [*people[:1], figures[0], *terms[:3]]
    if len(people) > 1:
        yield people[:3]
    yield terms[:6]
    yield people[:1]
    rarest = sorted(terms, key=len, reverse=True)[:2]  # long words are rare ones, mostly
    yield [t for t in terms if t in rarest]


def names(text: str) -> list[str]:
    """Capitalised names in order of appearance, without titles, longest forms only."""
    found: dict[str, None] = {}
    for match in _NAME.finditer(text):
        parts = match.group(0).split()
        while parts and (_is_title(parts[0]) or (len(parts) > 2 and _is_title(parts[1]))):
            parts.pop(0)
        if all(_CALENDAR.match(part) for part in parts):
            continue
        name = " ".join(parts).rstrip(".'’")
        name = re.sub(r"['’]s\b", "", name)
        if len(name) > 1 and not _only_opens(name, match.start()):
            found.setdefault(name)
    return [n for n in found if not any(n != m and n in m.split() for m in found)]


def _is_title(word: str) -> bool:
    return word.lower().strip(".") in _TITLES | _STOP


def _only_opens(name: str, start: int) -> bool:
    """Whether a word has its capital only because the sentence begins with it."""
    low = name.lower()
    return start == 0 and " " not in name and (low in _STOP or low.endswith("ly"))


def key_terms(text: str) -> list[str]:
    """Content words that are no names, longer (rarer) ones first, each once."""
    within = {w.lower() for name in names(text) for w in name.split()}
    words = [re.sub(r"['’]s\Z", "", w) for w in _WORD.findall(text)]
    words = [w for w in words if not _CALENDAR.match(w)]
    kept = [w for w in words if len(w) > 2 and w.lower() not in _STOP | within]
    once = list(dict.fromkeys(w.lower() for w in kept))
    chosen = sorted(once, key=lambda w: -len(w))[:6]
    return [w for w in once if w in chosen]  # in the claim's own order


def _offices(text: str) -> list[str]:
    return list(dict.fromkeys(m.group(0) for m in _OFFICE.finditer(text)))


def _dates(text: str) -> list[str]:
    """Days, months and years as written, the most precise first."""
    found = [" ".join(m.group(0).replace(",", " ").split()) for m in _DATE.finditer(text)]
    return sorted(dict.fromkeys(found), key=lambda d: -len(d.split()))


def _figures(text: str) -> list[str]:
    bare = _DATE.sub(" ", text)
    found = (" ".join(m.group(0).split()).rstrip(".,") for m in _FIGURE.finditer(bare))
    return [f for f in found if len(f) > 1]


def _printed(claim: Claim) -> str:
    """The first words between quotation marks, as printed."""
    found = re.search(r"[\"“]([^\"“”]{12,})[\"”]", f"{claim.quote} {claim.text}")
    words = found.group(1).split() if found else []
    return " ".join(words[:QUOTED]).strip(" ,.;:")


def _cut(words: list[str]) -> str:
    """The words as one query of bounded length, none of them twice."""
    if len(words) == 1 and words[0].startswith('"'):
        return words[0]
    once = dict.fromkeys(w.strip("\"“”‘’'()[],;:") for part in words for w in part.split())
    return " ".join([w for w in once if w][:MAX_WORDS])
