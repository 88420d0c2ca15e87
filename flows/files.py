"""Files that are there whole or not at all, with errors as one clear line."""

from __future__ import annotations

from pathlib import Path

from verify.errors import VerifyError
from verify.report import files


def write_whole(path: Path, text: str) -> Path:
    """Write `text` to `path`: after a kill or a power cut the old file is there, or the new.

    Raises VerifyError for a disk that is full or a folder that cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write_whole(path, text)
    except OSError as error:
        raise VerifyError(
            f"{path} cannot be written: {error.strerror or error}; free some space, or choose "
            "another folder"
        ) from error
    return path
