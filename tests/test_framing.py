"""Headline against body."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claim_articles import article
from verify.checkers.framing import Framing
from verify.claims import extract_claims
from verify.ports import Case, Checker
from verify.stating import EvenWorth
from verify.types import Finding, OfficeTerm, Outcome


class NoTerms:
    """An empty table of offices."""

    def of(self, name: str) -> Sequence[OfficeTerm]:
        return []

    def holders(self, office: str, jurisdiction: str, on: date) -> Sequence[OfficeTerm]:
        return []


def findings(text: str) -> list[Finding]:
    tested = article(text)
    claims = extract_claims(tested, worth=EvenWorth())
    case = Case(tested, claims, (), (), (), NoTerms(), None)
    return [f for c in claims for f in Framing().check(c, case)]


def details(text: str) -> set[str]:
    return {f.detail for f in findings(text)}


REST = " The harbour lies in the north of the town. It was built in 1932. Many ships call there."


def test_it_is_a_checker() -> None:
    assert isinstance(Framing(), Checker)


def test_a_headline_that_confirms_what_the_body_only_says() -> None:
    text = (
        "New Harbour Planned, Mayor Roe Confirms\n\nMayor Jane Roe said that a new harbour was"
        " planned." + REST
    )
    assert "stronger_verb" in details(text)


def test_a_headline_that_confirms_on_one_persons_word() -> None:
    text = (
        "New Harbour Planned, Mayor Roe Confirms\n\n"
        "Mayor Jane Roe confirmed that a new harbour was planned." + REST
    )
    assert "one_voice" in details(text)


def test_a_second_voice_ends_the_note() -> None:
    text = (
        "New Harbour Planned, Mayor Roe Confirms\n\nMayor Jane Roe confirmed that a new harbour"
        " was planned."
        " Treasurer John Doe said that the new harbour was planned for May." + REST
    )
    assert "one_voice" not in details(text)


def test_a_dropped_hedge_is_noted() -> None:
    text = "Town Builds New Harbour\n\nThe town may build a new harbour, a report suggested." + REST
    assert "dropped_hedge" in details(text)


def test_a_flat_body_bears_out_a_flat_headline() -> None:
    text = "Town Builds New Harbour\n\nThe town is building a new harbour." + REST
    assert findings(text) == []


def test_a_number_that_the_body_lacks_is_noted() -> None:
    text = (
        "Storm Kills 12 in Harbour Town\n\nThe storm killed ten people in the harbour town." + REST
    )
    assert "number_absent" in details(text)
    assert "number_absent" not in details(text.replace("12", "10"))


def test_a_title_that_the_body_qualifies_is_noted() -> None:
    text = "Mayor Roe Opens Harbour\n\nFormer mayor Jane Roe opened the harbour on Monday." + REST
    assert "title_qualified" in details(text)
    assert "title_qualified" not in details(text.replace("Former mayor", "Mayor"))


def test_formally_in_the_lead_and_a_proposal_further_down() -> None:
    text = (
        "Ruritania Offers Ships\n\nRuritania has formally offered to send ships to the northern"
        " harbour.\n\n"
        "The offer is a proposal to send ships to the harbour and is being considered." + REST
    )
    assert "stronger_adverb" in details(text)
    assert "stronger_adverb" not in details(text.replace("formally ", ""))


def test_framing_never_decides() -> None:
    text = (
        "Storm Kills 12, Mayor Roe Confirms\n\nFormer mayor Jane Roe said a storm may come." + REST
    )
    assert {f.outcome for f in findings(text)} == {Outcome.NOTES}


def test_an_article_without_a_body_says_nothing() -> None:
    assert findings("Storm Kills 12\n") == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=200))
def test_it_never_raises_on_any_text(headline: str, body: str) -> None:
    for finding in findings(f"{headline}\n\n{body}"):
        assert finding.explanation
