"""`pages`: a list of addresses that are read for every article."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field, field_validator

from verify.sources.base import Around, PlaceToLook, SourceSettings, web_address
from verify.types import Article, Claim, Request


class PagesSettings(SourceSettings):
    """`urls`: http or https addresses, each once."""

    urls: tuple[str, ...] = Field(min_length=1)

    @field_validator("urls")
    @classmethod
    def _addresses(cls, urls: tuple[str, ...]) -> tuple[str, ...]:
        for url in urls:
            if not web_address(url):
                raise ValueError(f"{url!r} is no http or https address")
        return tuple(dict.fromkeys(urls))


class PagesSource(PlaceToLook):
    """Reads the pages that the user named."""

    type = "pages"

    def __init__(self, name: str, settings: PagesSettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """Every page, whatever the article says; the article's own page is no evidence for it."""
        return [Request(url, self.name) for url in self.settings.urls if url != article.url]
