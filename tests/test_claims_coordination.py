"""What `and` joins: two clauses, two verbs, two titles of one person, lists that stay together."""

from __future__ import annotations

import pytest

from tests.claim_articles import claims_of, texts_of


def stated(text: str) -> list[str]:
    """The claims of sentences that are not the first of their article."""
    return [c for c in texts_of(f"It rained in Varna.\n\n{text}") if "rained" not in c]


@pytest.mark.parametrize(
    ("text", "claims", "never"),
    [
        (
            "Oslo hosts Turin and Genoa visits Porto on Sunday.",
            ["Oslo hosts Turin.", "Genoa visits Porto on Sunday."],
            "Turin visits",
        ),
        (
            "The cuts mean that schools will lose teachers and libraries will close.",
            ["The cuts mean that schools will lose teachers and libraries will close."],
            "teachers will close",
        ),
        (
            "Mara Lind closed the shop and rang Voss.",
            ["Mara Lind closed the shop.", "Mara Lind rang Voss."],
            "closed rang",
        ),
        (
            "The stock slumped 2%, but recovered those losses and was last trading up 1%.",
            ["The stock slumped 2%."],
            "those was",
        ),
        (
            "She sold the house, moved to Kent and, in 2012, opened a school.",
            ["She sold the house.", "She moved to Kent and, in 2012, opened a school."],
            "house opened",
        ),
        (
            "The club ended Kent's cup hopes in the second round.",
            ["The club ended Kent's cup hopes in the second round."],
            "Kent's cup.",
        ),
        (
            "The fund is, in truth, losing money.",
            ["The fund is, in truth, losing money."],
            "truth.",
        ),
    ],
)
def test_each_verb_keeps_its_own_subject_and_object(
    text: str, claims: list[str], never: str
) -> None:
    found = stated(text)
    for claim in claims:
        assert claim in found
    assert not any(never in t for t in found)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Moss threw for two goals and ran for another.", "ran for another"),
        ("She drew praise and scorn in equal measure.", "She scorn"),
        ("The Post reported that 28 people were quarantined, and displayed no signs.", "Post disp"),
    ],
)
def test_a_second_verb_that_says_nothing_alone_stays_with_the_first(text: str, never: str) -> None:
    found = stated(text)
    assert text in found
    assert not any(t != text and never in t for t in found)


def test_a_bank_names_somebody_and_an_order_does_not() -> None:
    found = stated("Orrbank said the order favoured lenders and identified Lens as its target.")
    assert "Orrbank identified Lens as its target." in found
    assert not any(t.startswith("The order identified") for t in found)


def test_what_a_paper_reports_is_past_and_what_it_does_is_not() -> None:
    found = claims_of(
        "It rained.\n\nThe Post reports that 28 people were held, and gave no reasons."
    )
    assert not any("Post gave" in c.text for c in found)
    assert any("people were held" in c.text and c.attribution for c in found)


def test_a_clause_with_when_goes_on_behind_its_comma() -> None:
    found = stated(
        "Since 1989, when it crushed the revolt that began in Varna, and witnessed the fall of the"
        " junta, Sudovia has banned all parties."
    )
    assert "Since 1989 Sudovia has banned all parties." in found
    assert not any("Since 1989 and" in t for t in found)


@pytest.mark.parametrize(
    ("text", "claims", "never"),
    [
        (
            "He met actor and alleged smuggler Tom Voss at the port.",
            ["He met Tom Voss at the port.", "Tom Voss is an actor and alleged smuggler."],
            "He met actor",
        ),
        (
            "In a talk about his friendship with broker and alleged thief Tom Voss, Radio Kent's"
            " Ann Lind did well.",
            ["Tom Voss is a broker and alleged thief."],
            "broker and Tom",
        ),
        (
            "She praised the actor and director Tom Voss.",
            ["She praised the actor and director Tom Voss."],
            "praised the actor.",
        ),
        (
            "The founder and head of the firm, Ann Moss, left.",
            ["Ann Moss is the founder and head of the firm.", "Ann Moss left."],
            "Head Ann",
        ),
        (
            "French duo Paul Marchand and Nicolas Roux won the cup.",
            [],
            "is a French duo",
        ),
    ],
)
def test_two_titles_of_one_person(text: str, claims: list[str], never: str) -> None:
    found = stated(text)
    for claim in claims:
        assert claim in found
    assert not any(never in t for t in found)


