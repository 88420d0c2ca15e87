"""How far a thing has come: nominated is not won, charged not convicted, planned not done.

A page that tells of an earlier stage has nearly all words of a claim of a later one. Only
noted, and only where no sentence tells of it without such a word: the claim may still be true.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from verify.checkers.dates_read import Mention, dates
from verify.checkers.events_conditions import DONE, conditional, on_condition
from verify.checkers.features import meets
from verify.checkers.matter import Told, gist, telling, tellings, told
from verify.checkers.quantities import quantities
from verify.checkers.senses import names, sense
from verify.checkers.wording import stem, words
from verify.types import Passage

NEAR = 4  # words after "plans to", "denied" … within which the claim's matter must follow


@dataclass(frozen=True, slots=True)
class Stage:
    """What a page says that is less than what the claim says; `over`: it is so no longer."""

    words: str
    told: Told
    over: bool = False


# What was reached, and what falls short of it.
_LADDERS = tuple(
    (re.compile(rf"\b(?:{reached})\b"), re.compile(rf"\b(?:{short})\b"))
    for reached, short in (
        (
            "wins?|won|awarded|received?",
            r"nominat\w+|shortlist\w+|short-listed|longlist\w+|finalists?|runners?-up|lost|sought"
            r"|contender|favourite",
        ),
        (
            "convicted|guilty|sentenced|jailed",
            r"accus\w+|charged|suspect\w*|indict\w*|alleg\w+|acquitt\w+|cleared|demand\w*"
            r"|asked|sought|trial",
        ),
        ("elected", r"candidates?|candidacy|nominat\w+|sought|ran|stood|lost|stands?|standing"),
    )
)
_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|should|plan(?:s|ned|ning)?|want(?:s|ed)?|hop(?:es|ed|ing)"
    r"|aim(?:s|ed)?|seek(?:s|ing)?|sought|intend(?:s|ed)?|consider(?:s|ed|ing)?|propos(?:es|ed|al)"
    r"|(?:in|broken\soff)\stalks|talks\s(?:on|about)|offer(?:s|ed)?|expected|scheduled|due"
    r"|undertakes?|pledge[sd]?|promise[sd]?|vow(?:s|ed)?|prepar(?:es|ed|ing)|ready"
    r"|(?:is|are|was|were)\sto|denie[sd]|deny|denying|rejected|ruled?\sout|refus(?:es|ed)"
    r"|accused|suspected|alleged(?:ly)?|charged|tried|attempt(?:s|ed)?|failed|rumou?rs?)\b"
)
_IS_IT = re.compile(r"\b(?:is|are)\s(?:the\s|an?\s)?")
_BECAME_IT = re.compile(r"\b(?:is|are|was|were|became|becomes)\s(?:the\s|an?\s)?")
_FORMER = re.compile(r"\b(?:former|ex|late|outgoing)[\s-](?:[\w’'-]+\s){0,2}?(?P<what>[\w’'-]+)")
_LESSER = re.compile(
    r"\b(?:acting|interim|deputy|vice|assistant|shadow|honorary)[\s-](?:\w+\s){0,2}?(?P<what>\w+)"
    r"|\b(?P<with>\w+)[\s-](?:elect|designate|candidate|hopeful)\b"
    r"|\b(?:spokes\w+|adviser|aide|deputy|assistant|candidate|predecessor|successor)"
    r"\s(?:of|for|to)\s(?:the\s)?(?:[\w’'-]+\s){0,2}?(?P<whose>\w+)",
    re.I,
)
_WAS = re.compile(r"\b(?:was|were|had\sbeen|served|worked|lived|led|headed|played)\b")


def earlier_stage(claim: str, passages: tuple[Passage, ...], on: date | None) -> Stage | None:
    """The sentence that tells of the claim's matter as of something less, or as over.

    None where another one tells of it without a word that makes it so.
    """
    for way in (_on_a_ladder, _done, partial(_unconditional, passages), _in_office):
        reading = way(claim)
        if reading is not None and (found := _all_marked(claim, passages, reading)):
            return found
    over = _over(claim, on)
    found = _all_marked(claim, passages, over) if over else None
    return Stage(found.words, found.told, over=True) if found else None


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a page's sentence is looked at: what in it makes it less; "" where nothing does."""

    marked: Callable[[str], str]
    leaving: frozenset[str] = frozenset()  # the claim's words that it need not have
    dated: tuple[Mention, ...] = ()  # only a sentence with such a date tells of it


