"""How fast: one article from process start to report, and a batch of many.

    python -m benchmarks.speed --article PATH [--published DATE] [--config FILE] [--flow]
    python -m benchmarks.speed --batch N [--data PATH] [--config FILE] [--flow]

One JSON object on standard output; progress on standard error. Seconds, and
megabytes of 1,000,000 bytes. The method is in docs/flows.md.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

SEED = 20261123
PARAGRAPHS = 6  # of one made-up article
FIRST_MARK = 100  # articles, after which memory should no longer grow

FLOOR = """
import time
begun = time.perf_counter()
import verify.cli, flows.run, verify.wiring
import torch, sentence_transformers, onnxruntime
imports = time.perf_counter() - begun
from verify.config import load
from verify.wiring import build_models
begun = time.perf_counter()
models = build_models(load({config!r} and __import__("pathlib").Path({config!r})))
models.embedder.embed(["warm"])
models.stance.judge([("warm", "warm")])
models.worth.worth(["warm"])
print(imports, time.perf_counter() - begun)
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the arguments ask for and print one JSON object."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--article", type=Path)
    parser.add_argument("--batch", type=int)
    parser.add_argument("--data", type=Path, default=Path("seeds"))
    parser.add_argument("--config", type=Path)
    parser.add_argument("--published", default="2025-12-20")
    parser.add_argument("--flow", action="store_true", help="through Prefect as well")
    parser.add_argument("--out", type=Path, help="also write the object to this file")
    given = parser.parse_args(arguments)
    if bool(given.article) == bool(given.batch):
        parser.error("give either --article PATH or --batch N")
    if given.article:
        found = one_article(given.article, given.config, given.published, given.flow)
    else:
        found = asyncio.run(many(given.batch, given.data, given.config, given.flow))
    text = json.dumps(found)
    print(text)
    if given.out:
        given.out.write_text(text + "\n", "utf-8")


# --- one article -----------------------------------------------------------------------------


def one_article(article: Path, config: Path | None, published: str, flow: bool) -> dict[str, Any]:
    """A whole process, `verify check`, and its parts.

    `over_floor` is its wall time over what no program can go below: importing the
    libraries, loading the models, and the models' own time on this article.
    """
    imports, load = floor(config)
    wall, report = check_in_process(article, config, published)
    stages = dict(report["provenance"]["timings"])
    models = stages.get("ranking", 0.0) + stages.get("stance", 0.0)
    parts = {
        "interpreter_imports": imports,
        "model_load": load,
        "claims": stages.get("claims", 0.0),
        "retrieval": stages.get("sources", 0.0) + stages.get("ranking", 0.0),
        "stance": stages.get("stance", 0.0),
        "checks": stages.get("checks", 0.0),
        "report": max(0.0, wall - imports - sum(stages.values())),
    }
    found: dict[str, Any] = {
        "data": str(article),
        "n": len(report["claims"]),
        "wall_s": wall,
        "over_floor": wall / (imports + load + models),
    }
    if flow:
        flown, _ = check_in_process(article, config, published, "--flow")
        parts["prefect"] = flown - wall
        found["prefect_ratio"] = flown / wall
    return rounded({**found, "parts": parts})


def floor(config: Path | None) -> tuple[float, float]:
    """Seconds to start Python and import the libraries, and to load the models."""
    script = FLOOR.format(config=str(config) if config else "")
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    wall = time.perf_counter() - begun
    if done.returncode:
        raise SystemExit(done.stderr)
    _, load = map(float, done.stdout.split()[-2:])
    return wall - load, load


