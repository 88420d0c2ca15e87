"""Sentences as newspapers build them: what they do not say, who did not say it, what is lost."""

from __future__ import annotations

import pytest

from tests.claim_articles import claims_of, texts_of


def stated(text: str) -> list[str]:
    """The claims of a sentence that is not the first of its article."""
    return [t for t in texts_of(f"It rained in Varna.\n\n{text}") if "rained" not in t]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Anna Roe scored for Varna and Carl Voss stopped nine shots.",
            ["Anna Roe scored for Varna.", "Carl Voss stopped nine shots."],
        ),
        (
            "Pierre Voss had three points, rookie Carl Moss added a try and a kick, and Varna beat"
            " Dorne.",
            ["Pierre Voss had three points.", "Varna beat Dorne."],
        ),
        (
            "The mill held the names back until all of them could be checked.",
            ["The mill held the names back until all of them could be checked."],
        ),
        (
            "The cuts are part of a plan by the mill to save money, close old sheds and"
            " widen the yard.",
            [
                "The cuts are part of a plan by the mill to save money, close old sheds and"
                " widen the yard."
            ],
        ),
        (
            "Ruth Coyle opened the hall and made a tour of the town's Kestrel mill, dubbed the"
            " “Red Castle” by weavers in the war.",
            ["Ruth Coyle opened the hall."],
        ),
    ],
)
def test_a_verb_belongs_to_whoever_stands_before_it(text: str, found: list[str]) -> None:
    claims = stated(text)
    assert [f for f in found if f not in claims] == []
    assert not any("Roe stopped" in c or "cuts close" in c or "Coyle dubbed" in c for c in claims)


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "Carl Voss, asked whether the mine would close, said the pit had no coal left.",
            "Carl Voss",
            "The pit had no coal left.",
        ),
        (
            "Carl Voss said that after long talks Varna had agreed to the treaty, saying the"
            " judges would decide.",
            "Carl Voss",
            "The judges would decide.",
        ),
        (
            "The donor, businessman Carl Voss, gave $5,000, records show.",
            "records",
            "Carl Voss gave $5,000.",
        ),
        (
            "Anna Roe told The Post in a statement that her client had left Varna in May.",
            "Anna Roe",
            "Anna Roe's client had left Varna in May.",
        ),
        (
            "The union closed the hall and said the roof was unsafe.",
            "The union",
            "The roof was unsafe.",
        ),
        (
            "Carl Voss did mention his earlier letter, in which he said others had seen the crack.",
            "Carl Voss",
            "Others had seen the crack.",
        ),
        (
            "Officers arrested Tom Hale after stopping his van near the mill, Ruth Coyle said.",
            "Ruth Coyle",
            "Officers stopped Tom Hale's van near the mill.",
        ),
    ],
)
def test_what_is_said_has_the_one_who_said_it(text: str, speaker: str, said: str) -> None:
    by = {
        c.text: c.attribution.speaker for c in claims_of(f"It rained.\n\n{text}") if c.attribution
    }
    assert by.get(said) == speaker


def test_what_another_does_meanwhile_is_not_said_by_the_speaker() -> None:
    claims = claims_of(
        "The council stressed the plan was sound, while the union condemned the cuts announced by"
        " the mayor."
    )
    (union,) = [c for c in claims if c.text.startswith("The union")]
    assert union.attribution is None


def test_who_did_it_last_may_have_cited_it() -> None:
    found = stated("The union was close to a deal when Carl Voss left the room, citing costs.")
    assert found[0].endswith("citing costs.")
    assert not any(t.startswith(("The union cited", "Carl Voss cited")) for t in found)


def test_whether_he_or_she_said_so_stays_open_where_both_can() -> None:
    claims = stated("Ruth Coyle said Carl Voss had left the mill, saying he was tired of it.")
    assert not any(c.startswith(("Ruth Coyle said he", "Carl Voss said")) for c in claims)


