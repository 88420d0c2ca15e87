"""The latest dated event that an article tells of as past: it was written no earlier."""

from __future__ import annotations

import re
from datetime import date

from verify.checkers.offices_dates import spans_said
from verify.checkers.offices_sentences import is_quoted, sentences
from verify.types import Article

PAST = re.compile(
    r"\b(?:was|were|had|took|came|went|held|met|said|told|began|won|lost|fell|rose|made|gave|left|"
    r"became|signed|\w{3,}ed)\b"
)
# A past verb beside one of these may tell of a date still to come.
AHEAD = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|if|due|scheduled|planned|expected|slated|set|to|"
    r"until|till|by|before|next|upcoming|expires?|deadline|postponed|extended|delayed|promised|"
    r"vowed|pledged|aims?|target\w*|forecast\w*|projected|through)\b"  # the month May is none
)


def latest_told(article: Article) -> date | None:
    """The first day of the latest date told as past; None where there is none.

    A date after the article's own day is left out: the dates checker speaks of it.
    """
    told: list[date] = []
    for start, end in sentences(article.text):
        sentence = article.text[start:end]
        if AHEAD.search(sentence) or not PAST.search(sentence):
            continue
        if not is_quoted(article.text, start + 1):
            told += [first for first, _ in spans_said(sentence)]
    day = article.day
    return max((d for d in told if day is None or d <= day), default=None)
