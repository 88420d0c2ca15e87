"""Another name in the claim's role: "moved by Lee" against "moved by Gray", "made in Oxley" against
"its Harwick works".

Only where the sentence has the rest of the claim, and nowhere the claim's own name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from verify.checkers.dates_read import DAY_NAMES
from verify.checkers.full_names import OPENERS, full_names, written_out
from verify.checkers.outcomes_deeds import ANY, HANDED, deeds
from verify.checkers.outcomes_matter import Near, Time, asked, nearest
from verify.checkers.outcomes_text import carries, page_roots, root, roots, tokens
from verify.checkers.wording import stem
from verify.types import Passage

# How much of the rest of the claim must stand in the sentence, and in it and around, by role.
ENOUGH = {"by": (0.4, 0.45), "doer": (0.25, 0.4), "place": (0.2, 0.25), "person": (0.33, 0.4)}
NAMED_THERE = {"person": 0.1, "place": 0.0}  # where the page names the claim's own, in another role
AS_NEAR = 0.8  # how near a sentence with the claim's own name must be, of one with another
ONE_PLACE = (0.1, 0.15)  # "all were made at Oxley", "every one was made at Harwick"
_ALSO = re.compile(r"\b(?:also|too|as\swell|another|besides|other)\b", re.I)
_ALL = re.compile(r"\b(?:all|every|each|entirely|only|solely|exclusively|wholly)\b", re.I)

_PART = r"[A-ZÀ-Þ][^\W\d_]+(?:[’'-][A-ZÀ-Þ]?[^\W\d_]+)*"
_NAME = rf"(?P<name>{_PART}(?:\s(?:of\s|de\s|van\s|von\s|la\s)?{_PART}){{0,3}})"
_THE = r"(?:the\s|a\s|an\s|its\s|his\s|her\s|their\s|our\s)?"
# What is done in one place, by groups of one meaning; "to" a place, of the second line.
_DONE = (
    r"made|produced|manufactured|assembled|built|comes?\sfrom|came\sfrom",
    r"flown|taken|carried|airlifted|rushed|brought|ferried|driven|transferred|evacuated|admitted",
    r"held|staged|hosted|took\splace|played|met",
    r"buried|interred",
    r"based|headquartered",
    r"lives|resides|home|flat|apartment|house",
    r"arrested|detained|caught|picked\sup|captured|apprehended",
    r"filmed|recorded",
    r"found|discovered|recovered",
    r"signed|concluded",
    r"crashed|derailed|sank|capsized|overturned|came\sdown",
    r"tried|sentenced|jailed",
    r"stored|kept",
    r"slept|sleeping|spen[dt]\s(?:the|a|their)\s(?:\w+\s)?nights?|bedded\sdown|stayed|camped|housed"
    r"|accommodated|sheltered|put\sup",
    r"opened|landed|docked|arrived",
)
_TO = 1
_SITE = (
    r"(?:school|church|hall|gym|hospital|clinic|fairgrounds?|centre|center|rink|stadium|arena|hotel"
    r"|mosque|temple|library|barracks|college|university|theatre|theater|museum|station|airport"
    r"|port|harbour|harbor|warehouse|plant|factory|works|park|camp|gymnasium|club|pub|cinema)s?"
)
_AT = r"(?:in|at|near|outside|from|around)"
_PLACES = tuple(
    re.compile(
        rf"\b{'(?:in|at|near|outside|to)' if i == _TO else _AT}\s{_THE}(?:[a-z]+\sof\s)?"
        rf"(?P<name>(?:{_PART}\s?(?:of\s(?=[A-Z]))?){{1,4}}|(?:[a-z][\w’'-]*\s){{0,2}}{_SITE}\b)"
    )
    for i in range(len(_DONE))
)
_AT_DEED = tuple(re.compile(rf"\b(?:{way})\b") for way in _DONE)
_SIGHT = 110  # characters behind a deed within which its place may stand
_PEOPLE = (
    "nutritionist physiotherapist doctor surgeon nurse lawyer solicitor barrister captain coach"
    " manager driver pilot owner founder author editor widow wife husband son daughter brother"
    " sister father mother victim suspect killer gunman prosecutor spokesman spokeswoman"
    " spokesperson auditor architect engineer surveyor inspector winner champion designer composer"
    " conductor producer choreographer translator inventor landlord tenant developer contractor"
    " bookkeeper accountant caretaker librarian curator headteacher headmaster principal referee"
    " umpire goalkeeper striker skipper navigator caterer interpreter pathologist coroner assistant"
    " secretary deputy successor predecessor biographer publisher partner guard steward supervisor"
    " foreman cook chef porter signaller dispatcher controller technician researcher trainer"
    " teacher plaintiff defendant organiser organizer witness clerk treasurer photographer guide"
    " leader head director coordinator"
).split()
# Those who are called by what they do, and the kind of that deed.
_DOERS = {
    **dict.fromkeys(
        "manager leader head chair director captain coordinator supervisor".split(), "leading"
    ),
    "author": "writing",
    "designer": "designing",
    "composer": "composing",
    "founder": "founding",
    "inventor": "inventing",
}
_ROLE = rf"(?P<what>(?:[a-z][\w-]*\s)?(?:{'|'.join(_PEOPLE)}))"
_BY = re.compile(
    rf"(?P<what>[A-Za-z][a-z]+)\s(?:by|from)\s{_THE}(?:[A-Z][a-z]+\.?\s)?{_NAME}\b"
    r"(?!\s[a-z]+\s[A-Z])"  # "by American singer Ann Bell"
)
_ROLES = (
    re.compile(
        rf"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|’s|'s)\s{_ROLE}(?:\sof\s(?P<of>[^,.;]{{3,40}}))?,\s{_NAME}"
    ),
    re.compile(
        rf"{_NAME},\s(?:who\s(?:is|was)\s(?:then\s)?)?(?:the\s|then\s|an?\s)?(?:[\w-]+[’']s?\s)?{_ROLE}\b"
    ),
    re.compile(
        rf"{_NAME}\s(?:is|was)\s(?:the|an?|its|his|her|their|(?:[\w-]+\s)?[\w-]+[’']s?)\s{_ROLE}\b"
    ),
)
_NO_NAMES = frozenset((*DAY_NAMES, *OPENERS))


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what a text has in a role, and by which words the role is known."""

    kind: str
    what: frozenset[str]
    name: str


