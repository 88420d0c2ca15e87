"""The offices checker: was this person what the article calls them, on that day?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from verify.checkers.offices_dates import date_said
from verify.checkers.offices_judge import Judgement, judge
from verify.checkers.offices_people import is_known, meant
from verify.checkers.offices_roles import Role, roles
from verify.checkers.offices_succession import successions
from verify.checkers.offices_words import finding
from verify.checkers.terms import OfficeTable
from verify.ports import Case
from verify.types import Claim, Finding

WORST_FIRST = {"refutes": 0, "notes": 1, "supports": 2}


class Offices:
    """Holds every role a claim gives a person against the table of office terms."""

    name = "offices"

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """One finding for each role that could be settled or dated; [] for strangers."""
        if not isinstance(case.terms, OfficeTable):
            return []
        judged = judgements(case.terms, (claim.text, claim.quote), case.article.text, case.on)
        return [finding(j) for j in judged]


def judgements(
    table: OfficeTable, texts: Sequence[str], article: str, on: date | None
) -> list[Judgement]:
    """What the table says about the role claims in `texts` (wordings of one claim), worst first.

    `article` is the text in which surnames are looked up; `on` the day it is held to.
    """
    found: dict[tuple[object, ...], Judgement] = {}
    for text in texts:
        for role in claimed(table, text, on):
            who = meant(table, role.name, role.post, article or text)
            judged = judge(table, role, who, on)
            if judged is not None:
                found.setdefault(_key(judged), judged)
        for judged in successions(table, text, article or text, on):
            found.setdefault(_key(judged), judged)
    return sorted(found.values(), key=lambda j: WORST_FIRST[j.outcome])


def claimed(table: OfficeTable, text: str, on: date | None) -> list[Role]:
    """The role claims of a text, each with the date the text itself gives."""
    said = date_said(text, on)
    found = roles(text, lambda name, context: is_known(table, name, context))
    return [replace(role, days=said) for role in found]


def _key(judged: Judgement) -> tuple[object, ...]:
    post = judged.role.post
    return judged.person.number, post.family, post.place, post.committee, judged.detail
