"""The index over all reports of a folder: what was checked, how it came out, what waits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verify.errors import VerifyError
from verify.report.escape import Md, escape
from verify.report.json import read_json
from verify.report.order import WORST_FIRST
from verify.report.words import LABELS, SIGNS, count
from verify.types import Label


@dataclass(frozen=True, slots=True)
class Row:
    """One report in the index. `counts` are in the order of `WORST_FIRST`."""

    folder: str
    title: str
    published: str
    checked: str
    counts: tuple[int, ...]
    waiting: int  # checkable claims that nobody has reviewed
    page: str  # the file to open
    words: str  # what the search looks in


def rows(reports_dir: Path) -> list[Row]:
    """Every report that can be read, newest article first; a damaged one is left out."""
    found = []
    for path in sorted(reports_dir.glob("*/report.json")):
        try:
            found.append(_row(path.parent, read_json(path)))
        except (VerifyError, KeyError, TypeError):
            continue  # somebody else's JSON, or a report of an older make
    return sorted(found, key=lambda r: (r.published or r.checked, r.checked), reverse=True)


def _row(folder: Path, report: dict[str, Any]) -> Row:
    labels = [claim["verdict"]["label"] for claim in report["claims"]]
    article = report["article"]
    pages = ("report.html", "report.md", "report.json")
    return Row(
        folder=folder.name,
        title=article["title"] or folder.name,
        published=article["published"] or "",
        checked=report["made_at"][:10],
        counts=tuple(labels.count(label) for label in WORST_FIRST),
        waiting=sum(_waits(claim) for claim in report["claims"]),
        page=next(name for name in pages if (folder / name).exists()),
        words=" ".join([article["title"], *(c["quote"] for c in report["claims"])]).lower(),
    )


def _waits(claim: dict[str, Any]) -> bool:
    review = claim["review"]
    reviewed = bool(review and review["decision"]) and not review["stale"]
    return claim["verdict"]["label"] != Label.NOT_CHECKABLE and not reviewed


def render_md(found: list[Row]) -> str:
    """The index as Markdown."""
    head = " | ".join(f"{SIGNS[x]} {LABELS[x]}" for x in WORST_FIRST)
    lines = [
        "# Reports",
        "",
        f"{count(len(found), 'report')}, newest article first.",
        "",
        f"| Article | Published | Checked | {head} | Waiting for review |",
        "|---|---|---|" + "--:|" * (len(WORST_FIRST) + 1),
    ]
    for row in found:
        title = Md(f"[{escape(row.title)}](<{row.folder}/{row.page}>)")
        cells = [title, row.published or "undated", row.checked, *row.counts, row.waiting]
        lines.append("| " + " | ".join(escape(c) for c in cells) + " |")
    return "\n".join(lines) + "\n"


def render_html(found: list[Row]) -> str:
    """The index as one HTML page with a search."""
    from verify.report.html import page

    return page(
        "index.html.j2",
        script="index.js",
        rows=found,
        labels=[(x, LABELS[x], SIGNS[x]) for x in WORST_FIRST],
    )
