"""Whose words a claim is, who is meant, and what long sentences of news leave out."""

from __future__ import annotations

import pytest

from tests.claim_articles import article, claims_of, of, spoken, stated, texts_of
from verify.claims import split_sentences
from verify.claims.overlooked import after_aside
from verify.ports import Word
from verify.types import Part

# --- who said it


def test_who_was_told_something_did_not_say_it() -> None:
    said = spoken(
        "Tenants were told that the roof was safe. The union said it had been told that no jobs"
        " would go. Ann Roe was held and told that she would be charged."
    )
    assert "The roof was safe." not in said
    assert not any(speaker == "Tenants" for speaker in said.values())
    assert "No jobs would go." not in said
    assert "Ann Roe was told that she would be charged." in stated(
        "Ann Roe was held and told that she would be charged."
    )


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "The harbour will shut in May, and pilots will be paid £20 for each ship, the Ministry"
            " of Trade announced last week.",
            "the Ministry of Trade",
            "Pilots will be paid £20 for each ship.",
        ),
        (
            "A levy was passed in June but has never been raised, two clerks told Post on condition"
            " of anonymity because they feared for their jobs.",
            "two clerks",
            "A levy was passed in June.",
        ),
        (
            "Carl Voss said his brother was a proud man who had lost his farm.",
            "Carl Voss",
            "Carl Voss's brother had lost his farm.",
        ),
    ],
)
def test_the_speaker_stands_beside_what_was_said(text: str, speaker: str, said: str) -> None:
    assert spoken(text).get(said) == speaker


def test_whom_they_told_stands_right_behind_the_verb() -> None:
    found = stated(
        "A levy was passed in June but has never been raised, two clerks told Post on condition of"
        " anonymity because they feared for their jobs."
    )
    assert any(t.startswith("Two clerks told Post that a levy") for t in found)


def test_a_clause_in_another_tense_is_told_by_the_article() -> None:
    said = spoken("The minister said the mine was closed, and the town has sold the land.")
    assert "The town has sold the land." not in said
    assert "The town has sold the land." in stated(
        "The minister said the mine was closed, and the town has sold the land."
    )


def test_an_auxiliary_goes_on_with_the_verb_that_has_it() -> None:
    text = "Mr Pike has said he personally dislikes the tax but has ruled out a repeal."
    assert "Mr Pike has ruled out a repeal." in stated(text)
    assert "Mr Pike has ruled out a repeal." not in spoken(text)


def test_of_two_who_said_it_neither_is_chosen() -> None:
    said = spoken(
        "Tom Hale said ministers had promised that no farmer would lose land but that some were"
        " still in court."
    )
    assert not any(t.startswith("Some were") for t in said)


def test_what_was_alleged_is_the_clause_right_before() -> None:
    found = stated(
        "The pilot has been held, according to the harbour master, Owen Pike, who said it was not"
        " clear whether he had slept, as some sailors claimed."
    )
    assert not any("held as" in t or "held, as" in t for t in found)
    (asked,) = [t for t in found if "slept" in t]
    assert asked.endswith("as some sailors claimed.")


def test_whoever_may_have_said_it_after_a_time_stays_open() -> None:
    found = of("Shares in Dorne fell after the bank cut its rating and said it would close shops.")
    assert not any(c.attribution for c in found)
    assert "The bank cut its rating." in [c.text for c in found]
    assert not any(c.text.startswith("Shares in Dorne said") for c in found)


def test_a_relative_clause_that_tells_what_was_said_is_a_saying() -> None:
    found = of("Her uncle, the painter Giles Pike, who said the cause was a fever, left the room.")
    (said,) = [c for c in found if "fever" in c.text]
    assert said.kind == "quotation"
    assert said.checkable


def test_a_day_right_behind_the_verb_is_when_it_was_said() -> None:
    found = stated("The mill said on Monday it would shut on Friday.", published="2025-11-20")
    assert "The mill said on 17 November 2025 the mill would shut on 21 November 2025." in found


# --- verbs and their subjects


