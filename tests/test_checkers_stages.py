"""Stages and causes: what is only planned, and what came about through something else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from benchmarks.numbers import NoTerms
from tests.pages import dated_page
from verify.checkers.stages import Stages
from verify.checkers.stages_acts import act_words, kinds, told_as_done
from verify.checkers.stages_because import becauses
from verify.checkers.stages_hangs import less
from verify.ports import Case, Vectors
from verify.types import (
    Article,
    Claim,
    Document,
    Entailment,
    Evidence,
    Finding,
    Kind,
    Outcome,
    Part,
    Passage,
    Stance,
    Timing,
)

ON = date(2023, 5, 20)
OTHER = (
    "Elsewhere in the town, the library has extended its hours. Visitors are welcome on Sundays."
)


class AllAlike:
    """An embedder to which all texts mean the same."""

    name = "all alike"
    sha256 = ""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One unit vector for all."""
        return np.ones((len(texts), 1), dtype=np.float32)


def page(text: str, published: str) -> Document:
    """A page of that day; "" where it is undated."""
    return dated_page(text, published, title="News")


def found(
    claim: str,
    *texts: str,
    published: str = "2023-05-19",
    part: Part = Part.BODY,
    alike: bool = False,
    others: Sequence[Document] = (),
) -> list[Finding]:
    """What is noted of a claim of 20 May 2023, with pages of these texts."""
    documents = (*(page(t, published) for t in (*texts, OTHER)), *others)
    evidence = tuple(
        Evidence(
            Passage(d, 0, len(d.text)), 0, 0, Entailment(0, 0, 1), Stance.NEUTRAL, Timing.BEFORE
        )
        for d in documents
    )
    asked = Claim("c1", claim, claim, 0, len(claim), Kind.EVENT, 1.0, part)
    article = Article("", claim, None, None, "en", "")
    embedder = AllAlike() if alike else None
    case = Case(article, (asked,), evidence, (), documents, NoTerms(), ON, embedder)
    return list(Stages().check(asked, case))


PLANNED = [
    ("The airport has opened its second runway.",
     "The airport's second runway is expected to open in June, once the lights are inspected."),
    ("Both countries ratified the fishing accord.",
     "The fishing accord was signed on Monday. Neither parliament has ratified it."),
    ("Veltra has acquired the battery maker Onda.",
     "Veltra is in talks about an acquisition of the battery maker Onda, two people said."),
    ("The zoo has released ten lynx into the forest.",
     "The zoo has applied for a licence to release ten lynx into the forest."),
    ("The port's workers have gone on strike.",
     "Members of the union will be balloted on strike action at the port, a spokesman said."),
    ("The city will have to close three schools.",
     "A report to the city lists options, among them the closure of three schools."),
    ("The hospital trust has sold its staff car park.",
     "The sale of a staff car park is one of several ideas for raising cash, the trust says."),
    ("A vaccination campaign in the camps is under way.",
     "Health workers hope to begin a vaccination campaign in the camps next week."),
    ("The first tenants have moved into the tower.",
     "Nobody has moved into the tower yet, and the first tenants come in March."),
    ("Norfeld has imposed sanctions on three shipping firms.",
     "A minister in Norfeld said sanctions against three shipping firms were being prepared."),
    ("The farmer lost his appeal against the pylons ruling.",
     "The farmer said he would seek leave to appeal against the pylons ruling."),
    ("The drug halves the risk of stroke.",
     "The study was too small to establish whether the drug halves the risk of stroke."),
    ("The council backed the tram line unanimously.",
     "The council backed the tram line by 31 votes to 17 after a three-hour debate."),
    ("The abbey has restored every one of its 22 bells.",
     "Nine of the abbey's 22 bells have been recast so far, its steward told us."),
    ("The entire fleet of ferries was back in service by Easter.",
     "By Easter the ferries were running, except for the two oldest, which are in dry dock."),
    ("The diocese sold the bishop's palace to a hotel group.",
     "No contract for the bishop's palace has been signed with the hotel group, it said."),
    ("The airline will resume flights to Tarn in May.",
     "The airline said it had yet to decide whether to resume flights to Tarn."),
    ("All the parties signed the climate pact.",
     "Eleven of the 14 parties signed the climate pact; three asked for more time."),
    ("All nine lifeboats were sent to the wreck.",
     "The harbour has nine lifeboats, two of them sent to the wreck on Friday."),
    ("The harbour board has replaced all of its cranes.",
     "New cranes stand on quay two; only four of the harbour board's nine cranes were replaced."),
    ("Villagers in Orm have been inoculated against cholera.",
     "Nobody in Orm, a village of 900, has been given the vaccine against cholera."),
    ("The watchdog approved the merger of the two breweries.",
     "The watchdog still has to approve the merger of the two breweries, a lawyer said."),
    ("The regulator fined the ferry line 80,000 euros.",
     "The regulator sent the ferry line a notice proposing a penalty of 80,000 euros."),
    ("Donors handed over 415 million euros for the flooded valley.",
     "At a meeting on Thursday donors promised 415 million euros for the flooded valley."),
    ("The bakery chain will have to sell two of its mills.",
     "Among the steps that the authority may consider is the sale of two mills by the chain."),
    ("The union lodged a complaint about the rota.",
     "Nothing had been lodged by the union about the rota, the court's clerk said."),
    ("The town rejected a merger with Orm and sold its hall.",
     "The town hopes to sell its hall by June, and has thrown out a merger with Orm."),
    ("Two miners were killed in the Halden pit.",
     "Nobody was hurt or killed in the Halden pit, where two miners were cut off."),
]  # fmt: skip

