"""Quotations are found verbatim, changed, cut, in another mouth, in other words, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.numbers import case
from tests.claim_articles import GRAMMAR
from verify.checkers.quotes import Quotes
from verify.checkers.quotes_read import quotations, same_person
from verify.holding import differs
from verify.ports import Vectors
from verify.stating import Stating
from verify.types import Dated, Finding, Outcome, PartialDate

PAGE = (
    "The bill passed on Tuesday. “We will not raise taxes on working families, or at least not"
    " this year,” said Maria Lopez, the finance minister.\n"
    "“I might offer to consider a new vote,” John Smith told reporters, “if the members want"
    ' it.” He was tired. "The economy isn\'t growing as fast as we had hoped," said Smith.'
)


def check(claim: str, *pages: str) -> list[Finding]:
    """All findings on a claim."""
    asked, given_case = case(claim, list(pages))
    return list(Quotes().check(asked, given_case))


def only(claim: str, page: str = PAGE) -> tuple[Outcome, str]:
    """Outcome and detail of the only finding."""
    (found,) = check(claim, page)
    return found.outcome, found.detail


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("He said “we go”.", [("we go",)]),
        ('He said "we go".', [("we go",)]),
        ("He said ‘we don’t go’.", [("we don’t go",)]),
        ("He said 'we don't go'.", [("we don't go",)]),
        ("Il dit « on y va ».", [("on y va",)]),
        ("“We,” he said, “go.”", [("We", "go.")]),
        ("“She said ‘no’ to us,” he said.", [("She said ‘no’ to us",)]),
        ("The farmers' market and the boys' club.", []),
        ("An open “quotation that never ends", []),
    ],
)
def test_quotation_marks_of_every_form_are_understood(text: str, pieces: list[object]) -> None:
    assert [q.pieces for q in quotations(text)] == pieces


def test_the_same_words_from_the_same_speaker_support() -> None:
    claim = "“The economy isn’t growing as fast as we had hoped,” John Smith said."
    assert only(claim) == (Outcome.SUPPORTS, "verbatim")


def test_brackets_and_marks_and_case_do_not_alter_a_quotation() -> None:
    claim = "Smith said: 'the economy is not growing, as fast as [the government] had hoped'."
    assert only(claim) == (Outcome.SUPPORTS, "verbatim")


def test_a_quotation_broken_by_he_said_is_one_quotation() -> None:
    claim = "“I might offer,” Smith said, “to consider a new vote if the members want it.”"
    assert only(claim) == (Outcome.SUPPORTS, "verbatim")


def test_the_same_words_from_another_speaker_refute() -> None:
    words = "we will not raise taxes on working families, or at least not this year"
    claim = f"John Smith said “{words}”."
    (found,) = check(claim, PAGE)
    assert (found.outcome, found.detail) == (Outcome.REFUTES, "other_speaker")
    assert "Maria Lopez, not by John Smith" in found.explanation


def test_a_changed_word_refutes_and_is_marked() -> None:
    claim = "Lopez said “we will not raise taxes on wealthy families, or at least not this year”."
    (found,) = check(claim, PAGE)
    assert (found.outcome, found.detail) == (Outcome.REFUTES, "changed_word")
    assert "“wealthy” where the source has “working”" in found.explanation


@pytest.mark.parametrize(
    "claim",
    [
        "Lopez said “we will raise taxes on working families, or at least not this year”.",
        "Lopez said “we will not raise taxes on working families, not this year”.",
        "“The economy is growing as fast as we had hoped,” said Smith.",
        "Smith said “I offer to consider a new vote if the members want it”.",
    ],
)
def test_a_dropped_hedge_is_its_own_outcome(claim: str) -> None:
    assert only(claim) == (Outcome.REFUTES, "cut_hedge")


@pytest.mark.parametrize(
    "claim",
    [
        "Lopez said “we will not raise taxes on working families”.",
        "Smith said “I … offer to consider a new vote if the members want it”.",
    ],
)
def test_a_marked_or_trailing_cut_of_a_hedge_is_noted(claim: str) -> None:
    assert only(claim) == (Outcome.NOTES, "cut_hedge")


PROUD = "this was {}a year we are proud of, and we {}expect the next one to be better"
SHE_SAID = (
    "Ann Roe did not try to sweeten it on Monday. “" + PROUD.format("not ", "do not ") + ",” she"
    " told the meeting. “I do not promise trophies,” she added."
)


def test_a_long_utterance_without_its_negation_needs_no_name_beside_it() -> None:
    claim = f"“{PROUD.format('not ', '')},” Ann Roe said."
    assert only(claim, SHE_SAID) == (Outcome.REFUTES, "cut_hedge")


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("“I promise trophies and nothing less,” Ann Roe said.", SHE_SAID),  # too short
        (f"“{PROUD.format('not ', '')},” Tom Voss said.", SHE_SAID),  # not on the page
        (f"“{PROUD.format('not ', '')},” Ann Roe said.", SHE_SAID.replace("she told", "Voss told")),
    ],
)
def test_a_negation_is_no_proof_where_another_may_have_said_it(claim: str, page: str) -> None:
    assert only(claim, page)[0] is Outcome.NOTES


LEE_SAID = (
    "Ann Lee, a nurse, waited outside. “They knew in August and let us go on taking it,” she said."
)


@pytest.mark.parametrize(
    ("speaker", "detail"),
    [("Tom Voss", "perhaps_other"), ("Ann Lee", "verbatim"), ("The nurse", "verbatim")],
)
def test_who_seems_to_say_it_on_the_page_is_told(speaker: str, detail: str) -> None:
    claim = f"“They knew in August and let us go on taking it,” {speaker} said."
    asked, shown = case(claim, [LEE_SAID])
    (found,) = Quotes().check(asked, replace(shown, stated=Stating(GRAMMAR)))
    assert (found.outcome, found.detail) == (Outcome.NOTES, detail)
    assert ("Ann Lee who says it" in found.explanation) is (detail == "perhaps_other")


BEGUN = (
    'Leyla Voss, who runs Open Wire, hugged her lawyers. "They knew in August and let us go on'
    ' taking it," she said.'
)


@pytest.mark.parametrize(("speaker", "detail"), [("Tom Gray", "perhaps_other"), ("Leyla Voss", "")])
def test_she_is_whoever_the_paragraph_begins_with(speaker: str, detail: str) -> None:
    claim = f"“They knew in August and let us go on taking it,” {speaker} said."
    asked, shown = case(claim, [f"The trial began.\n\n{BEGUN}"])
    (found,) = Quotes().check(asked, replace(shown, stated=Stating(GRAMMAR)))
    assert (found.detail == "perhaps_other") is bool(detail)
    assert ("Leyla Voss who says it" in found.explanation) is bool(detail)


@pytest.mark.parametrize(
    ("page", "speaker"),
    [
        ("“{}” said the coordinator, Ann Lee, on Monday.", "Ann Lee"),
        ("“{}” said its deputy director-general, Ann Lee.", "Ann Lee"),
        ("“{}” her lawyer, Ann Lee, told the court.", "Ann Lee"),
        ("Ann Lee, who heads the mission, described the day as “{}”", "Ann Lee"),
        ("Ann Lee, for the Greens, called it “{}”", "Ann Lee"),
        ("“{}” said the lawyer of the widow, Ann Lee, on Monday.", ""),
        ("“{}” said the widow’s lawyer, Ann Lee, on Monday.", ""),
        ("“{}” said the coordinator, Monday being a holiday.", ""),
    ],
)
def test_a_speaker_with_an_office_or_a_verb_of_judging_is_read(page: str, speaker: str) -> None:
    (found,) = quotations(page.format("The next days will be about cold,"))
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("said", "page", "detail"),
    [
        ("rather win on a technicality than lose a picture", "", "altered"),
        ("rather lose a drawing at home than a name abroad", "", "not_found"),
        ("rather win on a technicality than lose a picture", "Tom Gray was glad. ", "not_found"),
    ],
)
def test_the_speakers_words_in_another_order_are_shown(said: str, page: str, detail: str) -> None:
    begin = page or "The director, Ann Lee, was glad. "
    there = f'{begin}"I would rather lose a picture than win on a technicality," she told us.'
    found = only(f"“I would {said},” Ann Lee said.", f"Ann Lee won.\n\n{there}")
    assert found == (Outcome.NOTES, detail)


def test_a_part_of_the_speakers_words_is_no_other_utterance() -> None:
    page = "“I would rather lose a picture than win on a technicality,” said Ann Lee."
    more = "with all this snow about and no heating left at home I would"
    claim = f"“{more} rather lose a picture than win on a technicality,” said Ann Lee."
    assert only(claim, page) == (Outcome.NOTES, "not_found")


def test_a_short_quotation_of_another_speaker_keeps_the_model_from_supporting_it() -> None:
    page = "“Calm and well run,” said Tom Gray of the vote."
    (found,) = check("“Calm and well run,” said Ann Lee of the vote.", page)
    assert (found.outcome, found.detail) == (Outcome.NOTES, "other_speaker")
    assert differs(found)


@pytest.mark.parametrize("office", ["The Director-General, A. Lee, adds", "The President says"])
def test_an_office_is_no_other_speaker(office: str) -> None:
    page = f"{office}: “The conditions are strict and they will be policed.”"
    claim = "“The conditions are strict and they will be policed,” Ann Lee said."
    assert only(claim, page) == (Outcome.NOTES, "verbatim")


def test_small_words_that_differ_refute_nothing() -> None:
    claim = "“The economy isn't growing as fast as we have hoped,” said Smith."
    assert only(claim) == (Outcome.NOTES, "near")


def test_scare_quotes_are_left_alone() -> None:
    assert check("Smith wants a “new vote” soon.", PAGE) == []


def test_words_that_were_not_found_are_not_called_false() -> None:
    (found,) = check("“Nothing of this kind was ever said,” said Smith.", PAGE, "Another page.")
    assert (found.outcome, found.detail) == (Outcome.NOTES, "not_found")
    assert "2 documents" in found.explanation
    assert "does not make it false" in found.explanation


def test_without_documents_nothing_is_said() -> None:
    assert check("“Nothing of this kind was ever said,” said Smith.") == []


def test_the_article_itself_is_no_source_of_its_quotations() -> None:
    asked, given_case = case("“We go to the lake tomorrow,” said Ann Lee.", [PAGE])
    own = replace(given_case.documents[0], text=asked.text, url="https://example.org/own")
    article = replace(given_case.article, url="https://example.org/own")
    assert not Quotes().check(asked, replace(given_case, article=article, documents=(own,)))


def test_words_said_long_before_may_be_another_utterance() -> None:
    claim = "Lopez said “we will not raise taxes on wealthy families, or at least not this year”."
    asked, given_case = case(claim, [PAGE])
    old = replace(given_case.documents[0], published=Dated(PartialDate("2015-01-01"), "argument"))
    day = PartialDate("2024-01-01").first
    (found,) = Quotes().check(asked, replace(given_case, documents=(old,), on=day))
    assert found.outcome is Outcome.NOTES


class OneMeaning:
    """Holds two texts for the same if both speak of a dog."""

    name = "table"
    sha256 = "0"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of two dimensions."""
        return np.array([[1.0, 0.0] if "dog" in t else [0.0, 1.0] for t in texts], dtype=np.float32)


