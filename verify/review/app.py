"""The review page: a queue, one claim at a time with its evidence, keys, notes, undo.

Served on this machine alone. There are no accounts: whoever has the address with
its token may decide, under the name that they give.
"""

from __future__ import annotations

import hmac
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from verify.errors import ReviewError, VerifyError
from verify.report.folder import rewrite
from verify.report.html import TEMPLATES
from verify.report.reviewline import clean_name, clean_note
from verify.review.decisions import Action, Decision, Decisions
from verify.review.export import agreement
from verify.review.guard import Guard
from verify.review.pages import render
from verify.review.queue import Item, Shelf
from verify.review.sync import sync
from verify.types import Label

log = logging.getLogger(__name__)
MAX_FORM = 100_000  # bytes
AT_ONCE = 200  # claims on one page of the queue
Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Form:
    """What a reviewer sent."""

    say: str  # a label, "note" or "undo"
    reviewer: str
    note: str
    after: str
    csrf: str


class Desk:
    """The pages over one folder of reports."""

    def __init__(self, shelf: Shelf, token: str, now: Clock) -> None:
        self.shelf = shelf
        self.token = token
        self.now = now
        self.csrf = hmac.new(token.encode(), b"csrf", "sha256").hexdigest()
        self._deciding = Lock()

    # --- reading

    def queue(self, request: Request) -> Response:
        """All that waits, 200 at a time from ?from=; with ?show=all everything."""
        items = self.shelf.queue()
        everyone = request.query_params.get("show") == "all"
        shown = items if everyone else [i for i in items if i.waits]
        asked = request.query_params.get("from", "")
        start = min(int(asked), len(shown)) if asked.isascii() and asked.isdigit() else 0
        decisions = [d for i in items for d in i.decisions]
        return self._page(
            "queue.html.j2",
            items=shown[start : start + AT_ONCE],
            start=start,
            onward=start + AT_ONCE if start + AT_ONCE < len(shown) else None,
            waiting=sum(i.waits for i in items),
            total=len(items),
            everyone=everyone,
            agreement=agreement(decisions),
        )

    def claim(self, request: Request) -> Response:
        """One claim."""
        item = self._item(request)
        if item is None:
            return self._page("gone.html.j2", status=404)
        done = request.query_params.get("done", "")
        folder, _, words = done.partition("/")
        return self._claim(item, done=self.shelf.find(folder, words) if words else None)

    def _claim(self, item: Item, status: int = 200, **more: Any) -> Response:
        waiting = [i for i in self.shelf.queue() if i.waits]
        values = {"done": None, "problem": "", "form": None, "others": ()} | more
        return self._page(
            "claim.html.j2",
            status=status,
            item=item,
            c=item.view(),
            waiting=len(waiting),
            next=_beside(waiting, item, 1),
            previous=_beside(waiting, item, -1),
            **values,
        )

    def _page(self, template: str, status: int = 200, **values: Any) -> Response:
        html = render(template, base=f"/{self.token}", csrf=self.csrf, **values)
        return HTMLResponse(html, status)

    def _item(self, request: Request) -> Item | None:
        return self.shelf.find(request.path_params["folder"], request.path_params["words"])

    # --- deciding

    async def decide(self, request: Request) -> Response:
        """Keep a decision and go to the next claim; show the collision where there is one."""
        body = await _body(request)
        if body is None:
            return PlainTextResponse("the note is too long", 413)
        form = _form(body)
        if not hmac.compare_digest(form.csrf.encode(), self.csrf.encode()):
            return PlainTextResponse("this form is not from this page: load it again", 403)
        return await run_in_threadpool(self._decide, request, form)

    def _decide(self, request: Request, form: Form) -> Response:
        item = self._item(request)
        if item is None:
            return self._page("gone.html.j2", status=404)
        with self._deciding:
            self._read_markdown(item)
            current = self.shelf.find(item.folder, item.key.words) or item
            problem = _problem(form, current)
            if problem or (form.after != current.latest and form.say != "note"):
                since = _since(current, form.after)
                status = 422 if problem else 409
                return self._claim(current, status, form=form, problem=problem, others=since)
            try:
                self.shelf.decisions.append(self._decision(current, form))
            except VerifyError as error:
                return self._claim(current, 500, form=form, problem=str(error))
        return self._onward(current, form)

    def _onward(self, item: Item, form: Form) -> Response:
        """To the next claim that waits; after an undo or a note, to the same one."""
        target = item.path
        if form.say not in {"undo", "note"}:
            waiting = [i for i in self.shelf.queue() if i.waits]
            following = _beside(waiting, item, 1) or next(iter(waiting), None)
            target = f"{following.path}?done={item.path}" if following else ""
        again = BackgroundTask(self._write_again, item)
        return RedirectResponse(f"/{self.token}/{target}", 303, background=again)

    def _decision(self, item: Item, form: Form) -> Decision:
        claim, ours = item.verdict.claim, item.verdict.label
        action, label = _said(form.say, ours)
        return Decision(
            article_sha256=item.report.article.sha256,
            claim_id=claim.id,
            words=item.key.words,
            evidence=item.key.evidence,
            action=action,
            label=label,
            ours=ours,
            reviewer=form.reviewer,
            note=form.note,
            decided_at=self.now(),
            claim=claim.text,
            kind=str(claim.kind),
            confidence=item.verdict.confidence,
            after=form.after,
        )

    def _read_markdown(self, item: Item) -> None:
        """Edits in the Markdown file come first, so that writing it again loses none."""
        path = self.shelf.reports_dir / item.folder / "report.md"
        try:
            if path.exists():
                sync(path, self.shelf.decisions)
        except ReviewError as error:
            log.warning("not read: %s", error)  # its lines are kept as they are

    def _write_again(self, item: Item) -> None:
        folder = self.shelf.reports_dir / item.folder
        try:
            rewrite(folder, self.shelf.decisions.all(item.report.article.sha256))
        except (VerifyError, OSError) as error:
            log.warning("the report in %s was not written again: %s", folder, error)


