"""Serve the review page on this machine until it is interrupted."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from pathlib import Path

from verify.errors import ReviewError
from verify.review.decisions import Decisions

LOOPBACK = "127.0.0.1"


def serve(
    reports_dir: Path, decisions: Decisions, *, port: int = 0, announce: Callable[[str], None]
) -> None:
    """Serve until Ctrl-C; `announce` is given the address with its token. Port 0: any free one.

    Raises ReviewError where the port is taken.
    """
    import uvicorn

    from verify.review.app import create_app

    token = secrets.token_urlsafe(24)
    app = create_app(reports_dir, decisions, token)
    with listening(port) as bound:
        announce(f"http://{LOOPBACK}:{bound.getsockname()[1]}/{token}/")
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[bound])


def listening(port: int) -> socket.socket:
    """A socket on the loopback address. Raises ReviewError."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((LOOPBACK, port))
    except OSError as error:
        bound.close()
        raise ReviewError(
            f"port {port} cannot be used ({error.strerror}): name another with --port"
        ) from error
    return bound
