"""The offices checker: was this person what the article calls them, on that day?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from verify.checkers.offices_judge import Judgement
from verify.checkers.offices_reading import Sighting, alike, sightings
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
        stated, beside = _of_claim(claim, case, case.terms)
        elsewhere = _stated_near(claim, case, case.terms) if beside else set[Key]()
        for orphan, near in _orphans_of(claim, case, case.terms):
            (stated if near else beside).append(orphan)
            elsewhere |= set() if near else {_key(orphan)}
        judged = {_key(j): j for j in (*beside, *stated)}
        own = {_key(j) for j in stated}
        return [
            replace(finding(j), outcome=Outcome.NOTES)
            if key in elsewhere and key not in own
            else finding(j)
            for key, j in sorted(judged.items(), key=lambda pair: WORST_FIRST[pair[1].outcome])
        ]


def _of_claim(
    claim: Claim, case: Case, table: OfficeTable
) -> tuple[list[Judgement], list[Judgement]]:
    """The judgements on the roles that a claim states, and on those that stand in its words.

    A role is read where it stands in the article, in its whole sentence: the claim
    "Ronald Reagan is President" cut from "In 1986 President Reagan met …" has lost its
    time. Only what the article has no words for (a pronoun's person) is read from the
    claim's own text.
    """
    there = _in_article(claim, case, table)
    told = sightings(table, claim.text, case.article.text, case.on)
    stated = [s for s in there if any(alike(s.role, t.role) for t in told)]
    nearby = _in_article(claim, case, table, whole=True)
    own = [t for t in told if not any(alike(s.role, t.role) for s in nearby)]
    beside = [s for s in there if s not in stated]
    return _settled((*stated, *own)), _settled(beside)


def _in_article(
    claim: Claim, case: Case, table: OfficeTable, *, whole: bool = False
) -> list[Sighting]:
    """The roles in the claim's words, or in the whole of the sentences these belong to."""
    every = sightings(table, case.article.text, case.article.text, case.on)
    if whole:
        return [s for s in every if s.sentence[0] < claim.end and claim.start < s.sentence[1]]
    return [s for s in every if s.touches(claim.start, claim.end)]


def _stated_near(claim: Claim, case: Case, table: OfficeTable) -> set[Key]:
    """The roles that claims of the same words state for themselves.

    "Senator X met Y" gives the claims "X is a senator" and "X met Y": a wrong
    office refutes the first. Only where no claim states the role does it count
    against the claim in whose words it stands.
    """
    near = (
        c for c in case.claims if c.id != claim.id and c.start < claim.end and claim.start < c.end
    )
    return {_key(j) for c in near for j in _of_claim(c, case, table)[0]}


Spans = tuple[tuple[str, int, int], ...]  # claims by id, start and end


def _orphans_of(claim: Claim, case: Case, table: OfficeTable) -> tuple[tuple[Judgement, bool], ...]:
    """Refuted roles that no claim has in its words, and to which this claim stands nearest.

    True: in the same sentence, so it counts against the claim; else it is only noted there.
    """
    spans = tuple((c.id, c.start, c.end) for c in case.claims)
    return _orphans(table, case.article.text, case.on, spans).get(claim.id, ())


@lru_cache(maxsize=8)
def _orphans(
    table: OfficeTable, text: str, on: date | None, spans: Spans
) -> dict[str, tuple[tuple[Judgement, bool], ...]]:
    found: dict[str, tuple[tuple[Judgement, bool], ...]] = {}
    for seen in sightings(table, text, text, on):
        judged = seen.judged
        if judged is None or judged.outcome != "refutes" or not spans:
            continue
        if any(seen.touches(start, end) for _, start, end in spans):
            continue
        name, start, end = min(spans, key=lambda c: max(c[1] - seen.end, seen.start - c[2]))
        near = seen.sentence[0] < end and start < seen.sentence[1]
        found[name] = (*found.get(name, ()), (judged, near))
    return found


def judgements(
    table: OfficeTable, texts: Sequence[str], article: str, on: date | None
) -> list[Judgement]:
    """What the table says about the role claims in `texts` (wordings of one claim), worst first.

    `article` is the text in which surnames are looked up; `on` the day it is held to.
    """
    found: dict[Key, Judgement] = {}
    for text in texts:
        for judged in _settled(sightings(table, text, article or text, on)):
            found.setdefault(_key(judged), judged)
    return sorted(found.values(), key=lambda j: WORST_FIRST[j.outcome])


def _settled(found: Sequence[Sighting]) -> list[Judgement]:
    return [s.judged for s in found if s.judged is not None]


def _key(judged: Judgement) -> Key:
    post = judged.role.post
    return judged.person.number, post.family, post.place, post.committee, judged.detail
