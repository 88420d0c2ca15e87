"""Every byte that evidence rests on: bodies by their sha256, an index of who answered what.

    <root>/index.sqlite              one row for each answer (SQLite, write-ahead log)
    <root>/bodies/ab/abcdef….gz      one file for each distinct body
    <root>/aside/                    bodies being written

A body is written aside, synced, renamed into place, and only then does the row
that names it follow: a process killed at any moment leaves either the whole
record or none. Any number of processes may write at once.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from verify import warc
from verify.bodies import Bodies
from verify.errors import ArchiveError
from verify.redact import from_table, mask, public, public_url, to_table
from verify.types import Request, Snapshot, sha256
from verify.wal import write_ahead

BUSY_S = 30.0  # how long one process waits for another's write

_SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,          -- sha256 of method, url and body of the request
    url TEXT NOT NULL,          -- where the answer came from, after redirects
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,      -- JSON [[name, value]]
    sha256 TEXT NOT NULL,       -- of the body
    fetched_at TEXT NOT NULL,   -- ISO 8601, UTC
    request TEXT NOT NULL,      -- JSON, without secrets
    UNIQUE (key, sha256, fetched_at)
);
CREATE INDEX IF NOT EXISTS answers_by_sha256 ON answers (sha256);
CREATE INDEX IF NOT EXISTS answers_by_time ON answers (fetched_at);
"""
_COLUMNS = "url, status, headers, sha256, fetched_at, request"
_Row = tuple[str, int, str, str, str, str]


@dataclass(frozen=True)
class Size:
    """How much is kept; `kept_bytes` as compressed on disk."""

    answers: int
    bodies: int
    kept_bytes: int

    def __str__(self) -> str:
        return (
            f"{self.answers:,} answers with {self.bodies:,} distinct bodies, "
            f"{self.kept_bytes / 1e6:.1f} MB on disk"
        )


@dataclass(frozen=True)
class Damage:
    """What a check found: bodies whose bytes are not what their name says, and missing ones."""

    checked: int
    damaged: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.damaged and not self.missing

    def __str__(self) -> str:
        if self.sound:
            return f"{self.checked:,} bodies, each as its sha256 says"
        lost = ", ".join((*self.damaged, *self.missing))
        return (
            f"{self.checked:,} bodies: {len(self.damaged)} damaged, {len(self.missing)} missing "
            f"({lost})"
        )


