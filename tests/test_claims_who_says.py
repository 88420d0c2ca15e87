"""Who says it, where the speaker stands behind what is said or in the paragraph above it."""

from __future__ import annotations

import pytest

from tests.claim_articles import of, spoken, stated, texts_of

# --- named behind what is said


@pytest.mark.parametrize(
    ("text", "speaker", "said", "told"),
    [
        (
            "The museum will reopen in June, its director, Ann Roe, announced in Paris on Monday.",
            "Ann Roe",
            "The museum will reopen in June.",
            "Ann Roe announced in Paris on Monday that the museum will reopen in June.",
        ),
        (
            "Two lorries burnt out near the docks, the fire chief, Karl Moss, confirmed last"
            " night.",
            "Karl Moss",
            "Two lorries burnt out near the docks.",
            "Karl Moss confirmed last night that two lorries burnt out near the docks.",
        ),
        (
            "The bridge will stay shut because of rust, Esther Phiri, the Minister of Works,"
            " announced in Lilongwe this morning.",
            "Esther Phiri",
            "The bridge will stay shut because of rust.",
            "Esther Phiri announced in Lilongwe this morning that the bridge will stay shut because"
            " of rust.",
        ),
    ],
)
def test_a_speaker_with_a_title_behind_what_is_said(
    text: str, speaker: str, said: str, told: str
) -> None:
    assert spoken(text).get(said) == speaker
    assert told in stated(text)
    assert not [t for t in stated(text) if " was announced" in t or " was confirmed" in t]


def test_a_work_that_was_announced_says_nothing() -> None:
    text = "The prize went to a novel, the work of a debutant, announced in Paris on Monday."
    assert not spoken(text)


def test_what_goes_on_in_the_tense_of_what_was_said_is_said_too() -> None:
    found = spoken("The ship was late, the harbour master explained, and would not sail in May.")
    assert found["The ship would not sail in May."] == "the harbour master"
    found = spoken("The vaccine was safe, an agency noted, and most patients had recovered.")
    assert found["Most patients had recovered."] == "an agency"
    found = spoken(
        "The offer was low, the union said on Monday, and its members would vote in May."
    )
    assert found["The union's members would vote in May."] == "the union"


def test_what_happens_after_what_was_said_is_told_by_the_article() -> None:
    found = spoken("The road was closed, police said, and two men were taken to hospital.")
    assert found["The road was closed."] == "police"
    assert "Two men were taken to hospital." not in found


# --- what the speaker does


@pytest.mark.parametrize(
    ("text", "does"),
    [
        (
            "The minister said it was too early to speak of blame and urged people to stay in.",
            "The minister urged people to stay in.",
        ),
        (
            "The mayor said there was no danger and thanked the firefighters.",
            "The mayor thanked the firefighters.",
        ),
    ],
)
def test_what_stands_for_nothing_does_nothing(text: str, does: str) -> None:
    assert does in stated(text)
    assert not [t for t in stated(text) if t.startswith(("It urged", "There thanked"))]


def test_a_thing_may_do_what_is_said_of_it() -> None:
    assert spoken("Ann Roe said it was late and lost money.").get("It lost money.") == "Ann Roe"


# --- a pronoun that speaks


def test_who_speaks_is_nobody_whom_he_names() -> None:
    found = spoken(
        "Tom Forth runs the mill. Mr Karl Moss left in May. Mr Forth said the mill was safe. Sales"
        " fell in the year after Moss was arrested, he said."
    )
    assert found["Sales fell in the year after Karl Moss was arrested."] == "Tom Forth"


# --- in the paragraph above


def test_words_in_their_own_paragraph_are_of_whoever_is_named_before_the_colon() -> None:
    text = (
        "After the vote, Dr Ann Roe, head of the clinic, said:\n\n“The ward will stay open. Nobody"
        " will lose a bed.”\n\nThe clinic has 40 beds."
    )
    found = of(text)
    words = [c for c in found if "ward" in c.text]
    assert [c.attribution.speaker for c in words if c.attribution] == ["Dr Ann Roe"]
    assert not [c.text for c in found if c.text.endswith("said.")]
    assert any("head of the clinic" in c.text for c in found)


