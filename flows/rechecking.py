"""Old reports against today's evidence: what changed, for each and in one digest.

No Prefect here. The superseded report stays where it is and points to its successor.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from flows.digests import Change, digest, told
from flows.files import write_whole
from flows.job import Checked, Job, Order, Verifier, directly, guarded, read
from flows.telling import tell_desk
from verify.errors import FetchError, VerifyError
from verify.notify import Flip
from verify.types import Article, Dated, PartialDate, Reason, Report, Request, sha256

if TYPE_CHECKING:
    from flows.opening import Opened
    from verify.store import Line, Store, Told
    from verify.wiring import Desk

MAX_LINKS = 100  # of one report; asked politely, one after the other for a host
DEAD = (Reason.NOT_FOUND, Reason.GONE)
POINTER = "SUPERSEDED.md"
_CORRECTION = re.compile(
    r"\b(correction|corrected|corrects|clarification|erratum|retraction|retracted"
    r"|an earlier version of this (article|story|report)|this (article|story) (has been|was) "
    r"(amended|updated|corrected))\b",
    re.IGNORECASE,
)


async def recheck_all(
    lines: Sequence[Line],
    desk: Desk,
    store: Store,
    order: Order,
    *,
    verifier: Verifier = directly,
) -> AsyncIterator[Change]:
    """Recheck reports one after the other; one that fails never stops the rest."""
    for line in lines:
        yield await recheck_one(line, desk, store, order, verifier=verifier)


async def recheck_one(
    line: Line, desk: Desk, store: Store, order: Order, *, verifier: Verifier = directly
) -> Change:
    """Check one article again and compare. Raises StoreError."""
    published = PartialDate(line.published) if line.published else None
    job = Job(line.origin, desk, replace(order, published=published), store=store)
    before = store.verdicts(line.id)
    former = store.article_text(line.article_sha256)
    article, unreadable = await _article(job, line, former)
    dead, unasked = await _links(before, job)
    lines = text_changes(former, article.text)
    change = Change(
        line,
        Checked(line.origin),
        text=lines,
        corrections=tuple(t[2:] for t in lines if t.startswith("+") and _CORRECTION.search(t)),
        dead=dead,
        unasked=unasked,
        unreadable=unreadable,
    )
    compared: list[Change] = []

    def finishing(report: Report) -> Report:
        compared.append(compare(change, before, report))
        return told(compared[-1], report)

    job.finishing = finishing
    job.placing = beside
    checked = await guarded(job, verifier, article)
    if checked.folder is not None and line.folder:
        try:
            point_to(Path(line.folder), checked.folder, checked.report)
        except VerifyError as error:
            # The store points to the successor all the same.
            checked = replace(checked, note=str(error))
    return replace(compared[-1] if compared else change, checked=checked)


def beside(folder: Path) -> Path:
    """Move a report from the folder of its recheck to those of all reports, under its own name.

    There the index, the review queue and the archive look; the former report stays as it is.
    """
    out, day = folder.parents[2], folder.parent.name
    place = out / f"{folder.name}-recheck-{day}"
    return folder.rename(place)


async def _article(job: Job, line: Line, former: str) -> tuple[Article, str]:
    """The article as it reads today, or as it was where it cannot be read, and why."""
    try:
        return await read(job), ""
    except VerifyError as error:
        kept = Article(
            title=line.title,
            text=former,
            url=line.origin if "://" in line.origin else None,
            published=_dated(line),
            language="en",
            sha256=line.article_sha256 or sha256(former),
            origin=line.origin,
            notes=("the article could not be read again; its text is that of the former report",),
        )
        return kept, str(error)


def _dated(line: Line) -> Dated | None:
    return Dated(PartialDate(line.published), "former report") if line.published else None


async def _links(before: Sequence[Told], job: Job) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of the links that the former report rests on: the dead ones, and those we could not ask."""
    urls = dict.fromkeys(u for t in before for u in t.urls if u.startswith(("http:", "https:")))
    dead: list[str] = []
    unasked: list[str] = []
    for url in list(urls)[:MAX_LINKS]:
        try:
            await job.desk.fetcher.fetch(Request(url, source="recheck"))
        except FetchError as error:
            (dead if error.reason in DEAD else unasked).append(url)
    return tuple(dead), (*unasked, *list(urls)[MAX_LINKS:])


def text_changes(before: str, after: str) -> tuple[str, ...]:
    """Sentences removed ("- …") and added ("+ …"), in reading order; () without the old text."""
    if not before or before == after:
        return ()
    diff = difflib.ndiff(_sentences(before), _sentences(after))
    return tuple(line for line in diff if line.startswith(("+ ", "- ")))


def _sentences(text: str) -> list[str]:
    parts = re.split(r"(?<=[.!?…][\"'”’)]) +|(?<=[.!?…]) +|\n+", text)
    return [" ".join(p.split()) for p in parts if p.strip()]


def compare(change: Change, before: Sequence[Told], report: Report) -> Change:
    """The change with its flips: claims are the same when they quote the same words."""
    former = {_same(t.quote): t for t in before}
    today = {_same(v.claim.quote): v for v in report.verdicts}
    flips = tuple(
        Flip(v.claim.id, v.claim.text, former[key].label, v.label)
        for key, v in today.items()
        if key in former and former[key].label != v.label
    )
    return replace(
        change,
        flips=flips,
        appeared=tuple(v.claim.text for key, v in today.items() if key not in former),
        vanished=tuple(t.text for key, t in former.items() if key not in today),
    )


def _same(quote: str) -> str:
    return " ".join(quote.split()).casefold()


# --- on the disk -----------------------------------------------------------------------------


def point_to(former: Path, successor: Path, report: Report | None) -> None:
    """Leave a note in the former report's folder. Raises VerifyError."""
    if not former.is_dir() or former.resolve() == successor.resolve():
        return
    made = f"{report.made_at:%Y-%m-%d}" if report else "a later day"
    text = f"# Superseded\n\nThis report was superseded on {made} by the one in `{successor}`.\n"
    write_whole(former / POINTER, text)


def digest_path(out: Path, now: datetime) -> Path:
    """Where the digest of a run goes."""
    return out / "rechecks" / f"{now.astimezone(UTC):%Y-%m-%dT%H%M%S}" / "digest.md"


async def recheck_reports(
    at: Opened,
    out: str | Path | None = None,
    *,
    search: str = "",
    since_days: int = 90,
    limit: int = 50,
    environ: Mapping[str, str] = os.environ,
) -> tuple[list[Change], str, Path]:
    """Recheck the newest reports, write the digest, tell the desk.

    Returns the changes, the digest's text and its file. Raises VerifyError.
    """
    now = datetime.now(UTC)
    since = (now - timedelta(days=since_days)).date().isoformat()
    lines = at.store.reports(search, since=since, limit=limit)
    page = digest_path(at.order(out).out, now)
    # A folder of its own: the former report stays as it was.
    order = at.order(page.parent)
    changes: list[Change] = []
    problems: list[str] = []
    async for change in recheck_all(lines, at.desk, at.store, order):
        changes.append(change)
        if change.flips:
            notify, fetcher = at.settings.notify, at.desk.fetcher
            problems += await tell_desk(change.checked, change.flips, notify, fetcher, environ)
    text = digest(changes, now, problems)
    return changes, text, write_whole(page, text)
