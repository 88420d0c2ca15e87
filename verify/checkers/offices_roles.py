"""Role claims in running text: who is given which office, in what tense, by which words.

The scanner finds a title, reads what stands around it (country, state, party,
committee, tense), and looks for a name where newspapers put one: after the
title, before it with a comma or a verb, or after a verb. Whether the name means
anybody is for the caller, through `known`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from verify.checkers import offices_lexicon as lx
from verify.checkers.offices_places import STATES, place_named, state_named
from verify.checkers.offices_posts import CONGRESS, HEADS, Post
from verify.checkers.offices_spans import Known, Span, name_after, name_before
from verify.checkers.offices_titles import LOOK_BACK, Title, titles


@dataclass(frozen=True, slots=True)
class Role:
    """One role claim: `name` is as written, `start`–`end` its place in the text."""

    name: str
    start: int
    end: int
    post: Post
    tense: str = "current"  # current, former, then, was, acting, elect, ended
    party: str = ""  # Republican, Democrat, Independent, or "" where unsaid
    form: str = "title"  # title, apposition, copula, inverse
    days: tuple[date, date] | None = None  # the date the claim itself gives
    words: str = ""  # the title as written
    first: int = 0  # `first`–`last` holds the title and the name
    last: int = 0
    doubtful: bool = False  # another reading is as good: a list, a state's house
    referred: bool = False  # "the committee": which one was looked up before it
    quoted: bool = False  # within quotation marks: somebody else's words


LINKS = (
    ("copula", lx.COPULA),
    ("apposition", lx.APPOSITION),
    ("apposition", lx.JOINED_ON),
    ("copula", lx.AS_OFFICE),
)
LEADS = (("apposition", lx.LEADING),)


def roles(text: str, known: Known) -> tuple[Role, ...]:
    """Every role claim of the text, in order. Never raises; offsets are into `text`."""
    found: list[Role] = []
    for title in titles(text):
        found.extend(_bearers(text, title, known))
    seated = {r.start for r in found if r.post.family in CONGRESS}
    found.extend(r for r in _party_and_state(text, known) if r.start not in seated)
    return tuple(dict.fromkeys(sorted(found, key=lambda r: (r.start, r.end))))


def _bearers(text: str, title: Title, known: Known) -> Iterator[Role]:
    """The names that the text gives this title to."""
    for form, tense, (name, start, end) in _candidates(text, title, known):
        if lx.NAMESAKE_AFTER.match(text, end):
            continue
        role = Role(name, start, end, title.post, title.tense, title.party, form, None, title.words)
        role = replace(role, first=min(start, title.start), last=max(end, title.end))
        if tense and title.tense == "current":
            role = replace(role, tense=tense)
        if role.tense == "current" and _is_past(text, role):
            role = replace(role, tense="ended")
        if form == "listed":
            role = replace(role, form="apposition", doubtful=True)
        yield _at_home(text, _with_party(text, role))


def _is_past(text: str, role: Role) -> bool:
    """What stands around it tells how the role ended, or that it was held then."""
    after = role.last
    if lx.ENDING.match(text, after) or lx.THEN_AFTER.match(text, after):
        return True
    return bool(lx.PAST_AFTER.match(text, after) or lx.PAST_BEFORE.search(text[: role.first]))


def _candidates(text: str, title: Title, known: Known) -> Iterator[tuple[str, str, Span]]:
    if title.verb:
        yield from _before(text, title, known)
        return
    direct = re.match(r"\s+", text[title.end :])
    if direct:
        span = name_after(text, title.end + direct.end(), known)
        if span:
            yield "title", "", span
            yield from (("title", "", s) for s in _listed(text, title, span, known))
            return
    if lx.AS_LEAD.search(text[max(0, title.start - 12) : title.start]):
        comma = re.match(r",\s+", text[title.end :])
        span = name_after(text, title.end + comma.end(), known) if comma else None
        if span:
            yield "apposition", "" if lx.PRESENT.match(text, span[2]) else "ended", span
            return
    if title.definite:
        span = _set_off(text, title.end, known)
        if span:
            goes_on = lx.LIST_GOES_ON.match(text, span[2])
            yield "listed" if goes_on else "apposition", "", span
            return
    inverse = lx.INVERSE.match(text, title.end) if title.definite else None
    if inverse:
        span = name_after(text, inverse.end(), known)
        if span:
            yield "inverse", _verb_tense(inverse["verb"], inverse[0]), span
            return
    yield from _before(text, title, known)


def _listed(text: str, title: Title, first: Span, known: Known) -> Iterator[Span]:
    """Senators Rubio and Cruz; Presidents Biden, Macron and Xi."""
    if not re.search(
        r"(?:ors|ents|ers|ives|men|sens\.?|reps\.?)$", title.words.split(" of ")[0].lower()
    ):
        return
    position = first[2]
    while joint := re.match(r"(?:\s+of\s+[A-Z]\w+)?(?:,\s+and\s+|,\s+|\s+and\s+)", text[position:]):
        span = name_after(text, position + joint.end(), known)
        if span is None:
            return
        yield span
        position = span[2]


def _set_off(text: str, position: int, known: Known) -> Span | None:
    """A name between commas right after the title."""
    comma = re.match(r",\s+", text[position:])
    if not comma:
        return None
    span = name_after(text, position + comma.end(), known)
    if span and re.match(r"['’]s\b|\s*(?:[,.;:)—–]|$|\(|and\b|who\b)", text[span[2] :]):
        return span
    return None


def _before(text: str, title: Title, known: Known) -> Iterator[tuple[str, str, Span]]:
    """A name before the title: with a comma, with a verb, or with `as`."""
    before = text[max(0, title.start - LOOK_BACK) : title.start]
    offset = title.start - len(before)
    if not title.definite and re.match(r"\s+[A-Z]", text[title.end :]):
        return  # the title of whoever is named after it
    for form, pattern in LEADS if title.verb else LINKS:
        # The shortest link wins: the name must end right where the link begins.
        for link in _endings(pattern, before):
            span = name_before(text, offset + link.start(), known)
            if span is None or (form == "apposition" and not _closes(text, title)):
                continue
            verb = link["verb"] if "verb" in pattern.groupindex else ""
            if lx.NOT.search(link[0]):
                return
            once = form == "apposition" and lx.ONCE.search(link[0])
            tense = "former" if once else _verb_tense(verb, link[0])
            # "replaced him as president": who held it, but when is not said.
            yield form, "ended" if pattern is lx.AS_OFFICE else tense, span
            return


def _closes(text: str, title: Title) -> bool:
    """After meeting Widodo, the Australian prime minister said …: that office is another's."""
    return title.verb or bool(lx.SET_OFF_END.match(text, title.end))


