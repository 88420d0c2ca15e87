"""`wikidata`: offices held, with start and end, as facts for the offices checker.

Search by name → the person's statements (P39, position held) → the offices' labels.
https://www.wikidata.org/wiki/Wikidata:Data_access
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pydantic import Field

from verify.errors import SourceError
from verify.sources.base import (
    Around,
    PlaceToLook,
    SourceSettings,
    address,
    asked_for,
    json_of,
    purpose,
    table_of,
    tables,
    text_of,
)
from verify.sources.mediawiki import ERRORS, LAG
from verify.sources.query import names
from verify.types import Article, Claim, Kind, OfficeTerm, PartialDate, Reason, Request, Snapshot

HUMAN = "Q5"
IDS = 50  # entities in one answer, for clients without special rights
LENGTHS = {11: 10, 10: 7, 9: 4}  # Wikidata's precision → characters of the ISO date


class WikidataSettings(SourceSettings):
    """`api` and `entities` are the addresses of api.php and of Special:EntityData."""

    api: str = Field("https://www.wikidata.org/w/api.php", pattern=r"^https?://")
    entities: str = Field("https://www.wikidata.org/wiki/Special:EntityData", pattern=r"^https?://")
    language: str = "en"
    people: int = Field(15, ge=1)  # names of an article that are looked up
    results: int = Field(2, ge=1, le=10)  # items of one name that are read


@dataclass(frozen=True)
class Held:
    """One P39 statement, its office still an item id."""

    person: str
    office: str
    start: str
    end: str
    until: str
    district: str
    item: str


class WikidataSource(PlaceToLook):
    """Looks up the people to whom the article gives an office."""

    type = "wikidata"

    def __init__(self, name: str, settings: WikidataSettings, around: Around) -> None:
        super().__init__(name, settings.tier, around)
        self.settings = settings

    def search(self, claims: Sequence[Claim], article: Article) -> Sequence[Request]:
        """A search for each name in the claims about offices."""
        found: dict[str, str] = {}
        for claim in claims:
            if claim.kind is Kind.OFFICE:
                for name in names(claim.text):
                    found.setdefault(name, claim.id)
        return [self._search(n, c) for n, c in list(found.items())[: self.settings.people]]

    def hits(self, snapshot: Snapshot) -> Sequence[Request]:
        """People found → their statements → the labels of their offices. Raises SourceError."""
        name, _ = asked_for(snapshot.request)
        if name == "search":
            entries = tables(self._answer(snapshot).get("search"))[: self.settings.results]
            return [self._entity(text_of(e.get("id")), snapshot.request) for e in entries]
        if name == "entity":
            return self._labels(list(_held(snapshot, self.settings.language)), snapshot.request)
        return ()

    def terms(self, snapshot: Snapshot) -> Sequence[OfficeTerm]:
        """The terms, once the offices' labels are known. Raises SourceError."""
        name, state = asked_for(snapshot.request)
        if name != "labels":
            return ()
        entities = table_of(self._answer(snapshot).get("entities"))
        labels = {i: _label(e, self.settings.language) for i, e in entities.items()}
        held = [Held(**h) for h in json.loads(state.get("held", "[]"))]
        return [self._term(h, labels) for h in held if labels.get(h.office)]

    def _search(self, name: str, claim_id: str) -> Request:
        url = address(
            self.settings.api,
            action="wbsearchentities",
            search=name,
            language=self.settings.language,
            type="item",
            limit=self.settings.results,
            format="json",
            maxlag=LAG,
        )
        return Request(url, self.name, "search", claim_id, title=name, api=True)

    def _entity(self, item: str, asked_by: Request) -> Request:
        url = f"{self.settings.entities.rstrip('/')}/{item}.json"
        return Request(url, self.name, "entity", asked_by.claim_id, title=asked_by.title, api=True)

    def _labels(self, held: list[Held], asked_by: Request) -> list[Request]:
        """The labels of offices and districts; the statements travel with the request."""
        found: list[Request] = []
        for chunk in (held[i : i + IDS // 2] for i in range(0, len(held), IDS // 2)):
            ids = dict.fromkeys(i for h in chunk for i in (h.office, h.district) if i)
            url = address(
                self.settings.api,
                action="wbgetentities",
                ids="|".join(ids),
                props="labels",
                languages=self.settings.language,
                format="json",
                maxlag=LAG,
            )
            told = purpose("labels", held=json.dumps([asdict(h) for h in chunk]))
            found.append(Request(url, self.name, told, asked_by.claim_id, api=True))
        return found

    def _answer(self, snapshot: Snapshot) -> dict[str, Any]:
        answer = json_of(snapshot, "Wikidata")
        error = answer.get("error")
        if isinstance(error, dict):
            code = text_of(error.get("code"))
            reason = ERRORS.get(code, Reason.BAD_ANSWER)
            raise SourceError(reason, f"{code}: {text_of(error.get('info'))}")
        return answer

    def _term(self, held: Held, labels: dict[str, str]) -> OfficeTerm:
        return OfficeTerm(
            person=held.person,
            office=labels[held.office],
            # An office's label names its own place ("President of France"); a seat's does not.
            jurisdiction=labels.get(held.district, ""),
            start=PartialDate(held.start),
            until=PartialDate(held.until),
            out_by=PartialDate(held.end) if held.end else None,
            title=labels[held.office],
            source=self.name,
            url=f"{self.settings.entities.split('/wiki/')[0]}/wiki/{held.item}",
        )


def _held(snapshot: Snapshot, language: str) -> Iterator[Held]:
    """The dated positions of a person. A redirect changes the key, so the one entity is taken."""
    entities = table_of(json_of(snapshot, "Wikidata").get("entities"))
    entity = table_of(next(iter(entities.values()), None))
    if not entity:
        raise SourceError(Reason.BAD_ANSWER, "Wikidata answered without an entity")
    claims = table_of(entity.get("claims"))
    if HUMAN not in map(_item, tables(claims.get("P31"))):
        return
    seen = snapshot.fetched_at.date().isoformat()
    for statement in tables(claims.get("P39")):
        office, start = _item(statement), _time(statement, "P580")
        if statement.get("rank") == "deprecated" or not office or not start:
            continue
        end = _time(statement, "P582")
        # Without an end, only a preferred statement says that the office is held now.
        now = not end and statement.get("rank") == "preferred"
        yield Held(
            person=_label(entity, language) or snapshot.request.title,
            office=office,
            start=start,
            end=end,
            until=end or (seen if now else start),
            district=_qualifier_item(statement, "P768"),
            item=text_of(entity.get("id")),
        )


def _item(statement: dict[str, Any]) -> str:
    """The item id of a statement's value; "" for an unknown or missing one."""
    snak = table_of(statement.get("mainsnak"))
    known = snak.get("snaktype") == "value"
    return text_of(_value(snak).get("id")) if known else ""


def _value(snak: dict[str, Any]) -> dict[str, Any]:
    return table_of(table_of(snak.get("datavalue")).get("value"))


def _qualifier_item(statement: dict[str, Any], name: str) -> str:
    snaks = tables(table_of(statement.get("qualifiers")).get(name))
    return _item({"mainsnak": snaks[0]}) if snaks else ""


def _time(statement: dict[str, Any], name: str) -> str:
    """A qualifier's date as far as its precision goes: `2025-01-21`, `2025-01`, `2025`, or ""."""
    for snak in tables(table_of(statement.get("qualifiers")).get(name)):
        value = _value(snak)
        precision = value.get("precision")
        length = LENGTHS.get(precision, 0) if isinstance(precision, int) else 0
        iso = text_of(value.get("time")).removeprefix("+")[:length] if length else ""
        try:
            return PartialDate(iso).iso
        except ValueError:  # before our era, or a precision of decades
            continue
    return ""


def _label(entity: Any, language: str) -> str:
    labels = table_of(table_of(entity).get("labels"))
    return text_of(table_of(labels.get(language) or labels.get("mul")).get("value"))