def test_the_same_sense_in_other_words_is_shown_as_a_note() -> None:
    claim = "“My dog ran away yesterday evening,” said Lee."
    asked, given_case = case(claim, ["Lee told us that the dog had escaped. It rained."])
    (found,) = Quotes().check(asked, replace(given_case, embedder=OneMeaning()))
    assert (found.outcome, found.detail) == (Outcome.NOTES, "paraphrase")
    assert "the dog had escaped" in found.explanation


class Alike:
    """Holds every two texts for somewhat alike."""

    name = "table"
    sha256 = "0"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """A cosine of .41 between any two."""
        first, other = [1.0, 0.0], [0.41, (1 - 0.41**2) ** 0.5]
        return np.array([first, *([other] * (len(texts) - 1))], dtype=np.float32)


def test_what_was_not_found_names_the_speakers_nearest_words_and_their_hedges() -> None:
    claim = "“We go to the vote at once,” Smith stated."
    asked, given_case = case(claim, ["Nothing here.", PAGE])
    (found,) = Quotes().check(asked, replace(given_case, embedder=Alike()))
    assert (found.outcome, found.detail) == (Outcome.NOTES, "not_found")
    assert "not found as printed in the 2 documents" in found.explanation
    assert "The nearest words of John Smith there (similarity 0.41)" in found.explanation
    assert "“consider”" in found.explanation
    assert found.facts[0].text.startswith("I might offer to consider")


