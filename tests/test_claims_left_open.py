"""Pronouns and names of groups where another than the last subject is meant, or may be."""

from __future__ import annotations

import pytest

from tests.claim_articles import of, stated


@pytest.mark.parametrize(
    "text",
    [
        "Every ferry would be given back its crew.",
        "Each plant had to pay for its guards.",
        "This plant had kept its crew.",
        "14 of the 200 wards on the northern side of the main hospital, or one in ten, had lost"
        " their roofs.",
        "No firm had published its accounts.",
        "Most of the drivers had lost their licences.",
        "Each of the clubs had its price.",
    ],
)
def test_what_belongs_to_a_subject_without_a_name_stays(text: str) -> None:
    inner = text[0].lower() + text[1:]
    found = of(f"The auditors said that {inner}")
    assert any(c.text == text for c in found)
    assert not any("auditors'" in c.text for c in found)


def test_what_is_done_by_a_bodys_members_is_not_of_a_step() -> None:
    found = stated("The guild said that no such step had been approved by its members.")
    assert "No such step had been approved by the guild's members." in found


@pytest.mark.parametrize("who", ["Everyone", "Nobody"])
def test_it_is_nobody(who: str) -> None:
    (first, *_) = of(f"{who} hoped it would open.")
    assert first.text == f"{who} hoped it would open."
    assert first.unresolved == ("it",)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The work was given to a task force of nine.", "It met at noon."),
        ("The mine was sold to a rival in Peru.", "Its fleet has 90 lorries."),
        ("The prize went to a novel set in Kent.", "It tells of a farm."),
    ],
)
def test_what_goes_to_a_new_thing_leaves_it_open(before: str, after: str) -> None:
    found = of(f"{before} {after}")[-1]
    assert found.text == after
    assert found.unresolved == (after.split()[0],)


def test_what_goes_to_something_known_keeps_it() -> None:
    found = stated("The order went to the navy. It was worth 5 million euros.")
    assert "The order was worth 5 million euros." in found


@pytest.mark.parametrize(
    ("before", "open_"),
    [
        ("The vote adds to the strain on the firm's books.", True),
        ("The vote is a blow to the museum's hopes.", True),
        ("The vote is a blow to Norway's fleet.", True),
        ("The vote adds to the strain.", False),
    ],
)
def test_its_may_be_of_the_body_that_owns_something(before: str, open_: bool) -> None:
    found = of(f"{before} Its effect was small.")[-1]
    assert found.text == ("Its effect was small." if open_ else "The vote's effect was small.")
    assert bool(found.unresolved) == open_


@pytest.mark.parametrize(
    ("before", "after", "open_"),
    [
        ("Two vans pulled up at the gate.", "They wanted to see the owner.", True),
        ("Three boats reached the island.", "They asked for water.", True),
        ("The boats reached the island.", "They had no sails.", False),
        ("The ministers met in Rome.", "They want a treaty.", False),
        ("Both banks closed in May.", "They want a new law.", False),
    ],
)
def test_things_want_nothing(before: str, after: str, open_: bool) -> None:
    found = of(f"{before} {after}")[-1]
    assert (found.unresolved == ("They",)) == open_
    assert (found.text == after) == open_


@pytest.mark.parametrize(
    ("before", "after", "claim"),
    [
        ("Anton Roe left. Varden Lindel ran the house.", "He sold beer.", "He sold beer."),
        ("Anton Roe left. The mill ran at a loss.", "He sold beer.", "Anton Roe sold beer."),
        ("Tessa Roe left. Varden Lindel, 38, won the cup.", "He sold beer.",
         "Varden Lindel sold beer."),
        ("Anton Roe left. Anjali Raman became finance director in 2012.", "She had sold beer.",
         "Anjali Raman had sold beer."),
    ],
)  # fmt: skip
def test_a_name_that_may_be_somebodys(before: str, after: str, claim: str) -> None:
    assert stated(f"{before} {after}")[-1] == claim


def test_who_comes_last_is_not_spoken_of_before() -> None:
    found = of("Her father, Ivo, is a vet; her mother, Marta, teaches music.")
    assert not any("Marta's" in c.text for c in found)
    assert any("ather" in c.text and {"Her", "her"} & set(c.unresolved) for c in found)


def test_the_object_of_a_clause_put_first_may_be_meant() -> None:
    found = of("The draft had nine clauses; the senate struck it down.")[-1]
    assert found.unresolved == ("it",)
    assert "draft" not in found.text


@pytest.mark.parametrize(
    ("question", "open_"),
    [("**What does it cover?** Two ports.", True), ("What does it cover?\n\nTwo ports.", True),
     ("And what does it cover? Two ports.", False)],
)  # fmt: skip
def test_in_a_question_over_a_paragraph_it_stays(question: str, open_: bool) -> None:
    found = [c.text for c in of(f"The lease runs for ten years.\n\n{question}")]
    assert any("does it cover?" in t for t in found) == open_


def test_a_run_in_heading_is_no_antecedent() -> None:
    (claim,) = of("Guidance: in view of the talks, the firm has withdrawn its profit guidance.")
    assert "guidance's" not in claim.text


@pytest.mark.parametrize(
    "holder", ["Mrs Justice Holm heard the case.", "The Head of Harbour Safety gave a talk."]
)
def test_whoever_holds_an_office_is_no_firm(holder: str) -> None:
    found = of(f"{holder} The firm paid for it.")[-1]
    assert found.text == "The firm paid for it."
    assert "The firm" in found.unresolved


@pytest.mark.parametrize(
    ("before", "after", "open_"),
    [
        ("The ruling hit Veltex Foods.", "It plans to appeal.", True),
        ("The decision hit the carrier.", "It thinks the law is wrong.", True),
        ("The government fell in May.", "It wanted to raise fares.", False),
        ("The ruling came in May.", "It names four ports.", False),
    ],
)
def test_a_ruling_plans_nothing(before: str, after: str, open_: bool) -> None:
    found = of(f"{before} {after}")
    assert any(c.text == after and c.unresolved[:1] == ("It",) for c in found) == open_


@pytest.mark.parametrize(
    ("name", "noun", "open_"),
    [
        ("Harbour Bank", "club", True),
        ("Veltex Foods", "newspaper", True),
        ("Lindal University", "company", True),
        ("Lindal University", "university", False),
        ("Harbour Bank", "company", False),
        ("Veltex Foods", "firm", False),
    ],
)
def test_a_body_is_called_what_its_name_says(name: str, noun: str, open_: bool) -> None:
    found = of(f"{name} opened a school in May. The {noun} paid for it.")[-1]
    assert found.text == (f"The {noun} paid for it." if open_ else f"{name} paid for it.")
    assert (f"The {noun}" in found.unresolved) == open_


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("Delta Foods raised the club's rent after a fire on its roof.", True),
        ("Delta Foods sold the club's shares to pay for its roof.", True),
        ("Delta Foods sold the old shares to pay for its roof.", False),
        ("Delta Foods sold the club's shares to mend its own roof.", False),
        ("Delta Foods is a critic of the club's plans and has mended its roof.", False),
    ],
)
def test_its_may_be_of_another_owner_in_the_sentence(text: str, open_: bool) -> None:
    assert any("its" in c.unresolved for c in of(text)) == open_


def test_it_may_be_the_body_that_was_told() -> None:
    found = of("Delta Foods said that its crews had warned the club, and that it had done nothing.")
    assert any(c.text == "It had done nothing." for c in found)
    found = of("Delta Foods said that the test had failed to pass a mark and that it was late.")
    assert not any(c.text == "It was late." for c in found)
