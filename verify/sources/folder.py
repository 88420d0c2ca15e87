"""`folder`: the desk's own files: Markdown with front matter, text, HTML, PDF, Word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import Field

from verify.errors import SourceError
from verify.sources.base import Around, PlaceToLook, SourceSettings
from verify.types import Article, Claim, Reason, Request

SUFFIXES = frozenset({".md", ".markdown", ".txt", ".html", ".htm", ".xhtml", ".pdf", ".docx"})
INDEX = Path(".verify/index")


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

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """Every file of a small folder; of a large one, those that share words with the claims.

        Raises SourceError: not_found, forbidden, empty.
        """
        files = self._files()
        if len(files) > self.settings.max_files:
            files = self._chosen(files, claims)
        return [Request(f.as_uri(), self.name, title=f.stem) for f in files]

    def _files(self) -> list[Path]:
        if not self.path.is_dir():
            detail = f"there is no folder {self.path}: check `path` in [sources.{self.name}]"
            raise SourceError(Reason.NOT_FOUND, detail)
        try:
            found = sorted(p for p in self.path.rglob("*") if self._counts(p))
        except OSError as error:
            detail = f"{self.path} cannot be listed: {error.strerror}"
            raise SourceError(Reason.FORBIDDEN, detail) from error
        if not found:
            raise SourceError(Reason.EMPTY, f"{self.path} has no file that could be read")
        return found

    def _counts(self, path: Path) -> bool:
        hidden = any(part.startswith(".") for part in path.relative_to(self.path).parts)
        if hidden or path.suffix.lower() not in SUFFIXES or not path.is_file():
            return False
        return path.resolve().is_relative_to(self.path)  # a link must not lead out of it

    def _chosen(self, files: Sequence[Path], claims: Sequence[Claim]) -> list[Path]:
        from verify.sources.folder_index import FolderIndex

        where = self.around.base / self.settings.index
        with FolderIndex(where, self.path) as index:
            index.update(files)
            return index.best([c.text for c in claims], self.settings.files_per_claim)
