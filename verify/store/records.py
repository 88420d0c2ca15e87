"""Runs with their claims, verdicts and evidence: written once, listed and searched."""

from __future__ import annotations

import contextlib
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, and_, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from verify.store import leases
from verify.store.database import reading, writing
from verify.store.leases import Clock, Lease
from verify.store.rows import claim_rows, evidence_rows, place, storable, verdict_rows
from verify.store.tables import ARTICLES, CLAIMS, EVIDENCE, RUNS, SEEN, VERDICTS
from verify.types import Article, Label, Report


@dataclass(frozen=True)
class Line:
    """One run as `verify reports` lists it."""

    id: str
    title: str
    origin: str
    article_sha256: str
    published: str
    state: str  # begun, done, failed, abandoned
    begun_at: str
    folder: str
    summary: str
    error: str
    superseded_by: str
    labels: tuple[tuple[str, int], ...]  # label, claims


@dataclass(frozen=True)
class Told:
    """One verdict of an earlier run."""

    claim_id: str
    text: str
    quote: str
    label: Label
    confidence: float
    why: str
    urls: tuple[str, ...] = ()  # of the evidence, best first


class Store:
    """The database, open. Every method raises StoreError with one clear line."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.holder = leases.new_holder()

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
        row = _run_row(run, origin or article.origin, article.sha256, batch, at)
        with writing(self.engine) as connection:
            _insert_new(connection, ARTICLES, _article_row(article, at))
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
        row = _run_row(run, origin, None, batch, at)
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
                update(RUNS).where(RUNS.c.id == run).values(_done_values(report, folder))
            )

    def fail(self, run: str, error: str) -> None:
        """The run ended without a report."""
        with writing(self.engine) as connection:
            connection.execute(
                update(RUNS)
                .where(RUNS.c.id == run)
                .values(state="failed", ended_at=moment(), error=storable(error))
            )

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
        query = _lines().order_by(RUNS.c.begun_at.desc(), RUNS.c.id).limit(limit)
        if state:
            query = query.where(RUNS.c.state == state)
        if not superseded:
            query = query.where(RUNS.c.superseded_by.is_(None))
        if since:
            query = query.where(RUNS.c.begun_at >= since)
        if label:
            query = query.where(RUNS.c.id.in_(_runs_with(label)))
        for word in search.split():
            query = query.where(_mentions(word))
        with reading(self.engine) as connection:
            rows = connection.execute(query).all()
            counts = _label_counts(connection, [row.id for row in rows])
        return tuple(_line(row, counts.get(row.id, ())) for row in rows)

    def verdicts(self, run: str) -> tuple[Told, ...]:
        """The verdicts of a run, in the order of its report; superseded ones too."""
        query = (
            select(CLAIMS, VERDICTS.c.label, VERDICTS.c.confidence, VERDICTS.c.why)
            .join(VERDICTS, _same_claim(CLAIMS, VERDICTS))
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
        return tuple(_told(row, urls.get(row.claim_id, [])) for row in rows)

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
        dialect = _dialect(self.engine.dialect.name)
        statement = dialect.insert(SEEN).values(row)
        statement = statement.on_conflict_do_update(index_elements=[SEEN.c.origin], set_=row)
        with writing(self.engine) as connection:
            connection.execute(statement)


def moment(at: datetime | None = None) -> str:
    """A moment as text that sorts: `2025-12-20T08:00:00.000000Z`."""
    return (at or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _dialect(name: str) -> Any:
    return sqlite if name == "sqlite" else postgresql


def _insert_new(connection: Connection, table: Any, row: Mapping[str, Any]) -> None:
    dialect = _dialect(connection.dialect.name)
    connection.execute(dialect.insert(table).values(row).on_conflict_do_nothing())


def _article_row(article: Article, at: str) -> dict[str, Any]:
    return {
        "sha256": article.sha256,
        "title": storable(article.title),
        "text": storable(article.text),
        "url": storable(article.url) if article.url else None,
        "published": str(article.published.value) if article.published else None,
        "language": article.language,
        "first_seen": at,
    }


def _run_row(run: str, origin: str, sha256: str | None, batch: str, at: str) -> dict[str, Any]:
    blank = {"summary": "", "error": "", "code": "", "config": "", "gaps": 0}
    return {
        "id": run,
        "article_sha256": sha256,
        "origin": place(origin),
        "batch": batch,
        "state": "begun",
        "begun_at": at,
        **blank,
    }


def _done_values(report: Report, folder: Path) -> dict[str, Any]:
    return {
        "state": "done",
        "ended_at": moment(),
        "as_of": report.as_of.isoformat(),
        "folder": str(folder.resolve()),
        "summary": storable(report.summary),
        "code": report.provenance.code,
        "config": report.provenance.config,
        "gaps": len(report.gaps),
    }


def _run(connection: Connection, run: str) -> Any:
    return connection.execute(select(RUNS.c.origin).where(RUNS.c.id == run)).one()


def _lines() -> Select[Any]:
    return select(RUNS, ARTICLES.c.title, ARTICLES.c.published).join(
        ARTICLES, ARTICLES.c.sha256 == RUNS.c.article_sha256, isouter=True
    )


def _runs_with(label: str) -> Select[Any]:
    return select(VERDICTS.c.run_id).where(VERDICTS.c.label == label)


def _mentions(word: str) -> Any:
    """Every word somewhere in title, origin, summary or a claim; case does not matter."""
    in_claims = select(CLAIMS.c.run_id).where(CLAIMS.c.text.icontains(word, autoescape=True))
    columns = (ARTICLES.c.title, RUNS.c.origin, RUNS.c.summary)
    return or_(*(c.icontains(word, autoescape=True) for c in columns), RUNS.c.id.in_(in_claims))


def _same_claim(one: Any, other: Any) -> Any:
    return and_(one.c.run_id == other.c.run_id, one.c.claim_id == other.c.claim_id)


def _label_counts(
    connection: Connection, runs: Sequence[str]
) -> dict[str, tuple[tuple[str, int], ...]]:
    query = (
        select(VERDICTS.c.run_id, VERDICTS.c.label, func.count().label("claims"))
        .where(VERDICTS.c.run_id.in_(runs))
        .group_by(VERDICTS.c.run_id, VERDICTS.c.label)
        .order_by(VERDICTS.c.label)
    )
    counts: dict[str, tuple[tuple[str, int], ...]] = {}
    for row in connection.execute(query):
        counts[row.run_id] = (*counts.get(row.run_id, ()), (row.label, row.claims))
    return counts


def _line(row: Any, labels: Iterable[tuple[str, int]]) -> Line:
    return Line(
        id=row.id,
        title=row.title or "",
        origin=row.origin,
        article_sha256=row.article_sha256 or "",
        published=row.published or "",
        state=row.state,
        begun_at=row.begun_at,
        folder=row.folder or "",
        summary=row.summary,
        error=row.error,
        superseded_by=row.superseded_by or "",
        labels=tuple(labels),
    )


def _told(row: Any, urls: Sequence[str]) -> Told:
    return Told(
        claim_id=row.claim_id,
        text=row.text,
        quote=row.quote,
        label=Label(row.label),
        confidence=row.confidence,
        why=row.why,
        urls=tuple(dict.fromkeys(urls)),
    )
