"""Role claims in running text: who is given which office, in what tense, by which words.

The scanner finds a title, reads what stands around it (country, state, party,
committee, tense), and looks for a name where newspapers put one: after the
title, before it with a comma or a verb, or after a verb. Whether the name means
anybody is for the caller, through `known`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from verify.checkers import offices_lexicon as lx
from verify.checkers.offices_places import CAPITALS, STATES, place_named, state_named
from verify.checkers.offices_posts import (
    CHAIRS,
    CONGRESS,
    HEADS,
    UNITED_STATES,
    Post,
    committee_key,
)

Known = Callable[[str, str], bool]  # (name, what capitalised word follows it) → means somebody
LOOK_BACK = 160  # characters before a title that can belong to it
LOOK_ON = 90
WORD = re.compile(r"[^\W\d_][\w’'.\-]*")
INITIAL = re.compile(r"(?:[^\W\d_]\.)+|(?:Jr|Sr|Dr|St|Mr|Mrs|Ms)\.")


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


def roles(text: str, known: Known) -> tuple[Role, ...]:
    """Every role claim of the text, in order. Never raises; offsets are into `text`."""
    found: list[Role] = []
    for title in titles(text):
        found.extend(_bearers(text, title, known))
    seated = {r.start for r in found if r.post.family in CONGRESS}
    found.extend(r for r in _party_and_state(text, known) if r.start not in seated)
    return tuple(dict.fromkeys(sorted(found, key=lambda r: (r.start, r.end))))


def titles(text: str) -> Iterator[Title]:
    """Every title in the text that names a post we know of."""
    for match in lx.TITLE.finditer(text):
        title = _title(text, match)
        if title is not None:
            yield title


def _title(text: str, match: re.Match[str]) -> Title | None:
    family = match.lastgroup or ""
    if len(match[0]) <= 4 and match[0].islower() and family not in ("monarch", "chair"):
        return None  # 5 pm, a sales rep
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    place, state, party, tense, committee, definite, left = _read_back(before, family)
    if lx.OTHER_OFFICE.search(left) or (not place and family in HEADS and _foreign_word(left)):
        return None
    after = text[match.end() : match.end() + LOOK_ON + 120]
    elect = lx.ELECT_AFTER.match(after)
    used = elect.end() if elect else 0
    rank_party = lx.PARTY_OF_RANK.search(match[0])
    post, more = _post(family, after[used:], place, state, committee)
    if post is None:
        return None
    if rank_party:
        party = rank_party[0].title()
    return Title(
        start=match.start() - (len(before) - len(left)),
        end=match.end() + used + more,
        post=post,
        tense="elect" if elect else tense,
        party={"Gop": "Republican", "Democratic": "Democrat"}.get(party.title(), party),
        words=" ".join(text[match.start() : match.end() + used + more].split()),
        definite=definite or bool(place) or more > 0,
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
        if family in CHAIRS and not committee and (m := lx.COMMITTEE_BEFORE.search(before)):
            committee = committee_key(m["committee"])
        elif m := lx.TENSE.search(before):
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
            definite = definite or m[0].strip().lower() == "the"
        else:
            return place, state, party, tense, committee, definite, before
        before = before[: m.start()]


def _post(
    family: str, after: str, place: str, state: str, committee: str
) -> tuple[Post | None, int]:
    """The post, and how much of `after` belongs to it."""
    if family in CHAIRS:
        inside = lx.COMMITTEE_AFTER.match(after)
        if not committee and inside:
            return Post(family, UNITED_STATES, committee_key(inside["committee"])), inside.end()
        return (Post(family, UNITED_STATES, committee) if committee else None), 0
    if family in (*CONGRESS, "congress"):
        return _seat(family, after, place, state)
    if family == "ambassador":
        return _embassy(after, place)
    if family == "secretary_of_state":
        foreign = place not in ("", UNITED_STATES) or state
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


def _bearers(text: str, title: Title, known: Known) -> Iterator[Role]:
    """The names that the text gives this title to."""
    for form, tense, (name, start, end) in _candidates(text, title, known):
        role = Role(name, start, end, title.post, title.tense, title.party, form, None, title.words)
        if tense and title.tense == "current":
            role = replace(role, tense=tense)
        if role.tense == "current" and _is_past(text, max(end, title.end)):
            role = replace(role, tense="ended")
        yield _with_party_after(text, role) if form == "title" else role


def _is_past(text: str, position: int) -> bool:
    """What follows tells how the role ended, or that it was held then."""
    return bool(lx.ENDING.match(text, position) or lx.THEN_AFTER.match(text, position))


Span = tuple[str, int, int]


def _candidates(text: str, title: Title, known: Known) -> Iterator[tuple[str, str, Span]]:
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
            yield "apposition", "", span
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
    if not re.search(r"(?:ors|ents|ers|sens\.?|reps\.?)$", title.words.split(" of ")[0].lower()):
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
    for form, pattern in (
        ("copula", lx.COPULA),
        ("apposition", lx.APPOSITION),
        ("apposition", lx.JOINED_ON),
        ("copula", lx.AS_OFFICE),
    ):
        # The shortest link wins: the name must end right where the link begins.
        for link in _endings(pattern, before):
            span = name_before(text, offset + link.start(), known)
            if span is None:
                continue
            verb = link["verb"] if "verb" in pattern.groupindex else ""
            if lx.NOT.search(link[0]):
                return
            once = form == "apposition" and lx.ONCE.search(link[0])
            tense = "former" if once else _verb_tense(verb, link[0])
            # "replaced him as president": who held it, but when is not said.
            yield form, "ended" if pattern is lx.AS_OFFICE else tense, span
            return


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


def _with_party_after(text: str, role: Role) -> Role:
    """Sen. Rubio (R-Fla.): the party and state that stand after a name."""
    found = lx.PARTY_STATE_AFTER.match(text, role.end) or lx.PARTY_NOUN_AFTER.match(text, role.end)
    post, party = role.post, role.party
    if found:
        party = {"R": "Republican", "D": "Democrat", "I": "Independent", "L": "Libertarian"}.get(
            found["party"], found["party"]
        )
        state = state_named(found["state"] or "")
    else:
        after = lx.STATE_AFTER.match(text, role.end)
        state = state_named(after["place"]) if after else ""
    if post.family in CONGRESS and state and not post.place:
        post = Post(post.family, state)
    where = lx.PLACE_AFTER.match(text, role.end) if post.family in HEADS else None
    if where and where["link"] == "of" and not post.place:
        post = Post(post.family, place_named(where["place"]))
    return replace(role, post=post, party=party)


def _party_and_state(text: str, known: Known) -> Iterator[Role]:
    """Marco Rubio (R-Fla.): a seat in Congress, said by party and state alone."""
    for match in lx.PARTY_STATE_AFTER.finditer(text):
        span = name_before(text, match.start(), known)
        if span and (state := state_named(match["state"])) in STATES and match["party"] in "RDI":
            party = {"R": "Republican", "D": "Democrat", "I": "Independent"}[match["party"]]
            yield Role(*span, Post("congress", state), "current", party, "title", None, match[0])


def _tokens_after(text: str, position: int) -> list[tuple[str, int, int]]:
    """Capitalised words (and particles) in a row, from `position` on."""
    tokens: list[tuple[str, int, int]] = []
    while len(tokens) < 8:
        nickname = re.compile(r'["“(]([^\W\d_]\w+)["”)]\s+').match(text, position)
        if nickname and tokens:
            position = nickname.end()
        word = WORD.match(text, position)
        if not word or not (word[0][0].isupper() or _particle(word[0])):
            break
        token, stop = _trimmed(word[0])
        if not token:
            break
        tokens.append((token, word.start(), word.start() + len(token)))
        gap = re.compile(r",?\s+(?=(?:Jr|Sr)\b)|[^\S\n]+").match(text, word.start() + len(token))
        if stop or not gap:
            break
        position = gap.end()
    while tokens and tokens[-1][0].lower() in lx.PARTICLES:
        tokens.pop()
    return tokens


def _particle(word: str) -> bool:
    return word.rstrip(".").lower() in lx.PARTICLES or bool(
        re.match(r"(?:al|el|as|ul)-[A-Z]", word)
    )


def _trimmed(word: str) -> tuple[str, bool]:
    """The word without possessive or full stop, and whether the name stops there."""
    own = re.search(r"['’]s?$", word)
    if own and len(word) > len(own[0]):
        return word[: own.start()], True
    if word.endswith(".") and not INITIAL.fullmatch(word):
        return word.rstrip("."), True
    return word, False


def name_after(text: str, position: int, known: Known) -> Span | None:
    """The longest known name that begins at `position`."""
    tokens = _tokens_after(text, position)
    for size in range(len(tokens), 0, -1):
        start, end = tokens[0][1], tokens[size - 1][2]
        following = tokens[size][0] if size < len(tokens) else ""
        if known(text[start:end], following):
            return text[start:end], start, end
    return None


def name_before(text: str, position: int, known: Known) -> Span | None:
    """The longest known name that ends at `position`."""
    line = text.rfind("\n", 0, position) + 1
    begin = max(line, position - 70)
    window = text[begin:position]
    words = list(WORD.finditer(window))
    best: Span | None = None
    after = len(window)
    for word in reversed(words[-8:]):
        gap = window[word.end() : after]
        if gap.strip(' "“”') or not (word[0][0].isupper() or _particle(word[0])):
            break
        if after != len(window) and word[0].endswith(".") and not INITIAL.fullmatch(word[0]):
            break
        name = window[word.start() :].rstrip()
        previous = _word_before(window[: word.start()])
        if word[0][0].isupper() and known(name, "" if " " in name else f"<{previous}"):
            best = (name, begin + word.start(), begin + word.start() + len(name))
        after = word.start()
    return best and _without_title(*best)


def _without_title(name: str, start: int, end: int) -> Span:
    """The name without a title written before it: Senator Marco Rubio, who …"""
    while " " in name and (
        lx.TITLE.fullmatch(name.split()[0]) or re.match(r"(?:Mr|Mrs|Ms|Dr)\b", name)
    ):
        first = name.split()[0]
        bare = name[len(first) :].lstrip()
        start, name = start + len(name) - len(bare), bare
    return name, start, end


def _word_before(text: str) -> str:
    """The capitalised word right before, which would make a surname another person's."""
    found = re.search(r"([^\W\d_][\w’'.\-]*)\s+$", text)
    return found[1] if found and found[1][0].isupper() else ""
