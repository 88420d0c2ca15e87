"""Events that happen once to one thing, with their dates: born, died, founded, released.

Who was born has one day of birth; so two dates of such an event of the same subject
contradict each other, however differently the sentences are worded. What can happen twice
("won", "married", "was elected") is not in the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from verify.checkers.agreement import HEDGES, NEGATIONS
from verify.checkers.dates_read import Mention, dates
from verify.checkers.subjects import NAME, PRONOUN, bare, leading, names_of, plain
from verify.checkers.wording import STOP, sentence_spans, words

ONCE = {
    "born": "birth",
    "died": "death",
    "assassinated": "assassination",
    "beheaded": "execution",
    "executed": "execution",
    "founded": "founding",
    "established": "founding",
    "incorporated": "incorporation",
    "dissolved": "end",
    "disbanded": "end",
    "abolished": "end",
    "discontinued": "end",
    "opened": "opening",
    "inaugurated": "opening",
    "released": "release",
    "premiered": "premiere",
    "debuted": "premiere",
    "published": "publication",
    "completed": "completion",
    "demolished": "demolition",
    "launched": "launch",
    "discovered": "discovery",
    "invented": "invention",
    "ratified": "ratification",
    "enacted": "enactment",
    "cancelled": "cancellation",
    "canceled": "cancellation",
}
# Verbs of what is mostly done once to a thing that is named; where and how must agree.
MOSTLY_ONCE = frozenset(
    "built constructed designed created written composed formed introduced signed killed buried"
    " sank sunk crashed erected renamed acquired merged began ended graduated retired joined became"
    " destroyed recorded commissioned produced filmed settled chartered granted adopted closed"
    " replaced started transferred revoked purchased effect force".split()
)
_NAMED_YEAR = re.compile(r"\b(?:is|was|are|were)\s(?:a|an|the)\s(?:[\w-]+\s){0,2}$")
LIFE = frozenset(("birth", "death"))  # these need no agreement on where and how
MOST_BETWEEN = 7  # words between the verb and its date

_AUXILIARY = frozenset(
    "was were is are be been being has have had first originally officially formally initially"
    " eventually finally later also both subsequently".split()
)
_BREAK = re.compile(r"[;:]|\b(?:and|but|who|which|while|when|where|after|before|because)\b", re.I)
_ANY_OF = re.compile(r"\b(?:an?|another|some|several|many|more|new)\s", re.I)  # "a novel"
_LOOSE_BEFORE = re.compile(
    r"\b(?:c\.|ca\.|circa|about|around|approximately|roughly|probably|possibly|either|or"
    r"|not|n't|later\sthan|earlier\sthan)\s*$",
    re.I,
)
_LOOSE_AFTER = re.compile(
    r"^\s*(?:\(?\?|,?\s?or\s|,\s(?:1\d|20)\d\d\b|and\s(?:1|2|later|earlier)|BCE?\b|B\.C\.|\["
    r"|\(O\.?S|\(?disputed|/)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Event:
    """One event with its date. `subject` is the name that it happened to.

    `subjects` are that name and other names that the sentence gives it; () where it has a
    pronoun or "the film" in its place: the event is then its paragraph's subject's.
    `how` are the stems between the verb and the date, `span` the verb's; offsets are those
    of `sentence`.
    """

    kind: str
    mention: Mention
    subjects: tuple[str, ...]
    how: frozenset[str]
    span: tuple[int, int]
    sentence: str  # as read, without what `plain` takes out
    source: str  # as it stands in the text


@lru_cache(maxsize=4096)
def events(text: str, day: date | None = None) -> tuple[Event, ...]:
    """The single events of a text that have a certain date and a subject. Never raises."""
    found: list[Event] = []
    for start, end in sentence_spans(text):
        sentence = plain(text[start:end])
        mentions = dates(sentence, day)
        lives = list(_lifespan(sentence, mentions))
        taken = {e.mention.start for e in lives}
        others = (_event(sentence, m) for m in mentions if m.start not in taken)
        every = [*lives, *(e for e in others if e is not None)]
        found += [replace(e, source=text[start:end]) for e in every]
    return tuple(found)


def _event(sentence: str, mention: Mention) -> Event | None:
    """The event of the table that a date belongs to; None where that is not certain."""
    if not _exact(sentence, mention):
        return None
    before = [w for w in words(sentence) if w.end <= mention.start][-MOST_BETWEEN - 1 :]
    for index in range(len(before) - 1, -1, -1):
        verb = before[index]
        kind = ONCE.get(sentence[verb.start : verb.end].lower())
        if kind is None:
            continue
        between = sentence[verb.end : mention.start]
        if _BREAK.search(between) or _ANY_OF.search(between) or _turned(sentence):
            return None
        subject = _subject(sentence, verb.start)
        if subject is None:
            return None
        how = frozenset(w.stem for w in before[index + 1 :] if w.stem not in STOP)
        names = names_of(subject, sentence)
        return Event(kind, mention, names, how, (verb.start, verb.end), sentence, "")
    return None


def single(sentence: str, mention: Mention) -> bool:
    """Is it an event that a thing has once, so that another date of it is a contradiction?"""
    left = sentence[: mention.start]
    if mention.role == "since" or named_year(sentence, mention):
        return True
    verbs = [m for m in re.finditer(r"[a-z]+", left) if m.group() in ONCE.keys() | MOSTLY_ONCE]
    return bool(verbs) and not _ANY_OF.search(left[verbs[-1].end() :])


def named_year(sentence: str, mention: Mention) -> bool:
    """Is it the year of a thing that the sentence defines: "is a 1970 film"?"""
    return mention.grain == "year" and bool(_NAMED_YEAR.search(sentence[: mention.start]))


def _exact(sentence: str, mention: Mention) -> bool:
    """Is the date given as certain: no "circa", no "or", no "BC"?"""
    return (
        mention.role == "at"
        and mention.year
        and not _LOOSE_BEFORE.search(sentence[max(0, mention.start - 24) : mention.start])
        and not _LOOSE_AFTER.match(sentence[mention.end : mention.end + 16])
    )


def _turned(sentence: str) -> bool:
    """Does the sentence, its dates ("May") aside, deny or hedge anything?"""
    days = dates(sentence)
    items = (w for w in words(sentence) if not any(d.start <= w.start < d.end for d in days))
    told = {sentence[w.start : w.end].lower().replace("’", "'") for w in items}
    return bool(told & (NEGATIONS | HEDGES)) or any(w.endswith("n't") for w in told)


_WHO = re.compile(r",\s(?:who|which)$")  # "Ann Lee, who was born in 1950"


def _subject(sentence: str, verb: int) -> str | None:
    """The name before a verb; "" for a pronoun or "the film"; None where it cannot be told."""
    left = sentence[:verb].rstrip()
    finite = sentence[verb:].startswith("died")
    while (last := re.search(r"[\w’'-]+$", left)) and last.group().lower() in _AUXILIARY:
        left, finite = left[: last.start()].rstrip(), True
    left = _WHO.sub("", left)
    if left.endswith((",", ")", "(")):
        return _behind_aside(left, finite=finite)
    if not left:
        return None
    if last and PRONOUN.match(last.group()):
        return ""
    names = [m for m in NAME.finditer(left) if m.end() == len(left)]
    if names:
        return bare(names[0].group(), left[: names[0].start()])
    if re.fullmatch(r"(?:The|This)\s[a-z]+(?:\s[a-z]+)?", left):
        return ""  # not "her husband", who is somebody else
    # "Smith is a painter born in 1950": the name that the sentence begins with.
    return leading(left) if re.search(r"\b(?:is|was)\san?\b[^,;:()]*$", left) else None


def _behind_aside(left: str, *, finite: bool) -> str | None:
    """The name that a sentence begins with, if but an aside stands between it and the verb.

    "Ann Lee, a niece of Tom Gray, born in 1950": a bare participle may be the niece's or his.
    """
    lead = NAME.match(left.strip("“\"'` ("))
    aside = left.strip("“\"'` (")[lead.end() :] if lead else ""
    starts = re.match(r"\s?[,(]|[”\"]|$", aside)
    names = re.search(r"\b[A-ZÀ-Þ]", re.sub(r"\([^()]*\)", "", aside))
    return leading(left) if starts and (finite or not names) else None


_BRACKETS = re.compile(r"\(([^()]{6,160})\)")
_DASH = re.compile(r"\s?(?:[–—-]{1,2}|to)\s?")


def _lifespan(sentence: str, mentions: tuple[Mention, ...]) -> Iterator[Event]:
    """ "Ann Lee (20 May 1894 – 3 June 1986) was": birth and death, if one is given to the day."""
    for brackets in _BRACKETS.finditer(sentence):
        inside = [m for m in mentions if brackets.start() < m.start < brackets.end()]
        if len(inside) != 2 or "day" not in {m.grain for m in inside}:
            continue
        born, died = inside
        subject = leading(sentence[: brackets.start()])
        lead = sentence[: brackets.start()].count(",") <= 1
        dash = _DASH.fullmatch(sentence[born.end : died.start])
        if dash and lead and subject and born.last < died.first:
            for kind, mention in (("birth", born), ("death", died)):
                names = names_of(subject, sentence)
                yield Event(kind, mention, names, frozenset(), brackets.span(), sentence, "")
