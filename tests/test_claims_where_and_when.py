"""Where and when something was: the place behind a date, clauses with `where`, and what belongs to
which of two verbs."""

from __future__ import annotations

import pytest

from tests.claim_articles import of, stated


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Nora Vance is a Danish weaver and potter born on 2 May 1931, in Odense, Denmark.",
            ["Nora Vance was born on 2 May 1931.", "Nora Vance was born in Odense, Denmark."],
        ),
        (
            "Kelmar is a lender, founded on 3 June 1990, in Leeds.",
            ["Kelmar is a lender.", "Kelmar was founded in Leeds."],
        ),
        (
            "Jan Maas is a Dutch rower who was born on 4 May 1970, in Gouda, Holland.",
            ["Jan Maas was born in Gouda, Holland."],
        ),
        (
            "Born on 9 October 1983 in El Tigre, Anzo, she left school at 12.",
            ["She was born in El Tigre, Anzo.", "She left school at 12."],
        ),
        (
            "Born on 9 October 1983 in Hobart, Tasmania, Nora Vance left school at 12.",
            ["Nora Vance was born in Hobart, Tasmania.", "Nora Vance left school at 12."],
        ),
        # no place of birth
        (
            "Born in 1950, in Paris he met Anna Roe.",
            ["He was born in 1950.", "In Paris he met Anna Roe."],
        ),
    ],
)
def test_a_place_behind_a_date_goes_with_what_was_dated(text: str, claims: list[str]) -> None:
    found = stated(text)
    assert set(claims) <= set(found)
    assert not any("weaver in" in f or "lender in" in f or "rower, " in f for f in found)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Nora Vance was born and raised in Odense, Denmark.",
            [
                "Nora Vance was born in Odense, Denmark.",
                "Nora Vance was raised in Odense, Denmark.",
            ],
        ),
        (
            "Jan Maas was born and grew up in Leeds, the son of a miner.",
            ["Jan Maas was born in Leeds.", "Jan Maas grew up in Leeds, the son of a miner."],
        ),
        (
            "Born and raised in Odense, Nora Vance left in 1990.",
            ["Nora Vance was born in Odense.", "Nora Vance was raised in Odense."],
        ),
        (
            "The opera was written and directed by Nora Vance in 2009.",
            [
                "The opera was written by Nora Vance.",
                "The opera was directed by Nora Vance in 2009.",
            ],
        ),
        # who raised her did not orphan her, and nobody is arrested in prison
        (
            "Nora Vance was orphaned and raised by an aunt.",
            ["Nora Vance was orphaned.", "Nora Vance was raised by an aunt."],
        ),
        (
            "Jan Maas was arrested and held in Essen.",
            ["Jan Maas was arrested.", "Jan Maas was held in Essen."],
        ),
    ],
)
def test_what_stands_behind_the_last_verb_may_be_shared(text: str, claims: list[str]) -> None:
    assert stated(text) == claims or set(claims) <= set(stated(text))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "In 2000, Jan Maas joined Hale Rovers, where he played for three seasons.",
            "Jan Maas played for three seasons at Hale Rovers.",
        ),
        (
            "Nora Vance joined Kelmar in 1995, where she worked as a clerk.",
            "Nora Vance worked as a clerk at Kelmar.",
        ),
        (
            "Nora Vance joined the Royal Navy, where she rose to captain.",
            "Nora Vance rose to captain in the Royal Navy.",
        ),
        (
            "Nora Vance attended the University of Kansas, Chicago, where she took a degree.",
            "Nora Vance took a degree at the University of Kansas, Chicago.",
        ),
        (
            "Jan Maas taught in Canada, where he had emigrated in 1961.",
            "Jan Maas had emigrated to Canada in 1961.",
        ),
        (
            "In 2013 Jan Maas signed with Inter Milan, where he played for years, scoring 9 goals.",
            "He played for years at Inter Milan, scoring 9 goals.",
        ),
        # going to a place that the clause itself names
        (
            "Jan Maas lived in Ghent, where he went to school.",
            "Jan Maas went to school in Ghent.",
        ),
    ],
)
def test_a_clause_with_where_keeps_its_place(text: str, claim: str) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Nora Vance made her debut with the film “Dune” in 2009, which won her a medal.",
            [
                "Nora Vance made her debut with the film “Dune”.",
                "Nora Vance made her debut with the film “Dune” in 2009, which won her a medal.",
                "“Dune” is a film.",
            ],
        ),
        (
            "Sadly, Jan Maas passed away on July 9, 2018, at the age of 38, following an illness.",
            [
                "Jan Maas passed away on July 9, 2018, at the age of 38.",
                "Jan Maas passed away, following an illness.",
            ],
        ),
        (
            "Nora Vance was a lawyer in Kent who led the Hale Party (HP) from 1990 to 1995.",
            [
                "Nora Vance was a lawyer in Kent.",
                "Nora Vance led the Hale Party (HP) from 1990 to 1995.",
            ],
        ),
        (
            "The port won a prize for signs that make drivers stop, and then laugh.",
            ["The port won a prize for signs that make drivers stop, and then laugh."],
        ),
        ("Kelmar makes pumps, which are sold in Peru.", None),
        ("Kelmar has several farms in Peru and Chile.", None),
        ("Kelmar has farms in Peru and Chile.", ["in Peru.", "in Chile."]),
    ],
)
def test_a_date_or_a_list_goes_with_its_own_verb(text: str, claims: list[str] | None) -> None:
    found = stated(text)
    if claims is None:
        assert found == [text]
    else:
        assert all(any(f.endswith(c) for f in found) for c in claims)
        assert len(found) == len(claims)


