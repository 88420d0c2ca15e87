"""`verify offices NAME --on DATE`: what the table knows about a name, in lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verify.checkers.offices_absence import distinct
from verify.checkers.offices_words import office_words, span_words
from verify.checkers.terms import OfficeTable, Person, Record


@dataclass(frozen=True, slots=True)
class Held:
    """One term in words, and how it stands on the day asked about."""

    office: str
    span: str
    source: str
    status: str  # "held", "not held", "could not be settled"; "" where no day was asked about


@dataclass(frozen=True, slots=True)
class Known:
    """One person a name can mean, with every term on record, oldest first."""

    person: str
    held: tuple[Held, ...]


def known(table: OfficeTable, name: str, on: date | None = None) -> tuple[Known, ...]:
    """Everyone the name can mean; () for a name the table does not know."""
    people = table.named(name) or table.surnamed(name)
    return tuple(Known(person.name, _held(person, on)) for person in people)


def answer(table: OfficeTable, name: str, on: date | None = None) -> list[str]:
    """The same as lines to print, one for each person and one for each term; [] for a stranger."""
    people = known(table, name, on)
    lines: list[str] = []
    for person in people:
        lines.append(f"{person.person}{_on_that_day(person, on)}")
        for held in person.held:
            status = f" [{held.status}]" if held.status else ""
            lines.append(f"  {held.office}: {held.span}{status} ({held.source})")
    return lines


def _on_that_day(person: Known, on: date | None) -> str:
    if on is None:
        return ""
    told = [h.office for h in person.held if h.status == "held"]
    open_ = [h.office for h in person.held if h.status == "could not be settled"]
    if told:
        return f", on {on}: {'; '.join(dict.fromkeys(told))}"
    if open_:
        return f", on {on}: could not be settled ({'; '.join(dict.fromkeys(open_))})"
    return f", on {on}: none of the offices on record"


def _held(person: Person, on: date | None) -> tuple[Held, ...]:
    told = (
        Held(office_words(r.term), span_words(r), r.term.source, _status(r, on))
        for r in distinct(person.records)
    )
    return tuple(dict.fromkeys(told))


def _status(record: Record, on: date | None) -> str:
    if on is None:
        return ""
    if record.surely(on, on):
        return "held"
    return "could not be settled" if record.possibly(on, on) else "not held"
