"""Lists that hold only together, lists within lists, and what is taken for a list and is none."""

from __future__ import annotations

import pytest

from tests.claim_articles import spoken, stated
from tests.test_claims_voices import words_of
from verify.claims.items import or_more


@pytest.mark.parametrize(
    "text",
    [
        # what several names call together
        "The valley is known as Orrdale and the Long Glen.",
        # what several are is all of them
        "The main exports are timber, wool and fish.",
        # an order
        "The ferry was followed by two tugs, a barge and finally a rowing boat.",
        "The parade was preceded by drummers and pipers.",
        # which kind is in which place
        "The gas harmed the lung and skin cells in the chest and arms.",
        # two kinds of one thing, or two things
        "The law hits the private security and cleaning sector in Norda.",
        "Farmers may improve grazing land and soil.",
        # the last `and` ends the outer list
        "Workshops used by the pupils include a white brick hall and kitchen, an owned and managed"
        " farm, and cross-border commercially traded wood and wool.",
        "The tax could curb smoking, cut waste, and plastic use.",
        "The options include a private rail line and depot, a ferry for freight, and publicly"
        " funded roads and bridges.",
        "She opened a shop, sold bread and cakes.",
        # what all are called
        "The report names Orr, Voss and Lind as the worst polluters.",
        # where the examples end
        "The bridge works with systems such as Orrnet, tool for drivers and as a gate for ships.",
        # of what they are examples
        "The funds buy assets that yield steady cash, such as toll roads.",
        "The law bans products that contain lead, including toys.",
    ],
)
def test_what_holds_only_together_is_not_dealt_out(text: str) -> None:
    assert stated(text) == [text]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The dam protects the main exports, which are probably timber, wool and fish.",
            [
                "The dam protects the main exports.",
                "The main exports are probably timber, wool and fish.",
            ],
        ),
        (
            "The two sisters, known as Ann Roe and Mara Roe, opened the hall.",
            [
                "The two sisters are known as Ann Roe and Mara Roe.",
                "The two sisters opened the hall.",
            ],
        ),
        (
            "He is known as a painter and a writer.",
            ["He is known as a painter.", "He is known as a writer."],
        ),
        (
            "The law hits the security sector and the cleaning sector.",
            ["The law hits the security sector.", "The law hits the cleaning sector."],
        ),
        (
            "The course improved driving skills and road safety.",
            ["The course improved driving skills.", "The course improved road safety."],
        ),
        (
            "The firm won several chains as customers including Orr, Lind and Voss.",
            [
                "The firm won several chains as customers including Orr.",
                "The firm won several chains as customers including Lind.",
                "The firm won several chains as customers including Voss.",
            ],
        ),
        (
            "He cut costs, sold vans and buses and closed a plant.",
            ["He cut costs.", "He sold vans.", "He sold buses.", "He closed a plant."],
        ),
        (
            "The funds buy assets such as toll roads.",
            ["The funds buy assets.", "The funds buy toll roads."],
        ),
    ],
)
def test_a_list_is_dealt_out_where_each_item_is_true_alone(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


def test_there_is_goes_on_with_no_verb() -> None:
    found = stated(
        "There has been a drop of interest in the winter tourism and skiing industry since the"
        " pass closed."
    )
    assert any("interest in the winter tourism and skiing industry" in c for c in found)
    assert not any("has been a skiing" in c or c.endswith("tourism.") for c in found)


def test_fifty_plus_is_a_number() -> None:
    text = "Moss scored 50 plus points a piece in Norda"
    rows = (
        "NNP/nsubj/1/PERSON VBD/ROOT/1/ CD/dobj/1/CARDINAL CC/cc/1/ VBZ/conj/1/ DT/det/6/"
        " NN/dobj/4/ IN/prep/4/ NNP/pobj/7/GPE"
    )
    words = or_more(text, words_of(text, rows))
    assert (words[4].dep, words[4].head, words[4].tag) == ("dobj", 1, "NNS")
    assert (words[2].dep, words[2].head) == ("nummod", 4)
    assert (words[6].dep, words[6].head) == ("npadvmod", 1)
    assert words[7].head == 1


def test_plus_joins_two_numbers() -> None:
    text = "Moss scored 50 plus 20 points"
    rows = "NNP/nsubj/1/PERSON VBD/ROOT/1/ CD/dobj/1/CARDINAL CC/cc/2/ CD/nummod/5/ NNS/conj/2/"
    words = words_of(text, rows)
    assert or_more(text, list(words)) == words


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "While trams pay for the tunnel, buses and taxis pay for the road.",
            ["Trams pay for the tunnel.", "Buses pay for the road.", "Taxis pay for the road."],
        ),
        (
            "While goats care for grass, hens and free-range ducks, which are more costly, perform"
            " better for small farms.",
            [
                "Goats care for grass.",
                "Hens, which are more costly, perform better for small farms.",
                "Free-range ducks, which are more costly, perform better for small farms.",
            ],
        ),
        (
            "Although he visited Kent, Essex and Sussex, Roe liked none.",
            ["He visited Kent.", "He visited Essex.", "He visited Sussex.", "Roe liked none."],
        ),
    ],
)
def test_the_subject_behind_a_concession_is_no_item_of_its_list(
    text: str, claims: list[str]
) -> None:
    assert stated(text) == claims


