"""RFC 9111 for a private cache: when a stored answer may be used again, and how to ask anew.

No heuristic freshness: an answer that names no lifetime is asked for again, with
its validators, so the site can say "unchanged" in a hundred bytes.
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from verify.types import Request, Snapshot

Headers = tuple[tuple[str, str], ...]

# RFC 9111 3.2: a 304 updates the stored headers, but not those that describe the stored body.
_OF_THE_BODY = {"content-length", "content-encoding", "content-type", "content-range"}


def is_fresh(stored: Snapshot, request: Request, now: datetime) -> bool:
    """Whether a stored answer may stand for a new one without asking (RFC 9111 4.2)."""
    control = directives(stored)
    if request.method != "GET" or stored.url != request.url:
        return False  # after a redirect, the lifetime of the redirect itself would count
    if "no-store" in control or "no-cache" in control or not varies_alike(stored, request):
        return False
    return age(stored, now) < lifetime(stored, control)


def validators(stored: Snapshot) -> Headers:
    """The conditional headers for asking whether a stored answer still holds; () if none."""
    tag, modified = stored.header("etag"), stored.header("last-modified")
    found = (("if-none-match", tag), ("if-modified-since", modified))
    return tuple((name, value) for name, value in found if value)


def updated(stored: Headers, answer: Headers) -> Headers:
    """The stored headers after a 304 that carried `answer` (RFC 9111 3.2)."""
    new = {n.lower() for n, _ in answer} - _OF_THE_BODY
    kept = [(n, v) for n, v in stored if n.lower() not in new]
    return tuple(kept + [(n, v) for n, v in answer if n.lower() in new])


def varies_alike(stored: Snapshot, request: Request) -> bool:
    """Whether the request agrees with the stored one in all that the answer varies on.

    Headers that we send ourselves are always the same; only a request's own can differ.
    """
    names = [n.strip().lower() for n in stored.header("vary").split(",") if n.strip()]
    if "*" in names:
        return False
    old = {n.lower(): v for n, v in stored.request.headers}
    new = {n.lower(): v for n, v in request.headers}
    return all(old.get(name) == new.get(name) for name in names)


def directives(stored: Snapshot) -> dict[str, str]:
    """Cache-Control as a table, all such headers taken together."""
    text = ",".join(v for n, v in stored.headers if n.lower() == "cache-control")
    pairs = (part.strip().partition("=") for part in text.split(","))
    return {n.strip().lower(): v.strip().strip('"') for n, _, v in pairs if n.strip()}


def lifetime(stored: Snapshot, control: dict[str, str]) -> float:
    """Seconds that the answer said it would hold; 0 where it said nothing usable."""
    if "max-age" in control:
        return float(control["max-age"]) if _is_seconds(control["max-age"]) else 0.0
    expires, said_at = _moment(stored.header("expires")), _moment(stored.header("date"))
    if expires is None:
        return 0.0
    return (expires - (said_at or stored.fetched_at)).total_seconds()


def age(stored: Snapshot, now: datetime) -> float:
    """Seconds since the origin made the answer, as far as can be known (RFC 9111 4.2.3)."""
    said_at = _moment(stored.header("date")) or stored.fetched_at
    apparent = max(0.0, (stored.fetched_at - said_at).total_seconds())
    told = stored.header("age")
    corrected = max(apparent, float(told) if _is_seconds(told) else 0.0)
    return corrected + max(0.0, (now - stored.fetched_at).total_seconds())


def _is_seconds(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 12


def _moment(text: str) -> datetime | None:
    """An HTTP date; None for anything else, "0" included."""
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def usable(
    snapshot: Snapshot, request: Request, now: datetime, since: datetime | None = None
) -> bool:
    """Whether a stored answer stands for a new one: it is fresh, or was got from `since` on
    by a run that is taken up again."""
    taken_up = since is not None and since <= snapshot.fetched_at <= now
    return taken_up or is_fresh(snapshot, request, now)
