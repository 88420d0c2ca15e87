"""What stands around an office in its sentence decides what is claimed, and when."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.checkers.offices import Offices
from verify.checkers.offices_dates import when_said
from verify.checkers.offices_reading import sightings
from verify.checkers.offices_sentences import is_quoted, sentences
from verify.checkers.terms import OfficeTable
from verify.ports import Case
from verify.sources.offices import SHIPPED, parse_terms
from verify.types import Article, Claim, Kind, OfficeTerm, Outcome, PartialDate, sha256

TABLE = OfficeTable(parse_terms(SHIPPED.read_bytes(), SHIPPED.name))
AUTUMN = "2025-11-20"


def outcomes(text: str, on: str | None = AUTUMN, table: OfficeTable = TABLE) -> dict[str, str]:
    """What is established about each name's role in a text: the worst, by name."""
    day = date.fromisoformat(on) if on else None
    found: dict[str, str] = {}
    for seen in sightings(table, text, text, day):
        told = seen.judged.outcome if seen.judged else "nothing"
        if found.get(seen.role.name) != "refutes":
            found[seen.role.name] = told
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prime Minister Rishi Sunak said the economy grew in 2023.", "Rishi Sunak"),
        ("Prime Minister Rishi Sunak, who took office in 2022, said so.", "Rishi Sunak"),
        ("Prime Minister Rishi Sunak wants to end hunger in 2030.", "Rishi Sunak"),
        ("Prime Minister Rishi Sunak said on Friday the deal was done.", "Rishi Sunak"),
        ("Plans for President Biden's visit on Monday are ready.", "Biden"),
        ("The meeting between President Trump and his Canadian counterpart Justin Trudeau.",
         "Justin Trudeau"),
        ("Sen. Lindsey Graham, a South Carolina Democrat, voted no.", "Lindsey Graham"),
        ("Senator Joe Manchin, a West Virginia Republican, voted no.", "Joe Manchin"),
        ("Utah's Ted Cruz, a Republican senator, voted no.", "Ted Cruz"),
        ("Rep. Nancy Pelosi (R-San Francisco) voted no.", "Nancy Pelosi"),
        ("The inquiry is for Mark Warner, who chairs the Senate Finance Committee.", "Mark Warner"),
        ("President Kamala Harris signed it.", "Kamala Harris"),
        ("Senator Rubio, Sen. Manchin Clash Over Budget", "Manchin"),
    ],
)  # fmt: skip
def test_a_plain_false_claim_is_found_whatever_stands_around_it(text: str, name: str) -> None:
    assert outcomes(text)[name] == "refutes"


@pytest.mark.parametrize(
    "text",
    [
        "In October 1986 President Ronald Reagan met Mikhail Gorbachev.",
        "In 2009, when Senator Barack Obama had become president, the talks resumed.",
        "Sen. Jon Tester, the Montana Democrat, once said that it would rain.",
        "“President Obama never asked us,” said Sen. John Thune.",
        "Liz Truss, prime minister for 49 days, did not reply.",
        "Two years ago Prime Minister Rishi Sunak cut the tax.",
        "In 2023, former President Joe Biden rejoined the pact.",
        "Joseph I. Lieberman, the US senator from Connecticut, has died.",
        "Pope Francis High School won. President Barack Obama Highway is closed.",
        "The film stars Claire Foy as Queen Elizabeth II.",
        "If she had won, President Kamala Harris would be in office.",
        "Chancellor Rishi Sunak is an office of the past.",
        "Liz Truss, the secretary of state for international trade, flew to Tokyo.",
        "After meeting President Prabowo Subianto, the Australian prime minister left.",
        "He met the German chancellor, Emmanuel Macron and Keir Starmer.",
        "Congolese President Denis Sassou Nguesso spoke.",
        "State Sen. Mark Green filed a bill. Sen. Green said so.",
        "His predecessor, President Joe Biden, had signed it.",
        "Boston Fed President Susan Collins warned of a recession.",
        "Home Secretary Amber Rudd met her French counterpart Bernard Cazeneuve.",
        "Ukraine: President Donald Trump telephones Kyiv",
    ],
)
def test_what_the_words_around_it_excuse_is_never_refuted(text: str) -> None:
    assert "refutes" not in outcomes(text).values()


def test_the_committee_named_last_is_the_committee_meant() -> None:
    text = "The Senate Finance Committee met. Ron Wyden, the panel's chairman, was late."
    assert outcomes(text, "2023-05-01")["Ron Wyden"] == "supports"
    assert outcomes(text)["Ron Wyden"] == "refutes"
    both = f"The Senate Finance and House Rules Committees met. {text.split('. ')[1]}"
    assert outcomes(both)["Ron Wyden"] == "nothing"


def test_a_first_name_that_looks_like_a_particle_is_a_name() -> None:
    text = "Sen. Ben Cardin, Rep. Al Green, Rep. Van Taylor and Rep. Raja Krishnamoorthi met."
    assert set(outcomes(text, "2020-07-09").values()) == {"supports"}
    assert outcomes("Senator Van Hollen spoke.")["Van Hollen"] == "supports"


