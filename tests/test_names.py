"""Names: when two written forms can mean one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.checkers.names import could_be, fold, is_full_name_of, is_surname_of, parse


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Joe Biden", "Joseph R. Biden, Jr."),
        ("Masood Khan", "Sardar Masood Khan"),
        ("Liz Truss", "Mary Elizabeth Truss"),
        ("Shahbaz Sharif", "Muhammad Shehbaz Sharif"),
        ("Jinping Xi", "Xi Jinping"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Chuck Schumer", "Charles E. Schumer"),
        ("Srettha Thavisin", 'Settha Thawisin "Srettha Thavisin"'),
        ("Lula da Silva", "Luiz Inácio Lula da Silva"),
        ("Alexander Lukashenko", "Alyaksandr Lukashenka"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("JD Vance", "J.D. Vance"),
        ("Abdel Fattah el-Sisi", "Abdel Fattah El-sisi"),
    ],
)
def test_a_name_is_known_in_the_forms_newspapers_print(written: str, known: str) -> None:
    assert is_full_name_of(written, known)


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Rick Scott", "Tim Scott"),
        ("Scott Brown", "Tim Scott"),
        ("Shehbaz Sharif", "Mohammad Nawaz Sharif"),
        ("Hillary Clinton", "William Clinton"),
        ("Jane Sanders", "Bernard Sanders"),
        ("Rubio", "Marco Rubio"),
        ("", "Marco Rubio"),
    ],
)
def test_a_relative_a_namesake_and_a_lone_surname_are_not_the_full_name(
    written: str, known: str
) -> None:
    assert not is_full_name_of(written, known)


def test_a_surname_is_the_word_of_second_mention_and_not_the_first_name() -> None:
    assert is_surname_of("Van Hollen", "Chris Van Hollen")
    assert is_surname_of("Petro", "Gustavo Francisco Petro Urrego")
    assert is_surname_of("Xi", "Xi Jinping", family_first=True)
    assert not is_surname_of("Marco", "Marco Rubio")
    assert not is_surname_of("Hasina", "Jafar Hassan")


def test_what_acquits_is_looser_than_what_accuses() -> None:
    assert could_be("Marko Rubbio", "Marco Rubio")
    assert not could_be("Scott Brown", "Tim Scott")


def test_honorifics_suffixes_and_particles_are_no_part_of_a_name() -> None:
    assert parse("Sir Keir Starmer").words == ("keir", "starmer")
    assert parse("Robert P. Casey, Jr.").words == ("robert", "p", "casey")
    assert parse("Rüştü O’Hara").words == ("rustu", "ohara")


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_makes_the_comparison_of_names_fail(one: str, other: str) -> None:
    assert isinstance(fold(one), str)
    assert is_full_name_of(one, other) in (True, False)
    assert is_surname_of(one, other) in (True, False)
    assert could_be(one, other) in (True, False)
