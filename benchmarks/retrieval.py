"""Retrieval: does the fused ranking bring the right passage to the top?

    python -m benchmarks.retrieval --corpus C --queries Q --qrels T [--split devtest]
    python -m benchmarks.retrieval --data wice_doc.jsonl.gz fm2.jsonl.gz

With a corpus: MAP@5 and recall@10 for BM25, embeddings, fuzzy and the fusion.
With `--data`: recall@5 of the evidence sentences within each row's own pool.
"""

from __future__ import annotations

import argparse
import csv
import gzip
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks import rows
from verify.models.embedder import MiniLmEmbedder
from verify.rank import Ranker
from verify.types import Claim, Document, Kind, Passage, sha256

DEEP = 100  # how deep each single ranking is read


def passage(text: str, title: str = "") -> Passage:
    """A whole text as one passage."""
    return Passage(Document(title, text, "", "", None, "corpus", sha256(text)), 0, len(text))


def claim(text: str) -> Claim:
    """A query as a claim."""
    return Claim("q", text, text, 0, len(text), Kind.EVENT, 0.5)


def average_precision(order: Sequence[str], wanted: set[str], at: int) -> float:
    """Average precision of the first `at` places."""
    hits = total = 0.0
    for place, one in enumerate(order[:at], 1):
        if one in wanted:
            hits += 1
            total += hits / place
    return total / max(1, min(len(wanted), at))


def read_qrels(path: Path, split: str) -> dict[str, set[str]]:
    """query id → ids of the documents that answer it."""
    opened = gzip.open if path.suffix == ".gz" else open
    wanted: dict[str, set[str]] = defaultdict(set)
    with opened(path, "rt", encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter="\t"):
            if row[0] != "query_id" and float(row[2]) > 0 and split in ("all", *row[3:4]):
                wanted[row[0]].add(row[1])
    return wanted


def corpus_figures(args: argparse.Namespace) -> rows.Row:
    """MAP@5 and recall@10 over a corpus."""
    corpus = rows.read(args.corpus)
    wanted = read_qrels(args.qrels, args.split)
    queries = [q for q in rows.read(args.queries) if q["_id"] in wanted]
    queries = queries[: args.limit] if args.limit else queries
    texts = [" ".join(filter(None, (r.get("title"), r.get("subtitle"), r["text"]))) for r in corpus]
    ids = [r["_id"] for r in corpus]
    ranker = Ranker([passage(t) for t in texts], MiniLmEmbedder())
    asked = [q["text"] for q in queries]
    bm25, fuzzy = ranker.lexical(asked)
    columns = {"bm25": bm25, "fuzzy": fuzzy, "embeddings": ranker.similarity(asked)}
    orders = {
        method: [[ids[i] for i in np.argsort(-row, kind="stable")[:DEEP]] for row in scores]
        for method, scores in columns.items()
    }
    # The fusion is the product's own, candidates and all.
    place = {id(p): i for p, i in zip(ranker.passages, ids, strict=True)}
    fused = ranker.rank([claim(t) for t in asked], DEEP)
    orders["fusion"] = [[place[id(r.passage)] for r in found] for found in fused]
    gold = [wanted[q["_id"]] for q in queries]
    figures = {method: ranking_figures(order, gold) for method, order in orders.items()}
    name = rows.name(args.corpus)
    return {
        "data": f"{name}:{args.split}",
        "n": len(queries),
        **figures["fusion"],
        "methods": figures,
    }


def ranking_figures(orders: Sequence[Sequence[str]], gold: Sequence[set[str]]) -> dict[str, float]:
    """MAP@5 and recall@10 of the orders found."""
    precision = [average_precision(o, g, 5) for o, g in zip(orders, gold, strict=True)]
    recall = [len(g & set(o[:10])) / len(g) for o, g in zip(orders, gold, strict=True)]
    return {
        "map_at_5": round(float(np.mean(precision)), 4),
        "recall_at_10": round(float(np.mean(recall)), 4),
    }


def sentence_figures(path: Path, limit: int) -> rows.Row:
    """recall@5 of evidence sentences within each row's own pool of sentences."""
    embedder = MiniLmEmbedder()
    recalls = []
    for row in rows.read(path, limit):
        pool, gold = _pool(row)
        if not gold or len(pool) <= 5:
            continue
        ranker = Ranker([passage(t) for t in pool], embedder)
        best = {r.passage.text for r in ranker.rank([claim(row["claim"])], 5)[0]}
        recalls.append(len(gold & best) / min(5, len(gold)))
    return {
        "data": rows.name(path),
        "n": len(recalls),
        "recall_at_5": round(float(np.mean(recalls)), 4),
    }


def _pool(row: rows.Row) -> tuple[list[str], set[str]]:
    """The sentences to choose from, and those that are evidence."""
    if "retrieved" in row:
        gold = set(row["evidence"])
        return list(dict.fromkeys([*row["evidence"], *row["retrieved"]])), gold
    texts = row["evidence"]
    flat = {
        i
        for group in row.get("gold_idx") or []
        for i in (group if isinstance(group, list) else [group])
    }
    return texts, {texts[i] for i in flat if i < len(texts)}


def main() -> None:
    """Measure the corpus or the files given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--queries", type=Path)
    parser.add_argument("--qrels", type=Path)
    parser.add_argument("--split", default="devtest", help="train, dev, devtest or all")
    parser.add_argument("--data", type=Path, nargs="*", default=[])
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    if args.corpus:
        if not (args.queries and args.qrels):
            parser.error("--corpus needs --queries and --qrels")
        rows.emit(corpus_figures(args))
    for path in rows.files(args.data):
        rows.emit(sentence_figures(path, args.limit))


if __name__ == "__main__":
    main()
