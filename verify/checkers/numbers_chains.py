"""Chains of comparisons: "A is taller than B, B is as tall as C" settles "A is taller than C".

A strict order is transitive; so a statement that follows from the passage's comparisons
is certain, and so is one whose reverse follows.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from functools import lru_cache

_WORD = r"(?:[A-ZÀ-Þ][a-z]?\.|[A-ZÀ-Þ][\w’'-]*)"
_NAME = rf"{_WORD}(?:\s{_WORD}){{0,3}}"
_NAMES = rf"{_NAME}(?:\s?,\s(?:and\s)?{_NAME})*(?:,?\sand\s{_NAME})?"
_STRICT = re.compile(
    rf"(?P<one>{_NAME})\s(?P<verb>is|was|are|were)\s(?P<not>not\s)?(?:much\s|far\s|slightly\s|even\s)?"
    rf"(?:(?P<more>more|less)\s(?P<adj>[a-z]{{3,}})|(?P<er>[a-z]{{3,}}er))\sthan\s(?P<many>{_NAMES})"
)
_EQUAL = re.compile(
    rf"(?P<one>{_NAME})\s(?:is|was|are|were)\s(?P<not>not\s)?(?:exactly\s|just\s)?as\s(?P<adj>[a-z]{{3,}})\sas\s(?P<two>{_NAME})"
)


MOST_READ = 6000  # characters of a passage


@dataclass(frozen=True, slots=True)
class Compared:
    """`one` stands above (`strict`) or level with `two` on `scale`. `text` says it."""

    one: str
    two: str
    scale: str
    strict: bool
    text: str


def _adjective(er: str) -> str:
    """taller → tall, bigger → big, heavier → heavy, larger → larg (matched by prefix)."""
    base = er[:-2]
    if base.endswith("i"):
        return base[:-1] + "y"
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsf":
        return base[:-1]
    return base.rstrip("e")


@lru_cache(maxsize=4096)
def comparisons(text: str) -> tuple[Compared, ...]:
    """The comparisons between names that a text states, denied ones left out."""
    if " than " not in text and " as " not in text:
        return ()
    found: list[Compared] = []
    text = text[:MOST_READ]
    for match in _STRICT.finditer(text):
        if match["not"]:
            continue
        scale = match["adj"] or _adjective(match["er"])
        for many in re.split(r"\s?,\s(?:and\s)?|,?\sand\s", match["many"]):
            name = many.rstrip(".")
            pair = (name, match["one"]) if match["more"] == "less" else (match["one"], name)
            found.append(Compared(*pair, scale.rstrip("e"), True, match.group()))
    for match in _EQUAL.finditer(text):
        if not match["not"]:
            scale = match["adj"].rstrip("e")
            found.append(
                Compared(match["one"], match["two"].rstrip("."), scale, False, match.group())
            )
    return tuple(found)


def follows(claim: Compared, stated: tuple[Compared, ...]) -> tuple[Compared, ...]:
    """The shortest chain of stated comparisons from which the claim follows; () if none."""
    edges: dict[str, list[tuple[str, Compared]]] = {}
    for step in stated:
        if step.scale != claim.scale:
            continue
        edges.setdefault(step.one, []).append((step.two, step))
        if not step.strict:
            edges.setdefault(step.two, []).append((step.one, step))
    queue: deque[tuple[str, bool, tuple[Compared, ...]]] = deque([(claim.one, False, ())])
    seen = {(claim.one, False)}
    while queue:
        name, strict, path = queue.popleft()
        for after, step in edges.get(name, ()):
            state = (after, strict or step.strict)
            if after == claim.two and state[1] == claim.strict:
                return (*path, step)
            if state not in seen:
                seen.add(state)
                queue.append((*state, (*path, step)))
    return ()


def settle(claim_text: str, passage: str) -> tuple[int, tuple[Compared, ...]]:
    """(+1, chain) where the claim's comparison follows from the passage; (-1, chain) where
    its contrary does; (0, ()) where it is open or the passage contradicts itself."""
    claims = comparisons(claim_text)
    if len(claims) != 1:
        return 0, ()
    claim, stated = claims[0], comparisons(passage)
    if not stated:
        return 0, ()
    for_it = follows(claim, stated)
    against = _against(claim, stated)
    if bool(for_it) == bool(against):
        return 0, ()
    return (1, for_it) if for_it else (-1, against)


def _against(claim: Compared, stated: tuple[Compared, ...]) -> tuple[Compared, ...]:
    reverse = Compared(claim.two, claim.one, claim.scale, True, "")
    level = Compared(claim.one, claim.two, claim.scale, False, "")
    strict = Compared(claim.one, claim.two, claim.scale, True, "")
    if claim.strict:
        return follows(reverse, stated) or follows(level, stated)
    return follows(reverse, stated) or follows(strict, stated)


def order_relation(claim: str, passage: str) -> int:
    """+1, -1 or 0: what the passage's comparisons make of the claim's."""
    if " than " not in claim and " as " not in claim:
        return 0
    return settle(claim, passage)[0]
