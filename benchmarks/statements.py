"""Does the checker for statements find what a page states, and nothing else?

    python -m benchmarks.statements --data DIRECTORY [--rows FILE …] [--limit N]

DIRECTORY holds `ground-truth.json` with an `articleBody` per page. The claims of each English
article are held against the article's own text as if it were another outlet's page, as they
are, and with a name, a number, a date, a direction, an office, a negation or the roles
changed: `wrong` counts the changed ones that were found. `--rows` adds files of claims that
people wrote and labelled against evidence. `precision` is the share right of all that was
found: as they are, changed, and rows.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks import rows
from benchmarks.quotes import pages
from benchmarks.verdict import as_article, as_claim, as_documents
from training.perturb import NAME, REFUTING, change_name
from verify.checkers.statements import Statements
from verify.checkers.terms import OfficeTable
from verify.claims import extract_claims
from verify.models.grammar import SpacyGrammar
from verify.ports import Case
from verify.rank import passages
from verify.stating import EvenWorth, Stating
from verify.types import (
    Article,
    Claim,
    Dated,
    Document,
    Entailment,
    Evidence,
    Outcome,
    PartialDate,
    Stance,
    Timing,
    sha256,
)
from verify.web.language import language_of

DAY = Dated(PartialDate("2019-11-19"), "argument")  # pages and articles are of one day
OPEN = Entailment(0.0, 0.0, 1.0)


def case_of(article: Article, documents: Sequence[Document], stated: Stating) -> Case:
    """All passages of the documents, whatever their rank."""
    evidence = tuple(
        Evidence(p, 1.0, 1.0, OPEN, Stance.NEUTRAL, Timing.BEFORE)
        for document in documents
        for p in passages(document)
    )
    table = OfficeTable([])
    return Case(article, (), evidence, (), tuple(documents), table, article.day, stated=stated)


def outcome(claim: Claim, case: Case) -> str:
    """`supports`, `notes`, or "" where nothing was found."""
    found = Statements().check(claim, case)
    return str(found[0].outcome) if found else ""


def changed(rng: random.Random, claim: Claim, names: Sequence[str]) -> Iterator[Claim]:
    """The claim with one thing in it changed, in every way that there is something to change."""
    changes = [change for change, _ in REFUTING]
    for change in (*changes, lambda r, text: change_name(r, text, names)):
        text = change(rng, claim.text)
        if text and text != claim.text:
            yield replace(claim, text=text)


def own_pages(folder: Path, limit: int, grammar: SpacyGrammar) -> dict[str, int]:
    """The claims of articles, as they are and changed, beside the articles themselves."""
    rng = random.Random(7)
    counts = dict.fromkeys(("articles", "claims", "stated", "noted", "changed", "wrong"), 0)
    bodies = [b for b in pages(folder) if language_of(b) == "en"]
    for body in bodies[: limit or None]:
        article = Article("", body, None, DAY, "en", sha256(body))
        page = Document("", f"{body}\n", "https://page.example/", "", DAY, "page", sha256(body))
        case = case_of(article, [page], Stating(grammar))
        names = sorted({m.group() for m in NAME.finditer(body)})
        counts["articles"] += 1
        for claim in extract_claims(article, worth=EvenWorth(), grammar=grammar):
            if claim.checkable and not claim.unresolved:
                said = outcome(claim, case)
                counts["claims"] += 1
                counts["stated"] += said == Outcome.SUPPORTS
                counts["noted"] += said == Outcome.NOTES
                for other in changed(rng, claim, names):
                    counts["changed"] += 1
                    counts["wrong"] += outcome(other, case) == Outcome.SUPPORTS
    return counts


def labelled(path: Path, limit: int, grammar: SpacyGrammar) -> tuple[int, int, int]:
    """Of a file's rows: how many, how many were found stated, and how many of these are not
    labelled supported."""
    found = wrong = 0
    data = rows.read(path, limit)
    for row in data:
        case = case_of(as_article(row), as_documents(row), Stating(grammar))
        if outcome(as_claim(row), case) == Outcome.SUPPORTS:
            found += 1
            wrong += row["label"] != "supported"
    return len(data), found, wrong


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print one JSON object."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rows", type=Path, nargs="*", default=[])
    parser.add_argument("--limit", type=int, default=0, help="articles, and rows a file")
    given = parser.parse_args(arguments)
    grammar = SpacyGrammar()
    counts = own_pages(given.data, given.limit, grammar)
    result: dict[str, Any] = {"data": given.data.name, "n": counts["claims"], **counts}
    result["share_stated"] = round(counts["stated"] / max(1, counts["claims"]), 4)
    right, wrong = counts["stated"], counts["wrong"]
    for path in rows.files(given.rows):
        number, found, not_so = labelled(path, given.limit, grammar)
        result[rows.name(path)] = {"n": number, "found": found, "wrong": not_so}
        right, wrong = right + found - not_so, wrong + not_so
        rows.say(f"{rows.name(path)}: {found} of {number}")
    result["precision"] = round(right / max(1, right + wrong), 4)
    rows.emit(result)


if __name__ == "__main__":
    main()
