"""What `and` joins, wherever the parser hangs it; what several do together; ends of nouns."""

from __future__ import annotations

import pytest

from tests.claim_articles import stated


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Tom Roe was the first man to swim the strait and the youngest mayor of Dover.",
            [
                "Tom Roe was the first man to swim the strait.",
                "Tom Roe was the youngest mayor of Dover.",
            ],
        ),
        (
            "Mair Pugh's father was Tamil and her mother was Burgher.",
            ["Mair Pugh's father was Tamil.", "Mair Pugh's mother was Burgher."],
        ),
        (
            "Anna Roe is a novelist known as the founder, drummer, and main lyricist of Stour.",
            [
                "Anna Roe is a novelist.",
                "Anna Roe is known as the founder of Stour.",
                "Anna Roe is known as the drummer of Stour.",
                "Anna Roe is known as the main lyricist of Stour.",
            ],
        ),
        # no article for all: what stands before is so of nothing in particular
        (
            "Anna Roe is a dancer, drummer and founder of Stour.",
            [
                "Anna Roe is a dancer.",
                "Anna Roe is a drummer.",
                "Anna Roe is a founder of Stour.",
            ],
        ),
        (
            "Tom Voss took his law degree from the Kent College in Dover and his Masters in Law"
            " from Leeds University.",
            [
                "Tom Voss took his law degree from the Kent College in Dover.",
                "Tom Voss took his Masters in Law from Leeds University.",
            ],
        ),
        (
            "Mair Pugh has a doctorate in physics from the Hale Institute and B.A. and M.A."
            " degrees in music from Dover University.",
            [
                "Mair Pugh has a doctorate in physics from the Hale Institute.",
                "Mair Pugh has B.A. and M.A. degrees in music from Dover University.",
            ],
        ),
        (
            "Tom Roe was known as a keen builder, restoring barns and mills throughout Kent, as"
            " well as running a smithy.",
            [
                "Tom Roe was known as a keen builder.",
                "Tom Roe restored barns throughout Kent.",
                "Tom Roe restored mills throughout Kent.",
                "Tom Roe ran a smithy.",
            ],
        ),
        (
            "Tom Roe was seized by rebels and beaten for refusing to sing.",
            ["Tom Roe was seized by rebels.", "Tom Roe was beaten for refusing to sing."],
        ),
        (
            "Mair Pugh was taught and coached by her aunt.",
            ["Mair Pugh was taught by her aunt.", "Mair Pugh was coached by her aunt."],
        ),
        # the one who treated her did not shoot her
        (
            "Mair Pugh was shot and treated by a vet.",
            ["Mair Pugh was shot.", "Mair Pugh was treated by a vet."],
        ),
    ],
)
def test_what_and_joins_further_up(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Farming and trade go hand in hand in Kent.",
        "Tom Roe and Mair Pugh walked arm in arm to the chapel.",
        "The firm mainly exports tea and rubber to Spain.",
        "Tom Roe was a scholar of the Welsh language and literature.",
        "Tom Roe acted in many Welsh and a few Irish plays.",
        "Mair Pugh has sung in several German and a few Danish, Swedish and Finnish operas.",
        "In March, Tom Roe was sentenced to six and a half years in prison for manslaughter.",
        "Tom Roe was awarded a knighthood in 2004 for his services to sport.",
        "The band pioneered a fusion of rock and roll and Latin American jazz.",
        "Tom Roe plays for Luton on loan from Millwall.",
    ],
)
def test_what_says_something_together_only(text: str) -> None:
    assert stated(text) == [text]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Tom Roe mainly sold boats, and he bred horses and dogs.",
            ["Tom Roe mainly sold boats.", "Tom Roe bred horses.", "Tom Roe bred dogs."],
        ),
        (
            "The museum promotes Welsh history and dances.",
            ["The museum promotes Welsh history.", "The museum promotes dances."],
        ),
        (
            "Tom Roe and Mair Pugh walked to the chapel.",
            ["Tom Roe walked to the chapel.", "Mair Pugh walked to the chapel."],
        ),
    ],
)
def test_what_each_does_alone(text: str, claims: list[str]) -> None:
    assert stated(text) == claims
