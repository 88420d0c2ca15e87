"""Whether a statement can be checked: forecasts, wishes, appeals and taste against plain facts."""

from __future__ import annotations

import pytest

from tests.claim_articles import claims_of, of, stated
from verify.types import Claim

APPEAL = "an appeal"


def alone(text: str) -> Claim:
    (claim,) = of(text)
    return claim


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("You'll need a ticket for the ferry.", "about the future"),
        ("We’ll be faster than any rival.", "about the future"),
        ("Maybe the ferry is late.", "says what may be"),
        ("It's best to call the harbour first.", "says what ought"),
        ("It’s crucial to dry the seeds.", "says what ought"),
        ("It's a good idea to book a seat.", "says what ought"),
        ("You shouldn't feed the swans.", "says what ought"),
        ("It’s a very enjoyable play.", "a judgement"),
        ("The sets are top notch.", "a judgement"),
        ("Renting a boat is a no-brainer.", "a judgement"),
        ("The cut makes perfect sense.", "a judgement"),
        ("Her speech was a lot of fun.", "a judgement"),
    ],
)
def test_what_is_to_come_and_what_is_judged_cannot_be_checked(text: str, reason: str) -> None:
    claim = alone(text)
    assert not claim.checkable
    assert claim.reason.startswith(reason)


@pytest.mark.parametrize(
    "text",
    [
        "You’ll find a museum in the old mill.",
        "The town is best known for cheese.",
        "It's best known for cheese.",
        "The mill is worth £2m.",
        "It’s worth noting that the bridge opened in 1932.",
        "Carp and eels are just a few of the fish in the lake.",
        "Divers are just beginning to map the wreck.",
        "The mill is right next to the harbour.",
        "Ida Lund is critical of the plan.",
        "The delay was due to the storm.",
        "The delay was due to heavy snow.",
        "The heirs tried to make sense of the will.",
        "Dorne wants to impose its will on the islands.",
    ],
)
def test_a_plain_fact_in_like_words_can_be_checked(text: str) -> None:
    assert all(c.checkable for c in of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Try asking the owner.",
        "Never open the sluice.",
        "Be sure to visit the harbour.",
        "Start by washing the jars.",
        "And don't forget to lock the gate.",
        "Keep rowing, but don’t forget to rest.",
        "Instead of selling the shares, wait for a year.",
        "To save water, fix the tap, and wash less.",
        "If you rent a flat, ask for the contract.",
        "Before you sign, read the contract.",
        "Additionally, try to row slowly.",
        "Look for jars that will last, so you’re less often in the shop.",
        "We hope you like the show.",
    ],
)
def test_an_appeal_to_the_reader_states_nothing(text: str) -> None:
    claim = next(c for c in of(text) if c.quote[:5].lower() == text[:5].lower())
    assert not claim.checkable
    assert claim.reason.startswith(APPEAL)


@pytest.mark.parametrize(
    "text",
    [
        "The Bears host the Lynxes in May.",
        "Plant workers struck on Monday.",
        "Most live in Lens.",
        "Police cut the rope.",
        "Both put their boats up for sale.",
        "In May, workers at the mine struck.",
        "Staying on the island, however, they haven’t.",
    ],
)
def test_a_statement_that_begins_like_an_appeal_is_none(text: str) -> None:
    assert not any(c.reason.startswith(APPEAL) for c in of(text))


@pytest.mark.parametrize("headline", ["Council backs new bridge", "Read the letter in full"])
def test_a_headline_is_no_appeal(headline: str) -> None:
    head, *_ = claims_of(f"{headline}\n\nNurses were asked about their work.\n")
    assert not head.reason.startswith(APPEAL)


def test_what_an_appeal_tells_by_the_way_can_be_checked() -> None:
    found = of("Visit the Roe Museum, which opened in 1990.")
    assert [c.text for c in found if c.checkable] == ["The Roe Museum opened in 1990."]


