"""What is told by the way: of which noun, by whom it is done, and what stays in its sentence."""

from __future__ import annotations

import pytest

from tests.claim_articles import GRAMMAR, claims_of, of, stated
from verify.claims.mending import depth, mended


@pytest.mark.parametrize(
    "text",
    [
        "The leader of the Greens, a small party, resigned.",
        "The price of cobalt, a metal used in batteries, fell.",
        "The merger of the mills Kelmar and Norvik, which became final in May, will create a"
        " new firm.",
        "The sale of the ferry line, which was completed in June, will cost jobs.",
        "They differ from the constant plume wafting from the pole of the icy moon Ariel, which is"
        " fed by more than 100 geysers.",
        "She shared kelmar.com, the website for the campaign, which contains a list of names.",
        "The order had been revised to cancel a prior order of jets, favoring a larger order of the"
        " lighter jet.",
        "The bridge was closed in May, forcing drivers to wait.",
        "Ignored or not, foreign envoys have a duty to remind Sudovia of the treaty.",
        "The mayor has raised taxes, frozen wages and abolished the grant, measures that the unions"
        " oppose.",
        "For established powers such as Norvik and Hale Interactive (both of which have a number of"
        " games set as launch titles), the service is a chance.",
        "Deportation (a word that needs a replacement – nobody wanted to “leave”, these things"
        " happen) is something that people rarely talk about.",
        "Street video shows the victim's mother knocked to the ground as a car drives away.",
    ],
)
def test_what_may_be_told_of_either_stays_in_its_sentence(text: str) -> None:
    assert stated(text) == [text]


@pytest.mark.parametrize(
    ("text", "claims", "never"),
    [
        (
            "Prince Rupert, the younger brother of heir to the throne, Harold, has told friends.",
            ["Rupert has told friends."],
            ("Rupert is Harold", "Harold is"),
        ),
        (
            "It is the result of a 25-year deal between the Rowing Union and Kelmar, a group"
            " founded by Tom Pell.",
            [],
            ("deal between the Rowing Union and Kelmar is", "Union is a"),
        ),
        (
            "Norvik is showing a hybrid version of the Lynx — the best-selling car in the country —"
            " while Hale is late.",
            ["Hale is late."],
            ("Lynx is", "version is"),
        ),
        (
            "Roe, who heads the Alliance, a group that campaigns, said the plan was late.",
            ["Roe heads the Alliance.", "Roe said the plan was late."],
            ("Roe is a group",),
        ),
        (
            "Anna Maas, head of the Institute, a body of 40 experts, resigned.",
            ["Anna Maas resigned."],
            ("Maas is a body", "Maas a body"),
        ),
        (
            "Roe, a nurse and head of the Hale Trust, a charity in Kent, said it was late.",
            ["Roe is a nurse.", "The Hale Trust is a charity in Kent."],
            ("Roe a charity", "Roe is a charity"),
        ),
        (
            '"It is rare," Lena Maas, a research fellow at the Hale Institute for Botany in Delft,'
            " Holland, and co-author of the study, said in a statement.",
            [
                '"It is rare," Lena Maas said in a statement.',
                "Lena Maas is a co-author of the study.",
            ],
            ("Maas co-author",),
        ),
        (
            "The trust, a charity that runs schools, closed its office in May.",
            ["The trust is a charity that runs schools."],
            (),
        ),
        (
            "Lena Maas, the director of the Hale Museum, a gallery in Kent, resigned.",
            ["Lena Maas resigned.", "The Hale Museum is a gallery in Kent."],
            ("Maas is a gallery",),
        ),
    ],
)
def test_a_description_is_of_the_noun_beside_it_or_of_none(
    text: str, claims: list[str], never: tuple[str, ...]
) -> None:
    found = stated(text)
    assert set(claims) <= set(found)
    assert not any(words in claim for claim in found for words in never)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "He hoped the swap would pave the way for talks between his government and the Rovers,"
            " who have long refused to negotiate.",
            "The Rovers have long refused to negotiate.",
        ),
        ("The Hale Trust, which supports artists, moved.", "The Hale Trust supports artists."),
        (
            "She worked for the success of the Hale Trust, which supports artists.",
            "The Hale Trust supports artists.",
        ),
        ("Moss praised his style of play, which began in May.", ""),
    ],
)
def test_a_clause_of_one_noun_is_stated(text: str, claim: str) -> None:
    found = stated(text)
    assert claim in found or not claim


