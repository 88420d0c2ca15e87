"""Our claims against human atomic facts.

    python -m benchmarks.claims --data decomposition/factscore_a.jsonl.gz

A claim and a human fact match where at least 80 % of the fact's content lemmas are
in the claim and at least 50 % of the claim's are in the fact: overlap both ways,
so that neither a whole sentence nor a single word wins. The words of a row's
`topic` (the person of a biography) count on neither side, because those annotators
left its pronouns as they were; with `decontext` every word counts.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verify.claims import extract_claims, split_sentences
from verify.claims.verbs import BASES
from verify.types import Article, sha256

FACT_IN_CLAIM = 0.8
CLAIM_IN_FACT = 0.5
STOP = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been being has have had"
    " do does did that this these those it its he she they him his her their them who which whose what"
    " when where there s also both one such into about than then so not".split()
)
WORD = re.compile(r"[^\W_]+")
PUNCTUATION = re.compile(r"[,;:()—–]| - ")
LED = re.compile(
    r"(?:However, |Additionally, |Overall, |In addition, |Therefore, )?"
    r"(?P<lead>He|She|It|They|His|Her|Its|Their|[A-Z][a-z]+(?='s | (?:is|was|has|had|did|does|\w+ed) ))\b"
)

Row = dict[str, Any]


@dataclass(frozen=True)
class EvenWorth:
    """Check-worthiness plays no part in these figures."""

    name: str = "even"
    sha256: str = ""

    def worth(self, texts: Sequence[str]) -> list[float]:
        """One half for each text."""
        return [0.5] * len(texts)


def lemmas(text: str, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """Content words, lower-cased, verbs and plurals at their base."""
    found = set()
    for word in WORD.findall(text.lower()):
        if word in STOP or word in without:
            continue
        base = BASES.get(word, word)
        if base == word and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
            base = word[:-3] + "y" if word.endswith("ies") else word[:-1]
        found.add(base)
    return frozenset(found) - without


def matches(fact: frozenset[str], claim: frozenset[str]) -> bool:
    """The match rule: overlap both ways."""
    if not fact or not claim:
        return False
    common = len(fact & claim)
    return common >= FACT_IN_CLAIM * len(fact) and common >= CLAIM_IN_FACT * len(claim)


Splitter = Callable[[Row], list[str]]


class Ours:
    """Claims of the row's sentence, found by their span in the claims of the whole context."""

    def __init__(self) -> None:
        self.known: dict[str, list[tuple[int, int, str]]] = {}

    def __call__(self, row: Row) -> list[str]:
        context, sentence = row["context"], row["sentence"].strip()
        if context not in self.known:
            article = Article("", context, None, None, "en", sha256(context))
            self.known[context] = [
                (c.start, c.end, c.text)
                for c in extract_claims(article, worth=EvenWorth())
            ]
        # Annotators' copies differ in white space, and some leave out a later part.
        words = sentence.split()
        found = _find(words, context) or _find(words[:6], context)
        if not found:
            article = Article("", sentence, None, None, "en", sha256(sentence))
            return [c.text for c in extract_claims(article, worth=EvenWorth())]
        begin, end = found.start(), max(found.end(), found.start() + len(sentence))
        return [text for s, e, text in self.known[context] if begin <= (s + e) // 2 < end]


def _find(words: Sequence[str], context: str) -> re.Match[str] | None:
    return re.search(r"\s*".join(map(re.escape, words)), context)


def whole_sentence(row: Row) -> list[str]:
    """Baseline: the sentence is the claim."""
    return [row["sentence"]]


def punctuation(row: Row) -> list[str]:
    """Baseline: cut at commas, semicolons, colons, dashes and brackets."""
    return [part.strip() for part in PUNCTUATION.split(row["sentence"]) if len(part.split()) > 1]


def score(rows: Sequence[Row], split: Splitter) -> dict[str, float]:
    """coverage, precision and atomicity (claims per human fact) over all rows with facts."""
    facts = covered = claims = right = 0
    for row in rows:
        topic = lemmas(row.get("topic", "")) if "topic" in row else frozenset()
        human = [f for f in (lemmas(c, topic) for c in row["claims"]) if f]
        ours = [c for c in (lemmas(c, topic) for c in split(row)) if c]
        facts, claims = facts + len(human), claims + len(ours)
        covered += sum(any(matches(f, c) for c in ours) for f in human)
        right += sum(any(matches(f, c) for f in human) for c in ours)
    return {
        "coverage": round(covered / max(1, facts), 4),
        "precision": round(right / max(1, claims), 4),
        "atomicity": round(claims / max(1, facts), 4),
    }


def put_in_place(sentence: str, lead: str, rewritten: str) -> frozenset[str]:
    """What the annotators wrote where the sentence had its lead: `He was` → `Jane Roe was`."""
    after = sentence.split(lead, 1)[1].split()[:2]
    follows = re.search(r"\s".join(map(re.escape, after)), rewritten) if after else None
    return lemmas(rewritten[: follows.start()]) - lemmas(sentence) if follows else frozenset()


def standing_alone(rows: Sequence[Row], split: Splitter) -> dict[str, float]:
    """Of the sentences led by a third-person pronoun or a bare surname that the annotators
    replaced: the share with a claim that begins with all the words they put in its place."""
    asked = resolved = 0
    for row in rows:
        lead = LED.match(row["sentence"])
        if not lead:
            continue
        wanted = put_in_place(row["sentence"], lead.group("lead"), row["decontext"])
        if not wanted:
            continue
        asked += 1
        resolved += any(
            len(wanted & lemmas(claim)) >= FACT_IN_CLAIM * len(wanted) for claim in split(row)
        )
    return {"standing_alone": round(resolved / max(1, asked), 4), "standing_alone_n": asked}


def read(path: Path, limit: int | None = None) -> Iterator[Row]:
    """The rows of a gzip-compressed or plain JSON-lines file."""
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    with opened as file:
        for number, line in enumerate(file):
            if limit is not None and number >= limit:
                return
            yield json.loads(line)


def measure(path: Path, limit: int | None = None) -> dict[str, Any]:
    """All figures of one file."""
    ours = Ours()
    rows = [r for r in read(path, limit) if r["claims"]]
    result: dict[str, Any] = {"data": path.name, "n": len(rows), **score(rows, ours)}
    if rows and "decontext" in rows[0]:
        result |= standing_alone(rows, ours)
    result["match"] = f"fact in claim >= {FACT_IN_CLAIM}, claim in fact >= {CLAIM_IN_FACT}, content lemmas"
    result["baselines"] = {
        "sentence": score(rows, whole_sentence),
        "punctuation": score(rows, punctuation),
    }
    return result


def write_rows(path: Path, out: Path, limit: int | None) -> None:
    """One line a row: human facts, our claims, which of each matched."""
    ours = Ours()
    with out.open("w", encoding="utf-8") as file:
        for row in read(path, limit):
            topic = lemmas(row.get("topic", "")) if "topic" in row else frozenset()
            texts = ours(row)
            human = [lemmas(c, topic) for c in row["claims"]]
            claims = [lemmas(c, topic) for c in texts]
            line = {
                "id": row["id"],
                "sentence": row["sentence"],
                "facts": [[c, any(matches(f, x) for x in claims)] for c, f in zip(row["claims"], human, strict=True)],
                "claims": [[t, any(matches(f, x) for f in human)] for t, x in zip(texts, claims, strict=True)],
            }
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """One JSON object per data file on standard output."""
    import argparse

    parser = argparse.ArgumentParser(prog="python -m benchmarks.claims", description=__doc__)
    parser.add_argument("--data", nargs="+", type=Path, required=True)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    for path in options.data:
        print(json.dumps(measure(path, options.limit)), flush=True)
        if options.out:
            write_rows(path, options.out, options.limit)
            print(f"rows of {path.name} written to {options.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
