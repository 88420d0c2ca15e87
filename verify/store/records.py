"""Runs with their claims, verdicts and evidence: written once, listed and searched."""

from __future__ import annotations

import contextlib
import time
import uuid
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update

from verify.store import leases, listing
from verify.store.database import reading, upserting, writing
from verify.store.leases import Clock, Lease
from verify.store.listing import Line, Told
from verify.store.reviews import StoredDecisions
from verify.store.rows import (
    article_row,
    claim_rows,
    done_values,
    evidence_rows,
    moment,
    place,
    run_row,
    storable,
    verdict_rows,
)
from verify.store.tables import ARTICLES, CLAIMS, EVIDENCE, RUNS, SEEN, VERDICTS
from verify.types import Article, Report


class Store:
    """The database, open. Every method raises StoreError with one clear line."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.holder = leases.new_holder()
        self.decisions = StoredDecisions(engine)

    # --- a run, from beginning to end

    def begin(
        self,
        article: Article,
        *,
        origin: str = "",
        batch: str = "",
        now: datetime | None = None,
    ) -> str:
        """A run has begun; returns its id. An earlier one of the same batch that was
        killed over this article is closed as abandoned."""
        run = uuid.uuid4().hex
        at = moment(now)
        row = run_row(run, origin or article.origin, article.sha256, batch, at)
        with writing(self.engine) as connection:
            _insert_new(connection, ARTICLES, article_row(article, at))
            connection.execute(
                update(RUNS)
                .where(RUNS.c.origin == row["origin"], RUNS.c.batch == batch)
                .where(RUNS.c.state == "begun", RUNS.c.batch != "")
                .values(state="abandoned", ended_at=at)
            )
            connection.execute(insert(RUNS).values(row))
        return run

    def refuse(self, origin: str, error: str, *, batch: str = "") -> str:
        """A run that ended before it began: the article could not be read."""
        run = uuid.uuid4().hex
        at = moment()
        row = run_row(run, origin, None, batch, at)
        row |= {"state": "failed", "ended_at": at, "error": storable(error)}
        with writing(self.engine) as connection:
            connection.execute(insert(RUNS).values(row))
        return run

    def finish(self, run: str, report: Report, folder: Path) -> None:
        """The run is done: its verdicts are stored and supersede those of the run before."""
        with writing(self.engine) as connection:
            origin = _run(connection, run).origin
            for table, rows in (
                (CLAIMS, claim_rows(run, report)),
                (VERDICTS, verdict_rows(run, report)),
                (EVIDENCE, evidence_rows(run, report)),
            ):
                if rows:
                    connection.execute(insert(table), rows)
            connection.execute(
                update(RUNS)
                .where(RUNS.c.origin == origin, RUNS.c.state == "done")
                .where(RUNS.c.superseded_by.is_(None))
                .values(superseded_by=run)
            )
            connection.execute(
                update(RUNS).where(RUNS.c.id == run).values(done_values(report, folder))
            )

    def fail(self, run: str, error: str) -> None:
        """The run ended without a report."""
        with writing(self.engine) as connection:
            connection.execute(
                update(RUNS)
                .where(RUNS.c.id == run)
                .values(state="failed", ended_at=moment(), error=storable(error))
            )

    def unfinished(self, origin: str) -> datetime | None:
        """When the last run of an article began, if it never ended (or goes on just now)."""
        query = (
            select(RUNS.c.state, RUNS.c.begun_at)
            .where(RUNS.c.origin == place(origin))
            .order_by(RUNS.c.begun_at.desc())
            .limit(1)
        )
        with reading(self.engine) as connection:
            last = connection.execute(query).first()
        if last is None or last.state != "begun":
            return None
        return datetime.fromisoformat(last.begun_at)

    def done_in(self, batch: str) -> frozenset[str]:
        """The origins that a batch has finished, with a report or with an error to tell."""
        with reading(self.engine) as connection:
            rows = connection.execute(
                select(RUNS.c.origin).where(
                    RUNS.c.batch == batch, RUNS.c.state.in_(("done", "failed"))
                )
            )
            return frozenset(row.origin for row in rows)

    # --- looking back

    def reports(
        self,
        search: str = "",
        *,
        label: str = "",
        since: str = "",
        superseded: bool = False,
        state: str = "done",
        limit: int = 50,
    ) -> tuple[Line, ...]:
        """Runs, newest first: those whose article or claims contain every word of `search`,
        have a verdict `label`, and began on or after `since` (YYYY-MM-DD)."""
        query = listing.lines().order_by(RUNS.c.begun_at.desc(), RUNS.c.id).limit(limit)
        if state:
            query = query.where(RUNS.c.state == state)
        if not superseded:
            query = query.where(RUNS.c.superseded_by.is_(None))
        if since:
            query = query.where(RUNS.c.begun_at >= since)
        if label:
            query = query.where(RUNS.c.id.in_(listing.runs_with(label)))
        for word in search.split():
            query = query.where(listing.mentions(word))
        with reading(self.engine) as connection:
            rows = connection.execute(query).all()
            counts = listing.label_counts(connection, [row.id for row in rows])
            later = [row.superseded_by for row in rows if row.superseded_by]
            folders = listing.folders(connection, later)
        return tuple(
            listing.line(row, counts.get(row.id, ()), folders.get(row.superseded_by or "", ""))
            for row in rows
        )

    def verdicts(self, run: str) -> tuple[Told, ...]:
        """The verdicts of a run, in the order of its report; superseded ones too."""
        query = (
            select(CLAIMS, VERDICTS.c.label, VERDICTS.c.confidence, VERDICTS.c.why)
            .join(VERDICTS, listing.same_claim(CLAIMS, VERDICTS))
            .where(CLAIMS.c.run_id == run)
            .order_by(CLAIMS.c.position)
        )
        cited = (
            select(EVIDENCE.c.claim_id, EVIDENCE.c.url)
            .where(EVIDENCE.c.run_id == run, EVIDENCE.c.url != "")
            .order_by(EVIDENCE.c.claim_id, EVIDENCE.c.position)
        )
        with reading(self.engine) as connection:
            urls: dict[str, list[str]] = {}
            for row in connection.execute(cited):
                urls.setdefault(row.claim_id, []).append(row.url)
            rows = connection.execute(query).all()
        return tuple(listing.told(row, urls.get(row.claim_id, [])) for row in rows)

    def article_text(self, sha256: str) -> str:
        """The text of an article as it was checked; "" for one that is not stored."""
        query = select(ARTICLES.c.text).where(ARTICLES.c.sha256 == sha256)
        with reading(self.engine) as connection:
            return str(connection.execute(query).scalar() or "")

    # --- leases, and what a watch has seen

    @contextlib.contextmanager
    def lease(
        self, name: str, seconds: float, *, clock: Clock = time.time, holder: str = ""
    ) -> Iterator[Lease | None]:
        """The right to work on `name` for the block; None while somebody else has it."""
        with leases.held(
            self.engine, name[:200], seconds, holder=holder or self.holder, clock=clock
        ) as lease:
            yield lease

    def sharers(self, name: str, seconds: float, *, holder: str, clock: Clock = time.time) -> int:
        """How many share `name`, `holder` included, who says so for `seconds`."""
        own = f"{name[:100]}/{holder}"
        leases.take(self.engine, own, seconds, holder=holder, clock=clock)
        return max(1, leases.sharers(self.engine, name[:100], clock=clock))

    def seen(self, origin: str) -> tuple[str, str] | None:
        """(stamp, article sha256) of a watched address when it was last checked, or None."""
        with reading(self.engine) as connection:
            row = connection.execute(select(SEEN).where(SEEN.c.origin == place(origin))).first()
        return (row.stamp, row.article_sha256) if row else None

    def mark_seen(self, origin: str, stamp: str, article_sha256: str) -> None:
        """A watched address has been checked."""
        row = {
            "origin": place(origin),
            "stamp": storable(stamp),
            "article_sha256": article_sha256,
            "checked_at": moment(),
        }
        statement = upserting(self.engine)(SEEN).values(row)
        statement = statement.on_conflict_do_update(index_elements=[SEEN.c.origin], set_=row)
        with writing(self.engine) as connection:
            connection.execute(statement)


def _insert_new(connection: Connection, table: Any, row: Mapping[str, Any]) -> None:
    new = upserting(connection.engine)(table).values(row)
    connection.execute(new.on_conflict_do_nothing())


def _run(connection: Connection, run: str) -> Any:
    return connection.execute(select(RUNS.c.origin).where(RUNS.c.id == run)).one()
