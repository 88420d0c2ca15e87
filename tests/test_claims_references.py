"""Whom pronouns mean, whom they cannot mean, and names that are completed or are not."""

from __future__ import annotations

import pytest

from tests.claim_articles import of, stated, texts_of
from verify.claims.no_surnames import in_a_date
from verify.claims.tokens import Tag, Token


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Tom Hale won in May. Hale's brother left. Hale thanked him.", "thanked Tom"),
        ("Carl Voss fell ill. Paul Brandt came, and Voss spoke to him.", "spoke to Carl"),
        ("Paul Brandt left himself open to a fine.", "left Paul"),
        ("Carl Voss was late. Paul Brandt has himself to blame.", "Carl Voss to blame"),
    ],
)
def test_whoever_does_it_is_not_the_object(text: str, never: str) -> None:
    assert not [t for t in stated(text) if never in t]


@pytest.mark.parametrize(
    ("text", "never", "left"),
    [
        (
            "The new tram is quieter than the old one, yet Velmo says it will cost less.",
            "Velmo will cost",
            "it",
        ),
        (
            "Velmo says the gears sit under the seat, giving the bus more room and improving its"
            " grip.",
            "gears improved the gears",
            "its",
        ),
        ("Ann Lund won. Upon hearing that she would be paid, Jane Moss sang.", "Lund would", "she"),
        (
            "All this takes time. Since 1990, when it lost the port, Velmo has shrunk.",
            "this lost",
            "it",
        ),
        (
            "The sluices opened. When dozens more visitors came, they were soaked.",
            "sluices were soaked",
            "they",
        ),
        (
            "The two dams are old. Tom Hale said they would lodge a complaint.",
            "dams would",
            "they",
        ),
        (
            "The scale and the colour allowed the painters to see more. Their pictures hang in"
            " Bern.",
            "colour's",
            "Their",
        ),
        (
            "The port authority reported a case of wheat rust. It is the commonest form of rust.",
            "authority is",
            "It",
        ),
        (
            "The order is vital for the big shipbuilder, whose sales fell. Its yards are shut.",
            "order's",
            "Its",
        ),
        (
            "The head of the union, Tom Hale, said that Carl Voss has his full support.",
            "Voss's",
            "his",
        ),
        (
            "The ministry said it saw the treaty as a danger and said it would harm trade.",
            "The ministry would harm",
            "it",
        ),
    ],
)
def test_two_readings_are_left_open(text: str, never: str, left: str) -> None:
    found = of(text)
    assert not [c.text for c in found if never in c.text]
    assert any(left in c.unresolved for c in found)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The tram is new. It took hours to mend the rails.", "It took hours to mend the rails."),
        (
            "The tram is new. When it comes to costs, Velmo is careful.",
            "When it comes to costs, Velmo is careful.",
        ),
        (
            "The tram is new. It is when the wheels lock that riders fall.",
            "It is when the wheels lock that riders fall.",
        ),
    ],
)
def test_it_that_stands_for_nothing(text: str, claim: str) -> None:
    (found,) = [c for c in of(text) if "new" not in c.text]
    assert found.text == claim
    assert not found.unresolved


def test_a_thing_that_can_lead_to_something_is_spoken_of() -> None:
    found = stated("The mould is common in barns. Untreated, it can lead to lasting scars.")
    assert found[-1] == "Untreated, the mould can lead to lasting scars."


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Prince Leopold knew Carl Voss, a banker. Prince Leopold came in May. His talk with"
            " Berner Radio was short.",
            "Leopold's talk with Berner Radio was short.",
        ),
        (
            "Ann Lund left her post in May. She said that she was tired.",
            "Ann Lund said that she was tired.",
        ),
        (
            "Carl Voss told Paul Brandt that he owned no boat.",
            "Carl Voss told Paul Brandt that he owned no boat.",
        ),
        ("The miners met. They voted to strike.", "The miners voted to strike."),
    ],
)
def test_what_is_clear_is_resolved(text: str, claim: str) -> None:
    assert claim in stated(text)


def test_a_man_without_a_name_keeps_his_he() -> None:
    found = of(
        "Tom Hale told the man to burn the hay in his barn. Within days he was well. The cure sped"
        " up his recovery, though Hale spoke of luck. By May, he was back at work."
    )
    assert not [c.text for c in found if "Hale's barn" in c.text or "Hale was" in c.text]
    assert [c.unresolved for c in found if "back at work" in c.text] == [("he",)]


