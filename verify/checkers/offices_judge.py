"""What the table says about one role claim on one day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from verify.checkers.offices_absence import (
    SEATS,
    Days,
    distinct,
    never_before,
    possibly,
    surely,
    surely_not,
)
from verify.checkers.offices_people import Meant
from verify.checkers.offices_posts import CHAIRS, HEADS, Post
from verify.checkers.offices_roles import Role
from verify.checkers.offices_single import SINGLE
from verify.checkers.terms import ACTING, OfficeTable, Person, Record

OF_THEN_OR_NOW = ("title", "apposition")  # beside a date, the office of that day or of today
ELECT_DAYS = timedelta(days=150)  # from an election to taking office, at the longest
HISTORY = timedelta(days=20 * 365)


@dataclass(frozen=True, slots=True)
class Judgement:
    """`outcome` is supports, refutes or notes; `detail` the checker's own word for it."""

    outcome: str
    detail: str
    person: Person
    role: Role
    days: Days | None
    own: tuple[Record, ...] = ()  # the person's terms of this post
    instead: tuple[Record, ...] = ()  # what the person was on that day
    holders: tuple[Record, ...] = ()  # who held the post on that day
    extra: dict[str, str] = field(default_factory=dict)


def judge(table: OfficeTable, role: Role, who: Meant, on: date | None) -> Judgement | None:
    """What can be established about a role claim; None where nothing is certain."""
    people = who.people
    if not people:
        return None
    days = role.days or ((on, on) if on else None)
    own = _own(people, role.post)
    if days is None:
        return _undated(people, role, own)
    tests = {"former": _former, "elect": _elect, "was": _was, "then": _was, "ended": _was}
    test = tests.get(role.tense, _current)
    found = test(table, role, who, days, on)
    if found is None or found.outcome == "refutes":
        return found
    return _party(table, role, people, days) or found


def _own(people: Iterable[Person], post: Post) -> tuple[Record, ...]:
    return tuple(r for p in people for r in p.held(post))


def _undated(people: tuple[Person, ...], role: Role, own: tuple[Record, ...]) -> Judgement | None:
    if not own or len({r.person for r in own}) > 1:
        return None
    person = next(p for p in people if p.number == own[0].person)
    return Judgement("notes", "undated", person, role, None, own)


def _current(
    table: OfficeTable, role: Role, who: Meant, days: Days, on: date | None
) -> Judgement | None:
    """A title given as held. Beside a date it may be the title of then or of now."""
    people, post = who.people, role.post
    today = (on, on) if on and role.form in OF_THEN_OR_NOW else days
    for span in dict.fromkeys((today, days)):
        holding = [p for p in people if surely(p, post, span)]
        if len(holding) == 1 or (holding and _one_seat(holding, post, span)):
            return _made(table, _as_said(holding[0], role, span), "held", holding[0], role, span)
        if holding:
            return None  # namesakes: which of them is meant is not settled
    if any(possibly(p, post, d) for p in people for d in (today, days)):
        return _open(table, role, people, days)
    if role.tense == "acting" or not all(surely_not(table, who, role, d) for d in (today, days)):
        return None
    if role.days and role.form in OF_THEN_OR_NOW and _about_then(people, post, role.days):
        return None
    return _denied(table, role, people, today)


def _as_said(person: Person, role: Role, days: Days) -> str:
    """Whoever holds an office in full is not its acting holder; no list tells surely who was."""
    held = [r for r in person.held(role.post) if r.surely(*days)]
    acting = any(ACTING.match(r.term.title) for r in held)
    return "notes" if role.tense == "acting" and not acting else "supports"


def _about_then(people: Sequence[Person], post: Post, days: Days) -> bool:
    """Held within a year of a year named, within a month of a month: such words are loose."""
    whole = days[0].day == 1  # a month or a year, not a stretch counted back from today
    slack = (days[1] - days[0]) if whole else timedelta(0)
    first, last = (_moved(day, by) for day, by in zip(days, (-slack, slack), strict=True))
    return any(possibly(p, post, (first, last)) for p in people)


def _moved(day: date, by: timedelta) -> date:
    bounded = min(max(day.toordinal() + by.days, 1), date.max.toordinal())
    return date.fromordinal(bounded)


def _was(
    table: OfficeTable, role: Role, who: Meant, days: Days, on: date | None
) -> Judgement | None:
    """In office once: on the day the claim names, else at any time before."""
    people, post = who.people, role.post
    if role.days and role.tense != "ended":
        return _current(table, replace(role, form="copula"), who, days, on)
    if on and role.tense == "ended" and any(surely(p, post, (on, on)) for p in people):
        person = next(p for p in people if surely(p, post, (on, on)))
        return _made(table, "supports", "held", person, role, (on, on))
    before = (date.min, days[1] + ELECT_DAYS if role.days else days[1])
    holding = [p for p in people if surely(p, post, before)]
    if holding:
        return _made(table, "supports", "held_before", holding[0], role, days)
    if role.tense != "ended" and never_before(table, who, role, days):
        return _made(table, "refutes", "never_held", people[0], role, days)
    return None


