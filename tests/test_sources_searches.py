"""The search services, the fact checks and the web archive, against local servers."""

from __future__ import annotations

import json

import pytest

from tests.protocols import searches
from tests.protocols.asking import article, ask, claim, source
from tests.protocols.server import Answer, Asked, LocalServer, as_json, news_page
from verify.types import Reason
from verify.web.extract import PageExtractor

EXTRACT = PageExtractor()
KEY = "local-test-key-123"
CLAIM = claim("Pakistan offered troops for the Gaza force.")
LONG = "The foreign office said on Friday that no decision about troops had been made so far. " * 4


def served(speak, count: int = 5, day: str = "2025-12-18"):
    """A server that speaks a protocol and serves the pages it finds. `speak(found)` → answers."""

    def answer(asked: Asked) -> Answer:
        if asked.path.startswith("/news/"):
            number = asked.path.rsplit("/", 1)[-1]
            return news_page(f"Report {number}", "", LONG, f"Number {number}.")
        found = [(f"{server.url}/news/{i}", f"Report {i}", day) for i in range(count)]
        return speak(found)(asked)

    server = LocalServer(answer)
    return server


# --- gdelt -------------------------------------------------------------------------------------


def test_gdelt_is_asked_for_the_days_around_the_article_and_its_dates_are_kept():
    with served(searches.gdelt) as server:
        place = source(EXTRACT, type="gdelt", api=f"{server.url}/api/v2/doc/doc", results=3)
        brought = ask(place, [CLAIM], article("2025-12-20"))
        asked = server.log[0].query
    assert (asked["startdatetime"], asked["enddatetime"]) == ("20251021000000", "20260119235959")
    assert len(brought.documents) == 3
    published = brought.documents[0].published
    assert published is not None
    assert (published.value.iso, published.found_in) == ("2025-12-18", "gdelt result")


def test_gdelt_with_nothing_found_answers_an_empty_object_which_is_no_failure():
    with served(searches.gdelt, day="2024-01-01") as server:
        place = source(EXTRACT, type="gdelt", api=f"{server.url}/api/v2/doc/doc")
        brought = ask(place, [CLAIM], article())
    assert (brought.documents, brought.reasons) == ([], [])


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (b"Please limit requests to one every 5 seconds or contact us.", Reason.RATE_LIMITED),
        (b"The specified phrase is too short.", Reason.BAD_ANSWER),
    ],
)
def test_gdelt_tells_its_errors_with_status_200(said: bytes, reason: Reason):
    with LocalServer(lambda asked: Answer(said)) as server:
        brought = ask(source(EXTRACT, type="gdelt", api=server.url), [CLAIM], article())
    assert brought.reasons == [reason]


def test_gdelt_that_sheds_load_is_a_gap():
    with served(searches.gdelt) as server:
        place = source(EXTRACT, type="gdelt", api=f"{server.url}/doc")
        brought = ask(place, [claim("Zzbusy Corporation collapsed.")], article())
    assert brought.reasons == [Reason.RATE_LIMITED]


def test_gdelt_says_so_where_the_days_are_older_than_what_it_keeps():
    with served(searches.gdelt) as server:
        place = source(EXTRACT, type="gdelt", api=f"{server.url}/doc")
        old, recent = (ask(place, [CLAIM], article(day)) for day in ("2024-12-20", "2026-01-10"))
    assert {g.reason for g in old.gaps} == {Reason.NOT_ARCHIVED}
    assert recent.gaps == []


@pytest.mark.parametrize("type_", ["gdelt", "brave", "wayback"])
def test_the_pace_that_a_service_asks_for_goes_with_every_question(type_: str):
    table = {"urls": ["https://n.example/"]} if type_ == "wayback" else {}
    place = source(EXTRACT, {"BRAVE_API_KEY": KEY}, type=type_, **table)
    pauses = {request.pause for request in place.search([CLAIM], article())}
    assert pauses == {{"gdelt": 5.0, "brave": 1.0, "wayback": 2.5}[type_]}


