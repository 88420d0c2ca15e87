"""Rows of a table: each a statement with the names of its columns, or no statement at all."""

from __future__ import annotations

import re
from itertools import pairwise

from verify.types import Sentence

ROW = re.compile(r"[ \t]*\|[^\n]*\|[ \t\r]*")
RULE = re.compile(r"[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t\r]*")  # between the head and the rows
CELL_ENDS = re.compile(r"(?<!\\)\|")
# What the figures are counted in, which stands above the names of the rows.
UNIT = re.compile(r"[$€£¥₹%]|\b(?:million|billion|thousand|per cent|percent|tonnes|EUR|USD|GBP)\b")
LONGEST_TABLE = 20_000  # characters above a row in which its head is looked for


def is_row(text: str) -> bool:
    """`| Deaths | 71 | 93 |`."""
    return ROW.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """`|---|---|`."""
    return RULE.fullmatch(text) is not None


def is_head_row(text: str, end: int) -> bool:
    """Whether the line that ends at `end` of the article names the columns of a table."""
    stop = text.find("\n", end + 1)
    return is_rule(text[end : stop if stop > 0 else len(text)].strip("\r\n"))


def row_statement(text: str, sentence: Sentence) -> str:
    """`| Deaths | 71 | 93 |` under `| | May | June |`: `Deaths: 71 (May), 93 (June).`

    "" where the row has no head, or cells that are no figures.
    """
    names, cells = _head_above(text, sentence.start), _cells(sentence.text)
    if len(names) != len(cells) or len(cells) < 2 or not cells[0] or not all(names[1:]):
        return ""
    if not all(re.search(r"\d", cell) for cell in cells[1:]):
        return ""
    unit = f" ({names[0]})" if UNIT.search(names[0]) else ""
    of = f"{names[0]}: " if names[0] and not unit else ""  # `Who is owed: Suppliers: 3.9 (£m)`
    told = ", ".join(f"{cell} ({name})" for name, cell in zip(names[1:], cells[1:], strict=True))
    return f"{of}{cells[0]}{unit}: {told}."


def _head_above(text: str, start: int) -> list[str]:
    """The names of the columns above a row; none where the table has no head."""
    above = text[max(0, start - LONGEST_TABLE) : start].rstrip(" \t").splitlines()
    table: list[str] = []
    for line in reversed(above):
        if not is_row(line):
            break
        table.append(line)
    heads = (head for rule, head in pairwise(table) if is_rule(rule))
    return _cells(next(heads, ""))


def _cells(row: str) -> list[str]:
    bare = row.strip().removeprefix("|").removesuffix("|")
    return [cell.strip(" \t*_") for cell in CELL_ENDS.split(bare)]
