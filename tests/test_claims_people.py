"""Titles that several share, peoples' names at a sentence's start, parties, loose references."""

from __future__ import annotations

import pytest

from tests.claim_articles import claims_of, of, stated, texts_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "South Ruritanian President Jane Roe praised the deal.",
            ["Jane Roe is the South Ruritanian President.", "Jane Roe praised the deal."],
        ),
        (
            "North Korean leader Kim Jong Un left the talks.",
            ["Kim Jong Un is the North Korean leader.", "Kim Jong Un left the talks."],
        ),
        (
            "German Chancellor Hans Roe travelled to Paris.",
            ["Hans Roe is the German Chancellor.", "Hans Roe travelled to Paris."],
        ),
        (
            "Senators Jane Roe, Mark Poe and Paul Doe voted against the bill.",
            [
                "Jane Roe is a Senator.",
                "Mark Poe is a Senator.",
                "Paul Doe is a Senator.",
                "Jane Roe voted against the bill.",
                "Mark Poe voted against the bill.",
                "Paul Doe voted against the bill.",
            ],
        ),
        (
            "Secretary of State Jane Roe met Ruritanian Minister of Defence Paul Doe in May."
            " Doe thanked Roe.",
            [
                "Jane Roe is the Secretary of State.",
                "Jane Roe met Paul Doe in May.",
                "Paul Doe is the Ruritanian Minister of Defence.",
                "Paul Doe thanked Jane Roe.",
            ],
        ),
        (
            "Former British Prime Minister John Roe and the Canadian Prime Minister, Mark Poe,"
            " sent messages.",
            [
                "John Roe is a Former British Prime Minister.",
                "John Roe sent messages.",
                "The Canadian Prime Minister Mark Poe sent messages.",
            ],
        ),
    ],
)
def test_titles_go_to_everybody_who_bears_them(text: str, expected: list[str]) -> None:
    assert texts_of(text) == expected


def test_a_description_of_all_is_nobodys_alone() -> None:
    found = texts_of("Jane Roe, Mark Poe and Paul Doe, all lawyers from Ohio, met on Monday.")
    assert "Jane Roe, Mark Poe and Paul Doe are all lawyers from Ohio." in found
    assert not [t for t in found if t.startswith("Jane Roe is")]


def test_a_state_and_a_party_are_nobodys_name() -> None:
    found = texts_of(
        "Sen. Mark Roe, the Virginia Democrat who chairs the panel, welcomed Anne Poe on Monday."
        " The Virginia Democrat thanked her."
    )
    assert not [t for t in found if "thanked Virginia Democrat" in t]
    assert not [t for t in found if "Virginia Democrat thanked Virginia" in t]


def test_a_which_clause_tells_of_what_is_new() -> None:
    found = texts_of("The council approved a tram line to the port, which cost 240 million euros.")
    assert "A tram line cost 240 million euros." in found
    assert not [t for t in found if t.startswith("The port")]


def test_what_it_is_done_to_is_left_open_rather_than_guessed() -> None:
    backed = next(
        c
        for c in claims_of("The council approved a tram line to the port. The Greens backed it.")
        if "backed" in c.text
    )
    assert backed.text == "The Greens backed it."
    assert "it" in backed.unresolved


def test_a_quotation_that_goes_on_over_sentences_is_one_claim() -> None:
    text = 'Jane Roe, via USA Today, said the plan "was fair. We lost the vote. That is all."'
    (claim,) = claims_of(text)
    assert claim.text == text
    assert claim.attribution is not None
    assert claim.unresolved == ()


def test_a_participle_that_could_be_of_either_is_not_claimed_of_the_subject() -> None:
    found = texts_of("Ruritania seized control of the valleys, seen as parts of it, in the war.")
    assert not [t for t in found if t.startswith("Ruritania was seen")]


def test_a_headline_of_two_halves_stays_whole() -> None:
    title = "Two dead in port fire as Salis approves tram"
    assert texts_of(f"{title}\n\nTwo people died in a fire on Monday.")[0] == title


