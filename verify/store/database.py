"""Opening the database: address, pragmas, migrations, and errors as one clear line."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, SQLAlchemyError

from verify.errors import StoreError
from verify.wal import write_ahead

if TYPE_CHECKING:
    from verify.store.records import Store

HEAD = "0001"  # the newest file in migrations/versions; a test compares
BUSY_MS = 10_000  # how long a write waits for another process
MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x76657269  # PostgreSQL's advisory lock while migrating: "veri"

# What the driver says → what the reader can do. The first that fits.
_MEANS = (
    ("locked", "another process keeps the database locked: wait for it, or stop it"),
    ("readonly", "the database cannot be written: check the permissions of its file and folder"),
    ("unable to open", "the database cannot be opened: check its folder and its permissions"),
    ("disk is full", "the disk is full: free some space"),
    ("disk i/o", "the disk gives errors: check it, and restore the database from a copy"),
    ("malformed", "the database file is damaged: restore it from a copy"),
    ("not a database", "the file is no database: name another one in [store] url"),
    ("refused", "the database server does not answer: start it, or correct [store] url"),
    ("password", "the database server refuses the login: correct [store] url"),
    ("does not exist", "the database server has no such database or role: create it"),
    ("closed the connection", "the database server went away: start it again"),
    ("terminating connection", "the database server went away: start it again"),
    ("connection is lost", "the database server went away: start it again"),
)


class Stored(Protocol):
    """The part of a table `[store]` that is read here."""

    @property
    def url(self) -> str: ...


class Configured(Protocol):
    """The part of the settings that is read here."""

    @property
    def store(self) -> Stored: ...

    @property
    def base(self) -> Path: ...


@contextlib.contextmanager
def open_store(settings: Configured) -> Iterator[Store]:
    """The store of the configuration, its tables up to date; closed at the end.

    Raises StoreError.
    """
    with connect(settings.store.url, settings.base) as store:
        yield store


@contextlib.contextmanager
def connect(address: str, base: Path = Path()) -> Iterator[Store]:
    """The store at an SQLAlchemy address, its tables up to date; closed at the end.

    A relative SQLite path starts from `base`. Raises StoreError.
    """
    from verify.store.records import Store

    engine = _engine(_url(address, base))
    try:
        with speaking(engine):
            migrate(engine)
        yield Store(engine)
    finally:
        engine.dispose()


@contextlib.contextmanager
def speaking(engine: Engine) -> Iterator[None]:
    """Database errors become StoreError: which database, what is wrong, what to do."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise StoreError(f"{_shown(engine.url)}: {_meaning(error)}") from error


@contextlib.contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes. All of it is stored, or nothing. Raises StoreError."""
    with speaking(engine), engine.execution_options(writes=True).begin() as connection:
        yield connection


@contextlib.contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One transaction that reads. Raises StoreError."""
    with speaking(engine), engine.connect() as connection:
        yield connection


def upserting(engine: Engine) -> Any:
    """The `insert` of the database's own dialect, which can say what to do on a conflict.

    Only the dialect in use is imported: PostgreSQL's takes 35 ms.
    """
    name = "sqlite" if engine.dialect.name == "sqlite" else "postgresql"
    return import_module(f"sqlalchemy.dialects.{name}").insert


def _url(address: str, base: Path) -> URL:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreError(
            "[store] url is no database address: write sqlite:///file "
            "or postgresql://user@host/name"
        ) from error
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
        path = Path(str(url.database))
        return url.set(database=str(path if path.is_absolute() else (base / path).resolve()))
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreError(
            f"[store] url: {url.drivername} is not supported; use sqlite or postgresql"
        )
    return url


def _engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() != "sqlite":
            return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
        if url.database not in (None, "", ":memory:"):
            Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url, connect_args={"timeout": BUSY_MS / 1000})
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(
            f"{_shown(url)}: the driver is not installed: pip install 'verification-desk[postgres]'"
        ) from error
    except OSError as error:
        raise StoreError(f"{_shown(url)}: {_meaning(error)}") from error
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin_sqlite
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    write_ahead(connection, BUSY_MS / 1000)
    cursor.execute("PRAGMA synchronous = FULL")  # a power cut loses no committed run
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at once: one that upgrades later fails without waiting.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def migrate(engine: Engine) -> None:
    """Bring the tables to HEAD. Two processes that start at once do it one after the other."""
    if _version(engine) == HEAD:
        return
    with _alone(engine) as connection:
        if _stands_at(connection) != HEAD:
            _upgrade(connection)


def _version(engine: Engine) -> str:
    with engine.connect() as connection:
        return _stands_at(connection)


def _stands_at(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


@contextlib.contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """A writing transaction that no other migrating process shares."""
    with engine.execution_options(writes=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        yield connection


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(
            f"{_shown(connection.engine.url)}: the database was made by a newer version of this "
            f"program ({error}): install that version"
        ) from error


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=True)


def _meaning(error: Exception) -> str:
    said = " ".join(str(getattr(error, "orig", None) or error).split())
    low = said.lower()
    for sign, meaning in _MEANS:
        if sign in low:
            return meaning
    if isinstance(error, OSError):
        return f"{error.strerror or said}: check the folder and its permissions"
    kind = "the database" if isinstance(error, DatabaseError) else "SQLAlchemy"
    return f"{kind} says: {said[:300]}"