def test_a_time_goes_with_its_whole_phrase() -> None:
    found = stated(
        "Officials said that opening three gates two hours before a storm sharply lowered the lake."
    )
    assert "Opening three gates two hours before a storm sharply lowered the lake." in found


def test_clauses_with_a_dash_between_have_one_speaker() -> None:
    found = spoken(
        "Cutting your fleet and daily traffic takes continued work — it's a short-term plan —"
        " whereas raising your fares is a long-term plan, Ann Roe said."
    )
    assert found["Cutting your fleet takes continued work."] == "Ann Roe"
    assert found["Cutting your daily traffic takes continued work."] == "Ann Roe"


def test_a_month_keeps_its_year_in_a_range() -> None:
    found = stated(
        "Orrdale, which was founded in 1990, paid £3m between May 2016 and June last year to nine"
        " mills.",
        published="2021-03-04",
    )
    assert "Orrdale paid £3m between May 2016 and June 2020 to nine mills." in found
    assert stated("The ferry sank in March last year.", published="2021-03-04") == [
        "The ferry sank in March 2020."
    ]


@pytest.mark.parametrize(
    "text",
    [
        # a sum of all the items
        "Spending on fuel, rent and paint doubled.",
        "Output of coal, steel and paper fell by half.",
        "Sales of vans and lorries rose.",
        # what somebody has not
        "Orrdale has no roof, no heating and, until May, no director.",
        # what belongs to a phrase in between
        "The office is a room above a butcher’s in Leith.",
    ],
)
def test_what_is_one_sum_or_one_lack_stays_together(text: str) -> None:
    assert stated(text) == [text]


def test_no_item_of_a_lack_describes_who_lacks_it() -> None:
    found = stated(
        "The prize went to Orrdale Ltd, a mill that has no roof, no heating and, until May, no"
        " director."
    )
    assert found == [
        "The prize went to Orrdale Ltd.",
        "Orrdale Ltd is a mill that has no roof, no heating and, until May, no director.",
    ]


def test_things_that_are_no_sum_are_dealt_out() -> None:
    assert stated("Anna Roe owns vans and lorries.") == [
        "Anna Roe owns vans.",
        "Anna Roe owns lorries.",
    ]


def test_the_infinitives_of_a_plan_stay_with_it() -> None:
    found = stated(
        "The council will go ahead with a scheme, drawn up in June, to widen the road, cut down 40"
        " trees and move the market by 2030."
    )
    assert found[0] == (
        "The council will go ahead with a scheme to widen the road, cut down 40 trees and move the"
        " market by 2030."
    )
    assert not any("council cut" in f for f in found)
    assert "The mayor cut two posts." in stated(
        "The mayor announced a scheme to widen the road, cut two posts and left."
    )


def test_a_marked_word_stays_with_its_noun() -> None:
    found = spoken("Guards said they had seen dents and “weeping” cracks to the wall.")
    assert not any(f.endswith("“weeping”.") for f in found)
    assert any("“weeping” cracks to the wall." in f for f in found)


def test_a_reason_before_a_semicolon_goes_with_what_it_gives_the_reason_of() -> None:
    found = stated("Profit rose, but only because Kelmar sold land; sales of bread fell 4 percent.")
    assert "Profit rose only because Kelmar sold land." in found
    assert "Sales of bread fell 4 percent." in found
    assert not any(f.startswith("Only because") for f in found)


@pytest.mark.parametrize(
    "text",
    [
        # one body of both
        "A committee of parents and nurses met in May.",
        # the half is that of both together
        "About half went through retirement and normal turnover.",
        # all of them, together
        "The first winners were nurses and cooks.",
        # one end and the other
        "Hale carried letters from one side to the other.",
        # where its office is, or how the rest is run
        "The firm has its head office in Varna, with the shops run from Dorne by a team of clerks.",
        # what keeps somebody out
        "The ban rules Moss out of the Varna Games in August.",
        # others of what, and what was answered
        "The mine closed, and there are others.",
        "The law passed, and the streets answered.",
    ],
)
def test_what_says_nothing_by_itself_stays_with_the_rest(text: str) -> None:
    assert stated(text) == [text]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The rivals of parents and nurses met in May.", "The rivals of nurses met in May."),
        ("The guards went through Varna and Dorne.", "The guards went through Dorne."),
        ("Hale carried letters to Varna in May.", "Hale carried letters in May."),
        ("The mine closed, and there are others in Varna.", "There are others in Varna."),
        ("The law passed, and Moss answered the critics.", "Moss answered the critics."),
        (
            "She thanked her aunts, her coach, Tom Hale, and her sister, Ruth.",
            "Tom Hale is her coach.",
        ),
    ],
)
def test_what_can_stand_alone_is_dealt_out(text: str, claim: str) -> None:
    assert claim in stated(text)


def test_titles_in_a_row_are_a_list() -> None:
    text = 'Some of his most popular songs include "The Heron," "Kill Your Time," and "Smooth."'
    assert stated(text) == [
        'Some of his most popular songs include "The Heron".',
        'Some of his most popular songs include "Kill Your Time".',
        'Some of his most popular songs include "Smooth".',
    ]
