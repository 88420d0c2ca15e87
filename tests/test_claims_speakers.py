"""Quotations over several sentences and paragraphs, posts, and layers of who said what."""

from __future__ import annotations

import pytest

from tests.claim_articles import of
from verify.claims.sentences import split_sentences
from verify.claims.spoken import marks_of, spoken
from verify.claims.whose import SPEAKER
from verify.types import Article, Kind, Part, sha256


def spoken_by(text: str) -> dict[str, str]:
    """Claims → who is said to have said them; "" for nobody."""
    return {c.text: c.attribution.speaker if c.attribution else "" for c in of(text)}


def open_speakers(text: str) -> list[str]:
    return [c.text for c in of(text) if SPEAKER in c.unresolved]


def test_quotation_over_paragraphs_keeps_its_speaker() -> None:
    found = spoken_by(
        "Jane Roe, the mayor of Kelm, said: “The tunnel is safe. It was checked in May.\n\n"
        "“Nobody has to fear it. The engineers, who came from Lens, found two cracks.”\n\n"
        "The council bought two ferries."
    )
    assert found == {
        "Jane Roe is the mayor of Kelm.": "",
        "Jane Roe said: “The tunnel is safe.”": "Jane Roe",
        "“It was checked in May.”": "Jane Roe",
        "“Nobody has to fear it. The engineers, who came from Lens, found two cracks.”": "Jane Roe",
        "The council bought two ferries.": "",
    }


def test_quotation_opened_again_after_its_speaker() -> None:
    found = spoken_by(
        '"The pills worked within two days," Tom Moss wrote. " The course went on for a year. '
        "I have been able to stop it.\n\n"
        '"I have not been ill since. My life is as it was before."'
    )
    assert set(found.values()) == {"Tom Moss"}
    assert '"The course went on for a year."' in found
    assert "“I have been able to stop it.”" in found


def test_speaker_named_at_the_end_of_the_last_paragraph() -> None:
    found = spoken_by(
        "“The tunnel is safe. It was checked in May.\n\n“Engineers came from Lens,” Jane Roe said."
    )
    assert found["“It was checked in May.”"] == "Jane Roe"
    assert found["“Engineers came from Lens,” Jane Roe said."] == "Jane Roe"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ('"We just want to play," Jane Roe said.', "Jane Roe"),
        ("Jane Roe said it was the last move of the council to close the port.", "Jane Roe"),
        ('For the port, "next year will be about ships," Jane Roe says.', "Jane Roe"),
        ('"It takes a town," said Jane Roe, head and founder of Lens Games.', "Jane Roe"),
    ],
)
def test_quotation_alone_in_the_next_paragraph(before: str, speaker: str) -> None:
    found = spoken_by(f'{before}\n\n"They used every trick. We stand tall."\n\nA ferry sank.')
    assert found['"They used every trick. We stand tall."'] == speaker
    assert found["A ferry sank."] == ""


@pytest.mark.parametrize(
    "before",
    [
        "A ferry sank in May.",
        "The page contains the following statement:",
        '"Was it the ferry?" Jane Roe asked.',  # another may answer
        '"We lost," Jane Roe said.\n\n"We never won."',  # the third may be anybody's
    ],
)
def test_speaker_who_is_not_known_is_said_to_be_open(before: str) -> None:
    quotation = '"They used every trick. We stand tall."'
    assert spoken_by(f"{before}\n\n{quotation}")[quotation] == ""
    assert open_speakers(f"{before}\n\n{quotation}") == [quotation]
    assert [c.kind for c in of(f"{before}\n\n{quotation}")][-1] is Kind.QUOTATION


def test_speaker_called_by_a_pronoun_stays_open() -> None:
    text = '"We did not say so," they said in a statement.\n\n"We do not have the right to."'
    assert spoken_by(text)['"We do not have the right to."'] == "they"
    assert open_speakers(text) == ['"We do not have the right to."']


def test_quotation_that_nothing_closes_is_open() -> None:
    text = (
        'Jane Roe said: "The tunnel is safe. The council voted on it in May.\n\n'
        "The mayor left the town in June."
    )
    assert spoken_by(text)['Jane Roe said: "The tunnel is safe."'] == "Jane Roe"
    assert open_speakers(text) == ["The council voted on it in May."]
    assert "The mayor left the town in June." in spoken_by(text)


def test_mark_of_a_phrase_opens_no_speech() -> None:
    text = "Jane Roe called it a “sad day. The council had voted in May.\n\nThe mayor left."
    assert open_speakers(text) == []
    assert "The council had voted in May." in spoken_by(text)


def test_line_in_marks_without_a_sentence_is_a_heading() -> None:
    found = spoken_by('Jane Roe said: "It works."\n\n"The port problem"\n\nThe port is old.')
    assert found.get('"The port problem"', "") == ""


