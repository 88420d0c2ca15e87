"""Made-up pages of other outlets, as tests hand them to the checkers."""

from __future__ import annotations

from dataclasses import replace

from verify.types import Dated, Document, PartialDate, sha256


def dated_page(text: str, published: str | None, **about: object) -> Document:
    """A page of that day; undated where it is None or ""."""
    dated = Dated(PartialDate(published), "argument") if published else None
    url = f"https://{sha256(text)[:8]}.example/"
    made = Document("", text, url, "Gazette", dated, "web", sha256(text))
    return replace(made, **about)  # type: ignore[arg-type]
