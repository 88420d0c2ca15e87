"""Origins: near-duplicates made by cutting, reordering and re-heading real articles.

    python -m benchmarks.origins --data DIRECTORY [--limit N] [--passages 100000]

DIRECTORY holds `ground-truth.json` with an `articleBody` per page. One copy in seven quotes two
sentences of another article, and still is no copy of that one. Pair precision and
recall over all pairs of documents, and the seconds that `--passages` passages take.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from verify.checkers.wording import sentence_spans
from verify.origins import Origin, origins
from verify.types import Article, Document

SEED = 5
COPIES = 6
HEADINGS = ("Update", "What we know", "Live", "Read more", "In brief", "Report")
NOBODY = Article("", "An article about something else.", None, None, "en", "")


def bodies(folder: Path) -> list[str]:
    """The article bodies, long ones only."""
    truth = json.loads((folder / "ground-truth.json").read_text())
    return [b for row in truth.values() if len(b := row.get("articleBody", "")) > 800]


def document(text: str, number: int) -> Document:
    """A page of a publisher of its own."""
    return Document("", text, f"https://site{number}.org/page", "", None, "pages", "")


def copies(text: str, rng: random.Random) -> Iterator[str]:
    """The text as it is, and as other desks would run it."""
    parts = [text[a:b] for a, b in sentence_spans(text)]
    yield text
    for _ in range(COPIES - 1):
        kept = list(parts)
        share = rng.choice((0.4, 0.6, 0.8, 1.0))
        start = rng.randrange(max(1, int(len(kept) * (1 - share)) + 1))
        kept = kept[start : start + max(4, int(len(kept) * share))]
        if rng.random() < 0.5:
            rng.shuffle(kept)
        if rng.random() < 0.5:
            kept.insert(0, f"{rng.choice(HEADINGS)}: {' '.join(parts[0].split()[:6])}.")
        yield " ".join(_edited(s, rng) for s in kept)


def borrowing(texts: Sequence[str], rng: random.Random) -> Iterator[tuple[int, str]]:
    """Each text with two sentences of the next one, as reports share a quoted statement."""
    for index, text in enumerate(texts):
        other = [o[a:b] for o in [texts[(index + 1) % len(texts)]] for a, b in sentence_spans(o)]
        parts = [text[a:b] for a, b in sentence_spans(text)]
        at, begin = rng.randrange(len(parts)), rng.randrange(max(1, len(other) - 1))
        yield index, " ".join([*parts[:at], *other[begin : begin + 2], *parts[at:]])


def _edited(sentence: str, rng: random.Random) -> str:
    """One sentence in five loses or changes a word, as a sub-editor would."""
    words = sentence.split()
    if len(words) > 6 and rng.random() < 0.2:
        del words[rng.randrange(1, len(words) - 1)]
    return " ".join(words)


def pairs(found: Sequence[Origin], truth: Sequence[int]) -> tuple[float, float]:
    """Pair precision and recall of a clustering."""
    both = _within(Counter(zip((o.id for o in found), truth, strict=True)).values())
    said, meant = _within(Counter(o.id for o in found).values()), _within(Counter(truth).values())
    return both / said if said else 1.0, both / meant


def _within(sizes: object) -> int:
    return sum(n * (n - 1) // 2 for n in sizes)  # type: ignore[attr-defined]


def passages(texts: Sequence[str], count: int, rng: random.Random) -> list[Document]:
    """Passages of forty words, half of them new mixtures of words, half of them copies."""
    pool = [w for t in texts for w in t.split()]
    made: list[Document] = []
    while len(made) < count:
        at = rng.randrange(len(pool) - 60)
        words = pool[at : at + 40]
        if rng.random() < 0.5:
            rng.shuffle(words)
        made.append(document(" ".join(words), len(made)))
    return made


def main() -> None:
    """Measure; one JSON line per data folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", nargs="+", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=10**9)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    for folder in args.data:
        rng = random.Random(SEED)
        texts = bodies(folder)[: args.limit]
        made = [(i, c) for i, text in enumerate(texts) for c in copies(text, rng)]
        made += list(borrowing(texts, rng))
        found = origins([document(c, n) for n, (_, c) in enumerate(made)], NOBODY)
        precision, recall = pairs(found, [i for i, _ in made])
        many = passages(texts, args.passages, rng)
        begun = time.perf_counter()
        origins(many, NOBODY)
        row = {
            "data": folder.name,
            "n": len(made),
            "pair_precision": round(precision, 4),
            "pair_recall": round(recall, 4),
            "passages": len(many),
            "seconds": round(time.perf_counter() - begun, 2),
        }
        print(json.dumps(row))
        if args.out:
            args.out.write_text(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
