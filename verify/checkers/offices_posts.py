"""Posts: what an office is, whatever a source or a newspaper calls it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from verify.checkers.offices_places import STATES, place_named, state_named
from verify.checkers.offices_single import BY_OFFICE, SINGLE, UNITED_STATES
from verify.types import OfficeTerm

CONGRESS = ("senator", "representative")
CHAIRS = ("chair", "vice_chair", "ranking", "minority")
HEADS = (
    *("president", "prime_minister", "chancellor", "monarch"),
    *("head_of_state", "head_of_government"),
)
AMBASSADORS = ("amb_to_us", "us_amb")

WORDS = {  # how a finding names a post
    "senator": "United States senator",
    "representative": "member of the House of Representatives",
    "congress": "member of Congress",
    "chair": "chair",
    "vice_chair": "vice chair",
    "ranking": "ranking member",
    "minority": "ranking member or vice chair",
    "president": "president",
    "prime_minister": "prime minister",
    "chancellor": "chancellor",
    "monarch": "monarch",
    "head_of_state": "head of state",
    "head_of_government": "head of government",
    "vice_president": "vice president",
    "secretary_of_state": "secretary of state",
    "amb_to_us": "ambassador to the United States",
    "us_amb": "United States ambassador",
    "ambassador": "ambassador",
}
# Committees where the minority's lead is called vice chairman, not ranking member.
ARTICLE = re.compile(
    r"(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Seychelles|Holy See|Comoros|"
    r"Dominican Republic|Central African Republic|Republic of|Democratic Republic of)|.*Islands$"
)
VICE_LEADS_MINORITY = ("senate intelligence", "senate ethics", "senate indian affairs")

# Kingdoms whose prime minister is called president of the government at home.
PRESIDENTS_OF_GOVERNMENT = ("Spain",)
MONARCHS = re.compile(
    r"\b(king|queen|emir|amir|sultan|emperor|grand duke|grand duchess|prince|pope|"
    r"supreme leader)\b",
    re.I,
)
PREMIERS = re.compile(
    r"\b(prime minister|premier|chancellor|taoiseach|minister of state|chief minister)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Post:
    """One office: its family, its place ("" where unsaid) and its committee ("" for others)."""

    family: str
    place: str = ""
    committee: str = ""

    @property
    def words(self) -> str:
        """The post in plain words."""
        if self.family in SINGLE:
            return SINGLE[self.family].office
        name = WORDS[self.family]
        if self.committee:
            return f"{name} of the {committee_words(self.committee)}"
        if not self.place:
            return name
        if self.family in CONGRESS or self.family == "congress":
            return f"{name} for {place_words(self.place)}"
        if self.family == "amb_to_us":
            return f"ambassador of {with_article(self.place)} to the United States"
        if self.family == "us_amb":
            return f"{name} to {with_article(self.place)}"
        return f"{name} of {with_article(self.place)}"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a term is evidence for: the families surely meant, and those possibly meant."""

    sure: frozenset[str]
    maybe: frozenset[str]
    place: str
    committee: str = ""


def committee_words(key: str) -> str:
    """A committee's name from its key: `senate intelligence` → Senate Intelligence Committee."""
    return f"{key.title()} Committee".replace(" And ", " and ")


def with_article(place: str) -> str:
    """A country's name as it stands in a sentence: the United Kingdom."""
    return f"the {place}" if ARTICLE.match(place) else place


def place_words(place: str) -> str:
    """A state by its name, where a record has its postal letters."""
    return STATES.get(place, place)


RANKED = re.compile(r"(vice chair\w*|co-?chair\w*|chair\w*|ranking member)[, ]+(?:of )?(.+)")
PANEL = re.compile(r"\b(committee|subcommittee|caucus|commission|task force)\b")
OF_US = re.compile(
    r"(?:united states ambassador|ambassador of the united states)(?: to (?:the )?(.+))?"
)
DROPPED = re.compile(
    r"\b(united states|u\.?s\.?|committee|select|permanent|special|subcommittee|task force|"
    r"of|on|the|for|congress|congressional|panel)\b"
)


@lru_cache(maxsize=4096)
def committee_key(name: str) -> str:
    """`Senate Select Committee on Intelligence`, `Senate Intelligence Committee` → one key."""
    low = name.lower().replace("’", "'").replace("&", "and").replace("'s", "").replace("'", "")
    low = re.sub(r"\bintel\b", "intelligence", DROPPED.sub(" ", low))
    words = re.sub(r"[^a-z ]", " ", low).split()
    chamber = next((c for c in ("senate", "house", "joint") if c in words), "")
    rest = [w for w in words if w not in ("senate", "joint") and (w != "house" or chamber != w)]
    if chamber == "house" and "administration" in words:
        rest = ["administration"]
    rest = [w for i, w in enumerate(rest) if i == 0 or w not in ("and",) or i < len(rest) - 1]
    return " ".join([chamber, *rest]).strip()


@lru_cache(maxsize=16384)
def same_committee(asked: str, known: str) -> bool:
    """A newspaper's short name for a committee: every word of it, and the chamber, in the full one.

    >>> same_committee("senate banking", "senate banking housing and urban affairs")
    True
    """
    short, full = asked.split(), known.split()
    if not short or not full:
        return False
    chambers = {"senate", "house", "joint"}
    if short[0] in chambers and short[0] != full[0]:
        return False
    content = [w for w in short if w not in chambers and w != "and"]
    known_words = [w for w in full if w not in chambers and w != "and"]
    if not content or known_words[: len(content)] == content:
        return bool(content)
    if content == _initials(known_words):
        return True
    return set(content) == set(known_words)


