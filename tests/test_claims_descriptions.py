"""What a description, a clause or a phrase behind a noun is told of: one noun, all, or none."""

from __future__ import annotations

import pytest

from tests.claim_articles import of, stated


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The Hale wharf, formerly a coal store, was sold in May.",
            ["The Hale wharf was formerly a coal store.", "The Hale wharf was sold in May."],
        ),
        ("Anna Roe, once a nurse, won the seat.", ["Anna Roe was once a nurse."]),
        ("Tom Pell, then the harbour master, shut the pier.", ["was then the harbour master."]),
        ("Kelmar, now the largest bank in Varna, moved.", ["Kelmar is now the largest bank"]),
        ("Tom Pell, previously head of sales, joined.", ["Tom Pell was previously head of sales."]),
        ("Jan Maas, then 21, left the navy.", ["Jan Maas was then aged 21."]),
        ("Jan Maas, now 58, left the navy.", ["Jan Maas is aged 58."]),
        ("Anna Roe, a nurse, won the seat.", ["Anna Roe is a nurse."]),
    ],
)
def test_an_adverb_before_a_description_gives_its_tense(text: str, claims: list[str]) -> None:
    found = stated(text)
    assert all(any(c in f for f in found) for c in claims)
    assert not any("is a formerly" in f or "an once" in f for f in found)


@pytest.mark.parametrize(
    "text",
    [
        # how much, how often, or when it was so, is no description
        "Roe wants to lecture on tax law in Bergen, two days a week.",
        "Pell presses the cider himself, about ninety litres a day.",
        "Hale, a port of call in 1850, lies inland.",
        "A ferry, especially a crowded one, is slow to turn.",
        # one of them, or all
        "Three sailors and a cook, aged between 20 and 61, were rescued.",
        "Police held two clerks and a porter, found in a van.",
        "The depot and the yard, closed since May, were sold.",
        # the man, or the banks
        "Pell is the auditor who worked for six banks, who once found a false million in a day.",
        # what is shown or seen does it
        "It shows his uncle, laughing at a goat.",
        "Police filmed two men, carrying sacks to a boat.",
        "It is the noise of several wild geese, none tamer than a wolf, leaving the pier.",
        # what has the share is followed
        '"Too dear" came first, with 38 per cent, followed by "does not suit" and "never saw it".',
        # with no sense of its own
        "Moss wrote about that rattle and others like it.",
        "The monks lived on barley and beans.",
        "The shop deals in silk and wool.",
        "Moss runs a cinema that few people visit and that lost £30,000 in May.",
        "They rested in a barn outside Varna, where it snowed.",
    ],
)
def test_what_is_not_told_of_the_nearest_noun_stays_in_its_sentence(text: str) -> None:
    assert stated(text) == [text]


@pytest.mark.parametrize(
    ("text", "claims", "never"),
    [
        (
            "Tom Pell said he was tired of a hall that he never used and that lost money.",
            ["Tom Pell said he was tired of a hall that he never used and that lost money."],
            "That lost",
        ),
        (
            "Lena Maas met her in a shed outside Varna, where she insisted on fixing the sail.",
            ["Lena Maas insisted on fixing the sail."],
            "sail in Varna",
        ),
        (
            "Pell works at a plant in Kent, where he met Roe.",
            ["Pell works at a plant in Kent.", "Pell met Roe in Kent."],
            "where",
        ),
        (
            "Pell met a nurse from Varna, where Roe taught two boys.",
            ["Roe taught two boys in Varna."],
            "where",
        ),
        (
            "Hale Moss itself, which was convicted in May, was fined.",
            ["Hale Moss itself was convicted in May.", "Hale Moss itself was fined."],
            "Itself was",
        ),
        (
            "Roe moved to Varna at six and spent her youth convinced that the sea was salt-free.",
            ["Roe spent her youth convinced that the sea was salt-free."],
            "Roe convinced",
        ),
        (
            "The talks broke up, and at one point the mayor, Jan Maas, left the room.",
            ["At one point Jan Maas left the room.", "Jan Maas is the mayor."],
            "is at one",
        ),
        (
            "A Kelmar study found a rise in sales, calling it a surprise.",
            ["A Kelmar study called it a surprise."],
            "sales, calling",
        ),
        (
            "The witness who saw the clerk, who later died, spoke in May.",
            [],
            "The witness later died",
        ),
        ("They liked the hall, and that was it.", ["They liked the hall."], "hall that was"),
        (
            "Lena Maas is an actor and singer, born in Kent.",
            ["Lena Maas is an actor.", "Lena Maas is a singer."],
            "actor and singer",
        ),
        (
            "The band made a film and a second album, titled Salt.",
            ["The band made a film.", "The band made a second album."],
            "film and",
        ),
        ("Roe lives in Bern and Varna.", ["Roe lives in Bern.", "Roe lives in Varna."], " and "),
    ],
)
def test_what_is_clear_is_stated(text: str, claims: list[str], never: str) -> None:
    found = [c.text for c in of(text)]
    assert set(claims) <= set(found)
    assert not any(never in f for f in found)


@pytest.mark.parametrize(
    "text",
    [
        # whenever it is carried so, and not that it once was
        "Carried by ticks, the fever kills 40 people a year.",
        # `that` begins a clause; the milk, or the boats
        "Boats that store drinking water, known as tankers, pay more than others.",
        "Boats that carry raw milk, known as tankers, sank.",
        # the clause with `that` is not of what stands in the aside before it
        "The strike turns on a levy on grain, brought in after the drought of 2019, that earned the"
        " state 40 million euros.",
        # an abstract noun is not `who`
        "Engineers near the ministry's calculations, who asked for time, left.",
    ],
)
def test_what_no_noun_beside_it_is_meant_by_stays_whole(text: str) -> None:
    assert stated(text) == [text]


def test_an_abstract_noun_says_nothing() -> None:
    found = stated(
        "The mill had refused, according to two people familiar with the town's calculations, who"
        " said that the dam was weak."
    )
    assert "Two people familiar with the town's calculations said that the dam was weak." in found
    assert not any(f.startswith("The town's calculations") for f in found)
    assert "The delegation left in May." in stated(
        "Anna Roe praised the head of the delegation, who left in May."
    )


def test_that_before_a_noun_alone_points_at_it() -> None:
    assert stated("That firm, founded in 1990, was fined.") == [
        "That firm was founded in 1990.",
        "That firm was fined.",
    ]


def test_a_participle_with_a_maker_and_a_year_has_come_about() -> None:
    assert "The mill was built by Tom Orr in 1840." in stated(
        "Built by Tom Orr in 1840, the mill makes flour."
    )


def test_whose_describes_who_stands_before_it() -> None:
    assert stated(
        "Roe, 41, whose centre-right Harbour Party holds 12 of the 90 seats in council, called the"
        " strike “silly” but refused to talk."
    ) == [
        "Roe is aged 41.",
        "Roe's centre-right Harbour Party holds 12 of the 90 seats in council.",
        "Roe called the strike “silly”.",
        "Roe refused to talk.",
    ]


def test_a_nationality_stays_where_its_sentence_goes_on_with_and() -> None:
    text = "Roe Brothers was a British maker of bells and, later, clocks, based in Ash until 1972."
    assert stated(text) == [text]
    assert stated("Ann Roe was a British baker and served as mayor.") == [
        "Ann Roe was British.",
        "Ann Roe was a baker.",
        "Ann Roe served as mayor.",
    ]
