"""Quality floors, held on samples small enough for continuous integration.

`benchmarks/floors.json` names the benchmark, its arguments and the least that each
figure may be. A floor only goes up, unless the commit that lowers it says why.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("VERIFY_DATA", ROOT.parent / "shared" / "data"))
FLOORS = json.loads((ROOT / "benchmarks" / "floors.json").read_text("utf-8"))


def figure(result: dict, path: str) -> float:
    """The figure at a dotted path of a benchmark's JSON object."""
    for part in path.split("."):
        result = result[part]
    return float(result)


@pytest.mark.parametrize("floor", FLOORS, ids=lambda f: f["name"])
def test_quality_does_not_fall_below_its_floor(floor):
    arguments = [str(DATA / a[1:]) if a.startswith("@") else a for a in floor["arguments"]]
    missing = [
        a
        for a, given in zip(floor["arguments"], arguments, strict=True)
        if a != given and not Path(given).exists()
    ]
    if missing:
        pytest.skip(f"the data set {missing[0][1:]} is not here: set VERIFY_DATA to its folder")
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{floor['benchmark']}", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    result = json.loads(done.stdout.strip().splitlines()[-1])
    fallen = {
        path: (figure(result, path), least)
        for path, least in floor["floors"].items()
        if figure(result, path) < least
    }
    assert fallen == {}, f"{floor['name']}: figure and floor {fallen}"
