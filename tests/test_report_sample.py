"""A report to try the renderers on: the sample article with verdicts as they may come out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from verify.report.order import certain, numbers, worst_first
from verify.report.points import place, points, sentences
from verify.report.summary import summary, summary_lines
from verify.report.view import view
from verify.types import (
    Article,
    Asked,
    Attribution,
    Claim,
    Dated,
    Document,
    Entailment,
    Evidence,
    Fact,
    Finding,
    Gap,
    Kind,
    Label,
    Outcome,
    Part,
    PartialDate,
    Passage,
    Provenance,
    Reason,
    Report,
    RoleSpan,
    Sentence,
    Tier,
    Timing,
    Verdict,
    Window,
    sha256,
)

SEED = Path(__file__).parent.parent / "seeds" / "pakistan-gaza-force.txt"
HASH = sha256("code")


def article(text: str = "", title: str = "", published: str = "2025-12-20") -> Article:
    """The sample article, or one of the text given."""
    text = text or SEED.read_text("utf-8")
    return Article(
        title=title or text.split("\n")[0],
        text=text,
        url="https://news.example.org/gaza-force",
        published=Dated(PartialDate(published), "argument") if published else None,
        language="en",
        sha256=sha256(text),
        origin="/home/desk/pakistan-gaza-force.txt",
    )


def claim(
    on: Article,
    quote: str,
    text: str = "",
    *,
    nth: int = 1,
    kind: Kind = Kind.EVENT,
    **more: object,
) -> Claim:
    """A claim on the first words of the article that equal `quote`."""
    start = on.text.index(quote)
    fields: dict[str, object] = {"worth": 0.7} | more
    return Claim(
        id=f"k{start}-{nth}",
        text=text or quote,
        quote=quote,
        start=start,
        end=start + len(quote),
        kind=kind,
        **fields,  # type: ignore[arg-type]
    )


def document(text: str, **more: object) -> Document:
    """A page with that text."""
    fields: dict[str, object] = {
        "title": "Rubio on Pakistan's offer",
        "url": "https://www.example.org/rubio?a=1",
        "publisher": "Example Daily",
        "published": Dated(PartialDate("2025-12-20"), "json-ld"),
        "source": "desk",
        "snapshot_sha256": sha256(text),
        "tier": Tier.OWN,
    } | more
    return Document(text=text, **fields)  # type: ignore[arg-type]


def evidence(text: str, view: tuple[float, float, float], **more: object) -> Evidence:
    """A whole page as a passage, with the probabilities (supports, refutes, neutral)."""
    own = {k: more.pop(k) for k in ("timing", "origin", "circular") if k in more}
    page = document(text, **more)
    judged = Entailment(*view)
    fields: dict[str, object] = {"timing": Timing.BEFORE} | own
    return Evidence(
        passage=Passage(page, 0, len(text)),
        similarity=0.71,
        fuzzy=0.6,
        entailment=judged,
        stance=judged.stance,
        **fields,  # type: ignore[arg-type]
    )


TERM = Fact(
    "Marco Rubio: Senator for Florida, 2011-01-05 to 2025-01-20; then Secretary of State.",
    "offices",
    "https://news.ballotpedia.org/?p=40431",
)
OFFICE = Finding(
    "offices",
    Outcome.REFUTES,
    "Marco Rubio was Senator for Florida from 2011-01-05 to 2025-01-20; on 2025-12-20 he was "
    "Secretary of State (since 2025-01-21), 334 days after he had left the Senate.",
    (TERM,),
    "holds_another_office",
)
WIKI = Gap("fetch", "wikipedia", Reason.UNREACHABLE, "no route to host", "https://en.wikipedia.org")


def refuted(on: Claim, finding: Finding = OFFICE) -> Verdict:
    """Refuted by a checker."""
    return Verdict(
        on, Label.REFUTED, 0.99, "checker_refutes", finding.explanation, findings=(finding,)
    )


def verdicts(on: Article) -> list[Verdict]:
    """Verdicts of every label on the sample article."""
    senator = claim(
        on,
        "Republican Senator Marco Rubio",
        "Marco Rubio is a Republican Senator.",
        kind=Kind.OFFICE,
        worth=0.92,
    )
    vice = claim(
        on,
        "Republican Senator Marco Rubio, who serves as the Vice Chairman of the Senate "
        "Intelligence Committee",
        "Marco Rubio serves as the Vice Chairman of the Senate Intelligence Committee.",
        nth=2,
        kind=Kind.OFFICE,
        worth=0.94,
    )
    headline = claim(
        on,
        "US Senator Rubio Confirms",
        "Marco Rubio is a US Senator.",
        kind=Kind.OFFICE,
        worth=0.6,
        part=Part.HEADLINE,
    )
    ceasefire = claim(
        on,
        "The ongoing war shows no immediate signs of a permanent ceasefire",
        "The war between Israel and Hamas shows no immediate signs of a permanent ceasefire.",
    )
    quote = claim(
        on,
        '"They have actually volunteered to be part of it," Rubio stated',
        "Marco Rubio said: They have actually volunteered to be part of it.",
        kind=Kind.QUOTATION,
        attribution=Attribution("Marco Rubio", "stated", "", "during a recent interview"),
    )
    israel = claim(on, "Pakistan has not recognised the state of Israel", kind=Kind.RELATION)
    peace = claim(
        on,
        "its substantial military experience in UN peacekeeping operations",
        "Pakistan has substantial military experience in UN peacekeeping operations.",
        unresolved=("its",),
    )
    legit = claim(
        on,
        "could add a crucial layer of legitimacy and capability to such a mission",
        kind=Kind.PREDICTION,
        checkable=False,
        reason="A forecast.",
        worth=0.2,
    )
    return [
        Verdict(
            israel,
            Label.SUPPORTED,
            0.93,
            "stance_supports",
            "Supported by 2 pages of 2 origins.",
            (
                evidence(
                    "Pakistan does not recognise Israel, the Foreign Office restated on Friday.",
                    (0.93, 0.02, 0.05),
                    origin=1,
                    title="Pakistan restates policy on Israel",
                    publisher="Samaa",
                    url="https://www.samaa.tv/news",
                    published=Dated(PartialDate("2020-11-27"), "meta"),
                ),
                evidence("Islamabad has never recognised Israel.", (0.9, 0.03, 0.07), origin=2),
            ),
        ),
        Verdict(
            peace,
            Label.NOT_ENOUGH_EVIDENCE,
            0.0,
            "could_not_look",
            "Nothing to judge it by, and not for lack of evidence: Could not look everywhere: "
            "wikipedia.",
            gaps=(WIKI,),
            settle="A report of it by a source that was there, or the record itself.",
        ),
        Verdict(legit, Label.NOT_CHECKABLE, 1.0, "not_checkable", "A forecast."),
        refuted(senator),
        refuted(vice),
        refuted(headline),
        Verdict(
            ceasefire,
            Label.REFUTED,
            0.88,
            "stance_refutes",
            "Contradicted by 1 page of 1 origin.",
            (
                evidence(
                    "A ceasefire between Israel and Hamas took effect on 10 October 2025 under the "
                    "20-point plan announced on 29 September.",
                    (0.04, 0.88, 0.08),
                    title="Ceasefire takes effect",
                ),
                evidence("Aid lorries queue at the border.", (0.1, 0.2, 0.7), origin=3),
            ),
            at_publication=Label.NOT_ENOUGH_EVIDENCE,
        ),
        Verdict(
            quote,
            Label.CONFLICTING,
            0.81,
            "sources_conflict",
            "Sources of equal standing disagree: 1 page of 1 origin for it, 1 page of 1 origin "
            "against it.",
            (
                evidence(
                    "“We're very grateful to Pakistan for their offer to be a part of it, or at "
                    "least their offer to consider being a part of it,” Rubio said.",
                    (0.05, 0.82, 0.13),
                ),
                evidence(
                    "They have actually volunteered to be part of it, Rubio stated.",
                    (0.95, 0.02, 0.03),
                    origin=4,
                    circular=True,
                    timing=Timing.AFTER,
                ),
            ),
            settle="A recording or transcript of the words.",
        ),
    ]


def roles(on: Article) -> Window:
    """The sample's role window."""
    spans = (
        RoleSpan("k1", "Marco Rubio", "US Senator", date(2011, 1, 5), date(2025, 1, 20)),
        RoleSpan(
            "k2",
            "Marco Rubio",
            "Vice Chairman of the Senate Intelligence Committee",
            date(2021, 2, 3),
            date(2025, 1, 3),
            date(2024, 12, 20),
            "committee files",
        ),
        RoleSpan(
            "k3",
            "Masood Khan",
            "Ambassador of Pakistan to the US",
            date(2022, 4, 19),
            date(2024, 9, 18),
            date(2024, 7, 1),
        ),
    )
    state = "outside" if on.published else "undated"
    return Window(spans, date(2022, 4, 19), date(2024, 9, 18), state, "")