def test_what_follows_the_second_dash_is_no_part_of_the_aside() -> None:
    found = stated(
        "Marsh said he was told by former adviser Jane Roe — the mayor's sister — to go straight to"
        " the lawyers with his doubts."
    )
    assert not any(t.endswith("by Jane Roe.") or "sister — to" in t for t in found)
    assert any("told by Jane Roe" in t and "to the lawyers with his doubts." in t for t in found)
    found = stated(
        "Moss, a former judge and the author of two novels — one of them a bestseller — said the"
        " court was slow."
    )
    assert "Moss said the court was slow." in found


def test_another_name_stays_with_what_it_is_a_name_of() -> None:
    text = "The probe measured a big increase in the density of plasma, or ionized gas, in 1997."
    assert not any("increase, or ionized gas" in t for t in stated(text))


def test_clauses_in_brackets_stay_where_they_stand() -> None:
    found = of(
        "Norvik's service, which is offered at a monthly rate for its Pro plan (there is also an"
        " edition that includes a pad and three months of Pro and a free tier is due out next"
        " year), is centered on streaming."
    )
    texts = [c.text for c in found]
    assert "Norvik's service is centered on streaming." in texts
    bracket = next(c for c in found if "(there is also" in c.text)
    assert bracket.text.startswith("Norvik's service is offered at a monthly rate")
    assert "next year" in bracket.unresolved  # not held against the article's date


def test_short_brackets_are_read_as_ever() -> None:
    assert "Jane Roe was born in 1835." in stated("Jane Roe (1835–1897) was a painter in Bern.")
    text = "Jane Roe (who chairs the board) resigned in May."
    assert any(t.startswith("Jane Roe") and "resigned in May" in t for t in stated(text))


@pytest.mark.parametrize(
    ("text", "claims", "never"),
    [
        (
            "His only apprentice, a Pole named Jan Bielski, left in 1921 after Marsh, short of"
            " orders, could no longer pay him.",
            [
                "His only apprentice left in 1921 after Marsh, short of orders, could no longer pay"
                " him."
            ],
            "apprentice could",
        ),
        (
            "And the bill, under review by the Senate, would impose fines and a ban on traders"
            " deemed responsible for fraud.",
            [],
            "bill deemed",
        ),
        (
            "Earlier, Marsh told Billboard the Doves have been in the studio with Jan Shanks,"
            " creating five songs for a record the band plans to release.",
            [],
            "Billboard creating",
        ),
        (
            "Roe did mention his earlier letter, in which he said others had raised fears about"
            " Maas leaking papers, a charge Maas denied earlier in the day.",
            ["Roe did mention his earlier letter."],
            "letter a charge",
        ),
        (
            "Keeper Sean Moss said he received abuse on social media after the Valley Bears’ May 9"
            " loss at Varna.",
            [],
            "the Valley Bears.",
        ),
        (
            "Only one title is exclusive to the service, indie developer Delta Works' Gylt, while"
            " the others are on the market.",
            ["The others are on the market."],
            "Gylt is a",
        ),
        (
            "The real Prince Rupert was busy distancing himself from the drama.",
            ["Rupert was busy distancing himself from the drama."],
            "The Rupert",
        ),
    ],
)
def test_who_did_it_and_to_whom(text: str, claims: list[str], never: str) -> None:
    found = stated(text)
    assert set(claims) <= set(found)
    assert not any(never in t for t in found)


