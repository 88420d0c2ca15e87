"""What follows from two dates of the sources: how long something lasted, and which came first.

"Ann Lee died aged 85", "the bank was founded 20 years after the mill", "Ann Lee died before
the war museum opened": each side is dated by the sources' own single events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verify.checkers.dates_events import LIFE, ONCE
from verify.checkers.dates_read import Mention, dates
from verify.checkers.dates_told import NAME as CHECKER
from verify.checkers.dates_told import Told, show
from verify.checkers.numbers import fact
from verify.checkers.quantities_units import WORD_VALUES
from verify.checkers.subjects import leading, plain, same_subject
from verify.types import Finding, Outcome

_WORD = "|".join(sorted(WORD_VALUES, key=len, reverse=True))
NUMBER = rf"(?:{_WORD})(?:-(?:{_WORD}))?|\d{{1,3}}"
_AGED = re.compile(
    rf"\b(?:died|passed\saway|death)\b[^.;]{{0,40}}?\b(?:aged?|at(?:\sthe\sage\sof)?)\s"
    rf"(?P<age>{NUMBER})(?=[.,;!]|$|\s(?:in|on|after|from|of|and|when)\b)",
    re.I,
)
_ORDER = re.compile(
    rf"(?:,\s)?(?:\b(?P<about>about|around|some|almost|nearly|more\sthan|over|less\sthan)\s)?"
    rf"(?:\b(?P<years>{NUMBER})\syears?\s)?\b(?P<way>before|after)\s",
    re.I,
)
_VERB = re.compile(rf"\b(?:{'|'.join(ONCE)})\b")


@dataclass(frozen=True, slots=True)
class _Dated:
    mention: Mention
    told: Told


def followed(claim: str, told: Sequence[Told]) -> Iterator[Finding]:
    """What the sources' dates make of an age at death, or of an order of two events."""
    yield from _ages(claim, told)
    yield from _orders(claim, told)


def _ages(claim: str, told: Sequence[Told]) -> Iterator[Finding]:
    match = _AGED.search(claim)
    subject = leading(plain(claim)[: plain(claim).find("died")]) if "died" in claim else None
    if not match or not subject or dates(claim):
        return
    born, died = (one_date(kind, subject, told) for kind in ("birth", "death"))
    if born is None or died is None:
        return
    least, most = _years(born.mention, died.mention)
    age = value(match["age"])
    yield _finding(
        "lasted",
        least <= age <= most,
        f"the claim says {age}",
        (born, died),
        f"{_span(least, most)} at death",
    )


def _orders(claim: str, told: Sequence[Told]) -> Iterator[Finding]:
    found = list(_ORDER.finditer(claim))
    if len(found) != 1 or dates(claim):
        return
    order = found[0]
    first, second = claim[: order.start()], claim[order.end() :].rstrip(" .!")
    one, two = _named(first, told), _named(second, told)
    if one is None or two is None:
        return
    earlier, later = (one, two) if order["way"].lower() == "before" else (two, one)
    gap = (later.mention.first - earlier.mention.last).days
    if earlier.mention.first <= later.mention.last and gap < 0:
        return  # they overlap: it cannot be told
    if gap < 0 or not order["years"]:
        worked = f"{show(earlier.mention)} against {show(later.mention)}"
        yield _finding("order", gap >= 0, f"the claim's order: {order['way']}", (one, two), worked)
    elif not order["about"]:
        least, most = _years(earlier.mention, later.mention)
        years = value(order["years"])
        # "Ten years after" is counted in calendar years as often as in full ones.
        holds = least - 1 <= years <= most + 1
        said = f"the claim says {years} years"
        yield _finding("lasted", holds, said, (one, two), _span(least, most))


def _named(clause: str, told: Sequence[Told]) -> _Dated | None:
    """The sources' one date of the event that a clause names: a subject and a verb, no more."""
    verbs = list(_VERB.finditer(clause))
    if len(verbs) != 1 or re.search(r"\b(?:not|never|n't)\b", clause):
        return None
    rest = clause[verbs[0].end() :].strip(" ,")
    lead = re.sub(r"\s(?:was|were|is|had|been)\s*$", "", clause[: verbs[0].start()].rstrip())
    subject = leading(lead)
    if rest or not subject or len(subject.split()) < len(lead.split()) - 1:
        return None
    return one_date(ONCE[verbs[0].group()], subject, told)


def one_date(kind: str, subject: str, told: Sequence[Told]) -> _Dated | None:
    """The date of an event, where all sources that date it agree."""
    found = [
        _Dated(t.event.mention, t)
        for t in told
        if t.event.kind == kind
        and (kind in LIFE or not t.event.how)
        and any(same_subject(subject, name) for name in t.names)
    ]
    if not found:
        return None
    best = min(found, key=lambda d: (d.mention.last - d.mention.first).days)
    agree = all(
        d.mention.first <= best.mention.first and best.mention.last <= d.mention.last for d in found
    )
    return best if agree else None


def value(word: str) -> int:
    """ "85" or "eighty-five"."""
    return (
        int(word) if word.isdigit() else int(sum(WORD_VALUES[w] for w in word.lower().split("-")))
    )


def _years(one: Mention, two: Mention) -> tuple[int, int]:
    """The least and the most full years that can lie between two dates."""
    return (
        full_years(one.last.timetuple()[:3], two.first.timetuple()[:3]),
        full_years(one.first.timetuple()[:3], two.last.timetuple()[:3]),
    )


def full_years(one: tuple[int, ...], two: tuple[int, ...]) -> int:
    """Full years from one day to another, each as year, month, day."""
    return two[0] - one[0] - (two[1:] < one[1:])


def _span(least: int, most: int) -> str:
    return f"{least} years" if least == most else f"{least} or {most} years"


def _finding(
    detail: str, holds: bool, said: str, pair: tuple[_Dated, _Dated], worked: str
) -> Finding:
    one, two = pair
    return Finding(
        CHECKER,
        Outcome.SUPPORTS if holds else Outcome.REFUTES,
        f"From the sources' dates, {show(one.mention)} and {show(two.mention)}: {worked}; {said}.",
        tuple(dict.fromkeys(fact(d.told.event.source, d.told.document) for d in pair)),
        detail,
    )
