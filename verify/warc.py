"""Snapshots as WARC 1.1 records (ISO 28500), gzip by record, and back.

An answer over http is a `response` (or `revisit`, where the body is already in the
file), the `request` that asked for it, and a `metadata` record with what our own
types know beyond HTTP. An answer from a local file is a `resource`.
"""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from verify.errors import ArchiveError
from verify.redact import from_table, public, to_table
from verify.types import Request, Snapshot, sha256

_ABOUT = "application/warc-fields"  # any other type of metadata, pywb would replay as the page
_FIELD = "verification-desk"
_OUTSIDE = "import"  # the source of answers that another tool archived
# warcio hands a body out decompressed and in one piece, so these no longer describe it.
_OF_TRANSFER = {"content-encoding", "transfer-encoding", "content-length", "connection"}


def write(path: Path, snapshots: Iterable[Snapshot]) -> int:
    """Writes a .warc.gz; returns how many answers. The file appears whole or not at all.

    Raises OSError.
    """
    from warcio.warcwriter import WARCWriter

    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    count = 0
    try:
        with aside.open("wb") as file:
            writer = WARCWriter(file, gzip=True, warc_version="1.1")
            about = {"software": "verification-desk", "format": "WARC File Format 1.1"}
            writer.write_record(writer.create_warcinfo_record(path.name, about))
            seen: dict[str, _Seen] = {}
            for snapshot in snapshots:
                _write_one(writer, snapshot, seen)
                count += 1
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    return count


@dataclass(frozen=True)
class _Seen:
    """A body's first response in the file."""

    payload_digest: str
    url: str
    date: str


def _write_one(writer: Any, snapshot: Snapshot, seen: dict[str, _Seen]) -> None:
    main = _answer_record(writer, snapshot, seen)
    writer.write_record(main)
    link = {
        "WARC-Concurrent-To": main.rec_headers.get_header("WARC-Record-ID"),
        "WARC-Date": _date(snapshot.fetched_at),
    }
    if _over_http(snapshot):
        writer.write_record(_request_record(writer, snapshot, link))
    table = {"request": to_table(snapshot.request), "headers": snapshot.headers}
    about = f"{_FIELD}: {json.dumps(table, sort_keys=True)}\r\n".encode()
    writer.write_record(
        writer.create_warc_record(
            snapshot.url,
            "metadata",
            payload=BytesIO(about),
            length=len(about),
            warc_content_type=_ABOUT,
            warc_headers_dict=link,
        )
    )


def _answer_record(writer: Any, snapshot: Snapshot, seen: dict[str, _Seen]) -> Any:
    dated = {"WARC-Date": _date(snapshot.fetched_at)}
    length = len(snapshot.body)
    if not _over_http(snapshot):
        return writer.create_warc_record(
            snapshot.url,
            "resource",
            payload=BytesIO(snapshot.body),
            length=length,
            warc_content_type=snapshot.header("content-type", "application/octet-stream"),
            warc_headers_dict=dated,
        )
    head = _http_head(snapshot)
    first = seen.get(snapshot.sha256)
    if first is not None:
        return writer.create_revisit_record(
            snapshot.url,
            first.payload_digest,
            first.url,
            first.date,
            http_headers=head,
            warc_headers_dict=dated,
        )
    record = writer.create_warc_record(
        snapshot.url,
        "response",
        payload=BytesIO(snapshot.body),
        length=length,
        http_headers=head,
        warc_headers_dict=dated,
    )
    digest = record.rec_headers.get_header("WARC-Payload-Digest")
    seen[snapshot.sha256] = _Seen(digest, snapshot.url, dated["WARC-Date"])
    return record


