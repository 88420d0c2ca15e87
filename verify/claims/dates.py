"""Relative dates: `last Tuesday`, `this year`, `three days ago`, held against the article's day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from verify.claims import lexicon as lx
from verify.claims.phrases import Tokens
from verify.claims.schedule import (
    FUTURE,
    aside_between,
    deadline,
    held_against,
    nowadays,
    particle,
    to_come,
)
from verify.claims.tokens import DROPPED, Tag, Token
from verify.claims.trees import AUXILIARIES, SUBJECTS, Tree
from verify.claims.verbs import base_of
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
    " around to with than below above against versus".split()
)  # before these a date stands without `in` or `on`
PARTS = frozenset({"morning", "afternoon", "evening", "night"})
# `nearly a year ago`, `more than two years ago`, `lower than a year ago`: no year, said exactly.
VAGUE = frozenset(
    "nearly almost about around over roughly some than under half barely just only exactly"
    " approximately".split()
)
COMPARED = frozenset({"from", "to", "with"})  # `up from a year ago`: from the same days then
RANGING = frozenset("to through thru till until - – —".split())
SPENT = frozenset("spend waste devote".split())  # `spent Monday asking`: the day is what was spent
OWN = ("compound", "nmod", "amod", "poss")  # `Monday's vote`, `the Monday vote`


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
    tokens: list[Token],
    published: Dated | None,
    tree: Tree | None = None,
    *,
    calendar_years: bool = True,
) -> list[str]:
    """Set `means` on the relative dates among the tokens; return those left unresolved.

    Without `calendar_years`, `next year` may be a school or a fiscal year and is left so.
    """
    unresolved = []
    quoted = within_marks(tokens)
    i = 0
    while i < len(tokens):
        found = None if i in quoted else _relative(tokens, i)
        if found is not None and tree is not None and not _adverbial(tree, i, found[0]):
            found = None
        if found is None:
            i += 1
            continue
        length, kind, amount = found
        ahead = (
            (to_come(tree, i) or deadline(tree, i))
            if tree
            else any(t.lower in FUTURE for t in tokens[max(0, i - 12) : i])
        )
        text = _spell(kind, amount, published, ahead=ahead)
        if tree is not None and ahead and aside_between(tree, i):
            text = ""  # `the bill, under debate on Monday, would …`: last Monday or the next
        if kind == "year" and tokens[i].lower in SHIFTS and not calendar_years:
            text = ""
        if _governed(tokens, i, tree) or (tree is not None and _is_thing(tree, i)):
            text = text.removeprefix("in ").removeprefix("on ")
        if text:
            after = tokens[i + length].text[:1] if i + length < len(tokens) else ""
            # `on Monday 20 men left`: two numbers in a row need a comma
            tokens[i].means = text + "," if after.isdigit() else text
            for token in tokens[i + 1 : i + length]:
                token.means = DROPPED
        else:
            unresolved.append(" ".join(t.text for t in tokens[i : i + length]))
        i += length
    return unresolved


MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
Relative = tuple[int, str, int]  # tokens, what is counted, how many


def _governed(tokens: Tokens, i: int, tree: Tree | None) -> bool:
    """Whether a date stands without `in` or `on`: `since last year`, `in March this year`, `down on
    last year`."""
    before = tokens[i - 1] if i else None
    if before is None:
        return False
    if tokens[i].lower in (*DAYS, "last") and particle(tokens, i - 1):
        return False
    month = before.text[:1].isupper() and before.lower in MONTHS
    on = before.lower == "on" and tree is not None and held_against(tree, i)
    return before.lower in GOVERN or on or (month and tokens[i].lower in SHIFTS)


def _adverbial(tree: Tree, i: int, length: int) -> bool:
    """Whether a date says when something is: not in `Monday's vote`, `the Saturday edition`, nor
    `today` for nowadays."""
    last = i + length - 1
    if tree.tokens[i].lower == "today" and nowadays(tree, i):
        return False
    if tree.tokens[last].lower not in (*WEEKDAYS, *PARTS):
        return True
    if tree.deps[last] in OWN and tree.heads[last] > last:
        return False
    plain = ("early", "late", "last", "next", "this")
    told = (k for k in tree.kids[last] if tree.deps[k] in ("det", "amod", "nummod"))
    return all(tree.tokens[k].lower in plain for k in told)


def _is_thing(tree: Tree, i: int) -> bool:
    """`today marks a year`, `spent Monday asking`: a day as subject or object, without `on`."""
    head = tree.heads[i]
    alone = head == i + 1 and tree.finite(head) and tree.subject(head) < 0
    if tree.deps[i] in SUBJECTS or (alone and tree.tokens[i].lower in (*WEEKDAYS, *DAYS)):
        first = min((k for k in tree.kids[head] if tree.deps[k] in AUXILIARIES), default=head)
        return min(first, head) == i + 1
    day = tree.tokens[i].lower in (*WEEKDAYS, *DAYS)
    return day and i > 0 and base_of(tree.tokens[i - 1].lower) in SPENT


def _relative(tokens: Tokens, i: int) -> Relative | None:
    word = tokens[i].lower
    after, third, fourth = (
        tokens[k].lower if k < len(tokens) else "" for k in (i + 1, i + 2, i + 3)
    )
    named = i > 0 and tokens[i].text[:1].isupper() and tokens[i - 1].text[:1].isupper()
    if word in DAYS and after != "'s" and not named:  # USA Today
        again = 2 * (after == "," and third in WEEKDAYS)  # `today, Tuesday, it was signed`
        return None if _spelt_out(tokens, i + 1) else (1 + again, "day", DAYS[word])
    if word in SHIFTS and after in UNITS[1:]:
        whole = not (i and tokens[i - 1].tag is Tag.DET)
        return (2, after, SHIFTS[word]) if whole and third != "'s" else None
    if word in ("last", "next") and after in MONTHS and not _dated(tokens, i + 2):
        return 2, f"{word} {after}", 0
    if word == "on" and after in WEEKDAYS and third in PARTS:
        return (3, f"{third} {after}", 0) if fourth != "'s" and not _dated(tokens, i + 3) else None
    if word in ("last", "next", "this", "on") and after in WEEKDAYS:
        if third == "'s" or third in PARTS or _dated(tokens, i + 2):
            return None
        mode = {"next": "next", "on": "on"}.get(word, "last")
        return 2, f"{mode} {after}", 0
    if word in WEEKDAYS:
        return _bare_weekday(tokens, i)
    if third == "ago" and after.rstrip("s") in UNITS:
        number = SMALL.get(
            word, int(word) if word.isascii() and word.isdigit() and len(word) < 4 else -1
        )
        before = tokens[i - 1].lower if i else ""
        loose = before in VAGUE or (after.startswith("year") and before in COMPARED)
        exact = fourth in DAYS or fourth in WEEKDAYS or fourth in ("this", "next")
        return (3, after.rstrip("s"), -number) if number > 0 and not (loose or exact) else None
    return None


def _bare_weekday(tokens: Tokens, i: int) -> Relative | None:
    """`it closed Monday`, `it closed Monday night`; not `the Monday`, `Monday to Friday`."""
    after, third = (tokens[k].lower if k < len(tokens) else "" for k in (i + 1, i + 2))
    before = tokens[i - 1] if i else None
    held = (Tag.DET, Tag.PREP, Tag.NAME, Tag.NUM)
    if not tokens[i].text[:1].isupper() or (before and before.tag in held):
        return None
    if before and (before.lower == "ago" or (before.tag is Tag.CONJ and _in_a_range(tokens, i))):
        return None
    if after in PARTS:
        dated = third == "'s" or _dated(tokens, i + 2)
        return (2, f"{after} {tokens[i].lower}", 0) if not dated else None
    if after == "'s" or after.endswith(("s", "night")) or _dated(tokens, i + 1):
        return None
    ranged = after in RANGING and third in WEEKDAYS
    return (1, "on " + tokens[i].lower, 0) if not ranged else None


def _in_a_range(tokens: Tokens, i: int) -> bool:
    """`between Monday and Friday`."""
    return i > 2 and tokens[i - 2].lower in WEEKDAYS and tokens[i - 3].lower == "between"


def _spelt_out(tokens: Tokens, at: int) -> bool:
    """The date itself follows: `today (Nov. 18)`, `today, 18 November`."""
    near = tokens[at + 1 : at + 3] if at < len(tokens) else []
    set_off = at < len(tokens) and tokens[at].text in ("(", ",", "[")
    bracketed = at < len(tokens) and tokens[at].tag is Tag.PAREN
    named = any(t.lower.rstrip(".") in lx.MONTHS for t in near)
    number = any(t.text[:1].isdigit() for t in near)
    return (set_off and named and number) or (bracketed and tokens[at].text[1:2].isalnum())


def _dated(tokens: Tokens, at: int) -> bool:
    """A full date follows the day: `on Tuesday, 16 December`, `Tuesday the 16th`, `last May 3`."""
    set_off = at < len(tokens) and tokens[at].text in (",", "(", "[")
    near = tokens[at + set_off : at + set_off + 2]
    if any(t.lower.rstrip(".") in lx.MONTHS for t in near):
        return True
    day = near[-1].lower if len(near) == 2 and near[0].lower == "the" else ""
    number = near[0].lower if near and not set_off else ""
    ordinal = (day or number).endswith(("st", "nd", "rd", "th")) and (day or number)[0].isdigit()
    return ordinal or (number.isdigit() and len(number) in (1, 2, 4) and _ends(tokens, at + 1))


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether no noun follows that a number could count: `last May 2019`, not `Monday 20 men`."""
    return at >= len(tokens) or tokens[at].tag in (Tag.COMMA, Tag.STOP, Tag.PREP, Tag.CONJ)


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
        when = _on(_weekday(day, WEEKDAYS.index(name), future=ahead, same=True))
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
