"""The report as JSON, by docs/report.schema.json. Equal reports give equal bytes."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from verify.errors import VerifyError
from verify.report.decisions import Key, Standing, decision_json, keys, standings
from verify.report.order import numbers, worst_first
from verify.report.words import encodable
from verify.types import (
    Article,
    Claim,
    Document,
    Entailment,
    Evidence,
    Finding,
    Gap,
    Joint,
    Report,
    Verdict,
    Window,
)

# First number: a reader of the older one may fail. Second: fields were added.
SCHEMA_VERSION = "1.1"


def render(report: Report) -> str:
    """The report as JSON text, ending in a newline."""
    return dumped(report_json(report))


def dumped(value: Any) -> str:
    """JSON text as all our files carry it: readable, no NaN, always valid UTF-8."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return encodable(text) + "\n"


def report_json(report: Report) -> dict[str, Any]:
    """The report as a JSON object."""
    order = numbers(report.verdicts)
    key = keys(report.verdicts)
    reviewed = standings(report)
    return {
        "schema_version": SCHEMA_VERSION,
        "article": _article(report.article),
        "as_of": report.as_of.isoformat(),
        "made_at": _moment(report.made_at),
        "summary": report.summary,
        "notes": list(report.notes),
        "claims": [
            verdict_json(v, order[v.claim.id], key[v.claim.id], reviewed[v.claim.id])
            for v in worst_first(report.verdicts)
        ],
        "windows": [_window(w) for w in report.windows],
        "gaps": [_gap(g) for g in _sorted_gaps(report.gaps)],
        "ledger": [
            {
                "source": a.source,
                "type": a.type,
                "tier": str(a.tier),
                "requests": a.requests,
                "documents": a.documents,
                "gaps": a.gaps,
                "seconds": _number(a.seconds),
                "answers": list(a.answers),
            }
            for a in report.ledger
        ],
        "provenance": _provenance(report),
        "sentences": [{"span": [s.start, s.end], "part": str(s.part)} for s in report.sentences],
        "calibration": list(report.extra.get("calibration", ())),
        "operating_points": report.extra.get("operating_points"),
    }


def reviewed_json(value: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """A report as it was read, with the reviews that `report` carries now."""
    reviews = {claim: _review(known) for claim, known in standings(report).items()}
    claims = [claim | {"review": reviews[claim["id"]]} for claim in value["claims"]]
    return dict(value) | {"claims": claims}


def verdict_json(verdict: Verdict, number: int, key: Key, review: Standing) -> dict[str, Any]:
    """One claim with its verdict and all that led to it."""
    before = verdict.at_publication
    return claim_json(verdict.claim) | {
        "number": number,
        "key": {"words": key.words, "evidence": key.evidence},
        "verdict": {
            "label": str(verdict.label),
            "confidence": _number(verdict.confidence),
            "rule": verdict.rule,
            "why": verdict.why,
            "at_publication": str(before) if before else None,
            "settle": verdict.settle,
        },
        "findings": [_finding(f) for f in verdict.findings],
        "evidence": [_evidence(e) for e in verdict.evidence],
        "joint": _joint(verdict.joint),
        "gaps": [_gap(g) for g in _sorted_gaps(verdict.gaps)],
        "review": _review(review),
    }


def claim_json(claim: Claim) -> dict[str, Any]:
    """A claim alone, as `verify claims --json` prints it."""
    said = claim.attribution
    return {
        "id": claim.id,
        "text": claim.text,
        "quote": claim.quote,
        "span": [claim.start, claim.end],
        "kind": str(claim.kind),
        "worth": _number(claim.worth),
        "part": str(claim.part),
        "attribution": said
        and {"speaker": said.speaker, "verb": said.verb, "when": said.when, "where": said.where},
        "checkable": claim.checkable,
        "reason": claim.reason,
        "unresolved": list(claim.unresolved),
    }


def _article(article: Article) -> dict[str, Any]:
    published = article.published
    instant = published.instant if published else None
    return {
        "title": article.title,
        "url": article.url,
        "published": str(published.value) if published else None,
        "published_found_in": published.found_in if published else None,
        "published_instant": instant.isoformat() if instant else None,
        "sha256": article.sha256,
        "language": article.language,
        "author": article.author,
        "publisher": article.publisher,
        "origin": origin_name(article),
        "text": article.text,
    }


def origin_name(article: Article) -> str:
    """Where the article was read from: an address, or a file's name without its folders."""
    origin = article.origin
    return origin if "://" in origin else origin.replace("\\", "/").rpartition("/")[2]


def _moment(at: datetime) -> str:
    return (at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)).isoformat()


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "checker": finding.checker,
        "outcome": str(finding.outcome),
        "explanation": finding.explanation,
        "detail": finding.detail,
        "facts": [{"text": f.text, "source": f.source, "url": f.url} for f in finding.facts],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    passage = evidence.passage
    return {
        "text": passage.text,
        "span": [passage.start, passage.end],
        "stance": str(evidence.stance),
        "similarity": _number(evidence.similarity),
        "fuzzy": _number(evidence.fuzzy),
        "entailment": _entailment(evidence.entailment),
        "timing": str(evidence.timing),
        "origin": evidence.origin,
        "circular": evidence.circular,
        "stated": evidence.stated,
        "document": _document(passage.document),
        "snapshot_sha256": passage.document.snapshot_sha256,
    }


