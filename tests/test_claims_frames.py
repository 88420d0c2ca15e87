"""Days, circumstances and the frames around a clause: what a statement may not lose."""

from __future__ import annotations

import pytest

from tests.claim_articles import claims_of, texts_of
from verify.types import Claim

WEDNESDAY = "2019-11-20"


def of(text: str) -> list[Claim]:
    """The claims of a sentence in an article of a Wednesday that is not its first."""
    found = claims_of(f"It rained in Varna.\n\n{text}", published=WEDNESDAY)
    return [c for c in found if "rained" not in c.text]


def stated(text: str) -> list[str]:
    return [c.text for c in of(text)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # A day as the object or the subject of a verb needs no `on`.
        (
            "The rowers spent Monday trying to mend the boat.",
            "The rowers spent 18 November 2019 trying to mend the boat.",
        ),
        (
            "Today marks the tenth anniversary of the fire.",
            "20 November 2019 marks the tenth anniversary of the fire.",
        ),
        (
            "The council spent Tuesday night in the town hall.",
            "The council spent the night of 19 November 2019 in the town hall.",
        ),
        # A day that belongs to a noun is not when the sentence's verb happened.
        (
            "Ida Lund declined to speak about Thursday's match on Monday.",
            "Ida Lund declined to speak about Thursday's match on 18 November 2019.",
        ),
        (
            "The agency's Monday announcement raised the total to 14.",
            "The agency's Monday announcement raised the total to 14.",
        ),
        (
            "The publisher is planning to end Saturday delivery in Lens.",
            "The publisher is planning to end Saturday delivery in Lens.",
        ),
        (
            "On Tuesday evening's show Tom Hale sang.",
            "On Tuesday evening's show Tom Hale sang.",
        ),
        ("The shop opens Monday to Friday.", "The shop opens Monday to Friday."),
        # The part of a day goes with it.
        (
            "The ferry service began Tuesday morning.",
            "The ferry service began on the morning of 19 November 2019.",
        ),
        (
            "The bridge will be closed on Monday morning.",
            "The bridge will be closed on the morning of 25 November 2019.",
        ),
        # A date that is spelt out stands for itself.
        (
            "The study was published today (Nov. 18).",
            "The study was published today (Nov. 18).",
        ),
        (
            "The choir sang during the fair Monday night (Nov. 18).",
            "The choir sang during the fair Monday night (Nov. 18).",
        ),
        # Not a year, said exactly.
        ("Ida Lund left nearly a year ago.", "Ida Lund left nearly a year ago."),
        ("Sales rose by 4% from a year ago.", "Sales rose by 4% from a year ago."),
        ("Ida Lund left a year ago.", "Ida Lund left in 2018."),
        ("The yacht sailed a week ago Tuesday.", "The yacht sailed a week ago Tuesday."),
        # Two numbers in a row are kept apart.
        (
            "On Monday 20 men were held in Lens.",
            "On 18 November 2019, 20 men were held in Lens.",
        ),
        (
            "Police on Tuesday arrested two men.",
            "Police on 19 November 2019 arrested two men.",
        ),
    ],
)
def test_a_day_is_spelt_out_only_where_it_says_when(text: str, claim: str) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("How the stars we see today arose remains unknown.", True),
        ("The bridge is used today by 300 cars an hour.", True),
        ("Today, 40% of farmers own a tractor.", True),
        ("Ida Lund lives in Bern today.", True),
        ("The council meets today in Bern.", False),
        ("The mayor has today resigned.", False),
        ("Ida Lund said today that the dam is safe.", False),
        ("Tom Hale plans to open the bridge today.", False),
    ],
)
def test_today_may_mean_nowadays(text: str, *, today: bool) -> None:
    found = " ".join(stated(text))
    assert ("20 November 2019" in found, "today" in found.lower()) == (not today, today)


def test_a_day_in_an_aside_before_the_verb_stays_open() -> None:
    (claim,) = of("The Dock Act, under discussion by the senate on Monday, would end the levy.")
    assert claim.unresolved == ("on Monday",)


def test_the_day_of_a_saying_is_no_part_of_who_said_it() -> None:
    found = of("Lindholm on Tuesday announced that the mill in Lens had been sold in May.")
    (said,) = (c for c in found if c.attribution)
    assert said.text == "The mill in Lens had been sold in May."
    assert said.attribution is not None
    assert (said.attribution.speaker, said.attribution.when) == ("Lindholm", "on 19 November 2019")


