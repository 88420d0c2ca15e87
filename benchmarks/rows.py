"""Reading data files in the project's row format, and printing one JSON line a file."""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def read(path: Path, limit: int = 0) -> list[Row]:
    """Rows of a JSON-lines file, gzip-compressed or not; evenly thinned to `limit`.

    Exits with one line for a file that is missing or not of the format.
    """
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        sys.exit(f"{path} cannot be read as JSON lines: {error}")
    if limit and len(rows) > limit:
        # Every k-th row: files are often sorted by label or page.
        rows = [rows[i * len(rows) // limit] for i in range(limit)]
    return rows


def name(path: Path) -> str:
    """`fm2` for `…/fm2.jsonl.gz`."""
    return path.name.split(".", 1)[0]


def files(paths: list[Path]) -> Iterator[Path]:
    """The files named, and those of any folder named."""
    for path in paths:
        yield from sorted(path.glob("*.jsonl*")) if path.is_dir() else [path]


def parser(doc: str | None) -> argparse.ArgumentParser:
    """The options every benchmark has."""
    made = argparse.ArgumentParser(description=doc)
    made.add_argument("--data", type=Path, nargs="+", required=True)
    made.add_argument("--limit", type=int, default=0, help="rows a file; 0 for all")
    made.add_argument("--out", type=Path, help="one line a row goes here")
    return made


def say(message: str) -> None:
    """Progress, on standard error."""
    print(message, file=sys.stderr, flush=True)


def emit(result: Row) -> None:
    """One JSON object, one line, on standard output."""
    print(json.dumps(result, ensure_ascii=False), flush=True)


def suits(path: Path, named: list[Path], keys: tuple[str, ...]) -> bool:
    """Whether a file's rows have the keys. One that was named must; another is passed over."""
    lacking = [k for k in keys if k not in (read(path) or [{}])[0]]
    if lacking and path in named:
        sys.exit(f"{path} has rows without {', '.join(lacking)}")
    if lacking:
        say(f"{path} is passed over: its rows have no {', '.join(lacking)}")
    return not lacking


def run(
    args: argparse.Namespace,
    measure: Callable[[Path, argparse.Namespace], tuple[Row, list[Row]]],
    keys: tuple[str, ...] = (),
) -> None:
    """Measure each file whose rows have the keys; write the rows of all to `--out`."""
    written: list[Row] = []
    for path in files(args.data):
        if keys and not suits(path, args.data, keys):
            continue
        result, rows = measure(path, args)
        emit(result)
        written += rows
    if args.out:
        args.out.write_text(
            "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in written), "utf-8"
        )
