"""The table of sources: what a configuration may say, and what a mistake is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.protocols.asking import article, claim
from verify.errors import ConfigError, SourceError
from verify.ports import Source
from verify.sources import SOURCES, build
from verify.sources.query import names, queries, window
from verify.types import Kind, Reason, Tier
from verify.web.extract import PageExtractor

NEEDED: dict[str, dict[str, object]] = {
    "feed": {"urls": ["https://news.example/rss"]},
    "folder": {"path": "notes"},
    "mediawiki": {"api": "https://wiki.example/w/api.php"},
    "pages": {"urls": ["https://news.example/a"]},
    "searxng": {"api": "https://search.example/search"},
    "sitemap": {"urls": ["https://news.example/sitemap.xml"]},
    "wayback": {"urls": ["https://news.example/a"]},
}


@pytest.fixture
def extract() -> Iterator[PageExtractor]:
    with PageExtractor() as extractor:
        yield extractor


@pytest.mark.parametrize("type_", sorted(SOURCES))
def test_every_type_can_be_built_and_is_a_source(
    type_: str, extract: PageExtractor, tmp_path: Path
):
    table = {"type": type_, "tier": "official", **NEEDED.get(type_, {})}
    place = build("desk", table, base=tmp_path, extract=extract, environ={})
    assert isinstance(place.name, str)
    assert (place.name, place.type, place.tier) == ("desk", type_, Tier.OFFICIAL)
    assert all(callable(getattr(place, m)) for m in ("search", "hits", "read", "terms"))
    _: Source = place


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({}, "has no type"),
        ({"type": "foldr", "path": "x"}, "did you mean 'folder'?"),
        ({"type": "folder", "pth": "x", "path": "y"}, "unknown key 'pth': did you mean 'path'?"),
        ({"type": "folder"}, "the key 'path' is missing"),
        ({"type": "folder", "path": "x", "tier": "best"}, "tier: "),
        ({"type": "pages", "urls": ["ftp://x.example/a"]}, "no http or https address"),
        ({"type": "mediawiki", "api": "wiki.example"}, "api: "),
        ({"type": "brave", "key": "abc"}, "unknown key 'key': did you mean 'key_env'?"),
    ],
)
def test_a_mistake_is_named_in_one_line(table: dict[str, object], said: str, tmp_path: Path):
    with pytest.raises(ConfigError) as caught:
        build("desk", table, base=tmp_path, extract=PageExtractor(), environ={})
    assert said in str(caught.value)
    assert "[sources.desk]" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("type_", ["brave", "tavily", "factchecks"])
def test_a_service_without_its_key_says_which_variable_to_set(type_: str, tmp_path: Path):
    place = build("web", {"type": type_}, base=tmp_path, extract=PageExtractor(), environ={})
    with pytest.raises(SourceError) as caught:
        place.search([claim("Marta Kovac resigned as mayor of Lund.")], article())
    assert caught.value.reason == Reason.NO_KEY
    assert "_API_KEY in the environment" in caught.value.detail


# --- queries -----------------------------------------------------------------------------------


def test_a_query_for_an_office_is_the_name_and_the_office():
    asked = queries(claim("Former Prime Minister Imran Khan is in prison.", Kind.OFFICE))
    assert asked[0] == "Imran Khan Prime Minister"
    assert asked[1] == "Imran Khan"


def test_a_quotation_is_searched_for_as_printed():
    said = (
        'The minister said: "We will never accept this unjust settlement in any form whatsoever."'
    )
    assert (
        queries(claim(said, Kind.QUOTATION))[0] == '"We will never accept this unjust settlement"'
    )


def test_a_figure_is_searched_for_with_its_unit():
    asked = queries(claim("Unemployment in Spain fell to 9.8 percent in March.", Kind.QUANTITY), 4)
    assert any("9.8 percent" in query for query in asked)


def test_a_day_is_searched_for_as_written():
    asked = queries(claim("The council met on 17 November 2025 in Geneva.", Kind.DATE), 3)
    assert "17 November 2025" in asked[0]
    assert "Geneva" in asked[0]


def test_months_and_weekdays_are_no_names():
    assert names("On Tuesday, Theresa May left in November.") == ["Theresa May"]
    assert names("Defense Secretary Lloyd Austin spoke in May.") == ["Lloyd Austin"]


def test_queries_are_several_different_and_short():
    text = (
        "The International Monetary Fund approved a $7 billion loan programme for Pakistan in"
        " September 2024 after Islamabad promised far-reaching structural reforms of its taxes."
    )
    asked = queries(claim(text), 5)
    assert len(asked) == len(set(asked)) > 2
    assert all(1 <= len(query.split()) <= 8 for query in asked)


def test_titles_and_opening_words_are_no_names():
    found = names("However, Senator Lindsey Graham met the President of Ukraine in Kyiv.")
    assert found[0] == "Lindsey Graham"
    assert "However" not in found
    assert "Kyiv" in found


def test_a_claim_without_names_or_figures_still_has_a_query():
    assert queries(claim("The war shows no immediate signs of a permanent ceasefire."))
    assert queries(claim("")) == ()


def test_an_undated_article_opens_the_window():
    days = window(article(None))
    assert (days.start, days.end) == (None, None)
    assert window(article("2025-12")).end == date(2026, 1, 30)