@pytest.mark.parametrize(
    "text",
    [
        "The slogan drew a mix of scorn and praise.",
        "He spent most of his days and nights asleep.",
        "They plan to hire 200 clerks and open offices in Lens and Tarn.",
        "The council cut grants and plans to close two libraries.",
        "The army shelled the port and, residents say, a hospital.",
        "Ann Moss and Tom Voss beat Lee Hale and Max Dorn in the final.",
        "Moss and Hale Ltd bought the yard for £3m.",
        "Wind power and solar made up 40% and 12% of supply.",
        "He won the cup in 2004 and the league in 2006.",
        "Kent sold Moss in May and Voss in June.",
        "The law allows police to stop cars and search homes and fines drivers who refuse.",
        "She visited Rome, Turin and, on Monday, Genoa.",
    ],
)
def test_what_is_true_of_all_together_is_not_dealt_out(text: str) -> None:
    assert stated(text) == [text]


def test_a_verb_that_looks_like_a_noun_is_no_second_object() -> None:
    found = stated("The plan, which raises fees and cuts grants, was passed in May.")
    assert "The plan raises fees and cuts grants." in found
    assert not any("raises cuts" in t for t in found)


def test_lists_that_are_plain_are_dealt_out() -> None:
    assert stated("The team included a cook, two drivers and a nurse.") == [
        "The team included a cook.",
        "The team included two drivers.",
        "The team included a nurse.",
    ]
    assert "High winds closed the port." in stated("Rain and high winds closed the port.")
    found = stated("They saw his cautious and angry replies as a sign.")
    assert not any(t.startswith("They saw angry") for t in found)


def test_examples_that_own_something_unsaid_stay() -> None:
    found = stated("Signs can range from coughs and colds to serious troubles such as Moss's.")
    assert not any("to Moss's" in t for t in found)


def test_one_university_is_no_person() -> None:
    found = stated("Voss is a chemist at the Arden Institute in Kent, Ohio, and Lens University.")
    assert "Voss is a chemist at the Arden Institute in Kent, Ohio." in found
    assert "Voss is a chemist at Lens University." in found


def test_scores_stay_with_their_game() -> None:
    text = (
        "Ann Moss came through after Tom Voss edged Lee Hale 7-6 (5), 7-6 (7) and Max Dorn beat Jim"
        " Orr 7-6 (6), 6-3."
    )
    assert any("edged Lee Hale 7-6 (5), 7-6 (7)" in t for t in stated(text))
    assert not any(t.endswith("7-6 (5).") for t in stated(text))
    text = "Sudovia got past Orland 3-0 in Group C, with Ann Moss beating Lee Hale 6-4, 6-3."
    assert not any("got 3-0" in t for t in stated(text))
    text = "The Owls (9-1, 6-1) play on Saturday against the Bears (2-8, 0-7)."
    assert not any("Saturday (2-8" in t for t in stated(text))


def test_what_two_did_is_the_result_of_both() -> None:
    found = stated("Moss and Voss won the last race, giving Kent a point.")
    assert not any(t.startswith(("Moss gave", "Voss gave")) for t in found)


def test_what_several_did_to_so_many_was_done_by_all_of_them() -> None:
    text = "In total, the floods and landslides killed at least 3,185 people in Norda."
    assert stated(text) == [text]
    assert stated("Ann Moss and Tom Voss won.") == ["Ann Moss won.", "Tom Voss won."]


def test_two_names_of_one_thing_are_no_list() -> None:
    assert stated("Another name for the game is Tigers and Oxen.") == [
        "Another name for the game is Tigers and Oxen."
    ]
    found = stated("Moss is a singer and a dancer.")
    assert found == ["Moss is a singer.", "Moss is a dancer."]


