"""Fit how likely a page's figure is to be of a claim's matter and another (`figures_sure`).

    python -m training.fit_figures --data ../shared/data

A claim is wrong where a figure of the pages is of its matter and another than its own, or for
some other reason, as many are: P(wrong) = SHOWN_WRONG p + b (1 - p). p is the share of the other
figures in a choice among all figures of the pages and none (conditional logit; McFadden, 1974),
and b is fitted, too, with a ridge on the weights of all traits but the first. Right and wrong
claims of three kinds: those of every second written story, every second row of the development
sets, and those of the stories in `benchmarks/stories`, as far as no other error was planted at
their words. The other halves are left for measuring. Prints the weights as they stand in the code.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from benchmarks.numbers import NoTerms, case, rows
from benchmarks.planted import STORIES, Story, read
from training.perturb import REFUTES
from training.written import stories
from verify.checkers.figures_held import candidates
from verify.checkers.figures_read import figures
from verify.checkers.figures_sure import TRAITS, traits
from verify.checkers.wording import tidy
from verify.claims import extract_claims
from verify.models.grammar import SpacyGrammar
from verify.ports import Case
from verify.stating import EvenWorth
from verify.types import Article, Claim, Dated, Document, PartialDate, sha256
from verify.web.page import Given, read_page

# The stories of the last group are left for measuring.
SHOWN = (
    "bus-contract", "drug-recall", "river-treaty", "shipping-bid", "dam-failure", "charity-fraud",
    "vaccine-trial", "football-federation", "exam-leak", "solvent-fire", "coalition-talks",
    "bank-breach", "train-collision", "disputed-painting",
)  # fmt: skip
SETS = (
    "fm2", "feverous_b", "fever_symmetric", "averitec", "healthver", "wice_oracle", "begin_wow",
)  # fmt: skip
# Written stories told as news, reports or encyclopaedia entries, by how their ids begin.
REPORTS = ("biz", "pol", "sci", "wor", "wik", "wra", "wrb", "wrc", "wrd", "wre", "wrf")
OF_FIGURES = {"number", "date"}  # kinds of planted errors
RIDGE = 1.0
SHOWN_WRONG = 0.95  # of the claims of whose matter a page has another figure
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """The traits of the page figures for one figure of a claim: its own, and the others."""

    own: list[tuple[float, ...]]
    others: list[tuple[float, ...]]
    wrong: bool


def choices(claim: Claim, given: Case, wrong: bool) -> Iterator[Choice]:
    """One for each figure of a claim for which the pages give another."""
    for figure in figures(tidy(claim.text), given.on):
        own, others = candidates(claim, figure, given)
        if others:
            yield Choice([traits(h) for h in own], [traits(h) for h in others], wrong)


def of_a_story(story: Story, grammar: SpacyGrammar) -> Iterator[Choice]:
    """The choices of the claims of a story that are right, or wrong by a figure."""
    text = (story.folder / "article.txt").read_text("utf-8")
    day = Dated(PartialDate(story.day), "argument")
    article = Article("", text, None, day, "en", sha256(text))
    claims = extract_claims(article, worth=EvenWorth(), grammar=grammar)
    pages = tuple(_page(p) for p in sorted((story.folder / "pages").glob("*.md")))
    on = date.fromisoformat(story.day)
    given = Case(article, tuple(claims), (), (), pages, NoTerms(), on)
    wrong = [(text.index(e["words"]), e["words"], e["kind"]) for e in story.errors]
    for claim in claims:
        kinds = {k for at, w, k in wrong if claim.start < at + len(w) and at < claim.end}
        if not kinds or kinds & OF_FIGURES:
            yield from choices(claim, given, bool(kinds))


def _page(path: Path) -> Document:
    page = read_page(path.read_bytes(), Given(suffix=path.suffix))
    return Document(
        page.title, page.text, page.url, page.publisher, page.published, "pages", sha256(page.text)
    )


def of_the_written() -> Iterator[Choice]:
    """The choices of every second written story, a story and its twin together."""
    for story in stories():
        if story.id.startswith(REPORTS) and fitted(story.id):
            for told in story.claims:
                claim, given = case(told.text, list(story.passages))
                yield from choices(claim, given, told.label == REFUTES)


def fitted(story: str) -> bool:
    """Is a written story one of those that the weights are fitted on?"""
    return zlib.crc32(story.rstrip("b").encode()) % 2 == 1


def of_a_set(path: Path) -> Iterator[Choice]:
    """The choices of every second row of a set."""
    for number, (claim, evidence, label) in enumerate(rows(path)):
        if number % 2 == 0:
            asked, given = case(claim, list(evidence))
            yield from choices(asked, given, label == "refuted")


def fit(given: Sequence[Choice]) -> tuple[Floats, float]:
    """The weights under which what is wrong is likeliest, and what tells for the claim's own."""
    traits_ = np.array([t for c in given for t in (*c.own, *c.others)])
    own = np.array([n < len(c.own) for c in given for n in range(len(c.own) + len(c.others))])
    of = np.repeat(np.arange(len(given)), [len(c.own) + len(c.others) for c in given])
    wrong = np.array([c.wrong for c in given])
    # The claim's own stands as one more trait; the last weight gives the share of other errors.
    all_ = np.column_stack((traits_, own))
    ridge = np.array([0.0, *[RIDGE] * (traits_.shape[1] - 1), 0.0])

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = np.exp(np.clip(all_ @ weights[:-1], -30, 30))
        every = 1 + np.bincount(of, odds, len(given))
        share = np.bincount(of, odds * ~own, len(given)) / every
        base = expit(weights[-1])
        chance = SHOWN_WRONG * share + base * (1 - share)
        value = -np.log(np.where(wrong, chance, 1 - chance)).sum()
        by_chance = np.where(wrong, -1 / chance, 1 / (1 - chance))
        by_share = by_chance * (SHOWN_WRONG - base)
        slope = all_.T @ (by_share[of] * odds * (~own - share[of]) / every[of])
        by_base = (by_chance * (1 - share)).sum() * base * (1 - base)
        ridged = ridge * weights[:-1]
        return float(value + ridged @ weights[:-1] / 2), np.append(slope + ridged, by_base)

    begin = np.zeros(all_.shape[1] + 1)
    found = minimize(loss, begin, jac=True, method="L-BFGS-B").x
    return found[:-2], float(found[-2])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder that has dev/")
    parser.add_argument("--stories", type=Path, default=STORIES)
    given = parser.parse_args()
    grammar = SpacyGrammar()
    found = [c for name in SHOWN for c in of_a_story(read(given.stories / name), grammar)]
    found += of_the_written()
    found += [c for name in SETS for c in of_a_set(given.data / "dev" / f"{name}.jsonl.gz")]
    weights, stated = fit(found)
    for name, weight in zip(TRAITS, weights, strict=True):
        print(f"{name:10} {weight:6.2f}")
    print(f"({', '.join(f'{w:.2f}' for w in weights)}), stated {stated:.2f}, {len(found)} choices")


if __name__ == "__main__":
    main()
