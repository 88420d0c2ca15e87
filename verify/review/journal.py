"""Decisions in a JSON Lines file: a line each, only ever added, safe for several writers."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from verify.errors import ReviewError
from verify.report.files import locked
from verify.review.decisions import Decision, decision_json, decision_of


class Journal:
    """Decisions kept in one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: tuple[tuple[int, int], dict[str, list[Decision]]] = ((-1, -1), {})

    def append(self, decision: Decision) -> None:
        """Add a line and flush it to the disk. The same decision twice is kept once."""
        line = json.dumps(decision_json(decision), ensure_ascii=True, sort_keys=True)
        try:
            with locked(self.path.parent, f".{self.path.name}.lock"):
                if all(known.id != decision.id for known in self._read()):
                    self._add(line)
        except OSError as error:
            raise ReviewError(
                f"the decision could not be kept in {self.path}: {error.strerror or error}"
            ) from error

    def all(self, article_sha256: str = "") -> Sequence[Decision]:
        """The decisions on an article, oldest first; on every one for "". Raises ReviewError."""
        try:
            by_article = self._by_article()
        except OSError as error:
            raise ReviewError(f"{self.path} cannot be read: {error.strerror or error}") from error
        return list(by_article.get(article_sha256, ()))

    def _by_article(self) -> dict[str, list[Decision]]:
        """Decisions by article, all of them under ""; read again when the file has grown."""
        if not self.path.exists():
            return {}
        seen = self.path.stat()
        stamp = seen.st_mtime_ns, seen.st_size
        if stamp != self._known[0]:
            found: dict[str, list[Decision]] = {}
            for decision in sorted(self._read(), key=lambda d: d.decided_at):
                found.setdefault("", []).append(decision)
                if decision.article_sha256:
                    found.setdefault(decision.article_sha256, []).append(decision)
            self._known = stamp, found
        return self._known[1]

    def _add(self, line: str) -> None:
        with self.path.open("ab") as file:
            # A writer that died in mid-line must not spoil the line that follows.
            broken = file.tell() and not self._ends_well()
            file.write((("\n" if broken else "") + line + "\n").encode())
            file.flush()
            os.fsync(file.fileno())

    def _ends_well(self) -> bool:
        with self.path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read() == b"\n"

    def _read(self) -> Iterator[Decision]:
        if not self.path.exists():
            return
        lines = self.path.read_bytes().split(b"\n")
        torn = len(lines)  # what follows the last newline was never finished
        for number, raw in enumerate(lines, 1):
            if not raw.strip():
                continue
            try:
                yield decision_of(json.loads(raw))
            except (ValueError, ReviewError) as error:
                if number == torn or self._half(raw):
                    continue
                raise ReviewError(f"{self.path}, line {number}: {error}") from error

    @staticmethod
    def _half(raw: bytes) -> bool:
        """A line cut short by a crash: it begins like one of ours and does not end like one."""
        return raw.startswith(b'{"action"') and not raw.rstrip().endswith(b"}")
