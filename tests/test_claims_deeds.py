"""What an -ing form or a participle behind a comma tells, and of whom."""

from __future__ import annotations

import pytest

from tests.claim_articles import of, stated


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # `her` is nobody who makes: what she did makes her so.
        (
            "Ann Holm was elected in 1990, making her the first woman to hold the post.",
            ["Ann Holm was elected in 1990.", "Ann Holm became the first woman to hold the post."],
        ),
        (
            "Jan Roe sold the patent in 1990, making him a millionaire.",
            ["Jan Roe sold the patent in 1990.", "Jan Roe became a millionaire."],
        ),
        (
            "The guard said Ann Holm had won the cup, making her the youngest winner in Oslo.",
            [
                "The guard said Ann Holm had won the cup.",
                "Ann Holm had won the cup.",
                "Ann Holm became the youngest winner in Oslo.",
            ],
        ),
        # A thing can force somebody, and one may call another something.
        (
            "The injury kept Jan Roe out, forcing him to retire.",
            ["The injury kept Jan Roe out.", "The injury forced Jan Roe to retire."],
        ),
        # What somebody is held to be is not what is known for it.
        (
            "Jan Roe is considered one of the finest rowers of all time, known for his endurance.",
            [
                "Jan Roe is considered one of the finest rowers of all time.",
                "Jan Roe is known for his endurance.",
            ],
        ),
        # What is new is not every thing of its kind.
        (
            "Jan Roe set up a harsh and secretive tribunal, known as the Black Court.",
            [
                "Jan Roe set up a harsh and secretive tribunal.",
                "The Black Court was a harsh and secretive tribunal.",
            ],
        ),
        (
            "Ann Holm founded two magazines, known as the Sisters.",
            ["Ann Holm founded two magazines.", "The Sisters were two magazines."],
        ),
        (
            "The court fined a group of miners, known as the Diggers.",
            ["The court fined a group of miners.", "The Diggers were miners."],
        ),
        # The years say that it is over, and the office before the comma as what.
        (
            "Ann Holm is a former mayor of Oslo, serving from 1999 to 2007.",
            [
                "Ann Holm is a former mayor of Oslo.",
                "Ann Holm served as mayor of Oslo from 1999 to 2007.",
            ],
        ),
        (
            "Ann Holm is the current mayor of Oslo, serving since 2011.",
            [
                "Ann Holm is the current mayor of Oslo.",
                "Ann Holm has served as the mayor of Oslo since 2011.",
            ],
        ),
        (
            "Jan Roe was the mayor of Oslo, serving two terms.",
            ["Jan Roe was the mayor of Oslo.", "Jan Roe served two terms."],
        ),
        (
            "Jan Roe is a retired footballer, playing for Brann from 1990 to 1994.",
            [
                "Jan Roe is a retired footballer.",
                "Jan Roe played for Brann from 1990 to 1994.",
            ],
        ),
    ],
)
def test_of_whom_it_is_told(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        # Either of two may be the youngest.
        "Jan Roe beat Karl Holm in the final, making him the youngest winner in ten years.",
        # What makes it the largest is that it was bought.
        "The Holm Group bought Orley Mill, making it the largest miller in Norway.",
        "Jan Roe broke a leg in May, forcing him to miss the final.",
        "Ann Holm did not win the seat, making her the first mayor to lose.",
        "Ann Holm married Jan Roe in 1990, making her a countess.",
        "Jan Roe lost to Karl Holm in May, leaving him fifth in the table.",
        "Jan Roe hired a cook, known as a miser.",
        "The guards held a man, named as Jan Roe, in Oslo.",
    ],
)
def test_stays_in_its_sentence(text: str) -> None:
    assert stated(text) == [text]


def test_a_long_title_is_nobodys_words() -> None:
    text = (
        'Ann Holm wrote about her youth in two books, including "The Ash Road: A Year in the Life'
        ' of a Coal Miner and His Three Sisters" and "This Is My Town: Mines and Mills."'
    )
    assert all(c.attribution is None for c in of(text))


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("Ann Holm became one of the finest cooks of her time.", False),
        ("His patience has made him one of the most respected judges in Oslo.", False),
        ("Jan Roe is an experienced negotiator with a long record.", False),
        ("Tove Lind is a strong, physical defender with good passing abilities.", False),
        ("Her story serves as a cautionary tale about debt.", False),
        ("Her work has had a significant impact on the craft as a whole.", False),
        ("Tove Lind has made significant contributions to botany.", False),
        ("The part made Jan Roe a memorable villain.", False),
        ("Ann Holm is a multi-talented artist.", False),
        # What others hold can be looked up, and so can what is counted.
        ("Ann Holm is regarded as one of the finest cooks of her time.", True),
        ("The mill is one of the best-preserved in Norway.", True),
        ("It is one of the most expensive flats in Oslo.", True),
        ("There is a strong link to cancer.", True),
        ("Ann Holm is a strong supporter of the union.", True),
        ("The quake was a strong tremor.", True),
        ("The mayor made up the numbers in a great hall.", True),
    ],
)
def test_praise_is_no_fact(text: str, checkable: bool) -> None:
    assert of(text)[-1].checkable == checkable


def test_most_goes_for_both() -> None:
    text = "Ann Holm is one of the most respected and productive potters in Oslo."
    assert stated(text) == [text]
