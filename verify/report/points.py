"""What is wrong with an article, each thing once, however often the article says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verify.holding import differs
from verify.report.order import reading_order, worst_first
from verify.report.words import quoted, shortened
from verify.types import Evidence, Label, Outcome, Part, Stance, Verdict

WRONG = (Label.REFUTED, Label.CONFLICTING)
HEADLINE = 240  # characters of what is said first
MORE = 400  # characters of what is added to it
SHORT = 110  # characters of what is added to it in a summary
PASSAGE = 180  # characters of a quoted passage


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is wrong or disputed. `verdicts` say it, in reading order.

    `said` is a sentence or two that stand alone, `more` what a checker adds or the
    passages that decided, `short` the shortest sentence of that ("" where all are
    long). Plain text with words from outside in it.
    """

    label: Label
    said: str
    more: str
    short: str
    verdicts: tuple[Verdict, ...]

    @property
    def confidence(self) -> float:
        """That of the least certain of its claims."""
        return min(v.confidence for v in self.verdicts)


def points(verdicts: Sequence[Verdict]) -> tuple[Point, ...]:
    """Refuted and disputed claims, those that rest on the same finding together, worst first.

    A sentence that an earlier point has told is not told again.
    """
    groups: dict[tuple[Label, str], list[Verdict]] = {}
    for verdict in worst_first([v for v in verdicts if v.label in WRONG]):
        groups.setdefault((verdict.label, said(verdict)), []).append(verdict)
    made, told = [], set[str]()
    for (label, words), group in groups.items():
        rest = [s for s in _rest(group[0]) if s not in told]
        told.update(rest)
        made.append(Point(label, words, fitting(rest), _short(rest), tuple(reading_order(group))))
    return tuple(made)


# A note that a page has the claim as somebody's word tells where to look, and raises no doubt.
SAID_THERE = "attributed"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a checker remarks without deciding by it, and the claims it remarks it on."""

    checker: str
    said: str
    more: str
    verdicts: tuple[Verdict, ...]


def remarks(verdicts: Sequence[Verdict]) -> tuple[Remark, ...]:
    """Checkers' remarks, each once: where a page has something else first, worst claims first;
    without those that are told as wrong."""
    told = {said(v) for v in verdicts if v.label in WRONG}
    found: dict[tuple[str, str], list[Verdict]] = {}
    rest: dict[tuple[str, str], str] = {}
    otherwise: set[tuple[str, str]] = set()
    for verdict in worst_first(verdicts):
        refuting = {f.checker for f in verdict.findings if f.outcome is Outcome.REFUTES}
        for finding in verdict.findings:
            first, *more = sentences(finding.explanation)
            key = (finding.checker, shortened(first, HEADLINE))
            remarked = finding.outcome is Outcome.NOTES and finding.detail != SAID_THERE
            remarked = remarked and not (differs(finding) and finding.checker in refuting)
            if remarked and key[1] and key[1] not in told:
                found.setdefault(key, []).append(verdict)
                rest.setdefault(key, fitting(more))
                if differs(finding):
                    otherwise.add(key)
    first_told = sorted(found, key=lambda key: key not in otherwise)
    return tuple(Remark(*key, rest[key], tuple(found[key])) for key in first_told)


def said(verdict: Verdict) -> str:
    """What is wrong with a claim, in its first sentence; the same words for the same fault."""
    explanation = _checked(verdict)
    if explanation:
        return shortened(sentences(explanation)[0], HEADLINE)
    return f"{quoted(shortened(verdict.claim.text, 130))}: {_against(verdict)}"


def _checked(verdict: Verdict) -> str:
    """A refuting checker's explanation, or ""."""
    if verdict.label is not Label.REFUTED:
        return ""
    refuting = (f.explanation for f in verdict.findings if f.outcome is Outcome.REFUTES)
    return next((text for text in refuting if text.strip()), "")


def _against(verdict: Verdict) -> str:
    against, by = best_of(verdict, Stance.REFUTES), best_of(verdict, Stance.SUPPORTS)
    if verdict.label is Label.CONFLICTING:
        sides = [
            f"against it {_named(against)}" if against else "",
            f"for it {_named(by)}" if by else "",
        ]
        told = "; ".join(filter(None, sides))
        return f"sources disagree ({told})." if told else "sources disagree."
    return f"contradicted by {_named(against)}." if against else "contradicted."


def _rest(verdict: Verdict) -> list[str]:
    """The checker's further sentences, or the passages that decided."""
    explanation = _checked(verdict)
    if explanation:
        return sentences(explanation)[1:]
    sides = (("Against it", Stance.REFUTES), ("For it", Stance.SUPPORTS))
    wanted = sides if verdict.label is Label.CONFLICTING else sides[:1]
    found = [(name, best_of(verdict, stance)) for name, stance in wanted]
    return [f"{name}: {_passage(best)}." for name, best in found if best]


def fitting(rest: Sequence[str]) -> str:
    """Whole sentences in their order; one that is too long is left to the claim's own section."""
    kept, room = list[str](), MORE
    for sentence in rest:
        if len(sentence) < room:
            kept.append(sentence)
            room -= len(sentence) + 1
    return " ".join(kept)


def _short(rest: Sequence[str]) -> str:
    """The shortest of them, where it is short enough for a summary."""
    return min((s for s in rest if len(s) <= SHORT), key=len, default="")


def best_of(verdict: Verdict, stance: Stance) -> Evidence | None:
    """The strongest passage of that stance that does not go back to the article itself."""
    own = [e for e in verdict.evidence if e.stance is stance and not e.circular]
    return max(own, key=lambda e: (e.stated, getattr(e.entailment, stance.value)), default=None)


def _named(evidence: Evidence) -> str:
    document = evidence.passage.document
    name = document.publisher or document.title or document.source
    day = str(document.published.value) if document.published else "undated"
    return f"{shortened(name, 60)}, {day}"


def _passage(evidence: Evidence) -> str:
    return f"{quoted(shortened(evidence.passage.text, PASSAGE))} ({_named(evidence)})"


def place(verdict: Verdict) -> str:
    """`headline`, `standfirst`, `heading`, or "" in the body."""
    return "" if verdict.claim.part is Part.BODY else str(verdict.claim.part)


# A stop ends a sentence after a word in small letters, a number or a long word: after `Mark R`
# or `Sen` it may belong to a name. Two sentences taken for one only make the first one longer.
_END = re.compile(r"(?:\b[a-z]+|\d|\d \w+|\w{6,}|[)”\"’])[.!?]+[)”\"’]*(?=\s+[A-Z“\"‘(])")


def sentences(text: str) -> list[str]:
    """A checker's explanation in sentences; never empty."""
    line = " ".join(text.split())
    found, at = [], 0
    for end in (m.end() for m in _END.finditer(line)):
        found.append(line[at:end].strip())
        at = end
    rest = line[at:].strip()
    return [*found, rest] if rest or not found else found
