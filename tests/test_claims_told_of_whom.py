"""Asides that the parser hangs on the wrong noun: remarks in brackets, parties, images."""

from __future__ import annotations

from tests.claim_articles import spoken, stated


def test_a_remark_in_brackets_stays_word_for_word_and_is_no_speech_of_the_sentence() -> None:
    text = 'Ada Brook left with a silver kettle ("useless," she noted with a grin) and two books.'
    found = stated(text)
    assert all('("useless," she noted with a grin)' in t for t in found if "kettle" in t)
    assert not spoken(text)


def test_a_place_of_two_words_behind_a_party_is_one() -> None:
    text = "State Sen. Rosa Marin, D-San Pedro, said the bridge lacked a pavement."
    assert spoken(text) == {"The bridge lacked a pavement.": "Rosa Marin (D-San Pedro)"}
    short = "State Sen. Rosa Marin, D-Houston, said the bridge lacked a pavement."
    assert spoken(short) == {"The bridge lacked a pavement.": "Rosa Marin (D-Houston)"}


def test_what_they_seldom_agree_on_is_not_what_they_say() -> None:
    text = "The sisters seldom agreed: Ada wanted to keep the mill, and Vera sold hers."
    assert not spoken(text)
    assert "Ada wanted to keep the mill." in stated(text)


def test_a_noun_behind_after_is_no_clause() -> None:
    text = "The club was set up in Ely in 1978, after a winter flood in which nine boats sank."
    assert not [t for t in stated(text) if t.startswith("A winter flood")]


def test_whose_is_no_description() -> None:
    text = "The patron is Lady Ada Brook, whose late husband, Lord (Hugh) Brook, gave the land."
    assert not [t for t in stated(text) if "is whose" in t or "Brook gave" in t]


def test_a_map_is_drawn_and_not_the_valley() -> None:
    found = stated("Her map of the lower Orla valley, drawn in 1843, hangs in the museum.")
    assert "Her map of the lower Orla valley was drawn in 1843." in found
    found = stated("A portrait of King Osric, painted in 1790, hangs in the hall.")
    assert "A portrait of King Osric was painted in 1790." in found
    # What is not done to an image is not told of it.
    found = stated("A portrait of King Osric, beheaded in 1649, hangs in the hall.")
    assert not [t for t in found if "portrait of King Osric was beheaded" in t]


def test_no_name_is_broadcast() -> None:
    found = stated("A radio play of the same name, broadcast in 1979, won two prizes.")
    assert "A radio play of the same name was broadcast in 1979." in found


def test_that_there_was_none_may_be_what_which_tells_of() -> None:
    text = "The second play was performed without music, which the critics took for a joke."
    assert not [t for t in stated(text) if "took music" in t]


def test_a_shop_called_by_its_owner_keeps_its_name() -> None:
    text = "Ada Marchetti was a cook. Marchetti's, which opened in 1951, was famous for its soup."
    assert not [t for t in stated(text) if t.startswith("'s")]


def test_a_number_alone_is_several() -> None:
    text = "Four people were killed and 57 injured when the night express left the tracks."
    assert not [t for t in stated(text) if t.startswith("57 was")]