@pytest.mark.parametrize(
    "text",
    [
        "The sum that each school should receive depends on a rule.",
        "A player who many think could win the cup missed training.",
        "The museum described the risk of what might follow as small.",
        "The crew left the ship before the captain knew what he would find.",
        "The clinic lent nurses tablets, some of which may be faulty.",
        "The closures led the union to announce it would strike.",
        "Carl Voss was jailed for breaking a promise that he would stay in Lens.",
        "Police tested people who might have been exposed.",
        "The report found that half of the wells could be unsafe.",
        "Samples from potentially harmful wells were sent to Lens.",
    ],
)
def test_the_main_clause_decides(text: str) -> None:
    claim = next(c for c in of(text) if c.text[:8] == text[:8])
    assert claim.checkable


@pytest.mark.parametrize(
    "text",
    [
        "The firm makes drugs that could cure cancer.",
        "There are many schools that may close.",
        "Fans who bought tickets will get a refund.",
        "Shares could fall after the firm warned investors.",
        "The bank will act when prices rise.",
        "If prices rise, the bank may act.",
        "The union struck because wages would fall.",
    ],
)
def test_what_the_main_clause_or_its_news_leaves_open_cannot_be_checked(text: str) -> None:
    assert not any(c.checkable for c in of(text))


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("Ida Lund would later become mayor of Lens.", True),
        ("Ida Lund would go on to win three medals.", True),
        ("In 1990 she would become the first woman to lead the club.", True),
        ("Soon I would join the crew.", True),
        ("He would often visit the harbour.", True),
        ("They would meet every Sunday at the mill.", True),
        ("The firm would soon run out of money.", False),
        ("The road would cost £5m every year.", False),
        ("He would earn £5m every year.", False),
        ("In 1990 she would have lost.", False),
        ("If she stayed, she would later become mayor.", False),
    ],
)
def test_would_of_what_happened_can_be_checked(text: str, checkable: bool) -> None:
    assert alone(text).checkable == checkable


def test_what_somebody_said_would_come_later_is_a_forecast() -> None:
    (_, later) = of("Carl Voss said Ida Lund would later join the firm.")
    assert not later.checkable


def test_what_could_be_found_was_found() -> None:
    found = of("Divers showed that tar could be found in the lake.")
    assert all(c.checkable for c in found)
    assert "Tar could be found in the lake." in stated(
        "Divers showed that tar could be found in the lake."
    )
    (_, guess) = of("Divers said that tar could be found in the lake.")
    assert not guess.checkable


@pytest.mark.parametrize(
    "text", ["The minister hopes the road is safe.", "I believe that actions speak louder."]
)
def test_what_somebody_hopes_for_or_the_writer_believes_is_no_fact(text: str) -> None:
    assert not of(text)[-1].checkable


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("The workshop dealt with questions such as: who owns a river?", True),
        ("The council asked one question: who pays for the bridge?", True),
        ("The big question is: who pays for the bridge?", False),
        ("Who pays for the bridge: the state or the owner?", False),
        ("And why was the council misled by the firm: for money?", False),
    ],
)
def test_a_statement_may_end_in_a_question(text: str, checkable: bool) -> None:
    assert alone(text).checkable == checkable


@pytest.mark.parametrize(
    "text",
    [
        "A single ticket costs £2.20.",
        "Under rules in force since May, silos must be checked every two years.",
        "Ann Voss tried the soup and pushed it across so that all could share.",
        "They'd had lunch in Kelm.",
        "Ann Voss will not be drawn on the sale.",
    ],
)
def test_more_that_is_plain_fact(text: str) -> None:
    assert [c.reason for c in of(text)] == [""] * len(of(text))


@pytest.mark.parametrize("text", ["We'd have plenty of time.", "The plan sounds generous."])
def test_more_that_is_not(text: str) -> None:
    assert all(c.reason for c in of(text))


@pytest.mark.parametrize("text", ["- Soon I would go", "- She would later go"])
def test_a_line_that_breaks_off_after_would_go(text: str) -> None:
    assert [c.text for c in of(text)] == [f"{text[2:]}."]


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("The results were published on 14 May in a journal.", True),
        ("The delay is explained by a row over whether there should be a vote.", True),
        ("Where the mud would go is the subject of a study.", True),
        ("The driver braked later than he should have.", True),
        ("They slept under lamps that nobody could switch off.", True),
        ("Ann Moss was declining to guess when the shop might open.", True),
        ("None of which pleased the unions.", False),
        ("The driver should have braked.", False),
        ("The results may be published in a journal.", False),
    ],
)
def test_what_may_be_inside_a_plain_fact(text: str, checkable: bool) -> None:
    assert of(text)[-1].checkable == checkable


