"""pywb, the web archives' own replay server, installed beside this environment and not in it.

Its pins (an old redis client, another dateutil) do not go with ours, so that it gets a folder
of its own in the temporary directory, made once and used again.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PYWB = "pywb==2.10.0"
MANAGER = "from pywb.manager.manager import main_wrap_exc as main; main()"
SERVER = "from pywb.apps.cli import wayback; wayback()"


def installed() -> tuple[Path | None, str]:
    """The folder that pywb is in; or None, and why it cannot be had."""
    folder = Path(tempfile.gettempdir()) / f"verification-desk-{PYWB.replace('==', '-')}"
    if folder.is_dir():
        return folder, ""
    aside = Path(tempfile.mkdtemp(prefix="pywb-"))
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-compile"]
    try:
        done = subprocess.run(
            [*command, "--disable-pip-version-check", "--target", str(aside), PYWB],
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None, f"{PYWB} could not be installed within four minutes"
    if done.returncode != 0:
        shutil.rmtree(aside, ignore_errors=True)
        return None, f"{PYWB} could not be installed: {done.stderr.strip()[-200:]}"
    if not folder.is_dir():
        aside.rename(folder)
    return folder, ""


@contextmanager
def replaying(pywb: Path, base: Path, file: Path) -> Iterator[str]:
    """A pywb server below `base` that replays one WARC file; yields its collection's address."""
    environ = {**os.environ, "PYTHONPATH": str(pywb), "PYTHONWARNINGS": "ignore"}
    for words in (["init", "desk"], ["add", "desk", str(file)]):
        command = [sys.executable, "-c", MANAGER, *words]
        subprocess.run(command, cwd=base, env=environ, check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", SERVER, "-p", str(port), "-b", "127.0.0.1"]
    with subprocess.Popen(command, cwd=base, env=environ, stderr=subprocess.DEVNULL) as server:
        try:
            yield f"http://127.0.0.1:{port}/desk"
        finally:
            server.terminate()
