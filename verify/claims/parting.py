"""Ends of sentences that are overlooked, and ends that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.claims import lexicon as lx
from verify.claims.verbs import base_of

# Words that end a sentence, though they may also be short for something: `in May. Then …`.
WHOLE_WORD = re.compile(
    r"(?<=\s)(?:(?:no|ill|me|art|miss|ok|OK|May)\.[\"”’']?|I\.[\"”])\s+(?=[\"“‘A-Z])(?!\S+ \d)"
)
# `went to Gate B. Airport staff …`: what is told apart by a letter has no initial.
LETTERED = re.compile(
    r"(?<=\w )(?:(?i:concourse|terminal|gate|pier|stand|platform|block|wing|berth|dock|bay|zone"
    r"|sector|group|grade|class|category|division|section|schedule|annex|appendix|exhibit|route"
    r"|vitamin|hepatitis|influenza|plan|option|row|unit|junction|building))"
    r" [A-Z]\.[\"”’']?(?=\s+[\"“‘]?[A-Z][\w’'-])"
)
# `succeeded by his son, Rufus V. He …`, `served in World War I. The …`, `the singer Ann B. She …`:
# a numeral or a letter behind a name, where what follows is no surname.
_TELLS_ON = r"(?:He|She|It|They|His|Her|Its|Their|This|These|The)"
_IN_TIME = r"(?:In|On|At|By|After|Before|During|Under|When|While|Although|Though|Despite|As|Since)"
NUMBERED = re.compile(
    rf"(?<=[\w’'-] )[A-Z]\.(?=\s+{_TELLS_ON} [a-z\d])"
    rf"|(?<=[\w’'-] )[IVX]\.(?=\s+{_IN_TIME} [A-Z]?[a-z\d])"
)
# `(He sold it.) Then …`: a sentence in brackets ends with them.
IN_BRACKETS = re.compile(r"\([^()]*[.!?…][\"”’']?\)\s+(?=[\"“‘A-Z(])")
# `Lions 5, Bears 1: …` in a round-up of games: a result, and what happened.
TEAM = r"[A-Z][\w.'’&-]*(?: [A-Z&][\w.'’-]*){0,3}"
SCORED = rf"{TEAM} \d{{1,3}}"
RESULT = re.compile(rf"{SCORED}, {SCORED}:")
SCORE = re.compile(rf"{TEAM} \d{{1,3}}[-–]\d{{1,3}} {TEAM}")  # a line of its own
ASKED_BY = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}(?: [a-z]+ly| also| then)?"
    r" (?P<verb>[a-z]+)(?:[.,]| (?:before|after|as|while|when|in|on|at|during)\b)"
)


def parted(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """A sentence's span, cut after whole words that were taken for abbreviations, after the
    result of a game and after a sentence in brackets."""
    begin = span[0]
    result = RESULT.match(text, *span)
    if result and text[result.end() : result.end() + 1] == " ":
        yield begin, result.end()
        begin = result.end()
    bracketed = IN_BRACKETS.match(text, *span)
    if bracketed:
        yield begin, bracketed.end()
        begin = bracketed.end()
    ends = {m.end() for m in WHOLE_WORD.finditer(text, begin, span[1])}
    for letter in (LETTERED, NUMBERED):
        ends |= {m.end() for m in letter.finditer(text, begin, span[1]) if m.start() > begin}
    for end in sorted(ends):
        yield begin, end
        begin = end
    if begin < span[1]:
        yield begin, span[1]


def lettered(before: str, after: str) -> bool:
    """Whether a sentence ends with a letter or a numeral that is no initial."""
    whole = f"{before} {after}"
    return any(
        m.end() == len(before) for letter in (LETTERED, NUMBERED) for m in letter.finditer(whole)
    )


def asked_by(before: str, after: str) -> bool:
    """`"Is it safe?" Roe asked.`: who asked is part of the sentence."""
    found = ASKED_BY.match(after)
    ends = before.endswith(('?"', "?”", '!"', "!”"))
    return ends and found is not None and base_of(found.group("verb")) in lx.SPEECH
