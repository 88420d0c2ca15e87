"""What a plan, a contract or a law states will be: it can be checked against the plan.

A forecast cannot; where the words may be either, they are taken for a forecast.
"""

from __future__ import annotations

import re

_TEXT = (
    r"(?:agreement|deal|contract|plans?|proposals?|terms|treaty|accord|pact|settlement|lease|licence"
    r"|license|law|bill|act|rules|regulations|order|constitution|timetable|schedule|programme"
    r"|charter|tender|ruling)"
)
_WILL = r"(?:will|shall|would|must|may(?: only| not)?|(?:is|are|was|were) (?:due |scheduled )?to)"
# What somebody hopes for from a plan: `under the plan, trade will grow`.
_OUTCOME = (
    r"(?:not |also |then )?(?:grow|rise|fall|improve|boost|save|create|benefit|protect|reduce|cut"
    r"|help|lead|cause|win|lose|end|become|attract|transform|make|bring|drive|hit|hurt"
    r"|be (?:able|better|worse|safer|richer|poorer|the (?:first|best|worst|largest|biggest)))\b"
)
_NAMED = rf"(?:[\w’'-]+ ){{0,4}}?{_TEXT}"
STATED = re.compile(
    rf"^(?:[Uu]nder|[Bb]y) (?:(?:the|a|an|its|their|that|this) )?(?:terms of (?:the|a|an) )?"
    rf"{_NAMED}\b"
    rf"[^.;]*?\b{_WILL} (?!{_OUTCOME})"
    rf"|\b{_TEXT} (?:under|by) which (?:[\w’'-]+ ){{1,6}}?{_WILL} (?!{_OUTCOME})"
    rf"|\b{_WILL} (?!{_OUTCOME})[^.;]*\b(?:under|according to) (?:the|a|an|its|their)"
    rf" (?:terms of (?:the|a|an) )?{_NAMED}\b"
)
AHEAD = re.compile(rf"\b{_WILL} (?!{_OUTCOME})")
SOURCE = re.compile(rf"(?:the|a|an|its|their) {_NAMED}\b", re.IGNORECASE)
# What may be or is hoped for stays so, whatever the contract.
OPEN = re.compile(
    r"\b(?:could|might|expect(?:s|ed)?|likely|unlikely|hopes?|hoped|if|unless|perhaps|possibly"
    r"|forecasts?|predict\w*|should)\b",
    re.IGNORECASE,
)


def stipulated(text: str, source: str = "") -> bool:
    """Whether a text says what a plan lays down, by its own words or by its `source`."""
    if OPEN.search(text):
        return False
    named = SOURCE.match(source) is not None and AHEAD.search(text) is not None
    return named or STATED.search(text) is not None
