"""Quotation marks, brackets and dashes that lost their partner."""

from __future__ import annotations

from itertools import cycle, pairwise

from verify.claims.tokens import Tag, Token

QUOTES = '“”"«»'
SINGLE = ("’", "‘")
DASHES = frozenset({"—", "–", "--"})


def inside_quotation(before: str) -> bool:
    """Whether a quotation is open at the end of a text."""
    return bool(before.count('"') % 2) or before.count("“") > before.count("”")


def paired(tokens: list[Token]) -> list[Token]:
    """Without quotation marks and brackets whose partner is not there."""
    drop: set[int] = set()
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»")):
        opened: list[int] = []
        for n, token in enumerate(tokens):
            if token.text == opening or token.text.count(opening) > token.text.count(closing):
                opened.append(n)
            elif token.text == closing:
                if opened:
                    opened.pop()
                else:
                    drop.add(n)
            elif opened and token.text.count(closing) > token.text.count(opening):
                opened.pop()  # `):`
        drop.update(n for n in opened if tokens[n].text == opening)
    straight = [n for n, t in enumerate(tokens) if t.text in ('"', "''", "``")]
    glued = sum(t.text.count('"') % 2 for t in tokens if len(t.text) > 1)  # `salt"—a`
    if straight and (len(straight) + glued) % 2:
        drop.add(_odd_one(tokens, straight))
    some = [n for n, t in enumerate(tokens) if t.tag is not Tag.COMMA and t.text not in SINGLE]
    for a, b in pairwise(some):
        pair = {tokens[a].text, tokens[b].text}
        empty = all(tokens[n].text in SINGLE for n in range(a + 1, b))
        if (pair <= set(QUOTES) or pair <= DASHES) and a not in drop and empty:
            drop |= set(range(a, b + 1))  # nothing is left between them
    return [t for n, t in enumerate(tokens) if n not in drop]


def _odd_one(tokens: list[Token], marks: list[int]) -> int:
    """Of an odd number of straight quotation marks, the one without a partner."""
    for n, closes in zip(marks, cycle((False, True)), strict=False):
        glued = n + 1 < len(tokens) and tokens[n].end == tokens[n + 1].start
        if glued and tokens[n + 1].text[:1].isalnum() and closes:
            return marks[marks.index(n) - 1]  # two that open in a row: the first is alone
        if not (glued and tokens[n + 1].text[:1].isalnum()) and not closes:
            return n
    return marks[-1]