def lines_of(on: Article) -> tuple[Sentence, ...]:
    """A sentence a line is enough here."""
    found, at = [], 0
    for number, line in enumerate(on.text.split("\n")):
        part = Part.HEADLINE if number == 0 else Part.STANDFIRST if number == 1 else Part.BODY
        if line and number > 1 and len(line) < 70 and not line.endswith("."):
            part = Part.HEADING
        found.append(Sentence(at, at + len(line), line, part))
        at += len(line) + 1
    return tuple(found)


def report(on: Article | None = None, made: list[Verdict] | None = None, **more: object) -> Report:
    """A whole report on the sample article."""
    on = on or article()
    ordered = tuple(worst_first(verdicts(on) if made is None else made))
    windows = (roles(on),)
    fields: dict[str, object] = {
        "summary": summary(ordered, article=on, windows=windows, gaps=(WIKI,)),
        "sentences": lines_of(on),
    } | more
    return Report(
        article=on,
        verdicts=ordered,
        windows=windows,
        gaps=(WIKI,),
        ledger=(
            Asked("desk", "folder", Tier.OWN, 9, 9, 0, 0.02),
            Asked("offices", "offices", Tier.OFFICIAL, 1, 0, 0, 0.4),
            Asked("wikipedia", "mediawiki", Tier.OTHER, 3, 0, 1, 1.2),
        ),
        provenance=Provenance(
            "verify 0.1.0", HASH, sha256("config"), (("stance", f"own sha256:{HASH}"),), HASH
        ),
        as_of=date(2025, 12, 31),
        made_at=datetime(2026, 1, 2, 8, 30, tzinfo=UTC),
        **fields,  # type: ignore[arg-type]
    )


