"""Test tools that only npm has: fetched once, at a pinned version, kept between runs.

Where npm, the registry or Java is missing, the test that needs them is skipped with the reason.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
import tempfile
from functools import cache
from pathlib import Path

import pytest

AXE = ("axe-core", "4.14.1", "axe.min.js")
VNU = ("vnu-jar", "26.9.27", "build/dist/vnu.jar")
CACHE = Path.home() / ".cache" / "verification-desk-tests"


def axe() -> str:
    """axe-core as one script."""
    return _kept(*AXE).read_text("utf-8")


def nu_messages(pages: dict[str, str]) -> dict[str, list[str]]:
    """Page (name → HTML) → the Nu HTML checker's errors and warnings, a line each."""
    if shutil.which("java") is None:
        pytest.skip("no Java here (the Nu checker needs it): apt-get install default-jre-headless")
    jar = _kept(*VNU)
    with tempfile.TemporaryDirectory() as folder:
        for name, html in pages.items():
            (Path(folder) / f"{name}.html").write_text(html, "utf-8")
        done = subprocess.run(
            ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--stdout", folder],
            capture_output=True, text=True, timeout=250, check=False,
        )  # fmt: skip
    found: dict[str, list[str]] = {name: [] for name in pages}
    for message in json.loads(done.stdout)["messages"]:
        line = f"{message['type']}: {message['message']} ({message.get('extract', '')!r})"
        found[Path(message["url"]).stem].append(line)
    return found


@cache
def _kept(package: str, version: str, member: str) -> Path:
    """A file of an npm package, from the cache or the registry."""
    kept = CACHE / f"{package}-{version}" / Path(member).name
    if kept.exists():
        return kept
    if shutil.which("npm") is None:
        pytest.skip(f"no npm here, which brings {package}: apt-get install npm")
    with tempfile.TemporaryDirectory() as folder:
        packed = _packed(f"{package}@{version}", Path(folder))
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tarfile.open(packed) as archive:
            source = archive.extractfile(f"package/{member}")
            assert source is not None
            aside = kept.with_suffix(".part")
            aside.write_bytes(source.read())
            aside.replace(kept)
    return kept


def _packed(package: str, folder: Path) -> Path:
    """The package as the registry has it; npm compares it with the registry's hash."""
    command = ["npm", "pack", package, "--silent", "--fetch-retries=1", "--pack-destination", "."]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=150, check=False, cwd=folder
        )
    except subprocess.TimeoutExpired:
        pytest.skip(f"the npm registry did not answer in time for {package}")
    found = next(folder.glob("*.tgz"), None)
    if done.returncode or found is None:
        pytest.skip(f"npm could not fetch {package}: {done.stderr.strip()[-200:]}")
    return found
