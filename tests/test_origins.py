"""Pages that are the same story count as one origin; what goes back to the article is circular."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from verify.origins import Origin, address, agency, origins, registrable
from verify.types import Article, Document

STORY = (
    "The harbour of the old town was closed on Monday after a ferry had run aground on the"
    " northern breakwater, the port authority said. Nobody was hurt, but two hundred passengers"
    " spent the night in a school. Divers will look at the hull in the morning, and a tug from"
    " the mainland is to pull the ship free at the next high tide. The ferry line has cancelled"
    " all crossings until Thursday and offers to refund the fares."
)
OTHER = (
    "Farmers in the valley expect the smallest apple harvest in ten years because late frost in"
    " April destroyed most of the blossom. The growers' union asked for help from the state, and"
    " the minister of agriculture promised to visit the orchards before the end of the month."
)
NOBODY = Article("", "Something else entirely.", None, None, "en", "")


def page(text: str, url: str = "", **more: object) -> Document:
    """A document."""
    return Document("", text, url, "", None, "pages", "", **more)  # type: ignore[arg-type]


def ids(found: tuple[Origin, ...]) -> list[int]:
    """The origins' numbers."""
    return [o.id for o in found]


def test_a_copy_that_was_cut_and_got_a_new_headline_is_the_same_story() -> None:
    cut = "Ferry aground, all crossings cancelled. " + STORY[90:330]
    found = origins([page(STORY), page(OTHER), page(cut)], NOBODY)
    assert ids(found) == [0, 1, 0]
    assert "the same text" in found[2].why
    assert found[1].why == ""


def test_two_reports_that_quote_one_statement_stay_two_origins() -> None:
    statement = " “We are sorry for the trouble this has caused,” the company said."
    found = origins([page(STORY + statement), page(OTHER + statement)], NOBODY)
    assert ids(found) == [0, 1]


def test_a_long_report_that_quotes_two_sentences_of_a_short_page_is_no_copy_of_it() -> None:
    sentences = STORY.split(". ")
    short = ". ".join(sentences[:3])
    filler = " ".join(f"The {w} of the valley was counted in spring." for w in OTHER.split())
    report = f"{OTHER} {filler} {sentences[2]}. {sentences[0][:90]}"
    assert ids(origins([page(short), page(report)], NOBODY)) == [0, 1]
    whole = f"{OTHER} {filler} {short}"
    assert ids(origins([page(short), page(whole)], NOBODY)) == [0, 0]


def test_the_same_agency_story_in_two_wordings_is_one_origin() -> None:
    one = "PORT TOWN (Reuters) - " + STORY
    two = "PORT TOWN (Reuters) - " + STORY[:110] + " " + OTHER
    plain = origins([page(STORY), page(STORY[:110] + " " + OTHER)], NOBODY)
    assert agency(page(one)) == "Reuters"
    assert ids(plain) == [0, 1]
    assert ids(origins([page(one), page(two)], NOBODY)) == [0, 0]


def test_a_digest_does_not_make_two_stories_one() -> None:
    digest = STORY + "\n" + OTHER + "\n" + " ".join(f"Word{i} follows" for i in range(300))
    found = origins([page(STORY), page(OTHER), page(digest)], NOBODY)
    assert found[0].id != found[1].id


def test_pages_of_one_publisher_are_one_origin_and_platforms_are_none() -> None:
    found = origins(
        [
            page(STORY, "https://www.paper.co.uk/a"),
            page(OTHER, "https://news.paper.co.uk/b"),
            page("One more text of its own.", "https://www.youtube.com/watch?v=1"),
            page("Quite another text here.", "https://www.youtube.com/watch?v=2"),
        ],
        NOBODY,
    )
    assert ids(found) == [0, 0, 1, 2]
    assert "one publisher (paper.co.uk)" in found[1].why


def test_a_configured_owner_joins_its_titles() -> None:
    pages = [page(STORY, "https://daily.net/a"), page(OTHER, "https://weekly.net/b")]
    owner = {"daily.net": "North Press", "weekly.net": "North Press"}
    assert ids(origins(pages, NOBODY)) == [0, 1]
    assert ids(origins(pages, NOBODY, families=owner)) == [0, 0]


def test_one_page_under_two_addresses_is_one_origin() -> None:
    assert address("https://www.site.org/story/amp/?utm_source=x#top") == "site.org/story"
    found = origins(
        [
            page(STORY[:60], "https://site.org/story"),
            page(OTHER, "https://mirror.net/1", canonical="http://www.site.org/story/"),
        ],
        NOBODY,
    )
    assert ids(found) == [0, 0]


def test_the_article_its_copies_and_what_cites_it_are_circular() -> None:
    article = Article("", STORY, "https://paper.com/ferry", None, "en", "")
    found = origins(
        [
            page("Short text.", "https://www.paper.com/ferry?utm_medium=rss"),
            page(STORY[60:400], "https://copy.net/x"),
            page(OTHER, "https://blog.net/y", links=("https://paper.com/ferry#top",)),
            page(OTHER[::-1], "https://own.net/z"),
        ],
        article,
    )
    assert [o.circular for o in found] == [True, True, True, False]
    assert "copy of the article" in found[1].why


def test_a_page_that_has_the_one_sentence_under_test_is_no_copy_of_it() -> None:
    sentence = STORY.split(". ")[0] + "."
    alone = Article("", sentence, None, None, "en", "")
    assert not origins([page(STORY)], alone)[0].circular
    assert origins([page(STORY)], Article("", STORY, None, None, "en", ""))[0].circular


def test_no_documents_have_no_origins() -> None:
    assert origins([], NOBODY) == ()


def test_domains_are_cut_by_the_public_suffix_list_that_ships() -> None:
    assert registrable("news.bbc.co.uk") == "bbc.co.uk"
    assert registrable("localhost") == "localhost"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=80), st.text(max_size=40)), max_size=6), st.text())
def test_it_never_raises_on_any_text(pages: list[tuple[str, str]], text: str) -> None:
    article = Article("", text, text[:20], None, "en", "")
    made = [page(body, url) for body, url in pages]
    assert len(origins(made, article)) == len(made)
