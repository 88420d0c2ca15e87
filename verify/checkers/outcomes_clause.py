"""Where a word stands in its clause: is it what is told, or only what is spoken of?

"The mill was sold" tells of a sale; "the sale", "the mill sold in May was …" and "who sold it"
take it as known. No parser is at hand here: the words before it tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from verify.checkers.outcomes_text import Token, carries, is_noun, roots, tokens
from verify.checkers.senses import PARTICIPLES, PAST

_BE = frozenset("was were is are been be being am wasn't weren't isn't aren't".split())
_AUXILIARY = _BE | frozenset(
    "has have had will would can could may might must do does did cannot".split()
)
_BESIDE = frozenset(
    "ever yet already also still now so just not never again been be being had having".split()
)
_ARTICLES = frozenset("the a an any".split())
_DETERMINERS = _ARTICLES | frozenset(
    "his her its their our my your this that these those some no every each another".split()
)
_PREPOSITIONS = frozenset(
    "of for in by from with on at about as into over against between through without than".split()
)
_SUBORDINATE = frozenset(
    "who which whose whom when where after before because while if than until since although"
    " though unless whether once".split()
)
# What is known already, or one of which there is only one.
_DEFINITE = frozenset(
    "the his her its their our my your this that these those every each both first second same"
    " other".split()
)
_PART = frozenset(
    "most some many several few half third other others one two three four five six seven eight"
    " nine ten eleven twelve twenty thirty fifty sixty up".split()
)
_ALL = re.compile(r"\b(?:all|every|each|both|none|no)\b", re.I)
_JOINS = frozenset("and but or that what".split())
_PRONOUNS = frozenset("he she it they we i you this that".split())
_BEHIND = 6  # words behind a verb within which that stands to which it is done
# Verbs that leave it to their noun what was done.
_LIGHT = frozenset("made given done taken reported held".split())
_WHOSE = ("'s", "’s", "s'", "s’")
_HALT = re.compile(r"[,;:()“”\"—–]")
_ADJECTIVES = 4  # words before a noun among which its article stands
_FIRST = 3  # words of a clause within which it is said of how many
_REACH = 15  # words within which a denial stands before the word that it denies


def place(read: Sequence[Token], token: Token) -> int:
    """Which of the words a token is."""
    return next((i for i, t in enumerate(read) if t.start == token.start), 0)


def _auxiliary(t: Token) -> bool:
    return t.low in _AUXILIARY or t.low.endswith(("n't", "'ve"))


def _behind_auxiliary(read: Sequence[Token], i: int) -> bool:
    """ "Was sold", "has never yet been sold", "was the problem"."""
    before = list(reversed(read[:i]))
    phrase = list(takewhile(lambda t: not _auxiliary(t), before[:_ADJECTIVES]))
    article = next((n for n, t in enumerate(phrase) if t.low in _ARTICLES), -1)
    if article >= 0:
        rest = [t for t in before[article + 1 :] if t.low not in ("not", "never")]
        return bool(rest) and rest[0].low in _BE
    passed = list(takewhile(lambda t: t.low in _BESIDE or t.low.endswith("ly"), before))
    return any(map(_auxiliary, [*passed, *before[len(passed) : len(passed) + 1]]))


def stretch(text: str, token: Token) -> Sequence[Token]:
    """The words between the commas, dashes or marks among which a word stands."""
    read = tokens(text)
    i = place(read, token)
    cuts = [n for n in range(1, len(read)) if _HALT.search(text[read[n - 1].end : read[n].start])]
    start = max((n for n in cuts if n <= i), default=0)
    return read[start : min((n for n in cuts if n > i), default=len(read))]


def _clause_before(text: str, token: Token) -> Sequence[Token]:
    return [t for t in stretch(text, token) if t.start < token.start]


def spoken_of(text: str, token: Token) -> bool:
    """Is it a thing that is spoken of: "the closure", "Lund's approval", "of closing it"?"""
    read = tokens(text)
    i = place(read, token)
    if is_noun(token) or not i:
        return is_noun(token)
    last = read[i - 1]
    whose = text[last.start : last.end].endswith(_WHOSE)
    named = whose or last.low in _DETERMINERS | _PREPOSITIONS
    return named and not _behind_auxiliary(read, i)


def subject_before(text: str, token: Token) -> Sequence[Token]:
    """The words before a word behind the last "and" or "that"."""
    before = _clause_before(text, token)
    joined = [n for n, t in enumerate(before) if t.low in _JOINS]
    return before[joined[-1] + 1 :] if joined else before


def tells(text: str, token: Token) -> bool:
    """Is it told with this word that something is or was so?"""
    read = tokens(text)
    i = place(read, token)
    before = _clause_before(text, token)
    if not before or any(t.low in _SUBORDINATE for t in before):
        return False
    if before[-1].low == "to" or _behind_auxiliary(read, i):
        return True
    if before[-1].low in _DETERMINERS | _PREPOSITIONS:
        return False
    if _past(token):
        return not _attached(text, read, i)
    return token.low.endswith("s") and not is_noun(token)


def _attached(text: str, read: Sequence[Token], i: int) -> bool:
    """ "The people arrested in May were freed": behind it comes what is told of them."""
    for last, t in pairwise(read[i:]):
        if t.low in ("and", "but", "that") or t.low in _SUBORDINATE:
            return False
        if _HALT.search(text[last.end : t.start]):
            return False
        if _auxiliary(t) and t.low not in ("be", "been", "being"):
            return True
    return False


def denied_there(text: str, token: Token) -> bool:
    """Is it this word that is denied, and not what belongs to it: "was not sold to Pell"?"""
    read = tokens(text)
    i = place(read, token)
    by = token.denied.split()
    near = range(max(0, i - _REACH), i)
    at = next((j for j in reversed(near) if read[j].low == by[-1]), i)
    between = read[at + 1 : i]
    if by[-1] in ("no", "none", "nobody", "nothing", "neither"):
        if by[-1] == "no" and not _behind_auxiliary(read, i):
            return _is_the_deed(read, i)
        return not between or _behind_auxiliary(read, i)
    if by[0] == "not" and not (at and _auxiliary(read[at - 1])):
        return False
    rest = [t for t in between if not (t.low in _BESIDE or t.low.endswith("ly") or _auxiliary(t))]
    if rest and rest[0].low in _ARTICLES and at and read[at - 1].low in _BE:
        return len(rest) < _ADJECTIVES
    return all(t.low == "to" for t in rest)


def _is_the_deed(read: Sequence[Token], i: int) -> bool:
    """ "No payment has been made": the noun tells what was not done."""
    behind = read[i + 1 :]
    passed = list(takewhile(lambda t: t.low in _BESIDE or _auxiliary(t), behind))
    verb = behind[len(passed) : len(passed) + 1]
    return bool(passed and verb) and verb[0].low in _LIGHT


def some(text: str, token: Token) -> bool:
    """Is it a thing that the text brings in: "a strike", "new buses", but not "the strike"?"""
    read = tokens(text)
    for t in reversed(read[max(0, place(read, token) - 3) : place(read, token)]):
        if t.low in _DEFINITE or text[t.start : t.end].endswith(_WHOSE):
            return False
        if not carries(t):
            return True
    return True


def of_a_part(text: str, token: Token, other: str) -> bool:
    """Is it said of some only ("three of the five were not closed"), and there not of all?"""
    first = subject_before(text, token)[:_FIRST]
    part = any(t.low in _PART or (t.low.isdigit() and len(t.low) < 4) for t in first)
    return part and not _ALL.search(other)


def of_another(text: str, first: Token, last: Token, other: str, clear: int = 1) -> bool:
    """Do these words tell of something that the other text does not speak of?

    Of what stands before them or, where they do it to something, of what stands behind.
    `clear`: words that carry meaning, from which it is clear what it is.
    """
    had, read = roots(other), tokens(text)
    before = subject_before(text, first)
    subject = [t for t in before if _a_thing(t)]
    if len(subject) < clear or any(t.low in _PRONOUNS or t.root in had for t in before):
        return False
    behind = read[place(read, last) + 1 :][:_BEHIND]
    done = list(takewhile(lambda t: t.low not in _PREPOSITIONS | _JOINS | _SUBORDINATE, behind))
    things = [t for t in done if _a_thing(t)]
    if things and not _behind_auxiliary(read, place(read, first)):
        return not any(t.root in had for t in things)
    return True


def _a_thing(t: Token) -> bool:
    return carries(t) and not t.denied and t.low.isalpha() and not _past(t)


def _past(t: Token) -> bool:
    return t.low.endswith("ed") or t.low in PAST or t.low in PARTICIPLES


def a_single(text: str, token: Token) -> bool:
    """ "A lawyer", "some doctors": it is said that there was one."""
    read = tokens(text)
    before = read[place(read, token) - 1 : place(read, token)]
    return bool(before) and before[0].low in ("a", "an", "some", "several")


def contrasted(text: str, token: Token, other: str, same: Token) -> bool:
    """ "Not to the strike", where the other text has "to the strike"."""
    theirs, ours = _preposition(text, token), _preposition(other, same)
    if theirs is None or ours is None or theirs.low != ours.low:
        return False
    read = tokens(text)
    i = place(read, theirs)
    return i > 0 and read[i - 1].low in ("not", "never")


def _preposition(text: str, token: Token) -> Token | None:
    read = tokens(text)
    before = [t for t in reversed(read[: place(read, token)]) if t.low not in _DETERMINERS][:1]
    return before[0] if before and before[0].low in _PREPOSITIONS | {"to"} else None
