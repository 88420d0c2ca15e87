"""What is laid down, refused, asked for or judged: which of it can be looked up."""

from __future__ import annotations

import pytest

from tests.claim_articles import of


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        # a rule, and what somebody thinks ought to be
        ("Every lorry over 40 tonnes must carry two drivers.", True),
        ("Any child under five must sit in the back.", True),
        ("Every town in the valley must act.", False),
        ("Whoever is named must win a vote within three weeks.", True),
        ("The new chairman must win a vote within three weeks.", False),
        ("The government must act within days.", False),
        # what a contract lets be done, and what may come
        ("Disputes may be referred to a panel of three judges.", True),
        ("The case may be referred to the police.", False),
        ("The builder may charge the town for steel under the price clause.", True),
        ("The builder may charge the town for steel.", False),
        # a refusal, and what may be
        ("Tom Vale was told to leave and would not.", True),
        ("Tom Vale was told that the mill would not pay.", True),
        ("The mill would not pay.", False),
        ("Hale J would have allowed the appeal.", True),
        ("Lady Moss would have dismissed the claim.", True),
        ("A longer trial would have dismissed the doubts.", False),
        # what it was done for, and why
        ("The court froze its ruling for a month, so that an appeal may be lodged.", True),
        ("Ann Roe called the plan absurd, because the road will run through the mill.", True),
        ("The town is uneasy because the road will run through it.", False),
        # what tells of a noun
        ("The port put the loss at £2m, a sum that will be checked in May.", True),
        ("It put the loss at £2m, a sum that will be checked in May.", True),
        ("It was a sum that may be too high.", False),
        ("The nurses are seeking a guarantee that the ward will stay.", True),
        ("Through the union both said that they would strike, and a date was set.", True),
        ("They will say by 4 May whether the mill will stay.", False),
    ],
)
def test_what_the_main_clause_lays_down_or_did(text: str, checkable: bool) -> None:
    assert of(text)[0].checkable == checkable


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("The road matters because of what lies beyond it.", False),
        ("It is tempting to blame the rain.", False),
        ("Guests are urged to book early.", False),
        ("Guests were urged to book early.", True),
        ("The mill was too close to the school.", False),
        ("Tom Vale was too ill to travel.", True),
        ("It is too early to predict the harvest.", False),
        ("The town is proud of its mill for good reason.", False),
        ("The crew were a good deal younger.", True),
        ("The crew were good.", False),
    ],
)
def test_a_judgement_or_a_comparison(text: str, checkable: bool) -> None:
    assert of(text)[0].checkable == checkable


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("Last audit: May 9, 2021.", True),
        ("Seats (60): Farm Union 31; Greens 20; Island List 9.", True),
        ("Opening times: Monday; Tuesday; Friday.", False),
        ("Next steps: see the plan.", False),
        ("Two letters of complaint (late trams; leak in a roof).", False),
        ("Ann Roe sold the mill (it was old).", True),
    ],
)
def test_notes_that_name_a_day_or_a_share(text: str, checkable: bool) -> None:
    assert of(text)[0].checkable == checkable


def test_a_question_behind_a_colon_takes_nothing_from_what_was_done() -> None:
    found = of("Farmers from the valley rang the mayor with one question: Would you sell?")
    assert found[0].checkable
    found = of("The question: would you sell?")
    assert not found[0].checkable


def test_what_readers_ask_is_nobodys_statement() -> None:
    page = (
        "**I have a ticket. Can I use it?**\nThe pier is shut.\n\n**Who pays?**\nThe town pays.\n\n"
        "**I run a stall.**\nStalls are open."
    )
    found = {c.text: c.checkable for c in of(page)}
    assert not found["I have a ticket."]
    assert not found["I run a stall."]
    assert found["The town pays."]
    found = {c.text: c.checkable for c in of("**The pier has closed.**\n\nWho pays is not known.")}
    assert found["The pier has closed."]


def test_when_somebody_is_to_say_it_is_yet_to_come() -> None:
    told, said = of("The mayor told the Lamp that she would say by 4 May whether it would close.")
    assert (told.checkable, said.checkable) == (True, False)


def test_a_ban_and_an_order_in_force_are_facts() -> None:
    for text in (
        "No lorry may cross the bridge without a permit from the harbour office.",
        "The tenants of Ash Street must stay away until further notice.",
    ):
        assert all(c.checkable for c in of(text)), text
    assert not any(c.checkable for c in of("The council must act."))
    assert not any(c.checkable for c in of("No deal may be possible in May."))


def test_a_title_with_a_value_in_it_is_no_judgement() -> None:
    found = of('The band is known for the songs "Rain Is Beautiful" and "Lies".')
    assert all(c.checkable for c in found)
    assert not any(c.checkable for c in of("Ann Roe has given memorable performances in films."))
