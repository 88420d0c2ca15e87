"""The one date a sentence gives: a day, a month or a year, as a span of days."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY = re.compile(
    rf"(?<![\w-])(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})\.?,? (?P<y1>\d{{4}})"
    rf"|(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})"
    rf"|(?P<m3>{_MONTH})\.?,? (?:of )?(?P<y3>\d{{4}})"
    r"|(?:in|during|of|since|until|by|year|from|to|late|early|mid-|back in|throughout) "
    r"(?P<y4>(?:19|20)\d{2})"
    rf"|(?P<y5>(?:19|20)\d{{2}}) (?=(?:visit|summit|speech|interview|meeting|address|trip|letter)))"
    rf"(?![\w-])",
    re.I,
)
SPAN = re.compile(r"\b(?:since|from|until|till|between|through|to|by)\s+$", re.I)

Days = tuple[date, date]


def date_said(text: str, on: date | None) -> Days | None:
    """The span of days of the only date in the text; None where it gives none, or several.

    A date that only begins or ends a span ("since 2013", "until May 2014") fixes no day.
    """
    found = list(DAY.finditer(text))
    if len(found) != 1:
        return None
    match = found[0]
    lead = text[: match.start()] + (match[0].split()[0] + " " if match["y4"] else "")
    if SPAN.search(lead):
        return None
    return _span(match)


def _span(match: re.Match[str]) -> Days | None:
    try:
        if match["iso"]:
            day = date.fromisoformat(match["iso"])
            return day, day
        year = int(next(match[y] for y in ("y1", "y2", "y3", "y4", "y5") if match[y]))
        month = next((MONTHS[match[m].lower()] for m in ("m1", "m2", "m3") if match[m]), 0)
        number = next((int(match[d]) for d in ("d1", "d2") if match[d]), 0)
        if number:
            day = date(year, month, number)
            return day, day
        if month:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return date(year, month, 1), last
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None
