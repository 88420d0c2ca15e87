"""Kill -9 at random moments: is every article reported exactly once, and the archive sound?

    python -m benchmarks.faults [--articles 50] [--kills 200] [--data PATH]

The batch is the product's own: real sources, client, archive, database and reports. Only
the models are a stand-in that needs no loading, so that a kill costs a second and not ten.
A child process is begun again after each kill and takes the batch up; after the last kill
it may end. One JSON object on standard output.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.articles import make_articles

SEED = 20261124
LONGEST_S = 3.0  # between the start of a child and its kill
PACE_S = 0.15  # that scoring takes at least, so that kills fall into it too

CONFIG = """
[sources.notes]
type = "folder"
path = "{data}"
[sources.offices]
type = "offices"
[models]
stance = "none"
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Kill, let it end, look at what is there, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=50)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--data", type=Path, default=Path("seeds"))
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        (base / "verify.toml").write_text(CONFIG.format(data=(given.data / "desk").resolve()))
        origins = make_articles(given.articles, given.data, base / "articles")
        begun = time.perf_counter()
        killed = kill_at_random(base, origins, given.kills)
        seconds = time.perf_counter() - begun
        print(json.dumps({**looked_at(base, origins), "kills": killed, "seconds": round(seconds)}))


def kill_at_random(base: Path, origins: Sequence[str], kills: int) -> int:
    """Begin the batch again and again; returns how many kills hit it at work."""
    batch(base, origins[:0])  # what is imported once need not be imported after each kill
    chance = random.Random(SEED)
    hit = 0
    for attempt in range(kills + 1):
        child = os.fork()
        if child == 0:
            batch(base, origins)
            os._exit(0)
        if attempt < kills:
            time.sleep(chance.uniform(0.02, LONGEST_S * min(1.0, len(origins) / kills)))
            os.kill(child, signal.SIGKILL)
        hit += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    return hit


def batch(base: Path, origins: Sequence[str]) -> None:
    """What the flow `check-batch` does, without Prefect."""
    from flows.batch import remaining, run_batch
    from flows.opening import opened
    from verify.config import load
    from verify.models.stance import Abstaining
    from verify.models.worth import WorthClassifier
    from verify.pipeline import Models

    async def go() -> None:
        async with opened(load(base / "verify.toml")) as at:
            models = Models(Slow(), Abstaining(), WorthClassifier())
            desk = replace(at.desk, models=models)
            left = remaining(at.store, "night", origins)
            order = at.order(base / "reports", "night")
            async for one in run_batch(left, desk, order, store=at.store):
                if one.error:
                    raise SystemExit(one.error)

    asyncio.run(go())


class Slow:
    """Vectors of hashed words, made no faster than a model would."""

    name = "words"
    sha256 = "0" * 64

    def embed(self, texts: Sequence[str]) -> Any:
        """Unit vectors, float32, shape (texts, 64)."""
        time.sleep(PACE_S)
        made = np.full((len(texts), 64), 1e-3, dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                made[row, zlib.crc32(word.encode()) % 64] += 1
        return made / np.linalg.norm(made, axis=1, keepdims=True)


def looked_at(base: Path, origins: Sequence[str]) -> dict[str, Any]:
    """What is in the database, the folder of reports and the archive."""
    from verify.archive import Archive
    from verify.config import load
    from verify.store import open_store

    settings = load(base / "verify.toml")
    with open_store(settings) as store:
        done = store.reports(superseded=True, limit=10 * len(origins))
        open_runs = store.reports(state="begun", limit=10 * len(origins))
    with Archive(settings.path(settings.archive.path)) as archive:
        damage = archive.verify_hashes()
    times = Counter(line.origin for line in done)
    folders = [p for p in (base / "reports").iterdir() if p.is_dir()]
    return {
        "data": "made",
        "n": len(origins),
        "reported_once": sum(times[o] == 1 for o in origins),
        "reported_twice": sum(n > 1 for n in times.values()),
        "left_open": len(open_runs),
        "report_folders": len(folders),
        "whole_reports": sum(whole(folder) for folder in folders),
        "archive_sound": damage.sound,
    }


def whole(folder: Path) -> bool:
    """Whether a report's files can be read and tell of the same article."""
    try:
        value = json.loads((folder / "report.json").read_text("utf-8"))
        text = (folder / "report.md").read_text("utf-8")
    except (OSError, ValueError):
        return False
    return bool(value["claims"]) and value["article"]["sha256"][:8] in text


if __name__ == "__main__":
    main()
