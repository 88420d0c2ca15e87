"""The command line: results on one stream, one line for every mistake, the right exit status."""

from __future__ import annotations

import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from verify.cli import run
from verify.wiring import program_version

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "seeds" / "pakistan-gaza-force.txt"
LOCAL = """
contact = "desk@example.org"
[web]
allow = ["127.0.0.1"]
timeout_s = 2
first_byte_s = 1
retries = 0
[sources.offices]
type = "offices"
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration of its own."""
    (tmp_path / "verify.toml").write_text(LOCAL)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    return tmp_path


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    """The single line on standard error; nothing on standard output."""
    captured = capsys.readouterr()
    assert captured.out == ""
    lines = captured.err.strip().splitlines()
    assert len(lines) == 1, captured.err
    assert lines[0].startswith("verify: ")
    assert "Traceback" not in captured.err
    return lines[0]


def test_a_missing_file_is_one_line_and_status_3(desk, capsys):
    assert run(["check", "absent.txt"]) == 3
    assert "absent.txt" in one_line(capsys)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n\t"),
        ("fake.pdf", b"this is no PDF at all"),
        ("program.bin", bytes(range(256)) * 40),
        ("program.txt", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40),
        ("huge.txt", b"A sentence of news. " * 2_700_000),
    ],
)
def test_a_file_that_is_no_article_is_one_line_and_status_3(desk, capsys, name, content):
    (desk / name).write_bytes(content)
    assert run(["check", name]) == 3
    assert name in one_line(capsys)


def test_a_folder_is_no_article(desk, capsys):
    (desk / "folder").mkdir()
    assert run(["check", "folder"]) == 3
    assert "folder" in one_line(capsys)


def test_a_typo_in_the_configuration_is_one_line_and_status_2(desk, capsys):
    (desk / "verify.toml").write_text("[reprot]\nout = 'x'")
    assert run(["check", str(SAMPLE)]) == 2
    assert "did you mean 'report'" in one_line(capsys)


def test_an_unknown_source_type_is_one_line_and_status_2(desk, capsys):
    (desk / "verify.toml").write_text('[sources.desk]\ntype = "foldr"\npath = "."')
    assert run(["sources"]) == 2
    assert "folder" in one_line(capsys)


@pytest.mark.parametrize(
    "tokens",
    [
        ["check"],
        ["chek", "x"],
        ["check", "x.txt", "--published", "yesterday"],
        ["check", "x.txt", "--format", "docx"],
        ["check", "x.txt", "--source", "nobody"],
        ["check", "x.txt", "--config", "absent.toml"],
        ["check", "x.txt", "--no-such-option"],
    ],
)
def test_wrong_usage_is_one_line_and_status_2(desk, capsys, tokens):
    assert run(tokens) == 2
    one_line(capsys)


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


def test_an_address_that_answers_404_is_one_line_and_status_3(desk, capsys, server):
    assert run(["check", f"{server}/story"]) == 3
    assert "404" in one_line(capsys)


def test_an_address_that_never_answers_is_one_line_and_status_3(desk, capsys):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert run(["check", f"http://127.0.0.1:{port}/story"]) == 3
    one_line(capsys)


def test_a_private_address_is_refused(desk, capsys):
    (desk / "verify.toml").write_text(LOCAL.replace('allow = ["127.0.0.1"]', ""))
    assert run(["check", "http://127.0.0.1:9/story"]) == 3
    one_line(capsys)


