"""The command line: results on one stream, one line for every mistake, the right exit status."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from verify.cli import run

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