def test_a_prince_is_a_person_and_rivals_others() -> None:
    found = of(
        "Prince Leopold knew the banker Carl Voss. The memoir tells of his talk with Voss. His"
        " account was short."
    )
    assert not [c.text for c in found if "Voss's account" in c.text]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Ford shows the Nova E SUV. The SUV costs $9,000.", "The Nova E SUV costs"),
        ("Carrie June won. The fair opens on June 9th.", "Carrie June 9th"),
        ("Tom Hale won in May. Mrs Hale was not there.", "Tom Hale was not"),
        ("Jane Taylor won. Taylor Hart lost. Later Taylor wept.", "Jane Taylor wept"),
    ],
)
def test_names_that_are_not_completed(text: str, never: str) -> None:
    assert not [t for t in stated(text) if never in t]


def test_a_heading_s_verb_is_no_first_name() -> None:
    found = texts_of(
        "It rained.\n\nThe clerk Paul Brandt was heard. Questioning Brandt took an hour. Then"
        " Brandt left.\n"
    )
    assert "Paul Brandt left." in [t.replace("Then ", "") for t in found]


def test_a_month_is_told_by_what_stands_beside_it() -> None:
    def said(*words: str) -> list[Token]:
        return [Token(w, tag=Tag.NAME if w[:1].isupper() else Tag.WORD) for w in words]

    assert in_a_date(said("on", "June", "9th"), 1)
    assert in_a_date(said("12", "September"), 1)
    assert in_a_date(said("since", "May"), 1)
    assert not in_a_date(said("Later", "May", "left"), 1)


def test_plural_owners_with_a_capital() -> None:
    found = stated("EU countries must mark toys on their labels.")
    assert not [t for t in found if "countries's" in t]


@pytest.mark.parametrize(
    ("text", "never", "left"),
    [
        ("Norland bought a ship. Lena Voss said it would be named in May.", "Norland would", "it"),
        ("The port opened in May. Critics fear it costs too much.", "port costs", "it"),
        ("Two ferries sank. That means they must be raised.", "ferries must", "they"),
    ],
)
def test_behind_another_subject_a_pronoun_does_not_reach_back(
    text: str, never: str, left: str
) -> None:
    assert not [t for t in stated(text) if never in t]
    assert [c for c in of(text) if left in c.unresolved]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The port opened in May. It has two docks.", "The port has two docks."),
        ("The port opened in May. In June it closed.", "In June the port closed."),
    ],
)
def test_what_comes_first_takes_up_what_the_last_sentence_was_about(text: str, claim: str) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Polls have shown that young Norwegians spend half of their income on rent.",
            "Young Norwegians spend half of their income on rent.",
        ),
        ("Others fear that the vote could hurt their party.", "The vote could hurt their party."),
        ("Tom Hale and Lena Voss say a flood ruined their house.", "A flood ruined their house."),
    ],
)
def test_their_is_the_nearest_who_can_own_or_stays(text: str, claim: str) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The council met in May. The plan is part of a push by the airline to shift its fleet"
            " to jets.",
            "The plan is part of a push by the airline to shift its fleet to jets.",
        ),
        (
            "The strike followed attempts by the ports to close and sell their docks.",
            "The strike followed attempts by the ports to close and sell their docks.",
        ),
        (
            "The council met in May. The airline's bid to sell its hangar failed.",
            "The airline's bid to sell the airline's hangar failed.",
        ),
        (
            "The airline announced a plan to shift its fleet.",
            "The airline announced a plan to shift the airline's fleet.",
        ),
        (
            "The firm fought a call by the union to raise its pay.",
            "The firm fought a call by the union to raise the firm's pay.",
        ),
        (
            "The mill won a grant to repair its roof.",
            "The mill won a grant to repair the mill's roof.",
        ),
    ],
)
def test_whoever_makes_a_bid_owns_what_it_is_about(text: str, claim: str) -> None:
    assert [c.unresolved for c in of(text) if c.text == claim] in ([()], [("The firm",)])


@pytest.mark.parametrize(
    "text",
    [
        "The move is part of a plan to cut its debts.",
        "The council rejected a bid to move its ground.",
        "The strike followed a call by the union to raise its pay.",
        "The vote ended the council's plan to strip the club of its licence.",
    ],
)
def test_a_bid_of_nobody_named_leaves_the_owner_open(text: str) -> None:
    assert [(c.text, c.unresolved) for c in of(text)] == [(text, ("its",))]


