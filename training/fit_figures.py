"""Fit how likely it is that a page's figure is of a claim's matter (`figures_sure.WEIGHTS`).

    python -m training.fit_figures --data ../shared/data

Of a correct claim's figure the page's own that agrees is the one of the matter, and every other
figure of the pages is none: a multinomial choice among all of them and "none" (conditional logit;
McFadden, 1974), with a ridge on all weights but the first. Two kinds of correct claims: those of
the stories in `benchmarks/stories` at whose words no error was planted, and every second supported
row of four development sets, at half the weight. Prints the weights as they stand in the code.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.numbers import NoTerms, case, rows
from benchmarks.planted import STORIES, Story, read
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
SETS = ("feverous_b", "fm2", "averitec", "wice_oracle")
OF_A_SET = 0.5  # weight of a row, for there are many
RIDGE = 2.0
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """The traits of the page figures for one figure of a claim: its own, and the others."""

    own: list[tuple[float, ...]]
    others: list[tuple[float, ...]]
    weight: float


def choices(claim: Claim, given: Case, weight: float) -> Iterator[Choice]:
    """One for each figure of a claim for which the pages give any."""
    for figure in figures(tidy(claim.text), given.on):
        own, others = candidates(claim, figure, given)
        if own or others:
            yield Choice([traits(h) for h in own], [traits(h) for h in others], weight)


def of_a_story(story: Story, grammar: SpacyGrammar) -> Iterator[Choice]:
    """The choices of the claims of a story that are right."""
    text = (story.folder / "article.txt").read_text("utf-8")
    day = Dated(PartialDate(story.day), "argument")
    article = Article("", text, None, day, "en", sha256(text))
    claims = extract_claims(article, worth=EvenWorth(), grammar=grammar)
    pages = tuple(_page(p) for p in sorted((story.folder / "pages").glob("*.md")))
    on = date.fromisoformat(story.day)
    given = Case(article, tuple(claims), (), (), pages, NoTerms(), on)
    wrong = [(at, at + len(e["words"])) for e in story.errors for at in [text.index(e["words"])]]
    for claim in claims:
        if not any(claim.start < high and low < claim.end for low, high in wrong):
            yield from choices(claim, given, 1.0)


def _page(path: Path) -> Document:
    page = read_page(path.read_bytes(), Given(suffix=path.suffix))
    return Document(
        page.title, page.text, page.url, page.publisher, page.published, "pages", sha256(page.text)
    )


def of_a_set(path: Path) -> Iterator[Choice]:
    """The choices of every second supported row of a set."""
    for number, (claim, evidence, label) in enumerate(rows(path)):
        if label == "supported" and number % 2 == 0:
            asked, given = case(claim, list(evidence))
            yield from choices(asked, given, OF_A_SET)


def fit(given: Sequence[Choice]) -> Floats:
    """The weights that make the agreeing figures likeliest."""
    traits_ = np.array([t for c in given for t in (*c.own, *c.others)])
    sizes = [len(c.own) + len(c.others) for c in given]
    of = np.repeat(np.arange(len(given)), sizes)
    agrees = np.array([float(n < len(c.own)) for c in given for n in range(len(c.own + c.others))])
    agreed = np.array([bool(c.own) for c in given])
    weight = np.array([c.weight for c in given])
    ridge = np.array([0.0, *[RIDGE] * (traits_.shape[1] - 1)])

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = np.exp(np.clip(traits_ @ weights, -30, 30))
        every = 1 + np.bincount(of, odds, len(given))
        right = np.where(agreed, np.bincount(of, odds * agrees, len(given)), 1.0)
        told = np.where(agreed[of], odds * agrees / np.maximum(right, 1e-30)[of], 0.0)
        slope = traits_.T @ (weight[of] * (told - odds / every[of]))
        value = -(weight * np.log(right / every)).sum() + (ridge * weights**2).sum() / 2
        return float(value), -slope + ridge * weights

    begin = np.zeros(traits_.shape[1])
    return minimize(loss, begin, jac=True, method="L-BFGS-B").x


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder that has dev/")
    parser.add_argument("--stories", type=Path, default=STORIES)
    given = parser.parse_args()
    grammar = SpacyGrammar()
    found = [c for name in SHOWN for c in of_a_story(read(given.stories / name), grammar)]
    found += [c for name in SETS for c in of_a_set(given.data / "dev" / f"{name}.jsonl.gz")]
    weights = fit(found)
    for name, weight in zip(TRAITS, weights, strict=True):
        print(f"{name:10} {weight:6.2f}")
    print(f"({', '.join(f'{w:.2f}' for w in weights)})")


if __name__ == "__main__":
    main()
