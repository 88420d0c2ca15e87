"""Files that are there whole or not at all: written aside, synced, renamed."""

from __future__ import annotations

import os
import uuid
from pathlib import Path

from verify.errors import VerifyError


def write_whole(path: Path, text: str) -> Path:
    """Write `text` to `path` so that a kill or a power cut leaves the old file or the new.

    Raises VerifyError for a disk that is full or a folder that cannot be written.
    """
    aside = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("w", encoding="utf-8", errors="replace") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise VerifyError(
            f"{path} cannot be written: {error.strerror or error}; free some space, or choose "
            "another folder"
        ) from error
    return path


def _sync_folder(folder: Path) -> None:
    """The new name survives a power cut too."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
