"""`mediawiki` against a real MediaWiki, through the client and the pipeline that a run uses."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.protocols.asking import article, claim, source
from tests.protocols.real_wiki import missing, real_wiki
from verify.archive import Archive
from verify.asking import ask
from verify.types import Claim, Document, Harvest, Reason
from verify.web.client import PoliteClient
from verify.web.extract import PageExtractor
from verify.web.settings import WebSettings

SETTINGS = WebSettings(allow=("127.0.0.1",), per_host_interval_s=0.01, backoff_s=0.01, retries=1)
PAGES = {
    "Tarbela Dam": [
        ("2024-05-01T10:00:00Z", "'''Tarbela Dam''' is a dam on the [[Indus River|Indus]] in use."),
        ("2026-01-05T10:00:00Z", "'''Tarbela Dam''' is a dam on the Indus, closed since 2026."),
    ],
    "Tarbela": [("2025-01-01T00:00:00Z", "#REDIRECT [[Tarbela Dam]]")],
    "Mangla Dam": [("2026-01-01T00:00:00Z", "'''Mangla Dam''' is a dam on the Jhelum River.")],
    **{f"Weir {n}": [("2024-01-01T00:00:00Z", f"Weir {n} is a weir.")] for n in range(53)},
}


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if reason := missing():
        pytest.skip(reason)
    with real_wiki(tmp_path_factory.mktemp("wiki"), PAGES) as address:
        yield address


def harvest(
    api: str, folder: Path, claims: list[Claim], day: str | None = "2025-12-20", **table: object
) -> Harvest:
    """What the wiki brings for claims, asked as in a run."""

    async def go() -> Harvest:
        async with PoliteClient(SETTINGS, contact="desk@example.org") as web:
            place = source(extract, type="mediawiki", api=api, **table)
            return await ask(place, claims, article(day), fetcher=web, archive=archive)

    with Archive(folder) as archive, PageExtractor() as extract:
        return asyncio.run(go())


def dated(document: Document) -> str:
    return str(document.published and document.published.value)


def test_a_page_is_read_as_it_stood_then_and_as_it_stands_now(wiki: str, tmp_path: Path) -> None:
    brought = harvest(f"{wiki}/api.php", tmp_path, [claim("The Tarbela Dam is closed.")], results=1)
    assert brought.gaps == ()
    then, now = sorted(brought.documents, key=dated)
    assert (dated(then), then.text) == ("2024-05-01", "Tarbela Dam is a dam on the Indus in use.")
    assert "oldid=" in then.url
    assert (dated(now), now.text) == (
        "2026-01-05",
        "Tarbela Dam is a dam on the Indus, closed since 2026.",
    )
    assert now.url == f"{wiki}/index.php/Tarbela_Dam"
    assert now.language == "en"


def test_a_page_that_came_later_has_no_state_then(wiki: str, tmp_path: Path) -> None:
    brought = harvest(
        f"{wiki}/api.php", tmp_path, [claim("The Mangla Dam leaks into the Jhelum River.")]
    )
    assert "2026-01-01" in {dated(d) for d in brought.documents if d.title == "Mangla Dam"}
    assert all(dated(d) >= "2026" for d in brought.documents if d.title == "Mangla Dam")


def test_results_are_paged_as_the_wiki_pages_them(wiki: str, tmp_path: Path) -> None:
    brought = harvest(
        f"{wiki}/api.php", tmp_path, [claim("A weir is a weir.")], results=52, clocks="now"
    )
    assert len({d.title for d in brought.documents}) == 52
    assert brought.gaps == ()


def test_what_nobody_wrote_about_brings_nothing_and_is_no_gap(wiki: str, tmp_path: Path) -> None:
    brought = harvest(f"{wiki}/api.php", tmp_path, [claim("Zyzzyva quux frobnicated.")])
    assert (brought.documents, brought.gaps) == ((), ())


def test_a_claim_that_is_wrong_is_found_by_fewer_words(wiki: str, tmp_path: Path) -> None:
    wrong = claim("The Tarbela Dam was dynamited yesterday by saboteurs.")
    brought = harvest(f"{wiki}/api.php", tmp_path, [wrong], results=1)
    assert {d.title for d in brought.documents} == {"Tarbela Dam"}


def test_a_wiki_that_needs_an_account_says_so_with_status_200(wiki: str, tmp_path: Path) -> None:
    brought = harvest(f"{wiki}/api.php?private=1", tmp_path, [claim("The Tarbela Dam is closed.")])
    assert [g.reason for g in brought.gaps] == [Reason.FORBIDDEN]
    assert "readapidenied" in brought.gaps[0].detail


def test_an_address_that_is_no_interface_is_a_gap(wiki: str, tmp_path: Path) -> None:
    brought = harvest(f"{wiki}/index.php/Tarbela_Dam", tmp_path, [claim("The dam broke.")])
    assert {g.reason for g in brought.gaps} == {Reason.NOT_FOUND}
