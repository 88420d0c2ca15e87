"""What holds only together: lists under one number, fixed phrases, clauses that lean on another."""

from __future__ import annotations

import pytest

from tests.claim_articles import of, spoken


def stated(text: str) -> list[str]:
    return [c.text for c in of(text)]


@pytest.mark.parametrize(
    "text",
    [
        # as many things as the number says, behind a preposition that looks like a verb
        "The auditor raised four objections, concerning pensions, travel, leases and a loan.",
        "The hall in Ardmore was used only to store chairs and tents.",
        "The ban covers only pubs and clubs.",
        # one number for all of them, wherever the list stands
        "20 people were killed in Kent and Essex.",
        "47 people were rescued by crews from Kent and Essex.",
        "Firms in Kent and Essex employ 300 people.",
        "Volunteers, with pumps from the Army and a water company, saved 31 homes.",
        # what is joined to a body may be joined to what is of it
        "Fire crews, with a boat from Norby Rescue and a helicopter, searched the lake.",
        "A widow, with a nurse from the clinic and a neighbour, carried the cup to the car.",
        "The mayor met the owner of the mill and the tenants.",
        "The bodies of two men and a woman were found in a cellar in Leeds.",
        # the `and` ends the list around it
        "The strike hit ferries to Norby, trains in the north and buses in Leeds.",
        "Lind sold shares in Norbank, bonds in Varna Steel and a farm.",
        "The fund spent £3m on roads, £2m on schools and the rest on sewers.",
        # what is mixed or combined
        "Ann Roe invented a fusion of jazz, folk and rock.",
        "The choir sings a mix of Welsh and English songs.",
        "Her shows combine elements of opera, circus and mime.",
        # the one noun or the other before it, the first alone, or all of them
        "Ann Roe leads the Norby and Varna rescue teams.",
        "After much trial and error, the crew freed the ship.",
        "Tom Voss was known for his bravery and devotion to the cause.",
        "The plan relies on fuel storage and sale of grain.",
        "Ann Roe made several films in Welsh and Irish.",
        "The reporter rang the head of the trust and her lawyer.",
        "The reporter met the head of Norbank and the Leeds Bakery.",
        # what was written stands behind the second verb
        "Ann Roe has written and starred in three plays.",
        # the parser ties the later items to the verb
        "The policy covers loss of luggage, doctors' bills and missed trips linked to the storm.",
        "Shops may no longer sell cooked meat or sliced bread on the street.",
    ],
)
def test_list_stays_together(text: str) -> None:
    assert stated(text) == [text]


def test_list_without_a_number_is_dealt_out() -> None:
    assert stated("The new rules apply to pubs in Leeds and York.") == [
        "The new rules apply to pubs in Leeds.",
        "The new rules apply to pubs in York.",
    ]
    assert stated("Three teams, including Leeds and York, were relegated.") == [
        "Three teams, including Leeds, were relegated.",
        "Three teams, including York, were relegated.",
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The firm bought shops in Leeds and York.",
            ["The firm bought shops in Leeds.", "The firm bought shops in York."],
        ),
        (
            "Ann Roe retired and moved to Leeds.",
            ["Ann Roe retired.", "Ann Roe moved to Leeds."],
        ),
        (
            "Tom Voss served as chair and treasurer of the Kent Trust.",
            [
                "Tom Voss served as chair of the Kent Trust.",
                "Tom Voss served as treasurer of the Kent Trust.",
            ],
        ),
    ],
)
def test_what_is_true_of_each_is_dealt_out(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


def test_a_new_noun_behind_a_bare_one_may_belong_to_either() -> None:
    found = stated(
        "Lind died in Leeds, leaving behind a legacy of clever buildings and a reputation as one"
        " of the finest builders in the north."
    )
    assert not any("legacy of a reputation" in t for t in found)
    assert any("a legacy of clever buildings and a reputation" in t for t in found)


def test_list_inside_a_description_is_dealt_out() -> None:
    found = stated("Anna Lind, a pupil of Tom Voss and Mair Pugh, won the cup.")
    assert "Anna Lind is a pupil of Tom Voss." in found
    assert "Anna Lind is a pupil of Mair Pugh." in found


def test_participle_before_a_noun_is_no_verb() -> None:
    assert stated("The bakery sells baked bread and smoked ham to hotels.") == [
        "The bakery sells baked bread to hotels.",
        "The bakery sells smoked ham to hotels.",
    ]


def test_a_couple_is_two_and_no_third() -> None:
    found = stated("The house was left by a Welsh couple, Owen and Mair Pugh, and Tom Voss.")
    assert "Owen and Mair Pugh are a Welsh couple." in found
    assert not any(c.startswith(("Owen is", "Owen and Mair Pugh and Tom")) for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "Mara Lind took the landlord to court in March.",
        "The envoys put their signatures to the treaty in Geneva after two days of talks.",
        "The ferry had carried 900 cars by six o'clock on Friday evening.",
        "Output fell from 90,000 tonnes in 2011 to 40,000 tonnes in 2019.",
        "The guild is known for its appeal, in the summer of 2019, for volunteers from abroad.",
        "The port has an eye on Norby as a second harbour.",
        "The board expects sales of EUR 30m to 40m for the year.",
    ],
)
def test_no_circumstance_without_the_other(text: str) -> None:
    assert len(stated(text)) == 1


