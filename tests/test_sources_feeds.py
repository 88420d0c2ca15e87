"""`feed`, `sitemap`, `pages` and `congress` against local servers."""

from __future__ import annotations

import gzip

import pytest

from tests.protocols.asking import article, ask, claim, source
from tests.protocols.server import Answer, Asked, LocalServer, as_json, news_page
from verify.types import Kind, Reason
from verify.web.extract import PageExtractor

EXTRACT = PageExtractor()
CLAIM = claim("The Tarbela dam in Pakistan was closed for repairs.")
LONG = "Engineers closed the dam on Friday for repairs that will take a month, they said. " * 4

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>News</title>
<link>{u}</link><description>d</description><atom:link rel="next" href="{u}/feed?page=2"/>
<item><title>Tarbela dam closed for repairs</title><link>{u}/news/dam</link>
<pubDate>Thu, 18 Dec 2025 22:30:00 +0000</pubDate></item>
<item><title>Football: a draw</title><link>{u}/news/football</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>x</id>
<entry><title>Repairs at Tarbela dam</title><id>{u}/news/dam</id><link href="{u}/news/dam"/>
<published>2025-12-18T10:00:00Z</published></entry></feed>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [
{"id": "1", "url": "{u}/news/dam", "title": "Repairs at Tarbela dam",
"date_published": "2025-12-18T10:00:00+05:00"}, {"id": "2", "title": "no address"}]}"""
TWICE = RSS.replace("Tarbela dam closed for repairs", "More on Tarbela dam repairs").replace(
    "/news/dam", "/news/more"
)
BOMB = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
<rss version="2.0"><channel><title>&b;</title></channel></rss>"""


class Site(LocalServer):
    """Serves `files`, where {u} stands for its own address, and news pages below /news/."""

    def __init__(self, files: dict[str, str | bytes]) -> None:
        self.files = files
        super().__init__(self.answer)

    def answer(self, asked: Asked) -> Answer:
        page = asked.path + (f"?page={asked.query['page']}" if "page" in asked.query else "")
        if asked.path.startswith("/news/"):
            return news_page(asked.path.rsplit("/", 1)[-1], "", LONG)
        body = self.files[page]
        raw = body if isinstance(body, bytes) else body.replace("{u}", self.url).encode()
        return Answer(raw, "application/xml")


def site(files: dict[str, str | bytes]) -> Site:
    return Site(files)


def feed(files: dict[str, str | bytes], **more: object):
    with site(files) as server:
        place = source(EXTRACT, type="feed", urls=[f"{server.url}/feed"], **more)
        return ask(place, [CLAIM], article())


@pytest.mark.parametrize("text", [RSS, ATOM, JSON])
def test_the_entries_that_touch_the_claims_are_read_in_full(text: str):
    brought = feed({"/feed": text, "/feed?page=2": ATOM})
    assert [d.title for d in brought.documents] == ["dam"]
    published = brought.documents[0].published
    assert published is not None
    assert (published.value.iso, published.found_in) == ("2025-12-18", "feed result")


