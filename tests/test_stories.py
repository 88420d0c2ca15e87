"""A claim that names nothing is held only against pages that tell of the article's thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.numbers import CHECKERS, case
from verify.checkers.namesakes import namesakes
from verify.types import Dated, Document, Finding, Outcome, PartialDate

ARTICLE = "The council of Harwick voted for the Senn bridge. Mayor Dalia Frome was glad. "


def found(claim: str, pages: list[str], article: str = ARTICLE) -> list[Finding]:
    """What the checkers find beside an article of the pages' day."""
    asked, given = case(claim, pages)
    printed = Dated(PartialDate("2026-03-17"), "argument")
    shown = []
    for evidence in given.evidence:
        document = replace(evidence.passage.document, published=printed)
        shown.append(replace(evidence, passage=replace(evidence.passage, document=document)))
    told = replace(given.article, text=f"{article}{claim}")
    dated = replace(given, on=date(2026, 3, 18), evidence=tuple(shown), article=told)
    return [f for checker in CHECKERS for f in checker.check(asked, dated)]


def refuted(claim: str, pages: list[str], article: str = ARTICLE) -> bool:
    return any(f.outcome is Outcome.REFUTES for f in found(claim, pages, article))


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("The bridge is 420 metres long.", "The bridge is 240 metres long."),
        ("The bridge is 420 metres long.",
         "The bridge is 240 metres long. So Mayor Frome of Harwick opened the Lower bridge."),
        ("The bridge was built in 1934.",
         "The bridge was built in 1954. The Lower bridge of Harwick is the pride of Mayor Frome."),
        ("A court ordered his detention for two weeks.",
         "In Harwick the Senn bridge was shut. A court ordered his detention for four weeks."),
        ("Some 41,300 people watched the match.",
         "In Harwick and by the Senn some 11,300 people watched the match."),
    ],
)  # fmt: skip
def test_a_page_that_may_tell_of_another_thing_of_the_kind_refutes_nothing(
    claim: str, page: str
) -> None:
    assert not refuted(claim, [page])


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("The bridge is 420 metres long.",
         "The bridge is 240 metres long. So said Mayor Frome of Harwick on the Senn bridge."),
        ("Turnout was 63 percent.", "Turnout was 58 percent. So Mayor Dalia Frome says."),
        ("Harwick has 24 shops.", "Harwick has 42 shops."),
    ],
)  # fmt: skip
def test_a_page_of_the_same_story_still_refutes(claim: str, page: str) -> None:
    assert refuted(claim, [page])


def test_the_claims_own_number_in_another_sentence_leaves_it_to_a_reader() -> None:
    claim, wrong = "Harwick counted 12,450 guests.", "Harwick counted 14,200 guests."
    (said,) = found(claim, [wrong, "A total of 12,450 guests came to the fair."])
    assert (said.outcome, said.detail) == (Outcome.NOTES, "sources_disagree")
    assert refuted(claim, [wrong, "Some 12,450 trees were planted."])


def test_two_of_one_name_are_told_apart_by_the_claims_own_date() -> None:
    claim = "Pia Lund was born in Tarsia in 1969."
    skier = "Pia Lund (born 1981) is a skier who was born in Tarsia."
    both = found(claim, [f"Pia Lund (born 2 June 1969) is a politician. {skier}"])
    assert [f.outcome for f in both if f.detail == "sources_disagree"] == [Outcome.NOTES]
    assert all(f.outcome is Outcome.NOTES for f in both)


def test_a_page_about_another_of_that_name_is_told_by_its_mark() -> None:
    pages = ("Nils Aberg (actor)", "Nils Aberg (rower)", "Snow (film)")
    documents = [
        Document(t, t, f"https://{i}.example", "", None, "", "") for i, t in enumerate(pages)
    ]
    article = "The actor Nils Aberg has died."
    claim = "Nils Aberg retired in 2015."
    assert [d.title for d in namesakes(claim, article, documents)] == ["Nils Aberg (rower)"]
    assert namesakes(claim, article, documents[1:]) == ()  # nothing shows that there are two
    assert namesakes(claim, f"{article} He was a rower.", documents) == ()
    assert namesakes("Snow fell in 2015.", article, documents) == ()


def test_what_a_page_says_of_it_is_shown_as_of_another_time() -> None:
    claim, page = (
        "Halden-2 has sent 48,000 images.",
        "Halden-2 is a probe. It has sent 31,000 images.",
    )
    (said,) = found(claim, [page], "The probe Halden-2 of the Senn Institute is well. ")
    assert (said.outcome, said.detail) == (Outcome.NOTES, "different")
    assert found(claim, ["Meret is a probe. It has sent 31,000 images."]) == []
