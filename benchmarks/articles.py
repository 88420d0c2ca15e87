"""Articles made for measuring: paragraphs of the data recombined, always the same ones."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SEED = 20261123
PARAGRAPHS = 6  # of one made-up article


def make_articles(number: int, data: Path, folder: Path) -> list[str]:
    """Files made by recombining the paragraphs of the data, always the same ones."""
    paragraphs = sorted(set(paragraphs_of(data)))
    if len(paragraphs) < 2:
        raise SystemExit(f"{data} holds no paragraphs to make articles of")
    chance = random.Random(SEED)
    folder.mkdir(parents=True)
    made = []
    for n in range(number):
        chosen = chance.sample(paragraphs, min(PARAGRAPHS, len(paragraphs)))
        title = " ".join(chosen[0].split()[:8])
        path = folder / f"{n:06}.txt"
        path.write_text("\n\n".join([f"{title} ({n})", *chosen]) + "\n", "utf-8")
        made.append(str(path))
    return made


def paragraphs_of(data: Path) -> Iterable[str]:
    """Paragraphs of text files, and the evidence of rows in JSON lines."""
    files = [data] if data.is_file() else sorted(p for p in data.rglob("*") if p.is_file())
    for path in files:
        if path.suffix == ".jsonl":
            with path.open(encoding="utf-8") as rows:
                for row in rows:
                    yield from texts_of(json.loads(row))
        elif path.suffix in (".txt", ".md"):
            yield from blocks(path.read_text("utf-8"))


def texts_of(row: Any) -> Iterable[str]:
    """Every text of a row that is long enough for a paragraph."""
    if isinstance(row, str):
        yield from blocks(row)
    elif isinstance(row, dict):
        for value in row.values():
            yield from texts_of(value)
    elif isinstance(row, list):
        for value in row:
            yield from texts_of(value)


def blocks(text: str) -> Iterable[str]:
    """Paragraphs of 10 to 150 words."""
    for block in re.split(r"\n\s*\n", text):
        line = " ".join(block.split())
        if 10 <= len(line.split()) <= 150:
            yield line
