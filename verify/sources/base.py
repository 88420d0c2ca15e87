"""What every source shares: its settings, its surroundings, and how it reads a page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import BaseModel, ConfigDict

from verify.errors import SourceError
from verify.ports import Extractor
from verify.types import (
    Article,
    Claim,
    Dated,
    Document,
    Gap,
    OfficeTerm,
    PartialDate,
    Reason,
    Request,
    Snapshot,
    Tier,
)

GUESSED = "htmldate"  # an extractor's last resort; a source's own word on the date is better


class SourceSettings(BaseModel):
    """The keys that every source's table may have."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str
    tier: Tier = Tier.OTHER
    enabled: bool = True


@dataclass(frozen=True)
class Around:
    """What a source is given beside its settings."""

    base: Path  # where relative paths start
    extract: Extractor
    environ: Mapping[str, str]


class PlaceToLook:
    """Base of the sources: asks nothing, leads nowhere, and reads pages with the extractor.

    Subclasses plan requests in `search`, follow answers in `hits`, and read them in
    `read` or `terms`. They keep no state between calls: what a later call needs
    travels in the request.
    """

    name: str
    type: str = ""
    tier: Tier

    def __init__(self, name: str, tier: Tier, around: Around) -> None:
        self.name = name
        self.tier = tier
        self.around = around

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """The first requests. Raises SourceError where the source cannot be asked."""
        raise NotImplementedError

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """Nothing further, unless a source says otherwise."""
        return ()

    def read(self, snapshot: Snapshot) -> Sequence[Document]:
        """The page in an answer; nothing of an answer that only leads on."""
        return (self.page(snapshot),) if snapshot.request.purpose == "page" else ()

    def terms(self, snapshot: Snapshot) -> Sequence[OfficeTerm]:
        """No office terms, unless a source says otherwise."""
        return ()

    def gaps(self, snapshot: Snapshot) -> Sequence[Gap]:
        """What an answer, good as it is, says it could not look at (an engine that timed out)."""
        return ()

    def page(self, snapshot: Snapshot) -> Document:
        """The page as a document of this source. Raises SourceError.

        A date that the page does not give, or that was only guessed from its markup,
        is taken from the search result or feed that led here.
        """
        document = self.around.extract(snapshot)
        told = snapshot.request.published
        guessed = document.published is None or document.published.found_in == GUESSED
        published = Dated(told, f"{self.type} result") if told and guessed else document.published
        return replace(document, source=self.name, tier=self.tier, published=published)

    def key(self, variable: str) -> str:
        """A key from the environment. Raises SourceError (no_key)."""
        value = self.around.environ.get(variable, "").strip()
        if not value:
            raise SourceError(Reason.NO_KEY, f"set {variable} in the environment")
        return value


def address(base: str, **parameters: str | int | None) -> str:
    """`base` with the parameters that are not None, in the order given."""
    query = urlencode({k: v for k, v in parameters.items() if v is not None})
    joiner = "&" if urlsplit(base).query else "?"
    return f"{base}{joiner}{query}" if query else base


def purpose(name: str, **state: str | int) -> str:
    """What a request is for, with what the source must remember until the answer comes.

    Sources keep no state: `search?day=2025-12-20&page=2` travels with the request.
    """
    told = {k: v for k, v in state.items() if v not in ("", None)}
    return f"{name}?{urlencode(told)}" if told else name


def asked_for(request: Request) -> tuple[str, dict[str, str]]:
    """The name and the state that `purpose` wrote."""
    name, _, told = request.purpose.partition("?")
    return name, dict(parse_qsl(told))


def json_of(snapshot: Snapshot, what: str) -> dict[str, Any]:
    """The JSON object in an answer. Raises SourceError (bad_answer) for anything else."""
    value = json_value(snapshot, what)
    if not isinstance(value, dict):
        raise SourceError(Reason.BAD_ANSWER, f"{what} answered with JSON of another shape")
    return value


def json_value(snapshot: Snapshot, what: str) -> Any:
    """The JSON value in an answer. Raises SourceError (bad_answer) where it is none."""
    try:
        return json.loads(snapshot.body)
    except (ValueError, RecursionError) as error:
        start = " ".join(snapshot.body[:120].decode("utf-8", "replace").split())
        raise SourceError(Reason.BAD_ANSWER, f"{what} answered without JSON: {start}") from error


def tables(value: Any) -> list[dict[str, Any]]:
    """The objects in a JSON list; [] for anything else, so that a missing key is no crash."""
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []


def table_of(value: Any) -> dict[str, Any]:
    """A JSON object; {} for anything else."""
    return value if isinstance(value, dict) else {}


def text_of(value: Any) -> str:
    """A JSON string on one line; "" for anything else."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def web_address(value: Any) -> str:
    """An http(s) address from an answer, else ""."""
    raw = value.strip() if isinstance(value, str) else ""
    try:
        parts = urlsplit(raw)
    except ValueError:
        return ""
    return raw if parts.scheme in ("http", "https") and parts.hostname else ""


def day_of(value: Any) -> PartialDate | None:
    """The day at the start of an ISO date or `20251220T101500Z`; None where there is none."""
    raw = value.strip() if isinstance(value, str) else ""
    compact = raw[:8]
    iso = f"{compact[:4]}-{compact[4:6]}-{compact[6:]}" if compact.isdigit() else raw[:10]
    try:
        return PartialDate(iso)
    except ValueError:
        return None
