"""Claims as the product itself states them, beside the text they come from.

Annotated claims are written by people who were asked for a claim. What the product judges are
parts of sentences, made to stand alone by its own claims room: "A is the leader of B", out of
"B's leader A said …". They are for a teacher to judge, for the room may err.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify.claims import extract_claims
from verify.models.grammar import SpacyGrammar
from verify.stating import EvenWorth
from verify.types import Article, sha256


def own_claims(passages: Sequence[str]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each passage, and its checkable claims with the words of the passage that carry them."""
    grammar, worth = SpacyGrammar(), EvenWorth()
    for passage in passages:
        article = Article("", passage, None, None, "en", sha256(passage))
        claims = extract_claims(article, worth=worth, grammar=grammar)
        yield passage, [(c.text, c.quote) for c in claims if c.checkable and len(c.text) > 20]