def _all_marked(claim: str, passages: tuple[Passage, ...], reading: _Reading) -> Stage | None:
    found = [
        (reading.marked(t.sentence), t)
        for t in tellings(claim, passages, reading.leaving)
        if not reading.dated or any(_meets(reading.dated, m) for m in dates(t.sentence))
    ]
    if not found or not all(mark for mark, _ in found):
        return None
    return Stage(*found[0])


def _meets(asked: Sequence[Mention], there: Mention) -> bool:
    return any(meets(mention, there) for mention in asked)


def _on_a_ladder(claim: str) -> _Reading | None:
    """ "Won the prize in 1994", held against "in 1994 she was nominated for the prize"."""
    for reached, short in _LADDERS:
        verb = reached.search(claim)
        if verb and not short.search(claim):
            leaving = frozenset(sense(stem(w)) for w in reached.findall(claim))
            after = [w.stem for w in words(claim) if w.start >= verb.end()]
            exact = bool(quantities(claim) or dates(claim))
            marked = _ladder(after, reached, short, exact=exact)
            return _Reading(marked, leaving, dates(claim))
    return None


def _ladder(
    after: Sequence[str], reached: re.Pattern[str], short: re.Pattern[str], *, exact: bool
) -> Callable[[str], str]:
    """The short word that stands last before what the claim says was reached.

    `exact`: the claim gives a number or a date, so that a sentence that has both words may give
    it of the lesser: "nominated for four prizes, and won one".
    """

    def marked(sentence: str) -> str:
        places = {w.stem: w.start for w in reversed(words(sentence))}
        first = next((places[s] for s in after if s in places and _told(s)), len(sentence))
        before = [*reached.finditer(sentence, 0, first), *short.finditer(sentence, 0, first)]
        last = max(before, key=lambda m: m.start(), default=None)
        if last is None or not short.fullmatch(last.group()):
            return ""
        return last.group() if exact or not reached.search(sentence) else ""

    return marked


def _told(stemmed: str) -> bool:
    return bool(telling(stemmed)) or bool(quantities(stemmed))


def _done(claim: str) -> _Reading | None:
    """What the claim says was done, held against a plan, an attempt or a denial."""
    if _AHEAD.search(claim) or conditional(claim) or not DONE.search(claim):
        return None
    matter = gist(claim) - names(claim)

    def marked(sentence: str) -> str:
        for ahead in _AHEAD.finditer(sentence):
            following = [w for w in words(sentence) if w.start >= ahead.end()][:NEAR]
            if any(sense(w.stem) in matter for w in following):
                return sentence[ahead.start() : following[-1].end]
        return ""

    return _Reading(marked)


def _unconditional(passages: tuple[Passage, ...], claim: str) -> _Reading | None:
    """What the claim says was done, held against what is only said to follow from something."""
    if conditional(claim) or _IS_IT.search(claim) or not DONE.search(claim):
        return None
    return _Reading(lambda sentence: on_condition(claim, sentence, told(passages)))


def _in_office(claim: str) -> _Reading | None:
    """ "Is the director", held against "the former director", "the deputy director"."""
    if not _BECAME_IT.search(claim) or _LESSER.search(claim) or _FORMER.search(claim):
        return None
    matter = gist(claim) - names(claim)
    ways = [_LESSER, *([_FORMER] if _IS_IT.search(claim) else [])]

    def marked(sentence: str) -> str:
        found = (m for way in ways for m in way.finditer(sentence))
        return next(
            (m.group() for m in found if any(sense(stem(g)) in matter for g in m.groups() if g)),
            "",
        )

    return _Reading(marked)


def _over(claim: str, on: date | None) -> _Reading | None:
    """What the claim says is so, held against "was … until 2022"."""
    if on is None or dates(claim) or not _IS_IT.search(claim) or _WAS.search(claim):
        return None

    matter = gist(claim)

    def marked(sentence: str) -> str:
        was = _WAS.search(sentence)
        said = [w for w in telling(sentence) if was and w.start >= was.end()][:1]
        if not said or sense(said[0].stem) not in matter:
            return ""
        ends = (
            m for m in dates(sentence) if m.year and m.last < on and _ends_there(sentence, m.start)
        )
        return next((f"until {m.text}" for m in ends), "")

    return _Reading(marked)


def _ends_there(sentence: str, start: int) -> bool:
    return bool(re.search(r"\b(?:until|till|to)\s(?:the\s)?$", sentence[:start]))
