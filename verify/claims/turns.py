"""Interviews and transcripts: whose turn it is, from the label before it.

`Q:` and `A:`, or names that the article knows, at the start of a line, again and again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from verify.claims.drafts import Draft
from verify.types import Attribution, Kind, Sentence

SPEAKER = "speaker"  # named in `unresolved` where nobody is known to speak
LABEL = re.compile(
    r"^[ \t]*(?:\*\*)?(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})"
    r"(?:, [A-Z][A-Z ,.&'’-]{2,40})?(?:\*\*)?:(?:\*\*)?[ \t]+(?=\S)",
    re.MULTILINE,
)
PLAIN = frozenset({"q", "a", "question", "answer", "interviewer"})
MOST_SPEAKERS = 20  # whose names are sought, so that cost grows with the length alone
LEAST_TURNS = 2  # of each of two speakers at least: a label that stands once is a caption
BLANK = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says, up to the next label. `words`: where it begins, behind the label.

    `speaker` is "" where the label names nobody; `sure`: where the first paragraph ends, after
    which it may be the article's own voice again.
    """

    start: int
    words: int
    sure: int
    end: int
    speaker: str


@lru_cache(maxsize=4)
def turns(text: str) -> tuple[Turn, ...]:
    """The turns of an interview, in order; () where the text is none."""
    found = list(LABEL.finditer(text))
    count = Counter(m["who"] for m in found)
    speakers = {
        who: _speaker(who, text) for who, n in count.most_common(MOST_SPEAKERS) if n >= LEAST_TURNS
    }
    known = {who: name for who, name in speakers.items() if name is not None}
    if len(known) < LEAST_TURNS:
        return ()
    marks = [m for m in found if m["who"] in known]
    edges = [m.start() for m in marks[1:]] + [len(text)]
    return tuple(_turn(text, m, end, known[m["who"]]) for m, end in zip(marks, edges, strict=True))


def _turn(text: str, mark: re.Match[str], end: int, speaker: str) -> Turn:
    blank = BLANK.search(text, mark.end(), end)
    return Turn(mark.start(), mark.end(), blank.start() if blank else end, end, speaker)


def _speaker(label: str, text: str) -> str | None:
    """The full name behind a label, "" for `Q` and `A`; None where the article speaks of nobody
    so called: `Pros`, `New Release`."""
    if label.lower() in PLAIN:
        return ""
    name = " ".join(w.title() if w.isupper() else w for w in label.split())
    first = "" if " " in label else r"[A-Z][\w’'-]+(?: [A-Z]\.| (?:de|van|von|bin|al|der|la|le))* "
    given = re.search(rf"(?<![\w’]){first}{re.escape(name)}\b(?![\w’]*(?:\*\*)?:)", text)
    return given.group() if given else None


def label_ends(text: str) -> dict[int, int]:
    """Where a line begins with a label → where its words begin."""
    return {t.start: t.words for t in turns(text)}


def in_turn(
    text: str, sentences: Sequence[Sentence], found: list[list[Draft]]
) -> list[list[Draft]]:
    """The drafts of each sentence; those of a turn, its speaker's, where nobody else is named."""
    told = turns(text)
    if not told:
        return found
    starts = [t.start for t in told]
    for n, sentence in enumerate(sentences):
        at = bisect_right(starts, sentence.start) - 1
        if at < 0 or (at == len(told) - 1 and sentence.start >= told[at].sure):
            continue  # the last turn ends with its paragraph
        speaker = told[at].speaker if sentence.start < told[at].sure else ""
        found[n] = [_spoken(d, speaker) for d in found[n]]
    return found


def _spoken(draft: Draft, speaker: str) -> Draft:
    if draft.attribution is not None or draft.sort.kind is Kind.QUOTATION:
        return draft
    if speaker:
        return replace(draft, attribution=Attribution(speaker, "said"))
    if draft.sort.reason:
        return draft
    return replace(draft, unresolved=tuple(dict.fromkeys((*draft.unresolved, SPEAKER))))
