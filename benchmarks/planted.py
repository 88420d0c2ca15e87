"""Whole articles with planted errors, against pages of other outlets: what of it a reader is told.

    python -m benchmarks.planted [--data FOLDER] [--only SLUG …] [--model FOLDER] [--out FILE]

A story is a folder: `article.txt`, `date.txt`, `pages/*.md`, `planted.json` (words of the article
that are wrong, and where a page shows it) and `true.json` (words that a page bears out). Each
article goes through the product as a user would run it, with its pages as the only source.

An error is *told* where a claim at its words is refuted, disputed, or carries a note that a page
has something else (`verify.holding.differs`). A claim at its words that is supported is counted
apart: it may be one beside the error, and so rightly (`--out` lists them all).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verify.config import Settings
from verify.holding import differs
from verify.report.points import WRONG
from verify.types import Label, PartialDate, Report, Verdict
from verify.wiring import open_desk

STORIES = Path(__file__).parent / "stories"


@dataclass(frozen=True, slots=True)
class Story:
    """An article, its day, and the words of it that are wrong, or borne out."""

    folder: Path
    errors: tuple[Mapping[str, str], ...]
    borne_out: tuple[Mapping[str, str], ...]

    @property
    def day(self) -> str:
        return (self.folder / "date.txt").read_text("utf-8").strip()


def read(folder: Path) -> Story:
    """The story in a folder."""
    errors, true = (
        json.loads((folder / f"{n}.json").read_text("utf-8")) for n in ("planted", "true")
    )
    return Story(folder, tuple(errors), tuple(true))


async def check(story: Story, model: Path | None, scratch: Path) -> Report:
    """The article against its pages, as the product checks it."""
    pages = {
        "type": "folder",
        "path": str(story.folder.resolve() / "pages"),
        "tier": "agency",
        "index": str(scratch / "index"),
    }
    settings = Settings.model_validate(
        {
            "contact": "desk@example.org",
            "sources": {"pages": pages},
            "archive": {"path": str(scratch / "archive")},
            **({"models": {"stance": str(model)}} if model else {}),
        }
    )
    async with open_desk(settings, environ={}, offline=True) as desk:
        return await desk.check(str(story.folder / "article.txt"), published=PartialDate(story.day))


def at(report: Report, words: str) -> list[Verdict]:
    """The verdicts on the claims that have some of these words of the article."""
    low = report.article.text.index(words)
    high = low + len(words)
    return [v for v in report.verdicts if v.claim.start < high and low < v.claim.end]


def told(verdict: Verdict) -> bool:
    """Whether a reader is told that something else stands in a page."""
    return verdict.label in WRONG or any(differs(f) for f in verdict.findings)


def scored(story: Story, report: Report) -> Iterator[tuple[str, str]]:
    """(kind of thing, how it came out), for each error, each true statement, each other claim."""
    errors = [(e["kind"], at(report, e["words"])) for e in story.errors]
    for kind, verdicts in errors:
        labels = {v.label for v in verdicts}
        came = "told" if any(map(told, verdicts)) else "open"
        yield "error", came
        yield f"error.{kind}", came
        if labels & set(WRONG):
            yield "error", "refuted"
        if Label.SUPPORTED in labels:
            yield "error", "supported"
    at_errors = {v.claim.id for _, verdicts in errors for v in verdicts}
    for one in story.borne_out:
        # A claim that has words of an error, too, is refuted rightly.
        labels = {v.label for v in at(report, one["words"]) if v.claim.id not in at_errors}
        yield "true", "refuted" if labels & set(WRONG) else "seen"
        if Label.SUPPORTED in labels:
            yield "true", "supported"
    for verdict in report.verdicts:
        if verdict.claim.id not in at_errors:
            wrong = verdict.label in WRONG
            yield "other", "refuted" if wrong else "noted" if told(verdict) else "quiet"


def figures(counts: Counter[tuple[str, str]]) -> dict[str, Any]:
    """Shares over all stories."""

    def count(thing: str, *ways: str) -> int:
        return sum(counts[thing, way] for way in ways)

    errors = count("error", "told", "open")
    true = count("true", "refuted", "seen")
    others = count("other", "refuted", "noted", "quiet")
    kinds = sorted({thing[6:] for thing, _ in counts if thing.startswith("error.")})
    return {
        "errors": errors,
        "told": round(count("error", "told") / errors, 3),
        "refuted": round(count("error", "refuted") / errors, 3),
        "supported_beside": count("error", "supported"),
        "told_by_kind": {
            k: f"{counts[f'error.{k}', 'told']} of {count(f'error.{k}', 'told', 'open')}"
            for k in kinds
        },
        "true": true,
        "true_supported": round(count("true", "supported") / true, 3),
        "true_unharmed": round(1 - count("true", "refuted") / true, 3),
        "others": others,
        "others_unharmed": round(1 - count("other", "refuted") / others, 3),
        "others_quiet": round(count("other", "quiet") / others, 3),
    }


def lines(story: Story, report: Report) -> Iterator[str]:
    """Each error with what came of it, and each other claim that a reader is sent to."""
    name = story.folder.name
    shown: set[str] = set()
    for error in story.errors:
        for verdict in at(report, error["words"]):
            shown.add(verdict.claim.id)
            yield "\t".join([name, error["kind"], error["words"], *_came(verdict)])
    for verdict in report.verdicts:
        if told(verdict) and verdict.claim.id not in shown:
            yield "\t".join([name, "other", "", *_came(verdict)])


def _came(verdict: Verdict) -> list[str]:
    noted = [f"{f.checker} {f.detail}: {f.explanation}" for f in verdict.findings if differs(f)]
    why = verdict.why if verdict.label in WRONG else ""
    return [verdict.label.value, verdict.claim.text, why, "; ".join(noted)]


async def run(
    stories: Sequence[Story], model: Path | None
) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Over the stories: how often what came out how, and a line for each that a reader sees."""
    counts: Counter[tuple[str, str]] = Counter()
    written: list[str] = []
    for story in stories:
        with tempfile.TemporaryDirectory() as scratch:
            report = await check(story, model, Path(scratch))
        counts.update(scored(story, report))
        written += lines(story, report)
    return counts, written


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=STORIES)
    parser.add_argument("--only", nargs="+", default=[], help="names of stories")
    parser.add_argument("--model", type=Path, help="folder of another stance model")
    parser.add_argument("--out", type=Path, help="what came of each claim, tab-separated")
    given = parser.parse_args(arguments)
    folders = sorted(p.parent for p in given.data.glob("*/article.txt"))
    stories = [read(f) for f in folders if not given.only or f.name in given.only]
    model = given.model.resolve() if given.model else None
    counts, written = asyncio.run(run(stories, model))
    if given.out:
        given.out.write_text("\n".join(written) + "\n", "utf-8")
    print(json.dumps({"data": str(given.data), "n": len(stories), **figures(counts)}))


if __name__ == "__main__":
    main()
