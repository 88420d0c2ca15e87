"""Reviewers' lines in `report.md` → decisions. All lines are read before one is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from verify.errors import ReviewError, VerifyError
from verify.report.carry import as_decision, new_decisions, written_at
from verify.report.files import read_text
from verify.report.json import read_json
from verify.report.reviewline import Line, read_lines
from verify.review.decisions import Decision, Decisions


@dataclass(frozen=True)
class Synced:
    """What a sync did: `added` are new decisions, `known` were there already."""

    added: tuple[Decision, ...]
    known: int
    untouched: int


def sync(
    report_md: Path,
    decisions: Decisions,
    *,
    reviewer: str = "",
    now: datetime | None = None,
) -> Synced:
    """Keep what reviewers wrote into a report. A second sync of the same file adds nothing.

    `reviewer` signs the lines that carry no name. A line from which somebody's decision
    has been removed leaves it standing: taking it back is done in the review page.
    Raises ReviewError, with the line number, where a line cannot be understood;
    then nothing has been kept.
    """
    try:
        written, text = written_at(report_md), read_text(report_md)
    except OSError as error:
        raise ReviewError(f"{report_md} cannot be read: {error}") from error
    article, claims = _report(report_md)
    at = now or written  # they decided when they wrote, not when we read it
    try:
        lines = list(read_lines(text))
        made = [_decision(x, article, claims, reviewer, at) for x in lines if x.touched]
    except ReviewError as error:
        raise ReviewError(f"{report_md}: {error}") from error
    added = _keep(made, written, decisions, article)
    return Synced(added, len(made) - len(added), len(lines) - len(made))


def _keep(
    made: Sequence[Decision], written: datetime, decisions: Decisions, article: str
) -> tuple[Decision, ...]:
    added = new_decisions(made, decisions.all(article), written)
    for decision in added:
        decisions.append(decision)
    return added


def _report(report_md: Path) -> tuple[str, dict[str, dict[str, Any]]]:
    """The article's hash, and its claims by the hash of their words."""
    try:
        value = read_json(report_md.parent / "report.json")
    except VerifyError as error:
        raise ReviewError(
            f"{report_md}: the report.json beside it is needed to sync: {error}"
        ) from error
    claims = {claim["key"]["words"]: claim for claim in value["claims"]}
    return value["article"]["sha256"], claims


def _decision(
    line: Line, article: str, claims: dict[str, dict[str, Any]], reviewer: str, at: datetime
) -> Decision:
    signed = line if line.by else replace(line, by=reviewer)
    decision = as_decision(signed, at=at, article_sha256=article)
    claim = claims.get(line.key.words)
    if claim is None:
        return decision  # the article no longer makes this claim; the decision is kept all the same
    return replace(
        decision,
        claim_id=claim["id"],
        claim=claim["text"],
        kind=claim["kind"],
        confidence=claim["verdict"]["confidence"],
    )