OPEN = [
    ("The town would like a pool at Marsh Lane, though Ann Voss put no price on it.", "it"),
    ("The first Red Hen opened in Kent in 2009. Its walls were blue.", "Its"),
    (
        "Bakers were wary of the chain, but it gave many villages their first café. They miss it.",
        "They",
    ),
    ("Four were old, and two were found on Mill Lane, the only way to their farm.", "their"),
    (
        "The dam fell on Friday, when the council signed a treaty in Bern. It ends a long dispute.",
        "It",
    ),
    ("The Rowers' Guild backed the plan. For the harbour it is a moment of triumph.", "it"),
    ("Two earlier cabinets had signed papers. On the island they are keeping the boats.", "they"),
    ("Tom Hale KC praised his client as a careful man. The older men did not help him.", "him"),
    (
        "Paul Brandt freed the money. He extended Carl Voss's bail over the protest of the Crown,"
        " which had called him a risk.",
        "him",
    ),
    ("The panel found that it had leaked through a cracked pipe.", "it"),
    ("The ministry refused the claim because it was late.", "it"),
    ("Residents blocked the lorries. They were towed away by noon.", "They"),
    ("The council sold the depot to a rival. It will reopen in May.", "It"),
    ("The report praised the mill. Its chairman left in May.", "Its"),
    ("Maria Lund told Anna Voss that she must leave.", "she"),
    ("The thief took a van from the yard while it was being mended.", "it"),
    ("The airline blamed the airport, saying it had lost the bags.", "it"),
    ("The bank fined the dealer over its records.", "its"),
    ("The therapist saw a lamp. It was green.", "It"),
    ("The mill sued a rival that had copied its sign.", "its"),
    ("Its old clock will go to the museum, which asked for it in May.", "it"),
]


@pytest.mark.parametrize(("text", "pronoun"), OPEN)
def test_a_pronoun_that_two_fit_is_left_open(text: str, pronoun: str) -> None:
    last = of(text)[-1]
    assert pronoun.lower() in last.text.lower().replace(",", "").replace(".", "").split()
    assert pronoun in last.unresolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The town would like to move, though Ann Voss put no price on it.",
            "Ann Voss put no price on the town.",
        ),
        (
            "The first bridge opened in 2009. Its piers were blue.",
            "The first bridge's piers were blue.",
        ),
        ("The dam fell when a lorry hit it. It will be rebuilt.", "The dam will be rebuilt."),
        ("The ruling came on Monday. It is a blow to bakers.", "The ruling is a blow to bakers."),
        ("The twins moved to Kent. In May they opened a shop.", "In May the twins opened a shop."),
        (
            "Tom Hale KC lost the case. The jury did not believe him.",
            "The jury did not believe Tom Hale KC.",
        ),
        (
            "Ann Voss bought a lift that had lost its cover.",
            "Ann Voss bought a lift that had lost the lift's cover.",
        ),
        ("The mill closed because it was old.", "The mill was old."),
        ("Residents had come by noon. They were soaked.", "Residents were soaked."),
        (
            "The council sold the depot to a rival. It told staff about the sale.",
            "The council told staff about the sale.",
        ),
        ("The bank grew. Its chairman left in May.", "The bank's chairman left in May."),
        ("Maria Lund told Paul Voss that she was hired.", "Maria Lund was hired."),
        ("The bank moved the fund to its office.", "The bank moved the fund to the bank's office."),
        ("The twist came late. It was odd.", "The twist was odd."),
        ("The airline left in May, saying it had lost money.", "The airline had lost money."),
        ("The firm said that it had leaked the list.", "The firm had leaked the list."),
    ],
)
def test_a_pronoun_that_one_fits_is_put_in_words(text: str, expected: str) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It is too dear,” said Tom Hale, a broker at Velmo Capital, who also thought the price"
            " would fall.",
            "Tom Hale also thought the price would fall.",
        ),
        (
            "The state granted a loan on next year's taxes, which officials had called a bridge.",
            "Officials had called a loan a bridge.",
        ),
        (
            "The mill sued Velmo Timber, which has doubled its prices.",
            "Velmo Timber has doubled its prices.",
        ),
    ],
)
def test_what_a_clause_after_a_comma_describes(text: str, expected: str) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "The cut was forced on the town by the cost of timber, which has eaten into its budget.",
        "The reason is cold air drifting off Iceland, which lies on the sea like a lid.",
    ],
)
def test_a_clause_that_two_nouns_fit_is_told_of_neither(text: str) -> None:
    assert stated(text) == [text]


def test_no_name_is_completed_inside_the_name_of_a_thing() -> None:
    found = stated("Huw Garth cooks. Garth won fame with Garth's Kitchen, a show for families.")
    assert "Huw Garth won fame with Garth's Kitchen." in found
    assert "Garth's Kitchen is a show for families." in found
    found = stated("Huw Garth cooks. Guests praised Garth's kitchen, a bright room in Kent.")
    assert any("Huw Garth's kitchen" in t for t in found)


def test_whoever_has_an_age_is_a_person() -> None:
    found = stated("Founded in 1987 by ten men who walked for a week, it had no home.")
    assert not [t for t in found if t.startswith("Who ")]
    found = of("Aoife Marden swims. Marden, 26, gave the sample in May. It showed a trace of lead.")
    assert any(c.text == "Aoife Marden is aged 26." for c in found)
    assert found[-1].text == "It showed a trace of lead."
    assert found[-1].unresolved == ("It",)
