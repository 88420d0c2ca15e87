"""Who speaks: named in the middle of a sentence, below a quotation, or by the label of a turn."""

from __future__ import annotations

import pytest

from tests.claim_articles import claims_of, of, spoken, stated
from verify.claims.turns import SPEAKER, turns

INTERVIEW = """The firm appointed Ann Lee in May. We asked her about its plans.

Q: How was the first day?

A: It rained all day. I had lunch with 40 drivers.

Q: And what are your plans?

A: We are building a depot in Leeds.

The depot has cost £4m so far.

Q: Where did you grow up?

A: I grew up in Kent.

The firm has 900 drivers.
"""
TRANSCRIPT = """Mayor Tom Obi spoke to our reporter Ann Lee about the flood.

Lee: Mayor, how many houses were damaged?

Obi: The flood damaged 300 houses. Two schools are closed.

LEE: The council had a plan for this.

Lee: Why did it fail?

Obi: It did not fail. We moved 900 people in a night.

The mayor was elected in 2019.
"""


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        ("The bridge, says Ann Lee, needs repair.", "Ann Lee", "The bridge needs repair."),
        ("The bridge, Ann Lee says, needs repair.", "Ann Lee", "The bridge needs repair."),
        (
            "The new terminal, said Mark Obi, the port's chief executive, cost £40m.",
            "Mark Obi",
            "The new terminal cost £40m.",
        ),
        (
            "The river, residents told reporters on Monday, rose by two metres.",
            "residents",
            "The river rose by two metres.",
        ),
        (
            "It was, said Ann Lee, the worst flood in years.",
            "Ann Lee",
            "It was the worst flood in years.",
        ),
        (
            "A good bell, Ann Voss insists, has five notes, and a bad bell has six.",
            "Ann Voss",
            "A good bell has five notes, and a bad bell has six.",
        ),
        (
            "The mayor's plan, the bank said, cost the town “a fortune”.",
            "the bank",
            "The mayor's plan cost the town “a fortune”.",
        ),
    ],
)
def test_speaker_between_subject_and_verb(sentence: str, speaker: str, content: str) -> None:
    assert spoken(sentence) == {content: speaker}
    saying = f" that {content[0].lower()}{content[1:]}"
    whole = [c for c in stated(sentence) if c.endswith(saying)]
    assert [c.casefold().startswith(speaker.casefold()) for c in whole] == [True]


def test_what_describes_the_speaker_is_the_speakers() -> None:
    found = stated("The bridge, says Ann Lee, an engineer at the council, needs repair.")
    assert "Ann Lee is an engineer at the council." in found
    assert not any("Ann Lee is the bridge" in c or "bridge says" in c for c in found)


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "The engineer, added to the team in May, left.",
            ["The engineer was added to the team in May.", "The engineer left."],
        ),
        (
            "Ann Lee, who chairs the board, said nothing.",
            ["Ann Lee chairs the board.", "Ann Lee said nothing."],
        ),
    ],
)
def test_participles_and_relatives_between_commas_are_no_speakers(
    sentence: str, claims: list[str]
) -> None:
    assert stated(sentence) == claims


@pytest.mark.parametrize("end", [",", ", ", ", says Ann Lee,", "—", ""])
def test_a_sentence_that_breaks_off(end: str) -> None:
    text = f"The bridge, says Ann Lee, an engineer{end}"
    assert all(text[c.start : c.end] == c.quote for c in claims_of(text))


def test_words_and_offsets_stay_where_they_are() -> None:
    text = "The bridge, says Ann Lee, an engineer, needs repair."
    for claim in claims_of(text):
        assert text[claim.start : claim.end] == claim.quote


def test_who_replies_speaks_and_not_who_asked() -> None:
    found = of("When reporters asked Tom Obi about the delay, Ann Lee replied, “We had no money.”")
    assert [c.attribution.speaker for c in found if c.attribution] == ["Ann Lee"]


