"""Figures and dates that a page gives otherwise, in its own words, are noted; the rest is not."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks.numbers import OPEN, NoTerms
from verify.checkers.figures import Figures
from verify.checkers.figures_differ import agree, slip
from verify.checkers.figures_read import figures
from verify.ports import Case
from verify.types import (
    Article,
    Claim,
    Dated,
    Document,
    Evidence,
    Kind,
    Outcome,
    PartialDate,
    Passage,
    Stance,
    Timing,
)

ON = date(2024, 10, 4)
DAY = "2024-10-04"


def page(text: str, day: str = DAY, title: str = "") -> Document:
    published = Dated(PartialDate(day), "argument") if day else None
    return Document(title, text, f"https://example.org/{len(text)}", "", published, "rows", "")


def noted(claim: str, *pages: Document | str, article: str = "") -> set[tuple[str, str]]:
    """What is noted, with the sentence of the page."""
    documents = tuple(p if isinstance(p, Document) else page(p) for p in pages)
    evidence = tuple(
        Evidence(Passage(d, 0, len(d.text)), 0, 0, OPEN, Stance.NEUTRAL, Timing.UNDATED)
        for d in documents
    )
    asked = Claim("c1", claim, claim, 0, len(claim), Kind.QUANTITY, 1.0)
    written = Article("", article or claim, None, None, "en", "")
    case = Case(written, (asked,), evidence, (), documents, NoTerms(), ON)
    found = Figures().check(asked, case)
    assert all(f.outcome is Outcome.NOTES and f.checker in ("numbers", "dates") for f in found)
    return {(f.detail, f.facts[0].text) for f in found}


def details(claim: str, *pages: Document | str, article: str = "") -> set[str]:
    return {detail for detail, _ in noted(claim, *pages, article=article)}


# A page has more than the sentence that matters.
BESIDE = (
    " The harbour at Ostrand was dredged in the spring of that year. Anna Brekke, who runs the"
    " bakery, said business was slow. A second ferry is being painted in Molde. Nobody was hurt."
)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("The harbour authority put the cost of the new quay at $18.4 million.",
         "The quay, on the harbour authority's own reckoning, comes to a price of $8.4 million."),
        ("The museum's revenue rose 23 percent last year.",
         "Takings of the museum grew by 17% last year."),
        ("The fire destroyed 312 homes in Garvik.",
         "Some 132 houses in Garvik burnt down, the fire service says."),
        ("More than 5,600 pupils have signed the petition against the school merger.",
         "The petition against merging the schools bears the names of just over 1,600 students."),
        ("The appeal court jailed the surgeon for 38 months.",
         "The surgeon was given a prison sentence of 28 months by the appeal court."),
        ("The reservoir holds 4.7bn cubic metres of water.",
         "The capacity of the reservoir is put at 7.4 billion cubic metres."),
        ("Insurers expect losses of between £40m and £95m from the storm.",
         "Losses of between £40 million and £65 million are what insurers expect from the storm."),
        ("The assembly passed the fishing bill by 41 votes to 22.",
         "The fishing bill got through the assembly with a vote of 38 to 25 in its favour."),
        ("The 64-page treaty on the strait was signed at noon.",
         "The treaty on the strait runs to 46 pages."),
        ("They wanted 19 million crowns in old coins for the lighthouse lens.",
         "For the lens of the lighthouse the dealers asked 9 million crowns in old coins."),
        ("The tug was still doing 58mph down the slipway.",
         "The tug left the slipway at 38mph."),
        ("Tolvik Energy posted a net profit of 83.6 million euros.",
         "Tolvik Energy, half-year report. Net profit: EUR 38.6m (29.1m)."),
        # No word stands beside both, but there is no other such sum.
        ("Losses at Tolvik Energy are put at more than six million dollars.",
         "The sums missing at Tolvik Energy come to 740,000 dollars."),
        # Bounded, and beyond the bound.
        ("The council pays farmers in Garvik within thirty days for hens taken by foxes.",
         "For hens taken by foxes farmers in Garvik are paid after 58 days by the council."),
        ("Fewer than 60 passengers complained about the ferry to Molde.",
         "About the ferry to Molde 84 passengers complained."),
        ("The pilot had worked for longer than three hours without a break.",
         "The pilot had worked for 71 minutes without a break."),
        # Nothing from which the claim's would follow.
        ("The library paid 90,000 crowns for the atlas.",
         "For the atlas the library paid 45,000 crowns."),
        ("The tunnel cost 5 billion crowns.",
         "The price of the tunnel came to 14 billion crowns."),
        ("The festival at Ostrand had 62,000 visitors.",
         "The festival at Ostrand drew 68,200 visitors."),
    ],
)  # fmt: skip
def test_another_figure_for_the_same_matter_is_noted(claim: str, told: str) -> None:
    assert "other_figure" in details(claim, told + BESIDE)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("The tribunal is due to hear the appeal on 8 November.",
         "The appeal will come before the tribunal on 8 December."),
        ("The tribunal is to decide on the appeal by November 19, 2024.",
         "The tribunal has to give its decision on the appeal not later than 19 October 2024."),
        ("The glassworks at Lomvik opened in 1961.",
         "Lomvik's glassworks began work in 1971."),
        ("Hedda Lysne has run the theatre since 2014.",
         "Hedda Lysne succeeded Knut Aas at the head of the theatre on 1 May 2017."),
        ("Police arrested the treasurer of the rowing club in March 2023.",
         "The rowing club's treasurer was detained by police in March 2022."),
        ("The minister came to the shipyard on 3 October 2024.",
         "The minister was booed at the shipyard this morning, on her first visit there."),
        ("The ferry ran aground near Molde on 6 October.",
         "The ferry ran aground near Molde on 7 October."),
        ("The ferry ran aground near Molde on 6 October.",
         "The ferry ran aground near Molde on Monday, 7 October."),
        ("Knut Aas painted the Lighthouse at Lomvik in 1884.",
         "Lighthouse at Lomvik, Knut Aas, 1894, oil on wood."),
        ("Knut Aas joined the Garvik Ballet in 1984.",
         "Knut Aas: with the Garvik Ballet since 1994."),
    ],
)  # fmt: skip
def test_another_date_for_the_same_event_is_noted(claim: str, told: str) -> None:
    assert "other_date" in details(claim, told + BESIDE)


def test_a_short_sentence_leaves_its_matter_to_those_beside_it() -> None:
    told = "Savings from merging the two ferry offices. We estimate $3.2 million." + BESIDE
    claim = "The auditor put the savings from the merger of the ferry offices at $13.2 million."
    assert noted(claim, told) == {("other_figure", "We estimate $3.2 million.")}


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        # Rounded, bounded, in other units.
        ("The harbour authority put the cost of the quay at about $18 million.",
         "The quay, on the harbour authority's reckoning, comes to a price of $17.6 million."),
        ("More than 1,500 pupils have signed the petition against the school merger.",
         "The petition against merging the schools bears the names of 1,612 students."),
        ("The pass lies 30 miles from the border.", "From the border to the pass it is 48 km."),
        ("The ferry sails for about two weeks.", "The ferry sails for 14 days."),
        ("The strike lasted 18 months.", "The strike went on for a year and a half."),
        # Worked out from the page's.
        ("The assembly's budget committee was 40 percent women.",
         "Of the 30 members of the assembly's budget committee 12 are women."),
        ("The two tunnels cost 90 million euros together.",
         "One tunnel cost 50 million euros and the other tunnel 40 million euros."),
        ("The observatory counted 36 comets.",
         "The observatory counted 11 bright comets and 25 faint ones."),
        ("The railway was opened in 2009.",
         "The first rail of the railway was laid in 2003 and it was opened six years later."),
        ("The library paid 90,000 crowns for the atlas.",
         "The seller of the atlas got 45,000 crowns. That is half of what the library paid."),
        ("The tunnel has become 5 billion crowns dearer.",
         "The price of the tunnel went from 9 to 14 billion crowns."),
        ("The festival at Ostrand had 62,000 visitors last year.",
         "The festival at Ostrand drew 68,200 visitors. That was 10 percent more than last year."),
        # Within what the claim says.
        ("The council pays farmers in Garvik within thirty days for hens taken by foxes.",
         "For hens taken by foxes farmers in Garvik are paid after 24 days by the council."),
        ("Fewer than 60 passengers complained about the ferry to Molde.",
         "About the ferry to Molde 14 passengers complained."),
        ("The pilot had worked for longer than half an hour without a break.",
         "The pilot had worked for 71 minutes without a break."),
        # The day the page was printed.
        ("The ferry ran aground near Molde on 6 October.",
         "HAVNES, Monday 7 October — The ferry ran aground near Molde on the way home."),
        ("The ferry ran aground near Molde on 6 October.",
         "7 October: The ferry has run aground near Molde."),
        ("The ferry ran aground near Molde on 6 October.",
         "7 October 2024. The ferry ran aground near Molde on the way home."),
        # Another thing, currency or time.
        ("Knut Aas joined the Garvik Ballet in 1984.", "Knut Aas was born in Garvik in 1951."),
        ("Two pupils are still in hospital after the school bus overturned.",
         "After the school bus overturned 14 pupils were taken to hospital."),
        ("The school choir sang on 9 June.", "The library has been shut since 19 June."),
        ("The harbour authority put the cost of the new quay at $18.4 million.",
         "The quay, on the harbour authority's own reckoning, comes to a price of £14.4 million."),
        ("The fire destroyed 312 homes in Garvik.", "In Molde 24 ferries were painted."),
        ("The storm killed 31 people in Garvik.", page("The storm killed 13 people in Garvik." +
          BESIDE, "2024-10-02")),
        ("The bakery in Ostrand employs 86 people.",
         page("The bakery in Ostrand employs 68 people." + BESIDE, "2021-03-01")),
        ("The glassworks at Lomvik opened in 1961.", "Lomvik's glassworks burnt down in 1998."),
        ("By 8 June, leaks had been found in the hull.",
         "Leaks in the hull were discovered on 1 June."),
        ("Passes with a date of 6 June are void.",
         "Void are passes with dates from 3 to 11 June."),
        ("The 1997 accord on cod was dropped.", "The accord on cod was dropped in 2024."),
        ("The council said on Tuesday that the baths would close.",
         "The council said on Thursday that the baths would close."),
        # The page has both.
        ("Net profit of Tolvik Energy was 38.6 million euros.",
         "Tolvik Energy, half-year report. Net profit: EUR 38.6m (28.6m)."),
        ("The quay cost $18 million.", "The quay cost $18 million, and not the $13 million that"
         " the harbour authority had once put its cost at."),
        ("One home in nine in Garvik has no boiler.", "412 homes in Garvik have no boiler."),
    ],
)  # fmt: skip
def test_nothing_is_noted(claim: str, told: Document | str) -> None:
    document = told if isinstance(told, Document) else told + BESIDE
    assert details(claim, document) == set()


def test_nothing_is_noted_where_another_page_has_the_claims_own() -> None:
    claim = "The museum's revenue rose 23 percent last year."
    other = page("Takings of the museum grew by 17% last year." + BESIDE)
    own = page("The museum's revenue was up 23 per cent last year." + BESIDE)
    assert details(claim, other) == {"other_figure"}
    assert details(claim, other, own) == set()


def test_a_figure_that_the_article_gives_for_something_else_is_no_other() -> None:
    claim = "The museum's revenue rose 23 percent last year."
    told = "Takings of the museum grew by 17% last year." + BESIDE
    assert details(claim, told, article=f"{claim} Its costs rose 17 percent.") == set()


def test_the_earlier_figure_of_a_page_does_not_bear_a_claim_out() -> None:
    told = (
        "Tolvik Energy now expects sales of EUR 215m for the year. Its previous forecast of sales"
        " was EUR 260m." + BESIDE
    )
    claim = "Tolvik Energy cut its forecast for the year's sales to 260 million euros."
    assert details(claim, told) == {"other_figure"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("$1.2 million", "$1,243,000", True),
        ("nearly 500 boats", "478 boats", True),
        ("over 500 boats", "520 boats", True),
        ("500 boats", "571 boats", False),
        ("three hours 5 minutes", "185 minutes", True),
        ("won 3-1", "won 3-2", False),
        ("in May 2020", "on 3 May 2020", True),
        ("on 3 and 4 May 2020", "on 3 May 2020", True),
        ("on 9 May", "on 10 May 2020", False),
    ],
)
def test_two_figures_agree_or_differ(one: str, other: str, same: bool) -> None:
    assert agree(figures(one)[0], figures(other)[0]) is same


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("462 boats", "642 boats", True),
        ("35.4 percent", "5.4 percent", True),
        ("27 boats", "23 boats", True),
        ("39 boats", "52 boats", False),
        ("7.5 million boats", "7.5 billion boats", True),
        ("600 boats", "600 boats", False),
        ("3 boats", "4 boats", False),
        ("8 June 2020", "8 July 2020", True),
        ("May 2020", "May 2021", True),
        ("8 June 2020", "23 August 2020", False),
    ],
)
def test_a_slip_of_the_hand(one: str, other: str, is_slip: bool) -> None:
    assert slip(figures(one)[0], figures(other)[0]) is is_slip


@pytest.mark.parametrize(
    "text",
    ["", " ", "…", "31 June 2020 13.77 pm 99-", "﷐ 5 ¾ €", "0 of 0", "0% of 0 votes to 0", "1/0",
     "From 5 to five, 3-1, 4-2 the match 1e999 9999999999999999999999999 votes", "\ud800 5 km"],
)  # fmt: skip
def test_no_text_raises(text: str) -> None:
    assert details(text, text, page(text, "", text)) == set()