def _entailment(view: Entailment) -> dict[str, float]:
    return {
        "supports": _number(view.supports),
        "refutes": _number(view.refutes),
        "neutral": _number(view.neutral),
    }


def _document(document: Document) -> dict[str, Any]:
    published = document.published
    return {
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "published": str(published.value) if published else None,
        "published_found_in": published.found_in if published else None,
        "tier": str(document.tier),
        "source": document.source,
        "author": document.author,
    }


def _joint(joint: Joint | None) -> dict[str, Any] | None:
    if joint is None:
        return None
    return {
        "members": list(joint.members),
        "entailment": _entailment(joint.entailment),
    }


def _sorted_gaps(gaps: Sequence[Gap]) -> list[Gap]:
    """Requests run side by side: the order in which they failed has no meaning."""
    return sorted(gaps, key=lambda g: (g.stage, g.source, g.reason, g.url, g.claim_id, g.detail))


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "stage": gap.stage,
        "source": gap.source,
        "reason": str(gap.reason),
        "detail": gap.detail,
        "url": gap.url,
        "claim_id": gap.claim_id,
    }


def _window(window: Window) -> dict[str, Any]:
    def day(value: Any) -> str | None:
        return value.isoformat() if value else None

    return {
        "start": day(window.start),
        "end": day(window.end),
        "state": window.state,
        "explanation": window.explanation,
        "roles": [
            {
                "claim_id": r.claim_id,
                "person": r.person,
                "role": r.role,
                "start": day(r.start),
                "end": day(r.end),
                "surely_until": day(r.surely_until),
                "source": r.source,
            }
            for r in window.roles
        ],
    }


def _provenance(report: Report) -> dict[str, Any]:
    made = report.provenance
    return {
        "program": made.program,
        "code": made.code,
        "config": made.config,
        "models": dict(made.models),
        "rules": made.rules,
        "timings": {stage: _number(seconds) for stage, seconds in made.timings},
    }


def _review(standing: Standing) -> dict[str, Any] | None:
    if standing.decision is None and not standing.notes:
        return None
    return {
        "decision": decision_json(standing.decision) if standing.decision else None,
        "notes": [decision_json(d) for d in standing.notes],
        "disputed": [decision_json(d) for d in standing.disputed],
        "stale": standing.stale,
    }


def _number(value: float) -> float:
    """A finite number; scores are kept to four places."""
    return round(float(value), 4) if math.isfinite(value) else 0.0


def read_json(path: Path) -> dict[str, Any]:
    """A `report.json`, or the one in a folder. Raises VerifyError, one line."""
    file = path / "report.json" if path.is_dir() else path
    try:
        value = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise VerifyError(f"{file} is no report that can be read: {error}") from error
    version = str(value.get("schema_version", "")) if isinstance(value, Mapping) else ""
    if version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise VerifyError(
            f"{file} is of schema version {version or 'unknown'}, this program reads "
            f"{SCHEMA_VERSION}: check the article again"
        )
    return dict(value)
