"""PyTorch is imported where a configured model runs on it, and nowhere else.

spaCy's own base, thinc, imports PyTorch wherever it is installed: a second of processor time
and 150 MB for a parser that runs without it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_one_at_a_time = threading.Lock()  # models load in threads: one may want what another leaves out


@contextmanager
def importing_torch() -> Iterator[None]:
    """For imports that need PyTorch."""
    with _one_at_a_time:
        yield


@contextmanager
def leaving_torch_out() -> Iterator[None]:
    """For imports that would take PyTorch along: they are told that it is not installed."""
    with _one_at_a_time:
        if "torch" in sys.modules:  # it costs nothing any more
            yield
            return
        sys.modules["torch"] = None  # type: ignore[assignment]  # the documented way to say so
        try:
            yield
        finally:
            del sys.modules["torch"]
