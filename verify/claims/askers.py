"""What a page has its readers ask: `**I have a voucher. Can I use it?**`, `**I am a supplier.**`

In a list of questions and answers, the bold lines are nobody's statements.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verify.claims.drafts import Draft
from verify.claims.kinds import Sort
from verify.types import Kind, Sentence

BOLD = re.compile(r"^\*\*(?P<asked>[^*\n]+)\*\*[ \t]*$", re.MULTILINE)
FEWEST = 2  # questions in bold from which a page is a list of them
ASKED = Sort(Kind.OPINION, "a question states nothing")


def as_asked(
    text: str, sentences: Sequence[Sentence], found: Sequence[list[Draft]]
) -> list[list[Draft]]:
    """The drafts of each sentence, those of a reader's question as such."""
    bold = list(BOLD.finditer(text))
    if sum(m["asked"].rstrip().endswith("?") for m in bold) < FEWEST:
        return list(found)
    starts = {at for m in bold for at in range(m.start(), m.end())}
    return [
        [replace(d, sort=ASKED) for d in drafts] if s.start in starts else drafts
        for s, drafts in zip(sentences, found, strict=True)
    ]