NOT_LESS = [
    ("The abbey has restored every one of its 22 bells.",
     "The twenty-second and last of the abbey's bells was rehung on Sunday."),
    ("The entire fleet of ferries was back in service by Easter.",
     "By Easter all the ferries were running. Some of them need new paint."),
    ("The diocese sold the bishop's palace to a hotel group.",
     "A hotel group owns the bishop's palace, for which it paid the diocese 3 million."),
    ("The airline will resume flights to Tarn in May.",
     "Flights to Tarn start again in May. It has not decided whether to fly to Gorm."),
    ("The airport has opened its second runway.",
     "The airport's second runway opened on Monday. A third may be built one day."),
    ("Both countries ratified the fishing accord.",
     "The fishing accord enters into force today, both parliaments having ratified it."),
    ("The zoo has released ten lynx into the forest.",
     "Ten lynx were set free in the forest; the zoo plans to release ten more."),
    ("Police have charged the driver with manslaughter.",
     "The driver has been charged with manslaughter and will appear in court on Monday."),
    ("The regulator has fined the bank 40 million euros.",
     "The bank said that it would appeal against the fine of 40 million euros."),
    ("The company sold its stake in the ferry line.",
     "It would use the proceeds of the sale of its stake in the ferry line to repay debt."),
    ("The company plans to close its factory in Dunmore.",
     "The company may close its factory in Dunmore."),
    ("The mine has reopened.",
     "The mine, which reopened last month, is expected to employ 300 people."),
    ("The bank cut 300 jobs.",
     "The bank cut 300 jobs in January and would cut no more this year, it said."),
    ("Parliament passed the gun law.",
     "The gun law, passed by parliament on Friday, will take effect in July."),
    ("The farmer lost his appeal against the pylons ruling.",
     "Judges threw out the farmer's appeal against the pylons ruling. He may appeal again."),
    ("The council backed the tram line unanimously.",
     "All 48 members of the council voted for the tram line."),
    ("The drug halves the risk of stroke.",
     "In the study, the drug halved the risk of stroke. It is not known whether it is safe."),
    ("Teachers walked out across the state on Monday.",
     "Thousands of teachers went on strike on Monday. More walkouts are planned."),
    ("The museum paid 2 million for the painting.",
     "The museum paid 2 million for the painting, which will go on show next month."),
    # The word hangs on another act than the claim's.
    ("Around 900 nurses demonstrated in the square on Saturday.",
     "Police said that no demonstrator in the square had been injured by Saturday night."),
    ("The crew of a trawler rescued nine sailors.",
     "No lifeboat was involved in the rescue of the nine sailors by the trawler."),
    ("The federation has paid the widow of the rider.",
     "She will sue no one, the widow of the rider said, since the federation has paid her."),
    ("The senate of Orland rejected the treaty.",
     "Orland will hold a vote on roads; its senate had thrown out the treaty on Monday."),
    ("The port has agreed to the night flights.",
     "The port had not read the plan until May and then agreed to the night flights."),
    ("Customs officers seized 40 tusks at the port.",
     "Officers had not seized as many tusks at the port in twenty years."),
    ("The former clerk was arrested in Tarn.",
     "The former clerk, found in Tarn, was not arrested until two days later."),
    ("The magazine printed an interview with the hunter.",
     "No. 61 of the magazine has the interview with the hunter, aged 90."),
    ("Miners have paid twice the price for diesel.",
     "Since May they have paid twice the price for diesel, the miners say."),
    # The claim itself tells of no more.
    ("The union had demanded a rise of eight per cent.",
     "The union went into talks with a demand of eight per cent."),
    ("The college denied that a firm had marked the papers.",
     "No firm has marked a single paper, the college said."),
    ("The ministry has allowed the report to be published.",
     "The report may be published only with leave of the ministry, which it gave."),
    ("The chain is closing both of its mills.",
     "The chain will close both of its mills on 1 October."),
    ("A man was questioned without having been charged.",
     "Police questioned a man, who has not been charged."),
    ("The families who moved to Narva have found work.",
     "Of the families in Narva not one has moved away, and most have found work."),
    # No fewer than all.
    ("All 61 glaciers still existed in 2023.",
     "Each of the 61 glaciers was still there in 2023, the survey says."),
    ("All of the town's nurses had joined the walkout.",
     "Not one of the 1,100 nurses in the town had gone to work."),
    ("All three skiers were found alive.",
     "Three of the eleven people on the mountain, the skiers, were found alive."),
    ("The farmer ships cheese every month to all the islands.",
     "The farmer ships two tonnes of cheese a month to the islands."),
]  # fmt: skip