def test_a_day_before_the_first_comma_belongs_to_the_front() -> None:
    found = stated(
        "In addition to its order of 30 trams Wednesday, the operator announced an order of 50"
        " buses on Monday."
    )
    assert "The operator announced an order of 50 buses on 18 November 2019." in found
    assert not any("20 November" in t and "18 November" in t for t in found)


@pytest.mark.parametrize(
    ("text", "claims", "never"),
    [
        (  # what stands between a verb and its object completes the verb
            "Varna comfortably got past Lens 3-0 in Group C, with Ida Lund beating Mia Holt 6-4,"
            " 6-3.",
            ["Varna comfortably got past Lens 3-0 in Group C."],
            "got 3-0",
        ),
        (
            "Many of the growers still blame those in office for the drought.",
            ["Many of the growers still blame those in office for the drought."],
            "those for",
        ),
        (
            "Hale attributed the rise in rents to the new tram line.",
            ["Hale attributed the rise in rents to the new tram line."],
            "the rise in rents.",
        ),
        (
            "In May, the brewer bid £16.50 per share for Lindholm, a maker of crisps in Kent.",
            ["In May, the brewer bid £16.50 per share for Lindholm."],
            "£16.50 for",
        ),
        (
            "The probe measured a big increase in the density of gas, or plasma, during a flyby in"
            " 1997.",
            [],
            "increase, or plasma",
        ),
        (
            "The band will play in Lens for a show on 12 May, with the Lund Choir closing the tour,"
            " 10 June.",
            [],
            "Lens, 10 June",
        ),
        (
            "He received threats after the Lynxes’ Nov. 9 loss in Bern.",
            ["He received threats after the Lynxes’ Nov. 9 loss in Bern."],
            "threats Nov.",
        ),
        (
            "Posted by the analysts of the Lund Institute, the map of the port is not entirely"
            " right.",
            ["The map of the port is not entirely right."],
            "Institute is",
        ),
    ],
)
def test_a_circumstance_is_what_the_rest_can_do_without(
    text: str, claims: list[str], never: str
) -> None:
    found = stated(text)
    assert set(claims) <= set(found)
    assert not any(never in t for t in found)


@pytest.mark.parametrize(
    ("text", "claims", "never"),
    [
        (
            "As if the long wait had not been enough to anger the pupils, Hale said he was glad.",
            [],
            "The long wait had not",
        ),
        (
            "He ran as though his life and that of his whole family had depended on it.",
            [],
            "His life",
        ),
        (
            "As papers leaked to the Varna Herald have revealed, the fire began in the kitchen.",
            [],
            "Papers leaked",
        ),
        (
            "Even though the Lynx is a cheap car, the maker gives it six airbags.",
            ["The Lynx is a cheap car."],
            "Even the",
        ),
        (
            "The marchers met with tear gas, in some cases after boys threw bottles.",
            ["The marchers met with tear gas, in some cases after boys threw bottles."],
            "in some cases boys",
        ),
        (
            "The year was no disaster, as most of the shops reported better than expected sales.",
            [],
            "reported better.",
        ),
        (
            "As old trades continue to shrink — and at an ever faster pace — these towns find"
            " themselves in trouble.",
            [],
            "At an ever faster pace",
        ),
        (
            "Lynx will orbit the moon but map the poles on dozens of flights, hunting for ice.",
            [],
            "is hunting",
        ),
        (
            "The dam, Ann Voss said Tuesday, was safe.",
            ["Ann Voss said on 19 November 2019 that the dam was safe.", "The dam was safe."],
            "Voss is",
        ),
        (
            "After the hunters’ Nov. 9 ball the hall burnt down.",
            ["After the hunters’ Nov. 9 ball the hall burnt down."],
            "The hunters",
        ),
    ],
)
def test_a_clause_keeps_what_it_is_said_under(text: str, claims: list[str], never: str) -> None:
    found = stated(text)
    assert found
    assert set(claims) <= set(found)
    assert not any(t.startswith(never) or f" {never}" in t for t in found if t != text)


@pytest.mark.parametrize(
    "text",
    [
        "How is the fever spread?",
        "Why is the council behaving differently from the mayor?",
        "Let’s hope we see more of the owners — from bankers such as Tom Hale to brewers such as"
        " Ida Lund — questioned about it.",
        "First aired on Radio Varna.",
        "Originally printed in the Lens Gazette.",
        "You know, like mending the road.",
        "Never asked the mayor to sell the docks.",
        "A long day for the whole crew.",
        "Check out what's new in Varna.",
    ],
)
def test_what_states_nothing_stays_whole_and_is_not_checkable(text: str) -> None:
    (claim,) = of(text)
    assert claim.text == text
    assert not claim.checkable


