"""Numbers and dates: what share of rows gets a certain finding, and how many of those are right.

    python -m benchmarks.numbers --data FILE… [--limit N] [--out FILE]

Each file holds rows of claim, evidence and label, or the hand-written table of
`tests/cases/quantities.jsonl` (claim, passage, expected). `compare_ms` is what the cheap
features of `verify.checkers.features` cost a pair.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from verify.checkers.dates import Dates
from verify.checkers.features import compare
from verify.checkers.numbers import Numbers
from verify.ports import Case
from verify.types import (
    Article,
    Claim,
    Document,
    Entailment,
    Evidence,
    Finding,
    Kind,
    OfficeTerm,
    Passage,
    Stance,
    Timing,
)

OPEN = Entailment(0.0, 0.0, 1.0)
CHECKERS = (Numbers(), Dates())
# What a certain finding may be under each label. A set that does not tell refuted from
# not enough evidence allows both.
RIGHT = {
    "supports": {"supported", "supports"},
    "refutes": {"refuted", "refutes", "not_supported"},
}


class NoTerms:
    """No office terms: numbers need none."""

    def of(self, name: str) -> list[OfficeTerm]:
        """Nobody."""
        return []

    def holders(self, office: str, jurisdiction: str, on: object) -> list[OfficeTerm]:
        """Nobody."""
        return []


def rows(path: Path) -> Iterator[tuple[str, list[str], str]]:
    """(claim, passages, label)."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        for line in lines:
            row = json.loads(line)
            yield (
                row["claim"],
                row.get("evidence") or [row["passage"]],
                row.get("label") or row["expected"],
            )


def case(claim: str, passages: list[str]) -> tuple[Claim, Case]:
    """A claim and all that its checkers may look at."""
    documents = [
        Document("", text, f"https://example.org/{i}", "", None, "rows", "")
        for i, text in enumerate(passages)
    ]
    evidence = tuple(
        Evidence(Passage(d, 0, len(d.text)), 0, 0, OPEN, Stance.NEUTRAL, Timing.UNDATED)
        for d in documents
    )
    asked = Claim("c1", claim, claim, 0, len(claim), Kind.QUANTITY, 1.0)
    article = Article("", claim, None, None, "en", "")
    return asked, Case(article, (asked,), evidence, (), tuple(documents), NoTerms(), None)


def findings(claim: str, passages: list[str]) -> list[Finding]:
    """What the two checkers say."""
    asked, given = case(claim, passages)
    return [f for checker in CHECKERS for f in checker.check(asked, given)]


def measure(path: Path, limit: int, out: Path | None) -> dict[str, object]:
    """One file's figures; wrong certain findings go to `out`."""
    taken = list(rows(path))[:limit]
    certain = right = pairs = 0
    wrong: list[str] = []
    each: Counter[tuple[str, str, bool]] = Counter()
    for claim, passages, label in taken:
        said = [f for f in findings(claim, passages) if f.outcome.value != "notes"]
        certain += bool(said)
        good = all(label in RIGHT[f.outcome.value] for f in said)
        right += bool(said) and good
        each.update((f.checker, f.outcome.value, label in RIGHT[f.outcome.value]) for f in said)
        if said and not good:
            row = {"claim": claim, "label": label, "said": [f.explanation for f in said]}
            wrong.append(json.dumps(row))
    begun = time.perf_counter()
    for claim, passages, _ in taken:
        for passage in passages:
            compare(claim, passage)
            pairs += 1
    if out:
        out.write_text("".join(line + "\n" for line in wrong))
    return {
        "data": path.name.removesuffix(".gz").removesuffix(".jsonl"),
        "n": len(taken),
        "certain": round(certain / len(taken), 4) if taken else 0.0,
        "right": round(right / certain, 4) if certain else None,
        "wrong": certain - right,
        "by_checker": _by_checker(each),
        "compare_ms": round(1000 * (time.perf_counter() - begun) / max(1, pairs), 3),
    }


def _by_checker(each: Counter[tuple[str, str, bool]]) -> dict[str, dict[str, int]]:
    """Per checker and outcome: how many certain findings, and how many of them right."""
    return {
        f"{checker} {outcome}": {
            "n": each[checker, outcome, True] + each[checker, outcome, False],
            "right": each[checker, outcome, True],
        }
        for checker, outcome in sorted({key[:2] for key in each})
    }


def main() -> None:
    """Measure; one JSON line per file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", nargs="+", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=10**9)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    for path in args.data:
        print(json.dumps(measure(path, args.limit, args.out)), flush=True)


if __name__ == "__main__":
    main()
