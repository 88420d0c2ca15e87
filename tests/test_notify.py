"""Webhook and mail, to real servers on loopback."""

from __future__ import annotations

import asyncio
import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from flows.server import free_port
from verify.config import NotifySettings
from verify.notify import Flip, mail, notice, tell
from verify.types import (
    Article,
    Claim,
    Kind,
    Label,
    Provenance,
    Report,
    Verdict,
)
from verify.web.client import PoliteClient
from verify.web.settings import WebSettings


def report(*labels: Label, title: str = "A bridge\nopens — früh") -> Report:
    article = Article(title, "text", "https://paper.test/1", None, "en", "a" * 64, "1.txt")
    verdicts = tuple(
        Verdict(Claim(f"c{n}", f"Claim {n}.", "q", 0, 1, Kind.EVENT, 0.5), label, 0.8, "r", "why")
        for n, label in enumerate(labels)
    )
    made = datetime(2025, 12, 21, tzinfo=UTC)
    provenance = Provenance("verify", "", "", (), "")
    return Report(article, verdicts, (), (), (), provenance, date(2025, 12, 21), made)


FLIP = Flip("c0", "Claim 0.", Label.SUPPORTED, Label.REFUTED)


class Hook(BaseHTTPRequestHandler):
    """Takes what is posted and answers with `status` and nothing else."""

    got: ClassVar[list[dict[str, Any]]] = []
    status: ClassVar[int] = 204

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        type(self).got.append(json.loads(body))
        self.send_response(self.status)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@contextmanager
def listening() -> Iterator[str]:
    """The address of a webhook on loopback; what it gets is in `Hook.got`."""
    Hook.got, Hook.status = [], 204
    with ThreadingHTTPServer(("127.0.0.1", 0), Hook) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/hook"
        server.shutdown()


@pytest.fixture
def hook() -> Iterator[str]:
    with listening() as address:
        yield address


def deliver(told: Report, flips: tuple[Flip, ...], settings: NotifySettings) -> tuple[str, ...]:
    async def go() -> tuple[str, ...]:
        web = WebSettings(allow=("127.0.0.1",), retries=0)
        async with PoliteClient(web, contact="desk@example.org") as client:
            return await tell(told, flips, settings, client, {}, "reports/bridge")

    return asyncio.run(go())


def test_a_refuted_claim_reaches_the_webhook(hook: str) -> None:
    settings = NotifySettings(webhook=hook)
    assert deliver(report(Label.REFUTED, Label.SUPPORTED), (), settings) == ()
    (payload,) = Hook.got
    assert payload["refuted"] == [{"id": "c0", "text": "Claim 0.", "confidence": 0.8, "why": "why"}]
    assert payload["report"] == "reports/bridge"
    assert payload["text"] == "1 refuted: A bridge opens — früh"


def test_a_flip_reaches_the_webhook_though_nothing_is_refuted(hook: str) -> None:
    flip = Flip("c0", "Claim 0.", Label.REFUTED, Label.SUPPORTED)
    assert deliver(report(Label.SUPPORTED), (flip,), NotifySettings(webhook=hook)) == ()
    (payload,) = Hook.got
    assert payload["changed"] == [
        {"id": "c0", "text": "Claim 0.", "before": "refuted", "after": "supported"}
    ]


def test_where_nothing_is_refuted_and_nothing_flipped_nobody_is_told(hook: str) -> None:
    assert deliver(report(Label.SUPPORTED), (), NotifySettings(webhook=hook)) == ()
    assert Hook.got == []
    assert notice(report(Label.NOT_ENOUGH_EVIDENCE)) is None


def test_a_webhook_that_is_down_is_one_line_and_no_error(hook: str) -> None:
    Hook.status = 404
    (line,) = deliver(report(Label.REFUTED), (), NotifySettings(webhook=hook))
    assert line.startswith("the webhook was not delivered")
    assert "\n" not in line


class Mailbox(socketserver.StreamRequestHandler):
    """As much of SMTP as a client needs to hand over one message."""

    got: ClassVar[list[str]] = []
    login: ClassVar[bool] = True

    def handle(self) -> None:
        self.wfile.write(b"220 mailbox\r\n")
        while line := self.rfile.readline().decode().strip():
            verb = line.split()[0].upper()
            if verb == "DATA":
                self.wfile.write(b"354 go on\r\n")
                self._message()
            elif verb == "AUTH":
                self.wfile.write(b"235 welcome\r\n" if self.login else b"535 no\r\n")
            elif verb == "QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            else:
                self.wfile.write(
                    b"250-mailbox\r\n250 AUTH PLAIN\r\n" if verb == "EHLO" else b"250 ok\r\n"
                )

    def _message(self) -> None:
        lines = []
        while (line := self.rfile.readline().decode()) != ".\r\n":
            lines.append(line)
        type(self).got.append("".join(lines))
        self.wfile.write(b"250 taken\r\n")


@pytest.fixture
def mailbox() -> Iterator[NotifySettings]:
    Mailbox.got, Mailbox.login = [], True
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield NotifySettings(
            email_to=("desk@example.org",),
            email_from="verify@example.org",
            smtp_host="127.0.0.1",
            smtp_port=server.server_address[1],
        )
        server.shutdown()


def test_a_refuted_claim_is_mailed(mailbox: NotifySettings) -> None:
    assert deliver(report(Label.REFUTED), (), mailbox) == ()
    (message,) = Mailbox.got
    assert "To: desk@example.org" in message
    assert "Subject: " in message


def test_a_title_with_a_line_break_cannot_add_a_header(mailbox: NotifySettings) -> None:
    told = notice(report(Label.REFUTED, title="A bridge\r\nBcc: all@example.org"))
    assert told is not None
    assert mail(told, mailbox, {}) == ""
    assert "\r\nBcc:" not in Mailbox.got[0].split("\r\n\r\n")[0]


def test_a_mail_server_that_refuses_the_login_is_named_with_the_variable(
    mailbox: NotifySettings,
) -> None:
    Mailbox.login = False
    told = notice(report(Label.REFUTED), (FLIP,))
    assert told is not None
    settings = mailbox.model_copy(update={"smtp_user": "desk"})
    line = mail(told, settings, {"VERIFY_SMTP_PASSWORD": "hunter2"})
    assert "VERIFY_SMTP_PASSWORD" in line
    assert "hunter2" not in line


def test_a_mail_server_that_is_down_is_one_line(mailbox: NotifySettings) -> None:
    told = notice(report(Label.REFUTED))
    assert told is not None
    line = mail(told, mailbox.model_copy(update={"smtp_port": free_port()}), {})
    assert line.startswith("the mail was not sent")
    assert "\n" not in line
