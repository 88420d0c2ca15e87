"""Markdown and its front matter → plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_FENCE = re.compile(r"\A---[ \t]*\n(.*?)(?:\n)?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_KEY = re.compile(r"([A-Za-z_][\w -]*?)\s*:\s*(.*)")
_ADDRESS = re.compile(r"https?://[^\s<>\"'\])]+")


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """(keys in lower case, the rest of the text). ({}, text) where there is none.

    Only `key: value` lines count; a value may be quoted. Lists keep their first entry.
    """
    found = _FENCE.match(text)
    if not found:
        return {}, text
    table: dict[str, str] = {}
    key = ""
    for line in found.group(1).splitlines():
        if match := _KEY.fullmatch(line):
            key = match.group(1).lower()
            table[key] = _value(match.group(2))
        elif line.lstrip().startswith("- ") and key and not table[key]:
            table[key] = _value(line.lstrip()[2:])
    return table, text[found.end() :].lstrip("\n")


def _value(raw: str) -> str:
    raw = raw.strip()
    if raw.startswith("[") and raw.endswith("]"):
        raw = raw[1:-1].split(",")[0].strip()
    if len(raw) > 1 and raw[0] == raw[-1] and raw[0] in "\"'":
        return raw[1:-1]
    return raw.split(" #")[0].strip()


def addresses(text: str) -> tuple[str, ...]:
    """The web addresses in a text, each once, in order."""
    return tuple(dict.fromkeys(a.rstrip(".,;:!?") for a in _ADDRESS.findall(text)))


def plain(markdown: str) -> str:
    """The words of a Markdown text: no marks, no HTML, a blank line between blocks."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown)
    blocks: list[str] = []
    row: list[str] = []
    in_row = marker = False
    for token in tokens:
        if token.type == "tr_open":
            row, in_row = [], True
        elif token.type == "tr_close":
            blocks.append(" | ".join(row))
            in_row = False
        elif token.type == "list_item_open":
            marker = True
        elif token.type in ("fence", "code_block"):
            blocks.append(token.content.rstrip("\n"))
        elif token.type == "inline":
            words = _inline(token.children or ())
            if in_row:
                row.append(words)
            elif words:
                blocks.append(f"• {words}" if marker else words)
                marker = False
    return "\n\n".join(blocks)


def _inline(children: Sequence[Token]) -> str:
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts).strip()


def first_heading(markdown: str) -> str:
    """The words of a first-level heading that opens the text, else ""."""
    found = re.match(r"\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|\Z)", markdown)
    return plain(found.group(1)) if found else ""
