"""Bytes by their sha256: one compressed file for each distinct body."""

from __future__ import annotations

import gzip
import os
import time
import uuid
import zlib
from pathlib import Path

from verify.errors import ArchiveError
from verify.types import sha256

ABANDONED_S = 3600.0  # what nobody has finished writing for so long never will be


class Bodies:
    """Files `bodies/ab/abcdef….gz` below a folder; `aside/` holds those being written.

    A body is written aside, synced and renamed, so a file under its final name is whole.
    Callers see to it that no two of them keep and remove the same body at once.
    """

    def __init__(self, root: Path) -> None:
        """Makes the folders, and removes what a killed process left aside. Raises OSError."""
        self._folder = root / "bodies"
        self._aside = root / "aside"
        self._folder.mkdir(parents=True, exist_ok=True)
        self._aside.mkdir(exist_ok=True)
        for path in self._aside.glob("*.part"):
            _remove_if_old(path)

    def keep(self, body: bytes, digest: str) -> None:
        """Stores a body under its sha256, unless it is there and sound. Raises OSError."""
        if self._is_sound(digest):
            return
        final = self._path(digest)
        final.parent.mkdir(exist_ok=True)
        aside = self._aside / f"{uuid.uuid4().hex}.part"
        with aside.open("wb") as file:
            file.write(gzip.compress(body, 6, mtime=0))
            file.flush()
            os.fsync(file.fileno())
        aside.replace(final)
        for folder in (final.parent, self._folder):
            _sync(folder)

    def read(self, digest: str) -> bytes:
        """A body. Raises FileNotFoundError; ArchiveError if the bytes are not what they were."""
        packed = self._path(digest).read_bytes()
        try:
            body = gzip.decompress(packed)
        except (OSError, EOFError, zlib.error) as error:
            raise ArchiveError(f"the archived body {digest} is damaged") from error
        if sha256(body) != digest:
            raise ArchiveError(f"the archived body {digest} is not what was stored")
        return body

    def remove(self, digest: str) -> None:
        """Removes a body, if it is there. Raises OSError."""
        self._path(digest).unlink(missing_ok=True)

    def size(self) -> int:
        """Bytes on disk. Raises OSError."""
        return sum(path.stat().st_size for path in self._folder.glob("??/*.gz"))

    def sweep(self, known: set[str]) -> None:
        """Removes old bodies not in `known`: their writer was killed before naming them."""
        for path in self._folder.glob("??/*.gz"):
            if path.stem not in known:
                _remove_if_old(path)

    def _is_sound(self, digest: str) -> bool:
        """A page fetched again is the chance to mend a damaged body."""
        try:
            self.read(digest)
        except (FileNotFoundError, ArchiveError):
            return False
        return True

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / f"{digest}.gz"


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove_if_old(path: Path) -> None:
    try:
        if time.time() - path.stat().st_mtime > ABANDONED_S:
            path.unlink()
    except FileNotFoundError:
        return  # another process swept it
