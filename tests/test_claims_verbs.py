"""Second verbs, conditions, and clauses that only say when."""

from __future__ import annotations

import pytest

from tests.claim_articles import of, spoken, stated


@pytest.mark.parametrize(
    "text",
    [
        # The second verb may be the same passive, and has nothing of its own.
        "The ferry line to Tromso has been planned and then quietly dropped.",
        "Oslo, Bergen and Molde have all been tested and then closed.",
        # Two verbs without anything of their own are said of the same thing at once.
        "Headaches come and go by themselves.",
        "The lights flicker and dim.",
        # To bid is to suppose, where a clause follows.
        "Close them and the county has to build three new schools.",
        # A verb that is left out, or what it would be done to, stands in the clause before.
        "The council has answered twice; the mayor hasn't.",
        "Of five wells, two held clean water and three held none.",
        "The guide said the pass was open; on Monday it turned out not to be.",
        # A condition without `if` stays with what would come of it.
        "Should the vote fail, the pool will close and its staff will lose their jobs.",
        "Had the pump worked, the cellar would have stayed dry and the papers would have survived.",
        "Were the tax repealed, the town would lose £3m.",
        "If the dam breaks, the lower town will flood and the bridge will go.",
    ],
)
def test_stays_whole(text: str) -> None:
    assert stated(text) == [text]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # What nobody can be the object of is no passive, and what has its own object is a verb.
        (
            "Karl Moss was shot and later died.",
            ["Karl Moss was shot.", "Karl Moss later died."],
        ),
        (
            "Karl Moss resigned and moved to Spain.",
            ["Karl Moss resigned.", "Karl Moss moved to Spain."],
        ),
        # Past and participle alike: the second goes with `would have`.
        (
            "The storm would have flooded the crypt and cut the village off.",
            [
                "The storm would have flooded the crypt.",
                "The storm would have cut the village off.",
            ],
        ),
        (
            "Ann Roe would have faced a vote, and resigned.",
            ["Ann Roe would have faced a vote.", "Ann Roe resigned."],
        ),
        # What somebody may do after it need not have come about.
        (
            "Karl Moss could be freed after serving half of his sentence.",
            ["Karl Moss could be freed after serving half of his sentence."],
        ),
        (
            "Karl Moss was freed after serving half of his sentence.",
            [
                "Karl Moss was freed after serving half of his sentence.",
                "Karl Moss served half of his sentence.",
            ],
        ),
        (
            "Ann Roe could be freed after the court has heard the appeal of her brother.",
            ["Ann Roe could be freed after the court has heard the appeal of her brother."],
        ),
        # What was done, the clause before says.
        (
            "The county cut its fares, as Nordvale has done each May since 2021.",
            ["The county cut its fares, as Nordvale has done each May since 2021."],
        ),
        (
            "The roof fell in as the council did nothing for a whole year.",
            [
                "The roof fell in as the council did nothing for a whole year.",
                "The council did nothing for a whole year.",
            ],
        ),
        # `which` is what nobody reads, too; behind it the first subject goes on.
        (
            "The firm shut the café, which everybody liked and nobody visited, and built a gym.",
            [
                "The firm shut the café, which everybody liked and nobody visited.",
                "The firm built a gym.",
            ],
        ),
        # What tells no more than when.
        (
            "Ann Roe has played the cello since she was sixteen.",
            ["Ann Roe has played the cello since she was sixteen."],
        ),
        (
            "Ann Roe has lived in Kent since she moved there in 2003.",
            [
                "Ann Roe has lived in Kent since she moved there in 2003.",
                "Ann Roe moved there in 2003.",
            ],
        ),
        # What stands before the article is when it happened, and no part of a title.
        (
            "Ida Lund spoke twice, and in the end the mayor, Karl Moss, closed the meeting.",
            [
                "Ida Lund spoke twice.",
                "In the end Karl Moss closed the meeting.",
                "Karl Moss is the mayor.",
            ],
        ),
    ],
)
def test_second_verbs(text: str, claims: list[str]) -> None:
    assert sorted(stated(text)) == sorted(claims)


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "Should the test fail, Nordvann says, the second hall would be moved.",
            "Should the test fail, the second hall would be moved.",
            "Nordvann",
        ),
        (
            "If the strike goes on, Karl Moss said on Monday, the port will close.",
            "If the strike goes on, the port will close.",
            "Karl Moss",
        ),
        (
            "If the vote fails, says Karl Moss, the hall will close.",
            "If the vote fails, the hall will close.",
            "Karl Moss",
        ),
        (
            "Unless the rain comes soon, farmers warned, half the harvest will be lost.",
            "Unless the rain comes soon, half the harvest will be lost.",
            "farmers",
        ),
    ],
)
def test_who_speaks_under_a_condition(text: str, said: str, speaker: str) -> None:
    assert spoken(text) == {said: speaker}