def test_a_person_who_was_elected_does_what_follows() -> None:
    found = stated("Moss was elected in 2010, becoming the first woman to lead the town.")
    assert "Moss became the first woman to lead the town." in found


@pytest.mark.parametrize(
    "text",
    [
        "Roe — who — said — A.",
        "A, or B, or C, or D.",
        "(A is what A was that had), B.",
        "— — was told — by — to go.",
        "’ ’ the Bears’ loss’ May",
        "has A, B and closed C, frozen D that E",
        "A a charge Roe denied, a charge Roe denied, a charge Roe denied.",
    ],
)
def test_mended_trees_stay_trees(text: str) -> None:
    words = mended(text, GRAMMAR.parse([text])[0])
    assert all(depth(words, n) < len(words) for n in range(len(words)))
    claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The minister for Wales, a former miner, resigned.",
            "The minister for Wales is a former miner.",
        ),
        ("The head of Brenner, a chemist, resigned in May.", "The head of Brenner is a chemist."),
        (
            "The chairman of Lens Games, a former footballer, bought the club.",
            "The chairman of Lens Games is a former footballer.",
        ),
        (
            "Voss met the mayor of Norda, a dentist from Kent, in May.",
            "The mayor of Norda is a dentist from Kent.",
        ),
        ("The mayor of Norda, a Dane, resigned.", "The mayor of Norda is a Dane."),
        (
            "Ann Roe, the minister for Wales, a former miner, resigned.",
            "The minister for Wales is a former miner.",
        ),
        ("The capital of Norda, a small state, was shelled.", "Norda is a small state."),
        ("The capital of Norda, a former colony, was shelled.", "Norda is a former colony."),
        (
            "The director of Brenner, a chemical company, resigned.",
            "Brenner is a chemical company.",
        ),
        ("The president of Sudovia, a major power, resigned.", "Sudovia is a major power."),
        ("Voss was a student of Ann Roe, a chemist.", "Ann Roe is a chemist."),
        (
            "The director of the museum, a former banker, resigned.",
            "The director of the museum is a former banker.",
        ),
    ],
)
def test_a_person_is_described_and_no_place_that_the_office_is_of(text: str, claim: str) -> None:
    assert [t for t in stated(text) if " is a " in t] == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer for Ann Roe, a nurse, spoke.",
        "The spokesman for Tom Voss, a former soldier, declined to comment.",
        "The wife of the minister for Wales, a former miner, left.",
        "The head of Brenner, a gold miner, resigned.",
        "The founder of Lens Games, a maker of trams, died.",
        "The mother of Tom Voss, a nurse, thanked the crew.",
        "The wife of Paul Renner, a former mayor, left the hall.",
    ],
)
def test_what_may_be_of_the_holder_or_of_the_name_stays(text: str) -> None:
    assert stated(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        # No noun ends before `which`, or a measure does.
        "The owners are patient and ready to try new routes with us, which is rare.",
        "The crew checked the pumps before sailing, which may include opening the locks.",
        "The grant gives the town its old ferry back, which pleases the sailors.",
        "The sculptor built a wall of forty lamps of two metres each, which together form a wave.",
        # The list behind the colon belongs to the clause before it.
        "The museum has a new wing, which can be reached in two ways: by the bridge or by boat.",
        # Which one is meant, the clause says.
        "A dish that sold well at the fair was a stew of beans.",
        "A firm that wants to build near the dam must pay a bond.",
        # The noun before the comma, or all that was said.
        "Nurses gain an overview of the ward, highlighting alarms on every bed.",
        "The hall holds two bronze bells, resembling upturned cups.",
        "The leak is the result of a flaw in the valve, leading to higher costs.",
        "The state borrowed £4 million, resulting in a row with the bank.",
        "Ann put the letter into my hands, her eyes aglow with joy, telling me I would love it.",
        # A form of address, and a moment.
        "You are about to save some time, my friend.",
        "The coat was close to £900 at the time — an enormous amount of money to spend on a coat.",
    ],
)
def test_what_may_be_told_of_all_that_was_said_stays_in_its_sentence(text: str) -> None:
    found = stated(text)
    assert len(found) == 1
    assert found[0].split()[-1] == text.split()[-1]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The dam holds four lakes, which supply three towns.", "Four lakes supply three towns."),
        ("The ferry sank in the bay, which is 12 metres deep.", "The bay is 12 metres deep."),
        (
            "Kelmar is betting on sailing, which was seen as the future.",
            "Sailing was seen as the future.",
        ),
        ("A driver who fell asleep on the A9 was fined £300.", "A driver fell asleep on the A9."),
        (
            "The band has two singles, which critics speak of as its best work.",
            "Critics speak of two singles as the band's best work.",
        ),
        ("The storm hit the coast on Monday, killing 30 people.", "The storm killed 30 people."),
        ("Tom Hale, my friend, left the firm in May.", "Tom Hale is my friend."),
        (
            "The hall shows a lamp made by Ann Voss, acclaimed Lens-based designer born in Bern,"
            " who has drawn six lamps for Kelmar since 2013.",
            "Ann Voss has drawn six lamps for Kelmar since 2013.",
        ),
        (
            "She drew the plans for several tram and ferry halls, including The Gate of the Sea,"
            " the first hall in Roe's Port of Glass series.",
            "The Gate of the Sea is the first hall in Roe's Port of Glass series.",
        ),
        (
            "“The pumps run in parallel,” said Ann Voss, CEO & founder, Hale Pumps.",
            "Ann Voss is CEO & founder, Hale Pumps.",
        ),
    ],
)
def test_what_can_be_told_of_one_thing_is_told_of_it(text: str, claims: str) -> None:
    assert claims in stated(text)


