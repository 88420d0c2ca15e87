"""Office terms from a table: the one that ships with the package, or the user's own CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from verify.errors import SourceError
from verify.types import (
    Article,
    Claim,
    Document,
    Gap,
    OfficeTerm,
    PartialDate,
    Reason,
    Request,
    Snapshot,
    Tier,
)

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "offices.csv"
COLUMNS = (
    "person",
    "office",
    "title",
    "jurisdiction",
    "party",
    "start",
    "in_office_until_at_least",
    "out_of_office_by",
    "successor",
    "source",
)
NEEDED = ("person", "office", "jurisdiction", "start")


class OfficesSource:
    """One table of office terms. It is read as facts; it brings no documents."""

    type = "offices"

    def __init__(self, name: str = "offices", tier: Tier = Tier.OTHER, path: Path | None = None):
        """`path` is the user's CSV (columns as in docs/offices.md); without it, the package's."""
        self.name = name
        self.tier = tier
        self.path = path or SHIPPED

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """The table itself, whatever the article says."""
        return [Request(self.path.resolve().as_uri(), self.name, "facts", title=self.path.name)]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """Nothing further: a table leads nowhere."""
        return []

    def read(self, snapshot: Snapshot) -> Sequence[Document]:
        """No documents: the terms are facts, not prose."""
        return []

    def gaps(self, snapshot: Snapshot) -> Sequence[Gap]:
        """Nothing: a table is read whole or not at all."""
        return ()

    def terms(self, snapshot: Snapshot) -> Sequence[OfficeTerm]:
        """The rows of the table. Raises SourceError (bad_answer) with the line that is wrong."""
        return parse_terms(snapshot.body, self.path.name)


def parse_terms(body: bytes, name: str) -> tuple[OfficeTerm, ...]:
    """The office terms in a CSV of COLUMNS (UTF-8, header first, any order of columns).

    Raises SourceError (bad_answer) naming the file and the line.
    """
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _bad(name, f"not UTF-8 at byte {error.start}; save it as UTF-8") from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        missing = [c for c in NEEDED if c not in (reader.fieldnames or ())]
        if missing:
            wanted = ", ".join(COLUMNS)
            raise _bad(name, f"no column {', '.join(missing)}; the columns are {wanted}")
        return tuple(_term(row, name, reader.line_num) for row in reader)
    except csv.Error as error:
        raise _bad(name, f"line {reader.line_num}: {error}") from error


def _term(row: Mapping[str, str | None], name: str, line: int) -> OfficeTerm:
    def cell(column: str) -> str:
        return (row.get(column) or "").strip()

    if not cell("person") or not cell("office"):
        raise _bad(name, f"line {line}: a term needs a person and an office")
    try:
        start = _date(cell("start"))
        until = _date(cell("in_office_until_at_least") or start.iso)
        out_by = _date(cell("out_of_office_by")) if cell("out_of_office_by") else None
    except ValueError as error:
        raise _bad(name, f"line {line}: {error}") from error
    if out_by is not None and until.first > out_by.last:
        until = max(start, out_by)  # a listing that outlived the end proves nothing after it
    return OfficeTerm(
        person=cell("person"),
        office=cell("office"),
        jurisdiction=cell("jurisdiction"),
        start=start,
        until=until,
        out_by=out_by,
        party=cell("party"),
        title=cell("title"),
        successor=cell("successor"),
        source=cell("source") or name,
        url=cell("url"),
    )


@lru_cache(maxsize=8192)
def _date(iso: str) -> PartialDate:
    """A date read once: whole parliaments begin and end on the same days."""
    return PartialDate(iso)


def _bad(name: str, detail: str) -> SourceError:
    return SourceError(Reason.BAD_ANSWER, f"{name}: {detail}")
