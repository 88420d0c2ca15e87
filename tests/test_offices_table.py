"""The table that ships, the source that reads it, and the importer that rebuilds it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from training.import_offices import imported
from training.import_offices_names import clean_name
from verify.checkers.offices_posts import kind_of
from verify.errors import SourceError
from verify.sources.offices import COLUMNS, SHIPPED, OfficesSource, parse_terms
from verify.types import Article, OfficeTerm, PartialDate, Reason, Request, Snapshot, sha256

HEADER = ",".join(COLUMNS)


def snapshot(body: bytes) -> Snapshot:
    request = Request("file:///offices.csv", "offices", "facts")
    return Snapshot(request.url, 200, (), body, datetime.now(UTC), sha256(body), request)


def test_the_source_asks_for_its_one_file_and_reads_terms_from_it() -> None:
    source = OfficesSource("offices")
    article = Article("", "text", None, None, "en", sha256("text"))
    (request,) = source.search([], article)
    assert request.purpose == "facts"
    assert request.url == SHIPPED.as_uri()
    answer = snapshot(SHIPPED.read_bytes())
    assert len(source.terms(answer)) > 4000
    assert source.read(answer) == []
    assert source.hits(answer) == []


def test_ones_own_table_needs_only_four_columns(tmp_path: Path) -> None:
    path = tmp_path / "council.csv"
    path.write_text(
        "person,office,jurisdiction,start\nAda Lovelace,head of government,Malta,2020-05\n"
    )
    (term,) = OfficesSource("mine", path=path).terms(snapshot(path.read_bytes()))
    assert (term.person, term.start.iso, term.out_by, term.source) == (
        "Ada Lovelace",
        "2020-05",
        None,
        "council.csv",
    )


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"name,role\nA,B\n", "no column person"),
        (f"{HEADER}\nA,B,,C,,2020-13-01,,,,\n".encode(), "line 2"),
        (f"{HEADER}\n,B,,C,,2020-01-01,,,,\n".encode(), "line 2"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"", "no column"),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(body: bytes, told: str) -> None:
    with pytest.raises(SourceError, match=told) as caught:
        OfficesSource("offices").terms(snapshot(body))
    assert caught.value.reason == Reason.BAD_ANSWER


def test_the_shipped_table_carries_no_honorifics_offices_or_odd_capitals_in_its_names() -> None:
    odd = re.compile(r"\b(?:Dr|Gen|Sir|Col|Minister|President|Administrator|Iii|Ii)\b|[(\[]|^[a-z]")
    terms = parse_terms(SHIPPED.read_bytes(), SHIPPED.name)
    assert [t.person for t in terms if odd.search(t.person)] == []
    assert all(t.out_by is None or t.until.first <= t.out_by.last for t in terms)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("of the Swiss Confederation Karin Keller-sutter", "Karin Keller-Sutter"),
        ("Lord of Mann King Charles Iii", "Charles III"),
        ("Maj. Gen. (ret.) Muhammadu Buhari", "Muhammadu Buhari"),
        ('Edward "Ed" Mcmullen, Jr.', 'Edward "Ed" McMullen, Jr.'),
        ("Yechiel (Michael) Leiter", 'Yechiel "Michael" Leiter'),
        ("Rishi Sunak (Conservative)", "Rishi Sunak"),
        ("XI Jinping", "Xi Jinping"),
        ("J.D. Vance", "J.D. Vance"),
        ("Settha Thawisin, also spelled Srettha Thavisin", 'Settha Thawisin "Srettha Thavisin"'),
    ],
)
def test_the_importer_cleans_names(raw: str, clean: str) -> None:
    assert clean_name(raw, "Anywhere") == clean


def test_a_listing_that_outlived_its_end_proves_nothing_after_it() -> None:
    row = dict.fromkeys(COLUMNS, "") | {
        "person": "A B",
        "office": "head of government",
        "title": "Prime Minister",
        "jurisdiction": "Malta",
        "start": "2015-01-01",
        "in_office_until_at_least": "2020-11-23",
        "out_of_office_by": "2018-06-01",
        "source": "factbook",
    }
    (clean,) = imported([row])
    assert clean["in_office_until_at_least"] == "2018-06-01"


def test_a_member_who_leaves_with_the_congress_leaves_on_the_third_of_january() -> None:
    row = dict.fromkeys(COLUMNS, "") | {
        "person": "A B",
        "office": "United States senator",
        "jurisdiction": "AL",
        "start": "2018-01-03",
        "in_office_until_at_least": "2020-12-14",
        "out_of_office_by": "2021-01-01",
        "source": "congress-legislators",
    }
    (clean,) = imported([row])
    assert clean["out_of_office_by"] == "2021-01-03"


@pytest.mark.parametrize(
    ("office", "jurisdiction", "family", "place"),
    [
        ("President of the Republic of Poland", "", "president", "Poland"),
        ("President of the Council of Ministers of Italy", "", "prime_minister", "Italy"),
        ("member of the United States House of Representatives",
         "Ohio's 4th congressional district", "representative", "OH"),
        ("United States senator", "Florida", "senator", "FL"),
        ("ambassador of Pakistan to the United States", "", "amb_to_us", "Pakistan"),
        ("Federal Chancellor of Germany", "", "chancellor", "Germany"),
    ],
)  # fmt: skip
def test_an_office_of_any_source_is_understood_by_its_words(
    office: str, jurisdiction: str, family: str, place: str
) -> None:
    kind = kind_of(a_term(office, jurisdiction))
    assert family in kind.sure
    assert kind.place == place


@pytest.mark.parametrize(
    "office",
    [
        "Chancellor of the Exchequer",
        "Deputy Prime Minister of the United Kingdom",
        "President of the European Parliament",
        "President of the National Assembly of France",
        "Secretary of State for Foreign Affairs",
        "Speaker of the United States House of Representatives",
    ],
)
def test_an_office_whose_name_holds_anothers_is_not_that_other(office: str) -> None:
    assert kind_of(a_term(office, "")).sure == frozenset()


def test_the_president_of_a_union_is_no_head_of_state() -> None:
    assert kind_of(a_term("President of the European Council", "")).sure == {"council_president"}


def a_term(office: str, jurisdiction: str) -> OfficeTerm:
    day = PartialDate("2020")
    return OfficeTerm("A B", office, jurisdiction, day, day, None)