def test_words_in_a_box_are_those_of_who_says_them_below() -> None:
    box = "Their mood turns in a rather odd fashion — think of a wet cat rather than of a wet dog"
    found = spoken_by(
        f"“{box}”\n\nTom Moss came in May.\n\n"
        f"“In some people who drink tea, {box.lower()},” said Tom Moss."
    )
    assert found[f"“{box}”"] == "Tom Moss"
    plain = spoken_by(
        "Since 2008, there has not been a single good year for the ferries.\n\n"
        "Ferry analyst Ann Bell\n\nThe port is old.\n\n"
        "“Since 2008, there has not been a single good year for the ferries,” says Ann Bell."
    )
    assert plain["“Since 2008, there has not been a single good year for the ferries.”"] == (
        "Ann Bell"
    )


def test_name_under_a_quotation() -> None:
    found = spoken_by("“We lost everything we had.”\n\n— Ann Bell, shopkeeper\n\nA ferry sank.")
    assert found["“We lost everything we had.”"] == "Ann Bell"


def test_question_asked_in_the_next_sentence() -> None:
    found = spoken_by(
        '"Can I give it to Tom?" Roe quietly asked before leaving. '
        '"Who did it?" Ann Bell asked the court.'
    )
    assert found['"Can I give it to Tom?" Roe quietly asked before leaving.'] == "Roe"
    assert found['"Who did it?"'] == "Ann Bell"


def test_posts_are_their_authors_words() -> None:
    text = (
        "Another wondered why.\n\n"
        "I love that they sold it. Don't worry, good people of Kelm, nobody will ever take it from "
        "you. https://t.co/XPx\n\n"
        "— Tom Moss 🎄 (@tommoss_) November 18, 2019\n\n"
        "The ferry sank in May."
    )
    assert spoken_by(text) == {
        "Another wondered why.": "",
        "“I love that they sold it.”": "Tom Moss",
        "“Don't worry, good people of Kelm, nobody will ever take it from you.”": "Tom Moss",
        "The ferry sank in May.": "",
    }
    dates = {c.attribution.when for c in of(text) if c.attribution}
    assert dates == {"November 18, 2019"}


def test_post_after_what_the_article_tells_is_not_taken_for_it() -> None:
    told = "Jane Roe tweeted that the ferry sank in May.\n\n— Jane Roe (@janeroe) May 18, 2019"
    assert "posted" not in {c.attribution.verb for c in of(told) if c.attribution}
    shared = "The ferry sank in May.\n\nA post shared by Ann (@ann.bell) on May 18, 2019 at 5:01pm"
    assert spoken_by(shared) == {"The ferry sank in May.": ""}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Tom Moss admitted that he took the car to the harbour, where he hid the money.",
            {"Tom Moss hid the money.": "Tom Moss", "He hid the money.": "Tom Moss"},
        ),
        (
            "Police said the man, who had fled from Kelm in May, was found in a barn.",
            {"The man had fled from Kelm in May.": "Police"},
        ),
    ],
)
def test_clauses_within_what_is_said(text: str, found: dict[str, str]) -> None:
    told = spoken_by(text)
    assert set(told) & set(found)
    assert all(told.get(claim, speaker) == speaker for claim, speaker in found.items())


@pytest.mark.parametrize(
    ("text", "never"),
    [
        # said by Roe, and not by the article
        (
            "Jane Roe spent an hour explaining how she could not have been in Kelm, because the "
            "bridge had collapsed and the ferry was late.",
            "The bridge had collapsed",
        ),
        ("The leaders of Kelm may still believe the port is worth it.", "The port is"),
        ("“Win. We can” is running on posters on which people say, “I have won.”", "People say"),
        ("Turning to the harbour, analysts say the port was sold.", "Analysts turn"),
        ("The picture was denied by Tom Moss, hinting that it was a fake.", "The picture hint"),
    ],
)
def test_what_nobody_states_alone(text: str, never: str) -> None:
    assert not [c.text for c in of(text) if c.text.startswith(never)]


def test_layers_of_saying_are_kept() -> None:
    found = spoken_by(
        'Border guards "say you have to look at this — 50 lorries are coming across in May," '
        "Jane Roe said, according to the Kelm Post."
    )
    assert all("lorries" in text for text in found)
    assert not any(text.endswith(("guards say.", "Jane Roe said.")) for text in found if
                   "lorries" not in text)  # fmt: skip


def test_what_one_says_of_anothers_thoughts_is_told_by_both() -> None:
    text = "Jane Roe claimed the council thought the bridge would fall."
    (by,) = [c.attribution for c in of(text) if c.text == "The bridge would fall."]
    assert by is not None
    assert (by.speaker, by.verb) == ("Jane Roe", "claimed that the council thought")


def test_name_that_is_a_word_like_any() -> None:
    found = spoken_by(
        'Tom Early, the head of Lens Games, came in May.\n\n"Streaming is simple," says Early.\n\n'
        '"We own three studios," he says.'
    )
    assert found['"We own three studios," Tom Early says.'] == "Tom Early"


def test_news_that_it_is() -> None:
    found = spoken_by("The good news from the spring is that the losses did not grow, say experts.")
    assert found["The good news from the spring is that the losses did not grow."] == "experts"
    assert not any(text.endswith(" is.") for text in found)


