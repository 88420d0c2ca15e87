"""Who does what to whom, in one order for verbs that turn it: who buys of somebody is sold to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from verify.checkers.outcomes_sides import (
    BE,
    RELATIVE,
    Read,
    named_by,
    named_only,
    object_of,
    of_the_verb,
    pronoun,
    recipient,
    subject_of,
)
from verify.checkers.outcomes_text import Token, tokens
from verify.checkers.outcomes_verbs import BARE, DIRECT, GIVES, LOSES, TAKES, WAYS, WINS, WITH
from verify.checkers.senses import PARTICIPLES, PAST


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did a deed of a kind (`doer`) to whom (`other`), each by the roots of its words.

    `thing`: what was given, of whatever went from one to the other.
    """

    kind: str
    doer: frozenset[str]
    other: frozenset[str]
    words: str
    thing: frozenset[str] = frozenset()


HANDED = "handed"  # the kind of any deed by which a thing goes to somebody
ANY = "any "  # before the root of a verb that is in no group: its kind
_MODAL = frozenset(
    "to will would shall should can could may might must did do does not"
    " didn't won't cannot".split()
)
_PRONOUNS = frozenset("he she it they who which that also now".split())
# "Paid Ann the rent": whom it is given stands right behind the verb.
_WHOM_FIRST = frozenset(("paying", "giving", "lending", "telling"))
_COMPLAINT = re.compile(
    r"\b(?:lodg|fil|bring|brought|ma[dk]|submit|rais|launch|start)\w*\s(?:an?\s|the\s)?"
    r"(?:\w+\s){0,3}?(?:complaints?|lawsuits?|suits?|claims?|case|charges|action|proceedings)\b"
)
# "Turned down an approach from": told by a noun, too.
_OFFER = re.compile(
    r"\b[a-z]+(?:\s(?:down|no\sto|out|away))?\s(?:an?|the|any|another)\s(?:\w+\s)?"
    r"(?:offer|approach|invitation|proposal|request|overture|plea|advance)\s(?:from|by)\b"
)
_TO_COURT = re.compile(r"\bt(?:ook|ak\w+)\b[^.;:]{3,60}?\sto\scourt\b")


@lru_cache(maxsize=4096)
def deeds(text: str, before: str = "", behind: str = "") -> tuple[Deed, ...]:
    """The deeds that a text tells of, as far as both sides are named there or right beside it."""
    of = Read(text, tokens(text), before, f"{before} {behind}")
    found = (*_by_verbs(of), *_by_nouns(of))
    return tuple(d for d in found if (d.doer and d.other) or (d.thing and (d.doer or d.other)))


def _by_verbs(of: Read) -> Iterator[Deed]:
    for i, token in enumerate(of.read):
        if token.denied or token.name or _noun(of.text, of.read, i):
            continue
        ways = WAYS.get(f"{token.low} {_next(of.read, i)}") or WAYS.get(token.low, ())
        if {GIVES, TAKES} <= {way for _, way in ways}:
            # "Ann rents the flat": only "to" or "from" tells which.
            way_of = GIVES if named_by(of, i, "to") else TAKES if named_by(of, i, "from") else ""
            ways = tuple((kind, way) for kind, way in ways if way == way_of)
        if _said_of_another(of, i):
            continue
        verb = bool(ways) or token.low.endswith("ed") or token.low in PAST + PARTICIPLES
        if not verb:
            continue
        for kind, way in ways:
            yield from _deeds_of(of, i, kind, way)
        if not ways:
            yield from _deeds_of(of, i, ANY + token.root, DIRECT)
        if not _passive(of.read, i) and (to := recipient(of, i)):
            yield Deed(HANDED, subject_of(of, i), to, _said(of, i), _thing(of, i))


def _thing(of: Read, i: int) -> frozenset[str]:
    return (
        frozenset[str]() if pronoun(of, i + 1) or _next(of.read, i) == "them" else object_of(of, i)
    )


def _next(read: Sequence[Token], i: int) -> str:
    return read[i + 1].low if i + 1 < len(read) else ""


def _said_of_another(of: Read, i: int) -> bool:
    """ "She founded it": who and what, two words before and behind leave open."""
    return i > 0 and of.read[i - 1].low in ("she", "he") and _next(of.read, i) == "it"


def _said(of: Read, i: int) -> str:
    return of.text[of.read[i].start : of.read[i].end]


def _deeds_of(of: Read, i: int, kind: str, way: str) -> Iterator[Deed]:
    subject, said = subject_of(of, i), _said(of, i)
    if _passive(of.read, i):
        agent = named_by(of, i, "by")
        if way == DIRECT:
            yield Deed(kind, agent, subject, f"{said} by")
        elif way == GIVES and agent:
            yield Deed(kind, agent, named_by(of, i, "to") or subject, f"{said} by")
    elif way == DIRECT:
        yield Deed(kind, subject, object_of(of, i), said)
    elif way == GIVES:
        to = recipient(of, i)
        whom = named_only(of.read, object_of(of, i))
        first, second = (whom, to) if kind in _WHOM_FIRST else (to, whom)
        thing = _thing(of, i) - whom
        yield Deed(kind, subject, first or second, said, thing)
    elif way == TAKES:
        yield Deed(kind, named_by(of, i, "from"), subject, f"{said} from", _thing(of, i))
    elif way == LOSES:
        yield Deed(kind, named_by(of, i, "to"), subject, f"{said} to")
    elif way == WITH:
        yield Deed(kind, subject, named_by(of, i, "with"), f"{said} with")
    elif way == WINS:
        over = named_by(of, i, "against") or named_by(of, i, "over")
        yield Deed(kind, subject, over, f"{said} against")


def _noun(text: str, read: Sequence[Token], i: int) -> bool:
    """May what looks like a verb be a noun: "the coach", "reports"?"""
    low = read[i].low
    before = next((t for t in reversed(read[:i]) if not t.low.endswith("ly")), None)
    if low in BARE:
        return before is None or before.low not in _MODAL
    if i and "," in text[read[i - 1].end : read[i].start]:
        return False  # "Ann Bell, the captain, leads"
    if low.endswith("s"):
        return before is None or not (before.name or before.low in _PRONOUNS)
    return False


def _by_nouns(of: Read) -> Iterator[Deed]:
    """ "Lodged a complaint against", "turned down an approach from": told by a noun."""
    for found in _COMPLAINT.finditer(of.text):
        at = _at(of, found.start())
        if of.read[at].denied:
            continue
        against = named_by(of, at, "against") or named_by(of, at, "about")
        for kind in ("accusing", "suing"):
            yield Deed(kind, subject_of(of, at), against, found.group())
    for found in _TO_COURT.finditer(of.text):
        at = _at(of, found.start())
        yield Deed("suing", subject_of(of, at), object_of(of, at), found.group())
    for found in _OFFER.finditer(of.text):
        at = _at(of, found.start())
        by = named_by(of, at, "from") or named_by(of, at, "by")
        yield Deed("approaching", by, subject_of(of, at), found.group())


def _at(of: Read, start: int) -> int:
    return next((i for i, t in enumerate(of.read) if t.start >= start), 0)


def _passive(read: Sequence[Token], i: int) -> bool:
    if not read[i].low.endswith(("ed", "en", "t", "n", "d")):
        return False
    by = i + 1 < len(read) and read[i + 1].low == "by"
    own = takewhile(lambda t: of_the_verb(t) and t.low not in RELATIVE | {"to"}, reversed(read[:i]))
    return by or any(t.low in BE for t in own)
