"""`mediawiki` and `wikidata` against local servers of the documented shapes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.protocols.asking import article, ask, claim, source
from tests.protocols.mediawiki import wiki
from tests.protocols.server import Answer, LocalServer
from tests.protocols.wikidata import moment, person, position, wikidata
from verify.sources.wikitext import plain
from verify.types import Kind, Reason
from verify.web.extract import PageExtractor

EXTRACT = PageExtractor()
DAM = {
    "Tarbela Dam": [
        ("2024-05-01T10:00:00Z", "'''Tarbela Dam''' is a dam on the [[Indus River|Indus]] in use."),
        ("2026-01-05T10:00:00Z", "'''Tarbela Dam''' is a dam on the Indus, closed since 2026."),
    ],
    "Mangla Dam": [("2026-01-01T00:00:00Z", "'''Mangla Dam''' is a dam on the Jhelum River.")],
}
CLAIM = claim("The Tarbela Dam is closed.")


def test_a_page_is_read_as_it_stood_on_the_articles_day_and_as_it_stands_now():
    with LocalServer(wiki(DAM)) as server:
        place = source(EXTRACT, type="mediawiki", api=f"{server.url}/w/api.php", results=1)
        brought = ask(place, [CLAIM], article("2025-12-20"))
    then, now = sorted(brought.documents, key=lambda d: str(d.published))
    assert "on the Indus in use" in then.text
    assert then.published is not None
    assert then.published.value.iso == "2024-05-01"
    assert then.url == "https://wiki.example/wiki/Tarbela_Dam?oldid=100"
    assert "closed since 2026" in now.text
    assert now.url == "https://wiki.example/wiki/Tarbela_Dam"


def test_a_page_that_did_not_exist_yet_on_that_day_brings_only_what_stands_now():
    with LocalServer(wiki({"Mangla Dam": DAM["Mangla Dam"]})) as server:
        place = source(EXTRACT, type="mediawiki", api=f"{server.url}/w/api.php")
        brought = ask(place, [claim("The Mangla Dam leaks.")], article("2025-12-20"))
    assert [str(d.published and d.published.value) for d in brought.documents] == ["2026-01-01"]
    assert brought.reasons == []


def test_an_undated_article_asks_only_for_what_stands_now():
    with LocalServer(wiki(DAM)) as server:
        place = source(EXTRACT, type="mediawiki", api=f"{server.url}/w/api.php", results=1)
        brought = ask(place, [CLAIM], article(None))
    assert [r.purpose.split("?")[0] for r in brought.requests] == ["search", "now"]


def test_further_pages_of_results_are_asked_for_until_there_are_enough():
    pages = {f"Dam {i}": [("2024-01-01T00:00:00Z", f"Dam {i} is a dam.")] for i in range(120)}
    with LocalServer(wiki(pages)) as server:
        api = f"{server.url}/w/api.php"
        place = source(EXTRACT, type="mediawiki", api=api, results=70, clocks="now")
        brought = ask(place, [claim("A dam is a dam.")], article())
        offsets = [a.query.get("sroffset") for a in server.log if a.query.get("list") == "search"]
    assert offsets == [None, "50"]
    assert len(brought.documents) == 70


def test_a_wiki_without_text_extracts_is_read_from_its_wikitext():
    with LocalServer(wiki(DAM, extracts=False)) as server:
        place = source(
            EXTRACT, type="mediawiki", api=f"{server.url}/w/api.php", results=1, clocks="now"
        )
        brought = ask(place, [CLAIM], article())
    assert brought.documents[0].text == "Tarbela Dam is a dam on the Indus, closed since 2026."


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("maxlag", Reason.RATE_LIMITED),
        ("ratelimited", Reason.RATE_LIMITED),
        ("readapidenied", Reason.FORBIDDEN),
        ("internal_api_error_DBQueryError", Reason.SERVER_ERROR),
        ("badvalue", Reason.BAD_ANSWER),
    ],
)
def test_an_error_that_comes_with_status_200_is_a_reason(code: str, reason: Reason):
    with LocalServer(wiki(DAM, error=(code, "what went wrong"))) as server:
        place = source(EXTRACT, type="mediawiki", api=f"{server.url}/w/api.php")
        brought = ask(place, [CLAIM], article())
    assert brought.reasons == [reason]
    assert "what went wrong" in brought.details[0]
    assert brought.documents == []


def test_a_page_of_html_where_json_was_asked_for_is_a_bad_answer():
    with LocalServer(lambda asked: Answer(b"<html>Wikimedia Error</html>")) as server:
        place = source(EXTRACT, type="mediawiki", api=f"{server.url}/w/api.php")
        brought = ask(place, [CLAIM], article())
    assert brought.reasons == [Reason.BAD_ANSWER]


def test_wikitext_is_read_without_its_marks_and_without_inventing_words():
    text = plain(
        "{{Infobox dam|name=X\n|height={{convert|143|m}}\n}}\n"
        "'''Tarbela''' is {{convert|143|m|ft}} high,<ref name=a>{{cite web|url=x}}</ref> and "
        "{{strange template|7}} wide.<ref name=a/> See [https://x.example the site].\n\n"
        "== History ==\n* Built in {{start date|1976|8|3}}\n"
        "[[File:x.jpg|thumb|A [[dam]] at dusk]]\n{| class=wikitable\n| a || b\n|}\n"
        "[[Category:Dams]]\n"
    )
    assert text == (
        "Tarbela is 143 m high, and … wide. See the site.\n\nHistory\n\nBuilt in 1976-08-03"
    )


def test_unbalanced_wikitext_still_gives_its_sentences():
    assert "It stands." in plain("{{Infobox|a=b\nIt stands.\n" + "{{" * 3000)


@pytest.mark.parametrize("mark", ["<ref>", "{{", "[[", "<!--", "<math>", "{|\n", "[[File:"])
@pytest.mark.timeout(20)
def test_wikitext_made_to_hang_a_reader_is_read_in_time(mark: str):
    assert isinstance(plain("It stands.\n" + mark * 40_000), str)


# --- wikidata ----------------------------------------------------------------------------------

SENATOR = claim("Senator Ana Lopez spoke in Quito.", Kind.OFFICE)
PEOPLE = {
    "Q1": person(
        "Q1",
        "Ana Lopez",
        position(
            "Q10",
            P580=moment("+2015-03-01T00:00:00Z", 11),
            P582=moment("+2020-06-00T00:00:00Z", 10),
        ),
        position("Q11", "preferred", P580=moment("+2021-00-00T00:00:00Z", 9)),
        position("Q12", "deprecated", P580=moment("+2001-01-01T00:00:00Z", 11)),
        position("Q12"),
    ),
    "Q2": person(
        "Q2",
        "Ana Lopez Foundation",
        position("Q10", P580=moment("+2000-01-01T00:00:00Z", 11)),
        human=False,
    ),
}
LABELS = {
    "Q10": "Senator of Ecuador",
    "Q11": "Foreign minister of Ecuador",
    "Q12": "Mayor of Quito",
}


def terms_of():
    with LocalServer(wikidata(PEOPLE, LABELS, {})) as server:
        place = source(
            EXTRACT,
            type="wikidata",
            api=f"{server.url}/w/api.php",
            entities=f"{server.url}/wiki/Special:EntityData",
        )
        return ask(place, [SENATOR], article())


def test_the_offices_of_a_person_come_with_their_dates_as_precise_as_they_are():
    brought = terms_of()
    held = {t.office: t for t in brought.terms}
    assert set(held) == {"Senator of Ecuador", "Foreign minister of Ecuador"}
    senator = held["Senator of Ecuador"]
    assert (senator.person, senator.start.iso, str(senator.out_by)) == (
        "Ana Lopez",
        "2015-03-01",
        "2020-06",
    )
    minister = held["Foreign minister of Ecuador"]
    assert minister.start.iso == "2021"
    assert minister.out_by is None
    assert minister.until.last == date(2026, 3, 1)  # preferred: held when it was read
    assert minister.url.endswith("/wiki/Q1")


def test_deprecated_and_undated_statements_and_organisations_say_nothing():
    brought = terms_of()
    assert "Mayor of Quito" not in {t.office for t in brought.terms}
    assert all(t.start.first.year != 2000 for t in brought.terms)


def test_a_redirected_item_answers_under_another_id():
    # found under its old id first, which then answers as Q1
    with LocalServer(wikidata({"Q1": PEOPLE["Q1"]}, LABELS, {"Q9": "Q1"})) as server:
        place = source(
            EXTRACT,
            type="wikidata",
            api=f"{server.url}/w/api.php",
            entities=f"{server.url}/wiki/Special:EntityData",
        )
        brought = ask(place, [SENATOR], article())
    assert any(r.url.endswith("/Q9.json") for r in brought.requests)
    assert {t.url.rsplit("/", 1)[-1] for t in brought.terms} == {"Q1"}


def test_claims_without_an_office_ask_nothing():
    with LocalServer(wikidata(PEOPLE, LABELS, {})) as server:
        place = source(EXTRACT, type="wikidata", api=f"{server.url}/w/api.php")
        assert place.search([claim("Ana Lopez spoke in Quito.")], article()) == []
