"""One run of the desk against a world that misbehaves, in a process of its own.

    python -m tests.web.desk_run FOLDER < plan.json

The plan: `pages`, `feeds`, `sitemaps`, `wikis` (addresses), `names` (host → its addresses).
Writes `report.json` and the other formats below FOLDER, and prints what it held in memory.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from verify.archive import Archive
from verify.asking import ask
from verify.config import Settings
from verify.pipeline import read_claims, score
from verify.report import RENDERERS, write
from verify.types import Article, Harvest, sha256
from verify.web.client import PoliteClient
from verify.web.extract import PageExtractor
from verify.web.guard import resolve
from verify.wiring import Desk, build_models, build_sources

TEXT = """Council votes on the bridge

The council voted on Tuesday to repair the bridge over the canal by next summer.
"""
WEB = {
    "allow": ["127.0.0.1/32"],
    "per_host_interval_s": 0,
    "backoff_s": 0.01,
    "first_byte_s": 8.0,
    "timeout_s": 10.0,
    "budget_s": 170,
    "retries": 1,
    "max_body_mb": 2,
    "max_decoded_mb": 6,
}


def settings(plan: Mapping[str, Any]) -> Settings:
    """The configuration of a desk with one source for each kind of address in the plan."""
    lists = {"pages": "pages", "feed": "feeds", "sitemap": "sitemaps"}
    sources: dict[str, Any] = {t: {"type": t, "urls": plan[k]} for t, k in lists.items()}
    for number, api in enumerate(plan["wikis"]):
        sources[f"wiki{number}"] = {"type": "mediawiki", "api": api}
    return Settings.model_validate(
        {
            "contact": "desk@example.org",
            "sources": sources,
            "web": WEB,
            "models": {"stance": "none"},
        }
    )


def resident() -> float:
    """This process's memory now, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


@contextmanager
def watched() -> Iterator[dict[str, float]]:
    """Memory in MB while the block runs: how far this process rose above where it began, and
    the peak of the largest of its workers."""
    begun, over = resident(), threading.Event()
    peak = {"own_mb": 0.0, "worker_mb": 0.0}

    def look() -> None:
        while not over.wait(0.02):
            peak["own_mb"] = max(peak["own_mb"], resident() - begun)

    thread = threading.Thread(target=look)
    thread.start()
    yield peak
    over.set()
    thread.join()
    peak["worker_mb"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


async def run(plan: Mapping[str, Any], folder: Path) -> dict[str, float]:
    """Check one article; returns what asking the sources took of memory."""

    async def names(host: str, port: int) -> Sequence[str]:
        if not host.endswith(".test"):
            return await resolve(host, port)
        if host not in plan["names"]:
            raise OSError("no such name")
        return list(plan["names"][host])

    chosen = settings(plan)
    with PageExtractor(time_limit=15.0) as extract, Archive(folder / "archive") as archive:
        sources = build_sources(chosen, {}, extract)
        async with PoliteClient(chosen.web, contact=chosen.contact, resolve=names) as web:
            desk = Desk(chosen, sources, web, archive, build_models(chosen), extract)
            article = Article("Council votes", TEXT, None, None, "en", sha256(TEXT))
            claims, unread = await read_claims(article, desk.models)
            with watched() as peak:
                harvests: list[Harvest] = await asyncio.gather(
                    *(ask(s, claims, article, fetcher=web, archive=archive) for s in sources)
                )
                extract.close()
    setting = desk.setting(datetime.now(UTC))
    report = score(article, claims, harvests, models=desk.models, setting=setting, unread=unread)
    write(report, folder, tuple(RENDERERS))
    return peak


if __name__ == "__main__":
    print(json.dumps(asyncio.run(run(json.load(sys.stdin), Path(sys.argv[1])))))
