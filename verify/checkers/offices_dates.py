"""The time a sentence gives for a role: a date, a time counted back from publication, or "once"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
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
    r"|(?P<y5>(?:19|20)\d{2})(?=\s(?:visit|summit|speech|interview|meeting|address|trip|letter|memo|"
    r"call|deal|vote|bill|law|order|election)))"
    rf"(?![\w-])",
    re.I,
)
SPAN = re.compile(r"\b(?:since|from|until|till|between|through|to|by)\s+$", re.I)
DECADE = re.compile(r"\bthe\s+(?P<decade>(?:19|20)\d0)s\b")
MONTH_ALONE = re.compile(
    rf"\b(?:in|last|on|late|early|since)\s+(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+)?"
    rf"(?P<month>{_MONTH})\b\.?(?:\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b)?(?!,?\s+(?:of\s+)?\d{{4}})"
    r"(?!\s+[A-Z])",
    re.I,
)
RECENT = re.compile(
    r"\b(?:yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last|this|earlier this) week)\b",
    re.I,
)
THIS_MONTH = re.compile(r"(?<!later )\b(?:last|this|earlier this|past) month\b", re.I)
THIS_YEAR = re.compile(
    r"(?<!later )\b(?:this year|(?:last|past|this) (?:spring|summer|autumn|fall|winter))\b", re.I
)
LAST_YEAR = re.compile(r"\b(?:last year|a year (?:ago|earlier|before))\b", re.I)
COUNTS = {word: i for i, word in enumerate("zero one two three four five six seven".split())}
COUNTS |= {"a": 1, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "couple": 2}
VAGUE = ("several", "some", "many", "few")
AGO = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{'|'.join((*COUNTS, *VAGUE))})\s+(?:of\s+|more\s+)?"
    r"(?P<unit>week|month|year|decade)s?\s+"
    r"(?:ago|earlier|before|back|previously)\b",
    re.I,
)
LOOSELY = re.compile(
    r"\b(?:once\s+(?:\w+ed|said|told|wrote|met|was|had|gave|made|held|ran|led|spoke|sought|won)\b|"
    r"back then|back when|at the time|in those days|that year|years (?:ago|earlier|before)|"
    r"decades? (?:ago|earlier|before)|last (?:century|decade)|previously|originally|famously|"
    r"(?:first|second|previous|earlier|last) (?:term|administration|presidency|"
    r"premiership|tenure|stint)|days of|era of|in the (?:reign|days|era|time))\b",
    re.I,
)
_SAYING = (
    r"said|says|told|tells|added|adds|warned|warns|argued|argues|claimed|claims|insisted|insists|"
    r"announced|announces|noted|notes|stressed|stated|states|predicted|predicts|promised|vowed|"
    r"explained|believes|thinks|thought|acknowledged|admitted|conceded|suggested|complained"
)
SAYING = re.compile(
    rf"\b(?:{_SAYING})\b(?!\s+(?:in|on|back|late|early|last|earlier|this|once|yesterday|a|two|"
    r"three|four|five|\w+day)\b)",
    re.I,
)
SAID_AFTER = re.compile(rf"\W*(?:has\s+|had\s+)?(?:{_SAYING})\b", re.I)
# Where the words that tell when the role was held end: after the name, and before it.
TAIL_END = re.compile(
    r"[,;:—–(“”\"]|\s(?:that|who|whom|whose|which|where|since|until|after|before)\b"
)
LEAD_END = re.compile(r"[;:“”\"()]|\b(?:that|because|whether)\b")
# Between a name and its verb: (R-Fla.); , the Montana Democrat,
ASIDE = re.compile(
    r"^(?:['’]s?)?\s*(?:\([^()]{1,24}\)|,\s*[RDI]-[\w.]+)?"
    r"(?:,\s+(?:the|an?|who)\s[^,;:()“”\"]{2,60}(?=,))?,?\s*"
)
AFTERWARDS = re.compile(r",\s+(?:\w+ed|born|sworn|chosen|made|whose|who|which|where|with)\b")
INTRODUCED = 60  # characters before a role that can still be "In 2009, when …"

Days = tuple[date, date]
TO_COME = 6  # "in May" in an article of January may be next May
# "The prime minister had said": before what the article tells, perhaps before he left.
PERFECT = re.compile(
    r"\s+had\s+(?:(?:\w+ly|also|already|not)\s+)?(?:\w+ed|said|told|written|met|made|been)\b"
)
NOT_LONG = 62
LATELY = 10  # days that "last week" reaches back
LONG_AGO = 12  # "several years ago" reaches back so many at most


@dataclass(frozen=True, slots=True)
class When:
    """`days`: the one span of time the words give. `loosely`: an earlier time they do not fix."""

    days: Days | None = None
    loosely: bool = False


def when_said(
    sentence: str, first: int, last: int, on: date | None, *, set_off: bool = False
) -> When:
    """The time that a sentence gives for the role whose words stand at `first`–`last` in it.

    Only words of the role's own clause count: in "President X said prices had doubled
    in 2019" the year is not the title's. `set_off`: the role ends with an office between
    commas, so a verb may follow.
    """
    tail = "" if not set_off and AFTERWARDS.match(sentence, last) else _tail(sentence[last:])
    scope = f"{_lead(sentence, first, last)} | {tail}"
    told = (*spans_said(scope), *_relative(scope, on)) or tuple(_recent(scope, on))
    if on and PERFECT.match(sentence, last) and (not told or told[0][0] > _back(on, NOT_LONG)):
        return When((_back(on, NOT_LONG), on))
    spans = [s for s in told if not on or s[0] <= on]
    if len(spans) == 1 and not LOOSELY.search(scope):
        return When(spans[0])
    return When(None, bool(spans) or bool(LOOSELY.search(scope)))


def _lead(sentence: str, first: int, last: int) -> str:
    """The words before the role that belong to its clause."""
    lead = sentence[:first]
    for end in LEAD_END.finditer(lead):
        lead = sentence[end.end() : first]
    for verb in SAYING.finditer(lead):
        lead = sentence[first - len(lead) + verb.end() : first]
    stated = lead.rstrip().endswith(",") and len(lead) > INTRODUCED
    # "Prices doubled in 2019, Prime Minister X said": the year is that of what is said.
    return "" if stated or (SAID_AFTER.match(sentence, last) and len(lead) > INTRODUCED) else lead


def _tail(text: str) -> str:
    text = ASIDE.sub("", text)[:140]
    end = TAIL_END.search(text)
    text = text[: end.start()] if end else text
    said = SAYING.search(text)
    return text[: said.end()] if said else text


def spans_said(scope: str) -> Iterator[Days]:
    """Dates with a year, and decades. One that begins or ends a span fixes no day."""
    for match in DAY.finditer(scope):
        lead = scope[: match.start()] + (match[0].split()[0] + " " if match["y4"] else "")
        span = None if SPAN.search(lead) else _span(match)
        if span:
            yield span
    for match in DECADE.finditer(scope):
        year = int(match["decade"])
        yield date(year, 1, 1), date(year + 9, 12, 31)


def _relative(scope: str, on: date | None) -> Iterator[Days]:
    """Times counted back from the day of publication."""
    if on is None:
        return
    if THIS_MONTH.search(scope):
        yield on - timedelta(days=62), on
    if THIS_YEAR.search(scope):
        yield on - timedelta(days=365), on
    if LAST_YEAR.search(scope):
        yield date(on.year - 1, 1, 1), date(on.year - 1, 12, 31)
    for match in AGO.finditer(scope):
        yield _ago(match, on)
    for match in MONTH_ALONE.finditer(scope):
        span = _month(match, on)
        if span:
            yield span


def _recent(scope: str, on: date | None) -> Iterator[Days]:
    """On Monday, last week: an office that changed hands since may be the one of that day."""
    if on is not None and RECENT.search(scope):
        yield _back(on, LATELY), on


def _ago(match: re.Match[str], on: date) -> Days:
    """Two years ago: the years around that; a vague count reaches back as far as it may mean."""
    unit = {"week": 7, "month": 31, "year": 365, "decade": 3652}[match["unit"].lower()]
    word = match["count"].lower()
    if word in VAGUE:
        return _back(on, LONG_AGO * unit), _back(on, unit)
    count = COUNTS.get(word) or int(word)
    return _back(on, (count + 1) * unit), _back(on, (count - 1) * unit)


def _back(on: date, days: int) -> date:
    return on - timedelta(days=min(days, (on - date.min).days))


def _month(match: re.Match[str], on: date) -> Days | None:
    """The last month of that name, or the day in it; None where it may be one to come."""
    month, day = MONTHS[match["month"].lower()], int(match["d1"] or match["d2"] or 0)
    if match["month"].islower():
        return None  # may, march
    ahead = (month - on.month) % 12
    if 0 < ahead <= TO_COME or (ahead == 0 and day > on.day):
        return None
    year = on.year if month <= on.month else on.year - 1
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    except ValueError:
        return None


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
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None
