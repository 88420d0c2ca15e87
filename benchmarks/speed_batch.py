"""A batch of many made-up articles: the second half of `benchmarks.speed`."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.articles import make_articles
from benchmarks.floor import load_all

MARKS = (10, 100)  # articles, after which memory should no longer grow
SHARED = 40  # articles by which Prefect's share is measured


async def many(given: argparse.Namespace) -> dict[str, Any]:
    """A batch in this process: articles a minute, memory, and Prefect's share."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        articles = make_articles(given.batch, given.data, base / "articles")
        if given.shard:
            shard, of = map(int, given.shard.split("/"))
            articles = articles[shard::of]
        number = len(articles)
        direct, marks = await timed_batch(articles, given.config, base / "direct")
        found: dict[str, Any] = {
            "data": str(given.data),
            "n": number,
            "articles_per_min": 60 * number / direct,
            "peak_mb": marks[number],
            **{f"peak_mb_at_{n}": marks[n] for n in MARKS if n in marks},
            "seconds": direct,
            "seconds_per_article": halves(marks.at, number),
            "processor_s_per_article": halves(marks.spent, number),
        }
        if given.flow and not given.shard:
            found["prefect_share"] = await prefect_share(articles[:SHARED], given.config, base)
    return rounded(found)


async def prefect_share(articles: Sequence[str], config: Path | None, base: Path) -> float:
    """Of the time of these articles as a flow, the part that the direct call does without."""
    direct, _ = await timed_batch(articles, config, base / "again")
    flown = await flow_batch(articles, config, base)
    return max(0.0, (flown - direct) / flown)


def in_processes(workers: int, number: int, data: Path, config: Path | None) -> dict[str, Any]:
    """The batch in shards, a process each; each has its share of the machine's processors."""
    threads = str(max(1, len(os.sched_getaffinity(0)) // workers))
    environ = {**os.environ, "OMP_NUM_THREADS": threads, "VERIFY_SPEED_THREADS": threads}
    command = [sys.executable, "-m", "benchmarks.speed", "--batch", str(number), "--no-flow"]
    command += ["--data", str(data), *(["--config", str(config)] if config else [])]
    running = [
        subprocess.Popen(
            [*command, "--shard", f"{n}/{workers}"], env=environ, stdout=subprocess.PIPE, text=True
        )
        for n in range(workers)
    ]
    done = [json.loads(one.communicate()[0].splitlines()[-1]) for one in running]
    return rounded(
        {
            "data": str(data),
            "n": sum(d["n"] for d in done),
            "workers": workers,
            "articles_per_min": 60 * number / max(d["seconds"] for d in done),
            "peak_mb": sum(d["peak_mb"] for d in done),
        }
    )


class Marks(dict[int, float]):
    """Articles done → peak memory in MB; when each was done, and after what processor time."""

    def __init__(self) -> None:
        super().__init__()
        self.at: dict[int, float] = {0: time.perf_counter()}
        self.spent: dict[int, float] = {0: time.process_time()}

    def mark(self, done: int) -> None:
        """So many articles are done."""
        self[done] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
        self.at[done] = time.perf_counter()
        self.spent[done] = time.process_time()


def halves(at: Mapping[int, float], number: int) -> dict[str, float]:
    """Seconds an article in the first and in the second half of the batch.

    Not the very first article, where there are more: it fills what the others share.
    """
    first, middle = (1 if number > 2 else 0), (number + 1) // 2
    return {
        "first_half": (at[middle] - at[first]) / max(1, middle - first),
        "second_half": (at[number] - at[middle]) / max(1, number - middle),
    }


async def timed_batch(
    articles: Sequence[str], config: Path | None, out: Path
) -> tuple[float, Marks]:
    """Seconds for a batch called directly, its models loaded before, and its marks."""
    from flows.batch import run_batch
    from flows.opening import opened

    async with opened(settings_at(config, out)) as at:
        await asyncio.to_thread(load_all, at.desk.models)
        marks = Marks()
        begun = time.perf_counter()
        stream = run_batch(articles, at.desk, at.order(out), store=at.store)
        done = 0
        async for one in stream:
            done += 1
            marks.mark(done)
            if one.error:
                print(f"{one.origin}: {one.error}", file=sys.stderr)
            if done % 50 == 0:
                print(f"{done} articles", file=sys.stderr)
        return time.perf_counter() - begun, marks


async def flow_batch(articles: Sequence[str], config: Path | None, base: Path) -> float:
    """Seconds for the same batch as a flow, one task an article, models loaded before."""
    from flows.environment import quiet_environment
    from flows.server import local_server

    quiet_environment(base / "prefect", level="CRITICAL")
    with local_server(base / "prefect") as address:
        from prefect import flow
        from prefect.settings import PREFECT_API_URL, temporary_settings

        from flows.batch import run_batch
        from flows.check_batch import as_task
        from flows.opening import opened

        async with opened(settings_at(config, base / "flown")) as at:
            await asyncio.to_thread(load_all, at.desk.models)

            @flow(name="speed", persist_result=False)
            async def speed() -> int:
                order = at.order(base / "flown")
                stream = run_batch(articles, at.desk, order, store=at.store, runner=as_task)
                return len([one async for one in stream])

            with temporary_settings({PREFECT_API_URL: address}):
                begun = time.perf_counter()
                await speed()
                return time.perf_counter() - begun


def settings_at(config: Path | None, out: Path) -> Any:
    """The configuration with a database of its own beside the reports."""
    from verify.config import load

    settings = load(config)
    store = settings.store.model_copy(update={"url": f"sqlite:///{out.resolve()}.sqlite"})
    threads = int(os.environ.get("VERIFY_SPEED_THREADS", settings.models.threads))
    models = settings.models.model_copy(update={"threads": threads})
    return settings.model_copy(update={"store": store, "models": models})


def rounded(value: Any) -> Any:
    """Numbers to three places, all the way down."""
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return value
