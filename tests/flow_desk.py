"""A desk with a rule of thumb for a pipeline, for tests of what happens around it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from verify.config import Settings, WatchSettings
from verify.errors import ArticleError, FetchError
from verify.types import (
    Article,
    Claim,
    Dated,
    Document,
    Entailment,
    Evidence,
    Kind,
    Label,
    PartialDate,
    Passage,
    Provenance,
    Reason,
    Report,
    Request,
    Snapshot,
    Stance,
    Timing,
    Verdict,
    sha256,
)

LABELS = {"false": Label.REFUTED, "true": Label.SUPPORTED}
SOURCE = "https://source.test/page"


class Pages:
    """Answers from a table: bytes, or the reason why there are none."""

    def __init__(self, pages: Mapping[str, bytes | Reason] | None = None) -> None:
        self.pages = dict(pages or {})
        self.asked: list[str] = []

    async def fetch(self, request: Request) -> Snapshot:
        """The page of the table. Raises FetchError."""
        self.asked.append(request.url)
        found = self.pages.get(request.url, Reason.NOT_FOUND)
        if isinstance(found, Reason):
            raise FetchError(found, str(found))
        at = datetime(2025, 12, 20, tzinfo=UTC)
        return Snapshot(request.url, 200, (), found, at, sha256(found), request)


class ThumbDesk:
    """Every line of an article is a claim; it is refuted if it says so ("false")."""

    def __init__(
        self,
        settings: Settings,
        pages: Pages | None = None,
        during: Callable[[Article], Any] = lambda article: None,
    ) -> None:
        self.settings = settings
        self.fetcher = pages or Pages()
        self.sources: tuple[Any, ...] = ()
        self.archive = None
        self.models = None
        self.during = during
        self.verified: list[str] = []

    def provenance(self) -> Provenance:
        return Provenance("verify", "c" * 64, "d" * 64, (), "e" * 64)

    async def read(
        self, origin: str, *, published: PartialDate | None = None, stdin: bytes | None = None
    ) -> Article:
        """The article at a path, or in the table of pages. Raises ArticleError."""
        try:
            if "://" in origin:
                text = (await self.fetcher.fetch(Request(origin, "article"))).body.decode()
            else:
                text = await asyncio.to_thread(Path(origin).read_text, "utf-8")
        except (OSError, FetchError) as error:
            raise ArticleError(f"{origin} cannot be read: {error}") from error
        dated = Dated(published, "argument") if published else None
        title = text.splitlines()[0]
        return Article(title, text, None, dated, "en", sha256(text), origin)

    async def verify(
        self, article: Article, *, as_of: date | None = None, now: datetime, progress: Any
    ) -> Report:
        progress("claims", article.title)
        self.verified.append(article.origin)
        await asyncio.sleep(0)
        self.during(article)
        verdicts = tuple(self._verdicts(article))
        return Report(
            article, verdicts, (), (), (), self.provenance(), as_of or now.date(), now, "Done."
        )

    def _verdicts(self, article: Article) -> Sequence[Verdict]:
        found, at = [], 0
        for number, line in enumerate(article.text.splitlines()):
            claim = Claim(f"c{number}", line, line, at, at + len(line), Kind.EVENT, 0.5)
            at += len(line) + 1
            label = next((v for k, v in LABELS.items() if k in line), Label.NOT_ENOUGH_EVIDENCE)
            found.append(Verdict(claim, label, 0.9, "thumb", "because", (evidence(),)))
        return found


def evidence() -> Evidence:
    body = "The source says so."
    document = Document("Source", body, SOURCE, "Source", None, "web", sha256(body))
    view = Entailment(0.1, 0.1, 0.8)
    return Evidence(Passage(document, 0, 10), 0.5, 0.5, view, Stance.NEUTRAL, Timing.UNDATED)


def settings(tmp_path: Path, **watch: Any) -> Settings:
    """A configuration that watches."""
    return Settings(base=tmp_path, watch=WatchSettings(**watch))


def desk(tmp_path: Path, **options: Any) -> Any:
    """A desk by rule of thumb; `watch` is its table of that name."""
    return ThumbDesk(settings(tmp_path, **options.pop("watch", {})), **options)
