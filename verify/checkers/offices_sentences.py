"""The stretch of text a role is read in: its sentence, and whether somebody is quoted there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from verify.checkers.offices_dates import MONTHS
from verify.checkers.offices_states import STATE_ADJECTIVES, STATE_FORMS, STATES

_SHORT = """
sen sens rep reps gov lt gen col maj capt cmdr adm sgt mr mrs ms dr prof hon rev st jr sr vs no
dept amb pres cong atty inc co corp ltd ret
"""
# Words whose point ends no sentence.
SHORT = frozenset(_SHORT.split()) | {m for m in MONTHS if len(m) < 5}
SHORT |= {
    word.lower()
    for form in STATE_FORMS
    if form not in STATES.values() and form not in STATE_ADJECTIVES
    for word in form.split(".")
}
END = re.compile(r"(?P<word>[^\s.!?]*)(?P<stop>[.!?…]+)[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
INITIALS = re.compile(r"(?:^|[\s(“\"‘.])(?:[A-Z]\.)*[A-Z]\.$")
# A quotation opens before a letter and closes after one; a lone ’ may be an apostrophe.
MARKS = re.compile(r"[“”]|\"|(?<!\w)['‘](?=\w)|(?<=[\w.,!?…])['’](?!\w)")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the text's sentences, good enough to keep one role's words apart from another's.

    A line ends a sentence; so does a full stop, unless it is an abbreviation's.
    """
    for line in re.finditer(r"[^\n]+", text):
        begin = line.start()
        for end in END.finditer(text, line.start(), line.end()):
            point = end.end("stop")
            short = end["stop"] == "." and (
                re.split(r"[-(“\"‘/]", end["word"])[-1].lower() in SHORT
                or INITIALS.search(text, max(line.start(), point - 12), point)
            )
            if not short:
                yield begin, end.end()
                begin = end.end()
        if text[begin : line.end()].strip():
            yield begin, line.end()


@lru_cache(maxsize=64)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of quoted words, each within its line (a quotation may run on without closing)."""
    found: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text):
        opened, mark = -1, ""
        for sign in MARKS.finditer(text, line.start(), line.end()):
            kind = '"' if sign[0] in '“”"' else "'"
            opens = sign[0] in "“‘" or (sign[0] in "\"'" and opened < 0)
            if opened < 0 and opens:
                opened, mark = sign.start(), kind
            elif opened >= 0 and kind == mark and sign[0] not in "“‘":
                found.append((opened, sign.end()))
                opened = -1
        if opened >= 0 and mark == '"':
            found.append((opened, line.end()))
    return tuple(found)


def is_quoted(text: str, position: int) -> bool:
    """Whether the words at `position` stand within quotation marks."""
    return any(start < position < end for start, end in _quotations(text))
