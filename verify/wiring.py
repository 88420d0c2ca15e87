"""Settings into a desk that can work: sources, client, archive, models.

`cli` and `flows` assemble here, so that a run on demand and a scheduled run
are the same run.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from verify import archive as archives
from verify.archive_fetchers import Keeping
from verify.checkers.terms import OfficeTable
from verify.config import Settings
from verify.decide import rules_sha256
from verify.errors import ConfigError, NoSourceError
from verify.ingest import read_article
from verify.loading import build_models, finish_loading, warm, with_language_model
from verify.models.files import SHIPPED
from verify.models.stance import OnnxStance
from verify.pipeline import Models, Setting, verify_article
from verify.ports import Archive, Fetcher, Named, Progress, Source, silent
from verify.sources import build
from verify.types import Article, PartialDate, Provenance, Report
from verify.web.client import PoliteClient
from verify.web.extract import PageExtractor
from verify.web.local import FileFetcher
from verify.web.pacing import Sharing, alone
from verify.web.router import Router

NO_ARTICLE = Article("", "", None, None, "en", "")  # for questions that concern no article


TABLES = {"offices", "wikidata", "congress"}  # source types that bring terms, no documents
TABLES_ONLY = (
    "No source of documents is configured, only tables of who held which office: "
    "nothing was looked up for any other claim. docs/configuration.md says how to add sources."
)
LOCAL = {"folder", "offices"}  # source types that never leave this machine


@dataclass(frozen=True)
class Desk:
    """All that a run needs, assembled. Made by `open_desk`."""

    settings: Settings
    sources: tuple[Source, ...]
    fetcher: Fetcher
    archive: archives.Archive
    models: Models
    reader: PageExtractor

    def setting(
        self, now: datetime, as_of: date | None = None, notes: Sequence[str] = ()
    ) -> Setting:
        """What the pipeline needs to know about this run."""
        judge = self.models.stance
        return Setting(
            now=now,
            as_of=as_of or now.date(),
            provenance=self.provenance(),
            families=self.settings.families,
            notes=(*notes, *([TABLES_ONLY] if {x.type for x in self.sources} <= TABLES else [])),
            calibration=reliability(judge.folder) if isinstance(judge, OnnxStance) else (),
        )

    def provenance(self) -> Provenance:
        """Hashes of code, configuration, models and rules."""
        named: dict[str, Named] = {
            "embedder": self.models.embedder,
            "stance": self.models.stance,
            "worth": self.models.worth,
        }
        if self.models.grammar is not None:
            named["grammar"] = self.models.grammar
        models = [(role, f"{m.name} sha256:{m.sha256}") for role, m in named.items()]
        if self.models.splitter is not None:
            models.append(("splitter", self.models.splitter.name))
        return Provenance(
            program=f"verify {program_version()}",
            code=code_sha256(),
            config=self.settings.sha256,
            models=tuple(models),
            rules=rules_sha256(),
        )

    async def check(
        self,
        origin: str,
        *,
        published: PartialDate | None = None,
        as_of: date | None = None,
        stdin: bytes | None = None,
        now: datetime | None = None,
        progress: Progress = silent,
    ) -> Report:
        """Read one article and verify it. Raises ArticleError, NoSourceError."""
        article = await self.read(origin, published=published, stdin=stdin)
        return await self.verify(article, as_of=as_of, now=now, progress=progress)

    async def read(
        self, origin: str, *, published: PartialDate | None = None, stdin: bytes | None = None
    ) -> Article:
        """The article at a path, an address or "-". Raises ArticleError."""
        article = await read_article(
            origin, fetcher=self.fetcher, published=published, stdin=stdin, reader=self.reader
        )
        # Only now: an article that cannot be read must not wait for weights.
        warm(self.models)
        return article

    async def verify(
        self,
        article: Article,
        *,
        as_of: date | None = None,
        now: datetime | None = None,
        progress: Progress = silent,
    ) -> Report:
        """Verify an article that has been read. Raises NoSourceError."""
        return await verify_article(
            article,
            sources=self.sources,
            fetcher=self.fetcher,
            archive=self.archive,
            models=self.models,
            setting=self.setting(now or datetime.now(UTC), as_of),
            progress=progress,
        )


@asynccontextmanager
async def open_fetcher(
    settings: Settings,
    *,
    offline: bool = False,
    archive: Archive | None = None,
    sharing: Sharing = alone,
) -> AsyncIterator[Fetcher]:
    """The client alone: files below the configured folders, and the web unless offline.

    With an archive, pages that have not changed are not sent again. `sharing` says how
    many workers of the desk call a host.
    """
    web, contact = settings.web, settings.contact
    async with PoliteClient(web, contact=contact, archive=archive, sharing=sharing) as client:
        yield Router(files=local_files(settings), http=None if offline else client, offline=offline)


def local_files(settings: Settings) -> FileFetcher:
    """Reads what the configured sources and the package itself keep on this machine."""
    named = [settings.path(Path(t["path"])) for t in settings.sources.values() if "path" in t]
    return FileFetcher([*named, SHIPPED])


async def office_table(settings: Settings, environ: Mapping[str, str]) -> OfficeTable:
    """The office terms of the configured local tables. Raises NoSourceError."""
    tables = [s for s in build_sources(settings, environ) if s.type == "offices"]
    files = local_files(settings)
    terms = [
        term
        for source in tables
        for request in source.search((), NO_ARTICLE)
        for term in source.terms(await files.fetch(request))
    ]
    if not terms:
        raise NoSourceError("no table of offices is configured: add a source of type 'offices'")
    return OfficeTable(terms)


@asynccontextmanager
async def open_desk(
    settings: Settings,
    *,
    environ: Mapping[str, str],
    offline: bool = False,
    sharing: Sharing = alone,
) -> AsyncIterator[Desk]:
    """A desk with its connections open; they are closed at the end of the block.

    `sharing` says how many workers of the desk call a host. Raises ConfigError for a
    source that cannot be built, ArchiveError for an archive that cannot be opened.
    """
    models = build_models(settings)
    with reading() as reader, archives.Archive(settings.path(settings.archive.path)) as archive:
        sources = build_sources(settings, environ, reader)
        async with open_fetcher(
            settings, offline=offline, archive=archive, sharing=sharing
        ) as fetcher:
            try:
                split = with_language_model(models, settings, Keeping(fetcher, archive), environ)
                yield Desk(settings, sources, fetcher, archive, split, reader)
            finally:
                await asyncio.to_thread(finish_loading)


@contextmanager
def reading() -> Iterator[PageExtractor]:
    """A page reader whose worker processes end with the block."""
    reader = PageExtractor()
    try:
        yield reader
    finally:
        reader.close()


def build_sources(
    settings: Settings, environ: Mapping[str, str], extract: PageExtractor | None = None
) -> tuple[Source, ...]:
    """The enabled sources of the configuration. Raises ConfigError."""
    extract = extract or PageExtractor()
    built = tuple(
        build(name, dict(table), base=settings.base, extract=extract, environ=environ)
        for name, table in settings.sources.items()
        if table.get("enabled", True)
    )
    for source in built:
        if source.type not in LOCAL and not settings.contact:
            raise ConfigError(
                f"source {source.name!r} goes out to the web, and sites ask who calls: "
                'set contact = "desk@your-newsroom.example"'
            )
    return built


@cache
def reliability(folder: Path = SHIPPED) -> tuple[Mapping[str, Any], ...]:
    """How often a stance model was right at each confidence; () where nobody measured it."""
    path = folder / "reliability.json"
    if not path.is_file():
        return ()
    measured = json.loads(path.read_text("utf-8"))["bins"]
    return tuple({"label": label, **row} for label, rows in measured.items() for row in rows)


def program_version() -> str:
    """The installed version, or "0" from a bare checkout."""
    try:
        return version("verification-desk")
    except PackageNotFoundError:
        return "0"


@cache
def code_sha256() -> str:
    """Hash over the package's source files, in the order of their names."""
    root = Path(__file__).resolve().parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