@pytest.mark.parametrize(
    "text",
    [
        "A small electric motor powers the rear wheels when needed.",
        "Mary Lund: possession of a stolen bicycle, held in jail until Friday.",
        "The Bears (7-2, 4-1) host the Lynxes (3-6, 1-4) in May.",
    ],
)
def test_a_verb_that_the_parser_overlooks_is_no_fragment(text: str) -> None:
    (claim,) = of(text)
    assert claim.checkable


def test_a_sentence_in_brackets_is_stated_without_them() -> None:
    found = texts_of("It rained in Varna.\n\n(Ida Lund had bought the mill in May.)")
    assert "Ida Lund had bought the mill in May." in found


def test_a_line_of_credits_is_not_checkable() -> None:
    (claim, *_) = claims_of("Staff Reports\n\nTwo men were held in Lens on Monday after a fire.")
    assert not claim.checkable


def test_a_reason_alone_is_stated() -> None:
    assert stated("Because life in the mill was anything but easy.") == [
        "Life in the mill was anything but easy."
    ]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        # What a thing was done before, is measured by or means need never have happened.
        (
            "Roe left the yard before the first boat was launched in the new harbour.",
            "The first boat was launched in the new harbour.",
        ),
        (
            "The clerk left the port before the audit of the books was finished in May.",
            "The clerk was finished in May.",
        ),
        (
            "A drought year is when farmers have lost half of their crop to the heat.",
            "Farmers have lost half of their crop to the heat.",
        ),
        (
            "We hope they have as much fun as we did getting to know the town better.",
            "We did getting to know the town better.",
        ),
        (
            "Selling boats isn't as simple as plenty of firms would have buyers think.",
            "Selling boats would have buyers think.",
        ),
        (
            "The more Roe looked into the ledger, the more odd and worrying the clerk's silence"
            " came to seem.",
            "Roe came to seem.",
        ),
        ("Because once you learn the tides …", "You learn the tides."),
        # What was answered stands in the clause before.
        ("Because she did — Ann Voss bought the mill when she sold her boat.", "She did."),
        # The reader is told to.
        ("The crew can't wait to show this boat, so stay awake.", "The crew can't stay awake."),
    ],
)
def test_a_clause_that_is_not_asserted_is_no_claim(text: str, never: str) -> None:
    found = stated(text)
    assert found[0] == text
    assert never not in found


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Roe left the firm after the audit of the port was finished in May.",
            "The audit of the port was finished in May.",
        ),
        (
            "That was when the bridge over the Orl collapsed.",
            "The bridge over the Orl collapsed.",
        ),
        (
            "The town cannot wait for the fair and will open the gates.",
            "The town will open the gates.",
        ),
        (
            "So there was joy as the crew brought their boats into the old harbour.",
            "The crew brought their boats into the old harbour.",
        ),
    ],
)
def test_a_clause_that_is_asserted_is_one(text: str, claim: str) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The trust bought mills in Lens and Bern and in 2014 it sold them.",
            [
                "The trust bought mills in Lens.",
                "The trust bought mills in Bern.",
                "In 2014 the trust sold mills in Lens and Bern.",
            ],
        ),
        (
            "It’s a fine choir this year – and in years past – and I am proud of the singers.",
            ["It’s a fine choir in 2019 – and in years past.", "I am proud of the singers."],
        ),
        (
            "Old trams may seem slow to visitors, but riding on the roof whilst listening to the"
            " bells makes me want to stay.",
            [
                "Old trams may seem slow to visitors.",
                "Riding on the roof whilst listening to the bells makes me want to stay.",
            ],
        ),
        (
            "Tom Hale left school in May and soon after wrote his first novel, a long sea tale from"
            " before the term was invented.",
            [
                "Tom Hale left school in May.",
                "Tom Hale soon after wrote his first novel.",
                "Tom Hale's first novel is a long sea tale from before the term was invented.",
            ],
        ),
        # A verb may stand before its subject.
        (
            "The rain stopped, and soon after came the flood.",
            ["The rain stopped.", "Soon after came the flood."],
        ),
    ],
)
def test_what_opens_a_clause_belongs_to_it(text: str, claims: list[str]) -> None:
    assert stated(text) == claims