def check_in_process(
    article: Path, config: Path | None, published: str, *more: str
) -> tuple[float, dict[str, Any]]:
    """Wall seconds of `verify check` and the report it wrote."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "verify", "check", str(article), "--quiet"]
        command += ["--published", published, "--out", out, "--format", "md,json", *more]
        command += ["--config", str(config)] if config else []
        begun = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True)
        wall = time.perf_counter() - begun
        if done.returncode:
            raise SystemExit(done.stderr or f"verify check ended with status {done.returncode}")
        (path,) = Path(out).glob("*/report.json")
        return wall, json.loads(path.read_text("utf-8"))


# --- a batch ---------------------------------------------------------------------------------


async def many(number: int, data: Path, config: Path | None, flow: bool) -> dict[str, Any]:
    """A batch in this process: articles a minute, memory, and Prefect's share."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        articles = make_articles(number, data, base / "articles")
        direct, marks = await timed_batch(articles, config, base / "direct")
        found: dict[str, Any] = {
            "data": str(data),
            "n": number,
            "articles_per_min": 60 * number / direct,
            "peak_mb": {
                str(FIRST_MARK): marks.get(FIRST_MARK, marks[max(marks)]),
                "end": marks[max(marks)],
            },
            "seconds_per_article": {
                "first_half": marks_rate(marks, 0.0, 0.5, number),
                "second_half": marks_rate(marks, 0.5, 1.0, number),
            },
        }
        if flow:
            flown = await flow_batch(articles, config, base)
            found["prefect_share"] = max(0.0, (flown - direct) / flown)
    return rounded(found)


class Marks(dict[int, float]):
    """Articles done → peak memory in MB, and when each was done."""

    def __init__(self) -> None:
        super().__init__()
        self.at: dict[int, float] = {0: time.perf_counter()}

    def mark(self, done: int) -> None:
        """So many articles are done."""
        self[done] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
        self.at[done] = time.perf_counter()


def marks_rate(marks: Marks, begin: float, end: float, number: int) -> float:
    """Seconds an article between two shares of the batch."""
    first, last = int(begin * number), int(end * number)
    return (marks.at[last] - marks.at[first]) / max(1, last - first)


async def timed_batch(
    articles: Sequence[str], config: Path | None, out: Path
) -> tuple[float, Marks]:
    """Seconds for a batch called directly, its models loaded before, and its marks."""
    from flows.batch import run_batch
    from flows.opening import opened

    async with opened(settings_at(config, out)) as at:
        await asyncio.to_thread(load_models, at.desk.models)
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
            await asyncio.to_thread(load_models, at.desk.models)

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
    return settings.model_copy(update={"store": store})


def load_models(models: Any) -> None:
    """Load all weights."""
    models.embedder.embed(["warm"])
    models.stance.judge([("warm", "warm")])
    models.worth.worth(["warm"])


# --- articles --------------------------------------------------------------------------------


def make_articles(number: int, data: Path, folder: Path) -> list[str]:
    """Files made by recombining the paragraphs of the data, always the same ones."""
    paragraphs = sorted(set(paragraphs_of(data)))
    if len(paragraphs) < 2:
        raise SystemExit(f"{data} holds no paragraphs to make articles of")
    chance = random.Random(SEED)
    folder.mkdir(parents=True)
    made = []
    for n in range(number):
        chosen = chance.sample(paragraphs, min(PARAGRAPHS, len(paragraphs)))
        title = " ".join(chosen[0].split()[:8])
        path = folder / f"{n:06}.txt"
        path.write_text("\n\n".join([f"{title} ({n})", *chosen]) + "\n", "utf-8")
        made.append(str(path))
    return made


def paragraphs_of(data: Path) -> Iterable[str]:
    """Paragraphs of text files, and the evidence of rows in JSON lines."""
    files = [data] if data.is_file() else sorted(p for p in data.rglob("*") if p.is_file())
    for path in files:
        if path.suffix == ".jsonl":
            with path.open(encoding="utf-8") as rows:
                for row in rows:
                    yield from texts_of(json.loads(row))
        elif path.suffix in (".txt", ".md"):
            yield from blocks(path.read_text("utf-8"))


def texts_of(row: Any) -> Iterable[str]:
    """Every text of a row that is long enough for a paragraph."""
    if isinstance(row, str):
        yield from blocks(row)
    elif isinstance(row, dict):
        for value in row.values():
            yield from texts_of(value)
    elif isinstance(row, list):
        for value in row:
            yield from texts_of(value)


def blocks(text: str) -> Iterable[str]:
    """Paragraphs of 10 to 150 words."""
    for block in re.split(r"\n\s*\n", text):
        line = " ".join(block.split())
        if 10 <= len(line.split()) <= 150:
            yield line


def rounded(value: Any) -> Any:
    """Numbers to three places, all the way down."""
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return value


if __name__ == "__main__":
    main()
