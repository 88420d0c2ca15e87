"""Decisions handed on: as rows, as regression cases, and as numbers for the desk."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verify.errors import ReviewError, VerifyError
from verify.report.decisions import Key, last_words, standing
from verify.report.files import write_whole
from verify.report.json import dumped, read_json
from verify.review.decisions import Decision, Decisions, decision_json
from verify.types import Label

# The benchmark's labels. A claim that is not checkable has no row there.
BENCHMARK = {
    Label.SUPPORTED: "supported",
    Label.REFUTED: "refuted",
    Label.CONFLICTING: "conflicting",
    Label.NOT_ENOUGH_EVIDENCE: "nei",
}
BANDS = (0.5, 0.75, 0.9, 0.97, 1.01)


def everything(reports_dir: Path, decisions: Decisions) -> list[Decision]:
    """Every decision that the store gives, and those on each report here; oldest first."""
    found = list(decisions.all(""))
    for report in reports(reports_dir):
        found += decisions.all(report["article"]["sha256"])
    return sorted({d.id: d for d in found}.values(), key=lambda d: d.decided_at)


def export_rows(reports_dir: Path, decisions: Decisions, file: Path) -> int:
    """Write every decision as JSON Lines, oldest first; returns how many. Raises ReviewError."""
    rows = [decision_json(d) for d in everything(reports_dir, decisions)]
    _write(file, "".join(json.dumps(r, ensure_ascii=False, sort_keys=True) + "\n" for r in rows))
    return len(rows)


def export_cases(reports_dir: Path, decisions: Decisions, file: Path) -> int:
    """Write overrides as cases that `benchmarks.verdict` can run; returns how many.

    A case is a claim that a reviewer labelled otherwise than we did, with the evidence
    that we had: rows {id, claim, evidence: [text, …], label}. Disputed claims are left out.
    Raises ReviewError.
    """
    cases = [case for report in reports(reports_dir) for case in _cases(report, decisions)]
    _write(file, "".join(json.dumps(c, ensure_ascii=False) + "\n" for c in cases))
    return len(cases)


def reports(reports_dir: Path) -> Iterable[dict[str, Any]]:
    """Every report that can be read under a folder, by name."""
    for path in sorted(reports_dir.glob("*/report.json")):
        try:
            yield read_json(path)
        except VerifyError:
            continue


def _cases(report: Mapping[str, Any], decisions: Decisions) -> Iterable[dict[str, Any]]:
    sha = report["article"]["sha256"]
    made = decisions.all(sha)
    for claim in report["claims"]:
        known = standing(made, Key(**claim["key"]))
        last = known.decision
        if last is None or known.disputed or last.label is last.ours:
            continue
        evidence = list(dict.fromkeys(e["text"] for e in claim["evidence"]))
        label = BENCHMARK.get(last.label) if last.label else None
        if label and evidence:
            yield {
                "id": f"review-{sha[:8]}-{claim['key']['words']}",
                "claim": claim["text"],
                "evidence": evidence,
                "label": label,
            }


@dataclass(frozen=True)
class Agreement:
    """How often reviewers agreed with us, for a group of claims."""

    group: str
    n: int
    agreed: int

    @property
    def share(self) -> float:
        """0–1; 0 for an empty group."""
        return self.agreed / self.n if self.n else 0.0


def agreement(decisions: Sequence[Decision]) -> tuple[Agreement, ...]:
    """Agreement over all, by kind of claim and by confidence band.

    Each claim counts once a reviewer, by that reviewer's latest decision.
    """
    claims: dict[tuple[str, str], list[Decision]] = {}
    for decision in sorted(decisions, key=lambda d: d.decided_at):
        claims.setdefault((decision.article_sha256, decision.words), []).append(decision)
    votes = [vote for made in claims.values() for vote in last_words(made).values()]
    groups: dict[str, list[Decision]] = {"all claims": votes}
    for vote in sorted(votes, key=lambda d: d.kind):
        groups.setdefault(f"kind: {vote.kind or 'unknown'}", []).append(vote)
    for vote in sorted(votes, key=lambda d: d.confidence):
        groups.setdefault(f"confidence: {_band(vote.confidence)}", []).append(vote)
    return tuple(
        Agreement(name, len(group), sum(d.label is d.ours for d in group))
        for name, group in groups.items()
    )


def _band(confidence: float) -> str:
    low = 0.0
    for high in BANDS:
        if confidence < high:
            return f"{low:.2f}–{min(high, 1.0):.2f}"
        low = high
    return "1.00"


def agreement_json(decisions: Sequence[Decision]) -> str:
    """The same as JSON."""
    rows = [
        {"group": a.group, "n": a.n, "agreed": a.agreed, "share": round(a.share, 4)}
        for a in agreement(decisions)
    ]
    return dumped(rows)


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text)
    except OSError as error:
        raise ReviewError(f"{file} cannot be written: {error.strerror or error}") from error
