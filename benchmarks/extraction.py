"""Main-text extraction: F1 by four-gram shingles, as in scrapinghub/article-extraction-benchmark.

    python -m benchmarks.extraction --data DIR [--limit N] [--out FILE]

DIR holds `ground-truth.json` (`articleBody` by page id) and `html/<id>.html.gz` (or plain
`html/<id>.html`).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean

from verify.errors import SourceError
from verify.web.page import Given, read_page

SHINGLE = 4  # tokens
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True)
class Match:
    """One page: shares of its shingles that were right, too many and too few (they sum to one)."""

    id: str
    true: float
    false: float
    missing: float
    ms: float


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Four-token shingles with their counts; a shorter text is one shingle."""
    tokens = _TOKEN.findall(text or "")
    count = max(1, len(tokens) - SHINGLE + 1)
    return Counter(tuple(tokens[i : i + SHINGLE]) for i in range(count) if tokens)


def match(page: str, truth: str, found: str, ms: float) -> Match:
    """The benchmark's measure of one page: counts normalised so that each page weighs the same."""
    wanted, got = shingles(truth), shingles(found)
    true = sum((wanted & got).values())
    false = sum((got - wanted).values())
    missing = sum((wanted - got).values())
    total = (true + false + missing) or 1
    return Match(page, true / total, false / total, missing / total, ms)


def measure(matches: Sequence[Match]) -> dict[str, float]:
    """Mean precision and mean recall of the pages, their F1, and the mean time of one page.

    A page without any found (or wanted) text has no precision (or recall) and is left out of it.
    """
    found = [m for m in matches if m.true + m.false > 0]
    wanted = [m for m in matches if m.true + m.missing > 0]
    precision = fmean([m.true / (m.true + m.false) for m in found] or [0.0])
    recall = fmean([m.true / (m.true + m.missing) for m in wanted] or [0.0])
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    figures = {"f1": f1, "precision": precision, "recall": recall}
    return {k: round(v, 4) for k, v in figures.items()} | {
        "ms_per_page": round(fmean(m.ms for m in matches), 1)
    }


def page_bytes(data: Path, page: str) -> bytes:
    """The markup of a page of the set, packed or plain. Raises OSError where it is missing."""
    packed = data / "html" / f"{page}.html.gz"
    if packed.exists():
        return gzip.decompress(packed.read_bytes())
    return (data / "html" / f"{page}.html").read_bytes()


def run(data: Path, limit: int | None) -> list[Match]:
    """Extract every page of the set in this process."""
    truths = json.loads((data / "ground-truth.json").read_text("utf-8"))
    matches = []
    for page in sorted(truths)[:limit]:
        body = page_bytes(data, page)
        begun = time.perf_counter()
        try:
            # No address: the set measures main text, not the recognition of home pages.
            found = read_page(body, Given(content_type="text/html")).text
        except SourceError as error:
            print(f"{page}: {error}", file=sys.stderr)
            found = ""
        ms = 1000 * (time.perf_counter() - begun)
        matches.append(match(page, truths[page].get("articleBody") or "", found, ms))
    return matches


def main() -> None:
    """One JSON object for each data folder, a line each, on standard output."""
    parser = argparse.ArgumentParser(description="Main-text extraction: F1 by four-gram shingles.")
    parser.add_argument("--data", type=Path, nargs="+", required=True, metavar="DIR")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--out", type=Path, help="one line of JSON for each page")
    asked = parser.parse_args()
    read_page(b"<p>The first page pays for the imports.</p>" * 20, Given(content_type="text/html"))
    lines: list[str] = []
    for data in asked.data:
        matches = run(data, asked.limit)
        print(json.dumps({"data": str(data), "n": len(matches), **measure(matches)}))
        lines += [json.dumps({"data": str(data), **asdict(m)}) for m in matches]
    if asked.out:
        asked.out.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
