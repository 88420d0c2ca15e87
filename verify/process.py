"""What the command line needs of its process: streams that cannot fail, an end on Ctrl-C."""

from __future__ import annotations

import asyncio
import atexit
import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, TextIO

from verify.errors import VerifyError
from verify.terminal import complain, tell

YOUNG = 10_000  # objects made before Python looks for garbage among them; its own count is 700
PATIENCE_S = 5.0  # for connections and a started server to be closed after Ctrl-C
INTERRUPTED = "interrupted; what was fetched is kept in the archive"


def collect_seldom() -> None:
    """Look for garbage seldom, and at the end of the process not at all.

    Libraries and models are half a million objects that stay: going through them took 0.45 s
    of processor time in a run, and 0.55 s more at its end, where the memory goes back anyway.
    Whatever has to be written is closed by its block, not by the collector.
    """
    gc.set_threshold(YOUNG)
    atexit.register(gc.freeze)


def finish(work: Coroutine[Any, Any, Any]) -> Any:
    """Run `work` to its end. After Ctrl-C it may tidy up, but not compute on for minutes."""

    async def interruptible() -> Any:
        with _hurried():
            return await work

    return asyncio.run(interruptible())


@contextmanager
def _hurried() -> Iterator[None]:
    """Ctrl-C cancels as asyncio does; a thread that goes on computing is not waited for."""
    usual = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(usual):
        yield
        return

    def interrupted(number: int, frame: FrameType | None) -> None:
        hurry = threading.Timer(PATIENCE_S, _end)
        hurry.daemon = True
        hurry.start()
        usual(number, frame)

    signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)


def _end() -> None:
    """End now: a model at work in a thread cannot be stopped in any other way."""
    os._exit(complain(VerifyError(INTERRUPTED)))


def standard_input(articles: Sequence[str]) -> bytes | None:
    """What stands on standard input where "-" is among the articles; one article, no more."""
    from verify.ingest import MAX_FILE

    if "-" not in articles:
        return None
    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        tell("reading the article from standard input; end it with Ctrl-D")
    return sys.stdin.buffer.read(MAX_FILE + 1)


def hush() -> None:
    """The program's log stays silent where nobody set it up: Python would print tracebacks."""
    if not os.environ.get("VERIFY_DEBUG"):
        logging.getLogger("verify").addHandler(logging.NullHandler())


def tolerate(*streams: TextIO | None) -> None:
    """Signs that a stream's charset lacks are written as `\\u2026`, not raised."""
    for stream in streams:
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def write_json(text: str) -> None:
    """JSON on standard output, in UTF-8 whatever the locale says (RFC 8259, section 8.1)."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="strict")
    sys.stdout.write(text)


def abandon_output() -> None:
    """Nobody reads standard output any more: nothing more is written, at exit neither."""
    with suppress(OSError, ValueError, AttributeError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
