"""Runs the migrations in the transaction that `verify.store.database` opened."""

from __future__ import annotations

from alembic import context

from verify.store.tables import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite cannot alter most things in place
    transaction_per_migration=False,
)
context.run_migrations()