@pytest.mark.parametrize("type_", ["gdelt", "searxng", "brave", "tavily", "factchecks"])
def test_a_question_that_finds_nothing_is_asked_again_with_other_words(type_: str):
    empty = {"gdelt": {}, "factchecks": {}}.get(type_, {"results": [], "web": {"results": []}})
    environ = dict.fromkeys(("BRAVE_API_KEY", "TAVILY_API_KEY", "GOOGLE_FACTCHECK_API_KEY"), KEY)
    with LocalServer(lambda asked: as_json(empty)) as server:
        place = source(EXTRACT, environ, type=type_, api=f"{server.url}/x", queries=2)
        brought = ask(place, [CLAIM], article())
        asked = {json.dumps(a.query) + a.body.decode() for a in server.log}
    assert len(brought.requests) == len(asked) == 2
    assert brought.reasons == []


# --- searxng -----------------------------------------------------------------------------------


def test_searxng_is_read_page_by_page():
    with served(searches.searxng) as server:
        place = source(EXTRACT, type="searxng", api=f"{server.url}/search", pages=3)
        brought = ask(place, [CLAIM], article())
        pages = [a.query["pageno"] for a in server.log if a.path == "/search"]
    assert pages == ["1", "2", "3"]
    assert len(brought.documents) == 5


def test_an_engine_that_timed_out_is_a_gap_beside_the_results():
    silent = [["duckduckgo", "timeout"], ["brave", "Suspended: too many requests"]]
    with served(lambda found: searches.searxng(found, silent)) as server:
        place = source(EXTRACT, type="searxng", api=f"{server.url}/search")
        brought = ask(place, [CLAIM], article())
    assert [(g.reason, g.detail.split(":")[0]) for g in brought.gaps][:2] == [
        (Reason.TIMEOUT, "duckduckgo"),
        (Reason.RATE_LIMITED, "brave"),
    ]
    assert brought.documents


def test_when_no_engine_answered_nothing_found_is_a_reason():
    silent = [["duckduckgo", "CAPTCHA"]]
    with served(lambda found: searches.searxng([], silent)) as server:
        place = source(EXTRACT, type="searxng", api=f"{server.url}/search")
        brought = ask(place, [CLAIM], article())
    assert brought.reasons == [Reason.RATE_LIMITED]


# --- brave and tavily --------------------------------------------------------------------------


def test_brave_gets_its_key_in_a_header_that_is_marked_secret():
    with served(lambda found: searches.brave(found, KEY), count=45) as server:
        place = source(
            EXTRACT, {"BRAVE_API_KEY": KEY}, type="brave", api=f"{server.url}/search", results=30
        )
        brought = ask(place, [CLAIM], article())
        asked = [a for a in server.log if a.path == "/search"]
    assert all("X-Subscription-Token" in r.secret for r in brought.requests if r.api)
    assert not any(KEY in r.url for r in brought.requests)
    assert asked[0].query["freshness"] == "2025-10-21to2026-01-19"
    assert [a.query.get("offset") for a in asked] == [None, "1"]
    assert len(brought.documents) == 30
    assert not any(r.secret for r in brought.requests if not r.api)  # no key for the pages found


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("RATE_LIMITED", Reason.RATE_LIMITED),
        ("QUOTA_LIMITED", Reason.RATE_LIMITED),
        ("SUBSCRIPTION_TOKEN_INVALID", Reason.BAD_KEY),
        ("OPTION_NOT_IN_PLAN", Reason.FORBIDDEN),
        ("VALIDATION", Reason.BAD_ANSWER),
    ],
)
def test_an_error_of_brave_is_a_reason_by_its_code_and_not_by_its_status(code: str, reason: Reason):
    with served(lambda found: searches.brave(found, KEY, code)) as server:
        place = source(EXTRACT, {"BRAVE_API_KEY": KEY}, type="brave", api=server.url)
        brought = ask(place, [CLAIM], article())
    assert brought.reasons == [reason]
    assert code in brought.details[0]
    assert KEY not in brought.details[0]


def test_tavilys_spent_plan_is_a_limit_though_its_status_is_its_own():
    with served(lambda found: searches.tavily(found, KEY, spent=True)) as server:
        place = source(EXTRACT, {"TAVILY_API_KEY": KEY}, type="tavily", api=server.url)
        brought = ask(place, [CLAIM], article())
    assert brought.reasons == [Reason.RATE_LIMITED]
    assert "usage limit" in brought.details[0]


