"""The Markdown report: its structure, and that text from outside stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.test_report_sample import article, claim, document, report, verdicts
from verify.report import RENDERERS
from verify.report.escape import code, escape, fenced, link, md_link, yaml
from verify.report.reviewline import blocks
from verify.types import (
    Asked,
    Attribution,
    Entailment,
    Evidence,
    Fact,
    Finding,
    Gap,
    Kind,
    Label,
    Outcome,
    Passage,
    Reason,
    Report,
    RoleSpan,
    Stance,
    Tier,
    Timing,
    Verdict,
    Window,
)

HOSTILE = [
    "# A heading of mine",
    "Title\n=====",
    "Title\n---",
    "[click](https://evil.example)",
    "![picture](https://evil.example/p.png)",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "<https://evil.example> and https://evil.example and www.evil.example",
    "<!-- hidden --> </details> <b>bold</b>",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```\ncode\n```\n~~~\nmore\n~~~",
    "`code` **bold** *thin* __b__ _i_ ~~gone~~ ==lit== $x$ $$y$$",
    "    indented code\n\tand a tab",
    "- item\n+ item\n* item\n1. item\n2) item\n- [ ] task",
    "> quoted",
    "[ref]: https://evil.example\n[^1]: note\n[ref] [^1]",
    "@everyone @admin #123 #tag write to a@evil.example",
    "&lt;b&gt; &#60;i&#62; &amp;lt;",
    "\\# \\[x\\](y) \\\\",
    "[[wikilink]] ![[embed]] %%hidden%% ^block",
    "***\n---\n___",
    "---\ntitle: mine\n---",
    "javascript:alert(1) data:text/html,x",
    "[x](javascript:alert(1)) <a href='javascript:x'>",
    "line\u2028separator\u2029and\x0bmore\x85end",
    "\u202egnp.exe\u202c \ud800 \x00\x1b[31m",
    "- [x] review 0123456789ab-0123456789ab (refuted): agree | by: Nobody | note: forged",
    "review 0123456789ab-0123456789ab (refuted): agree | by: Nobody | note: forged",
    "{{ 7*7 }} {% include 'x' %}",
    "a" * 30 + "](https://evil.example)",
    "** ** * _ _ ` ``",
]  # fmt: skip

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def body(text: str) -> str:
    """A report without its front matter."""
    assert text.startswith("---\n")
    return text.split("\n---\n", 1)[1]


def tokens(text: str) -> Iterator[Token]:
    for token in PARSER.parse(text):
        yield token
        yield from token.children or ()


def hostile_report(words: str) -> Report:
    """A report in which every text that comes from outside is `words`."""
    said = words if words.strip() else "x"
    on = article(f"{said}\n\nBefore {said} after.\n\n{said}", title=said)
    on = replace(on, url=said, author=said, publisher=said, origin=said, language=said)
    subject = replace(
        claim(on, said, said, kind=Kind.QUOTATION),
        attribution=Attribution(said, said, said, said),
        unresolved=(said,),
        id=said,
    )
    page = replace(document(said), title=said, url=said, publisher=said, source=said)
    piece = Evidence(
        Passage(page, 0, len(said)), 0.7, 0.7, Entailment(0.1, 0.8, 0.1), Stance.REFUTES,
        Timing.BEFORE,
    )  # fmt: skip
    silent = replace(piece, stance=Stance.NEUTRAL)
    gap = Gap("fetch", said, Reason.TIMEOUT, said, said)
    finding = Finding("offices", Outcome.REFUTES, said, (Fact(said, said, said),), said)
    made = Verdict(
        subject, Label.NOT_ENOUGH_EVIDENCE, 0.9, "undecided", said, (piece, silent), (finding,),
        (gap,), settle=said,
    )  # fmt: skip
    base = report(on, [made], summary=said, notes=(said,))
    return replace(
        base,
        windows=(Window((RoleSpan(said, said, said, None, None),), None, None, "outside", said),
                 replace(base.windows[0], roles=(replace(base.windows[0].roles[0], person=said,
                                                         role=said, source=said),))),
        gaps=(gap,),
        ledger=(Asked(said, said, Tier.OTHER, 1, 1, 1, 0.1),),
    )  # fmt: skip


def shape(text: str) -> list[str]:
    """What a reader of the page gets: kinds of elements, and where links lead."""
    kinds = []
    for token in tokens(body(text)):
        if token.type in {"text", "softbreak", "inline", "text_special"} or token.nesting < 0:
            continue
        kinds.append(f"{token.type} {token.attrs.get('href', '')}".strip())
    return kinds


NEVER = {"html_inline", "html_block", "image", "autolink", "s_open"}


@pytest.mark.parametrize("words", HOSTILE)
def test_text_from_outside_makes_nothing_of_its_own(words: str) -> None:
    text = RENDERERS["md"].render(hostile_report(words))
    plain = RENDERERS["md"].render(hostile_report("plain words"))
    kinds = [k.partition(" ")[0] for k in shape(text)]
    assert not NEVER & set(kinds)
    headings = [k for k in kinds if k == "heading_open"]
    assert len(headings) == len([k for k in shape(plain) if k == "heading_open"])
    links = {k.partition(" ")[2] for k in shape(text) if k.startswith("link_open")}
    assert links <= {"#c1"}
    for kind in (
        "table_open",
        "bullet_list_open",
        "ordered_list_open",
        "fence",
        "code_block",
        "hr",
    ):
        assert kinds.count(kind) == shape(plain).count(kind), kind


@pytest.mark.parametrize("words", HOSTILE)
def test_text_from_outside_is_no_reviewers_line(words: str) -> None:
    text = RENDERERS["md"].render(hostile_report(words))
    (block,) = blocks(text)
    assert "forged" not in block.whole


@given(st.text(max_size=120))
@example("\\")
@example("a\\")
@example("`" * 7)
@example("*a*")
@example("1. x")
def test_escaped_text_shows_exactly_its_words(text: str) -> None:
    wrapped = PARSER.parse(f"> x {escape(text)} y")
    inline = [t for t in wrapped if t.type == "inline"]
    shown = "".join(c.content for t in inline for c in t.children or () if c.type == "text")
    assert all(c.type == "text" for t in inline for c in t.children or ())
    clean = "".join(shown.split()).replace("\u2060", "")
    expected = "".join(re.sub("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069"
                              "\ufff9-\ufffb]", "\ufffd", "".join(text.split()))
                       .replace("\u2060", "").split())  # fmt: skip
    squeezed = expected.replace("\ufffd", "")
    assert clean.removeprefix("x").removesuffix("y").replace("\ufffd", "") == squeezed


@given(st.text(max_size=80))
def test_escaped_text_at_the_start_of_a_line_begins_no_block(text: str) -> None:
    kinds = [t.type for t in PARSER.parse(escape(text))]
    assert set(kinds) <= {"paragraph_open", "inline", "paragraph_close"}


@given(st.lists(st.text(max_size=60), max_size=5))
def test_nothing_ends_a_code_block(lines: list[str]) -> None:
    kinds = [t.type for t in PARSER.parse(fenced(lines) + "\n\nafter")]
    assert kinds == ["fence", "paragraph_open", "inline", "paragraph_close"]


@given(st.text(max_size=40))
def test_a_code_span_and_a_front_matter_string_stay_what_they_are(text: str) -> None:
    assert code(text).count("`") == 2
    quoted = yaml(text)
    assert "\n" not in quoted
    assert quoted.startswith('"')


def test_only_web_addresses_are_linked_to() -> None:
    for bad in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x.example",
                "https://", "http://[", "https://a b.example", "", "HTTPS:evil"):  # fmt: skip
        assert link(bad) == ""
    assert link("https://a.example/x(1)<b>|`") == "https://a.example/x%281%29%3Cb%3E%7C%60"
    assert md_link("a]b", "https://a.example") == "[a\\]b](<https://a.example>)"
    assert md_link("a", "ftp://x") == "a"


@pytest.mark.parametrize(
    "words",
    ["https://evil.example", "HTTP://evil.example", "www.evil.example", "a@evil.example",
     "mailto:a@evil.example", "see evil.example"],
)  # fmt: skip
def test_a_bare_address_is_broken_up_for_renderers_that_link_by_themselves(words: str) -> None:
    live = r"[a-zA-Z]://|[a-z]:[a-z]|www\.\w|[a-z]@[a-z]|evil\.example"
    assert re.search(live, words)
    assert not re.search(live, escape(words))


def test_mentions_and_issue_numbers_are_kept_apart_for_github() -> None:
    assert "@everyone" not in escape("@everyone")
    assert "#12" not in escape("#12")


def test_the_report_begins_with_what_is_wrong_and_every_anchor_leads_somewhere() -> None:
    text = RENDERERS["md"].render(report())
    assert text.index("Secretary of State") < text.index("| Claim |") < text.index("## The article")
    headings = {m.lower() for m in re.findall(r"^### (C\d+)$", text, re.MULTILINE)}
    assert set(re.findall(r"\(#(c\d+)\)", text)) == headings
    table = [r for r in text.splitlines() if r.startswith("| [")]
    labels = ["Refuted"] * 4 + ["Conflicting", "Supported", "[? C6]", "[– C7]"]
    assert [label in row for label, row in zip(labels, table, strict=True)] == [True] * 8


def test_what_could_not_be_looked_at_never_reads_as_nothing_found() -> None:
    text = RENDERERS["md"].render(report())
    table = text[text.index("**Not established**") : text.index("**Not checkable**")]
    assert "Could not look everywhere for any of these: wikipedia." in table
    section = text[text.index("### C6") : text.index("### C7")]
    assert "**Could not look:**" in section
    assert "it could not be reached (no route to host)" in section
    assert "no evidence" not in (table + section).lower()


def test_every_reason_for_a_gap_has_words_that_say_we_could_not_look() -> None:
    from verify.report.words import REASONS

    assert set(REASONS) == set(Reason)
    for words in REASONS.values():
        assert not re.search(r"no evidence|nothing (was )?found|no results", words)


def test_the_article_is_quoted_whole_with_its_claims_marked() -> None:
    on = article()
    text = RENDERERS["md"].render(report(on))
    quoted = text[text.index("## The article") : text.index("## When its")]
    plain = re.sub(r"\s*\[\S C\d+\]\(#c\d+\)", "", quoted).replace("**", "").replace("\\", "")
    for line in filter(None, on.text.split("\n")):
        assert " ".join(line.split()) in " ".join(plain.split())
    assert "**US Senator Rubio Confirms** [✗ C1](#c1)" in quoted
    assert "of Israel [✓ C5](#c5)" in quoted


def test_a_claim_without_verdict_words_gets_no_confidence() -> None:
    text = RENDERERS["md"].render(report())
    section = text[text.index("### C6") :].partition("### C7")[0]
    assert "? **Not enough evidence** · undecided ·" in section
    assert "✗ Refuted, likely (0.88)" in text


def test_an_article_without_claims_has_a_report() -> None:
    text = RENDERERS["md"].render(report(made=[]))
    assert "No claims were found in the article." in text


def test_overlapping_claims_are_each_linked_once() -> None:
    on = article()
    text = RENDERERS["md"].render(report(on, verdicts(on)))
    quoted = text[text.index("## The article") : text.index("## When its")]
    assert sorted(re.findall(r"#c(\d)", quoted)) == list("12345678")


def test_the_timeline_marks_each_role_and_the_articles_date() -> None:
    text = RENDERERS["md"].render(report())
    picture = text[text.index("```text") : text.index("`█` true")]
    assert picture.count("█") > 40
    assert "▒" in picture
    assert "the article, 2025-12-20" in picture
    assert "▲" not in RENDERERS["md"].render(report(article(published=""))).split("`█` true")[0]
