"""What other programs make of a report: the Nu checker, a schema.org reader, two renderers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import extruct
import mistune
import pytest
from bs4 import BeautifulSoup, Tag
from markdown_it import MarkdownIt

from tests.npm_tools import nu_messages
from tests.test_report_formats import signed
from tests.test_report_md import HOSTILE, body, hostile_report
from tests.test_report_sample import article, claim, report
from tests.test_review_app import NO_DECISIONS
from verify.report import RENDERERS, write, write_index
from verify.review.export import agreement
from verify.review.pages import render
from verify.review.queue import Shelf
from verify.types import Label, Report, Verdict

# The checker does not work out the hashes that a policy names; a browser does
# (test_report_browser.py: the page's own script and style run, under that very policy).
HASHED = re.compile(r"info: Inline (script|style) violates Content Security Policy")
CALIBRATION = [{"confidence": 0.9, "accuracy": 0.88, "n": 41}]


def page_of(made: Report) -> str:
    return RENDERERS["html"].render(made)


# --- the Nu checker --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Page → what the checker says of it; all pages in one run, for Java is slow to start."""
    place = tmp_path_factory.mktemp("reports")
    write(report(), place, ["json", "html", "md"])
    index, _ = write_index(place)
    pages = {
        "plain": page_of(report()),
        "reviewed": page_of(signed(stale=True, note="Saw the record.")),
        "calibrated": page_of(report(extra={"calibration": CALIBRATION})),
        "undated": page_of(report(article(published=""))),
        "empty": page_of(report(made=[])),
        "index": index.read_text("utf-8"),
        "bad": page_of(report()).replace("<main", "</span><main", 1),
    } | desk_pages(place)
    pages |= {f"hostile-{n}": page_of(hostile_report(words)) for n, words in enumerate(HOSTILE)}
    return nu_messages(pages)


def desk_pages(place: Path) -> dict[str, str]:
    """The review page's pages: the queue, and a claim with everything that can stand on it."""
    (item, *_) = Shelf(place, NO_DECISIONS).queue()
    one = {"done": item, "problem": "", "others": (), "form": None, "waiting": 7}
    queue = {"items": [item], "waiting": 1, "total": 1, "start": 0, "onward": 200, "everyone": True}
    common = {"base": "/t", "csrf": "c"}
    return {
        "desk-claim": render(
            "claim.html.j2", item=item, c=item.view(), next=item, previous=item, **one, **common
        ),
        "desk-queue": render("queue.html.j2", agreement=agreement([]), **queue, **common),
        "desk-gone": render("gone.html.j2", **common),
    }


def test_the_nu_checker_finds_nothing_in_the_pages(told: dict[str, list[str]]) -> None:
    found = {
        page: [line for line in said if not HASHED.match(line)]
        for page, said in told.items()
        if page != "bad"
    }
    assert {page: said for page, said in found.items() if said} == {}


def test_the_nu_checker_would_find_something(told: dict[str, list[str]]) -> None:
    assert any("Stray end tag" in line for line in told["bad"])


# --- ClaimReview -----------------------------------------------------------------------------


def read_back(made: Report) -> list[dict[str, object]]:
    """ClaimReviews as a reader of schema.org finds them in a page that carries the file."""
    linked = RENDERERS["claimreview"].render(made)
    page = f'<html><body><script type="application/ld+json">{linked}</script></body></html>'
    (block,) = extruct.extract(page, base_url="https://desk.example/r/", syntaxes=["json-ld"])[
        "json-ld"
    ]
    return list(block["@graph"])