def test_nobody_speaks_by_the_way() -> None:
    assert not spoken("If it rains, you know, the game is off.")
    assert [c.checkable for c in of("Should the council sell the pool?")] == [False]


def test_a_deadline_lies_ahead() -> None:
    found = stated("The judge ordered Ann Voss to pay by noon Friday.", published="2025-11-20")
    assert found == ["The judge ordered Ann Voss to pay by noon on 21 November 2025."]


def test_what_was_told_without_a_deadline_may_be_past() -> None:
    found = stated("Ann Voss was told to pay on Friday.", published="2025-11-20")
    assert "21 November" not in found[0]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # A past tense behind a copula is none of its participles.
        (
            "Tove Lind is a cousin of the painter and learned to weave from her.",
            ["Tove Lind is a cousin of the painter.", "Tove Lind learned to weave from her."],
        ),
        (
            "Tove Lind is a member of the Liberal Party and served as trade minister.",
            [
                "Tove Lind is a member of the Liberal Party.",
                "Tove Lind served as trade minister.",
            ],
        ),
        (
            "The brothers are from Bergen and grew up on a farm.",
            ["The brothers are from Bergen.", "The brothers grew up on a farm."],
        ),
        (
            "The tunnel is 2 km long and opened in 1990.",
            ["The tunnel is 2 km long.", "The tunnel opened in 1990."],
        ),
        # A verb that nobody can be the object of is no passive behind one.
        (
            "Ann Holm was born in Oslo in 1951 and immigrated to Canada in 1967.",
            [
                "Ann Holm was born in Oslo.",
                "Ann Holm was born in 1951.",
                "Ann Holm immigrated to Canada in 1967.",
            ],
        ),
        (
            "The film was shot in Oslo and starred Jan Roe.",
            ["The film was shot in Oslo.", "The film starred Jan Roe."],
        ),
        (
            "Ann Holm was knighted in 1990 and made a fellow of the guild.",
            ["Ann Holm was knighted in 1990.", "Ann Holm was made a fellow of the guild."],
        ),
        (
            "Ann Holm was arrested in May and fined £400.",
            ["Ann Holm was arrested in May.", "Ann Holm was fined £400."],
        ),
        # What tells how a thing is, or what was done to somebody, goes on with the first verb.
        (
            "The crater is 2 km wide and shaped like a peanut.",
            ["The crater is 2 km wide.", "The crater is shaped like a peanut."],
        ),
        (
            "The firm is a branch of Holm Group and headquartered in Bergen.",
            ["The firm is a branch of Holm Group.", "The firm is headquartered in Bergen."],
        ),
        (
            "Ann Holm was born in Oslo and raised in Bergen.",
            ["Ann Holm was born in Oslo.", "Ann Holm was raised in Bergen."],
        ),
        # Behind `to` stands what for.
        (
            "In 2001, Ann Holm left Orley to co-found the bakery chain Brod Ltd.",
            ["In 2001, Ann Holm left Orley to co-found the bakery chain Brod Ltd."],
        ),
        (
            "Tove Lind quit the Herald in 1990 to co-edit the review Ash.",
            ["Tove Lind quit the Herald in 1990 to co-edit the review Ash."],
        ),
        # `do` between two capitals is Portuguese for `of the`.
        (
            "Tove Lind rowed for Clube do Remo and won the Taça do Norte.",
            ["Tove Lind rowed for Clube do Remo.", "Tove Lind won the Taça do Norte."],
        ),
    ],
)
def test_what_a_second_verb_takes_over(text: str, claims: list[str]) -> None:
    assert stated(text) == claims
