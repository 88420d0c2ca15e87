"""Titles in a text, each with the place, party, tense and committee that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verify.checkers import offices_committees as committees
from verify.checkers import offices_lexicon as lx
from verify.checkers.offices_places import CAPITALS, place_named, state_named
from verify.checkers.offices_posts import (
    CHAIRS,
    CONGRESS,
    HEADS,
    Post,
)
from verify.checkers.offices_single import BARE, SINGLE, UNITED_STATES

LOOK_BACK = 160  # characters before a title that can belong to it
COUNTERPART = "counterpart"
LOOK_ON = 210  # characters after it


@dataclass(frozen=True, slots=True)
class Title:
    """A title with all that belongs to it, before a name is found."""

    start: int
    end: int
    post: Post
    tense: str
    party: str
    words: str
    definite: bool  # "the …", "Pakistan's …": stands for one person
    verb: bool = False  # "chairs the …": the name stands before it


def titles(text: str) -> Iterator[Title]:
    """Every title in the text that names a post we know of."""
    for match in lx.TITLE.finditer(text):
        title = _title(text, match)
        if title is not None:
            yield title
            yield from _counterparts(text, title)


def _counterparts(text: str, title: Title) -> Iterator[Title]:
    """President Macron and his German counterpart: a head of that country, whatever the title."""
    if title.post.family not in HEADS:
        return
    for match in lx.COUNTERPART.finditer(text, title.end, title.end + LOOK_ON):
        if lx.ANY_OFFICE.search(text, title.end, match.start()):
            return
        post = Post("head_of_government", place_named(match["place"]))
        yield Title(match.start(), match.end(), post, "current", "", COUNTERPART, True)


def _title(text: str, match: re.Match[str]) -> Title | None:
    family = match.lastgroup or ""
    if len(match[0]) <= 4 and match[0].islower() and family not in ("monarch", "chair", "leads"):
        return None  # 5 pm, a sales rep
    if match[0].lower() == "speaker" and not BARE.match(text, match.start()):
        return None
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    place, state, party, tense, committee, definite, left = _read_back(before, family)
    if lx.OTHER_OFFICE.search(left) or (not place and family in HEADS and _foreign_word(left)):
        return None
    after = text[match.end() : match.end() + LOOK_ON]
    elect = lx.ELECT_AFTER.match(after)
    used = elect.end() if elect else 0
    rank_party = lx.PARTY_OF_RANK.search(match[0])
    post, more = _post(family, after[used:], place, state, committee)
    if post is None:
        return None
    if rank_party:
        party = rank_party[0].title()
    if family == "leads" and match[0].lower() in ("chaired", "led", "headed"):
        tense = "was"
    return Title(
        start=match.start() - (len(before) - len(left)),
        end=match.end() + used + more,
        post=post,
        tense="elect" if elect else tense,
        party={"Gop": "Republican", "Democratic": "Democrat"}.get(party.title(), party),
        words=" ".join(text[match.start() : match.end() + used + more].split()),
        definite=definite or bool(place) or more > 0,
        verb=family == "leads",
    )


def _foreign_word(left: str) -> bool:
    """A capitalised word of unknown sense right before the title: some other body's president."""
    found = re.search(r"(\S\s+)?([^\W\d_][\w’'.-]*)\s+$", lx.PARTY_ABROAD.sub("", left))
    if not found or not found[2][0].isupper() or not found[1]:
        return False
    return found[2].rstrip(".").lower() not in lx.NOT_GIVEN and found[1].strip() not in ".!?:"


