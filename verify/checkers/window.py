"""The window: when can all the role claims of an article have been true together?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from verify.checkers.offices_absence import distinct
from verify.checkers.offices_dates import LATELY
from verify.checkers.offices_judge import Judgement, judge
from verify.checkers.offices_people import Meant, meant
from verify.checkers.offices_posts import Post
from verify.checkers.offices_reading import Sighting, alike, sightings
from verify.checkers.offices_roles import Role
from verify.checkers.offices_words import office_words
from verify.checkers.terms import FOREVER, OfficeTable, Person
from verify.checkers.window_events import latest_told
from verify.checkers.window_spans import Span, after_each, joined, samples, shared
from verify.ports import OfficeTerms
from verify.types import Article, Claim, Kind, RoleSpan, Window

MAX_WINDOWS = 3  # spans that one article's roles can share; more says nothing
PRESENT = ("current", "acting")  # the tenses that tie an article to a time; and "former"


@dataclass(frozen=True, slots=True)
class Held:
    """One role the article gives as held (or as over), and when it was."""

    claim_id: str
    person: str
    words: str
    spans: tuple[Span, ...]
    source: str = ""
    role: Role | None = None  # None: an event the article dates
    who: Meant | None = None
    judged: Judgement | None = None

    def told(self) -> tuple[RoleSpan, ...]:
        """The spans as the report shows them."""
        return tuple(
            RoleSpan(
                self.claim_id, self.person, self.words, a, _open(last), _open(sure), self.source
            )
            for a, sure, last in self.spans
        )

    def in_words(self) -> str:
        """`Mario Draghi as Prime Minister of Italy (2021-02-13 to 2022-10-22)`."""
        told = ", ".join(f"{s.start} to {s.end or 'now'}" for s in self.told())
        link = " as " if self.role else " "
        return f"{self.person}{link}{self.words} ({told})"


def windows(claims: Sequence[Claim], article: Article, terms: OfficeTerms) -> tuple[Window, ...]:
    """The spans in which every role claim of the article can be true; () where it makes none.

    One Window a span, oldest first (a person may have held an office twice); one
    Window of state "empty" where there is no such span. "empty" and "outside" accuse
    the article: they are said only where the record proves them.
    """
    if not isinstance(terms, OfficeTable):
        return ()
    found = [h for h in _held_roles(claims, article, terms) if h.judged is not None]
    contrary = _contrary(found, terms)
    if contrary is not None:
        return (_empty(found, contrary),)
    kept = _compatible(found)
    spans, held = _together(kept, _event(latest_told(article), claims))
    day = article.day
    inside = any(day and s[0] <= day <= s[2] for s in spans)
    if not spans or (day and inside == any(_refuted(h.judged) for h in kept)):
        return ()
    roles = tuple(span for h in held for span in h.told())
    left_out = [h for h in found if h not in kept]
    return tuple(_window(roles, span, day, left_out) for span in spans[:MAX_WINDOWS])


def _together(kept: Sequence[Held], event: Sequence[Held]) -> tuple[list[Span], list[Held]]:
    """What the roles share, after the latest event where that leaves anything."""
    if not kept:
        return [], []
    later = shared([h.spans for h in (*kept, *event)])
    return (later, [*kept, *event]) if later else (shared([h.spans for h in kept]), [*kept])


def _held_roles(claims: Sequence[Claim], article: Article, table: OfficeTable) -> list[Held]:
    """Each distinct role given as held, with the spans in which it was."""
    found: dict[tuple[int, Post], Held] = {}
    for seen in _read(claims, article, table):
        held = _held(seen, _claim_of(claims, seen), article, table)
        if held is not None:
            person, told = held
            earlier = found.get((person.number, seen.role.post))
            if earlier is None or (_refuted(told.judged) and not _refuted(earlier.judged)):
                found[person.number, seen.role.post] = told
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
    """The claim in whose words the role stands, an office claim first; "" where none has them."""
    near = [c for c in claims if seen.touches(c.start, c.end)]
    # Several may have them: the one whose own text says who held the office is meant.
    told = [c for c in near if c.kind is Kind.OFFICE and seen.role.words.lower() in c.text.lower()]
    offices = [c for c in near if c.kind is Kind.OFFICE]
    return next((c.id for c in (*told, *offices, *near)), "")


def _without_weaker(found: dict[tuple[int, Post], Held]) -> dict[tuple[int, Post], Held]:
    """Each role once: `Senator Rubio` says nothing beside `the senator from Florida`."""
    kept = dict(found)
    for number, post in found:
        same = [q for n, q in kept if n == number and q.family == post.family and q != post]
        if any(q.place and not post.place and q.committee == post.committee for q in same):
            del kept[number, post]
    return kept


def _held(
    seen: Sighting, claim_id: str, article: Article, table: OfficeTable
) -> tuple[Person, Held] | None:
    role = seen.role
    if not _of_now(role, article.day) or role.form == "succession":
        return None
    who = meant(table, role.name, role.post, article.text)
    holders = [p for p in who.people if p.held(role.post)]
    if len(holders) != 1 or role.post.family == "ambassador":
        return None
    person = holders[0]
    spans = joined(person.held(role.post))
    if role.tense == "former":
        spans = after_each(spans)
    words = ("former " if role.tense == "former" else "") + _words(person, role)
    source = person.held(role.post)[-1].term.source
    told = Held(claim_id, person.name, words, tuple(spans), source, role, who, seen.judged)
    return (person, told) if spans else None


def _of_now(role: Role, day: date | None) -> bool:
    """The role is given as held when the article was written, in its own words."""
    lately = role.days is None or (day is not None and (day - role.days[0]).days <= LATELY)
    return lately and not role.quoted and role.tense in (*PRESENT, "former")


def _words(person: Person, role: Role) -> str:
    term = distinct(person.held(role.post))[-1].term
    return role.post.words if role.post.committee else office_words(term)


def _event(day: date | None, claims: Sequence[Claim]) -> list[Held]:
    """An event that the article tells of as past: it was written no earlier."""
    if day is None:
        return []
    words = f"tells of {day} as past"
    return [Held(claims[0].id if claims else "", "The article", words, ((day, FOREVER, FOREVER),))]


def _open(day: date) -> date | None:
    return None if day == FOREVER else day


def _contrary(found: Sequence[Held], table: OfficeTable) -> tuple[Held, Held] | None:
    """Two roles that were never held at one time, as far as the record proves it."""
    for one, other in combinations(found, 2):
        if not shared([one.spans, other.spans]) and _never_together(one, other, table):
            return one, other
    return None


def _never_together(one: Held, other: Held, table: OfficeTable) -> bool:
    """On every day looked at in which one was held, the other is refuted, and the reverse."""
    last = max((t.until.last for t in table.terms), default=date.max)
    pairs = ((one, other), (other, one))
    return all(_denied(b, day, table) for a, b in pairs for day in samples(a.spans, last))


def _denied(held: Held, day: date, table: OfficeTable) -> bool:
    if held.role is None or held.who is None:
        return False
    return _refuted(judge(table, replace(held.role, days=None), held.who, day))


def _refuted(judged: Judgement | None) -> bool:
    return judged is not None and judged.outcome == "refutes"


def _compatible(found: Sequence[Held]) -> list[Held]:
    """Without roles that only seem to exclude another: the record has gaps where it is silent."""
    kept: list[Held] = []
    for held in sorted(found, key=lambda h: not _refuted(h.judged)):
        if shared([h.spans for h in (*kept, held)]):
            kept.append(held)
    return sorted(kept, key=found.index)


def _window(
    roles: tuple[RoleSpan, ...], span: Span, day: date | None, left_out: Sequence[Held]
) -> Window:
    start, surely, end = span
    first = None if start == date.min else start
    last = _open(end)
    inside = day is not None and start <= day <= end
    state = "undated" if day is None else "contains" if inside else "outside"
    words = _words_of(first, surely, last, state, day)
    if left_out:
        gaps = "; ".join(h.in_words() for h in left_out)
        words += f" Left out, for the record may have gaps there: {gaps}."
    return Window(roles, first, last, state, words)


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


def _empty(found: Sequence[Held], contrary: tuple[Held, Held]) -> Window:
    """Which two roles were never held at one time."""
    one, other = contrary
    told = (
        "The article's role claims were never all true at one time: "
        f"{one.in_words()} and {other.in_words()} do not meet."
    )
    return Window(tuple(s for h in found for s in h.told()), None, None, "empty", told)
