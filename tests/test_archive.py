"""The archive: nothing fetched is lost, nothing half is found, nothing secret is kept."""

from __future__ import annotations

import asyncio
import gzip
import os
import signal
import subprocess
import sys
import textwrap
import time
import urllib.error
import urllib.request
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.protocols.replayer import installed, replaying
from verify.archive import Archive
from verify.archive_fetchers import Keeping, Recall
from verify.errors import ArchiveError, FetchError
from verify.types import Gap, PartialDate, Reason, Request, Snapshot, sha256

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def answer(
    url: str = "https://news.example/bridge",
    body: bytes = b"<p>The bridge was repaired.</p>",
    at: datetime = NOON,
    final: str = "",
    **more: Any,
) -> Snapshot:
    request = Request(url, source="test", **more)
    headers = (("content-type", "text/html; charset=utf-8"), ("etag", '"ü"'))
    return Snapshot(final or url, 200, headers, body, at, sha256(body), request)


def test_what_was_put_is_found_again_by_request_and_by_hash(tmp_path: Path) -> None:
    kept = answer(purpose="page", claim_id="c1", title="Bridge", published=PartialDate("2026-02"))
    with Archive(tmp_path) as archive:
        archive.put(kept)
        assert archive.find(kept.request) == kept
        assert archive.get(kept.sha256) == kept
        assert archive.find(Request("https://news.example/other", source="test")) is None
        assert archive.get("0" * 64) is None


def test_requests_are_the_same_by_method_address_and_body_alone(tmp_path: Path) -> None:
    kept = answer()
    sent = posted(kept, b"q=1")
    with Archive(tmp_path) as archive:
        archive.put(sent)
        assert archive.find(kept.request) is None
        assert archive.find(replace(sent.request, source="another", claim_id="c9")) is not None
        assert archive.find(replace(sent.request, body=b"q=2")) is None


def test_the_same_page_fetched_twice_is_stored_once(tmp_path: Path) -> None:
    first, second = answer(), answer(at=NOON + timedelta(hours=1))
    with Archive(tmp_path) as archive:
        for snapshot in (first, first, second, answer("https://copy.example/")):
            archive.put(snapshot)
        size = archive.size()
        assert (size.answers, size.bodies) == (3, 1)
        assert len(list(tmp_path.glob("bodies/*/*"))) == 1
        assert "3 answers with 1 distinct bodies" in str(size)


def test_the_newest_answer_is_found_or_the_newest_of_a_moment(tmp_path: Path) -> None:
    old = answer(body=b"old")
    new = answer(body=b"new", at=NOON + timedelta(days=2))
    back = answer(body=b"old", at=NOON + timedelta(days=4))
    with Archive(tmp_path) as archive:
        for snapshot in (new, back, old):
            archive.put(snapshot)

        def body(days: int) -> bytes | None:
            found = archive.find(old.request, NOON + timedelta(days=days))
            return found.body if found else None

        assert [body(-1), body(0), body(1), body(2), body(3), body(4)] == [
            None,
            b"old",
            b"old",
            b"new",
            b"new",
            b"old",
        ]
        assert archive.find(old.request) == back