def test_what_somebody_does_before_a_colon_is_a_claim() -> None:
    text = "Ann Roe announced three measures:\n\n“The ferry has stopped. The pier is shut.”"
    assert "Ann Roe announced three measures." in stated(text)
    assert not spoken(text)


# --- read for somebody


def test_words_that_are_read_on_behalf_of_somebody_are_theirs() -> None:
    found = spoken(
        "“I am proud of this crew,” Paul Ferry read on behalf of Eve Brann. “I will be back.”"
    )
    assert set(found.values()) == {"Eve Brann"}
    assert "“I will be back.”" in found


def test_a_sign_reads_for_nobody() -> None:
    assert not spoken("“We are shut for good,” a sign read. It hung on the door.")


def test_whoever_answers_says_it() -> None:
    found = spoken("“We had no choice,” the plant manager answered. “The pump had failed.”")
    assert set(found.values()) == {"the plant manager"}


# --- before the first sentence, and at the end of one


@pytest.mark.parametrize("line", ["Varna (Reuters) - ", "Port Ellis (MPA) — "])
def test_a_place_and_an_agency_are_no_part_of_the_speaker(line: str) -> None:
    found = texts_of(f"{line}The port said on Monday that it had closed.")
    assert not [t for t in found if "(" in t]


def test_a_name_with_its_short_form_is_no_dateline() -> None:
    found = texts_of("Baltic Grain Union (BGU) - Members met in May.")
    assert found[0].startswith("Baltic Grain Union")


def test_what_is_told_apart_by_a_letter_ends_a_sentence() -> None:
    found = stated("The queue has gone from Terminal B. Airport staff counted 40 people there.")
    assert found[0] == "The queue has gone from Terminal B."
    assert stated("The report names Karl B. Airey as owner.") == [
        "The report names Karl B. Airey as owner."
    ]


def test_half_a_time_of_day_stays_with_it() -> None:
    assert stated("The sitting was closed at 10.20 p.m.") == [
        "The sitting was closed at 10.20 p.m."
    ]


# --- in the sentence before a colon, and on both sides of the speaker


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("The minister was blunt: the mill will close.", "The mill will close.", "The minister"),
        ("The bank's answer was simple: the branch is late.", "The branch is late.", "The bank"),
        (
            "Karl Moss spoke. Asked about jobs, he would not be drawn: two sites are being looked"
            " at and the results will come in spring.",
            "Two sites are being looked at.",
            "Karl Moss",
        ),
    ],
)
def test_what_somebody_is_blunt_about_is_their_word(text: str, said: str, speaker: str) -> None:
    assert spoken(text).get(said) == speaker


def test_what_evidence_shows_behind_a_colon_is_nobodys_word() -> None:
    assert not spoken("The evidence was clear: the bridge had failed.")


def test_a_quotation_goes_on_what_was_said_with_its_and() -> None:
    found = spoken(
        "Lessons are continuing as normal in nine districts, Ann Roe said, “and there is no reason"
        " whatever to stop them.”"
    )
    assert found["Lessons are continuing as normal in nine districts."] == "Ann Roe"
    assert found["“there is no reason whatever to stop them.”"] == "Ann Roe"


def test_a_thing_before_a_speaker_did_what_it_did() -> None:
    text = "The levy paid for roads, and Ann Roe said that she had asked for it."
    assert "The levy paid for roads." in stated(text)
    assert set(spoken(text).values()) == {"Ann Roe"}


def test_a_case_is_called_by_surnames() -> None:
    found = stated("Karl Moss was tried in May. The court sat in R v Moss for a week.")
    assert "The court sat in R v Moss for a week." in found