@pytest.mark.parametrize(
    ("label", "rating"), [(Label.REFUTED, 1), (Label.CONFLICTING, 3), (Label.SUPPORTED, 5)]
)
def test_a_reader_of_schema_org_finds_what_a_claim_review_must_hold(
    label: Label, rating: int
) -> None:
    (one,) = read_back(signed(label))
    assert one["@type"] == "ClaimReview"
    assert one["claimReviewed"] == "Marco Rubio is a US Senator."
    assert one["url"]
    assert one["author"] == {"@type": "Person", "name": "Reviewer One"}
    assert one["datePublished"] == "2026-01-03"
    given = one["reviewRating"]
    assert isinstance(given, dict)
    assert (given["@type"], given["ratingValue"]) == ("Rating", rating)
    assert given["worstRating"] < rating + 1 <= given["bestRating"] + 1
    assert given["alternateName"]
    item = one["itemReviewed"]
    assert isinstance(item, dict)
    assert item["@type"] == "Claim"
    assert item["appearance"]["url"] == "https://news.example.org/gaza-force"


def test_nothing_that_nobody_signed_off_is_found() -> None:
    assert read_back(report()) == []


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_do_not_leave_the_file_of_reviews(words: str) -> None:
    made = signed(note=words)
    assert json.loads(RENDERERS["claimreview"].render(made))["@graph"]
    (one,) = read_back(made)
    assert one["author"] == {"@type": "Person", "name": "Reviewer One"}


# --- Markdown under two renderers ------------------------------------------------------------


def by_markdown_it(text: str) -> str:
    made: str = (
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    )
    return made


def by_mistune(text: str) -> str:
    render = mistune.create_markdown(escape=False, plugins=["table", "strikethrough"])
    return str(render(text))


RENDER: list[Callable[[str], str]] = [by_markdown_it, by_mistune]
PLAIN = {"h1", "h2", "h3", "p", "blockquote", "ul", "li", "table", "tr", "th", "td", "pre", "code",
         "strong", "em", "a"}  # fmt: skip


def structure(html: str) -> list[tuple[str, str, str]]:
    """Every element with its address and its words, in order."""
    page = BeautifulSoup(html, "html.parser")
    return [
        (e.name, str(e.get("href", "")), " ".join(e.get_text().split()))
        for e in page.find_all(True)
        if isinstance(e, Tag) and e.name in PLAIN and not (e.name == "p" and e.parent.name == "li")
    ]


def test_two_renderers_show_the_same_report() -> None:
    for made in (report(), signed(note="Saw the record.\nAnd more."), report(made=[])):
        one, two = (structure(by(body(RENDERERS["md"].render(made)))) for by in RENDER)
        assert one == two
        assert ("h2", "", "Claim by claim") in one or not made.verdicts


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("by", RENDER)
def test_hostile_words_make_no_element_under_either(words: str, by: Callable[[str], str]) -> None:
    page = BeautifulSoup(by(body(RENDERERS["md"].render(hostile_report(words)))), "html.parser")
    plain = BeautifulSoup(by(body(RENDERERS["md"].render(hostile_report("plain")))), "html.parser")
    kinds = {e.name for e in page.find_all(True)}
    assert kinds <= {e.name for e in plain.find_all(True)} | {"em", "strong"}
    assert len(page.find_all(["h1", "h2", "h3"])) == len(plain.find_all(["h1", "h2", "h3"]))
    assert {a["href"] for a in page.find_all("a")} <= {"#c1"}


def test_every_link_to_a_claim_leads_to_its_heading() -> None:
    page = BeautifulSoup(by_mistune(body(RENDERERS["md"].render(report()))), "html.parser")
    anchors = {h.get_text().lower() for h in page.find_all("h3")}
    assert {a["href"][1:] for a in page.find_all("a", href=lambda h: h and h[0] == "#")} == anchors


def test_a_claim_over_a_line_of_its_own_and_one_inside_a_word_keep_the_structure() -> None:
    on = article("Head\n\nOne two\nthree four, unbreakable")
    made = [
        Verdict(claim(on, quote), Label.REFUTED, 0.9, "r", "w")
        for quote in ("two\nthree", "break", "four, un")
    ]
    text = body(RENDERERS["md"].render(report(on, [replace(v, why="because") for v in made])))
    one, two = (structure(by(text)) for by in RENDER)
    assert one == two