def _read_back(before: str, family: str) -> tuple[str, str, str, str, str, bool, str]:
    """What stands before a title: place, state, party, tense, committee, definite, and the rest."""
    place = state = party = committee = ""
    tense, definite = "current", False
    while True:
        named = committees.before(before) if family in CHAIRS and not committee else None
        if named:
            committee, begin = named
            before = before[:begin]
            continue
        if m := lx.TENSE.search(before):
            tense = m.lastgroup if tense == "current" and m.lastgroup else tense
        elif not party and (m := lx.PARTY.search(before)):
            party = m[1]
        elif not state and family in CONGRESS and (m := lx.STATE_BEFORE.search(before)):
            state = state_named(m["place"])
        elif not place and family == "ambassador" and (m := lx.CAPITAL_BEFORE.search(before)):
            place, definite = CAPITALS[m["place"]], True
        elif not place and (m := lx.PLACE_BEFORE.search(before)):
            place = place_named(m["place"])
            definite = definite or bool(m["own"])
        elif m := lx.FILLER.search(before):
            definite = definite or m[0].strip().lower().startswith("the")
        else:
            return place, state, party, tense, committee, definite, before
        before = before[: m.start()]


def _post(
    family: str, after: str, place: str, state: str, committee: str
) -> tuple[Post | None, int]:
    """The post, and how much of `after` belongs to it."""
    if family == "leads":
        led = committees.led(after)
        return (Post("chair", UNITED_STATES, led[0]), led[1]) if led else (None, 0)
    if family in CHAIRS:
        inside = committees.after(after)
        if not committee and inside:
            return Post(family, UNITED_STATES, inside[0]), inside[1]
        return (Post(family, UNITED_STATES, committee) if committee else None), 0
    if family in SINGLE:
        here = not state and place in ("", SINGLE[family].place)
        here = here and not lx.OF_SOMETHING.match(after)
        return (Post(family, SINGLE[family].place) if here else None), 0
    if family in (*CONGRESS, "congress"):
        return _seat(family, after, place, state)
    if family == "ambassador":
        return _embassy(after, place)
    if family == "secretary_of_state":
        foreign = place not in ("", UNITED_STATES) or state or lx.OF_SOMETHING.match(after)
        return (None if foreign else Post(family, UNITED_STATES)), 0
    where = lx.PLACE_AFTER.match(after)
    if where and where["link"] == "of" and where["place"] != "Washington":
        return Post(family, place_named(where["place"])), where.end()
    republic = re.match(r"\s+of\s+the\s+(?:\w+\s+)?Republic\b(?!\s+of)", after)
    if republic:
        return Post(family, place), republic.end()
    if lx.OF_SOMETHING.match(after):
        return None, 0
    return Post(family, place), 0


def _seat(family: str, after: str, place: str, state: str) -> tuple[Post | None, int]:
    if place not in ("", UNITED_STATES) and not (place == "Georgia" and not state):
        return None, 0
    state = state or ("GA" if place == "Georgia" else "")
    where = lx.STATE_AFTER.match(after)
    if where:
        return Post(family, state_named(where["place"])), where.end()
    return Post(family, state), 0


def _embassy(after: str, place: str) -> tuple[Post | None, int]:
    """Ambassadors: to the United States, of the United States, or neither."""
    where = lx.IN_CAPITAL.match(after)
    if where and CAPITALS[where["place"]] != UNITED_STATES:
        home = place in ("", UNITED_STATES)
        return (Post("us_amb", CAPITALS[where["place"]]) if home else None), where.end()
    of_country = re.match(rf"\s+of\s+(?:the\s+)?({lx.NAME_OF_PLACE})(?![\w-])", after)
    start = 0
    if of_country:
        place, start = place_named(of_country[1]), of_country.end()
    to_us = lx.TO_US_AFTER.match(after[start:])
    if to_us:
        return (None if place == UNITED_STATES else Post("amb_to_us", place)), start + to_us.end()
    where = lx.PLACE_AFTER.match(after[start:])
    if where and where["link"] in ("to", "in"):
        target = place_named(where["place"])
        if place == UNITED_STATES or not place:
            return Post("us_amb", target), start + where.end()
        return None, 0
    if lx.TO_ELSEWHERE.match(after[start:]):
        return None, 0
    return Post("ambassador", place if place != UNITED_STATES else ""), start
