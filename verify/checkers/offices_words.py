"""Findings about offices in words an editor can check, and the facts they rest on."""

from __future__ import annotations

import re
from datetime import date

from verify.checkers.names import fold, parse, plain
from verify.checkers.offices_absence import distinct
from verify.checkers.offices_judge import Judgement
from verify.checkers.offices_places import STATES
from verify.checkers.offices_posts import Post, kind_of, place_words, with_article
from verify.checkers.terms import BLIND, FOREVER, Record
from verify.types import Fact, Finding, OfficeTerm, Outcome

ADDRESSES = {
    "congress-legislators": "https://github.com/unitedstates/congress-legislators",
    "congress-legislators committees": "https://github.com/unitedstates/congress-legislators",
    "factbook": "https://www.cia.gov/the-world-factbook/",
    "history.house.gov": "https://history.house.gov/",
    "senate.gov": "https://www.senate.gov/",
    "history.defense.gov": "https://history.defense.gov/",
    "home.treasury.gov": "https://home.treasury.gov/",
    "un.org": "https://www.un.org/sg/",
    "nato.int": "https://www.nato.int/",
    "europa.eu": "https://european-union.europa.eu/",
}


def office_words(term: OfficeTerm) -> str:
    """A term's office as a reader would say it: `Prime Minister of Pakistan`."""
    kind, place = kind_of(term), term.jurisdiction
    if term.office in ("chief of state", "head of state", "head of government") and term.title:
        return f"{term.title} of {with_article(place)}"
    if "amb_to_us" in kind.sure:
        return f"{place}'s ambassador to the United States"
    if "us_amb" in kind.sure and place and place not in term.office:
        return f"{term.office} to {with_article(place)}"
    if place in STATES:
        return f"{term.office} for {place_words(place)}"
    if place and place not in term.office and not kind.committee:
        return f"{term.office} ({place})"
    return term.office


def span_words(record: Record) -> str:
    """From when to when, with an end that is known only as an interval said as one."""
    term = record.term
    start = f"from {term.start}"
    if (record.sure_from - record.may_from).days > BLIND.days:
        start = f"from {term.start} (perhaps from as early as {record.may_from})"
    if term.out_by is None or record.may_until == FOREVER:
        return f"since {term.start} (still in office when the source was last read, {term.until})"
    if term.out_by.first > record.last_read:
        return f"since {term.start} (in office on {term.until}; the term runs to {term.out_by})"
    if record.sure_until >= term.out_by.first or term.until == term.out_by:
        return f"{start} to {term.out_by}"
    return f"{start}, at least until {term.until}, out of office by {term.out_by}"


def finding(judgement: Judgement) -> Finding:
    """The judgement as a finding of the offices checker."""
    return Finding(
        checker="offices",
        outcome=Outcome(judgement.outcome),
        explanation=" ".join(_sentences(judgement)),
        facts=facts(judgement),
        detail=judgement.detail,
    )


def facts(judgement: Judgement) -> tuple[Fact, ...]:
    """One fact for every term the judgement used, with its source."""
    used = [*_telling(judgement), *judgement.instead, *judgement.holders]
    return tuple(dict.fromkeys(fact(record) for record in used))


def fact(record: Record) -> Fact:
    """One term in words."""
    term = record.term
    text = f"{plain(term.person)}: {office_words(term)}, {span_words(record)}"
    return Fact(text, term.source, term.url or ADDRESSES.get(term.source, ""))


def _telling(judgement: Judgement) -> tuple[Record, ...]:
    """The person's terms that matter: near the day in question, and not the same one twice."""
    own = distinct(judgement.own)
    if judgement.days and len(own) > 3:
        day = judgement.days[0]
        own = tuple(
            sorted(own, key=lambda r: min(_away(r.sure_from, day), _away(r.sure_until, day)))
        )
        own = tuple(sorted(own[:3], key=lambda r: r.sure_from))
    seen: dict[tuple[str, str], Record] = {}
    for record in own:
        seen.setdefault((record.term.start.iso, office_words(record.term)), record)
    return tuple(seen.values())


def _away(one: date, other: date) -> int:
    return abs((one - other).days)


def _when(judgement: Judgement) -> str:
    """The day, month or year that the claim is held to."""
    first, last = judgement.days or (date.min, date.min)
    if first == last:
        return f"on {first.isoformat()}"
    if first.month == last.month:
        return f"in {first:%Y-%m}"
    return f"in {first:%Y}"


def _own_words(judgement: Judgement) -> str:
    told = "; ".join(f"{office_words(r.term)} {span_words(r)}" for r in _telling(judgement))
    return f"On record: {told}." if told else ""


def _instead_words(judgement: Judgement) -> str:
    told = [f"{office_words(r.term)} (since {r.term.start})" for r in judgement.instead]
    if not told:
        return ""
    when = _when(judgement)
    return f"{when[0].upper()}{when[1:]} {judgement.person.name} was {' and '.join(told[:3])}."


def _holder_words(judgement: Judgement) -> str:
    if not judgement.holders:
        return ""
    told = " and ".join(
        f"{plain(r.term.person)} ({_unbracketed(span_words(r))})" for r in judgement.holders
    )
    return f"The office was held by {told}."


def _unbracketed(words: str) -> str:
    """For use within brackets: asides stand between commas."""
    return re.sub(r"\)(?=[,.]|$)", "", words.replace(" (", ", ")).replace(")", ",")


def _post_words(post: Post) -> str:
    one_of_many = post.family in ("senator", "representative", "congress", "ambassador")
    return f"a {post.words}" if one_of_many else post.words


def _name(judgement: Judgement) -> str:
    """The name as the article has it in full, with the record's form where that differs."""
    written, known = judgement.role.name, judgement.person.name
    if (
        len(parse(written).words) < 2
        or fold(written) == fold(known)
        or judgement.role.form == "succession"
    ):
        return known
    return f"{written} (on record as {known})"


def _sentences(judgement: Judgement) -> list[str]:
    """The explanation: what is established first, then the dates, then who and what instead."""
    name, post, when = _name(judgement), _post_words(judgement.role.post), _when(judgement)
    day = when.removeprefix("on ").removeprefix("in ")
    lead = {
        "held": f"{name} was {post} {when}.",
        "held_before": f"{name} had been {post} before the day the claim is held to, {day}.",
        "former_ok": f"{name} had been {post} and was no longer {when}.",
        "elect_ok": f"{name} was not yet {post} {when}, but took office soon after.",
        "succeeded": f"{name} was no longer {post} {when}.",
        "predecessor": f"{name} was not yet {post} {when}.",
        "never_held": f"{name} was not {post} {when}, nor before, as far as the record goes.",
        "current_called_former": f"{name} is called former, but was {post} {when}.",
        "already_in_office": f"{name} was already {post} {when}.",
        "other_party": f"{name} is given the wrong party {when}: the record says "
        f"{judgement.extra.get('party', '')}.",
        "unsettled": f"Whether {name} was {post} {when} could not be settled: "
        "the record gives the end of the term, or its last reading, only as an interval.",
        "undated": f"The article carries no date; {name} was {post} only in this span.",
        "succession": f"{judgement.extra.get('told', '')}",
        "succession_swapped": f"{judgement.extra.get('told', '')}",
    }[judgement.detail]
    swapped = judgement.detail.startswith("succession")
    rest = [_own_words(judgement)]
    if judgement.outcome != "supports" and not swapped:
        rest += [_instead_words(judgement), _holder_words(judgement)]
    return [s for s in (lead, *rest) if s]
