"""Role claims in running text: ten short articles, labelled by hand.

The events in them are made up; the offices are what is checked.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from verify.checkers.offices_reading import sightings
from verify.checkers.terms import OfficeTable
from verify.checkers.window import windows
from verify.sources.offices import SHIPPED, parse_terms
from verify.types import Article, Claim, Dated, Kind, PartialDate, sha256

CASES = sorted((Path(__file__).parent / "cases" / "offices").glob("*.json"))
TABLE = OfficeTable(parse_terms(SHIPPED.read_bytes(), SHIPPED.name))


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans good enough for these articles: an abbreviation's point ends none of them."""
    stops = re.compile(r".+?(?:(?<!Sen)(?<!Rep)[.!?](?=[\s”\"]|$)|$)", re.M)
    return [m.span() for m in stops.finditer(text) if m[0].strip()]


def claims_of(text: str) -> list[Claim]:
    return [
        Claim(f"c{i}", text[a:b], text[a:b], a, b, Kind.OFFICE, 0.5)
        for i, (a, b) in enumerate(sentences(text))
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_every_labelled_role_is_found_and_nothing_else(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    on = date.fromisoformat(case["published"]) if case["published"] else None
    found = [
        (seen.role.name, seen.judged.outcome, seen.judged.detail)
        for seen in sightings(TABLE, case["text"], case["text"], on)
        if seen.judged
    ]
    labelled = [(r["person"], r["outcome"], r["detail"]) for r in case["roles"]]
    assert sorted(found) == sorted(labelled)


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_the_window_of_an_article_is_as_labelled(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    published = Dated(PartialDate(case["published"]), "case") if case["published"] else None
    text = case["text"]
    article = Article("", text, None, published, "en", sha256(text))
    found = windows(claims_of(text), article, TABLE)
    labelled = case["window"]
    assert {w.state for w in found} == ({labelled["state"]} - {"none"})
    if "start" in labelled:
        assert (str(found[0].start), str(found[0].end)) == (labelled["start"], labelled["end"])
