"""What a reviewer decided on a claim, and which decision stands.

A decision is tied to the claim's words, so that it survives the next run, and
remembers the evidence it was made on, so that a change of evidence shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from verify.errors import ReviewError
from verify.report.order import reading_order
from verify.types import Label, Report, Verdict, sha256

KEY_LENGTH = 12  # hexadecimal digits: 48 bits, among the claims of one article


class Action(StrEnum):
    """What a reviewer did."""

    AGREE = "agree"
    CHANGE = "change"
    NOT_CHECKABLE = "not_checkable"
    NOTE = "note"  # a remark that decides nothing
    WITHDRAW = "withdraw"  # the reviewer takes the earlier decision back


@dataclass(frozen=True, slots=True)
class Key:
    """What a decision is tied to: the claim's words and the evidence seen."""

    words: str
    evidence: str

    def __str__(self) -> str:
        return f"{self.words}-{self.evidence}"


@dataclass(frozen=True, slots=True)
class Decision:
    """One reviewer's act, never changed afterwards.

    `label` is what the reviewer holds to be right (None for a note or a withdrawal),
    `ours` what the program had said; `after` is the id of the decision that the
    reviewer had before their eyes ("" for none), by which collisions are seen.
    """

    article_sha256: str
    claim_id: str
    words: str
    evidence: str
    action: Action
    label: Label | None
    ours: Label
    reviewer: str
    note: str
    decided_at: datetime
    claim: str = ""
    kind: str = ""
    confidence: float = 0.0
    after: str = ""
    via: str = "page"  # "page" or "markdown"

    @property
    def id(self) -> str:
        """The decision's own hash: the same decision read twice is one decision."""
        stamp = self.decided_at.astimezone(UTC).isoformat()
        parts = (self.article_sha256, self.words, self.reviewer, self.content, stamp)
        return sha256(repr(parts))[:16]

    @property
    def content(self) -> tuple[str, str, str, str]:
        """What was said, by whom; without when."""
        return self.action, self.label or "", self.reviewer, self.note

    @property
    def decides(self) -> bool:
        """Whether it sets a label."""
        return self.action in {Action.AGREE, Action.CHANGE, Action.NOT_CHECKABLE}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands with its reviewers.

    `decision` is the latest that decides (None where none does, or it was taken
    back); `disputed` names the others whose last word was another label.
    """

    decision: Decision | None
    notes: tuple[Decision, ...] = ()
    disputed: tuple[Decision, ...] = ()
    stale: bool = False  # the evidence has changed since


def decision_json(decision: Decision) -> dict[str, Any]:
    """A decision as a JSON object."""
    return asdict(decision) | {
        "id": decision.id,
        "decided_at": decision.decided_at.astimezone(UTC).isoformat(),
    }


def decision_of(row: Mapping[str, Any]) -> Decision:
    """The decision in a JSON object. Raises ReviewError."""
    try:
        fields = {k: v for k, v in row.items() if k != "id"}
        label = fields["label"]
        return Decision(
            **fields
            | {
                "action": Action(fields["action"]),
                "label": Label(label) if label else None,
                "ours": Label(fields["ours"]),
                "decided_at": datetime.fromisoformat(fields["decided_at"]),
            }
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ReviewError(f"not a decision of this program: {error}") from error


def keys(verdicts: Sequence[Verdict]) -> dict[str, Key]:
    """Claim id → key. A statement that the article makes twice gets two different keys."""
    found: dict[str, Key] = {}
    seen: dict[str, int] = {}
    for verdict in reading_order(verdicts):
        said = " ".join(f"{verdict.claim.text}\n{verdict.claim.quote}".split(" "))
        seen[said] = seen.get(said, 0) + 1
        words = sha256(f"{said}\n{seen[said]}" if seen[said] > 1 else said)
        found[verdict.claim.id] = Key(words[:KEY_LENGTH], _evidence_key(verdict))
    return found


def _evidence_key(verdict: Verdict) -> str:
    """Hash over what was held against the claim; scores that move a little do not count."""
    passages = sorted(
        (e.passage.document.url or e.passage.document.title, e.passage.text, str(e.stance))
        for e in verdict.evidence
    )
    findings = sorted((f.checker, str(f.outcome), f.explanation) for f in verdict.findings)
    return sha256(repr((str(verdict.label), passages, findings)))[:KEY_LENGTH]


def standing(decisions: Iterable[Decision], key: Key) -> Standing:
    """Where a claim stands, from the decisions on its words. Later ones override."""
    on_it = sorted((d for d in decisions if d.words == key.words), key=lambda d: d.decided_at)
    votes = list(last_words(on_it).values())
    current = votes[-1] if votes else None
    return Standing(
        decision=current,
        notes=tuple(d for d in on_it if d.action is Action.NOTE),
        disputed=tuple(d for d in votes if current and d.label is not current.label),
        stale=bool(current and current.evidence != key.evidence),
    )


def last_words(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Reviewer → the decision that stands for them, the latest made last.

    A withdrawal takes back the reviewer's latest, so that the one before it stands.
    """
    made: dict[str, list[Decision]] = {}
    for decision in decisions:
        own = made.setdefault(decision.reviewer, [])
        if decision.decides:
            own.append(decision)
        elif decision.action is Action.WITHDRAW and own:
            own.pop()
    stand = [own[-1] for own in made.values() if own]
    return {d.reviewer: d for d in sorted(stand, key=lambda d: d.decided_at)}


def standings(report: Report) -> dict[str, Standing]:
    """Claim id → standing, for the decisions that the report carries."""
    made: Sequence[Decision] = report.extra.get("decisions", ())
    return {claim: standing(made, key) for claim, key in keys(report.verdicts).items()}