def _request_record(writer: Any, snapshot: Snapshot, link: dict[str, str]) -> Any:
    from warcio.statusandheaders import StatusAndHeaders

    request = public(snapshot.request)
    parts = urlsplit(snapshot.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    head = StatusAndHeaders(
        f"{request.method} {_ascii(target)} HTTP/1.1",
        [("Host", _ascii(parts.netloc)), *((n, _ascii(v)) for n, v in request.headers)],
        is_http_request=True,
    )
    return writer.create_warc_record(
        snapshot.url,
        "request",
        payload=BytesIO(request.body),
        length=len(request.body),
        http_headers=head,
        warc_headers_dict=link,
    )


def _http_head(snapshot: Snapshot) -> Any:
    from warcio.statusandheaders import StatusAndHeaders

    kept = [(n, _ascii(v)) for n, v in snapshot.headers if n.lower() not in _OF_TRANSFER]
    length = ("content-length", str(len(snapshot.body)))
    return StatusAndHeaders(f"{snapshot.status} OK", [*kept, length], protocol="HTTP/1.1")


def read(path: Path, body_of: Callable[[str], bytes]) -> Iterator[Snapshot]:
    """The successful answers in a WARC file, in its order.

    `body_of` gives a body by sha256, for answers that refer back to an earlier one.
    Raises ArchiveError (no WARC, or cut short), OSError.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    _need_warc(path)
    bodies: dict[str, str] = {}  # payload digest of the file → our sha256
    waiting: _Read | None = None
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file, check_digests="raise"):
                if waiting and record.rec_type == "metadata" and waiting.is_meant_by(record):
                    waiting = waiting.with_metadata(record.content_stream().read())
                    continue
                if record.rec_type == "request":
                    continue
                if waiting:
                    yield waiting.snapshot
                waiting = _read_answer(record, bodies, body_of)
        except (ArchiveLoadFailed, EOFError, zlib.error) as error:
            raise ArchiveError(f"{path} is not a whole WARC file: {error}") from error
    if waiting:
        yield waiting.snapshot


def _need_warc(path: Path) -> None:
    """warcio would print a warning for every line of a file that is none."""
    with path.open("rb") as file:
        head = file.read(5)
    if head[:2] == b"\x1f\x8b":
        try:
            with gzip.open(path) as packed:
                head = packed.read(5)
        except (OSError, EOFError, zlib.error):
            head = b"?"
    if head != b"WARC/" and head:
        raise ArchiveError(f"{path} is not a WARC file")


@dataclass(frozen=True)
class _Read:
    record_id: str
    snapshot: Snapshot

    def is_meant_by(self, record: Any) -> bool:
        return bool(record.rec_headers.get_header("WARC-Concurrent-To") == self.record_id)

    def with_metadata(self, raw: bytes) -> _Read:
        """With our own record beside it; another tool's metadata changes nothing."""
        name, _, value = raw.decode("utf-8", "replace").partition(":")
        if name != _FIELD:
            return self
        try:
            about = json.loads(value)
            request = from_table(about["request"])
            headers = tuple((str(n), str(v)) for n, v in about["headers"])
        except (ValueError, KeyError, TypeError):
            return self
        return replace(self, snapshot=replace(self.snapshot, request=request, headers=headers))


def _read_answer(
    record: Any, bodies: dict[str, str], body_of: Callable[[str], bytes]
) -> _Read | None:
    """A successful answer with its body; None for any other record."""
    head = record.rec_headers
    url = head.get_header("WARC-Target-URI") or ""
    digest = head.get_header("WARC-Payload-Digest") or ""
    status = _status(record)
    if not url or not 200 <= status < 300:
        return None
    if record.rec_type == "revisit":
        if digest not in bodies:
            return None
        body = body_of(bodies[digest])
    else:
        body = record.content_stream().read()
        if getattr(record.raw_stream, "limit", 0) > 0:  # warcio takes a cut record for a short one
            raise EOFError(f"the record of {url} is cut short")
        bodies[digest] = sha256(body)
    snapshot = Snapshot(
        url=url,
        status=status,
        headers=_headers(record),
        body=body,
        fetched_at=_moment(head.get_header("WARC-Date")),
        sha256=sha256(body),
        request=Request(url, source=_OUTSIDE),
    )
    return _Read(head.get_header("WARC-Record-ID") or "", snapshot)


def _status(record: Any) -> int:
    """200 for a resource, which has no HTTP around it; 0 for what is no answer."""
    if record.rec_type == "resource":
        return 200
    if record.rec_type not in ("response", "revisit") or record.http_headers is None:
        return 0
    code = record.http_headers.get_statuscode() or ""
    return int(code) if code.isdigit() else 0


def _headers(record: Any) -> tuple[tuple[str, str], ...]:
    if record.http_headers is None:
        return (("content-type", record.content_type or "application/octet-stream"),)
    return tuple(
        (n.lower(), v) for n, v in record.http_headers.headers if n.lower() not in _OF_TRANSFER
    )


def _ascii(text: str) -> str:
    """As it can stand in a head; the metadata record keeps what it was."""
    return quote(text, safe="".join(map(chr, range(32, 127))))


def _over_http(snapshot: Snapshot) -> bool:
    return urlsplit(snapshot.url).scheme in ("http", "https")


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _moment(text: str | None) -> datetime:
    try:
        when = datetime.fromisoformat((text or "").replace("Z", "+00:00"))
    except ValueError as error:
        raise ArchiveError(f"a WARC record is dated {text!r}, which is no date") from error
    return when if when.tzinfo else when.replace(tzinfo=UTC)
