"""Run-in headings, which are no part of the sentence behind them: `Duty: the firm has …`,
`**What does it say?** …`."""

from __future__ import annotations

from verify.claims.regrouping import SUBJECT, hangs_on, said
from verify.ports import Word

MARKS = "*_#> \t"


def heading_first(text: str, words: list[Word]) -> list[Word]:
    """`Guidance: in view of the talks, the firm has withdrawn its forecast`: the firm has."""
    at = next((n for n, w in enumerate(words) if said(text, w) == ":"), -1)
    label = next((n for n, w in enumerate(words[: max(at, 0)]) if w.dep in SUBJECT), -1)
    if label < 0 or any(k != label and not hangs_on(words, k, label) for k in range(at)):
        return words
    verb = words[label].head
    others = [w for w in words[at:] if w.head == verb and w.dep in SUBJECT]
    if verb > at and others:
        words[label] = words[label]._replace(dep="dep")
    return words


def put_over(text: str, start: int, end: int) -> bool:
    """Whether a question stands over a paragraph: alone on its line, or in bold before it."""
    begin = text.rfind("\n", 0, start) + 1
    close = text.find("\n", end)
    before, words = text[begin:start], text[start:end]
    after = text[end : close if close >= 0 else len(text)]
    if before.strip(MARKS) or not words.strip(MARKS).endswith("?"):
        return False
    bold = before.strip(" \t#>") in ("**", "__") or words[:2] in ("**", "__")
    return bold or not after.strip(MARKS)