class Archive:
    """Implements `ports.Archive` on a folder. Safe to use from several threads."""

    def __init__(self, root: Path) -> None:
        """Opens the archive, or makes it. Raises ArchiveError."""
        self._root = Path(root)
        self._lock = threading.RLock()
        with _ours(f"the archive {self._root} cannot be opened"):
            self._bodies = Bodies(self._root)
            self._index = sqlite3.connect(
                self._root / "index.sqlite",
                timeout=BUSY_S,
                isolation_level=None,
                check_same_thread=False,
            )
            write_ahead(self._index, BUSY_S)
            self._index.execute("PRAGMA synchronous=FULL")
            self._index.executescript(_SCHEMA)

    def close(self) -> None:
        """Closes the index. What was put is already safe."""
        with self._lock:
            self._index.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def put(self, snapshot: Snapshot) -> None:
        """Keeps an answer. A body already kept is not written again. Raises ArchiveError."""
        if sha256(snapshot.body) != snapshot.sha256:
            raise ArchiveError(f"{snapshot.url}: the snapshot's sha256 is not that of its body")
        request = public(snapshot.request)
        row = (
            key_of(request),
            public_url(snapshot.url, snapshot.request),
            snapshot.status,
            json.dumps([(n, mask(v, snapshot.request)) for n, v in snapshot.headers]),
            snapshot.sha256,
            _stamp(snapshot.fetched_at),
            json.dumps(to_table(request), sort_keys=True),
        )
        with _ours(f"{row[1]} cannot be archived"), self._writing():
            self._bodies.keep(snapshot.body, snapshot.sha256)
            self._index.execute(
                f"INSERT OR IGNORE INTO answers (key, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
                row,
            )

    def find(
        self, request: Request, as_of: datetime | None = None, among: Collection[str] | None = None
    ) -> Snapshot | None:
        """The newest stored answer to the same request (method, url, body), or None.

        With `as_of`, the newest that had been fetched by then; with `among`, the newest
        whose body has one of these sha256. Raises ArchiveError for a record whose body
        is missing or damaged.
        """
        limit = _stamp(as_of) if as_of else "9999"
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM answers WHERE key = ? AND fetched_at <= ? "
            "ORDER BY fetched_at DESC, id DESC",
            (key_of(public(request)), limit),
        )
        chosen = next((row for row in rows if among is None or row[3] in among), None)
        return self._snapshot(chosen) if chosen else None

    def fetched(self, since: datetime, until: datetime) -> list[tuple[Request, str]]:
        """What was asked in that span, each with the sha256 of the answer's body."""
        rows = self._rows(
            "SELECT request, sha256 FROM answers WHERE fetched_at BETWEEN ? AND ? ORDER BY id",
            (_stamp(since), _stamp(until)),
        )
        return [(from_table(json.loads(request)), digest) for request, digest in rows]

    def get(self, digest: str) -> Snapshot | None:
        """The newest answer with that body, or None. Raises ArchiveError as `find` does."""
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM answers WHERE sha256 = ? "
            "ORDER BY fetched_at DESC, id DESC LIMIT 1",
            (digest,),
        )
        return self._snapshot(rows[0]) if rows else None

    def answers(self) -> Iterator[Snapshot]:
        """Every answer, oldest first. Raises ArchiveError."""
        for row in self._rows(f"SELECT {_COLUMNS} FROM answers ORDER BY fetched_at, id"):
            yield self._snapshot(row)

    def size(self) -> Size:
        """How much is kept. Raises ArchiveError."""
        with _ours("the archive cannot be measured"), self._lock:
            query = "SELECT COUNT(*), COUNT(DISTINCT sha256) FROM answers"
            answers, bodies = self._index.execute(query).fetchone()
            kept = self._bodies.size()
        return Size(answers, bodies, kept)

    def verify_hashes(self) -> Damage:
        """Reads every body again and hashes it."""
        damaged, missing = [], []
        digests = self._digests()
        for digest in digests:
            try:
                self._bodies.read(digest)
            except FileNotFoundError:
                missing.append(digest)
            except ArchiveError:
                damaged.append(digest)
        return Damage(len(digests), tuple(damaged), tuple(missing))

    def prune(self, cited: Iterable[str], before: datetime | None = None) -> int:
        """Forgets every body that is not cited (by sha256) and was not fetched since `before`.

        Returns how many bodies went. Raises ArchiveError.
        """
        keep = set(cited)
        limit = _stamp(before) if before else "9999"
        query = "SELECT sha256 FROM answers GROUP BY sha256 HAVING MAX(fetched_at) < ?"
        with _ours("the archive cannot be pruned"), self._writing():
            old = [d for (d,) in self._index.execute(query, (limit,)) if d not in keep]
            marks = [(digest,) for digest in old]
            self._index.executemany("DELETE FROM answers WHERE sha256 = ?", marks)
            self._bodies.sweep(set(self._digests()))
        # Rows first: killed here, the bodies are orphans, which the next pruning removes.
        with _ours("the archive cannot be pruned"), self._writing():
            for digest in set(old) - set(self._digests()):
                self._bodies.remove(digest)
        return len(old)

    def export_warc(self, path: Path) -> int:
        """Writes everything as WARC 1.1, gzip by record; returns the number of answers.

        Raises ArchiveError. The file appears whole or not at all.
        """
        with _ours(f"{path} cannot be written"):
            return warc.write(path, self.answers())

    def import_warc(self, path: Path) -> int:
        """Adds the answers of a WARC file; returns how many there were.

        Reads files of other tools too, as far as they hold whole HTTP responses.
        Raises ArchiveError: no such file, no WARC.
        """
        count = 0
        with _ours(f"{path} cannot be read"):
            for snapshot in warc.read(path, self.body):
                self.put(snapshot)
                count += 1
        return count

    def body(self, digest: str) -> bytes:
        """The body with that sha256. Raises ArchiveError if missing or damaged."""
        with _ours(f"the archive holds no body {digest}"):
            return self._bodies.read(digest)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One writer at a time over all processes, bodies included; undone if it fails."""
        with self._lock:
            self._index.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._index.execute("ROLLBACK")
                raise
            self._index.execute("COMMIT")

    def _snapshot(self, row: _Row) -> Snapshot:
        url, status, headers, digest, fetched_at, request = row
        return Snapshot(
            url=url,
            status=status,
            headers=tuple((n, v) for n, v in json.loads(headers)),
            body=self.body(digest),
            fetched_at=datetime.fromisoformat(fetched_at),
            sha256=digest,
            request=from_table(json.loads(request)),
        )

    def _rows(self, query: str, values: tuple[str, ...] = ()) -> list[Any]:
        with _ours("the archive's index cannot be read"), self._lock:
            return self._index.execute(query, values).fetchall()

    def _digests(self) -> list[str]:
        return [d for (d,) in self._rows("SELECT DISTINCT sha256 FROM answers ORDER BY sha256")]


def key_of(request: Request) -> str:
    """What makes two requests the same: method, address and body, without secrets."""
    clean = public(request)
    return sha256(json.dumps([clean.method, clean.url, sha256(clean.body)]))


@contextmanager
def _ours(what: str) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise ArchiveError(f"{what}: {error}") from error


def _stamp(moment: datetime) -> str:
    """UTC with microseconds always, so that texts sort as moments do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