@pytest.mark.parametrize(
    "text",
    [
        "The party was accused of renaming an account. It later reverted to the old name.",
        "The tower was praised for using a lift. It opened in May.",
        "The council is accused of leaking the report. It runs to 90 pages.",
        "The council was accused of trying to fool voters by moving a booth. It was moved back.",
        "The museum tried to buy the painting. It hangs in Bern.",
        "The council voted to build a bridge. It will open in May.",
        "The site was accused of copying a film. It posted two clips.",
    ],
)
def test_what_something_is_done_to_may_be_meant_as_well(text: str) -> None:
    last = of(text)[-1]
    assert last.text == text.split(". ")[1]
    assert last.unresolved == ("It",)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The mill hired a guard. It employs 300.", "The mill employs 300."),
        ("The city was fined for selling parks. It has nine.", "The city has nine."),
        (
            "The city was fined for selling a park. It denied any wrong.",
            "The city denied any wrong.",
        ),
        ("The city plans to open a mill. It also lost a park.", "The city also lost a park."),
        ("The city plans to open a mill. It hopes to save.", "The city hopes to save."),
        ("The city was fined for bribing an officer. It paid.", "The city paid."),
        ("The port was shut to save the reef. It will reopen.", "The port will reopen."),
    ],
)
def test_it_is_whoever_did_something_where_nothing_else_can_be(text: str, claim: str) -> None:
    assert of(text)[-1].text == claim
    assert not of(text)[-1].unresolved


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The visitors left their coats at the desk.",
            "The visitors left their coats at the desk.",
        ),
        ("The band unveiled its plans in Kelm.", "The band unveiled its plans in Kelm."),
        (
            "The union met the airline. The airline's bid to sell its hangar failed.",
            "The airline's bid to sell the airline's hangar failed.",
        ),
    ],
)
def test_a_pronoun_right_behind_its_subject_stays(text: str, claim: str) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "The trouble with the bus isn't what it costs.",
        "The first thing you notice about the hall is that there is no stage in it.",
    ],
)
def test_what_a_clause_tells_of_does_nothing_in_it(text: str) -> None:
    (found,) = of(text)
    assert found.text == text
    assert found.unresolved == ("it",)


@pytest.mark.parametrize(
    "text",
    [
        "The firm paid a fine. It is unclear how much of it is left.",
        "The keeper, as it happens, was Ann Voss.",
        "The bus was late. It's a disgrace that the fare went up in May.",
    ],
)
def test_more_that_stands_for_nothing(text: str) -> None:
    assert any(t in c.lower() for c in stated(text) for t in ("it is unclear", "as it", "it's a"))


def test_a_thing_that_is_a_book_is_one() -> None:
    found = stated("The press sold the atlas. It is a book that Ann Voss wrote in 1990.")
    assert not any(c.startswith("It's a") for c in found)


def test_short_forms_are_spelt_out_by_what_follows() -> None:
    found = stated("The fair opens in Kelm. It's been put off twice.")
    assert "The fair has been put off twice." in found


def test_those_of_a_number_who_say_they() -> None:
    found = of("Cramps are common: about one in three adults say they had one last month.")
    assert not any("Cramps had" in c.text for c in found)


def test_a_sentence_in_brackets_ends_with_them() -> None:
    found = stated("The poet was famous. (His last poem told of a king.) His friends loved him.")
    assert not any("(" in c for c in found)
    assert len(found) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The charity's work has grown. It paid for 612 trips.",
        "The largest sum went to Marlow Events, a firm in Kent. It held 14 dinners.",
        "Torvan Maden said that the dam had been checked in April. It did not say by whom.",
    ],
)
def test_it_stays_open_where_two_may_be_meant(text: str) -> None:
    last = of(text)[-1]
    assert last.text.startswith("It ")
    assert last.unresolved == ("It",)


def test_what_bears_a_name_is_meant() -> None:
    found = stated("Norvik's Arctic Star left port in May. It carries 900 people.")
    assert found[-1] == "Norvik's Arctic Star carries 900 people."


def test_her_is_not_whom_an_unnamed_speaker_may_be() -> None:
    found = of("Ann Voss leads the town. Another, who gave no name, said aides had offered her £9.")
    assert not any("offered Ann" in c.text for c in found)


def test_the_company_named_before_keeps_its_noun() -> None:
    found = stated(
        "Brant Foods sells soup. Brant Foods said the bid undervalued the company, as sales fell."
    )
    assert not any("the," in c for c in found)
