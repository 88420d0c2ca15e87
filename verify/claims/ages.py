"""`Ann Roe, 24, who died in 2021`: what somebody was who is dead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verify.claims.drafts import Draft

AGED = re.compile(r"(?P<name>[^,]+) is aged \d{1,3}\.")
_PERISHED = (
    r"(?:(?:has|had|have|later|also|then) )?"
    r"(?:died|drowned|perished|was (?:killed|murdered|drowned|(?:found|shot|pronounced) dead))\b"
)
_DEATH = r"\b(?:deaths?|killing|murder|manslaughter|funeral) of (?:[^,.]+ and )?"


def ages_of_the_dead(found: Sequence[Sequence[Draft]]) -> list[list[Draft]]:
    """The drafts of each sentence; of whom the article says that they died, nobody *is* of an
    age."""
    told = [draft.text for drafts in found for draft in drafts]
    return [[_then(draft, told) for draft in drafts] for drafts in found]


def _then(draft: Draft, told: Sequence[str]) -> Draft:
    aged = AGED.fullmatch(draft.text)
    if aged is None or not any(_tells_death(text, aged["name"]) for text in told):
        return draft
    return replace(draft, text=draft.text.replace(" is aged ", " was aged "))


def _tells_death(text: str, name: str) -> bool:
    """`NAME died`, `NAME and A were killed`, `the death of NAME`."""
    if name not in text:
        return False
    own = re.escape(name)
    joined = rf"{own} and [^,]+ were (?:killed|murdered|drowned)\b"
    return re.search(rf"\b{own} {_PERISHED}|{joined}|{_DEATH}{own}\b", text) is not None
