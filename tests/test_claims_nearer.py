"""What hangs nearer, or further off, than it seems: clauses with `which`, second verbs, periods."""

from __future__ import annotations

import pytest

from tests.claim_articles import claims_of, of, spoken, stated


@pytest.mark.parametrize(
    "text",
    [
        "Walkers took photographs of the harbour wall, on which the tide table was painted.",
        "The judge is hearing the case about access to hospital files, in which a ruling is due.",
        "They agreed to set up four panels, for fisheries, ports and forests, which meet in May.",
        "She promised a petition against the toll road, which failed.",
        "The council rejected the plan, after which the mayor resigned.",
        "The lake is a refuge for ducks and for young pike, which together fill the nets.",
        "The vaccine is given without a needle, which counts for a lot in hot countries.",
        "He opened a bakery, overlooking the square at Orso, which has won two medals.",
        "The mill paid a fine, the size of which nobody has disclosed.",
        "Tokens may be spent at the inn, which has been bought by Moss and Hale, and will reopen"
        " in June.",
        "If you paid in cash, ask the cashier, who may give you a receipt.",
    ],
)
def test_what_may_be_told_of_another_noun_stays_in_its_sentence(text: str) -> None:
    assert stated(text) == [text]


def test_a_clause_with_which_is_told_of_the_noun_where_no_other_is_meant() -> None:
    assert "40 people worked in a mill." in stated("He owned a mill, in which 40 people worked.")
    text = "Her firm will buy Nora Marsh, which will be dissolved."
    assert "Nora Marsh will be dissolved." in stated(text)


def test_a_description_of_the_last_noun_is_not_of_the_year_before_it() -> None:
    told = stated(
        "Talks broke down in 2022, when Korda filed a complaint about hotel bills,"
        " for which she said no reason had been given."
    )
    assert "Talks broke down in 2022." in told
    assert all("2022 for which" not in t for t in told)


def test_what_belongs_to_a_long_phrase_is_put_behind_it() -> None:
    told = stated("The order covers 40 cabins on Hale Street, whose tenants moved into a school.")
    assert "The tenants of 40 cabins on Hale Street moved into a school." in told


def test_a_day_is_put_first_where_a_clause_stands_at_the_end() -> None:
    told = stated("Divers came in June, when they found a boat that the club had promised to lift.")
    assert "In June divers found a boat that the club had promised to lift." in told


@pytest.mark.parametrize(
    ("text", "claim", "never"),
    [
        (
            "Its main rival is Orrin Bank, a lender that was robbed in May and that would not pay.",
            "Orrin Bank is a lender that was robbed in May and that would not pay.",
            "That would",
        ),
        (
            "The offer is a merger by exchange: Orrin will buy North Tarn, which will be closed,"
            " with its staff moving to the new firm.",
            "North Tarn will be closed.",
            "The offer Orrin",
        ),
        (
            "Floods swept through the valley, driving 200 people from their homes and spilling"
            " sewage into a lake.",
            "Floods spilled sewage into a lake.",
            "200 people into",
        ),
        (
            "The trains ran between 1 May 2021, when the line opened, and 31 March 2023.",
            "The trains ran between 1 May 2021, when the line opened, and 31 March 2023.",
            "ran 31 March",
        ),
        (
            "A 30-year-old man accused of running that site was arrested in Riga last winter and"
            " has since pleaded guilty.",
            "A 30-year-old man accused of running that site has since pleaded guilty.",
            "running has",
        ),
        (
            "The pilot was looked over at a clinic and found to be unhurt.",
            "The pilot was found to be unhurt.",
            "The pilot found",
        ),
        (
            "By the time the teller read out the vote, nine to four, half the hall was empty.",
            "By the time the teller read out the vote, nine to four, half the hall was empty.",
            "nine to four.",
        ),
        (
            "Lead was found in 12 wells, all of them near the smelter; its source is unknown.",
            "Lead was found in 12 wells, all of them near the smelter.",
            "All of them",
        ),
        (
            "Miners owed pay for March may apply to the fund.",
            "Miners owed pay for March may apply to the fund.",
            "Miners owed pay for March.",
        ),
    ],
)
def test_what_belongs_together_is_read_together(text: str, claim: str, never: str) -> None:
    told = stated(text)
    assert claim in told
    assert not any(never in t for t in told)


