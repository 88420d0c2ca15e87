"""Asides, second subjects and what goes on after them in long sentences of news."""

from __future__ import annotations

import pytest

from tests.claim_articles import GRAMMAR, claims_of, of, spoken, stated, texts_of
from verify.claims.mending import depth, mended
from verify.types import Kind


@pytest.mark.parametrize(
    ("text", "claims", "never"),
    [
        (
            "The Food Council, which called the dairy “clean” in 2018, said it would look again.",
            ["The Food Council said it would look again."],
            "Council in 2018",
        ),
        (
            "The hosts led early when Tom Moss, bought from Lens in March, turned in a cross.",
            ["Tom Moss was bought from Lens in March.", "Tom Moss turned in a cross."],
            "Moss bought",
        ),
        (
            "Lindqvist, a former teacher who joined the party in 2009, was elected in June.",
            ["Lindqvist was elected in June."],
            "teacher was elected",
        ),
        (
            "Ann Voss, a chemist whose early papers on salt persuaded a generation of doctors that"
            " it harms, retired on Monday.",
            ["Ann Voss retired on Monday."],
            "papers on salt are",
        ),
        (
            "A clerk who stole £9,000 from pensioners to pay for trips, a boat and new teeth has"
            " been jailed.",
            [
                "A clerk stole £9,000 from pensioners to pay for trips, a boat and new teeth.",
            ],
            "New teeth",
        ),
        (
            "In talks in Bern on Friday, Lindholm, 52, defended her plan to sell the docks.",
            ["Lindholm is aged 52."],
            "Friday is",
        ),
    ],
)
def test_the_verb_after_the_second_comma_is_the_subject_s(
    text: str, claims: list[str], never: str
) -> None:
    found = stated(text)
    assert set(claims) <= set(found)
    assert not any(never in t for t in found)


def test_a_second_subject_has_its_own_verb() -> None:
    text = "Varna led in May, but a mistake by keeper Will Voss cost the club the title."
    found = of(text)
    assert "A mistake by Will Voss cost Varna the title." in [c.text for c in found]
    assert not any(c.kind is Kind.PREDICTION for c in found)  # Will is a name


@pytest.mark.parametrize(
    "text",
    [
        "A second appeal was refused in May, and a third, on new evidence, succeeded in June.",
        "A similar bid was lost in 2019, and another, for a tunnel, failed in 2021.",
        "Four lorries carrying pears, tyres and sofas were held at the port.",
        "A wife of the victim, a nurse from Kent, left early.",
    ],
)
def test_what_says_too_little_alone_stays_whole(text: str) -> None:
    assert stated(text) == [text]


def test_a_description_beside_two_nouns_is_of_the_right_one() -> None:
    found = stated("The owner of the ferry, Nordlys Shipping, paid the fine.")
    assert found == [
        "Nordlys Shipping is the owner of the ferry.",
        "Nordlys Shipping paid the fine.",
    ]
    found = stated("He is survived by his nephew and a half sister, Anna.")
    assert any(t.startswith("He is survived by a half sister") and "Anna" in t for t in found)
    assert not any(t.startswith("Anna is") for t in found)
    found = stated("Jane Roe grew up in Skive, the daughter of a baker, and still goes there.")
    assert not any(t.startswith("Skive is") for t in found)


def test_a_headline_s_description_without_an_article() -> None:
    found = texts_of("Ida Moss, diver and nurse, dies at 71\n\nIda Moss died in Bern.")
    assert found[:3] == ["Ida Moss is a diver.", "Ida Moss is a nurse.", "Ida Moss dies at 71."]


def test_absolute_phrases_are_no_predicates() -> None:
    text = "The prints, many of them a metre wide, hang in the town hall."
    assert stated(text) == [text]
    assert all(c.checkable for c in of("Her prints, some of them three metres wide, hang in Oslo."))
    found = stated("The novels, most of them set in Trieste, have sold a million copies.")
    assert not any("were most" in t for t in found)


def test_a_verb_that_no_list_has_is_past_all_the_same() -> None:
    assert "The firm missed the mark by a mile." in stated(
        "The firm fell 3%, missing the mark by a mile."
    )


def test_a_day_and_a_place_belong_to_the_verb() -> None:
    found = stated("The hull was laid on a Monday in May with ten people watching.")
    assert "The hull was laid in May." in found
    said = spoken("Outside court, Ann Moss's brother, Tom, said the fine was late.")
    assert said["The fine was late."] == "Tom"


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "Tom Roe told police that the guests had asked him to count their money and that he had"
            " left.",
            "Tom Roe",
            "Tom Roe had left.",
        ),
        (
            "Ann Voss said she had “no idea”, but would ask the board in May.",
            "Ann Voss",
            "Ann Voss would ask the board in May.",
        ),
        (
            "“They ask if I miss it,” Jane Roe says, folding a shirt so thin it looks like paper.",
            "Jane Roe",
            "“They ask if I miss it,” Jane Roe says.",
        ),
        (
            "Ann Voss said the clerks had erred. “They count well. They read badly.”",
            "Ann Voss",
            "“They count well. They read badly.”",
        ),
        (
            "“I was in the car,” Tom Roe said. “I had said no to all. It was late.”",
            "Tom Roe",
            "“I had said no to all. It was late.”",
        ),
    ],
)
def test_what_goes_on_is_the_same_speaker_s(text: str, speaker: str, said: str) -> None:
    assert spoken(text)[said] == speaker


