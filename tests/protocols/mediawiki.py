"""A MediaWiki's api.php: search with continuation, revisions as of a date, extracts, errors.

Shapes: https://www.mediawiki.org/wiki/API:Search, API:Revisions, API:Errors_and_warnings
"""

from __future__ import annotations

from typing import Any

from tests.protocols.server import Answer, Asked, as_json

# title → (timestamp, wikitext) of each revision, oldest first
Pages = dict[str, list[tuple[str, str]]]


def wiki(pages: Pages, *, extracts: bool = True, error: tuple[str, str] | None = None):
    """The answers of a wiki that holds `pages`."""

    def answer(asked: Asked) -> Answer:
        if asked.path != "/w/api.php":
            return Answer(b"not found", status=404)
        assert asked.query["format"] == "json"
        if error:  # errors come with status 200 (API:Errors_and_warnings)
            return as_json({"error": {"code": error[0], "info": error[1]}, "servedby": "local"})
        if asked.query.get("list") == "search":
            return as_json(_search(pages, asked.query))
        return as_json(_query(pages, asked.query, extracts))

    return answer


def _search(pages: Pages, query: dict[str, str]) -> dict[str, Any]:
    assert query["srwhat"] == "text"  # else MediaWiki's own search looks at titles only
    words = query["srsearch"].lower().split()
    found = [
        title
        for title, revisions in pages.items()
        if all(w in f"{title} {revisions[-1][1]}".lower() for w in words)
    ]
    offset, limit = int(query.get("sroffset", 0)), int(query["srlimit"])
    page = found[offset : offset + limit]
    answer: dict[str, Any] = {"batchcomplete": True}
    if offset + limit < len(found):
        answer["continue"] = {"sroffset": offset + limit, "continue": "-||"}
    hits = [{"ns": 0, "title": t, "pageid": i, "snippet": "…"} for i, t in enumerate(page, 1)]
    answer["query"] = {"searchinfo": {"totalhits": len(found)}, "search": hits}
    return answer


def _query(pages: Pages, query: dict[str, str], extracts: bool) -> dict[str, Any]:
    title = query["titles"]
    if title not in pages:
        return {"query": {"pages": [{"ns": 0, "title": title, "missing": True}]}}
    entry: dict[str, Any] = {"pageid": 1, "ns": 0, "title": title, "pagelanguage": "en"}
    if "info" in query["prop"]:
        entry["fullurl"] = f"https://wiki.example/wiki/{title.replace(' ', '_')}"
    until = query.get("rvstart", "9999")
    assert query.get("rvdir", "older") == "older"
    before = [(i, t, text) for i, (t, text) in enumerate(pages[title], 100) if t <= until]
    if before:
        number, stamp, text = before[-1]
        slot = {"contentmodel": "wikitext", "contentformat": "text/x-wiki", "content": text}
        entry["revisions"] = [{"revid": number, "timestamp": stamp, "slots": {"main": slot}}]
    answer: dict[str, Any] = {"batchcomplete": True, "query": {"pages": [entry]}}
    if "extracts" in query["prop"]:
        if extracts:
            entry["extract"] = (
                pages[title][-1][1].replace("'''", "").replace("[[", "").replace("]]", "")
            )
        else:  # a wiki without the extension warns and goes on
            warning = 'Unrecognized value for parameter "prop": extracts'
            answer["warnings"] = {"query": {"warnings": warning}}
    return answer
