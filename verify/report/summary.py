"""A report in one paragraph of words, and in the few lines that fit a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from verify.report.order import counts, numbers
from verify.report.points import Point, place, points, remarks
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
from verify.types import Article, Gap, Label, Part, Report, Verdict, Window

NAMED = 4  # things that the paragraph says are wrong
WIDTH = 79  # of a terminal's line
SCREEN = 20  # lines of a terminal that the summary takes; the rest is for what was typed
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
    found = points(verdicts)
    told = [_told(point) for point in found[:NAMED]]
    if len(found) > NAMED:
        told.append(f"{count(len(found) - NAMED, 'more thing is', 'more things are')} wrong.")
    return told


def _told(point: Point) -> str:
    where = _where(point)
    said = f"{point.said.rstrip('.')}{where}." if where else _ended(point.said)
    return f"{said} {point.short}".rstrip()


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def _where(point: Point) -> str:
    """` (in the headline and 2 more places)`, where the article says it more than once."""
    parts = [Part.HEADLINE, Part.STANDFIRST, Part.HEADING]
    named = [p for p in parts if any(v.claim.part is p for v in point.verdicts)][:1]
    rest = len(point.verdicts) - len(named)
    if not named:
        return f" (said in {rest} places)" if rest > 1 else ""
    more = f" and {count(rest, 'more place')}" if rest else ""
    return f" (in the {named[0]}{more})"


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
    """At most 20 lines of at most 79 characters for a terminal, the worst first."""
    head = [*_title(report), ""]
    tail = _could_not_look(report)
    found, order = points(report.verdicts), numbers(report.verdicts)
    lines = list[str]()
    for shown, point in enumerate(found):
        own = _point_lines(point, order)
        last = shown == len(found) - 1
        if len(head) + len(lines) + len(own) + len(tail) + (not last) > SCREEN:
            more = count(len(found) - shown, "more thing is", "more things are")
            lines.append(f"… {more} wrong or disputed: see the report")
            break
        lines += own
    room = SCREEN - len(head) - len(lines) - len(tail)
    return [*head, *lines, *_remark_lines(report, order, room), *tail]


def _remark_lines(report: Report, order: dict[str, int], room: int) -> list[str]:
    """What checkers only remark, where there is room left; two lines at most for each."""
    lines = list[str]()
    for remark in remarks(report.verdicts):
        places = shortened(", ".join(f"C{order[v.claim.id]}" for v in remark.verdicts), 30)
        said = shortened(f"{remark.checker}: {remark.said}", 2 * WIDTH - 12 - len(places))
        own = _wrapped(f"{said} {places}", "  ")
        if len(lines) + len(own) <= room:
            lines += [f"· {own[0].lstrip()}", *own[1:]]
    return lines


def _title(report: Report) -> list[str]:
    tally = counts(report.verdicts)
    parts = [f"{SIGNS[x]} {n} {LABELS[x].lower()}" for x, n in tally.items() if n]
    dated = str(report.article.published.value) if report.article.published else "undated"
    name = shortened(report.article.title or "untitled", WIDTH - len(dated) - 3)
    return [f"{name} ({dated})", *_wrapped("   ".join(parts) or "no claims found", "")]


def _point_lines(point: Point, order: dict[str, int]) -> list[str]:
    """What is wrong in two lines at most, and where the article says it in one."""
    sign = SIGNS[point.label]
    places = [f"C{order[v.claim.id]}{f' ({p})' if (p := place(v)) else ''}" for v in point.verdicts]
    sure = confidence_words(point.label, point.confidence)
    quote = quoted(shortened(point.verdicts[0].claim.quote, 36))
    where = f"{quote} {', '.join(places)}"
    said = _wrapped(shortened(point.said, 2 * WIDTH - 16), "  ")
    return [f"{sign} {said[0].lstrip()}", *said[1:], f"  {_beside(where, sure)}"]


def _beside(where: str, sure: str) -> str:
    return f"{shortened(where, WIDTH - len(sure) - 5)} · {sure}"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=True
    )


def _could_not_look(report: Report) -> list[str]:
    sources = sorted({g.source for g in report.gaps if g.source})
    if not sources:
        return []
    return ["", f"Could not look everywhere: {shortened(', '.join(sources), WIDTH - 28)}"]