def test_nothing_is_nearest_where_the_speaker_does_not_speak() -> None:
    asked, given_case = case("“We go to the vote at once,” said Ann Lee.", [PAGE])
    (found,) = Quotes().check(asked, replace(given_case, embedder=Alike()))
    assert (found.detail, found.facts) == ("not_found", ())


LONG = "we will not raise taxes on working families, or at least not this year"


@pytest.mark.parametrize(
    "page",
    [
        f"Q: Did Maria Lopez say “{LONG}”? A: No. She spoke of fees.",
        f"A post says that Maria Lopez said “{LONG}”. There is no record of these words.",
        f"Maria Lopez never said “{LONG}”, her office told us.",
    ],
)
def test_a_page_that_asks_or_denies_supports_no_quotation(page: str) -> None:
    assert only(f"Maria Lopez said “{LONG}”.", page) == (Outcome.NOTES, "disputed")


def test_a_claim_that_it_was_not_said_is_not_supported_by_the_words() -> None:
    assert only(f"Maria Lopez never said “{LONG}”.")[0] is Outcome.NOTES


def test_the_rest_of_a_claim_is_not_settled_by_its_quotation() -> None:
    (found,) = check(f"In Paris in 1977, Maria Lopez said of banks: “{LONG}”.", PAGE)
    assert (found.outcome, found.detail) == (Outcome.NOTES, "verbatim")
    assert "beside the quotation" in found.explanation


