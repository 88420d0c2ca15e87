"""The window: when all role claims of an article can be true together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from verify.checkers.terms import OfficeTable
from verify.checkers.window import windows
from verify.sources.offices import SHIPPED, parse_terms
from verify.types import Article, Claim, Dated, Kind, PartialDate, Window, sha256

TABLE = OfficeTable(parse_terms(SHIPPED.read_bytes(), SHIPPED.name))
SAMPLE = Path(__file__).parent.parent / "seeds" / "pakistan-gaza-force.txt"


def windows_of(text: str, published: str | None = None) -> tuple[Window, ...]:
    """The windows of a text, each line a claim."""
    dated = Dated(PartialDate(published), "argument") if published else None
    article = Article("", text, None, dated, "en", sha256(text))
    claims, position = [], 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\n")
        end = position + len(bare)
        claims.append(Claim(f"c{position}", bare, bare, position, end, Kind.OFFICE, 0.5))
        position += len(line)
    return windows(claims, article, TABLE)


def test_the_undated_sample_article_fits_only_the_years_of_its_ambassador() -> None:
    (window,) = windows_of(SAMPLE.read_text(encoding="utf-8"))
    assert (window.state, window.start, window.end) == (
        "undated",
        date(2022, 4, 19),
        date(2024, 9, 18),
    )
    assert len(window.roles) == 3
    assert "carries no date" in window.explanation


def test_a_date_inside_and_one_outside_are_told_apart() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert [w.state for w in windows_of(text, "2023-11-20")] == ["contains"]
    (window,) = windows_of(text, "2025-12-20")
    assert window.state == "outside"
    assert "2025-12-20" in window.explanation


def test_roles_that_were_never_true_together_leave_an_empty_window() -> None:
    (window,) = windows_of(
        "British Prime Minister Keir Starmer spoke.\nSecretary of State John Kerry listened."
    )
    assert (window.state, window.start, window.end) == ("empty", None, None)
    assert "Keir Starmer" in window.explanation
    assert "John Kerry" in window.explanation


def test_an_office_held_twice_gives_two_windows() -> None:
    spans = [(w.start, w.end) for w in windows_of("President Donald Trump spoke.")]
    assert spans == [(date(2017, 1, 20), date(2021, 1, 20)), (date(2025, 1, 20), None)]


def test_former_opens_the_window_after_the_term() -> None:
    (window,) = windows_of("Former British prime minister Rishi Sunak spoke.")
    assert window.start == date(2024, 7, 4)
    assert window.end is None


def test_an_event_told_as_past_opens_the_window_no_earlier() -> None:
    text = "President Emmanuel Macron spoke.\nThe treaty was signed on 3 May 2022."
    (window,) = windows_of(text)
    assert window.start == date(2022, 5, 3)
    assert "tells of 2022-05-03 as past" in {r.role for r in window.roles}
    ahead = "President Emmanuel Macron spoke.\nThe treaty will be signed on 3 May 2022."
    assert [w.start for w in windows_of(ahead)] == [date(2017, 5, 14)]


def test_a_gap_in_the_record_makes_no_contradiction() -> None:
    # Both held office in 2019 and 2020; the record has Mr Varadkar's first term in a gap.
    text = "Prime Minister Boris Johnson of Britain spoke.\nTaoiseach Leo Varadkar listened."
    assert "empty" not in {w.state for w in windows_of(text)}
    assert "outside" not in {w.state for w in windows_of(text, "2020-02-01")}


def test_roles_quoted_and_roles_of_another_time_tie_the_article_to_nothing() -> None:
    assert windows_of("“President Obama was right,” he said.", "2025-12-20") == ()
    assert windows_of("In 2010 President Barack Obama signed it.", "2025-12-20") == ()


def test_an_article_without_roles_has_no_window() -> None:
    assert windows_of("The bridge is closed.") == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_makes_the_window_fail(text: str) -> None:
    assert isinstance(windows_of(text), tuple)
