"""Who or what stands beside a reference and is not meant by it."""

from __future__ import annotations

from tests.claim_articles import claims_of, stated, texts_of


def test_names_that_describe_a_subject_before_it_stands_there_are_not_it() -> None:
    born = texts_of(
        "Ida Marlowe was a glass painter. Born in Lincoln, the youngest child of a draper,"
        " Edwin Pell, and his wife, Dora, she won a prize at the town school."
    )
    assert any(t.startswith("Ida Marlowe was born in Lincoln") for t in born)
    assert not any(t.startswith("Dora was born") for t in born)


def test_a_title_before_a_surname_tells_the_gender_of_whoever_bears_it() -> None:
    praised = texts_of(
        "Mary Quill was chosen by the mayor, Corvin Vane. Mr Vane said she was a patient judge."
    )
    assert not any(t.startswith("Corvin Vane was") for t in praised)


def test_he_behind_a_quotation_is_the_speaker_or_whom_the_speaker_spoke_of() -> None:
    told = claims_of(
        'Tom Marlowe died in Leeds. "He was a fine baker," said the cook Peter Vane. His shop was'
        " sold in May."
    )
    shop = [c for c in told if "shop was sold" in c.text]
    assert shop
    assert all("Peter Vane" not in c.text for c in shop)
    added = texts_of(
        'Tom Marlowe died in Leeds. "He was a fine baker," said the cook Peter Vane. He added that'
        " the shop was sold in May."
    )
    assert "Peter Vane added that the shop was sold in May." in added


def test_people_familiar_with_something_are_many() -> None:
    held = stated("People familiar with the sale said it had met two lenders.")
    assert not any(t.startswith("People familiar with the sale had met") for t in held)


def test_its_chairman_is_the_body_s_and_not_its_fame_s() -> None:
    faded = stated("The club's fame faded in 2011 when its chairman, Rob Marlowe, was jailed.")
    assert "Rob Marlowe is the club's chairman." in faded


def test_a_report_has_no_governance() -> None:
    led = texts_of(
        "The bank owned one branch. An outside inquiry led to a reform of its governance. In 2019"
        " it won a prize for thrift."
    )
    assert not any("inquiry's governance" in t or "inquiry won" in t for t in led)


def test_as_it_was_called_is_told_of_what_stands_before() -> None:
    rota = texts_of(
        "The first concert was a failure. Under Ann Marlowe the Rota, as it was generally called,"
        " gave nine concerts a year."
    )
    assert not any("as the first concert was" in t for t in rota)


def test_a_shop_that_has_somebody_s_name_is_nobody() -> None:
    shop = texts_of(
        "Enzo Marlowe, a cook, was born in Naples. Marlowe's, which opened in 1951, was full on"
        " Sundays. Marlowe's soup won a prize."
    )
    assert not any(t.startswith("Enzo Marlowe's was") for t in shop)
    assert any(t.startswith("Enzo Marlowe's soup") for t in shop)


def test_of_two_things_of_one_name_neither_is_called_for_short() -> None:
    owns = stated("Ms Vane owns the London cafés Thistle and Little Thistle.")
    assert not any("Little Thistle and Little Thistle" in t for t in owns)


def test_an_animal_with_a_name_is_no_he() -> None:
    raced = stated("His horse Corporal came first at Ascot, and he wrote a book about racing.")
    assert not any(t.startswith("Corporal wrote") for t in raced)


def test_a_federation_is_no_team() -> None:
    lost = texts_of(
        "Ivo Marlowe was named head coach, the Rowing Federation said. He takes over from Jan"
        " Vane, who left after the team lost two races."
    )
    assert not any("the Rowing Federation lost" in t for t in lost)


def test_a_participle_put_first_may_tell_of_what_an_aside_brought_in() -> None:
    sold = texts_of(
        "The firm was founded by Jan Vane, a smith, who patented a folding stove. Sold as the"
        " Comet, it was a success."
    )
    assert not any(t.startswith("The firm was sold") for t in sold)
    housed = texts_of(
        "The Quill Theatre was a stage in Leeds. Housed in a former mill, it was known for farces."
    )
    assert "The Quill Theatre was known for farces." in housed


def test_an_object_behind_another_it_that_is_open_is_open() -> None:
    lost = stated("Vane carried it to a fair; the bag was stolen, and she wrote it out again.")
    assert not any("wrote the bag" in t for t in lost)


def test_a_place_that_somebody_was_sent_to_is_nobody() -> None:
    sent = texts_of(
        "Sent to Kent as head of transport. He replaces Fiona Marlowe, who becomes chief engineer."
    )
    assert not any(t.startswith("Kent replaces") for t in sent)