def test_what_a_checker_refutes_in_the_headline_comes_first_and_opinion_last() -> None:
    ordered = report().verdicts
    assert ordered[0].claim.quote == "US Senator Rubio Confirms"
    assert [v.label for v in ordered] == [
        *[Label.REFUTED] * 4,
        Label.CONFLICTING,
        Label.NOT_ENOUGH_EVIDENCE,
        Label.SUPPORTED,
        Label.NOT_CHECKABLE,
    ]
    assert not certain(ordered[3])


def test_claims_are_numbered_as_they_stand_in_the_article() -> None:
    made = report().verdicts
    number = numbers(made)
    read = sorted(made, key=lambda v: v.claim.span)
    assert [number[v.claim.id] for v in read] == list(range(1, 9))


def test_the_summary_says_what_is_wrong_and_what_could_not_be_looked_at() -> None:
    said = report().summary
    assert "7 claims checked: 4 refuted" in said
    assert "Secretary of State" in said
    assert "Could not look everywhere (wikipedia)" in said
    assert "2022-04-19 to 2024-09-18" in said
    assert "no date" not in said


def test_the_same_reason_is_told_once_in_the_summary() -> None:
    assert report().summary.count("334 days after") <= 1


def test_an_undated_article_is_called_undated() -> None:
    assert "The article carries no date." in report(article(published="")).summary


def test_an_article_of_opinions_only_says_that_nothing_could_be_checked() -> None:
    on = article()
    made = [v for v in verdicts(on) if v.label is Label.NOT_CHECKABLE]
    assert report(on, made).summary.startswith("The article makes no claim that could be checked.")


def many(number: int) -> tuple[Article, list[Verdict]]:
    """So many claims, each refuted for a reason of its own, in long words."""
    on = article()
    return on, [
        refuted(
            claim(on, on.text[n : n + 900], worth=0.5, nth=n),
            replace(OFFICE, explanation=f"Mr {n} was no longer {'minister of everything ' * n}."),
        )
        for n in range(number)
    ]


