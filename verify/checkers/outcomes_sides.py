"""The two sides of a deed: whom a verb has for its subject, for its object, behind "to" or "by"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from verify.checkers.outcomes_text import Token, carries, tokens

_HE, _HIM = frozenset("he she they it".split()), frozenset("him her them".split())
_NOT_HEAD = frozenset(
    "has have had having will would shall should can could may might must also then later already"
    " since recently first finally now soon still once twice not never who which that and to did"
    " does do was were been be being is are both two three four five six seven eight nine ten"
    " several many some all other his her its their whom himself herself itself us"
    " mr mrs ms dr".split()
)
_HALT = re.compile(r"[;:()“”\"—–]")
_CLAUSE = frozenset(
    "that but while whereas because although when where if unless as so than whether".split()
)
_PREPOSITION = frozenset(
    "to from by with in on at for over after before into out about against during under as through"
    " and or who which that when because while but since until".split()
)
RELATIVE = frozenset("who which that whom".split())
_PARTICLES = frozenset("out up off back down over".split())
_DETERMINERS = frozenset("the a an its his her their".split())
FAR = 12  # words behind a verb within which "to", "from", "by" may name the other
BE = frozenset("was were been be being is are got".split())


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence, and the names of those beside it, for "she" and "him"."""

    text: str
    read: tuple[Token, ...]
    before: str
    beside: str


def subject_of(of: Read, i: int) -> frozenset[str]:
    """Whom a verb has for its subject: the noun right before it, or the last name.

    Of a second verb ("…, and recruited"), whom the clause begins with.
    """
    read = of.read
    if _second(read, i) or _behind_a_comma(of, i):
        return _first(of, i)
    found: list[str] = []
    last = read[i].start
    for t in reversed(read[:i]):
        cleft = t.low == "that" and not found and _adjacent(read, t, i)
        if _HALT.search(of.text, t.end, last) or (t.low in _CLAUSE and not cleft):
            break
        if found and "," in of.text[t.end : last]:
            break
        last = t.start
        if t.low in _HE and not found:
            return _antecedent(of, t)
        if t.name and carries(t):
            found.append(t.root)
        elif found:
            if t.low not in ("of", "the", "and", "at", "in", "from"):
                # "The signaller at Corley", not "Senator Mills".
                at = _adjacent_to_a_place(read, t)
                return frozenset((*found, t.root)) if at and carries(t) else frozenset(found)
        elif carries(t) and t.low not in _NOT_HEAD and not t.low.endswith("ly"):
            adjacent = _adjacent(read, t, i)
            if adjacent:
                return frozenset((t.root, *_modifiers(read, t)))
    return frozenset(found)


def _behind_a_comma(of: Read, i: int) -> bool:
    """ "Ann Bell, captain of Lund, leads": what stands between the commas is not the subject."""
    start = next((n + 1 for n in range(i - 1, -1, -1) if not of_the_verb(of.read[n])), 0)
    verb = of.read[start : i + 1]
    comma = start and "," in of.text[of.read[start - 1].end : verb[0].start]
    return bool(comma) and not any(t.low in RELATIVE for t in verb) and verb[0].low != "to"


def _adjacent_to_a_place(read: Sequence[Token], t: Token) -> bool:
    behind = next((o for o in read if o.start > t.start), None)
    return behind is not None and behind.low in ("at", "in", "from", "of")


def _antecedent(of: Read, pronoun: Token) -> frozenset[str]:
    """Whom "she" means: the first name before it, or that of the sentence before."""
    here = _first_name([t for t in of.read if t.start < pronoun.start])
    return here or _first_name(tokens(of.before))


def _first_name(read: Sequence[Token]) -> frozenset[str]:
    at = next((n for n, t in enumerate(read) if t.name and carries(t)), len(read))
    run = takewhile(lambda t: t.name, read[at:])
    return frozenset(t.root for t in run if carries(t) and not of_the_verb(t))


def _whom(of: Read, i: int) -> frozenset[str]:
    """Whom "him" may mean: the names before it and not the subject's, or those beside."""
    subject = subject_of(of, i)
    here = frozenset(t.root for t in of.read[:i] if t.name and carries(t)) - subject
    named = (t.root for t in tokens(of.beside) if t.name and carries(t))
    return here | frozenset(named) - subject


