"""The database of runs, verdicts and reviews: SQLite by default, PostgreSQL by address."""

from verify.store.database import open_store
from verify.store.leases import Lease
from verify.store.records import Line, Store, Told

__all__ = ["Lease", "Line", "Store", "Told", "open_store"]
