"""Quotations: sentences of real pages quoted verbatim, altered, cut, and put in other mouths.

    python -m benchmarks.quotes --data DIRECTORY [--limit N] [--out FILE] [--paraphrase FILE]

DIRECTORY holds `ground-truth.json` with an `articleBody` per page. Speakers are names
that the pages themselves give. Per outcome: precision, recall, n. `--paraphrase` takes rows
of claim, evidence and label, and prints which shares of the supported pairs, of the refuted
pairs and of the best of sixty unrelated sentences lie above each cosine.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from verify.checkers.quotes import Quotes
from verify.checkers.quotes_read import quotations
from verify.checkers.wording import sentence_spans
from verify.ports import Case
from verify.types import Article, Claim, Document, Finding, Kind, OfficeTerm

SEED = 11
WORDS = (8, 40)  # length of the sentences quoted
# Kept apart from the checker's own table: a sentence that has one of these loses it.
HEDGES = (
    "not never might may could probably perhaps almost nearly possibly likely about partly"
    " reportedly allegedly usually generally would only"
).split()
NAME_SAID = re.compile(
    r"\b([A-Z][a-z]+ [A-Z][a-z]{2,})(?:,[^,.]{3,40},)? (?:said|says|told|wrote)\b"
)
TEMPLATES = (
    "{name} said: “{quote}”",
    "“{quote},” said {name}.",
    '"{quote}," {name} said.',
    "According to {name}, “{quote}”",
    "‘{quote},’ {name} told reporters.",
)
IN_PAGE = (
    " “{quote},” said {name}. ",
    " {name} said: “{quote}.” ",
    ' "{quote}," {name} told the newspaper. ',
)


class NoTerms:
    """No office terms: quotations need none."""

    def of(self, name: str) -> list[OfficeTerm]:
        """Nobody."""
        return []

    def holders(self, office: str, jurisdiction: str, on: object) -> list[OfficeTerm]:
        """Nobody."""
        return []


def pages(folder: Path) -> list[str]:
    """The article bodies, long ones only."""
    truth = json.loads((folder / "ground-truth.json").read_text())
    return [b for row in truth.values() if len(b := row.get("articleBody", "")) > 600]


def sentences(text: str) -> list[str]:
    """Sentences without quotation marks, brackets and line breaks, of a fair length."""
    found = (text[a:b].strip() for a, b in sentence_spans(text))
    return [
        s.rstrip(".")
        for s in found
        if WORDS[0] <= len(s.split()) <= WORDS[1]
        and s.endswith(".")
        and not re.search(r"[“”\"‘«(\[\n…]|\.\.", s)
    ]


def spoken(sentence: str, body: str) -> bool:
    """Does the sentence stand inside a quotation of its page already?"""
    at = body.find(sentence)
    return any(q.start <= at < q.end for q in quotations(body))


def rows(bodies: list[str], rng: random.Random) -> Iterator[tuple[str, str, str]]:
    """(expected outcome, claim, page with the sentence spoken in it)."""
    names = sorted({n for b in bodies for n in NAME_SAID.findall(b)})
    pool = [w for b in bodies for w in re.findall(r"\b[a-z]{5,}\b", b)]
    for index, body in enumerate(bodies):
        quotable = [s for s in sentences(body) if not spoken(s, body)]
        rng.shuffle(quotable)
        for quote in quotable[:6]:
            name, other = rng.sample(names, 2)
            if name.split()[-1] == other.split()[-1] or name in body or other in body:
                continue
            page = body.replace(quote + ".", rng.choice(IN_PAGE).format(quote=quote, name=name))
            for expected, words, speaker in variants(quote, name, other, pool, rng):
                claim = rng.choice(TEMPLATES).format(quote=words, name=speaker)
                yield expected, claim, page
            away = bodies[(index + 7) % len(bodies)]
            if quote not in away:
                yield "not_found", rng.choice(TEMPLATES).format(quote=quote, name=name), away


def variants(
    quote: str, name: str, other: str, pool: list[str], rng: random.Random
) -> Iterator[tuple[str, str, str]]:
    """The sentence verbatim, from another mouth, with a word changed, with a hedge dropped."""
    yield "verbatim", quote, name
    yield "other_speaker", quote, other
    content = [
        m for m in re.finditer(r"(?<=\s)[a-z]{5,}(?=[\s,])", quote) if m.group() not in HEDGES
    ]
    if content:
        spot = rng.choice(content)
        word = rng.choice([w for w in pool[:4000] if w[:4] != spot.group()[:4] and w not in HEDGES])
        yield "changed_word", quote[: spot.start()] + word + quote[spot.end() :], name
    hedge = next((m for h in HEDGES if (m := re.search(rf"\s{h}(?=\s)", quote))), None)
    if hedge:
        yield "cut_hedge", quote[: hedge.start()] + quote[hedge.end() :], name


def outcome(claim: str, page: str) -> tuple[str, Finding | None]:
    """What the checker says of a claim when it has one page to look at."""
    document = Document("", page, "https://example.org/page", "example.org", None, "pages", "")
    article = Article("", claim, None, None, "en", "")
    asked = Claim("c1", claim, claim, 0, len(claim), Kind.QUOTATION, 1.0)
    found = Quotes().check(asked, Case(article, (asked,), (), (), (document,), NoTerms(), None))
    if not found:
        return "nothing", None
    first = found[0]
    certain = first.outcome.value != "notes" or first.detail in {"not_found"}
    return (first.detail if certain else f"notes:{first.detail}"), first


def score(pairs: list[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Precision and recall per outcome."""
    said, meant, right = (
        Counter(p for _, p in pairs),
        Counter(e for e, _ in pairs),
        Counter(e for e, p in pairs if e == p),
    )
    return {
        k: {
            "precision": round(right[k] / said[k], 4) if said[k] else 0.0,
            "recall": round(right[k] / meant[k], 4),
            "n": meant[k],
        }
        for k in meant
    }


