"""Let a larger network judge pairs, from which the small one that ships learns.

    python -m training.train_stance --data ../shared/data --base FOLDER --out build/teacher \\
        --minutes 95 --rate 4e-5 --tokens 3072
    python -m training.teach --data ../shared/data --base FOLDER \\
        --weights build/teacher/stance.pt --out build/taught.jsonl.gz --minutes 60

Annotated pairs are few. A teacher gives each of them the probability of every label, and has
an opinion on pairs that nobody has labelled: annotated ones in which something was changed,
claims beside other passages (Hinton et al., 2015; Jiao et al., 2020, "TinyBERT"). Pairs are
written as they are judged; a run that is cut short loses the last few. The judgements are kept
for `train_stance --taught`, and are not redistributed: they hold the sets' texts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch

from training.neighbours import word_neighbours
from training.stance_rows import Mixture, Row
from training.train_stance import (
    WINDOW,
    base_weights,
    batches,
    begun_from,
    pair_tokenizer,
    to_tensors,
)
from training.unlabelled import unlabelled
from training.written import FOLDER


def pairs(mixture: Mixture, seed: int, share: float) -> Iterator[Row]:
    """Annotated, perturbed and unlabelled pairs without end, no pair twice."""
    seen: set[tuple[str, str]] = set()
    while True:
        rows = mixture.one_pass(seed) + unlabelled(mixture, seed, share)
        random.Random(seed).shuffle(rows)
        for row in rows:
            if (row.passage, row.claim) not in seen:
                seen.add((row.passage, row.claim))
                yield row
        seed += 1


def teach(args: argparse.Namespace) -> None:
    """Judge pairs until the time is over."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if device == "cpu":
        torch.set_num_threads(args.threads)
    model = begun_from(args.base, args.weights)
    # Judging in bfloat16 gives the labels of float32 (99.7 % of 750 pairs) at twice the speed.
    model.to(device, torch.bfloat16).eval()
    tokenizer = pair_tokenizer(args.base)
    mixture = Mixture(args.data, word_neighbours(base_weights()), args.stories)
    source = pairs(mixture, args.seed, args.share)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    begun, judged = time.monotonic(), 0
    while time.monotonic() - begun < args.minutes * 60:
        rows = [next(source) for _ in range(WINDOW)]
        lines = []
        for batch in batches(tokenizer, rows, args.tokens, random.Random(0)):
            inputs, _ = to_tensors(batch, device)
            with torch.inference_mode():
                said = model.read(**inputs)[0].float().softmax(-1).tolist()
            for (*_, row), taught in zip(batch, said, strict=True):
                lines.append(json.dumps({
                    "set": row.set, "passage": row.passage, "claim": row.claim,
                    "allowed": row.allowed, "taught": [round(p, 4) for p in taught],
                }))  # fmt: skip
        with gzip.open(args.out, "at", encoding="utf-8") as out:
            out.writelines(f"{line}\n" for line in lines)
        judged += len(lines)
        print(f"{time.monotonic() - begun:7.0f} s  judged {judged}", flush=True)


def main() -> None:
    """Judge, and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="the teacher's base model")
    parser.add_argument("--weights", type=Path, required=True, help="the teacher: stance.pt")
    parser.add_argument("--out", type=Path, default=Path("build/taught.jsonl.gz"))
    parser.add_argument("--stories", type=Path, default=FOLDER, help="folder of the own stories")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--share", type=float, default=1.0, help="of the unlabelled pairs, a pass")
    parser.add_argument("--tokens", type=int, default=4096, help="tokens in a batch")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=900)
    teach(parser.parse_args())


if __name__ == "__main__":
    main()