def test_umpire_stays_with_the_person() -> None:
    found = stated("They met at a mill in Norby, with Anna Lind, a retired judge, as umpire.")
    assert not any(" as umpire" in c and "Anna Lind" not in c for c in found)
    assert "Anna Lind is a retired judge." in found


def test_hour_and_place_are_two() -> None:
    assert stated("The show opened at noon on 3 May in Leeds.") == [
        "The show opened at noon on 3 May.",
        "The show opened in Leeds.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Of 40 wards, 12 were full, nine were half empty and three did not open.",
        "Nothing was stolen there and nobody was arrested.",
        "A ship sank off Leeds and everyone was rescued.",
        "A teacher has been dismissed and a second colleague reprimanded after an inquiry.",
        "A teacher was dismissed and a second colleague warned after an inquiry.",
        "A driver has been questioned and a second released.",
        "The mill at Norby is to be sold, with the loss of 90 jobs, and the looms moved to Varna.",
        "Most voters chose the mayor and the rest stayed at home.",
        "Lind was fined for taking £9,000 from the band, most of it raised at a fair.",
        "There was no cheering outside the pool, only a clerk with a bag and the rain coming in.",
        "Two exams will be cancelled and marks on the other papers scaled up.",
    ],
)
def test_clause_that_leans_on_the_first_stays_with_it(text: str) -> None:
    assert stated(text) == [text]


def test_clause_that_says_enough_stands_alone() -> None:
    assert stated("The strike has been called off and the union won a pay rise.") == [
        "The strike has been called off.",
        "The union won a pay rise.",
    ]
    assert stated("A bridge was washed away and a roof collapsed in Leeds.") == [
        "A bridge was washed away.",
        "A roof collapsed in Leeds.",
    ]


def test_shared_help_agrees_with_the_second_subject() -> None:
    found = stated("Two shops were burnt in York on 3 May and a guard hurt.")
    assert found[-1] == "A guard was hurt."
    found = stated("He was arrested in Leeds and his brother charged with fraud.")
    assert found == ["He was arrested in Leeds.", "His brother was charged with fraud."]


def test_condition_stays_with_what_is_promised() -> None:
    said = spoken("Voss said the bridge will reopen in May, provided that the steel arrives.")
    assert list(said) == ["The bridge will reopen in May, provided that the steel arrives."]
    assert "The bridge might reopen in May." not in stated(
        "Voss said the bridge might reopen in May, provided regulators consent, and that no toll"
        " would be charged."
    )
    assert "The town was provided with new pumps." in stated(
        "The town, provided with new pumps, stayed dry."
    )


def test_second_subject_behind_its_aside() -> None:
    found = stated(
        "A judge drafted it after the tenants asked for a ruling and the landlord, who had first"
        " refused, gave in under pressure."
    )
    assert "The landlord had first refused." in found
    assert not any("asked for the landlord" in c or "was gave" in c for c in found)


def test_said_only_that() -> None:
    found = stated("Anna Lind said only that the talks had failed.")
    assert found == ["Anna Lind said only that the talks had failed.", "The talks had failed."]


def test_sentence_before_a_semicolon_is_left_out_whole() -> None:
    found = stated(
        "The town does not employ Voss and has no power to dismiss her; a clerk said she had left."
    )
    assert "The town does not employ Voss." in found
    assert not any(" and;" in c for c in found)


def test_what_is_denied_and_put_right_is_one() -> None:
    text = "The miners did not ask for money; the miners asked for time."
    assert stated(text) == [text]
    assert stated("The court did not hear the case; the judge was ill.") == [
        "The court did not hear the case.",
        "The judge was ill.",
    ]


def test_day_of_the_decision_stands_first() -> None:
    found = stated("The case was heard on 3 May, when the judges decided how much he has to pay.")
    assert "On 3 May the judges decided how much he has to pay." in found
    assert "The firm moved to York in 1982." in stated(
        "The mill closed in 1982, when the firm moved to York."
    )


def test_participle_in_the_opening_clause() -> None:
    found = stated(
        "When they absorbed Bank Norland, bought in 2019, the switch of systems was meant to be"
        " done in a year and lasted nearly three."
    )
    assert "Bank Norland was bought in 2019." in found
    assert not any("was when" in c for c in found)