def test_the_terminal_lines_fit_a_screen_whatever_the_article() -> None:
    on, long = many(200)
    gaps = tuple(replace(WIKI, source=f"source {n}") for n in range(40))
    for made in (verdicts(on), long, long[:4], []):
        lines = summary_lines(replace(report(on, made), gaps=gaps))
        assert len(lines) <= 20
        assert all(len(line) <= 79 and "\n" not in line for line in lines)
        assert lines[-1].startswith("Could not look everywhere: source 0, source 1")
    lines = summary_lines(report(on, long))
    assert any(re.fullmatch(r"… \d+ more things are wrong or disputed: see the report", x)
               for x in lines)  # fmt: skip


def test_a_fault_that_the_article_repeats_is_one_point_with_all_its_places() -> None:
    on = article()
    found = points(verdicts(on))
    assert [len(p.verdicts) for p in found] == [3, 1, 1]
    first = found[0]
    assert [place(v) for v in first.verdicts] == ["headline", "", ""]
    assert first.said.startswith("Marco Rubio was Senator for Florida")
    assert "(in the headline and 2 more places)" in report().summary
    lines = "\n".join(summary_lines(report()))
    assert "C1 (headline), C2, C3" in lines
    assert lines.count("Marco Rubio was Senator") == 1


def test_what_the_passages_decide_is_told_with_the_passage_its_page_and_its_day() -> None:
    ceasefire, quote = points(verdicts(article()))[1:]
    assert ceasefire.said.endswith("ceasefire.”: contradicted by Example Daily, 2025-12-20.")
    assert "took effect on 10 October 2025" in ceasefire.more
    assert quote.said.endswith("sources disagree (against it Example Daily, 2025-12-20).")
    assert "volunteered" not in quote.more, "what repeats the article speaks for nobody"


def test_a_sentence_told_once_is_not_told_again_at_the_next_point() -> None:
    on = article()
    same = "On 2025-12-20 he was Secretary of State."
    made = [
        refuted(claim(on, quote, nth=n), replace(OFFICE, explanation=f"He was no {post}. {same}"))
        for n, (quote, post) in enumerate([("US Senator", "senator"), ("Vice Chair", "chairman")])
    ]
    assert [p.more for p in points(made)] == [same, ""]
    assert summary(made).count(same) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left in 2024. The office was held by Mark R. Warner since then.", 2),
        ("Asim Munir was no longer Gen. of the army on 3 May. On record: none.", 2),
        ("The words “I resign.” were not found. They are cut.", 2),
        ("No end", 1),
        ("", 1),
    ],
)
def test_an_explanation_is_cut_at_its_sentences_and_at_no_initial(text: str, parts: int) -> None:
    found = sentences(text)
    assert len(found) == parts
    assert " ".join(found) == text


def test_where_a_page_has_something_else_stands_first() -> None:
    on = article()
    near = Finding(
        "quotes", Outcome.NOTES, "Found word for word; no speaker named.", (), "verbatim"
    )
    other = Finding("numbers", Outcome.NOTES, "The source says “12”.", (), "other_figure")
    first = next(v for v in verdicts(on) if v.label is Label.NOT_ENOUGH_EVIDENCE)
    light = replace(first, claim=replace(first.claim, id="c99", worth=0.01))
    assert worst_first([light, first]) == [first, light]
    made = [replace(first, findings=(near,)), replace(light, findings=(other,))]
    assert worst_first(made) == made[::-1]
    assert [told.checker for told in view(report(on, made)).remarks] == ["numbers", "quotes"]


def test_what_checkers_only_remark_is_told_once_and_never_what_is_told_as_wrong() -> None:
    on = article()
    remark = Finding("framing", Outcome.NOTES, "“Confirms” says more than the text. It is cut.")
    same = replace(OFFICE, outcome=Outcome.NOTES)
    made = [replace(v, findings=(*v.findings, remark, same)) for v in verdicts(on)]
    (told,) = view(report(on, made)).remarks
    assert (told.checker, told.said) == ("framing", "“Confirms” says more than the text.")
    assert told.more == "It is cut."
    assert len(told.claims) == len(made)
    assert view(report(on)).remarks == ()
    lines = summary_lines(report(on, made))
    assert len(lines) <= 20
    assert any(
        line.startswith("· framing: “Confirms” says more than the text. C1") for line in lines
    )
