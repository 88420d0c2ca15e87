"""Verdicts on rows of (claim, evidence, label), through the product's own code.

    python -m benchmarks.verdict --data shared/data/dev [--limit N] [--out FILE] [--strangers N]

A row's evidence becomes a document; passages, ranking, stance, checkers and `decide` are
the product's. With `--strangers N` the evidence of N other rows of the set lies beside it,
as it does among a desk's sources. `prediction` is the likeliest of the labels that the set
uses (a set without `nei` rows is a forced choice between two); `decided` and
`decided_error` are the product's own verdicts, which may also abstain. `partial` rows
count as `nei`: some of the claim is not there. `without_checkers` is what the stance model
alone says of the same rows.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import metrics, rows
from verify.brief import pool
from verify.checkers.terms import OfficeTable
from verify.claims.kinds import sort_of
from verify.decide import decide
from verify.judging import JUDGED, judge_all
from verify.models.embedder import MiniLmEmbedder
from verify.models.files import SHIPPED
from verify.models.grammar import SpacyGrammar
from verify.models.stance import OnnxStance
from verify.pipeline import Held, conclude
from verify.ports import Embedder, StanceModel, Vectors
from verify.rank import Ranker, passages
from verify.stating import Stating
from verify.types import (
    Article,
    Claim,
    Dated,
    Document,
    Evidence,
    Label,
    PartialDate,
    Ranked,
    Verdict,
    sha256,
)

CHUNK = 256  # rows judged in one batch
SAME = {"partial": "nei"}
OF_LABEL = {
    Label.SUPPORTED: "supported",
    Label.REFUTED: "refuted",
    Label.CONFLICTING: "conflicting",
}


class Remembering:
    """An embedder that embeds a chunk's texts in one call, and each text once."""

    def __init__(self, inner: Embedder) -> None:
        self._inner = inner
        self._known: dict[str, Any] = {}
        self.name, self.sha256 = inner.name, inner.sha256

    def learn(self, texts: Sequence[str]) -> None:
        """Embed what is new of `texts`; forget the rest."""
        new = sorted(set(texts) - set(self._known), key=len)
        self._known = {t: v for t, v in self._known.items() if t in set(texts)}
        self._known.update(zip(new, self._inner.embed(new), strict=True))

    def embed(self, texts: Sequence[str]) -> Vectors:
        """As the inner embedder."""
        if any(t not in self._known for t in texts):
            self.learn([*self._known, *texts])
        vectors = [self._known[t] for t in texts]
        return np.array(vectors, dtype=np.float32) if vectors else self._inner.embed([])


def as_claim(row: rows.Row) -> Claim:
    text = row["claim"]
    return Claim("c1", text, text, 0, len(text), sort_of(text, "").kind, 0.5)


def as_article(row: rows.Row) -> Article:
    """An article that consists of the claim, dated where the row is."""
    try:
        dated = Dated(PartialDate(str(row.get("date") or "")[:10]), "argument")
    except ValueError:
        dated = None
    return Article("", row["claim"], None, dated, "en", sha256(row["claim"]))


def as_documents(row: rows.Row) -> tuple[Document, ...]:
    """One document: the evidence strings are its paragraphs."""
    text = "\n\n".join(e.strip() for e in row["evidence"] if e.strip())
    return (Document("", text, "", "", None, "row", sha256(text)),) if text else ()


