"""When the table proves that somebody did not hold a post: its silence alone never does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from verify.checkers.names import could_be, parse, without_particle
from verify.checkers.offices_people import Meant
from verify.checkers.offices_places import place_named
from verify.checkers.offices_posts import AMBASSADORS, CONGRESS, HEADS, Post
from verify.checkers.offices_roles import Role
from verify.checkers.offices_single import UNITED_STATES
from verify.checkers.terms import BLIND, GRACE, OfficeTable, Person, Record

HANDOVER_DAYS = 130  # one term's possible end to the next one's possible start
SOON = 30  # days after a reading within which a head's unrecorded first turn is not supposed
SEATS = (*CONGRESS, "congress")
Days = tuple[date, date]


def surely(person: Person, post: Post, days: Days) -> bool:
    """The person held the post on some day of the span, for certain."""
    return any(r.surely(*days) for r in person.held(post))


def possibly(person: Person, post: Post, days: Days) -> bool:
    """The person may have held the post on some day of the span."""
    return any(r.possibly(*days) for r in person.may_have_held(post))


def distinct(records: Iterable[Record]) -> tuple[Record, ...]:
    """Without a head's terms in the dependencies of a country that is also on record."""
    told = tuple(records)
    own = {r.term.start for r in told if place_named(r.kind.place) and set(HEADS) & r.kind.sure}
    return tuple(
        r
        for r in told
        if not (set(HEADS) & r.kind.sure and r.term.start in own and not place_named(r.kind.place))
    )


def surely_not(table: OfficeTable, who: Meant, role: Role, days: Days) -> bool:
    """Nobody the name can mean held the post: the record is complete there, and says another."""
    post = role.post
    if post.family == "ambassador":
        return False
    named = who.written or (who.people[0].name if len(who.people) == 1 else role.name)
    if any(
        r.possibly(*days) and _could_mean(table.people[r.person], named, role.name)
        for r in table.records(post, possibly=True)
    ):
        return False
    if post.family in SEATS:
        return _congress_complete(who.people, days)
    if post.committee and _no_member(who.people, post, days):
        return True
    held = [
        all(_another_held(table, p, d) or _in_another_turn(table, who.people, p, d) for d in days)
        for p in _posts(who.people, post)
    ]
    # One monarch reigns over many realms: in any of them another on the throne will do.
    return any(held) if post.family == "monarch" else all(held)


def _could_mean(person: Person, full: str, written: str) -> bool:
    """The holder might be the one the article means, under a spelling we would not accept.

    A surname alone beside the office fits whoever of that name held it, even where the
    article names only a namesake in full.
    """
    if len(without_particle(parse(written).words)) == 1:
        return any(could_be(written, _without_first(person, form)) for form in person.forms)
    return any(could_be(full, form) and could_be(written, form) for form in person.forms)


def _without_first(person: Person, form: str) -> str:
    """The name without its first word, where that is no family name: Faure Gnassingbé."""
    words = parse(form).words
    alone = len(words) == 1 or person.family_first or "monarch" in person.records[0].kind.sure
    return form if alone else " ".join(words[1:])


def _congress_complete(people: tuple[Person, ...], days: Days) -> bool:
    """Members' careers are recorded whole, and since 2013 every member is recorded."""
    seats = [r for p in people for r in p.records if set(SEATS) & r.kind.sure]
    if not seats:
        return False
    return days[1] <= max(r.last_read for r in seats) + GRACE


def _posts(people: tuple[Person, ...], post: Post) -> list[Post]:
    """The post at its place; where the claim names none, at each place these people held it."""
    if post.place:
        return [post]
    national = any("vice_president" in r.kind.sure for p in people for r in p.records)
    if post.family == "president" and national and not any(p.held(post) for p in people):
        return [replace(post, place=UNITED_STATES)]  # President Kamala Harris: of no club
    places = {r.kind.place for p in people for r in distinct(p.may_have_held(post))}
    return [replace(post, place=place) for place in sorted(places)] or [post]


def _another_held(table: OfficeTable, post: Post, day: date) -> bool:
    if not post.place or table.shared(post):
        return False
    return bool(table.sure_holders(post, day))


def _no_member(people: tuple[Person, ...], post: Post, days: Days) -> bool:
    """Only members of a chamber lead its committees, and members' careers are recorded whole."""
    chamber = {"senate": "senator", "house": "representative"}.get(post.committee.split()[0])
    if chamber is None or not _congress_complete(people, days):
        return False
    return not any(possibly(p, Post(chamber), days) for p in people)


def _in_another_turn(table: OfficeTable, people: tuple[Person, ...], post: Post, day: date) -> bool:
    """The day lies in somebody else's turn, before or after this person's, though nobody is sure.

    When exactly that neighbour left may be unknown; that this person was not in office is not.
    """
    own = [r for p in people for r in p.held(post)]
    if not own or table.shared(post):
        return False
    numbers = {p.number for p in people}
    rest = [r for r in table.records(post, possibly=True) if r.person not in numbers]
    first, last = min(r.may_from for r in own), max(r.may_until for r in own)
    there = [r for r in rest if r.possibly(day, day)]
    if day < first:
        return _all_meet([r.may_until for r in there], first) or _between(post, rest, day, first)
    if day > last:
        # Who has left, and has been followed, does not come back by way of a gap in the record.
        return _all_meet([r.sure_from for r in there], last) or _served(rest, last, day)
    return False


def _all_meet(ends: list[date], turn: date) -> bool:
    return bool(ends) and all(_meets(end, turn) for end in ends)


def _served(rest: list[Record], first: date, last: date) -> bool:
    return any(r.sure_from < last and first < r.sure_until for r in rest)


def _between(post: Post, rest: list[Record], day: date, first: date) -> bool:
    """Somebody else surely served between the day and this person's first turn.

    A head of government may have had a first, short turn that falls into a gap of the
    record: the record must know of the time around the day.
    """
    if post.family in AMBASSADORS or not _served(rest, day, first):
        return _served(rest, day, first)
    known = [r.sure_until for r in rest if r.sure_from <= day]
    if not known:
        return False
    last_known = max(known)
    following = min((r.sure_from for r in rest if r.sure_from > day), default=date.max)
    return (day - last_known).days <= SOON or following - min(last_known, day) <= BLIND


def _meets(one: date, other: date) -> bool:
    return abs((one - other).days) <= HANDOVER_DAYS


def never_before(table: OfficeTable, who: Meant, role: Role, days: Days) -> bool:
    """Had surely not held the post by then: certain for Congress, and another country's head."""
    people, post = who.people, role.post
    if any(possibly(p, post, (date.min, days[1])) for p in people) or not who.settled:
        return False
    if post.family in SEATS:
        return _congress_complete(people, days)
    if post.family in HEADS and post.family != "monarch" and post.place:
        elsewhere = {
            r.kind.place
            for p in people
            for r in p.records
            if set(HEADS) & r.kind.sure and "monarch" not in r.kind.sure
        }
        return bool(elsewhere) and post.place not in elsewhere
    return False
