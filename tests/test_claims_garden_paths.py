"""Sentences that read on to another end than the parser takes them to."""

from __future__ import annotations

import pytest

from tests.claim_articles import claims_of, of, stated


def states(text: str, found: str, never: str) -> None:
    """Among the claims is one, and nothing of another."""
    claims = stated(text)
    assert found in claims
    assert not any(never in c for c in claims)


@pytest.mark.parametrize(
    ("text", "found", "never"),
    [
        (
            "The vote had been put off in April, and on Tuesday five deputies abstained.",
            "On Tuesday five deputies abstained.",
            "had been abstained",
        ),
        (
            "The jury heard that Hale had lent his partner, Tom Voss, $300,000 to rent a yard.",
            "The jury heard that Hale had lent Tom Voss $300,000 to rent a yard.",
            "Voss, $300,000",
        ),
        (
            "“It is cold,” said the coordinator, Ann Moss, at a briefing in Varna.",
            "Ann Moss is the coordinator.",
            "coordinator at a briefing",
        ),
        (
            "About 40 percent of the pupils reported a headache and 9 percent reported fever.",
            "9 percent reported fever.",
            "reported a 9",
        ),
        (
            "The plan to sell was drafted by Ann Moss and backed by Tom Hale.",
            "The plan to sell was backed by Tom Hale.",
            "sell backed",
        ),
        (
            "The firm would have bought 12 lorries, two depots and a fleet of 30 vans, and the old"
            " fare would have been kept until May.",
            "The old fare would have been kept until May.",
            "vans, and the old",
        ),
        (
            "The talks are to resume on 3 May, and under the union's own rules no strike may begin"
            " before June.",
            "Under the union's own rules no strike may begin before June.",
            "talks under",
        ),
        (
            "Three women said to belong to the gang, were arrested in Varna in May.",
            "Three women said to belong to the gang, were arrested in Varna in May.",
            "Three women said that",
        ),
        (
            "In May a new pump from Roe Works, tested in 40 homes by a team in Varna, cut leaks by"
            " half and missed its target.",
            "A new pump from Roe Works cut leaks by half.",
            "tested in 40 homes cut",
        ),
        (
            "Ann Moss, a lawyer in Varna, parted with the farm in May 1938, a month after soldiers"
            " had marched in, to a dealer named Tom Hale.",
            "Ann Moss is a lawyer in Varna.",
            "Moss a month after",
        ),
        (
            "He lives near the school in Varna, where a hall built in 2011 collapsed on a class.",
            "A hall built in 2011 collapsed on a class in Varna.",
            "A hall built in 2011 in Varna.",
        ),
        (
            "Tom Hale said that the two years since the flood had brought many promises.",
            "The two years since the flood had brought many promises.",
            "years the flood",
        ),
        (
            "Reading out the verdict, the board’s deputy chair, Ann Moss, said Tom Hale had lied.",
            "Tom Hale had lied.",
            "chair, Ann Moss, said",
        ),
        (
            "At least 34 people were confirmed dead, the fire service said, while 12 were missing.",
            "The fire service said that at least 34 people were confirmed dead.",
            "dead the fire",
        ),
        (
            "The board ruled that the guard had used force on Tom Hale that was needless.",
            "The guard had used force on Tom Hale that was needless.",
            "That was needless.",
        ),
        (
            "The sale will be called off, a step that the regulator, the Fair Trade Office,"
            " approved on Monday.",
            "The regulator is the Fair Trade Office.",
            "That the regulator",
        ),
        (
            "Members backed the plan, 9-4, but only after the price was cut.",
            "Members backed the plan, 9-4, but only after the price was cut.",
            "Only the price",
        ),
        (
            "The report of the Rail Safety Board, which runs to 46 pages, makes grim reading.",
            "The report of the Rail Safety Board, which runs to 46 pages, makes grim reading.",
            "Board runs",
        ),
        (
            "By noon the hall had been cleared, and a man was putting up a sign: For guests only.",
            "A man was putting up a sign: For guests only.",
            "cleared For",
        ),
    ],
)
def test_a_verb_has_the_subject_that_the_whole_sentence_gives_it(
    text: str, found: str, never: str
) -> None:
    states(text, found, never)


