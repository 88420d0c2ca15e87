"""Who followed whom: `A succeeded B as prime minister`, either way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from verify.checkers.offices_judge import Judgement
from verify.checkers.offices_people import is_known, meant
from verify.checkers.offices_posts import Post
from verify.checkers.offices_roles import Role
from verify.checkers.offices_spans import name_after, name_before
from verify.checkers.offices_titles import titles
from verify.checkers.terms import OfficeTable, Person, Record

# Pattern, and whether the name before it came later. The name after it follows directly.
LINKS: tuple[tuple[re.Pattern[str], bool], ...] = (
    (
        re.compile(
            r",?\s+(?:who\s+)?(?:has\s+|had\s+)?(?:succeeded|replaced|succeeds|replaces)\s+"
        ),
        True,
    ),
    (re.compile(r",?\s+(?:who\s+)?took\s+over\s+from\s+"), True),
    (re.compile(r",?\s+(?:the\s+)?successor\s+(?:to|of)\s+"), True),
    (re.compile(r",?\s+(?:who\s+)?(?:was|is)\s+(?:succeeded|replaced|followed)\s+by\s+"), False),
    (
        re.compile(
            r",?\s+(?:who\s+)?(?:was|is)\s+(?:succeeded|replaced|followed)\s+as\s+[^,.;]{3,60}?"
            r"\s+by\s+"
        ),
        False,
    ),
    (re.compile(r",?\s+(?:the\s+)?predecessor\s+(?:to|of)\s+"), False),
    (re.compile(r",?\s+(?:who\s+)?handed\s+(?:over|power)\s+to\s+"), False),
)


def successions(
    table: OfficeTable, text: str, article: str, on: date | None
) -> Iterator[Judgement]:
    """Every statement of succession in the text that the table can settle."""
    posts = [t.post for t in titles(text)]
    if not posts:
        return

    def known(name: str, context: str) -> bool:
        return is_known(table, name, context)

    for pattern, first_is_later in LINKS:
        for match in pattern.finditer(text):
            one = name_before(text, _before_aside(text, match.start()), known)
            other = name_after(text, match.end(), known)
            if one and other:
                later, earlier = (one, other) if first_is_later else (other, one)
                for post in posts:
                    judged = _judged(table, later[0], earlier[0], post, article)
                    if judged is not None:
                        yield judged
                        break


def _before_aside(text: str, position: int) -> int:
    """Where a name would end: before `, prime minister of Tunisia,` if that stands between."""
    aside = re.search(r",\s[^,.;]{3,80}$", text[:position])
    return aside.start() if aside and text[position : position + 1] == "," else position


def _judged(
    table: OfficeTable, later: str, earlier: str, post: Post, article: str
) -> Judgement | None:
    after, before = (meant(table, name, post, article) for name in (later, earlier))
    if len(after.people) != 1 or len(before.people) != 1:
        return None
    successor, predecessor = after.people[0], before.people[0]
    if successor.number == predecessor.number:
        return None
    ours = _same_place(successor.held(post), predecessor.held(post))
    theirs = _same_place(predecessor.held(post), successor.held(post))
    if not ours or not theirs or post.family in ("senator", "representative", "congress"):
        return None
    role = Role(later, 0, 0, post, "current", "", "succession")
    if any(a.sure_from >= b.sure_from and _close(a, b) for a in ours for b in theirs):
        return _told("supports", "succession", successor, predecessor, role, (*theirs, *ours))
    if all(a.sure_from < b.sure_from and a.may_until <= b.may_until for a in ours for b in theirs):
        return _told(
            "refutes", "succession_swapped", successor, predecessor, role, (*ours, *theirs)
        )
    return None


def _close(later: Record, earlier: Record) -> bool:
    """The later term began about when the earlier one ended."""
    return abs((later.sure_from - min(earlier.may_until, date(2100, 1, 1))).days) <= 200


def _same_place(records: Sequence[Record], others: Sequence[Record]) -> tuple[Record, ...]:
    places = {(r.kind.place, r.kind.committee) for r in others}
    return tuple(r for r in records if (r.kind.place, r.kind.committee) in places)


def _told(
    outcome: str,
    detail: str,
    successor: Person,
    predecessor: Person,
    role: Role,
    own: tuple[Record, ...],
) -> Judgement:
    told = (
        f"{successor.name} followed {predecessor.name}, as the record has it."
        if outcome == "supports"
        else f"The order is the other way round: {predecessor.name} came after {successor.name}."
    )
    return Judgement(outcome, detail, successor, role, None, own, extra={"told": told})