def _endings(pattern: re.Pattern[str], before: str) -> Iterator[re.Match[str]]:
    """Matches of the pattern that end where `before` ends, from the first possible start on."""
    position = 0
    while match := pattern.search(before, position):
        yield match
        position = match.start() + 1


def _verb_tense(verb: str, link: str) -> str:
    if not verb:
        return ""
    if lx.CHOSEN.search(verb.lower()):
        return "ended"  # chosen then, in office later
    if lx.ONCE.search(link):
        return "former" if re.search(r"no\s+longer", link, re.I) else "was"
    return "was" if lx.PAST_VERBS.search(verb.lower()) else ""


PARTIES = {"R": "Republican", "D": "Democrat", "I": "Independent", "L": "Libertarian"}


def _with_party(text: str, role: Role) -> Role:
    """Sen. Rubio (R-Fla.), the Florida Republican: party and state beside a name or before it."""
    if role.form != "title" and role.post.family not in CONGRESS:
        return role
    after = role.last if role.form == "apposition" else role.end
    found = lx.PARTY_STATE_AFTER.match(text, after) or lx.PARTY_NOUN_AFTER.match(text, after)
    found = found or lx.PARTY_NOUN_BEFORE.search(text[: role.first])
    if found:
        role = replace(role, party=PARTIES.get(found["party"], found["party"]))
        home = found.groupdict().get("home") or found.groupdict().get("state") or ""
        return _seated(role, state_named(home))
    town = lx.PARTY_TOWN_AFTER.match(text, after)
    if town:
        return replace(role, party=PARTIES[town["party"]], doubtful=True)
    behind = lx.STATE_AFTER.match(text, after)
    role = _seated(role, state_named(behind["place"]) if behind else "")
    where = lx.PLACE_AFTER.match(text, after) if role.post.family in HEADS else None
    if where and where["link"] == "of" and not role.post.place:
        return replace(role, post=Post(role.post.family, place_named(where["place"])))
    return role


def _seated(role: Role, state: str) -> Role:
    if role.post.family in CONGRESS and state and not role.post.place:
        return replace(role, post=Post(role.post.family, state))
    return role


def _at_home(text: str, role: Role) -> Role:
    """Utah's Mike Lee, a Republican senator: the place that stands before the name."""
    if role.post.place:
        return role
    headed = lx.PLACE_HEADS.match(text)
    if headed and headed.end() == role.first and role.post.family in HEADS:
        # "Ukraine: President Trump calls Putin" names what it is about.
        place = place_named(headed["place"])
        return replace(role, post=Post(role.post.family, place), doubtful=True)
    home = lx.HOME_BEFORE.search(text[: role.start])
    if home is None:
        return role
    if role.post.family in CONGRESS:
        return _seated(role, state_named(home["place"]))
    if role.post.family in HEADS and role.form != "title":
        return replace(role, post=Post(role.post.family, place_named(home["place"])))
    return role


def _party_and_state(text: str, known: Known) -> Iterator[Role]:
    """Marco Rubio (R-Fla.): a seat in Congress, said by party and state alone."""
    for match in lx.PARTY_STATE_AFTER.finditer(text):
        span = name_before(text, match.start(), known)
        if span and (state := state_named(match["state"])) in STATES and match["party"] in "RDI":
            party = PARTIES[match["party"]]
            post, words = Post("congress", state), match[0]
            role = Role(*span, post, "current", party, "title", None, words)
            yield replace(role, first=span[1], last=match.end())