def test_marks_are_read_by_what_stands_beside_them() -> None:
    def shape(text: str) -> str:
        opens = (o for _, o in marks_of(text, 0, len(text), inside=False))
        return "".join("(" if o else ")" for o in opens)

    assert shape('He said "yes" and "no".') == "()()"
    assert shape('" We won," he said, "and left.') == "()("
    assert shape('a 5" pipe and a "good" one') == "()"
    assert shape("“We”, he said") == "()"


def test_sentences_within_a_quotation_are_found() -> None:
    text = "Rain\n\nRoe said: “We won. It was late.\n\n“All went home.”\n\nA ferry sank."
    article = Article("", text, None, None, "en", sha256(text))
    sentences = split_sentences(article)
    found = spoken(text, sentences)
    assert [sentences[n].text for n in found.whole] == ["It was late.", "“All went home.”"]
    assert found.doubtful == set()
    assert {s.part for s in sentences} <= {Part.HEADLINE, Part.BODY}


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Ann Lee said the mill closed, the dam burst and the road sank.",
            ["The mill closed.", "The dam burst.", "The road sank."],
        ),
        (
            "The mayor told the council that taxes would rise, fees would double and the pool would"
            " close.",
            ["Taxes would rise.", "Fees would double.", "The pool would close."],
        ),
        (
            "Police said a man fled, a woman was hurt and three cars burned.",
            ["A man fled.", "A woman was hurt.", "Three cars burned."],
        ),
        (
            "The report said exports grew, imports shrank, and the deficit halved.",
            ["Exports grew.", "Imports shrank.", "The deficit halved."],
        ),
        (
            "Officials said the storm killed four people, the power failed, trains stopped and"
            " schools were closed.",
            ["The power failed.", "Trains stopped.", "Schools were closed."],
        ),
        (
            "Ann Lee said that the mill closed, that the dam burst and that the road sank.",
            ["The mill closed.", "The dam burst.", "The road sank."],
        ),
        (
            "According to Ann Lee, the mill closed, the dam burst and the road sank.",
            ["The mill closed.", "The dam burst.", "The road sank."],
        ),
    ],
)
def test_each_of_several_clauses_is_what_the_speaker_said(text: str, contents: list[str]) -> None:
    found = of(text)
    assert found[0].text == text
    assert found[0].attribution is None
    assert [c.text for c in found if c.attribution][-len(contents) :] == contents
    assert all(c.attribution for c in found[1:])


def test_several_clauses_before_the_speaker() -> None:
    found = of("Prices rose 4%, wages fell and trade slowed, the bank said on Tuesday.")
    assert "The bank said on Tuesday that prices rose 4%, wages fell and trade slowed." in [
        c.text for c in found
    ]
    by = {c.text: c.attribution.speaker for c in found if c.attribution}
    assert by == dict.fromkeys(["Prices rose 4%.", "Wages fell.", "Trade slowed."], "the bank")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee denied the mill closed, the dam burst and the road sank.",
        "Ann Lee did not say the mill closed, the dam burst and the road sank.",
        "Ann Lee asked whether the mill had closed, the dam had burst and the road had sunk.",
        "Researchers found that mice slept more, rats ate less and cats were unaffected.",
    ],
)
def test_several_clauses_that_nobody_states_stay_whole(text: str) -> None:
    assert [(c.text, c.attribution) for c in of(text)] == [(text, None)]


def test_a_clause_in_another_tense_is_no_part_of_what_was_said() -> None:
    text = "Ann Lee said the mill had closed, the dam is unsafe and the road sank."
    assert [c.text for c in of(text) if c.attribution] == ["The mill had closed."]
    after = "Because Ann Lee said the mill had closed, the council met and the dam was sold."
    assert [c.text for c in of(after) if c.attribution] == []


def test_those_who_speak_are_told_by_what_they_did() -> None:
    assert spoken_by("Those who cooked the meals say nobody told Moss.") == {
        "Those who cooked the meals say nobody told Moss.": "",
        "Nobody told Moss.": "Those who cooked the meals",
    }
    assert spoken_by("The cook who was fired says nobody told Moss.")["Nobody told Moss."] == (
        "The cook"
    )


def test_according_to_somebody_in_the_middle_is_said_of_what_stands_before() -> None:
    before = spoken_by(
        "Moss lost $3 million, according to the auditor, and the real sum is higher."
    )
    assert before["Moss lost $3 million."] == "the auditor"
    assert before["The real sum is higher."] == ""
    last = spoken_by("Moss lost $3 million and the real sum is higher, according to the auditor.")
    assert last["The real sum is higher."] == "the auditor"


def test_a_quotation_that_ends_within_another() -> None:
    text = "\"I kept looking for the page where somebody says, 'Fix it,'\" Tom Moss said."
    assert spoken_by(text) == {text: "Tom Moss"}


def test_a_participle_behind_the_speaker_that_may_be_of_either() -> None:
    found = spoken_by("The boat lies under a sheet, Ann Moss told the radio, greased against rain.")
    assert found == {
        "The boat lies under a sheet.": "Ann Moss",
        "Ann Moss told the radio that the boat lies under a sheet.": "",
    }
