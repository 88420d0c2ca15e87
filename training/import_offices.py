"""Rebuild `verify/data/offices.csv` from a raw table of office terms.

    python -m training.import_offices RAW.csv verify/data/offices.csv

The posts of one holder that the raw table lacks stand in `training/offices_curated.csv`.

The raw table joins two public-domain records (see verify/data/offices.md). Both
carry traces of how they were read: honorifics and offices inside names, capitals
from the Factbook's SURNAMES, one country under two names, a listing that lagged
behind the change of office. Each rule below names the trace it removes.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from training.import_offices_names import as_printed, clean_name

COLUMNS = (
    "person",
    "office",
    "title",
    "jurisdiction",
    "party",
    "start",
    "in_office_until_at_least",
    "out_of_office_by",
    "successor",
    "source",
)
Row = dict[str, str]

PLACES = {
    "Burma": "Myanmar",
    "Congo (Brazzaville)": "Republic of the Congo",
    "Cote d'Ivoire": "Côte d'Ivoire",
    "Curacao": "Curaçao",
    "Czech Republic": "Czechia",
    "DRC": "Democratic Republic of the Congo",
    "Falkland Islands (Islas Malvinas)": "Falkland Islands",
    "Federated States of Micronesia": "Micronesia",
    "Holy See (Vatican City)": "Holy See",
    "Laos or Lao PDR": "Laos",
    "Macedonia": "North Macedonia",
    "Saint Barthelemy": "Saint Barthélemy",
    "Sao Tome and Principe": "São Tomé and Príncipe",
    "Swaziland": "Eswatini",
    "The Bahamas": "Bahamas",
    "The Dominican": "Dominican Republic",
    "The Gambia": "Gambia",
}
ACTS = ("Acting", "Interim", "Caretaker", "Transitional", "Transition")
ACTING = re.compile(rf"^(?:{'|'.join(ACTS)}) ")
PREMIERS = {"Prime Minister", "Premier", "Chancellor", "Taoiseach"}
TITLE_EXTRAS = re.compile(r"\s+(?:Dr\.|Sheikh|Crown Prince|Sultan|Ambassador)$")
CHAIRS = (
    (re.compile(r"^(?:Chairman|Chairperson), "), "Chair, "),
    (re.compile(r"^(?:Vice Chairman|Vice Chairperson|Vice-Chair), "), "Vice Chair, "),
    (re.compile(r"^(?:Co-Chairman|Cochairman), "), "Co-Chair, "),
)
CONGRESS = {"United States senator", "United States representative"}
BULK = 100  # rows: a reading this large is a whole edition, not one country's update
EDITION = "factbook"
CURATED = Path(__file__).parent / "offices_curated.csv"
COMMITTEES = "congress-legislators committees"
# The House changed these members' party in mid-term; the record keeps only the last party.
# Source: clerk.house.gov, member party changes.
PARTY_CHANGES = {("Jefferson Van Drew", "2019-01-03"): ("Democrat", "2019-12-19", "2020-01-07")}

# Misprints of a year in the record; each is contradicted by its own predecessor's term.
MISPRINTS = {("Ilie Bolojan", "2005-06-23"): "2025-06-23"}


def title_of(row: Row) -> str:
    """The title, taken out of the name where the record had it there."""
    title = TITLE_EXTRAS.sub("", row["title"])
    if title or row["source"] != EDITION:
        return title
    found = re.match(
        rf"(?:(?:{'|'.join(ACTS)}) )?(?:Prime Minister|President|Chancellor|King|Queen|"
        r"Administrator|Commissioner|Consul General|Consul|Governor|Apostolic Nuncio)",
        row["person"],
        re.I,
    )
    return found.group(0).title() if found else ""


def entitle(rows: Sequence[Row]) -> None:
    """Give an untitled head of government the premier's title that the others all bear.

    Only where at least two bear it and none another: a country's presidents and the
    deputy once listed among them are not one office.
    """
    posts: dict[str, list[Row]] = {}
    for row in rows:
        if row["office"] == "head of government" and row["source"] == EDITION:
            posts.setdefault(row["jurisdiction"], []).append(row)
    for held in posts.values():
        told = [ACTING.sub("", row["title"]) for row in held if row["title"]]
        if len(told) > 1 and len(set(told)) == 1 and told[0] in PREMIERS:
            for row in held:
                row["title"] = row["title"] or told[0]


def as_day(text: str) -> date:
    """The first day a date, month or year can mean."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def editions(rows: Iterable[Row]) -> dict[str, str]:
    """What day the content of each whole edition is from.

    A stored edition can be older than the day it was stored on. It is no newer
    than it knows: the latest start among the terms last seen in it.
    """
    last_seen = [r for r in rows if r["source"] == EDITION]
    sizes = Counter(r["in_office_until_at_least"] for r in last_seen)
    return {
        day: max(r["start"] for r in last_seen if r["in_office_until_at_least"] == day)
        for day, size in sizes.items()
        if size >= BULK
    }


