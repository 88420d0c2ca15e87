"""Claims that leave out what they are about: "She declined to comment", "Mr Lee agreed".

Their sentence stands for another that the article gave before. Cut off from it, any passage
in which the same people speak of anything seems to confirm or contradict them.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
# Who did it: the names that the claim begins with, with initials, titles and a party in
# brackets, or a few plain words up to the verb ("The minister's office").
SUBJECT = re.compile(
    r"^(?:(?:(?:the|[A-Z][^\W_]*(?:[-'’][^\W_]+)*)\.?,?\s+"
    r"(?:(?:and|of|de)\s+)?)+(?:\([^)]*\)|[RDI]-[A-Z][a-z]*\.?,?)?)?"
    r"\s*(?:[a-z'’-]+\s+){0,4}?(?=(?:did|does|do|has|have|had|was|were|is|are|will|would|could)\b"
    r"|[a-z]+ed\b|sa(?:id|ys?)\b)"
)

# Words that say that somebody spoke, answered, was there or did so, and not what about.
OPEN = frozenset(
    "say says said saying speak speaks spoke speaking talks talked comment comments commented"
    " commenting reply replies replied respond responds responded response answer answers answered"
    " elaborate elaborates elaborated agree agrees agreed agreement disagree disagrees disagreed"
    " confirm confirms confirmed deny denies denied declines declined refuse refuses"
    " refused declining refusing attend attends attended come comes came go goes went follow"
    " follows followed react reacts reacted remain remains remained stay stays stayed silent"
    " available reached immediately request requests requested returns returned calls"
    " called messages concur concurs concurred objects objected nothing anything"
    " something more further else little much present absent either same likewise yet again there"
    " here later earlier publicly".split()
)
DID = frozenset("did didn't does doesn't do don't was wasn't is isn't has hasn't had not".split())
GRAMMAR = frozenset(
    "a an the this that these those it its he she they we you i his her their our your my me him"
    " them us who whom whose which what and or but nor so as of in on at by for from to with into"
    " upon is are was were be been being am has have had having do does did done will would shall"
    " should can could may might must not no never n't didn't doesn't don't hasn't haven't hadn't"
    " wasn't weren't isn't aren't won't wouldn't couldn't can't cannot also too".split()
)


def elliptical(claim: str) -> bool:
    """Does the claim, its subject aside, say nothing but that somebody spoke or did so?

    >>> elliptical("Ann Lee declined to comment."), elliptical("Ann Lee declined the offer.")
    (True, False)
    """
    left = [
        word.lower().replace("’", "'") for word in WORD.findall(SUBJECT.sub("", claim, count=1))
    ]
    said = [word for word in left if word not in GRAMMAR]
    if said:
        return all(word in OPEN for word in said)
    return bool(left) and left[-1] in DID
