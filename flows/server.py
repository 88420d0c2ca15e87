"""A Prefect server of our own for the time of a run, and gone after it.

`prefect server start` runs as a child in its own process group. It holds one
end of a pipe: when this process ends in any way, kill -9 included, the pipe
closes and the server goes too.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

from flows.environment import quiet_environment
from verify.errors import VerifyError

STARTUP_S = 120.0  # the first start of all, on a loaded machine, migrates a database: 24 s seen
SHUTDOWN_S = 10.0
PROBE_S = 0.1
LOG = "server.log"

# What only schedules, workers and automations need. The recorder of task runs stays.
ON_DEMAND = {
    "PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_LATE_RUNS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_FOREMAN_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_CANCELLATION_CLEANUP_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_PAUSE_EXPIRATIONS_ENABLED": "false",
}

_CHILD = """
import os, signal, sys, threading
def follow():
    sys.stdin.buffer.read()  # returns when the parent is gone
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Timer(10, os.killpg, (0, signal.SIGKILL)).start()
threading.Thread(target=follow, daemon=True).start()
from prefect.cli import app
app()
"""


class ServerError(VerifyError):
    """The local Prefect server did not start, or went away."""


class Starting:
    """A server on its way; `ready` or `wait` before its address is used."""

    def __init__(self, child: subprocess.Popen[bytes], address: str, log: Path, limit: float):
        self.address = address
        self._child = child
        self._log = log
        self._give_up = time.monotonic() + limit
        self._limit = limit

    async def ready(self) -> None:
        """Return once the server answers. Raises ServerError."""
        while not await asyncio.to_thread(self._answers):  # noqa: ASYNC110 — another process
            await asyncio.sleep(PROBE_S)

    def wait(self) -> None:
        """As `ready`, for callers without an event loop."""
        while not self._answers():
            time.sleep(PROBE_S)

    def stop(self) -> None:
        """End it now; at the end of its block it is ended anyway."""
        _stop(self._child)

    def _answers(self) -> bool:
        """Raises ServerError when the server died or took too long."""
        if self._child.poll() is not None:
            raise ServerError(
                f"the Prefect server ended with status {self._child.returncode} while starting "
                f"({_last_line(self._log)}); run without --flow, or see {self._log}"
            )
        if time.monotonic() > self._give_up:
            raise ServerError(
                f"the Prefect server did not answer within {self._limit:.0f} s; "
                f"run without --flow, or see {self._log}"
            )
        return answers(self.address)


@contextlib.contextmanager
def starting_server(
    home: Path, *, schedules: bool = False, startup_s: float = STARTUP_S
) -> Iterator[Starting]:
    """Start a Prefect server on loopback without waiting for it, and stop it for sure.

    Its database and log are in `home`; where another run's server holds `home`,
    this one gets a folder of its own for the time of the run. `schedules` keeps
    the scheduler and its kin running. Raises ServerError.
    """
    with _own_home(home) as place:
        port = free_port()
        child = _start(place, port, schedules)
        try:
            yield Starting(child, f"http://127.0.0.1:{port}/api", place / LOG, startup_s)
        finally:
            _stop(child)


@contextlib.contextmanager
def local_server(
    home: Path, *, schedules: bool = False, startup_s: float = STARTUP_S
) -> Iterator[str]:
    """A server that answers, as its API address. Raises ServerError."""
    with starting_server(home, schedules=schedules, startup_s=startup_s) as server:
        server.wait()
        yield server.address


def answers(address: str, timeout_s: float = 2.0) -> bool:
    """Whether a Prefect API answers at `address` (".../api")."""
    try:
        # No proxy: the address is the desk's own server.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(f"{address.rstrip('/')}/health", timeout=timeout_s) as answer:
            return bool(answer.status == 200)
    except (OSError, ValueError):
        return False


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def _own_home(home: Path) -> Iterator[Path]:
    """`home` where no other server is using it, else a temporary folder beside it."""
    import fcntl

    try:
        home.mkdir(parents=True, exist_ok=True)
        lock = (home / "lock").open("w")
    except OSError as error:
        raise ServerError(
            f"{home} cannot be used for the Prefect server: {error.strerror}"
        ) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            place = Path(tempfile.mkdtemp(prefix="run-", dir=home))
            try:
                yield place
            finally:
                shutil.rmtree(place, ignore_errors=True)
        else:
            yield home


def _start(home: Path, port: int, schedules: bool) -> subprocess.Popen[bytes]:
    environ = {k: v for k, v in os.environ.items() if k != "PREFECT_API_URL"}
    quiet_environment(home, environ)
    environ["PREFECT_HOME"] = str(home.resolve())
    if not schedules:
        environ.update(ON_DEMAND)
    command = ["server", "start", "--host", "127.0.0.1", "--port", str(port), "--no-ui"]
    with (home / LOG).open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-c", _CHILD, *command],
            env=environ,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C at the terminal is ours to handle, in order
        )


def _last_line(log: Path) -> str:
    lines = [line.strip() for line in log.read_text("utf-8", "replace").splitlines()]
    return next((line for line in reversed(lines) if line), "it said nothing")


def _stop(child: subprocess.Popen[bytes]) -> None:
    """Ask the process group to end, then make it; never leaves it running."""
    for sign, patience in ((signal.SIGTERM, SHUTDOWN_S), (signal.SIGKILL, SHUTDOWN_S)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, sign)
        try:
            child.wait(patience)
            break
        except subprocess.TimeoutExpired:
            continue
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)  # whatever the server itself left behind
    if child.stdin:
        child.stdin.close()


def with_address(environ: Mapping[str, str]) -> str:
    """The configured Prefect API, or "" where none is."""
    return environ.get("PREFECT_API_URL", "").strip()