def test_a_claim_cut_from_its_sentence_keeps_the_sentences_time() -> None:
    text = "In 1986 President Ronald Reagan met Mikhail Gorbachev."
    article = Article("", text, None, None, "en", sha256(text))
    claim = Claim("c1", "Ronald Reagan is President.", text[8:31], 8, 31, Kind.OFFICE, 0.5)
    case = Case(article, (claim,), (), (), (), TABLE, date(2021, 2, 20))
    assert {f.outcome for f in Offices().check(claim, case)} == {Outcome.SUPPORTS}


def test_an_office_that_no_claim_has_in_its_words_is_said_beside_the_nearest() -> None:
    text = "The hall was full; also there was President Joe Biden."
    article = Article("", text, None, None, "en", sha256(text))
    claim = Claim("c1", "The hall was full.", text[:17], 0, 17, Kind.EVENT, 0.5)
    case = Case(article, (claim,), (), (), (), TABLE, date(2025, 11, 20))
    assert [f.outcome for f in Offices().check(claim, case)] == [Outcome.REFUTES]


def test_a_source_that_has_him_in_office_acquits_and_both_are_shown() -> None:
    mine = OfficeTerm(
        "Rishi Sunak", "head of government", "United Kingdom", PartialDate("2022-10-25"),
        PartialDate("2025-12-31"), None, title="Prime Minister", source="my list",
    )  # fmt: skip
    table = OfficeTable([*TABLE.terms, mine])
    text = "Prime Minister Rishi Sunak spoke."
    (seen,) = sightings(table, text, text, date(2025, 11, 20))
    assert seen.judged is not None
    assert seen.judged.outcome != "refutes"
    assert {r.term.source for r in seen.judged.own} == {"factbook", "my list"}


def test_dates_of_what_is_said_are_not_the_roles() -> None:
    sentence = "President Macron said prices had doubled in 2019."
    assert when_said(sentence, 0, 16, None).days is None
    sentence = "In 2019 President Macron said prices had doubled."
    assert when_said(sentence, 8, 24, None).days == (date(2019, 1, 1), date(2019, 12, 31))


def test_an_abbreviation_ends_no_sentence_and_a_quotation_ends_where_it_closes() -> None:
    text = "Ex-Rep. Al Green of Mass. met Sen. Ted Cruz. “We won,” he said."
    spans = [text[a:b].strip() for a, b in sentences(text)]
    assert spans == ["Ex-Rep. Al Green of Mass. met Sen. Ted Cruz.", "“We won,” he said."]
    assert is_quoted(text, text.index("We"))
    assert not is_quoted(text, text.index("he said"))


SAME = st.sampled_from(
    (
        "{a} {t} {n} spoke.",
        "{n}, the {t} of {c}, spoke.",
        "{c}'s {t}, {n}, spoke.",
        "“No,” said {a} {t} {n}.",
        "{n} is the {t} of {c}.",
        "Aides to {a} {t} {n} would not say.",
        "{n}, who serves as {t} of {c}, left.",
        "{a} {t} {n} Rejects Offer",
        "The {t} of {c}, {n}, and his wife came.",
    )
)
WHO = st.sampled_from(
    (
        ("Rishi Sunak", "prime minister", "Britain", "British"),
        ("Emmanuel Macron", "president", "France", "French"),
        ("Olaf Scholz", "chancellor", "Germany", "German"),
        ("Jair Bolsonaro", "president", "Brazil", "Brazilian"),
        ("Narendra Modi", "prime minister", "India", "Indian"),
    )
)


@settings(max_examples=80, deadline=None)
@given(SAME, SAME, WHO, st.dates(date(2021, 1, 1), date(2025, 12, 1)))
def test_rewording_does_not_change_what_is_established(
    one: str, other: str, who: tuple[str, str, str, str], on: date
) -> None:
    name, title, country, adjective = who
    told = [
        outcomes(form.format(n=name, t=title, c=country, a=adjective), on.isoformat())[name]
        for form in (one, other)
    ]
    assert told[0] == told[1]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_no_text_makes_the_reading_fail(text: str) -> None:
    assert isinstance(outcomes(text), dict)
    assert all(text[a:b] for a, b in sentences(text))


@pytest.mark.parametrize(
    "text",
    [
        "Judges appointed by President Biden blocked the order.",
        "The memoir of Senator John McCain tells of his years in prison.",
        "Mark Carney, who replaced Prime Minister Justin Trudeau in March, was in Rome.",
        "It was Prime Minister Boris Johnson who signed the deal with Brussels.",
        "Olaf Scholz, Germany's chancellor before Friedrich Merz, spoke in Berlin.",
    ],
)
def test_the_title_of_the_time_that_is_told_of_is_not_refuted(text: str) -> None:
    assert "refutes" not in outcomes(text).values()


def test_what_a_former_holder_is_said_to_do_now_is_still_refuted() -> None:
    assert outcomes("President Joe Biden signed the order on Tuesday.") == {"Joe Biden": "refutes"}