def test_a_snapshot_with_the_wrong_hash_is_not_taken(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive, pytest.raises(ArchiveError, match="sha256"):
        archive.put(replace(answer(), sha256="0" * 64))


# --- keys ------------------------------------------------------------------------------------


def test_a_request_finds_its_answer_with_or_without_its_key_and_the_key_is_not_kept(
    tmp_path: Path,
) -> None:
    key = "k3y-of-the-newsroom"
    raw = Request(
        f"https://api.example/search?q=bridge&key={key}",
        source="test",
        headers=(("Authorization", f"Bearer {key}"), ("Accept", "application/json")),
        secret=("key", "authorization"),
    )
    snapshot = replace(answer(), url=raw.url, request=raw)
    with Archive(tmp_path) as archive:
        archive.put(replace(snapshot, headers=(("link", f"<?key={key}&page=2>"),)))
        assert archive.find(raw) is not None
        assert archive.find(replace(raw, url="https://api.example/search?q=bridge")) is not None
        rotated = replace(raw, url=raw.url.replace(key, "another-key-than-before"))
        assert archive.find(rotated) is not None
        archive.export_warc(tmp_path / "all.warc.gz")
        records = _records(tmp_path / "all.warc.gz")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 3
    assert not [path for path in files if key.encode() in path.read_bytes()]
    assert key not in repr(records)


# --- damage and death ------------------------------------------------------------------------


def test_a_body_that_was_changed_on_disk_is_noticed_and_mended_by_the_next_fetch(
    tmp_path: Path,
) -> None:
    kept, other = answer(), answer("https://other.example/", b"other")
    with Archive(tmp_path) as archive:
        archive.put(kept)
        archive.put(other)
        assert archive.verify_hashes().sound
        path = next(tmp_path.glob(f"bodies/*/{kept.sha256}.gz"))
        path.write_bytes(path.read_bytes()[:-9] + b"\0" * 9)
        next(tmp_path.glob(f"bodies/*/{other.sha256}.gz")).unlink()
        damage = archive.verify_hashes()
        assert (damage.checked, damage.damaged, damage.missing) == (
            2,
            (kept.sha256,),
            (other.sha256,),
        )
        assert kept.sha256 in str(damage)
        with pytest.raises(ArchiveError, match=r"damaged|not what was stored"):
            archive.find(kept.request)
        with pytest.raises(ArchiveError, match="no body"):
            archive.find(other.request)
        archive.put(kept)
        archive.put(other)
        assert archive.verify_hashes().sound


def test_an_archive_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ArchiveError, match="cannot be opened"):
        Archive(tmp_path / "file")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "index.sqlite").write_bytes(b"this is no database" * 100)
    with pytest.raises(ArchiveError, match="cannot be opened"):
        Archive(tmp_path / "bad")


WRITER = """
    import sys
    from datetime import UTC, datetime
    from pathlib import Path
    from verify.archive import Archive
    from verify.types import Request, Snapshot, sha256

    root, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    archive = Archive(root)
    for number in range(count):
        body = (f"{number % 20} " * 3000).encode()
        url = f"https://{name}.example/{number}"
        now = datetime.now(UTC)
        archive.put(Snapshot(url, 200, (), body, now, sha256(body), Request(url, source=name)))
        print(number, flush=True)
"""


def writer(root: Path, name: str, count: int) -> subprocess.Popen[str]:
    code = textwrap.dedent(WRITER)
    command = [sys.executable, "-c", code, str(root), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_killed_process_loses_nothing_it_had_put_and_leaves_nothing_half(tmp_path: Path) -> None:
    process = writer(tmp_path, "killed", 100_000)
    assert process.stdout is not None
    while (process.stdout.readline() or "end").strip() not in ("40", "end"):
        pass
    os.kill(process.pid, signal.SIGKILL)
    said = [40, *(int(line) for line in process.stdout.read().split())]
    process.wait()
    process.stdout.close()
    with Archive(tmp_path) as archive:
        for number in range(said[-1] + 1):
            request = Request(f"https://killed.example/{number}", source="test")
            assert archive.find(request) is not None
        assert archive.verify_hashes().sound
        assert archive.size().answers - len(range(said[-1] + 1)) in (0, 1)


def test_many_processes_may_open_a_new_archive_at_once(tmp_path: Path) -> None:
    writers = [writer(tmp_path, str(n), 1) for n in range(6)]
    assert [process.wait(120) for process in writers] == [0] * 6
    with Archive(tmp_path) as archive:
        assert archive.size().answers == 6


def test_two_processes_may_write_at_once(tmp_path: Path) -> None:
    writers = [writer(tmp_path, name, 60) for name in ("one", "two")]
    for process in writers:
        out, _ = process.communicate(timeout=120)
        assert process.returncode == 0, out
    with Archive(tmp_path) as archive:
        size = archive.size()
        assert (size.answers, size.bodies) == (120, 20)
        assert archive.verify_hashes().sound


def test_what_was_left_aside_long_ago_is_removed_and_what_is_being_written_is_not(
    tmp_path: Path,
) -> None:
    Archive(tmp_path).close()
    old, new = tmp_path / "aside" / "old.part", tmp_path / "aside" / "new.part"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 7200,) * 2)
    Archive(tmp_path).close()
    assert (old.exists(), new.exists()) == (False, True)


# --- pruning ---------------------------------------------------------------------------------


def test_pruning_forgets_what_no_report_cites_and_is_old_enough(tmp_path: Path) -> None:
    cited, old, new = (
        answer("https://a.example/", b"cited"),
        answer("https://b.example/", b"old"),
        answer("https://c.example/", b"new", at=NOON + timedelta(days=30)),
    )
    with Archive(tmp_path) as archive:
        for snapshot in (cited, old, new):
            archive.put(snapshot)
        assert archive.prune({cited.sha256}, before=NOON + timedelta(days=1)) == 1
        assert archive.find(old.request) is None
        assert archive.find(cited.request) == cited
        assert archive.find(new.request) == new
        assert archive.prune({cited.sha256}) == 1
        assert archive.size().bodies == len(list(tmp_path.glob("bodies/*/*"))) == 1
        assert archive.prune({cited.sha256}) == 0


