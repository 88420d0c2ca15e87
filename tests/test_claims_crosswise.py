"""Two things with a phrase each, two bodies under one office, and what somebody has besides."""

from __future__ import annotations

import pytest

from tests.claim_articles import stated


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Mair Pugh has a BA in writing from Kent University and an MA from Leeds College.",
            [
                "Mair Pugh has a BA in writing from Kent University.",
                "Mair Pugh has an MA from Leeds College.",
            ],
        ),
        (
            "Mair Pugh received her bachelor's degree in law from the City College of Leeds and"
            " her Ph.D. in music from Kent University.",
            [
                "Mair Pugh received her bachelor's degree in law from the City College of Leeds.",
                "Mair Pugh received her Ph.D. in music from Kent University.",
            ],
        ),
        (
            "Tom Voss is known for his victory over Anna Lind at the Kent Open and Mair Pugh at"
            " the Leeds Cup.",
            [
                "Tom Voss is known for his victory over Anna Lind at the Kent Open.",
                "Tom Voss is known for his victory over Mair Pugh at the Leeds Cup.",
            ],
        ),
        (
            "The strike closed the port in Kent and the airport in Leeds.",
            ["The strike closed the port in Kent.", "The strike closed the airport in Leeds."],
        ),
        # the parser ties the mill to the verb
        (
            "Ann Roe ran a bakery in Leeds from 2001 and a mill in York from 2009.",
            [
                "Ann Roe ran a bakery in Leeds from 2001.",
                "Ann Roe ran a mill in York from 2009.",
            ],
        ),
        # two things of one owner
        (
            "Tom Voss is known for his work with children and his novels about the sea.",
            [
                "Tom Voss is known for his work with children.",
                "Tom Voss is known for his novels about the sea.",
            ],
        ),
        (
            "Mair Pugh is known for her habit of reading maps and her loud laugh.",
            [
                "Mair Pugh is known for her habit of reading maps.",
                "Mair Pugh is known for her loud laugh.",
            ],
        ),
        # accused of both; nobody was plotting
        (
            "His steward, Hale, was accused of theft and plotting against the duke.",
            [
                "His steward, Hale, was accused of theft.",
                "His steward, Hale, was accused of plotting against the duke.",
            ],
        ),
        (
            "Tom Voss was praised for his courage and helping others.",
            ["Tom Voss was praised for his courage.", "Tom Voss was praised for helping others."],
        ),
        (
            "Mair Pugh was elected to the council and serving her second term.",
            ["Mair Pugh was elected to the council.", "Mair Pugh was serving her second term."],
        ),
    ],
)
def test_each_thing_keeps_its_phrase(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Tom Voss is a trustee of the Kent Gallery and the Leeds Museum.",
            [
                "Tom Voss is a trustee of the Kent Gallery.",
                "Tom Voss is a trustee of the Leeds Museum.",
            ],
        ),
        (
            "Ann Roe is a member of the board and the council.",
            ["Ann Roe is a member of the board.", "Ann Roe is a member of the council."],
        ),
        (
            "Ann Roe, the founder of Norbank and the Leeds Bakery, died.",
            [
                "Ann Roe is the founder of Norbank.",
                "Ann Roe is the founder of the Leeds Bakery.",
                "Ann Roe died.",
            ],
        ),
        (
            "Tom Voss is a graduate of the University of Kent and the author of six books.",
            [
                "Tom Voss is a graduate of the University of Kent.",
                "Tom Voss is the author of six books.",
            ],
        ),
        # without an article a calling shares that of the first
        (
            "Tom Voss is a professor of history and keen cyclist.",
            ["Tom Voss is a professor of history.", "Tom Voss is a keen cyclist."],
        ),
        (
            "Ann Roe is a critic of the war and supporter of the strike.",
            ["Ann Roe is a critic of the war.", "Ann Roe is a supporter of the strike."],
        ),
        # of what both are
        (
            "Mair Pugh is the CEO and founder of Norbank.",
            ["Mair Pugh is the CEO of Norbank.", "Mair Pugh is the founder of Norbank."],
        ),
        (
            "Mair Pugh is president and chief executive of Norbank.",
            ["Mair Pugh is president of Norbank.", "Mair Pugh is chief executive of Norbank."],
        ),
        (
            "Mair Pugh is a lawyer and founder of the Norby Trust.",
            ["Mair Pugh is a lawyer.", "Mair Pugh is a founder of the Norby Trust."],
        ),
    ],
)
def test_an_office_in_two_bodies_and_two_offices_in_one(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "In addition to his work on stage, Tom Voss has made two films.",
            "Tom Voss has worked on stage.",
        ),
        (
            "In addition to his work as a vet, Tom Voss wrote two novels.",
            "Tom Voss worked as a vet.",
        ),
        ("Besides her career as a vet, Mair Pugh is a judge.", "Mair Pugh has a career as a vet."),
        ("Aside from his stage career, Tom Voss was a singer.", "Tom Voss had a stage career."),
        # what nobody has one of
        ("In addition to his radio work, Tom Voss is a painter.", ""),
        ("In addition to her writing and editing, Mair Pugh is a painter.", ""),
        ("In addition to his success in Kent, Tom Voss is a painter.", ""),
        ("In addition to the loss of her job, Mair Pugh faces a fine.", ""),
    ],
)
def test_what_somebody_has_besides(text: str, first: str) -> None:
    found = stated(text)
    assert found[:-1] == ([first] if first else [])
    assert "addition" not in found[-1]
