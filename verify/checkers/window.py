"""The window: when can all the role claims of an article have been true together?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from verify.checkers.offices_dates import LATELY
from verify.checkers.offices_people import meant
from verify.checkers.offices_posts import Post
from verify.checkers.offices_reading import Sighting, alike, sightings
from verify.checkers.offices_roles import Role
from verify.checkers.offices_words import office_words
from verify.checkers.terms import BLIND, FOREVER, OfficeTable, Person, Record
from verify.ports import OfficeTerms
from verify.types import Article, Claim, RoleSpan, Window

MAX_WINDOWS = 3  # spans that one article's roles can share; more says nothing
PRESENT = ("current", "acting")  # the tenses that tie an article to a time; and "former"


def windows(claims: Sequence[Claim], article: Article, terms: OfficeTerms) -> tuple[Window, ...]:
    """The spans in which every role claim of the article can be true; () where it makes none.

    One Window a span, oldest first (a person may have held an office twice); one
    Window of state "empty" where there is no such span.
    """
    if not isinstance(terms, OfficeTable):
        return ()
    spans = _role_spans(claims, article, terms)
    if not spans:
        return ()
    roles = tuple(span for held in spans for span in held)
    shared = _shared(spans)
    if not shared:
        return (Window(roles, None, None, "empty", _empty_words(spans)),)
    return tuple(_window(roles, span, article.day) for span in shared[:MAX_WINDOWS])


Span = tuple[date, date, date]  # from, surely until, possibly until


def _role_spans(
    claims: Sequence[Claim], article: Article, table: OfficeTable
) -> list[tuple[RoleSpan, ...]]:
    """For each distinct role claimed as held: the spans in which it was."""
    found: dict[tuple[int, Post], tuple[RoleSpan, ...]] = {}
    for seen in _read(claims, article, table):
        held = _held(seen, _claim_of(claims, seen), article, table)
        if held is not None:
            person, spans = held
            found.setdefault((person.number, seen.role.post), spans)
    return list(_without_weaker(found).values())


def _read(claims: Sequence[Claim], article: Article, table: OfficeTable) -> Iterator[Sighting]:
    """The roles where they stand in the article, then those that only a claim's text has."""
    every = sightings(table, article.text, article.text, article.day)
    yield from every
    for claim in claims:
        for told in sightings(table, claim.text, article.text, article.day):
            if not any(alike(told.role, s.role) for s in every):
                yield replace(told, start=claim.start, end=claim.end)


def _claim_of(claims: Sequence[Claim], seen: Sighting) -> str:
    """The claim in whose words the role stands; "" where none has them."""
    return next((c.id for c in claims if seen.touches(c.start, c.end)), "")


def _without_weaker(
    found: dict[tuple[int, Post], tuple[RoleSpan, ...]],
) -> dict[tuple[int, Post], tuple[RoleSpan, ...]]:
    """Each role once: `Senator Rubio` says nothing beside `the senator from Florida`."""
    kept = dict(found)
    for number, post in found:
        same = [q for n, q in kept if n == number and q.family == post.family and q != post]
        if any(q.place and not post.place and q.committee == post.committee for q in same):
            del kept[number, post]
    return kept


def _held(
    seen: Sighting, claim_id: str, article: Article, table: OfficeTable
) -> tuple[Person, tuple[RoleSpan, ...]] | None:
    role = seen.role
    if not _of_now(role, article.day) or role.form == "succession":
        return None
    who = meant(table, role.name, role.post, article.text)
    holders = [p for p in who.people if p.held(role.post)]
    if len(holders) != 1 or role.post.family == "ambassador":
        return None
    person = holders[0]
    spans = _joined(person.held(role.post))
    if role.tense == "former":
        spans = _after(spans)
    words = ("former " if role.tense == "former" else "") + _words(person, role)
    source = person.held(role.post)[-1].term.source
    told = tuple(
        RoleSpan(claim_id, person.name, words, a, _open(c), _open(b), source) for a, b, c in spans
    )
    return (person, told) if told else None


