"""A process that reads pages and can be killed when one of them hangs it.

Parent and child speak over the child's standard input and output: a line of JSON
with the length of what follows, then that many bytes. The child reads one page at
a time; it dies by itself when a page takes too long, takes too much memory, or
when its parent is gone.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from datetime import date
from typing import IO, Any

from verify.errors import SourceError
from verify.types import Reason
from verify.web.page import Given, Page, from_json, read_page, to_json

TIME_LIMIT = 20.0  # seconds for one page; an ordinary one takes 0.02–0.5
START_LIMIT = 60.0  # seconds for the process to come up on a busy machine
MEMORY_LIMIT = 2 * 1024**3  # bytes of address space; a 20 MB page takes about 1 GB
WORKERS = 2  # processes at most


class Worker:
    """One child process, started on first use and again after it was killed."""

    def __init__(self, time_limit: float = TIME_LIMIT) -> None:
        self.time_limit = time_limit
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, body: bytes, given: Given) -> Page:
        """Read one page in the child. Raises SourceError: timeout, bad_answer, or its own."""
        process = self._running()
        head = {**asdict(given), "seen": given.seen.isoformat(), "limit": self.time_limit}
        try:
            answer = self._exchange(process, head, body)
        except TimeoutError as error:
            self.close()
            detail = f"reading the page took longer than {self.time_limit:g} s"
            raise SourceError(Reason.TIMEOUT, detail) from error
        except (OSError, EOFError, ValueError) as error:
            self.close()
            detail = "the page made its reader crash or run out of memory"
            raise SourceError(Reason.BAD_ANSWER, detail) from error
        if "error" in answer:
            raise SourceError(*answer["error"])
        return from_json(answer["page"])

    def close(self) -> None:
        """End the child at once."""
        if self._process is not None:
            self._process.kill()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    with contextlib.suppress(OSError):
                        pipe.close()
            self._process.wait()
            self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "verify.web.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "OMP_NUM_THREADS": "1"},
            )
            try:
                _take(self._process, time.monotonic() + START_LIMIT)
            except (TimeoutError, EOFError, OSError) as error:
                self.close()
                raise SourceError(Reason.TIMEOUT, "the page reader did not start") from error
        return self._process

    def _exchange(
        self, process: subprocess.Popen[bytes], head: dict[str, Any], body: bytes
    ) -> dict[str, Any]:
        deadline = time.monotonic() + self.time_limit
        # The child reads all of its input before it works, so that this cannot block for long;
        # a child that died raises BrokenPipeError.
        assert process.stdin is not None
        _put(process.stdin, head, body)
        return _take(process, deadline)


def _put(pipe: IO[bytes], head: dict[str, Any], body: bytes = b"") -> None:
    pipe.write(json.dumps({**head, "length": len(body)}).encode() + b"\n" + body)
    pipe.flush()


def _take(process: subprocess.Popen[bytes], deadline: float) -> dict[str, Any]:
    """One line of JSON from the child. Raises TimeoutError, EOFError, ValueError."""
    assert process.stdout is not None
    collected: list[bytes] = []
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise TimeoutError
            chunk = os.read(process.stdout.fileno(), 1 << 20)
            if not chunk:
                raise EOFError
            collected.append(chunk)
            if chunk.endswith(b"\n"):
                answer: dict[str, Any] = json.loads(b"".join(collected))
                return answer


class Pool:
    """A few workers, lent to one thread at a time."""

    def __init__(self, size: int = WORKERS, time_limit: float = TIME_LIMIT) -> None:
        self._idle = [Worker(time_limit) for _ in range(size)]
        self._free = threading.Condition()
        self._all = tuple(self._idle)

    def read(self, body: bytes, given: Given) -> Page:
        """Read one page in a worker that is free. Raises SourceError."""
        with self._free:
            while not self._idle:
                self._free.wait()
            worker = self._idle.pop()
        try:
            return worker.read(body, given)
        finally:
            with self._free:
                self._idle.append(worker)
                self._free.notify()

    def close(self) -> None:
        """End every worker."""
        for worker in self._all:
            worker.close()


def main() -> None:
    """The child: read pages from standard input until it closes."""
    _bound()
    _warm()
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the answers
    _put(sink, {"ready": True})
    while line := source.readline():
        head = json.loads(line)
        body = source.read(head.pop("length"))
        _alarm(head.pop("limit"))
        _put(sink, _answer(body, head))
        _alarm(0)


def _answer(body: bytes, head: dict[str, Any]) -> dict[str, Any]:
    given = Given(**{**head, "seen": date.fromisoformat(head["seen"])})
    try:
        return {"page": to_json(read_page(body, given))}
    except SourceError as error:
        return {"error": [error.reason, error.detail]}
    except MemoryError:
        return {"error": [Reason.TOO_LARGE, "the page needs too much memory to read"]}
    except Exception as error:  # the last wall before a foreign parser's own errors
        detail = f"the page cannot be parsed ({type(error).__name__})"
        return {"error": [Reason.BAD_ANSWER, detail]}


def _alarm(limit: float) -> None:
    """Have the system end this process some seconds after the parent would have."""
    if sys.platform != "win32":
        import signal

        signal.setitimer(signal.ITIMER_REAL, limit + 5 if limit else 0)


def _bound() -> None:
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):  # not every system lets itself be bound
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _warm() -> None:
    """Import what every page needs, outside any page's time limit."""
    import htmldate  # noqa: F401
    import py3langid  # noqa: F401
    import trafilatura  # noqa: F401


if __name__ == "__main__":
    main()
