"""Our claims against human atomic facts.

    python -m benchmarks.claims --data decomposition/factscore_a.jsonl.gz

A claim and a human fact match where at least 80 % of the fact's content lemmas are
in the claim and at least 50 % of the claim's are in the fact: overlap both ways,
so that neither a whole sentence nor a single word wins. The words of a row's
`topic` (the person of a biography) count on neither side, because those annotators
left its pronouns as they were; with `decontext` every word counts.

`--match stance`: they match where the stance model finds that each supports the
other; `said` and `saying` are the same one way, the share of facts that some claim
says (a whole sentence says nearly all) and of claims that say some fact.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks import rows
from benchmarks.rows import Row
from verify.claims import extract_claims
from verify.claims.verbs import BASES
from verify.models.grammar import SpacyGrammar
from verify.models.stance import OnnxStance
from verify.ports import StanceModel
from verify.stating import EvenWorth
from verify.types import Article, sha256

FACT_IN_CLAIM = 0.8
CLAIM_IN_FACT = 0.5
STOP = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been being has"
    " have had"
    " do does did that this these those it its he she they him his her their them who which"
    " whose what"
    " when where there s also both one such into about than then so not dr mr mrs ms prof".split()
)
WORD = re.compile(r"[^\W_]+")
PUNCTUATION = re.compile(r"[,;:()—–]| - ")
LED = re.compile(
    r"(?:However, |Additionally, |Overall, |In addition, |Therefore, )?"
    r"(?P<lead>He|She|It|They|His|Her|Its|Their|[A-Z][a-z]+(?='s | (?:is|was|has|had|did|does"
    r"|\w+ed) ))\b"
)


def lemmas(text: str, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """Content words, lower-cased, verbs and plurals at their base."""
    found = set()
    for word in WORD.findall(text.lower()):
        if word in STOP or word in without:
            continue
        base = BASES.get(word, word)
        if (
            base == word
            and len(word) > 3
            and word.endswith("s")
            and not word.endswith(("ss", "us", "is"))
        ):
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
Matched = NDArray[np.bool_]  # (human facts, our claims) of one row
EVEN = 0.5  # support likelier than not
MATCHES = {
    "words": f"content lemmas; fact in claim >= {FACT_IN_CLAIM}, claim in fact >= {CLAIM_IN_FACT}",
    "stance": f"the stance model: each supports the other with more than {EVEN}",
}


class Ours:
    """Claims of the row's sentence, found by their span in the claims of the whole context."""

    def __init__(self) -> None:
        self.known: dict[str, list[tuple[int, int, str]]] = {}
        self.grammar = SpacyGrammar()

    def __call__(self, row: Row) -> list[str]:
        context, sentence = row["context"], row["sentence"].strip()
        if context not in self.known:
            article = Article("", context, None, None, "en", sha256(context))
            self.known[context] = [
                (c.start, c.end, c.text)
                for c in extract_claims(article, worth=EvenWorth(), grammar=self.grammar)
            ]
        # Annotators' copies differ in white space and case, and some leave out a later part.
        words = sentence.split()
        found = _find(words, context) or _find(words[:6], context)
        if not found:
            article = Article("", sentence, None, None, "en", sha256(sentence))
            return [
                c.text for c in extract_claims(article, worth=EvenWorth(), grammar=self.grammar)
            ]
        begin, end = found.start(), max(found.end(), found.start() + len(sentence))
        return [text for s, e, text in self.known[context] if begin <= (s + e) // 2 < end]


def _find(words: Sequence[str], context: str) -> re.Match[str] | None:
    return re.search(r"\s*".join(map(re.escape, words)), context, re.IGNORECASE)


def whole_sentence(row: Row) -> list[str]:
    """Baseline: the sentence is the claim."""
    return [row["sentence"]]


def punctuation(row: Row) -> list[str]:
    """Baseline: cut at commas, semicolons, colons, dashes and brackets."""
    return [part.strip() for part in PUNCTUATION.split(row["sentence"]) if len(part.split()) > 1]


def score(found: Sequence[Row], split: Splitter) -> dict[str, float]:
    """coverage, precision and atomicity (claims per human fact) over all rows."""
    return _shares([_by_words(row, split(row)) for row in found])


def _by_words(row: Row, texts: Sequence[str]) -> Matched:
    human, ours = _sides(row, texts)
    human, ours = [f for f in human if f], [c for c in ours if c]
    table = [matches(f, c) for f in human for c in ours]
    return np.array(table, dtype=bool).reshape(len(human), len(ours))


def _shares(rows_matched: Sequence[Matched]) -> dict[str, float]:
    facts, claims = (sum(m.shape[side] for m in rows_matched) for side in (0, 1))
    covered = sum(int(m.any(axis=1).sum()) for m in rows_matched)
    right = sum(int(m.any(axis=0).sum()) for m in rows_matched)
    return {
        "coverage": round(covered / max(1, facts), 4),
        "precision": round(right / max(1, claims), 4),
        "atomicity": round(claims / max(1, facts), 4),
    }


def score_by_stance(found: Sequence[Row], split: Splitter, stance: StanceModel) -> dict[str, float]:
    """As `score`, a match being support both ways; `said` and `saying` ask for one way only."""
    both, one_way = [], []
    for row in found:
        human, ours = row["claims"], split(row)
        said = _supports(stance, [(c, f) for f in human for c in ours])
        back = _supports(stance, [(f, c) for f in human for c in ours])
        one_way.append(said.reshape(len(human), len(ours)))
        both.append((said & back).reshape(len(human), len(ours)))
    said_of = _shares(one_way)
    return _shares(both) | {"said": said_of["coverage"], "saying": said_of["precision"]}


def _supports(stance: StanceModel, pairs: Sequence[tuple[str, str]]) -> Matched:
    views = stance.judge(pairs) if pairs else []
    return np.array([v.supports > EVEN for v in views], dtype=bool)


def _sides(row: Row, texts: Sequence[str]) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Content lemmas of the human facts and of our claims, made comparable.

    Where the annotators left pronouns as they were (rows with a `topic`), the
    topic's name and whatever resolving references put in count on neither side.
    """
    if "topic" not in row:
        return [lemmas(c) for c in row["claims"]], [lemmas(t) for t in texts]
    topic, own = lemmas(row["topic"]), lemmas(row["sentence"])
    return [lemmas(c, topic) for c in row["claims"]], [lemmas(t, topic) & own for t in texts]


def put_in_place(sentence: str, lead: str, rewritten: str) -> frozenset[str]:
    """What the annotators wrote where the sentence had its lead: `He was` → `Jane Roe was`."""
    after = sentence.split(lead, 1)[1].split()[:2]
    follows = re.search(r"\s".join(map(re.escape, after)), rewritten) if after else None
    return lemmas(rewritten[: follows.start()]) - lemmas(sentence) if follows else frozenset()


def standing_alone(found: Sequence[Row], split: Splitter) -> dict[str, float]:
    """Of the sentences led by a third-person pronoun or a bare surname that the annotators
    replaced: the share with a claim that begins with all the words they put in its place."""
    asked = resolved = 0
    for row in found:
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


def measure(path: Path, args: argparse.Namespace) -> tuple[Row, list[Row]]:
    """All figures of one file, and a line for each row with what matched."""
    ours = Ours()
    found = [r for r in rows.read(path, args.limit) if r["claims"]]
    stance = OnnxStance() if args.match == "stance" else None
    figures = partial(score_by_stance, stance=stance) if stance else score
    result: Row = {"data": rows.name(path), "n": len(found), **figures(found, ours)}
    if found and "decontext" in found[0]:
        result |= standing_alone(found, ours)
    result["match"] = MATCHES[args.match]
    result["baselines"] = {
        "sentence": figures(found, whole_sentence),
        "punctuation": figures(found, punctuation),
    }
    drafted = [r for r in found if r.get("model_claims")]
    if drafted:  # what a large language model drafted and the annotators then corrected
        result["baselines"]["language_model"] = figures(drafted, lambda row: row["model_claims"])
    return result, [_line(row, ours(row)) for row in found] if args.out else []


def _line(row: Row, texts: Sequence[str]) -> Row:
    human, claims = _sides(row, texts)
    return {
        "id": row["id"],
        "sentence": row["sentence"],
        "facts": [
            [c, any(matches(f, x) for x in claims)]
            for c, f in zip(row["claims"], human, strict=True)
        ],
        "claims": [
            [t, any(matches(f, x) for f in human)] for t, x in zip(texts, claims, strict=True)
        ],
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """One JSON object per data file on standard output."""
    made = rows.parser(__doc__)
    made.add_argument("--match", choices=MATCHES, default="words", help="words or the stance model")
    rows.run(made.parse_args(arguments), measure)


if __name__ == "__main__":
    main()
