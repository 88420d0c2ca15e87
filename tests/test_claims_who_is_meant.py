"""Whom names and pronouns mean, where another one stands nearer."""

from __future__ import annotations

import pytest

from tests.claim_articles import of, spoken, stated


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Odrun Kestavel was a Breton sculptor. She studied in Nantes.",
            "Odrun Kestavel studied in Nantes.",
        ),
        (
            "Tamsel Oruk (born 1961) is a retired Turkish diplomat. He served in Cairo.",
            "Tamsel Oruk served in Cairo.",
        ),
        (
            "Peregrin, the council treasurer, rose to speak. He blamed the weather.",
            "Peregrin blamed the weather.",
        ),
        (
            "Hester Lowick, Baroness Lowick, is a British historian. She lives in York.",
            "Hester Lowick lives in York.",
        ),
        (
            "One farmer asked about hay. Then one woman asked about milk. She was told to wait.",
            "The woman was told to wait.",
        ),
    ],
)
def test_what_somebody_is_called_tells_that_it_is_a_person(text: str, claim: str) -> None:
    assert claim in stated(text)


def test_a_name_that_tells_which_rebellion_is_nobody() -> None:
    found = stated(
        "Obeda Kirwan fought in the Zanu Zanu rebellion. Kirwan joined the Zanu Zanu movement in"
        " 1951. He was arrested in May."
    )
    assert not any(c.startswith("Zanu Zanu was arrested") for c in found)


@pytest.mark.parametrize(
    "claim",
    [
        "She was born in Bergen, Norway.",
        "He founded the band Marsdale.",
        "He played in the club Marsdale.",
    ],
)
def test_what_bears_a_surname_is_not_that_person(claim: str) -> None:
    found = stated(f"Miss Fjord Norway is a model. Peter Marsdale wrote songs. {claim}")
    assert not any("the band Peter Marsdale" in c or "club Peter" in c for c in found)
    assert not any(c.endswith("Fjord Norway.") for c in found)


def test_a_firm_called_after_its_founder_is_no_person() -> None:
    found = stated(
        "The plant of Hollis Coatings burned. Roe Industries bought Hollis in 2019. Mark Hollis,"
        " who ran the company until then, wept."
    )
    assert any("bought Hollis in 2019" in c for c in found)
    assert not any("ran Roe Industries" in c for c in found)


def test_the_company_is_the_only_one_that_is_named() -> None:
    found = stated("Roe Industries makes paint. The company employs 90 people.")
    assert "Roe Industries employs 90 people." in found


def test_who_speaks_without_a_first_name_may_be_she() -> None:
    found = stated(
        "Mayor Ann Weller spoke at length. Petrakis, one of the three who voted for her, said she"
        " knew of no other way of filling the gap."
    )
    assert not any("Ann Weller knew" in c for c in found)


def test_a_capital_that_stands_first_is_no_name() -> None:
    found = stated('Attendance was 4,100. Lasse Holt left early. "It was cold," he said.')
    assert not any("Attendance said" in c for c in found)


def test_he_may_be_one_of_whom_no_more_is_told() -> None:
    text = (
        "John Askham has the job now. In 2018 a bank paid £2m to Merrow and his wife. He kept 5%."
    )
    found = stated(text)
    assert any("Merrow and his wife" in c for c in found)
    assert "John Askham kept 5%." not in found


def test_his_may_be_the_boys() -> None:
    found = stated(
        "Mark Lund resigned. Police reminded reporters of the Vardal boy, found after detectives"
        " traced his captor."
    )
    assert not any("Lund's captor" in c for c in found)


def test_a_full_name_is_meant_though_two_bear_the_surname() -> None:
    found = stated(
        "Luka Bern gave a sample, said Petr Halm. Petr Halm left. The player's brother, Mark Bern,"
        " was not a party; reports that he had been tested are wrong."
    )
    assert not any("Petr Halm had been tested" in c for c in found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("A court was considering who owned it.", "who owned the court"),
        (
            "The court cleared the sale, ruling that the heirs of its former owner had waited.",
            "court's former owner",
        ),
        (
            "Roe Brewing, whose staff work in Kent, confirmed that PX-3 is brewed entirely at its"
            " Dover plant, which has nine vats.",
            "PX-3's Dover plant",
        ),
        ("The bank agreed to the order without denying its findings.", "bank's findings"),
        (
            "The Green Alliance, whose deputies fought the bill in 2023 when it went through by 71"
            " votes to 58, has won.",
            "Alliance went through",
        ),
        (
            "Western winds have moved, and the authors explain why. They looked for ice.",
            "Western winds looked",
        ),
        (
            "The work was done with buoys that fishermen know by their lamps. They cost little.",
            "Fishermen cost",
        ),
    ],
)
def test_a_nearer_subject_is_not_always_meant(text: str, wrong: str) -> None:
    assert not any(wrong in c for c in stated(text))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Roe Brewing confirmed that the mill runs its own shop.",
            "The mill runs its own shop.",
        ),
        (
            "Two docks closed in May, and the mayor explained why. They opened in June.",
            "Two docks opened in June.",
        ),
        (
            "The yard was closed because of a strike, Northway confirmed. It added that work would"
            " begin again in May.",
            "Northway added that work would begin again in May.",
        ),
    ],
)
def test_what_has_one_reading_is_settled(text: str, claim: str) -> None:
    assert claim in stated(text)


def test_a_speaker_is_not_given_the_words_of_another() -> None:
    found = of(
        "Owen Litton stood by the door. “We just kept going,” he says. Moira Kerr, 58, remembers"
        " silence. “I had my paper on my knee.”"
    )
    last = next(c for c in found if "paper on my knee" in c.text)
    assert last.attribution is None or last.attribution.speaker != "Owen Litton"


def test_the_day_of_a_talk_is_no_part_of_who_spoke() -> None:
    found = spoken("“It will be cold,” said the county envoy, Maarten Vold, at a talk on Tuesday.")
    assert all("Tuesday" not in who for who in found.values())


def test_what_somebody_should_do_is_the_speakers_word() -> None:
    found = spoken("The offer is final, the mayor said, and anyone hoping for more should wait.")
    assert found["Anyone hoping for more should wait."] == "the mayor"


def test_an_account_of_two_like_clauses_covers_both() -> None:
    found = spoken(
        "There were 44 guards in May and there are 31 now, according to the union's head, Dan Roe."
    )
    assert "There were 44 guards in May." in found


def test_an_adverb_between_he_and_his_verb() -> None:
    found = of("William Marl won a prize. He soon after experienced money trouble.")
    assert all(c.checkable for c in found if "experienced" in c.text)