def test_a_list_without_an_and_goes_on() -> None:
    text = "Jan Maas is the head of Hale Books, which sells novels, maps, and rare prints."
    assert "Hale Books sells rare prints." in stated(text)
    assert not any("head of Hale Books and" in f for f in stated(text))


def test_a_date_is_no_part_of_a_name() -> None:
    text = (
        "Nora Vance was tied first to Jan Maas in 1994, and then to Tom Pell in 2010, with whom "
        "she has two sons."
    )
    assert not any("Tom Pell in 2010." in f and "has two sons" in f for f in stated(text))


@pytest.mark.parametrize(
    "text",
    [
        "Nora Kale was born in the village of Kale.",
        "Nora Kale formed the band Kale in 1990.",
    ],
)
def test_a_place_or_a_thing_is_not_called_by_somebodys_full_name(text: str) -> None:
    article = f"Nora Kale is a Danish singer. {text} Kale said she liked the sea."
    found = [c.text for c in of(article)]
    assert not any("village of Nora" in f or "band Nora" in f for f in found)
    assert any(f.startswith("Nora Kale said") or "said Nora Kale" in f for f in found)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Nora Vance was born in Odense on 27 October 1940.",
            ["Nora Vance was born in Odense.", "Nora Vance was born on 27 October 1940."],
        ),
        (
            "Nora Vance was born in Odense, Denmark, in 1940.",
            ["Nora Vance was born in Odense, Denmark.", "Nora Vance was born in 1940."],
        ),
        ("Jan Maas died in Leeds in 1950.", ["Jan Maas died in Leeds.", "Jan Maas died in 1950."]),
        (
            "The treaty was signed in Rome in 1957.",
            ["The treaty was signed in Rome.", "The treaty was signed in 1957."],
        ),
        (
            "Nora Vance married Ben Dee in Bath on 3 May 1920.",
            ["Nora Vance married Ben Dee in Bath.", "Nora Vance married Ben Dee on 3 May 1920."],
        ),
        # the verb needs its place, or nobody in particular is meant
        ("Jan Maas lived in Leeds in 1950.", ["Jan Maas lived in Leeds in 1950."]),
        ("The firm was based in Leeds in 1950.", ["The firm was based in Leeds in 1950."]),
        ("A man was arrested in Leeds on 3 May.", ["A man was arrested in Leeds on 3 May."]),
    ],
)
def test_a_place_and_a_date_are_told_apart_where_the_verb_needs_neither(
    text: str, claims: list[str]
) -> None:
    assert [c.text for c in of(text)] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Born in Lima, Peru, in 1947, Nora Vance left school at 12.",
            ["Nora Vance was born in 1947.", "Nora Vance left school at 12."],
        ),
        (
            "Nora Vance began as a clerk before moving with her aunt to Lyon in France in 2013.",
            ["Nora Vance moved with her aunt to Lyon in France."],
        ),
        (
            "Nora Vance joined the Kelmar Club in 1953 and the Ostrum Guild in 1955.",
            [
                "Nora Vance joined the Kelmar Club in 1953.",
                "Nora Vance joined the Ostrum Guild in 1955.",
            ],
        ),
        (
            "From 1971 to 1976, Nora Vance was mayor of Ayr and a member of the council"
            " from 1971 to 1990.",
            [
                "From 1971 to 1976, Nora Vance was mayor of Ayr.",
                "Nora Vance was a member of the council from 1971 to 1990.",
            ],
        ),
        (
            "In 1968, Nora Vance married engineer Tom Low.",
            ["In 1968, Nora Vance married Tom Low.", "Tom Low is an engineer."],
        ),
        (
            "Nora Vance began her studies in Marburg in 1961, where she earned a degree in law.",
            ["Nora Vance earned a degree in law in Marburg."],
        ),
        (
            "Nora Vance was a lawyer who served as the head of the Kelmar Bank from 1990 to 1999"
            " and Chief Justice of Kent from 1999 to 2003.",
            [
                "Nora Vance was a lawyer.",
                "Nora Vance served as the head of the Kelmar Bank from 1990 to 1999 and Chief"
                " Justice of Kent from 1999 to 2003.",
            ],
        ),
        (
            "Nora Vance spoke of the hall, which has views of the lake, including one of the pier.",
            [
                "Nora Vance spoke of the hall.",
                "The hall has views of the lake, including one of the pier.",
            ],
        ),
    ],
)
def test_a_time_or_a_place_goes_with_what_it_was_told_of(text: str, claims: list[str]) -> None:
    found = stated(text)
    assert set(claims) <= set(found)
    assert not any(f.startswith("In 1947, ") or f.endswith("aunt in France.") for f in found)


def test_what_something_left_somebody_is_not_cut_off() -> None:
    found = stated("Jan Maas resigned in 1968 when he had a fall that left him incapacitated.")
    assert not any(f.endswith("left him.") for f in found)


def test_what_somebody_is_in_a_book_is_no_fact_of_its_own() -> None:
    text = "In 2020 Nora Vance wrote a novel called “The Lake”, where Jan Maas is a spy."
    assert "Jan Maas is a spy." not in stated(text)


def test_going_somewhere_before_or_after_is_no_forecast() -> None:
    (claim,) = of("Nora Vance slept at the inn in Bern for a night after going to Basel.")[:1]
    assert claim.checkable
    later = of("Nora Vance is going to Basel in May.")
    assert not any(c.checkable for c in later)
