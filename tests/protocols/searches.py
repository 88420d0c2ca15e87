"""Search services: GDELT DOC 2.0, SearXNG, Brave, Tavily, Google Fact Check Tools.

Each takes the pages that it finds as (address, title, day) and answers in the service's shape.
"""

from __future__ import annotations

import json
from typing import Any

from tests.protocols.server import Answer, Asked, as_json

Found = list[tuple[str, str, str]]


def gdelt(found: Found):
    """https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/"""

    def answer(asked: Asked) -> Answer:
        query = asked.query
        words = query["query"].split(" sourcelang:")[0]
        if words.startswith("Zzbusy"):  # it sheds load with a status, too
            said = b"Please limit requests to one every 5 seconds or contact us.\n"
            return Answer(said, "text/html; charset=utf-8", 429)
        if not words.startswith('"') and any(len(w) < 3 for w in words.split()):
            return Answer(b"The specified phrase is too short.\n", "text/html; charset=utf-8")
        if words.startswith("zzrate"):
            said = b"Please limit requests to one every 5 seconds or contact us.\n"
            return Answer(said, "text/html; charset=utf-8")
        assert query["mode"] == "artlist"
        assert query["format"] == "json"
        assert int(query["maxrecords"]) <= 250
        low, high = query.get("startdatetime", "0"), query.get("enddatetime", "9")
        within = [f for f in found if low <= f[2].replace("-", "") + "120000" <= high]
        if not within:
            return as_json({})
        articles = [
            {
                "url": u,
                "title": t,
                "seendate": d.replace("-", "") + "T120000Z",
                "domain": "news.example",
                "language": "English",
                "sourcecountry": "Pakistan",
            }
            for u, t, d in within[: int(query["maxrecords"])]
        ]
        return as_json({"articles": articles})

    return answer


def searxng(found: Found, silent: list[list[str]] | None = None, size: int = 2):
    """https://docs.searxng.org/dev/search_api.html"""

    def answer(asked: Asked) -> Answer:
        assert asked.query["format"] == "json"
        page = int(asked.query["pageno"])
        part = found[(page - 1) * size : page * size]
        results = [
            {"url": u, "title": t, "content": "…", "engine": "local", "publishedDate": d or None}
            for u, t, d in part
        ]
        return as_json(
            {"query": asked.query["q"], "results": results, "unresponsive_engines": silent or []}
        )

    return answer


def brave(found: Found, key: str, error: str = ""):
    """https://api-dashboard.search.brave.com/app/documentation/web-search/get-started"""

    def answer(asked: Asked) -> Answer:
        assert asked.headers["x-subscription-token"] == key
        if error:
            status = {"RATE_LIMITED": 429, "OPTION_NOT_IN_PLAN": 400}.get(error, 422)
            told = {"code": error, "detail": "what went wrong", "status": status}
            return as_json({"type": "ErrorResponse", "error": told}, status)
        count, offset = int(asked.query["count"]), int(asked.query.get("offset", 0))
        assert count <= 20
        assert offset <= 9
        part = found[offset * count : (offset + 1) * count]
        results = [
            {"url": u, "title": t, "description": "…", "page_age": f"{d}T08:00:00"}
            for u, t, d in part
        ]
        more = (offset + 1) * count < len(found)
        about = {"original": asked.query["q"], "more_results_available": more}
        return as_json({"type": "search", "query": about, "web": {"results": results}})

    return answer


def tavily(found: Found, key: str, *, spent: bool = False):
    """https://docs.tavily.com/documentation/api-reference/endpoint/search"""

    def answer(asked: Asked) -> Answer:
        assert asked.method == "POST"
        if asked.headers["authorization"] != f"Bearer {key}":
            said = {"detail": {"error": "Unauthorized: missing or invalid API key."}}
            return as_json(said, 401)
        if spent:
            said = {"detail": {"error": "This request exceeds your plan's set usage limit."}}
            return as_json(said, 432)
        asking = json.loads(asked.body)
        assert asking["max_results"] <= 20
        results = [
            {"url": u, "title": t, "content": "…", "score": 0.9, "published_date": d}
            for u, t, d in found[: asking["max_results"]]
        ]
        return as_json({"query": asking["query"], "results": results, "response_time": 0.4})

    return answer


def factchecks(reviews: list[dict[str, Any]], key: str, size: int = 2):
    """https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims/search"""

    def answer(asked: Asked) -> Answer:
        if asked.query.get("key") != key:
            said = "API key not valid. Please pass a valid API key."
            told = {"code": 400, "message": said, "status": "INVALID_ARGUMENT"}
            return as_json({"error": told}, 400)
        at = int(asked.query.get("pageToken", "0") or 0)
        size_ = min(size, int(asked.query["pageSize"]))
        part = reviews[at : at + size_]
        claims = [
            {
                "text": r["text"],
                "claimant": r.get("claimant", ""),
                "claimReview": [
                    {
                        "publisher": {"name": r["publisher"], "site": "checks.example"},
                        "url": r["url"],
                        "title": r["title"],
                        "reviewDate": f"{r['day']}T00:00:00Z",
                        "textualRating": r["rating"],
                        "languageCode": "en",
                    }
                ],
            }
            for r in part
        ]
        more = {"nextPageToken": str(at + size_)} if at + size_ < len(reviews) else {}
        return as_json(({"claims": claims} if claims else {}) | more)

    return answer


def wayback(captures: dict[str, list[tuple[str, Answer]]]):
    """CDX and raw captures: address → [(timestamp, page)], oldest first.

    https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server
    """

    def answer(asked: Asked) -> Answer:
        if asked.path == "/cdx/search/cdx":
            query = asked.query
            assert query["output"] == "json"
            assert query["filter"] == "statuscode:200"
            within = [c for c in captures.get(query["url"], []) if c[0] <= query["to"]]
            head = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
            rows = [["key", t, query["url"], "text/html", "200", "DIGEST", "1"] for t, _ in within]
            rows = rows[int(query["limit"]) :]  # a negative limit counts from the end
            return as_json([head, *rows] if rows else [])
        stamp, _, original = asked.path.removeprefix("/web/").partition("id_/")
        return next(page for t, page in captures[original] if t == stamp)

    return answer
