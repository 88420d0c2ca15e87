"""A configured language model is asked, and its failure is a gap and never a crash."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from verify.config import parse
from verify.pipeline import read_claims
from verify.types import Article
from verify.wiring import open_desk

TEXT = "The bridge opened in May. It cost 40 million euros."


class Answers(BaseHTTPRequestHandler):
    status = 200
    asked: ClassVar[list[dict]] = []

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        type(self).asked.append(json.loads(self.rfile.read(length)))
        body = b"not JSON"
        self.send_response(type(self).status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def address() -> Iterator[str]:
    Answers.asked.clear()
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}/v1"
    httpd.shutdown()
    httpd.server_close()


def test_a_model_that_answers_nonsense_leaves_the_rules_claims_and_a_gap(
    tmp_path: Path, address: str
):
    settings = parse(
        f"""
        contact = "desk@example.org"
        [web]
        allow = ["127.0.0.1"]
        retries = 0
        [models.language_model]
        url = "{address}"
        model = "any"
        """,
        tmp_path,
        "verify.toml",
    )

    async def claims():
        async with open_desk(settings, environ={}) as desk:
            article = Article("", TEXT, None, None, "en", "0")
            return await read_claims(article, desk.models)

    found, gaps = asyncio.run(claims())
    assert Answers.asked, "the configured model was never asked"
    assert [TEXT[c.start : c.end] == c.quote for c in found] == [True] * len(found)
    assert found
    assert [g.stage for g in gaps] == ["claims"]
