"""Pages that tell of another outcome, or of other roles, in their own words are noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.numbers import case
from verify.checkers.outcomes import Outcomes
from verify.checkers.outcomes_deeds import deeds
from verify.checkers.outcomes_text import endings, root, tokens
from verify.checkers.outcomes_votes import tally
from verify.checkers.outcomes_words import SIDES
from verify.checkers.wording import stem
from verify.ports import Case
from verify.types import Claim, Dated, Finding, Outcome, PartialDate

ON = date(2026, 5, 6)


def held(claim: str, *pages: str, day: str = "2026-05-04") -> tuple[Claim, Case]:
    """A claim of an article, and pages of a day."""
    asked, given = case(claim, list(pages))
    printed = Dated(PartialDate(day), "argument")
    shown = []
    for evidence in given.evidence:
        document = replace(evidence.passage.document, published=printed)
        shown.append(replace(evidence, passage=replace(evidence.passage, document=document)))
    return asked, replace(given, on=ON, evidence=tuple(shown))


def found(claim: str, *pages: str, day: str = "2026-05-04") -> list[Finding]:
    """What the checker finds; nothing may be certain."""
    notes = list(Outcomes().check(*held(claim, *pages, day=day)))
    assert all(f.outcome is Outcome.NOTES and f.checker == "events" for f in notes)
    return notes


def noted(claim: str, *pages: str, day: str = "2026-05-04") -> str:
    """The detail of the note; "" where there is none."""
    return next((f.detail for f in found(claim, *pages, day=day)), "")


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("The appeal court upheld the ban on night flights at Norwick airport.",
         "On Tuesday the ban on night flights at Norwick airport was overturned on appeal."),
        ("Harwick's council refused permission for a mast on Crow Hill.",
         "Permission for the mast on Crow Hill was granted by the council in Harwick."),
        ("The union signed the pay deal with the Tarrow smelter.",
         "At the last minute the union pulled out of its pay deal with the Tarrow smelter."),
        ("The jury acquitted Dean Marsh of arson.",
         "Dean Marsh was found guilty of arson by the jury."),
        ("The jury convicted Dean Marsh of arson.",
         "They cleared Dean Marsh of arson, but found that he had stolen the lorry."),
        ("Lena Moll resigned as trainer of the rowing team.",
         "Lena Moll was sacked as trainer of the rowing team after a row over money."),
        ("Wheat prices in Odra fell in May.", "In May, wheat prices in Odra rose once more."),
        ("The owners mean to shut the mill in Oxley and keep the one in Pell.",
         "The mill at Pell is to be shut; the one in Oxley will stay."),
        ("The school in Ardle has closed after a flood.",
         "The school in Ardle, where a flood ruined two rooms, will stay open, its head said."),
        ("The strike was called off after talks.",
         "The strike went ahead although there had been talks."),
        ("The regulator cleared the merger of Aster and Vane.",
         "The merger of Aster and Vane was blocked by the regulator last week."),
        ("The court struck out the claim of the miners in Lund.",
         "The miners in Lund have sued over dust. The court let their claim go forward."),
        ("Otto Reis received the Brandt Medal.", "Otto Reis turned down the Brandt Medal."),
        ("The talks in Lund ended with an agreement.",
         "The talks in Lund broke up after three days without an agreement."),
        ("Ida Moll was the eldest of six children.",
         "Ida Moll was born in Lund, the youngest of six children."),
        ("Lund's council allowed the bonfire on Crow Hill.",
         "Lund's council banned the bonfire on Crow Hill."),
        ("Exports from Odra fell in May.",
         "Exports from Odra grew in May, by two in a hundred, as officials at the ministry said."),
    ],
)  # fmt: skip
def test_the_other_outcome_of_the_same_thing(claim: str, page: str) -> None:
    assert noted(claim, page) == "opposite"


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        # The claim's own outcome.
        ("The appeal court upheld the ban on night flights at Norwick airport.",
         "Judges at the appeal court confirmed that the ban at Norwick airport stays."),
        ("The council did not approve the mast on Crow Hill.",
         "The council rejected the mast on Crow Hill."),
        # Another thing.
        ("Harwick's council refused permission for a mast on Crow Hill.",
         "Harwick's council granted permission for a mast on Gull Hill."),
        ("The jury acquitted Dean Marsh of arson.",
         "Dean Marsh was convicted of theft, but cleared of arson."),
        # Another time.
        ("Harwick's council refused permission for the mast on Crow Hill in 2025.",
         "Harwick's council granted permission for the mast on Crow Hill in 2019."),
        ("The library in Ardle will open on Sundays.", "The library in Ardle was shut on Sundays."),
        # The winner is told of by the loser's page.
        ("Ida Moll won the run-off in Harwick.", "Otto Reis lost the run-off in Harwick."),
        # What never was before may now be.
        ("Ida Moll had never won the Brandt Medal before.", "Ida Moll won the Brandt Medal."),
        # A thing that is spoken of.
        ("Lund's council allowed the bonfire on Crow Hill.",
         "Lund's council had a letter about the ban on the bonfire on Crow Hill."),
        ("The closure of the mill in Oxley cost ninety jobs.",
         "The mill in Oxley has opened again, with ninety jobs."),
        # Told of another.
        ("Exports from Odra fell in May.",
         "The population grew in May, by two in a hundred, as officials in Odra said."),
        # Both are told, of different things.
        ("The launch took place after two tries had been called off.",
         "Two tries had been called off because of the wind."),
    ],
)  # fmt: skip
def test_no_other_outcome(claim: str, page: str) -> None:
    assert noted(claim, page) == ""


def test_a_page_with_the_claims_own_outcome_keeps_it_silent() -> None:
    claim = "The council approved the tram to Pell."
    other = "The council rejected the tram to Pell."
    assert noted(claim, other) == "opposite"
    assert noted(claim, other, "The tram to Pell was approved by the council.") == ""


def test_an_old_page_tells_of_another_time() -> None:
    claim, page = "The council approved the tram to Pell.", "The council rejected the tram to Pell."
    assert noted(claim, page, day="2023-05-04") == ""


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Head of harbour board sacked over leak",
         "Ada Moll led the harbour board. It did not dismiss her: she resigned, the board said."),
        ("Nobody was hurt when the crane fell at Dockley.",
         "Three people were hurt when the crane fell at Dockley."),
        ("The crane at Dockley had been inspected.", "Nobody had inspected the crane at Dockley."),
        ("Harwick has already bought 12 electric trams.",
         "The plan is to buy 12 electric trams for Harwick. None has been ordered so far."),
        ("Brenner has paid the workers of its mill for April.",
         "Brenner owes the workers of its mill their April wages. No payments have been made."),
        ("The airline said it would resume flights to Kirn.",
         "The airline said it would not resume flights to Kirn."),
        ("Otto Reis stole the painting from the abbey.",
         "Otto Reis denies that he stole the painting from the abbey."),
        ("The panel's vote for the sirens in Lund was unanimous.",
         "The panel's vote for the sirens in Lund had not been unanimous, its chair said."),
        ("The driver of the bus in Lund was charged.",
         "Prosecutors said the driver of the bus in Lund had not been charged."),
        ("The church in Lund has bells.", "The church in Lund has a tower and no bells."),
        ("Otto Reis hired a lawyer.", "Otto Reis never had a lawyer."),
        ("The trader put the rise in prices down to the strike in Lund.",
         "The trader put the rise down to a weak crown and not to the strike in Lund."),
        ("Three of the five mills in Odra were not inspected.",
         "All five mills in Odra were inspected."),
    ],
)  # fmt: skip
def test_what_the_page_denies(claim: str, page: str) -> None:
    assert noted(claim, page) == "denied"


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Nobody was hurt when the crane fell at Dockley.",
         "The crane fell at Dockley, but there were no injuries and nobody was hurt."),
        ("The crane fell at Dockley.", "Nobody had inspected the crane that fell at Dockley."),
        ("The minister would not rule out a tax on salt.",
         "The minister refused to rule out a tax on salt."),
        ("The ferry Solveig sank because of a storm.",
         "The storm that sank the Solveig had no equal in a century."),
        ("Only two of the mills were inspected.", "Not only two of the mills were inspected."),
        ("Helpers may phone no. 140 in Harwick.", "Helpers in Harwick may phone number 140."),
        ("Brenner lacks the money to pay its workers.",
         "Brenner does not have the money to pay its workers."),
        # What is denied is not what the claim tells.
        ("The bells of the church in Lund paid for a drain.",
         "The church in Lund has a tower and no bells."),
        ("The count in Lund took two days.", "No second count was needed in Lund."),
        # Both deny it, or only the time before.
        ("Some of the letters from Lund lacked stamps.", "Nine letters from Lund had no stamps."),
        ("It was the first time a choir from Lund won the cup.",
         "No choir from Lund had won the cup before."),
        # Others of the same kind.
        ("Three of the five mills in Odra were not inspected.",
         "Two of the mills in Odra were inspected."),
        ("The guard at the gate in Lund was charged.",
         "The old surveyor was not charged in Lund, nor was his clerk."),
    ],
)  # fmt: skip
def test_nothing_is_denied(claim: str, page: str) -> None:
    assert noted(claim, page) == ""


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("The cabinet approved the sirens by six votes to three.",
         "The cabinet had a motion on sirens before it: three in favour and six against."),
        ("The board voted 5-2 to grant the permit for a kiln in Lund.",
         "Mr Reis moved to deny the permit for the kiln in Lund. Motion carried, 5-2."),
        ("The union in Lund voted by 19 to 11 to strike at the mill.",
         "In Lund a motion to strike at the mill was rejected by 19 votes to 11."),
        ("The panel in Lund unanimously backed the sirens.",
         "The sirens were backed by the panel in Lund, with four members against."),
        ("The court's ruling on the road in Lund was unanimous.",
         "By three to two the court ruled on the road in Lund."),
        ("The council in Lund voted by seven to five to refer the merger to the minister.",
         "The motion to refer the merger in Lund was lost, five voting for and seven against."),
    ],
)  # fmt: skip
def test_votes_that_were_cast_the_other_way(claim: str, page: str) -> None:
    assert noted(claim, page) == "opposite"


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("The cabinet approved the sirens by six votes to three.",
         "The cabinet had a motion on sirens before it: six in favour and three against."),
        ("The panel in Lund unanimously backed the sirens.",
         "All of the panel in Lund unanimously backed the sirens, with no one against."),
    ],
)  # fmt: skip
def test_votes_that_were_cast_so(claim: str, page: str) -> None:
    assert noted(claim, page) == ""


def test_a_tally() -> None:
    assert tally("It was carried by nine votes to six.") == (9.0, 6.0, "nine votes to six")
    assert tally("Three were in favour and six against.") == (
        3.0, 6.0, "Three were in favour and six against",
    )  # fmt: skip
    assert tally("They won 3-1.") is None


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Harlow Council sued Brightsea Holdings over the pier.",
         "Brightsea Holdings sued Harlow Council over the pier."),
        ("Harlow Council sued Brightsea Holdings over the pier.",
         "Harlow Council was sued by Brightsea over the pier."),
        ("Harlow Council bought the pier from Brightsea Holdings.",
         "In March Harlow Council sold the pier to Brightsea Holdings for £3m."),
        ("Fenwick United beat Marlow Town in the quarter-final.",
         "Fenwick lost the quarter-final to Marlow Town."),
        ("Orsk Mining paid Talvi Bank 40 million euros to settle the case.",
         "Orsk received 40 million euros from Talvi Bank to settle the case."),
        ("The harbour master told police about the leak.",
         "Police told the harbour master about the leak at noon."),
        ("The museum lent the statue to the abbey.",
         "The museum borrowed the statue from the abbey."),
        ("Two kayakers rescued a lifeboat crew off Penmar.",
         "Two kayakers were rescued off Penmar by a lifeboat crew."),
        ("Anna Dreyer succeeded Paul Kessel as head of the orchestra.",
         "Paul Kessel, who succeeded Anna Dreyer as head of the orchestra, was cheered."),
        ("Senator Mills reported Governor Ott to the ethics panel over his trips.",
         "Governor Ott lodged a complaint with the ethics panel about Senator Mills's trips."),
        ("Ada Moll posted the keys to the caretaker, Otto Reis.",
         "Otto Reis found the keys in a drawer. He posted them to Ada Moll that night."),
        ("The pilot radioed a warning to the tower in Lund.",
         "The tower in Lund sent a warning to the pilot, who did not hear it."),
        ("Ada Moll turned down an offer from Otto Reis.",
         "Otto Reis said that Ada Moll had approached him twice in the spring."),
        ("Harlow Council bought the pier for £3m.",
         "Brightsea Holdings bought the pier from Harlow Council for £3m."),
        ("Marlow Water would take over Fenwick Power.",
         "Under the plan Fenwick Power will acquire Marlow Water."),
        ("Ida Moll drew Otto Reis into the fraud.",
         "It was Otto Reis who thought up the fraud, and who recruited Ida Moll."),
    ],
)  # fmt: skip
def test_roles_that_are_turned_round(claim: str, page: str) -> None:
    assert noted(claim, page) == "turned_round"


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Harlow Council bought the pier from Brightsea Holdings.",
         "In March Brightsea Holdings sold the pier to Harlow Council for £3m."),
        ("Fenwick United beat Marlow Town in the quarter-final.",
         "Marlow Town lost the quarter-final to Fenwick United."),
        ("Police were told of the leak by the harbour master.",
         "The harbour master told police about the leak at noon."),
        ("Mayor Pell said that Harlow Council had sued Brightsea.",
         "Brightsea was sued by Harlow Council, Mayor Pell said."),
        ("A lifeboat crew rescued two kayakers off Penmar.",
         "Two kayakers were rescued off Penmar by a lifeboat crew."),
        ("Anna Dreyer succeeded Paul Kessel as head of the orchestra.",
         "Paul Kessel was succeeded by Anna Dreyer as head of the orchestra."),
        # Both may be: one after the other.
        ("Fenwick United beat Marlow Town.", "In 2019 Marlow Town beat Fenwick United."),
        ("Fenwick United beat Marlow Town in the cup.",
         "Marlow Town beat Fenwick United in the league. Fenwick United beat Marlow in the cup."),
        ("Ida Moll is the coach of Lund.", "Lund has a new coach, Ida Moll."),
        ("Brightsea Holdings bought the pier for £3m.",
         "Brightsea Holdings bought the pier from Harlow Council for £3m."),
        ("Parliament has passed the amnesty.", "The amnesty passed both houses of Parliament."),
        ("Ida Moll founded Lund Looms.",
         "Lund Looms has had one owner, Ida Moll, since she founded it in 1994."),
    ],
)  # fmt: skip
def test_roles_that_are_not(claim: str, page: str) -> None:
    assert noted(claim, page) == ""


def test_a_deed_is_read_in_one_order() -> None:
    ways = (
        "Ann sold the boat to Bea.",
        "Bea bought the boat from Ann.",
    )
    assert {(d.doer, d.other) for way in ways for d in deeds(way) if d.kind == "selling"} == {
        (frozenset({"ann"}), frozenset({"bea"}))
    }


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("The bill to ban tar on roads was introduced by Senator Mills.",
         "The bill to ban tar on roads was introduced by Senator Hargrove."),
        ("The ferry Solveig was built at a shipyard in Larvo.",
         "The ferry Solveig was built at the Torsund shipyard."),
        ("All the chairs had been made in Larvo.",
         "Every one of the chairs was produced at the firm's works in Torsund."),
        ("An inquiry into the flood will be led by Ida Moll.",
         "Otto Reis, a retired surveyor, is to lead the inquiry into the flood."),
        ("Two smugglers were arrested in Larvo.",
         "The two smugglers were picked up at a motel in Torsund."),
        ("The pilgrims slept in the parish church.",
         "The pilgrims spent the night at Torsund High School."),
        ("The worst hurt were flown to Larvo General.",
         "Helicopters carried those worst injured to St Anne's in Torsund."),
        ("The powder came from the club's nutritionist, Ida Moll.",
         "The powder came from Otto Reis, nutritionist of the club."),
    ],
)  # fmt: skip
def test_another_name_in_the_same_role(claim: str, page: str) -> None:
    assert noted(claim, page) == "another_name"


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("The bill to ban tar on roads was introduced by Senator Mills.",
         "The bill to ban tar on roads was seconded by Otto Reis and introduced by Ada Mills."),
        ("The ferry Solveig was built at a shipyard in Larvo.",
         "The Larvo shipyard built the ferry Solveig."),
        ("The ferry Solveig was built at a shipyard in Larvo.",
         "The Torsund shipyard is the largest in the county."),
        ("Chairs were made in Larvo.", "Chairs are made in Torsund, too, by another firm."),
        ("The worst hurt were flown to Larvo.",
         "Helicopters carried those worst injured to the naval hospital."),
        ("The bill was introduced in May.", "The bill was introduced by Senator Hargrove."),
        ("The powder came from the club's nutritionist, Ida Moll.",
         "The powder came from Ida Moll, not from Otto Reis, nutritionist of a rival club."),
    ],
)  # fmt: skip
def test_the_same_name_or_another_role(claim: str, page: str) -> None:
    assert noted(claim, page) == ""


def test_the_note_shows_the_pages_sentence_and_both_words() -> None:
    page = "Dogs are let in. The council rejected the tram to Pell. It rained."
    note = found("The council approved the tram to Pell.", page)[0]
    assert note.facts[0].text == "The council rejected the tram to Pell."
    assert note.explanation == "The claim says “approved”; the source says “rejected”."


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("It was not formally approved.", ["formally", "approved"]),
        ("Not only did it open.", []),
        ("None of the doors has been opened.", ["of", "the", "doors", "has", "been", "opened"]),
        ("Whether or not they came.", []),
        ("She did not rule out a tax.", ["rule", "out", "a", "tax"]),
    ],
)
def test_what_a_not_denies(text: str, denied: list[str]) -> None:
    assert [t.low for t in tokens(text) if t.denied] == denied


def test_words_of_one_root() -> None:
    assert root(stem("payments")) == root(stem("paid"))
    assert root(stem("talks")) == root(stem("negotiations"))
    assert root(stem("station")) != root(stem("state"))


def test_the_longest_words_for_an_outcome_are_read() -> None:
    assert {e.side for e in endings("They turned the bid down.")} == set(SIDES["turned", "down"])
    assert {e.side for e in endings("They turned left and knelt down.")} == set()
    assert {e.side for e in endings("It was turned down.")} == set(SIDES["turned", "down"])


@pytest.mark.parametrize(
    "text",
    ["", " ", "No", "not", "by", "Not by", "by by by", "— “ ( ;", "A sued", "sued B", "to from by",
     "3-1", "no no no no", "None", "\u0130stanbul sued \u00df", "unanimous 5 to 4 votes"],
)  # fmt: skip
def test_no_text_is_too_odd(text: str) -> None:
    for claim, page in ((text, "The council sued Pell."), ("The council sued Pell.", text)):
        found(claim, page)
    found(text, text)


def test_what_is_too_long_for_a_sentence_is_not_read() -> None:
    long = "The council rejected the tram to Pell, " + "and so on, " * 120
    assert noted("The council approved the tram to Pell.", long) == ""
    assert noted(long, "The council approved the tram to Pell.") == ""