@pytest.mark.parametrize(
    ("text", "found", "never"),
    [
        (
            "The town has a school. It was at the foot of the hill, in the snow and dark of 3 May,"
            " that four men died.",
            "It was at the foot of the hill, in the snow and dark of 3 May, that four men died.",
            "The town was",
        ),
        (
            "The town has a school. It was the porter, Ann Moss, who led the pupils out.",
            "Ann Moss is the porter.",
            "The school was",
        ),
        (
            "The firm moved its yard in May. At Dorne it was done in a week.",
            "At Dorne it was done in a week.",
            "the firm was done",
        ),
        (
            "The Fair Trade Office fined Kelmar £3m. It is the third-largest penalty the office has"
            " ever set.",
            "It is the third-largest penalty the office has ever set.",
            "Office is",
        ),
        (
            "Tom Hale asked, his nurse said, whether it was a Sunday.",
            "Tom Hale asked, his nurse said, whether it was a Sunday.",
            "the nurse was",
        ),
        (
            "The Farm Party will vote against a treaty that its leader, Ann Moss, calls unfair.",
            "Ann Moss is The Farm Party's leader.",
            "the treaty's leader",
        ),
        (
            "The cabinet fell in May, when the Greens walked out over pensions and left it short"
            " of votes.",
            "The Greens left the cabinet short of votes.",
            "left May",
        ),
        (
            "The chief executive of Kelmar Works is to go in May. The company has lost £3m.",
            "The company has lost £3m.",
            "chief executive of Kelmar Works has",
        ),
        (
            "Two boys pulled Alan Rigg out of the river. Mr Rigg, 63, was at work by noon.",
            "Alan Rigg is aged 63.",
            "Mr Rigg",
        ),
    ],
)
def test_a_word_that_stands_for_nothing_gets_no_name(text: str, found: str, never: str) -> None:
    states(text, found, never)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The court banned Tom Hale for nine months, counted from May.", "Hale, counted"),
        ("The firm will shut the mill at Dorne, a plan that would cost 40 jobs.", "Dorne is"),
        ("Half got the pill, and half a glass of water.", "got half"),
        ("The cost was shared by Roe Works and the Dorne Fund.", "by Roe Works."),
        ("She was back after nine days and, by her count, three hours.", "after by"),
        ("Debt stood at £3m at the end of May, which the firm said left it safe.", "May left"),
        ("None of this was Ann Moss's doing, which is rather the point.", "doing is"),
        (
            "The state broke off talks with Karvia, with which it has had no ties since 2014.",
            "s it",
        ),
        ("The council backed a fund for repairs by six votes to three, after a wet May.", "votes,"),
        ("Police named the dead as Tom Hale, 81, his wife, Ann, 79, and Paul Roe.", "Hale is his"),
        ("The show was of Ann Moss, of whose works only nine are known.", "Moss's of"),
        ("The test was too small, its authors say, to show any gain.", "small."),
    ],
)
def test_what_belongs_to_the_whole_is_told_of_no_part(text: str, never: str) -> None:
    claims = stated(text)
    assert claims
    assert not any(never in c for c in claims)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yesterday Ann Moss, 58, was sent to prison.", "Ann Moss is aged 58."),
        (
            "The law passed 71-58 that November, after a strike.",
            "The law passed 71-58, after a strike.",
        ),
        (
            "Ann Moss runs Kelmar, a firm that makes pumps, and Dorne, a port.",
            "Ann Moss runs Dorne, a port.",
        ),
        (
            "Jane Roe, a clerk at the time, copied the papers.",
            "Jane Roe was a clerk at the time.",
        ),
        (
            "One is Ann Moss, a retired cook from Low Birk, who needs a new hip.",
            "Ann Moss needs a new hip.",
        ),
        (
            "The fire began in May, after wiping out a barn and scorching a field.",
            "The fire wiped out a barn and scorched a field.",
        ),
        (
            "It had been, said Ann Moss, a lawyer, “a lesson in delay”.",
            "Ann Moss said that it had been “a lesson in delay”.",
        ),
        (
            "The firm must sell two routes, the watchdog said when it opened the case.",
            "The watchdog said, when it opened the case, that the firm must sell two routes.",
        ),
        ("The minister insisted that date would hold.", "That date would hold."),
        (
            "A guard who slept on duty was sacked in May.",
            "A guard who slept on duty was sacked in May.",
        ),
        (
            "Roe said if the vote is lost, he would resign and the party would pick a leader.",
            "If the vote is lost, he would resign and the party would pick a leader.",
        ),
        (
            "Tom Hale faces nine counts, including fraud.",
            "Tom Hale faces nine counts, including fraud.",
        ),
        (
            "“It works,” said Ann Moss, who runs the site, “and we are glad.”",
            "“It works,” said Ann Moss, “and we are glad.”",
        ),
    ],
)
def test_what_is_stated_is_whole(text: str, found: str) -> None:
    assert found in stated(text, published="2019-11-20")


def test_what_the_parser_finds_is_kept_where_no_rule_applies() -> None:
    claims = stated(
        "Ann Moss, tired by the trip, slept. The mill was sold and it closed. The pump failed, and"
        " a storm drain was filled. He said that inflation had risen."
    )
    assert "The mill was sold." in claims
    assert "A storm drain was filled." in claims
    assert "Inflation had risen." in claims


def test_rules_that_would_tie_a_word_to_itself_are_passed_over() -> None:
    text = (
        "The firm said on Monday if talks failed it would close the plant and 300 workers would go."
    )
    assert claims_of(text)


