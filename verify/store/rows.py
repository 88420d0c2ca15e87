"""A report as rows for the tables."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from verify.types import Article, Evidence, Report, Verdict, sha256

Row = dict[str, Any]


def moment(at: datetime | None = None) -> str:
    """A moment as text that sorts: `2025-12-20T08:00:00.000000Z`."""
    return (at or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def claim_rows(run: str, report: Report) -> list[Row]:
    """One row a claim, in the order of the report."""
    return [_claim_row(run, n, v) for n, v in enumerate(report.verdicts)]


def verdict_rows(run: str, report: Report) -> list[Row]:
    """One row a verdict."""
    return [
        {
            "run_id": run,
            "claim_id": v.claim.id,
            "label": str(v.label),
            "confidence": v.confidence,
            "rule": v.rule,
            "why": storable(v.why),
        }
        for v in report.verdicts
    ]


def evidence_rows(run: str, report: Report) -> list[Row]:
    """One row a passage held against a claim: where it is, not its text."""
    return [
        _evidence_row(run, v.claim.id, n, e)
        for v in report.verdicts
        for n, e in enumerate(v.evidence)
    ]


def _claim_row(run: str, position: int, verdict: Verdict) -> Row:
    claim = verdict.claim
    return {
        "run_id": run,
        "claim_id": claim.id,
        "position": position,
        "text": storable(claim.text),
        "quote": storable(claim.quote),
        "start": claim.start,
        "end": claim.end,
        "kind": str(claim.kind),
        "worth": claim.worth,
    }


def _evidence_row(run: str, claim_id: str, position: int, evidence: Evidence) -> Row:
    passage = evidence.passage
    document = passage.document
    return {
        "run_id": run,
        "claim_id": claim_id,
        "position": position,
        "stance": str(evidence.stance),
        "similarity": evidence.similarity,
        "source": document.source,
        "url": storable(document.url),
        "title": storable(document.title),
        "publisher": storable(document.publisher),
        "published": str(document.published.value) if document.published else None,
        "snapshot_sha256": document.snapshot_sha256,
        "start": passage.start,
        "end": passage.end,
    }


INDEXED_BYTES = 1000  # PostgreSQL's index refuses entries beyond 2,700


def place(origin: str) -> str:
    """An article's path or address as it is stored and looked up; a very long one is cut."""
    origin = storable(origin)
    raw = origin.encode()
    if len(raw) <= INDEXED_BYTES:
        return origin
    return raw[: INDEXED_BYTES - 100].decode("utf-8", "ignore") + "#" + sha256(origin)


def storable(text: str) -> str:
    """`text` as both databases take it: no NUL (PostgreSQL), no lone surrogate (UTF-8)."""
    return text.replace("\0", "�").encode("utf-8", "replace").decode()


def article_row(article: Article, at: str) -> Row:
    """The row of an article first seen `at`."""
    return {
        "sha256": article.sha256,
        "title": storable(article.title),
        "text": storable(article.text),
        "url": storable(article.url) if article.url else None,
        "published": str(article.published.value) if article.published else None,
        "language": article.language,
        "first_seen": at,
    }


def run_row(run: str, origin: str, sha256: str | None, batch: str, at: str) -> Row:
    """The row of a run that begins `at`."""
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


def done_values(report: Report, folder: Path) -> Row:
    """What a run gets when it is done."""
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
