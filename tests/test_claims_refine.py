"""A configured language model, and one that misbehaves, on a real server on loopback."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from tests.claim_articles import article, claims_of
from verify.claims.refine import Refined, refine_claims
from verify.errors import FetchError
from verify.models.language_model import LanguageModel
from verify.stating import EvenWorth
from verify.types import Article, Reason, Request, Snapshot, sha256

TEXT = "Senator Jane Roe, who chairs the panel, said on Monday that the dam holds nine litres."
GOOD = {
    "claims": [
        {"text": "Jane Roe is a Senator.", "quote": "Senator Jane Roe", "speaker": "", "verb": ""},
        {
            "text": "The dam holds nine litres.",
            "quote": "the dam holds nine litres",
            "speaker": "Jane Roe",
            "verb": "said",
        },
    ]
}
INVENTED = {
    "claims": [{"text": "The dam leaks.", "quote": "the dam leaks", "speaker": "", "verb": ""}]
}
SMUGGLED = {
    "claims": [
        {
            "text": "The Severn dam holds 12 litres.",
            "quote": "the dam holds nine litres",
            "speaker": "",
            "verb": "",
        }
    ]
}


class PlainFetcher:
    """The smallest Fetcher: one request, no retries, one time limit."""

    async def fetch(self, request: Request) -> Snapshot:
        try:
            async with httpx.AsyncClient(timeout=5, trust_env=False) as client:
                answer = await client.request(
                    request.method,
                    request.url,
                    content=request.body,
                    headers=dict(request.headers),
                )
        except httpx.HTTPError as error:
            raise FetchError(Reason.UNREACHABLE, str(error)) from error
        if answer.status_code == 429:
            raise FetchError(Reason.RATE_LIMITED, "asked too often")
        if not answer.is_success:
            raise FetchError(Reason.SERVER_ERROR, f"status {answer.status_code}")
        now = datetime.now(UTC)
        return Snapshot(
            request.url,
            answer.status_code,
            (),
            answer.content,
            now,
            sha256(answer.content),
            request,
        )


def chat(content: object, *, finish: str = "stop") -> bytes:
    text = content if isinstance(content, str) else json.dumps(content)
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": text},
        "finish_reason": finish,
    }
    return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


Answer = tuple[int, bytes, float]  # status, body, seconds before it


@contextmanager
def server(*answers: Answer) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Gives the answers in turn, the last one for ever; collects what it was asked."""
    asked: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            asked.append(
                {"path": self.path, "key": self.headers.get("authorization"), **json.loads(body)}
            )
            status, answer, wait = answers[min(len(asked), len(answers)) - 1]
            time.sleep(wait)
            try:
                self.send_response(status)
                self.send_header("content-length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)
            except (BrokenPipeError, ConnectionResetError):
                pass  # the client gave up on a slow answer

        def log_message(self, format: str, *args: object) -> None:
            return

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_port}/v1", asked
    finally:
        running.shutdown()
        running.server_close()
        thread.join()


def refined(address: str, tested: Article | None = None, *, limit_s: float = 5.0) -> Refined:
    tested = tested or article(TEXT)
    model = LanguageModel(PlainFetcher(), address=address, model="small", key="s3cret")
    return asyncio.run(
        refine_claims(tested, claims_of(TEXT), model=model, worth=EvenWorth(), limit_s=limit_s)
    )


def test_an_answer_that_can_be_shown_in_the_article_is_taken() -> None:
    with server((200, chat(GOOD), 0)) as (address, asked):
        found = refined(address)
    assert found.gaps == ()
    assert [c.text for c in found.claims] == [
        "Jane Roe is a Senator.",
        "The dam holds nine litres.",
    ]
    assert all(TEXT[c.start : c.end] == c.quote for c in found.claims)
    said = found.claims[1].attribution
    assert said is not None
    assert said.speaker == "Jane Roe"
    assert [(a["path"], a["model"], a["key"]) for a in asked] == [
        ("/v1/chat/completions", "small", "Bearer s3cret")
    ]


def test_the_key_is_marked_secret() -> None:
    model = LanguageModel(PlainFetcher(), address="http://x/v1/", model="m", key="k")
    request = model.request("s", "u", {})
    assert request.url == "http://x/v1/chat/completions"
    assert request.secret == ("authorization",)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((200, chat(INVENTED), 0), Reason.BAD_ANSWER),
        ((200, chat(SMUGGLED), 0), Reason.BAD_ANSWER),
        ((200, chat({"claims": []}), 0), Reason.BAD_ANSWER),
        ((200, chat({"claims": "none"}), 0), Reason.BAD_ANSWER),
        ((200, chat([1, 2]), 0), Reason.BAD_ANSWER),
        ((200, chat("Sure! Here are your claims:"), 0), Reason.BAD_ANSWER),
        ((200, chat(json.dumps(GOOD)[:40]), 0), Reason.BAD_ANSWER),
        ((200, chat(GOOD, finish="length"), 0), Reason.BAD_ANSWER),
        ((200, b'{"choices": []}', 0), Reason.BAD_ANSWER),
        ((200, b"[" * 100_000, 0), Reason.BAD_ANSWER),
        ((200, b"<html>busy</html>", 0), Reason.BAD_ANSWER),
        ((429, b"{}", 0), Reason.RATE_LIMITED),
        ((500, b"oops", 0), Reason.SERVER_ERROR),
        ((200, chat(GOOD), 4.0), Reason.TIMEOUT),
    ],
)
def test_a_misbehaving_model_leaves_the_rules_own_claims(answer: Answer, reason: Reason) -> None:
    with server(answer) as (address, asked):
        found = refined(address, limit_s=1.5 if answer[2] else 10.0)
    assert found.claims == claims_of(TEXT)
    (gap,) = found.gaps
    assert (gap.stage, gap.reason) == ("claims", reason)
    assert "rules" in gap.detail
    assert len(asked) == 2


def test_a_second_try_may_succeed() -> None:
    with server((500, b"", 0), (200, chat(GOOD), 0)) as (address, asked):
        found = refined(address)
    assert (len(found.claims), found.gaps, len(asked)) == (2, (), 2)


def test_an_address_where_nobody_answers_is_a_gap() -> None:
    found = refined("http://127.0.0.1:9/v1")
    assert found.claims == claims_of(TEXT)
    assert found.gaps[0].reason is Reason.UNREACHABLE


def test_a_long_article_is_asked_in_parts_and_a_bad_part_does_not_spoil_the_rest() -> None:
    text = f"{TEXT}\n\n" + "The river rose in the night over the town. " * 150
    tested = article(text)
    with server((200, chat(GOOD), 0), (200, chat(INVENTED), 0)) as (address, asked):
        model = LanguageModel(PlainFetcher(), address=address, model="small")
        found = asyncio.run(refine_claims(tested, claims_of(text), model=model, worth=EvenWorth()))
    assert len(asked) == 3
    assert len(found.gaps) == 1
    assert found.claims[0].text == "Jane Roe is a Senator."
    assert any("river rose" in c.text for c in found.claims)
    assert [c.id for c in found.claims] == [f"c{n}" for n in range(1, len(found.claims) + 1)]