@dataclass(frozen=True, slots=True)
class Another:
    """The claim's name, and the page's in the same role."""

    ours: str
    theirs: str
    near: Near


def another_name(claim: str, passages: tuple[Passage, ...], when: Time) -> Another | None:
    """The sentence that has another name where the claim has its own; None where any has that."""
    if any(t.denied for t in tokens(claim)):
        return None
    return next(filter(None, (_other(claim, r, passages, when) for r in _roles(claim))), None)


def _other(claim: str, ours: Role, passages: tuple[Passage, ...], when: Time) -> Another | None:
    leaving = roots(ours.name)
    found: Another | None = None
    own = 0.0  # what a sentence that has the claim's own name has of the rest
    for near in nearest(claim, leaving, passages, when):
        if found and near.near < AS_NEAR * found.near.near:
            break
        told = _told(near)
        theirs = _roles(told)
        affirmed = not any(t.denied for t in tokens(told))
        if affirmed and any(_agree(ours, r) for r in theirs):
            return None
        there = bool(leaving & {t.root for t in tokens(told) if t.name})
        there = there or (ours.name.islower() and bool(leaving & roots(told)))
        if there and affirmed:
            own = max(own, near.core)
        if there or _ALSO.search(told) or near.dated or near.core < own:
            continue
        other = next((r for r in theirs if _rivals(ours, r, claim)), None)
        if other and _enough(claim, ours, near, told):
            found = found or Another(ours.name, other.name, near)
    return found


def _enough(claim: str, ours: Role, near: Near, told: str) -> bool:
    core, around = ENOUGH[ours.kind]
    if _ALL.search(claim) and _ALL.search(told):
        core, around = ONE_PLACE
    page = near.spoken.document
    if ours.kind in NAMED_THERE and roots(ours.name) <= page_roots("", page.text):
        core = around = NAMED_THERE[ours.kind]
    return near.core >= core and near.near >= around


def _told(near: Near) -> str:
    of = near.spoken
    return written_out(of.sentence, full_names(of.document.text))


def _agree(ours: Role, theirs: Role) -> bool:
    same = ours.kind == theirs.kind and bool(ours.what & theirs.what)
    return same and bool(roots(ours.name) & roots(theirs.name))


def _rivals(ours: Role, theirs: Role, claim: str) -> bool:
    if ours.kind != theirs.kind or roots(theirs.name) & roots(claim):
        return False
    if "".join(p[0] for p in theirs.name.split()) == ours.name:
        return False  # "MLB"
    if theirs.name.islower() and not ours.name.islower():
        return False  # "the naval hospital" may be in the town that the claim names
    if ours.kind != "doer":
        return bool(ours.what & theirs.what)
    kinds = {w for w in ours.what & theirs.what if w.startswith(_KIND)}
    return bool(kinds) and bool(theirs.what & (asked(claim) - roots(ours.name)))


@lru_cache(maxsize=4096)
def _roles(text: str) -> tuple[Role, ...]:
    return tuple(
        r for r in _found(text) if roots(r.name) and not _NO_NAMES & set(r.name.lower().split())
    )


_KIND = "kind "


def _found(text: str) -> Iterator[Role]:
    for m in _BY.finditer(text):
        before = text[: m.start("what")] + m["what"]
        yield Role("by", _done(before), m["name"])
    yield from _doers(text)
    for i, way in enumerate(_AT_DEED):
        for m in way.finditer(text):
            places = [
                p["name"].strip()
                for p in _PLACES[i].finditer(text, m.end(), m.end() + _SIGHT)
                if not _NO_NAMES & set(p["name"].lower().split())
            ]
            if places:
                named = [p for p in places if p[0].isupper()]
                yield Role("place", frozenset((str(i),)), " ".join(named or places))
    for way in _ROLES:
        for m in way.finditer(text):
            *of, what = m["what"].split()
            yield Role("person", frozenset((root(stem(what)),)), m["name"])
            thing = roots(" ".join((*of, m.groupdict().get("of") or "")))
            if thing and what in _DOERS:
                yield Role("doer", thing | {_KIND + _DOERS[what]}, m["name"])


def _done(before: str) -> frozenset[str]:
    """What is done "by" somebody: the word before it, and what "was made", too."""
    told = [t for t in tokens(before) if carries(t) and len(t.low) > 2]
    passive = any(t.low in ("was", "were", "is", "are", "been") for t in tokens(before)[-4:])
    return frozenset(t.root for t in (*told[-1:], *(told[:1] if passive else ())))


def _doers(text: str) -> Iterator[Role]:
    """Names that do something to a thing: "Ann Bell leads the inquiry"."""
    named = {t.root: t for t in tokens(text) if t.name}
    for deed in deeds(text):
        if deed.doer <= named.keys() and deed.kind != HANDED and not deed.kind.startswith(ANY):
            parts = sorted((named[r] for r in deed.doer), key=lambda t: t.start)
            name = " ".join(text[t.start : t.end] for t in parts)
            yield Role("doer", deed.other | {_KIND + deed.kind}, name)
