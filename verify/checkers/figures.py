"""The checker for figures and dates that a page gives otherwise, in its own words.

All of it is noted. Where `numbers` and `dates` want nearly all of the claim's words in the page's
sentence, this one weighs what both say, so that "put the damage at £4.5m" meets "Damage. Our
estimate is £5.4m." A reader has to look whether both mean the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.checkers.figures_held import other_figure
from verify.checkers.figures_read import figures
from verify.checkers.figures_sure import Held
from verify.checkers.numbers import note
from verify.checkers.wording import tidy
from verify.ports import Case
from verify.types import Claim, Finding


class Figures:
    """What a page gives another number or another day for: a note of `numbers` or of `dates`."""

    name = "numbers"

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """A note for each figure of the claim that the pages give otherwise.

        `other_date` for a day, a month or a year, `other_figure` for any other number. Nothing
        where a page has the claim's own figure for the matter. Never raises on any text.
        """
        text = tidy(claim.text)
        found = (other_figure(claim, ours, case) for ours in figures(text, case.on))
        return [_noted(held) for held in found if held]


def _noted(held: Held) -> Finding:
    said = (
        f"The claim says “{held.ours.text}”; of what seems to be the same the source says"
        f" “{held.theirs.text}”."
    )
    about = ("dates", "other_date") if held.ours.mention else ("numbers", "other_figure")
    return note(about[0], said, held.spot.text, held.document, about[1])
