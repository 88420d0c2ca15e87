"""A `report.json` back into a `Report`, to write it again when reviewers have decided.

What the JSON does not hold is not restored: a document's text outside of its
passages, and where in it a passage stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from verify.errors import VerifyError
from verify.types import (
    Article,
    Asked,
    Attribution,
    Claim,
    Dated,
    Document,
    Entailment,
    Evidence,
    Fact,
    Finding,
    Gap,
    Joint,
    Kind,
    Label,
    Outcome,
    Part,
    PartialDate,
    Passage,
    Provenance,
    Reason,
    Report,
    RoleSpan,
    Sentence,
    Stance,
    Tier,
    Timing,
    Verdict,
    Window,
)

Row = Mapping[str, Any]


def restored(value: Row) -> Report:
    """The report in a JSON object of our schema. Raises VerifyError."""
    try:
        return _report(value)
    except (KeyError, TypeError, ValueError) as error:
        raise VerifyError(
            f"the report.json is damaged ({error}): check the article again"
        ) from error


def _report(value: Row) -> Report:
    text = value["article"]["text"]
    return Report(
        article=_article(value["article"]),
        verdicts=tuple(_verdict(c) for c in value["claims"]),
        windows=tuple(_window(w) for w in value["windows"]),
        gaps=tuple(_gap(g) for g in value["gaps"]),
        ledger=tuple(_asked(a) for a in value["ledger"]),
        provenance=_provenance(value["provenance"]),
        as_of=date.fromisoformat(value["as_of"]),
        made_at=datetime.fromisoformat(value["made_at"]),
        summary=value["summary"],
        notes=tuple(value["notes"]),
        sentences=tuple(_sentence(s, text) for s in value["sentences"]),
        extra={k: value[k] for k in ("calibration", "operating_points") if value.get(k)},
    )


def _asked(row: Row) -> Asked:
    known = {**row, "tier": Tier(row["tier"]), "answers": tuple(row.get("answers", ()))}
    return Asked(**known)


def _sentence(row: Row, text: str) -> Sentence:
    start, end = row["span"]
    return Sentence(start, end, text[start:end], Part(row["part"]))


def _article(row: Row) -> Article:
    return Article(
        title=row["title"],
        text=row["text"],
        url=row["url"],
        published=_dated(row),
        language=row["language"],
        sha256=row["sha256"],
        origin=row["origin"],
        author=row["author"],
        publisher=row["publisher"],
    )


def _dated(row: Row) -> Dated | None:
    if row["published"] is None:
        return None
    instant = row.get("published_instant")
    return Dated(
        PartialDate(row["published"]),
        row.get("published_found_in") or "",
        datetime.fromisoformat(instant) if instant else None,
    )


def _verdict(row: Row) -> Verdict:
    verdict, joint = row["verdict"], row["joint"]
    before = verdict["at_publication"]
    return Verdict(
        claim=_claim(row),
        label=Label(verdict["label"]),
        confidence=verdict["confidence"],
        rule=verdict["rule"],
        why=verdict["why"],
        evidence=tuple(_evidence(e) for e in row["evidence"]),
        findings=tuple(_finding(f) for f in row["findings"]),
        gaps=tuple(_gap(g) for g in row["gaps"]),
        joint=Joint(tuple(joint["members"]), Entailment(**joint["entailment"])) if joint else None,
        at_publication=Label(before) if before else None,
        settle=verdict["settle"],
    )


def _claim(row: Row) -> Claim:
    start, end = row["span"]
    return Claim(
        id=row["id"],
        text=row["text"],
        quote=row["quote"],
        start=start,
        end=end,
        kind=Kind(row["kind"]),
        worth=row["worth"],
        part=Part(row["part"]),
        attribution=Attribution(**row["attribution"]) if row["attribution"] else None,
        checkable=row["checkable"],
        reason=row["reason"],
        unresolved=tuple(row["unresolved"]),
    )


def _evidence(row: Row) -> Evidence:
    page = row["document"]
    document = Document(
        title=page["title"],
        text=row["text"],
        url=page["url"],
        publisher=page["publisher"],
        published=_dated(page),
        source=page["source"],
        snapshot_sha256=row["snapshot_sha256"],
        tier=Tier(page["tier"]),
        author=page["author"],
    )
    return Evidence(
        passage=Passage(document, 0, len(row["text"])),
        similarity=row["similarity"],
        fuzzy=row["fuzzy"],
        entailment=Entailment(**row["entailment"]),
        stance=Stance(row["stance"]),
        timing=Timing(row["timing"]),
        origin=row["origin"],
        circular=row["circular"],
        stated=row.get("stated", False),  # reports made before there was such a thing
    )


def _finding(row: Row) -> Finding:
    return Finding(
        checker=row["checker"],
        outcome=Outcome(row["outcome"]),
        explanation=row["explanation"],
        facts=tuple(Fact(**f) for f in row["facts"]),
        detail=row["detail"],
    )


def _gap(row: Row) -> Gap:
    return Gap(**{**row, "reason": Reason(row["reason"])})


def _window(row: Row) -> Window:
    roles = tuple(
        RoleSpan(**{**r, **{k: _day(r[k]) for k in ("start", "end", "surely_until")}})
        for r in row["roles"]
    )
    return Window(roles, _day(row["start"]), _day(row["end"]), row["state"], row["explanation"])


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _provenance(row: Row) -> Provenance:
    return Provenance(
        program=row["program"],
        code=row["code"],
        config=row["config"],
        models=tuple(row["models"].items()),
        rules=row["rules"],
        timings=tuple(row["timings"].items()),
    )