def test_a_feed_is_followed_to_its_next_page_but_not_for_ever():
    brought = feed({"/feed": RSS, "/feed?page=2": TWICE}, pages=2)
    assert [d.title for d in brought.documents] == ["dam", "more"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_with_a_document_type_is_refused(encoding: str):
    brought = feed({"/feed": BOMB.encode(encoding)})
    assert brought.reasons == [Reason.BAD_ANSWER]
    assert "DTD" in brought.details[0]


@pytest.mark.parametrize("text", ["<html><body>Not found</body></html>", "{}", "no XML at all"])
def test_what_is_no_feed_is_a_bad_answer(text: str):
    assert feed({"/feed": text}).reasons == [Reason.BAD_ANSWER]


DEEP = "<?xml version='1.0'?><rss version='2.0'><channel>" + "<a>" * 100_000 + "</channel></rss>"


@pytest.mark.timeout(30)
@pytest.mark.parametrize("type_", ["feed", "sitemap"])
def test_what_is_nested_without_end_is_refused_before_it_is_parsed(type_: str):
    with LocalServer(lambda asked: Answer(DEEP.encode(), "application/xml")) as server:
        place = source(EXTRACT, type=type_, urls=[f"{server.url}/x"])
        brought = ask(place, [claim("The Tarbela Dam is closed.")], article())
    assert brought.reasons == [Reason.BAD_ANSWER]
    assert "deep" in brought.details[0]


def test_a_feed_cannot_lead_to_local_files():
    text = ATOM.replace("{u}/news/dam", "file:///etc/passwd")
    assert len(feed({"/feed": text}).requests) == 1


# --- sitemaps ----------------------------------------------------------------------------------

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>{u}/news/dam</loc><news:news><news:publication><news:name>News</news:name>
<news:language>en</news:language></news:publication>
<news:publication_date>2025-12-18T09:00:00+05:00</news:publication_date>
<news:title>Tarbela dam closed</news:title></news:news></url>
<url><loc>{u}/news/old</loc><news:news><news:publication_date>2019-01-01</news:publication_date>
<news:title>Tarbela dam closed in Pakistan</news:title></news:news></url>
</urlset>"""
PLAIN = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{u}/news/tarbela-dam-repairs</loc><lastmod>2025-12-19</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>{u}/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>
<sitemap><loc>{u}/new.xml</loc><lastmod>2025-12-20</lastmod></sitemap></sitemapindex>"""


def sitemap(files: dict[str, str | bytes], **more: object):
    with site(files) as server:
        place = source(EXTRACT, type="sitemap", urls=[f"{server.url}/sitemap.xml"], **more)
        return ask(place, [CLAIM], article())


def test_a_news_sitemap_leads_to_the_pages_of_the_articles_days():
    brought = sitemap({"/sitemap.xml": NEWS})
    assert [d.title for d in brought.documents] == ["dam"]
    published = brought.documents[0].published
    assert published is not None
    assert published.value.iso == "2025-12-18"


def test_of_an_index_the_latest_sitemaps_are_read():
    brought = sitemap({"/sitemap.xml": INDEX, "/new.xml": PLAIN}, sitemaps=1)
    assert [d.title for d in brought.documents] == ["tarbela-dam-repairs"]


def test_the_last_change_of_a_page_is_not_its_date_of_publication():
    (document,) = sitemap({"/sitemap.xml": PLAIN}).documents
    assert document.published is None


def test_a_packed_sitemap_is_unpacked():
    with site({}) as server:
        packed = gzip.compress(NEWS.replace("{u}", server.url).encode())
        server.files["/sitemap.xml"] = packed
        place = source(EXTRACT, type="sitemap", urls=[f"{server.url}/sitemap.xml"])
        brought = ask(place, [CLAIM], article())
    assert [d.title for d in brought.documents] == ["dam"]


def test_a_sitemap_that_unpacks_without_end_is_refused():
    bomb = gzip.compress(b"<urlset>" + b" " * 60_000_000)
    assert sitemap({"/sitemap.xml": bomb}).reasons == [Reason.TOO_LARGE]


def test_a_sitemap_with_entities_is_refused():
    text = '<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>&x;</loc></url></urlset>'
    assert sitemap({"/sitemap.xml": text}).reasons == [Reason.BAD_ANSWER]


def test_indexes_that_name_each_other_end_in_a_reason():
    loop = INDEX.replace("{u}/new.xml", "{u}/sitemap.xml?page=2")
    again = INDEX.replace("{u}/new.xml", "{u}/sitemap.xml?page=3")
    last = INDEX.replace("{u}/new.xml", "{u}/sitemap.xml?page=4")
    files = {"/sitemap.xml": loop, "/sitemap.xml?page=2": again, "/sitemap.xml?page=3": last}
    assert sitemap(files, sitemaps=1).reasons == [Reason.BAD_ANSWER]


# --- pages -------------------------------------------------------------------------------------


def test_the_pages_that_the_user_named_are_read():
    with site({}) as server:
        place = source(EXTRACT, type="pages", urls=[f"{server.url}/news/a", f"{server.url}/news/b"])
        brought = ask(place, [CLAIM], article())
    assert [d.title for d in brought.documents] == ["a", "b"]
    assert brought.documents[0].published is None


# --- congress ----------------------------------------------------------------------------------

MEMBERS = [
    {
        "id": {"bioguide": "L000001"},
        "name": {"first": "Ana", "last": "Lopez", "official_full": "Ana M. Lopez"},
        "bio": {"gender": "F"},
        "terms": [
            {
                "type": "rep",
                "start": "2009-01-06",
                "end": "2011-01-03",
                "state": "NM",
                "district": 2,
                "party": "Democrat",
            },
            {
                "type": "rep",
                "start": "2011-01-05",
                "end": "2013-01-03",
                "state": "NM",
                "district": 2,
                "party": "Democrat",
            },
            {
                "type": "sen",
                "start": "2021-01-03",
                "end": "2027-01-03",
                "state": "NM",
                "class": 2,
                "party": "Democrat",
            },
        ],
    },
    {
        "id": {"bioguide": "B000002"},
        "name": {"first": "Tom", "last": "Baker"},
        "terms": [
            {
                "type": "sen",
                "start": "2001-01-03",
                "end": "2007-01-03",
                "state": "OH",
                "party": "Republican",
            }
        ],
    },
]


def congress(text: str, members: object = MEMBERS):
    with LocalServer(lambda a: as_json(members if "current" in a.path else [])) as server:
        place = source(EXTRACT, type="congress", base=server.url)
        return ask(place, [claim(text, Kind.OFFICE)], article())


def test_the_terms_of_the_members_that_the_article_names_are_facts():
    terms = congress("Senator Ana Lopez voted for the bill.").terms
    assert {t.person for t in terms} == {"Ana M. Lopez"}
    house, senate = terms
    assert (house.office, house.jurisdiction) == ("United States representative", "NM")
    assert (house.start.iso, str(house.out_by)) == (
        "2009-01-06",
        "2013-01-03",
    )  # two terms, one seat
    assert (senate.office, senate.party) == ("United States senator", "Democrat")


def test_the_scheduled_end_of_a_running_term_is_not_yet_sure():
    senate = congress("Senator Lopez voted for the bill.").terms[-1]
    assert senate.until.iso == "2026-03-01"  # the day it was read
    assert str(senate.out_by) == "2027-01-03"


def test_a_file_of_another_shape_is_a_bad_answer():
    assert congress("Senator Lopez voted.", {"error": "moved"}).reasons == [Reason.BAD_ANSWER]
