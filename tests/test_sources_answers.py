"""Whatever a service answers, a source raises nothing but SourceError."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.protocols.asking import article, claim, snapshot_of
from tests.test_sources_build import NEEDED
from verify.errors import SourceError
from verify.sources import SOURCES, build
from verify.types import Kind, Request
from verify.web.extract import PageExtractor

EXTRACT = PageExtractor()
KEYS = {
    "BRAVE_API_KEY": "key-for-tests",
    "TAVILY_API_KEY": "key-for-tests",
    "GOOGLE_FACTCHECK_API_KEY": "key-for-tests",
}
CLAIMS = [claim("Senator Ana Lopez of New Mexico resigned in 2024.", Kind.OFFICE)]
LIVE = sorted(set(SOURCES) - {"folder", "offices", "pages"})
# The names that the services' answers use, so that random answers get past the first look.
NAMES = st.sampled_from(
    "query search title pages revisions slots main content extract missing continue sroffset error"
    " code info entities claims P31 P39 mainsnak snaktype datavalue value id rank qualifiers P580"
    " P582 time precision labels en articles url seendate results unresponsive_engines"
    " publishedDate web page_age more_results_available detail published_date claimReview publisher"
    " name reviewDate textualRating nextPageToken text version items date_published next_url terms"
    " type start end state last official_full bioguide".split()
)
WORDS = st.sampled_from(
    ["", "x", "value", "sen", "2024-01-01", "2024-13-99", "https://n.example/a", "http://[", "Q5",
     "+2024-00-00T00:00:00Z", "https://jsonfeed.org/version/1.1", "lopez", "Lopez"]
)  # fmt: skip
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(-5, 12), WORDS)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=25,
)


def made(type_: str):
    table = {"type": type_, **NEEDED.get(type_, {})}
    return build("place", table, base=Path("."), extract=EXTRACT, environ=KEYS)


def requests(type_: str) -> list[Request]:
    """Every kind of request that a source makes of a service."""
    first = list(made(type_).search(CLAIMS, article()))[:1]
    more = {
        "mediawiki": ["then", "now"],
        "wikidata": ["entity", "labels?held=%5B%5D"],
        "wayback": ["captures?until=20251220"],
    }
    return first + [
        Request("https://s.example/?sroffset=0", "place", purpose, api=True)
        for purpose in more.get(type_, [])
    ]


@pytest.mark.parametrize("type_", LIVE)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(value=VALUES)
def test_an_answer_of_another_shape_is_never_a_crash(type_: str, value: object):
    place = made(type_)
    for request in requests(type_):
        snapshot = snapshot_of(request, json.dumps(value).encode())
        for ask in (place.read, place.terms, place.hits):
            with contextlib.suppress(SourceError):
                list(ask(snapshot))


BROKEN = [b"", b"null", b"[]", b"{", b"<", b"\xff\xfe\x00", b"\0" * 50, b"<rss", b"[" * 100_000,
          b"<?xml version='1.0' encoding='utf-7'?><rss/>", b"\x1f\x8b broken"]  # fmt: skip


@pytest.mark.parametrize("type_", LIVE)
@pytest.mark.parametrize("body", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_answer_is_never_a_crash(type_: str, body: bytes):
    place = made(type_)
    for request in requests(type_):
        for ask in (place.read, place.terms, place.hits):
            with contextlib.suppress(SourceError):
                list(ask(snapshot_of(request, body)))


@pytest.mark.parametrize("type_", LIVE)
def test_every_type_asks_something_about_a_senator(type_: str):
    asked = made(type_).search(CLAIMS, article())
    assert asked
    assert all(r.url.startswith("https://") and r.source == "place" and r.api for r in asked)


@pytest.mark.parametrize("type_", LIVE)
def test_a_key_never_stands_where_it_could_be_shown(type_: str):
    from verify.redact import public

    for request in made(type_).search(CLAIMS, article()):
        assert "key-for-tests" not in repr(public(request))
