"""A report as rows for the tables."""

from __future__ import annotations

from typing import Any

from verify.types import Evidence, Report, Verdict, sha256

Row = dict[str, Any]


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
