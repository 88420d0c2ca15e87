"""How old somebody is on the article's day, worked out from a birth that the sources date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from verify.checkers.dates_order import NUMBER, full_years, one_date, value
from verify.checkers.dates_spans import whole
from verify.checkers.dates_told import NAME as CHECKER
from verify.checkers.dates_told import Told, show
from verify.checkers.numbers import fact
from verify.types import Finding, Outcome

# "Ann Lee is aged 61.", "Ann Lee was 78.", "Ann Lee was 30 in 1975."
_AGED = re.compile(
    rf"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)+)\s(?P<verb>is|was)\s(?:aged\s)?"
    rf"(?P<age>{NUMBER})(?:\syears?\sold)?(?:\sin\s(?P<year>1[89]\d\d|20\d\d))?\.?"
)
MOST_OFF = 1  # years: an age is printed before and after a birthday alike


def aged(claim: str, told: Sequence[Told], on: date | None) -> Iterator[Finding]:
    """Whether the age that a claim gives is that of the article's day, or of the year it names.

    Who was of an age may have been so at another time: that is never refuted.
    """
    match = _AGED.fullmatch(claim)
    born = one_date("birth", match["name"], told) if match and on else None
    if match is None or born is None or on is None:
        return
    year = int(match["year"] or 0)
    first, last = whole(year) if year else (on, on)
    least = full_years(born.mention.last.timetuple()[:3], first.timetuple()[:3])
    most = full_years(born.mention.first.timetuple()[:3], last.timetuple()[:3])
    age = value(match["age"])
    far = not least - MOST_OFF <= age <= most + MOST_OFF
    if not least <= age <= most and not (far and (match["verb"] == "is" or year)):
        return
    years = f"{least}" if least == most else f"{least} or {most}"
    when = f"in {year}" if year else f"on {on}"
    yield Finding(
        CHECKER,
        Outcome.REFUTES if far else Outcome.SUPPORTS,
        f"Born {show(born.mention)}: {years} {when}; the claim says {age}.",
        (fact(born.told.event.source, born.told.document),),
        "lasted",
    )