def _second(read: Sequence[Token], i: int) -> bool:
    """Does a verb stand behind an "and", with nothing between but what belongs to it?"""
    before = next((t for t in reversed(read[:i]) if not of_the_verb(t)), None)
    return any(t.low == "and" and (before is None or t.start > before.start) for t in read[:i])


def of_the_verb(t: Token) -> bool:
    return t.low in _NOT_HEAD or t.low.endswith("ly")


def _first(of: Read, i: int) -> frozenset[str]:
    """What the clause of a verb begins with: its first name, or else its first noun."""
    clause: list[Token] = []
    last = of.read[i].start
    for t in reversed(of.read[:i]):
        if _HALT.search(of.text, t.end, last) or t.low in _CLAUSE:
            break
        last = t.start
        clause.insert(0, t)
    cleft = len(clause) > 1 and clause[1].low in BE  # "it was Ann who"
    if clause and clause[0].low in _HE and not cleft:
        return _antecedent(of, clause[0])
    nouns = [t.root for t in clause if carries(t) and not of_the_verb(t)]
    return _first_name(clause) or frozenset(nouns[:1])


def _adjacent(read: Sequence[Token], t: Token, i: int) -> bool:
    """Is there nothing between a noun and the verb but what belongs to the verb?"""
    return all(map(of_the_verb, (o for o in read[:i] if o.start > t.start)))


def _modifiers(read: Sequence[Token], t: Token) -> Iterator[str]:
    """The names right before a noun: "the Danish regulator"."""
    before = [o for o in read if o.start < t.start][-2:]
    return (o.root for o in before if o.name and carries(o))


def object_of(of: Read, i: int) -> frozenset[str]:
    """What stands right behind a verb, up to a preposition or a comma."""
    behind = of.read[i + 1 : i + 2]
    if pronoun(of, i + 1):
        return _whom(of, i)
    skip = 1 if behind and behind[0].low in _PARTICLES else 0
    return frozenset(_phrase(of, i + 1 + skip))


def pronoun(of: Read, i: int) -> bool:
    """Does "him" stand there, or "her", but not "her coat"?"""
    here, behind = of.read[i : i + 1], of.read[i + 1 : i + 2]
    whose = here and here[0].low == "her" and behind and behind[0].low not in _PREPOSITION
    return bool(here) and here[0].low in (_HIM | {"it"}) and not whose


def _phrase(of: Read, start: int) -> list[str]:
    found: list[str] = []
    last = of.read[start - 1].end if start else 0
    named = False
    for n in range(start, min(len(of.read), start + 7)):
        t = of.read[n]
        between = of.text[last : t.start]
        if t.low == "of" and of.read[n + 1 : n + 2] and of.read[n + 1].low.endswith("ing"):
            return found  # "accused Gray of lying"
        # "His supervisor, Ada Bell": the name behind the comma is whose the phrase is.
        apposed = between.strip() == "," and t.name and n > start and not named
        if t.low in _PREPOSITION or ("," in between and not apposed) or _HALT.search(between):
            return found
        found = [] if apposed else found
        last = t.end
        named = named or (t.name and carries(t))
        if carries(t) and t.low not in _NOT_HEAD and not t.low[0].isdigit():
            found.append(t.root)
    return found


def named_by(of: Read, i: int, preposition: str) -> frozenset[str]:
    """Whom a preposition behind a verb names."""
    last = of.read[i].end
    for j in range(i + 1, min(len(of.read), i + 1 + FAR)):
        if _HALT.search(of.text, last, of.read[j].start) or of.read[j].low in _CLAUSE:
            break
        last = of.read[j].end
        if of.read[j].low == preposition:
            return frozenset(_phrase(of, j + 1))
    return frozenset()


def recipient(of: Read, i: int) -> frozenset[str]:
    """Whom "to" names: a name, or "the abbey"; not what is done ("to make up for")."""
    to = named_by(of, i, "to")
    at = next((j for j in range(i, len(of.read)) if of.read[j].low == "to"), i)
    the = at + 1 < len(of.read) and of.read[at + 1].low in _DETERMINERS
    return to if the else named_only(of.read, to)


def named_only(read: Sequence[Token], phrase: frozenset[str]) -> frozenset[str]:
    return phrase & {t.root for t in read if t.name}