# --- WARC ------------------------------------------------------------------------------------


def _records(path: Path) -> list[tuple[str, str, bytes]]:
    with path.open("rb") as file:
        return [
            (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read())
            for r in ArchiveIterator(file)
        ]


def check(path: Path) -> int:
    """What `warcio check` says: 0 for a file without fault."""

    class Arguments:
        inputs = (str(path),)
        verbose = False

    checker = Checker(Arguments())
    checker.process_all()
    return int(checker.exit_value)


def posted(snapshot: Snapshot, body: bytes) -> Snapshot:
    return replace(snapshot, request=replace(snapshot.request, method="POST", body=body))


SEVERAL = (
    answer(),
    answer(at=NOON + timedelta(microseconds=1_500_001)),
    answer("https://copy.example/a?b=c%20d&e=ü"),
    answer("https://short.example/1", b"long", final="https://news.example/long"),
    posted(answer("https://api.example/", b"{}"), b'{"q": "\xff"}'),
    answer("file:///desk/note.md", b"# Note"),
    answer("https://binary.example/", bytes(range(256)) * 50),
)


def test_an_export_passes_warcio_check_and_comes_back_the_same(tmp_path: Path) -> None:
    file = tmp_path / "out" / "all.warc.gz"
    with Archive(tmp_path / "one") as one, Archive(tmp_path / "two") as two:
        for snapshot in SEVERAL:
            one.put(snapshot)
        assert one.export_warc(file) == len(SEVERAL)
        assert two.import_warc(file) == len(SEVERAL)
        assert list(two.answers()) == list(one.answers())
        assert set(one.answers()) == set(SEVERAL)
    assert check(file) == 0
    assert [p.name for p in file.parent.iterdir()] == ["all.warc.gz"]
    kinds = [kind for kind, _, _ in _records(file)]
    assert kinds[0] == "warcinfo"
    assert kinds.count("revisit") == 2
    assert kinds.count("resource") == 1
    with file.open("rb") as opened:
        assert next(iter(ArchiveIterator(opened))).rec_headers.protocol == "WARC/1.1"


def test_an_export_with_a_changed_byte_does_not_pass_the_check(tmp_path: Path) -> None:
    file = tmp_path / "all.warc"
    with Archive(tmp_path / "one") as archive:
        archive.put(answer())
        archive.export_warc(tmp_path / "all.warc.gz")
    raw = gzip.decompress((tmp_path / "all.warc.gz").read_bytes())
    file.write_bytes(raw.replace(b"repaired", b"replaced"))
    assert check(file) == 1
    with Archive(tmp_path / "two") as archive, pytest.raises(ArchiveError, match="not a whole"):
        archive.import_warc(file)


def test_an_export_cut_short_is_not_taken_for_whole(tmp_path: Path) -> None:
    file = tmp_path / "all.warc.gz"
    with Archive(tmp_path / "one") as one, Archive(tmp_path / "two") as two:
        one.put(answer(body=os.urandom(5000)))
        one.export_warc(file)
        file.write_bytes(file.read_bytes()[:3000])
        with pytest.raises(ArchiveError):
            two.import_warc(file)
        assert two.size().answers == 0


def test_the_warc_of_another_tool_can_be_imported(tmp_path: Path) -> None:
    file = tmp_path / "other.warc.gz"
    packed_head = [("Content-Encoding", "gzip")]
    with file.open("wb") as out:
        warc = WARCWriter(out, gzip=True)
        for url, status, body, extra in (
            ("http://a.example/", "200 OK", b"<p>a</p>", []),
            ("http://b.example/", "404 Not Found", b"<p>no</p>", []),
            ("http://c.example/", "200 OK", gzip.compress(b"packed"), packed_head),
        ):
            head = StatusAndHeaders(status, [("Content-Type", "text/html"), *extra], "HTTP/1.0")
            record = warc.create_warc_record(url, "response", BytesIO(body), http_headers=head)
            warc.write_record(record)
    with Archive(tmp_path / "archive") as archive:
        assert archive.import_warc(file) == 2
        packed = archive.find(Request("http://c.example/", source="test"))
        assert packed is not None
        assert packed.body == b"packed"
        assert packed.header("content-type") == "text/html"
        assert archive.find(Request("http://b.example/", source="test")) is None


