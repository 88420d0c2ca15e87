"""Wikidata: wbsearchentities, Special:EntityData, wbgetentities.

Shapes: https://www.wikidata.org/w/api.php?action=help, https://www.wikidata.org/wiki/Wikidata:Data_access
"""

from __future__ import annotations

from typing import Any

from tests.protocols.server import Answer, Asked, as_json


def item(id: str) -> dict[str, Any]:
    value = {"entity-type": "item", "numeric-id": int(id[1:]), "id": id}
    return {"snaktype": "value", "datavalue": {"value": value, "type": "wikibase-entityid"}}


def moment(time: str, precision: int) -> dict[str, Any]:
    value = {
        "time": time,
        "timezone": 0,
        "before": 0,
        "after": 0,
        "precision": precision,
        "calendarmodel": "http://www.wikidata.org/entity/Q1985727",
    }
    return {"snaktype": "value", "datavalue": {"value": value, "type": "time"}}


def position(office: str, rank: str = "normal", **qualifiers: dict[str, Any]) -> dict[str, Any]:
    return {
        "mainsnak": {"property": "P39", **item(office)},
        "type": "statement",
        "rank": rank,
        "qualifiers": {name: [value] for name, value in qualifiers.items()},
    }


def person(id: str, name: str, *positions: dict[str, Any], human: bool = True) -> dict[str, Any]:
    kind = {"mainsnak": {"property": "P31", **item("Q5" if human else "Q43229")}, "rank": "normal"}
    return {
        "id": id,
        "type": "item",
        "labels": {"en": {"language": "en", "value": name}},
        "claims": {"P31": [kind], "P39": list(positions)},
    }


def wikidata(people: dict[str, dict[str, Any]], labels: dict[str, str], redirects: dict[str, str]):
    """The answers of a Wikidata that holds these people and these labels of offices."""

    def answer(asked: Asked) -> Answer:
        query = asked.query
        if asked.path.startswith("/wiki/Special:EntityData/"):
            id = asked.path.rsplit("/", 1)[-1].removesuffix(".json")
            id = redirects.get(id, id)
            return as_json({"entities": {id: people[id]}})  # under its own id, not the asked one
        if query["action"] == "wbsearchentities":
            wanted = query["search"].lower()
            named = [(i, p["labels"]["en"]["value"]) for i, p in people.items()]
            named += [(old, people[new]["labels"]["en"]["value"]) for old, new in redirects.items()]
            hits = [
                {"id": i, "label": n, "description": ""} for i, n in named if wanted in n.lower()
            ]
            return as_json({"searchinfo": {"search": wanted}, "search": hits, "success": 1})
        ids = query["ids"].split("|")
        assert len(ids) <= 50
        found = {
            i: {"id": i, "labels": {"en": {"language": "en", "value": labels[i]}}} for i in ids
        }
        return as_json({"entities": found, "success": 1})

    return answer
