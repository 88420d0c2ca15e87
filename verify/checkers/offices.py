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
from verify.types import Claim, Finding, Outcome

Key = tuple[object, ...]  # who, what, when: one judgement

WORST_FIRST = {"refutes": 0, "notes": 1, "supports": 2}


class Offices:
    """Holds every role a claim gives a person against the table of office terms."""

    name = "offices"

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """One finding for each role that could be settled or dated; [] for strangers."""
        if not isinstance(case.terms, OfficeTable):
            return []
        table, article = case.terms, case.article.text
        stated = {_key(j) for j in judgements(table, (claim.text,), article, case.on)}
        judged = judgements(table, (claim.text, claim.quote), article, case.on)
        beside = {_key(j) for j in judged} - stated
        elsewhere = _stated_beside(claim, case, table) if beside else set[Key]()
        return [
            replace(finding(j), outcome=Outcome.NOTES)
            if _key(j) in beside & elsewhere
            else finding(j)
            for j in judged
        ]


def _stated_beside(claim: Claim, case: Case, table: OfficeTable) -> set[Key]:
    """The roles that claims of the same words state for themselves.

    "Senator X met Y" gives the claims "X is a senator" and "X met Y": a wrong
    office refutes the first. Only where no claim states the role does it count
    against the claim in whose words it stands.
    """
    near = (
        c for c in case.claims if c.id != claim.id and c.start < claim.end and claim.start < c.end
    )
    return {_key(j) for c in near for j in judgements(table, (c.text,), case.article.text, case.on)}


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


def _key(judged: Judgement) -> Key:
    post = judged.role.post
    return judged.person.number, post.family, post.place, post.committee, judged.detail
