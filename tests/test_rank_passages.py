"""Documents are cut into passages that are slices of them and say something."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verify.rank import passages
from verify.types import Document


def document(text: str) -> Document:
    return Document("", text, "", "", None, "s", "0")


def texts(text: str) -> list[str]:
    return [p.text for p in passages(document(text))]


def test_a_list_of_addresses_is_no_passage():
    told = (
        "The ceasefire took effect on 10 October.\n\nRead at: https://x.example/a; y.example/b?c=1"
    )
    assert texts(told) == ["The ceasefire took effect on 10 October."]


def test_a_sentence_with_an_address_is_one():
    told = "The minister resigned, the paper says (https://x.example/a), on Friday."
    assert texts(told) == [told]


@given(st.text(max_size=400))
def test_every_passage_is_a_slice_of_its_document(text):
    assert all(text[p.start : p.end] == p.text for p in passages(document(text)))