OTHER_CAUSE = [
    ("The ministers quit the cabinet over the water charges.",
     "The ministers left the cabinet in protest at the prime minister's remarks on the army."),
    ("The ferry was six hours late because of a customs dispute.",
     "The six-hour delay to the ferry resulted from an engine fire."),
    ("The premiere was put off because the lead tenor was hoarse.",
     "A collapsed piece of scenery was the reason that the premiere was put off."),
    ("The flight was delayed because of a strike by baggage handlers.",
     "The flight took off six hours late because a bird had hit one of its engines."),
    ("The singer pulled out of the concert because of illness.",
     "The singer cancelled the concert because his visa had not come through."),
    ("Sales fell because of bad weather.",
     "The group attributed the drop in sales to a fault in its online shop."),
    ("The match was abandoned because of crowd trouble.",
     "The match was called off at half-time due to a waterlogged pitch."),
    ("The editor was dismissed for plagiarism.",
     "The editor was sacked for having accepted gifts from a property developer."),
    ("The rocket launch was postponed because of high winds.",
     "The launch of the rocket was put back by a day owing to a leaking valve."),
    ("The blackout in Gorm was caused by a gale.",
     "A blackout struck Gorm at noon. The cause was a gnawed cable, the grid says."),
    ("The closure of the pass was forced by a rockfall.",
     "Striking drivers forced the closure of the pass."),
    ("The rescue helicopters stood idle because of a lack of fuel.",
     "Freezing fog kept all rescue helicopters on the ground for a day."),
]  # fmt: skip

RULED_OUT = [
    ("The train was cancelled because of a strike at its depot.",
     "The train did not run, as its pump was broken. No industrial action was taking place."),
    ("The blackout was caused by a cyberattack.",
     "Grid engineers traced the blackout to a failed transformer and ruled out a cyberattack."),
    ("The bees died because of a pesticide.",
     "A laboratory found no trace of pesticide in the dead bees."),
    ("The chairman resigned over the failed merger.",
     "The chairman stood down because of ill health; the merger played no role in that."),
]  # fmt: skip