def test_one_true_quotation_does_not_carry_a_claim_with_another() -> None:
    claim = f"Maria Lopez said “{LONG}” and added: “Banks are to pay for the whole of it.”"
    found = check(claim, PAGE)
    assert [f.detail for f in found] == ["verbatim", "not_found"]
    assert {f.outcome for f in found} == {Outcome.NOTES}


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        (
            "The court decided “Miller v. Board of Schools of Aston, Ohio” in 1954.",
            "Miller v. Board of Schools of Aston was a landmark case of 1954.",
        ),
        (
            "Her thesis is called “On the Mechanism of Cell breakdown in Rabbits”.",
            "Her thesis is called “On the Mechanism of Cell break down in Rabbits”.",
        ),
        (
            "The mayor said “masks will be free for everyone in our schools”.",
            "Masks will be required for everyone in our schools, the paper reports.",
        ),
    ],
)
def test_titles_and_the_pages_own_words_refute_no_quotation(claim: str, page: str) -> None:
    assert {f.outcome for f in check(claim, page)} <= {Outcome.NOTES}


def test_another_ending_where_the_source_runs_on_may_be_a_cut() -> None:
    page = "“We will build the road to the harbour before the winter comes,” said Maria Lopez."
    claim = "Maria Lopez said “we will build the road to the harbour soon”."
    assert only(claim, page) == (Outcome.NOTES, "altered")


