"""Queries behind the listing of runs, and their rows as values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from verify.store.tables import ARTICLES, CLAIMS, RUNS, VERDICTS
from verify.types import Label


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
    successor: str = ""  # the folder of the report that superseded it


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


def lines() -> Select[Any]:
    """Runs with their article's title and date."""
    return select(RUNS, ARTICLES.c.title, ARTICLES.c.published).join(
        ARTICLES, ARTICLES.c.sha256 == RUNS.c.article_sha256, isouter=True
    )


def runs_with(label: str) -> Select[Any]:
    """Ids of runs that have a verdict `label`."""
    return select(VERDICTS.c.run_id).where(VERDICTS.c.label == label)


def mentions(word: str) -> Any:
    """Every word somewhere in title, origin, summary or a claim; case does not matter."""
    in_claims = select(CLAIMS.c.run_id).where(CLAIMS.c.text.icontains(word, autoescape=True))
    columns = (ARTICLES.c.title, RUNS.c.origin, RUNS.c.summary)
    return or_(*(c.icontains(word, autoescape=True) for c in columns), RUNS.c.id.in_(in_claims))


def same_claim(one: Any, other: Any) -> Any:
    """Two rows are of the same claim of the same run."""
    return and_(one.c.run_id == other.c.run_id, one.c.claim_id == other.c.claim_id)


def label_counts(
    connection: Connection, runs: Sequence[str]
) -> dict[str, tuple[tuple[str, int], ...]]:
    """For each run, how many claims have which label."""
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


def folders(connection: Connection, runs: Sequence[str]) -> dict[str, str]:
    """For each run, the folder of its report."""
    query = select(RUNS.c.id, RUNS.c.folder).where(RUNS.c.id.in_(runs))
    return {row.id: row.folder or "" for row in connection.execute(query)}


def line(row: Any, labels: Iterable[tuple[str, int]], successor: str = "") -> Line:
    """A row as `Line`."""
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
        successor=successor,
    )


def told(row: Any, urls: Sequence[str]) -> Told:
    """A row as `Told`."""
    return Told(
        claim_id=row.claim_id,
        text=row.text,
        quote=row.quote,
        label=Label(row.label),
        confidence=row.confidence,
        why=row.why,
        urls=tuple(dict.fromkeys(urls)),
    )
