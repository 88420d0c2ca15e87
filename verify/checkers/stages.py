"""The checker for stages and causes that a page gives otherwise, in its own words.

All of it is noted, and left to a reader: it keeps the stance model from supporting a claim that
says more than the page does, or gives another cause.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.checkers.dates_read import DAY_NAMES
from verify.checkers.numbers import note
from verify.checkers.outcomes_matter import MOST_OF_A_SENTENCE, Near
from verify.checkers.outcomes_text import page_roots, root
from verify.checkers.stages_causes import another_cause
from verify.checkers.stages_short import short_of
from verify.checkers.wording import tidy, words
from verify.ports import Case
from verify.types import Claim, Document, Finding, Part

NAME = "events"  # to a reader these are events, as what `events.py` notes


class Stages:
    """What is only planned or not yet done; what came about through something else.

    `only_planned`: the claim tells as done, certain or whole what the page tells as planned,
    possible, promised, not yet done, open or of some only. `another_cause`: the page rules out
    the claim's cause, gives one that shares no word with it, or says that it is not known.
    """

    name = NAME

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """Notes on a page's sentences; [] where none differs. Never raises on any text."""
        text = tidy(claim.text)
        if len(text) > MOST_OF_A_SENTENCE:
            return []
        asked = text, tuple(p for p in case.near if _names(text, p.document)), case.on
        found: list[Finding] = []
        if less := short_of(*asked, headline=claim.part is Part.HEADLINE):
            said = f"The source says “{less.words}”: that is less than the claim says."
            found.append(_of(less.near, said, "only_planned"))
        if cause := another_cause(*asked, case.embedder):
            said = f"The source {cause.how}: “{cause.words}”."
            found.append(_of(cause.near, said, "another_cause"))
        return found


def _names(claim: str, page: Document) -> bool:
    """Has a page any of the claim's names, where it has some?"""
    known = {
        root(w.stem)
        for i, w in enumerate(words(claim))
        if w.name and i and claim[w.start : w.end].lower() not in DAY_NAMES
    }
    return not known or bool(known & page_roots(f"{page.title} {page.publisher}", page.text))


def _of(near: Near, said: str, detail: str) -> Finding:
    """A note beside the sentence that it is of."""
    return note(NAME, said, near.spoken.sentence, near.spoken.document, detail)
