"""Structured logs: one JSON object a line on standard error, when VERIFY_LOG asks for them.

One line a stage, with the article's id (the beginning of its text's sha256) and, at the end,
every claim's id and label. No text of an article, no key, no header.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING}
ROOT = "verify"


class JsonLines(logging.Formatter):
    """A record as one JSON object: `at`, `level`, `stage` or `message`, and its fields."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever the message holds."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        fields: dict[str, Any] = getattr(record, "fields", {})
        said = fields or {"message": " ".join(record.getMessage().split())}
        if record.exc_info and record.exc_info[0]:
            said = {**said, "error": record.exc_info[0].__name__}
        return json.dumps({"at": at, "level": record.levelname.lower(), **said}, default=str)


def record(log: logging.Logger, stage: str, **fields: Any) -> None:
    """One line on a stage that has ended."""
    words = " ".join(f"{name}={value}" for name, value in fields.items())
    log.info("stage=%s %s", stage, words, extra={"fields": {"stage": stage, **fields}})


def configure(environ: Mapping[str, str]) -> None:
    """Write the logs that VERIFY_LOG (debug, info, warning) asks for; nothing without it."""
    level = LEVELS.get(environ.get("VERIFY_LOG", "").strip().lower())
    log = logging.getLogger(ROOT)
    if level is None or any(isinstance(h.formatter, JsonLines) for h in log.handlers):
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    log.addHandler(handler)
    log.setLevel(level)
