"""Relative dates: `last Tuesday`, `this year`, `three days ago`, held against the article's day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from verify.claims import lexicon as lx
from verify.claims.phrases import Tokens
from verify.claims.schedule import FUTURE, to_come
from verify.claims.tokens import DROPPED, Tag, Token
from verify.claims.trees import Tree
from verify.types import Dated

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNITS = ("day", "week", "month", "year")
SMALL = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten".split())
}
SMALL |= {"a": 1, "an": 1}
DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
SHIFTS = {"this": 0, "last": -1, "next": 1, "previous": -1, "coming": 1}
GOVERN = frozenset(
    "since until from by before after in of during for throughout over through till between"
    " around".split()
)  # before these a date stands without `in` or `on`
PARTS = frozenset({"morning", "afternoon", "evening", "night"})


def within_marks(tokens: Tokens) -> set[int]:
    """The words of quotations, which stay as they were said: somebody else's `tonight`."""
    inside: set[int] = set()
    opened = -1
    for i, token in enumerate(tokens):
        if opened < 0 and token.text in ("“", "«", '"', "``"):
            opened = i
        elif opened >= 0 and token.text in ("”", "»", '"', "''"):
            inside |= set(range(opened, i + 1))
            opened = -1
    return inside


def resolve_dates(
    tokens: list[Token], published: Dated | None, tree: Tree | None = None
) -> list[str]:
    """Set `means` on the relative dates among the tokens; return those left unresolved."""
    unresolved = []
    quoted = within_marks(tokens)
    i = 0
    while i < len(tokens):
        found = None if i in quoted else _relative(tokens, i)
        if found is None:
            i += 1
            continue
        length, kind, amount = found
        ahead = (
            to_come(tree, i) if tree else any(t.lower in FUTURE for t in tokens[max(0, i - 12) : i])
        )
        text = _spell(kind, amount, published, ahead=ahead)
        if i and tokens[i - 1].lower in GOVERN:
            text = text.removeprefix("in ").removeprefix("on ")
        if text:
            tokens[i].means = text
            for token in tokens[i + 1 : i + length]:
                token.means = DROPPED
        else:
            unresolved.append(" ".join(t.text for t in tokens[i : i + length]))
        i += length
    return unresolved


MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
Relative = tuple[int, str, int]  # tokens, what is counted, how many


def _relative(tokens: Tokens, i: int) -> Relative | None:
    word = tokens[i].lower
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    third = tokens[i + 2].lower if i + 2 < len(tokens) else ""
    named = i > 0 and tokens[i].text[:1].isupper() and tokens[i - 1].text[:1].isupper()
    if word in DAYS and after != "'s" and not named:  # USA Today
        return 1, "day", DAYS[word]
    if word in SHIFTS and after in UNITS[1:]:
        whole = not (i and tokens[i - 1].tag is Tag.DET)
        return (2, after, SHIFTS[word]) if whole and third != "'s" else None
    if word in ("last", "next") and after in MONTHS and not _dated(tokens, i + 2):
        return 2, f"{word} {after}", 0
    if word == "on" and after in WEEKDAYS and third in PARTS:
        return 3, f"{third} {after}", 0
    if word in ("last", "next", "this") and after in WEEKDAYS:
        return 2, "last " + after if word != "next" else "next " + after, 0
    if word == "on" and after in WEEKDAYS and third not in PARTS and not _dated(tokens, i + 2):
        return 2, "on " + after, 0
    if word in WEEKDAYS and not _dated(tokens, i + 1) and after != "'s":
        before = tokens[i - 1].tag if i else Tag.STOP
        free = before not in (Tag.DET, Tag.PREP, Tag.NAME) and not after.endswith(("s", "night"))
        return (1, "on " + word, 0) if free and tokens[i].text[:1].isupper() else None
    if third == "ago" and after.rstrip("s") in UNITS:
        number = SMALL.get(
            word, int(word) if word.isascii() and word.isdigit() and len(word) < 4 else -1
        )
        return (3, after.rstrip("s"), -number) if number > 0 else None
    return None


def _dated(tokens: Tokens, at: int) -> bool:
    """A full date follows the weekday: `on Tuesday, 16 December`."""
    near = tokens[at : at + 3]
    return any(t.tag is Tag.NUM or t.lower.rstrip(".") in lx.MONTHS for t in near)


def _spell(kind: str, amount: int, published: Dated | None, *, ahead: bool) -> str:
    """The date in words; "" where the article's own date is not known well enough."""
    if published is None:
        return ""
    iso = published.value.iso
    day = published.value.last
    if kind == "year" and abs(amount) < day.year:
        return f"in {day.year + amount}" if day.year + amount <= 9999 else ""
    if kind == "month" and len(iso) >= 7:
        months = day.year * 12 + day.month - 1 + amount
        inside = 12 <= months < 120_000
        return f"in {calendar.month_name[months % 12 + 1]} {months // 12}" if inside else ""
    if kind.split()[-1] in MONTHS and len(iso) >= 7:
        return _month(day, MONTHS[kind.split()[-1]], later=kind.startswith("next"))
    if len(iso) < 10:
        return ""
    if kind in ("week", "day"):
        return _week_or_day(day, kind, amount)
    mode, name = kind.split()
    future = mode == "next" or (mode == "on" and ahead)
    if mode in PARTS:
        when = _on(_weekday(day, WEEKDAYS.index(name), future=False, same=True))
        return f"on the {mode} of {when.removeprefix('on ')}"
    return _on(_weekday(day, WEEKDAYS.index(name), future=future, same=mode == "on"))


def _month(day: date, wanted: int, *, later: bool) -> str:
    """`last March`: the latest March before the article's month."""
    year = day.year
    if later and wanted <= day.month:
        year += 1
    elif not later and wanted >= day.month:
        year -= 1
    return f"in {calendar.month_name[wanted]} {year}" if 0 < year <= 9999 else ""


def _week_or_day(day: date, kind: str, amount: int) -> str:
    try:
        moved = day + timedelta(days=amount * (7 if kind == "week" else 1))
        monday = moved - timedelta(days=moved.weekday())
    except OverflowError:
        return ""
    return _on(moved) if kind == "day" else f"in the week of {monday.day} {monday:%B} {monday.year}"


def _weekday(day: date, wanted: int, *, future: bool, same: bool) -> date:
    """The nearest such weekday before (or after) the article's day; the day itself where `same`."""
    step = 1 if future else -1
    distance = (wanted - day.weekday()) * step % 7
    distance = 7 if distance == 0 and not same else distance
    try:
        return day + timedelta(days=step * distance)
    except OverflowError:
        return day


def _on(day: date) -> str:
    return f"on {day.day} {calendar.month_name[day.month]} {day.year}"
