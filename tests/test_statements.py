"""A page that says what the claim says, in its own words: where it counts, and where not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.claim_articles import GRAMMAR, claims_of
from tests.pages import dated_page
from verify.checkers.statements import Statements, marked, plain
from verify.checkers.terms import OfficeTable
from verify.decide import decide
from verify.ports import Case, Word
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
    Stance,
    Tier,
    Timing,
    Verdict,
    sha256,
)

OPEN = Entailment(0.5, 0.2, 0.3)  # what the stance model often says of a page with the same words
AGAINST = Entailment(0.02, 0.95, 0.03)
DAY = "2026-05-06"
ARTICLE = "Mayor Dalia Frome of Harwick opened the Senn bridge, which cost the town dearly."
CLAIM = "Dalia Frome opened the Senn bridge."


def page(text: str, published: str | None = DAY, **about: object) -> Document:
    return dated_page(text, published, **about)


def claim_of(article: str, text: str = "", published: str = DAY) -> Claim:
    """The claim of that text; without one the article's first."""
    found = claims_of(article, published=published)
    return next(c for c in found if text in ("", c.text))


def case(
    article: str,
    pages: list[Document],
    *,
    on: str | None = DAY,
    view: Entailment = OPEN,
    **more: bool,
) -> Case:
    shown = tuple(
        Evidence(p, 0.8, 0.8, view, view.stance, Timing.BEFORE, n, **more)
        for n, document in enumerate(pages)
        for p in passages(document)
    )
    told = Article("", article, None, None, "en", sha256(article))
    day = date.fromisoformat(on) if on else None
    return Case(told, (), shown, (), tuple(pages), OfficeTable([]), day, stated=Stating(GRAMMAR))


def found(claim: Claim, given: Case) -> list[Finding]:
    return list(Statements().check(claim, given))


def details(text: str, said: str, article: str = ARTICLE, **about: object) -> list[str]:
    """What is found of a claim beside a page, of the article's day unless told otherwise."""
    claim = claim_of(f"{text}")
    return [f.detail for f in found(claim, case(f"{article} {text}", [page(said, **about)]))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said",
    [
        "Dalia Frome opened the Senn bridge.",
        "It rained. Dalia Frome, the mayor of Harwick, opened the Senn bridge.",
        "Dalia Frome opened the Senn bridge and went home.",
        "Mayor Dalia Frome came late. Frome opened the Senn bridge.",
        "Mayor Dalia Frome was there at noon. She opened the Senn bridge.",
        "Dalia Frome, who had opposed the plan, opened the Senn bridge.",
    ],
)
def test_the_same_statement_is_found_in_any_sentence(said: str) -> None:
    assert details(CLAIM, said) == ["stated"]


@pytest.mark.parametrize(
    "said",
    [
        "Dalia Frome did not open the Senn bridge.",
        "Dalia Frome may have opened the Senn bridge.",
        "If Dalia Frome opened the Senn bridge, nobody saw it.",
        "Had Dalia Frome opened the Senn bridge?",
        "The Senn bridge opened Dalia Frome.",
        "Dalia Frome closed the Senn bridge.",
        "Otto Frome opened the Senn bridge.",
        "Dalia Frome opened the Lower bridge.",
        "Dalia Frome opened the Senn bridge only for walkers.",
        "It is false that Dalia Frome opened the Senn bridge.",
        "Nobody believes that Dalia Frome opened the Senn bridge.",
        "Dalia Frome will open the Senn bridge.",
        "The deputy of Dalia Frome opened the Senn bridge.",
    ],
)
def test_other_words_or_another_order_are_not_the_statement(said: str) -> None:
    assert details(CLAIM, said) == []


@pytest.mark.parametrize(
    "said",
    [
        "Dalia Frome opened the Senn bridge, the rival candidate said.",
        "According to a blog, Dalia Frome opened the Senn bridge.",
        "A driver said that Dalia Frome opened the Senn bridge.",
    ],
)
def test_what_the_page_has_from_somebody_is_noted_and_supports_nothing(said: str) -> None:
    claim, given = claim_of(CLAIM), case(CLAIM, [page(said)])
    (noted,) = found(claim, given)
    assert (noted.outcome, noted.detail) == (Outcome.NOTES, "attributed")
    assert verdict(claim, given).label is Label.NOT_ENOUGH_EVIDENCE


