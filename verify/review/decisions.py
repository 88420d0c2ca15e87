"""Where decisions are kept: a port, and what the rooms around it need of a decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from verify.report.decisions import (
    Action,
    Decision,
    Key,
    Standing,
    decision_json,
    decision_of,
    keys,
    standing,
)

__all__ = [
    "Action",
    "Decision",
    "Decisions",
    "Key",
    "Standing",
    "decision_json",
    "decision_of",
    "keys",
    "standing",
]


class Decisions(Protocol):
    """A store of decisions to which rows are only ever added."""

    def append(self, decision: Decision) -> None:
        """Keep it. The same decision (by id) twice is kept once. Raises ReviewError."""
        ...

    def all(self, article_sha256: str) -> Sequence[Decision]:
        """Those on an article, oldest first; on every article for "". Raises ReviewError."""
        ...
