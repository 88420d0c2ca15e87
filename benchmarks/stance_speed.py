"""How many (passage, claim) pairs a second the shipped stance model judges.

    python -m benchmarks.stance_speed --data DEV/fm2.jsonl.gz [--tokens 128] [--repeat 5]

Pairs are made from the file's evidence and claims, filled to so many tokens, and
judged in one call, as the pipeline does: tokenising, the network, the features, the
combination. `article_s` is what an article of 25 claims with 8 passages each costs at that
pace, with the two joint readings of each claim counted as pairs. One JSON object; medians.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import time
from pathlib import Path

from benchmarks import rows
from training.train_stance import base_weights, pair_tokenizer
from verify.models.stance import OnnxStance

PAIRS = 200
CLAIMS, PASSAGES, READINGS = 25, 8, 2


def pairs_of(path: Path, tokens: int) -> list[tuple[str, str]]:
    """PAIRS pairs whose passage and claim together have at least `tokens` tokens."""
    tokenizer = pair_tokenizer(base_weights())
    data = rows.read(path, PAIRS)
    words = itertools.cycle(" ".join(" ".join(r["evidence"]) for r in data).split())
    made = []
    for row in itertools.islice(itertools.cycle(data), PAIRS):
        passage = ""
        while len(tokenizer.encode(passage, row["claim"]).ids) < tokens:
            passage = f"{passage} {next(words)}".strip()
        made.append((passage, row["claim"]))
    return made


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tokens", type=int, default=128)
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    stance, pairs = OnnxStance(), pairs_of(args.data, args.tokens)
    stance.judge(pairs[:8])  # weights are read at the first call
    took = []
    for _ in range(args.repeat):
        begun = time.perf_counter()
        stance.judge(pairs)
        took.append(time.perf_counter() - begun)
    pace = len(pairs) / statistics.median(took)
    whole = CLAIMS * (PASSAGES + READINGS) / pace
    found = {"tokens": args.tokens, "pairs_per_s": round(pace, 1), "article_s": round(whole, 2)}
    print(json.dumps({**found, "slowest": round(len(pairs) / max(took), 1)}))


if __name__ == "__main__":
    main()
