"""Does what makes a sentence less hang on its act? "No order for the sale was given": of the order.

"Will", "not" and "plans to" belong to the first verb behind them, "no" to its noun and to that
noun's verb, "talks about" to the noun behind it and to nothing after that noun's verb.
"""

from __future__ import annotations

import re

from verify.checkers.outcomes_text import carries, tokens
from verify.checkers.senses import PAST
from verify.checkers.stages_acts import LIGHT, ActWord
from verify.checkers.stages_marks import AHEAD, BEHIND, BREAK, HELPS, MAY, NO, NOT_YET, PLAN

# Words behind "will", "has not" and "a plan" among which the act stands.
VERB_REACH, DENIED_REACH, NOUN_REACH = 4, 8, 12
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|shall"
    r"|should)\b",
    re.I,
)
_OF = re.compile(r"\b(?:of|for|in|on|at|over|about|with|to|by|from|than|as)\b", re.I)
_BETWEEN = re.compile(r",[^,]*,")
_NONE_OF = re.compile(r"\b(?:\w+\s(?:or|nor)\b|who\s(?:had\s|was\s|were\s|has\s)?\w+)", re.I)
_CLAUSE = re.compile(
    r"\b(?:since|as|when|until|till|unless|if|because|after|before|so|than|where|while)\b", re.I
)
_OPENS = re.compile(r"^\s*(?:that|whether|if)\b|\b(?:that|whether|if)$", re.I)
_TO_BE = re.compile(r"\b(?:to\s(?:have\s)?be(?:en)?|be|being)\s(?:\w+ly\s)?$", re.I)
_TO = re.compile(r"(?:\bto|\b(?:will|would|could|may|might|shall|should)|not|n[’']t|cannot)$", re.I)
# What is thought, known, said or only begun is not told as so either.
_LEADS = LIGHT | frozenset(
    "believe think know say tell show establish prove confirm decide expect want plan hope consider"
    " intend try have begin start agree admit accept see seek need allow whether".split()
)
_LED = frozenset(t.root for t in tokens(" ".join(_LEADS)))
# "No child has been given the vaccine": the verb is one with its noun.
_LIGHT = re.compile(rf"\b(?:{'|'.join(sorted(LIGHT))})\s(?:\w+\s){{0,2}}$", re.I)
# "Has not killed as many since": it has killed.
_AS_MUCH = re.compile(r"\s(?:\w+\s)?(?:as|such|more|fewer|less|so(?!\smuch))\s(?!far\b)", re.I)
# "Was not charged until May": then it was.
_UNTIL = re.compile(r"^[^;:,]{0,60}\b(?:until|till|before)\b", re.I)
_THEN = re.compile(r"\b(?:was|were|did|had)\b|\b(?:was|were|did|had)n", re.I)


def less(sentence: str, word: ActWord, *, certain: bool) -> str | None:
    """The words that make an act less; "" where it is told as done, None where it is neither."""
    start, end = clause(sentence, word)
    # A demand is no less than told where it is a demand.
    may_be_less = not certain and not PLAN.match(word.low) and not AHEAD.match(word.low)
    for pattern, reach in (
        (NOT_YET, DENIED_REACH),
        (NO, DENIED_REACH),
        (PLAN, NOUN_REACH),
        (AHEAD, VERB_REACH),
    ):
        denies = pattern in {NOT_YET, NO}
        for m in pattern.finditer(sentence, start, word.start):
            gap = _BETWEEN.sub("", sentence[m.end() : word.start])
            if len(gap.split()) >= reach or not (denies or may_be_less or MAY.search(m.group())):
                continue
            if not _hangs(pattern, m.group(), gap, word):
                continue
            behind = sentence[word.end :]
            then = _THEN.search(m.group() + gap) and _UNTIL.match(behind)
            if denies and (then or _AS_MUCH.match(behind)):
                return None
            return sentence[m.start() : end].rstrip(' ."”')
    return _behind(sentence, word, end, certain=certain)


def clause(sentence: str, word: ActWord) -> tuple[int, int]:
    """Where the clause of an act begins and ends."""
    start = max((m.end() for m in BREAK.finditer(sentence, 0, word.start)), default=0)
    end = next((m.start() for m in BREAK.finditer(sentence, word.end)), len(sentence))
    return start, end


def _behind(sentence: str, word: ActWord, end: int, *, certain: bool) -> str | None:
    """ "The sale of the car park is one of several ideas": less by what its own verb is."""
    behind = None if word.past else BEHIND.search(sentence, word.end, end)
    if behind and (not certain or MAY.search(behind.group())):
        gap = sentence[word.end : behind.start()]
        if len(gap.split()) < DENIED_REACH and not _verb(gap) and not _AUXILIARY.search(gap):
            return sentence[word.start : end].rstrip(' ."”')
    return "" if word.past or sentence[: word.start].endswith(" did ") else None


def _hangs(pattern: re.Pattern[str], mark: str, gap: str, word: ActWord) -> bool:
    if pattern is NOT_YET or (pattern is AHEAD and _TO.search(mark)):
        helped = pattern is NOT_YET or not word.past or bool(HELPS.search(mark + gap))
        return helped and _first_verb(gap)
    if _OPENS.search(mark) or _OPENS.search(gap):
        return not _verb(gap) and (not word.past or bool(HELPS.search(gap)))
    if _verb(gap) or _CLAUSE.search(gap) or (pattern is NO and "," in gap):
        return False
    if word.past or _LIGHT.search(gap):
        return (pattern is NO and mark.lower() != "without") or bool(_TO_BE.search(gap))
    if word.low.endswith("ing") and pattern is NO:
        return True
    if _AUXILIARY.search(gap):
        return False
    return pattern is not NO or not _OF.search(gap)


def _first_verb(gap: str) -> bool:
    """Is the act the first verb of the gap's end, or does the first one only lead to it?"""
    for t in tokens(gap):
        if carries(t) and not t.low.endswith("ly"):
            return t.root in _LED
    return True


def _verb(gap: str) -> bool:
    """Has the gap a past form of its own, not of "fined or punished", "nobody who worked on it"?"""
    gap = _NONE_OF.sub(" ", gap)
    return any(
        (t.low.endswith("ed") or t.low in PAST) and t.low not in LIGHT and not t.name
        for t in tokens(gap)
        if carries(t)
    )