def test_nobody_says_what_is_only_asked() -> None:
    assert spoken("Neither party would say if it had signed a new lease.") == {}
    assert spoken("Ann Voss told a rally in Bern that she never would.") == {}


def test_what_was_said_may_go_on_after_who_said_it() -> None:
    for text in (
        "It was not he who had lost, Ann Voss would joke, but the weather.",
        "The mill was open. It was not he who shut it, Ann Voss would say, but the rain.",
    ):
        last = of(text)[-1]
        assert last.text == text.split(". ")[-1]
        assert last.checkable


def test_a_quotation_ends_behind_its_last_word() -> None:
    assert stated("“He said neither did I.” She left the town.")[1] == "She left the town."


def test_who_is_no_thing_and_neither_is_nobody() -> None:
    assert stated("The barn has been sold to a builder who wants to turn it into flats.") == [
        "The barn has been sold to a builder who wants to turn the barn into flats."
    ]
    rule = of("The rule allows the mayor to stop a march for a day if it threatens the peace.")
    assert [c.unresolved for c in rule] == [("it",)]
    found = stated("Guests of the hotel should not leave the room on their own.")
    assert found == ["Guests of the hotel should not leave the room on their own."]


def test_a_first_of_its_kind_may_be_all_that_was_told() -> None:
    text = (
        "About 900 clerks left the docks, where a lease had expired. It is the first strike there"
        " since 1996."
    )
    assert stated(text)[-1] == "It is the first strike there since 1996."


def test_the_share_of_those_who() -> None:
    text = "The share of pupils who passed rose to 71%. It had been 64% in 2019."
    assert stated(text)[-1] == "The share of pupils who passed had been 64% in 2019."


def test_a_relative_is_not_called_by_the_surname_alone() -> None:
    found = stated(
        "Ruth Moss died on Sunday. The cause was cancer, said her nephew, the painter Carl Moss."
        " Dr. Moss drew maps. In 1953 she noticed a ridge."
    )
    assert found[-2:] == ["Ruth Moss drew maps.", "In 1953 Ruth Moss noticed a ridge."]


def test_a_firm_s_name_is_one_and_no_person_s() -> None:
    found = stated(
        "Lindqvist Foods LLC was sold in May. Tom Lindqvist stayed on. Founded in 1990, Lindqvist"
        " sells jam."
    )
    assert found[-2:] == ["Lindqvist was founded in 1990.", "Lindqvist sells jam."]
    found = stated("Ann Moss left. Moss & Hale, which sells pumps, gained 3%.")
    assert found[-2:] == ["Moss & Hale sells pumps.", "Moss & Hale gained 3%."]


@pytest.mark.parametrize(
    "line", ["GRIMSTAD, 4 May.\n\n", "Grimstad, May 4, 2021\n\n", "GRIMSTAD, 4 May. "]
)
def test_a_dateline_states_nothing(line: str) -> None:
    assert stated(f"{line}The dock was shut.") == ["The dock was shut."]


def test_lines_of_a_report_on_a_game() -> None:
    found = of("Kettleby Rovers 3-2 Northgate Town\n\nThe crowd was small.")
    assert (found[0].text, found[0].kind) == (
        "Kettleby Rovers 3-2 Northgate Town.",
        Kind.QUANTITY,
    )
    head = claims_of("Rivals thrash United in cup final\n\nIt rained.")[0]
    assert head.checkable


def test_a_headline_that_quotes_is_whole() -> None:
    head = claims_of("‘I never lied’: mayor on taxes, trains and her rivals\n\nIt rained.")
    assert (len(head), head[0].kind) == (2, Kind.QUOTATION)


@pytest.mark.parametrize(
    "text",
    [
        "Tom Moss left open whether he would run.",
        "A commission recommended that the age should rise to 69.",
        "Jane Roe defended her plan to sell the docks.",
    ],
)
def test_what_was_left_open_asked_or_planned_can_be_checked(text: str) -> None:
    assert all(c.checkable for c in of(text))


def test_to_be_led_somewhere_is_no_cause() -> None:
    assert all(c.kind is not Kind.CAUSAL for c in of("Tom Moss was led to the cells."))


def test_what_stands_beside_a_holder_s_place_is_that_place() -> None:
    text = "The general chair of SITE 2019, the 9th Congress on Salt, was Dan Moss."
    found = stated(text)
    assert not any("is the general chair" in t or t.startswith("The 9th") for t in found)