def settle_end(row: Row, content: dict[str, str], last: str) -> None:
    """Make the end of a term an honest interval: surely in office until, surely out by.

    A listing that outlived the successor's start was out of date, so it proves
    nothing after that start. A term that vanished without a successor ended
    some time before the last edition.
    """
    until, out = row["in_office_until_at_least"], row["out_of_office_by"]
    if out and as_day(out) <= as_day(row["start"]):
        out = ""
    if row["source"] == EDITION:
        until = max(min(until, content.get(until, until)), row["start"])
        if not out and until < last:
            out = last
    if out and until > out:
        until = max(row["start"], out)
    row["in_office_until_at_least"], row["out_of_office_by"] = until, out


def settle_congress(row: Row) -> None:
    """The record drops leaving members weeks early; terms end on 3 January at noon."""
    out = row["out_of_office_by"]
    if not out or row["office"] not in CONGRESS:
        return
    day = as_day(out)
    end = date(day.year + (day.month > 1), 1, 3)
    if end.year % 2 and timedelta(0) < end - day <= timedelta(days=95):
        row["out_of_office_by"] = end.isoformat()


def settle_committees(rows: Sequence[Row]) -> None:
    """A seat that a reading of the committee lists no longer shows was over by that reading."""
    mine = [r for r in rows if r["source"] == COMMITTEES]
    readings = sorted({r[c] for r in mine for c in ("start", "in_office_until_at_least")})
    for row in mine:
        later = [day for day in readings if day > row["in_office_until_at_least"]]
        row["out_of_office_by"] = row["out_of_office_by"] or (later[0] if later else "")


def joined(rows: Sequence[Row]) -> list[Row]:
    """Terms that run on from one Congress to the next, as one row."""
    done: dict[tuple[str, ...], list[Row]] = {}
    for row in sorted(rows, key=lambda r: r["start"]):
        key = (row["person"], row["office"], row["jurisdiction"], row["party"], row["source"])
        mine = done.setdefault(key, [])
        before = mine[-1] if mine else None
        if (
            before
            and row["source"] == "congress-legislators"
            and before["out_of_office_by"]
            and as_day(row["start"]) - as_day(before["out_of_office_by"]) <= timedelta(days=40)
        ):
            before["in_office_until_at_least"] = row["in_office_until_at_least"]
            before["out_of_office_by"] = row["out_of_office_by"]
        else:
            mine.append(dict(row))
    return [row for mine in done.values() for row in mine]


def party_changes(row: Row) -> list[Row]:
    """The row, in two where the member changed party within it."""
    change = PARTY_CHANGES.get((row["person"], row["start"]))
    if change is None:
        return [row]
    party, until, start = change
    before = {**row, "party": party, "in_office_until_at_least": until, "out_of_office_by": start}
    return [before, {**row, "start": start}]


def imported(raw: Iterable[Row]) -> list[Row]:
    """Every raw row cleaned, joined and sorted."""
    rows = [{c: (row.get(c) or "").strip() for c in COLUMNS} for row in raw]
    content = editions(rows)
    last = max(content.values(), default="")
    for row in rows:
        row["title"] = title_of(row)
        place = row["jurisdiction"] = PLACES.get(
            row["jurisdiction"], re.sub(r"\s*\(.*\)", "", row["jurisdiction"])
        )
        row["person"] = as_printed(clean_name(row["person"], place), place)
        row["successor"] = clean_name(row["successor"], place)
        if row["title"] == "King":
            row["person"] = re.sub(r"\bVi$", "VI", row["person"])
        row["start"] = MISPRINTS.get((row["person"], row["start"]), row["start"])
        for pattern, plain in CHAIRS:
            row["office"] = pattern.sub(plain, row["office"])
        settle_end(row, content, last)
        settle_congress(row)
    entitle(rows)
    settle_committees(rows)
    split = [part for row in joined(rows) for part in party_changes(row)]
    return sorted(split, key=in_order)


def in_order(row: Row) -> tuple[str, ...]:
    """How the table is sorted."""
    return tuple(row[c] for c in ("jurisdiction", "office", "start", "person", "source"))


def with_curated(rows: Sequence[Row], curated: Iterable[Row]) -> list[Row]:
    """The imported rows and those kept by hand, in one order."""
    return sorted([*rows, *curated], key=in_order)


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def main(arguments: Sequence[str]) -> int:
    """Read the raw table named first, write the clean one named second."""
    source, target = map(Path, arguments)
    rows = with_curated(imported(_read(source)), _read(CURATED))
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    sys.stderr.write(f"{len(rows)} terms in {target}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