@pytest.mark.parametrize(
    ("headline", "checkable"),
    [
        ("Varna and Dorne ratify border treaty after all-night talks", True),
        ("Roe Works holders unanimously back Kelmar bid as profit slides", True),
        ("Fumes from mill fire taint Varna's drinking water", True),
        ("Dorne court orders museum to return vase to heirs", True),
        ("Kelmar to cut 300 jobs at Dorne mill", False),
        ("A guide to the best lakes of the north", False),
    ],
)
def test_a_headline_in_the_present_states_something(headline: str, checkable: bool) -> None:
    text = f"{headline}\n\nThe town of Varna is old. It lies by a lake.\n\nIt has a mill."
    assert claims_of(text)[0].checkable == checkable


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("Parents who missed the deadline may apply by post.", True),
        ("Only members may vote.", True),
        ("Up to 20 boats may be in the lagoon at a time.", True),
        ("Vendors may no longer sell fish on the quay.", True),
        ("Carl Voss may not be a director for the next five years.", True),
        ("Owners have 30 days in which they may bring an action.", True),
        ("Parents may apply by post.", False),
        ("The fish may no longer be safe.", False),
        ("The bridge may not reopen until 2030.", False),
        ("Up to 300 people may be trapped in the mine.", False),
    ],
)
def test_what_a_rule_lets_people_do_can_be_checked(text: str, checkable: bool) -> None:
    assert alone(text).checkable == checkable


@pytest.mark.parametrize(
    "text",
    [
        "Because two exams must be sat again, the term ends on 4 July.",
        "She fought the order on the ground that she would not be safe in Dorne.",
        "The court has accepted the owners' plan to close the mill.",
        "The regulator approved a new plan to close the mill.",
        "The delay is due to repairs of a lock on the canal that will carry the grain.",
        "One driver wanted to know who would pay for the road.",
        "The state let it be known that it would block the sale.",
        "Ann Lund has informed the board that she will leave in May.",
        "Her son began going to the clinic when he was four.",
        "The club pressed for a refund for those who must buy again.",
        "The firms announce an offer under which holders will receive 2 shares for each share.",
    ],
)
def test_what_stands_beside_the_main_clause_does_not_decide(text: str) -> None:
    assert of(text)[0].checkable


@pytest.mark.parametrize(
    "text",
    [
        "The council has plans to close the mill.",
        "The firm is going to close the mill.",
        "Carl Voss is one of the nurses who may lose their jobs.",
        "She is among the nurses who may lose their jobs.",
    ],
)
def test_what_is_the_news_decides(text: str) -> None:
    assert not of(text)[0].checkable


@pytest.mark.parametrize(
    "text",
    [
        "Whether the crew can do it is another matter.",
        "The reasoning is hard to fault.",
        "It was too early to say who had won.",
        "The crowd did what crowds do.",
        "Our thoughts are with the families of the crew.",
        "The market has been the heart of the town ever since.",
        "The villagers were owed an explanation.",
    ],
)
def test_more_that_no_record_could_settle(text: str) -> None:
    assert not alone(text).checkable


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("Ann Lund said that schools needed “teachers, not tablets”.", False),
        ("Ann Lund said the deal left “little hope for the mill”.", False),
        ("Ann Lund said the flood was “about as bad as it gets”.", False),
        ("Ann Lund said that the rules needed mending.", False),
        ("Ann Lund said the crew had “no radio on board”.", True),
    ],
)
def test_a_verdict_in_somebodys_words_is_no_fact(text: str, checkable: bool) -> None:
    assert of(text)[-1].checkable == checkable


def test_a_quotation_of_nobody_is_judged_by_its_words() -> None:
    found = of("“The mill should have been closed.”\n\n“The mill burnt down in 2019.”")
    assert [c.checkable for c in found] == [False, True]
    assert all(c.unresolved for c in found)
    (said, *_) = of("“The mill should have been closed,” Ann Lund said.")
    assert said.checkable
