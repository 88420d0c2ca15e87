"""Rules, terms and what was told are facts; turns of speech and pictures are none."""

from __future__ import annotations

import pytest

from tests.claim_articles import claims_of, of
from verify.types import Claim


def alone(text: str) -> Claim:
    (claim,) = of(text)
    return claim


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("Bids for the mill must be in by 4 May.", True),
        ("Bids for the mill have to be in by October 20.", True),
        ("Appeals must be filed within 28 days.", True),
        ("Players must register by Friday.", True),
        ("Shops in Varna may open in the mornings only.", True),
        ("The firm must close by 2030.", False),
        ("We must act by 4 May.", False),
        ("The council must act before Friday.", False),
        ("The bridge must be mended.", False),
        ("The shop may open in the mornings only.", False),
        ("Pills may help in the mornings only.", False),
        ("Shops in Varna may open in May.", False),
    ],
)
def test_a_rule_with_its_limit_is_a_fact(text: str, checkable: bool) -> None:
    assert alone(text).checkable == checkable


def test_what_somebody_demands_by_a_day_is_no_rule() -> None:
    found = {c.text: c.checkable for c in of("The mayor must resign by Friday, Ann Voss said.")}
    assert not found["The mayor must resign by Friday."]


def test_a_rule_may_let_last_what_another_makes_begin() -> None:
    found = of("The vote must begin by 4 May and may last no more than a week.")
    assert [c.checkable for c in found] == [True, True]
    assert not any(c.checkable for c in of("The boom may last no more than a week."))


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("A vote must take place within 90 days.", True),
        ("Should a mine be opened, 5 percent of the profit would go to a fund.", True),
        ("In return, the firm will pay £5m.", True),
        ("Farmers could lose 300 jobs.", False),
        ("Critics fear it would cost £5m.", True),  # that they fear it
        ("Trade will grow by 5 percent.", False),
        ("The firm will be proud of it.", False),
    ],
)
def test_the_terms_of_an_accord_go_on_in_its_paragraph(text: str, checkable: bool) -> None:
    opening = "Under the accord, the state leaves the forest alone."
    assert of(f"{opening} {text}")[1].checkable == checkable
    if "fear" not in text:
        assert not of(f"{opening}\n\n{text}")[1].checkable
        assert not of(f"{opening} Ann Voss said it was late. {text}")[-1].checkable


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("By the ministry's own estimate the road will cost £5m.", True),
        ("The road will save 20 lives a year, by the firm's own forecast.", True),
        ("By some estimates the road will cost £5m.", False),
        ("By next year the road will cost £5m.", False),
    ],
)
def test_an_estimate_of_somebody_named_can_be_looked_up(text: str, checkable: bool) -> None:
    assert alone(text).checkable == checkable


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("The firm gave notice in May that it was likely to close.", True),
        ("The council had told residents only that the bridge might close.", True),
        ("The judge held that the driver could have braked.", True),
        ("The mill had been shut since May but was let in June and may be sold later.", True),
        (
            "The sale will cost 300 jobs, the banks say, in one of the largest deals since 2008.",
            True,
        ),
        ("Silt from the river, it found, will smother the reef.", True),
        ("The firm is likely to close.", False),
        ("The firm may give notice that it will close.", False),
        ("The sale will cost 300 jobs, I think, in one of the largest deals since 2008.", False),
        ("The mill had been shut since May but may be let in June and sold later.", False),
    ],
)
def test_what_has_been_told_or_done_can_be_checked(text: str, checkable: bool) -> None:
    assert of(text)[-1].checkable == checkable


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("Spring cannot come soon enough for the growers.", False),
        ("What the town has lost cannot be measured in money.", False),
        ("The town's grief cannot be overstated.", False),
        ("What to do with the mill is a question for another day.", False),
        ("Who wins is anyone's guess.", False),
        ("Varna Works can afford to be patient.", False),
        ("It is harder to park in Lens.", False),
        ("The law is overdue for reform.", False),
        ("The ferry could not leave soon enough to catch the tide.", True),
        ("The depth of the lake cannot be measured with a rope.", True),
        ("The boiler is overdue for inspection.", True),
        ("The question for another jury was whether Roe lied.", True),
        ("Few can afford to be insured.", True),
        ("It is harder to park in Lens than in Varna.", True),
        ("It is easier to sell a boat than to row one.", True),
    ],
)
def test_a_turn_of_speech_that_no_record_could_settle(text: str, checkable: bool) -> None:
    assert alone(text).checkable == checkable


@pytest.mark.parametrize(
    ("said", "checkable"),
    [
        ("the fire was “a warning from the deep”", False),
        ("the fire showed “the price of delay”", False),
        ("the crew were treated “like cattle”", False),
        ("the plan was “deeply unfair”", False),
        ("the ship was “a Norlund trawler”", True),
        ("the ship had “a crew of 12”", True),
        ("Roe Works had “paid every bill on time”", True),
    ],
)
def test_a_picture_in_somebodys_own_words_is_no_fact(said: str, checkable: bool) -> None:
    report, bare = of(f"Ann Voss said that {said}.")
    assert report.checkable
    assert bare.checkable == checkable


@pytest.mark.parametrize(
    ("headline", "checkable"),
    [
        ("Former Varna mayor guilty of fraud", True),
        ("Miners ill after gas leak", True),
        ("Zeppan finalises sale of its mill, 40 jobs to go", True),
        ("How to keep children safe at sea", False),
        ("The search for the missing", False),
        ("Kelmar, Roe Works to merge", False),
        ("Council, unions to meet on pay", False),
    ],
)
def test_a_headline_without_is_or_with_a_plan_behind_a_comma(
    headline: str, checkable: bool
) -> None:
    text = f"{headline}\n\nThe town of Varna is old. It lies by a lake.\n\nIt has a mill."
    assert claims_of(text)[0].checkable == checkable
