"""From when and until when: what a sentence says of a role beside that it was held.

"Has been chancellor since 2019", "a senator until March", "prime minister for six years": that
the office was held is half of such a claim. It is supported only where the record has the
same beginning and end, and is a note where it has not, or cannot tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from verify.checkers.dates_read import Mention, dates
from verify.checkers.offices_absence import Days, surely_not
from verify.checkers.offices_judge import ELECT_DAYS, Judgement
from verify.checkers.offices_lexicon import CHOSEN
from verify.checkers.offices_people import Meant
from verify.checkers.offices_roles import Role
from verify.checkers.terms import OfficeTable, Record

BREAK = 31  # days between two terms that are one to a reader
# Words of a role's own clause between the office and "since": "prime minister of Canada since".
_WORD = r"(?P<word>since|from|until|till|through|between)\s(?:the\s|at\sleast\s)?"
_AFTER = re.compile(rf"[^,;:.()“”\"]{{0,40}}?\s{_WORD}", re.I)
_BEFORE = re.compile(rf"^(?:[A-Z][a-z]+,\s)?{_WORD}(?=[^,;:.“”\"]{{3,40}},?\s$)", re.I)
_UP_TO = re.compile(r"\s(?:to|until|till|through|and)\s(?:the\s)?|\s?[–—-]\s?", re.I)
_LASTED = re.compile(
    r"[^,;:.()“”\"]{0,40}?\sfor\s(?:\w+\s){0,3}?[\w-]+\s(?:days|weeks|months|years|terms|decades?)\b",
    re.I,
)
# "The first Labour prime minister since 2010": the years are those of the others.
_RANKED = re.compile(r"\b(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)|only|most|\w+est)\b")
_HAS_BEEN = re.compile(r"\b(?:has|have|had)\s(?:\w+\s)?(?:been|served|led|headed|chaired)\b")
# What befell the holder, which no table of terms knows: "the late", "the jailed".
_BEFELL = re.compile(
    r"\b(?:late|ousted|deposed|toppled|disgraced|exiled|jailed|imprisoned|impeached)\s(?:\w+\s){0,2}$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The dates that a role is said to begin and to end with; both None where only a length."""

    begin: Mention | None
    end: Mention | None


def bounded(
    table: OfficeTable, sentence: str, role: Role, who: Meant, judged: Judgement, on: date | None
) -> Judgement:
    """A supported role, held to what the sentence says of its span as well."""
    if judged.outcome != "supports":
        return judged
    if _befell(sentence, role):
        return replace(judged, outcome="notes")
    if _chosen_otherwise(sentence, role, judged):
        return replace(judged, outcome="notes")
    said = bounds(sentence, role, on)
    if said is None or _confirmed(said, judged):
        return judged
    early = _too_early(table, sentence, role, who, said)
    if early:
        return replace(judged, outcome="refutes", detail="predecessor", days=early)
    return replace(judged, outcome="notes")


def _befell(sentence: str, role: Role) -> bool:
    """Is the holder called late, or ousted, right before the office?"""
    office = sentence.find(role.words, role.first) if role.words else -1
    lead = sentence[: office if office >= 0 else role.first]
    return bool(_BEFELL.search(lead)) or bool(_BEFELL.match(role.words + " "))


def bounds(sentence: str, role: Role, on: date | None) -> Bounds | None:
    """The span that the role's clause gives; None where it gives none.

    A title before a name has no span of its own: "President X has been in jail since May".
    """
    if role.form == "title" or _RANKED.search(sentence[role.first : role.last]):
        return None
    found = _AFTER.match(sentence, role.last)
    lead = _BEFORE.match(sentence[: role.first]) if found is None else None
    told = found or lead
    days = [m for m in dates(sentence, on) if told and m.end > told.end()]
    if told is None or not days or days[0].start > told.end():
        return Bounds(None, None) if _LASTED.match(sentence, role.last) else None
    word, first = told["word"].lower(), days[0]
    if word in {"until", "till", "through"}:
        return Bounds(None, first)
    if word == "since":
        return Bounds(first, None)
    joined = _UP_TO.match(sentence, first.end)
    last = next((m for m in days[1:] if joined and m.start <= joined.end() < m.end), None)
    return Bounds(first, last)


def _chosen_otherwise(sentence: str, role: Role, judged: Judgement) -> bool:
    """Was somebody "appointed in 2023", with no term on record that begins then or soon after?"""
    if role.days is None or not CHOSEN.search(sentence[role.first : role.last].lower()):
        return False
    first, last = role.days[0], role.days[1] + ELECT_DAYS
    return not any(r.may_from <= last and first <= r.sure_from for r in judged.own)


def _confirmed(said: Bounds, judged: Judgement) -> bool:
    """Does the record have a term that begins and ends as is said, without a break between?"""
    own = judged.own
    if said.begin is None and said.end is None:
        return False
    begins = [r for r in own if said.begin and _meets(said.begin, r.may_from, r.sure_from)]
    ends = said.end is None or any(_meets(said.end, r.sure_until, r.may_until) for r in own)
    until = said.end.first if said.end else judged.days[0] if judged.days else date.min
    return ends and (said.begin is None or any(_unbroken(r, own, until) for r in begins))


def _unbroken(term: Record, own: Sequence[Record], until: date) -> bool:
    """Was the office held from that term on to a day, by one term after another?"""
    end = term.may_until
    for record in sorted(own, key=lambda r: r.sure_from):
        if record.sure_from > term.sure_from and (record.may_from - end).days <= BREAK:
            end = max(end, record.may_until)
    return end >= until


def _meets(day: Mention, first: date, last: date) -> bool:
    return day.year and day.first <= last and first <= day.last


def _too_early(
    table: OfficeTable, sentence: str, role: Role, who: Meant, said: Bounds
) -> Days | None:
    """The days since which the office is surely not held, though that is what is said."""
    day = said.begin
    clause = sentence[max(0, role.first - 10) : role.last]
    if day is None or said.end is not None or not day.year or role.tense != "current":
        return None
    if role.quoted or not _HAS_BEEN.search(clause):
        return None
    days = (day.first, day.last)
    return days if surely_not(table, who, role, days) else None


# "House Speaker X led the House until October 2023": the title is that of then.
_TELLS_AN_END = re.compile(r"[^,;:()“”\"]{0,80}?\b(?:until|till)\s")


def told_of_then(sentence: str, last: int, on: date | None) -> bool:
    """Does the clause after a role at `last` tell of what ended at a date in the past?"""
    found = _TELLS_AN_END.match(sentence, last)
    if found is None or on is None:
        return False
    years = [
        m
        for m in dates(sentence, on)
        if m.year and m.start <= found.end() < m.end and m.first <= on
    ]
    return bool(years)
