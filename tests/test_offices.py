"""The offices checker: was this person what the sentence calls them, on that day?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.checkers.offices import Offices, judgements
from verify.checkers.offices_answer import answer, known
from verify.checkers.terms import OfficeTable
from verify.ports import Case
from verify.sources.offices import SHIPPED, parse_terms
from verify.types import Article, Claim, Finding, Kind, OfficeTerm, Outcome, PartialDate, sha256

TABLE = OfficeTable(parse_terms(SHIPPED.read_bytes(), SHIPPED.name))
WINTER = "2025-12-20"


def findings(
    text: str, on: str | None, article: str = "", table: OfficeTable = TABLE
) -> list[Finding]:
    """What the checker finds in one sentence of an article held to a day."""
    whole = Article("", article or text, None, None, "en", sha256(article or text))
    start = max(0, whole.text.find(text))
    claim = Claim("c1", text, text, start, start + len(text), Kind.OFFICE, 0.5)
    day = date.fromisoformat(on) if on else None
    case = Case(whole, (claim,), (), (), (), table, day)
    return list(Offices().check(claim, case))


def only(text: str, on: str | None, article: str = "") -> Finding:
    """The one finding there should be."""
    found = findings(text, on, article)
    assert len(found) == 1, [f.explanation for f in found]
    return found[0]


def test_a_senator_who_resigned_is_not_a_senator_and_the_finding_says_what_he_was() -> None:
    found = only("Republican Senator Marco Rubio spoke.", WINTER)
    assert found.outcome is Outcome.REFUTES
    assert found.detail == "succeeded"
    assert "United States Secretary of State (since 2025-01-21)" in found.explanation
    assert any("out of office by 2025-01-21" in fact.text for fact in found.facts)
    assert all(fact.source for fact in found.facts)


def test_an_ambassador_out_of_date_is_named_with_the_successor() -> None:
    found = only("the Pakistani ambassador to the US, Masood Khan, and officials", WINTER)
    assert found.outcome is Outcome.REFUTES
    assert "Rizwan Saeed Sheikh" in found.explanation


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Rishi Sunak said no.",
        "British prime minister Rishi Sunak said no.",
        "Rishi Sunak, the prime minister of the United Kingdom, said no.",
        "Rishi Sunak, who serves as Britain's prime minister, said no.",
        "The UK prime minister, Rishi Sunak, said no.",
        "Britain's prime minister is Rishi Sunak.",
        "PM Rishi Sunak said no.",
        "As prime minister of the United Kingdom, Rishi Sunak has the last word.",
        "“No,” said Rishi Sunak, Britain's prime minister, on Monday.",
    ],
)
def test_the_wording_does_not_change_the_finding(text: str) -> None:
    assert only(text, "2023-05-01").outcome is Outcome.SUPPORTS
    assert only(text, WINTER).outcome is Outcome.REFUTES


def test_inside_an_interval_nothing_is_claimed() -> None:
    found = only("Senator Marco Rubio voted.", "2025-01-18")
    assert (found.outcome, found.detail) == (Outcome.NOTES, "unsettled")


def test_an_undated_article_gets_the_span_in_which_the_role_was_true() -> None:
    found = only("Senator Marco Rubio voted.", None)
    assert (found.outcome, found.detail) == (Outcome.NOTES, "undated")
    assert "from 2011-01-05" in found.explanation


def test_former_is_true_after_the_term_and_false_within_it() -> None:
    text = "Former British prime minister Rishi Sunak spoke."
    assert only(text, WINTER).detail == "former_ok"
    assert only(text, "2023-05-01").detail == "current_called_former"


def test_then_names_the_office_of_an_earlier_day() -> None:
    assert only("Then-President Barack Obama signed it.", WINTER).outcome is Outcome.SUPPORTS
    assert only("In 2022, Sen. Marco Rubio wrote to them.", WINTER).outcome is Outcome.SUPPORTS
    assert only("In 2023, Imran Khan was prime minister of Pakistan.", WINTER).detail == "succeeded"


def test_elect_is_true_before_and_false_long_after_taking_office() -> None:
    assert only("President-elect Donald Trump spoke.", "2024-12-01").detail == "elect_ok"
    assert only("President-elect Donald Trump spoke.", WINTER).detail == "already_in_office"


def test_the_wrong_country_state_and_party_are_refuted() -> None:
    assert only("Japanese Prime Minister Narendra Modi spoke.", WINTER).detail == "never_held"
    assert only("Florida Senator Ted Cruz spoke.", WINTER).detail == "never_held"
    assert only("Democratic Senator Ted Cruz spoke.", WINTER).detail == "other_party"


def test_successions_are_read_both_ways_round() -> None:
    right = findings("Keir Starmer succeeded Rishi Sunak as British prime minister.", WINTER)
    wrong = findings("Rishi Sunak took over from Keir Starmer as British prime minister.", WINTER)
    assert {f.outcome for f in right} == {Outcome.SUPPORTS}
    assert "succession" in {f.detail for f in right}
    assert wrong[0].detail == "succession_swapped"


def test_committee_roles_are_found_whatever_the_word_order() -> None:
    for text in (
        "Senate Intelligence Committee Vice Chairman Mark Warner spoke.",
        "Mark Warner, vice chairman of the Senate Select Committee on Intelligence, spoke.",
        "Mark Warner, the top Democrat on the Senate Intelligence Committee, spoke.",
    ):
        assert only(text, WINTER).outcome is Outcome.SUPPORTS, text


def test_a_surname_means_whom_the_article_names_in_full() -> None:
    article = "Shinzo Abe came home. Aides to Prime Minister Abe said so."
    found = only("Aides to Prime Minister Abe said so.", WINTER, article)
    assert found.outcome is Outcome.REFUTES
    assert "Shinzo Abe" in found.explanation


def test_a_surname_that_fits_the_true_holder_accuses_no_namesake() -> None:
    article = "Nawaz Sharif came home. Aides to Prime Minister Sharif said so."
    assert findings("Aides to Prime Minister Sharif said so.", WINTER, article) == []


def test_two_people_of_one_surname_are_not_told_apart_by_guessing() -> None:
    article = "Senators Tom Udall and Mark Udall met. Senator Udall left early."
    assert findings("Senator Udall left early.", "2013-07-10", article) == []


@pytest.mark.parametrize(
    "text",
    [
        "Senator Bukola Saraki spoke.",
        "Deputy Prime Minister Rishi Sunak spoke.",
        "Commission President Marco Rubio spoke.",
        "Biographers of President Kennedy disagree.",
        "Donald Trump was elected president in November 2016.",
        "Under President Barack Obama, the fleet shrank by a tenth.",
        "Marco Rubio, a senator at the time, said so.",
        "Joe Biden is not the president.",
        "A sales rep. Cruz by name, called at 5 pm Modi time.",
        "President Cyril Ramaphosa said so in Pretoria.",
    ],
)
def test_what_is_not_certain_is_never_refuted(text: str) -> None:
    on = "2020-06-01" if "Ramaphosa" in text else WINTER
    assert all(f.outcome is not Outcome.REFUTES for f in findings(text, on))


def test_conflicting_sources_stand_side_by_side() -> None:
    day = PartialDate("2020-01-01")
    mine = OfficeTerm(
        "Marco Rubio", "United States senator", "FL", PartialDate("2011-01-05"), day, None,
        source="my list",
    )  # fmt: skip
    table = OfficeTable([*TABLE.terms, mine])
    sources = {t.source for t in table.of("Marco Rubio") if t.office == "United States senator"}
    assert sources == {"congress-legislators", "my list"}


def test_holders_are_found_by_office_place_and_day() -> None:
    held = TABLE.holders("head of government", "Pakistan", date(2022, 6, 1))
    assert [t.person for t in held] == ["Shehbaz Sharif"]


def test_a_name_is_answered_with_every_term_and_its_standing_on_the_day() -> None:
    (person,) = known(TABLE, "Marco Rubio", date(2025, 12, 20))
    held = [h.office for h in person.held if h.status == "held"]
    assert held == ["United States Secretary of State"]
    lines = answer(TABLE, "Marco Rubio", date(2025, 12, 20))
    assert lines[0] == "Marco Rubio, on 2025-12-20: United States Secretary of State"
    assert len(lines) == 1 + len(person.held)
    assert answer(TABLE, "Nobody Inparticular") == []


def test_two_people_of_one_name_are_two_people() -> None:
    states = {k.held[0].office for k in known(TABLE, "Mike Rogers")}
    assert states == {
        "United States representative for Alabama",
        "United States representative for Michigan",
    }


WORDS = st.sampled_from(
    "Senator former Prime Minister President of the Pakistan 's , ( ) R-Fla. Rubio Marco - “ ” who "
    "is was ambassador to US chairman Senate Intelligence Committee 2019 then-".split()
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=25).map(" ".join)))
def test_no_text_makes_the_checker_fail(text: str) -> None:
    for on in (None, date(2025, 12, 20)):
        assert isinstance(judgements(TABLE, [text], text, on), list)