def test_an_editors_brackets_in_the_source_are_no_part_of_the_words() -> None:
    page = "“Our men began to plow [sic], but broke the coulter [blade] at once,” said Ann Lee."
    claim = "Ann Lee said “our men began to plow, but broke the coulter at once”."
    assert only(claim, page) == (Outcome.SUPPORTS, "verbatim")


TRANSCRIPT = (
    "MINISTER LOPEZ: We will not raise taxes on working families this year.\n"
    "QUESTION: And next year?\n"
    "MR SMITH: The economy is not growing as fast as we had hoped.\n"
)


def test_a_transcript_names_its_speakers_at_the_head_of_their_turns() -> None:
    words = "the economy is not growing as fast as we had hoped"
    assert only(f"Smith said “{words}”.", TRANSCRIPT) == (Outcome.SUPPORTS, "verbatim")
    assert only(f"Lopez said “{words}”.", TRANSCRIPT) == (Outcome.REFUTES, "other_speaker")


@pytest.mark.parametrize(
    "claim",
    [
        "John Smith said: “The economy isn’t growing as fast as we had hoped.”",
        "“The economy is not growing as fast as we had hoped”, said John Smith.",
        "According to Smith, 'the economy isn't growing as fast as we had hoped'.",
        "„The economy isn't growing as fast as we had hoped“, John Smith told reporters.",
        "« The economy isn't growing as fast as we had hoped », Smith said.",
    ],
)
def test_rewording_around_a_quotation_does_not_change_the_finding(claim: str) -> None:
    assert only(claim) == (Outcome.SUPPORTS, "verbatim")
    altered = claim.replace("growing", "shrinking")
    assert only(altered) == (Outcome.REFUTES, "changed_word")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Maria Lopez", "Lopez", True),
        ("President Lopez", "Maria Lopez", True),
        ("J. Smith", "John Smith", True),
        ("Maria Lopez", "Ann Lee", False),
        ("John Smith", "Jane Smith", None),
        ("John Smith", "John Lee", None),
    ],
)
def test_speakers_are_told_apart_by_name(one: str, two: str, same: bool | None) -> None:
    assert same_person(one, two) is same


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.sampled_from("“”\"'‘’«» .,…[]abn\n-"), max_size=60) | st.text(max_size=60),
    st.text(max_size=200),
)
def test_it_never_raises_on_any_text(claim: str, page: str) -> None:
    for finding in check(claim, page, claim + page):
        assert finding.explanation


def test_two_that_speak_one_after_the_other_say_no_one_sentence() -> None:
    page = (
        "“I have never been so proud of a group of players,” coach Ana Reyes said after the match."
        " “In my life I never dreamed of this,” said captain Joe Marsh."
    )
    assert len(quotations(page)) == 2
    spliced = "“I have never been so proud of a group of players in my life,” Ana Reyes said."
    assert only(spliced, page)[0] is Outcome.NOTES
    goes_on = page.replace("said captain Joe Marsh", "Reyes added")
    assert len(quotations(goes_on)) == 1
    assert only(spliced, goes_on) == (Outcome.NOTES, "altered")


def test_what_a_page_tells_in_its_own_words_is_no_other_wording_of_the_speakers() -> None:
    page = "Governor Lena Ruiz said the next two days would decide whether the town could be saved."
    claim = "“The next two days will decide whether the town can be saved,” Lena Ruiz said."
    assert all(f.outcome is Outcome.NOTES for f in check(claim, page))
    marked = f"{page[:23]} said: “{page[28].upper()}{page[29:]}”"
    assert only(claim, marked)[0] is Outcome.REFUTES
    other = "“The next two days would decide whether the town could be saved,” Paul Gray said."
    assert all(f.outcome is Outcome.NOTES for f in check(other, page))


def test_both_is_the_two_and_no_changed_word() -> None:
    page = "“The bridge will tie both halves of our city together,” Maria Lopez said."
    same = "“The bridge will tie the two halves of our city together,” Maria Lopez said."
    assert only(same, page) == (Outcome.NOTES, "near")
    three = same.replace("the two", "the three")
    assert only(three, page)[0] is Outcome.REFUTES