def _of_now(role: Role, day: date | None) -> bool:
    """The role is given as held when the article was written, in its own words."""
    lately = role.days is None or (day is not None and (day - role.days[0]).days <= LATELY)
    return lately and not role.quoted and role.tense in (*PRESENT, "former")


def _words(person: Person, role: Role) -> str:
    term = person.held(role.post)[-1].term
    return role.post.words if role.post.committee else office_words(term)


def _open(day: date) -> date | None:
    return None if day == FOREVER else day


def _joined(records: Sequence[Record]) -> list[Span]:
    """The terms as spans, those that run on from one another as one."""
    spans: list[Span] = []
    for record in sorted(records, key=lambda r: r.sure_from):
        # A term still open at the last reading is taken to run on: nothing says it ended.
        still_open = record.may_until > record.last_read
        until = FOREVER if still_open else record.may_until
        surely = until if still_open else record.sure_until
        first = record.sure_from
        if first - record.may_from > BLIND:
            first = record.may_from
        if spans and (first - spans[-1][2]).days <= 45:
            start, before, end = spans[-1]
            spans[-1] = (start, max(before, surely), max(end, until))
        else:
            spans.append((first, surely, until))
    return spans


def _after(spans: list[Span]) -> list[Span]:
    """When somebody could be called former: between and after the spans."""
    starts = [s[0] for s in spans[1:]] + [FOREVER]
    gaps = zip(spans, starts, strict=True)
    return [(span[1], nxt, nxt) for span, nxt in gaps if span[2] != FOREVER and span[1] < nxt]


def _shared(spans: Sequence[Sequence[RoleSpan]]) -> list[Span]:
    """The spans that lie within one span of every role."""
    shared: list[Span] = [(date.min, FOREVER, FOREVER)]
    for held in spans:
        shared = [
            (start, max(start, min(surely, role.surely_until or FOREVER)), end)
            for first, surely, last in shared
            for role in held
            if (start := max(first, role.start or date.min))
            <= (end := min(last, role.end or FOREVER))
        ]
    return sorted(set(shared))


def _window(roles: tuple[RoleSpan, ...], span: Span, day: date | None) -> Window:
    start, surely, end = span
    first = None if start == date.min else start
    last = _open(end)
    inside = day is not None and start <= day <= end
    state = "undated" if day is None else "contains" if inside else "outside"
    return Window(roles, first, last, state, _words_of(first, surely, last, state, day))


def _words_of(
    start: date | None, surely: date, end: date | None, state: str, day: date | None
) -> str:
    told = f"from {start}" if start else "from the beginning of the record"
    told += f" to {end}" if end else " on, with no end on record"
    if end and surely < end:
        told += f" (certainly until {surely}; after that the record gives only an interval)"
    lead = f"All role claims of the article can be true together {told}."
    if state == "undated":
        return f"{lead} The article carries no date to hold this against."
    if state == "contains":
        return f"{lead} The article's date, {day}, lies within."
    return f"{lead} The article's date, {day}, lies outside: on that day not all of them held."


def _empty_words(spans: Sequence[Sequence[RoleSpan]]) -> str:
    """Which two roles were never held at one time."""
    for i, one in enumerate(spans):
        for other in spans[i + 1 :]:
            if not _shared([one, other]):
                a, b = one[0], other[0]
                return (
                    "The article's role claims were never all true at one time: "
                    f"{_span_words(a, one)} and {_span_words(b, other)} do not meet."
                )
    return "The article's role claims were never all true at one time."


def _span_words(role: RoleSpan, spans: Sequence[RoleSpan]) -> str:
    told = ", ".join(f"{s.start} to {s.end or 'now'}" for s in spans)
    return f"{role.person} as {role.role} ({told})"