@pytest.mark.parametrize(
    ("text", "found", "never"),
    [
        (
            "The judge, Lady Moss, deferred judgment until 3 May and granted bail.",
            "Lady Moss granted bail.",
            "judge deferred",
        ),
        (
            "The Stop Our Night Tax campaign said it had won. Its head, Neil Hart, left.",
            "Neil Hart left.",
            "the Stop's",
        ),
        (
            "Owen Pike gave up a like scheme after a rich farmer, who asked to stay unknown,"
            " offered to pay the costs.",
            "A rich farmer offered to pay the costs.",
            "was offered",
        ),
        (
            "Ann Moss, who in 1971 became the first nurse to lead a mission to the coast and who"
            " later wrote three novels, has died.",
            "Ann Moss later wrote three novels.",
            "Who later",
        ),
        (
            "The voyage brought him wealth but also lasting sorrow.",
            "The voyage brought him wealth but also lasting sorrow.",
            "lasted sorrow",
        ),
        (
            "Ann Moss turned to sculpture at 50, having been asked to do so by Paul Hale.",
            "Ann Moss had been asked to do so by Paul Hale.",
            "was having",
        ),
        (
            "The board said bids would be taken until 5 May and that it expected to choose in"
            " June.",
            "The board expected to choose in June.",
            "would be expected",
        ),
        (
            "The weavers have lived in Varna for 40 years and pay road tax.",
            "The weavers pay road tax.",
            "have pay",
        ),
        (
            "Ann Moss abstained, as did the Liberal member for Dorne.",
            "Ann Moss abstained, as did the Liberal member for Dorne.",
            "Did the",
        ),
        (
            "It was the clerk's former aide, Ruth Coyle, who called the police in 2019.",
            "It was Ruth Coyle who called the police in 2019.",
            "It was Ruth Coyle.",
        ),
        (
            "Tom Hale said it was rent, rather than fear of crime, that drove most people out.",
            "Tom Hale said it was rent, rather than fear of crime, that drove most people out.",
            "said that drove",
        ),
        (
            "Tom Hale said that had it not been for Ruth Coyle, the fraud would have gone on.",
            "Tom Hale said that had it not been for Ruth Coyle, the fraud would have gone on.",
            "for Ruth Coyle.",
        ),
        (
            "The former nurse had said in March that she would not.",
            "The former nurse had said in March that she would not.",
            "in March.",
        ),
    ],
)
def test_each_verb_has_its_own_subject(text: str, found: str, never: str) -> None:
    claims = stated(text)
    assert found in claims
    assert not any(never in t for t in claims)


def words_of(text: str, rows: str) -> list[Word]:
    """The words of a text with what a parser says of each: `tag/label/head/entity`."""
    words, at = [], 0
    for said, row in zip(text.split(), rows.split(), strict=True):
        tag, dep, head, entity = row.split("/")
        at = text.index(said, at)
        words.append(Word(at, at + len(said), tag, dep, int(head), entity))
        at += len(said)
    return words


def test_the_word_behind_an_aside_is_the_verb_and_no_adjective() -> None:
    text = "The bishop , Mark Hale , blessed water until May and closed churches"
    rows = (
        "DT/det/1/ NN/nsubj/11/ ,/punct/1/ NNP/compound/4/PERSON NNP/appos/1/PERSON ,/punct/1/"
        " VBN/amod/7/ NN/appos/1/ IN/prep/7/ NNP/pobj/8/DATE CC/cc/7/ VBD/ROOT/11/ NNS/dobj/11/"
    )
    words = after_aside(text, words_of(text, rows))
    assert (words[6].dep, words[6].head, words[6].tag) == ("ROOT", 6, "VBD")
    assert (words[1].dep, words[1].head) == ("nsubj", 6)
    assert (words[7].dep, words[7].head) == ("dobj", 6)
    assert (words[11].dep, words[11].head) == ("conj", 6)


def test_a_participle_behind_an_aside_stays_one() -> None:
    text = "The bishop , Mark Hale , blessed water , closed churches"
    rows = (
        "DT/det/1/ NN/nsubj/9/ ,/punct/1/ NNP/compound/4/PERSON NNP/appos/1/PERSON ,/punct/1/"
        " VBN/amod/7/ NN/appos/1/ ,/punct/1/ VBD/ROOT/9/ NNS/dobj/9/"
    )
    words = words_of(text, rows)
    assert after_aside(text, list(words)) == words


# --- which noun is meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A search team led by the lawyer Ruth Coyle, which toured the docks, found six boats.",
            "A search team led by Ruth Coyle toured the docks.",
        ),
        (
            'Nora Bell was praised for her role as a blind miner in "Cinders," which she also'
            " directed.",
            'Nora Bell also directed "Cinders".',
        ),
        (
            "The two vice-chairs, Ann Moss and Tom Hale, left the hall.",
            "Ann Moss and Tom Hale are the two vice-chairs.",
        ),
    ],
)
def test_a_description_is_of_what_it_can_be_of(text: str, found: str) -> None:
    assert found in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "The crew had to find a way of landing the boat in the port, which took them six hours.",
        "A wave of 12 metres was seen at Dorne at 12:10, which, if confirmed, would be a record.",
        "Varna accounted for 47% of the fish, the North Coast for 18% and the South Coast for 12%.",
        "The town will pay 60 per cent of the price and the county the rest.",
        "Tom Hale spent the money on a house in Portugal, school fees and a vintage car.",
        "Not only did the drug appear to slow the disease, but it also seemed to ease pain.",
        "The town recorded 900 cases, most of them in children.",
        "Ann Moss and Tom Hale sold their boats.",
    ],
)
def test_what_hangs_together_stays_whole(text: str) -> None:
    assert stated(text) == [text]


