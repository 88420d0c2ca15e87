"""Of what a number is given: of the whole, or of a part that has another number there.

"Worldwide 210,000 cars, among them 38,000 in Lund": a claim of 210,000 in Lund has the words of
both. Only noted: it shows a reader which number the page gives of the claim's thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from verify.checkers.dates_read import dates
from verify.checkers.features import comparable
from verify.checkers.matter import gist, has_pronoun, senses_of
from verify.checkers.numbers_match import outside, relation
from verify.checkers.quantities import Quantity, quantities
from verify.checkers.senses import names, sense
from verify.checkers.wording import sentence_spans, stem, tidy
from verify.types import Document

_THEM = r"(?:them|whom|which|these|those)\b"
_PART = re.compile(rf"\b(?:of|among|amongst)\s{_THEM}|\bincluding\b|\bthereof\b", re.I)
_OF_SO_MANY = re.compile(r"\bof\s(?:the\s|its\s|their\s|some\s|about\s)?\d(?:[^,;]|,\d)*,\s", re.I)
_OF_ALL = re.compile(
    r"\b(?:of\sall|in\s(?:all|total)|altogether|overall|worldwide|nationwide|globally|combined"
    r"|across\sthe\s(?:country|world|group))\b",
    re.I,
)
_LIGHT = frozenset(sense(stem(w)) for w in "go come get take make use live".split())


@dataclass(frozen=True, slots=True)
class Whole:
    """A claim's number, and the sentence that gives it of something larger.

    `theirs` is the number of the part that the claim speaks of, where the page has one.
    """

    ours: Quantity
    theirs: Quantity | None
    sentence: str
    document: Document


def larger_whole(claim: str, documents: Sequence[Document]) -> Whole | None:
    """The first sentence that has the claim's number of a larger whole than the claim's."""
    asked = outside(quantities(claim), dates(claim))
    if len(asked) != 1 or _PART.search(claim) or asked[0].unit == "ordinal":
        return None
    found = (_part(claim, asked[0], d) or _of_all(claim, asked[0], d) for d in documents)
    return next((whole for whole in found if whole), None)


def other_things(claim: str, documents: Sequence[Document]) -> Whole | None:
    """ "80,000 tickets for 31,000 guests": a sentence with the claim's number of other things.

    It must count the claim's things, too; None where any has the claim's number of them.
    """
    asked = [q for q in _numbers(claim) if not q.unit and q.nouns]
    if len(asked) != 1:
        return None
    ours, found = asked[0], None
    for document in documents:
        for sentence in _sentences(document.text):
            there = [q for q in _numbers(sentence) if comparable(ours, q) and q.nouns]
            same = [q for q in there if q.ends == ours.ends]
            of_it = [q for q in there if set(q.nouns) & set(ours.nouns)]
            if any(q in of_it for q in same):
                return None
            if same and of_it and found is None:
                found = Whole(ours, of_it[0], sentence, document)
    return found


def _part(claim: str, ours: Quantity, document: Document) -> Whole | None:
    """ "1.2 million children. Of these, 510,000 go to primary school": the claim's are these."""
    asked = gist(claim)
    for whole, part in _parts(document):
        theirs = [q for q in _numbers(part) if comparable(ours, q)]
        if not theirs or _exactly(part, ours) or not _has(whole, ours):
            continue
        of_part = (asked - senses_of(whole) - _LIGHT) & senses_of(part)
        if of_part and not _said_elsewhere(ours, of_part, document):
            return Whole(ours, theirs[0], part, document)
    return None


def _parts(document: Document) -> Iterator[tuple[str, str]]:
    """Each text that tells of a whole, with the one behind it that tells of a part."""
    before = ""
    for sentence in _sentences(document.text):
        marker = _PART.search(sentence)
        if of := _OF_SO_MANY.search(sentence):
            yield of.group(), sentence[of.end() :]
        elif marker:
            counted = [q for q in _numbers(sentence) if q.end <= marker.start()]
            close = counted and not sentence[counted[-1].end : marker.start()].strip()
            # "2,100 of them in Lund": the number of the part stands before the words.
            start = counted[-1].start if close else marker.start()
            lead = sentence[:start]
            yield (lead if quantities(lead) else before), _to_the_comma(sentence[start:])
        before = sentence


def _to_the_comma(part: str) -> str:
    """ "Among them 19 crew, were saved": what follows the comma is said of the whole again."""
    counted = quantities(part)
    comma = re.search(r",\s", part[counted[0].end :]) if counted else None
    return part[: counted[0].end + comma.start()] if comma else part


def _of_all(claim: str, ours: Quantity, document: Document) -> Whole | None:
    """ "Of all visitors, 700,000 were children": not those of the house that the claim names."""
    if _OF_ALL.search(claim) or ours.kind != "cardinal" or ours.unit == "percent":
        return None
    for sentence in _sentences(document.text):
        narrower = names(claim) - senses_of(f"{document.title} {sentence}")
        if narrower and _OF_ALL.search(sentence) and _has(sentence, ours):
            if has_pronoun(sentence) or _said_elsewhere(ours, narrower, document):
                return None
            return Whole(ours, None, sentence, document)
    return None


def _said_elsewhere(
    ours: Quantity, narrower: set[str] | frozenset[str], document: Document
) -> bool:
    """Does a sentence give that number of the narrower thing, and of no whole?"""
    return any(
        narrower <= senses_of(s) and _has(s, ours)
        for s in _sentences(document.text)
        if not any(way.search(s) for way in (_PART, _OF_SO_MANY, _OF_ALL))
    )


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[str, ...]:
    """A page's sentences, which every claim is held against."""
    return tuple(tidy(text[start:end]) for start, end in sentence_spans(text))


def _numbers(text: str) -> tuple[Quantity, ...]:
    return outside(quantities(text), dates(text))


def _has(text: str, ours: Quantity) -> bool:
    """Does a text have that number, be it as "about" so many?"""
    return _exactly(text, ours) or any(
        comparable(ours, q) and relation(ours, q) in {"same", "rounding"} for q in _numbers(text)
    )


def _exactly(text: str, ours: Quantity) -> bool:
    return any(comparable(ours, q) and q.ends == ours.ends for q in _numbers(text))