@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_name_behind_a_dash_signs_the_quotation(between: str) -> None:
    found = of(f"“The show was great. We were given nuts.”{between}— Ann Lee\n\nIt seats 400.")
    assert [(c.text, c.attribution and c.attribution.speaker) for c in found[:1]] == [
        ("“The show was great. We were given nuts.”", "Ann Lee")
    ]
    assert not any("—" in c.text or c.text.startswith("Ann") for c in found)


def test_remark_behind_a_dash_is_no_signature() -> None:
    found = of("“The show was great.” — The Mail did not agree with that.\n\nIt seats 400 people.")
    assert not any(c.attribution for c in found)


def test_answers_have_no_label_and_an_open_speaker() -> None:
    found = {c.text: c for c in claims_of(INTERVIEW)}
    assert SPEAKER in found["It rained all day."].unresolved
    assert SPEAKER in found["The depot has cost £4m so far."].unresolved
    assert "How was the first day?" in found
    assert SPEAKER not in found["The firm has 900 drivers."].unresolved
    assert SPEAKER not in found["The firm appointed Ann Lee in May."].unresolved


def test_names_before_a_colon_speak_in_a_transcript() -> None:
    said = {c.text: c.attribution.speaker for c in claims_of(TRANSCRIPT) if c.attribution}
    assert said["The flood damaged 300 houses."] == "Tom Obi"
    assert said["Two schools are closed."] == "Tom Obi"
    assert said["We moved 900 people in a night."] == "Tom Obi"
    assert "Tom Obi was elected in 2019." not in said


def test_labels_with_the_whole_name() -> None:
    text = (
        TRANSCRIPT.replace("Mayor Tom", "When Tom")
        .replace("Obi:", "TOM OBI:")
        .replace("Lee:", "Ann Lee:")
        .replace("LEE", "ANN")
    )
    assert {t.speaker for t in turns(text)} == {"Tom Obi", "Ann Lee"}


@pytest.mark.parametrize(
    "text",
    [
        "Pros: It is bright.\n\nCons: It is dear.\n\nPros: It is light.\n\nCons: It is slow.",
        "New Release: a lamp\n\nBest Price: a sofa\n\nNew Release: a bed\n\nBest Price: a bowl",
        "Date: 3 May\n\nPlace: Kent\n\nCost: £9",
        "Q: Who pays? The council pays.",
    ],
)
def test_captions_are_no_turns(text: str) -> None:
    assert turns(text) == ()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The council closed the baths. It made sense that it sold them.", "It made sense"),
        ("The firm shut two mills. Why does it seem that nobody cared?", "does it seem"),
        ("The mayor shut the baths. Why is it that towns build pools?", "is it that"),
    ],
)
def test_it_that_stands_for_what_follows(text: str, kept: str) -> None:
    assert any(kept in c for c in stated(text))


def test_lines_of_a_list_are_no_one_sentence() -> None:
    found = stated(
        "The plan has three steps\nEngineers will look at every bridge in the county by May\n"
        "The council closed the oldest of nine ferries in March\n"
        "Lorries have paid a toll of nine euros at the gate since June"
    )
    assert "The council closed the oldest of nine ferries in March." in found


def test_blank_line_inside_a_sentence() -> None:
    found = stated("The town gave the firm an\n\nexpensive plot of land. It measures 3 hectares.")
    assert "The town gave the firm an expensive plot of land." in found


def test_names_that_begin_with_a_small_letter() -> None:
    found = stated("About eStore\neStore sells lamps. iPhone sales rose by 3%.")
    assert found == ["About eStore", "eStore sells lamps.", "iPhone sales rose by 3%."]


def test_what_is_found_is_no_statement() -> None:
    assert spoken("Divers found it at the moment that the tide turned.") == {}


def test_source_within_a_relative_clause_vouches_for_that_clause_alone() -> None:
    text = "The council sold a bridge which, according to the police, carries 900 lorries a day."
    assert [(c.text, c.attribution) for c in of(text)] == [(text, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "According to the police, the bridge carries 900 lorries.",
        "The bridge, which, according to the police, carries 900 lorries, is shut.",
    ],
)
def test_source_of_a_clause_that_stands_alone(sentence: str) -> None:
    assert spoken(sentence) == {"The bridge carries 900 lorries.": "the police"}