@pytest.mark.parametrize(
    "body", [b"", b"this is no WARC file at all\n" * 40, b"\x1f\x8b\x08\0junk"]
)
def test_a_file_that_is_no_warc_is_refused_or_empty(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "file.warc.gz"
    file.write_bytes(body)
    with Archive(tmp_path / "archive") as archive:
        if body:
            with pytest.raises(ArchiveError):
                archive.import_warc(file)
        else:
            assert archive.import_warc(file) == 0
        with pytest.raises(ArchiveError, match="cannot be read"):
            archive.import_warc(tmp_path / "missing.warc.gz")


# --- replay ----------------------------------------------------------------------------------


def test_the_replaying_fetcher_answers_from_the_archive_alone(tmp_path: Path) -> None:
    kept = answer()
    later = answer(body=b"changed", at=NOON + timedelta(days=1))
    with Archive(tmp_path) as archive:
        archive.put(kept)
        archive.put(later)
        asked = replace(kept.request, claim_id="c7")
        found = asyncio.run(Recall(archive).fetch(asked))
        assert (found.body, found.request.claim_id) == (b"changed", "c7")
        then = Recall(archive, as_of=NOON + timedelta(hours=1))
        assert asyncio.run(then.fetch(asked)).body == kept.body
        with pytest.raises(FetchError) as failure:
            asyncio.run(then.fetch(Request("https://never.example/", source="test")))
        assert failure.value.reason == Reason.NOT_ARCHIVED


def test_of_several_answers_the_one_that_the_report_rests_on_is_recalled(tmp_path: Path) -> None:
    kept, later = answer(), answer(body=b"changed", at=NOON + timedelta(seconds=1))
    with Archive(tmp_path) as archive:
        archive.put(kept)
        archive.put(later)
        recall = Recall(archive, among={"test": {kept.sha256}})
        assert asyncio.run(recall.fetch(kept.request)).body == kept.body
        with pytest.raises(FetchError):  # a source that brought nothing then brings nothing now
            asyncio.run(Recall(archive, among={"test": ()}).fetch(kept.request))


def test_what_failed_then_fails_again_for_the_same_reason_though_an_answer_is_there(
    tmp_path: Path,
) -> None:
    kept = answer()
    gap = Gap("fetch", "test", Reason.SERVER_ERROR, "the site answered 503", kept.url)
    with Archive(tmp_path) as archive:
        archive.put(kept)
        with pytest.raises(FetchError, match="503") as failure:
            asyncio.run(Recall(archive, failures=[gap]).fetch(kept.request))
        assert failure.value.reason == Reason.SERVER_ERROR
        other = replace(kept.request, source="another")
        assert asyncio.run(Recall(archive, failures=[gap]).fetch(other)).body == kept.body


def test_what_another_fetcher_brings_is_kept_before_it_is_handed_on(tmp_path: Path) -> None:
    kept = answer()

    class Brings:
        async def fetch(self, request: Request) -> Snapshot:
            return kept

    with Archive(tmp_path) as archive:
        assert asyncio.run(Keeping(Brings(), archive).fetch(kept.request)) == kept
        assert archive.find(kept.request) == kept


# --- pywb ------------------------------------------------------------------------------------


def test_pywb_replays_an_export(tmp_path: Path) -> None:
    pywb, reason = installed()
    if pywb is None:
        pytest.skip(reason)
    with Archive(tmp_path / "archive") as archive:
        for snapshot in SEVERAL:
            archive.put(snapshot)
        archive.export_warc(tmp_path / "all.warc.gz")
    with replaying(pywb, tmp_path, tmp_path / "all.warc.gz") as address:
        for snapshot in (SEVERAL[0], SEVERAL[1], SEVERAL[3], SEVERAL[5], SEVERAL[6]):
            moment = snapshot.fetched_at.strftime("%Y%m%d%H%M%S")
            url = f"{address}/{moment}id_/{snapshot.url}"
            assert _read_when_up(url) == snapshot.body


def _read_when_up(url: str) -> bytes:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(120):
        try:
            with opener.open(url, timeout=10) as response:
                return bytes(response.read())
        except urllib.error.HTTPError:
            raise
        except OSError:
            time.sleep(0.5)
    raise AssertionError("pywb did not come up")