def test_clauses_without_an_object_are_a_claim_each() -> None:
    assert stated("The mill closed, the dam burst and the road sank.") == [
        "The mill closed.",
        "The dam burst.",
        "The road sank.",
    ]
    assert not any("burst." in t and "closed" in t for t in stated(
        "In Norda, the mill closed, the dam burst and the road sank."
    ))  # fmt: skip
    whole = "The higher prices rise, the fewer goods people buy and the less money shops make."
    assert "The higher prices rise." not in stated(whole)


@pytest.mark.parametrize(
    "text",
    [
        "Roe was fined in May and again in June.",
        "The mill closed in 2010 and again in 2014.",
        "The town was flooded in 1953 and once more in 1978.",
        "Roe was elected mayor in 2008, and again in 2012.",
        "The bank failed in 2008 and again two years later.",
        "Voss led the club from 1990 to 1994 and again from 2001 to 2005.",
        "The bridge was closed on Monday and twice on Friday.",
        "The ferry sank off Kent and later off Wales.",
        "Roe was fined in May and never again.",
    ],
)
def test_an_adverb_after_and_goes_with_the_phrase_behind_it(text: str) -> None:
    assert stated(text) == [text]


def test_again_before_a_verb_goes_with_the_verb() -> None:
    assert stated("Roe fell ill in May and again in June lost the seat.") == [
        "Roe fell ill in May.",
        "Roe again lost the seat in June.",
    ]
    assert "Roe resigned." in stated("Roe was fined in May and again in June, and resigned.")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Ann Roe, whose brother worked there and who owns the mill, resigned.",
            ["Ann Roe's brother worked there.", "Ann Roe owns the mill.", "Ann Roe resigned."],
        ),
        (
            "Ann Roe, whose brother worked there, and who owns the mill, resigned.",
            ["Ann Roe's brother worked there.", "Ann Roe owns the mill.", "Ann Roe resigned."],
        ),
        (
            "Tom Voss, who lives in Kent and whose wife is a judge, was fined.",
            ["Tom Voss lives in Kent.", "Tom Voss's wife is a judge.", "Tom Voss was fined."],
        ),
        (
            "Ann Roe, who owns the mill and whom the council fined in May, resigned.",
            ["Ann Roe owns the mill.", "The council fined Ann Roe in May.", "Ann Roe resigned."],
        ),
        (
            "The mill, whose roof fell in and which was sold in May, reopened.",
            ["The mill's roof fell in.", "The mill was sold in May.", "The mill reopened."],
        ),
        (
            "Ann Roe, whose brother worked there and owns the mill, resigned.",
            ["Ann Roe's brother worked there.", "Ann Roe's brother owns the mill.",
             "Ann Roe resigned."],
        ),
        (
            "Ann Roe, whose brother owns a firm which built the dam and who runs the mill,"
            " resigned.",
            ["Ann Roe's brother owns a firm which built the dam.", "Ann Roe runs the mill.",
             "Ann Roe resigned."],
        ),
        (
            "Ann Roe, who was born in Kent, whose father was a miner and who owns the mill, left.",
            ["Ann Roe was born in Kent.", "Ann Roe's father was a miner.",
             "Ann Roe owns the mill.", "Ann Roe left."],
        ),
        (
            "The man who robbed the bank and whose car was found in Kent was held.",
            ["The man who robbed the bank and whose car was found in Kent was held."],
        ),
    ],
)  # fmt: skip
def test_clauses_with_who_and_whose_describe_the_same_noun(text: str, claims: list[str]) -> None:
    assert stated(text) == claims


def test_a_clause_in_a_clause_with_who_keeps_its_own_noun() -> None:
    found = stated(
        "Ann Roe, who married Tom Voss, whose father owned a mill, and who won in 2012, resigned."
    )
    assert "Ann Roe won in 2012." in found
    assert "Tom Voss's father owned a mill." in found
