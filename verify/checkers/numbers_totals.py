"""Arithmetic inside one statement: shares, changes and sums that it states itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from verify.checkers.quantities import Quantity, quantities


@dataclass(frozen=True, slots=True)
class Sum:
    """A piece of arithmetic that a statement makes: what it says, what comes out."""

    stated: str
    worked: str
    holds: bool


_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|a\stotal\sof\s|all\s)?", re.I)
_THAT_IS = re.compile(
    r"(?:,\s(?:or|i\.e\.|that is)|\s\(|\s[-–—]\s?(?:or\s)?|,)\s?(?:or\s)?"
    r"(?:about\s|around\s|roughly\s|nearly\s|some\s|just\sover\s|just\sunder\s)?$",
    re.I,
)
_CHANGE = re.compile(
    r"(?:,|\s\(|\s[-–—])\s?(?:or\s)?(?:which\sis\s|that\sis\s)?(?:an?\s|up\s|down\s|by\s)?"
    r"(?P<word>increase|rise|jump|gain|growth|decrease|drop|fall|decline|cut|change)?"
    r"(?:\sof|\sby)?\s?$",
    re.I,
)
_CHANGE_AFTER = re.compile(
    r"\s(?:percent\s|per\scent\s)?(?:increase|rise|jump|gain|growth|decrease|drop|fall|decline)\b",
    re.I,
)
SHARE_SLACK = 1.0  # points a writer may round a share by, beside the stated rounding


def sums(text: str) -> tuple[Sum, ...]:
    """The arithmetic that a sentence states: shares of a whole, changes from one to another."""
    found = quantities(text)
    return (*_shares(text, found), *_changes(text, found), *_additions(text, found))


def _triples(found: tuple[Quantity, ...]) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    yield from zip(found, found[1:], found[2:], strict=False)


def _exact(*group: Quantity) -> bool:
    return all(q.kind == "cardinal" and q.modifier in {"", "only", "exactly"} for q in group)


def _shares(text: str, found: tuple[Quantity, ...]) -> Iterator[Sum]:
    """ "45 of the 90 members, or 60%": part, whole, share."""
    for part, whole, share in _triples(found):
        if (
            share.unit != "percent"
            or part.unit != whole.unit
            or part.unit in {"percent", "ordinal"}
        ):
            continue
        if not _OF.fullmatch(text[part.number[1] : whole.number[0]]) or whole.value <= 0:
            continue
        between = text[whole.end : share.start]
        if len(between) > 30 or not _THAT_IS.search(between) or not _exact(part, whole):
            continue
        ratio = 100 * part.value / whole.value
        slack = SHARE_SLACK + share.half + 100 * (_round(part) + _round(whole)) / whole.value
        slack += 2.0 if share.modifier else 0.0
        yield Sum(
            f"{part.text} of {whole.text} as {share.text}",
            f"{_plain(part.value)} / {_plain(whole.value)} = {ratio:.1f}%",
            abs(ratio - share.value) <= slack,
        )


def _changes(text: str, found: tuple[Quantity, ...]) -> Iterator[Sum]:
    """ "rose from 200 to 300, an increase of 50%": from, to, change."""
    for old, new, change in _triples(found):
        if change.unit != "percent" or old.role != "from" or new.role != "to" or old.value <= 0:
            continue
        if old.unit == "percent" or (old.unit and new.unit and old.unit != new.unit):
            continue  # a change of a percentage in percent or in points: it cannot be told
        after = text[change.end : change.end + 20]
        between = text[new.end : change.start]
        told = _CHANGE.search(between)
        if len(between) > 40 or not told or not (told["word"] or _CHANGE_AFTER.match(after)):
            continue
        if not _exact(old, new) or not (old.unit == new.unit or not old.unit):
            continue
        factor = _magnitude(old, new)
        ratio = 100 * (new.value - old.value * factor) / (old.value * factor)
        slack = (
            SHARE_SLACK
            + change.half
            + 100 * (_round(old) * factor + _round(new)) / old.value / factor
        )
        slack += abs(ratio) / 10 if change.modifier else 0.0
        yield Sum(
            f"from {old.text} to {new.text} as {change.text}",
            f"({_plain(new.value)} − {_plain(old.value * factor)}) / {_plain(old.value * factor)}"
            f" = {ratio:+.1f}%",
            abs(abs(ratio) - abs(change.value)) <= slack,
        )


def _round(quantity: Quantity) -> float:
    """How far a number that enters a sum may have been rounded: a fiftieth at most."""
    return min(quantity.half, 0.02 * abs(quantity.value))


def _magnitude(old: Quantity, new: Quantity) -> float:
    """ "from 2 to 3 million": the first number shares the second's magnitude."""
    if old.value < 1000 <= new.value / 1000 and not old.nouns and not old.unit:
        return 10.0 ** (3 * ((len(str(int(new.value))) - 1) // 3))
    return 1.0


_TOTAL = re.compile(
    r"(?:\ba\stotal\sof|\bin\s(?:all|total),?|\baltogether,?|\btotall?ing)\s$", re.I
)
_TOTAL_AFTER = re.compile(r"^[\w\s]{0,20}\s(?:in\s(?:all|total)|altogether)\b", re.I)
_SPLIT = re.compile(
    r"[^.;]{0,24}?(?::|\s[-–—]|\s\(|,\s(?:made\sup\sof|comprising|namely|consisting\sof))\s?$"
)


def _additions(text: str, found: tuple[Quantity, ...]) -> Iterator[Sum]:
    """ "a total of 30 people: 12 men and 18 women": the parts after a colon or a dash."""
    for index, total in enumerate(found[:-2]):
        parts = found[index + 1 :]
        lead = text[max(0, total.start - 16) : total.start]
        if not _TOTAL.search(lead) or not _SPLIT.fullmatch(text[total.end : parts[0].start]):
            continue
        if not _exact(total, *parts) or any(p.unit or not p.nouns for p in (total, *parts)):
            continue
        if not _listed(text, parts) or len({p.nouns for p in parts}) < len(parts):
            continue
        added = sum(p.value for p in parts)
        slack = total.half + sum(p.half for p in parts)
        yield Sum(
            f"a total of {total.text}",
            " + ".join(_plain(p.value) for p in parts) + f" = {_plain(added)}",
            abs(added - total.value) <= slack,
        )


def _listed(text: str, parts: tuple[Quantity, ...]) -> bool:
    """Do only a noun and a comma or "and" stand between the parts?"""
    gaps = (text[a.end : b.start] for a, b in pairwise(parts))
    return all(re.fullmatch(r"\s[\w-]+(?:\s[\w-]+)?(?:,|,?\sand)\s", g) for g in gaps)


def _plain(value: float) -> str:
    """A number as an editor writes it: 1,250 and 0.5."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"
