"""Speakers, leaders, whips, cabinet posts and the heads of unions: one holder at a time."""

from __future__ import annotations

import csv
from datetime import date
from itertools import pairwise

import pytest

from tests.test_offices_context import TABLE, outcomes
from training.import_offices import CURATED, with_curated
from verify.checkers.offices_posts import kind_of
from verify.checkers.offices_reading import sightings
from verify.checkers.offices_single import BY_OFFICE
from verify.checkers.offices_words import finding
from verify.sources.offices import COLUMNS, SHIPPED, parse_terms


@pytest.mark.parametrize(
    ("text", "on", "name"),
    [
        ("House Speaker Kevin McCarthy agreed.", "2025-03-03", "Kevin McCarthy"),
        ("Speaker Kevin McCarthy agreed.", "2022-03-03", "Kevin McCarthy"),
        ("Nancy Pelosi, the speaker of the House, left.", "2024-03-01", "Nancy Pelosi"),
        ("Senate Majority Leader Mitch McConnell said no.", "2025-03-03", "Mitch McConnell"),
        ("Harry Reid, the Senate minority leader, said no.", "2013-03-03", "Harry Reid"),
        ("House Majority Whip James Clyburn said no.", "2023-06-03", "James Clyburn"),
        ("US Defence Secretary Lloyd Austin met troops.", "2025-06-01", "Lloyd Austin"),
        ("Janet Yellen, the Treasury secretary, said so.", "2025-06-01", "Janet Yellen"),
        ("NATO Secretary General Jens Stoltenberg warned.", "2025-01-01", "Jens Stoltenberg"),
        ("UN Secretary-General Ban Ki-moon warned.", "2019-01-01", "Ban Ki-moon"),
        ("European Commission President Jean-Claude Juncker spoke.", "2023-01-01",
         "Jean-Claude Juncker"),
        ("Former NATO chief Mark Rutte spoke.", "2025-01-01", "Mark Rutte"),
    ],
)  # fmt: skip
def test_who_held_the_post_at_another_time_is_refuted(text: str, on: str, name: str) -> None:
    assert outcomes(text, on)[name] == "refutes"


@pytest.mark.parametrize(
    ("text", "on", "name"),
    [
        ("Speaker Nancy Pelosi tore up the speech.", "2020-02-05", "Nancy Pelosi"),
        ("Former House Speaker Paul Ryan spoke.", "2022-03-01", "Paul Ryan"),
        ("Senate Majority Leader Chuck Schumer spoke.", "2022-12-20", "Chuck Schumer"),
        ("US Defence Secretary Pete Hegseth met troops.", "2025-03-01", "Pete Hegseth"),
        ("NATO chief Mark Rutte warned.", "2025-01-01", "Mark Rutte"),
        ("European Council President Charles Michel spoke.", "2023-01-01", "Charles Michel"),
    ],
)
def test_who_held_it_then_is_supported(text: str, on: str, name: str) -> None:
    assert outcomes(text, on)[name] == "supports"


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("The keynote speaker, Nancy Pelosi, left early.", "2025-01-01"),
        ("Nancy Pelosi was the main speaker at the dinner.", "2025-01-01"),
        ("Speaker Marco Rubio opened the session.", "2007-03-01"),  # of Florida's House
        ("Florida House Speaker Marco Rubio opened the session.", "2007-03-01"),
        ("Michigan House Speaker Joe Tate spoke.", "2023-05-01"),
        ("British Defence Secretary Ben Wallace met troops.", "2022-03-01"),
        ("The speaker of the House of Commons, Lindsay Hoyle, called for order.", "2022-03-01"),
        ("Defense Secretary Marco Rubio met troops.", "2025-03-01"),
    ],
)
def test_another_bodys_speaker_and_a_post_never_held_are_left_alone(text: str, on: str) -> None:
    assert set(outcomes(text, on).values()) <= {"nothing"}


def test_beyond_its_last_reading_the_table_settles_nothing() -> None:
    assert outcomes("House Speaker Mike Johnson spoke.", "2026-06-20") == {"Mike Johnson": "notes"}


def test_every_curated_row_is_in_the_table_and_is_read_as_its_post() -> None:
    terms = parse_terms(SHIPPED.read_bytes(), SHIPPED.name)
    with CURATED.open(encoding="utf-8", newline="") as stream:
        curated = list(csv.DictReader(stream))
    held = {(t.person, t.office, t.start.iso, t.source) for t in terms}
    assert {(r["person"], r["office"], r["start"], r["source"]) for r in curated} <= held
    told = {t.office for t in terms if kind_of(t).sure & {p.family for p in BY_OFFICE.values()}}
    assert {o.lower() for o in told} == set(BY_OFFICE)
    assert list(curated[0]) == list(COLUMNS)
    assert with_curated([], curated) == sorted(with_curated([], curated), key=lambda r: (
        r["jurisdiction"], r["office"], r["start"], r["person"], r["source"]))  # fmt: skip


def test_two_holders_of_one_post_never_overlap_by_more_than_a_day() -> None:
    with CURATED.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for office in {r["office"] for r in rows}:
        mine = sorted((r for r in rows if r["office"] == office), key=lambda r: r["start"])
        for before, after in pairwise(mine):
            assert before["in_office_until_at_least"] <= after["start"]
            assert before["out_of_office_by"] <= after["start"]


def test_brackets_are_not_put_inside_brackets() -> None:
    said = [
        sentence
        for text in ("House Speaker Kevin McCarthy agreed.", "President Joe Biden agreed.")
        for seen in sightings(TABLE, text, text, date(2025, 3, 3))
        if seen.judged
        for sentence in [finding(seen.judged).explanation]
    ]
    assert len(said) == 2
    assert all("held by" in s for s in said)
    for sentence in said:
        depth = 0
        for mark in sentence:
            depth += {"(": 1, ")": -1}.get(mark, 0)
            assert depth <= 1
