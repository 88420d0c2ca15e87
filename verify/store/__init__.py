"""The database of runs, verdicts and reviews: SQLite by default, PostgreSQL by address."""

from verify.store.database import open_store
from verify.store.leases import Lease
from verify.store.listing import Line, Told
from verify.store.records import Store
from verify.store.reviews import StoredDecisions

__all__ = ["Lease", "Line", "Store", "StoredDecisions", "Told", "open_store"]