def create_app(
    reports_dir: Path,
    decisions: Decisions,
    token: str,
    *,
    now: Clock = lambda: datetime.now(UTC),
) -> Starlette:
    """The application: everything below `/TOKEN/`, for callers on this machine."""
    if len(token) < 16:
        raise ReviewError("the token of the review page is too short to be a secret")
    desk = Desk(Shelf(reports_dir, decisions), token, now)
    static = StaticFiles(directory=Path(__file__).parent / "static")
    pages: list[Route | Mount] = [
        Route("/", desk.queue),
        Route("/static/page.css", _style),
        Mount("/static", static),
        Route("/{folder}/{words}", desk.claim),
        Route("/{folder}/{words}", desk.decide, methods=["POST"]),
    ]
    app = Starlette(routes=[Mount(f"/{token}", routes=pages)])
    app.add_middleware(Guard, token=token)
    return app


def _style(request: Request) -> Response:
    """The style of the report page, which this one shares."""
    return FileResponse(TEMPLATES / "page.css")


async def _body(request: Request) -> bytes | None:
    """The form's bytes; None where there are too many."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_FORM:
            return None
    return body


def _form(body: bytes) -> Form:
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)

    def one(name: str) -> str:
        return fields.get(name, [""])[-1]

    return Form(
        say=one("say"),
        reviewer=clean_name(one("reviewer"))[:80],
        note=clean_note(one("note")),
        after=one("after"),
        csrf=one("csrf"),
    )


def _problem(form: Form, item: Item) -> str:
    """What keeps a form from being a decision, or ""."""
    if not form.reviewer:
        return "Write your name first, so that others see who decided."
    if form.say not in {*map(str, Label), "note", "undo"}:
        return "Choose one of the verdicts."
    if form.say == "note" and not form.note:
        return "The note is empty."
    if form.say == "undo" and not any(
        d.reviewer == form.reviewer and d.decides for d in item.decisions
    ):
        return "There is no decision of yours to take back."
    return ""


def _said(say: str, ours: Label) -> tuple[Action, Label | None]:
    if say in {"note", "undo"}:
        return (Action.NOTE if say == "note" else Action.WITHDRAW), None
    label = Label(say)
    if label is ours:
        return Action.AGREE, label
    if label is Label.NOT_CHECKABLE:
        return Action.NOT_CHECKABLE, label
    return Action.CHANGE, label


def _since(item: Item, after: str) -> tuple[Decision, ...]:
    """The acts on a claim that came after the one the reviewer had seen."""
    ids = [d.id for d in item.decisions]
    start = ids.index(after) + 1 if after in ids else 0
    return tuple(d for d in item.decisions[start:] if d.action is not Action.NOTE)


def _beside(items: list[Item], item: Item, by: int) -> Item | None:
    """The next or previous one in the queue; the first where the claim is not in it."""
    at = next((n for n, i in enumerate(items) if i.path == item.path), None)
    if at is None:
        return items[0] if items and by > 0 else None
    return items[at + by] if 0 <= at + by < len(items) else None
