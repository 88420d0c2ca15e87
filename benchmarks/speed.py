"""How fast: one article from process start to report, and a batch of many.

    python -m benchmarks.speed --article PATH [--published DATE] [--config FILE] [--no-flow]
    python -m benchmarks.speed --batch N [--data PATH] [--config FILE] [--no-flow] [--workers N]

One JSON object on standard output; progress on standard error. Seconds, and
megabytes of 1,000,000 bytes. The method is in docs/flows.md.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed_batch import in_processes, many, rounded


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the arguments ask for and print one JSON object."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--article", type=Path)
    parser.add_argument("--batch", type=int)
    parser.add_argument("--data", type=Path, default=Path("seeds"))
    parser.add_argument("--config", type=Path)
    parser.add_argument("--published", default="2025-12-20")
    parser.add_argument("--no-flow", dest="flow", action="store_false", help="without Prefect")
    parser.add_argument("--flow", action="store_true", help=argparse.SUPPRESS)  # it is the default
    parser.add_argument("--workers", type=int, default=1, help="processes that share a batch")
    parser.add_argument("--shard", help=argparse.SUPPRESS)  # "1/4": the part of one of them
    parser.set_defaults(flow=True)
    parser.add_argument("--out", type=Path, help="also write the object to this file")
    given = parser.parse_args(arguments)
    if bool(given.article) == bool(given.batch):
        parser.error("give either --article PATH or --batch N")
    if given.article:
        found = one_article(given.article, given.config, given.published, given.flow)
    elif given.workers > 1:
        found = in_processes(given.workers, given.batch, given.data, given.config)
    else:
        found = asyncio.run(many(given))
    text = json.dumps(found)
    print(text)
    if given.out:
        given.out.write_text(text + "\n", "utf-8")


# --- one article -----------------------------------------------------------------------------


def one_article(article: Path, config: Path | None, published: str, flow: bool) -> dict[str, Any]:
    """A whole process, `verify check`, twice, and its parts.

    `over_floor` is the faster run's wall time over what no program can go below:
    starting Python and importing the libraries, loading the models, and the models' own
    time on this article (`benchmarks.floor`). `over_imports_and_models` counts the imports
    of the product's own modules, too.
    """
    under = floor(article, config, published)
    cold, _ = check_in_process([article], config, published)
    before = processor_s()
    wall, (report,) = check_in_process([article], config, published)
    spent = processor_s() - before
    further = further_article(article, config, published)
    stages = dict(report["provenance"]["timings"])
    parts = {
        "interpreter_imports": under["imports"],
        "own_imports": under["own"],
        "model_load": under["load"],
        "models": under["models"],
        **{f"stage_{name}": seconds for name, seconds in stages.items()},
        # Opening and closing of the store and the archive, the index of reports, the end of
        # the process.
        "rest": max(0.0, wall - under["imports"] - under["own"] - sum(stages.values())),
    }
    found: dict[str, Any] = {
        "data": str(article),
        "n": len(report["claims"]),
        "wall_s": wall,
        "first_wall_s": cold,
        "processor_s": spent,
        "further_article_s": further,
        "over_floor": wall / (sum(under.values()) - under["own"]),
        "over_imports_and_models": wall / sum(under.values()),
    }
    if flow:
        flown, _ = check_in_process([article], config, published, "--flow")
        parts["prefect"] = flown - wall
        found["prefect_ratio"] = flown / wall
    return rounded({**found, "parts": parts})


def floor(article: Path, config: Path | None, published: str) -> dict[str, float]:
    """Seconds: `imports` (and starting Python), `own` modules, `load`, `models`."""
    command = [sys.executable, "-m", "benchmarks.floor", str(article), published]
    begun = time.perf_counter()
    done = subprocess.run([*command, str(config or "")], capture_output=True, text=True)
    wall = time.perf_counter() - begun
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {**found, "imports": min(wall, found["imports"] + bare())}


def processor_s() -> float:
    """Processor seconds of the processes that have ended; unlike wall time, they hardly
    depend on what else the machine does."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def bare() -> float:
    """Seconds that an empty Python process takes."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return time.perf_counter() - begun


def further_article(article: Path, config: Path | None, published: str) -> float:
    """Seconds that the same process takes for a further article.

    It has other words than the first, at its end, so that it is another article.
    """
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / f"further{article.suffix}"
        other.write_bytes(article.read_bytes() + b"\n\nThis is another edition.\n")
        _, reports = check_in_process([article, other], config, published)
    return min(sum(r["provenance"]["timings"].values()) for r in reports)


def check_in_process(
    articles: Sequence[Path], config: Path | None, published: str, *more: str
) -> tuple[float, list[dict[str, Any]]]:
    """Wall seconds of `verify check` and the reports it wrote."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "verify", "check", *map(str, articles), "--quiet"]
        command += ["--published", published, "--out", out, "--format", "md,json", *more]
        command += ["--config", str(config)] if config else []
        begun = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True)
        wall = time.perf_counter() - begun
        if done.returncode:
            raise SystemExit(done.stderr or f"verify check ended with status {done.returncode}")
        paths = sorted(Path(out).glob("*/report.json"))
        return wall, [json.loads(path.read_text("utf-8")) for path in paths]


if __name__ == "__main__":
    main()