@pytest.mark.parametrize(
    ("text", "found", "never"),
    [
        (
            "Members get two votes for each cow they own and would pay a smaller fee.",
            "Members get two votes for each cow they own.",
            "Members own",
        ),
        (
            "Ann Moss will stay on as director and Tom Hale will become her deputy.",
            "Ann Moss will stay on as director and Tom Hale will become her deputy.",
            "Moss will become",
        ),
        (
            "The sale of fruit and cooked meat is banned.",
            "The sale of cooked meat is banned.",
            "he cooked meat is",
        ),
        (
            "The mayor resigned in spite of a letter from Ann Moss that one of the clerks describes"
            " as warm.",
            "The mayor resigned in spite of a letter from Ann Moss that one of the clerks describes"
            " as warm.",
            "resigned that",
        ),
        (
            "The clubs have signed papers with the mine in 1999 and in 2011 that came to nothing.",
            "The clubs have signed papers with the mine in 1999 and in 2011 that came to nothing.",
            "In 2011 that came",
        ),
        (
            "Ann Moss blamed fog, Tom Hale blamed the pilot, and Ruth Lane blamed the owners.",
            "Ann Moss blamed fog.",
            "Hale blamed the pilot that",
        ),
        (
            "Moss said staff had tested the valve but decided that it was safe.",
            "Staff decided that it was safe.",
            "Moss decided",
        ),
        (
            "Since then it has been set to music on a network, mourned on breakfast television and"
            " flung across the House of Commons by people who, it is fair to say, had not all read"
            " beyond the abstract.",
            "It has been mourned on breakfast television.",
            "It flung",
        ),
        (
            "Each is a pole kept upright by ropes and fitted with a lamp.",
            "Each is a pole kept upright by ropes and fitted with a lamp.",
            "Each was",
        ),
        (
            "What they found is a river that still carries silt, but does so slowly.",
            "What they found is a river that still carries silt, but does so slowly.",
            "found is a river.",
        ),
        (
            "Classes in Varna and in neighbouring Lwando will not resume before 6 March.",
            "Classes in Varna and in neighbouring Lwando will not resume before 6 March.",
            "is a neighbouring",
        ),
        (
            "The group called Our Own Boats, whose head, a nurse named Ann Moss, had asked people"
            " to bring oars, drew 300 people to the port.",
            "The group called Our Own Boats drew 300 people to the port.",
            "whose head",
        ),
        (
            "Ann Moss will be free to sail after the court cut her ban to two months, a ruling"
            " that will be studied in every club.",
            "The court cut Ann Moss's ban to two months.",
            "Moss will be studied",
        ),
        (
            "She thanked her parents, her coach, Des Hale, and her younger sister, Ruth.",
            "She thanked her parents, her coach, Des Hale, and Ruth.",
            "parents are",
        ),
        (
            "The vet advised owners to read the leaflet, starting with the last page.",
            "The vet advised owners to read the leaflet, starting with the last page.",
            "vet started",
        ),
        (
            "In Varna, where the ship Ann tied up after two weeks at sea, the crew slept.",
            "In Varna the ship Ann tied up after two weeks at sea.",
            "at sea in Varna",
        ),
        (
            "The court heard the owner, Ann Moss, the driver, Tom Hale, and the guard, Ruth Lane.",
            "Tom Hale is the driver.",
            "Moss is the driver",
        ),
        (
            "The real sum is thought to be higher because so many are ashamed to report it.",
            "The real sum is thought to be higher because so many are ashamed to report it.",
            "So many",
        ),
        (
            "Tom Hale asked whether a plan that few of the voters had read was now to be law.",
            "Tom Hale asked whether a plan that few of the voters had read was now to be law.",
            "had read a plan",
        ),
    ],
)
def test_what_is_joined_to_another_word_than_the_main_verb(
    text: str, found: str, never: str
) -> None:
    states(text, found, never)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The farmers drove to Varna and they sold the cows.", "The farmers sold the cows."),
        ("Ann Moss works as a nurse and teaches Greek.", "Ann Moss teaches Greek."),
        ("Critics say that Moss describes it as warm.", "Moss describes it as warm."),
        ("Moss said the valve had been tested, but added that it was old.", "It was old."),
        ("The vote was lost in May and Moss won a medal.", "Moss won a medal."),
        ("The mill closed because the river was low.", "The river was low."),
        (
            "Moss met the chair, Ann Roe, the daughter of a judge.",
            "Ann Roe is the daughter of a judge.",
        ),
        ("Moss urged Hale to stay, saying the dam was safe.", "The dam was safe."),
        ("In Varna, where the firm has sued Hale, the crew slept.", "The firm has sued Hale in"),
        ("The mill is a hall built in 1910 and it burned in May.", "The mill burned in May."),
    ],
)
def test_what_goes_on_with_the_main_verb_is_kept(text: str, found: str) -> None:
    assert any(c.startswith(found) for c in stated(text))


def test_a_participle_that_opens_a_sentence_is_not_its_verb() -> None:
    found = of('Popularly dubbed "the wall", Jan Maas is a keeper.')
    assert [c.text for c in found if c.checkable][-1] == "Jan Maas is a keeper."
