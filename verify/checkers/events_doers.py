"""Who does it: "Ann Lee sings in the film, which Tom Gray directs" has not Lee direct it.

Such a sentence has all words of "Lee directs the film". Only noted, and only where no sentence
has the claim's own subject, or "she", right before the verb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.checkers.full_names import OPENERS
from verify.checkers.matter import Told, tellings
from verify.checkers.senses import PAST, names, sense
from verify.checkers.subjects import bare
from verify.checkers.ties import NAME, Paired, paired_names
from verify.checkers.wording import stem, words
from verify.types import Passage

_PART = r"[A-ZÀ-Þ][^\W\d_]+(?:[’'-][A-ZÀ-Þ][^\W\d_]+)*"
_SUBJECT = re.compile(rf"{_PART}(?:\s{_PART})+")
_VERB = re.compile(rf"\s(?:(?:has|have|had)\s)?(?P<verb>[a-z]{{2,}}(?:ed|s)|{'|'.join(PAST)})\b")
# What says nothing of its own, or takes its sense from a word behind it.
_NO_VERBS = frozenset("was has is does says became leaves comes goes makes takes".split())
_CLAUSE = (
    r"(?:^|[,;:]\s|\b(?:which|whom|that|while|but|whereas|when|because|after|before|as)\s)"
    r"(?:[a-z]+\s)?"
)
_HAVE = r"(?:\s(?:has|have|had))?\s$"
_ACTS = re.compile(rf"{_CLAUSE}(?P<name>{_PART}(?:\s{_PART})*){_HAVE}")
_DONE_BY = re.compile(rf"\bby\s(?:the\s)?{NAME}")
_WHO_ACTS = re.compile(rf"(?P<name>{_PART}(?:\s{_PART})*),?\swho{_HAVE}")


@dataclass(frozen=True, slots=True)
class Doer:
    """Another name with the claim's verb, in the page's words."""

    words: str
    told: Told


def paired_doers(claim: str, passages: tuple[Passage, ...]) -> Paired | None:
    """The one "by" whom the claim ends: "directed by Lee and written by Gray"."""
    return paired_names(claim, passages, _DONE_BY)


def other_doer(claim: str, passages: tuple[Passage, ...]) -> Doer | None:
    """The first sentence that has another than the claim's subject do what the claim says."""
    subject = _SUBJECT.match(claim)
    verb = _VERB.match(claim, subject.end()) if subject else None
    if subject is None or verb is None or verb["verb"] in _NO_VERBS:
        return None
    ours, done = names(subject.group()), sense(stem(verb["verb"]))
    found = None
    for told in tellings(claim, passages):
        for word in words(told.sentence):
            if sense(word.stem) != done:
                continue
            doer = _doer(told.sentence[: word.start])
            if not doer or names(doer) & ours:
                return None
            found = found or Doer(f"{doer} {told.sentence[word.start : word.end]}", told)
    return found


def _doer(before: str) -> str:
    """The name that a verb follows; "" where it is a pronoun's, or several do it."""
    lead = _WHO_ACTS.search(before) or _ACTS.search(before)
    if lead is None or lead["name"].split()[0].lower() in OPENERS:
        return ""
    return bare(lead["name"], before[: lead.start("name")]) or ""
