"""Articles and a worth model for the tests of the claims room."""

from __future__ import annotations

from verify.claims import extract_claims
from verify.models.grammar import SpacyGrammar
from verify.stating import EvenWorth
from verify.types import Article, Claim, Dated, PartialDate, sha256

GRAMMAR = SpacyGrammar()  # read once for all tests


def article(text: str, *, title: str = "", published: str = "", language: str = "en") -> Article:
    dated = Dated(PartialDate(published), "argument") if published else None
    return Article(title, text, None, dated, language, sha256(text))


def claims_of(text: str, **about: str) -> tuple[Claim, ...]:
    return extract_claims(article(text, **about), worth=EvenWorth(), grammar=GRAMMAR)


def texts_of(text: str, **about: str) -> list[str]:
    return [c.text for c in claims_of(text, **about)]


def of(text: str, **about: str) -> list[Claim]:
    """The claims of sentences that are not the first of their article."""
    found = claims_of(f"It rained in Varna.\n\n{text}", **about)
    return [c for c in found if "rained" not in c.text]


def stated(text: str, **about: str) -> list[str]:
    return [c.text for c in of(text, **about)]


def spoken(text: str) -> dict[str, str]:
    """What is said by somebody → by whom."""
    return {c.text: c.attribution.speaker for c in of(text) if c.attribution}