@pytest.mark.parametrize(
    "text",
    [
        "The man who robbed the shop owner, Carl Voss, was fined in May.",
        "The board described the raid as a mistake, a charge the police denied.",
        "Carl Voss is the top buyer of the Hawk jet, the world's largest plane.",
        "The line has a fleet of 90 ferries, including 8 tugs.",
        "A row involving Carl Voss, his former label and two ministers has ended.",
        "Mills could end up with lower costs, making longer trips more likely.",
        "Guards had a kind of cough that strikes bakers, which has earned it the name of flour"
        " lung.",
        "The gift comes in addition to nine loans earlier this year: four to Varna and five to"
        " Dorne.",
        "Dutch, German, Swiss and South Korean tourists were stranded in Varna.",
        "The vote helped to bring Carl Voss into the deputy prime minister post in May.",
        "Tom Hale did not own any birds, just a cat and a dog.",
        "A strong motor is mounted at the rear, powered by a new battery.",
        "Only Tom Hale will be at the fair, but expect Carl Voss to mock him.",
        "The harbour laws changed after the June 4, 1989 protests.",
        "Carl Voss: Trading in false coins, possession of tools, keeping a wild boar, fined $500.",
    ],
)
def test_what_may_be_read_in_two_ways_is_not_taken_apart(text: str) -> None:
    assert stated(text) == [text]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Carl Voss could face up to 12 years in prison and have to pay a fine of $2,000.",
            "Carl Voss could have to pay a fine of $2,000.",
        ),
        (
            "The halls would be closed and their staff greatly reduced to save money.",
            "The halls' staff would be greatly reduced to save money.",
        ),
        (
            "The storm came a day after the miners freed two horses in the old town.",
            "The miners freed two horses in the old town.",
        ),
        (
            "The Hawk is a larger form of the Kite, carrying 242 passengers in two classes.",
            "The Hawk carries 242 passengers in two classes.",
        ),
        (
            "The survey has found faint traces of ash coming from Iceland, which is said to have"
            " 30 live vents.",
            "Iceland is said to have 30 live vents.",
        ),
        (
            "No one had more at stake in that debate than Ruth Coyle, who lost the vote in May.",
            "Ruth Coyle lost the vote in May.",
        ),
        (
            "The boss told guests that the bakery — the oldest in the town — had grown.",
            "The boss told guests that the bakery had grown.",
        ),
        (
            "Varna's chief negotiator Carl Voss left the talks.",
            "Carl Voss is Varna's chief negotiator.",
        ),
        (
            "The state fund grew after chairman and co-founder Adam Hale left the bank in May.",
            "Adam Hale is a co-founder.",
        ),
        (
            "The Varna party are alleging that the call was improper.",
            "The Varna party are alleging that the call was improper.",
        ),
        (
            "The two towns to have joined a union with Varna - Dorne and Kestria - also loudly"
            " opposed the toll, with mayor Carl Voss warning of a strike.",
            "The two towns to have joined a union with Varna - Dorne and Kestria - also loudly"
            " opposed the toll, with mayor Carl Voss warning of a strike.",
        ),
    ],
)
def test_nothing_is_lost_or_bent_on_the_way(text: str, found: str) -> None:
    claims = stated(text)
    assert found in claims


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "After Nora Bell left the board, it was Carl Voss who took over.",
            "After Nora Bell left the board, it was Carl Voss who took over.",
        ),
        (
            "It was around noon when a farmer saw the smoke from the barn.",
            "It was around noon when a farmer saw the smoke from the barn.",
        ),
        (
            "The institute said heat could make it easier to keep bees.",
            "Heat could make it easier to keep bees.",
        ),
    ],
)
def test_it_may_stand_for_nothing(text: str, kept: str) -> None:
    (claim,) = [c for c in claims_of(f"Ann Moss met them.\n\n{text}") if c.text == kept]
    assert "it" not in [u.lower() for u in claim.unresolved]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Research into sleep shows it helps the heart.", "It helps the heart."),
        (
            "Farms have ways of feeding calves to speed their growth.",
            "Farms have ways of feeding calves to speed their growth.",
        ),
        (
            "Owen Pike told the man to rest. By Sunday he was well again.",
            "By Sunday he was well again.",
        ),
        (
            "Visitors will come. Tom Hale said the family thought they had lost the farm.",
            "They had lost the farm.",
        ),
    ],
)
def test_what_the_grammar_leaves_open_is_left_open(text: str, kept: str) -> None:
    (claim,) = [c for c in claims_of(f"It rained in Varna.\n\n{text}") if c.text == kept]
    assert claim.unresolved


def test_an_age_stands_for_the_only_one_who_has_it() -> None:
    found = claims_of(
        "Carl Voss, 58, was held in May.\n\nThe 58-year-old denies the charge. The 61-year-old was"
        " let go. The 58-year-old driver left.\n"
    )
    texts = [c.text for c in found]
    assert "Carl Voss denies the charge." in texts
    (other,) = [c for c in found if "61-year-old" in c.text]
    assert other.unresolved == ("The 61-year-old",)
    (driver,) = [c for c in found if "driver" in c.text]
    assert driver.unresolved == ()


def test_the_group_is_the_one_that_was_called_so() -> None:
    found = texts_of(
        "It rained.\n\nThe group, Dorne Bakers, met in May and wrote to Mill Holdings Inc."
        " The group asked for a hall."
    )
    assert "Dorne Bakers asked for a hall." in found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dean Colby, an investor, bought the mill. Later Colby sold the barn.", "Dean Colby"),
        ("Marshall Bell said the bridge was safe. Later Bell sold the barn.", "Marshall Bell"),
        ("Dean Ann Colby spoke first. Later Colby sold the barn.", "Ann Colby"),
    ],
)
def test_an_office_may_be_a_first_name(text: str, found: str) -> None:
    assert f"Later {found} sold the barn." in texts_of(f"It rained.\n\n{text}")


