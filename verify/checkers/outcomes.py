"""The checker for outcomes: how a thing ended, and who did what to whom.

It reads pages that tell of the claim's matter in other words: it asks not for the claim's words
but for those by which the matter is known again. All of it is noted, and left to a reader.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.checkers.numbers import note
from verify.checkers.outcomes_denied import denied
from verify.checkers.outcomes_matter import MOST_OF_A_SENTENCE, Near, Time, years
from verify.checkers.outcomes_names import another_name
from verify.checkers.outcomes_opposite import opposite
from verify.checkers.outcomes_turned import turned_round
from verify.checkers.outcomes_votes import counted_otherwise
from verify.checkers.wording import tidy
from verify.ports import Case
from verify.types import Claim, Finding, Passage

NAME = "events"  # to a reader these are events, as what `events.py` notes

AROUND = 300  # characters of the article before a claim whose years may be the claim's


class Outcomes:
    """How a thing ended, and who did what to whom: notes of `events`."""

    name = NAME

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """One note, of the first page that says otherwise; [] where none does. Never raises.

        `opposite`: the same thing ended the other way, or the votes were cast the other way;
        `denied`: the page denies it; `turned_round`: who did it and to whom have changed places;
        `another_name`: another name stands in the claim's role.
        """
        text = tidy(claim.text)
        if len(text) > MOST_OF_A_SENTENCE:
            return []
        start, end = claim.span
        around = case.article.text[max(0, start - AROUND) : end + 1]
        asked = text, case.near, Time(case.on, years(around))
        found = (way(*asked) for way in (_contrary, _turned, _named))
        return [first] if (first := next(filter(None, found), None)) else []


def _contrary(claim: str, passages: tuple[Passage, ...], when: Time) -> Finding | None:
    for way in (opposite, counted_otherwise, denied):
        if found := way(claim, passages, when):
            said = f"The claim says “{found.said}”; the source says “{found.instead}”."
            return _of(found.near, said, "denied" if found.denied else "opposite")
    return None


def _turned(claim: str, passages: tuple[Passage, ...], when: Time) -> Finding | None:
    found = turned_round(claim, passages, when)
    said = f"The source has it the other way round: “{found.theirs.words}”." if found else ""
    return _of(found.near, said, "turned_round") if found else None


def _named(claim: str, passages: tuple[Passage, ...], when: Time) -> Finding | None:
    found = another_name(claim, passages, when)
    said = f"The claim names “{found.ours}”; the source “{found.theirs}”." if found else ""
    return _of(found.near, said, "another_name") if found else None


def _of(near: Near, said: str, detail: str) -> Finding:
    """A note beside the sentence that it is of."""
    return note(NAME, said, near.spoken.sentence, near.spoken.document, detail)
