"""A sentence as outcomes are looked for in it: its words, what it denies, and how a thing ended."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from verify.checkers.outcomes_words import LONGEST, PARTED, SIDES, Side
from verify.checkers.senses import sense
from verify.checkers.wording import STOP, Word, read_words, stem, words

SCOPE = 4  # words behind a "not" that it may deny
MOST_ENDINGS = 16  # a sentence with more is none
BACK = 40  # characters before a "rule out" in which a "not" may stand
SUBJECT_SCOPE = 14  # and behind a "none", which denies the verb behind its noun, too
_NOBODY = frozenset("none nobody neither no".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word: where it stands, what it means, and what denies it ("" for nothing)."""

    start: int
    end: int
    low: str
    root: str
    name: bool
    denied: str


@dataclass(frozen=True, slots=True)
class Ended:
    """A word for how a thing ended: `first` to `last` are the words it is written with."""

    first: int
    last: int
    side: Side
    denied: str


# Other words for what news tells of, of one meaning enough to know the matter again by.
_SAME = (
    "plant factory works mill site",
    "talk negotiation",
    "treaty accord pact",
    "lawsuit suit sue",
    "buy purchase order acquire acquisition",
    "pay payment paid",
    "company firm",
    "physician doctor",
    "pupil student",
    "worker employee staff",
    "car vehicle",
    "blaze fire",
    "vote ballot poll",
    "plan scheme",
    "ship vessel boat",
    "aircraft plane",
    "soldier troop",
    "child children",
    "woman women",
    "man men",
    "agency authority regulator watchdog",
    "offer bid",
    "complaint complain",
    "cabinet government",
    "parliament legislature",
    "judge justice",
    "bank lender",
    "police officer",
    "admit access",
    "hospital clinic",
    "deal agreement contract",
    "choose selection select chosen",
    "sell sale sold",
    "decide decision",
    "vaccine vaccination vaccinat jab",
    "appeal appellate",
    "attend attendance",
    "trial court",
    "hire recruit employ",
    "exam examination",
    "injure hurt wound",
    "photograph picture photo image",
    "review inquiry investigation probe",
    "request application apply permit",
    "call telephone phone",
)
_ENDINGS = re.compile(r"(?:ation|ition|ment|tion|sion|ion|ance|ence|al|er|or|ly|ity|ness|ive|at)$")
MOST_OF_A_ROOT = 7


@lru_cache(maxsize=65536)
def _plain_root(stemmed: str) -> str:
    meant = sense(stemmed)
    cut = _ENDINGS.sub("", meant)
    cut = _ENDINGS.sub("", cut) if cut.endswith("at") else cut
    return (cut if len(cut) >= 4 else meant)[:MOST_OF_A_ROOT]


_GROUP = {_plain_root(stem(w)): _plain_root(stem(g.split()[0])) for g in _SAME for w in g.split()}


@lru_cache(maxsize=65536)
def root(stemmed: str) -> str:
    """One root for a verb and the noun made of it, and for other words for the same.

    >>> root(stem("payments")) == root(stem("paid")), root(stem("suspended"))
    (True, 'suspend')
    """
    found = _plain_root(stemmed)
    return _GROUP.get(found, found)