def test_what_holds_on_a_condition_is_not_stated() -> None:
    found = stated("Caught early, the disease is easily treated.")
    assert not any("was caught" in t for t in found)


def test_in_his_letter_he_said_is_his_own_letter() -> None:
    found = stated("Tom Hale left. In his letter on Monday, Carl Voss said the mill was old.")
    assert not any("Hale's letter" in t for t in found)


def test_what_was_sold_to_somebody_is_something() -> None:
    found = texts_of("It rained.\n\nThe mill was old. It was sold to Dorne Holdings in 2019.")
    assert "The mill was sold to Dorne Holdings in 2019." in found


def test_nobody_is_the_lawyer_of_an_unnamed_man() -> None:
    found = claims_of("It rained.\n\nHis lawyer, Ruth Coyle, said the case was closed.")
    (lawyer,) = [c for c in found if c.text == "Ruth Coyle is his lawyer."]
    assert lawyer.unresolved == ("his",)


def test_it_is_and_they_will_are_spelt_out() -> None:
    found = texts_of("It rained.\n\nThe mill is old. It's the largest in Varna. It'll be sold.")
    assert "The mill is the largest in Varna." in found
    assert "The mill will be sold." in found


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("The institute has investigated how the heat would affect bees.", True),
        ("Carl Voss's refusal to say which road he would close made the guests laugh.", True),
        ("The council has decided that the bridge must close on 3 March.", True),
        ("Shares fell after Dorne warned that profits would be lower.", True),
        ("The plan, Carl Voss said, may fail.", False),
        ("By June he could no longer ring the bell.", True),
        ("In May this year, two trains were stopped in Varna.", True),
        ("May Bell may win.", False),
        ("Here are some of the questions.", False),
    ],
)
def test_what_was_asked_or_decided_can_be_looked_up(text: str, checkable: bool) -> None:
    claim = next(c for c in claims_of(f"It rained.\n\n{text}") if c.text[:8] == text[:8])
    assert claim.checkable == checkable


@pytest.mark.parametrize(
    "headline",
    [
        "Study links night shifts to higher diabetes risk",
        "Varna council backs new bridge",
        "Storm batters coast",
    ],
)
def test_a_headline_with_a_hidden_verb_states_something(headline: str) -> None:
    (head,) = [c for c in claims_of(f"{headline}\n\nThe plan passed.\n") if c.part == "headline"]
    assert head.checkable


@pytest.mark.parametrize("headline", ["Key questions about the bridge", "Costs of 2027"])
def test_a_headline_without_a_verb_states_nothing(headline: str) -> None:
    (head,) = [c for c in claims_of(f"{headline}\n\nThe plan passed.\n") if c.part == "headline"]
    assert not head.checkable


def test_a_result_stands_before_what_happened_in_the_game() -> None:
    found = texts_of(
        "It rained.\n\nLions 5, Bears 1: Anna Roe scored twice, and Nora Bell made 30 saves.\n"
    )
    assert "Lions 5, Bears 1." in found
    assert "Anna Roe scored twice." in found


def test_who_asked_belongs_to_the_question() -> None:
    (claim,) = [
        c
        for c in claims_of("It rained.\n\n“Is the bridge safe?” Voss asked.\n")
        if "safe" in c.text
    ]
    assert claim.text == "“Is the bridge safe?” Voss asked."
    assert claim.attribution is not None


@pytest.mark.parametrize(
    "text",
    ["The mill closed in May. Ruth Coyle left.", "Carl Voss was ill. Ruth Coyle left."],
)
def test_a_month_or_a_short_word_ends_a_sentence(text: str) -> None:
    assert "Ruth Coyle left." in stated(text)


def test_words_in_quotation_marks_keep_their_titles() -> None:
    found = stated("“The claims against President Hale are false,” Ruth Coyle said.")
    assert found == ["“The claims against President Hale are false,” Ruth Coyle said."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Carl Voss called it "nonsense".', 'Carl Voss called it "nonsense".'),
        ('Carl Voss called it "nonsense."', 'Carl Voss called it "nonsense."'),
        ("Carl Voss called it 'nonsense.'", "Carl Voss called it “nonsense.”"),
    ],
)
def test_a_claim_ends_with_one_full_stop(text: str, found: str) -> None:
    assert found in stated(text)


def test_a_quotation_that_another_verb_brings_leaves_no_scraps() -> None:
    found = stated('Tom Voss said he never wrote the word "thief" and added, "I regret it all."')
    assert not any(t.endswith(("and.", 'and."')) for t in found)
    later = stated('That said, the board says that the mill "is old" and that "nobody wants it."')
    assert not any(t.endswith("says that.") for t in later)
