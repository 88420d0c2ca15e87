"""A path, an address or standard input → an article, or one clear line."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.protocols.papers import pdf, word
from verify.claims.sentences import split_sentences
from verify.errors import ArticleError, FetchError
from verify.ingest import READERS, UNDATED, read_article
from verify.ingest.dateline import stated_date
from verify.ingest.manuscript import headline
from verify.types import Article, Part, PartialDate, Reason, Request, Snapshot, sha256
from verify.web.page import READERS as KINDS

SAMPLE = Path(__file__).parent.parent / "seeds" / "pakistan-gaza-force.txt"
NEWS = (
    b"<html lang='en'><head><title>x</title><meta property='og:site_name' content='The Example'>"
    b'<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Council votes to'
    b' publish","datePublished":"2025-12-19","author":{"name":"Dana Reyes"}}</script>'
    b"<link rel='canonical' href='https://news.example/a'></head><body><article>"
    b"<h1>Council votes to publish</h1><p class='standfirst'>The minutes will be online soon.</p>"
    + b"<p>The council met on Friday and agreed to publish the minutes of its session.</p>" * 6
    + b"</article></body></html>"
)


def read(origin: str | Path, **more: object) -> Article:
    return asyncio.run(read_article(str(origin), **more))  # type: ignore[arg-type]


def file(tmp_path: Path, name: str, content: bytes | str) -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# --- text --------------------------------------------------------------------------------------


def test_the_sample_article_keeps_its_very_text():
    article = read(SAMPLE)
    assert article.text == SAMPLE.read_text("utf-8")
    assert article.title == article.text.split("\n")[0]
    assert article.sha256 == sha256(SAMPLE.read_bytes())
    assert (article.language, article.published, article.url) == ("en", None, None)
    assert article.notes == (UNDATED,)


def test_a_date_given_by_the_user_is_the_articles_date():
    article = read(SAMPLE, published=PartialDate("2025-12-20"))
    assert article.published is not None
    assert (article.published.value.iso, article.published.found_in) == ("2025-12-20", "argument")
    assert article.notes == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_its_own_charset(tmp_path: Path, encoding: str):
    words = "Köln votes\n\nThe mayor said: “No.” It cost 5 € – more than planned."
    assert read(file(tmp_path, "a.txt", words.encode(encoding))).text == words


def test_a_broken_byte_does_not_turn_a_utf_8_file_into_another_charset(tmp_path: Path):
    words = "Köln wählt – der Rat “tagt”.\n\nEs kostet 5 €.".encode() + b" \xff\xe9"
    text = read(file(tmp_path, "a.txt", words)).text
    assert text.startswith("Köln wählt – der Rat “tagt”.")
    assert text.endswith("\ufffd\ufffd")


def test_line_ends_are_made_one_kind(tmp_path: Path):
    article = read(file(tmp_path, "a.txt", b"A headline\r\n\r\nOne.\r\nTwo.\rThree."))
    assert article.text == "A headline\n\nOne.\nTwo.\nThree."
    assert article.title == "A headline"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Council votes to publish\n\nIt met on Friday.", "Council votes to publish"),
        ("Did the council vote?\nIt did.\n\nIt met on Friday.", "Did the council vote?"),
        ("It met on Friday.\n\nIt voted.", ""),
        ("A single line without a stop", "A single line without a stop"),
        ("A single line with a stop.", ""),
        ("20 December 2025\n\nCouncil votes\n\nIt met.", "Council votes"),
        ("In a long development the council of the town has\nvoted to publish.\n\nMore.", ""),
        ("word " * 60 + "\n\nMore.", ""),
        ("“We will publish.”\n\nSaid the mayor.", ""),
    ],
)
def test_the_first_line_is_the_headline_only_where_it_reads_like_one(text: str, title: str):
    assert headline(text) == title


@pytest.mark.parametrize(
    ("line", "iso", "found_in"),
    [
        ("Published: 20 December 2025", "2025-12-20", "date line"),
        ("By Dana Reyes | Dec. 20, 2025, 10:15 a.m. EST", "2025-12-20", "date line"),
        ("Updated 21 December 2025 | Published 20 December 2025", "2025-12-20", "date line"),
        ("*First published on Sat 20 Dec 2025 07.00 CET*", "2025-12-20", "date line"),
        ("Saturday, December 20, 2025", "2025-12-20", "date line"),
        ("20/12/2025", "2025-12-20", "date line"),
        ("Publication date: December 2025", "2025-12", "date line"),
        ("ISLAMABAD, Dec. 20, 2025 (AP) — The council met.", "2025-12-20", "dateline"),
        ("NEW YORK, December 20, 2025 /PRNewswire/ -- It met.", "2025-12-20", "dateline"),
        ("ACCRA, 20 December 2025. The council met.", "2025-12-20", "dateline"),
    ],
)
def test_a_text_that_says_when_it_was_published_is_dated(tmp_path, line, iso, found_in):
    article = read(file(tmp_path, "a.txt", f"Council votes\n{line}\n\nIt met in the town hall."))
    assert article.published is not None
    assert (article.published.value.iso, article.published.found_in) == (iso, found_in)
    assert article.notes == ()


@pytest.mark.parametrize(
    "words",
    [
        "On 20 December 2025 the council met.",
        "The book was published on 3 May 2020 in London and sold well.",
        "Published 3 May 2020 novels are back.",
        "Last updated on 20 December 2025",
        "03/04/2025",
        "31 February 2025",
        "1 January 2999",
        "ISLAMABAD, Dec 20 (Reuters) - The council met.",
        "7 October 2023\n\nAttack.\n\n10 October 2025\n\nCeasefire.",
        "Words.\n\n" * 20 + "20 December 2025\n\nMore words.\n\n" + "Words.\n\n" * 5,
    ],
)
def test_a_date_that_may_mean_something_else_is_left_alone(tmp_path: Path, words: str):
    article = read(file(tmp_path, "a.txt", f"Council votes\n\n{words}"))
    assert article.published is None
    assert article.notes == (UNDATED,)


def test_word_pdf_and_markdown_are_dated_by_their_words_where_no_field_says_it(tmp_path: Path):
    line = "Published: 20 December 2025"
    for name, body in (
        ("a.pdf", pdf(f"Council votes\n{line}\nIt met on Friday.")),
        ("a.docx", word("Council votes", line, "It met on Friday.")),
        ("a.md", f"# Council votes\n\n_{line}_\n\nIt met on Friday.".encode()),
    ):
        article = read(file(tmp_path, name, body))
        assert article.published is not None, name
        assert article.published.value.iso == "2025-12-20"


def test_the_front_matter_goes_before_the_words(tmp_path: Path):
    text = "---\ndate: 2025-12-19\n---\n# T\n\nPublished: 20 December 2025\n\nIt met."
    article = read(file(tmp_path, "a.md", text))
    assert article.published is not None
    assert article.published.value.iso == "2025-12-19"


def test_a_headline_under_its_date_is_still_read_as_the_headline(tmp_path: Path):
    text = "20 December 2025\n\nSenator Rubio Visits Paris\n\nHe came on Friday."
    sentences = split_sentences(read(file(tmp_path, "a.txt", text)))
    assert [(s.text, s.part) for s in sentences] == [
        ("Senator Rubio Visits Paris", Part.HEADLINE),
        ("He came on Friday.", Part.BODY),
    ]


def test_a_headline_alone_is_an_article(tmp_path: Path):
    (sentence,) = split_sentences(read(file(tmp_path, "a.txt", "Senator Rubio Visits Paris")))
    assert sentence.part is Part.HEADLINE


def test_no_line_takes_long_to_be_found_undated():
    hostile = ["by " + "a," * 50_000, "A" + " A" * 50_000, "1 " * 100_000, "By " + "x – " * 30_000]
    hostile += ["Published " * 20_000, "20 December 2025" + " |" * 50_000, "T.'/-" * 20_000]
    begun = time.process_time()
    for line in hostile:
        stated_date(f"Council votes\n{line}", date(2026, 1, 1))
    assert time.process_time() - begun < 5


def test_standard_input_is_an_article(tmp_path: Path):
    article = read("-", stdin=b"A headline\n\nThe council met on Friday.")
    assert (article.title, article.origin) == ("A headline", "-")


# --- markdown, html, pdf, word -----------------------------------------------------------------


def test_front_matter_gives_title_date_author_and_address(tmp_path: Path):
    note = (
        "---\ntitle: Council votes\ndate: 2025-12-19\nauthor: Dana Reyes\npublisher: The Example\n"
        "url: https://news.example/a\n---\n\nThe **council** met [on Friday](https://x.example).\n"
    )
    article = read(file(tmp_path, "a.md", note))
    assert article.text == "Council votes\n\nThe council met on Friday."
    assert (article.title, article.author, article.publisher) == (
        "Council votes",
        "Dana Reyes",
        "The Example",
    )
    assert article.url == "https://news.example/a"
    assert article.published is not None
    assert (article.published.value.iso, article.published.found_in) == (
        "2025-12-19",
        "front matter",
    )


@pytest.mark.parametrize("key", ["published", "publishDate", "pubDate", "datePublished"])
def test_front_matter_may_call_the_date_otherwise_and_date_goes_first(
    tmp_path: Path, key: str
) -> None:
    article = read(file(tmp_path, "a.md", f"---\n{key}: 2025-12-19\n---\nIt met on Friday.\n"))
    assert article.published is not None
    assert article.published.value.iso == "2025-12-19"
    both = f"---\n{key}: 2025-12-19\ndate: 2025-12-18\n---\nIt met on Friday.\n"
    article = read(file(tmp_path, "b.md", both))
    assert article.published is not None
    assert article.published.value.iso == "2025-12-18"


def test_a_first_heading_is_the_headline_and_stands_once(tmp_path: Path):
    article = read(file(tmp_path, "a.md", "# Council votes\n\nIt met on Friday.\n"))
    assert article.text == "Council votes\n\nIt met on Friday."


def test_html_is_headline_standfirst_and_body(tmp_path: Path):
    article = read(file(tmp_path, "a.html", NEWS))
    lines = article.text.split("\n")
    assert lines[:3] == ["Council votes to publish", "The minutes will be online soon.", ""]
    assert article.text.count("Council votes to publish") == 1
    assert article.text.count("The minutes will be online soon.") == 1
    assert article.published is not None
    assert article.published.value.iso == "2025-12-19"
    assert (article.author, article.publisher) == ("Dana Reyes", "The Example")
    assert article.url == "https://news.example/a"


def test_an_argument_that_contradicts_the_page_is_noted(tmp_path: Path):
    article = read(file(tmp_path, "a.html", NEWS), published=PartialDate("2024-01-01"))
    assert article.published is not None
    assert article.published.found_in == "argument"
    assert any("2025-12-19" in note for note in article.notes)


def test_pdf_and_word_files_are_read(tmp_path: Path):
    text = "Council votes to publish\nIt met on Friday."
    assert read(file(tmp_path, "a.pdf", pdf(text))).title == "Council votes to publish"
    article = read(file(tmp_path, "a.docx", word("Council votes", "It met on Friday.")))
    assert article.text == "Council votes\n\nIt met on Friday."
    assert article.title == "Council votes"


def test_every_kind_of_page_has_a_reader():
    assert set(READERS) == set(KINDS)


def test_the_language_of_a_longer_text_is_told(tmp_path: Path):
    german = "Der Rat tagte am Freitag und beschloss, das Protokoll der Sitzung zu veröffentlichen."
    assert read(file(tmp_path, "a.txt", german)).language == "de"


# --- addresses ---------------------------------------------------------------------------------


class Web:
    """Answers every address with one page, or fails."""

    def __init__(self, body: bytes = b"", reason: Reason | None = None, type: str = "text/html"):
        self.body, self.reason, self.type = body, reason, type

    async def fetch(self, request: Request) -> Snapshot:
        if self.reason:
            raise FetchError(self.reason, "the site answered badly")
        head = (("content-type", self.type),)
        seen = datetime(2026, 3, 1, tzinfo=UTC)
        return Snapshot(request.url, 200, head, self.body, seen, sha256(self.body), request)


def test_an_address_is_fetched_and_read():
    article = read("https://news.example/a?utm=1", fetcher=Web(NEWS))
    assert article.title == "Council votes to publish"
    assert article.url == "https://news.example/a"
    assert article.origin == "https://news.example/a?utm=1"
    assert article.sha256 == sha256(NEWS)


def test_a_page_cannot_pass_for_one_of_another_site():
    article = read("https://mirror.example/a", fetcher=Web(NEWS))
    assert article.url == "https://mirror.example/a"


# --- what cannot be read -----------------------------------------------------------------------


def refused(origin: str | Path, **more: object) -> str:
    with pytest.raises(ArticleError) as caught:
        read(origin, **more)
    line = str(caught.value)
    assert "\n" not in line
    assert caught.value.status == 3
    return line


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "has no content"),
        ("blank.txt", b" \n\n ", "has no content"),
        ("noise.txt", bytes(range(256)) * 20, "cannot read binary content"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "cannot read image content"),
        ("no.pdf", b"this is no PDF", "called a PDF but is none"),
        ("broken.pdf", b"%PDF-1.4\n" + b"x" * 500, "PDF is damaged"),
        ("locked.pdf", pdf("words", password="x"), "asks for a password"),
        ("scan.pdf", pdf(""), "no text layer"),
        ("no.docx", b"PK\x03\x04 word/", "called a Word file but is none"),
        ("data.json", b"{}", "cannot read json content"),
        ("empty.md", b"---\ntitle: x\n---\n", "no text below the front matter"),
        ("empty.html", b"<html><body></body></html>", "no main text"),
        ("big.txt", b"word " * 210_000, "1.1 million characters"),
    ],
)
def test_a_file_that_is_no_article_gets_one_line_that_says_what_to_do(
    tmp_path: Path, name: str, content: bytes, said: str
):
    line = refused(file(tmp_path, name, content))
    assert said in line
    assert name in line
    assert "; " in line  # what is wrong; what to do


def test_a_path_that_leads_to_no_file_is_named(tmp_path: Path):
    assert "check the path" in refused(tmp_path / "none.txt")
    assert "is a folder" in refused(tmp_path)
    assert "must begin with https://" in refused("www.news.example/a")
    assert "must begin with https://" in refused("news.example/a")
    assert "name is empty" in refused(" ")
    assert "ftp:// is not read" in refused("ftp://news.example/a")


def test_a_file_address_is_a_path(tmp_path: Path):
    path = file(tmp_path, "two words.txt", "Council votes\n\nIt met on Friday.")
    assert read(path.as_uri()).title == "Council votes"


def test_a_huge_file_is_not_even_read(tmp_path: Path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as huge:
        huge.truncate(60_000_000)
    assert "60 MB" in refused(path)


def test_a_pipe_that_never_ends_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not an ordinary file" in refused(tmp_path / "pipe.txt")


def test_nothing_on_standard_input_is_said():
    assert "standard input" in refused("-", stdin=b"")
    assert "standard input" in refused("-")


@pytest.mark.parametrize(
    ("reason", "advice"),
    [
        (Reason.NOT_FOUND, "check the address"),
        (Reason.TIMEOUT, "try again later"),
        (Reason.OFFLINE, "--offline"),
        (Reason.ROBOTS, "save the page"),
    ],
)
def test_an_address_that_cannot_be_fetched_says_why_and_what_to_do(reason: Reason, advice: str):
    assert advice in refused("https://news.example/a", fetcher=Web(reason=reason))


def test_a_picture_or_a_wall_behind_an_address_is_no_article():
    assert "image" in refused(
        "https://n.example/a", fetcher=Web(b"\x89PNG\r\n\x1a\n", type="image/png")
    )
    assert "home page" in refused("https://n.example/", fetcher=Web(b"<p>Words and more.</p>" * 30))


def test_importing_ingest_is_cheap():
    heavy = "trafilatura, lxml, htmldate, pypdf, docx, py3langid, torch, markdown_it"
    script = (
        "import sys, verify.ingest, verify.web.extract, verify.sources\n"
        f"print([m for m in '{heavy}'.split(', ') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