def cosines(path: Path, limit: int) -> dict[str, dict[str, float]]:
    """Shares of pairs at or above a cosine: supported, refuted, best of sixty unrelated."""
    import numpy as np

    from verify.models.embedder import MiniLmEmbedder

    with gzip.open(path, "rt") as lines:
        taken = [r for r in map(json.loads, lines) if len(r["claim"].split()) >= WORDS[0]]
    kinds = {k: [r for r in taken if r["label"] == k][:limit] for k in ("supported", "refuted")}
    embedder = MiniLmEmbedder()
    ours = {k: embedder.embed([r["claim"] for r in v]) for k, v in kinds.items()}
    theirs = {k: embedder.embed([r["evidence"][0] for r in v]) for k, v in kinds.items()}
    shares = {k: (ours[k] * theirs[k]).sum(axis=1) for k in kinds}
    every = ours["supported"] @ theirs["supported"].T
    np.fill_diagonal(every, -1)
    chosen = np.random.default_rng(SEED).permuted(every, axis=1)[:, :60]
    shares["unrelated"] = chosen.max(axis=1)
    steps = (0.45, 0.5, 0.55, 0.6, 0.7)
    return {k: {str(t): round(float((v >= t).mean()), 3) for t in steps} for k, v in shares.items()}


def main() -> None:
    """Measure; one JSON line per data folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", nargs="+", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=10**9)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--paraphrase", type=Path)
    args = parser.parse_args()
    if args.paraphrase:
        print(json.dumps({"data": args.paraphrase.name, "shares": cosines(args.paraphrase, 250)}))
    for folder in args.data:
        pairs: list[tuple[str, str]] = []
        misses: list[str] = []
        for expected, claim, page in list(rows(pages(folder), random.Random(SEED)))[: args.limit]:
            got, finding = outcome(claim, page)
            pairs.append((expected, got))
            if got != expected:
                row = {"expected": expected, "got": got, "claim": claim}
                misses.append(json.dumps(row | {"finding": finding and finding.explanation}))
        if args.out:
            args.out.write_text("\n".join(misses) + "\n")
        print(json.dumps({"data": folder.name, "n": len(pairs), "outcomes": score(pairs)}))
    print(f"seed {SEED}", file=sys.stderr)


if __name__ == "__main__":
    main()
