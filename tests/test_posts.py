"""Posts as pages tell of them: who holds one no more, and where nothing of it is said."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from tests.claim_articles import GRAMMAR, claims_of
from tests.pages import dated_page
from verify.checkers.posts import MOST_PARAGRAPHS, Posts, claimed
from verify.checkers.posts_read import post_of, same_post
from verify.checkers.terms import OfficeTable
from verify.holding import against, differs
from verify.ports import Case, OfficeTerms
from verify.rank import passages
from verify.stating import Stating
from verify.types import (
    Article,
    Claim,
    Document,
    Entailment,
    Evidence,
    Finding,
    Label,
    Outcome,
    Passage,
    Timing,
    sha256,
)

OPEN = Entailment(0.3, 0.3, 0.4)
DAY = "2024-05-06"
STATED = Stating(GRAMMAR)
CASES = Path(__file__).parent / "cases"


def page(text: str, published: str = DAY, title: str = "") -> Document:
    return dated_page(text, published, title=title, language="en")


def found(
    article: str,
    *pages: Document,
    on: str | None = DAY,
    stated: Callable[[Passage], tuple[Claim, ...]] = STATED,
) -> list[Finding]:
    """What is noted on any claim of an article."""
    told = Article("", article, None, None, "en", sha256(article))
    day = date.fromisoformat(on) if on else None
    claims = tuple(claims_of(article, published=on or DAY))
    terms = cast(OfficeTerms, OfficeTable(()))
    shown = tuple(
        Evidence(p, 0.8, 0.8, OPEN, OPEN.stance, Timing.BEFORE, n)
        for n, document in enumerate(pages)
        for p in passages(document)
    )
    case = Case(told, claims, shown, (), pages, terms, day, stated=stated)
    return [f for c in claims for f in Posts().check(c, case)]


def details(
    article: str, *pages: Document, stated: Callable[[Passage], tuple[Claim, ...]] = STATED
) -> set[str]:
    return {f.detail for f in found(article, *pages, stated=stated)}


CHAIR = "Tolls will rise, said Ann Roe, who chairs the harbour board."


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe, who chaired the harbour board until 2022, said that tolls would rise.",
        "Ann Roe was chairwoman of the harbour board from 2015 to 2022.",
        "Ann Roe, a former chair of the harbour board, was in the hall.",
        "Tom Voss became chairman of the harbour board in March. He succeeded Ann Roe.",
        "Ann Roe was succeeded as chair of the harbour board by Tom Voss.",
        "Tom Voss, who took over from Ann Roe as chairman of the harbour board, said so.",
        "Ann Roe stepped down as chair of the harbour board in 2022.",
        "Ann Roe grew up in Varna. She chaired the harbour board until March 2022.",
        "Tom Voss is chairman of the harbour board. His predecessor, Ann Roe, was not there.",
        "Ann Roe's term as chair of the harbour board ended in March.",
        "Ann Roe no longer chairs the harbour board.",
    ],
)
def test_a_page_tells_that_a_post_is_over(text: str) -> None:
    (note,) = found(CHAIR, page(f"It rained in Varna.\n\n{text}"))
    assert (note.checker, note.outcome, note.detail) == (
        "offices",
        Outcome.NOTES,
        "post_ended",
    )
    assert note.facts[0].text.strip(". ") in text
    assert differs(note)
    assert Label.SUPPORTED in against([note])


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe, who chairs the harbour board, said that tolls would rise.",
        "Ann Roe chaired the ethics committee until 2022.",
        "Ann Roe was vice-chair of the harbour board until 2019.",
        "Ann Roe will step down as chair of the harbour board in June.",
        "Ann Roe, the former mayor of Varna, was in the hall.",
        "Jon Roe chaired the harbour board until 2022.",
        "Ann Roe succeeded Tom Voss as chair of the harbour board.",
        "Tom Voss said that Ann Roe had resigned as chair of the harbour board.",
        "Ann Roe chaired the harbour board until 2015. She has been chair of the board since 2021.",
        "Ann Roe will chair the harbour board until 2027.",
        "Ann Roe was chair of the harbour board until 2030, said the rules.",
        "Ann Roe thanked Tom Voss, who chaired the harbour board until 2022.",
    ],
)
def test_where_the_post_may_be_held_nothing_is_said(text: str) -> None:
    assert details(CHAIR, page(f"It rained in Varna.\n\n{text}")) == set()


def test_a_departure_after_the_articles_day_is_none_yet() -> None:
    text = "Ann Roe, a former chair of the harbour board, was in the hall."
    assert details(CHAIR, page(text, "2024-04-30")) == {"post_ended"}
    assert details(CHAIR, page(text, "2026-01-30")) == set()
    dated = "Ann Roe chaired the harbour board until March 2022."
    assert details(CHAIR, page(dated, "2026-01-30")) == {"post_ended"}


def test_another_holder_of_about_that_day_is_noted() -> None:
    text = "The levy will fall, said Tom Voss, the chairman of the harbour board."
    assert details(CHAIR, page(text, "2024-05-02")) == {"another_holder"}
    assert details(CHAIR, page(text, "2021-05-02")) == set()
    assert details(CHAIR, page(text.replace("harbour", "school"))) == set()


def test_the_second_place_is_not_the_first() -> None:
    text = "“The levy stands,” said Vice Chair Ann Roe at the harbour board on Monday."
    assert details(CHAIR, page(text)) == {"lesser_post"}
    assert details(CHAIR, page(text, "2019-05-06")) == set()


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("Ann Roe was cheered. The former chair of the harbour board left early.", "post_ended"),
        ("Ann Roe raised the levy as chair of the harbour board until the merger.", "post_ended"),
        ("Tom Voss has chaired the harbour board since 2021.", "another_holder"),
    ],
)
def test_more_ways_to_tell_it(text: str, detail: str) -> None:
    assert details(CHAIR, page(f"It rained in Varna.\n\n{text}")) == {detail}


def test_of_a_long_page_what_speaks_of_the_post_is_read() -> None:
    filler = "Ann Roe walked along the quay and watched the boats. It rained."
    text = "\n\n".join([*[filler] * 400, "Ann Roe chaired the harbour board until 2022.", filler])
    read: list[Passage] = []

    def stated(passage: Passage) -> tuple[Claim, ...]:
        read.append(passage)
        return STATED(passage)

    assert details(CHAIR, page(text), stated=stated) == {"post_ended"}
    assert len({(p.start, p.end) for p in read}) <= MOST_PARAGRAPHS


def test_a_former_engineer_may_hold_the_post() -> None:
    text = "Ann Roe, a former railway engineer, spoke for the chair of the harbour board."
    assert details(CHAIR, page(text)) == set()


def test_an_undated_article_and_a_past_post_are_left_alone() -> None:
    over = page("Ann Roe chaired the harbour board until 2022.")
    assert found(CHAIR, over, on=None) == []
    assert details("Ann Roe, a former chair of the harbour board, left the hall.", over) == set()


@pytest.mark.parametrize(
    ("claim", "kind", "of"),
    [
        ("Ann Roe is Norland's foreign minister.", "minister", {"norland", "foreign"}),
        ("Ann Roe is the chief executive of Orrbank.", "chief executive", {"orrbank"}),
        ("Ann Roe leads the teachers' union.", "lead", {"teacher", "union"}),
    ],
)
def test_which_post_a_claim_names(claim: str, kind: str, of: set[str]) -> None:
    held = claimed(claim, claim)
    assert held is not None
    assert (held[0], held[1].kind, set(held[1].of)) == ("Ann Roe", kind, of)


@pytest.mark.parametrize(
    "claim",
    [
        "Ann Roe was the mayor of Varna.",
        "Ann Roe is a former mayor of Varna.",
        "Ann Roe is the acting mayor of Varna.",
        "Ann Roe is a nurse.",
        "Roe is the mayor of Varna.",
        "The bridge is the longest in Norland.",
    ],
)
def test_what_names_no_post_held_now(claim: str) -> None:
    assert claimed(claim, claim) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("foreign minister of Norland", "minister of foreign affairs", True),
        ("finance minister", "minister of justice", False),
        ("leader of the council", "leader of Varna council", True),
        ("chair of the finance committee", "chair of the ethics committee", False),
        ("deputy mayor of Varna", "mayor of Varna", False),
        ("head of the harbour board", "chair of the harbour board", True),
    ],
)
def test_when_two_posts_are_one(one: str, other: str, same: bool) -> None:
    a, b = post_of(one), post_of(other)
    assert a is not None
    assert b is not None
    assert same_post(a, b, frozenset()) is same


ROWS = [json.loads(line) for line in (CASES / "posts.jsonl").read_text("utf-8").splitlines()]


def noted(row: dict[str, str]) -> bool:
    shown = page(row["page"], row["page_date"], row["page_title"])
    given = found(f"Rain fell.\n\n{row['article']}", shown, on=row["article_date"])
    return any(f.detail == "post_ended" for f in given)


@pytest.mark.parametrize(
    "row", [r for r in ROWS if r["label"] == "silent"], ids=lambda row: row["why"]
)
def test_a_post_that_is_held_is_never_said_to_be_over(row: dict[str, str]) -> None:
    assert not noted(row)


def test_two_in_five_of_the_posts_that_are_over_are_found() -> None:
    """As many of 80 made-up pages, each in a form of its own, as when it was measured."""
    over = [r for r in ROWS if r["label"] == "ended"]
    assert sum(map(noted, over)) >= 33
