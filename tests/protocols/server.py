"""A small HTTP server on loopback whose answers are functions of the request."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit


@dataclass(frozen=True)
class Asked:
    """A request as the server saw it."""

    method: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """What the server sends back."""

    body: bytes
    type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


NO_ROBOTS = Answer(b"no such file", "text/plain", 404)


def as_json(value: Any, status: int = 200) -> Answer:
    return Answer(json.dumps(value).encode(), "application/json; charset=utf-8", status)


class LocalServer:
    """Serves `answer(asked)` on 127.0.0.1; a context manager. `log` keeps what was asked."""

    def __init__(
        self,
        answer: Callable[[Asked], Answer],
        robots: Callable[[Asked], Answer] = lambda asked: NO_ROBOTS,
    ) -> None:
        self.log: list[Asked] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def handle_any(self) -> None:
                parts = urlsplit(self.path)
                query = {k: v[0] for k, v in parse_qs(parts.query).items()}
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                headers = {k.lower(): v for k, v in self.headers.items()}
                asked = Asked(self.command, unquote(parts.path), query, headers, body)
                if asked.path == "/robots.txt":
                    reply = robots(asked)
                else:
                    outer.log.append(asked)
                    reply = answer(asked)
                self.send_response(reply.status)
                for name, value in {"Content-Type": reply.type, **reply.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)

            do_GET = do_POST = handle_any

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def news_page(title: str, day: str, *paragraphs: str) -> Answer:
    """An ordinary news page with NewsArticle markup."""
    markup = json.dumps(
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title}
        | ({"datePublished": day} if day else {})
    )
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    page = (
        f"<!doctype html><html lang='en'><head><title>{title}</title>"
        f"<script type='application/ld+json'>{markup}</script></head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )
    return Answer(page.encode())