def _former(
    table: OfficeTable, role: Role, who: Meant, days: Days, on: date | None
) -> Judgement | None:
    """`former`: held before, and not now; whatever day the sentence tells of."""
    people, post = who.people, role.post
    if post.family == "ambassador" or (on is None and role.form in OF_THEN_OR_NOW):
        return None
    days = (on, on) if on and role.form in OF_THEN_OR_NOW else days
    holding = [p for p in people if surely(p, post, days)]
    if len(holding) == len(people):
        return _made(table, "refutes", "current_called_former", holding[0], role, days)
    if holding or any(possibly(p, post, days) for p in people):
        return None
    if any(surely(p, post, (date.min, days[0])) for p in people):
        person = next(p for p in people if surely(p, post, (date.min, days[0])))
        return _made(table, "supports", "former_ok", person, role, days)
    if never_before(table, who, role, days):
        return _made(table, "refutes", "never_held", people[0], role, days)
    return None


def _elect(
    table: OfficeTable, role: Role, who: Meant, days: Days, on: date | None
) -> Judgement | None:
    """`-elect`, `designate`, `incoming`: not yet in office, and soon to be."""
    people, post = who.people, role.post
    own = _own(people, post)
    if any(days[0] < r.sure_from <= days[1] + ELECT_DAYS for r in own):
        person = next(p for p in people if p.held(post))
        return _made(table, "supports", "elect_ok", person, role, days)
    held = [p for p in people if surely(p, post, days)]
    long_since = any(r.surely(*days) and r.sure_from < days[0] - timedelta(days=30) for r in own)
    if len(held) == len(people) == 1 and long_since and post.family != "senator":
        return _made(table, "refutes", "already_in_office", people[0], role, days)
    return None


def _one_seat(people: list[Person], post: Post, days: Days) -> bool:
    """Namesakes whom the record does not tell apart in this post: the seat is the same."""
    seats = {frozenset(r.term for r in p.held(post) if r.surely(*days)) for p in people}
    return len(seats) == 1


def _made(
    table: OfficeTable, outcome: str, detail: str, person: Person, role: Role, days: Days
) -> Judgement:
    own = person.held(role.post) or person.held(Post(role.post.family, "", role.post.committee))
    return Judgement(
        outcome,
        detail,
        person,
        role,
        days,
        own,
        _instead(person, role.post, days),
        _others(table, person, role, own, days),
    )


def _others(
    table: OfficeTable, person: Person, role: Role, own: tuple[Record, ...], days: Days
) -> tuple[Record, ...]:
    """Who did hold the post then, where it is a post of one holder."""
    post = role.post
    if post.family in SEATS or post.family == "ambassador":
        return ()
    if not post.place and own:
        post = replace(post, place=own[-1].kind.place)
    if not post.place or table.shared(post):
        return ()
    found = [r for r in table.sure_holders(post, days[1]) if r.person != person.number]
    return tuple({r.person: r for r in found}.values())[:2]


def _instead(person: Person, post: Post, days: Days) -> tuple[Record, ...]:
    """The offices the person held for certain then, other than the one claimed."""
    found: dict[str, Record] = {}
    for record in distinct(person.records):
        told = record.kind.sure - {"minority", "congress"}
        if record.surely(*days) and told and record.kind.place:
            key = "/".join(sorted(told & {*CHAIRS})) + record.kind.committee or _level(record)
            found.setdefault(key, record)
    claimed = {r.term for r in person.held(post)}
    return tuple(r for r in found.values() if r.term not in claimed)


def _level(record: Record) -> str:
    heads = {*HEADS} & record.kind.sure
    return f"head {record.kind.place}" if heads else record.term.office + record.kind.place


def _open(
    table: OfficeTable, role: Role, people: tuple[Person, ...], days: Days
) -> Judgement | None:
    person = next(p for p in people if possibly(p, role.post, days))
    if not person.held(role.post) or role.post.family == "ambassador":
        return None
    return _made(table, "notes", "unsettled", person, role, days)


def _denied(
    table: OfficeTable, role: Role, people: tuple[Person, ...], days: Days
) -> Judgement | None:
    own = _own(people, role.post)
    if len(people) > 1 and len({r.person for r in own}) != 1:
        return None
    person = next((p for p in people if p.held(role.post)), people[0])
    mine = person.held(role.post)
    last = max(r.may_until for r in person.records)
    if mine and role.form == "title" and last < days[0] - HISTORY:
        return None  # President Kennedy: history keeps its titles
    if not mine and (role.doubtful or _loose_title(role) or role.post.family in SINGLE):
        return None  # a speaker, say, of another house, whom the table does not know
    if not mine:
        detail = "never_held"
    elif role.doubtful and all(r.sure_from > days[1] for r in mine):
        return None
    elif all(r.sure_from > days[1] for r in mine):
        detail = "predecessor"
    else:
        detail = "succeeded"
    return _made(table, "refutes", detail, person, role, days)


def _loose_title(role: Role) -> bool:
    """ "Secretary", "the country's top diplomat": said of many who are no secretary of state."""
    said = role.words.lower()
    return role.post.family == "secretary_of_state" and "of state" not in said


def _party(
    table: OfficeTable, role: Role, people: tuple[Person, ...], days: Days
) -> Judgement | None:
    """A party that the person is on no record to have had. Changes within a term stay silent."""
    if role.party not in ("Republican", "Democrat") or len(people) != 1:
        return None
    parties = {r.term.party for r in people[0].records if r.term.party}
    # An independent is often called a Democrat by those he sits with; none sits with the others.
    loose = parties & {"Independent", "Libertarian"} and role.party == "Democrat"
    if not parties or role.party in parties or loose:
        return None
    made = _made(table, "refutes", "other_party", people[0], role, days)
    return replace(made, extra={"party": ", ".join(sorted(parties))})