def _beside(data: Sequence[rows.Row], at: int, strangers: int) -> tuple[Document, ...]:
    """A row's own document, and those of so many other rows, spread evenly over the set."""
    step = max(1, len(data) // (strangers + 1))
    others = [data[(at + step * k) % len(data)] for k in range(1, strangers + 1)]
    apart = [o for o in others if o["evidence"] != data[at]["evidence"]]
    return tuple(d for row in (data[at], *apart) for d in as_documents(row))


def judged_rows(
    data: Sequence[rows.Row], stance: StanceModel, embedder: Embedder, strangers: int = 0
) -> Iterator[tuple[rows.Row, Verdict, tuple[Ranked, ...], float, int]]:
    """Each row with its verdict, its passages, and its share of stance seconds and pairs."""
    remembering, stating = Remembering(embedder), Stating(SpacyGrammar())
    for low in range(0, len(data), CHUNK):
        chunk = data[low : low + CHUNK]
        documents = [_beside(data, low + i, strangers) for i in range(len(chunk))]
        spans = [[p for d in docs for p in passages(d)] for docs in documents]
        claims = [as_claim(row) for row in chunk]
        remembering.learn([p.text for ps in spans for p in ps] + [c.text for c in claims])
        ranked = [
            Ranker(ps, remembering).rank([c], JUDGED)[0]
            for ps, c in zip(spans, claims, strict=True)
        ]
        begun = time.perf_counter()
        views, _ = judge_all(claims, ranked, stance)
        seconds = (time.perf_counter() - begun) / len(chunk)
        for row, claim, docs, found, (single, joint) in zip(
            chunk, claims, documents, ranked, views, strict=True
        ):
            held = Held(
                as_article(row), (claim,), docs, OfficeTable([]), remembering, stated=stating
            )
            verdict = conclude(claim, found, single, joint, held, ())
            yield row, verdict, found, seconds, len(found) + (joint is not None)


def probabilities(verdict: Verdict) -> dict[str, float]:
    """The claim's probabilities of supported, refuted and nei."""
    if verdict.rule in metrics.BY_CHECKER:
        sure = verdict.confidence
        side = OF_LABEL[verdict.label]
        return {k: sure if k == side else (1 - sure) / 2 for k in ("supported", "refuted", "nei")}
    return stance_alone(verdict)


def stance_alone(verdict: Verdict) -> dict[str, float]:
    """The probabilities that the stance model gives, whatever a checker found."""
    view = pool(verdict.evidence, verdict.joint)
    return {"supported": view.supports, "refuted": view.refutes, "nei": view.neutral}


def without_checkers(
    gold: list[str], verdicts: Sequence[Verdict], labels: set[str]
) -> dict[str, float]:
    """The figures that the same verdicts have where no checker is asked."""
    said = [forced(stance_alone(v), labels)[0] for v in verdicts]
    own = [decide(v.claim, _unread(v), (), v.gaps, v.joint) for v in verdicts]
    return {
        "accuracy": metrics.accuracy(gold, said),
        "macro_f1": metrics.macro_f1(gold, said),
        "balanced_accuracy": metrics.balanced(
            [g == "supported" for g in gold], [s == "supported" for s in said]
        ),
        **_decided(gold, own),
    }


def _unread(verdict: Verdict) -> list[Evidence]:
    """The evidence as it is where no checker has looked for the claim's own words in it."""
    return [replace(e, stated=False, stance=e.entailment.stance) for e in verdict.evidence]


def _decided(gold: list[str], verdicts: Sequence[Verdict]) -> dict[str, float]:
    """The share of claims that the product decides, and the share of those that is wrong."""
    decided = [
        (v.label, g)
        for v, g in zip(verdicts, gold, strict=True)
        if v.label in (Label.SUPPORTED, Label.REFUTED)
    ]
    wrong = sum(not _agrees(label, g) for label, g in decided)
    return {
        "decided": len(decided) / max(1, len(gold)),
        "decided_error": wrong / max(1, len(decided)),
    }


def forced(chances: dict[str, float], labels: set[str]) -> tuple[str, float]:
    """The likeliest label that the set uses, and its probability among those."""
    if "not_supported" in labels:
        options = {"supported": chances["supported"], "not_supported": 1 - chances["supported"]}
    else:
        options = {k: chances[k] for k in ("supported", "refuted", "nei") if k in labels}
    total = sum(options.values()) or 1.0
    best = max(options, key=lambda k: options[k])
    return best, options[best] / total


def measure(path: Path, args: argparse.Namespace) -> tuple[rows.Row, list[rows.Row]]:
    """The figures of one file, and a line for each row."""
    data = rows.read(path, args.limit)
    gold = [SAME.get(r["label"], r["label"]) for r in data]
    labels = set(gold)
    said, sure, lines, cosine, fuzzy = [], [], [], [], []
    seconds = pairs = 0.0
    verdicts: list[Verdict] = []
    for row, verdict, found, spent, count in judged_rows(
        data, args.stance_model, args.embedder_model, args.strangers
    ):
        chances = probabilities(verdict)
        prediction, confidence = forced(chances, labels)
        said.append(prediction)
        sure.append(confidence)
        verdicts.append(verdict)
        cosine.append(max((r.similarity for r in found), default=0.0))
        fuzzy.append(max((r.fuzzy for r in found), default=0.0))
        seconds, pairs = seconds + spent, pairs + count
        lines.append(_line(path, row, prediction, confidence, chances, verdict))
        if len(said) % CHUNK == 0:
            rows.say(f"{rows.name(path)}: {len(said)} of {len(data)}")
    figures = _figures(gold, said, sure, verdicts, cosine, fuzzy)
    speed = round(pairs / seconds, 1) if seconds else 0.0
    return {"data": rows.name(path), "n": len(data), **figures, "pairs_per_s": speed}, lines


def _line(
    path: Path,
    row: rows.Row,
    prediction: str,
    confidence: float,
    chances: dict[str, float],
    verdict: Verdict,
) -> rows.Row:
    return {
        "data": rows.name(path),
        "id": row["id"],
        "label": row["label"],
        "prediction": prediction,
        "confidence": round(confidence, 4),
        "probabilities": {k: round(v, 4) for k, v in chances.items()},
        "verdict": verdict.label,
        "rule": verdict.rule,
        "findings": [f"{f.checker}:{f.outcome}:{f.detail}" for f in verdict.findings],
    }


def _figures(
    gold: list[str],
    said: list[str],
    sure: list[float],
    verdicts: list[Verdict],
    cosine: list[float],
    fuzzy: list[float],
) -> rows.Row:
    right = [g == s for g, s in zip(gold, said, strict=True)]
    truth = [g == "supported" for g in gold]
    both = [c + f for c, f in zip(cosine, fuzzy, strict=True)]
    usual = metrics.majority(gold)
    figures = {
        "accuracy": metrics.accuracy(gold, said),
        "macro_f1": metrics.macro_f1(gold, said),
        "balanced_accuracy": metrics.balanced(truth, [s == "supported" for s in said]),
        "f1": {k: round(metrics.f1(gold, said, k), 4) for k in ("supported", "refuted", "nei")},
        "ece": metrics.ece(sure, right),
        "coverage_at_10_percent_error": metrics.coverage_at_error(sure, right),
        **_decided(gold, verdicts),
        "without_checkers": without_checkers(gold, verdicts, set(gold)),
        "baselines": {
            "majority": {
                "accuracy": metrics.accuracy(gold, [usual] * len(gold)),
                "balanced_accuracy": 0.5,
            },
            "cosine": {"balanced_accuracy": metrics.best_balanced(truth, cosine)},
            "fuzzy": {"balanced_accuracy": metrics.best_balanced(truth, fuzzy)},
            "cosine_fuzzy": {"balanced_accuracy": metrics.best_balanced(truth, both)},
        },
    }
    return _rounded(figures)


def _agrees(label: Label, gold: str) -> bool:
    return gold == OF_LABEL[label] or (gold == "not_supported" and label is Label.REFUTED)


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _rounded(v) for k, v in value.items()}
    return round(value, 4) if isinstance(value, float) else value


def main() -> None:
    """Measure the files given."""
    parser = rows.parser(__doc__)
    parser.add_argument("--strangers", type=int, default=0, help="other rows' documents beside")
    parser.add_argument("--model", type=Path, default=SHIPPED, help="the stance model's folder")
    args = parser.parse_args()
    args.stance_model = OnnxStance(args.model)
    args.embedder_model = MiniLmEmbedder()
    rows.run(args, measure, keys=("claim", "evidence", "label"))


if __name__ == "__main__":
    main()