SAME_CAUSE = [
    ("The flight was delayed because of a strike by baggage handlers.",
     "The flight left six hours late because baggage handlers had walked out."),
    ("The singer pulled out of the concert because of illness.",
     "The singer cancelled because he had flu."),
    ("Sales fell because of bad weather.",
     "The group attributed the drop in sales to a wet and cold spring."),
    ("Strong winds forced the cancellation of two concerts.",
     "Two concerts were called off because of gales."),
    ("The road was closed because of flooding.",
     "A road nearby was shut because of an accident on Tuesday. The flooding has eased."),
    ("The bridge was closed after engineers found cracks.",
     "The bridge was shut on Monday because of cracks in two hangers."),
    ("The singer apologised after the incident.",
     "The singer apologised because he had arrived two hours late."),
    ("Trains were cancelled because of the heat.",
     "Because the rails had buckled in the heat, trains did not run."),
    ("Scientists found no increase in cancer due to the additive.",
     "Scientists saw no sign of an increase in cancer because of the additive."),
    ("The shop closed after 40 years.",
     "The shop closed on Saturday because its owner is retiring."),
    ("The woman was fired because of her faith.",
     "The woman was fired not because of her age but because of her faith."),
    ("The halt was closed because too few people used it.",
     "The halt was shut for want of passengers."),
    ("The engineer was suspended for talking to the press.",
     "The engineer was suspended on account of a newspaper interview."),
    # Another event, or no event behind "after".
    ("The twins fell out because of the report.",
     "The report traced the fall of the girder to a fault in its design."),
    ("The director will leave after a single term.",
     "A deputy said that the director leaves because his fund has got poorer."),
    ("The clerk had kept the blankets because of a leaky roof.",
     "The town dismissed its clerk after an audit found blankets in his garage."),
    ("The player was cleared after an analysis of her moves.",
     "The board cleared the player: an analysis of her moves showed no sign of help."),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "text"), PLANNED)
def test_less_than_the_claim(claim: str, text: str) -> None:
    notes = found(claim, text)
    assert [(f.outcome, f.detail) for f in notes] == [(Outcome.NOTES, "only_planned")]
    assert notes[0].facts[0].text in text


@pytest.mark.parametrize(("claim", "text"), NOT_LESS)
def test_nothing_less(claim: str, text: str) -> None:
    assert not found(claim, text)


@pytest.mark.parametrize(("claim", "text"), OTHER_CAUSE)
def test_another_cause(claim: str, text: str) -> None:
    notes = found(claim, text)
    assert [(f.outcome, f.detail) for f in notes] == [(Outcome.NOTES, "another_cause")]
    assert "another cause" in notes[0].explanation


@pytest.mark.parametrize(("claim", "text"), RULED_OUT)
def test_ruled_out(claim: str, text: str) -> None:
    assert any("rules this cause out" in f.explanation for f in found(claim, text))


@pytest.mark.parametrize(("claim", "text"), SAME_CAUSE)
def test_the_same_cause(claim: str, text: str) -> None:
    assert not found(claim, text)


SOME_OF_THEM = [
    (
        "The insurers have paid all 61 of the growers hit by the frost.",
        "Of the 61 growers hit by the frost, only 19 have been paid anything by the insurers.",
    ),
    (
        "Every household in Gorm has received a filter for its water.",
        "Filters have reached 31 per cent of households in Gorm.",
    ),
]
ALL_OF_THEM = [
    (
        "The insurers have paid all 61 of the growers hit by the frost.",
        "Of the 61 growers hit by the frost, 61 have been paid by the insurers.",
    ),
    (
        "Every household in Gorm has received a filter for its water.",
        "Filters have reached 100 per cent of households in Gorm.",
    ),
    (
        "Every household in Gorm has received a filter for its water.",
        "Filters in Gorm take out 31 per cent of nitrates, which every household there fears.",
    ),
]


@pytest.mark.parametrize(("claim", "text"), SOME_OF_THEM)
def test_some_of_all(claim: str, text: str) -> None:
    assert [f.detail for f in found(claim, text)] == ["only_planned"]


@pytest.mark.parametrize(("claim", "text"), ALL_OF_THEM)
def test_all_of_all(claim: str, text: str) -> None:
    assert not found(claim, text)


@pytest.mark.parametrize(
    "text",
    [
        "What set off the blackout in Gorm is not yet known, the grid operator said.",
        "The cause of the blackout in Gorm is under investigation.",
    ],
)
def test_a_cause_that_is_not_known(text: str) -> None:
    claim = "The blackout in Gorm was caused by a cyberattack."
    assert [f.explanation.split(": ")[0] for f in found(claim, text)] == [
        "The source leaves the cause open"
    ]
    assert not found("The blackout in Gorm lasted for six hours.", text)


def test_causes_that_mean_the_same_to_the_embedder() -> None:
    claim, text = OTHER_CAUSE[0]
    assert not found(claim, text, alike=True)


def test_an_old_plan_may_have_been_carried_out() -> None:
    claim, text = PLANNED[3]
    assert found(claim, text, published="2023-05-16")
    assert not found(claim, text, published="2023-05-02")