def test_claims_prints_json_that_points_at_the_articles_words(desk, capsys):
    assert run(["claims", str(SAMPLE), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    text = SAMPLE.read_text("utf-8")
    assert found
    assert all(text[c["span"][0] : c["span"][1]] == c["quote"] for c in found)


def test_offices_answers_from_the_table(desk, capsys):
    assert run(["offices", "Angela Merkel", "--on", "2019-05-01"]) == 0
    assert "chancellor" in capsys.readouterr().out.lower()


def test_an_unknown_name_is_one_line(desk, capsys):
    assert run(["offices", "Qwertz Uiopasdf"]) == 1
    assert "Qwertz" in one_line(capsys)


def test_the_module_runs_as_the_command_does(desk):
    done = subprocess.run(
        [sys.executable, "-m", "verify", "check", "absent.txt"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1


@pytest.fixture
def pipe(monkeypatch):
    """Puts bytes on standard input."""

    def put(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return put


def test_a_hyphen_is_standard_input_for_claims(desk, capsys, pipe):
    pipe(SAMPLE.read_bytes())
    assert run(["claims", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["quote"] in SAMPLE.read_text("utf-8")


def test_a_hyphen_is_standard_input_for_check_wherever_it_stands(desk, capsys, pipe):
    for tokens in (["check", "-", "--quiet"], ["check", "--quiet", "-"], ["check", "--", "-"]):
        pipe(b" \n")
        assert run(tokens) == 3
        assert "standard input" in one_line(capsys)


def test_a_stream_without_end_is_not_read_to_its_end(desk, capsys, pipe, monkeypatch):
    with Path("/dev/zero").open("rb") as endless:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(endless))
        assert run(["claims", "-"]) == 3
    assert "50 MB" in one_line(capsys)


def test_each_of_several_bad_articles_gets_its_line(desk, capsys):
    (desk / "empty.txt").write_bytes(b"")
    assert run(["check", "absent.txt", "empty.txt", "--quiet"]) == 3
    lines = capsys.readouterr().err.strip().splitlines()
    assert [("absent" in line, "empty.txt" in line) for line in lines] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize("source", [[], ["--source", "wiki", "--offline"]])
def test_without_a_source_to_ask_the_status_is_4(desk, capsys, source):
    text = '[sources.wiki]\ntype = "mediawiki"\napi = "https://wiki.example/w/api.php"\n'
    (desk / "verify.toml").write_text('contact = "a@b.example"\n' + (text if source else ""))
    (desk / "a.txt").write_text("Angela Merkel, the German chancellor, went to Paris.")
    assert run(["check", "a.txt", "--quiet", *source]) == 4
    one_line(capsys)


@pytest.mark.parametrize("out", ["a.txt", "a.txt/below/it"])
def test_a_folder_that_cannot_be_written_is_said_before_any_work(desk, capsys, out):
    (desk / "a.txt").write_text("Words.")
    assert run(["check", "absent.txt", "--out", out]) == 2
    assert "a.txt is no folder" in one_line(capsys)


def test_the_version_is_the_projects(capsys):
    assert run(["--version"]) == 0
    shown = capsys.readouterr().out.strip()
    assert shown == program_version()
    assert shown in (ROOT / "pyproject.toml").read_text("utf-8")


def test_words_from_outside_cannot_steer_the_terminal(desk, capsys):
    (desk / "a.txt").write_text(
        "Mayor \x1b[31mresigns\x1b]0;gotcha\x07 today\n\nThe mayor \u202e of Paris resigned.\n"
    )
    assert run(["claims", "a.txt"]) == 0
    shown = capsys.readouterr().out
    assert "resigns" in shown
    assert not set(shown) & set("\x1b\x07\u202e")


def as_process(*tokens: str, **more: Any) -> subprocess.Popen[bytes]:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), **more.pop("environ", {})}
    command = [sys.executable, "-m", "verify", *tokens]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ, **more
    )


def test_json_is_utf_8_in_any_locale(desk):
    german = "Der Rat der Stadt Köln hat am Freitag das Protokoll der Sitzung veröffentlicht."
    (desk / "a.txt").write_text(german, "utf-8")
    plain = {"PYTHONIOENCODING": "ascii"}
    out, err = as_process("claims", "a.txt", "--json", environ=plain).communicate(timeout=60)
    assert "Köln" in json.loads(out.decode("utf-8"))[0]["text"]
    assert err == b""
    out, err = as_process("claims", "a.txt", environ=plain).communicate(timeout=60)
    assert b"K\\xf6ln" in out
    assert err == b""


def test_a_reader_that_goes_away_gets_no_traceback(desk):
    process = as_process("offices", "Angela Merkel", "--on", "2019-05-01")
    assert process.stdout
    process.stdout.close()
    assert process.wait(timeout=60) in (0, 1)
    assert process.stderr
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line(desk):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "verify", "offices", "Angela Merkel"],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"verify: the disk is full")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(("debug", "lines"), [("", 0), ("1", 4)])
def test_a_fault_is_logged_with_its_traceback_for_debugging_only(desk, debug, lines):
    script = (
        "import logging\n"
        "from verify.cli import run\n"
        "run(['offices', 'Angela Merkel'])\n"
        "try:\n    1 / 0\n"
        "except ZeroDivisionError:\n    logging.getLogger('verify.flows').exception('failed')\n"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "VERIFY_DEBUG": debug}
    done = subprocess.run([sys.executable, "-c", script], env=environ, capture_output=True)
    assert done.stdout
    assert done.stderr.count(b"\n") >= lines
    assert bool(done.stderr) is bool(lines)


def test_ctrl_c_ends_a_run_whose_thread_still_computes(desk):
    script = (
        "import asyncio, sys, threading, time\n"
        "from verify import process\n"
        "process.PATIENCE_S = 0.5\n"
        "def work():\n"
        "    print('at work', flush=True)\n"
        "    time.sleep(120)\n"
        "process.finish(asyncio.to_thread(work))\n"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert child.stdout
    assert child.stdout.readline() == b"at work\n"
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=30)
    assert child.returncode == 1
    assert err == b"verify: interrupted; what was fetched is kept in the archive\n"


def test_a_report_without_a_source_of_documents_says_that_nothing_was_looked_up(desk, capsys):
    (desk / "a.txt").write_text("Angela Merkel, the German chancellor, went to Paris.")
    assert run(["check", "a.txt", "--published", "2019-05-01", "--json"]) == 0
    captured = capsys.readouterr()
    (report,) = json.loads(f"[{captured.out}]")
    assert any("No source of documents is configured" in note for note in report["notes"])
    assert report["article"]["published"] == "2019-05-01"