NOUN = 8  # letters: "stations" is none of these
_NOUN = re.compile(r"(?:[ts]ion|ment|ance|ence|al)s?$")
_NOT = frozenset("not never no none nobody neither nor without cannot nothing nowhere".split())
_NO_DENIAL = re.compile(
    r"\s(?:the\s)?(?:only|just|least|merely|simply|until|even|necessarily|always|all|every|everyone|doubt"
    r"|(?:more|less|fewer|later|earlier|longer|sooner)\sthan|to\smention)\b",
    re.I,
)
# What is denied, refused or missed was not done.
_UNDONE = re.compile(
    r"\b(?:(?:refuse[sd]?|fail(?:s|ed)?|decline[sd]?|unable)(?:\s\w+){0,3}?(?=\sto\b)"
    r"|(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing))"
    r"(?:(?:\s\w+){0,2}\s(?:reports?|claims?|suggestions?|allegations?|rumou?rs|accusations?))?"
    r"(?:\sthat\b|(?=\s(?:having\b|being\b|any\b|\w+ing\b)))"
    r"|(?:decid|advis)(?:e[sd]?|ing)\sagainst|rul(?:e[sd]?|ing)\sout|stopped\sshort\sof|far\sfrom|instead\sof|rather\sthan)",
    re.I,
)
# "Would not rule out" denies nothing.
_NOT_UNDONE = re.compile(
    r"(?:\b(?:not|never|cannot|refus\w+\sto|declin\w+\sto)|n[’']t)\s(?:\w+\s)?$"
)
# "Phone no. 140", "from no to yes", "NO BID".
_NO_ITSELF = re.compile(r"(?:NO\b|[Nn]o(?:\.|,|\sto\b|\sone\s[a-z]+\s))")
_HALT = re.compile(r"[,;:()“”\"—–]")
_BREAKS = frozenset(
    "but and or because after before although though which who while unless until since if when"
    " where as than that".split()
)
_BESIDE = frozenset("of for in on at about by with from as".split())
_AUXILIARY = frozenset("was were is are has have had will would can could been be".split())


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, each with what denies it."""
    found = words(text)
    denied = _denials(text)
    return tuple(
        Token(
            w.start,
            w.end,
            text[w.start : w.end].lower().replace("’", "'"),
            root(w.stem),
            w.name,
            denied.get(i, ""),
        )
        for i, w in enumerate(found)
    )


def _denials(text: str) -> dict[int, str]:
    """For each word that is denied, by its place, what denies it."""
    found = words(text)
    spans = [
        (m.start(), m.end(), m.group())
        for m in _UNDONE.finditer(text)
        if not _NOT_UNDONE.search(text[max(0, m.start() - BACK) : m.start()])
    ]
    for w in found:
        low = text[w.start : w.end].lower().replace("’", "'")
        is_not = low in _NOT or low.endswith("n't")
        if low == "no" and _NO_ITSELF.match(text, w.start):
            continue
        if is_not and not _NO_DENIAL.match(text, w.end) and not _either(text, w.start):
            spans.append((w.start, w.end, low))
    denied: dict[int, str] = {}
    for _, end, said in spans:
        for i in _behind(text, end, SUBJECT_SCOPE if said in _NOBODY else SCOPE, said):
            denied[i] = said if i not in denied else ""
    return denied


def _either(text: str, start: int) -> bool:
    """ "Whether or not"."""
    return text[max(0, start - 4) : start].lower().endswith(" or ")


def _behind(text: str, end: int, scope: int, said: str) -> Iterator[int]:
    """The places of the words behind a denial, up to where the clause ends.

    "No order for the sale was given" denies the order and the giving, not the sale.
    """
    last, count, beside = end, 0, False
    found = words(text)
    for i in range(bisect_left(found, end, key=attrgetter("start")), len(found)):
        w = found[i]
        low = text[w.start : w.end].lower()
        if count >= scope or low in _BREAKS or _HALT.search(text, last, w.start):
            return
        beside = said == "no" and (low in _BESIDE or (beside and low not in _AUXILIARY))
        if not beside:
            yield i
        last, count = w.end, count + 1


@lru_cache(maxsize=4096)
def endings(text: str) -> tuple[Ended, ...]:
    """The words of a text that tell how a thing ended; the longest that stand there."""
    found: list[Ended] = []
    read = tokens(text)
    i = 0
    while i < len(read) and len(found) < MOST_ENDINGS:
        size, sides = next(
            (
                (len(key), SIDES[key])
                for n in range(LONGEST, 0, -1)
                if (key := tuple(t.low for t in read[i : i + n])) in SIDES
            ),
            _parted(read, i),
        )
        found += [Ended(i, i + size - 1, side, read[i].denied) for side in sides]
        i += size
    return tuple(found)


def _parted(read: Sequence[Token], i: int) -> tuple[int, tuple[Side, ...]]:
    """ "Voted the plan down": a verb, and what belongs to it some words on."""
    if (read[i].low,) not in PARTED:
        return 1, ()
    for t in read[i + 2 : i + 7]:
        if t.low in _BREAKS:
            break
        if sides := SIDES.get((read[i].low, t.low), ()):
            return 1, sides
    return 1, ()


def is_noun(token: Token) -> bool:
    """ "Ratification looks hard" does not say that it was ratified."""
    return len(token.low) > NOUN and bool(_NOUN.search(token.low))


def carries(token: Token) -> bool:
    """Does a word carry meaning of its own?"""
    return token.low not in _NOT and stem(token.low) not in STOP


@lru_cache(maxsize=4096)
def denied_roots(text: str) -> frozenset[str]:
    """The roots of the words that a text denies."""
    return frozenset(t.root for t in tokens(text) if t.denied and carries(t))


@lru_cache(maxsize=4096)
def roots(text: str) -> frozenset[str]:
    """The roots of the words of a text that carry its meaning."""
    return _rooted(text, words(text))


@lru_cache(maxsize=256)
def page_roots(title: str, text: str) -> frozenset[str]:
    """The same of a page, whose words are not kept."""
    return _rooted(title, read_words(title)) | _rooted(text, read_words(text))


def _rooted(text: str, found: Iterable[Word]) -> frozenset[str]:
    return frozenset(
        root(w.stem)
        for w in found
        if w.stem not in STOP and text[w.start : w.end].lower() not in _NOT
    )