def test_several_are_no_one_of_their_list() -> None:
    text = "The products are a blue salt and a soft metal."
    assert stated(text) == [text]


def test_the_reader_is_told_to_and_nobody_else() -> None:
    found = stated("The sum may seem small, but keep in mind that the fee grows each year.")
    assert not any("sum may keep" in t for t in found)


def test_what_was_said_to_come_is_what_will() -> None:
    said = spoken(
        "Mayor Dan Moss blamed the weather and said aid for farmers, including a grant of £90 for"
        " each, would be paid soon."
    )
    assert any(t.startswith("Aid for farmers") and "would be paid" in t for t in said)
    assert not any("Aid for a grant" in t for t in said)
    assert set(said.values()) == {"Dan Moss"}


def test_a_step_is_the_last_thing_told() -> None:
    found = stated(
        "Greenloop Foods paid a fine of £900 in 2021 and promised to fit alarms, a step that took"
        " years."
    )
    assert not any("2021 a step" in t or "2021, a step" in t for t in found)


def test_a_number_is_held_against_another() -> None:
    text = "Traders put the chance of a rise at 78% on Friday, against 45% in June."
    assert [c.text for c in of(text)] == [text]
    text = "The mill owed more to a good harvest and a new road than to luck."
    assert stated(text) == [text]


def test_who_says_a_thing_last_does_not_cause_it() -> None:
    found = stated(
        "Prices rose fast in May, new figures showed on Friday, making a cut in rates less likely."
    )
    assert not any(t.startswith("New figures made") for t in found)


def test_nobody_sells_half_of_whoever_sells() -> None:
    found = of("The board closed the mill before selling most of it.")
    assert all("most of the board" not in c.text for c in found)
    found = of("The order was lifted. For Ann Moss it was the second flood in three years.")
    assert "it" in found[-1].unresolved


def test_a_third_is_no_office() -> None:
    found = stated("Two voted for it, while a third, Ann Holt, said she was unsure.")
    assert not any("is a third" in t for t in found)


@pytest.mark.parametrize(
    "text",
    [
        "Varna led in May, but a mistake by keeper Will Voss cost the club the title.",
        "The hosts led early when Tom Moss, bought from Lens in March, turned in a cross.",
        "Ann Voss, a chemist whose papers on salt persuaded doctors of it, retired in May.",
        "“They ask if I miss it,” Jane Roe says, folding a shirt so thin it looks like paper.",
        "Outside court, Ann Moss's brother, Tom, said that he had left and that it was late.",
        "Mayor Dan Moss blamed rain and said aid for farmers, including a grant, would be paid.",
    ],
)
def test_the_tree_stays_a_tree(text: str) -> None:
    words = mended(text, GRAMMAR.parse([text])[0])
    assert sum(w.head == n for n, w in enumerate(words)) == 1
    assert all(depth(words, n) < len(words) for n in range(len(words)))


@pytest.mark.parametrize(
    ("text", "claims", "never"),
    [
        (
            "Kelmar, a small tram maker focused on mountain towns and mining villages, announced a"
            " new tram in May.",
            ["Kelmar announced a new tram in May."],
            "Kelmar focused",
        ),
        (
            "During the 2018 Lens Tram Fair, the Kelmar Hall in Mole Street 15 shows a tram built"
            " by Ann Voss.",
            [],
            " is the Kelmar Hall",
        ),
        (
            "The finds at the site were momentous, groundbreaking steps, says Ann Voss, a digger.",
            ["The finds at the site were momentous, groundbreaking steps."],
            "groundbreaked",
        ),
        (
            "She has led three firms, including Kelmar, the ferry line, and Norvik, a bank.",
            ["Kelmar is the ferry line."],
            "Kelmar is Norvik",
        ),
        # Two subjects, two verbs: with `and` the second is what the first does.
        (
            "Ann Voss, a clerk trained in Bern, joined Kelmar, rose to director and left in 2010.",
            ["Ann Voss joined Kelmar.", "Ann Voss left in 2010."],
            "Voss trained",
        ),
    ],
)
def test_a_description_keeps_its_participle(text: str, claims: list[str], never: str) -> None:
    found = stated(text)
    assert set(claims) <= set(found)
    assert not any(never in t for t in found)


@pytest.mark.parametrize(
    "text",
    [
        "The choir has sung in several Hindi, Tamil, Telugu, and Kannada films.",
        "Hale is not as slow as Roe would have, and from May, and in June it is.",
        "During, during the fair, the hall, the hall in it, shows and shows.",
        "A – and in B – and C is, including D, the E, and F, a G, and soon after wrote H.",
    ],
)
def test_a_list_before_its_noun_leaves_the_tree_a_tree(text: str) -> None:
    words = mended(text, GRAMMAR.parse([text])[0])
    assert all(depth(words, n) < len(words) for n in range(len(words)))