def test_an_older_plan_for_a_later_day() -> None:
    claim = "The airline has closed its hub in Marsk."
    assert found(
        claim, "The airline plans to close its hub in Marsk in August.", published="2023-05-02"
    )
    assert not found(
        claim, "The airline plans to close its hub in Marsk in May.", published="2023-05-02"
    )


def test_what_is_not_yet_done_may_be_older() -> None:
    claim = "Both countries ratified the fishing accord."
    text = "Neither of the two countries has ratified the fishing accord yet."
    assert found(claim, text, published="2023-05-02")
    assert not found(claim, text, published="2022-11-02")


def test_told_as_done_elsewhere() -> None:
    claim, plan = PLANNED[3]
    done = "Ten lynx were released into the forest by the zoo at dawn."
    assert not found(claim, plan, done)
    older = page(done, "2020-05-19")  # ten others
    assert found(claim, plan, others=[older])


def test_one_act_done_and_another_not() -> None:
    claim = "The new chairman dismissed the coach and cancelled the stadium contract."
    text = "The stadium contract would not be cancelled, the chairman said. He dismissed the coach."
    assert [f.detail for f in found(claim, text)] == ["only_planned"]
    assert not found("The new chairman dismissed the coach.", text)


def test_another_name() -> None:
    claim = "Talbot Foods has closed its plant in Marsk."
    assert not found(claim, "Orrel Brewery plans to close its plant in Dunmore.")


def test_another_year() -> None:
    claim = "In June 2019 the festival was cancelled because of a fire."
    assert not found(claim, "In June 2015 the festival was cancelled because of a lack of money.")
    assert found(claim, "In June 2019 the festival was cancelled because of a lack of money.")


def test_headlines_tell_in_the_present() -> None:
    text = "The ministry is considering whether to ban glue traps."
    assert found("Ministry bans glue traps", text, part=Part.HEADLINE)
    assert not found("The ministry bans glue traps where it can.", text)


@pytest.mark.parametrize(
    "text",
    ["", "?", "\x00\ud800", "because because because", "has not yet", "All of the", "after " * 40],
)
def test_never_raises(text: str) -> None:
    assert isinstance(found(text, text), list)
    assert isinstance(found("The council has bought ten boats because of floods.", text), list)


def test_the_claims_own_acts() -> None:
    (act,) = told_as_done("The city has bought 40 boats.")
    assert act.low == "bought"
    assert [a.low for a in told_as_done("The city will have to sell 40 boats.")] == ["sell"]
    assert not found("The city plans to buy 40 boats.", "The city may buy 40 boats.")
    assert not found("Has the city bought 40 boats?", "The city may buy 40 boats.")


def test_acts_by_verb_and_noun() -> None:
    assert kinds("It was suspended.") & kinds("The suspension")
    assert kinds("They called it a day.") != kinds("They called off the match.")
    assert kinds("It was called off.") == kinds("It was cancelled.")
    assert [w.low for w in act_words("It was put off.")] == ["it", "was", "put off"]


@pytest.mark.parametrize(
    ("sentence", "act", "words"),
    [
        ("It could have been sold.", "sold", "could have been sold"),
        ("No order for the sale was given.", "sale", None),
        ("No order was given.", "order", "No order was given"),
        ("The court has never annulled a verdict.", "verdict", None),
        ("The motion had accused her of paying bribes.", "paying", None),
        ("Talks about a sale go on.", "sale", "Talks about a sale go on"),
        ("He refused to say whether it had been sold.", "sold", "refused to say whether it"),
        ("It was sold.", "sold", ""),
        ("The motor did start.", "start", ""),
    ],
)
def test_what_a_word_hangs_on(sentence: str, act: str, words: str | None) -> None:
    word = next(w for w in act_words(sentence) if w.low == act)
    told = less(sentence, word, certain=False)
    assert told == words or (words and told and told.startswith(words))


def test_effects_and_causes() -> None:
    assert becauses("They blamed the delay on fog.")[0].cause == "fog"
    assert becauses("Owing to fog, the race was run late.")[0].effect == "the race was run late"
    assert becauses("He was fined for speeding.")[0].cause == "speeding"
    assert not becauses("He was jailed for three years.")
    assert not becauses("It flew over the fields.")
