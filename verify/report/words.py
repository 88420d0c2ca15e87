"""The words in which a report speaks: labels, confidence, reasons for a gap, dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from verify.types import Label, Reason, Tier, Timing

LABELS = {
    Label.REFUTED: "Refuted",
    Label.CONFLICTING: "Conflicting",
    Label.NOT_ENOUGH_EVIDENCE: "Not enough evidence",
    Label.SUPPORTED: "Supported",
    Label.NOT_CHECKABLE: "Not checkable",
}
SIGNS = {
    Label.REFUTED: "✗",
    Label.CONFLICTING: "⇄",
    Label.NOT_ENOUGH_EVIDENCE: "?",
    Label.SUPPORTED: "✓",
    Label.NOT_CHECKABLE: "–",
}
# From which calibrated probability a label is called what.
CONFIDENCE = (
    (0.97, "all but certain"),
    (0.90, "very likely"),
    (0.75, "likely"),
    (0.50, "more likely than not"),
)
TIMINGS = {
    Timing.BEFORE: "before the article",
    Timing.AFTER: "after the article",
    Timing.UNDATED: "undated against the article",
}
TIERS = {
    Tier.OFFICIAL: "official record",
    Tier.AGENCY: "news agency",
    Tier.OWN: "the desk's own",
    Tier.OTHER: "other source",
}
# Every reason says that we could not look. None may read as if nothing had been found.
REASONS = {
    Reason.RATE_LIMITED: "the server asked us to come back later",
    Reason.ROBOTS: "the site asks programs to stay out (robots.txt)",
    Reason.NO_KEY: "no access key is configured",
    Reason.BAD_KEY: "the access key was refused",
    Reason.TIMEOUT: "it did not answer in time",
    Reason.UNREACHABLE: "it could not be reached",
    Reason.REFUSED_ADDRESS: "the address is one this program must not call",
    Reason.NOT_FOUND: "the page is not there",
    Reason.GONE: "the page has been taken down",
    Reason.FORBIDDEN: "access was refused",
    Reason.LEGAL: "it is withheld for legal reasons",
    Reason.PAYWALL: "the text is behind a paywall",
    Reason.CONSENT_WALL: "the text is behind a consent page",
    Reason.NOT_AN_ARTICLE: "the page holds no text that could be read",
    Reason.SERVER_ERROR: "the server failed",
    Reason.BAD_ANSWER: "the answer could not be understood",
    Reason.TOO_LARGE: "the answer was too large",
    Reason.TOO_MANY_REDIRECTS: "the address led in circles",
    Reason.UNSUPPORTED_TYPE: "the file type cannot be read",
    Reason.EMPTY: "the answer was empty",
    Reason.BUDGET: "the limit of requests was reached",
    Reason.OFFLINE: "the run was offline",
    Reason.NOT_ARCHIVED: "it is not in the archive, and the run was offline",
    Reason.NOT_CONFIGURED: "it is not configured",
    Reason.MODEL: "the model could not be used",
}


def label_words(label: Label) -> str:
    """`Not enough evidence`."""
    return LABELS[label]


def confidence_words(label: Label, confidence: float) -> str:
    """How sure the label is, in words and as a number: `very likely (0.93)`.

    An open or uncheckable claim has no side to be sure of.
    """
    if label is Label.NOT_CHECKABLE:
        return "nothing to be sure of"
    if label is Label.NOT_ENOUGH_EVIDENCE:
        return "undecided"
    return f"{_band(confidence)} ({confidence:.2f})"


def _band(confidence: float) -> str:
    return next((words for least, words in CONFIDENCE if confidence >= least), "doubtful")


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 claim`, `3 claims`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def shortened(text: str, most: int) -> str:
    """`text` on one line in at most `most` characters, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;:") + "…"


def quoted(text: str) -> str:
    """`text` in quotation marks, unless it brings its own."""
    return text if text.lstrip()[:1] in set("\"“”„«»‘'") else f"“{text}”"


def span_words(start: date | None, end: date | None) -> str:
    """`2011-01-05 to 2025-01-20`, open sides said in words."""
    if start and end:
        return f"{start} to {end}"
    if start:
        return f"since {start}"
    return f"until {end}" if end else "at any time"


_SURROGATE = re.compile("[\ud800-\udfff]")
# Control characters, and those that turn the direction of the text around them: a page
# could use them to make a line read otherwise than it is written.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")


def encodable(text: str) -> str:
    """`text` with lone surrogates replaced, one for one, so that it can be UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def visible(text: str) -> str:
    """`text` with characters that cannot be seen replaced, one for one; newlines are kept."""
    return _UNSEEN.sub("\ufffd", encodable(text).replace("\r", "\n"))
