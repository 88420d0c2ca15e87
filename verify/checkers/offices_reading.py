"""An article read once: every role it gives a person, in its sentence, with what is established."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from verify.checkers import offices_lexicon as lx
from verify.checkers.names import parse
from verify.checkers.offices_bounds import bounded, told_of_then
from verify.checkers.offices_committees import LAST_NAMED, last_named
from verify.checkers.offices_dates import when_said
from verify.checkers.offices_judge import Judgement, judge
from verify.checkers.offices_people import Meant, is_known, meant
from verify.checkers.offices_posts import CONGRESS, HEADS, Post
from verify.checkers.offices_roles import Role, roles
from verify.checkers.offices_sentences import is_quoted, sentences
from verify.checkers.offices_succession import successions
from verify.checkers.offices_titles import COUNTERPART
from verify.checkers.terms import OfficeTable

DEATH = re.compile(r"\b(?:died|dies|passed away|assassinated|killed|[Dd]eath of)\b")
PRESENT_VERB = re.compile(r"\b(?:is|are|remains?|serves|holds|acts|works)\b")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One role where it stands in the text: `start`–`end` holds title and name."""

    start: int
    end: int
    sentence: tuple[int, int]
    role: Role
    judged: Judgement | None  # None: nothing is certain

    def touches(self, start: int, end: int) -> bool:
        """The role's words and the span have something in common."""
        return self.start < end and start < self.end


@lru_cache(maxsize=1024)
def sightings(table: OfficeTable, text: str, article: str, on: date | None) -> tuple[Sighting, ...]:
    """Every role in `text`, in order. `article` is where surnames are looked up; `on` its day.

    Never raises.
    """
    found: list[Sighting] = []
    for start, end in sentences(text):
        for role in _in_context(table, text, start, end, on):
            if role.post.family in CONGRESS and not role.post.place and _of_a_state(role, article):
                role = replace(role, doubtful=True)
            who = meant(table, role.name, role.post, article)
            if role.tense == "current" and _has_died(article, role.name.split()[-1]):
                role = replace(role, tense="ended")
            if role.words == COUNTERPART:
                role = _as_head(role, who)
            judged = None if _out_of_place(role, who) else judge(table, role, who, on)
            if judged and judged.outcome == "refutes" and _supposed(text[start:end], role, judged):
                judged = None
            if judged is not None:
                judged = bounded(table, text[start:end], role, who, judged, on)
            place = start + role.first, start + role.last
            found.append(Sighting(*place, (start, end), role, _as_quoted(judged)))
        for judged in successions(table, text[start:end], article, on):
            found.append(Sighting(start, end, (start, end), judged.role, judged))
    return tuple(found)


def _in_context(
    table: OfficeTable, text: str, start: int, end: int, on: date | None
) -> Iterator[Role]:
    """The roles of one sentence, each with the time its clause gives; offsets within it."""
    sentence = text[start:end]
    for role in roles(sentence, lambda name, context: is_known(table, name, context)):
        if role.post.committee == LAST_NAMED:
            meant_one = last_named(text, start + role.first)
            role = replace(role, post=replace(role.post, committee=meant_one), referred=True)
        set_off = role.form == "apposition"
        when = when_said(sentence, role.first, role.last, on, set_off=set_off)
        role = replace(role, days=when.days, quoted=is_quoted(text, start + role.start))
        between = sentence[role.first : role.last]
        if role.form in ("copula", "inverse") and role.tense == "current":
            told_now = PRESENT_VERB.search(between) is not None
            yield replace(role, days=None) if told_now else role
        elif role.tense == "current" and (when.loosely or told_of_then(sentence, role.last, on)):
            yield replace(role, tense="ended")
        else:
            yield role


def _as_head(role: Role, who: Meant) -> Role:
    """A counterpart is judged by the head's office that the person had there, if any."""
    place = role.post.place
    held = {f for p in who.people for r in p.records if r.kind.place == place for f in r.kind.sure}
    family = next((f for f in HEADS if f in held), "")
    return replace(role, post=Post(family or role.post.family, place), doubtful=True)


def _of_a_state(role: Role, article: str) -> bool:
    """The article is about a state's house, and nothing says that this member sits in Congress."""
    national = re.search(r"\b(?:U\.S\.|US|United States|[Cc]ongress)", role.words)
    return not national and bool(lx.STATEHOUSE.search(article))


def _supposed(sentence: str, role: Role, judged: Judgement) -> bool:
    """The office is one of a story, or of what would be if."""
    if lx.FICTION.search(sentence):
        return True
    if judged.detail not in ("never_held", "predecessor") or role.form != "title":
        return False
    before = lx.SUPPOSED_BEFORE.search(sentence[: role.first])
    return bool(before or lx.SUPPOSED_AFTER.match(sentence, role.last))


@lru_cache(maxsize=256)
def _has_died(article: str, surname: str) -> bool:
    """The article tells of the death of somebody so called: offices are those of a lifetime."""
    if not DEATH.search(article):
        return False
    name = re.escape(surname)
    ended = r"(?:has |had )?(?:died|dies|passed away|was (?:assassinated|killed))"
    told = rf"\b{name}(?:,[^.\n]{{0,160}},)?\s+{ended}\b"
    return bool(re.search(rf"{told}|\b[Dd]eath of (?:[\w.’'-]+ ){{0,6}}{name}\b", article))


def _out_of_place(role: Role, who: Meant) -> bool:
    """ "The committee" was read as one of the other chamber's, or as none at all."""
    if not role.referred:
        return False
    seat = {"senate": "senator", "house": "representative"}.get(role.post.committee.split(" ")[0])
    return seat is None or not any(p.held(Post(seat)) for p in who.people)


def _as_quoted(judged: Judgement | None) -> Judgement | None:
    """What somebody is quoted with is not the article's claim: noted, never refuted."""
    if judged is None or not judged.role.quoted or judged.outcome != "refutes":
        return judged
    return replace(judged, outcome="notes")


def alike(one: Role, other: Role) -> bool:
    """Two readings of one role claim: the same sort of office, and a name in common."""
    seats = (*CONGRESS, "congress")
    same = one.post.family == other.post.family or {one.post.family, other.post.family} <= {*seats}
    return same and bool(set(parse(one.name).words) & set(parse(other.name).words))
