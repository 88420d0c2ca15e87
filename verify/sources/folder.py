"""`folder`: the desk's own files: Markdown with front matter, text, HTML, PDF, Word."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from pydantic import Field

from verify.errors import SourceError
from verify.sources.base import Around, PlaceToLook, SourceSettings
from verify.types import Article, Claim, Reason, Request, Snapshot, sha256

SUFFIXES = frozenset({".md", ".markdown", ".txt", ".html", ".htm", ".xhtml", ".pdf", ".docx"})
PACKED = frozenset({".pdf", ".docx"})
INDEX = Path(".verify/index")
READ = 200_000  # bytes of a text file that are indexed
# A listing that took a while is good for so many times as long: a batch of articles spends
# at most a twentieth of its time on listing a folder of a hundred thousand files.
GOOD_FOR = 20
QUICK_S = 0.05

Listing = dict[str, str]  # path → stamp, in the order of the paths


class FolderSettings(SourceSettings):
    """`path` and `index` start from the folder of the configuration file."""

    path: Path
    max_files: int = Field(500, ge=1)  # above it, files are chosen by a full-text index
    files_per_claim: int = Field(20, ge=1)
    index: Path = INDEX


class FolderSource(PlaceToLook):
    """Reads a folder and the folders in it. Hidden files are left out."""

    type = "folder"

    def __init__(self, name: str, settings: FolderSettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings
        self.path = (around.base / settings.path.expanduser()).resolve()
        self._listing: Listing | None = None
        self._indexed: Listing | None = None
        self._stale_at = 0.0

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """Every file of a small folder; of a large one, those that share words with the claims.

        Raises SourceError: not_found, forbidden, empty.
        """
        listing = self._listed()
        if len(listing) > self.settings.max_files:
            files = self._chosen(listing, claims)
        else:
            files = [Path(path) for path in listing]
        return [Request(f.as_uri(), self.name, title=f.stem) for f in files]

    def _listed(self) -> Listing:
        """What is in the folder; where listing it took long, what was in it just now."""
        if self._listing is None or time.monotonic() >= self._stale_at:
            begun = time.thread_time()  # the folder's own cost, however busy the machine is
            self._listing = self._list()
            took = time.thread_time() - begun
            good = GOOD_FOR * took if took > QUICK_S else 0.0
            self._stale_at = time.monotonic() + good
        return self._listing

    def _list(self) -> Listing:
        if not self.path.is_dir():
            detail = f"there is no folder {self.path}: check `path` in [sources.{self.name}]"
            raise SourceError(Reason.NOT_FOUND, detail)
        try:
            found = dict(sorted(_files_in(self.path, self.path)))
        except OSError as error:
            detail = f"{self.path} cannot be listed: {error.strerror}"
            raise SourceError(Reason.FORBIDDEN, detail) from error
        if not found:
            raise SourceError(Reason.EMPTY, f"{self.path} has no file that could be read")
        return found

    def _chosen(self, listing: Listing, claims: Sequence[Claim]) -> list[Path]:
        from verify.sources.folder_index import FolderIndex

        where = self.around.base / self.settings.index
        with FolderIndex(where, self.path, self._text) as index:
            if listing is not self._indexed:
                index.update(listing)
                self._indexed = listing
            return index.best([c.text for c in claims], self.settings.files_per_claim)

    def _text(self, path: Path) -> str:
        """The words of a file for the index: of PDF and Word what their reader finds."""
        request = Request(path.as_uri(), self.name, title=path.stem)
        at = datetime.fromtimestamp(0, UTC)
        try:
            if path.suffix.lower() not in PACKED:
                with path.open("rb") as file:
                    return file.read(READ).decode("utf-8", "replace")
            body = path.read_bytes()
            snapshot = Snapshot(request.url, 200, (), body, at, sha256(body), request)
            return self.around.extract(snapshot).text
        except (OSError, SourceError):
            return ""  # found by its name alone, and the gap says why once it is asked for


def _files_in(folder: Path, root: Path) -> Iterator[tuple[str, str]]:
    """Path and stamp (time and size) of every file that counts, in any order."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files_in(Path(entry.path), root)
            elif os.path.splitext(entry.name)[1].lower() in SUFFIXES and entry.is_file():
                # A link must not lead out of the folder.
                if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(root):
                    continue
                with suppress(FileNotFoundError):  # removed while we look
                    state = entry.stat()
                    yield entry.path, f"{state.st_mtime_ns}:{state.st_size}"
