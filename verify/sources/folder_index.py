"""A full-text index over a large folder, kept in SQLite (FTS5)."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from verify.errors import SourceError
from verify.sources.query import key_terms, names
from verify.types import Reason, sha256

# Terms in more than 5 % of the rows tell nothing and cost most of the time: without
# them, a million rows answer in 59 ms instead of 2.5 s.
COMMON = 0.05
_MARKUP = re.compile(r"<script.*?</script>|<style.*?</style>|<[^>]{1,500}>", re.S | re.I)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS files(id INTEGER PRIMARY KEY, path TEXT UNIQUE, stamp TEXT);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, tokenize='unicode61');
CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5vocab(words, 'row');
"""


class FolderIndex:
    """The index of one folder; a context manager. Every method raises SourceError (bad_answer)."""

    def __init__(self, where: Path, folder: Path, text: Callable[[Path], str]) -> None:
        """`where` is the folder for index files; `folder` the one that is indexed; `text`
        gives the words of a file."""
        self._text = text
        self._file = where / f"{sha256(str(folder))[:16]}.sqlite"
        try:
            where.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self._file, timeout=60)
            self._db.executescript(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise self._broken(error) from error

    def __enter__(self) -> FolderIndex:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def update(self, listing: Mapping[str, str]) -> None:
        """Index what is new or changed, forget what is gone; all of it or nothing.

        `listing` has every path of the folder with its stamp. The files that did not change
        are not opened.
        """
        try:
            with self._db:
                known = dict(self._db.execute("SELECT path, stamp FROM files"))
                for path, _ in known.items() - listing.items():
                    self._forget(path)
                for path, stamp in sorted(listing.items() - known.items()):
                    self._add(Path(path), stamp)
        except (OSError, sqlite3.Error) as error:
            raise self._broken(error) from error

    def best(self, claims: Sequence[str], each: int) -> list[Path]:
        """The files that share the rarest words with each claim, at most `each` for one."""
        found: dict[str, None] = {}
        try:
            rows = self._db.execute("SELECT count(*) FROM files").fetchone()[0]
            for claim in claims:
                if terms := self._telling(claim, int(rows)):
                    found.update((path, None) for path in self._match(terms, each))
        except sqlite3.Error as error:
            raise self._broken(error) from error
        return [Path(path) for path in found]

    def _forget(self, path: str) -> None:
        row = self._db.execute("SELECT id FROM files WHERE path = ?", (path,)).fetchone()
        self._db.execute("DELETE FROM words WHERE rowid = ?", row)
        self._db.execute("DELETE FROM files WHERE id = ?", row)

    def _add(self, path: Path, stamp: str) -> None:
        text = self._text(path)
        cursor = self._db.execute(
            "INSERT INTO files(path, stamp) VALUES (?, ?)", (str(path), stamp)
        )
        words = f"{path.stem}\n{_MARKUP.sub(' ', text)}"
        self._db.execute("INSERT INTO words(rowid, text) VALUES (?, ?)", (cursor.lastrowid, words))

    def _telling(self, claim: str, rows: int) -> list[str]:
        """The claim's words that stand in some files but not in too many."""
        words = [*key_terms(claim), *(w for name in names(claim) for w in name.split())]
        tokens = list(dict.fromkeys(t for w in words for t in re.findall(r"\w+", w.lower())))
        limit = max(3, int(COMMON * rows))
        query = "SELECT doc FROM terms WHERE term = ?"
        counted = [(self._db.execute(query, (t,)).fetchone(), t) for t in tokens]
        return [t for count, t in counted if count and count[0] <= limit]

    def _match(self, terms: Sequence[str], limit: int) -> list[str]:
        query = " OR ".join(f'"{term}"' for term in terms)
        found = self._db.execute(
            "SELECT files.path FROM words JOIN files ON files.id = words.rowid"
            " WHERE words MATCH ? ORDER BY bm25(words) LIMIT ?",
            (query, limit),
        )
        return [str(row[0]) for row in found]

    def _broken(self, error: Exception) -> SourceError:
        detail = f"the index {self._file} cannot be used ({error}): delete it to have it made again"
        return SourceError(Reason.BAD_ANSWER, detail)
