"""What a page says only on a condition: "the baths close if the vote fails".

It says less than a claim that they closed; but not where the condition belongs to something else
that the sentence says, nor where the page itself says that the condition is met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verify.checkers.agreement import agreement
from verify.checkers.matter import Told, gist, has_pronoun, senses_of, subject
from verify.checkers.senses import PAST

# "Dozens, if not hundreds", "as if", "even if", "what if", "asked if" set no condition; nor do
# "as long as two hours" and "provided 300 beds".
_CONDITION = re.compile(
    r"(?<!asked\s)(?<![Ee]ven\s)(?<!\b[Aa]s\s)(?<![Ww]hat\s)"
    r"\b[Ii]f\b(?!\s(?:any\b|not\b(?!\sfor\b)))"
    r"|\b[Uu]nless\b|,\sprovided\b|\b[Pp]rovided\sthat\b|\bon\scondition\b|^Should\s"
    r"|\bas\slong\sas\s(?=(?:the|it|he|she|they|we|you|I|there|no|nobody)\b|[A-Z])"
)
DONE = re.compile(rf"\b(?:was|were|had|has|have|did|[a-z]{{2,}}ed|{'|'.join(PAST)})\b")
# Where a sentence begins to say something else: behind these no condition said before holds.
_BREAK = re.compile(r";\s|\s[—–-]\s|,?\s(?:but|while|whereas)\s")
# A further verb of the same subject, or a further clause: a condition behind it is of it alone.
_FURTHER = re.compile(
    r",\sand\s|\sand\s(?=(?:has|have|had|is|are|was|were|will|would|could|may|might|plans)\b)"
)
_ASIDE = re.compile(r",\s(?:which|who|whose)\s[^,;]*,|\([^()]*\)")
_CLAUSES = re.compile(r"[,;]\s|\sand\s|\s[—–-]\s")
_IS_MET_BY = re.compile(r"\b[Ii]f\s(?P<what>[^,;.]+?)(?:,\s|\sthen\s|[;.]|$)")


def conditional(text: str) -> bool:
    """Does a text say anything on a condition only?"""
    return bool(_CONDITION.search(text))


def on_condition(claim: str, sentence: str, page: Sequence[Told]) -> str:
    """The word by which a sentence says only on a condition what the claim says; "" if none.

    `page`: what may say that the condition is met.
    """
    found = _CONDITION.search(sentence)
    if found is None or _says(claim, sentence, " ".join(_unconditional(sentence))):
        return ""
    return "" if _met(sentence, page) else found.group().strip(", ")


def _unconditional(sentence: str) -> Iterator[str]:
    """The parts of a sentence for which its conditions do not hold."""
    bare = _ASIDE.sub(lambda m: " " if conditional(m.group()) else m.group(), sentence)
    for part in _BREAK.split(bare):
        found = _CONDITION.search(part)
        if found is None:
            yield part
        elif not part[: found.start()].rstrip().endswith(","):
            # ", if the reports are right" is said of all that stands before it.
            yield from _FURTHER.split(part[: found.start()])[:-1]


def _says(claim: str, sentence: str, part: str) -> bool:
    """Has a part of a sentence all that the sentence has of the claim's words?"""
    asked = gist(claim) & senses_of(sentence)
    if has_pronoun(part):
        asked -= subject(claim)
    return bool(asked) and asked <= senses_of(part)


def _met(sentence: str, page: Sequence[Told]) -> bool:
    """Does the page say, and on no condition, just what the sentence makes its condition?"""
    found = list(_CONDITION.finditer(sentence))
    rule = _IS_MET_BY.match(sentence, found[0].start()) if len(found) == 1 else None
    if rule is None:
        return False
    # Told as done on both sides: that a vote passed does not yet make the baths close.
    condition, follows = rule["what"], sentence[rule.end() :] or sentence[: rule.start()]
    if not DONE.search(condition) or not DONE.search(follows):
        return False
    plain = (sentence[: rule.start()], *(t.sentence for t in page if not conditional(t.sentence)))
    said = (clause for text in plain for clause in (text, *_CLAUSES.split(text)))
    return any(agreement(condition, clause).same_statement for clause in said)