def test_a_vote_is_not_torn_between_its_numbers() -> None:
    found = stated(
        "The assembly passed the bill by 88 votes to 31, with six abstentions, after a long night."
    )
    assert "The assembly passed the bill by 88 votes to 31." in found
    assert not any(t.startswith("The assembly passed the bill to 31") for t in found)


def test_a_claim_that_sums_up_is_not_what_the_last_noun_is() -> None:
    found = stated(
        "Ann Moss said Dorne had no quarrel with its rival, a remark that drew laughter."
    )
    assert not any("rival is" in t for t in found)


# --- references


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Dorne Group's lawyer said it had torn down the wall.",
            "The Dorne Group had torn down the wall.",
        ),
        (
            "The anglers' league said the dam would kill fish. Its chairman, Neil Hart, left.",
            "Neil Hart is the anglers' league's chairman.",
        ),
        (
            "The Free the Bay alliance said the dam would silt up. Its chairman, Jon Hart, left.",
            "Jon Hart is the Free the Bay alliance's chairman.",
        ),
        (
            "The board said the dam would kill fish. It added that birds would die.",
            "The board added that birds would die.",
        ),
        ("Ann Moss and Tom Hale said they would resign.", "Ann Moss and Tom Hale would resign."),
        ("The surgeons said they had not been asked.", "The surgeons had not been asked."),
        (
            "The ferry was old. It was licensed to carry 90 people.",
            "The ferry was licensed to carry 90 people.",
        ),
    ],
)
def test_it_and_they_are_who_can_be_meant(text: str, found: str) -> None:
    assert found in stated(text)


@pytest.mark.parametrize(
    ("text", "kept", "left"),
    [
        (
            "A ferry lies off the coast. The firm says nobody is hurt and that the crew is well. It"
            " was due in port on Monday.",
            "It was due in port",
            "It",
        ),
        (
            "Mehri Hale asked the bishop whether the hall was safe. He left the room.",
            "He left the room.",
            "He",
        ),
        (
            "Work stopped. The league had fought the dam, arguing that it would leak.",
            "It would leak.",
            "it",
        ),
        (
            "A spokesman for Ms Hale said it had been decided by others.",
            "It had been decided by others.",
            "it",
        ),
        (
            "Ann Moss and Tom Hale are friends. They met. The former did not comment.",
            "The former did not comment.",
            "The former",
        ),
    ],
)
def test_where_two_can_be_meant_nobody_is(text: str, kept: str, left: str) -> None:
    found = [c for c in of(text) if c.text.startswith(kept)]
    assert len(found) == 1
    assert left in found[0].unresolved


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Carl Voss said that neither the owner nor his agent had been found.", "Voss's agent"),
        ("Mr Voss spoke. Ann Moss once defended the senator in his fraud case.", "Voss's fraud"),
        ("Tom Hale spoke. A man in his 50s has died in Dorne.", "Hale's 50s"),
        (
            "Over 900 nurses signed a letter against the bill, while 22 doctors wrote in favour of"
            " it.",
            "favour of over",
        ),
        (
            "Nora took the prize on Tom Hale's behalf and read a note in which he gave it to all.",
            "gave the note",
        ),
    ],
)
def test_a_pronoun_is_not_somebody_further_off(text: str, never: str) -> None:
    assert not any(never.lower() in t.lower() for t in stated(text))


def test_a_name_is_not_spelt_out_twice() -> None:
    text = "Storm Ada live: thousands lose power\n\nStorm Ada struck Dorne on Friday.\n"
    assert texts_of(text)[0].startswith("Storm Ada live")


def test_a_title_of_two_words_is_no_part_of_the_name() -> None:
    found = stated(
        "Chief Executive Mark Brand left. Substitute Dan Hale scored. ABC sports editor Ann Moss"
        " wept."
    )
    assert "Mark Brand left." in found
    assert "Dan Hale scored." in found
    assert "Ann Moss is an ABC sports editor." in found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The talks were held on Monday.", "17 November 2025"),
        ("The talks were to begin again on Monday.", "24 November 2025"),
        ("The team plays in Dorne on Sunday.", "23 November 2025"),
        ("The rule, which means that schools will shut, was passed on Monday.", "17 November 2025"),
        ("Tom Hale failed to come on Monday.", "17 November 2025"),
    ],
)
def test_the_verb_tells_whether_a_day_is_past(text: str, day: str) -> None:
    assert any(day in t for t in stated(text, published="2025-11-20"))