def _initials(words: list[str]) -> list[str]:
    return ["".join(w[0] for w in words)]


# Offices whose names hold another's: a deputy, a house's president, the Exchequer.
ANOTHER = re.compile(
    r"\b(?:deputy|shadow|assistant|speaker|leader|whip|clerk|exchequer|secretary of state for)\b|"
    r"\bpresident of the (?:\w+ )?(?:senate|assembly|parliament|commission|court|chamber|bank|"
    r"congress|european|regional|federal council|national council|executive|party|union)\b"
)
STYLE = re.compile(r"^(?:\w+ )?(?:republic|kingdom|state|commonwealth) of (?:the )?")
DISTRICT = re.compile(r"(.+?)['’]s (?:\d+\w\w|at-large) congressional district")
OF_GOVERNMENT = re.compile(
    r"president of the (?:council of ministers|government|ministry)(?: of (?:the )?(.+))?$"
)


@lru_cache(maxsize=8192)
def _kind(office: str, title: str, jurisdiction: str) -> Kind:
    low, held = office.lower(), title.lower()
    if low in BY_OFFICE:
        return Kind(frozenset({BY_OFFICE[low].family}), frozenset(), BY_OFFICE[low].place)
    district = DISTRICT.match(jurisdiction)
    state = state_named(district[1] if district else jurisdiction)
    place = place_named(jurisdiction) or jurisdiction
    if ANOTHER.search(low):
        return Kind(frozenset(), frozenset(), place)
    ranked = RANKED.match(low)
    if ranked and PANEL.search(low):
        return _committee_kind(ranked[1], ranked[2])
    if "senator" in low or "member of the united states senate" in low:
        return Kind(frozenset({"senator", "congress"}), frozenset(), state or place)
    if "representative" in low and "ambassador" not in low:
        return Kind(frozenset({"representative", "congress"}), frozenset(), state or place)
    if "ambassador" in low:
        return _ambassador_kind(low, held, place)
    return _head_kind(low, held, place)


def _committee_kind(rank: str, name: str) -> Kind:
    committee = committee_key(name)
    family = "vice_chair" if rank.startswith("vice") else "chair"
    family = "ranking" if rank == "ranking member" else family
    sure = {family}
    if family == "ranking" or (family == "vice_chair" and committee in VICE_LEADS_MINORITY):
        sure.add("minority")
    if committee in VICE_LEADS_MINORITY and family != "chair":
        sure |= {"ranking", "vice_chair"}
    return Kind(frozenset(sure), frozenset(), UNITED_STATES, committee)


def _ambassador_kind(low: str, held: str, place: str) -> Kind:
    if held and "ambassador" not in held and "nuncio" not in held:
        return Kind(frozenset(), frozenset(), place)
    to_us = re.search(r"ambassador(?: of (.+?))? to the united states|^ambassador to the u", low)
    if to_us:
        place = place or place_named(to_us[1] or "") or ""
        return Kind(frozenset({"amb_to_us", "ambassador"}), frozenset(), place)
    of_us = OF_US.search(low)
    if of_us:
        place = place_named(of_us[1] or "") or place
        return Kind(frozenset({"us_amb", "ambassador"}), frozenset(), place)
    return Kind(frozenset({"ambassador"}), frozenset(), place)


def _head_kind(low: str, held: str, place: str) -> Kind:
    said = f"{low} {held}"
    tail = re.search(r" of (?:the )?(.+)$", low)
    if not place and tail:
        place = place_named(tail[1]) or place_named(STYLE.sub("", tail[1]))
    sure: set[str] = set()
    if low in ("chief of state", "head of state"):
        sure.add("head_of_state")
    if low == "head of government":
        sure.add("head_of_government")
    if "vice president" in said:
        return Kind(frozenset({"vice_president"}), frozenset(), place)
    if "secretary of state" in said:
        return Kind(frozenset(sure | {"secretary_of_state"}), frozenset(), place)
    government = OF_GOVERNMENT.match(low)
    if government and not place:
        place = place_named(government[1] or "")
    if PREMIERS.search(said) or government:
        sure |= {"prime_minister", "head_of_government"}
        # A chancellor who is no head of government, of the Exchequer say, is none of these.
        sure |= {"chancellor"} if "chancellor" in said else set()
    elif "president" in said:
        sure.add("president")
        if low == "head of government" and place in PRESIDENTS_OF_GOVERNMENT:
            sure |= {"prime_minister", "head_of_government"}
        if place == UNITED_STATES:
            sure |= {"head_of_state", "head_of_government"}
    elif MONARCHS.search(held) or MONARCHS.search(low):
        sure |= {"monarch", "head_of_state"}
    maybe = frozenset(HEADS) - sure if sure and not held else frozenset()
    return Kind(frozenset(sure), maybe, place)


def kind_of(term: OfficeTerm) -> Kind:
    """What a term is evidence for."""
    return _kind(term.office, term.title, term.jurisdiction)


def answers(kind: Kind, post: Post) -> bool:
    """A term of this kind is surely a term of the post."""
    return post.family in kind.sure and _fits(kind, post)


def may_answer(kind: Kind, post: Post) -> bool:
    """A term of this kind might be one of the post."""
    return post.family in kind.sure | kind.maybe and _fits(kind, post)


def _fits(kind: Kind, post: Post) -> bool:
    if post.committee:
        return same_committee(post.committee, kind.committee)
    return not post.place or post.place == kind.place
