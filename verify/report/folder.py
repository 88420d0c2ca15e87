"""The folder of a report: its name, and files in it that are whole and belong together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from verify.report.carry import Carried, carried, identity, identity_in
from verify.report.decisions import Decision
from verify.report.files import locked, write_whole
from verify.report.json import dumped, read_json, reviewed_json
from verify.report.restore import restored
from verify.types import Report, sha256

SLUG = 60  # characters


def folder_name(report: Report) -> str:
    """`2025-12-20-pakistan-offers-troops`: the article's date (else `as_of`) and its title."""
    published = report.article.published
    day = published.value.first if published else report.as_of
    return f"{day.isoformat()}-{slug(report.article.title)}"


def slug(title: str) -> str:
    """A title in at most 60 of a–z, 0–9 and `-`, cut at a word; never empty."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:SLUG]
        if len(longer) > SLUG:
            break
        name = longer
    if name:
        return name
    return f"article-{sha256(title)[:8]}" if title.strip() else "article"


def write(
    report: Report,
    out: Path,
    formats: Sequence[str] = ("md", "json"),
    decisions: Sequence[Decision] = (),
) -> Path:
    """Write the report under `out`; returns its folder. Raises OSError.

    What a reviewer wrote into an earlier report of the same article is carried into
    the new one, and formats that the folder already has are written again, so that
    all its files tell the same. Another article of the same date and title gets a
    folder of its own. Two runs at once write one after the other.
    """
    from verify.report import RENDERERS

    with locked(out):
        folder = _folder(report, out)
        folder.mkdir(parents=True, exist_ok=True)
        old = folder / RENDERERS["md"].file
        kept = carried(old, decisions)
        complete = replace(report, extra=_extra(report, kept))
        there = [n for n, r in RENDERERS.items() if (folder / r.file).exists()]
        for name in dict.fromkeys((*formats, *there)):
            write_whole(folder / RENDERERS[name].file, RENDERERS[name].render(complete))
    return folder


def rewrite(folder: Path, decisions: Sequence[Decision]) -> None:
    """Write the files of a report again with the decisions that stand now; nothing is checked.

    Raises VerifyError where its `report.json` cannot be read, OSError.
    """
    from verify.report import RENDERERS

    with locked(folder.parent):
        value = read_json(folder)
        report = restored(value)
        kept = carried(folder / RENDERERS["md"].file, decisions)
        complete = replace(report, extra=_extra(report, kept))
        write_whole(folder / RENDERERS["json"].file, dumped(reviewed_json(value, complete)))
        for name, renderer in RENDERERS.items():
            if name != "json" and (folder / renderer.file).exists():
                write_whole(folder / renderer.file, renderer.render(complete))


def _extra(report: Report, kept: Carried) -> dict[str, object]:
    return {
        **report.extra,
        "decisions": (*report.extra.get("decisions", ()), *kept.decisions),
        "unsynced": kept.unsynced,
        "unread": kept.unread,
    }


def _folder(report: Report, out: Path) -> Path:
    """The first folder of that name that is free or holds a report of the same article."""
    name = folder_name(report)
    mine = identity(report.article)
    for candidate in (name, f"{name}-{report.article.sha256[:8]}"):
        there = identity_in(out / candidate)
        if not there or mine & there:
            return out / candidate
    return out / candidate


def write_index(reports_dir: Path) -> tuple[Path, Path]:
    """Write `index.html` and `index.md` over all reports in a folder. Raises OSError."""
    from verify.report.index import render_html, render_md, rows

    found = rows(reports_dir)
    with locked(reports_dir):
        page, text = reports_dir / "index.html", reports_dir / "index.md"
        write_whole(page, render_html(found))
        write_whole(text, render_md(found))
    return page, text