def test_tavily_is_asked_by_post_with_a_date_window():
    with served(lambda found: searches.tavily(found, KEY)) as server:
        place = source(EXTRACT, {"TAVILY_API_KEY": KEY}, type="tavily", api=f"{server.url}/search")
        brought = ask(place, [CLAIM], article())
        asking = json.loads(server.log[0].body)
    assert (asking["start_date"], asking["end_date"]) == ("2025-10-21", "2026-01-19")
    assert KEY not in server.log[0].body.decode()
    assert "Authorization" in brought.requests[0].secret
    assert len(brought.documents) == 5


def test_a_wrong_key_is_told_as_such():
    with served(lambda found: searches.tavily(found, KEY)) as server:
        place = source(EXTRACT, {"TAVILY_API_KEY": "other-key"}, type="tavily", api=server.url)
        brought = ask(place, [CLAIM], article())
    assert brought.reasons == [Reason.BAD_KEY]
    assert "other-key" not in brought.details[0]


# --- fact checks -------------------------------------------------------------------------------


def reviews(url: str, count: int) -> list[dict[str, str]]:
    return [
        {
            "text": f"Claim number {i}",
            "publisher": "Checks Desk",
            "url": f"{url}/news/{i}",
            "title": f"No, claim {i} is wrong",
            "day": "2025-12-19",
            "rating": "False",
        }
        for i in range(count)
    ]


def checks(key: str = KEY, results: int = 3):
    server = LocalServer(
        lambda asked: (
            news_page("A check", "2025-12-19", LONG)
            if asked.path.startswith("/news/")
            else searches.factchecks(reviews(server.url, 5), KEY)(asked)
        )
    )
    with server:
        place = source(
            EXTRACT,
            {"GOOGLE_FACTCHECK_API_KEY": key},
            type="factchecks",
            api=f"{server.url}/v1alpha1/claims:search",
            results=results,
        )
        return ask(place, [CLAIM], article()), server.log


def test_a_fact_check_is_read_in_full_with_its_rating_in_the_title():
    brought, _ = checks()
    assert len(brought.documents) == 3
    first = brought.documents[0]
    assert first.title == "No, claim 0 is wrong [Checks Desk: “Claim number 0” rated False]"
    assert "no decision about troops" in first.text
    assert "Claim number 0" not in first.text  # the claim's own words are no evidence


def test_fact_checks_are_paged_by_token_and_the_key_is_secret():
    brought, log = checks()
    assert [a.query.get("pageToken") for a in log if "pageSize" in a.query] == [None, "2"]
    assert all(r.secret == ("key",) for r in brought.requests if r.api)


def test_a_bad_key_for_the_fact_checks_is_told_as_such():
    brought, _ = checks(key="not-the-key")
    assert brought.reasons == [Reason.BAD_KEY]


# --- wayback -----------------------------------------------------------------------------------

PAGE = "https://gov.example/cabinet"


def archived(day: str | None, *stamps: str):
    captures = {PAGE: [(s, news_page(f"Cabinet {s[:4]}", "", LONG)) for s in stamps]}
    with LocalServer(searches.wayback(captures)) as server:
        place = source(EXTRACT, type="wayback", urls=[PAGE], api=server.url)
        return ask(place, [CLAIM], article(day))


def test_the_last_capture_before_the_article_is_read_and_never_a_later_one():
    brought = archived("2025-12-20", "20240101000000", "20251219120000", "20251221000000")
    (document,) = brought.documents
    assert document.title == "Cabinet 2025"
    assert document.url.endswith(f"/web/20251219120000id_/{PAGE}")
    assert document.publisher == "gov.example"


def test_a_capture_dates_a_page_that_carries_no_date_itself():
    (document,) = archived("2025-12-20", "20251219120000").documents
    assert document.published is not None
    assert document.published.value.iso == "2025-12-19"
    assert document.published.found_in == "wayback capture"


def test_a_page_without_a_capture_by_that_day_is_a_reason():
    assert archived("2023-01-01", "20240101000000").reasons == [Reason.NOT_ARCHIVED]


def test_an_undated_article_has_no_day_to_ask_the_archive_for():
    assert archived(None, "20240101000000").requests == []