@pytest.mark.parametrize("end", [("union says", "union"), ("say workers", "workers")])
def test_who_speaks_last_says_what_is_behind_the_semicolon(end: tuple[str, str]) -> None:
    headline = f"Ferry sinks off Crete; owner skipped safety checks, {end[0]}"
    found = claims_of(f"{headline}\n\nIt rained in Varna.", title=headline)
    said = {c.text: c.attribution.speaker for c in found if c.attribution}
    assert said == {"Owner skipped safety checks.": end[1]}
    assert "Ferry sinks off Crete." in [c.text for c in found]


def test_headline_without_a_verb_before_the_semicolon_stays_whole() -> None:
    headline = "Nine dead in blaze at mill; owner ignored two warnings, say workers"
    found = claims_of(f"{headline}\n\nIt rained in Varna.", title=headline)
    assert [(c.text, c.attribution) for c in found[:1]] == [(f"{headline}.", None)]


def test_semicolon_within_a_quotation_parts_nothing() -> None:
    found = spoken("“The mill is old; the bridge is new,” said Ann Lee.")
    assert found == {"“The mill is old; the bridge is new,” said Ann Lee.": "Ann Lee"}


def test_words_that_go_on_behind_who_speaks_are_no_part_of_the_name() -> None:
    found = of(
        "He was lying under a table, said Ann Lee, the nurse who found him, “and humming, so that"
        " somebody would come”."
    )
    content = "He was lying under a table “and humming, so that somebody would come”."
    assert {c.attribution.speaker: c.text for c in found if c.attribution} == {"Ann Lee": content}
    assert not any("“" in c.text.split(" said ")[0] for c in found if " said " in c.text)


@pytest.mark.parametrize(
    "who", ["Not everyone thinks", "Few believe", "Nobody says", "No minister has said"]
)
def test_what_nobody_says_is_not_stated(who: str) -> None:
    sentence = f"{who} that the bridge was closed in May."
    assert [(c.text, c.attribution) for c in of(sentence)] == [(sentence, None)]


@pytest.mark.parametrize("who", ["A few doctors", "No fewer than 40 doctors", "No 10"])
def test_what_some_say_is_stated(who: str) -> None:
    assert spoken(f"{who} said that the bridge was closed in May.") == {
        "The bridge was closed in May.": who
    }


@pytest.mark.parametrize("speaks", ["Ann Lee said", "said Ann Lee"])
@pytest.mark.parametrize(
    "second", ["which is that the pump stands still.", "because the roof had fallen in."]
)
def test_second_half_of_a_quotation_is_no_claim_of_its_own(speaks: str, second: str) -> None:
    sentence = f"“I tell them the truth,” {speaks}, “{second}”"
    assert spoken(sentence) == {sentence: "Ann Lee"}
    assert stated(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "The town sold nine parks to a firm in Leeds, an inquiry by the auditor has found,"
            " while closing two libraries.",
            "The town sold nine parks to a firm in Leeds while closing two libraries.",
        ),
        (
            "The clinic lost 300 records in March, an inquiry by the auditor has found, leaving"
            " two patients without treatment.",
            "The clinic left two patients without treatment.",
        ),
        (
            "The mill was shut in May, an inquiry by the auditor has found.",
            "The mill was shut in May.",
        ),
    ],
)
def test_clause_goes_on_behind_who_has_found_it(sentence: str, said: str) -> None:
    assert spoken(sentence)[said].lower() == "an inquiry by the auditor"
    assert not any(c.text.startswith("An inquiry") and "found," in c.text for c in of(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The town sold nine parks, Ann Lee has said, leaving the hall.",
        "The town sold nine parks, the Post has learned, but kept the hall.",
    ],
)
def test_what_may_be_done_by_who_speaks_stays_whole(sentence: str) -> None:
    assert stated(sentence) == [sentence]


def test_what_finders_do_is_theirs() -> None:
    found = stated("The town sold nine parks in May, auditors have found, citing two letters.")
    assert "The town cited two letters." not in found


def test_found_is_no_word_of_saying_where_a_thing_is_found() -> None:
    assert spoken("Fever is caused by a germ, a germ usually found in fleas.") == {}
