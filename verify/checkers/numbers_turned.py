"""What a claim turns round: "rose" for "fell" beside the right number, the largest for the second.

The claim is put the way the source puts it; where the source then bears it out whole, or
gives the thing another rank, the claim as it stands is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from verify.checkers.dates_read import dates
from verify.checkers.matter import Told, tellings
from verify.checkers.numbers_judge import Held, beside, supports, wrongs
from verify.checkers.readings import Reading
from verify.checkers.senses import sense
from verify.checkers.wording import stems
from verify.types import Passage

_UP = (
    "rose|risen|rises?|rising|increase[sd]?|increasing|grew|grown|grows?|growing|climb(?:s|ed)?"
    "|gained|jump(?:s|ed)?|raise[sd]?|up|higher|above"
)
_DOWN = (
    "fell|fallen|falls?|falling|decrease[sd]?|decreasing|decline[sd]?|declining|drop(?:s|ped)?"
    "|lost|shrank|shrunk|shrinks?|cuts?|reduce[sd]?|lower(?:s|ed)?|down|below"
)
_EITHER = tuple(re.compile(rf"\b(?:{way})\b") for way in (_UP, _DOWN))


@dataclass(frozen=True, slots=True)
class Turned:
    """What the claim says, and what the source says in its place."""

    said: str
    instead: str
    held: Held


def turned(held: Held) -> Turned | None:
    """Does the source say all that the claim says, but that it went the other way?"""
    reading = held.reading
    way = _opposite(reading.claim, reading.sentence)
    timed = held.apart is not None or dates(reading.claim)
    if way is None or reading.doubted or reading.foreign or not timed:
        return None  # what rose one year may have fallen in another
    ours, theirs = way
    put = re.sub(rf"\b{ours}\b", theirs, reading.claim, count=1)
    other = (h for h in beside(replace(reading, claim=put), held.apart) if supports(h))
    found = next(other, None)
    return Turned(ours, theirs, found) if found else None


def _opposite(claim: str, sentence: str) -> tuple[str, str] | None:
    """The one word of the claim that says up or down, and the sentence's, if it says the other."""
    ours, theirs = ([w.findall(t) for w in _EITHER] for t in (claim, sentence))
    for i in (0, 1):
        if len(ours[i]) == len(theirs[1 - i]) == 1 and not ours[1 - i] and not theirs[i]:
            return ours[i][0], theirs[1 - i][0]
    return None


_MOST = (
    r"(?:larg|bigg|small|high|low|long|short|old|young|tall|rich|poor|fast|deep|busi|strong|heavi"
    r"|wealthi|weak)est\b|(?:most|least)\s[a-z]+"
)
_SUPERLATIVE = re.compile(rf"(?<![-\w])(?P<most>{_MOST})")
_RANK = re.compile(
    rf"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[\s-](?:{_MOST})"
)
_AFTER = re.compile(r"\s(?:after|behind)\s[^,;.]+")


def ranks(claim: str) -> bool:
    """Does a claim call something the largest, or the second-largest, of its kind?"""
    return bool(_SUPERLATIVE.search(claim) or _RANK.search(claim))


def ranked(reading: Reading, apart: int | None) -> Iterator[Turned]:
    """Where one side says "the largest" and the other "the second-largest" of the same."""
    ours, theirs = (_RANK.search(t) for t in (reading.claim, reading.sentence))
    if bool(ours) == bool(theirs):
        return
    claim, sentence = (
        _AFTER.sub("", t) if r else _first(t)
        for t, r in ((reading.claim, ours), (reading.sentence, theirs))
    )
    if not claim or not sentence:
        return
    for held in beside(replace(reading, claim=claim, sentence=sentence), apart):
        if held.match.ours.unit == "ordinal" and wrongs(held):
            said, instead = (
                rank.group() if rank else _plain(text)
                for rank, text in ((ours, reading.claim), (theirs, reading.sentence))
            )
            yield Turned(said, instead, held)


def another_rank(claim: str, passages: tuple[Passage, ...]) -> tuple[str, str, Told] | None:
    """The claim's rank, and that of the sentence on it, where each has just one of the two.

    None where a sentence has the claim's own.
    """
    ours = _rank_of(claim)
    if not ours:
        return None
    found = None
    for told in tellings(claim, passages, frozenset(map(sense, stems(ours)))):
        theirs = _rank_of(told.sentence)
        if not theirs or theirs == ours:
            return None
        if theirs.split("-")[-1].split()[-1] == ours.split("-")[-1].split()[-1]:
            found = found or (ours, theirs, told)
    return found


def _rank_of(text: str) -> str:
    """ "Largest", "second-largest"; "" where a text has none, or more than one."""
    ranks = [m.group() for m in _RANK.finditer(text)]
    bare = [m.group() for m in _SUPERLATIVE.finditer(_RANK.sub("", text))]
    one = ranks + bare
    return one[0].replace(" ", "-") if len(one) == 1 else ""


def _first(text: str) -> str:
    """ "The largest" as "the first largest"; "" where there is none, or more than one."""
    found = list(_SUPERLATIVE.finditer(text))
    if len(found) != 1 or text[: found[0].start()].rstrip().endswith((" of", "one of the")):
        return ""
    return f"{text[: found[0].start()]}first-{text[found[0].start() :]}"


def _plain(text: str) -> str:
    found = _SUPERLATIVE.search(text)
    return found.group() if found else ""