def test_what_is_so_now_has_no_time_in_the_past() -> None:
    text = (
        "The poem is about these ponds, which Roe came to think of as wells, after a friend drew"
        " them for him."
    )
    assert text in stated(text)


def test_an_object_stands_behind_the_preposition_that_it_belongs_to() -> None:
    text = "The poem is about these ponds, which Roe came to think of as wells."
    assert "Roe came to think of these ponds as wells." in stated(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (  # no town is a specialist
            "Mary Hill met Karl Voss of Oslo, a specialist in soil.",
            [
                "Mary Hill met Karl Voss of Oslo.",
                "Karl Voss of Oslo is a specialist in soil.",
            ],
        ),
        (  # one person, and no list
            "The award went to Roy Hart, teacher, writer and broadcaster, in 2004.",
            [
                "The award went to Roy Hart in 2004.",
                "Roy Hart is a teacher.",
                "Roy Hart is a writer.",
                "Roy Hart is a broadcaster.",
            ],
        ),
        (  # her name is no object of the verb
            "The choir was founded in 1921 by the curate Fr Karl Voss as a club.",
            [
                "The choir was founded in 1921.",
                "The choir was founded by the curate Fr Karl Voss.",
                "The choir was founded as a club.",
            ],
        ),
    ],
)
def test_who_is_described(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The inn was famous for its fish soup, its refusal to take cards and its garden.", " is "),
        ("Past guests include the baker Ann Roe (1980), the painter Karl Voss (1992) and,"
         " jointly, Mary Hill and Roy Hart (2007).", "Voss (1992) is"),
        ("He wrote songs for, among others, Aunt Lena, the Larks and the Danish group Salt Road.",
         "Lena is"),
    ],
)  # fmt: skip
def test_the_next_of_a_list_is_no_description(text: str, told: str) -> None:
    assert not any(told in claim for claim in stated(text))


def test_one_person_may_be_two_things_of_somebodys() -> None:
    assert stated("His mother, his only teacher, died in 1990.")[0] == (
        "His mother is his only teacher."
    )
