"""Deterministic checkers: claim → findings. No model here; add one by one line in CHECKERS."""

from verify.checkers.dates import Dates
from verify.checkers.events import Events
from verify.checkers.figures import Figures
from verify.checkers.framing import Framing
from verify.checkers.misnamed import Misnamed
from verify.checkers.numbers import Numbers
from verify.checkers.offices import Offices
from verify.checkers.outcomes import Outcomes
from verify.checkers.posts import Posts
from verify.checkers.quotes import Quotes
from verify.checkers.stages import Stages
from verify.checkers.statements import Statements
from verify.ports import Checker

CHECKERS: tuple[Checker, ...] = (
    Offices(),
    Posts(),
    Quotes(),
    Numbers(),
    Dates(),
    Figures(),
    Events(),
    Outcomes(),
    Misnamed(),
    Stages(),
    Framing(),
    Statements(),
)

__all__ = ["CHECKERS"]
