"""SQLite in write-ahead mode, also where several processes open a new database at once."""

from __future__ import annotations

import sqlite3
import time

PAUSE_S = 0.02


def write_ahead(database: sqlite3.Connection, wait_s: float) -> None:
    """Put the database into WAL mode, waiting at most `wait_s`. Raises sqlite3.OperationalError.

    Of several processes that switch a new database, SQLite tells all but one that it is
    locked, and does not wait as it does for a write; what the first of them sets stays set.
    """
    last = time.monotonic() + wait_s
    while True:
        try:
            database.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() >= last:
                raise
            time.sleep(PAUSE_S)
        else:
            return