def test_a_page_that_calls_something_false_states_nothing() -> None:
    assert details(CLAIM, f"A hoax went round. {CLAIM}") == []


def test_what_may_come_again_needs_a_page_of_the_day() -> None:
    for published, expected in ((DAY, 1), ("2026-05-10", 1), ("2024-05-06", 0), (None, 0)):
        assert len(details(CLAIM, CLAIM, published=published)) == expected
    dated = "Dalia Frome opened the Senn bridge in 2019."
    assert details(dated, dated, published=None) == ["stated"]


@pytest.mark.parametrize(
    "said",
    [
        "Dalia Frome opened the Senn bridge, as she had promised.",
        "Dalia Frome opened the Senn bridge after the rain had stopped.",
        "Dalia Frome opened the Senn bridge on 5 May 2026 while a band played.",
        "On 5 May 2026, Dalia Frome opened the Senn bridge.",
        "Dalia Frome opened the Senn bridge because the minister was ill.",
    ],
)
def test_what_is_added_behind_may_tell_when_and_why(said: str) -> None:
    assert details(CLAIM, f"It rained for days. {said}") == ["stated"]


@pytest.mark.parametrize(
    "said",
    [
        "Dalia Frome opened the Senn bridge in a novel.",
        "Dalia Frome opened the Senn bridge as if it were hers.",
        "Dalia Frome opened the Senn bridge, as a friend claims.",
        "Dalia Frome opened the Senn bridge, as a joke.",
        "Dalia Frome opened the Senn bridge if the minutes are right.",
        "Dalia Frome opened the Senn bridge or the ferry.",
    ],
)
def test_what_is_added_behind_may_not_change_what_is_said(said: str) -> None:
    assert details(CLAIM, f"It rained for days. {said}") == []


def test_more_behind_a_number_or_a_superlative_may_be_what_makes_it_true() -> None:
    for text in (
        "Dalia Frome was the first mayor to open a bridge",
        "Dalia Frome opened 12 bridges",
        "Dalia Frome never opened a bridge",
    ):
        assert details(f"{text}.", f"It rained. {text}.") == ["stated"]
        assert details(f"{text}.", f"It rained. {text} during the war.") == []


def test_an_office_may_be_told_with_its_town_where_the_article_knows_the_town() -> None:
    office = "Mayor Dalia Frome of Harwick was there."
    claim = claim_of(office, "Dalia Frome is Mayor.")
    for town, expected in (("Harwick", ["stated"]), ("Tarn", [])):
        said = page(f"Dalia Frome is the mayor of {town} and a former engineer.")
        assert [f.detail for f in found(claim, case(office, [said]))] == expected


@pytest.mark.parametrize(
    "said",
    [
        f"{CLAIM} No, she did not.",
        f"{CLAIM} That is what a leaflet says.",
        f"Frome came, and {CLAIM} This was a joke.",
        "Before Dalia Frome opened the Senn bridge, she was ill and so never came.",
    ],
)
def test_what_is_taken_back_or_not_yet_done_is_not_stated(said: str) -> None:
    assert details(CLAIM, f"It rained for days. {said}") == []


def test_without_a_day_of_its_own_an_article_has_no_time_to_compare() -> None:
    claim = claim_of(CLAIM)
    assert found(claim, case(CLAIM, [page(CLAIM, None)], on=None))


def test_a_claim_that_names_nothing_is_found_only_in_the_same_story() -> None:
    claim = "The bridge was closed to lorries."
    assert details(claim, f"{ARTICLE} {claim}") == ["stated"]
    assert details(claim, f"Snow fell in Tarn, said Otto Reis of Brenner. {claim}") == []


def test_what_comes_again_and_again_needs_a_name_and_the_same_day() -> None:
    match = "Dalia Frome watched the match in Harwick."
    assert details(match, f"{ARTICLE} {match}") == ["stated"]
    assert details(match, f"{ARTICLE} {match}", published="2026-05-10") == []
    unnamed = "The match was over by noon."
    assert details(unnamed, f"{ARTICLE} {unnamed}") == []


