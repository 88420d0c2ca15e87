"""The same number of the same subject, stated in sentences that are worded differently.

"Lost has twelve seasons" and "Lost, a drama by ABC, had six seasons": what is counted,
whose it is and the word that ties the number to it are the same; the rest may differ.
"""

from __future__ import annotations

import re

from verify.checkers.numbers_match import Match
from verify.checkers.quantities import Quantity, quantities
from verify.checkers.subjects import headed, leading, plain, same_subject, subjects
from verify.checkers.wording import STOP, Word, stem, words
from verify.types import Document

MIN_COVERED = 0.75  # of the claim's words; one may be missing. train/fever_pairs, see the docs
_SKIPPED = frozenset(
    "a an the total of its his her their about some only just exactly all approximately around"
    " nearly almost roughly over currently now today".split()
)
# Words that tie a number to its subject without saying what was done with it.
_HAS = frozenset(
    stem(w)
    for w in "has have had with contains contained includes included including comprises comprised"
    " comprising consists consisted features featured is are was were there spans spanning".split()
)
_IS = frozenset(stem(w) for w in "is was are were be been as".split())


def anchored(claim: str, match: Match, document: Document | None = None) -> bool:
    """Do a claim and a sentence surely give two numbers for one thing of one subject?

    Without a document a sentence that says "it" has no subject.
    """
    rest = match.rest
    return (
        match.relation == "different"
        and match.same_thing
        and bool(match.ours.nouns or match.ours.unit)
        and match.settled
        and rest.aligned
        and rest.covered >= MIN_COVERED
        and len(rest.missing) <= 1
        and _only_one(match)
        and tied(claim, match)
        and _same_subject(claim, match, document)
    )


def tied(claim: str, match: Match) -> bool:
    """Is it the same word that ties the number to the subject, and not one that adds up?

    For an ordinal it must be "is": who won a third title may have won a fourth one.
    """
    order = match.ours.unit == "ordinal"
    rank = order and match.theirs.nouns[:1] and match.theirs.nouns[0].endswith("est")
    ours = _tie(claim, match.ours.start, past_names=order, rank=bool(rank))
    theirs = _tie(match.sentence, match.theirs.start, past_names=order, rank=bool(rank))
    if order:
        return {ours, theirs} <= _IS
    if not match.same_period:
        return False
    if {ours, theirs} <= _IS:
        return True
    # Who had 16 had eight, too: a smaller count may be an earlier one, or a part.
    same = ours == theirs or {ours, theirs} <= _HAS
    return bool(ours) and same and match.ours.low > match.theirs.high


def _tie(text: str, position: int, *, past_names: bool = False, rank: bool = False) -> str:
    """The stem of the word before a number, articles and modifiers skipped; "" at a break.

    `past_names`: "is James Taylor's tenth album" is tied by "is"; `rank`: and so is "is the
    country's second-largest export".
    """
    end = position
    for word in reversed([w for w in words(text) if w.end <= position]):
        if re.search(r"[,;:()–—]", text[word.end : end]):
            return ""
        bare = text[word.start : word.end].lower()
        owner = word.name or bare == "s" or (rank and bare.endswith(("'s", "’s")))
        if not (bare in _SKIPPED or (past_names and owner)):
            return word.stem
        end = word.start
    return ""


def _only_one(match: Match) -> bool:
    """Is there one number in the sentence that could be meant, and none that is the claim's?"""
    ours = match.ours
    found = [q for q in quantities(match.sentence) if q.unit == match.theirs.unit]
    return sum(_counts(q, match) for q in found) == 1 and not any(
        q.low <= ours.high and ours.low <= q.high for q in found
    )


def _counts(quantity: Quantity, match: Match) -> bool:
    """Does a number count what the sentence's number in question counts?"""
    if quantity.unit in {"", "ordinal"}:
        return quantity.nouns == match.theirs.nouns
    return _tie(match.sentence, quantity.start) == _tie(match.sentence, match.theirs.start)


def _same_subject(claim: str, match: Match, document: Document | None) -> bool:
    """The name that both begin with; all other names of the claim stand in the sentence."""
    asked = leading(_before_verb(plain(claim)))
    about, body = headed(match.sentence)
    head = _before_verb(plain(body))
    told = leading(head)
    if not asked or told is None or _narrowed(head, told, claim):
        return False
    names = subjects(told, about, document, body)
    known = {w.stem for w in words(" ".join(names))} | {w.stem for w in words(match.sentence)}
    return any(same_subject(asked, name) for name in names) and all(
        w.stem in known for w in _names(claim)
    )


_OF_A_PART = re.compile(
    r"\s(?:for|before|after|in|at|on|of|from|to|per|among|excluding|without|with|under)\s", re.I
)


def _narrowed(head: str, told: str, claim: str) -> bool:
    """Does something between the subject and its verb make it a part: "Revenue for the year"?"""
    rest = head[head.find(told) + len(told) :] if told in head else ""
    asked = {w.stem for w in words(claim)}
    return bool(_OF_A_PART.match(rest)) and any(
        w.stem not in asked | STOP for w in words(rest.split(",")[0])
    )


def _before_verb(text: str) -> str:
    return re.split(r"\s(?:is|was|are|were|has|had|have)\b", text, maxsplit=1)[0]


def _names(text: str) -> list[Word]:
    return [w for w in words(text) if w.name and w.start]
