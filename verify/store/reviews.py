"""Reviewers' decisions in the database: only ever added to."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, select

from verify.errors import ReviewError, StoreError
from verify.report.decisions import Decision, decision_json, decision_of
from verify.store.database import reading, upserting, writing
from verify.store.rows import moment, storable
from verify.store.tables import REVIEWS


class StoredDecisions:
    """The decisions of all articles. A later decision overrides; none is ever changed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def append(self, decision: Decision) -> None:
        """Add a decision; one that is there already is not added twice. Raises StoreError."""
        row = {
            "id": decision.id,
            "article_sha256": decision.article_sha256,
            "claim_id": decision.claim_id,
            "decided_at": moment(decision.decided_at),
            "decision": _clean(decision_json(decision)),
        }
        insert = upserting(self._engine)
        with writing(self._engine) as connection:
            connection.execute(insert(REVIEWS).values(row).on_conflict_do_nothing())

    def all(self, article_sha256: str = "") -> tuple[Decision, ...]:
        """The decisions on an article, or on every one, as they were added. Raises StoreError."""
        query = select(REVIEWS.c.decision).order_by(REVIEWS.c.number)
        if article_sha256:
            query = query.where(REVIEWS.c.article_sha256 == article_sha256)
        with reading(self._engine) as connection:
            rows = [row.decision for row in connection.execute(query)]
        try:
            return tuple(decision_of(row) for row in rows)
        except ReviewError as error:
            raise StoreError(
                f"a decision in the database is damaged ({error}): restore it from a copy"
            ) from error


def _clean(row: dict[str, Any]) -> dict[str, Any]:
    return {k: storable(v) if isinstance(v, str) else v for k, v in row.items()}