def test_what_is_not_settled_in_the_article_is_looked_for_nowhere() -> None:
    (open_one,) = [c for c in claims_of("She opened the Senn bridge.") if c.unresolved]
    assert found(open_one, case(ARTICLE, [page("She opened the Senn bridge.")])) == []


def test_direct_speech_is_found_only_of_its_own_speaker() -> None:
    said = "“We are glad of it,” Dalia Frome said."
    claim = claim_of(said)
    assert details(said, f"It rained. {said}") == ["stated"]
    other = page("It rained. “We are glad of it,” Otto Reis said.")
    assert found(claim, case(said, [other])) == []


def test_a_page_in_another_language_is_not_read_by_english_grammar() -> None:
    assert details(CLAIM, CLAIM, language="de") == []
    assert details(CLAIM, CLAIM, language="en-GB") == ["stated"]


def test_a_fact_is_a_slice_of_its_page() -> None:
    document = page(
        "It rained on the river for days. Dalia Frome opened the Senn bridge, and left."
    )
    (finding,) = found(claim_of(CLAIM), case(CLAIM, [document]))
    (fact,) = finding.facts
    assert fact.text in document.text
    assert fact.url == document.url


def test_a_page_that_two_articles_ask_for_is_read_once() -> None:
    class Counting:
        name, sha256, asked = "counting", "of this test", 0

        def parse(self, texts: Sequence[str]) -> Sequence[Sequence[Word]]:
            self.asked += len(texts)
            return GRAMMAR.parse(texts)

    grammar = Counting()
    (passage,) = passages(page(f"It rained for days. {CLAIM}"))
    first = Stating(grammar)(passage)
    asked = grammar.asked
    assert asked > 0
    assert Stating(grammar)(passage) == first
    assert grammar.asked == asked


def test_without_a_parser_nothing_is_said() -> None:
    assert found(claim_of(CLAIM), replace(case(CLAIM, [page(CLAIM)]), stated=None)) == []


def verdict(claim: Claim, given: Case) -> Verdict:
    findings = found(claim, given)
    return decide(claim, marked(given.evidence, findings), findings, [])


def test_the_words_decide_where_the_stance_model_does_not() -> None:
    claim, given = claim_of(CLAIM), case(CLAIM, [page(CLAIM)])
    given_open = replace(given, stated=None)
    assert verdict(claim, given_open).label is Label.NOT_ENOUGH_EVIDENCE
    decided = verdict(claim, given)
    assert (decided.label, decided.rule) == (Label.SUPPORTED, "stated")
    assert [e.stated for e in decided.evidence] == [True]
    assert decided.evidence[0].stance is Stance.SUPPORTS
    assert decided.at_publication is Label.SUPPORTED
    assert decided.why == "Stated in the claim's own words by 1 page of 1 origin."


def against(tier: Tier) -> tuple[Claim, Case]:
    """The claim, a page that states it, and one of that standing that contradicts it."""
    claim, given = claim_of(CLAIM), case(CLAIM, [page(CLAIM)])
    denied = "No bridge of that name has ever been opened in Harwick, the county council notes."
    other = case(CLAIM, [page(denied, tier=tier)], view=AGAINST).evidence[0]
    return claim, replace(given, evidence=(*given.evidence, replace(other, origin=9)))


def test_a_page_that_contradicts_it_stays_in_sight() -> None:
    assert verdict(*against(Tier.OTHER)).label is Label.CONFLICTING
    assert verdict(*against(Tier.OFFICIAL)).label is Label.REFUTED


def test_the_article_itself_come_back_is_no_second_source() -> None:
    claim, given = claim_of(CLAIM), case(CLAIM, [page(CLAIM)], circular=True)
    assert verdict(claim, given).rule == "only_circular"


def test_only_the_passage_with_the_words_is_marked() -> None:
    text = f"{CLAIM}\n\nThe Senn bridge is blue and has two lanes, and Dalia Frome likes it."
    claim, given = claim_of(CLAIM), case(CLAIM, [page(text)])
    assert [e.stated for e in marked(given.evidence, found(claim, given))] == [True, False]


def test_light_words_do_not_count() -> None:
    assert plain("The mayor says that Mr Lee’s plan failed.") == plain(
        "Mayor said Lee's plan failed"
    )
    assert plain("A rose") != plain("B rose")
