"""Servers that several test modules share: each is started once, when first asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.environment import quiet_environment
from flows.server import free_port, local_server

POSTGRES_BIN = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the Prefect server keeps its files."""
    return tmp_path_factory.mktemp("prefect")


@pytest.fixture(scope="session")
def server(home: Path) -> Iterator[str]:
    """The API of a Prefect server with its scheduler running."""
    quiet_environment(home, level="CRITICAL")
    with local_server(home, schedules=True, startup_s=300) as address:
        yield address


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server that these tests started."""
    pytest.importorskip("psycopg", reason="the postgres extra is not installed")
    if POSTGRES_BIN is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    home = Path(tempfile.mkdtemp(prefix="verify-postgres-"))
    if as_user:
        shutil.chown(home, "postgres")
    port = free_port()
    control = [*as_user, str(POSTGRES_BIN / "pg_ctl"), "-D", str(home / "data"), "-w"]
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {home} -c fsync=off"
    environ = {**os.environ, "LC_ALL": "C.UTF-8"}

    def call(*command: str) -> None:
        done = subprocess.run(
            command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd="/"
        )
        assert done.returncode == 0, done.stdout.decode()

    initdb = str(POSTGRES_BIN / "initdb")
    call(*as_user, initdb, "-U", "desk", "-A", "trust", "-D", str(home / "data"))
    # Its log goes to a file: a server that inherits a pipe would keep it open.
    call(*control, "-l", str(home / "log"), "-o", options, "start")
    try:
        yield f"postgresql://desk@127.0.0.1:{port}/"
    finally:
        call(*control, "-m", "immediate", "stop")
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def postgres_database(postgres: str) -> str:
    """The address of an empty PostgreSQL database."""
    import psycopg

    name = f"desk_{os.urandom(6).hex()}"
    with psycopg.connect(f"{postgres}postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{postgres}{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: whoever asks for it is tested on both."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/desk.sqlite"
    return str(request.getfixturevalue("postgres_database"))
