"""A long article: the same answers as for a short one, found without looking at every pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.checkers.terms import shared_table
from verify.claims.extract import MOST_PARSED
from verify.models.embedder import MiniLmEmbedder
from verify.models.stance import Abstaining
from verify.models.worth import WorthClassifier
from verify.pipeline import COARSE, Models, Setting, score
from verify.report import RENDERERS
from verify.report.paragraphs import paragraphs
from verify.types import Article, Asked, Harvest, OfficeTerm, PartialDate, Provenance, sha256


@dataclass(frozen=True)
class Spanned:
    """As much of a claim's view as the cutting reads."""

    claim: Any = field(default=None)


TEXTS = st.text(alphabet="ab \n", min_size=1, max_size=60)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(place, place).map(lambda s: (min(s), max(s))), max_size=8))
    return text, spans


def views(spans: Sequence[tuple[int, int]]) -> list[Any]:
    return [Spanned(SimpleNamespace(start=a, end=b, span=(a, b))) for a, b in spans]


@given(articles())
def test_every_stretch_has_just_the_claims_that_touch_it(
    case: tuple[str, list[tuple[int, int]]],
) -> None:
    text, spans = case
    claims = views(spans)
    report: Any = SimpleNamespace(article=SimpleNamespace(text=text), sentences=())
    found = paragraphs(report, claims)
    lines = [line for line in text.split("\n") if line.strip()]
    assert ["".join(run.text for run in p.runs) for p in found] == lines
    at = 0
    for paragraph, line in zip(found, lines, strict=True):
        at = begin = text.index(line, at)
        for run in paragraph.runs:
            start, end = begin, begin + len(run.text)
            touching = [c for c in claims if c.claim.start < end and c.claim.end > start]
            assert list(run.claims) == touching
            assert list(run.ends) == [c for c in touching if start < c.claim.end <= end]
            begin = end
        at = begin


@pytest.mark.parametrize(("characters", "told"), [(MOST_PARSED, False), (MOST_PARSED + 1, True)])
def test_a_report_says_that_its_text_was_too_long_for_the_parser(
    characters: int, told: bool
) -> None:
    text = ("All is well. " * (characters // 13 + 1))[:characters]
    now = datetime(2026, 11, 24, tzinfo=UTC)
    report = score(
        Article("All", text, None, None, "en", sha256(text)),
        (),
        [Harvest(Asked("desk", "folder", "own", 0, 0, 0, 0.0, ()), (), (), ())],
        models=Models(MiniLmEmbedder(), Abstaining(), WorthClassifier()),
        setting=Setting(now, now.date(), Provenance("verify", "c", "d", (), "e")),
    )
    assert (COARSE in report.notes) is told
    for name in ("md", "html", "json"):
        assert ("without the parser" in RENDERERS[name].render(report)) is told


def test_articles_with_the_same_terms_share_a_table() -> None:
    def terms() -> tuple[OfficeTerm, ...]:
        days = PartialDate("2019-01-20"), PartialDate("2023-08-12"), None
        return (OfficeTerm("Jane Roe", "ambassador", "Ruritania", *days, source="table"),)

    assert shared_table(terms()) is shared_table(terms())
