"""Scores and votes: figures that are no amounts, and so no quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.checkers.quantities_units import WORD_VALUES

SCORE = "score"
_NUMBER = "|".join(sorted(WORD_VALUES, key=len, reverse=True))
_SCORED = re.compile(r"(?<![\d.,/–-])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\d%/–-]|[.,:]\d|[-–]?\w)")
_VOTED = re.compile(
    rf"\b(\d{{1,3}}|{_NUMBER})(?:\s(?:votes?|goals?|points?|runs?|members|in\sfavour|in\sfavor|for))?"
    rf"\s(?:votes\s)?(?:to|against)\s(\d{{1,3}}|{_NUMBER})(?=[\s.,;:)]|$)(?!\s(?:per\s?cent|percent"
    r"|years?|months?|weeks?|days?|hours?|minutes?|km|miles?|million|billion|thousand|hundred))",
    re.I,
)
_IS_SCORE = re.compile(
    r"\b(?:vot\w+|w[io]n\w*|los[ets]\w*|beat\w*|defeat\w*|dr[ae]w\w*|scor\w+|lead\w*|led|victor\w+"
    r"|thrash\w*|match|game|final|half-?time|ballot|margin|passed|approved|rejected|elected)\b",
    re.I,
)
_IS_RANGE = re.compile(
    r"\b(?:from|between|aged?|about|around|some|(?<!vote )(?<!votes )(?<!margin )(?<!score )of)\s$",
    re.I,
)
NEAR = 30  # letters from a score within which a word tells that it is one


def pairs(text: str) -> Iterator[tuple[int, int, str, tuple[int, int]]]:
    """The scores and votes of a text: their spans and both numbers, the larger first."""
    if not _IS_SCORE.search(text):
        return
    for way in (_SCORED, _VOTED):
        for found in way.finditer(text):
            round_it = text[max(0, found.start() - NEAR) : found.end() + NEAR]
            before = text[max(0, found.start() - NEAR) : found.start()]
            if _IS_RANGE.search(before) or not _IS_SCORE.search(round_it):
                continue
            one, other = _value(found[1]), _value(found[2])
            span = (found.start(), found.end(), found.group())
            yield *span, (max(one, other), min(one, other))


def _value(word: str) -> int:
    return int(word) if word.isdigit() else WORD_VALUES[word.lower()]
