"""A report in one paragraph of words, and in the few lines that fit a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from verify.report.order import counts, worst_first
from verify.report.words import (
    LABELS,
    SIGNS,
    confidence_words,
    count,
    listed,
    quoted,
    shortened,
    span_words,
)
from verify.types import Article, Gap, Label, Report, Verdict, Window

NAMED = 3  # claims that the paragraph quotes
SHOWN = 8  # claims that the terminal shows
WIDTH = 96  # of a terminal's line
_CLAIMS = {
    Label.REFUTED: "refuted",
    Label.CONFLICTING: "on which sources disagree",
    Label.NOT_ENOUGH_EVIDENCE: "without enough evidence either way",
    Label.SUPPORTED: "supported",
}


def summary(
    verdicts: Sequence[Verdict],
    *,
    article: Article | None = None,
    windows: Sequence[Window] = (),
    gaps: Sequence[Gap] = (),
) -> str:
    """One paragraph: what the counts are, what is wrong, when it could be true, what is unseen.

    Plain text with words from outside in it: whoever prints it escapes it.
    """
    sentences = [
        _counted(verdicts),
        *_wrong(verdicts),
        *_dated(article, windows),
        *_unseen(gaps),
    ]
    return " ".join(sentences)


def _counted(verdicts: Sequence[Verdict]) -> str:
    tally = counts(verdicts)
    aside = tally.pop(Label.NOT_CHECKABLE)
    checked = sum(tally.values())
    if not checked:
        return "The article makes no claim that could be checked."
    parts = [f"{number} {_CLAIMS[label]}" for label, number in tally.items() if number]
    rest = f" {_left_out(aside)}" if aside else ""
    return f"{count(checked, 'claim')} checked: {listed(parts)}.{rest}"


def _left_out(number: int) -> str:
    more = "more is" if number == 1 else "more are"
    return f"{number} {more} opinion, forecast or otherwise not checkable."


def _wrong(verdicts: Sequence[Verdict]) -> list[str]:
    bad = [v for v in worst_first(verdicts) if v.label in {Label.REFUTED, Label.CONFLICTING}]
    said, seen = [], set[str]()
    for verdict in bad:
        why = shortened(verdict.why, 220)
        if why not in seen and len(seen) < NAMED:
            seen.add(why)
            said.append(f"{quoted(shortened(verdict.claim.quote, 110))}: {_ended(why)}")
    return said


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def _dated(article: Article | None, windows: Sequence[Window]) -> list[str]:
    undated = article is not None and article.published is None
    said = ["The article carries no date."] if undated else []
    for window in windows:
        if window.state == "empty":
            said.append("What it says of people's offices was at no time true together.")
        elif window.state in {"outside", "undated"}:
            span = span_words(window.start, window.end)
            said.append(f"What it says of people's offices was true together only {span}.")
    return said


def _unseen(gaps: Sequence[Gap]) -> list[str]:
    sources = sorted({g.source for g in gaps if g.source})
    if not sources:
        return []
    named = listed([shortened(s, 40) for s in sources[:4]])
    more = f" and {count(len(sources) - 4, 'other source')}" if len(sources) > 4 else ""
    return [f"Could not look everywhere ({named}{more}): what is there is unknown to this report."]


def summary_lines(report: Report) -> list[str]:
    """At most 20 lines of plain text for a terminal, the worst first."""
    tally = counts(report.verdicts)
    parts = [f"{SIGNS[x]} {n} {LABELS[x].lower()}" for x, n in tally.items() if n]
    dated = str(report.article.published.value) if report.article.published else "undated"
    lines = [
        f"{shortened(report.article.title or 'untitled', WIDTH - 14)} ({dated})",
        "  ".join(parts) or "no claims found",
    ]
    open_ones = [v for v in report.verdicts if v.label in {Label.REFUTED, Label.CONFLICTING}]
    for verdict in worst_first(open_ones)[:SHOWN]:
        sure = confidence_words(verdict.label, verdict.confidence)
        lines.append("")
        lines.append(f"{SIGNS[verdict.label]} {quoted(shortened(verdict.claim.quote, WIDTH - 4))}")
        lines.append(f"  {shortened(f'{LABELS[verdict.label]}, {sure}. {verdict.why}', WIDTH * 2)}")
    return _fitted(lines, report, len(open_ones))


def _fitted(lines: list[str], report: Report, bad: int) -> list[str]:
    """Cut to a screen; what was cut is said, and what could not be asked."""
    kept = lines[:17]
    signs = tuple(f"{SIGNS[label]} " for label in (Label.REFUTED, Label.CONFLICTING))
    shown = sum(1 for line in kept[2:] if line.startswith(signs))
    tail = [f"… and {bad - shown} more in the report"] if bad > shown else []
    sources = sorted({g.source for g in report.gaps if g.source})
    if sources:
        tail.append(f"Could not look: {shortened(', '.join(sources), WIDTH - 20)}")
    return [*kept, *([""] if tail else []), *tail]