# --- quotation marks


def test_two_single_marks_are_a_quotation_mark() -> None:
    text = (
        "It rained.\n\n‘‘The river is lost,’’ Neil Hart said. ‘‘We shall appeal.’’ Ann Moss called"
        " it a ‘‘bad day’’.\n"
    )
    found = claims_of(text)
    assert [c.attribution.speaker for c in found if c.attribution] == ["Neil Hart", "Neil Hart"]
    assert all(text[c.start : c.end] == c.quote for c in found)
    assert found[1].quote == "‘‘The river is lost,’’ Neil Hart said"
    assert found[2].quote == "‘‘We shall appeal.’’"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('Tom Hale was jailed for "insults to the crown."', '"insults to the crown'),
        ('The ruling "changes nothing at all," Ruth Coyle said.', '"changes nothing at all"'),
    ],
)
def test_what_stood_in_quotation_marks_keeps_them(text: str, kept: str) -> None:
    assert all(kept in t for t in stated(text))


# --- what is no claim, and what can be checked


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Moss",
        "By ANN MOSS in Oslo",
        "By Ann Moss and Tom Hale, health correspondents",
        "Ann Moss, political editor",
        "14:32",
        "9.05pm",
    ],
)
def test_a_line_about_who_wrote_it_or_when_states_nothing(line: str) -> None:
    text = f"Council backs bridge\n\n{line}\n\nThe council met on Monday and backed the bridge.\n"
    parts = {s.text: s.part for s in split_sentences(article(text))}
    assert parts.get(line, Part.HEADING) is Part.HEADING
    assert line not in [c.quote for c in claims_of(text)]


@pytest.mark.parametrize(
    "line", ["By Monday, all roads were shut.", "Ann Moss, the mayor, left.", "By law, he may not."]
)
def test_a_sentence_is_no_byline(line: str) -> None:
    text = f"Council backs bridge\n\nThe council met.\n\n{line}\n"
    assert [s.part for s in split_sentences(article(text)) if s.text == line] == [Part.BODY]


def test_a_place_before_a_colon_is_where_it_was_filed() -> None:
    assert stated("NEW DELHI: The court closed the road.") == ["The court closed the road."]


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("Under the agreement, Dorne will pay 60 per cent of the cost.", True),
        ("Under a deal signed in 2023, Dorne may not close shops before 2027.", True),
        ("The bridge will be 180 metres long, according to the plans.", True),
        ("Six firms have signed a contract under which they will pay £2m.", True),
        ("Under the plan, trade will grow by 5 per cent.", False),
        ("Under the deal, Dorne could pay £5m.", False),
        ("The bridge will be 180 metres long.", False),
        ("Trade will grow by 5 per cent, according to the bank.", False),
    ],
)
def test_what_a_plan_lays_down_can_be_held_against_the_plan(text: str, checkable: bool) -> None:
    found = [c for c in of(text) if c.kind != "quotation"]
    assert [c.checkable for c in found] == [checkable]


def test_whoever_says_first_says_what_follows_on_and() -> None:
    said = spoken("Ann Roe pointed out that the bridge was old and said it would close.")
    assert said["The bridge was old."] == said["It would close."] == "Ann Roe"
    said = spoken("Officials believe the bridge is old and say it will close.")
    assert said["The bridge is old."] == said["It will close."] == "Officials"


def test_what_is_warned_of_second_may_be_either() -> None:
    (found,) = [
        c
        for c in of("The report said the dam was safe and warned that it leaked.")
        if c.text.endswith("leaked.") and c.attribution
    ]
    assert found.text == "It leaked."
    assert found.unresolved == ("it",)


def test_a_quotation_that_is_resumed_is_no_part_of_how_it_was_said() -> None:
    assert stated('"I intend," Ann Roe said, smiling, "to be asleep by ten."') == [
        '"I intend," Ann Roe said, smiling, "to be asleep by ten."'
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The road is two years behind schedule because of a strike.",
            ["The road is two years behind schedule because of a strike."],
        ),
        (
            "It was Nadia Berg, a teacher at Colby College, who raised the alarm.",
            [
                "It was Nadia Berg who raised the alarm.",
                "Nadia Berg is a teacher at Colby College.",
            ],
        ),
        (
            "A deal with the National Front, which climbed to 13 seats, has been ruled out.",
            [
                "A deal with the National Front has been ruled out.",
                "The National Front climbed to 13 seats.",
            ],
        ),
        (
            "She faced a vote in the chamber, which held its first session in May.",
            ["She faced a vote in the chamber, which held its first session in May."],
        ),
    ],
)
def test_what_belongs_to_the_whole_or_to_the_name_before(text: str, claims: list[str]) -> None:
    assert stated(text) == claims