@pytest.mark.parametrize(
    "text",
    [
        "Kerr moved, and Lund seconded, that the bridge be closed to lorries for a year.",
        "No ship may enter the lock, and no crew may land, without a permit from the harbour.",
        "A mixed panel of four bishops can, and once did, order one of the sees to pay costs.",
        "The firm did not keep such files, did not wish to, and would sooner leave than begin.",
        "The owners are the City of Orrin, as holder of the land, and the club, as its tenant.",
        "The mayor urged parents to keep dogs and children out of the lake.",
    ],
)
def test_what_says_little_or_something_else_alone_stays_together(text: str) -> None:
    assert stated(text) == [text]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The court has set aside three days, starting on 19 May, to hear it.", "court started"),
        ("The company opened a hotel, overlooking the bay.", "company overlooked"),
        ("The trial failed, Orrin Labs said on Monday, sending the shares down.", "Labs sent"),
        ("Nine died when the newer of its two wings, completed in 2019, fell.", "wings were"),
        ("The question of who should pay, put at $9 million, is open.", "question was put"),
    ],
)
def test_a_participle_is_not_told_of_what_it_does_not_describe(text: str, never: str) -> None:
    assert not any(never in t for t in stated(text))


def test_what_whoever_is_quoted_does_while_speaking_is_stated() -> None:
    told = stated("“A harbour is no park,” Ivo Stran said on Monday, holding up a letter.")
    assert "Ivo Stran held up a letter." in told


def test_a_past_form_beside_was_is_no_participle() -> None:
    told = stated(
        "The driver of a tram that ran into a van in Orso last autumn, killing three, braked in"
        " time but was helpless on wet rails, investigators said on Thursday."
    )
    assert any(t.endswith("killing three, was helpless on wet rails.") for t in told)
    assert not any("was braked" in t or "three investigators" in t for t in told)


def test_what_somebody_was_then_doing_was_not_done_after() -> None:
    told = stated("Ines Doro, then running for mayor, spoke in June.")
    assert "Ines Doro was then running for mayor." in told


def test_one_thing_rather_than_another_is_no_list() -> None:
    told = stated("A paint that is sprayed rather than brushed failed its tests.")
    assert "A paint is sprayed rather than brushed." in told
    assert not any(t.startswith("A paint is brushed") for t in told)


def test_who_declines_to_comment_is_whoever_speaks() -> None:
    told = stated("A Tarn spokesman said the company had raised the alarm and declined to comment.")
    assert "A Tarn spokesman declined to comment." in told


def test_how_long_it_was_so_is_what_the_speaker_says() -> None:
    said = spoken("For two years, said Alma Reuss, things went smoothly.")
    assert said["For two years things went smoothly."] == "Alma Reuss"


def test_what_stands_behind_who_admits_it_belongs_to_what_is_admitted() -> None:
    said = spoken("The hall, Ines Doro admits, has been shut, though only for the summer.")
    assert said == {"The hall has been shut, though only for the summer.": "Ines Doro"}


@pytest.mark.parametrize("line", ["May 15 (Northern) - ", "Sept. 16 - "])
def test_the_day_of_filing_is_no_part_of_the_sentence(line: str) -> None:
    told = claims_of(f"{line}The bank will pay a fine, the regulator said on Tuesday.")
    assert told[0].text == "The bank will pay a fine."


def test_a_chronicle_keeps_its_days() -> None:
    told = claims_of("May 15 - The bank failed in court.\n\nMay 19 - The bank paid a fine of $9m.")
    assert "May 15" in told[0].text


def test_his_deputy_stays_his() -> None:
    told = stated("Emil Stor left in May. His deputy Pavel Okrin has taken over.")
    assert "Pavel Okrin is Emil Stor's deputy." in told
    assert "Pavel Okrin has taken over." in told


@pytest.mark.parametrize("title", ["Then-CEO", "Then CEO"])
def test_who_held_an_office_then_need_not_hold_it_now(title: str) -> None:
    told = stated(f"{title} Ines Doro wrote to customers in May 2024.")
    assert "Ines Doro was then CEO." in told


def test_the_lead_of_a_list_states_nothing() -> None:
    assert [c.checkable for c in of("In the clinic, inspectors found that:")] == [False]


def test_numbers_of_roads_are_no_ages() -> None:
    told = stated("Trips on Routes 6, 11, 14 and 27 were suspended in January.")
    assert not any("aged" in t for t in told)


def test_a_view_does_not_become_a_fact_and_a_distance_keeps_its_place() -> None:
    text = "The balance was, in her view, one for the council, which had debated it."
    assert stated(text) == [text]
    told = stated("The quake was centred a short drive from Orso at a depth of 9 km.")
    assert told == ["The quake was centred a short drive from Orso at a depth of 9 km."]


def test_as_may_open_a_clause_whose_subject_has_one_of_its_own() -> None:
    assert stated("Prices rose as potatoes, which are a staple, did not arrive.") == [
        "Prices rose as potatoes did not arrive.",
        "Potatoes are a staple.",
        "Potatoes did not arrive.",
    ]
    text = "She works as a cook, which is a hard job, and left in May."
    assert not any("cook did" in c or "cook left" in c for c in stated(text))
