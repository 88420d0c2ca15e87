"""How well the offices checker tells true role claims from false ones.

    python -m benchmarks.offices [--data CSV] [--limit N] [--out FILE] [--seed S]

Sentences in newspapers' forms are built from a table of office terms, true and
false; the checker judges each on a date. One JSON object: `precision` and `recall`
are those of "refuted" on held-out forms; `development` repeats them for the others.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from benchmarks import offices_forms as forms
from benchmarks.offices_book import (
    FIRST_DAY,
    LAST_DAY,
    Book,
    group_of,
    printed_name,
    settled,
    surname,
    within,
)
from verify.checkers.offices import Offices
from verify.checkers.offices_places import ADJECTIVES, STATES
from verify.checkers.terms import OfficeTable
from verify.ports import Case
from verify.sources.offices import SHIPPED, parse_terms
from verify.types import Article, Claim, Kind, OfficeTerm, sha256

ABBREVIATIONS = {
    "FL": "Fla.",
    "CA": "Calif.",
    "TX": "Texas",
    "OH": "Ohio",
    "PA": "Pa.",
    "WA": "Wash.",
}
NAMES_PLACE = re.compile(r"\{(?:country|adj|State|St)\}").search


@dataclass(frozen=True)
class Item:
    """One sentence with its label: `supported` or `refuted` on `on`."""

    id: str
    text: str
    article: str
    on: date
    label: str
    family: str
    held_out: bool
    prediction: str = ""


def adjective(place: str) -> str:
    """The first demonym of a country, or its name."""
    return next((a for a, p in ADJECTIVES.items() if p == place), place)


def slots(term: OfficeTerm, place: str) -> dict[str, str]:
    """What a template can be filled with, the office being at `place`."""
    senate = term.office == "United States senator"
    rank, _, panel = term.office.partition(", ")
    article = "the " if place.startswith(("United", "Bahamas", "Netherlands", "Philipp")) else ""
    return {
        "full": printed_name(term.person),
        "last": surname(term.person),
        "Title": term.title,
        "title": term.title.lower(),
        "country": article + place,
        "adj": adjective(place),
        "State": STATES.get(place, place),
        "St": ABBREVIATIONS.get(place, place),
        "P": term.party[:1] or "I",
        "Member": term.party,
        "Party": "Democratic" if term.party == "Democrat" else term.party,
        "Chamber": "Senator" if senate else "Rep.",
        "chamber": "senator" if senate else "congressman",
        "rank": "chairman" if rank == "Chair" else "ranking member",
        "Rank": "Chairman" if rank == "Chair" else "Ranking Member",
        "panel": panel,
    }


def cases(book: Book, rng: random.Random) -> Iterator[tuple[OfficeTerm, str, date, str, str, bool]]:
    """(term, place, day, label, family, former) for every term, in each way it can be told."""
    for term in book.terms:
        if not group_of(term):
            continue
        first, last = settled(term)
        place = term.jurisdiction
        inside = within(rng, first, last)
        if inside:
            yield term, place, inside, "supported", "held", False
            yield term, place, inside, "refuted", "former_for_current", True
        late = within(rng, term.out_by.last + timedelta(46), LAST_DAY) if term.out_by else None
        if late and not book.may_hold(term, late):
            if book.another_held(term, late):
                yield term, place, late, "refuted", "too_late", False
            yield term, place, late, "supported", "former", True
        early = within(rng, FIRST_DAY, term.start.first - timedelta(days=121))
        if early and not book.may_hold(term, early, 121) and book.another_held(term, early):
            yield term, place, early, "refuted", "too_early", False
        if inside and (other := _elsewhere(book, term, inside, rng)):
            yield term, other, inside, "refuted", "wrong_place", False


def _elsewhere(book: Book, term: OfficeTerm, day: date, rng: random.Random) -> str | None:
    """Another country (or state) where the same office was surely held by somebody else."""
    if group_of(term) == forms.PANEL:
        return None
    for _ in range(5):
        other = rng.choice(book.terms)
        first, last = settled(other)
        same = other.office == term.office and other.title == term.title
        if same and other.jurisdiction != term.jurisdiction and first <= day <= last:
            known = {t.jurisdiction for t in book.by_person[surname(term.person)]}
            return None if other.jurisdiction in known else other.jurisdiction
    return None


def items(book: Book, rng: random.Random) -> Iterator[Item]:
    """Two sentences for each case, one of a development form and one held out."""
    for number, (term, place, day, label, family, former) in enumerate(cases(book, rng)):
        pairs = (
            (forms.FORMER_DEVELOPMENT, forms.FORMER_HELD_OUT)
            if former
            else (forms.DEVELOPMENT, forms.HELD_OUT)
        )
        for held_out, templates in enumerate(pairs):
            fit = [
                t for t in templates[group_of(term)] if family != "wrong_place" or NAMES_PLACE(t)
            ]
            template = rng.choice(fit)
            if template.startswith("Sen.") and term.office != "United States senator":
                template = template.replace("Sen.", "Rep.", 1)
            if ("{Party}" in template or "{Member}" in template) and not term.party:
                continue
            filled = slots(term, place)
            text = template.lstrip("~").format(**filled)
            alone = template.startswith("~")
            article = (
                forms.SECOND_MENTION.format(full=filled["full"], sentence=text) if alone else text
            )
            yield Item(f"{number}-{held_out}", text, article, day, label, family, bool(held_out))
    yield from _successions(book, rng)


def _successions(book: Book, rng: random.Random) -> Iterator[Item]:
    for (_, place), terms in sorted(book.by_post.items()):
        told = sorted((t for t in terms if group_of(t) == forms.HEAD), key=lambda t: t.start)
        for number, (one, other) in enumerate(pairwise(told)):
            if one.title != other.title:
                continue  # a president and a prime minister listed as one office
            if one.out_by != other.start or surname(one.person) == surname(other.person):
                continue
            if other.start.first < FIRST_DAY or len({t.person for t in (one, other)}) < 2:
                continue
            if (
                sum(surname(t.person) in (surname(one.person), surname(other.person)) for t in told)
                != 2
            ):
                continue
            pairs = (forms.SUCCESSION_DEVELOPMENT, forms.SUCCESSION_HELD_OUT)
            for held_out, templates in enumerate(pairs):
                for swapped in (False, True):
                    later, earlier = (one, other) if swapped else (other, one)
                    filled = slots(other, place) | {
                        "full": printed_name(later.person),
                        "other": printed_name(earlier.person),
                    }
                    text = rng.choice(templates).format(**filled)
                    label, family = (
                        ("refuted", "swapped") if swapped else ("supported", "succession")
                    )
                    on = within(rng, other.start.last, LAST_DAY) or LAST_DAY
                    name = f"{place}-{number}-{held_out}-{swapped}"
                    yield Item(name, text, text, on, label, family, bool(held_out))


def predict(item: Item, table: OfficeTable) -> str:
    """What the checker says: refuted, supported, or nothing."""
    article = Article("", item.article, None, None, "en", sha256(item.article))
    start = item.article.index(item.text)
    end = start + len(item.text)
    claim = Claim(item.id, item.text, item.text, start, end, Kind.OFFICE, 0.5)
    case = Case(article, (claim,), (), (), (), table, item.on)
    outcomes = {f.outcome.value for f in Offices().check(claim, case)}
    if "refutes" in outcomes:
        return "refuted"
    return "supported" if "supports" in outcomes else ""


def figures(judged: Sequence[Item]) -> dict[str, float]:
    """Precision and recall of both outcomes."""
    told: dict[str, float] = {"n": len(judged)}
    for label, ending in (("refuted", ""), ("supported", "_supported")):
        said = [i for i in judged if i.prediction == label]
        true = [i for i in judged if i.label == label]
        right = sum(i.label == label for i in said)
        told[f"precision{ending}"] = round(right / len(said), 4) if said else 1.0
        told[f"recall{ending}"] = round(right / len(true), 4) if true else 1.0
    return told


def measured(judged: Sequence[Item]) -> dict[str, object]:
    """The figures on held-out forms, per family, and those on development forms."""
    held_out = [i for i in judged if i.held_out]
    families = sorted({i.family for i in held_out})
    return {
        **figures(held_out),
        "families": {f: figures([i for i in held_out if i.family == f]) for f in families},
        "development": figures([i for i in judged if not i.held_out]),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=SHIPPED)
    parser.add_argument("--limit", type=int, default=0, help="at most so many sentences")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args(arguments)
    rng = random.Random(asked.seed)
    table = OfficeTable(parse_terms(SHIPPED.read_bytes(), SHIPPED.name))
    book = Book.of(parse_terms(asked.data.read_bytes(), asked.data.name))
    built = list(items(book, rng))
    rng.shuffle(built)
    built = built[: asked.limit] if asked.limit else built
    judged = [Item(**{**asdict(i), "prediction": predict(i, table)}) for i in built]
    if asked.out:
        rows = (json.dumps(asdict(i), default=str, ensure_ascii=False) for i in judged)
        asked.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps({"data": str(asked.data), **measured(judged)}) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
