"""The checker for events: how far a thing has come, and who did it.

All of it is noted, and left to a reader: a page that tells of less than the claim, or of another
who did it, has nearly all words of the claim and may still not say that the claim is false.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.checkers.events_doers import other_doer, paired_doers
from verify.checkers.events_stages import Stage, earlier_stage
from verify.checkers.matter import Told
from verify.checkers.numbers import note
from verify.checkers.wording import tidy
from verify.ports import Case
from verify.types import Claim, Finding, Passage

NAME = "events"


class Events:
    """What was reached, what was only planned, who did it."""

    name = NAME

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """Notes on a page's sentences; [] where none is less. Never raises on any text."""
        text = tidy(claim.text)
        if found := _of_others(text, case.passages):
            return found
        stage = earlier_stage(text, case.passages, case.on)
        return [_less(stage)] if stage else []


def _of_others(claim: str, passages: tuple[Passage, ...]) -> list[Finding]:
    """Notes that the page has somebody else do what the claim's subject is said to do."""
    found: list[Finding] = []
    pair = paired_doers(claim, passages)
    if pair and not pair.same:
        said = f"The claim says “{pair.ours}”; the source says “{pair.theirs}”."
        found.append(_note(said, pair.told, "other_doer"))
    if doer := other_doer(claim, passages):
        said = f"The source says it of another: “{doer.words}”."
        found.append(_note(said, doer.told, "other_doer"))
    return found


def _less(found: Stage) -> Finding:
    """A note that the page tells of something less than the claim does."""
    detail = "ended" if found.over else "short_of"
    how = "it is so no longer" if found.over else "that is less than the claim says"
    return _note(f"The source says “{found.words}”: {how}.", found.told, detail)


def _note(said: str, told: Told, detail: str) -> Finding:
    return note(NAME, said, told.sentence, told.document, detail)
